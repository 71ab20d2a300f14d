"""Copies that are no longer current are kept packed: the same bytes, the same answers, whatever moment a crash chose."""

from __future__ import annotations

import errno
import gzip
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sanctions.acquisition import packed
from sanctions.acquisition.changes_choice import changes_of
from sanctions.acquisition.refresh import Options, download
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import ListDefinition
from sanctions.errors import StoreError
from tests.acquisition.conftest import Clock
from tests.acquisition.samples import TOWNS, towns_csv, write
from tests.servers import Publisher, unless_known


@pytest.fixture(autouse=True)
def pack_small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LEAST", 1)


def taken(store: SnapshotStore, definition: ListDefinition, options: Options, path: Path, data: bytes) -> Snapshot:
    [outcome] = take(store, [definition], write(path, data), options, named=True)
    assert outcome.snapshot is not None, outcome.sentence
    return outcome.snapshot


@pytest.fixture
def two(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> tuple[Snapshot, Snapshot]:
    """Two copies, of 10 and of 12 towns."""
    first, second = (taken(store, towns, options, tmp_path / f"{count}.csv", towns_csv(count)) for count in (10, 12))
    return first, second


def names(store: SnapshotStore, copy: Snapshot) -> list[str]:
    """The entities, read from the copy's files and not from the reading kept."""
    shutil.rmtree(store.home.readings)
    return [entity.name for entity in store.entities(copy)]


def test_only_what_is_no_longer_current_is_packed(two: tuple[Snapshot, Snapshot], store: SnapshotStore) -> None:
    first, second = two
    (file,) = first.files
    assert {path.name for path in first.folder.iterdir()} == {"towns.csv.gz", "snapshot.json"}
    assert {path.name for path in second.folder.iterdir()} == {"towns.csv", "snapshot.json"}
    assert gzip.decompress(first.packed(file).read_bytes()) == towns_csv(10)
    assert oct(first.packed(file).stat().st_mode)[-3:] == "444"
    for copy, count in ((first, 10), (second, 12)):
        store.verify(copy)
        assert len(names(store, copy)) == count
    assert len(changes_of(store, "towns").of("added")) == 2


def as_it_was(copy: Snapshot, plain: Path, gz: Path) -> None:
    return


def both(copy: Snapshot, plain: Path, gz: Path) -> None:
    plain.write_bytes(gzip.decompress(gz.read_bytes()))


def before_the_rename(copy: Snapshot, plain: Path, gz: Path) -> None:
    both(copy, plain, gz)
    half = gz.read_bytes()[:20]
    gz.unlink()
    (copy.folder / ".half-towns.csv").write_bytes(half)


@pytest.mark.parametrize("crash", [as_it_was, both, before_the_rename])
def test_a_crash_at_any_moment_of_packing_loses_nothing(
    crash: Callable[[Snapshot, Path, Path], None],
    two: tuple[Snapshot, Snapshot],
    store: SnapshotStore,
    towns: ListDefinition,
    options: Options,
    tmp_path: Path,
) -> None:
    first, _ = two
    crash(first, first.path(first.files[0]), first.packed(first.files[0]))
    store.verify(first)
    assert len(names(store, first)) == 10
    taken(store, towns, options, tmp_path / "next.csv", towns_csv(13))
    assert {path.name for path in first.folder.iterdir()} == {"towns.csv.gz", "snapshot.json"}
    store.verify(first)


def test_a_full_disk_leaves_the_file_as_it_is(
    store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: gzip.GzipFile, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    first = taken(store, towns, options, tmp_path / "a.csv", TOWNS)
    with monkeypatch.context() as patch:
        patch.setattr(gzip.GzipFile, "write", full)
        taken(store, towns, options, tmp_path / "b.csv", towns_csv(11))
    assert {path.name for path in first.folder.iterdir()} == {"towns.csv", "snapshot.json"}
    taken(store, towns, options, tmp_path / "c.csv", towns_csv(12))
    assert {path.name for path in first.folder.iterdir()} == {"towns.csv.gz", "snapshot.json"}


def test_damage_is_found_in_packed_files_and_damaged_files_are_not_packed(
    two: tuple[Snapshot, Snapshot], store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path
) -> None:
    first, second = two
    gz, plain = first.packed(first.files[0]), second.path(second.files[0])
    for place, data in ((gz, gz.read_bytes()[:-5]), (plain, plain.read_bytes() + b"x")):
        place.chmod(0o644)
        place.write_bytes(data)
    with pytest.raises(StoreError, match=r"towns\.csv cannot be read"):
        store.verify(first)
    taken(store, towns, options, tmp_path / "next.csv", towns_csv(13))
    assert plain.exists()
    with pytest.raises(StoreError, match="is not as it was fetched"):
        store.verify(second)


def test_a_packed_copy_that_is_current_again_is_confirmed(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock, tmp_path: Path
) -> None:
    """Somebody removed the newer copy by hand; the publisher then says that nothing has changed."""
    server.play("/towns.csv", unless_known(TOWNS, '"1"'))
    [outcome] = download(store, [online], options)
    newer = taken(store, online, options, tmp_path / "b.csv", towns_csv(11))
    shutil.rmtree(newer.folder)
    clock.pass_time(hours=30)
    [outcome] = download(store, [online], options)
    assert outcome.status == "unchanged"
    held = store.current("towns")
    assert held is not None
    assert held.packed(held.files[0]).exists()
    confirmed = store.state("towns").confirmed
    assert confirmed is not None
    assert clock.now - confirmed < timedelta(minutes=1)
