"""The rows whose names could align well enough with an asked one, by a bound that no alignment can exceed.

Every word costs at least its absence, unless it has a partner in the other name: the same word, a spelling of it, the
word that it is a part of or is put together from, or an initial. What each possible partner saves is written beside
every row that has it, so that a name asks only the rows that share something with it, and adds up what they save; rows
that this leaves are held to ``bound``. Many names are asked at once. The bound knows the steps of ``alignment.align`` and
nothing more exact; ``tests/matching/test_index.py`` holds it to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import LEAST_CUT_PERSON
from sanctions.matching.index.asked import Asked
from sanctions.matching.index.bound import Question, Rests, reaching
from sanctions.matching.index.distinct import distinct
from sanctions.matching.index.known import Known, KnownWords, Usual
from sanctions.matching.index.partners import Partners
from sanctions.matching.index.runs import runs_of
from sanctions.matching.index.sharing import Sharing
from sanctions.matching.index.words import Words
from sanctions.matching.index.worth import ASKED_OF, BY_COSTS, IN_GROUP
from sanctions.names.vocabulary import LEGAL

_WIDE = 6
"""In names of more words only neighbours and next but one are tried as one word written apart."""

_NO_PAIRS = np.zeros(0, np.int64)


class LatinRows:
    """Rows of words; see ``building`` for the arrays."""

    def __init__(self, words: Words, arrays: Mapping[str, NDArray[Any]], usual: Usual | None = None) -> None:
        self.words = words
        self._starts, self._ids = arrays["row_starts"], arrays["row_words"]
        self._groups = arrays["row_groups"]
        self._sharing = Sharing(arrays)
        self._known = KnownWords(words, runs_of(arrays), usual)
        self._rests = Rests(
            self._starts, self._ids, arrays["row_letters"], arrays["row_initials"],
            {name: arrays[name] for name in BY_COSTS}, arrays["bits"], arrays["singles"],
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self._groups)

    def tokens(self, row: int) -> tuple[str, ...]:
        """The words of a row, in their order."""
        listed = self.words.listed
        return tuple([listed[number] for number in self._ids[self._starts[row] : self._starts[row + 1]].tolist()])

    def near(
        self, names: Sequence[tuple[str, ...]], least: Sequence[float], compared: NDArray[np.bool_] | None = None
    ) -> list[NDArray[np.int64]]:
        """For each name the rows that may reach its ``least``, rising.

        ``compared`` (costs,) are the costs that all rows are compared by, where it is not their own kinds that tell.
        """
        if not len(self) or not names:
            return [np.zeros(0, np.int64)] * len(names)
        asked = Asked(names, np.array(least))
        known = dict(zip(asked.distinct, self._known.all_of(asked.distinct), strict=True))
        partners = self._partners(asked, known)
        apart = distinct(np.concatenate([_NO_PAIRS, *self._joined(asked, known)]))
        owner, rows = np.divmod(distinct(np.concatenate([apart, *self._sharing.of(asked, partners)])), len(self))
        costs = IN_GROUP[self._groups[rows]] if compared is None else np.broadcast_to(compared, (len(rows), len(compared)))
        sure = reaching(Question(asked, owner, rows, costs), partners, self._rests)
        owner, rows = np.divmod(distinct(np.concatenate([owner[sure] * len(self) + rows[sure], apart])), len(self))
        ends = np.searchsorted(owner, np.arange(len(names) + 1)).tolist()
        return [rows[first:last] for first, last in pairwise(ends)]

    def _partners(self, asked: Asked, told: Mapping[str, Known]) -> Partners:
        """The listed words that each asked word is, may be a spelling of, or may be cut to."""
        known = [told[word].spellings for word in asked.words]
        same = self.words.numbers(asked.words)
        itself = np.flatnonzero(same >= 0)
        counts = [len(some.numbers) for some in known]
        begun = [(place, number) for place in asked.beginnings(LEAST_CUT_PERSON) for number in self.words.begun(asked.words[place])]
        cut = np.array([pair for pair in begun if len(self.words.listed[pair[1]]) > 1], np.int64).reshape(-1, 2)
        equal, none = np.ones((len(itself), len(ASKED_OF))), np.zeros((len(cut), len(ASKED_OF)))
        places = np.concatenate([itself, np.repeat(np.arange(len(known)), counts), cut[:, 0]])
        order = np.argsort(places, kind="stable")
        return Partners(
            places=places[order],
            numbers=np.concatenate([same[itself], *(some.numbers for some in known), cut[:, 1]])[order],
            likeness=np.concatenate([equal, *(some.likeness for some in known), none])[order],
            cut=order >= len(itself) + sum(counts),
        )

    def _joined(self, asked: Asked, known: Mapping[str, Known]) -> Iterator[NDArray[np.int64]]:
        """Pairs of an asked name and a row that has one of its words written apart or some of them as one.

        A pair is a number: the name's place times the number of rows, and the row.
        """
        size = len(self)
        for name, word in zip(asked.owner.tolist(), asked.words, strict=True):
            yield name * size + known[word].apart
        runs = [(name, run) for name, tokens in enumerate(asked.names) for run in dict.fromkeys(_runs(tokens))]
        for at, number in self.words.written_as_one([run for _, run in runs]):
            yield runs[at][0] * size + self._sharing.posts.of(number)


def _runs(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Two or three words in their order that may come to stand side by side once what stands between is paired."""
    reach = len(tokens) if len(tokens) <= _WIDE else 3
    spans = [range(i + 1, min(len(tokens), i + reach)) for i in range(len(tokens))]
    pairs = [(i, j) for i, span in enumerate(spans) for j in span]
    threes = [(i, j, k) for i, j in pairs for k in spans[j]]
    return [tuple(tokens[place] for place in run) for run in (*pairs, *threes) if not tokens[run[0]].startswith(LEGAL)]
