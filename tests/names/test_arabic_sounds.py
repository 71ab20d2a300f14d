"""Common Arabic names by their sound: what romanisations write with other vowels is one name, what Arabic tells apart is two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.arabic_sounds import arabic_names_of


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("mohammed", "muhammad"), ("mohamed", "muhammad"), ("yousef", "yusuf"), ("youssef", "yusuf"), ("hamed", "hamid"),
        ("khaled", "khalid"), ("ahmed", "ahmad"), ("saleh", "salih"), ("omer", "umar"), ("tarek", "tariq"), ("majed", "majid"),
        ("suleiman", "sulayman"), ("nasser", "nasir"), ("fares", "faris"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert arabic_names_of(one) & arabic_names_of(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("hamid", "hamad"), ("jamal", "jamil"), ("hasan", "husayn"), ("salim", "salam"), ("nasr", "nasir"), ("karam", "karim"),
        ("muhammad", "ahmad"), ("muhammad", "mahmud"), ("helen", "halina"), ("peter", "patar"),
    ],
)  # fmt: skip
def test_names_that_arabic_tells_apart_and_names_that_are_not_arabic(one: str, two: str) -> None:
    assert not arabic_names_of(one) & arabic_names_of(two)


@given(st.text("abdehiklmnorstuyz", max_size=30))
def test_a_word_of_any_letters_has_few_readings(word: str) -> None:
    assert len(arabic_names_of(word)) <= 3**4
