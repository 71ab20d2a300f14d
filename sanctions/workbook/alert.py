"""The alert report: everything that an officer needs on paper to decide a party's hits, and everything decided so far.

A first sheet with the party and its hits, then a sheet for each hit: both records side by side, the reasons token by
token, the listings with their law, the steps of OFAC's FAQ 5, the history of decisions, and room to decide by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sanctions.countries import country_name
from sanctions.frameworks import legal_basis
from sanctions.matching.identifiers import search_keys
from sanctions.matching.meaning import in_hundred
from sanctions.matching.ofac_tool import NOTE
from sanctions.model import Entity, Hit, Name, Party, Reason, Result
from sanctions.review.decisions import Decision
from sanctions.review.words import DISPOSITIONS, STEPS
from sanctions.workbook import words
from sanctions.workbook.basis import law_words
from sanctions.workbook.cells import Link, Styled, Value
from sanctions.workbook.contents import programmes_list
from sanctions.workbook.explanation import SUM
from sanctions.workbook.hits import page_of
from sanctions.workbook.layout import Book, Furniture, Sheet
from sanctions.workbook.papers import (
    Decided,
    Paper,
    decided,
    describe,
    facts,
    general_limits,
    head,
    party_facts,
    record_facts,
    side,
    to_fill_in,
)
from sanctions.workbook.saving import save, written_beside

_COVER = (18, 26, 32, 10, 11, 29)
_HIT = (18, 28, 28, 10, 42)


def write_alert(paper: Paper, result: Result, path: Path, *, hits: Sequence[str] = ()) -> None:
    """Write the alert report of one party; ``hits`` are the numbers of those to show ("H0003"), none given all.

    Raises OutputError if the file cannot be written.
    """
    shown = [one for one in decided(paper, [result]) if not hits or one.finding.number in hits]
    with written_beside(path) as part, Book(Furniture(report=paper.screening.id, notice=words.notice(paper.screening))) as book:
        _write_cover(book, paper, result, shown)
        for one in shown:
            _write_hit(book, paper, one)
        describe(book, paper, f"Alert report: {result.party.name or result.party.id}")
        save(book.workbook, part)


def _write_cover(book: Book, paper: Paper, result: Result, shown: Sequence[Decided]) -> None:
    sheet = book.sheet("Alert", _COVER, upright=True, tab="B42318")
    head(sheet, paper, "Alert report")
    sheet.section("Party")
    facts(sheet, party_facts(result.party, paper.named))
    facts(sheet, (("Could not be used", warning) for warning in result.warnings))
    sheet.section("Hits")
    if result.rejected:
        sheet.across(f"The party was not screened: {result.rejected}", "banner_amber")
    if shown:
        sheet.row(["Hit", "Who was hit", "Listed name", "Score", "Band", "Decision"], ["header"] * 6)
    for one in shown:
        found = one.finding
        link = Styled(Link(found.number, sheet=found.number), "link")
        listed = (found.hit.entity.name, found.hit.entity.id)
        band = Styled(found.band, f"band_{found.band}")
        sheet.row(
            [link, words.who(found), listed, found.hit.score, band, one.standing()], ["label", "text", "text", "score", "text", "text"]
        )
    if not shown and not result.rejected:
        sheet.across(words.nothing_found(paper.screening), "prose")
    _write_searched(sheet, paper)
    sheet.section("What this report does not say")
    for number, limit in enumerate(general_limits(paper.screening), start=1):
        sheet.across(f"{number}. {limit}", "prose")
    sheet.section("Record")
    facts(sheet, record_facts(paper))


def _write_searched(sheet: Sheet, paper: Paper) -> None:
    sheet.section("Lists")
    sheet.row(["List", "Title", "State", "Published", "Entries", "SHA-256 of the copy"], ["header"] * 6)
    for one in paper.screening.coverage:
        values: list[Value] = [
            one.list,
            one.title,
            Styled(*words.state(one)),
            words.day(one.published),
            one.entries or "–",
            one.sha256 or "–",
        ]
        sheet.row(values, ["label", "text", "text", "date", "integer", "mono"])


def _write_hit(book: Book, paper: Paper, one: Decided) -> None:
    """One hit on a sheet of its own."""
    found = one.finding
    hit = found.hit
    sheet = book.sheet(found.number, _HIT, upright=True)
    sheet.across(f"{found.number}: {hit.comparison.asked} and {hit.entity.name}", "title", least=28)
    sheet.across(f"{hit.entity.id} · {words.who(found)} · {words.status(found)}", "subtitle")
    if book.furniture.notice:
        sheet.across(book.furniture.notice, "warning_line")
    sheet.row(
        ["Score", hit.score, Styled(found.band, f"band_{found.band}"), one.standing()],
        ["label", "score", "text", "text"],
        spans=(1, 1, 1, 2),
    )
    facts(sheet, _worth(hit))
    sheet.section("Both records side by side")
    sheet.row(["", "Asked", "Listed", "Agreement"], ["header"] * 4, spans=(1, 1, 1, 2))
    for row in _records(one):
        sheet.row(row, ["label", "text", "text", "text"], spans=(1, 1, 1, 2))
    if hit.entity.remarks:
        sheet.row(["Listed remarks", hit.entity.remarks], ["label", "text"], spans=(1, 4))
    _write_reasons(sheet, hit.comparison.reasons, hit.score)
    _write_listings(sheet, hit.entity)
    _write_law(sheet, paper, hit.entity)
    facts(sheet, _elsewhere(paper, one))
    sheet.page_break()  # what is filled in and signed stands together
    _write_steps(sheet, one.last)
    _write_history(sheet, one)
    sheet.section("Decision by hand")
    to_fill_in(
        sheet,
        (f"One of: {', '.join(DISPOSITIONS)}", "Reasons", "Decided by (name)", "Date", "Signature", "Checked by (name)", "Date of check"),
    )


def _worth(hit: Hit) -> Iterator[tuple[str, Value]]:
    """What such a score is worth, and what OFAC's own tool is said to give, where they were measured."""
    if hit.right_basis:
        share = f"{in_hundred(hit.right_share)} hits alike: " if hit.right_share is not None else "not stated: "
        yield "Right of 100", f"{share}{hit.right_basis}"
    if hit.ofac_score is not None:
        yield "OFAC tool", f"{hit.ofac_score} of 100: {NOTE}"


