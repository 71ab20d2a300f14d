"""The rows whose names could align well enough with an asked one, by a bound that no alignment can exceed.

Every word costs at least its absence, unless it has a partner in the other name: the same word, a spelling of it, the
word that it is a part of or is put together from, or an initial. What each possible partner saves is written beside
every row that has it, so that a name asks only the rows that share something with it, and adds up what they save.
The bound knows the steps of ``alignment.align`` and nothing more exact; ``tests/matching/test_index.py`` holds it to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import MOST_INITIAL
from sanctions.matching.costs import KOREANS, Costs, costs_of
from sanctions.matching.index import runs
from sanctions.matching.index.runs import Runs
from sanctions.matching.index.words import Words, arrays_of
from sanctions.model import Kind
from sanctions.names.vocabulary import LEGAL, is_small, weight

KINDS = tuple(Kind)
COSTS = {kind: (costs_of(kind), KOREANS) if kind is Kind.PERSON else (costs_of(kind),) for kind in KINDS}
"""The costs that an entity of a kind may be compared by."""

GROUPS = tuple(dict.fromkeys(COSTS.values()))
_GROUP_OF = np.array([GROUPS.index(COSTS[kind]) for kind in KINDS], np.uint8)
_NOT_LIKENESS = {"absent", "replaced", "most_missing", "number_absent", "initial", "joined"}


def _likeness_of(costs: Costs) -> tuple[object, ...]:
    """What of a kind's costs decides how alike two words are."""
    return tuple(getattr(costs, field.name) for field in fields(costs) if field.name not in _NOT_LIKENESS)


_LIKENESSES = {_likeness_of(costs): costs for group in GROUPS for costs in group}
_ASKED_OF = tuple(_LIKENESSES.values())
_OF_GROUP = [sorted({list(_LIKENESSES).index(_likeness_of(costs)) for costs in group}) for group in GROUPS]
"""Costs that differ in what matters, and for each group which of them are its own: most kinds liken words the same way."""

_WHOLE_ROWS = 4096
"""More savings than this are added up in an array of all rows, fewer are sorted."""

_WIDE = 6
"""In names of more words only neighbours and next but one are tried as one word written apart."""

_SLACK = 1e-4
_KEPT = 8192
_NO_ROWS = np.zeros(0, np.int32)
_NO_GAINS = np.zeros(0, np.float32)


def _least(name: str) -> NDArray[np.float64]:
    """A cost by group: the least of those that a row of the group may be compared by."""
    return np.array([min(getattr(costs, name) for costs in group) for group in GROUPS])


_ABSENT = np.minimum(_least("absent"), _least("number_absent"))
_MOST = np.minimum(_least("most_missing"), 1.0)
_JOINED, _INITIAL = _least("joined"), _least("initial")


def _absence(worth: NDArray[np.float64]) -> NDArray[np.float64]:
    """The least that words of these weights cost where the other name lacks them: shape (words, groups)."""
    return _ABSENT * np.minimum(worth[:, None], _MOST)


_LETTER = weight("k")
_WEIGHTS = np.array([0.0, _LETTER, MOST_INITIAL, *_MOST, 1.0])
_INITIAL_SAVES = (_absence(_WEIGHTS) - _INITIAL * np.minimum(_WEIGHTS, MOST_INITIAL)[:, None]).max(axis=0) + _absence(np.array([_LETTER]))[0]
"""The most that an initial saves: its own absence and that of the word it stands for, less what it costs."""


@dataclass(frozen=True, slots=True)
class _Savings:
    """For one asked word: rows that may have a partner for it, and how much of both words' absence that saves."""

    rows: NDArray[np.int32]
    gains: NDArray[np.float32]


