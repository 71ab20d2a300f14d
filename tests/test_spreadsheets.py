"""The look at a workbook before it is read: what would fill the memory is refused, an ordinary table is not."""

from __future__ import annotations

import io
import zipfile

import pytest

from sanctions import spreadsheets
from sanctions.spreadsheets import DamagedError, TooLargeError, check_workbook


def package(sheet: str) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{sheet}</sheetData></worksheet>")
    stream.seek(0)
    return stream


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c s="1" t="n" r="XFD1048576"><v>1</v></c></row>',  # the place need not come first
        '<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>',  # a cell that does not say its place
        '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',  # the corner is empty
    ],
)
def test_a_sheet_that_reaches_too_far(sheet: str) -> None:
    with pytest.raises(TooLargeError, match=r"^The book x\.xlsx has a sheet .* row 1048576 and column 16384; a stray cell"):
        check_workbook(package(sheet), "The book x.xlsx")


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"/>',  # a row with a height and no cell
        '<row r="1"><c r="XFD1" s="3"/></row><row r="1048576"><c r="XFD1048576" s="3"/></row>',  # formats without values
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',  # long and narrow
    ],
)
def test_an_ordinary_sheet_passes(sheet: str) -> None:
    check_workbook(package(sheet), "The book x.xlsx")


def test_a_cell_that_lies_across_two_blocks_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = '<row r="1"><c r="A1"><v>1</v></c></row>' * 9 + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    for block in range(401, 460):
        monkeypatch.setattr(spreadsheets, "_BLOCK", block)
        with pytest.raises(TooLargeError):
            check_workbook(package(sheet), "x.xlsx")


def test_a_bomb_and_a_damaged_package() -> None:
    with pytest.raises(TooLargeError, match=r"^x\.xlsx unpacks to more than 1 MB"):
        check_workbook(package("0" * (2 << 20)), "x.xlsx", most_unpacked=1 << 20)
    with pytest.raises(DamagedError):
        check_workbook(io.BytesIO(b"PK\x03\x04" + b"x" * 400), "x.xlsx")
