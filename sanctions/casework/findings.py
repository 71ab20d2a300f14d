"""What an assessment is made of: the use of a fact, the state of an element, the standing of a provision."""

from __future__ import annotations

from datetime import date

import msgspec

from sanctions.casework.words import Bearing, Standing, State
from sanctions.frameworks import ElementKind


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """One fact on one element: whether it counts, and if not, why."""

    fact: str
    grade: str
    source: str
    bearing: Bearing
    counts: bool
    why_not: str = ""
    note: str = ""


class ElementFinding(msgspec.Struct, frozen=True, kw_only=True):
    """One element: its state, the facts on it, the independent sources that support it, and what would close a gap.

    ``undefined`` is the word on which it turns where no text defines it: a question of law that facts do not settle.
    """

    id: str
    kind: ElementKind
    question: str
    state: State
    uses: tuple[Use, ...]
    sources: int
    why: str
    closes: str
    undefined: str = ""

    @property
    def question_of_law(self) -> bool:
        """Whether the facts are there and what remains is what a word means."""
        return bool(self.undefined) and self.state in (State.SUPPORTED, State.CONTESTED)

    @property
    def open(self) -> bool:
        return self.state in (State.NO_EVIDENCE, State.CONTESTED, State.CONTRADICTED)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One provision on one day, law and facts."""

    framework: str
    instrument: str
    jurisdiction: str
    provision: str
    citation: str
    title: str
    criterion: str
    designation: str
    mental_state: str
    law: str
    standing: Standing
    words: str
    weakest: str | None
    elements: tuple[ElementFinding, ...]
    cautions: tuple[str, ...]
    verified: bool
    verification: str
    reviewed_by: str
    note: str

    @property
    def open_elements(self) -> tuple[ElementFinding, ...]:
        return tuple(element for element in self.elements if element.open)

    @property
    def questions_of_law(self) -> tuple[ElementFinding, ...]:
        return tuple(element for element in self.elements if element.question_of_law)


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    """A case on a day: every provision in scope, in the case's order, and the facts that were not known yet."""

    case: str
    on: date
    findings: tuple[Finding, ...]
    counted: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]

    def of(self, framework: str, provision: str) -> Finding:
        """The finding on that provision. Raises KeyError if it is not in scope."""
        for finding in self.findings:
            if (finding.framework, finding.provision) == (framework, provision):
                return finding
        raise KeyError(f"{framework} {provision}")