class LatinRows:
    """Rows of words; see ``build`` for the arrays."""

    def __init__(self, words: Words, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.words = words
        self._starts, self._ids = arrays["row_starts"], arrays["row_words"]
        self._post_starts, self._posts = arrays["post_starts"], arrays["posts"]
        self._worth = arrays["worth"]
        self._groups, self._total, self._floor, self._small = (arrays[f"row_{n}"] for n in ("groups", "total", "floor", "small"))
        self._firsts, self._initials = arrays["row_firsts"], arrays["row_initials"]
        self._runs = Runs(*(arrays[f"run_{name}"] for name in ("hashes", "starts", "owners", "saved")))
        self._known: dict[str, _Savings] = {}

    def __len__(self) -> int:
        return len(self._groups)

    def tokens(self, row: int) -> tuple[str, ...]:
        """The words of a row, in their order."""
        listed = self.words.listed
        return tuple([listed[number] for number in self._ids[self._starts[row] : self._starts[row + 1]].tolist()])

    def near(self, tokens: tuple[str, ...], least: float) -> NDArray[np.int64]:
        """The rows that may reach ``least``, rising."""
        asked = _Asked(tokens)
        rows, gains = self._saved(tokens)
        every, by_initials = asked.reaches_unshared(least)
        if every:
            whole = np.zeros(len(self), np.float64)
            whole[rows] = gains
            rows, gains = np.arange(len(self)), whole
        elif by_initials:
            more = np.setdiff1d(self._with_initials, rows)
            rows, gains = np.concatenate([rows, more]), np.concatenate([gains, np.zeros(len(more))])
        return np.sort(rows[self._reach(rows, gains, asked, least)])

    @cached_property
    def _with_initials(self) -> NDArray[np.int64]:
        return np.flatnonzero(self._initials)

    def _reach(self, rows: NDArray[np.int64], gains: NDArray[np.float64], asked: _Asked, least: float) -> NDArray[np.bool_]:
        groups = self._groups[rows]
        cost = asked.floor[groups] + self._floor[rows] - gains
        cost -= (2 * _ABSENT)[groups] * np.minimum(asked.small, self._small[rows])
        if asked.initials:
            fits = sum(((self._firsts[rows] >> letter) & 1 for letter in asked.initials), start=np.zeros(len(rows), np.uint32))
            cost -= _INITIAL_SAVES[groups] * fits
        cost -= _INITIAL_SAVES[groups] * np.minimum(self._initials[rows], asked.fitting)
        return cost <= (1.0 - least) / 2 * (asked.total + self._total[rows]) + _SLACK

    def _saved(self, tokens: tuple[str, ...]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The rows that any word has a partner in, each once, and what all partners save there."""
        parts = [*(self._of(word) for word in tokens), *self._put_together(tokens)]
        rows = np.concatenate([_NO_ROWS, *(part.rows for part in parts)])
        gains = np.concatenate([_NO_GAINS, *(part.gains for part in parts)])
        if not len(rows):
            return rows.astype(np.int64), gains.astype(np.float64)
        if len(rows) > _WHOLE_ROWS:
            whole = np.bincount(rows, gains, len(self))
            found = np.flatnonzero(whole)
            return found, whole[found]
        order = np.argsort(rows)
        rows, gains = rows[order], gains[order]
        first = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]]))
        return rows[first].astype(np.int64), np.add.reduceat(gains.astype(np.float64), first)

    def _of(self, word: str) -> _Savings:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[word] = self._partners(word)
        return found

    def _partners(self, word: str) -> _Savings:
        """The rows with the word itself, with spellings of it and with words that make it when they are written as one."""
        own = weight(word)
        absence = _absence(np.array([own]))[0]
        numbers, likeness = self.words.alike(word, _ASKED_OF)
        same = self.words.numbers.get(word)
        if same is not None and not is_small(word):
            numbers, likeness = [*numbers, same], [*likeness, (1.0,) * len(_ASKED_OF)]
        best = np.array(likeness).reshape(len(numbers), len(_ASKED_OF))
        best = np.stack([best[:, some].max(axis=1) for some in _OF_GROUP], axis=1)
        worth = self._worth[numbers]
        gains = np.where(best > 0, absence + _absence(worth) - (1.0 - best) * np.minimum(own, worth)[:, None], 0.0)
        found = self._spread(numbers, gains)
        rows, saved = self._runs.holding(word)
        if not len(rows):
            return found
        more = (absence - _JOINED * own / 2)[self._groups[rows]].astype(np.float32) + saved
        return _Savings(np.concatenate([found.rows, rows]), np.concatenate([found.gains, np.maximum(more, 0)]))

    def _put_together(self, tokens: tuple[str, ...]) -> list[_Savings]:
        """The rows with a word that neighbours of the asked name make when they are written as one."""
        if not 1 < len(tokens):
            return []
        runs = list(dict.fromkeys(_runs(tokens)))
        texts = ["".join(run) for run in runs]
        found = []
        for place, number in self.words.within_one(texts):
            if len(self.words.listed[number]) < 4 or self.words.listed[number].startswith(LEGAL):
                continue
            worth = np.array([*(weight(token) for token in runs[place]), float(self._worth[number])])
            saved = _absence(worth).sum(axis=0) - _JOINED * worth.sum() / 2
            found.append(self._spread([number], saved[None]))
        return found

    def _spread(self, numbers: list[int], gains: NDArray[np.float64]) -> _Savings:
        """Savings by word and group as savings by row."""
        if not numbers:
            return _Savings(_NO_ROWS, _NO_GAINS)
        rows = [self._posts[first:last] for first, last in zip(self._post_starts[numbers].tolist(), self._post_starts[np.add(numbers, 1)].tolist(), strict=True)]
        whole = np.concatenate(rows)
        saved = gains.astype(np.float32)[np.repeat(np.arange(len(numbers)), list(map(len, rows))), self._groups[whole]]
        kept = saved > 0
        return _Savings(whole[kept], saved[kept])


def _runs(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Two or three words in their order that may come to stand side by side once what stands between is paired."""
    reach = len(tokens) if len(tokens) <= _WIDE else 3
    spans = [range(i + 1, min(len(tokens), i + reach)) for i in range(len(tokens))]
    pairs = [(i, j) for i, span in enumerate(spans) for j in span]
    threes = [(i, j, k) for i, j in pairs for k in spans[j]]
    return [tuple(tokens[place] for place in run) for run in (*pairs, *threes) if not tokens[run[0]].startswith(LEGAL)]


class _Asked:
    """The asked name's own part of the bound."""

    def __init__(self, tokens: tuple[str, ...]) -> None:
        worth = list(map(weight, tokens))
        self.total = sum(worth)
        self.small = sum(own for token, own in zip(tokens, worth, strict=True) if is_small(token))
        self.floor = _absence(np.array(worth)).sum(axis=0)
        self.initials = [ord(token) - ord("a") for token in tokens if len(token) == 1 and token.isalpha()]
        self.fitting = sum(len(token) > 1 for token in tokens)
        self._letters = len(self.initials)
        self._telling = [own for token, own in zip(tokens, worth, strict=True) if len(token) > 1 and not is_small(token)]

    def reaches_unshared(self, least: float) -> tuple[bool, bool]:
        """Whether a row may reach ``least`` that shares no word with the name, only small words and initials, and whether
        one may whose only share in the name are initials of its own."""
        share = (1.0 - least) / 2
        if any(absent * most <= share + _SLACK for absent, most in zip(_ABSENT.tolist(), _MOST.tolist(), strict=True)):
            return True, True
        alone = [self._alone(share, *costs) for costs in zip(_ABSENT.tolist(), _MOST.tolist(), _INITIAL.tolist(), strict=True)]
        return any(without <= _SLACK for without, _ in alone), any(at_best <= _SLACK for _, at_best in alone)

    def _alone(self, share: float, absent: float, most: float, initial: float) -> tuple[float, float]:
        """What a row that shares no word must cost beyond what it may: without initials of its own, and with."""
        missing = [absent * min(worth, most) - share * worth for worth in self._telling]
        abbreviated = [initial * min(worth, MOST_INITIAL) - share * (worth + _LETTER) for worth in self._telling]
        granted = 2 * share * self.small + self._letters * max(share * _LETTER, share * (1 + _LETTER) - initial * MOST_INITIAL)
        return sum(missing) - granted, sum(map(min, missing, abbreviated)) - granted


def build(tokens: Sequence[Sequence[str]], kinds: NDArray[np.uint8]) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """The distinct words of rows and the arrays of ``Words`` and ``LatinRows``.

    row_starts, row_words    the words of each row, in order
    post_starts, posts       the rows that have each word
    worth                    each word's weight
    row_total, row_small     the weight of a row's words, and of its small words
    row_floor                what its words cost at least if nothing of them is found
    row_groups               which costs it is compared by
    row_firsts, row_initials the first letters of its words as bits; how many initials it has
    """
    numbers: dict[str, int] = {}
    flat = np.array([numbers.setdefault(word, len(numbers)) for row in tokens for word in row], np.int32)
    listed = list(numbers)
    lengths = np.array([len(row) for row in tokens], np.int64)
    owner = np.repeat(np.arange(len(tokens), dtype=np.int32), lengths)
    worth = np.array([weight(word) for word in listed])
    small = np.array([is_small(word) for word in listed], bool)
    groups = _GROUP_OF[kinds] if len(kinds) else np.zeros(0, np.uint8)
    single = np.array([len(word) == 1 and word.isalpha() for word in listed], bool)
    first = np.array([1 << (ord(word[0]) - 97) if word[0].isalpha() and len(word) > 1 else 0 for word in listed], np.uint32)
    firsts = np.zeros(len(tokens), np.uint32)
    np.bitwise_or.at(firsts, owner, first[flat])

    def added(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(owner, values, len(tokens))

    row_starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    pairs = np.unique(flat.astype(np.int64) * len(tokens) + owner)
    arrays = {
        **arrays_of(listed),
        **runs.build(listed, row_starts, flat, _absence(worth) - _JOINED * worth[:, None] / 2, groups),
        "row_starts": row_starts,
        "row_words": flat,
        "post_starts": np.searchsorted(pairs, np.arange(len(listed) + 1) * len(tokens)).astype(np.int32),
        "posts": (pairs % max(1, len(tokens))).astype(np.int32),
        "worth": worth,
        "row_groups": groups,
        "row_total": added(worth[flat]).astype(np.float32),
        "row_small": added(np.where(small, worth, 0.0)[flat]).astype(np.float32),
        "row_floor": added(_absence(worth)[flat, groups[owner]]).astype(np.float32),
        "row_firsts": firsts,
        "row_initials": np.minimum(added(single[flat].astype(np.float64)), 255).astype(np.uint8),
    }
    return listed, arrays