def _records(one: Decided) -> Iterator[list[Value]]:
    """Each kind of particular with what both sides say of it, and whether that is the same, as far as equal values show."""
    asked, listed = one.finding.subject, one.finding.hit.entity
    yield ["Names", tuple(name.full for name in asked.names) or "–", tuple(map(_name, listed.names)), "see the reasons below"]
    yield ["Kind", words.kind(asked.kind), words.kind(listed.kind), _agreement((asked.kind.value,), (listed.kind.value,))]
    for (label, mine), theirs in zip(side(asked), _listed_side(listed), strict=True):
        if mine or theirs:
            yield [label, mine or "–", theirs or "–", _numbers(asked, listed) if label == "Numbers" else _agreement(mine, theirs)]
    if listed.positions:
        yield ["Positions", "–", listed.positions, "on the list alone"]
    if others := tuple(f"{heading}: {value}" for heading, value in one.finding.result.party.extra.items() if value):
        yield ["From the book", others, "–", "not compared"]


def _name(name: Name) -> str:
    note = words.quality(name)
    return f"{name.full} ({note})" if note else name.full


def _listed_side(entity: Entity) -> list[tuple[str, ...]]:
    """What the entry says, in the order of ``papers.side``."""
    return [
        tuple(map(str, entity.birth_dates)),
        entity.birth_places,
        entity.genders,
        tuple(f"{country_name(link.code)} ({link.role.value.replace('_', ' ')})" for link in entity.countries),
        tuple(map(words.identifier, entity.identifiers)),
        tuple(one.full for one in entity.addresses),
    ]


def _agreement(mine: Sequence[str], theirs: Sequence[str]) -> Value:
    """ "the same value on both sides", "no equal value", or that one side says nothing. Alike is not weighed here."""
    if not mine or not theirs:
        return Styled("nothing to compare", "text_grey")
    plain = [{_plain(value) for value in values} for values in (mine, theirs)]
    if plain[0] & plain[1]:
        return _same()
    return Styled("no equal value; compare by eye", "caution")


def _numbers(asked: Party, listed: Entity) -> Value:
    """Numbers agree as the comparison takes them: whatever each side calls them, "IMO" or "Vessel Registration Identification"."""
    one, two = ({*search_keys(side.identifiers)} for side in (asked, listed))
    mine, theirs = (tuple(map(words.identifier, side.identifiers)) for side in (asked, listed))
    return _same() if one & two else _agreement(mine, theirs)


def _same() -> Value:
    return Styled("the same value on both sides", "good")


