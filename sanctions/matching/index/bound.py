"""What is left of the rows that share enough with an asked name, by the costs that each is compared by.

Each word of a row costs at least the least of its absence and of what its best partner leaves; each asked word without a
partner in the row costs its absence, unless it stands for an initial or is one; and where both names have words left
over, one stands in the other's place. A partner may serve two words here, which an alignment does not allow: the bound
is generous, never strict.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import MOST_INITIAL
from sanctions.matching.body_words import PROPER_LETTERS, PROPER_WEIGHT
from sanctions.matching.index.asked import Asked
from sanctions.matching.index.distinct import distinct
from sanctions.matching.index.edits import ranges
from sanctions.matching.index.partners import PERSONAL, Partners, PartnerTable
from sanctions.matching.index.worth import EXTRA, EXTRA_UNNAMED, INITIAL_RATE, SLACK, by_costs

_LEAST_INITIAL = by_costs("least_initial")
_CHUNK = 200_000
"""So many words of rows are looked at in one step, so that a low threshold takes time and not memory."""


class Rests(msgspec.Struct, frozen=True):
    """The words of all rows, and what each word is worth: see ``building.build``."""

    starts: NDArray[np.int32]
    words: NDArray[np.int32]
    letters: NDArray[np.uint32]
    initials: NDArray[np.uint8]
    worth: Mapping[str, NDArray[np.float32]]
    bits: NDArray[np.uint32]
    singles: NDArray[np.uint32]


class Question(msgspec.Struct, frozen=True):
    """Names, and pairs of a name (``owner``) and a row, each to be held to some of the ``costs`` (pairs, costs)."""

    asked: Asked
    owner: NDArray[np.int64]
    rows: NDArray[np.int64]
    costs: NDArray[np.bool_]


def reaching(question: Question, partners: Partners, rests: Rests) -> NDArray[np.bool_]:
    """Which of the pairs may reach what is asked, by any of the costs of each."""
    owner, rows = question.owner, question.rows
    found = np.zeros(len(rows), bool)
    for number in np.flatnonzero(question.costs.any(axis=0)).tolist():
        table = PartnerTable(question.asked, partners, number, len(rests.bits))
        left = np.flatnonzero(question.costs[:, number] & ~found)
        sizes = np.cumsum(rests.starts[rows[left] + 1] - rests.starts[rows[left]])
        cuts = np.searchsorted(sizes, np.arange(_CHUNK, sizes[-1] if len(sizes) else 0, _CHUNK))
        for some in filter(len, np.split(left, distinct(cuts))):
            possible = some[_Bound(table, rests, owner[some], rows[some]).possible()]
            if len(possible):
                found[possible] = _Bound(table, rests, owner[possible], rows[possible]).reached()
    return found


class _Bound:
    """Pairs of names and rows under one record of costs. ``_t`` arrays have one place for each word of the rows."""

    def __init__(self, table: PartnerTable, rests: Rests, owner: NDArray[np.int64], rows: NDArray[np.int64]) -> None:
        self._asked, self._number = table.asked, table.number
        self._table, self._rests, self._owner, self._rows = table, rests, owner, rows
        first = rests.starts[rows].astype(np.int64)
        lengths = rests.starts[rows + 1] - first
        self._lengths = lengths
        self._pair_t, at = ranges(first, lengths)
        self._ends = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self._words_t = rests.words[at].astype(np.int64)

    def _row_worth(self, name: str) -> NDArray[np.float64]:
        found: NDArray[np.float64] = self._rests.worth[name][self._words_t, self._number].astype(np.float64)
        return found

    def _added(self, values_t: NDArray[np.float64]) -> NDArray[np.float64]:
        found: NDArray[np.float64] = np.add.reduceat(values_t, self._ends)
        return found

    def _at_most(self, values_t: NDArray[np.float64], number: NDArray[np.int64]) -> NDArray[np.float64]:
        """The sum of each pair's values, and no more than so many times the greatest of them."""
        found: NDArray[np.float64] = np.minimum(self._added(values_t), number * np.maximum.reduceat(values_t, self._ends))
        return found

    def possible(self) -> NDArray[np.bool_]:
        """Whether each pair may reach what its name asks by what its words and their partners cost alone, as if a proper name agreed
        and no word stood in another's place; whatever initials could save is granted.

        It takes a third of the steps of ``reached`` and leaves next to nothing to it.
        """
        asked, table, owner_t = self._asked, self._table, self._owner[self._pair_t]
        absent_t, weight_t = self._row_worth("absence"), self._row_worth("weight")
        at_t, met_t = table.find(owner_t, self._words_t)
        met = np.flatnonzero(met_t)
        word_t, found_t = absent_t, np.zeros(len(absent_t))
        if len(met):
            at = at_t[met]
            word_t = absent_t.copy()
            word_t[met] = np.minimum(table.apart[at] * np.minimum(weight_t[met], table.own[at]), absent_t[met])
            found_t[met] = table.saved[at]
        cost = table.alone[self._owner] + self._added(word_t - found_t - asked.share[owner_t] * weight_t)
        reached: NDArray[np.bool_] = (cost <= SLACK) | asked.crowded[self._owner]
        helped = (self._rests.letters[self._rows] & asked.firsts[self._owner] > 0) | (asked.initials > 0)[self._owner]
        helped &= ~reached
        if helped.any():
            kept_t, some = helped[self._pair_t], _Bound(table, self._rests, self._owner[helped], self._rows[helped])
            reached[helped] = cost[helped] - some._by_initials(word_t[kept_t], weight_t[kept_t]) <= SLACK
        return reached

    def _by_initials(self, word_t: NDArray[np.float64], weight_t: NDArray[np.float64]) -> NDArray[np.float64]:
        """No less than what initials of either side save of the cost of each pair, words of ``word_t`` cost; none is one on both sides."""
        asked, number, owner_t = self._asked, self._number, self._owner[self._pair_t]
        bits_t, initial_t = self._rests.bits[self._words_t], INITIAL_RATE[number] * np.minimum(weight_t, MOST_INITIAL)
        gain_t = np.where(bits_t & asked.letters[owner_t] > 0, np.maximum(word_t - initial_t, 0.0), 0.0)
        own = self._at_most(gain_t, asked.initials[self._owner])
        own += np.where(self._firsts() & asked.letters[self._owner] > 0, self._table.initials[self._owner], 0.0)
        free = self._added(np.where(self._is_initial(owner_t), word_t, 0.0))
        number_of = self._rests.initials[self._rows]
        theirs = np.minimum(number_of * self._table.dearest[self._owner], self._table.replaceable[self._owner])
        return own + free + np.where(self._rests.letters[self._rows] & asked.firsts[self._owner] > 0, theirs, 0.0)

    def reached(self) -> NDArray[np.bool_]:
        """Whether each pair may reach what its name asks."""
        asked, number, owner_t = self._asked, self._number, self._owner[self._pair_t]
        weight_t, bits_t = self._row_worth("weight"), self._rests.bits[self._words_t]
        at_t, met_t = self._table.find(owner_t, self._words_t)
        if self._table.none:
            pair_t, places, named = np.zeros(len(met_t)), np.zeros(len(self._rows), np.uint64), np.zeros(len(self._rows), np.uint64)
        else:
            light_t = np.minimum(weight_t, self._table.own[at_t])
            pair_t = self._table.apart[at_t] * light_t
            places = np.bitwise_or.reduceat(np.where(met_t, self._table.places[at_t], np.uint64(0)), self._ends)
            named = np.bitwise_or.reduceat(np.where(met_t, self._table.named[at_t], np.uint64(0)), self._ends)
        is_named = self._is_named(named)
        initial_t = INITIAL_RATE[number] * np.minimum(weight_t, MOST_INITIAL)
        absent_t = np.where(is_named[self._pair_t], self._row_worth("absence"), self._row_worth("unnamed"))
        # an initial of the row that some asked word begins with may be found: what that word costs then is counted there
        fits_t = (bits_t & asked.letters[owner_t] > 0) & (weight_t >= _LEAST_INITIAL[number])
        free_t = self._is_initial(owner_t)
        lone_t = free_t & ~met_t
        cost_t = np.where(met_t, np.minimum(pair_t, absent_t), np.where(free_t, 0.0, absent_t))
        cost_t = np.where(met_t & fits_t, np.minimum(cost_t, initial_t), cost_t)
        open_t = fits_t & ~met_t
        initials = asked.initials[self._owner]
        saved = self._at_most(np.where(open_t, np.maximum(absent_t - initial_t, 0.0), 0.0), initials)
        left_t = np.where(met_t, 0.0, np.where(is_named[self._pair_t], self._row_worth("loose"), self._row_worth("loose_unnamed")))
        left = self._added(np.where(free_t, 0.0, left_t)) - self._at_most(np.where(open_t, left_t, 0.0), initials)
        own, own_left = self._asked_side(places, is_named)
        extra = 2 * np.where(is_named, EXTRA[number], EXTRA_UNNAMED[number]) * np.maximum(np.minimum(left, own_left), 0.0)
        initial_cost = self._added(np.where(lone_t, absent_t, 0.0)) - self._at_most(
            np.where(lone_t, absent_t, 0.0), asked.words_of[self._owner]
        )
        cost = self._added(cost_t) - saved + own + extra + initial_cost
        total = np.bincount(asked.owner, asked.worth["weight"][:, number], len(asked.names))[self._owner] + self._added(weight_t)
        reached: NDArray[np.bool_] = cost <= asked.share[self._owner] * total + SLACK
        return reached

    def _is_initial(self, owner_t: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether a word of a row is an initial that an asked word begins with."""
        found: NDArray[np.bool_] = self._rests.singles[self._words_t] & self._asked.firsts[owner_t] > 0
        return found

    def _is_named(self, named: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Whether the words that are equal or sound alike can name somebody."""
        if PERSONAL[self._number]:
            return np.ones(len(named), bool)
        asked = self._asked
        proper = np.where(asked.worth["weight"][:, self._number] >= PROPER_WEIGHT, asked.lengths, 0)
        letters = asked.by_place(proper)[self._owner]
        agreed = (letters * _unpacked(named, letters.shape[1])).sum(axis=1)
        found: NDArray[np.bool_] = (agreed >= PROPER_LETTERS) | asked.crowded[self._owner]
        return found

    def _asked_side(self, places: NDArray[np.uint64], is_named: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What the asked words without a partner cost, and what of them another word may stand in the place of."""
        asked, number, owner = self._asked, self._number, self._owner
        weight = asked.worth["weight"][:, number]

        def picked(named: str, unnamed: str) -> NDArray[np.float64]:
            one, two = (asked.by_place(asked.worth[name][:, number])[owner] for name in (named, unnamed))
            return np.where(is_named[:, None], one, two)

        absent, loose = picked("absence", "unnamed"), picked("loose", "loose_unnamed")
        missing = ~_unpacked(places, absent.shape[1])
        bits = asked.by_place(np.where(asked.lengths > 1, asked.bits, 0))[owner]
        heavy = asked.by_place(np.where(weight >= _LEAST_INITIAL[number], 1, 0))[owner] > 0
        fits = missing & heavy & (bits & self._rests.letters[self._rows][:, None] > 0)
        initial = INITIAL_RATE[number] * np.minimum(asked.by_place(weight)[owner], MOST_INITIAL)
        saved = np.where(fits, np.maximum(absent - initial, 0.0), 0.0)
        letters = asked.by_place(np.where(asked.single, asked.bits, 0))[owner]
        free = letters & self._firsts()[:, None] > 0
        most = self._rests.initials[self._rows]
        cost = np.where(missing & ~free, absent, 0.0).sum(axis=1) - np.minimum(saved.sum(axis=1), most * saved.max(axis=1))
        # each word of the row stands for one initial, and is one of the words behind the last place that is told apart
        found = np.where(missing & free, absent, 0.0)
        cost += np.maximum(found.sum(axis=1) - self._lengths * found.max(axis=1), 0.0)
        behind, highest = asked.behind(number)
        cost += np.maximum(behind[owner] - self._lengths * highest[owner], 0.0)
        open_ = np.where(fits, loose, 0.0)
        left = np.where(missing & ~free, loose, 0.0).sum(axis=1) - np.minimum(open_.sum(axis=1), most * open_.max(axis=1))
        return cost, left

    def _firsts(self) -> NDArray[np.uint32]:
        found: NDArray[np.uint32] = np.bitwise_or.reduceat(self._rests.bits[self._words_t], self._ends)
        return found


def _unpacked(places: NDArray[np.uint64], number: int) -> NDArray[np.bool_]:
    """Bits as a table: shape (n, number)."""
    found: NDArray[np.bool_] = (places[:, None] >> np.arange(number, dtype=np.uint64)) & np.uint64(1) > 0
    return found
