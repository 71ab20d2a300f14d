"""A workbook of ours read back: its rows by their hidden keys, wherever they now stand, and what of them was changed.

Excel, LibreOffice and others save the same values in other forms: dates as numbers, line ends, spaces, escapes. These
are no change. Rows may be filtered, sorted and deleted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from sanctions.errors import BookError
from sanctions.ledger.keys import WITHHELD, Keyed
from sanctions.spreadsheets import DamagedError, TooLargeError, check_workbook
from sanctions.workbook.cells import Link, Styled, Value, safe

KEY = "Key"
_MOST_BEFORE = 60
"""The headings stand within so many rows of a sheet's top."""

_LEAST = 3
"""A row without a key that fills fewer cells is no row of the table."""

_PARTY_COLUMNS = ("Party ID", "Party", "Name asked")


class ReadRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a table of ours: sheet and row number, its key, its cells by heading."""

    sheet: str
    number: int
    key: str
    cells: Mapping[str, Any]


class ReadBook(msgspec.Struct, frozen=True, kw_only=True):
    """A workbook read back: the rows of every table with ``headings``, and the SHA-256 of the file."""

    path: Path
    sha256: str
    rows: tuple[ReadRow, ...]


def read_back(path: Path, answered: Sequence[str]) -> ReadBook:
    """The rows of every sheet whose table has a hidden key and one of the columns ``answered``. Raises BookError."""
    try:
        with path.open("rb") as stream:
            check_workbook(stream, f"The workbook {path.name}")
            stream.seek(0)
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        book = CalamineWorkbook.from_path(str(path))
        rows = tuple(row for name in book.sheet_names for row in _rows(name, book.get_sheet_by_name(name), answered))
    except FileNotFoundError:
        raise BookError(f"There is no file {path}.") from None
    except (DamagedError, CalamineError) as problem:
        raise BookError(f"{path.name} is a damaged workbook, or none ({problem}). Save it again as .xlsx.") from None
    except TooLargeError as problem:
        raise BookError(str(problem)) from None
    except OSError as problem:
        raise BookError(f"{path} cannot be read: {problem.strerror}.") from None
    if not rows:
        raise BookError(
            f"{path.name} has no rows to take in: no sheet has the columns {' or '.join(answered)} and the hidden column {KEY} of a "
            f"report. Write the report again with 'sanctions report', and copy the answers there."
        )
    return ReadBook(path=path, sha256=digest, rows=rows)


def _rows(name: str, sheet: CalamineSheet, answered: Sequence[str]) -> Iterator[ReadRow]:
    if sheet.start is None:
        return
    headings: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if not headings:
            found = [str(cell).strip() for cell in cells]
            if KEY in found and any(one in found for one in answered):
                headings = found
            elif number > _MOST_BEFORE:
                return
            continue
        row = {heading: value for heading, value in zip(headings, cells, strict=False) if heading}
        key = normal(row.get(KEY))
        if key or sum(bool(normal(value)) for value in row.values()) >= _LEAST:  # else a remark under the table
            yield ReadRow(sheet=name, number=number, key=key, cells=row)


def normal(value: Any) -> str:
    """A cell's value in the one form in which it is compared."""
    if isinstance(value, Styled):
        return normal(value.value)
    if isinstance(value, Link):
        return normal(value.text)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.9f}".rstrip("0").rstrip(".")
    if isinstance(value, datetime):
        return value.date().isoformat() if (value.hour, value.minute, value.second) == (0, 0, 0) else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    text = safe(value) if isinstance(value, tuple) else safe(str(value)) if not isinstance(value, str) else value
    return " ".join(text.replace("_x005F_", "_").replace("_x000D_", " ").split())


def changed_cells(row: ReadRow, expected: Mapping[str, Value], keyed: Keyed | None = None) -> list[str]:
    """The headings under which the row does not hold what was written, a column that is gone among them.

    ``keyed`` compares with what a ledger without names keeps.
    """
    return [heading for heading, value in expected.items() if not _unchanged(heading, row.cells.get(heading), value, keyed)]


def _unchanged(heading: str, found: Any, value: Value, keyed: Keyed | None) -> bool:
    if isinstance(value, Styled):
        value = value.value
    if _same(heading, normal(found), normal(_shown(value)), keyed):
        return True
    return keyed is not None and heading == "Why" and _same_reasons(found, value, keyed)


def _shown(value: Value) -> Value:
    """A string as a cell shows it."""
    if isinstance(value, Styled):
        return _shown(value.value)
    return safe(value) if isinstance(value, str | tuple) else value


def _same(heading: str, found: str, expected: str, keyed: Keyed | None) -> bool:
    if found == expected:
        return True
    if keyed is None:
        return False
    if heading in _PARTY_COLUMNS:
        return keyed.token(found) == expected
    if heading == "Who was hit":
        role, _, name = found.partition(": ")
        return f"{role}: {keyed.token(name)}" == expected
    return heading == "Particulars compared"


def _same_reasons(found: Any, expected: Value, keyed: Keyed) -> bool:
    """Whether the lines of the column Why are those recorded; of a sentence that is not kept its hash decides."""
    lines, held = str(found or "").replace("\r\n", "\n").split("\n"), expected if isinstance(expected, tuple) else (str(expected or ""),)
    return len(lines) == len(held) and all(_same_reason(*pair, keyed) for pair in zip(lines, held, strict=True))


def _same_reason(found: str, held: str, keyed: Keyed) -> bool:
    points, _, sentence = held.partition("  ")
    if not sentence.startswith(WITHHELD):
        return normal(found) == normal(held)
    return found.partition("  ")[0] == points and sentence == f"{WITHHELD} {keyed.token(found.partition('  ')[2], 'sentence')}"
