"""What words weigh and what their absence costs at least, by every record of costs and by group of them.

A row is compared by the costs of its entity's kind, or by one of several where the kind does not settle it: those are a
group, and what is said of a group is what is least among its costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import MOST_INITIALS, initial_rate
from sanctions.matching.costs import KOREANS, Costs, costs_of
from sanctions.model import Kind
from sanctions.names.vocabulary import LEGAL

SLACK = 1e-4
"""What a bound leaves for sums of other order or precision than an alignment's."""

KINDS = tuple(Kind)
ANY = len(KINDS)
"""Stands for a kind where the other side's will decide: rows of it are bounded by what is least of all costs."""

_OF_KINDS = [(costs_of(kind), KOREANS) if kind is Kind.PERSON else (costs_of(kind),) for kind in KINDS]
EVERY = tuple(dict.fromkeys(costs for some in _OF_KINDS for costs in some))
"""All records of costs; a column of an array "by costs" is one of these."""

COSTS = (*_OF_KINDS, EVERY)
"""The costs that a row of a kind may be compared by, in the order of KINDS, and of ANY."""

GROUPS = tuple(dict.fromkeys(COSTS))
"""A column of an array "by group" is one of these."""

GROUP_OF = np.array([GROUPS.index(costs) for costs in COSTS], np.uint8)
IN_GROUP = np.array([[costs in group for costs in EVERY] for group in GROUPS])
"""Which costs a group has: shape (groups, costs)."""

_NOT_LIKENESS = ("absent", "replaced", "most_", "number_", "initial", "least_initial", "joined", "least_cut", "common_share", "weigh")


def _likeness_of(costs: Costs) -> tuple[object, ...]:
    """What of a kind's costs decides how alike two words are."""
    if costs.personal:
        return ("personal", costs.least_alike)
    return tuple(value for name, value in told(costs) if not name.startswith(_NOT_LIKENESS))


def told(costs: Costs) -> list[tuple[str, object]]:
    """Every cost by its name, as it reads the same in every process."""
    values = [(name, getattr(costs, name)) for name in costs.__struct_fields__]
    return [(name, getattr(value, "__name__", value)) for name, value in values]


_LIKENESSES = {_likeness_of(costs): costs for costs in EVERY}
LIKENESS_OF = [list(_LIKENESSES).index(_likeness_of(costs)) for costs in EVERY]
"""For each of the costs the column of likenesses that is its own: most kinds liken words the same way."""

LIKENESS_OF_GROUP = [sorted({LIKENESS_OF[EVERY.index(costs)] for costs in group}) for group in GROUPS]
ASKED_OF = [
    (costs, sum(1 << group for group, own in enumerate(LIKENESS_OF_GROUP) if place in own))
    for place, costs in enumerate(_LIKENESSES.values())
]
"""For each column of likenesses costs that have it, and the groups, as bits, that it is for."""


def by_costs(name: str) -> NDArray[np.float64]:
    """A cost by costs."""
    return np.array([float(getattr(costs, name)) for costs in EVERY])


def least(name: str) -> NDArray[np.float64]:
    """A cost by group: the least of those that a row of the group may be compared by."""
    return np.array([min(getattr(costs, name) for costs in group) for group in GROUPS])


INITIAL_RATE = np.array([initial_rate(costs, MOST_INITIALS) for costs in EVERY])
"""The least that an initial costs, over the weight of the word that it stands for, by costs."""

EXTRA = by_costs("least_extra")
EXTRA_UNNAMED = np.array([costs.least_extra if costs.personal else costs.replaced / 2 - costs.absent for costs in EVERY])
"""What each of two words costs at least beyond its absence where one stands in the other's place, by its weight, by costs; and the
same where no proper name agrees."""

BY_COSTS = ("weight", "absence", "unnamed", "loose", "loose_unnamed")
_BY_GROUP = {
    "least_absence": ("absence", np.min),
    "least_unnamed": ("unnamed", np.min),
    "light": ("weight", np.min),
    "heavy": ("weight", np.max),
}
BY_GROUP = tuple(_BY_GROUP)


@lru_cache(maxsize=8192)
def _worth(word: str) -> tuple[float, ...]:
    weights = [costs.weigh(word) for costs in EVERY]
    absence = [costs.least_absence(word) for costs in EVERY]
    unnamed = [a if costs.personal else w * costs.absence(word, named=False) for costs, w, a in zip(EVERY, weights, absence, strict=True)]
    loose = [w if w > costs.least_replaced else 0.0 for costs, w in zip(EVERY, weights, strict=True)]
    every = [0.0] * len(EVERY) if word.startswith(LEGAL) else weights
    return (*weights, *absence, *unnamed, *loose, *every)


def worths(words: Sequence[str]) -> dict[str, NDArray[np.float32]]:
    """What words are worth: shape (n, costs) or, of the last four, (n, groups).

    weight         what a word weighs
    absence        what its absence costs at least where a proper name agrees elsewhere in the names
    unnamed        the same where none does
    loose          what it weighs where another word in its place costs more than its absence
    loose_unnamed  the same where no proper name agrees
    least_absence, least_unnamed, light, heavy   the least of both absences, and the least and most weight
    """
    rows = np.array([_worth(word) for word in words], np.float32).reshape(len(words), len(BY_COSTS), len(EVERY))
    found = {name: rows[:, place] for place, name in enumerate(BY_COSTS)}
    for name, (whole, pick) in _BY_GROUP.items():
        found[name] = np.stack([pick(found[whole][:, some], axis=1) for some in IN_GROUP], axis=1)
    return found
