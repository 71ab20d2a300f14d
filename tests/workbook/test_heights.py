"""Rows are as high as their text needs: estimated, and rather too high than too low."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.workbook.heights import MOST, height_of, is_tall, lines_of, width_of


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("Kim", 10, 1),
        ("one\ntwo\nthree", 10, 3),
        ("KOREA MINING DEVELOPMENT TRADING CORPORATION", 27, 3),
        ("Korea Mining Development Trading Corporation", 24, 2),
        ("조선광업개발무역회사", 12, 2),
        ("ab" * 32, 38, 2),
        ("Kim Jong", 6, 2),
    ],
)
def test_lines(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines


def test_capitals_are_wider_than_small_letters_and_hangul_wider_still() -> None:
    assert width_of("kim") < width_of("KIM") < width_of("金正恩")


@given(st.text(max_size=200), st.integers(5, 60))
def test_a_narrower_column_never_needs_fewer_lines(text: str, width: int) -> None:
    assert lines_of(text, width) >= lines_of(text, width + 10)


def test_no_row_is_higher_than_excel_allows() -> None:
    assert height_of(10_000) == MOST


@pytest.mark.parametrize(("text", "tall"), [("Kim – “x” ≥ …", False), ("Müller", False), ("Иванов", False), ("김", True), ("محمد", True)])
def test_other_scripts_need_taller_lines(text: str, tall: bool) -> None:
    assert is_tall(text) is tall
