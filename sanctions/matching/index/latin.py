"""The rows whose names could align well enough with an asked one, by a bound that no alignment can exceed.

Every word costs at least its absence, unless it has a partner in the other name: the same word, a spelling of it, the
word that it is a part of or is put together from, or an initial. What each possible partner saves is written beside
every row that has it, so that a name asks only the rows that share something with it, and adds up what they save; rows
that this leaves are held to ``bound``. Many names are asked at once. The bound knows the steps of ``alignment.align`` and
nothing more exact; ``tests/matching/test_index.py`` holds it to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import LEAST_CUT_PERSON, LEAST_WHOLE, joins
from sanctions.matching.index import runs
from sanctions.matching.index.asked import LEAST_RATE, Asked, Needs, Paired, first_bit
from sanctions.matching.index.bound import Partners, Question, Rests, reaching
from sanctions.matching.index.edits import ranges
from sanctions.matching.index.runs import Runs
from sanctions.matching.index.words import Spellings, Words, arrays_of
from sanctions.matching.index.worth import ASKED_OF, BY_COSTS, BY_GROUP, GROUP_OF, IN_GROUP, LIKENESS_OF_GROUP, worths
from sanctions.names.vocabulary import LEGAL, is_small

_WIDE = 6
"""In names of more words only neighbours and next but one are tried as one word written apart."""

_SLACK = 1e-4
_ENOUGH = 1e6
"""More than any name needs; sums of it stay exact to the slack."""

_KEPT = 16384


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of an asked word: its spellings, and the rows in which it is written apart."""

    spellings: Spellings
    apart: NDArray[np.int64]


_NO_PAIRS = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Posts:
    """The rows that have each word: where those of a word start, and all of them."""

    starts: NDArray[np.int32]
    rows: NDArray[np.int32]


