"""Which two of a target's published names are spellings of one name, judged without the engine.

Publishers list other names of a target beside other spellings of one: Ahmad for Muhammad, Abdullah Darnawi for Hamzah Darnawi.
Words that are alike by letters are two names, and no spellings, where their consonants differ by more than any romanisation
makes them differ, or where they differ at all and each of the two is a name of many listed targets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import product

from rapidfuzz.distance import OSA, JaroWinkler

from sanctions.model import Entity, Kind

MEAN_ALIKE, LEAST_ALIKE = 0.75, 0.6
MANY_BEARERS = 10
"""Targets that bear a word from which it is a name by itself."""
LEAST_NAME = 4
"""Letters from which that can be said: a syllable of Korean or Chinese is in many names."""
MOST_APART = 1

_CLASSES = (("ph|[pbfv]", "p"), ("[td]h?", "t"), ("shch|sch|sh|zh|ts|tz|[szj]", "s"), ("kh|gh|ck|[kq]", "k"))
_UNTOLD = re.compile("[aeiouyhw]")
_HARD, _SOFT = ("ch|[gcx]", "k"), ("tch|ch|[gcx]", "s")
"""What French, Egyptian, Turkish and Latin American spellings write for the one is the other elsewhere."""
_TWICE = re.compile(r"(.)\1+")

OTHER_CONSONANTS, OTHER_NAME = "consonants that no romanisation exchanges", "two names of many targets"


def plain_words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def is_spelling(one: list[str], two: list[str]) -> bool:
    """Whether the words pair off one to one, alike and not all equal, whatever their order."""
    if len(one) != len(two) or len(one) < 2 or sorted(one) == sorted(two):
        return False
    alike = [JaroWinkler.similarity(a, b) for a, b in paired(one, two)]
    return sum(alike) / len(alike) >= MEAN_ALIKE and min(alike) >= LEAST_ALIKE


def paired(one: list[str], two: list[str]) -> list[tuple[str, str]]:
    """Each word of one name with the likest of the other that is left."""
    rest, found = list(two), []
    for word in sorted(one, key=len, reverse=True):
        best = max(rest, key=lambda other: JaroWinkler.similarity(word, other))
        found.append((word, best))
        rest.remove(best)
    return found


def bearers(entities: Iterable[Entity]) -> Counter[str]:
    """For each word of persons' names, how many targets bear it."""
    found: Counter[str] = Counter()
    for entity in entities:
        if entity.kind is Kind.PERSON:
            found.update({word for name in entity.names for word in plain_words(name.full)})
    return found


def why_two_names(one: list[str], two: list[str], borne: Counter[str]) -> str:
    """Why two names that are alike by letters are no spellings of one; "" where nothing says so."""
    for a, b in paired(one, two):
        apart = min(OSA.distance(x, y) for x, y in product(_consonants(a), _consonants(b)))
        if apart > MOST_APART:
            return OTHER_CONSONANTS
        if apart and min(len(a), len(b)) >= LEAST_NAME and min(borne[a], borne[b]) >= MANY_BEARERS:
            return OTHER_NAME
    return ""


def _consonants(word: str) -> frozenset[str]:
    """A word's consonants in classes that any romanisation exchanges, with g, c and x read hard and soft."""
    return frozenset(_class(word, rules) for rules in ((*_CLASSES, _HARD), (_SOFT, *_CLASSES)))


def _class(word: str, rules: Iterable[tuple[str, str]]) -> str:
    for pattern, into in rules:
        word = re.sub(pattern, into, word)
    return _UNTOLD.sub("", _TWICE.sub(r"\1", word))
