"""A person's name in its natural order, what it says of gender and father, and when a name reads as a person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.gender import gender_of
from sanctions.names.patronymics import patronymic_of
from sanctions.names.persons import natural_order, person_words, read_as_persons


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("BIN LADEN, Usama", "usama bin laden"),
        ("Usama bin Laden", "usama bin laden"),
        ("PUTIN, Vladimir Vladimirovich", "vladimir vladimirovich putin"),
        ("Robert Downey, Jr.", "robert downey jr"),  # a suffix is no given name
        ("SMITH, John, Jr.", "smith john jr"),  # two commas say nothing
        (", John", "john"),
    ],
)
def test_natural_order(name: str, expected: str) -> None:
    assert " ".join(natural_order(name)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Putin V.V.", ["putin v v"]),
        ("0sama Bin Laden", ["osama bin laden"]),
        ("Maxamed Cali Xasan", ["mohamed ali hasan", "maxamed cali xasan"]),
        ("SMITH JR, John", ["john smith"]),
        ("Salah al-Din Ayubi", ["salahdin ayubi", "salah al din ayubi"]),
        ("Boeing 747", ["boeing 747"]),
    ],
)
def test_words_as_they_are_compared(name: str, expected: list[str]) -> None:
    assert [" ".join(words) for words in person_words(name)] == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Andreevich", "Andriyovych", True),
        ("Vladimirovich", "Uladzimiravich", True),
        ("Sergeyevna", "Serhiivna", True),
        ("Ivanovich", "Ivanovna", True),
        ("Petrovich", "Pavlovich", False),
        ("Ilyich", "Igorevich", False),
    ],
)
def test_patronymics_of_one_father(one: str, other: str, same: bool) -> None:
    a, b = patronymic_of(one.lower()), patronymic_of(other.lower())
    assert a
    assert b
    assert a.same_father(b) is b.same_father(a) is same


@pytest.mark.parametrize("word", ["petrenko", "anna", "china", "kim", "abdullah", "sahara"])
def test_words_that_are_no_patronymics(word: str) -> None:
    assert patronymic_of(word) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IVANOV, Ivan Petrovich", "male"),
        ("Olga Sergeevna", "female"),
        ("Aleksandra Nikolova", "female"),
        ("NIKOLOVA, A.", "female"),
        ("Elena Ivanov", "female"),
        ("Mrs Robin Smith", "female"),
        ("Mohammed bin Salman", "male"),
        ("Sasha Petrov", ""),
        ("Andrea Rossi", ""),
        ("SALEH, Ahmed Ali Maria", "male"),
        ("Kim Jong Un", ""),
        ("Robin Casanova", ""),
    ],
)
def test_gender_that_a_name_says(name: str, expected: str) -> None:
    assert gender_of(name) == expected


@pytest.mark.parametrize(
    ("one", "other", "person"),
    [
        ("Vladimir Putin", "PUTIN, Vladimir", True),
        ("Hassan Nasrallah", "NASRULLAH, Hasan", True),
        ("VladimirPutin", "PUTIN, Vladimir", True),
        ("Smith Trading", "SMITH, John", False),
        ("Bank of Maria Ltd", "BANK OF MARIA LIMITED", False),
        ("Ivan 3", "IVAN 4", False),
        ("Apple", "APPLEBY", False),
    ],
)
def test_names_that_read_as_persons(one: str, other: str, person: bool) -> None:
    assert read_as_persons(one, other) is read_as_persons(other, one) is person


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(word.isascii() for words in person_words(text) for word in words)
    assert gender_of(text) in ("", "male", "female")
    assert read_as_persons(text, text) in (True, False)
