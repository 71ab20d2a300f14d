"""Full disks, killed processes, two at once: every copy held before answers as before, and the next refresh succeeds."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock
from msgspec.structs import replace

from sanctions.acquisition import disk, journal
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import ListDefinition
from sanctions.errors import StoreError
from tests.acquisition.samples import towns_csv, write

KILLS = int(os.environ.get("SANCTIONS_TEST_KILLS", "20"))

STEPS = {
    "a full disk": (errno.ENOSPC, "there is no space left on the disk. Free some space"),
    "a read-only disk": (errno.EROFS, "the disk is read-only. Give another home"),
    "a folder of somebody else": (errno.EACCES, "this user may not write there"),
    "an input/output error": (errno.EIO, "Input/output error"),
}


class FailingDisk:
    """Lets ``after`` operations through, then fails all others with an errno, as a full disk does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: int, after: int) -> None:
        self.code, self.left = code, after
        self.failed = False
        for name in ("sync_file", "sync_folder", "new_half"):
            monkeypatch.setattr(disk, name, self._guarded(getattr(disk, name)))
        monkeypatch.setattr(journal, "append_line", self._guarded(journal.append_line))
        monkeypatch.setattr(journal, "put_file", self._guarded(journal.put_file))

    def _guarded(self, function):  # type: ignore[no-untyped-def]  # passes any function's arguments on
        def guarded(*arguments):  # type: ignore[no-untyped-def]  # passes any function's arguments on
            if self.left == 0:
                self.failed = True
                raise OSError(self.code, os.strerror(self.code))
            self.left -= 1
            return function(*arguments)

        return guarded


