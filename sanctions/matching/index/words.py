"""The distinct words of all listed names, and for any words those that they could be spellings of.

What is looked up by keys and by edits holds every word that ``alignment.word_similarity`` likens: words with one sound,
forms of one given name, and words no more than ``person_words.most_edits`` edits apart. Many words are looked up at once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import LEAST_WHOLE, MOST_MORE_JOINED, joins
from sanctions.matching.costs import Costs
from sanctions.matching.index import edits
from sanctions.matching.index.distinct import distinct, firsts
from sanctions.matching.index.filing import NEARLY_LONG, end_of, keys_of, letters_of, number_of
from sanctions.matching.index.likeness import Facts, Likeness, Pairs, as_facts, facts_of
from sanctions.matching.person_words import most_edits
from sanctions.names.text import sound
from sanctions.names.vocabulary import LEGAL


class Spellings(msgspec.Struct, frozen=True):
    """Listed words that one word may be a spelling of: numbers int64 (n,), and likeness (n, costs), the most that it can be by each."""

    numbers: NDArray[np.int64]
    likeness: NDArray[np.floating[Any]]


class Words(msgspec.Struct, frozen=True, dict=True):
    """``listed``, in their order, and everything to look words up by; ``arrays`` are those that are kept in files.

    letters    uint64 (n,): which letters a word has, which it has twice
    groups     uint8 (n,): which groups of rows have a word, as bits
    keys       uint64, sorted, and keyed, int32: hashed classes and given names, and their words; an odd one tells of kin
    key_starts, word_keys   the keys of each word
    hashes     uint32, sorted, owners, int32, and starts, int32: see ``edits``
    long       int32: the words that are too long for it
    ends       uint64, sorted: the first two and the last two letters of words and how many letters they have
    """

    listed: Sequence[str]
    facts: Facts
    letters: NDArray[np.uint64]
    groups: NDArray[np.uint8]
    keys: NDArray[np.uint64]
    keyed: NDArray[np.int32]
    key_starts: NDArray[np.int32]
    word_keys: NDArray[np.uint64]
    hashes: NDArray[np.uint32]
    owners: NDArray[np.int32]
    starts: NDArray[np.int32]
    long: NDArray[np.int32]
    ends: NDArray[np.uint64]

    def number(self, word: str) -> int | None:
        """The place of a word among those listed."""
        place = bisect_left(self.listed, word)
        return place if place < len(self.listed) and self.listed[place] == word else None

    def numbers(self, words: Sequence[str]) -> NDArray[np.int64]:
        """The places of words, -1 for one that is not listed."""
        return np.array([-1 if (number := self.number(word)) is None else number for word in words], np.int64)

    def alike(self, words: Sequence[str], costs: Sequence[tuple[Costs, int]]) -> list[Spellings]:
        """For each word the listed ones that it could be a spelling of, itself aside, by each of ``costs``.

        With each of the costs stand the groups of rows, as bits, that it is for: a word that none of them has is not likened.
        """
        asked = [word for word in words if len(word) > 1 and word.isalpha()]
        none = Spellings(np.zeros(0, np.int64), np.zeros((0, len(costs))))
        if not asked:
            return [none] * len(words)
        own = self.numbers(asked)
        pairs = self._possible(asked, own)
        likeness = Likeness(asked, self._facts(asked, own), self.listed, self.facts, pairs)
        groups = self.groups[pairs.two]
        found = np.stack([np.where(groups & mask, likeness.of(one), 0.0) for one, mask in costs], axis=1)
        kept = np.flatnonzero(found.any(axis=1))
        ends = np.searchsorted(pairs.one[kept], np.arange(len(asked) + 1))
        parts = (kept[first:last] for first, last in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True))
        told = dict(zip(asked, (Spellings(pairs.two[part], found[part]) for part in parts), strict=True))
        return [told.get(word, none) for word in words]

    def _facts(self, asked: Sequence[str], own: NDArray[np.int64]) -> Facts:
        """The facts of asked words; those of listed ones are known. ``own`` are their numbers, -1 for one that is not listed."""
        listed, new = np.flatnonzero(own >= 0), np.flatnonzero(own < 0)
        arrays, texts = facts_of([asked[place] for place in new.tolist()])
        known, numbers = [*listed.tolist(), *new.tolist()], own[listed]
        order = np.argsort(known)
        whole = {name: np.concatenate([getattr(self.facts, name)[numbers], values])[order] for name, values in arrays.items()}
        told = {name: [getattr(self.facts, name)[number] for number in numbers.tolist()] + some for name, some in texts.items()}
        return as_facts(whole, {name: [some[place] for place in order.tolist()] for name, some in told.items()})

    def _possible(self, asked: Sequence[str], own: NDArray[np.int64]) -> Pairs:
        """The pairs of asked words and listed ones that share a key or are a few edits apart; no word with itself."""
        number = len(self.listed)
        parts = [self._by_keys(asked, own), *self._by_edits(asked)]
        coded = np.concatenate([one * number + two for one, two, _ in parts])
        kin = np.concatenate([told for _, _, told in parts])
        order = np.argsort(coded)
        coded, kin = coded[order], kin[order]
        first = firsts(coded)
        coded, kin = coded[first], np.logical_or.reduceat(kin, first) if len(first) else kin
        one, two = np.divmod(coded, number)
        kept = two != own[one]
        return Pairs(one[kept], two[kept], kin[kept])

    def _by_keys(self, asked: Sequence[str], own: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
        listed, new = np.flatnonzero(own >= 0), np.flatnonzero(own < 0)
        starts = self.key_starts[own[listed]].astype(np.int64)
        whose, known = edits.ranges(starts, self.key_starts[own[listed] + 1] - starts)
        keys = [keys_of(asked[place]) for place in new.tolist()]
        flat = np.concatenate([self.word_keys[known], np.array([key for some in keys for key in some], np.uint64)])
        owner = np.concatenate([listed[whose], np.repeat(new, [len(some) for some in keys])])
        place, numbers = self._with_keys(flat)
        return owner[place], numbers, flat[place] & np.uint64(1) > 0

    def _with_keys(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The words that have keys: the place of each key beside each word's number."""
        first, last = (np.searchsorted(self.keys, keys, side=side) for side in ("left", "right"))
        place, at = edits.ranges(first, last - first)
        return place, self.keyed[at].astype(np.int64)

    def _by_edits(self, asked: Sequence[str]) -> list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]]:
        found = []
        lengths = np.array([len(word) for word in asked])
        letters = np.array([letters_of(word) for word in asked], np.uint64)
        for length in distinct(lengths).tolist():
            places = np.flatnonzero(lengths == length)
            some, numbers = np.zeros(0, np.int64), np.zeros(0, np.int64)
            if length <= edits.LONGEST:
                struck = edits.whole_words(length, most_edits(length))
                hashed = edits.hashed(edits.codes([asked[place] for place in places.tolist()]) @ struck)
                at, filed = edits.lookup(hashed.ravel(), self.hashes, self.starts)
                some, numbers = places[at // hashed.shape[1]], self.owners[filed].astype(np.int64)
            if length > NEARLY_LONG:
                some = np.concatenate([some, np.repeat(places, len(self.long))])
                numbers = np.concatenate([numbers, np.tile(self.long, len(places)).astype(np.int64)])
            # an edit takes a letter away and puts another in its place, or puts one in; a longer word may be allowed one edit more
            other = np.bitwise_count(self.letters[numbers] ^ letters[some])
            kept = other <= 2 * most_edits(length) + 1
            found.append((some[kept], numbers[kept], np.zeros(np.count_nonzero(kept), bool)))
        return found

    def written_as_one(self, runs: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
        """For words that may be one in a listed name: (their place, the number of a word that ``alignment.joins`` takes for them)."""
        texts = ["".join(run) for run in runs]
        kept = self._ending_alike(texts)
        pairs = [(kept[at], number) for at, number in self._within_one([texts[place] for place in kept])]
        sounds = [number_of(f"s{''.join(map(sound, runs[place]))}") & ~1 for place in kept]
        at, numbers = self._with_keys(np.array(sounds, np.uint64))
        pairs += zip(np.array(kept, np.int64)[at].tolist(), numbers.tolist(), strict=True)
        for place, number in dict.fromkeys(pairs):
            word = self.listed[number]
            if len(word) >= LEAST_WHOLE and not word.startswith(LEGAL) and joins(word, runs[place]):
                yield place, number

    def _ending_alike(self, texts: Sequence[str]) -> list[int]:
        """The places of texts that some word begins and ends like, with a few letters more or less at most."""
        places = [place for place, text in enumerate(texts) if len(text) >= LEAST_WHOLE]
        if not places or not len(self.ends):
            return []
        reach = np.arange(2 * MOST_MORE_JOINED + 1, dtype=np.uint64)
        asked = np.array([end_of(texts[place]) - MOST_MORE_JOINED for place in places], np.uint64)[:, None] + reach
        at = np.minimum(np.searchsorted(self.ends, asked), len(self.ends) - 1)
        return [places[some] for some in np.flatnonzero((self.ends[at] == asked).any(axis=1)).tolist()]

    def _within_one(self, texts: Sequence[str]) -> list[tuple[int, int]]:
        """For texts: (its place, the number of a word that may be one edit away, or of itself)."""
        found = [(place, number) for place, text in enumerate(texts) if (number := self.number(text)) is not None]
        by_length: dict[int, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            if text.isalpha() and len(text) <= edits.LONGEST + 1:
                by_length[len(text)].append(place)
        for length, places in by_length.items():
            hashed = edits.hashed(edits.codes([texts[place] for place in places]) @ edits.whole_words(length, 1))
            at, filed = edits.lookup(hashed.ravel(), self.hashes, self.starts)
            found += zip(np.array(places)[at // hashed.shape[1]].tolist(), self.owners[filed].tolist(), strict=True)
        for place, text in enumerate(texts):
            found += [(place, number) for length in (-1, 0, 1) for number in self._long_ones.get(len(text) + length, ())]
        return found

    def begun(self, word: str) -> list[int]:
        """The words that begin with ``word``, and those that it begins with; itself aside."""
        longer = range(bisect_right(self.listed, word), bisect_left(self.listed, word + "~"))
        shorter = (self.number(word[:place]) for place in range(1, len(word)))
        return [*longer, *(number for number in shorter if number is not None)]

    @cached_property
    def _long_ones(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number in self.long.tolist():
            found[len(self.listed[number])].append(number)
        return dict(found)
