"""Books in XLSX, XLSM, XLS and ODS, read with calamine after a look at how much they unpack to."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from sanctions.books.columns import has_name
from sanctions.books.origin import Origin
from sanctions.books.table import RawRow, Table, find_headings, titles_note
from sanctions.errors import BookError, UsageError

MOST_UNPACKED = 1 << 30
"""Bytes to which a workbook may unpack; a million rows of twenty columns are less."""

MOST_CELLS = 25_000_000
"""Rows times columns of a sheet: calamine sets up the whole rectangle, 32 bytes a cell, and dies if it cannot."""

_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/>])?>')
_EXACT_DIGITS = 10**15
_BLOCK = 1 << 20


def read_spreadsheet(origin: Origin, mapping: Mapping[str, str], sheet: str | None) -> Table:
    """The table of one sheet: the one named, else the first visible one with a name column, else the first visible one.

    Raises BookError for a damaged, locked or monstrous workbook, UsageError for a sheet that it lacks.
    """
    _guard(origin)
    try:
        with origin.open() as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
        visible = [found.name for found in workbook.sheets_metadata if found.visible == SheetVisibleEnum.Visible]
        if sheet is not None and sheet not in workbook.sheet_names:
            raise UsageError(f"The book {origin.name} has no sheet {sheet!r}; its sheets are: {', '.join(workbook.sheet_names)}.")
        chosen, top = _choose(workbook, [sheet] if sheet is not None else visible or workbook.sheet_names, mapping)
    except PasswordError:
        raise BookError(f"The book {origin.name} is locked with a password; save a copy without one.") from None
    except (CalamineError, OSError) as problem:
        raise BookError(
            f"The book {origin.name} is not a whole spreadsheet ({problem}): it may be cut short, damaged or locked with a password. "
            f"Open it in a spreadsheet program and save it again as .xlsx or .csv."
        ) from None
    if top is None:
        raise BookError(
            f"The sheet {chosen!r} of the book {origin.name} is empty. A book needs a row of headings and at least one row of data."
        )
    heading_row = top.number

    def rows() -> Iterator[RawRow]:
        return (row for row in _rows(workbook, chosen) if row.number > heading_row)

    others = [name for name in workbook.sheet_names if name != chosen]
    note = (f"The sheet {chosen!r} was read; these were not: {', '.join(repr(name) for name in others)}.",) if others else ()
    return Table(headings=tuple(top.cells), rows=rows, notes=titles_note(heading_row) + note, sheet=chosen)


def _choose(workbook: CalamineWorkbook, names: list[str], mapping: Mapping[str, str]) -> tuple[str, RawRow | None]:
    first: tuple[str, RawRow | None] | None = None
    for name in names:
        top = find_headings(_rows(workbook, name), mapping)
        if top and has_name(top.cells, mapping):
            return name, top
        first = first if first and first[1] else (name, top)
    assert first is not None  # a workbook has at least one sheet
    return first


def _rows(workbook: CalamineWorkbook, name: str) -> Iterator[RawRow]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.start is None:
        return
    for number, cells in enumerate(sheet.iter_rows(), 1):
        warnings = [_digits_warning(value) for value in cells if type(value) is float and abs(value) >= _EXACT_DIGITS]
        yield RawRow(number=number, cells=[value if type(value) is str else _text(value) for value in cells], warnings=warnings)


def _text(value: Any) -> str:
    if type(value) is float:
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _digits_warning(value: float) -> str:
    return (
        f"the number {int(value)} has more than 15 digits, of which a spreadsheet keeps 15: if it is an account or identity number, "
        f"format its column as text and enter it again"
    )


def _guard(origin: Origin) -> None:
    """Refuse a ZIP that unpacks to more than MOST_UNPACKED, and a sheet whose farthest cells span more than MOST_CELLS."""
    if origin.format != "xlsx":
        return
    try:
        with origin.open() as stream, zipfile.ZipFile(stream) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
                raise BookError(f"The book {origin.name} unpacks to more than {MOST_UNPACKED >> 30} GB; that is no book of parties.")
            for entry in archive.infolist():
                if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                    _measure(archive, entry, origin.name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as problem:
        raise BookError(
            f"The book {origin.name} is a damaged or cut-off spreadsheet ({problem}). Open it in a spreadsheet program and save it again."
        ) from None


def _measure(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    rows = columns = unpacked = 0
    tail = b""
    with archive.open(entry) as stream:
        while block := stream.read(_BLOCK):
            unpacked += len(block)
            found = _CELL.findall(tail + block)
            rows = max(rows, max((int(row) for _, row in found), default=0))
            columns = max(columns, max((_column_number(column) for column in {column for column, _ in found}), default=0))
            tail = block[-200:]
            if rows * columns > MOST_CELLS or unpacked > MOST_UNPACKED:
                raise BookError(
                    f"A sheet of the book {name} ({entry.filename}) reaches to row {rows} and column {columns}; a stray cell far "
                    f"from the table does that. Delete the rows and columns beyond the table, or save the table as .csv."
                )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
