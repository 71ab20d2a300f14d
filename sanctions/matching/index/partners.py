"""The words of rows that asked words may be spellings of, and what each such pair costs at least by a record of costs."""

from __future__ import annotations

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import MOST_INITIAL
from sanctions.matching.index.asked import PLACES, Asked
from sanctions.matching.index.distinct import firsts
from sanctions.matching.index.worth import EVERY, INITIAL_RATE, LIKENESS_OF

PERSONAL = np.array([costs.personal for costs in EVERY])
SOUNDS_ALIKE = np.array([0.0 if costs.personal else min(costs.same_skeleton, costs.same_sound, costs.same_spelling) for costs in EVERY])
LEAST_NAMED = float(min(SOUNDS_ALIKE[[not costs.personal for costs in EVERY]]))
"""The least likeness of two words of which either names a body that agrees in the other."""


class Partners(msgspec.Struct, frozen=True):
    """Pairs of asked words (``places`` in all asked words, rising) and listed words (``numbers``), and how alike they are at most
    (n, likenesses); ``cut`` where one is the beginning of the other."""

    places: NDArray[np.int64]
    numbers: NDArray[np.int64]
    likeness: NDArray[np.float64]
    cut: NDArray[np.bool_]


class PartnerTable:
    """The partners by one record of costs: for each name and listed word the least that a pair costs, and the asked words it is for."""

    def __init__(self, asked: Asked, partners: Partners, number: int, size: int) -> None:
        self.asked, self.number, self.size = asked, number, size
        absence, weight = (asked.worth[name][:, number].astype(np.float64) for name in ("absence", "weight"))
        self.alone = asked.added(absence - asked.share[asked.owner] * weight)
        self.initials = asked.added(np.where(asked.single, absence, 0.0))
        gain = np.where(asked.single, 0.0, np.maximum(absence - INITIAL_RATE[number] * np.minimum(weight, MOST_INITIAL), 0.0))
        self.dearest, self.replaceable = np.maximum.reduceat(gain, asked.starts[:-1]), asked.added(gain)
        likeness = partners.likeness[:, LIKENESS_OF[number]]
        kept = np.flatnonzero((likeness > 0) | (partners.cut & PERSONAL[number]))
        places, numbers, likeness, cut = partners.places[kept], partners.numbers[kept], likeness[kept], partners.cut[kept]
        own = asked.worth["weight"][places, number]
        bits = np.uint64(1) << np.minimum(asked.place[places], PLACES).astype(np.uint64)
        named = (likeness >= SOUNDS_ALIKE[number]) & ~cut
        keys = asked.owner[places] * size + numbers
        order = np.argsort(keys)
        keys = keys[order]
        first = firsts(keys)
        self.keys = keys[first]
        self.none = not len(first)
        if self.none:
            return
        self.apart = np.minimum.reduceat(np.where(cut, 0.0, 1.0 - likeness)[order], first)
        self.own = np.minimum.reduceat(own[order], first)
        self.saved = np.add.reduceat(absence[places][order], first)
        self.cut = np.logical_or.reduceat(cut[order], first)
        self.places = np.bitwise_or.reduceat(bits[order], first)
        self.named = np.bitwise_or.reduceat(np.where(named, bits, np.uint64(0))[order], first)

    def find(self, owner: NDArray[np.int64], words: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The place of each pair of a name and a listed word in the table, and whether it is there."""
        asked = owner * self.size + words
        at = np.minimum(np.searchsorted(self.keys, asked), max(len(self.keys) - 1, 0))
        return at, self.keys[at] == asked if len(self.keys) else np.zeros(len(asked), bool)
