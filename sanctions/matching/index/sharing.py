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
from msgspec.structs import replace
from numpy.typing import NDArray

from sanctions.matching.index.asked import LEAST_RATE, Asked, Needs, Paired
from sanctions.matching.index.distinct import distinct, firsts
from sanctions.matching.index.edits import ranges
from sanctions.matching.index.partners import LEAST_NAMED, Partners
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
        self._heavy, self._letters, self._firsts = arrays["row_heavy"], arrays["row_letters"], arrays["row_firsts"]
        self._telling = arrays["telling"]
        self._by_kind = {name: arrays[name] for name in ("least_unnamed", "least_absence")}
        self._size = len(self._groups)

    def of(self, asked: Asked, partners: Partners) -> Iterator[NDArray[np.int64]]:
        """Pairs of a name and a row that share enough: a word that is not in so many rows that all such words of the
        name together would not do, or initials, or as much as is asked where that is next to nothing."""
        needs, size, present = asked.needs(), self._size, self._present
        paired = self._paired(asked, partners)
        gains = [self._gains(asked, partners, paired, kind) for kind in ("least_unnamed", "least_absence")]
        helps: NDArray[np.bool_] = np.maximum(*gains)[:, present].max(axis=1, initial=0.0) > 0
        search = self._search(asked, partners, needs, paired, helps)
        yield self._saving(search, gains)
        with_initials = self._left_aside(search, needs.unshared - needs.by_initials, search.value - needs.by_initial)
        others = search.aside & search.helps & ~with_initials[partners.places]
        _, some = self._posted(asked, partners, np.flatnonzero(others), self._abbreviated_posts)
        owner, row = np.divmod(some, size)
        yield some[self._letters[row] & asked.firsts[owner] > 0]
        for name in np.flatnonzero((needs.unshared[:, present] <= SLACK).any(axis=1)).tolist():
            own = np.full(size, name)
            yield name * size + np.flatnonzero(self._costs_little(needs.unshared, asked, own, slice(None)))
        left = needs.unshared - needs.by_own_initials
        for name in np.flatnonzero((asked.initials > 0) & (left[:, present] <= SLACK).any(axis=1)).tolist():
            begun = np.flatnonzero(self._firsts & asked.letters[name] > 0)
            yield name * size + begun[self._costs_little(left, asked, np.full(len(begun), name), begun)]
        owner, row = self._abbreviated(asked, needs.unshared - needs.by_initials)
        owner, row = owner[fits := self._letters[row] & asked.firsts[owner] > 0], row[fits]
        little = self._costs_little(needs.unshared - needs.by_initials, asked, owner, row)
        yield owner[little] * size + row[little]

    def _search(self, asked: Asked, partners: Partners, needs: Needs, paired: Paired, helps: NDArray[np.bool_]) -> _Search:
        """What is looked for: the commonest words of each name are left aside, and what of the next one is unlike enough."""
        places = partners.places
        saves, proper = asked.saves(paired, "least_unnamed"), asked.proper()
        value = np.maximum(np.where(proper, np.inf, _highest(saves, places, len(asked.words))), needs.by_initial)
        counts = self.posts.starts[partners.numbers + 1] - self.posts.starts[partners.numbers]
        often = np.bincount(places, np.where(helps, counts, 0.0), len(asked.words)).astype(np.float64)
        search = _Search(asked, partners, needs, proper, value, often, helps, ~helps)
        plain = self._left_aside(search, needs.unshared, value)
        next_one = np.zeros(len(plain), bool)
        next_one[np.lexsort((-often, plain, asked.owner))[asked.starts[:-1]]] = True
        left = needs.unshared - asked.added(np.where(plain[:, None], value, 0.0))
        fits = left[asked.owner[places]] - np.maximum(saves, needs.by_initial[places]) > SLACK
        names_it = proper[places][:, self._present].any(axis=1) & (partners.likeness.max(axis=1) >= LEAST_NAMED)
        return replace(search, aside=~helps | plain[places] | (next_one[places] & fits[:, self._present].all(axis=1) & ~names_it))

    def _left_aside(self, search: _Search, needed: NDArray[np.float64], value: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which words of each name, the commonest first, together save less than is needed: rows that share those alone are no use.

        ``needed`` (names, groups); ``value`` (words, groups).
        """
        owner = search.asked.owner
        order = np.lexsort((-search.often, owner))
        summed = np.cumsum(np.clip(value[order][:, self._present], 0.0, _ENOUGH), axis=0)
        before = np.concatenate([np.zeros((1, summed.shape[1])), summed])[search.asked.starts[:-1]][owner]
        aside = np.zeros(len(order), bool)
        aside[order] = (needed[:, self._present][owner] - (summed - before) > SLACK).all(axis=1)
        return aside

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

    def _saving(self, search: _Search, gains: Sequence[NDArray[np.float64]]) -> NDArray[np.int64]:
        """The pairs that have a partner that was not left aside, and of which all partners save what is needed."""
        asked, partners, needs = search.asked, search.partners, search.needs
        entry, pairs = self._posted(asked, partners, np.flatnonzero(~search.aside), self.posts)
        needed, rests = (needs.unshared, needs.named), (self._rest, self._rest_named)
        ways = [_Way(search, *way) for way in zip(needed, rests, gains, strict=True)]
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
            saved = np.add.reduceat(way.more[entry, entry_group], first)
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

    def _gains(self, asked: Asked, partners: Partners, paired: Paired, kind: str) -> NDArray[np.float64]:
        """What each pair of words saves, by group, with what the listed word costs in its row if it is not found."""
        numbers, share = partners.numbers, asked.share[asked.owner[partners.places]]
        own = np.where(self._telling[numbers, None], self._by_kind[kind][numbers] - share[:, None] * self._most[numbers], 0.0)
        return np.where(np.isinf(paired.apart), 0.0, np.maximum(asked.saves(paired, kind) + own, 0.0))

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
    """What ``_saving`` needs to know.

    proper, value   (words, groups): which words name a body, and the most that a word saves where no proper name agrees
    often           (words,): in how many rows each has a partner
    helps, aside    (partners,): which save anything, and whose rows are not looked at for their sake
    """

    asked: Asked
    partners: Partners
    needs: Needs
    proper: NDArray[np.bool_]
    value: NDArray[np.float64]
    often: NDArray[np.float64]
    helps: NDArray[np.bool_]
    aside: NDArray[np.bool_]


class _Way:
    """What pairs save where no proper name agrees, or where one does.

    need (names, groups), rest (rows,)    what the name lacks and the row costs
    gains, more (partners, groups)        what each pair of words saves, and what more than the same word's partners left aside
    highest (words, groups), all, aside (names, groups)   the most that each word saves, all of a name, and what was left aside
    """

    def __init__(self, search: _Search, need: NDArray[np.float64], rest: NDArray[np.float32], gains: NDArray[np.float64]) -> None:
        places, number = search.partners.places, len(search.often)
        self.need, self.rest, self.gains = need, rest, gains
        self.highest = _highest(gains, places, number)
        aside = _highest(np.where(search.aside[:, None], gains, 0.0), places, number)
        self.more = np.maximum(gains - aside[places], 0.0)
        self.all, self.aside = search.asked.added(self.highest), search.asked.added(aside)

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
