"""A sheet that is one long table under a title and a few lines, on as many sheets as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from openpyxl.utils import get_column_letter

from sanctions.workbook import layout
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.heights import folded
from sanctions.workbook.layout import Book, Choice, Column, Sheet

MOST_WIDTH = 150.0
"""The lines above a table are no longer: what a screen shows, and a page beside which nothing else shrinks."""


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet that is one long table under a title and a few lines."""

    title: str
    table: str
    columns: tuple[Column, ...]
    intro: tuple[str, ...]
    empty: str
    choices: tuple[Choice, ...] = ()
    frozen: int = 0
    pages: int = 1
    upright: bool = False
    tab: str = "98A2B3"
    locked: bool = False
    """Only cells of an input style can be changed."""


def write_listing(book: Book, listing: Listing, rows: Iterable[Sequence[Value]]) -> list[tuple[Sheet, int]]:
    """The listing on as many sheets as it takes; gives each sheet with the row of its headings.

    Rows beyond Excel's limit go on to "Hits 2", table ``Hits_2``, and so on.
    """
    written: list[tuple[Sheet, int]] = []
    source = _Peekable(rows)
    while not written or source.more():
        part = len(written) + 1
        written.append(_write_part(book, listing, source, part))
    return written


def _write_part(book: Book, listing: Listing, rows: _Peekable, part: int) -> tuple[Sheet, int]:
    title = listing.title if part == 1 else f"{listing.title} {part}"
    widths = [column.width for column in listing.columns]
    head: list[Value] = [Styled(title, "title"), *([Styled(book.furniture.notice, "warning_line")] if book.furniture.notice else [])]
    head += [line for text in listing.intro for line in folded(text, min(MOST_WIDTH, sum(widths)))]
    head += [] if part == 1 else [f"Continued from {listing.title}: a sheet ends at {layout.MOST_ROWS:,} rows."]
    top = len(head) + 2
    freeze = f"{get_column_letter(listing.frozen + 1)}{top + 1}"
    sheet = book.sheet(title, widths, freeze=freeze, pages=listing.pages, upright=listing.upright, tab=listing.tab)
    sheet.hide(listing.columns)
    if listing.locked:
        sheet.lock()
    sheet.raw.print_title_rows = f"{top}:{top}"
    if listing.frozen and listing.pages > 1:
        sheet.raw.print_title_cols = f"A:{get_column_letter(listing.frozen)}"
    for line in head:
        sheet.line(line)
    sheet.blank()
    if not sheet.table(listing.table if part == 1 else f"{listing.table}_{part}", listing.columns, rows, listing.choices):
        sheet.line(listing.empty)
    if listing.pages > 1:  # else the lines above the table are cut where its first columns are repeated
        sheet.raw.print_area = f"A{top}:{get_column_letter(len(widths))}{sheet.at - 1}"
    return sheet, top


class _Peekable(Iterator[Sequence[Value]]):
    """An iterator that knows whether there is more."""

    def __init__(self, rows: Iterable[Sequence[Value]]) -> None:
        self._rows = iter(rows)
        self._next: list[Sequence[Value]] = []

    def more(self) -> bool:
        if not self._next:
            self._next.extend(row for row in [next(self._rows, None)] if row is not None)
        return bool(self._next)

    def __next__(self) -> Sequence[Value]:
        if not self.more():
            raise StopIteration
        return self._next.pop()
