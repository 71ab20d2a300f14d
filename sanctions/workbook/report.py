"""``write_report``: a screening in, an Excel due-diligence report out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sanctions.catalogue import ListDefinition
from sanctions.frameworks import Frameworks
from sanctions.model import Screening
from sanctions.review import Standing
from sanctions.version import __version__
from sanctions.workbook import words
from sanctions.workbook.basis import write_basis
from sanctions.workbook.cells import safe
from sanctions.workbook.contents import BookNotes, FeatureNote, ReportSummary, count, findings
from sanctions.workbook.explanation import write_explanation
from sanctions.workbook.hits import write_hits
from sanctions.workbook.layout import Book, Furniture
from sanctions.workbook.method import write_method
from sanctions.workbook.saving import save, written_beside
from sanctions.workbook.sources import write_lists
from sanctions.workbook.summary import write_summary
from sanctions.workbook.targets import write_targets
from sanctions.workbook.unhit import write_no_hits, write_not_screened


def write_report(
    screening: Screening,
    path: Path,
    *,
    frameworks: Frameworks,
    features: Sequence[FeatureNote],
    notes: BookNotes | None,
    now: datetime,
    definitions: Mapping[str, ListDefinition] | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> ReportSummary:
    """Write the workbook of a screening to ``path`` and say what was written.

    ``definitions`` (a catalogue) makes the links to publishers' pages live; without it they are text. ``standings`` are
    what earlier decisions say of the hits, by their keys. The same
    arguments give the same bytes. Raises OutputError if the file cannot be written; an earlier one at ``path``
    is then unchanged.
    """
    found, counts = findings(screening, standings), count(screening, notes, standings)
    furniture = Furniture(report=screening.id, notice=words.notice(screening))
    with written_beside(path) as part, Book(furniture) as book:
        write_summary(book, screening, found, counts, notes)
        write_hits(book, screening, found, frameworks, definitions or {})
        if notes and notes.targets is not None:
            write_targets(book, screening, found, notes.targets)
        write_no_hits(book, screening)
        write_not_screened(book, screening, counts.blank)
        write_explanation(book, found)
        write_lists(book, screening)
        write_basis(book, screening, found, frameworks, definitions or {})
        write_method(book, screening, features, notes, now)
        _describe(book, screening, now)
        save(book.workbook, part)
        digest, size = _digest(part)
    return ReportSummary(path=path, sha256=digest, size=size, sheets=tuple(book.workbook.sheetnames), counts=counts)


def _describe(book: Book, screening: Screening, now: datetime) -> None:
    """The document's properties: what a file manager or an archive shows of it."""
    about = book.workbook.properties
    about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
    about.title = safe(f"Sanctions screening report {screening.id}")
    about.subject = safe(f"Screening of {screening.book or 'names given by hand'}")
    about.identifier = safe(screening.id)
    about.description = words.DEMO if screening.demo else "A hit is a similarity, not an identity."
    about.keywords = "sanctions; screening; due diligence"
    about.created = screening.asked_at.astimezone(UTC)
    about.modified = now.astimezone(UTC)


def _digest(path: Path) -> tuple[str, int]:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest(), path.stat().st_size
