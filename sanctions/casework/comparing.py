"""Jurisdictions side by side: where a provision reaches on a day, and under which of them least is open."""

from __future__ import annotations

import msgspec

from sanctions.casework.findings import Assessment, Finding
from sanctions.casework.words import Standing

_REACHING = (Standing.REACHES, Standing.WOULD_REACH)


class Jurisdiction(msgspec.Struct, frozen=True, kw_only=True):
    """One jurisdiction's provisions in scope. ``reaching``: those that reach, or would, if proved; ``nearest``: of them the one
    with the fewest open elements, the earlier in the case's order where two have as few."""

    code: str
    findings: tuple[Finding, ...]

    @property
    def reaching(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.standing in _REACHING)

    @property
    def nearest(self) -> Finding | None:
        return min(self.reaching, key=lambda finding: len(finding.open_elements), default=None)

    @property
    def words(self) -> str:
        """The jurisdiction in a sentence: how its provisions stand, and what the nearest one still lacks."""
        counts: dict[str, int] = {}
        for finding in self.findings:
            counts[finding.standing.value] = counts.get(finding.standing.value, 0) + 1
        stands = "; ".join(f"{number} “{words}”" for words, number in counts.items())
        return f"{stands}. {self._nearest_words()}"

    def _nearest_words(self) -> str:
        if self.nearest is None:
            return "None reaches on that day."
        missing = ", ".join(element.id.replace("_", " ") for element in self.nearest.open_elements) or "nothing"
        law = "; ".join(dict.fromkeys(element.undefined for element in self.nearest.questions_of_law))
        return f"Least is open under {self.nearest.citation}: {missing}" + (f" (question of law: {law})." if law else ".")


def side_by_side(assessment: Assessment) -> tuple[Jurisdiction, ...]:
    """The jurisdictions in scope, in the case's order."""
    groups: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        groups.setdefault(finding.jurisdiction, []).append(finding)
    return tuple(Jurisdiction(code=code, findings=tuple(found)) for code, found in groups.items())
