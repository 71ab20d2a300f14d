"""What two forms can be at most, before they are aligned: of the words of a text most make no listed name."""

from __future__ import annotations

from collections.abc import Sequence

from sanctions.matching.alignment import word_similarity
from sanctions.matching.costs import Costs


class Bound:
    """An upper bound on how well a form can align with others, at a tenth of an alignment's cost.

    A word without any possible partner in the other name costs at least its absence; what is possible is taken
    generously (alike, one an initial or a part of the other, or beginning or ending alike, as joined words do).
    """

    def __init__(self, form: tuple[str, ...], costs: Costs) -> None:
        self._words = form
        self._costs = costs
        self._weights = tuple(map(costs.weigh, form))
        self._total = sum(self._weights)
        self._partners: dict[str, int] = {}
        self._loose: dict[int, tuple[float, float]] = {}

    def of(self, other: Sequence[str]) -> float:
        """No alignment of the form with ``other`` is better than this."""
        known, seen, total, loose, least = self._partners, 0, self._total, 0.0, 0.0
        weigh, absence, extra = self._costs.weigh, self._costs.least_absence, self._costs.least_extra
        for word in other:
            mask = known.get(word)
            if mask is None:
                mask = known[word] = self._mask(word)
            worth = weigh(word)
            total += worth
            if mask:
                seen |= mask
            else:
                loose += worth if worth > self._costs.least_replaced else 0.0
                least += absence(word)
        own, own_least = self._loose.get(seen) or self._missing(seen)
        return 1.0 - 2 * (least + own_least + extra * min(loose, own)) / total if total else 0.0

    def _mask(self, word: str) -> int:
        return sum(1 << place for place, own in enumerate(self._words) if _possible(own, word, self._costs))

    def _missing(self, seen: int) -> tuple[float, float]:
        left = [place for place in range(len(self._words)) if not seen >> place & 1]
        worth = sum(self._weights[place] for place in left if self._weights[place] > self._costs.least_replaced)
        found = self._loose[seen] = (worth, sum(self._costs.least_absence(self._words[place]) for place in left))
        return found


def _possible(a: str, b: str, costs: Costs) -> bool:
    if a == b or len(a) == 1 or len(b) == 1:
        return a in b or b in a
    return a[:2] == b[:2] or a[-2:] == b[-2:] or a in b or b in a or word_similarity(a, b, costs) >= costs.least_alike
