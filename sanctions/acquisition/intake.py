"""Accepting a copy: staged, read whole, checked against bounds and the copy before, and only then published.

A refused copy leaves nothing behind, and whatever was current stays so.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sanctions.acquisition import disk, readings
from sanctions.acquisition.moments import count, iso
from sanctions.acquisition.snapshots import RECORD, Snapshot, SnapshotFile, SnapshotStore, encode_snapshot, hash_of_files
from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SourceError, StoreError
from sanctions.readers import format_of
from sanctions.readers.base import ReadReport, Source
from sanctions.version import __version__

SHRUNKEN = 0.70
"""A copy with fewer than this share of the entries or names of the one before it is refused: a cut or filtered list looks just like this.

Our choice: the largest true fall seen on a list of this size (OFAC, the end of a programme) is some 5 %.
"""

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Permissions:
    """Refusals that the user overrides, each for this copy alone."""

    shrunken: bool = False
    older: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A copy brought into a half-written folder of the store, not yet accepted."""

    definition: ListDefinition
    layout: Layout
    folder: Path
    files: tuple[SnapshotFile, ...]
    origin: str

    @property
    def sha256(self) -> str:
        return hash_of_files(self.files)

    @property
    def source(self) -> Source:
        return Source(files={file.name.lower(): self.folder / file.name for file in self.files})


@contextlib.contextmanager
def list_lock(store: SnapshotStore, key: str, wait: float) -> Iterator[None]:
    """Hold a list's lock, and remove what crashed writers left in its folder.

    Waits up to ``wait`` seconds; a dead holder's lock is freed by the system. Raises StoreError if another
    process still holds it, or the home cannot be written.
    """
    with _lock(store.folder(key), wait, f"Another refresh of {key}"):
        yield


@contextlib.contextmanager
def unpacking(store: SnapshotStore, wait: float) -> Iterator[Path]:
    """A folder of the home to unpack a ZIP into, removed afterwards; one process at a time has one. Raises as ``list_lock``."""
    parent = store.home.snapshots
    with _lock(parent, wait, "Another refresh from a ZIP"):
        with disk.writing(parent):
            half = disk.new_half(parent)
        try:
            yield half
        finally:
            disk.remove(half)


@contextlib.contextmanager
def _lock(folder: Path, wait: float, other: str) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(folder / ".lock", timeout=wait)
    with disk.writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout:
            raise StoreError(f"{other} is under way (waited {wait:g} seconds). Try again when it has ended.") from None
    try:
        with disk.writing(folder):
            disk.remove_halves(folder)
        yield
    finally:
        lock.release()


def copy_in(path: Path, place: Path) -> tuple[str, int]:
    """Copy a file to ``place``; returns its SHA-256 and size in bytes. Raises SourceError if it cannot be read."""
    digest, size = hashlib.sha256(), 0
    try:
        source = path.open("rb")
    except OSError as problem:
        raise SourceError(f"{path.name} cannot be read: {problem.strerror}.") from None
    with source as stream, place.open("wb") as target:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return digest.hexdigest(), size


def accept(
    store: SnapshotStore,
    staged: Staged,
    *,
    now: datetime,
    stated: datetime | None = None,
    allowed: Permissions | None = None,
    reading: Callable[[], None] = lambda: None,
) -> Snapshot:
    """Read and check a staged copy, and publish it. Call while holding the list's lock.

    ``stated`` is the moment at which the user says the publisher offered it. Raises SourceError for a copy
    that is refused, StoreError if it cannot be written.
    """
    definition, allowed = staged.definition, allowed or Permissions()
    when = stated or now
    before = store.as_of(definition.key, when)
    if stated is None:
        _check_clock(store, definition.key, now)
    place = readings.reading_place(store.home, definition, staged.layout, staged.sha256)
    with disk.writing(store.home.root), readings.locked(place.parent):
        half = disk.new_half(place.parent)
        try:
            reading()
            read = readings.read_into(half, staged.source, definition, staged.layout, origin=staged.origin)
            overridden = _check(staged, read, before, allowed)
            disk.put_folder(half, place)
        finally:
            disk.remove(half)
        snapshot = replace(_snapshot(staged, read, now=now, stated=stated), allowed=overridden)
        published = _publish(store, staged.folder, snapshot)
        readings.prune(store.home, definition.key, store.history(definition.key)[-readings.KEPT :])
    return published


