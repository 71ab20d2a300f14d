"""What the workbook of a screening is made from: the book's notes, the features' documentation, the frameworks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctions.books import Book
    from sanctions.catalogue import Catalogue
    from sanctions.home import Home
    from sanctions.model import Screening
    from sanctions.review import Standing
    from sanctions.workbook.contents import BookNotes, FeatureNote, ReportSummary, TargetNote


def write_workbook(
    screening: Screening,
    path: Path,
    book: Book | None,
    catalogue: Catalogue,
    home: Home,
    *,
    now: datetime | None = None,
    targets: tuple[TargetNote, ...] | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> ReportSummary:
    """The due-diligence workbook of a screening, with the user's own frameworks beside the shipped ones.

    ``targets`` adds the sheet that shows each target's entries on several lists side by side; ``standings`` are what
    earlier decisions say of the hits.

    Raises OutputError; an earlier file is then unchanged.
    """
    from sanctions.frameworks import load_frameworks
    from sanctions.workbook.report import write_report

    return write_report(
        screening,
        path,
        frameworks=load_frameworks(home.frameworks),
        features=feature_notes(),
        notes=book_notes(book, screening, targets) if book else None,
        now=now or datetime.now(UTC),
        definitions=catalogue,
        standings=standings,
    )


def feature_notes() -> list[FeatureNote]:
    """Every feature of the score with its weight and documentation, for the Method sheet."""
    from sanctions.matching.compare import NAME_FEATURES
    from sanctions.matching.features import FEATURES
    from sanctions.workbook.contents import FeatureNote

    of_names = [FeatureNote(name=name, weight=weight, docstring=doc) for name, (weight, doc) in NAME_FEATURES.items()]
    return of_names + [FeatureNote(name=feature.name, weight=feature.weight, docstring=feature.doc) for feature in FEATURES]


def book_notes(book: Book, screening: Screening, targets: tuple[TargetNote, ...] | None = None) -> BookNotes:
    """What reading the book found, with every row's warnings; ``targets`` as of ``target_notes``."""
    from sanctions.workbook.contents import BookNotes

    read = {column.source: column.meaning for column in book.columns} | dict.fromkeys(book.unused, "")
    warnings = [f"row {result.party.row}: {warning}" for result in screening.results for warning in result.warnings]
    return BookNotes(
        file=book.name,
        sha256=book.sha256,
        columns=read,
        rows_read=book.rows_read,
        rows_screened=book.parties,
        rows_rejected=book.rejected,
        rows_blank=book.blank,
        warnings=(*book.notes, *warnings),
        targets=targets,
    )
