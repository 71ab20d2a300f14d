"""The workbook of decisions that a second person checks: those that await it, or a sample for the second line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sanctions.review import Decision
from sanctions.review.words import STEPS
from sanctions.version import __version__
from sanctions.workbook.cells import Value
from sanctions.workbook.layout import Book, Choice, Column, Furniture
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.saving import save, written_beside

PROTECTED = (
    Column("Decision", 9, "number"),
    Column("Party ID", 12),
    Column("Party", 26),
    Column("Who was hit", 18),
    Column("Listed name", 26),
    Column("Entry", 20),
    Column("Score", 8, "score"),
    Column("Band", 10),
    Column("Disposition", 14),
    Column("Reason", 18),
    Column("Rationale", 40),
    Column("Steps answered", 34),
    Column("Decided by", 16),
    Column("Decided on", 12, "date"),
    Column("Cleared until", 12, "date"),
    Column("State", 14),
    Column("Report and hit", 30),
)
CHECK, NOTE = Column("Check", 12, "input"), Column("Checker's note", 40, "input")
KEY = Column("Key", 14, "mono", hidden=True)
COLUMNS = (*PROTECTED, CHECK, NOTE, KEY)
VERDICTS = ("agreed", "returned")
CHOICES = (Choice(heading=CHECK.heading, prompt="Do you agree? What is returned is open again; say why in the note.", words=VERDICTS),)


def write_checks(decisions: Sequence[Decision], path: Path, *, title: str, intro: Sequence[str], now: datetime) -> None:
    """Write the workbook to ``path``; the same arguments give the same bytes. Raises OutputError; an earlier file is then unchanged."""
    listing = Listing(
        title="Checks",
        table="Checks",
        columns=COLUMNS,
        intro=(
            *intro,
            "Answer in the yellow columns; “sanctions review import” takes the answers in. All other cells are protected.",
        ),
        empty="There is no such decision.",
        choices=CHOICES,
        frozen=3,
        pages=2,
        tab="B42318",
        locked=True,
    )
    with written_beside(path) as part, Book(Furniture(report=title)) as book:
        write_listing(book, listing, map(check_row, decisions))
        about = book.workbook.properties
        about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
        about.title = title
        about.created = about.modified = now
        save(book.workbook, part)


def check_row(decision: Decision) -> list[Value]:
    """A decision's values under ``COLUMNS``."""
    body = decision.body
    return [
        decision.seq,
        body.party,
        body.name,
        f"{body.role}: {body.subject}" if body.role else "the party itself",
        body.listed,
        body.entity,
        body.score,
        body.band,
        body.disposition,
        body.code or "–",
        body.rationale or "–",
        tuple(f"{step.heading} {body.steps[step.key]}" for step in STEPS if step.key in body.steps) or "–",
        body.maker,
        body.decided_on,
        body.review_on or "–",
        decision.state,
        f"{body.screening}, hit {body.key}",
        None,
        None,
        f"decision:{decision.seq}",
    ]
