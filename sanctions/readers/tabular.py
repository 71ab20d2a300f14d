"""Rows of a CSV, XLSX or ODS file: decoded, bounded, numbered, under their header.

A cell is given as text. Rows are numbered as a person sees them (1 is the first row of the file, and in a
CSV a quoted cell may run over several lines), so that each complaint can say where to look.
CSV and ODS are streamed; an XLSX's sheet is held in memory while it is read, so its unpacked size is bounded.
"""

from __future__ import annotations

import codecs
import csv
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path

import msgspec

from sanctions.errors import SourceError
from sanctions.patterns import regex
from sanctions.readers.ods import is_ods, ods_rows
from sanctions.spreadsheets import DamagedError, TooLargeError, check_workbook

LARGEST_CELL = 1_000_000
"""Characters. The longest cell seen on a real list has 8,241; one of a million is a quotation mark that was never closed."""

LARGEST_WORKBOOK = 512 * 1024 * 1024
"""Bytes a workbook may unpack to."""

Cells = list[str]

_CONTROL = regex(r"[\x00-\x1f\x7f-\x9f]")
_INVISIBLE = regex("[\u200b\u2060\ufeff]")
_WINDOWS = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of data. ``cells`` maps each header to its text; ``surplus`` holds cells beyond the last header."""

    number: int
    cells: dict[str, str]
    width: int
    surplus: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        return not any(map(clean, self.cells.values())) and not any(map(clean, self.surplus))


def clean(text: str) -> str:
    """A cell as one line of text: control characters are spaces, runs of space are one, invisible joiners are gone.

    C1 control characters are what is left of Windows-1252 that was taken for Latin-1 ("Xi\\x92an"), and are
    put right.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_CONTROL.sub(" ", _INVISIBLE.sub("", text.translate(_WINDOWS))).split())


def read_rows(
    path: Path, *, encoding: str = "utf-8-sig", delimiter: str = ",", sheet: str | None = None, header_row: int = 1
) -> Iterator[Row]:
    """The rows below the header of a CSV, XLSX or ODS file (told apart by its first bytes); blank rows are passed over.

    Raises SourceError for a file that is empty, binary, wrongly encoded, has no such header row, names a
    column twice, or holds a cell of more than LARGEST_CELL characters.
    """
    return under_header(read_cells(path, encoding=encoding, delimiter=delimiter, sheet=sheet), path.name, header_row)


def read_cells(path: Path, *, encoding: str = "utf-8-sig", delimiter: str = ",", sheet: str | None = None) -> Iterator[tuple[int, Cells]]:
    """Every row as (number, cells), the header among them."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip():
        raise SourceError(f"{path.name} is empty.")
    if is_ods(head):
        for number, cells in ods_rows(path, sheet):
            _check_cells(cells, path.name, number)
            yield number, cells
        return
    if head.startswith(b"PK\x03\x04"):
        yield from _workbook(path, sheet)
        return
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise SourceError(f"{path.name} is an old or password-protected Excel file; save it as .xlsx or .csv without a password.")
    yield from _delimited(path, _encoding(path, head, encoding), delimiter)


def under_header(rows: Iterator[tuple[int, Cells]], name: str, header_row: int = 1) -> Iterator[Row]:
    """``rows`` below row ``header_row``, each under its header. Raises SourceError if there is no good header."""
    headers = next((cells for number, cells in rows if number >= header_row), None)
    if headers is None:
        raise SourceError(f"{name} has no row {header_row}, where its header should be; the file ends before it.")
    headers = check_headers(headers, name, header_row)
    width = len(headers)
    for number, cells in rows:
        row = Row(
            number=number,
            cells=dict(zip(headers, cells + [""] * (width - len(cells)), strict=False)),
            width=len(cells),
            surplus=tuple(cells[width:]),
        )
        if not row.blank:
            yield row


def check_headers(cells: Sequence[str], name: str, row: int) -> list[str]:
    """The header's cells, cleaned; a nameless column is called "column 13". Raises SourceError if a name stands twice."""
    headers = [clean(cell) or f"column {number}" for number, cell in enumerate(cells, 1)]
    twice = next((header for header in headers if headers.count(header) > 1), None)
    if twice is not None:
        columns = " and ".join(str(number) for number, header in enumerate(headers, 1) if header == twice)
        raise SourceError(f'{name}, row {row}: the column "{twice}" is there more than once (columns {columns}); give each its own name.')
    return headers


