"""Short and foreign forms of given names, generational suffixes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.text import words
from sanctions.names.western import nickname_class, same_given_name, without_generation


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bill", "William", True),
        ("Bob", "Robert", True),
        ("Sasha", "Aleksandr", True),
        ("Oleksandr", "Alexander", True),
        ("Misha", "Mikhail", True),
        ("Pepe", "José", True),
        ("Serhii", "Sergey", True),
        ("Uladzimir", "Vladimir", True),
        ("Juan", "John", True),
        ("Maria", "Mario", False),
        ("Ted", "Bob", False),
        ("Martin", "Martina", False),
        ("Xanthippe", "Xanthippe", True),
        ("Abu", "Ali", False),
    ],
)
def test_forms_of_one_given_name(one: str, other: str, same: bool) -> None:
    a, b = words(one)[0], words(other)[0]
    assert same_given_name(a, b) is same_given_name(b, a) is same


def test_a_short_form_may_serve_two_names() -> None:
    assert nickname_class("sasha") == {"alexander", "alexandra"}
    assert nickname_class("xanthippe") == frozenset()


@pytest.mark.parametrize(
    ("name", "rest", "generation"),
    [
        ("Robert Downey, Jr.", "robert downey", 2),
        ("SMITH JR, John", "smith john", 2),
        ("John Smith III", "john smith", 3),
        ("John Smith Sr", "john smith", 1),
        ("John Smith", "john smith", None),
        ("Kim Jong Il", "kim jong il", None),
        ("Victor V", "victor v", None),
        ("Jr Smith", "jr smith", None),
    ],
)
def test_generational_suffixes(name: str, rest: str, generation: int | None) -> None:
    found = without_generation(words(name))
    assert (" ".join(found.words), found.generation) == (rest, generation)


@given(st.lists(st.sampled_from("john smith jr ii v de la y i third cruz sr".split()), max_size=6).map(tuple))
def test_any_words_are_read_without_error(name: tuple[str, ...]) -> None:
    found = without_generation(name)
    assert len(found.words) in (len(name), len(name) - 1)
