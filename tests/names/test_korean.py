"""One name in Hangul and in every usual romanisation has one form; another name has another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.korean import korean_forms, syllable_similarity, syllables_of
from sanctions.names.text import words


def forms(name: str) -> set[tuple[str, ...]]:
    return set(korean_forms(words(name), name))


@pytest.mark.parametrize(
    "spellings",
    [
        ("김정은", "Kim Jong Un", "KIM CHONG-UN", "Gim Jeong-eun", "Kim Jongun", "Jong-un Kim"),
        ("김원홍", "Kim Won Hong", "KIM Wonhong", "Gim Won-hong"),
        ("최룡해", "Choe Ryong Hae", "Choi Ryong-hae", "CHOE, Yong Hae"),
        ("리영호", "Ri Yong Ho", "Lee Young-ho", "Yi Yong-ho"),
        ("박도춘", "Pak To Chun", "Park Do-chun"),
        ("조용원", "Jo Yong Won", "Cho Yong-won"),
    ],
)
def test_spellings_of_one_name_share_a_form(spellings: tuple[str, ...]) -> None:
    first = forms(spellings[0])
    for other in spellings[1:]:
        assert first & forms(other), other


@pytest.mark.parametrize(
    ("one", "other"), [("Kim Jong Un", "Kim Jong Il"), ("Kim Won Hong", "Kim Won Ho"), ("김정은", "김정일"), ("Ri Yong Ho", "Ri Yong Gil")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not forms(one) & forms(other)


@pytest.mark.parametrize("name", ["John Smith", "Mohammed Ali", "Vladimir Putin", "Kim", "Kim Basinger", "Korea Mining Development"])
def test_names_that_are_not_korean_have_none(name: str) -> None:
    assert forms(name) == set()


@pytest.mark.parametrize(("a", "b", "alike"), [("Jong", "Jung", 0.85), ("Jong", "Chong", 1.0), ("Hong", "Ho", 0.0), ("Un", "Il", 0.0)])
def test_syllables(a: str, b: str, alike: float) -> None:
    assert syllable_similarity(syllables_of(a.lower())[0][0], syllables_of(b.lower())[0][0]) == alike


@given(st.text(max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(2 <= len(form) <= 4 for form in korean_forms(words(text), text))
