"""Names in Chinese characters find their spellings of Hong Kong and Macau, and keep their Mandarin ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.model import Kind
from sanctions.names.cantonese import cantonese_words, family_spellings, given_spellings
from sanctions.names.forms import forms_of
from tests.names.likeness import likeness


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("李家超", "LEE, Ka-chiu"),
        ("李家超", "John Ka-chiu LEE"),
        ("李家超", "Li Jiachao"),
        ("鄧炳強", "TANG Ping-keung"),
        ("林鄭月娥", "Carrie LAM Cheng Yuet-ngor"),
        ("陳大文", "CHAN Tai Man"),
        ("陳大文", "Chen Dawen"),
        ("王明", "WONG Ming"),
        ("蔣介石", "CHIANG Kai-shek"),
        ("歐陽志強", "AUYEUNG Chi Keung"),
    ],
)
def test_a_name_finds_its_spelling(native: str, latin: str) -> None:
    assert likeness(native, latin) >= 0.9
    assert likeness(latin, native) >= 0.9


@pytest.mark.parametrize(("native", "latin"), [("李家超", "Lee Ka Chun"), ("陳國強", "Chan Kwok Wai"), ("陳大文", "Wong Tai Man")])
def test_another_name_does_not(native: str, latin: str) -> None:
    assert likeness(native, latin) < 0.8


def test_the_tables_hold_spellings_in_latin_letters() -> None:
    tables = (family_spellings(), given_spellings())
    assert all(spelling.isalpha() and spelling.isascii() for table in tables for some in table.values() for spelling in some)
    assert {len(family) for family in family_spellings()} == {1, 2}
    assert {len(character) for character in given_spellings()} == {1}


@given(st.text(max_size=20) | st.text("陳李林鄭月娥大文強家超王 ", max_size=6))
def test_any_text_is_read_without_stalling(text: str) -> None:
    assert len(cantonese_words(text)) <= 4
    assert len(forms_of(text, Kind.PERSON)) <= 40
