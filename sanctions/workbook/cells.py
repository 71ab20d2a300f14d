"""Cells: the one place where a string becomes part of a workbook, so that none is ever live.

Whatever comes from a list or from a client's file is text, and looks like what it is: a formula is shown
and never run, a control character is replaced by a visible sign, a text that is too long is cut and says so.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TypeAlias

import msgspec
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from sanctions.patterns import regex
from sanctions.workbook.styles import Palette

MOST_CHARACTERS = 32_767
"""What a cell holds (Excel's specifications and limits), in UTF-16 units: a character beyond the BMP counts twice."""

MOST_LINKS = 65_530
"""How many links a sheet holds (Excel's specifications and limits)."""


class Link(msgspec.Struct, frozen=True):
    """A text that opens something: ``url`` outside the workbook, or ``sheet`` inside it. Never made from a list's or a client's text."""

    text: str
    url: str | None = None
    sheet: str | None = None


class Styled(msgspec.Struct, frozen=True):
    """A value with a style of its own instead of its column's."""

    value: Value
    style: str


Plain: TypeAlias = str | tuple[str, ...] | int | float | date | datetime | Link | None
Value: TypeAlias = Plain | Styled
"""What can stand in a cell. A tuple of strings is one text of several lines."""

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_HIDDEN = [*range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_VISIBLE = _PICTURES | {code: f"⟨U+{code:04X}⟩" for code in _HIDDEN} | dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_NEEDS_CARE = regex(f"[{''.join(re.escape(chr(code)) for code in _PICTURES)}{''.join(map(chr, _HIDDEN))}\ud800-\udfff\ufffe\uffff]")
_ESCAPE = regex(r"_(?=x[0-9A-Fa-f]{4}_)")
_LIVE_START = regex(r"[\s\u2400-\u2421]*[=+\-@|%＝＋－＠]")
"""What spreadsheets take for the beginning of a formula, after spaces or the pictures of control characters."""


def visible(text: str) -> str:
    """One line of text with nothing hidden in it.

    Control characters become their pictures (U+2400 …), marks that turn the direction of writing and other
    invisible controls become ⟨U+202E⟩, lone surrogates become U+FFFD.
    """
    return text.translate(_VISIBLE) if _NEEDS_CARE.search(text) else text


def cut(text: str, limit: int = MOST_CHARACTERS) -> str:
    """The text, or its beginning and the words "… [cut: N characters]" if it is longer than ``limit`` UTF-16 units."""
    if len(text) * 2 <= limit or _units(text) <= limit:
        return text
    room = limit - 40
    kept = text[:room]
    while _units(kept) > room:
        kept = kept[: len(kept) - max(1, (_units(kept) - room) // 2)]
    return f"{kept}… [cut: {len(text) - len(kept):,} characters]"


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def safe(value: str | tuple[str, ...]) -> str:
    """A cell's text as it will be shown: each line made visible, the whole cut to what a cell holds."""
    return cut("\n".join(map(visible, value)) if isinstance(value, tuple) else visible(value))


class Cells:
    """Makes the cells of one sheet. ``links`` counts the live links so far; beyond Excel's limit a link is plain text."""

    def __init__(self, sheet: Worksheet, palette: Palette) -> None:
        self._sheet = sheet
        self._palette = palette
        self.links = 0

    def cell(self, value: Value, style: str) -> Cell:
        """The cell of any value."""
        if isinstance(value, Styled):
            return self.cell(value.value, value.style)
        if value is None:
            return self._new(None, style)
        if isinstance(value, str | tuple):
            return self.text(value, style)
        if isinstance(value, Link):
            return self._link(value, style)
        if isinstance(value, datetime):
            return self._new(value.astimezone(UTC).replace(tzinfo=None), style)
        if isinstance(value, date) and value.year < 1900:  # Excel's calendar begins in 1900
            return self.text(value.isoformat(), style)
        return self._new(value, style)

    def text(self, value: str | tuple[str, ...], style: str) -> Cell:
        """The cell of a string: every string of the workbook is written here.

        Its type is "text" whatever it begins with; where it begins like a formula it also carries Excel's
        quote prefix, so that it stays text when somebody edits the cell. "_x0041_" would be read as an
        escaped "A" and is escaped itself (ECMA-376 part 1, 22.9.2.19).
        """
        shown = safe(value)
        cell = self._new(None, style, quoted=bool(_LIVE_START.match(shown)))
        # set without openpyxl's reading of it as a formula, a number or a date, which it is not
        cell._value = cut(_ESCAPE.sub("_x005F_", shown)) if "_x" in shown else shown  # type: ignore[attr-defined]
        cell.data_type = "s"
        return cell

    def _link(self, link: Link, style: str) -> Cell:
        cell = self.text(link.text, style)
        if (link.url or link.sheet) and self.links < MOST_LINKS:
            self.links += 1
            cell.hyperlink = Hyperlink(ref="A1", target=link.url, location=f"'{link.sheet}'!A1" if link.sheet else None)
        return cell

    def _new(self, value: str | float | date | None, style: str, *, quoted: bool = False) -> Cell:
        cell = WriteOnlyCell(self._sheet, value)  # type: ignore[arg-type]  # the stubs forget plain dates
        cell._style = self._palette.array(style, quoted)  # type: ignore[attr-defined]  # set whole: a tenth of the time
        return cell
