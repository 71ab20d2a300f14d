"""The record of a snapshot: one accepted copy of a list, its files with their hashes, and whether they are still as fetched.

The large files of a copy that is no longer the current one are kept packed (``sdn_advanced.xml.gz``, see ``packed``); what is in
them is byte for byte what was fetched, and its hash is that of the record.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from sanctions.acquisition.moments import as_utc
from sanctions.errors import StoreError

SCHEMA = "sanctions.snapshot/1"
RECORD = "snapshot.json"
PACKED = ".gz"


class SnapshotFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a snapshot under the publisher's own name; ``headers`` are those of the answer that are worth keeping."""

    name: str
    sha256: str
    bytes: int
    url: str | None = None
    headers: Mapping[str, str] = {}


class Approval(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision to take a copy that was refused. ``fetched`` is when the publisher offered it."""

    by: str
    at: datetime
    reason: str
    fetched: datetime


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
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
    orphans: Mapping[str, int] = {}
    unread: Mapping[str, int] = {}
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
        """Where the file stands as it was fetched, unless it is packed."""
        return self.folder / file.name

    def packed(self, file: SnapshotFile) -> Path:
        """Where the file stands packed, if it does."""
        return self.folder / f"{file.name}{PACKED}"

    def open(self, file: SnapshotFile) -> BinaryIO:
        """The file's bytes as they were fetched, unpacked where it is packed. Raises OSError if it is not there."""
        try:
            return self.path(file).open("rb")
        except FileNotFoundError:
            import gzip

            return cast(BinaryIO, gzip.open(self.packed(file), "rb"))


def verify(snapshot: Snapshot) -> None:
    """Raises StoreError, naming the file, if a file of the copy is not as it was fetched."""
    for file in snapshot.files:
        path = snapshot.path(file)
        mend = f"Remove the folder {snapshot.folder.name} and run 'sanctions refresh {snapshot.list}'."
        try:
            with snapshot.open(file) as stream:
                found = hashlib.file_digest(cast(Any, stream), "sha256").hexdigest()
        except (OSError, EOFError, zlib.error) as problem:
            raise StoreError(f"{path} cannot be read ({getattr(problem, 'strerror', None) or problem}). {mend}") from None
        if found != file.sha256:
            raise StoreError(f"{path} is not as it was fetched: its SHA-256 is {found}, recorded as {file.sha256}. {mend}")


def encode_snapshot(snapshot: Snapshot) -> bytes:
    """``snapshot.json``: every field but the folder."""
    document = {name: getattr(snapshot, name) for name in snapshot.__struct_fields__ if name != "folder"}
    return msgspec.json.format(msgspec.json.encode({"schema": SCHEMA, **document}), indent=2) + b"\n"


def hash_of_files(files: Iterable[SnapshotFile]) -> str:
    """The SHA-256 of a snapshot: the file's, or that of the ``sha256sum`` listing of several, sorted by name."""
    ordered = sorted(files, key=lambda file: file.name)
    if len(ordered) == 1:
        return ordered[0].sha256
    return hashlib.sha256("".join(f"{file.sha256}  {file.name}\n" for file in ordered).encode()).hexdigest()