def _encoding(path: Path, head: bytes, declared: str) -> str:
    """A byte order mark is believed before the definition. Raises SourceError for binary files and unknown encodings."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    try:
        codecs.lookup(declared)
    except LookupError:
        raise SourceError(f"{path.name}: there is no text encoding {declared!r}; correct it in the list's definition.") from None
    if b"\0" in head and "16" not in declared and "32" not in declared:
        raise SourceError(f"{path.name} is not a text file (it holds NUL bytes); save it as CSV in UTF-8.")
    return declared


def _delimited(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, Cells]]:
    csv.field_size_limit(4 * LARGEST_CELL)
    number = 0
    try:
        with path.open(encoding=encoding, newline="") as file:
            for cells in csv.reader(file, delimiter=delimiter):
                number += 1
                _check_cells(cells, path.name, number)
                yield number, cells
    except UnicodeError as problem:
        raise SourceError(
            f"{path.name}, {_undecodable(path, encoding) or f'after row {number}'}: this is not {encoding} ({problem.__class__.__name__}); "
            f"save the file as UTF-8 or give its encoding in the list's definition."
        ) from None
    except csv.Error as problem:
        raise SourceError(f"{path.name}, row {number + 1}: this is not a row of CSV: {problem}.") from None


def _undecodable(path: Path, encoding: str) -> str | None:
    """Where the first line is that cannot be decoded, since the decoder reads ahead of the rows; None if lines alone do not tell."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode(encoding)
            except UnicodeDecodeError as problem:
                return f"line {number}, byte 0x{line[problem.start]:02X}" if "16" not in encoding and "32" not in encoding else None
    return None


def _check_cells(cells: Cells, name: str, number: int) -> None:
    for column, cell in enumerate(cells, 1):
        if len(cell) > LARGEST_CELL:
            raise SourceError(
                f"{name}, row {number}, column {column}: a cell of {len(cell):,} characters, which is more than {LARGEST_CELL:,}; "
                f"a quotation mark before it may never have been closed."
            )
        if "\0" in cell:
            raise SourceError(f"{name}, row {number}, column {column}: a NUL character; the file is damaged.")


def _workbook(path: Path, sheet: str | None) -> Iterator[tuple[int, Cells]]:
    import python_calamine as calamine

    _check_package(path)
    try:
        with calamine.CalamineWorkbook.from_path(str(path)) as book:
            wanted = sheet or next(iter(book.sheet_names), "")
            if wanted not in book.sheet_names:
                raise SourceError(f'{path.name} has no sheet "{wanted}"; it has: {", ".join(book.sheet_names) or "none"}.')
            for number, values in enumerate(book.get_sheet_by_name(wanted).to_python(skip_empty_area=False), 1):
                cells = [_text(value) for value in values]
                _check_cells(cells, path.name, number)
                yield number, cells
    except calamine.CalamineError as problem:
        raise SourceError(f"{path.name} is not a workbook that can be read: {problem}. Save it again as .xlsx.") from None


def sheet_names(path: Path) -> list[str]:
    """The names of an XLSX's sheets, in order. Raises SourceError for a file that is none."""
    import python_calamine as calamine

    _check_package(path)
    try:
        with calamine.CalamineWorkbook.from_path(str(path)) as book:
            return list(book.sheet_names)
    except calamine.CalamineError as problem:
        raise SourceError(f"{path.name} is not a workbook that can be read: {problem}. Save it again as .xlsx.") from None


def _check_package(path: Path) -> None:
    """Raises SourceError for a workbook that is truncated, is another ZIP, or would fill the memory."""
    try:
        with path.open("rb") as stream:
            check_workbook(stream, path.name, most_unpacked=LARGEST_WORKBOOK)
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
    except DamagedError:
        raise SourceError(f"{path.name} is a damaged or truncated workbook; fetch or save it again.") from None
    except TooLargeError as problem:
        raise SourceError(str(problem)) from None
    if "[Content_Types].xml" not in names:
        raise SourceError(f"{path.name} is a ZIP but no workbook; unpack it first.")


def _text(value: object) -> str:
    """A spreadsheet cell as text: whole numbers without ".0", dates in ISO 8601."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case None:
            return ""
        case _:
            return str(value)
