"""Which lists are due: by their cadence, a little early, and sooner after a failure."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from sanctions.acquisition.due import download_due
from sanctions.acquisition.refresh import Options, Outcome, download
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import ListDefinition
from tests.acquisition.conftest import Clock
from tests.acquisition.samples import TOWNS, towns_csv, write
from tests.servers import Publisher, send


def fetch(store: SnapshotStore, definition: ListDefinition, options: Options) -> Outcome:
    [outcome] = download_due(store, [definition], options, download)
    return outcome


@pytest.mark.parametrize(
    ("hours", "status"),
    [(0, "waiting"), (12, "waiting"), (22.9, "waiting"), (23.1, "unchanged"), (24, "unchanged"), (100, "unchanged"), (-5, "failed")],
)
def test_due_by_cadence(
    hours: float, status: str, store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock
) -> None:
    """A list of 24 hours' cadence, so long after its last success; a clock set back is a failure, and not silence."""
    server.play("/towns.csv", send(TOWNS))
    assert fetch(store, online, options).status == "refreshed"
    clock.pass_time(hours=hours)
    outcome = fetch(store, online, options)
    assert outcome.status == status
    assert server.asked("/towns.csv") == (1 if status == "waiting" else 2)
    if status == "waiting":
        assert outcome.sentence == "not due before 2026-03-02T08:00:02Z."
        assert outcome.held == store.current("towns")


def test_due_again_after_a_failure(store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock) -> None:
    """An eighth of 24 hours later; without any copy at once."""
    server.play("/towns.csv", send(b"", status=404))
    assert [fetch(store, online, options).status for _ in range(2)] == ["failed", "failed"]
    server.play("/towns.csv", send(TOWNS))
    assert fetch(store, online, options).status == "refreshed"
    server.play("/towns.csv", send(b"", status=404))
    list(download(store, [online], options))
    assert fetch(store, online, options).status == "waiting"
    clock.pass_time(hours=2.5)
    assert fetch(store, online, options).status == "waiting"
    clock.pass_time(hours=0.4)
    assert fetch(store, online, options).status == "failed"
    clock.pass_time(hours=3)
    server.play("/towns.csv", send(TOWNS))
    assert fetch(store, online, options).status == "unchanged"
    assert fetch(store, online, options).status == "waiting"


def test_a_copy_of_the_past_does_not_keep_a_list_from_being_due(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock, tmp_path: Path
) -> None:
    past = replace(options, stated=clock() - timedelta(days=400))
    [taken] = take(store, [online], write(tmp_path / "towns.csv", towns_csv(9, published="2025-01-05")), past, named=True)
    assert taken.status == "refreshed"
    server.play("/towns.csv", send(TOWNS))
    assert fetch(store, online, options).status == "refreshed"
    assert fetch(store, online, options).status == "waiting"
