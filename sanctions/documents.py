"""The JSON shapes of results: what ``--json``, ``-o report.json`` and ``-o report.jsonl`` write.

Keys are stable within a schema; times are ISO 8601 in UTC; scores and points are decimals of four places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from sanctions.acquisition.changes import ChangeKind, EntityChange, ListChanges
from sanctions.acquisition.deltas import CrossCheck, Difference
from sanctions.acquisition.moments import iso
from sanctions.acquisition.snapshots import Snapshot
from sanctions.model import Comparison, Coverage, Entity, Hit, Party, PolicyInForce, Result, Screening
from sanctions.review.memory import Standing
from sanctions.review.parties import placed_hits_of

SCREEN_SCHEMA = "sanctions.screen/1"
BATCH_SCHEMA = "sanctions.batch/1"
ENTITY_SCHEMA = "sanctions.entity/1"
CHANGES_SCHEMA = "sanctions.changes/1"


def coverage_document(coverage: Coverage) -> dict[str, Any]:
    return {
        "list": coverage.list,
        "title": coverage.title,
        "publisher": coverage.publisher,
        "published": coverage.published,
        "retrieved": iso(coverage.retrieved) if coverage.retrieved else None,
        "sha256": coverage.sha256,
        "entries": coverage.entries,
        "status": coverage.status,
        "note": coverage.note,
    }


def policy_document(policy: PolicyInForce | None) -> dict[str, Any]:
    """``policy``: whose rules, ``what_if`` for a trial; ``unmet`` says of each mandatory list why there is no answer."""
    if policy is None:
        return {}
    shown = {"name": policy.name, "sha256": policy.sha256, "what_if": policy.what_if, "terms": list(policy.terms)}
    return {"policy": shown, "unmet": list(policy.unmet)}


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """A comparison's score and the reasons that sum to it."""
    reasons = [
        {"feature": r.feature, "points": r.points, "detail": r.detail, "asked": r.asked, "listed": r.listed} for r in comparison.reasons
    ]
    return {"score": comparison.score, "reasons": reasons}


def standing_document(standing: Standing | None) -> dict[str, Any]:
    """``disposition``: what earlier decisions say of a hit. ``state`` is "open", "cleared", "re-opened" (``reasons`` say
    why), "decided", "awaiting" or "returned"; all but "cleared" want somebody to act. ``entry`` is the ledger's."""
    if standing is None:
        return {"state": "open", "disposition": None, "entry": None, "words": "", "reasons": [], "minor": [], "through": None}
    return {
        "state": standing.state,
        "disposition": standing.disposition,
        "entry": standing.decision,
        "words": standing.sentence(),
        "by": standing.by,
        "on": standing.on,
        "why": standing.why,
        "reasons": list(standing.reasons),
        "minor": list(standing.minor),
        "through": standing.through,
    }


def hit_document(hit: Hit) -> dict[str, Any]:
    """``name`` is the entity's primary name, ``matched_name`` the listed name that agrees best with ``asked``; ``right_share`` is
    how often such hits are right, or null where that is not known; ``ofac_score`` is null unless it was asked for."""
    entity, comparison = hit.entity, hit.comparison
    matched = comparison.matched
    return {
        "entity": entity.id,
        "list": entity.list,
        "kind": entity.kind,
        "name": entity.name,
        "matched_name": matched.full if matched else None,
        "matched_quality": matched.quality if matched else None,
        "asked": comparison.asked,
        "role": hit.role,
        **comparison_document(comparison),
        "programmes": list(entity.programmes),
        "listed_on": entity.listed_on,
        "url": entity.url,
        "status": hit.status,
        "copies": list(hit.copies),
        "right_share": hit.right_share,
        "right_basis": hit.right_basis,
        "ofac_score": hit.ofac_score,
    }


def party_document(party: Party) -> dict[str, Any]:
    """The question as it was asked; empty fields are left out."""
    document: dict[str, Any] = {
        "id": party.id,
        "name": party.name,
        "names": [name.full for name in party.names[1:]],
        "kind": party.kind,
        "birth_date": [str(found) for found in party.birth_dates],
        "country": list(party.countries),
        "identifiers": [f"{found.type}:{found.value}" for found in party.identifiers],
        "related": [{"role": related.role, "name": related.party.name} for related in party.related],
        "row": party.row,
    }
    return {key: value for key, value in document.items() if value not in (None, [], "")}


