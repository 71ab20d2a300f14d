"""What the single papers about a recorded screening are made from: certificate, alert report, portfolio, follow-up.

All of it comes from the ledger, so that the same paper can be written again in ten years.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

import msgspec

from sanctions.catalogue import ListDefinition
from sanctions.countries import country_name
from sanctions.errors import UsageError
from sanctions.frameworks import Frameworks
from sanctions.model import Party, Result, Screening
from sanctions.review.decisions import Decision, Register
from sanctions.review.memory import Standing
from sanctions.review.words import FALSE_POSITIVE, TRUE_MATCH
from sanctions.version import __version__
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value, safe
from sanctions.workbook.contents import BookNotes, Finding, findings
from sanctions.workbook.layout import Book, Sheet


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A recorded screening with everything that a paper about it needs.

    ``entry`` is its place in the ledger ("12:" and the entry's hash), ``until`` the moment up to which decisions count,
    ``again`` the command that writes the paper again, ``remembered`` what earlier decisions said of the hits, by their keys.
    ``named`` is how the party was named by whom asks for the paper, where the ledger keeps its name as a keyed hash.
    """

    screening: Screening
    recorded: datetime
    recorder: str
    entry: str
    register: Register
    until: datetime
    again: str
    frameworks: Frameworks
    remembered: Mapping[str, Standing]
    definitions: Mapping[str, ListDefinition] = {}
    notes: BookNotes | None = None
    named: str | None = None


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A hit with every decision about this party and this target, the oldest first, in whichever screening it was made.

    ``key`` is the hit's within its screening; ``remembered`` is what earlier decisions said of it on the day; ``until`` is
    the day on which review dates are judged.
    """

    finding: Finding
    key: str
    screening: str
    history: Sequence[Decision]
    remembered: Standing
    until: date

    @property
    def last(self) -> Decision | None:
        return self.history[-1] if self.history else None

    @property
    def clears(self) -> bool:
        """Whether the hit is settled as a false positive: decided so itself, or remembered so with nothing changed since."""
        last = self.last
        remembered = not self.remembered.open
        if last is None:
            return remembered
        if last.body.review_on and last.body.review_on < self.until:
            return False
        return last.clears and ((last.body.screening, last.body.key) == (self.screening, self.key) or remembered)

    @property
    def true_match(self) -> bool:
        """Whether it is decided to be the listed one, a check that is awaited included: what follows must not wait for it."""
        return self.last is not None and self.last.state != "returned" and self.last.body.disposition == TRUE_MATCH

    def standing(self) -> Styled:
        """What is decided, in a few words, in a style that says how urgent it is."""
        last = self.last
        if self.clears:
            return Styled(FALSE_POSITIVE, "good")
        if last is None:
            return Styled("recorded, no alert" if self.finding.recorded else "OPEN: nothing decided", "caution")
        if last.clears:
            lapsed = last.body.review_on and last.body.review_on < self.until
            return Styled(f"OPEN AGAIN: {f'to be reviewed on {last.body.review_on}' if lapsed else 'cleared before'}", "caution")
        told = last.body.disposition if last.state == "in force" else f"{last.body.disposition} ({last.state})"
        return Styled(told, "bad" if self.true_match else "caution")

    def sentence(self) -> str:
        """The decision that holds with who, when and why; "–" where there is none."""
        if self.last is not None:
            return self.last.sentence()
        return self.remembered.sentence() or "–"


def decided(paper: Paper, results: Iterable[Result] | None = None) -> list[Decided]:
    """Every hit of the screening, or of some of its results, with what was decided of it; numbered as in the full report."""
    wanted = None if results is None else {id(result) for result in results}
    found = findings(paper.screening, paper.remembered)
    return [_decided(paper, one) for one in found if wanted is None or id(one.result) in wanted]


def _decided(paper: Paper, found: Finding) -> Decided:
    key = found.key.rpartition("/")[2]
    remembered = paper.remembered[key]
    same = {found.hit.entity.id, *found.hit.copies}
    history = [one for one in paper.register.of_party(remembered.memory) if one.body.entity in same]
    return Decided(finding=found, key=key, screening=paper.screening.id, history=history, remembered=remembered, until=paper.until.date())


def result_of(screening: Screening, asked: str, *, token: str | None = None) -> Result:
    """The party's result, by its id, its row ("row 12") or its name. ``token`` is the keyed hash of what was asked.

    Raises UsageError if there is none, or more than one.
    """
    names = {asked.casefold(), token} - {None}
    found = [one for one in screening.results if one.party.id in (asked, token) or asked == f"row {one.party.row}"]
    found = found or [one for one in screening.results if one.party.name.casefold() in names]
    if len(found) == 1:
        return found[0]
    if found:
        rows = ", ".join(f"“row {one.party.row}”" for one in found[:10])
        raise UsageError(f"{len(found):,} parties of {screening.id} are called {asked!r}. Name one of them by its row: {rows}.")
    few = ", ".join(one.party.id for one in screening.results[:5])
    more = f" and {len(screening.results) - 5:,} more" if len(screening.results) > 5 else ""
    raise UsageError(f"There is no party {asked!r} in {screening.id}. Its parties are {few}{more}; “row 12” names one by its row.")


def describe(book: Book, paper: Paper, title: str) -> None:
    """The document's properties. Nothing in them depends on when the paper is written."""
    about = book.workbook.properties
    about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
    about.title, about.identifier = safe(title), safe(paper.screening.id)
    about.description = "A hit is a similarity, not an identity."
    about.keywords = "sanctions; screening; due diligence"
    about.created, about.modified = paper.screening.asked_at.astimezone(UTC), paper.until.astimezone(UTC)


