"""How the workbook looks: a handful of named styles, made once per workbook."""

from __future__ import annotations

import msgspec
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

FONT = "Arial"
"""On every Windows and Mac, and metrically equal to Liberation Sans elsewhere: estimated widths hold."""

NAVY, WHITE, INK, GREY, RULE, FAINT = "1F3864", "FFFFFF", "262626", "767676", "D0D5DD", "EAECF0"
RED, AMBER, GREEN, PALE, INPUT = "B42318", "FFE9B8", "DFF2E1", "F2F4F7", "FFFBE6"


class Look(msgspec.Struct, frozen=True):
    """One style. ``size`` in points; colours as RRGGBB; ``across`` and ``down`` are alignments."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    colour: str = INK
    fill: str | None = None
    across: str | None = None
    down: str = "top"
    wrap: bool = True
    ruled: bool = True
    format: str | None = None
    indent: int = 0
    font: str = FONT
    underline: bool = False
    open: bool = False
    """Whether its cells can be changed on a protected sheet."""

    @property
    def plain(self) -> bool:
        """Whether a short text needs no measuring: the usual size and font, not bold."""
        return self.size <= 10 and not self.bold and self.font == FONT


LOOKS = {
    "title": Look(size=16, bold=True, colour=NAVY, ruled=False, wrap=False, down="center"),
    "subtitle": Look(colour=GREY, ruled=False, wrap=False),
    "prose": Look(ruled=False),
    "line": Look(ruled=False, wrap=False),
    "warning_line": Look(bold=True, colour=RED, ruled=False, wrap=False),
    "strong": Look(size=12, bold=True, colour=NAVY, ruled=False),
    "section": Look(size=12, bold=True, colour=NAVY, ruled=False, wrap=False, down="bottom"),
    "label": Look(bold=True),
    "text": Look(),
    "text_grey": Look(colour=GREY, italic=True),
    "mono": Look(font="Courier New", size=9),
    "header": Look(bold=True, colour=WHITE, fill=NAVY, down="center"),
    "banner_red": Look(size=11, bold=True, colour=WHITE, fill=RED, ruled=False, down="center"),
    "banner_amber": Look(size=11, bold=True, fill=AMBER, ruled=False, down="center"),
    "good": Look(fill=GREEN),
    "caution": Look(bold=True, fill=AMBER),
    "bad": Look(bold=True, colour=WHITE, fill=RED),
    "state_open": Look(fill="FDE7E4"),
    "state_aside": Look(colour=GREY, italic=True, fill=PALE),
    "link": Look(colour="0B57D0", underline=True),
    "input": Look(fill=INPUT, open=True),
    "input_date": Look(fill=INPUT, format="yyyy-mm-dd", across="left", open=True),
    "integer": Look(format="#,##0", across="right", indent=1),
    "share": Look(format="0.0%", across="right", indent=1),
    "number": Look(format="0", across="right", indent=1),
    "date": Look(format="yyyy-mm-dd", across="left", wrap=False),
    "datetime": Look(format="yyyy-mm-dd hh:mm", across="left", wrap=False),
    "date_grey": Look(colour=GREY, italic=True, format="yyyy-mm-dd", across="left", wrap=False),
    "score": Look(bold=True, format="0.0000", across="right", indent=1),
    "score_grey": Look(colour=GREY, italic=True, format="0.0000", across="right", indent=1),
    "points": Look(format="+0.0000;-0.0000;0.0000", across="right", indent=1),
    "sum": Look(bold=True, fill=PALE),
    "sum_points": Look(bold=True, fill=PALE, format="0.0000", across="right", indent=1),
    "band_strong": Look(bold=True, fill="F7B4AE"),
    "band_probable": Look(bold=True, fill="FFD591"),
    "band_possible": Look(fill="FFF3C4"),
}

GREYED = {"score": "score_grey", "date": "date_grey", "text": "text_grey"}
"""What a style becomes in a row that is only recorded."""


def set_default_font(workbook: Workbook) -> None:
    """Makes FONT the workbook's own font, which is what column widths are measured in."""
    font = Font(name=FONT, size=10)
    workbook._fonts = IndexedList([font])  # type: ignore[attr-defined]  # openpyxl has no public way to it
    workbook._named_styles["Normal"].font = font  # type: ignore[attr-defined]  # the same


class Palette:
    """The style arrays of one workbook, each in two forms: plain, and with Excel's quote prefix."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._arrays: dict[tuple[str, bool], StyleArray] = {}

    def array(self, style: str, quoted: bool) -> StyleArray:
        """The style of that name. Raises KeyError if there is none. It is shared: never write to it."""
        key = (style, quoted)
        if key not in self._arrays:
            self._arrays[key] = self._make(LOOKS[style], quoted)
        return self._arrays[key]

    def _make(self, look: Look, quoted: bool) -> StyleArray:
        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(
            name=look.font,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            color=look.colour,
            underline="single" if look.underline else None,
        )
        cell.alignment = Alignment(horizontal=look.across, vertical=look.down, wrap_text=look.wrap, indent=look.indent)
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        if look.ruled:
            cell.border = Border(bottom=Side(style="thin", color=RULE), right=Side(style="thin", color=FAINT))
        if look.format:
            cell.number_format = look.format
        if look.open:
            cell.protection = Protection(locked=False)
        cell.quotePrefix = quoted
        array: StyleArray = cell._style  # type: ignore[attr-defined]  # the stubs leave it out
        return array