def _plain(value: str) -> str:
    return "".join(letter for letter in value.partition(" (")[0].casefold() if letter.isalnum())


def _write_reasons(sheet: Sheet, reasons: Sequence[Reason], score: float) -> None:
    sheet.section("How the score came about")
    sheet.row(["Feature", "Asked", "Listed", "Points", "In words"], ["header"] * 5)
    for one in reasons:
        row: list[Value] = [words.feature(one.feature), one.asked or "–", one.listed or "–", one.points, one.detail]
        sheet.row(row, ["label", "text", "text", "points", "text"])
    sheet.row([SUM, None, None, score, None], ["sum", "sum", "sum", "sum_points", "sum"])


def _write_listings(sheet: Sheet, entity: Entity) -> None:
    sheet.section("Listings")
    sheet.row(["Programme", "Legal basis", "Measures", "Listed on", "Reference, end"], ["header"] * 5)
    for one in entity.listings:
        last = tuple(filter(None, (one.reference, f"ended {one.ended_on}" if one.ended_on else None)))
        sheet.row(
            [one.programme, one.legal_basis or "–", one.measures or "–", one.listed_on or "–", last or "–"],
            ["label", "text", "text", "date", "text"],
        )
    if not entity.listings:
        sheet.across("The publisher states no programme.", "prose")


def _write_law(sheet: Sheet, paper: Paper, entity: Entity) -> None:
    """What the programmes rest on, each instrument once."""
    key = programmes_list(entity.list, paper.definitions)
    tags = [(tag, key) for tag in entity.programmes]
    sheet.section("Programmes and their law")
    for basis in legal_basis(paper.frameworks, tags, paper.screening.asked_at.date()):
        instrument, brief, citation, provisions, follows, state, checked = law_words(basis, paper.frameworks)
        sheet.row([basis.programme, instrument], ["label", "label"], spans=(1, 4))
        told = (
            ("In brief", brief),
            ("Citation", citation),
            ("Provisions", provisions),
            ("What follows", follows),
            ("State", state),
            ("Checked", checked),
        )
        facts(sheet, ((label, value) for label, value in told if value != "–"))
    if not tags:
        sheet.across("No programme, so nothing to explain.", "prose")


def _elsewhere(paper: Paper, one: Decided) -> Iterator[tuple[str, Value]]:
    hit = one.finding.hit
    page = page_of(hit.entity, paper.definitions)
    yield "Publisher's page", Styled(page, "link") if isinstance(page, Link) else page
    links = tuple(f"{link.scheme} {link.value} ({link.relation})" for link in hit.entity.links)
    if links:
        yield "Linked records", links
    if hit.copies:
        yield "Copies", hit.copies


def _write_steps(sheet: Sheet, last: Decision | None) -> None:
    """FAQ 5, step by step, with the answers that were recorded or room for them."""
    sheet.section("Match resolution, after OFAC's FAQ 5")
    answers = last.body.steps if last else {}
    for step in STEPS:
        answer: Value = answers.get(step.key) or Styled(None, "input")
        sheet.row([step.heading, step.prompt, " / ".join(step.answers), answer], ["label", "text", "text_grey", "text"], spans=(1, 2, 1, 1))


def _write_history(sheet: Sheet, one: Decided) -> None:
    sheet.section("Decisions and their history")
    if one.remembered.words:
        sheet.across(f"On the day of the screening: {one.remembered.state}. {one.remembered.sentence()}", "prose")
    if not one.history:
        sheet.across("Nothing is recorded until the moment named on the sheet Alert.", "prose")
        return
    sheet.row(["Recorded (UTC)", "Decision", "Why", "Entry", "By whom, and the check"], ["header"] * 5)
    for each in one.history:
        sheet.row(
            [each.at, f"{each.body.disposition} ({each.state})", each.why or "–", each.seq, _who(each)],
            ["datetime", "text", "text", "integer", "text"],
        )


def _who(one: Decision) -> tuple[str, ...]:
    body, check = one.body, one.check
    lines = [f"{body.maker} (user {body.user}) on {body.decided_on}, screening {body.screening}"]
    if body.review_on:
        lines.append(f"to be reviewed on {body.review_on}")
    if check:
        lines.append(f"{check.verdict} by {check.checker} on {check.at:%Y-%m-%d}" + (f": {check.note}" if check.note else ""))
    elif body.check:
        lines.append("a second person has not checked it yet")
    return tuple(lines)
