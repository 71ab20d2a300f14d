"""The ledger as a workbook: one row an entry, for a reader who has Excel and no database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sanctions.ledger import Entry, Head
from sanctions.ledger.words import sentence
from sanctions.version import __version__
from sanctions.workbook.cells import Value
from sanctions.workbook.layout import Book, Column, Furniture
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.saving import save, written_beside

MOST_BODY = 150
"""Characters of a body that a cell shows; the JSON Lines have it whole."""

_COLUMNS = (
    Column("Entry", 8, "integer"),
    Column("Time (UTC)", 17, "datetime"),
    Column("Who", 13),
    Column("Kind", 12),
    Column("Subject", 27),
    Column("What", 40),
    Column("Body", 58),
    Column("Hash of the entry before", 27, "mono"),
    Column("Hash", 27, "mono"),
)


def write_ledger(entries: Iterable[Entry], head: Head | None, path: Path) -> None:
    """Write the workbook to ``path``. The same entries give the same bytes. Raises OutputError; an earlier file is then unchanged."""
    furniture = Furniture(report=f"Ledger to entry {head.seq:,}" if head else "Ledger")
    listing = Listing(
        title="Ledger",
        table="Ledger",
        columns=_COLUMNS,
        intro=(
            "One row an entry, oldest first; each carries the hash of the one before. "
            f"Bodies are shown to {MOST_BODY} characters; the export as JSON Lines has them whole.",
            f"Head: {head}" if head else "The ledger is empty.",
        ),
        empty="No entry.",
        frozen=1,
    )
    latest: datetime | None = None

    def rows() -> Iterable[list[Value]]:
        nonlocal latest
        for entry in entries:
            latest = datetime.fromisoformat(entry.time)
            yield _row(entry, latest)

    with written_beside(path) as part, Book(furniture) as book:
        write_listing(book, listing, rows())
        about = book.workbook.properties
        about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
        about.title = "Ledger of screenings and decisions"
        about.created = about.modified = (latest or datetime(1980, 1, 1, tzinfo=UTC)).astimezone(UTC)
        save(book.workbook, part)


def _row(entry: Entry, when: datetime) -> list[Value]:
    body = entry.body.decode("utf-8", "replace")
    shown = body if len(body) <= MOST_BODY else f"{body[:MOST_BODY]}… ({len(body):,} characters)"
    return [entry.seq, when, entry.actor, entry.kind, entry.subject or "–", sentence(entry), shown, entry.previous, entry.hash]
