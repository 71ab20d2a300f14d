"""OpenDocument spreadsheets: repeated cells and rows, several sheets, dates and numbers, bad files, files made to fill the memory."""

from __future__ import annotations

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sanctions.acquisition.archives import is_archive
from sanctions.errors import SourceError
from sanctions.readers import ods
from sanctions.readers.tabular import read_cells, read_rows
from tests.readers.reading import SAMPLES, read_shipped

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def sheet(rows: str, name: str = "Sheet") -> str:
    return f'<table:table table:name="{name}"><table:table-column/>{rows}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def cell(text: str = "", times: int = 1, attributes: str = "") -> str:
    inner = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell table:number-columns-repeated="{times}" {attributes}>{inner}</table:table-cell>'


def spreadsheet(folder: Path, sheets: str, name: str = "list.ods") -> Path:
    body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    content = f"<office:document-content {_NAMES}>{body}</office:document-content>"
    file = folder / name
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), ods.MEDIA_TYPE)
        package.writestr("content.xml", content)
    return file


def test_cells(tmp_path: Path) -> None:
    date = 'office:value-type="date" office:date-value="1962-07-03T00:00:00"'
    number = 'office:value-type="float" office:value="1000.0"'
    rows = [
        row(cell("Name"), cell("Born"), cell("No."), cell("Note"), cell(times=16_380)),
        row(cell(times=16_384), times=2),
        row(cell("A"), cell("3 July", attributes=date), cell("1.000", attributes=number), cell("a<text:s text:c='2'/>b<text:tab/>c")),
        row(cell("same", times=3), times=2),
        row(cell(times=16_384), times=1_048_570),
    ]
    found = list(read_cells(spreadsheet(tmp_path, sheet("".join(rows)))))
    assert found == [
        (1, ["Name", "Born", "No.", "Note"]),
        (4, ["A", "1962-07-03", "1000", "a  b\tc"]),
        (5, ["same", "same", "same"]),
        (6, ["same", "same", "same"]),
    ]


def test_the_sheet_that_is_named(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path, sheet(row(cell("one")), "First") + sheet(row(cell("two")), "Second"))
    assert [cells for _, cells in read_cells(file)] == [["one"]]
    assert [cells for _, cells in read_cells(file, sheet="Second")] == [["two"]]
    with pytest.raises(SourceError, match=r'^list\.ods has no sheet "Third"; it has: First, Second'):
        list(read_cells(file, sheet="Third"))


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        (row(cell("x", times=16_384)), "row 1: more than 1,000 columns"),
        (row(cell("x"), times=1_048_576), "row 1: the row is repeated 1,048,576 times"),
    ],
)
def test_what_would_fill_the_memory_is_refused(tmp_path: Path, rows: str, complaint: str) -> None:
    with pytest.raises(SourceError, match=complaint):
        list(read_cells(spreadsheet(tmp_path, sheet(rows))))


def test_too_large_a_spreadsheet_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ods, "LARGEST", 100)
    with pytest.raises(SourceError, match=r"^list\.ods unpacks to more than"):
        list(read_cells(spreadsheet(tmp_path, sheet(row(cell("x"))))))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    file = spreadsheet(tmp_path, sheet(row(cell("x"))))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    content = f"{bomb}<office:document-content {_NAMES}>{sheet(row(cell('safe &b;')))}</office:document-content>"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype"), ods.MEDIA_TYPE)
        package.writestr("content.xml", content)
    assert "aaaa" not in str(list(read_cells(file)))


def test_damaged_files_are_refused_by_name(tmp_path: Path) -> None:
    whole = spreadsheet(tmp_path, sheet("".join(row(cell(f"name {n}")) for n in range(2_000)))).read_bytes()
    cut = tmp_path / "cut.ods"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceError, match=r"^cut\.ods is a damaged"):
        list(read_cells(cut))
    with zipfile.ZipFile(tmp_path / "odd.ods", "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype"), ods.MEDIA_TYPE)
    with pytest.raises(SourceError, match=r"^odd\.ods has no content\.xml"):
        list(read_cells(tmp_path / "odd.ods"))
    with pytest.raises(SourceError, match=r"^list\.ods is a damaged spreadsheet"):
        list(read_cells(spreadsheet(tmp_path, sheet("<table:table-row>"))))


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@given(st.lists(st.lists(_TEXT, max_size=6), max_size=8))
def test_what_is_written_is_read(rows: list[list[str]]) -> None:
    def escaped(text: str) -> str:
        element = etree.Element("x")
        try:
            element.text = text
        except ValueError:
            return ""
        return etree.tostring(element, encoding="unicode")[3:-4] if text else ""

    written = [[escaped(text) for text in cells] for cells in rows]
    with TemporaryDirectory() as folder:
        file = spreadsheet(Path(folder), sheet("".join(row(*map(cell, cells)) for cells in written)))
        read = dict(read_cells(file))
    for number, cells in enumerate(rows, 1):
        expected = [text if kept else "" for text, kept in zip(cells, written[number - 1], strict=True)]
        while expected and not expected[-1]:
            expected.pop()
        assert read.get(number, []) == expected


def test_a_spreadsheet_is_no_archive_to_be_unpacked() -> None:
    assert not is_archive(SAMPLES / "uk-ods" / "UK-Sanctions-List.ods")


def test_the_list_is_the_same_in_both_forms() -> None:
    """The sample was made from the CSV by LibreOffice."""
    from_ods, _ = read_shipped("gb_uksl", "uk-ods", SAMPLES / "uk-ods" / "UK-Sanctions-List.ods")
    from_csv, _ = read_shipped("gb_uksl", "uk-csv", SAMPLES / "uk-csv" / "UK-Sanctions-List.csv")
    assert from_ods == from_csv
    assert len(list(read_rows(SAMPLES / "uk-ods" / "UK-Sanctions-List.ods", header_row=2))) == 14
