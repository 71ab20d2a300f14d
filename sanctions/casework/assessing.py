"""What the facts of a case show of each provision in scope, on a day. The rule, in full:

1. Law. A provision stands on a day as its instrument does: in force (if its own wording was), only a bill, not yet
   law, no longer law, or lapsed without becoming law. Of a text and the one that takes its place only the one in force counts.
2. Which facts count. A fact counts on a day if it was published by then (one without a date of publication counts
   only on days from its latest collection on), if its source is not graded E and its statement not graded 5, and if
   it does not merely repeat facts that are so graded. A link that rests on somebody's being listed counts only if that
   party's identity is known and its designation, under one of the programmes named, stood on every day on which the act
   can have happened.
3. Elements. Supported: facts that count support it and none contradicts it. Contested: both. Contradicted: only
   against. Without evidence: none. Set aside: the case says why it is not needed. While it is open who the subject is, an
   element of the kind "actor" stays without evidence, whatever is linked to it. Where an element turns on a word that
   nothing read defines, facts that support it leave a question of law, which is named.
4. Sources. Two facts count as two only if neither derives from the other, nor both from a third, and their sources differ.
5. Weakest element: contradicted before without evidence before contested before supported; among supported ones the
   one with the fewest independent sources.
6. Standing. An element contradicted: the provision does not reach on the facts held. What was done (its elements of the
   kind "act", or all of them if it has none) neither supported nor contested: no fact that counts shows the act. A ban or
   an offence binds nobody before its day: where every act shown was done before, it was not yet forbidden. Else it
   "reaches, if proved" – or, of a bill, "would reach, if enacted" – and the open elements are named. It never says
   more: an authority or a court finds facts, and nobody here is guilty of anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from sanctions.casework.findings import Assessment, ElementFinding, Finding, Use
from sanctions.casework.reading import find_provision
from sanctions.casework.records import CaseFile, Fact, Link, Scope, SetAside
from sanctions.casework.saying import acts_shown, cautions, law_words, standing_words
from sanctions.casework.words import CLOSES, Bearing, Credibility, Identity, Reliability, Standing, State
from sanctions.dates import PartialDate
from sanctions.errors import CaseError
from sanctions.frameworks import Designation, Element, ElementKind, Framework, Frameworks, MentalState, Provision, status_at, still_counting
from sanctions.frameworks import Standing as LawStanding


def assess(case: CaseFile, frameworks: Frameworks, on: date, listed_on: Mapping[str, date] | None = None) -> Assessment:
    """The case as of that day. ``listed_on``: entity → the date that a list held gives, which goes before the case's own.

    Raises CaseError if the case has no scope.
    """
    case = _with_dates(case, listed_on or {})
    if not case.case.scope:
        raise CaseError(f"{case.folder / 'case.toml'}: there is no [[scope]], so there is nothing to assess. Name framework and provision.")
    left_out = _left_out(case, on)
    findings = tuple(_finding(case, frameworks, scope, on, left_out) for scope in case.case.scope)
    counted = tuple(fact.id for fact in case.facts if fact.id not in left_out)
    return Assessment(case=case.case.id, on=on, findings=findings, counted=counted, left_out=tuple(left_out.items()))


def _with_dates(case: CaseFile, listed_on: Mapping[str, date]) -> CaseFile:
    parties = tuple(
        replace(party, designations=tuple(replace(one, on=listed_on.get(one.entity, one.on)) for one in party.designations))
        for party in case.case.parties
    )
    return replace(case, case=replace(case.case, parties=parties))


def _left_out(case: CaseFile, on: date) -> dict[str, str]:
    """The facts that do not count on that day, each with the reason, in the case's order."""
    by_id = {fact.id: fact for fact in case.facts}
    reasons = ((fact.id, _poorly_graded(fact, by_id) or _not_known_yet(fact, case, on)) for fact in case.facts)
    return {key: why for key, why in reasons if why}


def _poorly_graded(fact: Fact, by_id: Mapping[str, Fact]) -> str:
    """Why its grade, or that of all it repeats, keeps a fact from counting; empty if it does not."""
    if fact.reliability is Reliability.E:
        return "its source is graded E, unreliable"
    if fact.credibility is Credibility.IMPROBABLE:
        return "it is graded 5, improbable"
    if fact.derived_from and all(_poorly_graded(by_id[key], by_id) for key in fact.derived_from):
        return f"it only repeats {', '.join(fact.derived_from)}, graded unreliable or improbable"
    return ""


