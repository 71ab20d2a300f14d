"""The machine's JSON of a case: everything that the report shows, with a ``schema``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from sanctions.acquisition.moments import iso
from sanctions.casework.comparing import Jurisdiction, side_by_side
from sanctions.casework.findings import Assessment
from sanctions.casework.listed import Listings
from sanctions.casework.records import CaseFile

CASE_SCHEMA = "sanctions.case/1"
NOT_ADVICE = "A guide to what the statements held show, not legal advice; nobody is found guilty of anything."


def case_document(case: CaseFile, assessments: Sequence[Assessment], listings: Listings | None) -> dict[str, Any]:
    """The case, its facts and exhibits, how each provision stands on each day, and what the lists say."""
    return {
        "schema": CASE_SCHEMA,
        "notice": NOT_ADVICE,
        "case": msgspec.to_builtins(case.case),
        "facts": [{**msgspec.to_builtins(fact), "grade": fact.grade, "independent": fact.independent} for fact in case.facts],
        "exhibits": msgspec.to_builtins(case.exhibits),
        "assessments": [assessment_document(assessment) for assessment in assessments],
        "listings": _listings(listings),
    }


def assessment_document(assessment: Assessment) -> dict[str, Any]:
    """One day's findings, in the case's order."""
    document: dict[str, Any] = msgspec.to_builtins(assessment)
    document["jurisdictions"] = [_jurisdiction(one) for one in side_by_side(assessment)]
    document["left_out"] = [{"fact": fact, "why": why} for fact, why in assessment.left_out]
    return document


def _jurisdiction(one: Jurisdiction) -> dict[str, Any]:
    return {
        "jurisdiction": one.code,
        "provisions": [finding.citation for finding in one.findings],
        "reaching": [finding.citation for finding in one.reaching],
        "nearest": one.nearest.citation if one.nearest else None,
        "words": one.words,
    }


def _listings(listings: Listings | None) -> dict[str, Any] | None:
    if listings is None:
        return None
    return {
        "asked_at": iso(listings.asked_at),
        "engine": listings.engine,
        "threshold": listings.threshold,
        "coverage": [{**msgspec.to_builtins(one), "retrieved": iso(one.retrieved) if one.retrieved else None} for one in listings.coverage],
        "parties": msgspec.to_builtins(listings.parties),
    }
