"""What a re-screening brought, as JSON and as lines for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import msgspec

from sanctions.acquisition.moments import count, iso
from sanctions.commands.exports import write_text
from sanctions.documents import coverage_document, hit_document, party_document, policy_document, standing_document
from sanctions.matching.bands import band
from sanctions.model import Screening
from sanctions.portfolio import Delta, HitChange
from sanctions.portfolio.delta import Change
from sanctions.review import Standing
from sanctions.review.parties import HitPlaces

SCHEMA = "sanctions.rescreen/1"
_MOST_TOLD = 30


Known = Callable[[HitChange], Standing | None]
"""What earlier decisions say of a hit that stands now; nothing of a closed one."""


def standing_by_hit(screening: Screening, standings: Mapping[str, Standing]) -> Known:
    """Finds the standing of a change's hit among those of the screening that recorded it."""
    places = HitPlaces(screening.results)

    def known(one: HitChange) -> Standing | None:
        placed = places.find(one.party, one.hit) if one.change != "closed" else None
        return standings.get(placed.key) if placed else None

    return known


def export(delta: Delta, screening: Screening, path: Path, standings: Mapping[str, Standing] | None = None) -> None:
    """Write the delta as one JSON document, or as JSON Lines: the summary first, then one line a change. Raises OutputError."""
    if path.suffix.lower() == ".json":
        write_text(path, msgspec.json.format(msgspec.json.encode(delta_document(delta, screening, standings)), indent=1).decode() + "\n")
        return
    known = standing_by_hit(screening, standings or {})
    lines = [{"change": "summary", **_head(delta, screening)}, *({"change": one.change, **_change(one, known)} for one in delta.changes)]
    write_text(path, "".join(msgspec.json.encode(line).decode() + "\n" for line in lines))


def delta_document(delta: Delta, screening: Screening, standings: Mapping[str, Standing] | None = None) -> dict[str, Any]:
    """``new``, ``changed`` and ``closed`` hits, each with its party and causes; ``before`` is a changed hit as it was."""
    known = standing_by_hit(screening, standings or {})
    return {**_head(delta, screening), **{change: [_change(one, known) for one in delta.of(change)] for change in get_args(Change)}}


def _head(delta: Delta, screening: Screening) -> dict[str, Any]:
    """``screening`` is the id under which the new and changed hits stand in the ledger; null if there are none."""
    return {
        "schema": SCHEMA,
        "at": iso(delta.at),
        "last": delta.last,
        "mode": delta.mode,
        "because": list(delta.because),
        "screening": screening.id if screening.results else None,
        "engine": delta.engine,
        "threshold": screening.threshold,
        "coverage": [coverage_document(part) for part in delta.coverage],
        "compared_with": dict(delta.since),
        **policy_document(screening.policy),
        "entries": {"added": delta.entries_added, "changed": delta.entries_changed, "removed": delta.entries_removed},
        "parties": {
            "in_book": delta.parties,
            "added_or_changed": delta.parties_changed,
            "screened": delta.screened,
            "untouched": delta.untouched,
            "rejected": len(delta.rejected),
        },
        "hits": {"before": delta.stood, **{change: len(delta.of(change)) for change in get_args(Change)}, "now": delta.stand},
        "mismatch": delta.mismatch,
        "rejected": [{"id": id, "name": name, "reason": why} for id, name, why in delta.rejected],
    }


def _change(one: HitChange, known: Known) -> dict[str, Any]:
    hit = hit_document(one.hit)
    if one.change != "closed":
        hit["disposition"] = standing_document(known(one))
    document: dict[str, Any] = {"party": party_document(one.party), "hit": hit, "causes": list(one.causes)}
    if one.before:
        document |= {"before": hit_document(one.before), "differences": list(one.differences)}
    return document


def delta_lines(delta: Delta) -> Iterator[str]:
    """The outcome in a few lines that add up."""
    since = f"since {delta.last}" if delta.last else "for the first time"
    why = f" ({'; '.join(delta.because)})" if delta.because else ""
    yield f"{'full' if delta.mode == 'full' else 'changes alone'}{why}, {since}"
    yield (
        f"{count(delta.parties, 'party', 'parties')} = {delta.screened:,} screened + {delta.untouched:,} untouched by any change + "
        f"{len(delta.rejected):,} that cannot be screened; {delta.parties_changed:,} added or changed"
    )
    yield f"list entries: {delta.entries_added:,} added, {delta.entries_changed:,} changed, {delta.entries_removed:,} removed"
    new, changed, closed = (delta.of(change) for change in get_args(Change))
    sum_of_hits = f"{count(delta.stood, 'hit')} before + {len(new):,} new - {len(closed):,} closed = {delta.stand:,} now"
    yield f"{sum_of_hits}; {len(changed):,} of them changed"
    if delta.mismatch:
        yield f"THE COUNTS DO NOT ADD UP: {delta.mismatch}. Do not rely on this; report it as a fault of the toolkit."
    told = sorted(delta.changes, key=lambda one: (get_args(Change).index(one.change), one.hit.status != "alert", -one.hit.score))
    for one in told[:_MOST_TOLD]:
        weak = "" if one.hit.status == "alert" else " (weak alias alone)"
        more = f"; {', '.join(one.differences)}" if one.differences else ""
        who = f"{one.party.name} [{one.party.id}]" + (f", {one.hit.role} {one.hit.subject}" if one.hit.role else "")
        yield f"  {one.change:7}  {one.hit.score:.2f} {band(one.hit.score):8}  {who}  →  {one.hit.entity.name} ({one.hit.entity.id}){weak}"
        yield f"           {', '.join(one.causes)}{more}"
    if len(told) > _MOST_TOLD:
        yield f"  … and {len(told) - _MOST_TOLD:,} more in the report"
    for id, name, why in delta.rejected[:_MOST_TOLD]:
        yield f"  not screened: {name or 'no name'} [{id}]: {why}"