def head(sheet: Sheet, paper: Paper, title: str) -> None:
    """Title, the report's id and the banners that no paper goes without."""
    sheet.across(title, "title", least=28)
    sheet.across(f"Screening {paper.screening.id} · {words.utc(paper.screening.asked_at)} · sanctions toolkit {__version__}", "subtitle")
    for text, style in words.warnings(paper.screening):
        sheet.across(text, style, least=20)


def general_limits(screening: Screening) -> list[str]:
    """Those of a report's limits that do not speak of its own sheets."""
    return [limit for limit in words.limits(screening) if "sheet" not in limit]


def facts(sheet: Sheet, rows: Iterable[tuple[str, Value]], style: str = "text") -> None:
    """Labels with their values, over the sheet's whole width."""
    for label, value in rows:
        sheet.row([label, value], ["label", style], spans=[1, len(sheet.widths) - 1])


def to_fill_in(sheet: Sheet, labels: Iterable[str]) -> None:
    """Yellow fields for hand or keyboard; those for reasons and signatures are higher."""
    half = max(1, len(sheet.widths) - 1)
    for label in labels:
        tall = label.startswith(("Reasons", "Signature", "Rationale"))
        sheet.row([label, None], ["label", "input"], spans=[1, half], least=34 if tall else 19)


def record_facts(paper: Paper) -> Iterator[tuple[str, Value]]:
    """Where it all stands recorded, and how the paper is written again."""
    screening = paper.screening
    yield "Screened", f"{words.utc(screening.asked_at)}, engine {screening.engine}"
    yield "Recorded", f"{words.utc(paper.recorded)} by {paper.recorder}, entry {paper.entry} of the ledger"
    if paper.notes:
        digest = f", SHA-256 {paper.notes.sha256}" if paper.notes.sha256 else ""
        yield "Book", f"{paper.notes.file}{digest}"
    if screening.policy:
        digest = f", SHA-256 {screening.policy.sha256}" if screening.policy.sha256 else ""
        yield "Policy", f"{screening.policy.name}{digest}"
    yield "Decisions", f"those that were recorded until {words.utc(paper.until)}"
    yield "Written again by", paper.again


def party_facts(party: Party, named: str | None = None) -> Iterator[tuple[str, Value]]:
    """Everything that was known of a party when it was screened. ``named``: see ``Paper``."""
    if named:
        yield "Named", f"{named}: whoever asked for this paper named the party so, and the keyed hash of that is the one recorded"
    yield "Party ID", party.id + (f" (row {party.row} of the book)" if party.row else "")
    yield "Names", tuple(name.full for name in party.names) or "–"
    yield "Kind", words.kind(party.kind)
    yield from ((label, values) for label, values in side(party) if values)
    yield from ((f"{heading} (in the book)", value) for heading, value in party.extra.items() if value)
    related = tuple(f"{one.role}: {' / '.join(name.full for name in one.party.names)}" for one in party.related)
    yield "Related persons", related or "none named"


def side(party: Party) -> list[tuple[str, tuple[str, ...]]]:
    """What a party's record says, kind by kind."""
    return [
        ("Born", tuple(map(str, party.birth_dates))),
        ("Place of birth", party.birth_places),
        ("Gender", party.genders),
        ("Countries", tuple(map(country_name, party.countries))),
        ("Numbers", tuple(map(words.identifier, party.identifiers))),
        ("Addresses", tuple(one.full for one in party.addresses)),
    ]
