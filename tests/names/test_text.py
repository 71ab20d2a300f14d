"""Text to words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.model import Kind
from sanctions.names.forms import forms_of, signature_text
from sanctions.names.organisations import canonical
from sanctions.names.text import clean, fold, readings, sound, spelling, words
from sanctions.names.vocabulary import weight


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("KIM, Won Hong", ("kim", "won", "hong")),
        ("al-Qa'ida", ("al", "qaida")),
        ("Müller & Söhne", ("muller", "and", "sohne")),
        ("S.A. Foo d.o.o.", ("sa", "foo", "doo")),
        ("Ким Чен Ын", ("kim", "chen", "yn")),
        ("北京", ("beijing",)),
        ("Kor\u200byo\u202e", ("koryo",)),
        ("\x00\x01\x02", ()),
        ("...", ()),
    ],
)
def test_words(name: str, expected: tuple[str, ...]) -> None:
    assert words(name) == expected


def test_brackets_are_read_three_ways() -> None:
    assert readings("AHMAD (AHMED) SANTOS") == ("AHMAD (AHMED) SANTOS", "AHMAD SANTOS", "AHMED SANTOS")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gazprom Limited Liability Company", ("gazprom", "=ltd")),
        ("OOO Gazprom", ("=ltd", "gazprom")),
        ("Foo GmbH & Co. KG", ("foo", "=lp")),
        ("SKY TRADE CMOPANY", ("sky", "trading", "=co")),
        ("Company Limited", ("company", "limited")),
        ("Hyoksin Trade Co.", ("hyoksin", "trading", "=co")),
        ("Foreign Trade Bank of the Democratic People's Republic of Korea", ("foreign", "trading", "bank", "of", "the", "korea")),
        ("Green Pine Assoc. Corp.", ("green", "pine", "association", "=jsc")),
    ],
)
def test_organisations_words(name: str, expected: tuple[str, ...]) -> None:
    assert canonical(words(name)) == expected


def test_a_persons_name_has_no_legal_form() -> None:
    assert forms_of("Ag Mohamed", Kind.PERSON)[0].tokens == ("ag", "mohamed")


@pytest.mark.parametrize(("rare", "common"), [("hyoksin", "korea"), ("korea", "the"), ("121", "ltd"), ("hong", "trading")])
def test_rare_words_weigh_more(rare: str, common: str) -> None:
    assert weight(rare) > weight(common)


@pytest.mark.parametrize(
    ("a", "b"), [("qadhafi", "gaddafi"), ("yusuf", "youssuf"), ("chong", "jong"), ("lopez", "lopes"), ("tschaikowski", "chaikovski")]
)
def test_sound_classes(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("word", "heard", "folded", "spelt"),
    [
        ("backhaus", "bakhaus", "pakhaus", "bakhaus"),  # ck before kh: letters are read from the left
        ("quhira", "khira", "khira", "quhira"),
        ("tchekhov", "Cikuf", "sikuf", "tchekhov"),
        ("dzhabrailov", "Jabriluf", "saprailuf", "dzhabrailov"),
        ("mcczar", "mCar", "msar", "mczar"),
        ("ahaide", "aiti", "aiti", "ahaide"),  # a silent h, then the vowels that it stood between
        ("yhya", "ihia", "ihia", "ihia"),
        ("abhb", "abhb", "aphf", "abhb"),
        ("oouee", "ui", "ui", "ui"),
        ("r2d2", "r2d2", "r2d2", "r2d2"),
    ],
)
def test_sounds_of_letters_that_could_be_read_two_ways(word: str, heard: str, folded: str, spelt: str) -> None:
    assert (sound(word), fold(word), spelling(word)) == (heard, folded, spelt)


@given(st.text(max_size=300))
def test_any_text_gives_plain_words(text: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in words(text))
    assert "\x00" not in clean(text)
    for form in forms_of(text):
        assert form.tokens
        assert signature_text(form).isascii()
