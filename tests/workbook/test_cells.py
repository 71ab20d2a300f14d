"""No string of a list or a client's file is ever live, hidden or lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from sanctions.workbook.cells import MOST_CHARACTERS, Cells, Link, cut, safe, visible
from sanctions.workbook.styles import Palette
from tests.workbook import parts

HOSTILE = [
    '=HYPERLINK("http://evil.example","click")',
    "=1+1",
    "+1",
    "-2",
    "@cmd",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    " =1+1",
    "\r=1+1",
    "＝1+1",
    "{=SUM(A1)}",
    "http://evil.example",
    "mailto:someone@evil.example",
    "#REF!",
    "TRUE",
    "00123",
    "1E5",
    "2026-01-01",
    "",
    " ",
    "_x0041_",
    "\x00\x07\x1b[31m",
    "\ud800 alone",
    "\ufffe\uffff",
    "Ali\u202egnp.exe",
    "<is><t>&amp;</t></is>",
    "]]>",
    "'quoted",
    "a" * 40_000,
    "😀" * 20_000,
    "조선민주주의인민공화국",
]


def one_cell(tmp_path: Path, value: object) -> object:
    """What a value is when the workbook that holds it is read again."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("S")
    sheet.append([Cells(sheet, Palette(sheet)).cell(value, "text")])
    book.save(tmp_path / "one.xlsx")
    return load_workbook(tmp_path / "one.xlsx")["S"]["A1"]


@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text[:24]) for text in HOSTILE])
def test_a_hostile_string_is_text(tmp_path: Path, text: str) -> None:
    cell = one_cell(tmp_path, text)
    assert cell.data_type in ("s", "inlineStr", "n")
    assert cell.data_type != "n" or cell.value is None, "only an empty text may be read as an empty cell"
    assert cell.hyperlink is None
    assert parts.formulas(tmp_path / "one.xlsx") == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@cmd", "\t=1", " =1", "＝1", "|x", "%x"])
def test_what_begins_like_a_formula_stays_text_when_it_is_edited(tmp_path: Path, text: str) -> None:
    assert one_cell(tmp_path, text).quotePrefix


@pytest.mark.parametrize("text", ["Kim", "a=b", "1-2", "x@y.z", "조선"])
def test_ordinary_text_has_no_quote_prefix(tmp_path: Path, text: str) -> None:
    cell = one_cell(tmp_path, text)
    assert not cell.quotePrefix
    assert cell.value == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("a\nb", "a␊b"),
        ("a\tb", "a␉b"),
        ("a\r\nb", "a␍␊b"),
        ("a\x7fb", "a␡b"),
        ("a\x85b", "a⟨U+0085⟩b"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u2066b", "a⟨U+2066⟩b"),
        ("a\ufeffb", "a⟨U+FEFF⟩b"),
        ("a\ud83db", "a\ufffdb"),
        ("a\uffffb", "a\ufffdb"),
        ("محمد\u200f", "محمد\u200f"),
        ("José 金正恩 😀", "José 金正恩 😀"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_of_our_own_are_kept_and_theirs_are_shown() -> None:
    assert safe(("first\nline", "second")) == "first␊line\nsecond"


def test_an_escape_of_the_file_format_is_no_escape(tmp_path: Path) -> None:
    """ "_x0007_" in a cell would be read by Excel as a control character; written as "_x005F_x0007_" it is what it was."""
    assert one_cell(tmp_path, "a_x0007_b").value in ("a_x0007_b", "a_x005F_x0007_b")


@pytest.mark.parametrize("text", ["a" * 32_768, "a" * 100_000, "😀" * 16_384, "a" * 16_000 + "😀" * 10_000])
def test_a_text_too_long_is_cut_and_says_so(text: str) -> None:
    short = cut(text)
    assert len(short.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    kept = short.partition("… [cut: ")[0]
    assert text.startswith(kept)
    assert short.endswith(f"… [cut: {len(text) - len(kept):,} characters]")


@pytest.mark.parametrize("text", ["", "a" * 32_767, "😀" * 16_383])
def test_a_text_that_fits_is_not_touched(text: str) -> None:
    assert cut(text) == text


@given(st.text(st.characters(codec=None), max_size=300))
def test_shown_text_holds_nothing_that_xml_forbids(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert not any(ord(character) < 0x20 or character in "\ufffe\uffff\x7f" for character in shown)
    assert visible(shown) == shown


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_is_text_and_comes_back_as_it_was_shown(tmp_path: Path, text: str) -> None:
    cell = one_cell(tmp_path, text)
    assert parts.formulas(tmp_path / "one.xlsx") == []
    shown = safe(text)
    assert (cell.value or "") in (shown, shown.replace("_x", "_x005F_x"))


def test_a_link_is_live_up_to_the_limit_and_text_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctions.workbook.cells.MOST_LINKS", 2)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("S")
    made = Cells(sheet, Palette(sheet))
    links = [made.cell(Link("page", url="https://example.org/"), "link").hyperlink for _ in range(3)]
    assert [bool(link) for link in links] == [True, True, False]


def test_every_string_is_written_in_one_place() -> None:
    """Only cells.py makes cells with values; styles.py makes one without, for its style."""
    package = Path(safe.__code__.co_filename).parent
    makers = {file.name for file in package.glob("*.py") if "WriteOnlyCell(" in file.read_text(encoding="utf-8")}
    assert makers == {"cells.py", "styles.py"}
    assert "WriteOnlyCell(self._sheet)" in (package / "styles.py").read_text(encoding="utf-8")
    assert not [file.name for file in package.glob("*.py") if ".value =" in file.read_text(encoding="utf-8")]
