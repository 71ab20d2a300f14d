"""The rows of names read by syllables (Korean, Chinese) that could align well enough with an asked one.

Such names are compared place by place, so that a bound over all rows is a sum of columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import FAMILY_WEIGHT, SYLLABIC_READING, SYLLABLE_WEIGHT
from sanctions.matching.index.worth import EVERY, SLACK
from sanctions.names.chinese import chinese_similarity
from sanctions.names.forms import CHINESE
from sanctions.names.korean import syllable_similarity

_ABSENT = min(costs.absent for costs in EVERY)
_KEPT = 4096
_NOTHING = ""


class SyllableRows:
    """Rows of one scheme; see ``build`` for the arrays."""

    def __init__(self, scheme: str, listed: Sequence[str], arrays: Mapping[str, NDArray[Any]]) -> None:
        self._similarity = chinese_similarity if scheme == CHINESE else syllable_similarity
        self._listed = listed
        self._columns, self._lengths = arrays["columns"], arrays["lengths"]
        self._known: dict[tuple[bool, str], NDArray[np.float32]] = {}

    def __len__(self) -> int:
        return len(self._lengths)

    def tokens(self, row: int) -> tuple[str, ...]:
        """The family name and syllables of a row."""
        return tuple(self._listed[column[row]] for column in self._columns[: self._lengths[row]])

    def near(self, tokens: tuple[str, ...], least: float) -> NDArray[np.int64]:
        """The rows that may reach ``least``, rising."""
        total = FAMILY_WEIGHT + SYLLABLE_WEIGHT * (len(tokens) + self._lengths.astype(np.float32) - 2) / 2
        cost = np.zeros(len(self), np.float32)
        for place, column in enumerate(self._columns):
            worth = SYLLABLE_WEIGHT if place else FAMILY_WEIGHT
            cost += worth * self._apart(place == 0, tokens[place] if place < len(tokens) else _NOTHING)[column]
        more = max(0, len(tokens) - len(self._columns))
        cost += 2 * _ABSENT * SYLLABLE_WEIGHT * more
        return np.flatnonzero(1.0 - SYLLABIC_READING - cost / total >= least - SLACK)

    def _apart(self, family: bool, token: str) -> NDArray[np.float32]:
        """How far a token is from each distinct one; the first of these stands for none."""
        found = self._known.get((family, token))
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[family, token] = np.array([self._cost(family, token, other) for other in self._listed], np.float32)
        return found

    def _cost(self, family: bool, token: str, other: str) -> float:
        if not token or not other:
            return 2 * _ABSENT if token or other else 0.0
        return 1.0 - (float(token == other) if family else self._similarity(token, other))


def build(tokens: Sequence[Sequence[str]]) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """The distinct syllables of rows, none first, and the arrays: columns (places, n) of their numbers, lengths (n,)."""
    numbers = {_NOTHING: 0}
    columns = [[numbers.setdefault(token, len(numbers)) for token in column] for column in zip_longest(*tokens, fillvalue=_NOTHING)]
    return list(numbers), {
        "columns": np.array(columns, np.int32).reshape(len(columns), len(tokens)),
        "lengths": np.array([len(row) for row in tokens], np.int32),
    }
