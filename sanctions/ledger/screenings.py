"""A screening as entries of the ledger, and back.

One ``screening`` entry holds the question and what it was answered from; ``outcomes`` entries hold the parties, some
hundreds each, with what became of them; one ``hit`` entry a hit holds the comparison and the listed entity as it was
compared; ``targets`` entries hold the other listings of the hits' targets, and ``standing`` entries what earlier decisions
said of the hits on that day. They stand one after the other, recorded together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from sanctions.ledger.chain import Entry
from sanctions.ledger.keys import Keyed
from sanctions.model import Entity, Hit, Result, Screening

SCHEMA = "sanctions.ledger.screening/1"
_PARTIES = 500
"""How many parties an ``outcomes`` entry holds: enough to compress well, few enough to read one."""
_TARGETS = 100


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """One line about a screening that was recorded."""

    id: str
    seq: int
    time: str
    actor: str
    book: str | None
    threshold: float
    parties: int
    rejected: int
    hits: int
    recorded: int
    keyed: bool


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """A screening read back, with what its report is made from beside it. ``time`` is when it was recorded."""

    screening: Screening
    time: datetime
    actor: str
    keyed: bool
    notes: Any = None
    reference: Any = None


def drafts_of(screening: Screening, notes: Mapping[str, Any] | None, keyed: Keyed | None) -> tuple[dict[str, Any], list[tuple[str, Any]]]:
    """The head of a screening, which may still be added to, and the ``(kind, body)`` of the entries after it."""
    results = screening.results
    shown = tuple(map(keyed.result, results)) if keyed else results
    head = {
        "schema": SCHEMA,
        **{name: getattr(screening, name) for name in screening.__struct_fields__ if name != "results"},
        "counts": {
            "parties": len(results),
            "rejected": sum(bool(result.rejected) for result in results),
            "hits": sum(len(result.hits) for result in results),
            "recorded": sum(len(result.recorded) for result in results),
        },
        "notes": notes,
        "keyed": keyed is not None,
    }
    if keyed:
        known = keyed.names_of(results)
        head["command"] = keyed.text(screening.command, known) if screening.command else None
        head["notes"] = {**notes, "warnings": [keyed.text(text, known) for text in notes.get("warnings", ())]} if notes else None
    return head, [*_outcomes(shown), *_hits(shown)]


def _outcomes(results: tuple[Result, ...]) -> Iterator[tuple[str, Any]]:
    for start in range(0, len(results), _PARTIES):
        part = results[start : start + _PARTIES]
        bare = [replace(result, hits=(), recorded=()) for result in part]
        counts = [[len(result.hits), len(result.recorded)] for result in part]
        yield "outcomes", {"first": start, "results": bare, "hits": counts}


def _hits(results: tuple[Result, ...]) -> Iterator[tuple[str, Any]]:
    for number, result in enumerate(results):
        for place in ("hits", "recorded"):
            for hit in getattr(result, place):
                yield "hit", {"place": number, "in": place, "party": result.party.id, "hit": hit}


class _HitBody(msgspec.Struct, frozen=True, rename={"kept": "in"}):
    place: int
    kept: str
    hit: Hit


class _OutcomesBody(msgspec.Struct, frozen=True):
    first: int
    results: tuple[Result, ...]


Listings = Mapping[str, tuple[Entity, ...]]
"""The id of a hit's entity → the other listings of the same target, as they were that day."""


class _TargetsBody(msgspec.Struct, frozen=True):
    listings: dict[str, tuple[str, ...]]
    entities: tuple[Entity, ...]


def targets_of(listings: Listings) -> Iterator[tuple[str, Any]]:
    """The ``targets`` entries, some hundred targets each; an entity that several name stands once in an entry."""
    told = list(listings.items())
    for start in range(0, len(told), _TARGETS):
        part = dict(told[start : start + _TARGETS])
        entities = {entity.id: entity for others in part.values() for entity in others}
        named = {id: tuple(entity.id for entity in others) for id, others in part.items()}
        yield "targets", _TargetsBody(listings=named, entities=tuple(entities.values()))


def standing_of(standings: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """The ``standing`` entries, some hundred hits each."""
    for start in range(0, len(standings), _PARTIES):
        yield "standing", {"hits": standings[start : start + _PARTIES]}


def listings_of(entries: Iterable[Entry]) -> dict[str, tuple[Entity, ...]]:
    """The inverse of ``targets_of``."""
    found: dict[str, tuple[Entity, ...]] = {}
    for entry in entries:
        body = msgspec.json.decode(entry.body, type=_TargetsBody)
        by_id = {entity.id: entity for entity in body.entities}
        found |= {id: tuple(by_id[other] for other in others) for id, others in body.listings.items()}
    return found


def hit_of(entry: Entry) -> Hit:
    """The hit of a ``hit`` entry."""
    return msgspec.json.decode(entry.body, type=_HitBody).hit


def summary_of(entry: Entry) -> Summary:
    content = entry.content
    return Summary(
        id=entry.subject,
        seq=entry.seq,
        time=entry.time,
        actor=entry.actor,
        book=content["book"],
        threshold=content["threshold"],
        keyed=content["keyed"],
        **content["counts"],
    )


def recorded_of(head: Entry, outcomes: Iterable[Entry], hit_entries: Iterable[Entry], reference: Any) -> Recorded:
    """The screening made anew from its entries."""
    content = head.content
    found: dict[tuple[int, str], list[Hit]] = {}
    for entry in hit_entries:
        body = msgspec.json.decode(entry.body, type=_HitBody)
        found.setdefault((body.place, body.kept), []).append(body.hit)
    results = []
    for entry in outcomes:
        part = msgspec.json.decode(entry.body, type=_OutcomesBody)
        for number, bare in enumerate(part.results, start=part.first):
            hits, recorded = (tuple(found.get((number, place), ())) for place in ("hits", "recorded"))
            results.append(replace(bare, hits=hits, recorded=recorded))
    given = {name: content[name] for name in Screening.__struct_fields__ if name != "results" and name in content}
    screening = replace(msgspec.convert({**given, "results": ()}, type=Screening), results=tuple(results))
    return Recorded(
        screening=screening,
        time=datetime.fromisoformat(head.time),
        actor=head.actor,
        keyed=content["keyed"],
        notes=content["notes"],
        reference=reference,
    )
