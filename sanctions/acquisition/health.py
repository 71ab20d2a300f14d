"""Health of the lists held: is there a copy, was it confirmed lately, is the publisher's own date plausible.

Pure but for reading the store: the present is passed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sanctions.acquisition.journal import ListState
from sanctions.acquisition.moments import age, as_utc, count, iso
from sanctions.acquisition.plausibility import although
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.catalogue import Catalogue, ListDefinition
from sanctions.model import Coverage

CURRENT, STALE, SHRUNKEN, FROZEN, MISSING = "current", "stale", "shrunken", "frozen", "missing"
"""The states, from the best. "shrunken": fewer entries than the list usually has. "frozen": its publisher gave it up; only to look back."""

AHEAD = timedelta(minutes=10)
"""Clocks may differ by so much between the machines that share a home."""


def coverage(
    store: SnapshotStore, catalogue: Catalogue, keys: Iterable[str], now: datetime, as_of: datetime | None = None
) -> tuple[Coverage, ...]:
    """One Coverage a key, in order: the copy that an answer rests on, and its state (see CURRENT and the others).

    With ``as_of`` everything is told as it stood at that moment. Raises UnknownListError for a key that is not defined.
    """
    return tuple(_of_list(store, catalogue[key], as_utc(now), as_of and as_utc(as_of)) for key in keys)


def _of_list(store: SnapshotStore, definition: ListDefinition, now: datetime, as_of: datetime | None) -> Coverage:
    key = definition.key
    snapshot = store.as_of(key, as_of) if as_of else store.current(key)
    state = ListState() if as_of else store.state(key)
    if snapshot is None:
        status: str = MISSING
        note: str | None = _why_missing(definition, state, as_of, now)
    else:
        confirmed = store.confirmed(snapshot, as_of) if as_of else state.confirmed or snapshot.retrieved
        status, reasons = condition(definition, snapshot, confirmed, as_of or now)
        note = "; ".join(reasons + _remarks(definition, snapshot, state)) or None
    return Coverage(
        list=key,
        publisher=definition.publisher,
        title=definition.title,
        status=status,
        published=snapshot.published.isoformat() if snapshot and snapshot.published else None,
        retrieved=snapshot.retrieved if snapshot else None,
        sha256=snapshot.sha256 if snapshot else None,
        entries=snapshot.entries if snapshot else None,
        note=note,
    )


def condition(definition: ListDefinition, snapshot: Snapshot, confirmed: datetime, now: datetime) -> tuple[str, list[str]]:
    """The state of a copy that is held, the gravest first, and every reason for it in words."""
    if definition.frozen(now.date()):
        return FROZEN, [frozen_note(definition)]
    few, old = shrinkage(definition, snapshot), staleness(definition, snapshot, confirmed, now)
    return SHRUNKEN if few else STALE if old else CURRENT, few + old


def frozen_note(definition: ListDefinition) -> str:
    assert definition.frozen_on is not None
    return f"given up by its publisher on {definition.frozen_on}; it serves only to look back"


def shrinkage(definition: ListDefinition, snapshot: Snapshot) -> list[str]:
    """That the copy has fewer entries than the list usually has, in words; empty if it has not."""
    usual = definition.bounds.usual
    if usual is None or snapshot.entries >= usual[0]:
        return []
    return [f"{count(snapshot.entries, 'entry', 'entries')}; this list usually has {usual[0]:,} to {usual[1]:,}"]


def staleness(definition: ListDefinition, snapshot: Snapshot, confirmed: datetime, now: datetime) -> list[str]:
    """Why the copy is stale, in words; empty if it is not."""
    reasons = []
    since = now - confirmed
    if since < -AHEAD:
        reasons.append(f"confirmed at {iso(confirmed)}, which lies ahead: this machine's clock is wrong, or was wrong then")
    if since > timedelta(hours=definition.stale_after_hours):
        reasons.append(f"last confirmed {age(since)} ago, limit {count(definition.stale_after_hours, 'hour')}")
    limit = definition.published_within_days
    if limit is not None and snapshot.published is not None:
        days = (now.date() - snapshot.published).days
        if days > limit:
            expected = f"this publisher is expected within {count(limit, 'day')}"
            reasons.append(f"published {snapshot.published}, {count(days, 'day')} ago: {expected}")
    return reasons


def _remarks(definition: ListDefinition, snapshot: Snapshot, state: ListState) -> list[str]:
    """What does not make a copy stale, but belongs beside it."""
    remarks = [f"last refresh failed: {state.error.rstrip('.')}"] if state.error else []
    if definition.published_within_days is not None and snapshot.published is None:
        remarks.append("the copy does not say when it was published")
    if snapshot.missing:
        remarks.append(f"without {', '.join(snapshot.missing)}")
    if approved := although(snapshot):
        remarks.append(approved)
    if snapshot.stated:
        remarks.append("time of retrieval stated by the user")
    return remarks


def _why_missing(definition: ListDefinition, state: ListState, as_of: datetime | None, now: datetime) -> str:
    key = definition.key
    if as_of is None and definition.frozen(now.date()):
        return frozen_note(definition)
    if as_of:
        return f"no copy retrieved by {as_of:%Y-%m-%d %H:%M} UTC is held"
    if state.error:
        return f"never refreshed; the last attempt failed: {state.error}"
    return f"never refreshed; run 'sanctions refresh {key}{'' if definition.downloadable else ' --from FILE'}'"