@pytest.mark.parametrize("trouble", STEPS)
def test_the_disk_fails_at_any_step(
    trouble: str, store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails at the first step, then at the second, and so on until a refresh goes through."""
    code, said = STEPS[trouble]
    take_copy(store, towns, write(tmp_path / "old.csv"), options)
    new = write(tmp_path / "new.csv", towns_csv(12))
    steps = 0
    while True:
        with monkeypatch.context() as patch:
            failing = FailingDisk(patch, code, steps)
            [outcome] = take(store, [towns], new, options, named=True)
        answers(store)
        if not failing.failed:
            break
        if outcome.status == "failed":
            assert said in str(outcome.sentence)
            assert "Every copy held before is unchanged." in str(outcome.sentence)
        steps += 1
    assert steps > 10
    current = store.current("towns")
    assert current is not None
    assert current.entries == 12
    assert list(store.home.root.rglob(".half-*")) == []


def take_copy(store: SnapshotStore, towns: ListDefinition, path: Path, options: Options) -> Snapshot:
    [outcome] = take(store, [towns], path, options, named=True)
    assert outcome.snapshot is not None, outcome.sentence
    return outcome.snapshot


def answers(store: SnapshotStore) -> int:
    """Check that every copy held is as it was fetched and answers; returns how many there are."""
    copies = store.history("towns")
    for copy in copies:
        store.verify(copy)
    for copy in copies[-2:]:
        assert len(store.entities(copy)) == copy.entries
    store.state("towns")
    return len(copies)


def test_a_home_that_is_a_file(towns: ListDefinition, store: SnapshotStore, options: Options, tmp_path: Path) -> None:
    write(store.home.root, b"not a folder")
    [outcome] = take(store, [towns], write(tmp_path / "towns.csv"), options, named=True)
    assert "a part of that path is a file and not a folder" in str(outcome.sentence)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere; the same is tested with a failing disk"
)
def test_a_read_only_home(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> None:
    take_copy(store, towns, write(tmp_path / "old.csv"), options)
    folders = [store.home.root, *(path for path in store.home.root.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        [outcome] = take(store, [towns], write(tmp_path / "new.csv", towns_csv(12)), options, named=True)
        assert "this user may not write there" in str(outcome.sentence)
        assert answers(store) == 1
    finally:
        for folder in folders:
            folder.chmod(0o755)


LOOP = """
import itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import Catalogue
from sanctions.home import Home
from tests.acquisition.samples import towns_definition
home, *copies = map(Path, sys.argv[1:])
towns = towns_definition()
store = SnapshotStore(Home(home), Catalogue({"towns": towns}))
options = Options(clock=lambda: datetime.now(UTC))
for path in itertools.cycle(copies):
    [outcome] = take(store, [towns], path, options, named=True)
    assert outcome.status in {"refreshed", "unchanged"}, outcome.sentence
    print("done", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
@pytest.mark.timeout(1800)
def test_kill_9_at_any_moment(store: SnapshotStore, tmp_path: Path) -> None:
    """A process that refreshes without pause is killed at random moments; nothing that it had finished is ever lost."""
    copies = [str(write(tmp_path / f"{count}.csv", towns_csv(count))) for count in (100, 110)]
    chance = random.Random(20260301)
    held = 0
    for _ in range(KILLS):
        worker = subprocess.Popen([sys.executable, "-c", LOOP, str(store.home.root), *copies], stdout=subprocess.PIPE)
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"done\n"
        time.sleep(chance.uniform(0, 0.06))
        worker.kill()
        finished = 1 + worker.stdout.read().count(b"done\n")
        worker.stdout.close()
        assert worker.wait() == -signal.SIGKILL
        now = answers(store)
        assert held + finished - 1 <= now <= held + finished + 1
        held = now
    worker = subprocess.Popen([sys.executable, "-c", LOOP, str(store.home.root), *copies], stdout=subprocess.PIPE)
    assert worker.stdout is not None
    worker.stdout.readline()
    worker.stdout.readline()
    worker.kill()
    worker.stdout.close()
    worker.wait()
    assert len(list(store.home.root.rglob(".half-*"))) <= 2  # no more than the last one's own


def test_another_refresh_under_way(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> None:
    take_copy(store, towns, write(tmp_path / "old.csv"), options)
    with FileLock(store.folder("towns") / ".lock"):
        [outcome] = take(store, [towns], write(tmp_path / "new.csv", towns_csv(11)), options, named=True)
        assert str(outcome.sentence) == "Another refresh of towns is under way (waited 0.2 seconds). Try again when it has ended."
        assert answers(store) == 1
    assert store.state("towns").error is None
    assert take_copy(store, towns, tmp_path / "new.csv", options).entries == 11


def test_two_processes_at_once_take_turns(store: SnapshotStore, tmp_path: Path) -> None:
    copies = [str(write(tmp_path / f"{count}.csv", towns_csv(count))) for count in (100, 110)]
    workers = [subprocess.Popen([sys.executable, "-c", LOOP, str(store.home.root), copy], stdout=subprocess.PIPE) for copy in copies]
    try:
        for worker in workers:
            assert worker.stdout is not None
            assert [worker.stdout.readline() for _ in range(5)] == [b"done\n"] * 5
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
            assert worker.stdout is not None
            worker.stdout.close()
    assert answers(store) >= 2


def test_a_reading_that_cannot_be_written_is_a_sentence(
    store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = take_copy(store, towns, write(tmp_path / "towns.csv"), options)
    disk.remove(store.home.readings)
    FailingDisk(monkeypatch, errno.ENOSPC, 0)
    with pytest.raises(StoreError, match="no space left on the disk"):
        store.entities(copy)


def test_a_journal_line_cut_short_is_passed_over(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> None:
    first = take_copy(store, towns, write(tmp_path / "towns.csv"), options)
    with (store.folder("towns") / "journal.jsonl").open("ab") as stream:
        stream.write(b'{"at":"2026-03-01T')
    (store.folder("towns") / "state.json").write_bytes(b"")
    assert store.state("towns").confirmed == first.retrieved
    take_copy(store, towns, tmp_path / "towns.csv", replace(options))
    attempts = list(journal.read_journal(store.folder("towns")))
    assert [attempt.outcome for attempt in attempts] == ["refreshed", "unchanged"]
    assert store.state("towns").confirmed == attempts[-1].at
