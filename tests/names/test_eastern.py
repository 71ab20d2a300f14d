"""Korean and Chinese names in Russian letters have the forms of their Latin and native spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.chinese import chinese_forms
from sanctions.names.eastern import chinese_from_cyrillic, korean_from_cyrillic
from sanctions.names.korean import korean_forms
from sanctions.names.text import words


@pytest.mark.parametrize(
    ("cyrillic", "hangul"),
    [
        ("Ким Чен Ын", "김정은"),
        ("Ким Чжон Ын", "김정은"),
        ("Ким Чен Ир", "김정일"),
        ("Ким Ир Сен", "김일성"),
        ("Цой Рён Хэ", "최룡해"),
        ("Чхве Рёнхэ", "최룡해"),
        ("Ли Ён Хо", "리영호"),
        ("Ким Ё Чжон", "김여정"),
        ("Пак Пон Чжу", "박봉주"),
    ],
)
def test_korean_names(cyrillic: str, hangul: str) -> None:
    assert set(korean_from_cyrillic(cyrillic)) & set(korean_forms((), hangul)), korean_from_cyrillic(cyrillic)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Си Цзиньпин", "Xi Jinping"),
        ("Мао Цзэдун", "Mao Zedong"),
        ("Дэн Сяопин", "Deng Xiaoping"),
        ("Чжан Чуньцяо", "Zhang Chunqiao"),
        ("Ван Хуэй", "Wang Hui"),
        ("Цзян Цзинго", "Jiang Jingguo"),
        ("Хуан Син", "Huang Xing"),
    ],
)
def test_chinese_names(cyrillic: str, latin: str) -> None:
    assert set(chinese_from_cyrillic(cyrillic)) & set(chinese_forms(words(latin))), chinese_from_cyrillic(cyrillic)


@pytest.mark.parametrize("name", ["Ким Чен Ир", "Ким Чжон Нам", "Пак Чен Ын"])
def test_other_korean_names_do_not(name: str) -> None:
    assert not set(korean_from_cyrillic(name)) & set(korean_forms((), "김정은"))


@pytest.mark.parametrize("name", ["Владимир Путин", "Иванов Иван Иванович", "Сергей Лавров", "Kim Jong Un", "Ким"])
def test_names_that_are_neither(name: str) -> None:
    assert korean_from_cyrillic(name) == ()
    assert chinese_from_cyrillic(name) == ()


@given(st.text(max_size=30) | st.text("кимчеынлрсюяхцз -", max_size=16))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(2 <= len(form) <= 3 for form in korean_from_cyrillic(text))
    assert all(2 <= len(form) <= 3 for form in chinese_from_cyrillic(text))
