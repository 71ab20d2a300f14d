"""The tables of words: read as their files are written, and the list of English words found by its order."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.names import vocabulary
from sanctions.names.vocabulary import _is_english, _levels, body_commonness

FOLDER = Path(vocabulary.__file__).parent


def listed(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text("ascii").splitlines() if not line.startswith("#")]


def test_every_english_word_of_the_list_is_found_and_no_other() -> None:
    words = [word for line in listed("english_words.txt") for word in line.split()]
    assert words == sorted(words), "the list is looked up by its order"
    assert all(map(_is_english, words))
    known = set(words)
    near = {word[:-1] for word in words} | {f"{word}s" for word in words} | {word[1:] for word in words} | {"", " ", "~"}
    assert not [word for word in near - known if _is_english(word)]


@pytest.mark.parametrize("table", ["frequency.tsv", "frequency_bodies.tsv"])
def test_a_table_says_what_its_file_says(table: str) -> None:
    rows = [line.split("\t") for line in listed(table)]
    assert _levels(table) == {word: int(level) for word, level in rows}
    assert len(_levels(table)) == len(rows) > 1000


@pytest.mark.parametrize(("word", "least"), [("element", 3), ("legion", 3), ("energy", 3), ("xyzzyx", 0)])
def test_an_ordinary_english_word_is_common_among_bodies(word: str, least: int) -> None:
    assert body_commonness(word) >= least
    assert least or body_commonness(word) == 0
