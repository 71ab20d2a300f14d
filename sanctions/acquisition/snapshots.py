"""The store of snapshots: immutable copies of the lists, addressed by hash, the newest of which is current.

home/snapshots/<list>/
  20260827T101530.123456Z-<sha256, 16 digits>/    the publisher's files byte for byte, and snapshot.json
  journal.jsonl  state.json                       what was tried when (see ``journal``)

A snapshot of one file has that file's SHA-256. One of several files has the SHA-256 of their listing as
``sha256sum`` prints it, one ``<hex>  <name>`` and a newline a file, sorted by name: anybody can recompute it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from pathlib import Path

import msgspec

from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.journal import ListState, read_journal, read_state
from sanctions.acquisition.moments import as_utc
from sanctions.catalogue import Catalogue, load_catalogue
from sanctions.errors import StoreError
from sanctions.home import Home

SCHEMA = "sanctions.snapshot/1"
RECORD = "snapshot.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotFile:
    """One file of a snapshot under the publisher's own name; ``headers`` are those of the answer that are worth keeping."""

    name: str
    sha256: str
    bytes: int
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A person's decision to take a copy that was refused. ``fetched`` is when the publisher offered it."""

    by: str
    at: datetime
    reason: str
    fetched: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One accepted copy of a list.

    ``retrieved`` is when the publisher offered it; where the user stated that (``stated``), ``loaded`` says
    when it came here. ``entries`` and ``names`` are our counts, ``declared`` is the publisher's own of the
    entries. ``origin`` is the URL, or the base name of the file or folder it was taken from. ``missing`` names optional files that the copy
    lacks; ``orphans`` counts rows that belong to no entry, by file; ``unread`` counts fields and categories
    that no reader rule covers. ``added`` and ``removed`` count entries against the copy before it. ``allowed`` names
    what spoke against a copy that was taken by ``approval``. ``folder`` is not kept.
    """

    list: str
    sha256: str
    format: str
    files: tuple[SnapshotFile, ...]
    retrieved: datetime
    loaded: datetime
    stated: bool = False
    published: date | None = None
    entries: int
    names: int = 0
    declared: int | None = None
    reader_version: int
    toolkit: str
    origin: str
    overlay: bool = False
    added: int | None = None
    removed: int | None = None
    allowed: tuple[str, ...] = ()
    approval: Approval | None = None
    missing: tuple[str, ...] = ()
    orphans: Mapping[str, int] = field(default_factory=dict)
    unread: Mapping[str, int] = field(default_factory=dict)
    problems: int = 0
    folder: Path = Path()

    @property
    def name(self) -> str:
        """The name of its folder: the moment and the hash, in the order of time."""
        return f"{as_utc(self.retrieved):%Y%m%dT%H%M%S.%fZ}-{self.sha256[:16]}"

    @property
    def offered(self) -> datetime:
        """When the publisher offered it: an approved copy became current (``retrieved``) later than it was fetched."""
        return self.approval.fetched if self.approval and not self.stated else self.retrieved

    def path(self, file: SnapshotFile) -> Path:
        return self.folder / file.name


class SnapshotStore:
    """The copies held in one home. Reading needs no lock and no writable disk; see ``intake`` for adding a copy."""

    def __init__(self, home: Home, catalogue: Catalogue | None = None) -> None:
        self.home = home
        self._catalogue = catalogue

    @property
    def catalogue(self) -> Catalogue:
        """The definitions that copies are read by: those given, else the shipped ones with the home's overlay."""
        if self._catalogue is None:
            self._catalogue = load_catalogue(self.home.overlay)
        return self._catalogue

    def folder(self, key: str) -> Path:
        return self.home.snapshots / key

    def current(self, key: str) -> Snapshot | None:
        """The newest copy, or None if there is none."""
        names = self._names(key)
        return self._read(key, names[-1]) if names else None

    def as_of(self, key: str, when: datetime) -> Snapshot | None:
        """The newest copy retrieved at ``when`` or before."""
        limit = f"{as_utc(when):%Y%m%dT%H%M%S.%fZ}~"
        names = [name for name in self._names(key) if name <= limit]
        return self._read(key, names[-1]) if names else None

    def history(self, key: str) -> tuple[Snapshot, ...]:
        """All copies, oldest first."""
        return tuple(self._read(key, name) for name in self._names(key))

    def held(self) -> tuple[str, ...]:
        """The lists of which there is a copy, also those no longer defined."""
        folders = self.home.snapshots.glob("[!.]*") if self.home.snapshots.is_dir() else []
        return tuple(sorted(path.name for path in folders if path.is_dir() and self._names(path.name)))

    def state(self, key: str) -> ListState:
        """The last attempt, success and error, and when the current copy was last confirmed."""
        state, snapshot = read_state(self.folder(key)), self.current(key)
        if snapshot is None:
            return state
        seen = state.confirmed if state.confirmed and state.sha256 == snapshot.sha256 else snapshot.offered
        return msgspec.structs.replace(state, confirmed=max(seen, snapshot.offered), sha256=snapshot.sha256)

    def confirmed(self, snapshot: Snapshot, when: datetime) -> datetime:
        """When, up to ``when``, the publisher was last known to offer this copy."""
        seen = [
            attempt.holds
            for attempt in read_journal(self.folder(snapshot.list))
            if attempt.holds and attempt.sha256 == snapshot.sha256 and attempt.holds <= as_utc(when)
        ]
        return max([*seen, snapshot.offered])

    def verify(self, snapshot: Snapshot) -> None:
        """Raises StoreError, naming the file, if a file of the copy is not as it was fetched."""
        verify(snapshot)

    def entities(self, snapshot: Snapshot) -> EntityStore:
        """The entities of a copy: the stored reading, made anew from the copy's bytes if it is absent or of another reader."""
        from sanctions.acquisition.readings import open_reading

        return open_reading(self.home, snapshot, self.catalogue[snapshot.list])

    def _names(self, key: str) -> list[str]:
        """The names of a list's snapshot folders, oldest first: each begins with its moment."""
        folder = self.folder(key)
        try:
            with os.scandir(folder) as entries:
                return sorted(entry.name for entry in entries if entry.name[0].isdigit())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as problem:
            raise StoreError(f"{folder} cannot be read: {problem.strerror}.") from None

    def _read(self, key: str, name: str) -> Snapshot:
        folder = self.folder(key) / name
        try:
            return replace(msgspec.json.decode((folder / RECORD).read_bytes(), type=Snapshot), folder=folder)
        except (OSError, msgspec.DecodeError) as problem:
            raise StoreError(f"{folder / RECORD} cannot be read ({problem}). Remove that folder, or restore it from a backup.") from None


