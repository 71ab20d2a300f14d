"""Books in XLSX, XLSM, XLS and ODS, read with calamine after a look at how much they unpack to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from sanctions.books.columns import has_name
from sanctions.books.origin import Origin
from sanctions.books.table import RawRow, Table, find_headings, titles_note
from sanctions.errors import BookError, UsageError
from sanctions.spreadsheets import DamagedError, TooLargeError, check_workbook

_EXACT_DIGITS = 10**15


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
    """Refuse a workbook that is damaged or would fill the memory."""
    if origin.format != "xlsx":
        return
    try:
        with origin.open() as stream:
            check_workbook(stream, f"The book {origin.name}")
    except DamagedError as problem:
        raise BookError(
            f"The book {origin.name} is a damaged or cut-off spreadsheet ({problem}). Open it in a spreadsheet program and save it again."
        ) from None
    except TooLargeError as problem:
        raise BookError(str(problem)) from None
