"""The Method sheet: how the scores were made, so that the screening can be examined and repeated."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from datetime import datetime

from sanctions.matching import ofac_tool
from sanctions.matching.meaning import DECIDED_HERE, in_hundred
from sanctions.model import Hit, Screening
from sanctions.version import __version__
from sanctions.workbook import words
from sanctions.workbook.cells import Value
from sanctions.workbook.contents import BookNotes, FeatureNote
from sanctions.workbook.layout import Book, Column, Sheet

_WIDTHS = (30, 18, 96)
_FEATURES = (Column("Feature", 30, "label"), Column("Weight", 18), Column("What it looks at", 96))
_HITS_WORTH = (Column("Right of 100", 30, "label"), Column("Known from", 18), Column("Of which hits, and on what that rests", 96))
_HEADINGS = (Column("Heading in the book", 30), Column("Read", 18), Column("As", 96))
MOST_WARNINGS = 1_000


def write_method(book: Book, screening: Screening, features: Sequence[FeatureNote], notes: BookNotes | None, now: datetime) -> None:
    """Versions, threshold, command, features with their documentation, and how the book was read."""
    sheet = book.sheet("Method", _WIDTHS)
    sheet.line("Method", "title")
    if book.furniture.notice:
        sheet.line(book.furniture.notice, "warning_line")
    sheet.section("How this report was made")
    for label, value in _facts(screening, notes, now):
        sheet.row([label, value], ["label", "text"], spans=[1, 2])
    _write_worth(sheet, screening)
    sheet.section("Features of the score")
    sheet.across(
        "A score is the sum of the points that the features give; it lies between 0 and 1. The sheet Explanation shows each.", "prose"
    )
    sheet.table("Features", _FEATURES, ([words.feature(one.name), _weight(one.weight), _paragraph(one.docstring)] for one in features))
    if notes:
        _write_book(sheet, notes)


def _facts(screening: Screening, notes: BookNotes | None, now: datetime) -> list[tuple[str, Value]]:
    return [
        ("Report ID", screening.id),
        ("Screened at", words.utc(screening.asked_at)),
        ("Written at", words.utc(now)),
        ("Engine", screening.engine),
        ("Toolkit", f"sanctions toolkit {__version__}, Python {platform.python_version()}"),
        ("Command", screening.command or "not run from the command line"),
        ("Threshold", f"{words.threshold(screening)}: a comparison at or above it is a hit"),
        ("Bands", f"{words.bands(screening)}; they order the work and decide nothing"),
        *([("OFAC tool", ofac_tool.NOTE)] if _asked_ofac(screening) else []),
        *_policy(screening),
        (
            "Weak aliases",
            "a hit that only a weak alias carries is recorded and raises no alert, unless the policy or the command asks for it",
        ),
        ("Own definitions", screening.overlay or "none: only the definitions that come with the toolkit"),
        ("Book", notes.file if notes else screening.book or "none: the names were given by hand"),
        *([("SHA-256 of the book", notes.sha256)] if notes and notes.sha256 else []),
        ("This workbook", "holds no formula and no macro; the only live links are those to its own sheets and to publishers' pages"),
    ]


def _asked_ofac(screening: Screening) -> bool:
    return any(hit.ofac_score is not None for result in screening.results for hit in (*result.hits, *result.recorded))


def _write_worth(sheet: Sheet, screening: Screening) -> None:
    """What the column "Right of 100" rests on: a row for each sort of hits in this report."""
    sheet.section("How often such hits are right")
    sheet.across(
        "Right of 100: how many of a hundred hits of the same sort – of persons or others, on the same evidence, in the same band of "
        "scores – were the same target. It says how common such mistakes are, and nothing of the hit itself.",
        "prose",
    )
    hits = [hit for result in screening.results for hit in (*result.hits, *result.recorded) if hit.right_basis]
    rows = dict.fromkeys(_worth_row(hit) for hit in sorted(hits, key=lambda hit: -hit.score))
    if not sheet.table("HitsWorth", _HITS_WORTH, map(list, rows)):
        sheet.across("It was not measured for the hits of this report.", "prose")


def _worth_row(hit: Hit) -> tuple[Value, ...]:
    if hit.right_share is None:
        return "not stated", "the lists", hit.right_basis
    return in_hundred(hit.right_share), "decisions here" if DECIDED_HERE in hit.right_basis else "a measurement", hit.right_basis


def _policy(screening: Screening) -> list[tuple[str, Value]]:
    """The policy in force: its name, the digest of its file, and its rules."""
    policy = screening.policy
    if policy is None:
        return []
    name = f"{policy.name}, a trial and not the policy in force" if policy.what_if else policy.name
    rules: list[tuple[str, Value]] = [("Policy", name), ("Rules of the policy", " ".join(policy.terms))]
    return [*rules, ("SHA-256 of the policy", policy.sha256)] if policy.sha256 else rules


def _weight(weight: float | str) -> str:
    return weight if isinstance(weight, str) else f"{weight:g}"


def _paragraph(docstring: str) -> str:
    """A docstring as one paragraph."""
    return " ".join(docstring.split()) or "(not documented)"


def _write_book(sheet: Sheet, notes: BookNotes) -> None:
    sheet.section("How the book was read")
    rows = ([heading, "yes" if meaning else "NOT READ", meaning or "–"] for heading, meaning in notes.columns.items())
    if not sheet.table("BookColumns", _HEADINGS, rows):
        sheet.across("No columns: the parties were not read from a table.", "prose")
    sheet.section("Warnings")
    for warning in notes.warnings[:MOST_WARNINGS]:
        sheet.across(warning, "text")
    if not notes.warnings:
        sheet.across("None.", "prose")
    if len(notes.warnings) > MOST_WARNINGS:
        sheet.across(f"And {len(notes.warnings) - MOST_WARNINGS:,} more warnings, not shown here.", "text")
