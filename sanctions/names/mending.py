"""Words of legal forms, places and common words of organisations' names mended: misspelt ("Limted"), cut in two ("Limit ed"), or
run together with a neighbour ("Companydana").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sanctions.names.phrases import KNOWN, MISSPELT
from sanctions.names.places import SPELLINGS
from sanctions.names.vocabulary import body_commonness, commonness

_PLACE_WORDS = frozenset(word for phrases in SPELLINGS.values() for word in re.split("[| ]", phrases)) | frozenset(SPELLINGS)
_MENDED = tuple(
    sorted(
        {word for word in MISSPELT if len(word) >= (7 if word in _PLACE_WORDS else 6)}
        | set("joint stock trust trade group public closed iraqi iraki".split())
    )
)
"""Words that are mended where they are misspelt, cut in two or run together with a neighbour."""

_MENDED_SET = frozenset(_MENDED)
_FIRST_LETTER_FREE, _LONG = 9, 11
"""Letters from which a word's first letter can be wrong, and from which two edits are mended."""

_OTHER_WORDS = frozenset(
    """
    action actions auctions brother capitol collective diversity engineered generac generale institutions interest join multinational
    pearson perion pinterest productions redevelopment reliability reorganization shared sharps simply transnational treasure treasures
    unlimited vacations capitalization industrious nationals interns internally trades traded traders grouped groups generals
    """.split()
)
"""Words that are no misspelling of the known words they are near."""


def _by_length(some: Iterable[str], edits: int) -> dict[int, tuple[str, ...]]:
    """Length of a word → the words that it can be within so many edits."""
    found: dict[int, list[str]] = {}
    for word in sorted(some):
        for length in range(len(word) - edits, len(word) + edits + 1):
            found.setdefault(length, []).append(word)
    return {length: tuple(near) for length, near in found.items()}


_COMMONEST_FORMS = """
    limited company corporation incorporated liability joint stock trust gmbh sarl fzco ojsc corp public private offshore unitary
    federal enterprise obshchestvo ogranichennoi otvetstvennostyu aktsionernoe
"""
_TWICE_MENDED = {"c": ("company", "corporation"), "l": ("limited", "liability")}
"""Forms that are mended where two letters are wrong, by their first."""

_FORMS_BY_LENGTH = _by_length(_COMMONEST_FORMS.split(), 1)

_GLUED_AT_END = ("limited", "company", "gmbh", "ltda", "fzco", "ojsc", "pjsc", "cjsc", "ltd", "llc", "fze", "fzc", "jsc", "plc")
_GLUED_AT_BEGINNING = ("ooo", "oao", "llc", "ojsc", "pjsc")
"""Forms that no word ends or begins with by itself, so that a glued one is seen ("Tamynafze")."""

_LEAST_REST = 3
_LEAST_MENDED = 5
_LEAST_GLUED = 7


def rejoined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Two neighbours that only together are a known word ("Limit ed") made one."""
    found: list[str] = []
    for word in words:
        if found and found[-1] + word in _MENDED_SET and not (found[-1] in KNOWN and word in KNOWN):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=8192)
def mended(word: str) -> tuple[str, ...]:
    """A word as it should be spelt, or the two words that it runs together, if one of them is known ("Companydana")."""
    if word in KNOWN or commonness(word) or body_commonness(word) or len(word) < 4 or not word.isalpha():
        return (word,)
    right = _respelt(word)
    return (right,) if right != word else _cut_apart(word)


def _cut_apart(word: str) -> tuple[str, ...]:
    for size in range(len(word) - _LEAST_REST, _LEAST_GLUED - 1, -1):
        if word[:size] in _MENDED_SET:
            return (word[:size], word[size:])
        if word[-size:] in _MENDED_SET:
            return (word[:-size], word[-size:])
    if not word.endswith(_GLUED_AT_END) and not word.startswith(_GLUED_AT_BEGINNING):
        return (word,)
    for form in _GLUED_AT_END:
        if word.endswith(form) and len(word) - len(form) >= _LEAST_REST:
            return (word[: -len(form)], form)
    for form in _GLUED_AT_BEGINNING:
        if word.startswith(form) and len(word) - len(form) >= _LEAST_REST:
            return (form, word[len(form) :])
    return (word,)


def _respelt(word: str) -> str:
    """A known word misspelt by one edit ("Cmopany", "Limted", "Tust"), by two in a long word, as it should be; any other word as it is.

    The first letter of a short word must be right, but for the commonest forms: "molding" is no holding, "pimited" is limited.
    """
    if word in _OTHER_WORDS:
        return word
    for form in _TWICE_MENDED.get(word[0], ()):
        if abs(len(word) - len(form)) <= 2 and OSA.distance(word, form, score_cutoff=2) <= 2:
            return form
    found = _nearest(word)
    return found if max(len(word), len(found)) >= _LEAST_MENDED else word


def _nearest(word: str) -> str:
    """The known word that a word is a misspelling of, or the word itself."""
    if len(word) >= _LONG:
        return _among(word, _of_length(len(word)), 2)
    if len(word) >= _FIRST_LETTER_FREE:
        start, end = _by_ends()
        return _among(word, sorted({*start.get(word[:_END], ()), *end.get(word[-_END:], ())}), 1)
    forms, others = _FORMS_BY_LENGTH.get(len(word), ()), _beginning(word[0], len(word))
    form = _among(word, forms, 1)
    return form if form != word else _among(word, others, 1)


def _among(word: str, known: Sequence[str], edits: int) -> str:
    found = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=edits) if known else None
    return str(found[0]) if found else word


@cache
def _of_length(length: int) -> tuple[str, ...]:
    """The words to be mended that one of that length can be within two edits."""
    return tuple(word for word in _MENDED if abs(len(word) - length) <= 2)


@cache
def _beginning(letter: str, length: int) -> tuple[str, ...]:
    """The words to be mended that one of that length, which begins so, can be within one edit."""
    return tuple(word for word in _by_first().get(letter, ()) if abs(len(word) - length) <= 1)


@cache
def _by_first() -> dict[str, list[str]]:
    return _grouped(word[0] for word in _MENDED)


_END = 4
"""Letters at either end of a long word: one edit leaves those of one of its ends as they are."""


@cache
def _by_ends() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The words to be mended by their first letters, and by their last."""
    return _grouped(word[:_END] for word in _MENDED), _grouped(word[-_END:] for word in _MENDED)


def _grouped(keys: Iterable[str]) -> dict[str, list[str]]:
    """The words to be mended by a key of each."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, word in zip(keys, _MENDED, strict=True):
        found[key].append(word)
    return found
