"""The follow-up sheet of true matches: what is due when, and room to say that it was done.

Dates are counted by ``sanctions.deadlines`` from days that a person names: when property became blocked or a transaction
was rejected is no fact of a screening. So each match has the dates for "blocked on the day of the decision", and a
calendar gives the due date of every other day. Only OFAC's duties are counted; other publishers' are named as open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from sanctions import deadlines
from sanctions.model import Entity
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.layout import Book, Column, Furniture
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.papers import Decided, Paper, decided, describe, facts, head, record_facts
from sanctions.workbook.saving import save, written_beside

CALENDAR_DAYS = 120
"""How many days after the screening the calendar gives due dates for."""

_OFAC = ("us_ofac_sdn", "us_ofac_cons")
_WIDTHS = (24, 16, 16, 16, 16, 18)
_MATCHES = (
    Column("Hit", 8),
    Column("Party", 20),
    Column("Listed name", 20),
    Column("Entry", 17),
    Column("Programme", 14),
    Column("Decided", 19),
    Column("Report due if blocked or rejected on that day", 17, "date"),
    Column("Annual report due", 12, "date"),
    Column("Keep records at least until", 13, "date"),
    Column("Blocked or rejected on", 12, "input_date"),
    Column("What: property, amount", 20, "input"),
    Column("Report due (see Calendar)", 12, "input_date"),
    Column("Reported on", 12, "input_date"),
    Column("Reference", 14, "input"),
    Column("Done by", 14, "input"),
)
_CALENDAR = (
    Column("Blocked or rejected on", 14, "date"),
    Column("Weekday", 13),
    Column("Report due", 14, "date"),
    Column("Weekday due", 13),
    Column("Annual report due", 14, "date"),
    Column("Holidays in between", 48),
)
_NOT_OFAC = "not OFAC's: not counted here"


def write_follow_up(paper: Paper, path: Path) -> None:
    """Write the follow-up of a screening's true matches. Raises OutputError if it cannot be written."""
    matches = list(
        {(one.remembered.memory, one.finding.hit.entity.id): one for one in reversed(decided(paper)) if one.true_match}.values()
    )[::-1]
    with written_beside(path) as part, Book(Furniture(report=paper.screening.id, notice=words.notice(paper.screening))) as book:
        _write_duties(book, paper, matches)
        write_listing(book, _listing(), (_row(one) for one in matches))
        write_listing(book, _calendar(paper), _days(paper.screening.asked_at.date()))
        describe(book, paper, f"Follow-up of true matches: {paper.screening.id}")
        save(book.workbook, part)


def _write_duties(book: Book, paper: Paper, matches: Sequence[Decided]) -> None:
    sheet = book.sheet("Follow-up", _WIDTHS, upright=True, tab="B42318")
    head(sheet, paper, "Follow-up of true matches")
    sheet.section("Answer")
    sheet.across(_answer(matches), "strong")
    sheet.section("What is due, and on what it rests")
    for label, text in _duties():
        sheet.row([label, text], ["label", "text"], spans=[1, 5])
    sheet.section("How the days are counted")
    for line in _counting():
        sheet.across(line, "prose")
    sheet.section("Record")
    facts(sheet, record_facts(paper))


def _answer(matches: Sequence[Decided]) -> str:
    if not matches:
        return "No hit of this screening is decided to be a true match, so nothing is to be followed up."
    waiting = sum(one.last is not None and one.last.state == "awaiting" for one in matches)
    checks = f" {waiting:,} of them await a second person's check: the days run all the same." if waiting else ""
    return f"{words.plural(len(matches), 'hit')} decided to be a true match, each on the sheet True matches.{checks}"


def _duties() -> Iterator[tuple[str, str]]:
    yield (
        "Blocked property",
        "Reported to OFAC within 10 business days from the day on which it became blocked (31 CFR 501.603(b)(1)).",
    )
    yield "Rejected transaction", "Reported to OFAC within 10 business days of the rejection (31 CFR 501.604)."
    yield (
        "Annual report",
        "Blocked property held on 30 June is reported by 30 September of that year (31 CFR 501.603(b)(2)). "
        "30 September is the last day, whatever weekday it is.",
    )
    yield "How to report", "Electronically, in the OFAC Reporting System (89 FR 40372, in force since 8 August 2024)."
    yield (
        "Records",
        "Kept for at least ten years, those of blocked property for ten years after it is unblocked (31 CFR 501.601; 90 FR 13286, in force "
        "since 12 March 2025). The dates given here count from the decision and are the least; they grow while property stays blocked.",
    )
    yield (
        "Other lists",
        "The United Nations, the European Union, the United Kingdom and others have duties and days of their own, not counted here.",
    )
    yield (
        "Advice",
        "Whether property is blocked, or a transaction must be rejected, is a question of law; an entry of the consolidated (non-SDN) list "
        "need not block anything. Ask counsel, or OFAC, where many things agree.",
    )


def _counting() -> Iterator[str]:
    yield (
        "A business day is Monday to Friday without the eleven legal public holidays of 5 U.S.C. 6103(a), kept on Friday where they fall "
        "on a Saturday (6103(b)) and on Monday where they fall on a Sunday (Executive Order 11582). Part 501 does not define the word."
    )
    yield "The day of blocking or rejection is not counted; the report is due by the end of the day named."
    yield "Days off that a President orders, and Inauguration Day, are counted as business days, so that no date named here is too late."


def _listing() -> Listing:
    return Listing(
        title="True matches",
        table="TrueMatches",
        columns=_MATCHES,
        intro=(
            "One row a true match. The white dates assume that property was blocked on the day of the decision; if it was another day, "
            "enter it in yellow and take its due date from the sheet Calendar. An entry of another publisher than OFAC has duties under "
            "its own law, which are not counted here.",
        ),
        empty="There is no true match.",
        frozen=3,
        tab="B42318",
    )


def _row(one: Decided) -> list[Value]:
    entity, last = one.finding.hit.entity, one.last
    assert last is not None
    on = last.body.decided_on
    due: list[Value] = (
        [deadlines.report_due(on), deadlines.annual_report_due(on)] if _of_ofac(entity) else [Styled(_NOT_OFAC, "caution"), "–"]
    )
    told = (f"{on} by {last.body.maker}", *(["check awaited"] if last.state == "awaiting" else []))
    who: list[Value] = [one.finding.number, one.finding.result.party.name, entity.name, entity.id, entity.programmes or "not stated", told]
    return [*who, *due, deadlines.keep_until(on), None, None, None, None, None, None]


def _of_ofac(entity: Entity) -> bool:
    """Whether an entry is OFAC's own, or another list's copy of one."""
    return entity.list in _OFAC or any(link.scheme == "ofac" and link.relation == "same" for link in entity.links)


def _calendar(paper: Paper) -> Listing:
    first = paper.screening.asked_at.date()
    return Listing(
        title="Calendar",
        table="Calendar",
        columns=_CALENDAR,
        intro=(f"When a report to OFAC is due, by the day of blocking or rejection: {first} and the {CALENDAR_DAYS} days after it.",),
        empty="No day.",
        upright=True,
    )


def _days(first: date) -> Iterator[list[Value]]:
    for number in range(CALENDAR_DAYS + 1):
        event = first + timedelta(days=number)
        due = deadlines.report_due(event)
        off = tuple(f"{day}, {name}" for day, name in deadlines.holidays_between(event, due))
        yield [event, f"{event:%A}", due, f"{due:%A}", deadlines.annual_report_due(event), off or "–"]