def _snapshot(staged: Staged, read: readings.Reading, *, now: datetime, stated: datetime | None) -> Snapshot:
    report = read.report
    return Snapshot(
        list=staged.definition.key,
        sha256=staged.sha256,
        format=staged.layout.format,
        files=staged.files,
        retrieved=stated or now,
        loaded=now,
        stated=stated is not None,
        published=report.published,
        entries=report.entries,
        names=read.names,
        declared=report.declared,
        reader_version=format_of(staged.layout.format).version,
        toolkit=__version__,
        origin=staged.origin,
        overlay=staged.definition.overlay,
        missing=_missing(staged, report),
        orphans=dict(report.orphans),
        unread=dict(report.unread),
        problems=report.problem_count,
    )


def _missing(staged: Staged, report: ReadReport) -> tuple[str, ...]:
    """The layout's files that the copy lacks, and whatever else the reader missed."""
    held = {file.name.lower() for file in staged.files}
    lacking = [file.name for file in staged.layout.files if file.name.lower() not in held]
    return (*lacking, *(name for name in report.missing if name.lower() not in {each.lower() for each in lacking}))


def _publish(store: SnapshotStore, half: Path, snapshot: Snapshot) -> Snapshot:
    """Complete the half-written folder and rename it into its place: the one moment at which the copy comes to be."""
    (half / RECORD).write_bytes(encode_snapshot(snapshot))
    place = store.folder(snapshot.list) / snapshot.name
    if not disk.put_folder(half, place):
        raise StoreError(f"There is a copy {snapshot.name} of {snapshot.list} already.")
    for path in place.iterdir():
        with contextlib.suppress(OSError):  # a guard against slips of the hand; some file systems have no such mark
            path.chmod(0o444)
    return replace(snapshot, folder=place)


def _check_clock(store: SnapshotStore, key: str, now: datetime) -> None:
    """A copy retrieved before the newest one would never become current: say so instead."""
    newest = store.current(key)
    if newest and newest.retrieved >= now:
        raise StoreError(
            f"The newest copy of {key} was retrieved at {iso(newest.retrieved)}, but this machine's clock says {iso(now)}. "
            f"Set the clock right; if it was wrong before, remove the folder {newest.folder.name}."
        )


def _check(staged: Staged, read: readings.Reading, before: Snapshot | None, allowed: Permissions) -> tuple[str, ...]:
    """Refuse an implausible copy (SourceError). Returns the names of the refusals that were overridden."""
    _check_count(staged, read.report)
    refusals = {"shrunken": _shrunken(staged, read, before), "older": _older(staged, read.report, before)} if before else {}
    for name, sentence in refusals.items():
        if sentence and not getattr(allowed, name):
            raise SourceError(sentence)
    return tuple(name for name, sentence in refusals.items() if sentence)


def _check_count(staged: Staged, report: ReadReport) -> None:
    definition, found = staged.definition, report.entries
    low, high = definition.bounds.entries
    if not low <= found <= high:
        raise SourceError(
            f"{staged.origin} has {count(found, 'entry', 'entries')}; a copy of {definition.key} has {low:,} to {high:,}. "
            f"It is another list, or cut short."
        )
    # a record that gives no entity (say, without a name) is reported as a problem by its reader
    if report.declared is not None and not found <= report.declared <= found + report.problem_count:
        raise SourceError(
            f"{staged.origin} says that it holds {report.declared:,} records, but {found:,} were found in it: "
            f"it is cut short or altered. Fetch it again."
        )


def _shrunken(staged: Staged, read: readings.Reading, before: Snapshot) -> str | None:
    """Entries and names are both counted: a copy without its file of aliases has every entry and loses half the names."""
    for noun, found, held in (("entries", read.report.entries, before.entries), ("names", read.names, before.names)):
        if found < SHRUNKEN * held:
            return (
                f"{staged.origin} has {found:,} {noun} where the copy before it has {held:,}: the list is shrunken, and refused. "
                f"{_why_shrunken(staged, read.report, before)}, take it with --accept-shrunken."
            )
    return None


def _why_shrunken(staged: Staged, report: ReadReport, before: Snapshot) -> str:
    lacking = [name for name in _missing(staged, report) if name not in before.missing]
    if lacking and before.format == staged.layout.format:
        return f"It lacks {', '.join(lacking)}, which the copy before had: give them too. If they are not to be had"
    return "If the publisher did remove so many"


def _older(staged: Staged, report: ReadReport, before: Snapshot) -> str | None:
    if before.published and report.published and report.published < before.published:
        return (
            f"{staged.origin} was published on {report.published}, the copy held on {before.published}: it is older, and refused. "
            f"Take it with --allow-older, or as history with --retrieved-at."
        )
    return None
