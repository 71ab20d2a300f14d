"""A sheet that streams rows of ready cells: openpyxl's own, without what it does for rows that may hold anything.

openpyxl tries each cell as a plain value first, and writes it piece by piece; for a hundred thousand rows that is
most of the time that a report takes. Here a row is one element, written whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml.etree import Element, SubElement, _Element
from openpyxl.cell.cell import Cell
from openpyxl.compat import safe_string
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class StreamedSheet(WriteOnlyWorksheet):
    """openpyxl's streaming sheet for rows that are lists of cells, each with a style of the palette."""

    _writer: Any

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer = _Writer(self)
            self._writer.write_top()

    def _values_to_row(self, values: Iterable[Cell], row_idx: int) -> Iterator[Cell]:
        for column, cell in enumerate(values, start=1):
            cell.row, cell.column = row_idx, column
            yield cell


class _Writer(WorksheetWriter):
    """Writes a row as one element."""

    def __init__(self, sheet: StreamedSheet) -> None:
        super().__init__(sheet)
        self._sheet: Any = sheet  # what is private of openpyxl has no types
        self._styles: dict[int, tuple[Any, str]] = {}
        self._letters: list[str] = []

    def write_row(self, xf: Any, row: Iterable[Any], row_idx: int) -> None:
        attributes = {"r": f"{row_idx}", **dict(self._sheet.row_dimensions.get(row_idx, {}))}
        element = Element("row", attributes)
        for place, cell in enumerate(row):
            if place == len(self._letters):
                self._letters.append(get_column_letter(place + 1))
            self._add(element, cell, f"{self._letters[place]}{row_idx}")
        xf.write(element)

    def _add(self, row: _Element, cell: Any, at: str) -> None:
        value = cell._value
        if cell.hyperlink is not None:
            cell.hyperlink.ref = at
            self._sheet._hyperlinks.append(cell.hyperlink)
        element = SubElement(row, "c", {"r": at, "s": self._style(cell._style)})
        if value is None or value == "":
            element.set("t", cell.data_type if value is None else "inlineStr")
        elif cell.data_type == "s":
            element.set("t", "inlineStr")
            text = SubElement(SubElement(element, "is"), "t")
            text.text = value
            if value != value.strip():
                text.set(_SPACE, "preserve")
        else:
            element.set("t", "n")
            SubElement(element, "v").text = safe_string(to_excel(value) if cell.data_type == "d" else value)  # type: ignore[no-untyped-call]

    def _style(self, style: Any) -> str:
        """The number of a style. Styles are shared and few; to look one up by its contents would take longer than the cell."""
        found = self._styles.get(id(style))
        if found is None:
            found = self._styles[id(style)] = style, str(self._sheet.parent._cell_styles.add(style))
        return found[1]
