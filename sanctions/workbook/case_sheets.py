"""The sheets of a case's report that show the assessment: matrix, days, elements, gaps, law, method, sign-off."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from datetime import datetime

from sanctions.casework import assessing
from sanctions.casework.findings import Assessment, Finding
from sanctions.casework.listed import Listings
from sanctions.casework.records import CaseFile
from sanctions.casework.words import Credibility, Reliability
from sanctions.frameworks import ElementKind, Frameworks, consequence_words
from sanctions.version import __version__
from sanctions.workbook import case_words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing

_KINDS = tuple(ElementKind)


def write_matrix(book: Book, assessment: Assessment) -> None:
    """Provisions down, kinds of element across."""
    columns = (Column("Provision", 25, "label"), Column("Standing", 20), *(Column(kind.value.capitalize(), 19) for kind in _KINDS))
    listing = Listing(
        title="Matrix",
        table="Matrix",
        columns=columns,
        intro=(
            f"As of {assessment.on}. Each cell names the elements of its kind and how they stand on the facts that count on that day.",
            "green: supported   amber: contested   red: contradicted   pink: without evidence   grey: none of that kind, or set aside",
        ),
        empty="No provision is in scope.",
        frozen=1,
        tab="B42318",
    )
    write_listing(book, listing, (_matrix_row(finding) for finding in assessment.findings))


def _matrix_row(finding: Finding) -> list[Value]:
    return [finding.citation, case_words.standing(finding), *(case_words.of_kind(finding, kind) for kind in _KINDS)]


def write_dates(book: Book, assessments: Sequence[Assessment]) -> None:
    """Provisions down, days across; no sheet where only one day is assessed."""
    if len(assessments) < 2:
        return
    listing = Listing(
        title="By date",
        table="ByDate",
        columns=(Column("Provision", 40, "label"), *(Column(str(one.on), 24) for one in assessments)),
        intro=("The law of each day, and the facts that had been published by then.",),
        empty="No provision is in scope.",
        frozen=1,
        tab="B42318",
    )
    rows: Iterator[list[Value]] = (
        [finding.citation, *(case_words.standing(one.findings[place]) for one in assessments)]
        for place, finding in enumerate(assessments[0].findings)
    )
    write_listing(book, listing, rows)


def write_elements(book: Book, assessment: Assessment) -> None:
    columns = (
        Column("Provision", 26, "label"),
        Column("Standing", 20),
        Column("Element", 16),
        Column("Kind", 11),
        Column("Question", 44),
        Column("State", 16),
        Column("Sources", 9, "integer"),
        Column("Why", 60),
    )
    listing = Listing(
        title="Elements",
        table="Elements",
        columns=columns,
        intro=("Sources: independent ones alone; what repeats another adds nothing. The letters and numbers are Admiralty grades.",),
        empty="No provision is in scope.",
        frozen=1,
        tab="B42318",
    )
    rows: Iterator[list[Value]] = (
        [
            finding.citation,
            case_words.standing(finding),
            element.id.replace("_", " "),
            element.kind.value,
            element.question,
            case_words.state(element),
            element.sources,
            element.why,
        ]
        for finding in assessment.findings
        for element in finding.elements
    )
    write_listing(book, listing, rows)


def write_gaps(book: Book, assessment: Assessment) -> None:
    columns = (
        Column("Provision", 28, "label"),
        Column("Element", 18),
        Column("State", 16),
        Column("Question", 50),
        Column("What would close it", 70),
    )
    listing = Listing(
        title="Gaps",
        table="Gaps",
        columns=columns,
        intro=("Every open element, and what evidence of its kind would close it. One document may close several.",),
        empty="No element is open.",
        frozen=1,
    )
    rows: Iterator[list[Value]] = (
        [finding.citation, one.id.replace("_", " "), case_words.state(one), one.question, one.closes]
        for finding in assessment.findings
        for one in finding.open_elements
    )
    write_listing(book, listing, rows)


def write_law(book: Book, assessment: Assessment, frameworks: Frameworks) -> None:
    columns = (
        Column("Citation", 26, "label"),
        Column("Of", 5),
        Column("Instrument", 24),
        Column("Kind", 14),
        Column("Criterion, in our own words", 60),
        Column("State of mind", 26),
        Column("Law on the day", 26),
        Column("What follows", 104),
        Column("Verified", 12),
        Column("How far this was checked", 40),
        Column("Cautions", 50),
    )
    listing = Listing(
        title="Law",
        table="Law",
        columns=columns,
        intro=("The provisions in scope, in our own words. The text of the instrument decides.",),
        empty="No provision is in scope.",
        frozen=1,
        pages=2,
    )
    write_listing(book, listing, (_law_row(finding, frameworks) for finding in assessment.findings))


def _law_row(finding: Finding, frameworks: Frameworks) -> list[Value]:
    framework = frameworks[finding.framework]
    provision = next(one for one in framework.provisions if one.id == finding.provision)
    return [
        finding.citation,
        finding.jurisdiction,
        finding.instrument,
        finding.designation,
        finding.criterion,
        finding.mental_state,
        finding.law,
        consequence_words(framework, [provision]) or "–",
        Styled("yes", "good") if finding.verified else Styled("NO", "bad"),
        f"{finding.verification} {finding.reviewed_by.capitalize()}.".strip(),
        tuple(finding.cautions) or "–",
    ]


def write_method(book: Book, case: CaseFile, listings: Listings | None, now: datetime) -> None:
    sheet = book.sheet("Method", (24, 20, 96))
    sheet.line("Method", "title")
    sheet.section("The rule of the assessment")
    for paragraph in _rule():
        sheet.across(paragraph, "prose")
    sheet.section("Grades (the Admiralty code)")
    for word in (*Reliability, *Credibility):
        sheet.row(
            [f"{'Source' if isinstance(word, Reliability) else 'Statement'} {word.value}", word.meaning], ["label", "text"], spans=[1, 2]
        )
    sheet.section("How this report was made")
    rows: Sequence[tuple[str, str]] = (
        ("Case", case.case.id),
        ("Written at", now.strftime("%Y-%m-%d %H:%M UTC")),
        ("Toolkit", f"sanctions toolkit {__version__}, Python {platform.python_version()}"),
        ("Names compared by", f"{listings.engine}, threshold {listings.threshold:.2f}" if listings else "nothing was searched"),
        ("This workbook", "holds no formula and no macro; the only live links are those to its own sheets"),
    )
    for label, text in rows:
        sheet.row([label, text], ["label", "text"], spans=[1, 2])


def _rule() -> Iterator[str]:
    """The rule as it stands in the module that carries it out, so that the two cannot part."""
    paragraph = ""
    for line in (assessing.__doc__ or "").splitlines():
        if line[:1].isdigit() and paragraph:
            yield paragraph
            paragraph = ""
        paragraph = f"{paragraph} {line.strip()}".strip()
    yield paragraph


def write_signoff(book: Book) -> None:
    sheet = book.sheet("Sign-off", (30, 40, 40), upright=True)
    sheet.across("Sign-off", "title", least=28)
    sheet.across("Two people: who made the assessment, and somebody else who read the exhibits and checked it.", "prose")
    sheet.blank()
    sheet.row(["", "Assessed by", "Checked by"], ["header"] * 3)
    for label in ("Name", "Position", "Date", "Exhibits read", "Agrees with the findings", "Reservations", "Signature"):
        sheet.row([label, None, None], ["label", "input", "input"], least=44 if label in ("Reservations", "Signature") else 24)
    sheet.blank()
    sheet.across("A lawyer should read the sheet Law against the texts before anything is filed.", "prose")
