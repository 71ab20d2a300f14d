"""What is known of asked words: the listed words that each may be a spelling of, and the rows in which it is written apart.

Most names asked are made of words that are usual in names (``names.vocabulary``). What is to be known of those is looked up
once, when an index is built, and kept in its files; any other word is looked up when it is first asked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.index.runs import Runs
from sanctions.matching.index.words import Spellings, Words
from sanctions.matching.index.worth import ASKED_OF

USUAL_ARRAYS = ("usual_spelt", "usual_numbers", "usual_likeness", "usual_held", "usual_rows")
"""The arrays of ``Usual``, in their order."""

_KEPT = 16384
_AT_ONCE = 500


class Known(msgspec.Struct, frozen=True):
    """A word's spellings, and the rows in which it is written apart."""

    spellings: Spellings
    apart: NDArray[np.int64]


_NO_ROWS = np.zeros(0, np.int64)


class Usual(msgspec.Struct, frozen=True):
    """What is known of ``words``, which are sorted, one behind the other.

    spelt int32 (n + 1,), numbers int32, likeness float32 (m, costs)   where each one's spellings begin, and what ``Spellings`` has
    held int32 (n + 1,), rows int32                                    where its rows begin, and the rows
    """

    words: Sequence[str]
    spelt: NDArray[np.int32]
    numbers: NDArray[np.int32]
    likeness: NDArray[np.float32]
    held: NDArray[np.int32]
    rows: NDArray[np.int32]

    def find(self, word: str) -> Known | None:
        """What is known of a word, if it is one of them."""
        place = bisect_left(self.words, word)
        if place == len(self.words) or self.words[place] != word:
            return None
        spelt, held = (slice(starts[place], starts[place + 1]) for starts in (self.spelt, self.held))
        return Known(Spellings(self.numbers[spelt].astype(np.int64), self.likeness[spelt]), self.rows[held].astype(np.int64))


def usual_arrays(words: Sequence[str], listed: Words, runs: Runs) -> dict[str, NDArray[Any]]:
    """The arrays of ``Usual`` for sorted words."""
    asked = KnownWords(listed, runs)
    known = [one for first in range(0, len(words), _AT_ONCE) for one in asked.all_of(words[first : first + _AT_ONCE])]
    likeness = np.concatenate([np.zeros((0, len(ASKED_OF))), *(one.spellings.likeness for one in known)])
    short = likeness.astype(np.float32)
    # an upper bound stays one
    short = np.where(short < likeness, np.nextafter(short, np.float32(2)), short)
    made = (
        _starts([len(one.spellings.numbers) for one in known]),
        np.concatenate([_NO_ROWS, *(one.spellings.numbers for one in known)]).astype(np.int32),
        short,
        _starts([len(one.apart) for one in known]),
        np.concatenate([_NO_ROWS, *(one.apart for one in known)]).astype(np.int32),
    )
    return dict(zip(USUAL_ARRAYS, made, strict=True))


def _starts(sizes: Sequence[int]) -> NDArray[np.int32]:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)


class KnownWords:
    """What is known of words, the last few thousand that were asked among them."""

    def __init__(self, listed: Words, runs: Runs, usual: Usual | None = None) -> None:
        self._listed, self._runs, self._usual = listed, runs, usual
        self._known: dict[str, Known] = {}

    def all_of(self, words: Sequence[str]) -> list[Known]:
        """Of each word, in their order."""
        new = [word for word in words if word not in self._known]
        if len(self._known) + len(new) > _KEPT:
            self._known.clear()
            new = list(words)
        new = [word for word in dict.fromkeys(new) if not self._is_usual(word)]
        apart = dict(self._runs.holding(new))
        for place, (word, spellings) in enumerate(zip(new, self._listed.alike(new, ASKED_OF), strict=True)):
            self._known[word] = Known(spellings, apart.get(place, _NO_ROWS))
        return [self._known[word] for word in words]

    def _is_usual(self, word: str) -> bool:
        found = self._usual.find(word) if self._usual else None
        if found:
            self._known[word] = found
        return found is not None


def usual_of(words: Sequence[str], arrays: Mapping[str, NDArray[Any]]) -> Usual:
    """``Usual`` from what ``usual_arrays`` gave."""
    return Usual(words, *(arrays[name] for name in USUAL_ARRAYS))
