"""What is still to be decided: every hit without a decision, with its age."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import msgspec

from sanctions.ledger import Ledger
from sanctions.matching.bands import band
from sanctions.review.decisions import Decision, OpenHit, Register
from sanctions.review.memory import Standing
from sanctions.review.parties import memory_key, placed_hits


class _StandingBody(msgspec.Struct, frozen=True):
    hits: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One hit of one screening."""

    screening: str
    at: datetime
    standing: Standing
    elsewhere: tuple[str, ...] = ()
    """The other listings of its target."""


def standings_of(ledger: Ledger, screening: str) -> tuple[Standing, ...]:
    """What was known of each hit on the day of that screening, in the order of the screening's hits.

    A screening that was recorded without (by a program, or before there was a memory) gives hits that are open.
    Raises UsageError if there is no such screening.
    """
    entries = ledger.entries(kind="standing", subject=screening)
    found = tuple(one for entry in entries for one in msgspec.json.decode(entry.body, type=_StandingBody).hits)
    if found:
        return found
    recorded = ledger.recorded(screening).screening
    return tuple(
        Standing(
            key=one.key, memory=memory_key(one), party=one.result.party.id, name=one.result.party.name, role=one.hit.role,
            entity=one.hit.entity.id, listed=one.hit.entity.name, score=one.hit.score, band=band(one.hit.score, recorded.policy),
            status=one.hit.status,
        )
        for one in placed_hits(recorded.results)
    )  # fmt: skip


def undecided(ledger: Ledger, now: datetime, *, screening: str | None = None, weak: bool = False) -> list[OpenHit]:
    """Every hit that nobody has decided, or whose decision a second person has not agreed to; the oldest first.

    A party and target that several screenings found together count once, in the newest of them, with the age of the
    oldest since the last decision. Trials of another policy and demonstrations do not count. ``screening`` looks at one
    alone. ``weak`` also counts hits that were recorded without an alert.
    """
    register = Register.of(ledger)
    decided = {(one.memory, one.body.entity): one for one in register.decisions}
    open_hits: dict[tuple[str, str], OpenHit] = {}
    for found in _found(ledger, screening):
        standing = found.standing
        key = standing.memory, standing.entity
        if standing.status != "alert" and not weak:
            continue
        if not standing.open:
            open_hits.pop(key, None)
            continue
        decision = _since(decided.get(key), found) or _through(decided, found)
        if decision and decision.state == "in force":
            open_hits.pop(key, None)
            continue
        first = open_hits[key].found if key in open_hits else found.at
        open_hits[key] = _open_hit(found, first, now, decision)
    return sorted(open_hits.values(), key=lambda one: (one.found, -one.score))


def _since(decision: Decision | None, found: _Found) -> Decision | None:
    """The decision, if it was made of this hit, or after it was found; one from before is the standing's own matter."""
    if decision is None:
        return None
    made_of_it = (decision.body.screening, decision.body.key) == (found.screening, found.standing.key)
    return decision if made_of_it or decision.at >= found.at or found.standing.state == "decided" else None


def _through(decided: Mapping[tuple[str, str], Decision], found: _Found) -> Decision | None:
    """The decision that clears the same target on another list, if none there speaks against it."""
    others = [decided[found.standing.memory, id] for id in found.elsewhere if (found.standing.memory, id) in decided]
    since = [one for one in others if _since(one, found)]
    return since[-1] if since and all(one.clears for one in others) else None


def _found(ledger: Ledger, screening: str | None) -> Iterator[_Found]:
    for entry in list(ledger.entries(kind="screening", subject=screening)):
        content = entry.content
        if content["demo"] or (content["policy"] or {}).get("what_if"):
            continue
        at = datetime.fromisoformat(entry.time)
        listings = ledger.listings(entry.subject)
        for standing in standings_of(ledger, entry.subject):
            elsewhere = tuple(other.id for other in listings.get(standing.entity, ()))
            yield _Found(screening=entry.subject, at=at, standing=standing, elsewhere=elsewhere)


def _open_hit(found: _Found, first: datetime, now: datetime, decision: Decision | None) -> OpenHit:
    one = found.standing
    state = decision.state if decision else one.state
    return OpenHit(
        screening=found.screening, key=one.key, memory=one.memory, party=one.party, name=one.name, role=one.role, entity=one.entity,
        listed=one.listed, score=one.score, band=one.band, status=one.status, found=first, age=(now - first).days,
        state=state, decision=decision,
    )  # fmt: skip
