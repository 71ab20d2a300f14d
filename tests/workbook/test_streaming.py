"""A row that is written whole says the same as openpyxl's own way of writing it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml.etree import fromstring, tostring
from openpyxl import Workbook, load_workbook

from sanctions.workbook.cells import Cells, Link, Value
from sanctions.workbook.layout import Book, Furniture
from sanctions.workbook.styles import Palette, set_default_font

ROWS: list[list[tuple[Value, str]]] = [
    [("Kim", "text"), (" spaces ", "text"), ("", "text"), (None, "input"), ("a\u202eb", "mono"), ("=1+1", "text")],
    [(1, "integer"), (0.9567, "score"), (-0.0133, "points"), (10**9, "integer"), (1e-7, "share"), (0, "number")],
    [(date(2026, 9, 8), "date"), (datetime(2026, 9, 8, 9, 30, 15, tzinfo=UTC), "datetime"), (date(1890, 1, 1), "date")],
    [(("two", "lines"), "text"), ("_x0041_", "text"), ("조선 <&> ]]>", "text"), (Link("page", url="https://example.org/?a=1&b=2"), "link")],
]


def written_by_openpyxl(path: Path) -> None:
    book = Workbook(write_only=True)
    set_default_font(book)
    sheet = book.create_sheet("S")
    cells = Cells(sheet, Palette(sheet))
    for row in ROWS:
        sheet.append([cells.cell(value, style) for value, style in row])
    book.save(path)


def written_by_us(path: Path) -> None:
    with Book(Furniture(report="R")) as book:
        sheet = book.sheet("S", [20.0] * 6)
        for row in ROWS:
            sheet.row([value for value, _ in row], [style for _, style in row])
        book.workbook.save(path)


def read(path: Path) -> list[list[tuple[Any, ...]]]:
    sheet = load_workbook(path)["S"]
    return [
        [
            (cell.value, cell.data_type, cell.number_format, cell.quotePrefix, cell.font.name, getattr(cell.hyperlink, "target", None))
            for cell in row
        ]
        for row in sheet.iter_rows()
    ]


def test_it_reads_as_openpyxl_writes_it(tmp_path: Path) -> None:
    written_by_openpyxl(tmp_path / "theirs.xlsx")
    written_by_us(tmp_path / "ours.xlsx")
    assert read(tmp_path / "ours.xlsx") == read(tmp_path / "theirs.xlsx")


def test_its_cells_are_the_same_xml_but_for_the_numbers_of_styles(tmp_path: Path) -> None:
    found = []
    for name, write in (("theirs", written_by_openpyxl), ("ours", written_by_us)):
        write(tmp_path / name)
        with ZipFile(tmp_path / name) as archive:
            cells = fromstring(archive.read("xl/worksheets/sheet1.xml")).iter("{*}c")
            found.append([re.sub(r' s="\d+"', "", tostring(cell, method="c14n").decode()) for cell in cells])
    assert found[0] == found[1]


@pytest.mark.parametrize("rows", [0, 1])
def test_a_sheet_of_few_rows_opens(tmp_path: Path, rows: int) -> None:
    with Book(Furniture(report="R")) as book:
        sheet = book.sheet("S", [10.0])
        for _ in range(rows):
            sheet.line("x")
        book.workbook.save(tmp_path / "few.xlsx")
    assert [row[0].value for row in load_workbook(tmp_path / "few.xlsx")["S"].iter_rows()] == ["x"] * rows
