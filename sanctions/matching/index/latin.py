"""The rows whose names could align well enough with an asked one, by a bound that no alignment can exceed.

Every word costs at least its absence, unless it has a partner in the other name: the same word, a spelling of it, the
word that it is a part of or is put together from, or an initial. What each possible partner saves is written beside
every row that has it, so that a name asks only the rows that share something with it, and adds up what they save.
The bound knows the steps of ``alignment.align`` and nothing more exact; ``tests/matching/test_index.py`` holds it to them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import LEAST_CUT_PERSON, MOST_INITIAL
from sanctions.matching.costs import KOREANS, Costs, costs_of
from sanctions.matching.index import runs
from sanctions.matching.index.runs import Runs
from sanctions.matching.index.words import Words, arrays_of
from sanctions.model import Kind
from sanctions.names.vocabulary import LEGAL, is_small

KINDS = tuple(Kind)
ANY = len(KINDS)
"""Stands for a kind where the other side's will decide: rows of it are bounded by what is least of all costs."""

_OF_KINDS = [(costs_of(kind), KOREANS) if kind is Kind.PERSON else (costs_of(kind),) for kind in KINDS]
_EVERY = tuple(dict.fromkeys(costs for some in _OF_KINDS for costs in some))
COSTS = (*_OF_KINDS, _EVERY)
"""The costs that a row of a kind may be compared by, in the order of KINDS, and of ANY."""

GROUPS = tuple(dict.fromkeys(COSTS))
_GROUP_OF = np.array([GROUPS.index(costs) for costs in COSTS], np.uint8)
_NOT_LIKENESS = ("absent", "replaced", "most_", "number_", "initial", "least_initial", "joined", "least_cut", "common_share", "weigh")


def _likeness_of(costs: Costs) -> tuple[object, ...]:
    """What of a kind's costs decides how alike two words are."""
    if costs.personal:
        return ("personal", costs.least_alike)
    return tuple(value for name, value in told(costs) if not name.startswith(_NOT_LIKENESS))


def told(costs: Costs) -> list[tuple[str, object]]:
    """Every cost by its name, as it reads the same in every process."""
    values = [(field.name, getattr(costs, field.name)) for field in fields(costs)]
    return [(name, getattr(value, "__name__", value)) for name, value in values]


_LIKENESSES = {_likeness_of(costs): costs for costs in _EVERY}
_OF_GROUP = [sorted({list(_LIKENESSES).index(_likeness_of(costs)) for costs in group}) for group in GROUPS]
"""For each group those of the costs that differ in what matters that are its own: most kinds liken words the same way."""

_ASKED_OF = [
    (costs, sum(1 << group for group, own in enumerate(_OF_GROUP) if place in own)) for place, costs in enumerate(_LIKENESSES.values())
]

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


def _rates(costs: Costs) -> tuple[float, ...]:
    """What an absent word can cost, over its weight."""
    alone = costs.absent if costs.absent_alone is None else costs.absent_alone
    return (costs.absent, alone, costs.number_absent, *(() if costs.personal else (costs.absent_common, costs.absent_country)))


_ABSENT = np.array([min(min(_rates(costs)) for costs in group) for group in GROUPS])
_MOST = np.minimum(_least("most_missing"), 1.0)
_JOINED, _INITIAL = _least("joined"), _least("initial")


@dataclass(frozen=True, slots=True)
class _Worth:
    """By group: the least that a word costs where the other name lacks it, the least and the most that it weighs."""

    absence: tuple[float, ...]
    light: tuple[float, ...]
    heavy: tuple[float, ...]


@lru_cache(maxsize=131072)
def _worth(word: str) -> _Worth:
    weights = [[costs.weigh(word) for costs in group] for group in GROUPS]
    absence = tuple(min(costs.least_absence(word) for costs in group) for group in GROUPS)
    return _Worth(absence, tuple(map(min, weights)), tuple(map(max, weights)))


def _column(words: Sequence[str], name: str) -> NDArray[np.float64]:
    """One of the worths of several words: shape (words, groups)."""
    return np.array([getattr(_worth(word), name) for word in words]).reshape(len(words), len(GROUPS))


