"""A look at a workbook before it is read: how much it unpacks to, and how far its cells reach.

calamine sets up the whole rectangle up to the farthest cell of a sheet, 32 bytes a cell, and ends the process
if it cannot: one stray cell at XFD1048576 would take 500 GB. Nothing is parsed here; the parts of the
package are only scanned.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO

from sanctions.patterns import regex

MOST_UNPACKED = 1 << 30
"""Bytes to which a workbook may unpack; a million rows of twenty columns are less."""

MOST_CELLS = 25_000_000
"""Rows times columns of a sheet: 800 MB in calamine."""

_CELL = regex(rb'<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"(?:[^<>]*[^<>/])?>')
_UNPLACED = regex(rb"<(?:\w+:)?c(?:\s[^<>]*)?>")
_ROW = regex(rb'<(?:\w+:)?row\s(?:[^<>]*?\s)?r="(\d{1,7})"(?:[^<>]*[^<>/])?>')
_BLOCK = 1 << 20
_OVERLAP = 400
"""Bytes of a block that are looked at again with the next: longer than the tag of a cell."""


class DamagedError(ValueError):
    """The package is damaged, cut off, or locked; the text is the reason."""


class TooLargeError(ValueError):
    """Reading the workbook would fill the memory; the text is a full sentence."""


def check_workbook(stream: BinaryIO, what: str, *, most_unpacked: int | None = None) -> None:
    """Pass an XLSX over if it can be read safely. ``what`` begins the sentence ("The book clients.xlsx").

    Raises DamagedError, or TooLargeError if it unpacks to more than ``most_unpacked`` (else MOST_UNPACKED) bytes or a
    sheet's farthest cells span more than MOST_CELLS.
    """
    most_unpacked = most_unpacked or MOST_UNPACKED
    try:
        with zipfile.ZipFile(stream) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > most_unpacked:
                raise TooLargeError(f"{what} unpacks to more than {_size(most_unpacked)}; no table needs so much.")
            for entry in archive.infolist():
                if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                    _measure(archive, entry, what, most_unpacked)
    except TooLargeError:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as problem:
        raise DamagedError(str(problem)) from None


def _measure(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, what: str, most_unpacked: int) -> None:
    rows = columns = unpacked = 0
    tail = b""
    with archive.open(entry) as stream:
        while block := stream.read(_BLOCK):
            unpacked += len(block)
            seen = tail + block
            found = _CELL.findall(seen)
            rows = max(rows, max((int(row) for _, row in found), default=0))
            columns = max(columns, max((_column_number(column) for column in {column for column, _ in found}), default=0))
            if any(b' r="' not in cell for cell in _UNPLACED.findall(seen)):  # a cell that does not say where it is stands in its row
                rows = max(rows, max(map(int, _ROW.findall(seen)), default=0))
            tail = block[-_OVERLAP:]
            if rows * columns > MOST_CELLS or unpacked > most_unpacked:
                raise TooLargeError(
                    f"{what} has a sheet ({entry.filename}) that reaches to row {rows} and column {columns}; a stray cell far from "
                    f"the table does that. Delete the rows and columns beyond the table, or save the table as .csv."
                )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _size(count: int) -> str:
    return f"{count / (1 << 30):g} GB" if count >= 1 << 30 else f"{count / (1 << 20):.3g} MB"
