"""An entry in one line, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from sanctions.acquisition.moments import count
from sanctions.ledger.chain import Entry

ENTRY_SCHEMA = "sanctions.ledger.entry/1"


def sentence(entry: Entry) -> str:
    """What the entry says, in one line; bodies of a kind that has no words of its own are named by their subject."""
    words = _WORDS.get(entry.kind)
    return words(entry.content) if words else entry.subject or entry.kind


def line(entry: Entry) -> bytes:
    """The entry as one line of JSON with its body as it was hashed."""
    fields = {
        "seq": entry.seq, "kind": entry.kind, "time": entry.time, "actor": entry.actor, "subject": entry.subject,
        "body": msgspec.Raw(entry.body), "previous": entry.previous, "hash": entry.hash,
    }  # fmt: skip
    return msgspec.json.encode(fields)


def _screening(body: Mapping[str, Any]) -> str:
    counts = body["counts"]
    found = f"{count(counts['hits'], 'hit')}, {counts['recorded']:,} recorded, {counts['rejected']:,} rejected"
    trial = ", a trial of another policy" if (body.get("policy") or {}).get("what_if") else ""
    incomplete = ", incomplete" if (body.get("policy") or {}).get("unmet") else ""
    return (
        f"{body['id']}: {count(counts['parties'], 'party', 'parties')} of {body['book'] or 'the command line'}: {found}{trial}{incomplete}"
    )


def _outcomes(body: Mapping[str, Any]) -> str:
    first = body["first"]
    return f"parties {first + 1:,} to {first + len(body['results']):,}"


def _hit(body: Mapping[str, Any]) -> str:
    hit = body["hit"]
    entity = hit["entity"]
    return f"{hit['comparison']['score']:.4f} {hit['status']}: party {body['party']} and {entity['id']}, {entity['names'][0]['full']}"


def _policy(body: Mapping[str, Any]) -> str:
    digest = f", sha256 {body['sha256'][:12]}" if body["sha256"] else ""
    return f"{body['name']}{digest}: {body['reason']}"


def _pruning(body: Mapping[str, Any]) -> str:
    return f"entries {body['first']:,} to {body['last']:,}, older than {body['before'][:10]}, removed: {body['reason']}"


def _refresh(body: Mapping[str, Any]) -> str:
    return ", ".join(f"{one['key']} {one['status']}" for one in body["lists"])


def _reference(body: Mapping[str, Any]) -> str:
    return f"what reports quote: {', '.join(f'{len(part):,} {name}' for name, part in body.items())}"


def _disposition(body: Mapping[str, Any]) -> str:
    why = ": ".join(filter(None, (body["code"], body["rationale"])))
    waits = ", to be checked by a second person" if body["check"] else ""
    return (
        f"{body['disposition']}: party {body['party']} and {body['entity']}, {body['listed']}, by {body['maker']} on {body['decided_on']}"
        f"{f' ({why})' if why else ''}{waits}; hit {body['key']} of {body['screening']}"
    )


def _approval(body: Mapping[str, Any]) -> str:
    return f"decision {body['decision']:,} {body['verdict']} by {body['checker']}" + (f": {body['note']}" if body["note"] else "")


def _import(body: Mapping[str, Any]) -> str:
    counts = f"{body['recorded']:,} recorded, {body['unchanged']:,} recorded before, {len(body['rejected']):,} rejected"
    return f"{body['file']} of {body['screening'] or 'a list of decisions'}: {counts}"


def _standing(body: Mapping[str, Any]) -> str:
    states = Counter(one["state"] for one in body["hits"])
    return f"what was known of {count(len(body['hits']), 'hit')}: " + ", ".join(f"{number:,} {state}" for state, number in states.items())


def _targets(body: Mapping[str, Any]) -> str:
    return f"the other listings of {count(len(body['listings']), 'target')}"


def _calibration(body: Mapping[str, Any]) -> str:
    meaning = body["meaning"]
    return f"what scores were worth in study {body['study']} was adopted: engine {meaning['engine']}, {', '.join(meaning['lists'])}"


_WORDS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "screening": _screening,
    "outcomes": _outcomes,
    "hit": _hit,
    "policy": _policy,
    "pruning": _pruning,
    "refresh": _refresh,
    "reference": _reference,
    "disposition": _disposition,
    "approval": _approval,
    "import": _import,
    "standing": _standing,
    "targets": _targets,
    "calibration": _calibration,
}
