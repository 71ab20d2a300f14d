"""The rows that share enough with an asked name to be worth a look.

A row that shares only words which many rows have, and which together do not save what the name needs, cannot reach it: so
only the rows of the other words are looked at, and of those the ones whose shared words save enough. Names with initials,
and rows with initials, have ways of their own. A pair of a name and a row is a number here: the name's place times the
number of rows, and the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.index.asked import LEAST_RATE, Asked, Needs, Paired
from sanctions.matching.index.bound import Partners
from sanctions.matching.index.distinct import distinct, firsts
from sanctions.matching.index.edits import ranges
from sanctions.matching.index.worth import LIKENESS_OF_GROUP, SLACK

_ENOUGH = 1e6
"""More than any name needs; sums of it stay exact to the slack."""


class Posts(msgspec.Struct, frozen=True):
    """The rows that have each word: where those of a word start, and all of them."""

    starts: NDArray[np.int32]
    rows: NDArray[np.int32]

    def of(self, number: int) -> NDArray[np.int64]:
        """The rows of one word."""
        return self.rows[self.starts[number] : self.starts[number + 1]].astype(np.int64)


class Sharing:
    """Rows and their words; see ``building`` for the arrays."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.posts = Posts(arrays["post_starts"], arrays["posts"])
        self._abbreviated_posts = Posts(arrays["abbreviated_starts"], arrays["abbreviated_posts"])
        self._light, self._most = arrays["light"], arrays["heavy"]
        self._groups, self._rest, self._rest_named = (arrays[f"row_{n}"] for n in ("groups", "rest", "rest_named"))
        self._heavy, self._letters = arrays["row_heavy"], arrays["row_letters"]
        self._telling = arrays["telling"]
        self._by_kind = {name: arrays[name] for name in ("least_unnamed", "least_absence")}
        self._size = len(self._groups)

    def of(self, asked: Asked, partners: Partners) -> Iterator[NDArray[np.int64]]:
        """Pairs of a name and a row that share enough: a word that is not in so many rows that all such words of the
        name together would not do, or initials, or as much as is asked where that is next to nothing."""
        needs, size, present = asked.needs(), self._size, self._present
        paired = self._paired(asked, partners)
        saves = asked.saves(paired, "least_unnamed")
        proper = asked.proper()
        value = np.maximum(np.where(proper, np.inf, _highest(saves, partners.places, len(asked.words))), needs.by_initial)
        starts = self.posts.starts
        counts = starts[partners.numbers + 1] - starts[partners.numbers]
        often = np.bincount(partners.places, counts, len(asked.words))
        order = np.lexsort((-often, asked.owner))
        plain, with_initials = np.zeros(len(order), bool), np.zeros(len(order), bool)
        plain[order] = _left_aside(needs.unshared, value[order], asked.owner[order], present)
        more = np.maximum(value - needs.by_initial, 0.0)
        with_initials[order] = _left_aside(needs.unshared - needs.by_initials, more[order], asked.owner[order], present)
        yield self._saving(_Search(asked, partners, needs, paired, proper, plain))
        _, some = self._posted(asked, partners, np.flatnonzero((plain & ~with_initials)[partners.places]), self._abbreviated_posts)
        owner, row = np.divmod(some, size)
        yield some[self._letters[row] & asked.firsts[owner] > 0]
        for name in np.flatnonzero((needs.unshared[:, present] <= SLACK).any(axis=1)).tolist():
            own = np.full(size, name)
            yield name * size + np.flatnonzero(self._costs_little(needs.unshared, asked, own, slice(None)))
        owner, row = self._abbreviated(asked, needs.unshared - needs.by_initials)
        owner, row = owner[fits := self._letters[row] & asked.firsts[owner] > 0], row[fits]
        little = self._costs_little(needs.unshared - needs.by_initials, asked, owner, row)
        yield owner[little] * size + row[little]

    def _costs_little(
        self, left: NDArray[np.float64], asked: Asked, owner: NDArray[np.int64], rows: slice | NDArray[np.int64]
    ) -> NDArray[np.bool_]:
        """Whether what the rows' own words cost if none is found leaves each row's name, with so much left to save, within its share."""
        cost = left[owner, self._groups[rows]] + self._rest[rows] - asked.share[owner] * self._heavy[rows]
        little: NDArray[np.bool_] = cost <= SLACK
        return little

    def _paired(self, asked: Asked, partners: Partners) -> Paired:
        best = np.stack([partners.likeness[:, some].max(axis=1) for some in LIKENESS_OF_GROUP], axis=1)
        light = np.minimum(asked.worth["light"][partners.places], self._light[partners.numbers])
        apart = np.where(partners.cut[:, None], 0.0, np.where(best > 0, (1.0 - best) * light, np.inf))
        return Paired(partners.places, (partners.likeness == 1).all(axis=1), apart, self._most[partners.numbers])

    def _saving(self, search: _Search) -> NDArray[np.int64]:
        """The pairs that have a partner of a word that was not left aside, and of which all partners save what is needed."""
        asked, partners, needs = search.asked, search.partners, search.needs
        entry, pairs = self._posted(asked, partners, np.flatnonzero(~search.aside[partners.places]), self.posts)
        ways = [_Way(needs.unshared, self._rest, self._gains(search, "least_unnamed"), search)]
        ways.append(_Way(needs.named, self._rest_named, self._gains(search, "least_absence"), search))
        kept = self._hopeful(search, ways, entry, pairs)
        entry, pairs = _by_pair(entry[kept], pairs[kept], len(partners.places))
        first = firsts(pairs)
        if not len(first):
            return pairs
        name, row = np.divmod(pairs[first], self._size)
        group = self._groups[row]
        entry_group = np.repeat(group, np.diff(np.append(first, len(pairs))))
        named = np.logical_or.reduceat(search.proper[partners.places[entry], entry_group], first)
        granted = asked.share[name] * self._heavy[row] + self._for_initials(asked, needs, name, row, group)
        found = np.zeros(len(first), bool)
        for way, meant in zip(ways, (~named, named), strict=True):
            saved = np.add.reduceat(way.gains[entry, entry_group], first)
            lacking = (way.need - way.aside - needs.by_own_initials)[name, group]
            found |= meant & (lacking + way.rest[row] - granted - saved <= SLACK)
        return pairs[first[found]]

    def _for_initials(
        self, asked: Asked, needs: Needs, name: NDArray[np.int64], row: NDArray[np.int64], group: NDArray[np.uint8]
    ) -> NDArray[np.float64]:
        """What initials of the rows may save the names' words."""
        found = np.zeros(len(row))
        some = np.flatnonzero(self._letters[row] & asked.firsts[name] > 0)
        found[some] = needs.by_initials[name[some], group[some]]
        return found

    def _hopeful(self, search: _Search, ways: Sequence[_Way], entry: NDArray[np.int64], pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which of the partners in rows could do if the row had the best partner of every other word of the name, too."""
        asked, places = search.asked, search.partners.places
        owner = asked.owner[places]
        lacking = np.min([way.need[owner] - way.gains - way.others(owner, places) for way in ways], axis=0)
        lacking -= search.needs.by_own_initials[owner]
        row = pairs - (owner * self._size)[entry]
        group = self._groups[row]
        least = lacking[entry, group] + self._rest_named[row] - asked.share[owner][entry] * self._heavy[row]
        least -= self._for_initials(asked, search.needs, owner[entry], row, group)
        return np.flatnonzero(least <= SLACK)

    def _gains(self, search: _Search, kind: str) -> NDArray[np.float64]:
        """What each pair of words saves, by group, with what the listed word costs in its row if it is not found."""
        numbers, share = search.partners.numbers, search.asked.share[search.asked.owner[search.partners.places]]
        own = np.where(self._telling[numbers, None], self._by_kind[kind][numbers] - share[:, None] * self._most[numbers], 0.0)
        saves = search.asked.saves(search.paired, kind)
        return np.where(np.isinf(search.paired.apart), 0.0, np.maximum(saves + own, 0.0))

    def _posted(
        self, asked: Asked, partners: Partners, kept: NDArray[np.int64], posts: Posts
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Some of the partners, once for each row that has them, and the pairs of their names and those rows."""
        numbers = partners.numbers[kept]
        first = posts.starts[numbers].astype(np.int64)
        place, at = ranges(first, posts.starts[numbers + 1] - first)
        return kept[place], asked.owner[partners.places[kept]][place] * self._size + posts.rows[at]

    @cached_property
    def _present(self) -> list[int]:
        """The groups that have rows."""
        found: list[int] = distinct(self._groups).tolist()
        return found

    def _abbreviated(self, asked: Asked, left: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Names, and rows with initials whose other words cost little enough where the name is left with so much to save."""
        rows, rest = self._with_initials
        least = left[:, self._present].min(axis=1)
        rate = np.maximum(1.0 - asked.share / LEAST_RATE, 0.0)
        limit = np.divide(SLACK - least, rate, out=np.full(len(rate), np.inf), where=rate > 0)
        number = np.where(least <= SLACK, np.searchsorted(rest, limit, side="right"), 0)
        owner, at = ranges(np.zeros(len(number), np.int64), number)
        return owner, rows[at]

    @cached_property
    def _with_initials(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The rows with initials by what their telling words cost, and that cost."""
        rows = np.flatnonzero(self._letters)
        rows = rows[np.argsort(self._rest[rows], kind="stable")]
        return rows, self._rest[rows]


class _Search(msgspec.Struct, frozen=True):
    """What ``_saving`` needs to know; ``aside`` (words,) are the asked words whose rows are not looked at for their sake,
    ``proper`` (words, groups) those that name a body."""

    asked: Asked
    partners: Partners
    needs: Needs
    paired: Paired
    proper: NDArray[np.bool_]
    aside: NDArray[np.bool_]


class _Way:
    """What pairs save where no proper name agrees, or where one does.

    need (names, groups) and rest (rows,)   what the name lacks and the row costs
    gains (partners, groups)                what each pair of words saves
    highest (words, groups), all (names, groups), aside   the most that each word saves, all of a name, and those left aside
    """

    def __init__(self, need: NDArray[np.float64], rest: NDArray[np.float32], gains: NDArray[np.float64], search: _Search) -> None:
        self.need, self.rest, self.gains = need, rest, gains
        self.highest = _highest(gains, search.partners.places, len(search.aside))
        self.all = search.asked.added(self.highest)
        self.aside = search.asked.added(np.where(search.aside[:, None], self.highest, 0.0))

    def others(self, owner: NDArray[np.int64], places: NDArray[np.int64]) -> NDArray[np.float64]:
        """The most that the other words of each place's name, its ``owner``, save."""
        found: NDArray[np.float64] = self.all[owner] - self.highest[places]
        return found


def _by_pair(entry: NDArray[np.int64], pairs: NDArray[np.int64], entries: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Both by the pair. One array of numbers is sorted faster than the order of another is found."""
    bits = entries.bit_length()
    both = np.sort(pairs << bits | entry)
    return both & ((1 << bits) - 1), both >> bits


def _highest(values: NDArray[np.float64], places: NDArray[np.int64], number: int) -> NDArray[np.float64]:
    """The highest of the values of each place, and no less than 0; ``places`` rise."""
    found = np.zeros((number, values.shape[1]))
    first = firsts(places)
    if len(first):
        found[places[first]] = np.maximum(np.maximum.reduceat(values, first), 0.0)
    return found


def _left_aside(
    needed: NDArray[np.float64], value: NDArray[np.float64], owner: NDArray[np.int64], groups: Sequence[int]
) -> NDArray[np.bool_]:
    """Which words of a name, taken in their order, together save less than is needed: rows that share those alone are no use.

    ``needed`` (names, groups); ``value`` (words, groups), the words of a name side by side.
    """
    summed = np.cumsum(np.minimum(value[:, groups], _ENOUGH), axis=0)
    first = np.searchsorted(owner, np.arange(len(needed)))
    before = np.concatenate([np.zeros((1, len(groups))), summed])[first][owner]
    aside: NDArray[np.bool_] = (needed[:, groups][owner] - (summed - before) > SLACK).all(axis=1)
    return aside
