"""Words that stand side by side in listed names, as they read when they are written as one.

Two or three words in their order, with no more than one word between each that is equal in both names, make a run.
Runs are filed by the hash of their letters; a word is looked up by its own and by those of all texts one edit away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.index import edits
from sanctions.names.vocabulary import LEGAL

REACH = 2
"""How many places on the next word of a run may stand."""

_LONGEST = 2 * edits.LONGEST
"""Longer words are not looked for: no two words of a name are as long."""

_LEAST, _LEAST_EDITED = 4, 6
"""Shorter words are not joined; shorter ones than the second only without an edit."""


@dataclass(frozen=True, slots=True)
class Runs:
    """hashes uint32, sorted, and starts: see ``edits``. owners int32: the row of each run; saved float32: what finding it saves there."""

    hashes: NDArray[np.uint32]
    starts: NDArray[np.int32]
    owners: NDArray[np.int32]
    saved: NDArray[np.float32]

    def holding(self, word: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The rows that have the word written apart, and what finding those words saves."""
        if not _LEAST <= len(word) <= _LONGEST or word.startswith(LEGAL):
            return self.owners[:0], self.saved[:0]
        asked = np.unique(edits.one_away(word)) if len(word) >= _LEAST_EDITED else edits.hashed(edits.products([word]))
        _, at = edits.lookup(asked, self.hashes, self.starts)
        return self.owners[at], self.saved[at]


def build(
    listed: list[str], starts: NDArray[np.int32], words: NDArray[np.int32], saves: NDArray[np.float64], groups: NDArray[np.uint8]
) -> Mapping[str, NDArray[Any]]:
    """The runs of all rows. ``saves`` (words, groups): what each word saves if it is found as a part, by the row's group."""
    products, powers = edits.products(listed), edits.powers_of(listed)
    legal = np.array([word.startswith(LEGAL) for word in listed], bool)
    hashes, owners, saved = [np.zeros(0, np.uint32)], [np.zeros(0, np.int32)], [np.zeros(0, np.float32)]
    for places in _steps(starts):
        parts = [words[place] for place in places]
        row = (np.searchsorted(starts, places[0], side="right") - 1).astype(np.int32)
        total, power = np.zeros(len(row), np.uint64), np.ones(len(row), np.uint64)
        for part in parts:
            total += products[part] * power
            power *= powers[part]
        kept = ~legal[parts[0]]
        hashes.append(edits.hashed(total)[kept])
        owners.append(row[kept])
        saved.append(np.sum([saves[part, groups[row]] for part in parts], axis=0)[kept].astype(np.float32))
    every = np.concatenate(hashes)
    order = np.argsort(every, kind="stable")
    every = every[order]
    return {
        "run_hashes": every,
        "run_starts": edits.shelves(every),
        "run_owners": np.concatenate(owners)[order],
        "run_saved": np.concatenate(saved)[order],
    }


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