def _not_known_yet(fact: Fact, case: CaseFile, on: date) -> str:
    """Why a fact was not known on that day; empty if it was."""
    if fact.known is None:
        collected = max((exhibit.collected_at[:10] for exhibit in case.exhibits if exhibit.id in fact.exhibits), default="")
        if collected and on.isoformat() < collected:
            return f"when it was published is not known, and it was collected only on {collected}"
    elif fact.known.last > on:
        return f"it was published only on {fact.known}" if fact.known.exact else f"it was published in {fact.known}, perhaps after that day"
    return ""


# --- the law ---------------------------------------------------------------------------------------------------------


def _law(frameworks: Frameworks, framework: Framework, provision: Provision, on: date) -> LawStanding:
    """How the provision, in the wording held, stood that day."""
    standing = status_at(framework, on)
    if provision.in_force is None:
        return standing
    if standing is LawStanding.BILL:  # the wording held is the one enacted, which no chamber had before it
        return LawStanding.NOT_YET
    if standing is not LawStanding.IN_FORCE:
        return standing
    if still_counting(frameworks, framework, on):
        return LawStanding.NOT_YET
    if provision.in_force.covers(on):
        return LawStanding.IN_FORCE
    return LawStanding.NOT_YET if on < provision.in_force.start else LawStanding.SUPERSEDED


def _standing(law: LawStanding, provision: Provision, elements: Sequence[ElementFinding], acts: Sequence[PartialDate | None]) -> Standing:
    """Rule 6, and the law's part of it."""
    if provision.mental_state is MentalState.NOT_APPLICABLE:
        return Standing.SUBJECT
    bill = law is LawStanding.BILL
    if law in (LawStanding.NOT_YET, LawStanding.ENACTED):
        return Standing.NOT_YET if provision.in_force else Standing.NOT_YET_A_BILL
    if law in (LawStanding.SUPERSEDED, LawStanding.EXPIRED) and not provision.in_force:
        return Standing.REPLACED if law is LawStanding.SUPERSEDED else Standing.NEVER
    if law in (LawStanding.SUPERSEDED, LawStanding.EXPIRED):
        return Standing.ENDED
    if State.CONTRADICTED in {element.state for element in elements}:
        return Standing.WOULD_NOT_REACH if bill else Standing.NOT_REACHED
    done = [element for element in elements if element.kind is ElementKind.ACT] or elements
    if not {State.SUPPORTED, State.CONTESTED} & {element.state for element in done}:
        return Standing.NO_EVIDENCE
    if _not_yet_forbidden(provision, acts):
        return Standing.ACT_BEFORE_LAW
    return Standing.WOULD_REACH if bill else Standing.REACHES


def _not_yet_forbidden(provision: Provision, acts: Sequence[PartialDate | None]) -> bool:
    """Whether it is a ban or an offence whose first day came after every act shown; an act without a date might be later."""
    if provision.designation not in (Designation.PROHIBITION, Designation.CRIMINAL) or not provision.in_force:
        return False
    start = provision.in_force.start
    return bool(acts) and all(act is not None and act.last < start for act in acts)


# --- the facts -------------------------------------------------------------------------------------------------------


def _finding(case: CaseFile, frameworks: Frameworks, scope: Scope, on: date, left_out: dict[str, str]) -> Finding:
    framework, provision = find_provision(frameworks, scope.framework, scope.provision)
    aside = {one.element: one for one in scope.set_aside}
    elements = tuple(_element(case, scope, element, aside.get(element.id), left_out) for element in provision.elements)
    law = _law(frameworks, framework, provision, on)
    standing = _standing(law, provision, elements, acts_shown(case, elements))
    weakest = weakest_of(elements)
    return Finding(
        framework=framework.id,
        instrument=framework.short_title,
        jurisdiction=framework.jurisdiction,
        provision=provision.id,
        citation=provision.citation,
        title=provision.title,
        criterion=provision.criterion,
        designation=provision.designation.value,
        mental_state=provision.mental_state.meaning,
        law=law_words(framework, provision, law, on),
        standing=standing,
        words=standing_words(standing, provision, elements, weakest),
        weakest=weakest.id if weakest else None,
        elements=elements,
        cautions=tuple(cautions(case, framework, provision, elements, law)),
        verified=provision.verified,
        verification=provision.verification,
        reviewed_by=framework.reviewed_by,
        note=scope.note,
    )


def _element(case: CaseFile, scope: Scope, element: Element, aside: SetAside | None, left_out: dict[str, str]) -> ElementFinding:
    uses = tuple(
        _use(case, fact, link, left_out)
        for fact in case.facts
        for link in fact.links
        if (link.framework, link.provision, link.element) == (scope.framework, scope.provision, element.id)
    )
    state, why = _state(case, element, uses, aside)
    supporting = [use.fact for use in uses if use.counts and use.bearing is Bearing.SUPPORTS]
    return ElementFinding(
        id=element.id,
        kind=element.kind,
        question=element.question,
        state=state,
        uses=uses,
        sources=0 if state is State.NO_EVIDENCE else independent_sources(case.facts, supporting),
        why=why,
        closes="" if state in (State.SUPPORTED, State.SET_ASIDE) else element.closes or CLOSES[element.kind],
        undefined=element.undefined,
    )


