"""Health of the lists held: is there a copy, was it confirmed lately, is the publisher's own date plausible.

Pure but for reading the store: the present is passed in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sanctions.acquisition.journal import ListState
from sanctions.acquisition.moments import age, as_utc, count
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.catalogue import Catalogue, ListDefinition
from sanctions.model import Coverage

CURRENT, STALE, MISSING = "current", "stale", "missing"


def coverage(
    store: SnapshotStore, catalogue: Catalogue, keys: Iterable[str], now: datetime, as_of: datetime | None = None
) -> tuple[Coverage, ...]:
    """One Coverage a key, in order: the copy that an answer rests on, and whether it is current, stale or missing.

    With ``as_of`` everything is told as it stood at that moment. Raises UnknownListError for a key that is not defined.
    """
    return tuple(_of_list(store, catalogue[key], as_utc(now), as_of and as_utc(as_of)) for key in keys)


def _of_list(store: SnapshotStore, definition: ListDefinition, now: datetime, as_of: datetime | None) -> Coverage:
    key = definition.key
    snapshot = store.as_of(key, as_of) if as_of else store.current(key)
    state = ListState() if as_of else store.state(key)
    if snapshot is None:
        status: str = MISSING
        note: str | None = _why_missing(key, state, as_of)
    else:
        confirmed = store.confirmed(snapshot, as_of) if as_of else state.confirmed or snapshot.retrieved
        reasons = staleness(definition, snapshot, confirmed, as_of or now)
        status = STALE if reasons else CURRENT
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


def staleness(definition: ListDefinition, snapshot: Snapshot, confirmed: datetime, now: datetime) -> list[str]:
    """Why the copy is stale, in words; empty if it is not."""
    reasons = []
    since = now - confirmed
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
    if snapshot.allowed:
        remarks.append(f"taken although {' and '.join(snapshot.allowed)}")
    if snapshot.stated:
        remarks.append("time of retrieval stated by the user")
    return remarks


def _why_missing(key: str, state: ListState, as_of: datetime | None) -> str:
    if as_of:
        return f"no copy retrieved by {as_of:%Y-%m-%d %H:%M} UTC is held"
    if state.error:
        return f"never refreshed; the last attempt failed: {state.error}"
    return f"never refreshed; run 'sanctions refresh {key}'"