def result_document(result: Result, place: int = 0, standings: Mapping[str, Standing] | None = None) -> dict[str, Any]:
    """One party's line of a batch; ``place`` is the result's in its screening, ``standings`` what is known of its hits."""
    known = standings or {}
    document: dict[str, Any] = {
        "party": party_document(result.party),
        "status": result.status,
        "hits": [],
        "recorded": [],
    }
    for one in placed_hits_of(place, result):
        told = {**hit_document(one.hit), "disposition": standing_document(known.get(one.key))}
        document["hits" if "h" in one.key else "recorded"].append(told)
    if result.rejected:
        document["reason"] = result.rejected
    if result.warnings:
        document["warnings"] = list(result.warnings)
    return document


def screen_document(
    results: Sequence[Result],
    coverage: Sequence[Coverage],
    threshold: float,
    engine: str,
    policy: PolicyInForce | None = None,
    *,
    id: str | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> dict[str, Any]:
    """One document for ``screen --json``: of one name its query and hits, of several a list of them as ``results``."""
    head: dict[str, Any] = {"schema": SCREEN_SCHEMA} | ({"id": id} if id else {})
    tail: dict[str, Any] = {"coverage": [coverage_document(part) for part in coverage], "threshold": threshold, "engine": engine}
    tail |= policy_document(policy)
    parts = [
        {"query": party_document(result.party), **_without_party(result_document(result, place, standings))}
        for place, result in enumerate(results)
    ]
    if len(parts) == 1:
        query = parts[0].pop("query")
        return {**head, "query": query, **tail, **parts[0]}
    return {**head, **tail, "results": parts}


def _without_party(document: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != "party"}


def batch_document(screening: Screening, standings: Mapping[str, Standing] | None = None) -> dict[str, Any]:
    return {
        "schema": BATCH_SCHEMA,
        "id": screening.id,
        "asked_at": iso(screening.asked_at),
        "book": screening.book,
        "demo": screening.demo,
        "engine": screening.engine,
        "threshold": screening.threshold,
        "coverage": [coverage_document(part) for part in screening.coverage],
        **policy_document(screening.policy),
        "results": [result_document(result, place, standings) for place, result in enumerate(screening.results)],
    }


def entity_document(entity: Entity, *, raw: bool) -> dict[str, Any]:
    """A listed entity with every field, and its publisher's record on request."""
    import msgspec

    document: dict[str, Any] = msgspec.to_builtins(entity)
    document["birth_dates"] = [{"date": str(found), "text": found.text} for found in entity.birth_dates]
    if not raw:
        document.pop("raw")
    return {"schema": ENTITY_SCHEMA, **document}


def changes_document(found: Sequence[ListChanges]) -> dict[str, Any]:
    """What changed, list by list; ``from`` is null for a first copy, with which there was nothing to compare."""
    return {"schema": CHANGES_SCHEMA, "lists": [_list_changes(one) for one in found]}


def cross_check_document(check: CrossCheck) -> dict[str, Any]:
    """What ``changes --against`` adds to its list as ``against``: OFAC's own deltas held against the changes found."""
    return {
        "holds": check.holds,
        "agreed": dict(check.agreed),
        "differing": [_difference(one) for one in check.differing],
        "silent": [_difference(one) for one in check.silent],
        "files": list(check.used),
        "outside": list(check.outside),
        "skipped": list(check.skipped),
        "sentences": list(check.sentences),
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {"entity": one.uid, "name": one.name, "publisher": one.theirs, "copies": one.ours, "fields": list(one.fields)}


def _list_changes(changes: ListChanges) -> dict[str, Any]:
    parts = {name: changes.of(name) for name in get_args(ChangeKind)}
    counts = {name: len(found) for name, found in parts.items()} | {"minor_only": changes.minor}
    return {
        "list": changes.list,
        "from": _copy_document(changes.before),
        "to": _copy_document(changes.after),
        "counts": counts,
        "notes": list(changes.notes),
        **{name: [_entity_change(one) for one in found] for name, found in parts.items()},
    }


def _copy_document(copy: Snapshot | None) -> dict[str, Any] | None:
    if copy is None:
        return None
    return {"published": copy.published, "retrieved": iso(copy.retrieved), "sha256": copy.sha256, "entries": copy.entries}


def _entity_change(one: EntityChange) -> dict[str, Any]:
    document: dict[str, Any] = {
        "entity": one.id,
        "name": one.name,
        "names": list(one.names),
        "kind": one.kind,
        "programmes": list(one.programmes),
    }
    if one.formerly:
        document |= {"formerly": one.formerly, "proof": one.proof}
    if one.change in ("changed", "renumbered"):
        document["major"] = one.major
        document["fields"] = [
            {"field": f.field, "change": f.change, "before": f.before, "after": f.after, "major": f.major, "text": str(f)}
            for f in one.fields
        ]
    return document
