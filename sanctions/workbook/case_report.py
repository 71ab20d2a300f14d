"""``write_case_report``: an assessed case in, an Excel due-diligence report out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sanctions.casework.candidates import Settled, read_candidates
from sanctions.casework.comparing import side_by_side
from sanctions.casework.findings import Assessment
from sanctions.casework.listed import Listings
from sanctions.casework.records import CaseFile
from sanctions.casework.words import Identity, State
from sanctions.frameworks import Frameworks
from sanctions.model import Screening
from sanctions.version import __version__
from sanctions.workbook import case_dates, case_evidence, case_sheets, case_words
from sanctions.workbook.cells import Link, Styled, Value, safe
from sanctions.workbook.charts import stacked
from sanctions.workbook.layout import Book, Furniture
from sanctions.workbook.saving import save, written_beside
from sanctions.workbook.sources import write_lists
from sanctions.workbook.words import plural

_COVER = (24, 16, 16, 16, 16, 16)
_FINDINGS = (36, 30, 11, 11, 11, 34)
_STATES = ((3, "7FB77E"), (4, "F0B840"), (5, "E2857B"))
"""The columns of the findings that are charted, with their colours: supported, contested, open."""

_SHEETS = (
    ("Findings", "the answer on a page, and provision by provision"),
    ("By date", "the same provisions on other days"),
    ("Matrix", "provisions across kinds of element, in colours and words"),
    ("Elements", "each element: its question, its state, by which facts, and why"),
    ("Evidence register", "each statement: grade, source, exhibits, what it bears on"),
    ("Timeline", "how many acts, laws and listings each year brought, as a chart"),
    ("Chronology", "facts, law and listings in order of time"),
    ("Exhibits", "what is held, with digests and how it was collected"),
    ("Listings", "the subject and related parties on the lists, and the gaps between them"),
    ("Counter-evidence", "what tells against, and the limits of the case"),
    ("Gaps", "what is open, and what evidence would close it"),
    ("Law", "the provisions in our own words, with citation and verification"),
    ("Lists searched", "the copies of the lists: dates, digests, entries, state"),
    ("Method", "the rule of the assessment, versions, grades"),
    ("Sign-off", "two people, to be filled in"),
)


class CaseContents(msgspec.Struct, frozen=True, kw_only=True):
    """All that the report is made from. The first assessment is the one shown in full."""

    case: CaseFile
    assessments: Sequence[Assessment]
    listings: Listings | None
    frameworks: Frameworks
    now: datetime

    @property
    def main(self) -> Assessment:
        return self.assessments[0]


def write_case_report(
    case: CaseFile, assessments: Sequence[Assessment], listings: Listings | None, path: Path, *, frameworks: Frameworks, now: datetime
) -> None:
    """Write the workbook of a case to ``path``. Raises OutputError; an earlier file there is then unchanged."""
    contents = CaseContents(case=case, assessments=assessments, listings=listings, frameworks=frameworks, now=now)
    notice = case_words.NOT_ADVICE if not case.case.confidential else f"CONFIDENTIAL – {case_words.NOT_ADVICE}"
    with written_beside(path) as part, Book(Furniture(report=case.case.id, notice=notice[:80])) as book:
        _cover(book, contents)
        _findings(book, contents)
        case_sheets.write_dates(book, contents.assessments)
        case_sheets.write_matrix(book, contents.main)
        case_sheets.write_elements(book, contents.main)
        case_evidence.write_register(book, case, contents.main)
        case_dates.write_timeline(book, case, contents.frameworks)
        case_dates.write_chronology(book, case, contents.frameworks)
        case_evidence.write_exhibits(book, case)
        case_evidence.write_listings(book, listings)
        case_evidence.write_counter(book, case)
        case_sheets.write_gaps(book, contents.main)
        case_sheets.write_law(book, contents.main, frameworks)
        write_lists(book, _searched(contents))
        case_sheets.write_method(book, case, listings, now)
        case_sheets.write_signoff(book)
        _describe(book, contents)
        save(book.workbook, part)


def _searched(contents: CaseContents) -> Screening:
    """The lists as the sheet of any screening wants them."""
    listings = contents.listings
    return Screening(
        id=contents.case.case.id,
        asked_at=contents.now,
        engine=listings.engine if listings else "",
        threshold=listings.threshold if listings else 1.0,
        coverage=listings.coverage if listings else (),
        results=(),
    )


def _cover(book: Book, contents: CaseContents) -> None:
    case = contents.case.case
    sheet = book.sheet("Cover", _COVER, upright=True, tab="1F3864")
    sheet.across(case.title, "title", least=30)
    sheet.across(f"Due-diligence report of the case {case.id} · sanctions toolkit {__version__}", "subtitle")
    sheet.across(case_words.NOT_ADVICE, "banner_amber", least=20)
    if case.confidential:
        sheet.across("CONFIDENTIAL", "banner_red", least=20)
    if case.subject.identity is not Identity.KNOWN:
        sheet.across(f"IDENTITY OPEN: the {case.subject.name} is a description and names nobody.", "banner_red", least=20)
    sheet.section("Question")
    sheet.across(case.question, "strong")
    sheet.section("Particulars")
    others = ", ".join(str(one.on) for one in contents.assessments[1:])
    rows = [
        ("Subject", f"{case.subject.name} – {case.subject.identity.meaning}. {case.subject.description}".strip()),
        ("As of", f"{contents.main.on}" + (f"; beside it {others}" if others else "")),
        ("Written", contents.now.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")),
        *((person.role.capitalize(), person.name + (f", {person.contact}" if person.contact else "")) for person in case.people),
        ("Held", _held(contents)),
        ("Redacted", "yes: what rules took out is listed in redactions.json" if contents.case.redacted else "no line of the custody log"),
    ]
    for label, text in rows:
        sheet.row([label, text], ["label", "text"], spans=[1, 5])
    sheet.section("In this workbook")
    for title, what in _SHEETS:
        if title == "By date" and len(contents.assessments) == 1:
            continue
        sheet.row([Styled(Link(title, sheet=title), "link"), what], ["label", "text"], spans=[1, 5])


def _held(contents: CaseContents) -> str:
    """What the case holds; candidate facts that nobody has confirmed are no part of it and are said to be there."""
    waiting = sum(1 for one in read_candidates(contents.case.folder) if one.state is Settled.OPEN)
    held = f"{plural(len(contents.case.facts), 'statement')}, {plural(len(contents.case.exhibits), 'exhibit')}"
    return held + (f"; {plural(waiting, 'candidate fact')} of scans not yet confirmed, counted for nothing" if waiting else "")


def _findings(book: Book, contents: CaseContents) -> None:
    sheet = book.sheet("Findings", _FINDINGS, upright=True, tab="B42318")
    sheet.raw.page_setup.fitToHeight = 1  # the answer is to be seen at once
    sheet.across("Findings", "title", least=28)
    sheet.across(f"As of {contents.main.on}. {case_words.NOT_ADVICE}", "subtitle")
    for number, line in enumerate(case_words.answer(contents.case, contents.main)):
        sheet.across(line, "strong" if number == 0 else "prose")
    sheet.section("Jurisdictions side by side")
    for jurisdiction in side_by_side(contents.main):
        sheet.row([jurisdiction.code, jurisdiction.words], ["label", "text"], spans=[1, 5])
    sheet.section("Provision by provision, in the order of the case")
    sheet.row(["Provision", "Standing", "Supported", "Contested", "Open", "Weakest, and what is open"], ["header"] * 6)
    first = sheet.at
    for finding in contents.main.findings:
        states = [element.state for element in finding.elements]
        supported, contested = states.count(State.SUPPORTED), states.count(State.CONTESTED)
        open_ones = states.count(State.NO_EVIDENCE) + states.count(State.CONTRADICTED)
        what = ", ".join(element.id.replace("_", " ") for element in finding.open_elements) or "nothing"
        row: list[Value] = [
            finding.citation,
            case_words.standing(finding),
            supported,
            contested,
            open_ones,
            f"{_named(finding.weakest)}open: {what}",
        ]
        sheet.row(row, ["label", "text", "integer", "integer", "integer", "text"])
    rows = first, sheet.at - 1
    sheet.blank()
    stacked(sheet, "Elements by state", rows, _STATES, f"A{sheet.at}", width=23.0)


def _named(weakest: str | None) -> str:
    return f"weakest: {weakest.replace('_', ' ')}; " if weakest else ""


def _describe(book: Book, contents: CaseContents) -> None:
    about, case = book.workbook.properties, contents.case.case
    about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
    about.title, about.subject = safe(f"Due-diligence report: {case.title}"), safe(case.question)
    about.identifier, about.description = safe(case.id), case_words.NOT_ADVICE
    about.keywords = "sanctions; due diligence; evidence"
    about.created = about.modified = contents.now.astimezone(UTC)
