"""The score of OFAC's own search tool: what was seen there, and what its FAQs say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.matching.ofac_tool import ofac_score, soundex

CASES = [
    # asked, names of the listed target, least and greatest score, why
    ("GEORGE BUSH", ["GEORGE BUSH"], 100, 100, "equal"),
    ("george bush", ["George Bush"], 100, 100, "letter case is nothing"),
    ("GEORGE BUSH", ["BUSH, George"], 100, 100, "all parts are there, in whatever order"),
    ("GEORGE BUSH", ["HASWANI, George"], 50, 50, "one part of two; BUSH and HASWANI are less alike than .5"),
    ("KIM JONG UN", ["KIM, Jong Sik"], 100, 100, "UN has two letters and is left out, so another man is equal"),
    ("KIM JONG UN", ["KIM, Jong Man"], 100, 100, "and another"),
    ("KIM JONG UN", ["KIM, Un Jong"], 100, 100, "and the words' order says nothing"),
    ("UN", ["KIM, Jong Un"], 100, 100, "a short part alone is asked, since nothing else is there"),
    (
        "VLADIMIR PUTIN",
        ["VLADIMIROVKA ADVANCED WEAPONS AND RESEARCH COMPLEX"],
        77,
        87,
        "82 was seen: an equal beginning always earns its bonus, else 64",
    ),
    ("PUTIN", ["PUTIN, Vladimir Vladimirovich"], 100, 100, "what else the listed name has costs nothing"),
    ("OLEGOVICH PUTIN VLADIMIR SERGEEVICH", ["PUTIN, Vladimir"], 50, 80, "what else the asked name has does"),
    ("O'BRIEN", ["OBRIEN"], 100, 100, "apostrophes fall away"),
    ("JOSE MARIA", ["JOSÉ MARÍA"], 100, 100, "so do marks"),
    ("ZZZZ", ["ABDUL"], 0, 0, "nothing in common"),
    ("KIM", ["SOMEBODY ELSE", "KIM"], 100, 100, "the best of the aliases counts"),
    ("", ["KIM"], 0, 0, "nothing is asked"),
    ("KIM", [], 0, 0, "nothing is listed"),
    ("...", ["KIM"], 0, 0, "no letter is asked"),
]


@pytest.mark.parametrize(("asked", "listed", "least", "greatest", "why"), CASES, ids=[f"{case[0]} / {case[1]}" for case in CASES])
def test_scores_that_the_tool_shows(asked: str, listed: list[str], least: int, greatest: int, why: str) -> None:
    assert least <= ofac_score(asked, listed) <= greatest, why


def test_whole_strings_are_compared_only_where_they_begin_alike() -> None:
    # one part on the asked side, so that both ways compare the same letters
    assert ofac_score("GEORGEBUSH", ["GEORGE BUSH"]) > ofac_score("BUSHGEORGE", ["GEORGE BUSH"])


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Robert", "R163"),
        ("Rupert", "R163"),
        ("Ashcraft", "A261"),
        ("Tymczak", "T522"),
        ("Pfister", "P236"),
        ("Lee", "L000"),
        ("김", ""),
        ("", ""),
    ],
)
def test_soundex_as_the_archives_print_it(word: str, code: str) -> None:
    assert soundex(word) == code


@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=4))
def test_any_text_has_a_score_and_more_aliases_never_lower_it(asked: str, listed: list[str]) -> None:
    score = ofac_score(asked, listed)
    assert 0 <= score <= 100
    assert ofac_score(asked, [*listed, "KIM JONG UN"]) >= score
