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
            yield name * size + np.flatnonzero(self._costs_little(needs.unshared[name], float(asked.share[name]), slice(None)))
        at_best = needs.unshared - needs.by_initials
        for name in np.flatnonzero((at_best[:, present] <= SLACK).any(axis=1)).tolist():
            rows = self._abbreviated(float(asked.share[name]), float(at_best[name, present].min()))
            rows = rows[self._letters[rows] & asked.firsts[name] > 0]
            yield name * size + rows[self._costs_little(at_best[name], float(asked.share[name]), rows)]

    def _costs_little(self, left: NDArray[np.float64], share: float, rows: slice | NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether what the rows' own words cost if none is found leaves a name that is left with so much to save within its share."""
        little: NDArray[np.bool_] = left[self._groups[rows]] + self._rest[rows] - share * self._heavy[rows] <= SLACK
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
        order = np.argsort(pairs)
        entry, pairs = entry[order], pairs[order]
        first = firsts(pairs)
        if not len(first):
            return pairs
        name, row = np.divmod(pairs[first], self._size)
        group, share = self._groups[row], asked.share[name]
        entry_group = np.repeat(group, np.diff(np.append(first, len(pairs))))
        named = np.logical_or.reduceat(search.proper[partners.places[entry], entry_group], first)
        initials = np.where(self._letters[row] & asked.firsts[name] > 0, needs.by_initials[name, group], 0.0)
        left = self._rest[row] - share * self._heavy[row] - needs.by_own_initials[name, group] - initials
        found = np.zeros(len(first), bool)
        for kind, need, rest in (("least_unnamed", needs.unshared, self._rest), ("least_absence", needs.named, self._rest_named)):
            gains = self._gains(search, kind)
            aside = _added_highest(gains, search, len(asked.names))
            saved = np.add.reduceat(gains[entry, entry_group], first)
            enough = need[name, group] + left + rest[row] - self._rest[row] - aside[name, group] - saved <= SLACK
            found |= enough & (named if kind == "least_absence" else ~named)
        return pairs[first[found]]

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

    def _abbreviated(self, share: float, left: float) -> NDArray[np.int64]:
        """Rows with initials whose other words cost little enough where a name is left with so much to save."""
        rows, rest = self._with_initials
        if share >= LEAST_RATE:
            return rows
        return rows[: np.searchsorted(rest, (SLACK - left) / (1.0 - share / LEAST_RATE), side="right")]

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


def _highest(values: NDArray[np.float64], places: NDArray[np.int64], number: int) -> NDArray[np.float64]:
    """The highest of the values of each place, and no less than 0."""
    found = np.zeros((number, values.shape[1]))
    np.maximum.at(found, places, values)
    return found


def _added_highest(gains: NDArray[np.float64], search: _Search, names: int) -> NDArray[np.float64]:
    """The most that the words left aside save, by name and group."""
    highest = np.where(search.aside[:, None], _highest(gains, search.partners.places, len(search.aside)), 0.0)
    found = np.zeros((names, gains.shape[1]))
    np.add.at(found, search.asked.owner, highest)
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
