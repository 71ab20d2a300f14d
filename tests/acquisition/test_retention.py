"""Which copies may be dropped, and that nothing that an answer rested on ever is."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from sanctions.acquisition.journal import read_journal
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.retention import plan, prune, used_snapshots
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import ListDefinition
from sanctions.errors import StoreError
from tests.acquisition.samples import towns_csv, write

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
DAYS = (1, 5, 10, 20, 30)


@pytest.fixture
def month(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> SnapshotStore:
    """Copies of 1, 5, 10, 20 and 30 March, of 101, 105, 110, 120 and 130 entries."""
    for day in DAYS:
        then = replace(options, clock=lambda day=day: datetime(2026, 3, day, 9, tzinfo=UTC))
        list(take(store, [towns], write(tmp_path / "t.csv", towns_csv(100 + day)), then, named=True))
    return store


def kept(store: SnapshotStore) -> list[int]:
    return [copy.retrieved.day for copy in store.history("towns")]


CASES = [
    # days to keep → what is left: a copy that was the current one on any of those days stays
    (1, [30]),
    (2, [20, 30]),
    (11, [20, 30]),
    (12, [10, 20, 30]),
    (21, [10, 20, 30]),
    (22, [5, 10, 20, 30]),
    (365, [1, 5, 10, 20, 30]),
]


@pytest.mark.parametrize(("days", "left"), CASES)
def test_what_is_left(days: int, left: list[int], month: SnapshotStore) -> None:
    planned = [verdict.snapshot.retrieved.day for verdict in plan(month, "towns", days, NOW, frozenset()) if not verdict.dropped]
    assert kept(month) == list(DAYS)
    prune(month, "towns", days, NOW, frozenset())
    assert kept(month) == planned == left
    assert list(month.folder("towns").glob(".half-*")) == []
    pruned = [attempt.sha256 for attempt in read_journal(month.folder("towns")) if attempt.outcome == "pruned"]
    assert len(pruned) == len(DAYS) - len(left)
    current = month.current("towns")
    assert current is not None
    assert month.state("towns").confirmed == current.retrieved


def test_what_a_screening_used_stays(month: SnapshotStore) -> None:
    first, second, *_ = month.history("towns")
    used = {"coverage": [{"list": "towns", "sha256": first.sha256}], "notes": ["of no use"]}
    write(month.home.root / "screenings" / "2026.json", json.dumps(used).encode())
    write(month.home.root / "keep.txt", f"{second.sha256[:8]}  # asked for by the regulator\n\n".encode())
    assert used_snapshots(month.home) == {first.sha256}
    whys = [verdict.why for verdict in prune(month, "towns", 1, NOW, used_snapshots(month.home))]
    assert kept(month) == [1, 5, 30]
    assert whys[:2] == ["a recorded screening used it", "named in keep.txt"]
    assert whys[-1] == "the current copy"


UNSURE = {
    "a screening that cannot be read": ("screenings/1.json", b'{"coverage"', "nobody knows which copies it used. Nothing was removed"),
    "a keep file with a slip": ("keep.txt", b"abc123\n", "line 1: 'abc123' is not 8 to 64 digits of a SHA-256. Nothing was removed"),
    "a keep file that is no text": ("keep.txt", b"\xff\xfe\xfa", "Nothing was removed"),
}


@pytest.mark.parametrize("case", UNSURE)
def test_in_doubt_nothing_is_removed(case: str, month: SnapshotStore) -> None:
    name, data, said = UNSURE[case]
    write(month.home.root / name, data)
    with pytest.raises(StoreError, match=said):
        prune(month, "towns", 1, NOW, used_snapshots(month.home))
    assert kept(month) == list(DAYS)


def test_a_copy_that_cannot_be_moved_stays_whole(month: SnapshotStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(13, os.strerror(13))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StoreError, match="this user may not write there"):
        prune(month, "towns", 1, NOW, frozenset())
    monkeypatch.undo()
    for copy in month.history("towns"):
        month.verify(copy)
    assert kept(month) == list(DAYS)


def test_nothing_held(store: SnapshotStore) -> None:
    assert plan(store, "towns", 1, NOW + timedelta(days=1), frozenset()) == []
