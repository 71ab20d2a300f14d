"""Whether a delimited text file has its end: a cut CSV reads without complaint, and lacks half the list.

Told from the file alone, so that the first copy of a list, which has nothing to be held against, is checked too.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".csv", ".tsv", ".txt")
_END_OF_FILE = "\x1a"
"""OFAC's last row; whatever stands behind it is padding."""

_ROWS = 10
"""How many rows before the last one say how wide a row of this file is."""

_LONGEST = 4_000_000
_SENTINEL = "\x1c the end \x1c"
_SIXTEEN_BIT = (b"\xff\xfe", b"\xfe\xff")


class _Lines:
    """A file's lines and a line of our own behind them, remembering how the last one ended."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.last = ""

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.last = line if line.strip() else self.last
            yield line
        yield _SENTINEL


class Cut(NamedTuple):
    """Why a file is taken to be cut short, in words that follow its name; not ``certain``: it may have been saved so."""

    words: str
    certain: bool


def cut_short(path: Path, delimiter: str | None = None) -> Cut | None:
    """Why a CSV, TSV or TXT file is taken to be cut short; None if it is whole or of another kind."""
    if path.suffix.lower() not in SUFFIXES:
        return None
    with path.open("rb") as stream:
        head = stream.read(4)
    if head.startswith(b"PK"):
        return None
    encoding = "utf-16" if head.startswith(_SIXTEEN_BIT) else "latin-1"  # every byte is a character: only ASCII ones matter here
    csv.field_size_limit(_LONGEST)
    with path.open(encoding=encoding, newline="", errors="replace") as file:
        lines = _Lines(file)
        try:
            first = file.readline()
            file.seek(0)
            return _verdict(lines, csv.reader(lines, delimiter=delimiter or max(",;\t|", key=first.count)))
        except csv.Error:
            return None  # the reader says it better, with the row


def _verdict(lines: _Lines, rows: Iterator[list[str]]) -> Cut | None:
    number = 0
    widths: deque[int] = deque(maxlen=_ROWS + 1)
    for row in rows:
        if row and row[0].startswith(_END_OF_FILE):
            return None
        if row == [_SENTINEL]:
            break
        number += 1
        if any(row):
            widths.append(len(row))
    else:  # our own line was swallowed
        return Cut(f"ends within a quoted cell of row {number:,}", certain=True)
    *earlier, last = widths or [0]
    if earlier and last < min(earlier):
        return Cut(f"ends within row {number:,}, which has {last:,} of {min(earlier):,} cells", certain=True)
    if lines.last and not lines.last.endswith(("\n", "\r")):
        return Cut(f"ends without a line break after row {number:,}, as a file does that was cut", certain=False)
    return None
