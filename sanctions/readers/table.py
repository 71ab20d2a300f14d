"""Any CSV, XLSX or ODS that a TOML can describe: ``[layouts.table]`` of a list's definition says what its columns are.

``lists/README.md`` explains each field with an example. A row is an entity, or several rows with the same
id are one. Every column of the file is read, ignored by name, or reported; a column that the definition
names and the file lacks is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from sanctions.catalogue import Layout, ListDefinition, TableDefinition
from sanctions.dates import parse_date
from sanctions.errors import SourceError
from sanctions.model import Entity
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import made_id, numbered
from sanctions.readers.table_entity import TableEntity
from sanctions.readers.table_rows import RowReader
from sanctions.readers.tabular import Cells, Row, check_headers, clean, read_cells, under_header

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods")


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The entities of all the layout's files, which share one table definition.

    Raises SourceError for a file that is no table, or lacks a column that the definition names.
    """
    assert layout.table is not None
    ids: set[str] = set()
    for file in layout.files:
        if file.optional and not source.has(file.name):
            report.missing.append(file.name)
            continue
        reader = RowReader(layout.table, definition, report, file.name)
        for rows in _grouped(_rows(source, file.name, layout.table, report), reader, layout.table.group):
            if entity := _entity(rows, reader, ids):
                report.entries += 1
                yield entity


def _rows(source: Source, name: str, table: TableDefinition, report: ReadReport) -> Iterator[Row]:
    cells = read_cells(source.path(name), encoding=table.encoding, delimiter=table.delimiter, sheet=table.sheet)
    _published(islice(cells, table.header_row - 1), table, report)
    header = next(cells, None)
    if header is None:
        raise SourceError(f"{name} has no row {table.header_row}, where its header should be; the file ends before it.")
    _check_columns(check_headers(header[1], name, header[0]), table, name)
    for row in under_header(_again(header, cells), name, table.header_row):
        if row.width > len(row.cells):
            report.unread["cells beyond the last column"] += len([cell for cell in row.surplus if clean(cell)])
        yield row


def _again(first: tuple[int, Cells], rest: Iterator[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
    yield first
    yield from rest


def _published(above: Iterable[tuple[int, Cells]], table: TableDefinition, report: ReadReport) -> None:
    """The publisher's date, if the definition says how to find it in the rows above the header."""
    text = "\n".join(",".join(cells) for _, cells in above)
    if not table.published:
        return
    found = re.search(table.published, text)
    try:
        report.published = parse_date(found[1]).first if found else None
    except ValueError as problem:
        report.problem(f"Above the header: {problem}.")
    if report.published is None:
        report.problem(f"No date of publication was found above the header by {table.published!r}.")


def _check_columns(headers: list[str], table: TableDefinition, name: str) -> None:
    lacking = [column for column, reading in table.readings if not reading.optional and clean(column) not in headers]
    if lacking:
        raise SourceError(
            f"{name} has no column {', '.join(map(repr, dict.fromkeys(lacking)))}; it has: {', '.join(headers)[:300]}. "
            f"Either this is not the file, or its publisher changed it: mend the list's definition."
        )


def _grouped(rows: Iterator[Row], reader: RowReader, group: str | None) -> Iterator[list[Row]]:
    if group is None:
        yield from ([row] for row in rows)
    elif group == "adjacent":
        yield from (list(same) for _, same in groupby(rows, key=reader.id_of))
    else:
        gathered: dict[str, list[Row]] = {}
        key = reader.name_of if group == "name" else reader.id_of
        for row in rows:
            gathered.setdefault(key(row), []).append(row)
        yield from gathered.values()


def _entity(rows: list[Row], reader: RowReader, ids: set[str]) -> Entity | None:
    """One entity from the rows that describe it; None, with the problem reported, if they give no name."""
    found = TableEntity()
    for row in rows:
        reader.read(row, found)
    if not found.names:
        reader.report.problem(f"{reader.file}, row {rows[0].number}: no name stands here; the row was left out.")
        return None
    key = reader.id_of(rows[0]) or made_id(found.names[0].full, (listing.programme for listing in found.listings))
    unique = next(name for name in numbered(key) if name not in ids)
    if unique != key and reader.has_id:
        reader.report.problem(f"{reader.file}, row {rows[0].number}: the id {key!r} is there already; this entry is called {unique!r}.")
    ids.add(unique)
    return found.build(unique, reader.definition, reader.table, rows)


def _recognises(name: str, head: bytes) -> bool:
    """By its suffix, and that it is no page, document or other archive: what its columns are shows only when it is read."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if name.lower().endswith((".xlsx", ".xlsm", ".ods")):
        return start.startswith(b"PK\x03\x04")
    return name.lower().endswith(SUFFIXES) and bool(start) and not start.startswith((b"<", b"{", b"[", b"PK", b"%PDF"))


FORMAT = Format(
    key="table", title="A table that the list's definition describes (CSV, XLSX, ODS)", version=1, recognises=_recognises, read=read
)
