"""The words and colours of a case's report."""

from __future__ import annotations

from sanctions.casework.findings import Assessment, ElementFinding, Finding
from sanctions.casework.records import CaseFile
from sanctions.casework.words import Identity, Standing, State
from sanctions.frameworks import ElementKind
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.words import plural

NOT_ADVICE = "NOT LEGAL ADVICE. Nobody is found guilty of anything here."

STATE_STYLES = {
    State.SUPPORTED: "good",
    State.CONTESTED: "caution",
    State.CONTRADICTED: "bad",
    State.NO_EVIDENCE: "state_open",
    State.SET_ASIDE: "state_aside",
}
STANDING_STYLES = {
    Standing.REACHES: "caution",
    Standing.WOULD_REACH: "band_possible",
    Standing.NOT_REACHED: "good",
    Standing.WOULD_NOT_REACH: "good",
    Standing.NO_EVIDENCE: "state_open",
}


def standing(finding: Finding) -> Styled:
    return Styled(finding.standing.value, STANDING_STYLES.get(finding.standing, "state_aside"))


def state(element: ElementFinding) -> Styled:
    return Styled(element.state.words, STATE_STYLES[element.state])


def of_kind(finding: Finding, kind: ElementKind) -> Value:
    """The matrix's cell: every element of that kind with its state, coloured as the weakest of them."""
    found = [element for element in finding.elements if element.kind is kind]
    if not found:
        return Styled("–", "state_aside")
    order = (State.CONTRADICTED, State.NO_EVIDENCE, State.CONTESTED, State.SUPPORTED, State.SET_ASIDE)
    worst = min(found, key=lambda element: order.index(element.state)).state
    return Styled(tuple(f"{element.id.replace('_', ' ')}: {_short(element)}" for element in found), STATE_STYLES[worst])


def _short(element: ElementFinding) -> str:
    sources = f", {plural(element.sources, 'source')}" if element.state in (State.SUPPORTED, State.CONTESTED) else ""
    return element.state.words + sources + ("; question of law" if element.question_of_law else "")


def answer(case: CaseFile, assessment: Assessment) -> list[str]:
    """The findings in a few sentences, which claim no more than the rule gives."""
    groups: dict[Standing, list[Finding]] = {}
    for finding in assessment.findings:
        groups.setdefault(finding.standing, []).append(finding)
    lines = [
        f"Of {plural(len(assessment.findings), 'provision')} in scope, as of {assessment.on}: "
        + "; ".join(f"{len(found)} “{one.value}”" for one, found in groups.items())
        + "."
    ]
    if case.case.subject.identity is not Identity.KNOWN:
        lines.append(
            f"WHO ACTED IS NOT SHOWN. No fact names the {case.case.subject.name}; the element of the actor is open in every provision, "
            "and no measure can be asked for against anybody until it is closed."
        )
    reached = groups.get(Standing.REACHES, []) + groups.get(Standing.WOULD_REACH, [])
    without = [finding for finding in reached if not any(element.kind is ElementKind.KNOWLEDGE for element in finding.elements)]
    if without:
        lines.append(f"No knowledge need be shown under: {', '.join(finding.citation for finding in without)}.")
    least = min(reached, key=lambda finding: len(finding.open_elements), default=None)
    if least:
        missing = ", ".join(element.id.replace("_", " ") for element in least.open_elements) or "none"
        lines.append(f"Fewest open elements: {least.citation} (open: {missing}).")
    return lines
