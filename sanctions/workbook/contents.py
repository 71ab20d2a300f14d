"""What a report is made from, beside the screening itself, and the figures that are derived from both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from sanctions.catalogue import ListDefinition
from sanctions.matching.bands import band
from sanctions.model import Coverage, Hit, Party, Result, Screening
from sanctions.review import Standing
from sanctions.review.parties import PlacedHit, placed_hits_of

MISSING = "missing"
"""The state of a list of which no copy is held: it was not searched."""


class FeatureNote(msgspec.Struct, frozen=True, kw_only=True):
    """One feature of the score as the Method sheet prints it: its name, its weight (a number or words), its docstring."""

    name: str
    weight: float | str
    docstring: str


class TargetNote(msgspec.Struct, frozen=True, kw_only=True):
    """One target with more than one listing, or with a doubt: the ids of its listings, why they are one, and what was not joined."""

    ids: tuple[str, ...]
    joins: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


class BookNotes(msgspec.Struct, frozen=True, kw_only=True):
    """What reading the officer's book found. ``columns``: heading in the book → what it was read as ("" = not read).

    ``rows_read`` counts the rows after the heading; each ends screened, rejected or blank. ``targets`` are those
    among the hits that stand on several lists; None where nobody looked.
    """

    file: str
    sha256: str | None = None
    columns: Mapping[str, str] = {}
    rows_read: int = 0
    rows_screened: int = 0
    rows_rejected: int = 0
    rows_blank: int = 0
    warnings: tuple[str, ...] = ()
    targets: tuple[TargetNote, ...] | None = None


class ReportSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: the file, its SHA-256 and size in bytes, its sheets, and the counts that the Summary sheet shows."""

    path: Path
    sha256: str
    size: int
    sheets: tuple[str, ...]
    counts: Counts


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One hit with the party it belongs to. ``number`` ("H0001") joins the Hits and Explanation sheets.

    ``key`` is the screening's id and the hit's key within it ("S…/12h0"); ``standing`` what earlier decisions say of it.
    """

    number: str
    result: Result
    hit: Hit
    recorded: bool
    band: str
    key: str = ""
    standing: Standing | None = None

    @property
    def cleared(self) -> bool:
        """Whether an earlier decision has cleared it."""
        return self.standing is not None and not self.standing.open

    @property
    def subject(self) -> Party:
        """Who was compared: the party itself, or the related person in the hit's role."""
        if self.hit.role is None:
            return self.result.party
        related = self.result.party.related
        named = [one.party for one in related if one.role == self.hit.role and self.hit.subject in {name.full for name in one.party.names}]
        return named[0] if named else self.result.party


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of the Summary sheet. ``read`` = ``screened`` + ``rejected`` + ``blank``, or ``mismatch`` says what does not add up.

    ``cleared`` are the alerts among ``alerts`` that earlier decisions have cleared.
    """

    read: int
    screened: int
    rejected: int
    blank: int
    related: int
    with_alerts: int
    alerts: int
    recorded: int
    mismatch: str | None = None
    cleared: int = 0

    @property
    def without_alerts(self) -> int:
        return self.screened - self.with_alerts


def count(screening: Screening, notes: BookNotes | None, standings: Mapping[str, Standing] | None = None) -> Counts:
    """The report's figures, with a sentence where the book's own counts and the results disagree."""
    done = [result for result in screening.results if not result.rejected]
    rejected = len(screening.results) - len(done)
    alerts = [sum(not is_recorded(hit, result) for hit in result.hits) for result in done]
    recorded = sum(len(result.hits) + len(result.recorded) for result in done) - sum(alerts)
    blank = notes.rows_blank if notes else 0
    read = notes.rows_read if notes else len(screening.results)
    return Counts(
        read=read,
        screened=len(done),
        rejected=rejected,
        blank=blank,
        related=sum(sum(1 for _ in related_parties(result.party)) for result in done),
        with_alerts=sum(bool(number) for number in alerts),
        alerts=sum(alerts),
        recorded=recorded,
        cleared=sum(one.status == "alert" and not one.open for one in (standings or {}).values()),
        mismatch=_mismatch(read, len(done), rejected, blank, notes),
    )


def _mismatch(read: int, screened: int, rejected: int, blank: int, notes: BookNotes | None) -> str | None:
    problems = []
    if read != screened + rejected + blank:
        problems.append(
            f"{read:,} rows read, but {screened:,} screened + {rejected:,} rejected + {blank:,} blank = {screened + rejected + blank:,}"
        )
    if notes and notes.rows_screened != screened:
        problems.append(f"the book counts {notes.rows_screened:,} rows to screen, the results hold {screened:,}")
    if notes and notes.rows_rejected != rejected:
        problems.append(f"the book counts {notes.rows_rejected:,} rejected rows, the results hold {rejected:,}")
    return "; ".join(problems) or None


def related_parties(party: Party) -> Iterator[tuple[str, Party]]:
    """Every related person of a party with its role, and theirs in turn."""
    for related in party.related:
        yield related.role, related.party
        yield from related_parties(related.party)


def is_recorded(hit: Hit, result: Result) -> bool:
    """Whether a hit was kept without raising an alert (weak alias alone)."""
    return hit.status != "alert" or hit in result.recorded


def findings(screening: Screening, standings: Mapping[str, Standing] | None = None) -> list[Finding]:
    """Every hit in the order of the sheets.

    Open alerts first, the party with the strongest one at the top and a party's alerts together; then, in the same
    order, those that an earlier decision has cleared (``standings``, by the hit's key), and the hits that are only
    recorded. Equal scores keep the order of the book.
    """
    known = standings or {}
    groups: list[dict[int, list[PlacedHit]]] = [{}, {}, {}]
    for place, result in enumerate(screening.results):
        for one in placed_hits_of(place, result):
            standing = known.get(one.key)
            rank = 2 if is_recorded(one.hit, result) else 1 if standing and not standing.open else 0
            groups[rank].setdefault(place, []).append(one)
    ordered = [(rank, one) for rank, group in enumerate(groups) for one in _strongest_first(group)]
    digits = max(4, len(str(len(ordered))))
    return [
        Finding(
            number=f"H{number:0{digits}}",
            result=one.result,
            hit=one.hit,
            recorded=rank == 2,
            band=band(one.hit.score, screening.policy),
            key=f"{screening.id}/{one.key}",
            standing=known.get(one.key),
        )
        for number, (rank, one) in enumerate(ordered, start=1)
    ]


def _strongest_first(group: Mapping[int, list[PlacedHit]]) -> Iterator[PlacedHit]:
    for placed in sorted(group.values(), key=lambda of_party: -max(one.hit.score for one in of_party)):
        yield from sorted(placed, key=lambda one: -one.hit.score)


def searched(screening: Screening) -> tuple[Coverage, ...]:
    """The lists that the answer rests on."""
    return tuple(one for one in screening.coverage if one.status != MISSING)


def not_searched(screening: Screening) -> tuple[Coverage, ...]:
    """The lists that were asked for and of which no copy is held."""
    return tuple(one for one in screening.coverage if one.status == MISSING)


def by_list(found: Sequence[Finding]) -> Counter[str]:
    """Alerts by list key, in the order of first appearance."""
    return Counter(finding.hit.entity.list for finding in found if not finding.recorded)


def programmes_list(key: str, definitions: Mapping[str, ListDefinition]) -> str:
    """The list whose programmes a list's tags are: itself, or the list that it is an extract of."""
    definition = definitions.get(key)
    return definition.extract_of or key if definition else key
