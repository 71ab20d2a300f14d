"""From a snapshot to its stored reading: opened if it is there and of today's reader, made anew otherwise.

home/readings/<list>/<sha256, 16 digits>-r<reader version>-<store schema>-<definition, 8 digits>/

The last part is a digest of what the definition tells the reader, so that an edited column table reads anew.
Nothing under ``readings`` is evidence: the folder can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from sanctions.acquisition import disk
from sanctions.acquisition.entities import SCHEMA, EntityStore, EntityWriter
from sanctions.acquisition.profile import Profile, Profiler
from sanctions.acquisition.snapshot_record import Snapshot, verify
from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SanctionsError, SourceError, StoreError
from sanctions.home import Home
from sanctions.readers import format_of
from sanctions.readers.base import ReadReport, Source
from sanctions.version import __version__

VERSIONS = "versions.json"
KEPT = 3
"""Readings of this many of the newest snapshots are kept; older ones are made anew when asked for."""

LOCK = ".lock"
LOCK_WAIT = 600.0
"""How long, in seconds, to wait for another process that is making the same reading."""


def open_reading(home: Home, snapshot: Snapshot, definition: ListDefinition) -> EntityStore:
    """The entities of a snapshot. Opening a reading that is there imports no parser and needs no writable disk.

    Raises StoreError if the snapshot's files are not as fetched or the reading cannot be written.
    """
    layout = layout_of(snapshot, definition)
    place = reading_place(home, definition, layout, snapshot.sha256)
    try:
        return EntityStore(place)
    except StoreError:
        return _rebuild(home, snapshot, definition, layout, place)


def layout_of(snapshot: Snapshot, definition: ListDefinition) -> Layout:
    """The layout of the definition that a snapshot's files are in."""
    names = {file.name.lower() for file in snapshot.files}
    for layout in definition.layouts:
        if layout.format == snapshot.format and names <= {file.name.lower() for file in layout.files}:
            return layout
    raise StoreError(
        f"The copy {snapshot.folder.name} of {snapshot.list} is in the format {snapshot.format!r}, which its definition no longer has. "
        f"Run 'sanctions refresh {snapshot.list}', or restore the definition."
    )


def reading_place(home: Home, definition: ListDefinition, layout: Layout, sha256: str) -> Path:
    """Where today's reading of a snapshot of that hash stands, or would stand."""
    told = msgspec.json.encode([layout, definition.copies, definition.ignore, definition.entity_url])
    digest = hashlib.sha256(told).hexdigest()[:8]
    version = reader_version(home, layout.format)
    return home.readings / definition.key / f"{sha256[:16]}-r{version}-{SCHEMA}-{digest}"


def reader_version(home: Home, format_key: str) -> int:
    """The version of a format's reader, without importing it (and its parser) if its file is as it was last time."""
    from sanctions.readers import _MODULES

    path = Path(__file__).parent.parent / "readers" / f"{_MODULES.get(format_key, format_key)}.py"
    if not path.is_file():
        return format_of(format_key).version
    facts = path.stat()
    stamp = f"{__version__}:{path}:{facts.st_size}:{facts.st_mtime_ns}"
    known = _known_versions(home)
    if format_key in known and known[format_key].stamp == stamp:
        return known[format_key].version
    version = format_of(format_key).version
    with contextlib.suppress(OSError):  # a read-only home answers all the same, only slower
        disk.put_file(home.readings / VERSIONS, msgspec.json.encode({**known, format_key: _Known(stamp=stamp, version=version)}))
    return version


class _Known(msgspec.Struct, frozen=True):
    stamp: str
    version: int


def _known_versions(home: Home) -> dict[str, _Known]:
    try:
        return msgspec.json.decode((home.readings / VERSIONS).read_bytes(), type=dict[str, _Known])
    except (OSError, msgspec.DecodeError):
        return {}


def _rebuild(home: Home, snapshot: Snapshot, definition: ListDefinition, layout: Layout, place: Path) -> EntityStore:
    from sanctions.acquisition.packed import as_fetched

    with disk.writing(home.readings), locked(place.parent):
        try:
            return EntityStore(place)  # another process made it while this one waited
        except StoreError:
            disk.remove(place)
        verify(snapshot)
        half = disk.new_half(place.parent)
        try:
            with as_fetched(snapshot) as files:
                source = Source(files={name.lower(): path for name, path in files.items()})
                read_into(half, source, definition, layout, origin=snapshot.origin)
            disk.put_folder(half, place)
        finally:
            disk.remove(half)
    return EntityStore(place)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a list's readings; the leftovers of crashed writers are removed first."""
    from filelock import FileLock, Timeout

    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, timeout=LOCK_WAIT):
            disk.remove_halves(folder)
            yield
    except Timeout:
        raise StoreError(f"Another process has been reading {folder.name} for {LOCK_WAIT:.0f} seconds; end it and try again.") from None


class Reading(NamedTuple):
    """What the reader reported, how many names the entities have in all, the profile of the copy, and the ids of those not delisted."""

    report: ReadReport
    names: int
    profile: Profile
    listed: frozenset[str]


def read_into(half: Path, source: Source, definition: ListDefinition, layout: Layout, *, origin: str) -> Reading:
    """Read a whole copy, once, into the empty folder ``half``; the reading there is then complete.

    Raises SourceError, naming the copy, if it is damaged or not in the layout's format.
    """
    report, profiler, listed = ReadReport(), Profiler(), set()
    with EntityWriter(half) as writer:
        try:
            for entity in format_of(layout.format).read(source, definition, layout, report):
                writer.add(entity)
                profiler.add(entity, entity.raw)
                if not entity.delisted:
                    listed.add(entity.id)
        except SourceError as problem:
            raise _naming(origin, problem) from problem
        except SanctionsError:
            raise
        except Exception as problem:
            if isinstance(problem, OSError) and problem.errno:
                raise  # the disk's fault, not the file's
            # whatever a damaged file makes a parser do, the officer gets a sentence and keeps the copy held before
            raise SourceError(f"{origin} cannot be read as {layout.format}: {type(problem).__name__}: {problem}.") from problem
        report.entries = len(writer)
        for entity_id in writer.repeated():
            report.problem(f"More than one entry bears the id {entity_id}; all are kept.")
        profile = profiler.profile()
        writer.finish({**msgspec.structs.asdict(report), "profile": profile})
    return Reading(report, writer.names, profile, frozenset(listed))


def profile_of(store: EntityStore) -> Profile:
    """The profile kept with a reading; counted anew for a reading of a time before profiles were kept."""
    if kept := store.report().get("profile"):
        return msgspec.convert(kept, Profile)
    profiler = Profiler()
    for i, entity in enumerate(store):
        profiler.add(entity, store.raw(i))
    return profiler.profile()


def _naming(origin: str, problem: SourceError) -> SourceError:
    """A reader knows a file by the publisher's name; the person gave it under another."""
    given = origin.rpartition("/")[2]
    return problem if given.lower() in str(problem).lower() else SourceError(f"{origin}: {problem}")


def prune(home: Home, key: str, newest: Iterable[Snapshot]) -> None:
    """Remove readings of other snapshots than these; call while holding the readings' lock."""
    wanted = {snapshot.sha256[:16] for snapshot in newest}
    for folder in (home.readings / key).glob("*-r*"):
        if folder.name.partition("-")[0] not in wanted:
            disk.remove(folder)