def verify(snapshot: Snapshot) -> None:
    """Raises StoreError, naming the file, if a file of the copy is not as it was fetched."""
    for file in snapshot.files:
        path = snapshot.path(file)
        mend = f"Remove the folder {snapshot.folder.name} and run 'sanctions refresh {snapshot.list}'."
        try:
            with path.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as problem:
            raise StoreError(f"{path} cannot be read ({problem.strerror}). {mend}") from None
        if found != file.sha256:
            raise StoreError(f"{path} is not as it was fetched: its SHA-256 is {found}, recorded as {file.sha256}. {mend}")


def encode_snapshot(snapshot: Snapshot) -> bytes:
    """``snapshot.json``: every field but the folder."""
    document = {entry.name: getattr(snapshot, entry.name) for entry in fields(snapshot) if entry.name != "folder"}
    return msgspec.json.format(msgspec.json.encode({"schema": SCHEMA, **document}), indent=2) + b"\n"


def hash_of_files(files: Iterable[SnapshotFile]) -> str:
    """The SHA-256 of a snapshot: the file's, or that of the ``sha256sum`` listing of several, sorted by name."""
    ordered = sorted(files, key=lambda file: file.name)
    if len(ordered) == 1:
        return ordered[0].sha256
    return hashlib.sha256("".join(f"{file.sha256}  {file.name}\n" for file in ordered).encode()).hexdigest()
