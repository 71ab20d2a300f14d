"""The sheets of a case's report that are in order of time: the timeline and the chronology."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sanctions.casework.records import CaseFile
from sanctions.casework.words import Identity
from sanctions.frameworks import Frameworks, find_framework
from sanctions.workbook import case_words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.charts import stacked
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing


def write_chronology(book: Book, case: CaseFile, frameworks: Frameworks) -> None:
    columns = (Column("Date", 22), Column("What", 14), Column("Event", 100), Column("Reference", 34))
    listing = Listing(
        title="Chronology",
        table="Chronology",
        columns=columns,
        intro=("Facts by the date of what they tell, laws in scope and listings relied on, in order of time. Undated facts stand last.",),
        empty="Nothing is dated.",
    )
    rows = sorted(_events(case, frameworks), key=lambda event: event[0])
    write_listing(book, listing, (row for _, row in rows))


def write_timeline(book: Book, case: CaseFile, frameworks: Frameworks) -> None:
    """A native chart of what each year brought, beside its figures; a year alone is all that most acts are dated by."""
    sheet = book.sheet("Timeline", (10, 10, 10, 10, 3, 100), tab="98A2B3")
    sheet.line("Timeline", "title")
    sheet.line(case_words.NOT_ADVICE, "warning_line")
    sheet.line(
        "Acts that the facts tell of, what became of the laws in scope, and listings relied on, by year. Undated facts are left out."
    )
    sheet.blank()
    events = [(day.year, row[1]) for day, row in _events(case, frameworks) if day != date.max]
    counted = Counter((year, what.value if isinstance(what, Styled) else what) for year, what in events)
    if not counted:
        sheet.line("Nothing is dated.")
        return
    kinds = ("fact", "law", "listing")
    sheet.row(["Year", "Acts", "Laws", "Listings"], ["header"] * 4)
    first = sheet.at
    years = [year for year, _ in events]
    for year in range(min(years), max(years) + 1):
        sheet.row([str(year), *(counted[year, kind] for kind in kinds)], ["label", "integer", "integer", "integer"])
    colours = ((2, "C0504D"), (3, "1F3864"), (4, "F0B840"))
    stacked(sheet, "By year", (first, sheet.at - 1), colours, f"F{first - 1}", width=22.0, height=11.0, lying=False, axis="events")


def _events(case: CaseFile, frameworks: Frameworks) -> Iterator[tuple[date, list[Value]]]:
    for fact in case.facts:
        known = f"; published {fact.published}" if fact.published else ""
        day = fact.act.first if fact.act else date.max
        yield day, [fact.when or "not known", Styled("fact", "band_possible"), f"{fact.id}: {fact.statement}", f"{fact.grade}{known}"]
    for key in dict.fromkeys(scope.framework for scope in case.case.scope):
        framework = find_framework(frameworks, key)
        for event in framework.status:
            words = f"{framework.short_title}: {event.event.value.replace('_', ' ')}" + (f", {event.by}" if event.by else "")
            yield event.date.first, [str(event.date), "law", words, framework.citations[0]]
    for party in case.case.parties:
        sure = "" if party.identity is Identity.KNOWN else " (that it is the same body is not proved)"
        for one in party.designations:
            yield (
                one.on,
                [one.on.isoformat(), Styled("listing", "caution"), f"{party.name}{sure}: {one.entity} [{one.programme}]", one.source],
            )
