"""How alike two words can be at most, for many pairs at once.

The likenesses of ``person_words`` and ``body_words`` rest on a few facts of each word and on the distances of letters,
sounds and consonants of the two. The facts of listed words are kept in the index, so that a word is held to all its
possible spellings by a few steps over arrays. What these give is never less than the exact likeness, and seldom more;
``tests/matching/test_likeness.py`` holds it to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from sanctions.matching import body_words, person_words
from sanctions.matching.costs import Costs
from sanctions.names.arabic_sounds import arabic_names_of
from sanctions.names.cyrillic import looks_slavic, masculine, slavic_key
from sanctions.names.exchanged import sounds_of
from sanctions.names.patronymics import patronymic_of
from sanctions.names.text import first_vowel, skeleton, sound, spelling
from sanctions.names.vocabulary import body_commonness, commonness
from sanctions.names.western import nickname_class

FACTS = ("lengths", "firsts", "levels", "marks", "sounds", "spellings", "slavic", "masculine", "bones")
"""The arrays of ``Facts``, in their order."""

TEXTS = ("heard", "skeletons")

_KNOWN, _SLAVIC, _GIVEN, _NAMED = 1, 2, 4, 8

_LEAST_SLAVIC = 5
_LEAST_BONES = 3


class Facts(msgspec.Struct, frozen=True):
    """Of distinct words, shape (n,) each.

    lengths, firsts     uint8: letters, and the first of them
    levels              uint8: how common the word is in names of bodies (names.vocabulary)
    marks               uint8, as bits: a name of people, in this gender or with its ending left out; a Slavic ending; a known given name
    sounds, spellings, slavic, masculine, bones  uint32: hashes of the word's classes; bones 0 where it has too few consonants
    heard, skeletons    the sound class and the consonants themselves
    """

    lengths: NDArray[np.uint8]
    firsts: NDArray[np.uint8]
    levels: NDArray[np.uint8]
    marks: NDArray[np.uint8]
    sounds: NDArray[np.uint32]
    spellings: NDArray[np.uint32]
    slavic: NDArray[np.uint32]
    masculine: NDArray[np.uint32]
    bones: NDArray[np.uint32]
    heard: Sequence[str]
    skeletons: Sequence[str]


def facts_of(words: Sequence[str]) -> tuple[dict[str, NDArray[Any]], dict[str, list[str]]]:
    """The arrays and the texts of ``Facts``."""
    rows = [_facts(word) for word in words]
    kinds = (np.uint8, np.uint8, np.uint8, np.uint8, np.uint32, np.uint32, np.uint32, np.uint32, np.uint32)
    arrays = {name: np.array([row[place] for row in rows], kind) for place, (name, kind) in enumerate(zip(FACTS, kinds, strict=True))}
    return arrays, {name: [row[place] for row in rows] for place, name in enumerate(TEXTS, len(FACTS))}


@lru_cache(maxsize=8192)
def _facts(word: str) -> tuple[Any, ...]:
    heard, bare = sound(word), skeleton(word)
    named, man = commonness(word) > 0, masculine(word)
    marks = _KNOWN * (named or commonness(man) > 0) + _SLAVIC * looks_slavic(word) + _GIVEN * bool(nickname_class(word)) + _NAMED * named
    bones = crc32(f"{bare} {first_vowel(word)}".encode()) | 1 if len(bare) >= _LEAST_BONES else 0
    classes = [crc32(text.encode()) for text in (heard, spelling(word), slavic_key(word), slavic_key(man))]
    return (min(len(word), 255), ord(word[0]), body_commonness(word), marks, *classes, bones, heard, bare)


def kin_of(word: str) -> Iterable[str]:
    """What a word of a person's name shares with those that are another form of it however few letters they share."""
    yield from (f"n{name}" for name in nickname_class(word))
    yield from (f"a{name}" for name in arabic_names_of(word))
    yield from (f"x{heard}" for heard in sounds_of(word))
    if father := patronymic_of(word):
        yield from (f"f{name}" for name in father.names)
        yield f"f{father.father}"


class Pairs(msgspec.Struct, frozen=True):
    """Pairs of words: ``one`` and ``two`` are their places in the facts of each side, ``kin`` whether both share one of ``kin_of``."""

    one: NDArray[np.int64]
    two: NDArray[np.int64]
    kin: NDArray[np.bool_]