def _state(case: CaseFile, element: Element, uses: Sequence[Use], aside: SetAside | None) -> tuple[State, str]:
    """Rule 3, with the reason in words."""
    if aside:
        return State.SET_ASIDE, aside.why
    counting = {use.bearing for use in uses if use.counts}
    if element.kind is ElementKind.ACTOR and case.case.subject.identity is not Identity.KNOWN:
        return State.NO_EVIDENCE, _nobody_named(case)
    if not counting:
        reasons = "; ".join(f"{use.fact}: {use.why_not}" for use in uses)
        return State.NO_EVIDENCE, f"What is linked to it does not count ({reasons})." if reasons else "No fact bears on it."
    if counting == {Bearing.SUPPORTS}:
        return State.SUPPORTED, "Supported by " + _facts(uses, Bearing.SUPPORTS) + "."
    if counting == {Bearing.CONTRADICTS}:
        return State.CONTRADICTED, "Contradicted by " + _facts(uses, Bearing.CONTRADICTS) + "."
    return State.CONTESTED, f"Supported by {_facts(uses, Bearing.SUPPORTS)}; contradicted by {_facts(uses, Bearing.CONTRADICTS)}."


def _nobody_named(case: CaseFile) -> str:
    subject = case.case.subject
    if subject.identity is Identity.NOT_PROVED:
        return f"That it was {subject.name} is not proved: its identity is open."
    return f"No fact names the {subject.name}: its identity is open."


def _facts(uses: Sequence[Use], bearing: Bearing) -> str:
    return ", ".join(f"{use.fact} ({use.grade})" for use in uses if use.counts and use.bearing is bearing)


def _use(case: CaseFile, fact: Fact, link: Link, left_out: dict[str, str]) -> Use:
    why = left_out.get(fact.id, "") or (_not_listed(case, fact, link) if link.listed else "")
    return Use(fact=fact.id, grade=fact.grade, source=fact.source, bearing=link.bearing, counts=not why, why_not=why, note=link.note)


def _not_listed(case: CaseFile, fact: Fact, link: Link) -> str:
    """Why a link that rests on somebody's being listed does not count; empty if it does."""
    party = case.party(link.listed or "")
    assert party is not None, "a case that was read has every party that its links name"
    if party.identity is not Identity.KNOWN:
        return f"that {party.name} is the listed body is not proved"
    fitting = [one for one in party.designations if not link.programmes or one.programme in link.programmes]
    if not fitting:
        tags = f" under {' or '.join(link.programmes)}" if link.programmes else ""
        return f"the case holds no designation of {party.name}{tags}"
    first = min(one.on for one in fitting)
    act = fact.act
    if act is None:
        return f"when the act happened is not known; {party.name} was designated on {first}"
    if act.first < first:
        return f"{party.name} was designated only on {first}; the act is dated {act}"
    if not any(one.on <= act.first and (one.until is None or act.last <= one.until) for one in fitting):
        last = max(one.until for one in fitting if one.until)
        return f"{party.name}'s designation ended on {last}; the act is dated {act}"
    return ""


def independent_sources(facts: Sequence[Fact], ids: Sequence[str]) -> int:
    """Rule 4: how many independent sources stand behind the facts of those ids."""
    by_id = {fact.id: fact for fact in facts}
    return len({by_id[root].source.casefold() for key in ids for root in _roots(by_id, key)})


def _roots(by_id: dict[str, Fact], key: str) -> Iterator[str]:
    """The facts from which a fact derives in the end: itself, if from none. Reading a case refuses circles."""
    if not by_id[key].derived_from:
        yield key
    for origin in by_id[key].derived_from:
        yield from _roots(by_id, origin)


_ORDER = (State.CONTRADICTED, State.NO_EVIDENCE, State.CONTESTED, State.SUPPORTED)
_KINDS = tuple(ElementKind)


def weakest_of(elements: Sequence[ElementFinding]) -> ElementFinding | None:
    """Rule 5; of equals the one whose kind comes first in the vocabulary, who acted before all else."""
    needed = [element for element in elements if element.state is not State.SET_ASIDE]
    return min(needed, key=lambda one: (_ORDER.index(one.state), one.sources, _KINDS.index(one.kind)), default=None)
