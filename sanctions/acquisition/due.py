"""When a list is due: its definition's cadence after the last success, an eighth of it after a failure, at once without a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from sanctions.acquisition.moments import iso
from sanctions.acquisition.refresh import Options, Outcome
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.catalogue import ListDefinition

SLACK = 0.1
"""A list is due this share of its cadence early (an hour at most): a timer that runs a second early must not skip a day."""


AGAIN = 8
"""After a failure a list is due again after this part of its cadence: a refused copy of 127 MB must not be fetched every hour."""


def due_at(definition: ListDefinition, store: SnapshotStore) -> datetime | None:
    """The moment from which the list is due; None if it is due whatever the time, since there is no copy of it.

    A copy of the past that was taken from a file counts from when its publisher offered it, and not from when it was taken.
    """
    state, cadence = store.state(definition.key), timedelta(hours=definition.cadence_hours)
    if store.current(definition.key) is None or state.attempted is None:
        return None
    succeeded = min(filter(None, (state.succeeded or state.attempted, state.confirmed)))
    since, span = (state.attempted, cadence / AGAIN) if state.error else (succeeded, cadence)
    return since + span - min(span * SLACK, timedelta(hours=1))


def download_due(
    store: SnapshotStore,
    definitions: Iterable[ListDefinition],
    options: Options,
    download: Callable[[SnapshotStore, Iterable[ListDefinition], Options], Iterator[Outcome]],
) -> Iterator[Outcome]:
    """Download the lists that are due; for each other one an outcome "waiting" that says until when. In order.

    A last attempt that lies in the future is a clock that was wrong then: such a list is due.
    """
    for definition in definitions:
        now, then = options.clock(), due_at(definition, store)
        attempted = store.state(definition.key).attempted
        if then is None or now >= then or (attempted and attempted > now):
            yield from download(store, [definition], options)
        else:
            held = store.current(definition.key)
            yield Outcome(list=definition.key, status="waiting", held=held, sentence=f"not due before {iso(then)}.")
