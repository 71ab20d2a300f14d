"""What is still to be decided: every hit without a decision, with its age."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import msgspec

from sanctions.ledger import Ledger
from sanctions.matching.bands import band
from sanctions.review.decisions import Decision, OpenHit, Register
from sanctions.review.memory import Memory, Standing
from sanctions.review.parties import PlacedHit, memory_key, placed_hits


class _StandingBody(msgspec.Struct, frozen=True):
    hits: tuple[Standing, ...]


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """One hit of one screening."""

    screening: str
    seq: int
    at: datetime
    standing: Standing
    elsewhere: tuple[str, ...] = ()
    """The other listings of its target."""
    nth: int = 0
    """Of the hits of one party and target in that screening: a book may have two rows under one id."""


def standings_of(ledger: Ledger, screening: str) -> tuple[Standing, ...]:
    """What was known of each hit on the day of that screening, in the order of the screening's hits.

    A screening that was recorded without (by a program, or before there was a memory) gives hits that are open.
    Raises UsageError if there is no such screening.
    """
    entries = ledger.entries(kind="standing", subject=screening)
    found = tuple(one for entry in entries for one in msgspec.json.decode(entry.body, type=_StandingBody).hits)
    if found:
        return found
    head = next(ledger.entries(kind="screening", subject=screening), None)
    if head and not (head.content["counts"]["hits"] or head.content["counts"]["recorded"]):
        return ()
    recorded = ledger.recorded(screening).screening
    return tuple(
        Standing(
            key=one.key, memory=memory_key(one), party=one.result.party.id, name=one.result.party.name, role=one.hit.role,
            entity=one.hit.entity.id, listed=one.hit.entity.name, score=one.hit.score, band=band(one.hit.score, recorded.policy),
            status=one.hit.status,
        )
        for one in placed_hits(recorded.results)
    )  # fmt: skip


def undecided(ledger: Ledger, now: datetime, *, screening: str | None = None, weak: bool = False) -> list[OpenHit]:
    """Every hit that nobody has decided, whose decision a second person has not agreed to, or that is open again; the oldest first.

    A party and target that several screenings found together count once, in the newest of them, with the age of the
    oldest since they were last settled. Trials of another policy and demonstrations do not count. ``screening`` looks at
    one alone. ``weak`` also counts hits that were recorded without an alert.
    """
    decided = _Decided(ledger, Register.of(ledger), now)
    open_hits: dict[tuple[str, str, int], OpenHit] = {}
    for found in _found(ledger, screening):
        standing = found.standing
        key = standing.memory, standing.entity, found.nth
        if standing.status != "alert" and not weak:
            continue
        state, decision = decided.state_of(found)
        if state in _SETTLED:
            open_hits.pop(key, None)
            continue
        first = open_hits[key].found if key in open_hits else found.at
        open_hits[key] = _open_hit(found, first, now, state, decision)
    return sorted(open_hits.values(), key=lambda one: (one.found, -one.score))


_SETTLED = ("cleared", "decided")


class _Decided:
    """What has become of hits of past screenings by now."""

    def __init__(self, ledger: Ledger, register: Register, now: datetime) -> None:
        self._ledger = ledger
        self._now = now
        self._register = register
        self._by_seq = {one.seq: one for one in register.decisions}
        self._latest = {(one.memory, one.body.entity): one for one in register.decisions}
        self._screenings: dict[str, tuple[Memory, dict[str, PlacedHit]]] = {}

    def state_of(self, found: _Found) -> tuple[str, Decision | None]:
        """The state of a hit, and the decision that it rests on: the last one of its party and target."""
        standing = found.standing
        own = self._latest.get((standing.memory, standing.entity))
        of_hit = self._register.of_hit(found.screening, standing.key)
        if own and of_hit and own.body.screening == found.screening:
            own = of_hit
        if own and own.seq > found.seq:
            return self._later(found, own, None)
        siblings = [self._latest[key] for other in found.elsewhere if (key := (standing.memory, other)) in self._latest]
        since = [one for one in siblings if one.seq > found.seq]
        if own is None and since and all(one.clears for one in siblings):
            return self._later(found, since[-1], "the same target")
        before = self._by_seq.get(standing.decision or 0)
        if before and before.state != "in force":
            return before.state, before
        if before and standing.state == "cleared" and self._overdue(before):
            return "re-opened", before
        if before and standing.state in ("awaiting", "returned"):  # the second person has agreed since
            return self._later(found, before, standing.same)
        return standing.state, before

    def _later(self, found: _Found, decision: Decision, same: str | None) -> tuple[str, Decision]:
        """What a decision says of a hit that was found before it was made: of its own hit all, of another the memory decides."""
        body = decision.body
        if (body.screening, body.key) == (found.screening, found.standing.key):
            if decision.clears and self._overdue(decision):
                return "re-opened", decision
            return (decision.state if decision.state != "in force" else "cleared" if decision.clears else "decided"), decision
        memory, placed = self._screening(found.screening)
        return memory.judged(found.standing, placed[found.standing.key], decision, same).state, decision

    def _overdue(self, decision: Decision) -> bool:
        return decision.body.review_on is not None and decision.body.review_on < self._now.date()

    def _screening(self, id: str) -> tuple[Memory, dict[str, PlacedHit]]:
        if id not in self._screenings:
            screening = self._ledger.recorded(id).screening
            memory = Memory(self._ledger, self._now.date(), screening.engine)
            self._screenings[id] = memory, {one.key: one for one in placed_hits(screening.results)}
        return self._screenings[id]


def _found(ledger: Ledger, screening: str | None) -> Iterator[_Found]:
    for entry in list(ledger.entries(kind="screening", subject=screening)):
        content = entry.content
        if content["demo"] or (content["policy"] or {}).get("what_if"):
            continue
        at = datetime.fromisoformat(entry.time)
        listings = ledger.listings(entry.subject)
        seen: Counter[tuple[str, str]] = Counter()
        for standing in standings_of(ledger, entry.subject):
            elsewhere = tuple(other.id for other in listings.get(standing.entity, ()))
            pair = standing.memory, standing.entity
            yield _Found(screening=entry.subject, seq=entry.seq, at=at, standing=standing, elsewhere=elsewhere, nth=seen[pair])
            seen[pair] += 1


def _open_hit(found: _Found, first: datetime, now: datetime, state: str, decision: Decision | None) -> OpenHit:
    one = found.standing
    return OpenHit(
        screening=found.screening, key=one.key, memory=one.memory, party=one.party, name=one.name, role=one.role, entity=one.entity,
        listed=one.listed, score=one.score, band=one.band, status=one.status, found=first, age=(now - first).days,
        state=state, decision=decision,
    )  # fmt: skip
