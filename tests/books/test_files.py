"""The files that books come in: every encoding, separator and format, and everything that is wrong with them."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sanctions.books import open_book
from sanctions.errors import BookError, UsageError

from .conftest import Read

PLAIN = "id,name,country\n1,Müller Straße,DE\n2,김원홍,KP\n"


def workbook(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


ENCODED = [
    ("UTF-8", PLAIN.encode()),
    ("UTF-8 with a mark", PLAIN.encode("utf-8-sig")),
    ("UTF-16 little", b"\xff\xfe" + PLAIN.encode("utf-16-le")),
    ("UTF-16 big", b"\xfe\xff" + PLAIN.encode("utf-16-be")),
    ("UTF-32", PLAIN.encode("utf-32")),
    ("Windows line ends", PLAIN.replace("\n", "\r\n").encode()),
    ("old Macintosh line ends", PLAIN.replace("\n", "\r").encode()),
    ("semicolons", PLAIN.replace(",", ";").encode()),
    ("tabs", PLAIN.replace(",", "\t").encode()),
    ("bars", PLAIN.replace(",", "|").encode()),
    ("sep= as Excel writes it", b"sep=;\r\n" + PLAIN.replace(",", ";").encode()),
    ("titles above the headings", b"Clients of the bank,,\nas of 2026,,\n\n" + PLAIN.encode()),
]


@pytest.mark.parametrize(("what", "content"), ENCODED, ids=[what for what, _ in ENCODED])
def test_a_book_is_read_however_it_is_written(read: Read, what: str, content: bytes) -> None:
    book, rows = read(content)
    assert [(row.id, row.name, row.party.countries) for row in rows if row.party] == [
        ("1", "Müller Straße", ("DE",)),
        ("2", "김원홍", ("KP",)),
    ]
    assert len(book.sha256) == 64
    assert bool(book.notes) == what.startswith("titles")


def test_utf_16_without_a_mark(read: Read) -> None:
    _, rows = read("id,name\n1,Acme Trading\n".encode("utf-16-le"))
    assert [row.name for row in rows] == ["Acme Trading"]


def test_windows_1252_is_read_and_said_so(read: Read) -> None:
    book, rows = read("id,name\n1,Acme\n2,Müller – Söhne\n".encode("cp1252"))
    assert rows[1].name == "Müller – Söhne"
    assert "not written in UTF-8 throughout (first in line 3)" in book.notes[0]


def test_one_stray_byte_spoils_no_other_name(read: Read) -> None:
    _, rows = read("id,name\n1,김원홍\n2,M".encode() + b"\xfc" + "ller\n3,Ли\n".encode())
    assert [row.name for row in rows] == ["김원홍", "Müller", "Ли"]


def test_a_spreadsheet(read: Read) -> None:
    rows_in: list[list[Any]] = [
        ["Clients", None, None, None, None],
        [None] * 5,
        ["id", "name", "dob", "passport", "KYC"],
        [1001, "Kim Won Hong", date(1945, 7, 17), 381310014, True],
        [1002, "=HYPERLINK(1)", datetime(1960, 1, 2, 3, 4), "A-1", 1.5],  # noqa: DTZ001 - a cell has no time zone
        [None] * 5,
        [1003, None, 1962, None, None],
    ]
    content = workbook(("Cover", [["Hello"]]), ("Clients", rows_in), ("Old", [["name"], ["X"]]))
    book, rows = read(content, "book.xlsx")
    assert (book.format, book.sheet) == ("xlsx", "Clients")
    assert [(row.number, row.id) for row in rows] == [(4, "1001"), (5, "1002"), (7, "1003")]
    first = rows[0].party
    assert first is not None
    assert [str(found) for found in first.birth_dates] == ["1945-07-17"]
    assert first.identifiers[0].value == "381310014"
    assert first.extra == {"KYC": "true"}
    assert rows[2].rejected == "The row was not screened: it has no name (it holds the birth date “1962”)."
    assert book.notes[0] == "The headings are in row 3; rows 1 to 2 stand above them and are not part of the table."
    assert book.notes[1] == "The sheet 'Clients' was read; these were not: 'Cover', 'Old'."


def test_a_formula_is_read_as_its_value_and_a_text_like_one_stays_text(read: Read) -> None:
    content = workbook(("S", [["name"], ["'=1+1"]]))
    _, rows = read(content, "book.xlsx")
    assert rows[0].name == "'=1+1"


def test_a_sheet_may_be_named(read: Read) -> None:
    content = workbook(("A", [["name"], ["X"]]), ("B", [["name"], ["Y"]]))
    assert read(content, "book.xlsx", sheet="B")[1][0].name == "Y"
    with pytest.raises(UsageError, match=r"no sheet 'C'; its sheets are: A, B\."):
        read(content, "book.xlsx", sheet="C")
    with pytest.raises(UsageError, match="has no sheets"):
        read("name\nX", sheet="A")


def test_numbers_that_a_spreadsheet_has_shortened_are_told_of(read: Read) -> None:
    _, rows = read(workbook(("S", [["name", "bank account"], ["Acme", 1234567890123456789]])), "book.xlsx")
    assert "more than 15 digits" in rows[0].warnings[0]


def test_json_lines(read: Read) -> None:
    lines = [
        {"id": 1, "name": "Acme", "aliases": ["A; Co", "B"], "country": "KP", "active": True},
        {"id": 2, "name": "Beta", "owners": [{"name": "Kim", "dob": "1960"}, {"name": "Lee"}], "address": {"city": "Pyongyang"}},
        {"id": 3, "name": None, "director": "Park"},
        {"id": 4, "name": "\ud800Gamma"},
    ]
    content = "\n".join(json.dumps(line) for line in lines) + "\n\n[1]\n{broken\n" + '{"name": "A", "name": "B"}\n' + "[" * 100_000 + "\n"
    book, rows = read(content, "book.jsonl")
    assert (book.rows_read, book.parties, book.rejected, book.blank) == (9, 3, 5, 1)
    acme, beta, nameless, gamma, *bad = rows
    assert acme.party is not None
    assert [name.full for name in acme.party.names] == ["Acme", "A", "Co", "B"]
    assert acme.party.extra == {"active": "true"}
    assert beta.party is not None
    assert [(one.role, one.party.name) for one in beta.party.related] == [("owner", "Kim"), ("owner", "Lee")]
    assert beta.party.addresses[0].city == "Pyongyang"
    assert nameless.rejected is not None
    assert gamma.name == "\ufffdGamma"
    reasons = [row.rejected or "" for row in bad]
    assert "line 6 is not a JSON object in braces but list" in reasons[0]
    assert "line 7, column 2 is not JSON" in reasons[1]
    assert "the key 'name' stands twice" in reasons[2]
    assert "line 9" in reasons[3]


BAD_FILES = [
    # content, name, part of the sentence
    (b"", "book.csv", "is empty"),
    (b"\xef\xbb\xbf\r\n \r\n", "book.csv", "is empty"),
    (b"\xff\xfe", "book.csv", "is empty"),
    (b"<html><table>", "book.xls", "is a web page or an XML document"),
    (b"%PDF-1.7", "book.csv", "is a PDF"),
    (b'[{"name": "A"}]', "book.json", "is one JSON array"),
    (b"{}\n{}\n", "book.jsonl", "holds no JSON object with a key"),
    (b"PK\x03\x04" + b"x" * 400, "book.xlsx", "is a damaged or cut-off spreadsheet"),
    (workbook(("S", [["name"], ["A"]]))[:3000], "book.xlsx", "is a damaged or cut-off spreadsheet"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "book.xls", "is not a whole spreadsheet"),
    (workbook(("S", [])), "book.xlsx", "is empty"),
    (b"\x00\x01\x02\x03", "book.csv", "no column holds a name"),
]


@pytest.mark.parametrize(("content", "name", "sentence"), BAD_FILES)
def test_a_file_that_is_no_book(read: Read, content: bytes, name: str, sentence: str) -> None:
    with pytest.raises(BookError, match=sentence) as caught:
        read(content, name)
    assert name in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(BookError, match="cannot be read"):
            open_book(path)


def test_a_bomb_and_a_stray_cell_are_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "name", "stray"
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(BookError, match="reaches to row 1048576 and column 16384"):
        read(stream.getvalue(), "stray.xlsx")
    monkeypatch.setattr("sanctions.spreadsheets.MOST_UNPACKED", 1 << 20)
    bomb = io.BytesIO(workbook(("S", [["name"], ["A"]])))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", b"\x00" * (2 << 20))
    with pytest.raises(BookError, match="unpacks to more than"):
        read(bomb.getvalue(), "bomb.xlsx")


def test_a_hundred_thousand_blank_rows_are_one_number(read: Read) -> None:
    for blank in ("\n", ",,\n", " , \t,\u00a0\n"):
        book, rows = read("id,name,dob\n1,Acme,\n" + blank * 100_000)
        assert (book.rows_read, book.parties, book.blank, book.trailing_blank) == (100_001, 1, 100_000, 100_000)
        assert len(rows) == 1


def test_blank_rows_in_the_middle_are_counted(read: Read) -> None:
    book, rows = read("id,name\n\n1,Acme\n,\n2,Beta\n\n")
    assert [row.number for row in rows] == [3, 5]
    assert (book.blank, book.trailing_blank) == (3, 1)


def test_a_quotation_mark_that_never_closes_swallows_nothing_silently(read: Read) -> None:
    swallowed = "".join(f"{n},Client {n}\n" for n in range(3, 20))
    book, rows = read('id,name\n1,Acme\n2,"Beta\n' + swallowed)
    assert (book.parties, book.rejected) == (1, 1)
    assert rows[1].rejected is not None
    assert "lines 3 to 20 were read as one row" in rows[1].rejected


def test_a_quotation_mark_that_closes_far_away_is_told_of(read: Read) -> None:
    far = "".join(f"{n},Client {n}\n" for n in range(3, 80))
    _, rows = read('id,name\n1,Acme\n2,"Beta\n' + far + '80,"Omega"\n81,Last\n')
    assert rows[1].rejected is not None
    assert "lines 3 to" in rows[1].rejected
    assert rows[-1].name == "Last"


def test_a_cell_of_two_megabytes_and_one_too_long_to_read(read: Read) -> None:
    _, rows = read("id,name,remark\n1,Acme," + "z" * 2_000_000 + "\n2,Beta,\n")
    assert rows[0].party is not None
    assert len(rows[0].party.extra["remark"]) == 2_000_000
    book, rows = read("id,name,remark\n1,Acme," + "z" * 9_000_000 + "\n2,Beta,\n")
    assert (book.parties, book.rejected) == (1, 1)
    assert "is longer than 8 million characters" in (rows[0].rejected or "")


def test_a_book_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(PLAIN.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    book = open_book(Path("-"))
    assert book.name == "standard input"
    assert [row.name for row in book.rows()] == [row.name for row in book.rows()] == ["Müller Straße", "김원홍"]
    assert book.parties == 2
