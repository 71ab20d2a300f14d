"""Common words of organisations' names in any tongue stand as their English word; numbers stand in digits; acronyms fit their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.acronyms import acronym_of, explains
from sanctions.names.numerals import number_of, numbers_to_digits
from sanctions.names.text import words
from sanctions.names.translation import translate_segments, translate_words


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("조선광업개발무역회사", "korea mining development trading company"),
        ("조선무역은행", "korea foreign trade bank"),
        ("정찰총국", "reconnaissance general bureau"),
        ("국가보위성", "ministry of state security"),
        ("大连海运有限公司", "dalian shipping co ltd"),
        ("大連海運有限公司", "dalian shipping co ltd"),
        ("丹东红祥实业发展有限公司", "dandong 红祥 industry development co ltd"),
        ("宁波贝宁机床有限公司", "宁波 贝宁 machine tool co ltd"),
        ("شركة سوريا للنفط", "company syria oil"),
        ("بانک ملی ایران", "bank national iran"),
        ("سازمان صنایع هوافضا", "organization industries aerospace"),
        ("Acme Trading Co", "Acme Trading Co"),
        ("김정은", "김정은"),
        ("Завод Прогресс", "Завод Прогресс"),
    ],
)
def test_known_words_are_cut_out_of_scripts_without_spaces(name: str, english: str) -> None:
    assert translate_segments(name) == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Научно-исследовательский институт Вектор", "scientific research institute vektor"),
        ("Nauchno-issledovatelskii institut Vektor", "scientific research institute vektor"),
        ("Nauchno-Issledovatel'skiy Institut Vektor", "scientific research institute vektor"),
        ("558 Авиационный ремонтный завод", "558 aviation repair plant"),
        ("558 Aviatsionny Remontny Zavod", "558 aviation repair plant"),
        ("Торговая компания Ромашка", "trading company romashka"),
        ("Obshchestvo s ogranichennoi otvetstvennostyu Kalibr", "ltd kalibr"),
        ("Общество с ограниченной ответственностью Калибр", "ltd kalibr"),
        ("Banco Nacional de Cuba", "bank national de cuba"),
        ("Muyok Hoesa", "trading company"),
        ("Casa de Cambio Tiber", "exchange tiber"),
        ("Bank of America", "bank of america"),
        ("Central Design Bureau", "central design bureau"),
        ("Union Pacific Corp", "union pacific corp"),
        ("Fabric Centre of Form", "fabric center of form"),
    ],
)
def test_known_words_in_latin_and_cyrillic_letters(name: str, english: str) -> None:
    assert " ".join(translate_words(words(name))) == english


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Second Academy", "2 academy"),
        ("2nd Academy", "2 academy"),
        ("121st Factory", "121 factory"),
        ("Hermes II", "hermes 2"),
        ("Hermes 2", "hermes 2"),
        ("Ocean XII", "ocean 12"),
        ("Twenty First Bureau", "21 bureau"),
        ("Plant Nr. 5", "plant 5"),
        ("Factory No. 07", "factory 7"),
        ("II Corp", "2 corp"),
        ("Premier Foods", "premier foods"),
        ("Zero", "zero"),
        ("Vitamin C", "vitamin c"),
        ("Mix Civil Dim", "mix civil dim"),
    ],
)
def test_numbers(name: str, expected: str) -> None:
    assert " ".join(numbers_to_digits(words(name))) == expected


@pytest.mark.parametrize(
    ("word", "number"), [("ii", 2), ("iv", 4), ("ix", 9), ("xxxix", 39), ("xl", None), ("v", None), ("iiii", None), ("vtoroi", 2)]
)
def test_number_of(word: str, number: int | None) -> None:
    assert number_of(word) == number


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("komid", "Korea Mining Development Trading Corporation"),
        ("irisl", "Islamic Republic of Iran Shipping Lines"),
        ("irgc", "Islamic Revolutionary Guard Corps"),
        ("ofac", "Office of Foreign Assets Control"),
        ("kotc", "Korea Oil Trading Company"),
        ("aio", "Aerospace Industries Organization"),
    ],
)
def test_acronyms_that_fit(acronym: str, name: str) -> None:
    assert explains(acronym, words(name))


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("komid", "Korea Insurance Mining Development"),
        ("komid", "Korea Bank"),
        ("kom", "Korea Mining Development"),
        ("ir", "Islamic Republic"),
        ("wagner", "Wagner Group Holdings"),
        ("ibm", "Interim Board"),
        ("irisl", "Iran Air"),
        ("", "Korea Oil Trading Company"),
    ],
)
def test_acronyms_that_do_not(acronym: str, name: str) -> None:
    assert not explains(acronym, words(name))


def test_the_initials_of_a_name() -> None:
    assert acronym_of(words("Islamic Republic of Iran Shipping Lines")) == {"irisl", "iroisl"}
    assert acronym_of(words("Korea Bank")) == frozenset()


_TEXT = st.text(max_size=40) | st.text("조선무역회사은행有限公司贸易 شركةبانک завод компания", max_size=20)


@given(_TEXT)
def test_any_text_is_read_without_error(text: str) -> None:
    once = translate_segments(text)
    assert translate_segments(once) == once
    plain = words(text)
    assert bool(translate_words(plain)) == bool(plain)
    assert numbers_to_digits(numbers_to_digits(plain)) == numbers_to_digits(plain)
    for acronym in acronym_of(plain):
        assert 3 <= len(acronym) <= 8


@given(
    st.lists(
        st.sampled_from("banco zavod sociedad comercial handels grupo nauchno institut torgovaya kompaniya bank s two twenty no".split()),
        max_size=5,
    ).map(tuple)
)
def test_translating_twice_changes_nothing(name: tuple[str, ...]) -> None:
    once = translate_words(name)
    assert translate_words(once) == once
