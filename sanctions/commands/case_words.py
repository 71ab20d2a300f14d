"""How an assessment reads on a terminal: provision by provision, what is shown, what is open, what would close it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sanctions.acquisition.moments import count
from sanctions.casework.comparing import side_by_side
from sanctions.casework.findings import Assessment, ElementFinding, Finding
from sanctions.casework.listed import Listings, PartyListing
from sanctions.casework.machine import NOT_ADVICE
from sanctions.casework.records import CaseFile
from sanctions.casework.words import Identity, State

WIDTH = 110
_MARKS = {State.SUPPORTED: "+", State.CONTESTED: "?", State.CONTRADICTED: "x", State.NO_EVIDENCE: "-", State.SET_ASIDE: "·"}


def head_lines(case: CaseFile) -> Iterator[str]:
    yield case.case.title
    yield "=" * min(len(case.case.title), WIDTH)
    yield from wrapped(f"Question: {case.case.question}", 0, 10)
    subject = case.case.subject
    yield from wrapped(f"Subject:  {subject.name} ({subject.identity.meaning}). {subject.description}".rstrip(), 0, 10)
    yield f"Held:     {count(len(case.facts), 'fact')}, {count(len(case.exhibits), 'exhibit')}"


def assessment_lines(assessment: Assessment) -> Iterator[str]:
    """One day in full."""
    head = f"As of {assessment.on}"
    yield from ("", head, "-" * len(head))
    for finding in assessment.findings:
        yield from ("", *_finding_lines(finding))
    if assessment.left_out:
        yield ""
        yield "Not counted on that day:"
        for fact, why in assessment.left_out:
            yield from wrapped(f"{fact}: {why}.", 2, 6)
    yield from _side_by_side(assessment)
    yield ""
    yield from wrapped(NOT_ADVICE)


def _side_by_side(assessment: Assessment) -> Iterator[str]:
    head = f"Jurisdictions side by side on {assessment.on}"
    yield from ("", head, "-" * len(head))
    for one in side_by_side(assessment):
        yield from wrapped(f"{one.code}  {one.words}", 0, 4)


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield from wrapped(f"[{finding.jurisdiction}] {finding.citation}  {finding.title}", 0, 5)
    yield from wrapped(finding.words, 5, 7)
    text = "text verified" if finding.verified else "TEXT NOT VERIFIED"
    yield from wrapped(f"Law: {finding.law}; {finding.designation}; mind: {finding.mental_state}; {text}; {finding.reviewed_by}.", 5, 7)
    for element in finding.elements:
        yield from _element_lines(element)
    for caution in finding.cautions:
        yield from wrapped(f"! {caution}", 5, 7)
    if finding.note:
        yield from wrapped(f"Note: {finding.note}", 5, 7)


def _element_lines(element: ElementFinding) -> Iterator[str]:
    sources = f", {count(element.sources, 'independent source')}" if element.state in (State.SUPPORTED, State.CONTESTED) else ""
    yield from wrapped(f"{_MARKS[element.state]} {element.id} ({element.kind}): {element.state.words}{sources}. {element.why}", 5, 9)
    if element.closes:
        yield from wrapped(f"would close it: {element.closes}", 9, 11)


def table_lines(assessments: Sequence[Assessment]) -> Iterator[str]:
    """Provisions down, days across."""
    rows = [["PROVISION", *(str(one.on) for one in assessments)]]
    rows += [
        [f"[{finding.jurisdiction}] {finding.citation}", *(one.findings[place].standing.value for one in assessments)]
        for place, finding in enumerate(assessments[0].findings)
    ]
    first = min(max(len(row[0]) for row in rows), WIDTH // 3)
    width = max((WIDTH - first) // len(assessments) - 2, 14)
    widths = [first, *([width] * len(assessments))]
    for name, *standings in rows:
        cells = [textwrap.wrap(name, first, subsequent_indent="  "), *(textwrap.wrap(standing, width) for standing in standings)]
        for parts in zip_longest(*cells, fillvalue=""):
            yield "  ".join(part.ljust(room) for part, room in zip(parts, widths, strict=True)).rstrip()
    for one in assessments:
        yield from _side_by_side(one)
    yield ""
    yield from wrapped(NOT_ADVICE)


def listing_lines(listings: Listings | None) -> Iterator[str]:
    """What the lists held say today of the parties."""
    yield from ("", "On the lists held", "-----------------")
    if listings is None:
        yield "Nothing was searched: no list is held. Run: sanctions refresh"
        return
    searched = [one for one in listings.coverage if one.sha256]
    for one in searched:
        published = f"published {one.published}, " if one.published else ""
        yield from wrapped(
            f"searched {one.list}: {one.entries or 0:,} entries, {published}sha256 {(one.sha256 or '')[:12]}, {one.status}", 0, 4
        )
    missing = [one.list for one in listings.coverage if not one.sha256]
    if missing:
        yield from wrapped(f"NOT SEARCHED, no copy held: {', '.join(missing)}", 0, 4)
    for party in listings.parties:
        yield from _party_lines(party, listings.threshold, [one.list for one in searched])


def _party_lines(party: PartyListing, threshold: float, lists: Sequence[str]) -> Iterator[str]:
    yield ""
    open_identity = "" if party.identity is Identity.KNOWN else f" – {party.identity.meaning}"
    yield from wrapped(f"{party.name} ({party.role}){open_identity}", 0, 4)
    if not party.searched:
        yield from wrapped(party.note, 4, 4)
        return
    for hit in party.found:
        listed = f", listed on {hit.listed_on}" if hit.listed_on else ""
        how = "compared by hand, below the threshold" if hit.compared and hit.score < threshold else "found"
        delisted = "; DE-LISTED" if hit.delisted else ""
        yield from wrapped(f"{hit.score:.4f} {hit.name} ({hit.entity}) [{', '.join(hit.programmes)}]{listed}; {how}{delisted}", 4, 8)
    absent = [key for key in lists if not party.on_list(key)]
    if absent:
        yield from wrapped(f"no hit at {threshold:.2f} or more on: {', '.join(absent)}", 4, 8)
    for claim in party.claims:
        one = claim.designation
        yield from wrapped(f"relied on: {one.entity} [{one.programme}] from {claim.listed_on or one.on}: {claim.words}", 4, 8)


def wrapped(text: str, indent: int = 0, hang: int = 0) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * hang, break_on_hyphens=False) or [""]
