"""A book as a table, whatever its file format: headings, then rows of text cells in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

import msgspec

from sanctions.books.columns import has_name

HEADING_WITHIN = 20
"""A heading row is looked for in this many first rows that are not blank; titles above it are allowed."""

MOST_CELL = 8 << 20
"""Longest cell or line of JSON, in characters; a longer one rejects its row."""

MOST_COLUMNS = 2000


class RawRow(msgspec.Struct, kw_only=True):
    """One row as the file has it. ``problem`` says why its cells could not be told apart; then they are best effort."""

    number: int
    cells: list[str]
    problem: str | None = None
    warnings: list[str] = []

    @property
    def blank(self) -> bool:
        return not self.problem and not any(cell and not cell.isspace() for cell in self.cells)


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """``rows`` starts a new pass over the rows below the headings each time it is called; nothing is held."""

    headings: tuple[str, ...]
    rows: Callable[[], Iterator[RawRow]]
    notes: tuple[str, ...] = ()
    sheet: str | None = None


def find_headings(rows: Iterable[RawRow], mapping: Mapping[str, str]) -> RawRow | None:
    """The first of the first rows that names a name column, else the first that is not blank, else None."""
    first: RawRow | None = None
    for row in islice((row for row in rows if not row.blank), HEADING_WITHIN):
        first = first or row
        if has_name(row.cells, mapping):
            return row
    return first


def titles_note(heading_row: int) -> tuple[str, ...]:
    """What to say of the rows above the headings."""
    if heading_row == 1:
        return ()
    above = "row 1 stands" if heading_row == 2 else f"rows 1 to {heading_row - 1} stand"
    return (f"The headings are in row {heading_row}; {above} above them and {'is' if heading_row == 2 else 'are'} not part of the table.",)
