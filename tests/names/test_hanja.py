"""Korean names in Chinese characters have the forms of their Hangul and Latin spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.hanja import HANGUL_OF, hangul_of, hanja_forms
from sanctions.names.korean import hangul_syllables, korean_forms
from sanctions.names.text import words


@pytest.mark.parametrize(
    ("hanja", "hangul", "latin"),
    [
        ("金正恩", "김정은", "Kim Jong Un"),
        ("金正日", "김정일", "Kim Jong Il"),
        ("金日成", "김일성", "Kim Il Song"),
        ("金铁三", "김철삼", "Kim Chol Sam"),
        ("金鐵三", "김철삼", "Kim Chol Sam"),
        ("崔龍海", "최룡해", "Choe Ryong Hae"),
        ("李永浩", "리영호", "Ri Yong Ho"),
        ("朴奉珠", "박봉주", "Pak Pong Ju"),
        ("朴鑫鑫", "", ""),
    ],
)
def test_readings(hanja: str, hangul: str, latin: str) -> None:
    assert hangul_of(hanja) == hangul
    assert set(hanja_forms(hanja)) == set(korean_forms((), hangul))
    if latin:
        assert set(hanja_forms(hanja)) & set(korean_forms(words(latin)))


def test_every_reading_is_one_hangul_syllable() -> None:
    assert all(len(hangul_syllables(syllable)) == 1 for syllable in HANGUL_OF.values())
    assert all("\u3400" <= letter <= "\u9fff" for letter in HANGUL_OF)


@pytest.mark.parametrize("name", ["有限公司", "习近平", "Kim", "金", ""])
def test_names_that_do_not_read_as_korean(name: str) -> None:
    assert hanja_forms(name) == ()


@given(st.text(max_size=20) | st.text("金正恩王李朴 ", max_size=6))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(2 <= len(form) <= 4 for form in hanja_forms(text))
