"""The distinct words of all listed names, and for any word those that it could be a spelling of.

What is looked up by keys and by edits holds every word that ``alignment.word_similarity`` likens: words with one sound,
forms of one given name, and words no more than ``edits.allowed`` edits apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from sanctions.matching.alignment import word_similarity
from sanctions.matching.costs import Costs
from sanctions.matching.index import edits
from sanctions.names.cyrillic import masculine, slavic_key
from sanctions.names.patronymics import patronymic_of
from sanctions.names.text import skeleton, sound, spelling
from sanctions.names.western import nickname_class

_NEARLY_LONG = edits.LONGEST - 3
"""Words longer than this can be three edits away from one that is too long to be filed."""


_LEAST_BONES = 3
"""Fewer consonants are shared by too many words."""


@dataclass(frozen=True)
class Words:
    """``listed`` and everything to look words up by; ``arrays`` are those that are kept in files.

    letters    uint64 (n,): which letters a word has, which it has twice
    groups     uint8 (n,): which groups of rows have a word, as bits
    keys       uint64, sorted, and keyed, int32: hashed sound classes and given names, and their words
    hashes     uint32, sorted, owners, int32, and starts, int32: see ``edits``
    long       int32: the words that are too long for it
    """

    listed: Sequence[str]
    numbers: dict[str, int]
    letters: NDArray[np.uint64]
    groups: NDArray[np.uint8]
    keys: NDArray[np.uint64]
    keyed: NDArray[np.int32]
    hashes: NDArray[np.uint32]
    owners: NDArray[np.int32]
    starts: NDArray[np.int32]
    long: NDArray[np.int32]

    def alike(self, word: str, costs: Sequence[tuple[Costs, int]]) -> tuple[list[int], list[tuple[float, ...]]]:
        """The words that could be a spelling of ``word``, itself aside, and their likeness by each of ``costs``.

        With each of the costs stand the groups of rows, as bits, that it is for: a word that none of them has is not likened.
        """
        if len(word) < 2 or not word.isalpha():
            return [], []
        found = {*self._by_keys(word), *self._by_edits(word)}
        found.discard(self.numbers.get(word, -1))
        ordered = sorted(found)
        listed, groups = self.listed, self.groups[ordered].tolist()
        likeness = [
            tuple([_likeness(word, listed[number], one) if bits & mask else 0.0 for one, mask in costs])
            for number, bits in zip(ordered, groups, strict=True)
        ]
        kept = [place for place, told in enumerate(likeness) if any(told)]
        return [ordered[place] for place in kept], [likeness[place] for place in kept]

    def within_one(self, texts: Sequence[str]) -> list[tuple[int, int]]:
        """For texts that are several words written as one: (its place, the number of a word no more than one edit away)."""
        found = [(place, number) for place, text in enumerate(texts) if (number := self.numbers.get(text)) is not None]
        asked = [(place, text) for place, text in enumerate(texts) if text.isalpha() and len(text) <= edits.LONGEST + 1]
        products = [edits.codes([text]) @ edits.whole_words(len(text), 1) for _, text in asked]
        if products:
            owner = np.repeat([place for place, _ in asked], [product.shape[1] for product in products])
            at, filed = edits.lookup(edits.hashed(np.concatenate(products, axis=1)[0]), self.hashes, self.starts)
            found += zip(owner[at].tolist(), self.owners[filed].tolist(), strict=True)
        for place, text in enumerate(texts):
            found += [(place, number) for length in (-1, 0, 1) for number in self._long_ones.get(len(text) + length, ())]
        return [pair for pair in dict.fromkeys(found) if _within(texts[pair[0]], self.listed[pair[1]])]

    def begun(self, word: str) -> list[int]:
        """The words that begin with ``word``, and those that it begins with; itself aside."""
        ordered = self._ordered
        found = [self.numbers[one] for one in ordered[bisect_right(ordered, word) : bisect_left(ordered, word + "~")]]
        shorter = (self.numbers.get(word[:place]) for place in range(1, len(word)))
        return [*found, *(number for number in shorter if number is not None)]

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self.listed)

    @cached_property
    def _long_ones(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number in self.long.tolist():
            found[len(self.listed[number])].append(number)
        return dict(found)

    def _by_keys(self, word: str) -> list[int]:
        found: list[int] = []
        for key in _keys(word):
            first, last = (int(np.searchsorted(self.keys, key, side=side)) for side in ("left", "right"))
            found += self.keyed[first:last].tolist()
        return found

    def _by_edits(self, word: str) -> list[int]:
        length = len(word)
        numbers = self.long if length > _NEARLY_LONG else np.zeros(0, np.int32)
        if length <= edits.LONGEST:
            asked = edits.hashed((edits.codes([word]) @ edits.whole_words(length, edits.allowed(length)))[0])
            _, filed = edits.lookup(asked, self.hashes, self.starts)
            numbers = np.concatenate([numbers, self.owners[filed]])
        # an edit takes a letter away and puts another in its place, or puts one in; a longer word may be allowed one edit more
        other = np.bitwise_count(self.letters[numbers] ^ np.uint64(_letters(word)))
        numbers = np.unique(numbers[other <= 2 * edits.allowed(length) + 1])
        texts = [self.listed[number] for number in numbers.tolist()]
        apart = process.cdist([word], texts, scorer=OSA.distance, score_cutoff=3, dtype=np.uint8)[0] if texts else []
        return [n for n, text, d in zip(numbers.tolist(), texts, apart, strict=True) if d <= edits.allowed(max(length, len(text)))]


def _within(text: str, word: str) -> bool:
    return text == word or OSA.distance(text, word, score_cutoff=1) <= 1


def _likeness(a: str, b: str, costs: Costs) -> float:
    found = word_similarity(a, b, costs)
    return found if found >= costs.least_alike else 0.0


def arrays_of(listed: list[str]) -> dict[str, NDArray[np.generic]]:
    """What ``Words`` keeps of distinct words."""
    hashes, owners = edits.filed(listed)
    by_key: dict[int, list[int]] = defaultdict(list)
    for number, word in enumerate(listed):
        if word.isalpha():
            for key in _keys(word):
                by_key[int(key)].append(number)
    keys = sorted(by_key)
    return {
        "letters": np.array([_letters(word) for word in listed], np.uint64),
        "keys": np.repeat(np.array(keys, np.uint64), [len(by_key[key]) for key in keys]),
        "keyed": np.array([number for key in keys for number in by_key[key]], np.int32),
        "hashes": hashes,
        "owners": owners,
        "starts": edits.shelves(hashes),
        "long": np.array([n for n, word in enumerate(listed) if len(word) > _NEARLY_LONG and word.isalpha()], np.int32),
    }


def _keys(word: str) -> list[np.uint64]:
    """What a word shares with those that it can be a spelling of however many letters differ."""
    father = patronymic_of(word)
    told = {
        f"s{sound(word)}",
        f"w{spelling(word)}",
        f"m{slavic_key(masculine(word))}",
        f"m{slavic_key(word)}",
        *(f"n{name}" for name in nickname_class(word)),
    }
    told |= {f"f{name}" for name in father.names} | {f"f{father.father}"} if father else set()
    bones = skeleton(word)
    if len(bones) >= _LEAST_BONES:
        told.add(f"b{bones}")
    return [np.uint64(int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")) for key in sorted(told)]


_FIRST = ord("a")


def _letters(word: str) -> int:
    """One bit for each letter, and one more for each that stands twice; digits share the rest."""
    once = twice = 0
    for code in word.encode("ascii"):
        bit = 1 << (code - _FIRST if code >= _FIRST else 26 + code % 6)
        twice |= once & bit
        once |= bit
    return once | twice << 32
