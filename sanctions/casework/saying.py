"""The sentences of an assessment: how a provision stands, how its law stood, and what neither may be read without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sanctions.casework.findings import ElementFinding
from sanctions.casework.records import CaseFile
from sanctions.casework.words import Bearing, Standing, State
from sanctions.dates import PartialDate
from sanctions.frameworks import Designation, ElementKind, Framework, Provision, status_at, status_words
from sanctions.frameworks import Standing as LawStanding


def standing_words(standing: Standing, provision: Provision, elements: Sequence[ElementFinding], weakest: ElementFinding | None) -> str:
    duty = {"mandatory": "the authority must act", "discretionary": "the authority may act"}.get(provision.designation.value, "")
    lead = standing.value[0].upper() + standing.value[1:]
    if standing not in (Standing.REACHES, Standing.WOULD_REACH):
        contradicted = [element for element in elements if element.state is State.CONTRADICTED]
        if contradicted and standing in (Standing.NOT_REACHED, Standing.WOULD_NOT_REACH):
            return f"{lead}: {', '.join(map(_name, contradicted))}."
        return f"{lead}."
    parts = [lead + (f" ({duty})" if duty and standing is Standing.REACHES else "")]
    open_ones = [element for element in elements if element.open]
    parts.append("open: " + ", ".join(f"{_name(one)} – {one.state.words}" for one in open_ones) if open_ones else "no element is open")
    if law := [element for element in elements if element.question_of_law]:
        parts.append("question of law: " + ", ".join(f"{one.undefined} ({one.id})" for one in law))
    if weakest:
        parts.append(f"weakest: {_name(weakest)}")
    return "; ".join(parts) + "."


def _name(element: ElementFinding) -> str:
    """ "who acted (actor)": the kind in words, and the element's id."""
    return f"{element.kind.meaning.split(':')[0]} ({element.id})"


def law_words(framework: Framework, provision: Provision, law: LawStanding, on: date) -> str:
    period = provision.in_force
    if period and law is LawStanding.NOT_YET and status_at(framework, on) is LawStanding.IN_FORCE:
        return f"this wording is law from {period.start}" if on < period.start else "an earlier text is still in force"
    if period and law is LawStanding.NOT_YET:
        return f"law from {period.start}"
    if period and law is LawStanding.SUPERSEDED and period.end:
        return f"this wording was law from {period.start} to {period.end}"
    if period and law is LawStanding.IN_FORCE:
        return f"in this wording since {period.start}"
    return status_words(framework, on)


def acts_shown(case: CaseFile, elements: Sequence[ElementFinding]) -> list[PartialDate | None]:
    """When the acts happened that the facts which count show; None for one without a date."""
    when = {fact.id: fact.act for fact in case.facts}
    return [
        when[use.fact]
        for element in elements
        if element.kind in (ElementKind.ACT, ElementKind.RECIPIENT)
        for use in element.uses
        if use.counts and use.bearing is Bearing.SUPPORTS
    ]


def cautions(
    case: CaseFile, framework: Framework, provision: Provision, elements: Sequence[ElementFinding], law: LawStanding
) -> Iterator[str]:
    """What the standing must not be read without."""
    if framework.jurisdiction == "UN" and provision.designation is Designation.PROHIBITION:
        yield "It binds states. A person is reached through the law of a state or of the Union that carries it out."
    acts = [act for act in acts_shown(case, elements) if act]
    start = provision.in_force.start if provision.in_force else None
    if law is LawStanding.IN_FORCE and start and acts and all(act.last < start for act in acts):
        if provision.designation in (Designation.PROHIBITION, Designation.CRIMINAL):
            yield f"Every act shown with a date is dated before {start}, from when this binds. Ask what the law of that day forbade."
        else:
            yield f"Every act shown with a date is dated before {start}, when this became law; whether it reaches back is open."
    for element in elements:
        if element.question_of_law:
            yield f"A question of law: what {element.undefined} means ({element.id}). Nothing read defines it, and facts do not settle it."
    if any(element.state is State.SUPPORTED and element.sources == 1 for element in elements):
        single = ", ".join(element.id for element in elements if element.state is State.SUPPORTED and element.sources == 1)
        yield f"Rests on a single independent source: {single}."
    if not provision.verified:
        yield f"The text was not verified. {provision.verification}".strip()
