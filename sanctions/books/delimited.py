"""Books in CSV: comma, semicolon, tab or bar between cells, and quotation marks that may never close."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from sanctions.books.columns import has_name
from sanctions.books.origin import Origin
from sanctions.books.table import HEADING_WITHIN, MOST_CELL, RawRow, Table, find_headings, titles_note
from sanctions.errors import BookError

DELIMITERS = (",", ";", "\t", "|")
MOST_LINES = 40
"""A row over more lines than this is taken for a quotation mark that was never closed."""

_SAMPLE_LINES = 200


def read_delimited(origin: Origin, mapping: Mapping[str, str]) -> Table:
    """The table of a CSV file. Raises BookError if it holds no row."""
    csv.field_size_limit(max(csv.field_size_limit(), MOST_CELL))
    with origin.text() as text:
        sample = list(islice(text, _SAMPLE_LINES))
    declared = _declared_delimiter(sample)
    delimiter = declared or _delimiter(sample, mapping)
    headings = find_headings(islice(_records(iter(sample), delimiter), int(bool(declared)), None), mapping)
    if headings is None:
        raise BookError(f"The book {origin.name} holds no row. A book needs a row of headings and at least one row of data.")
    top = headings.number

    def rows() -> Iterator[RawRow]:
        with origin.text() as text:
            yield from islice(_records(text, delimiter), top, None)

    notes = () if declared and top == 2 else titles_note(top)
    return Table(headings=tuple(headings.cells), rows=rows, notes=notes)


def _declared_delimiter(sample: list[str]) -> str | None:
    """What a first line "sep=;" says, as Excel writes it."""
    first = sample[0].lstrip("\ufeff").rstrip("\r\n").strip('"') if sample else ""
    return first[4] if len(first) == 5 and first.lower().startswith("sep=") else None


def _delimiter(sample: list[str], mapping: Mapping[str, str]) -> str:
    """The delimiter that makes a heading row of one of the first rows, and of the most columns."""

    def merit(delimiter: str) -> tuple[bool, int]:
        rows = [row.cells for row in islice(_records(iter(sample), delimiter), HEADING_WITHIN)]
        named = [len(cells) for cells in rows if has_name(cells, mapping)]
        return bool(named), max(named or [len(cells) for cells in rows[:1]], default=0)

    return max(DELIMITERS, key=merit)


def _records(lines: Iterable[str], delimiter: str) -> Iterator[RawRow]:
    """Records with their number (1 = first of the file). One that cannot be told apart carries its problem."""
    held: list[str] = []
    ended = False

    def feed() -> Iterator[str]:
        nonlocal ended
        for line in lines:
            held.append(line)
            yield line
        ended = True

    reader = csv.reader(feed(), delimiter=delimiter)
    number = line = 0
    while True:
        number, first = number + 1, line + 1
        held.clear()
        cells, problem = [], None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            problem = f"a cell in line {first} is longer than {MOST_CELL >> 20} million characters, or a quotation mark there never closes"
        line += len(held)
        if problem is None and (len(held) > MOST_LINES or (ended and _open_at_end(held, delimiter))):
            problem = (
                f"lines {first} to {line} were read as one row, because a quotation mark in line {first} is not closed where it should be; "
                f"close or remove it, and the parties in these lines are screened"
            )
        yield RawRow(number=number, cells=cells, problem=problem)


def _open_at_end(held: list[str], delimiter: str) -> bool:
    """Whether the last record of the file ends inside quotation marks."""
    try:
        for _ in csv.reader(iter(held), delimiter=delimiter, strict=True):
            pass
    except csv.Error as problem:
        return "unexpected end" in str(problem)
    return False
