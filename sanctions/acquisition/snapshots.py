"""The store of snapshots: immutable copies of the lists, addressed by hash, the newest of which is current.

home/snapshots/<list>/
  20260827T101530.123456Z-<sha256, 16 digits>/    the publisher's files byte for byte (packed, once no longer current), and snapshot.json
  journal.jsonl  state.json                       what was tried when (see ``journal``)

A snapshot of one file has that file's SHA-256. One of several files has the SHA-256 of their listing as
``sha256sum`` prints it, one ``<hex>  <name>`` and a newline a file, sorted by name: anybody can recompute it.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sanctions.acquisition.definitions import open_catalogue
from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.journal import ListState, read_journal, read_state
from sanctions.acquisition.moments import as_utc
from sanctions.acquisition.readings import open_reading
from sanctions.acquisition.snapshot_record import RECORD, Approval, Snapshot, SnapshotFile, verify
from sanctions.catalogue import Catalogue
from sanctions.errors import StoreError
from sanctions.home import Home

__all__ = ["Approval", "Snapshot", "SnapshotFile", "SnapshotStore"]


class SnapshotStore:
    """The copies held in one home. Reading needs no lock and no writable disk; see ``intake`` for adding a copy."""

    def __init__(self, home: Home, catalogue: Catalogue | None = None) -> None:
        self.home = home
        self._catalogue = catalogue

    @property
    def catalogue(self) -> Catalogue:
        """The definitions that copies are read by: those given, else the shipped ones with the home's overlay."""
        if self._catalogue is None:
            self._catalogue = open_catalogue(self.home)
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
