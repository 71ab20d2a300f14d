"""Several asked names, and their own part of the bound, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import MOST_INITIAL
from sanctions.matching.body_words import PROPER_WEIGHT
from sanctions.matching.costs import Costs
from sanctions.matching.index.worth import GROUPS, IN_GROUP, INITIAL_RATE, SLACK, worths
from sanctions.names.vocabulary import is_small

PLACES = 63
"""The words of a name that are told apart; those behind are taken to be found."""


def _least_rate(costs: Costs) -> float:
    """What an absent word costs at least, over its weight, where no proper name agrees."""
    return costs.absent * min(costs.most_missing, 1.0) if costs.personal else min(costs.absent, costs.absent_country)


_HEAVIEST = worths("bcdfghjklmnpqrstvwxz")["heavy"].max(axis=0)
"""The most that an initial weighs, by group."""

_FULL = worths(["zzzzzzzz"])["least_unnamed"][0]
"""What the absence of a word that no other name has costs at least, by group."""

_INITIAL = np.array([INITIAL_RATE[some].min() for some in IN_GROUP])
_STANDS_FOR = np.maximum(_FULL - _INITIAL * MOST_INITIAL, 0.0)
"""What a word of a row costs less at most, by group, because an initial stands for it."""

_OF_BODIES = np.array([not all(costs.personal for costs in group) for group in GROUPS])
_LEAST_ABSENT = np.array([min(_least_rate(costs) for costs in group) for group in GROUPS])
_SEVERAL_FATHERS = 3
"""So many patronymics at most, which weigh less where they are missing than where they agree, are looked for in a row."""

_FATHER = np.array([min(costs.absent * costs.most_patronymic for costs in group) for group in GROUPS])


LEAST_RATE = float(min(_LEAST_ABSENT.min(), _FATHER.min()))
"""The least that any absent word costs over its weight where no proper name agrees."""


def first_bit(word: str) -> int:
    """The first letter of a word as a bit; none for a digit or a legal form."""
    return 1 << (ord(word[0]) - ord("a")) if word[0].isalpha() else 0


class Asked:
    """Names and the least likeness asked of each.

    names, words     the names' words, and all of them in one line; owner: the name of each word; place: its place there
    distinct         the different words
    worth            what the words are worth (``worth.worths``)
    share            what each name's rows may cost, over what they weigh together
    """

    def __init__(self, names: Sequence[tuple[str, ...]], least: NDArray[np.float64]) -> None:
        self.names = names
        self.share = (1.0 - least) / 2
        self.words = [word for name in names for word in name]
        numbers: dict[str, int] = {}
        at = np.array([numbers.setdefault(word, len(numbers)) for word in self.words], np.int64)
        self.distinct = list(numbers)
        self.worth = {name: values[at] for name, values in worths(self.distinct).items()}
        counts = np.array([len(name) for name in names])
        self.starts = np.concatenate([[0], np.cumsum(counts)])
        self.owner = np.repeat(np.arange(len(names)), counts)
        self.place = np.arange(len(at)) - np.repeat(self.starts[:-1], counts)
        lengths = np.array([len(word) for word in self.distinct])[at]
        self.lengths = lengths
        self.small = np.array([is_small(word) for word in self.distinct], bool)[at]
        self.bits = np.array([first_bit(word) for word in self.distinct], np.uint32)[at]
        self.single = (lengths == 1) & (self.bits > 0)
        self.initials = self.added(self.single[:, None])[:, 0].astype(np.int64)
        self.letters = self._either(np.where(self.single, self.bits, 0).astype(np.uint32))
        self.firsts = self._either(np.where(lengths > 1, self.bits, 0).astype(np.uint32))
        self.words_of = counts
        self.crowded = counts > PLACES

    def added(self, values: NDArray[Any]) -> NDArray[np.float64]:
        """The sum over each name's words: shape (names, columns)."""
        found: NDArray[np.float64] = np.add.reduceat(values.astype(np.float64), self.starts[:-1])
        return found

    def _either(self, values: NDArray[np.uint32]) -> NDArray[np.uint32]:
        found: NDArray[np.uint32] = np.bitwise_or.reduceat(values, self.starts[:-1])
        return found

    def by_place(self, values: NDArray[Any]) -> NDArray[Any]:
        """Values of all words as a table of names and places, those behind the last left out."""
        width = min(int(self.place.max()) + 1, PLACES)
        found = np.zeros((len(self.names), width), values.dtype)
        kept = self.place < width
        found[self.owner[kept], self.place[kept]] = values[kept]
        return found

    def behind(self, number: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What the absence of the words behind the last place costs by one record of costs: of all, and of the dearest."""
        values = np.where(self.place < PLACES, 0.0, self.worth["absence"][:, number])
        return self.added(values[:, None])[:, 0], np.maximum.reduceat(values, self.starts[:-1])

    def beginnings(self, shortest: int) -> list[int]:
        """The words of names long enough to have been cut that may be the beginning of another."""
        long = np.bincount(self.owner, self.lengths, len(self.names)) >= shortest
        return [place for place in np.flatnonzero(long[self.owner] & (self.lengths > 1)).tolist() if self.words[place].isalpha()]

    def needs(self) -> Needs:
        """What a row must share with each name to be worth a look."""
        share, most = self.share[self.owner][:, None], self.share[:, None]
        light, heavy = (self.worth[name].astype(np.float64) for name in ("light", "heavy"))
        telling = ~(self.single | self.small)[:, None]
        missing, named = (np.where(telling, self.worth[name] - share * heavy, 0.0) for name in ("least_unnamed", "least_absence"))
        abbreviated = _INITIAL * np.minimum(light, MOST_INITIAL) - share * (heavy + _HEAVIEST)
        letter = np.maximum(2 * most * _HEAVIEST, most * (1 + _HEAVIEST) - _INITIAL * MOST_INITIAL)
        granted = 2 * most * self.added(np.where(self.small[:, None], heavy, 0.0)) + self.initials[:, None] * letter
        granted += _SEVERAL_FATHERS * np.maximum(most - _FATHER, 0.0)
        by_initial = np.where(telling & (self.bits > 0)[:, None], np.maximum(missing - abbreviated, 0.0), 0.0)
        unshared = np.where(most + SLACK >= _LEAST_ABSENT, -np.inf, self.added(missing) - granted)
        return Needs(unshared, self.added(named) - granted, by_initial, self.added(by_initial), self.initials[:, None] * _STANDS_FOR)

    def saves(self, pairs: Paired, name: str) -> NDArray[np.float64]:
        """How much nearer a pair brings a name to what it needs, by group; what its listed word cannot cost in the row any more aside.

        What a small word or an initial saves by its like is granted to every row.
        """
        found = self.worth[name][pairs.places] - pairs.apart + self.share[self.owner[pairs.places]][:, None] * pairs.heavy
        granted = pairs.equal & (self.small | self.single)[pairs.places]
        return np.where(granted[:, None], 0.0, found)

    def proper(self) -> NDArray[np.bool_]:
        """The words that name a body, by group: where one agrees, what is missing costs less."""
        found: NDArray[np.bool_] = (self.worth["heavy"] >= PROPER_WEIGHT) & _OF_BODIES
        return found


class Paired(msgspec.Struct, frozen=True):
    """Pairs of asked words (``places``) and listed ones: whether both are one word, what the pair itself costs at least, what the
    listed word weighs at most, both by group."""

    places: NDArray[np.int64]
    equal: NDArray[np.bool_]
    apart: NDArray[np.float64]
    heavy: NDArray[np.float32]


class Needs(msgspec.Struct, frozen=True):
    """What must be saved for a row to reach a name, by group.

    unshared         (names, groups): 0 or less where nothing need be shared; named: where a proper name of a body agrees
    by_initial       (words, groups): what an initial in a word's place saves, and by_initials (names, groups): all of them
    by_own_initials  (names, groups): what words of a row cost less that the name's initials stand for
    """

    unshared: NDArray[np.float64]
    named: NDArray[np.float64]
    by_initial: NDArray[np.float64]
    by_initials: NDArray[np.float64]
    by_own_initials: NDArray[np.float64]
