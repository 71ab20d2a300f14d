"""Words that stand side by side in listed names, as they read when they are written as one.

Two or three words in their order, with no more than one word between each that is equal in both names, make a run.
Runs are filed by the hash of their letters, those of two words by that of their sounds, too; a word is looked up by its own, by
those of all texts one edit away and by its sound's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import LEAST_JOINED, LEAST_WHOLE
from sanctions.matching.index import edits
from sanctions.matching.index.distinct import distinct
from sanctions.names.text import sound
from sanctions.names.vocabulary import LEGAL

REACH = 2
"""How many places on the next word of a run may stand."""

_LONGEST = 2 * edits.LONGEST
"""Longer words are not looked for: no two words of a name are as long."""

_SOUND = np.uint32(0x5DEECE66)
"""Hashes of sounds are kept apart from those of letters by it."""


class Runs(msgspec.Struct, frozen=True):
    """hashes uint32, sorted, and starts: see ``edits``. edges uint32: the first two letters of a run's first word and the last two of
    its last, 0 where one has no two. owners int32: the row of each run."""

    hashes: NDArray[np.uint32]
    starts: NDArray[np.int32]
    edges: NDArray[np.uint32]
    owners: NDArray[np.int32]

    def holding(self, words: Sequence[str]) -> Iterator[tuple[int, NDArray[np.int64]]]:
        """For words that are written apart in some rows: a word's place, and those rows."""
        by_length: dict[int, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            if LEAST_WHOLE <= len(word) <= _LONGEST and not word.startswith(LEGAL):
                by_length[len(word)].append(place)
        for length, places in by_length.items():
            asked = edits.codes([words[place] for place in places])
            hashed = edits.hashed(asked @ edits.whole_words(length, 0))
            if length >= LEAST_JOINED:
                heard = edits.hashed(edits.products([sound(words[place]) for place in places])) ^ _SOUND
                hashed = np.concatenate([edits.one_away(asked), heard[:, None]], axis=1)
            at, filed = edits.lookup(hashed.ravel(), self.hashes, self.starts)
            whose, text = np.divmod(at, hashed.shape[1])
            edges = np.array([_edges(words[place], words[place]) for place in places], np.uint32)
            # with a slip both ends agree (alignment.joins); the word as it is stands first among the texts
            kept = (text == 0) | (self.edges[filed] == edges[whose])
            owner, run = np.divmod(distinct(whose[kept] * len(self.owners) + filed[kept]), max(1, len(self.owners)))
            ends = np.searchsorted(owner, np.arange(len(places) + 1)).tolist()
            for place, first, last in zip(places, ends[:-1], ends[1:], strict=True):
                if first < last:
                    yield place, self.owners[run[first:last]].astype(np.int64)


def runs_of(arrays: Mapping[str, NDArray[Any]]) -> Runs:
    """``Runs`` from what ``build`` gave."""
    return Runs(*(arrays[f"run_{name}"] for name in ("hashes", "starts", "edges", "owners")))


def build(listed: list[str], starts: NDArray[np.int32], words: NDArray[np.int32]) -> Mapping[str, NDArray[Any]]:
    """The runs of all rows."""
    heard = [sound(word) for word in listed]
    told = [(edits.products(some), edits.powers_of(some)) for some in (listed, heard)]
    legal = np.array([word.startswith(LEGAL) for word in listed], bool)
    heads = np.array([_edges(word, "zz") for word in listed], np.uint32)
    tails = np.array([_edges("zz", word) for word in listed], np.uint32)
    hashes, edges, owners = [np.zeros(0, np.uint32)], [np.zeros(0, np.uint32)], [np.zeros(0, np.int32)]
    for places in _steps(starts):
        parts = [words[place] for place in places]
        row = (np.searchsorted(starts, places[0], side="right") - 1).astype(np.int32)
        kept = ~legal[parts[0]]
        one, two = heads[parts[0]] & _HEAD, tails[parts[-1]] & _TAIL
        both = np.where((one > 0) & (two > 0), one | two, 0)
        hashes.append(_written_as_one(parts, *told[0])[kept])
        edges.append(both[kept])
        owners.append(row[kept])
        if len(parts) > 2:
            continue
        kept &= both > 0
        hashes.append(_written_as_one(parts, *told[1])[kept] ^ _SOUND)
        edges.append(both[kept])
        owners.append(row[kept])
    every = np.concatenate(hashes)
    order = np.argsort(every, kind="stable")
    every = every[order]
    return {
        "run_hashes": every,
        "run_starts": edits.shelves(every),
        "run_edges": np.concatenate(edges)[order].astype(np.uint32),
        "run_owners": np.concatenate(owners)[order],
    }


def _written_as_one(parts: Sequence[NDArray[np.int32]], products: NDArray[np.uint64], powers: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The hashes of words that are written one behind the other."""
    total, power = np.zeros(len(parts[0]), np.uint64), np.ones(len(parts[0]), np.uint64)
    for part in parts:
        total += products[part] * power
        power *= powers[part]
    return edits.hashed(total)


def _steps(starts: NDArray[np.int32]) -> Iterator[list[NDArray[np.int64]]]:
    """For each shape of a run: the places of its first words, of its second ones, of its third ones."""
    lengths = np.diff(starts)
    ends = np.repeat(starts[1:], lengths).astype(np.int64)
    place = np.arange(len(ends))
    for one in range(1, REACH + 1):
        second = place[place + one < ends]
        yield [second, second + one]
        for two in range(1, REACH + 1):
            third = place[place + one + two < ends]
            yield [third, third + one, third + one + two]


_HEAD, _TAIL = np.uint32(0xFFFF0000), np.uint32(0xFFFF)


def _edges(first: str, last: str) -> int:
    """The first two letters of one word and the last two of another as a number; 0 where one has no two."""
    return int.from_bytes(f"{first[:2]}{last[-2:]}".encode("ascii"), "big") if len(first) > 1 and len(last) > 1 else 0
