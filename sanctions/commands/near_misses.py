"""What came near a party without being a hit, and why not: ``screen --explain``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sanctions.model import Comparison, Entity, Party, Result
    from sanctions.policy import Thresholds
    from sanctions.screening import Screener

REACH = 0.15
"""How far below the lowest threshold an entry is still told of."""

_MOST = 5
_LEAST = 0.5


class NearMiss:
    """A listed entity that scores below the threshold of its list and kind."""

    def __init__(self, entity: Entity, comparison: Comparison, threshold: float) -> None:
        self.entity, self.comparison, self.threshold = entity, comparison, threshold

    def document(self, party: Party) -> dict[str, Any]:
        """``threshold`` is the one that the score does not reach."""
        from sanctions.documents import comparison_document

        matched = self.comparison.matched
        head = {"party": party.id, "entity": self.entity.id, "name": self.entity.name, "matched_name": matched.full if matched else None}
        return {**head, "threshold": self.threshold, **comparison_document(self.comparison)}


def reach_of(screener: Screener, limits: Thresholds) -> float:
    """The score down to which near misses are looked for."""
    lowest = min((limits.least(part.key) for part in screener.held), default=limits.default)
    return round(max(_LEAST, lowest - REACH), 4)


def near_misses(screener: Screener, result: Result, limits: Thresholds) -> list[NearMiss]:
    """The entries nearest below their thresholds, the nearest first, that no hit of the party tells of already."""
    told = {hit.entity.id for hit in (*result.hits, *result.recorded)}
    told |= {copy for hit in (*result.hits, *result.recorded) for copy in hit.copies}
    found = screener.screen(result.party, threshold=reach_of(screener, limits), weak_aliases=True).hits
    near = (hit for hit in found if hit.entity.id not in told and hit.role is None)
    return [NearMiss(hit.entity, hit.comparison, limits.of(hit.entity.list, hit.entity.kind)) for hit in near][:_MOST]


def near_lines(screener: Screener, result: Result, limits: Thresholds) -> Iterator[str]:
    """Near misses with the reasons that keep them below."""
    from sanctions.acquisition.moments import count
    from sanctions.commands.answers import called, why_lines

    near, reach = near_misses(screener, result, limits), reach_of(screener, limits)
    yield f"{called(result.party)}: " + (
        f"{count(len(near), 'near miss', 'near misses')}, no hits:" if near else f"nothing else at {reach:.2f} or more."
    )
    for one in near:
        yield ""
        yield from (f"  {line}" for line in why_lines(result.party, one.entity, one.comparison, one.threshold))
    yield ""