class LatinRows:
    """Rows of words; see ``build`` for the arrays."""

    def __init__(self, words: Words, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.words = words
        self._starts, self._ids = arrays["row_starts"], arrays["row_words"]
        self._all_posts = _Posts(arrays["post_starts"], arrays["posts"])
        self._abbreviated_posts = _Posts(arrays["abbreviated_starts"], arrays["abbreviated_posts"])
        self._light, self._most = arrays["light"], arrays["heavy"]
        self._groups, self._rest, self._rest_named = (arrays[f"row_{n}"] for n in ("groups", "rest", "rest_named"))
        self._heavy, self._letters = arrays["row_heavy"], arrays["row_letters"]
        self._telling = arrays["telling"]
        self._by_kind = {name: arrays[name] for name in ("least_unnamed", "least_absence")}
        self._runs = Runs(*(arrays[f"run_{name}"] for name in ("hashes", "starts", "edges", "owners")))
        self._rests = Rests(
            self._starts, self._ids, self._letters, arrays["row_initials"],
            {name: arrays[name] for name in BY_COSTS}, arrays["bits"], arrays["singles"],
        )  # fmt: skip
        self._known: dict[str, _Known] = {}

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
        self._learn(asked.distinct)
        partners = self._partners(asked)
        apart = np.unique(np.concatenate([_NO_PAIRS, *self._joined(asked)]))
        owner, rows = np.divmod(np.unique(np.concatenate([apart, *self._sharing(asked, partners)])), len(self))
        costs = IN_GROUP[self._groups[rows]] if compared is None else np.broadcast_to(compared, (len(rows), len(compared)))
        sure = reaching(Question(asked, owner, rows, costs), partners, self._rests)
        owner, rows = np.divmod(np.union1d(owner[sure] * len(self) + rows[sure], apart), len(self))
        ends = np.searchsorted(owner, np.arange(len(names) + 1)).tolist()
        return [rows[first:last] for first, last in pairwise(ends)]

    def _learn(self, words: Sequence[str]) -> None:
        new = [word for word in words if word not in self._known]
        if len(self._known) + len(new) > _KEPT:
            self._known.clear()
            new = list(words)
        apart = dict(self._runs.holding(new))
        for place, (word, spellings) in enumerate(zip(new, self.words.alike(new, ASKED_OF), strict=True)):
            self._known[word] = _Known(spellings, apart.get(place, _NO_PAIRS))

    def _partners(self, asked: Asked) -> Partners:
        """The listed words that each asked word is, may be a spelling of, or may be cut to."""
        known = [self._known[word].spellings for word in asked.words]
        same = self.words.numbers(asked.words)
        itself = np.flatnonzero(same >= 0)
        counts = [len(some.numbers) for some in known]
        begun = [(place, number) for place in asked.beginnings(LEAST_CUT_PERSON) for number in self.words.begun(asked.words[place])]
        cut = np.array([pair for pair in begun if len(self.words.listed[pair[1]]) > 1], np.int64).reshape(-1, 2)
        equal, none = np.ones((len(itself), len(ASKED_OF))), np.zeros((len(cut), len(ASKED_OF)))
        return Partners(
            places=np.concatenate([itself, np.repeat(np.arange(len(known)), counts), cut[:, 0]]),
            numbers=np.concatenate([same[itself], *(some.numbers for some in known), cut[:, 1]]),
            likeness=np.concatenate([equal, *(some.likeness for some in known), none]),
            cut=np.arange(len(itself) + sum(counts) + len(cut)) >= len(itself) + sum(counts),
        )

    def _joined(self, asked: Asked) -> Iterator[NDArray[np.int64]]:
        """Pairs of an asked name and a row that has one of its words written apart or some of them as one.

        A pair is a number: the name's place times the number of rows, and the row.
        """
        size = len(self)
        for name, word in zip(asked.owner.tolist(), asked.words, strict=True):
            yield name * size + self._known[word].apart
        runs = [(name, run) for name, tokens in enumerate(asked.names) for run in dict.fromkeys(_runs(tokens))]
        for at, number in self.words.within_one(["".join(run) for _, run in runs]):
            name, run = runs[at]
            listed = self.words.listed[number]
            if len(listed) >= LEAST_WHOLE and not listed.startswith(LEGAL) and joins(listed, run):
                starts = self._all_posts.starts
                yield name * size + self._all_posts.rows[starts[number] : starts[number + 1]].astype(np.int64)

    def _sharing(self, asked: Asked, partners: Partners) -> Iterator[NDArray[np.int64]]:
        """Pairs, as above, of a name and a row that share enough: a word that is not in so many rows that all such words of the
        name together would not do, or initials, or as much as is asked where that is next to nothing."""
        needs, size, present = asked.needs(), len(self), self._present
        paired = self._paired(asked, partners)
        saves = asked.saves(paired, "least_unnamed")
        proper = asked.proper()
        value = np.maximum(np.where(proper, np.inf, _highest(saves, partners.places, len(asked.words))), needs.by_initial)
        starts = self._all_posts.starts
        counts = starts[partners.numbers + 1] - starts[partners.numbers]
        often = np.bincount(partners.places, counts, len(asked.words))
        order = np.lexsort((-often, asked.owner))
        plain, with_initials = np.zeros(len(order), bool), np.zeros(len(order), bool)
        plain[order] = _left_aside(needs.unshared, value[order], asked.owner[order], present)
        more = np.maximum(value - needs.by_initial, 0.0)
        with_initials[order] = _left_aside(needs.unshared - needs.by_initials, more[order], asked.owner[order], present)
        yield self._saving(_Search(asked, partners, needs, paired, plain))
        _, some = self._posted(asked, partners, np.flatnonzero((plain & ~with_initials)[partners.places]), self._abbreviated_posts)
        owner, row = np.divmod(some, size)
        yield some[self._letters[row] & asked.firsts[owner] > 0]
        for name in np.flatnonzero((needs.unshared[:, present] <= _SLACK).any(axis=1)).tolist():
            yield name * size + np.flatnonzero(self._costs_little(needs.unshared[name], float(asked.share[name]), slice(None)))
        at_best = needs.unshared - needs.by_initials
        for name in np.flatnonzero((at_best[:, present] <= _SLACK).any(axis=1)).tolist():
            rows = self._abbreviated(float(asked.share[name]), float(at_best[name, present].min()))
            rows = rows[self._letters[rows] & asked.firsts[name] > 0]
            yield name * size + rows[self._costs_little(at_best[name], float(asked.share[name]), rows)]

    def _costs_little(self, left: NDArray[np.float64], share: float, rows: slice | NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether what the rows' own words cost if none is found leaves a name that is left with so much to save within its share."""
        little: NDArray[np.bool_] = left[self._groups[rows]] + self._rest[rows] - share * self._heavy[rows] <= _SLACK
        return little

    def _paired(self, asked: Asked, partners: Partners) -> Paired:
        best = np.stack([partners.likeness[:, some].max(axis=1) for some in LIKENESS_OF_GROUP], axis=1)
        light = np.minimum(asked.worth["light"][partners.places], self._light[partners.numbers])
        apart = np.where(partners.cut[:, None], 0.0, np.where(best > 0, (1.0 - best) * light, np.inf))
        return Paired(partners.places, (partners.likeness == 1).all(axis=1), apart, self._most[partners.numbers])

    def _saving(self, search: _Search) -> NDArray[np.int64]:
        """The pairs that have a partner of a word that was not left aside, and of which all partners save what is needed."""
        asked, partners, needs = search.asked, search.partners, search.needs
        entry, pairs = self._posted(asked, partners, np.flatnonzero(~search.aside[partners.places]), self._all_posts)
        order = np.argsort(pairs)
        entry, pairs = entry[order], pairs[order]
        first = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]]))[: len(pairs)]
        if not len(first):
            return pairs
        name, row = np.divmod(pairs[first], len(self))
        group, share = self._groups[row], asked.share[name]
        entry_group = np.repeat(group, np.diff(np.append(first, len(pairs))))
        named = np.logical_or.reduceat(asked.proper()[partners.places[entry], entry_group], first)
        initials = np.where(self._letters[row] & asked.firsts[name] > 0, needs.by_initials[name, group], 0.0)
        left = self._rest[row] - share * self._heavy[row] - needs.by_own_initials[name, group] - initials
        found = np.zeros(len(first), bool)
        for kind, need, rest in (("least_unnamed", needs.unshared, self._rest), ("least_absence", needs.named, self._rest_named)):
            gains = self._gains(search, kind)
            aside = _added_highest(gains, search, len(asked.names))
            saved = np.add.reduceat(gains[entry, entry_group], first)
            enough = need[name, group] + left + rest[row] - self._rest[row] - aside[name, group] - saved <= _SLACK
            found |= enough & (named if kind == "least_absence" else ~named)
        return pairs[first[found]]

    def _gains(self, search: _Search, kind: str) -> NDArray[np.float64]:
        """What each pair of words saves, by group, with what the listed word costs in its row if it is not found."""
        numbers, share = search.partners.numbers, search.asked.share[search.asked.owner[search.partners.places]]
        own = np.where(self._telling[numbers, None], self._by_kind[kind][numbers] - share[:, None] * self._most[numbers], 0.0)
        saves = search.asked.saves(search.paired, kind)
        return np.where(np.isinf(search.paired.apart), 0.0, np.maximum(saves + own, 0.0))

    def _posted(
        self, asked: Asked, partners: Partners, kept: NDArray[np.int64], posts: _Posts
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Some of the partners, once for each row that has them, and the pairs of their names and those rows."""
        numbers = partners.numbers[kept]
        first = posts.starts[numbers].astype(np.int64)
        place, at = ranges(first, posts.starts[numbers + 1] - first)
        return kept[place], asked.owner[partners.places[kept]][place] * len(self) + posts.rows[at]

    @cached_property
    def _present(self) -> list[int]:
        """The groups that have rows."""
        found: list[int] = np.unique(self._groups).tolist()
        return found

    def _abbreviated(self, share: float, left: float) -> NDArray[np.int64]:
        """Rows with initials whose other words cost little enough where a name is left with so much to save."""
        rows, rest = self._with_initials
        if share >= LEAST_RATE:
            return rows
        return rows[: np.searchsorted(rest, (_SLACK - left) / (1.0 - share / LEAST_RATE), side="right")]

    @cached_property
    def _with_initials(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The rows with initials by what their telling words cost, and that cost."""
        rows = np.flatnonzero(self._letters)
        rows = rows[np.argsort(self._rest[rows], kind="stable")]
        return rows, self._rest[rows]


@dataclass(frozen=True, slots=True)
class _Search:
    """What ``_saving`` needs to know; ``aside`` (words,) are the asked words whose rows are not looked at for their sake."""

    asked: Asked
    partners: Partners
    needs: Needs
    paired: Paired
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
    aside: NDArray[np.bool_] = (needed[:, groups][owner] - (summed - before) > _SLACK).all(axis=1)
    return aside


def _runs(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Two or three words in their order that may come to stand side by side once what stands between is paired."""
    reach = len(tokens) if len(tokens) <= _WIDE else 3
    spans = [range(i + 1, min(len(tokens), i + reach)) for i in range(len(tokens))]
    pairs = [(i, j) for i, span in enumerate(spans) for j in span]
    threes = [(i, j, k) for i, j in pairs for k in spans[j]]
    return [tuple(tokens[place] for place in run) for run in (*pairs, *threes) if not tokens[run[0]].startswith(LEGAL)]


def _posts(pairs: NDArray[np.int64], words: int, rows: int, starts: str, posts: str) -> dict[str, NDArray[Any]]:
    return {
        starts: np.searchsorted(pairs, np.arange(words + 1) * rows).astype(np.int32),
        posts: (pairs % max(1, rows)).astype(np.int32),
    }


def build(tokens: Sequence[Sequence[str]], kinds: NDArray[np.uint8]) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """The distinct words of rows, in order, and the arrays of ``Words`` (its facts aside) and ``LatinRows``.

    row_starts, row_words    the words of each row, in order
    post_starts, posts       the rows that have each word; abbreviated_starts, abbreviated_posts: those of them with initials
    word_groups              the groups of rows that have each word, as bits
    weight … heavy           what each word is worth (``worth.worths``)
    bits, singles            the first letter of each word as a bit, none for a digit or a legal form; of initials apart
    row_groups               which costs it is compared by
    telling                  whether a word is neither small nor an initial
    row_rest, row_heavy      what a row's telling words cost at least if nothing of them is found, and the most that they weigh
    row_rest_named           the first of these where a proper name agrees
    row_letters              its initials, as bits
    row_initials             how many initials it has
    """
    listed = sorted({word for row in tokens for word in row})
    numbers = dict(zip(listed, range(len(listed)), strict=True))
    flat = np.array([numbers[word] for row in tokens for word in row], np.int32)
    lengths = np.array([len(row) for row in tokens], np.int64)
    owner = np.repeat(np.arange(len(tokens), dtype=np.int32), lengths)
    worth = worths(listed)
    small = np.array([is_small(word) for word in listed], bool)
    groups = GROUP_OF[kinds] if len(kinds) else np.zeros(0, np.uint8)
    single = np.array([len(word) == 1 and word.isalpha() for word in listed], bool)
    bits = np.array([first_bit(word) for word in listed], np.uint32)
    letters = np.zeros(len(tokens), np.uint32)
    np.bitwise_or.at(letters, owner, np.where(single, bits, 0)[flat].astype(np.uint32))

    word_groups = np.zeros(len(listed), np.uint8)
    np.bitwise_or.at(word_groups, flat, (1 << groups[owner]).astype(np.uint8))

    def added(values: NDArray[Any]) -> NDArray[np.float64]:
        return np.bincount(owner, values, len(tokens)).astype(np.float64)

    row_starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    pairs = np.unique(flat.astype(np.int64) * len(tokens) + owner)
    telling = ~(small | single)[:, None]
    arrays = {
        **arrays_of(listed),
        "word_groups": word_groups,
        **runs.build(listed, row_starts, flat),
        "row_starts": row_starts,
        "row_words": flat,
        **_posts(pairs, len(listed), len(tokens), "post_starts", "posts"),
        **_posts(pairs[letters[pairs % max(1, len(tokens))] > 0], len(listed), len(tokens), "abbreviated_starts", "abbreviated_posts"),
        **{name: worth[name] for name in (*BY_COSTS, *BY_GROUP)},
        "telling": telling[:, 0],
        "bits": np.where(single, 0, bits).astype(np.uint32),
        "singles": np.where(single, bits, 0).astype(np.uint32),
        "row_groups": groups,
        "row_rest": added(np.where(telling, worth["least_unnamed"], 0.0)[flat, groups[owner]]).astype(np.float32),
        "row_rest_named": added(np.where(telling, worth["least_absence"], 0.0)[flat, groups[owner]]).astype(np.float32),
        "row_heavy": added(np.where(telling, worth["heavy"], 0.0)[flat, groups[owner]]).astype(np.float32),
        "row_letters": letters,
        "row_initials": np.minimum(added(single[flat].astype(np.float64)), 255).astype(np.uint8),
    }
    return listed, arrays
