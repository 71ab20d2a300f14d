"""The US Consolidated Screening List as CSV (consolidated.csv)."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SourceError
from sanctions.model import Entity
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.csl_common import CslReader
from sanctions.readers.tabular import Row, read_rows

NEEDED = ("source", "name", "alt_names", "addresses", "ids")
"""Columns without which a file is not this list; the first column is "_id" or "id"."""


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The entries, one a row. A header that stands again among the rows, and a row cut short, are reported.

    Raises SourceError if the file is not this list or not a table.
    """
    name = layout.files[0].name
    reader = CslReader(definition, report)
    checked = False
    for row in read_rows(source.path(name)):
        if not checked:
            _check_columns(row, name)
            checked = True
        if _is_header(row):
            report.problem(f"{name}, row {row.number}: the header stands here again; the row was passed over.")
            continue
        if row.width != len(row.cells):
            report.problem(f"{name}, row {row.number}: {row.width} of {len(row.cells)} columns; what they hold was read.")
        if row.surplus:
            report.unread["beyond the last column"] += len(row.surplus)
        entity = reader.entity(row.cells, f"{name}, row {row.number}")
        if entity:
            yield entity
    if not checked:
        raise SourceError(f"{name} has a header and nothing below it; fetch it again.")


def _check_columns(row: Row, name: str) -> None:
    lacking = [column for column in NEEDED if column not in row.cells]
    if lacking or not row.cells.keys() & {"_id", "id"}:
        held = ", ".join(list(row.cells)[:6])
        raise SourceError(
            f"{name} is not the Consolidated Screening List: it has no column {', '.join(lacking) or '_id'} (its columns begin: {held}); "
            f"fetch it again from its publisher."
        )


def _is_header(row: Row) -> bool:
    return row.cells["source"] == "source" and row.cells["name"] == "name"


def _recognises(name: str, head: bytes) -> bool:
    first = head.partition(b"\n")[0]
    return name.lower().endswith(".csv") and b"source," in first and b"alt_names" in first and b"source_information_url" in first


FORMAT = Format(key="csl-csv", title="US Consolidated Screening List, CSV", version=1, recognises=_recognises, read=read)
