"""Accepting a copy: staged, read whole, checked against bounds and the copy before, and only then published.

A refused copy is never current, and whatever was current stays so.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sanctions.acquisition import disk, readings
from sanctions.acquisition.moments import iso
from sanctions.acquisition.packed import pack_all
from sanctions.acquisition.plausibility import Before, Copy, Finding, added, findings, removed
from sanctions.acquisition.snapshot_record import RECORD, encode_snapshot, hash_of_files
from sanctions.acquisition.snapshots import Approval, Snapshot, SnapshotFile, SnapshotStore
from sanctions.acquisition.tails import cut_short
from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SanctionsError, SourceError, StoreError
from sanctions.readers import format_of
from sanctions.readers.base import ReadReport, Source
from sanctions.version import __version__

_CHUNK = 1024 * 1024


class Staged(msgspec.Struct, frozen=True, kw_only=True):
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


class RefusedError(SourceError):
    """A staged copy that speaks against itself; it may be kept in quarantine. ``read`` is None if it could not be read at all."""

    def __init__(self, findings: Sequence[Finding], read: readings.Reading | None = None) -> None:
        super().__init__(" ".join(finding.sentence for finding in findings))
        self.findings = tuple(findings)
        self.read = read


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """What a person approved: these kinds of findings, for this copy alone."""

    kinds: frozenset[str]
    approval: Approval


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
    consent: Consent | None = None,
    reading: Callable[[], None] = lambda: None,
) -> Snapshot:
    """Read and check a staged copy, and publish it. Call while holding the list's lock.

    ``stated`` is the moment at which the user says the publisher offered it. Raises RefusedError (a SourceError)
    for a copy that is refused, StoreError if it cannot be written.
    """
    definition, when = staged.definition, stated or now
    held = store.as_of(definition.key, when)
    before = _before(store, held) if held else None
    if stated is None:
        _check_clock(store, definition.key, now)
    place = readings.reading_place(store.home, definition, staged.layout, staged.sha256)
    with disk.writing(store.home.root), readings.locked(place.parent):
        half = disk.new_half(place.parent)
        try:
            reading()
            read = _read(half, staged)
            copy = _copy(staged, read, when)
            allowed = _judge(staged, read, copy, before, consent)
            disk.put_folder(half, place)
        finally:
            disk.remove(half)
        snapshot = replace(
            _snapshot(staged, read, now=now, stated=stated),
            added=added(copy, before),
            removed=removed(copy, before),
            allowed=allowed,
            approval=consent.approval if consent else None,
        )
        published = _publish(store, staged.folder, snapshot)
        history = store.history(definition.key)
        readings.prune(store.home, definition.key, history[-readings.KEPT :])
        pack_all(history[:-1])  # under both locks: nobody reads a copy anew while its files are packed
    return published


def _before(store: SnapshotStore, held: Snapshot) -> Before:
    """The copy before, as today's reader reads it; a damaged one leaves only its recorded figures to be held against."""
    try:
        entities = store.entities(held)
    except SanctionsError:
        return Before(snapshot=held)
    unread = entities.report().get("unread", {})
    return Before(snapshot=held, profile=readings.profile_of(entities), unread=unread, ids=entities.listed_ids())


def _read(half: Path, staged: Staged) -> readings.Reading:
    try:
        return readings.read_into(half, staged.source, staged.definition, staged.layout, origin=staged.origin)
    except SourceError as problem:
        raise RefusedError([Finding(kind="unreadable", sentence=str(problem), final=True)]) from problem


def _copy(staged: Staged, read: readings.Reading, when: datetime) -> Copy:
    return Copy(
        definition=staged.definition,
        origin=staged.origin,
        format=staged.layout.format,
        day=when.date(),
        report=read.report,
        names=read.names,
        profile=read.profile,
        ids=read.listed,
        missing=_missing(staged, read.report),
    )


def _judge(staged: Staged, read: readings.Reading, copy: Copy, before: Before | None, consent: Consent | None) -> tuple[str, ...]:
    """Refuse an implausible copy (RefusedError). Returns the kinds of what spoke against it and was approved."""
    found = [*_cuts(staged, before), *findings(copy, before)]
    kinds = consent.kinds if consent else frozenset()
    if any(finding.final or finding.kind not in kinds for finding in found):
        raise RefusedError(found, read)
    return tuple(dict.fromkeys(finding.kind for finding in found))


def _cuts(staged: Staged, before: Before | None) -> Iterator[Finding]:
    """Text files without their end. One that was approved without its last line break may go on so."""
    delimiter = staged.layout.table.delimiter if staged.layout.table else None
    for file in staged.files:
        cut = cut_short(staged.folder / file.name, delimiter)
        if cut and (cut.certain or not (before and "unended" in before.snapshot.allowed)):
            name = staged.origin if len(staged.files) == 1 else f"{staged.origin}/{file.name}"
            sentence = f"{name} {cut.words}: the copy is cut short, get it from its publisher again."
            yield Finding(kind="cut" if cut.certain else "unended", sentence=sentence, final=cut.certain)


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
