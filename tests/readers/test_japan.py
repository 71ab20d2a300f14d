"""Japan's lists: several values in a cell, brackets of both widths, dates in Japanese; and the ministry's workbook."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.errors import SourceError
from sanctions.model import Kind, Quality
from sanctions.readers.jp_text import japanese_date, plain, values
from tests.readers.reading import SAMPLES, read_shipped


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("SAMPLE Il", ["SAMPLE Il"]),
        ("(a) EXAMPLE Il；(b) SAMPLE-IL", ["EXAMPLE Il", "SAMPLE-IL"]),
        ("（ａ）900000001；（ｂ）900000002", ["900000001", "900000002"]),
        ("(i) one (ii) two", ["one", "two"]),
        ("SAMPLE-IL （船員手帳；2012年）；Other", ["SAMPLE-IL （船員手帳；2012年）", "Other"]),  # a semicolon in brackets parts nothing
        ("one\ntwo; three", ["one", "two", "three"]),
        ("a.k.a. Example", ["Example"]),
        ("不明", []),
        ("open (bracket；kept\nnext line", ["open (bracket；kept", "next line"]),
        ("Smith (UK) Ltd; Jones (a)", ["Smith (UK) Ltd", "Jones"]),
    ],
)
def test_values_of_a_cell(cell: str, expected: list[str]) -> None:
    assert values(cell) == expected


@given(st.text(max_size=60))
def test_no_letter_of_a_cell_is_lost_but_marks_and_signs(text: str) -> None:
    kept = "".join(values(text))
    assert [letter for letter in kept if letter.isalpha()] == [letter for letter in kept if letter in text and letter.isalpha()]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1962年7月3日", "1962-07-03"),
        ("１９６２年７月３日", "1962-07-03"),
        ("1962年7月", "1962-07"),
        ("1962年頃", "1962~"),
        ("おおよそ1962年", "1962~"),
        ("1963年から1968年の間", "1963/1968"),
        ("1955年-1958年頃", "1955/1958~"),
        ("1966年から1967年までの間", "1966/1967"),
        ("1962.7.3", "1962-07-03"),
        ("1962-07-03", "1962-07-03"),
        ("2018年3月30日改訂", "2018-03-30"),
        ("1962年7月3日生まれ", "1962-07-03"),
        ("3 July 1962", "1962-07-03"),
        ("1382年1月30日（ヒジュラ暦）", "1962-07-02/1962-07-04"),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert str(japanese_date(text)) == date


@pytest.mark.parametrize("text", ["", "10月10", "1962年13月1日", "セルビア共和国ボル", "ヒジュラ暦"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        japanese_date(text)


def test_titles_of_columns_are_compared_without_their_spaces() -> None:
    assert plain("英 語　表 記") == "英語表記"
    assert plain("ＩＤ番号") == "ID番号"


def test_the_workbook() -> None:
    entities, report = read_shipped("jp_mof", "jp-mof-xlsx", SAMPLES / "jp-mof-xlsx" / "jp_mof.xlsx")
    first, bank = entities[0], entities[-1]
    assert [(name.full, name.quality) for name in first.names] == [
        ("SAMPLE Il", Quality.STRONG),
        ("見本一", Quality.STRONG),
        ("EXAMPLE Il", Quality.STRONG),
        ("SAMPLE-IL", Quality.STRONG),
        ("Boss", Quality.WEAK),
        ("OLDSAMPLE Il", Quality.FORMER),
    ]
    assert [str(date) for date in first.birth_dates] == ["1962-07-03", "1964~"]
    assert str(first.listed_on) == "2017-06-02"  # not the day of its amendment
    assert (first.kind, bank.kind) == (Kind.PERSON, Kind.ORGANISATION)
    assert report.unread == {"色": 1, "country=アトランティス": 1}


def test_a_workbook_without_the_lists_columns_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "jp_mof.xlsx"
    openpyxl.Workbook().save(file)
    with pytest.raises(SourceError, match=r"^jp_mof\.xlsx has no sheet with the column"):
        read_shipped("jp_mof", "jp-mof-xlsx", file)
