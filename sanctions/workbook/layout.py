"""Sheets: rows written from top to bottom, named tables, and a print set-up that a reader can use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import cast

import msgspec
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from sanctions.workbook.cells import Cells, Link, Styled, Value, safe
from sanctions.workbook.heights import LINE, MARGIN, WIDEST, height_of, is_tall, lines_of
from sanctions.workbook.streaming import StreamedSheet
from sanctions.workbook.styles import LOOKS, Palette, set_default_font

MOST_ROWS = 1_048_576
"""The rows of a sheet (Excel's specifications and limits)."""


class Column(msgspec.Struct, frozen=True):
    """A column of a table: its heading (unique in the table), its width in digits, the style of its cells, whether it is hidden."""

    heading: str
    width: float
    style: str = "text"
    hidden: bool = False


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What may be entered in a column: one of ``words``, or a date where there are none."""

    heading: str
    prompt: str
    words: tuple[str, ...] = ()


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """What every sheet carries: the report's id in the footer, and a line that must not be overlooked ("DEMO EXTRACT …")."""

    report: str
    notice: str | None = None


class Book:
    """The workbook while it is written. Leaving it by an error closes its sheets and removes their temporary files."""

    def __init__(self, furniture: Furniture) -> None:
        self.workbook = Workbook(write_only=True)
        set_default_font(self.workbook)
        self.furniture = furniture
        self._palette: Palette | None = None

    def __enter__(self) -> Book:
        return self

    def __exit__(self, problem: type[BaseException] | None, *_: object) -> None:
        if problem is None:
            return
        for raw in self.workbook.worksheets:
            with suppress(Exception):  # each stream of a failed sheet may fail again; the first failure is the one to tell
                raw.close()
            with suppress(Exception):
                raw._writer.cleanup()  # type: ignore[attr-defined]  # openpyxl keeps the files until the process ends

    def sheet(
        self, title: str, widths: Sequence[float], *, freeze: str | None = None, pages: int = 1, upright: bool = False, tab: str = "98A2B3"
    ) -> Sheet:
        """A new sheet, added at the end. ``pages``: how many pages wide it prints, on paper that lies or stands ``upright``."""
        streamed = StreamedSheet(self.workbook, title)
        self.workbook._add_sheet(streamed)  # type: ignore[attr-defined]  # the public way makes another class of sheet
        raw = cast(Worksheet, streamed)  # a streaming sheet has all of it that is used here
        self._palette = self._palette or Palette(raw)
        sheet = Sheet(raw, Cells(raw, self._palette), widths)
        _dress(raw, widths, freeze, pages=pages, upright=upright, tab=tab)
        _footers(raw, self.furniture)
        return sheet


def _dress(raw: Worksheet, widths: Sequence[float], freeze: str | None, *, pages: int, upright: bool, tab: str) -> None:
    for number, width in enumerate(widths, start=1):
        raw.column_dimensions[get_column_letter(number)].width = width + 0.71  # Excel takes the cell's padding off
    raw.sheet_view.showGridLines = False
    raw.sheet_properties.tabColor = tab
    raw.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    raw.freeze_panes = freeze
    setup = raw.page_setup
    setup.orientation = "portrait" if upright else "landscape"
    setup.paperSize, setup.fitToWidth, setup.fitToHeight = 9, pages, 0  # 9 is A4
    margins = raw.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.6, 0.3, 0.3


def _footers(raw: Worksheet, furniture: Furniture) -> None:
    """The footer names report, sheet and page; the header says what no page may be read without."""
    header, footer = raw.oddHeader, raw.oddFooter
    assert header is not None
    assert footer is not None
    footer.left.text, footer.center.text, footer.right.text = f"Report {_in_footer(furniture.report)}", "&A", "Page &P of &N"
    if furniture.notice:
        header.center.text = _in_footer(furniture.notice)


def _in_footer(text: str) -> str:
    """A text as a header or footer shows it: no codes (their sign is &), and no longer than those may be."""
    return safe(text)[:80].replace("&", "&&")


class Sheet:
    """One sheet. ``at`` is the row that comes next."""

    def __init__(self, raw: Worksheet, cells: Cells, widths: Sequence[float]) -> None:
        self.raw = raw
        self.cells = cells
        self.widths = tuple(widths)
        self.at = 1

    def row(self, values: Sequence[Value], styles: Sequence[str], *, spans: Sequence[int] = (), least: float = 0.0) -> None:
        """One row. ``spans``: over how many columns each value reaches (default one); ``least``: its least height in points."""
        spans = spans or [1] * len(values)
        cells, column, height = [], 0, least
        for value, style, span in zip(values, styles, spans, strict=True):
            used = value.style if isinstance(value, Styled) else style
            height = max(height, self._height(value, used, sum(self.widths[column : column + span])))
            cells.append(self.cells.cell(value, style))
            cells += [self.cells.cell(None, used) for _ in range(span - 1)]
            if span > 1:
                self.raw.merged_cells.add(CellRange(min_col=column + 1, max_col=column + span, min_row=self.at, max_row=self.at))
            column += span
        self._append(cells, height)

    def _append(self, cells: Sequence[object], height: float) -> None:
        if height > LINE + 3.0:
            self.raw.row_dimensions[self.at].height = height
        self.raw.append(list(cells))
        self.raw.row_dimensions.pop(self.at, None)  # written; a hundred thousand of them would fill the memory
        self.at += 1

    @staticmethod
    def _height(value: Value, style: str, width: float) -> float:
        if isinstance(value, Styled):
            value = value.value
        if isinstance(value, Link):
            value = value.text
        if not isinstance(value, str | tuple):
            return 0.0
        look = LOOKS[style]
        if look.plain and isinstance(value, str) and len(value) * WIDEST <= width - MARGIN and value.isascii():
            return LINE + 3.0
        scale = look.size / 10 * (1.08 if look.bold else 1.0)
        shown = safe(value)
        lines = lines_of(shown, width, scale * (1.15 if look.font == "Courier New" else 1.0)) if look.wrap else 1
        return height_of(lines, scale=look.size / 10, tall=is_tall(shown))

    def hide(self, columns: Sequence[Column]) -> None:
        """Hide the columns that are hidden. To be called before the first row."""
        for number, column in enumerate(columns, start=1):
            if column.hidden:
                self.raw.column_dimensions[get_column_letter(number)].hidden = True

    def lock(self) -> None:
        """Protect the sheet, without a password, but for cells whose style is open; rows can be filtered and sized."""
        guard = self.raw.protection
        guard.enable()
        guard.autoFilter = guard.sort = guard.formatColumns = guard.formatRows = False  # what is False here may be done

    def blank(self, rows: int = 1) -> None:
        for _ in range(rows):
            self._append([], 0.0)

    def across(self, value: Value, style: str, *, least: float = 0.0) -> None:
        """One value merged over the whole width."""
        self.row([value], [style], spans=[len(self.widths)], least=least)

    def line(self, value: Value, style: str = "line") -> None:
        """One value in the first column, running on over empty neighbours."""
        self.row([value], [style])

    def page_break(self, row: int | None = None) -> None:
        """What comes next, or begins in ``row``, is printed on a new page."""
        self.raw.row_breaks.append(Break(id=(row or self.at) - 1))

    def section(self, title: str) -> None:
        self.blank()
        self.row([title], ["section"], least=20)

    def table(self, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]], choices: Sequence[Choice] = ()) -> int:
        """A named table with its heading row, as long as rows and sheet last; gives the number of rows written.

        A table without rows is not a table that Excel accepts: then only the heading is written.
        """
        top, styles = self.at, [column.style for column in columns]
        self.row([column.heading for column in columns], ["header"] * len(columns), least=20)
        for row in rows:
            self.row(row, styles)
            if self.at > MOST_ROWS:
                break
        written = self.at - top - 1
        if written:
            self._name_table(name, columns, top)
            for choice in choices:
                self._offer(choice, columns, top)
        return written

    def _name_table(self, name: str, columns: Sequence[Column], top: int) -> None:
        table = Table(displayName=name, ref=f"A{top}:{get_column_letter(len(columns))}{self.at - 1}")
        table.autoFilter = AutoFilter(ref=table.ref)
        for number, column in enumerate(columns, start=1):  # a streamed sheet cannot be asked for its headings
            table.tableColumns.append(TableColumn(id=number, name=column.heading))
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        self.raw.tables.add(table)

    def _offer(self, choice: Choice, columns: Sequence[Column], top: int) -> None:
        letter = get_column_letter([column.heading for column in columns].index(choice.heading) + 1)
        if choice.words:
            offered = ",".join(choice.words)
            assert len(offered) <= 255, "an inline drop-down holds 255 characters"
            rule = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True)
            rule.error = f"Choose one of: {', '.join(choice.words)}."
        else:
            rule = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)  # 2000-01-01
            rule.error = "Enter a date, such as 2026-01-31."
        rule.errorTitle, rule.promptTitle, rule.prompt = choice.heading, choice.heading, choice.prompt
        rule.showErrorMessage = rule.showInputMessage = True
        rule.add(f"{letter}{top + 1}:{letter}{self.at - 1}")
        self.raw.data_validations.append(rule)

    def colour_words(self, letter: str, first: int, colours: dict[str, str]) -> None:
        """Fills cells of a column, from row ``first`` to the row before the next, by the word that is entered in them."""
        from openpyxl.formatting.rule import Rule

        for word, colour in colours.items():
            look = DifferentialStyle(fill=PatternFill(bgColor=colour))
            rule = Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=look)
            self.raw.conditional_formatting.add(f"{letter}{first}:{letter}{self.at - 1}", rule)