_LETTERS = [_worth(letter) for letter in "bcdfghjklmnpqrstvwxz"]
_LETTER = [max(letter.heavy[group] for letter in _LETTERS) for group in range(len(GROUPS))]


def _initial_saves(group: int) -> float:
    least = min(costs.least_initial for costs in GROUPS[group])
    rate = min(max(costs.absent, costs.absent_common, costs.absent_country) for costs in GROUPS[group])
    weights = [worth for worth in (least, MOST_INITIAL, float(_MOST[group]), 1.0) if least <= worth <= 1.0]
    saved = [rate * min(worth, float(_MOST[group])) - float(_INITIAL[group]) * min(worth, MOST_INITIAL) for worth in weights]
    return max([0.0, *(one + max(letter.absence[group] for letter in _LETTERS) for one in saved)])


_INITIAL_SAVES = np.array([_initial_saves(group) for group in range(len(GROUPS))])
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
        self._absence, self._light = arrays["absence"], arrays["light"]
        self._groups, self._total, self._floor, self._small = (arrays[f"row_{n}"] for n in ("groups", "total", "floor", "small"))
        self._firsts, self._letters, self._initials = (arrays[f"row_{n}"] for n in ("firsts", "letters", "initials"))
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
        every, by_initials = asked.reaches_unshared(least, self._present)
        if every:
            whole = np.zeros(len(self), np.float64)
            whole[rows] = gains
            rows, gains = np.arange(len(self)), whole
        elif by_initials:
            seen = np.zeros(len(self), bool)
            seen[rows] = True
            more = self._with_initials[(self._letters[self._with_initials] & asked.firsts != 0) & ~seen[self._with_initials]]
            rows, gains = np.concatenate([rows, more]), np.concatenate([gains, np.zeros(len(more))])
        return np.sort(rows[self._reach(rows, gains, asked, least)])

    @cached_property
    def _present(self) -> list[int]:
        """The groups that have rows."""
        found: list[int] = np.unique(self._groups).tolist()
        return found

    @cached_property
    def _with_initials(self) -> NDArray[np.int64]:
        return np.flatnonzero(self._initials)

    def _reach(self, rows: NDArray[np.int64], gains: NDArray[np.float64], asked: _Asked, least: float) -> NDArray[np.bool_]:
        groups = self._groups[rows]
        cost = asked.floor[groups] + self._floor[rows] - gains
        cost -= 2 * np.minimum(asked.small[groups], self._small[rows])
        if asked.initials:
            fits = sum(((self._firsts[rows] >> letter) & 1 for letter in asked.initials), start=np.zeros(len(rows), np.uint32))
            cost -= _INITIAL_SAVES[groups] * fits
        fitting = np.where(self._letters[rows] & asked.firsts, np.minimum(self._initials[rows], np.uint8(asked.fitting)), 0)
        cost -= _INITIAL_SAVES[groups] * fitting
        reached: NDArray[np.bool_] = cost <= (1.0 - least) / 2 * (asked.total[groups] + self._total[rows]) + _SLACK
        return reached

    def _saved(self, tokens: tuple[str, ...]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The rows that any word has a partner in, each once, and what all partners save there."""
        parts = [*(self._of(word) for word in tokens), *self._put_together(tokens)]
        if sum(map(len, tokens)) >= LEAST_CUT_PERSON:
            parts += [self._begun(word) for word in tokens if len(word) > 1 and word.isalpha()]
        rows = np.concatenate([_NO_ROWS, *(part.rows for part in parts)])
        gains = np.concatenate([_NO_GAINS, *(part.gains for part in parts)])
        if not len(rows):
            return rows.astype(np.int64), gains.astype(np.float64)
        if len(rows) > _WHOLE_ROWS:
            whole = _summed(rows, gains, len(self))
            found = np.flatnonzero(whole).astype(np.int64)
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
        own = _worth(word)
        absence, light = np.array(own.absence), np.array(own.light)
        numbers, likeness = self.words.alike(word, _ASKED_OF)
        same = self.words.numbers.get(word)
        if same is not None and not is_small(word):
            numbers, likeness = [*numbers, same], [*likeness, (1.0,) * len(_ASKED_OF)]
        best = np.array(likeness).reshape(len(numbers), len(_ASKED_OF))
        best = np.stack([best[:, some].max(axis=1) for some in _OF_GROUP], axis=1)
        saved = absence + self._absence[numbers] - (1.0 - best) * np.minimum(light, self._light[numbers])
        gains = np.where(best > 0, saved, 0.0)
        found = self._spread(numbers, gains)
        rows, saved = self._runs.holding(word)
        if not len(rows):
            return found
        more = (absence - _JOINED * light / 2)[self._groups[rows]].astype(np.float32) + saved
        return _Savings(np.concatenate([found.rows, rows]), np.concatenate([found.gains, np.maximum(more, 0)]))

    def _begun(self, word: str) -> _Savings:
        """The rows with a word that begins with this one, or that it begins with, as the last word of a name that was cut."""
        numbers = [number for number in self.words.begun(word) if len(self.words.listed[number]) > 1]
        own, light = _worth(word), self._light[numbers]
        whole = np.maximum(own.light, light)
        saved = np.array(own.absence) + self._absence[numbers] - _INITIAL * np.minimum(whole, MOST_INITIAL)
        return self._spread(numbers, saved)

    def _put_together(self, tokens: tuple[str, ...]) -> list[_Savings]:
        """The rows with a word that neighbours of the asked name make when they are written as one."""
        if not len(tokens) > 1:
            return []
        runs = list(dict.fromkeys(_runs(tokens)))
        texts = ["".join(run) for run in runs]
        found = []
        for place, number in self.words.within_one(texts):
            if len(self.words.listed[number]) < 4 or self.words.listed[number].startswith(LEGAL):
                continue
            whole = (*runs[place], self.words.listed[number])
            saved = _column(whole, "absence").sum(axis=0) - _JOINED * _column(whole, "light").sum(axis=0) / 2
            found.append(self._spread([number], saved[None]))
        return found

    def _spread(self, numbers: list[int], gains: NDArray[np.float64]) -> _Savings:
        """Savings by word and group as savings by row."""
        if not numbers:
            return _Savings(_NO_ROWS, _NO_GAINS)
        firsts, lasts = self._post_starts[numbers].tolist(), self._post_starts[np.add(numbers, 1)].tolist()
        rows = [self._posts[first:last] for first, last in zip(firsts, lasts, strict=True)]
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
        small = [token for token in tokens if is_small(token)]
        self.total = _column(tokens, "heavy").sum(axis=0)
        self.floor = _column(tokens, "absence").sum(axis=0)
        self.small = _column(small, "absence").sum(axis=0)
        self.initials = [ord(token) - ord("a") for token in tokens if len(token) == 1 and token.isalpha()]
        self.fitting = min(sum(len(token) > 1 for token in tokens), 255)
        self.firsts = np.bitwise_or.reduce([_bit(token) for token in tokens if len(token) > 1] or [np.uint32(0)])
        self._little = [_worth(token) for token in small]
        self._telling = [_worth(token) for token in tokens if len(token) > 1 and not is_small(token)]

    def reaches_unshared(self, least: float, groups: Sequence[int]) -> tuple[bool, bool]:
        """Whether a row may reach ``least`` that shares no word with the name, only small words and initials, and whether
        one may whose only share in the name are initials of its own."""
        share = (1.0 - least) / 2
        if any(_ABSENT[group] * _MOST[group] <= share + _SLACK for group in groups):
            return True, True
        alone = [self._alone(share, group) for group in groups]
        return any(without <= _SLACK for without, _ in alone), any(at_best <= _SLACK for _, at_best in alone)

    def _alone(self, share: float, group: int) -> tuple[float, float]:
        """What a row that shares no word must cost beyond what it may: without initials of its own, and with."""
        initial, letter = float(_INITIAL[group]), _LETTER[group]
        missing = [word.absence[group] - share * word.heavy[group] for word in self._telling]
        abbreviated = [initial * min(word.light[group], MOST_INITIAL) - share * (word.heavy[group] + letter) for word in self._telling]
        letters = len(self.initials) * max(share * letter, share * (1 + letter) - initial * MOST_INITIAL)
        granted = 2 * share * sum(word.heavy[group] for word in self._little) + letters
        return sum(missing) - granted, sum(map(min, missing, abbreviated)) - granted


def _bit(word: str) -> np.uint32:
    """The first letter of a word as a bit; none for a digit or a legal form."""
    return np.uint32(1 << (ord(word[0]) - ord("a")) if word[0].isalpha() else 0)


def _summed(places: NDArray[Any], values: NDArray[Any], length: int) -> NDArray[np.float64]:
    """The sum of the values of each place."""
    return np.bincount(places, values, length).astype(np.float64)


def build(tokens: Sequence[Sequence[str]], kinds: NDArray[np.uint8]) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """The distinct words of rows and the arrays of ``Words`` and ``LatinRows``.

    row_starts, row_words    the words of each row, in order
    post_starts, posts       the rows that have each word
    absence, light           what each word costs at least where the other name lacks it, and its least weight, by group
    row_total, row_small     the most that a row's words weigh; what its small words cost at least if they are not found
    row_floor                what its words cost at least if nothing of them is found
    row_groups               which costs it is compared by
    row_firsts, row_letters  the first letters of its words, and its initials, as bits
    row_initials             how many initials it has
    """
    numbers: dict[str, int] = {}
    flat = np.array([numbers.setdefault(word, len(numbers)) for row in tokens for word in row], np.int32)
    listed = list(numbers)
    lengths = np.array([len(row) for row in tokens], np.int64)
    owner = np.repeat(np.arange(len(tokens), dtype=np.int32), lengths)
    absence, light, heavy = (_column(listed, name) for name in ("absence", "light", "heavy"))
    small = np.array([is_small(word) for word in listed], bool)
    groups = _GROUP_OF[kinds] if len(kinds) else np.zeros(0, np.uint8)
    single = np.array([len(word) == 1 and word.isalpha() for word in listed], bool)
    bits = np.array([_bit(word) for word in listed], np.uint32)
    firsts, letters = np.zeros(len(tokens), np.uint32), np.zeros(len(tokens), np.uint32)
    np.bitwise_or.at(firsts, owner, np.where(single, 0, bits)[flat].astype(np.uint32))
    np.bitwise_or.at(letters, owner, np.where(single, bits, 0)[flat].astype(np.uint32))

    word_groups = np.zeros(len(listed), np.uint8)
    np.bitwise_or.at(word_groups, flat, (1 << groups[owner]).astype(np.uint8))

    def added(values: NDArray[Any]) -> NDArray[np.float64]:
        return _summed(owner, values, len(tokens))

    row_starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    pairs = np.unique(flat.astype(np.int64) * len(tokens) + owner)
    arrays = {
        **arrays_of(listed),
        "word_groups": word_groups,
        **runs.build(listed, row_starts, flat, absence - _JOINED * light / 2, groups),
        "row_starts": row_starts,
        "row_words": flat,
        "post_starts": np.searchsorted(pairs, np.arange(len(listed) + 1) * len(tokens)).astype(np.int32),
        "posts": (pairs % max(1, len(tokens))).astype(np.int32),
        "absence": absence,
        "light": light,
        "row_groups": groups,
        "row_total": added(heavy[flat, groups[owner]]).astype(np.float32),
        "row_small": added(np.where(small[:, None], absence, 0.0)[flat, groups[owner]]).astype(np.float32),
        "row_floor": added(absence[flat, groups[owner]]).astype(np.float32),
        "row_firsts": firsts,
        "row_letters": letters,
        "row_initials": np.minimum(added(single[flat].astype(np.float64)), 255).astype(np.uint8),
    }
    return listed, arrays