class Likeness:
    """The most that pairs of words can be alike, by any costs."""

    def __init__(self, words: Sequence[str], facts: Facts, others: Sequence[str], theirs: Facts, pairs: Pairs) -> None:
        self._pairs, self._facts, self._theirs = pairs, facts, theirs
        self._letters = _distances(words, pairs.one, others, pairs.two)
        own, other = facts.lengths[pairs.one], theirs.lengths[pairs.two]
        self._longest, self._shortest = np.maximum(own, other).astype(np.int64), np.minimum(own, other).astype(np.int64)

    def _same(self, name: str) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = getattr(self._facts, name)[self._pairs.one] == getattr(self._theirs, name)[self._pairs.two]
        return found

    def _both(self, mark: int) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = (self._facts.marks[self._pairs.one] & self._theirs.marks[self._pairs.two] & mark) > 0
        return found

    def of(self, costs: Costs) -> NDArray[np.float64]:
        """By the costs of a kind; 0 where the words are two by them."""
        found = self._of_persons() if costs.personal else self._of_bodies(costs)
        return np.where(found >= costs.least_alike, found, 0.0)

    def _of_persons(self) -> NDArray[np.float64]:
        letters, longest, kin = self._letters, self._longest, self._pairs.kin
        near = letters <= person_words.MOST_DIFFERENT * longest
        found = np.zeros(len(letters))
        at = np.flatnonzero(near)
        found[at] = self._spelt(at)
        heard = (longest >= person_words.LEAST_SOUND) & ((2 * letters <= longest) | (longest > person_words.SHORT))
        long = longest >= _LEAST_SLAVIC
        same = near & ((self._same("sounds") & heard) | (self._same("slavic") & long))
        other_gender = near & self._same("masculine") & long
        found = np.where(self._both(_GIVEN) & ~kin, np.minimum(found, person_words.OTHER_NAME), found)
        found = np.where(other_gender, np.maximum(found, person_words.OTHER_GENDER), found)
        return np.where(same | kin, np.maximum(found, person_words.SAME_SOUND), found)

    def _spelt(self, at: NDArray[np.int64]) -> NDArray[np.float64]:
        """By letters and sounds alone. A shared ending, which tells nothing, is left aside: it makes two words less alike."""
        one, two, longest = self._pairs.one[at], self._pairs.two[at], self._longest[at]
        heard = _distances(self._facts.heard, one, self._theirs.heard, two)
        bare = _distances(self._facts.skeletons, one, self._theirs.skeletons, two)
        different = (self._letters[at] + heard + 2 * bare) / 4
        known = (self._facts.marks[one] & _KNOWN) + (self._theirs.marks[two] & _KNOWN)
        bonus = np.where(longest > person_words.LONG, person_words.LONG_BONUS, 0)
        alike = 1.0 - np.array(person_words.SLOPES)[known] * np.maximum(different - person_words.FREE, 0.0) / (longest + bonus)
        return np.where((self._letters[at] == 1) & (known < 2), np.maximum(alike, person_words.ONE_SLIP), alike)

    def _of_bodies(self, costs: Costs) -> NDArray[np.float64]:
        # the exact likeness tells no distances over three apart
        letters, longest = np.minimum(self._letters, 4), self._longest
        first = np.where(self._same("firsts"), costs.first_edit, costs.first_letter)
        later = np.where(longest >= body_words.LONG, costs.later_edit, costs.later_edit_short)
        similar = 1.0 - (first + (letters - 1) * later) / longest
        near = letters <= np.minimum(3, 0.4 * longest + 0.01)
        least, one, two = longest >= body_words.LEAST_SPELLING, self._pairs.one, self._pairs.two
        level, other = self._facts.levels[one], self._theirs.levels[two]
        heard = (longest >= costs.least_sound) | self._both(_NAMED)
        same = least & heard & (2 * letters <= longest) & self._same("sounds")
        found = np.where(near, similar, 0.0)
        bones = near & (self._shortest >= costs.least_skeleton) & self._same("bones") & (self._facts.bones[one] > 0)
        found = np.where(bones, np.maximum(found, costs.same_skeleton), found)
        found = np.where((level >= 2) & (other >= 2) & ~bones, found * costs.both_common, found)
        slavic = near & (longest > body_words.LEAST_SPELLING) & self._same("slavic") & (self._facts.marks[one] & _SLAVIC > 0)
        found = np.where(least & self._same("spellings"), np.maximum(np.maximum(found, similar), costs.same_spelling), found)
        return np.where(same | slavic, np.maximum(found, costs.same_sound), found)


def _distances(one: Sequence[str], places: NDArray[np.int64], two: Sequence[str], others: NDArray[np.int64]) -> NDArray[np.int64]:
    """The edit distance of each pair of texts."""
    if not len(places):
        return np.zeros(0, np.int64)
    return process.cpdist(_picked(one, places), _picked(two, others), scorer=OSA.distance, dtype=np.uint16).astype(np.int64)


def _picked(texts: Sequence[str], places: NDArray[np.int64]) -> Sequence[str]:
    found: Sequence[str] = itemgetter(*places.tolist())(texts) if len(places) > 1 else (texts[int(places[0])],)
    return found


def as_facts(arrays: Mapping[str, NDArray[Any]], texts: Mapping[str, Sequence[str]]) -> Facts:
    """``Facts`` of what ``facts_of`` gives."""
    return Facts(
        lengths=arrays["lengths"], firsts=arrays["firsts"], levels=arrays["levels"], marks=arrays["marks"],
        sounds=arrays["sounds"], spellings=arrays["spellings"], slavic=arrays["slavic"], masculine=arrays["masculine"],
        bones=arrays["bones"], heard=texts["heard"], skeletons=texts["skeletons"],
    )  # fmt: skip
