"""Quarantine: refused copies, kept with the reasons, until somebody approves one or newer ones push it out.

home/quarantine/<list>/<sha256>/    the publisher's files byte for byte, and quarantine.json

Nothing here is ever current, and no answer rests on it.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sanctions.acquisition import disk
from sanctions.acquisition.plausibility import Finding
from sanctions.acquisition.snapshots import SnapshotFile
from sanctions.errors import StoreError, UsageError
from sanctions.home import Home

SCHEMA = "sanctions.quarantine/1"
RECORD = "quarantine.json"

KEPT = 5
"""So many of the newest refused copies are kept a list: a publisher that fails each night must not fill the disk."""

SHORTEST = 8
"""Digits of a SHA-256 by which a refused copy can be named."""


class Quarantined(msgspec.Struct, frozen=True, kw_only=True):
    """A refused copy. ``fetched`` is when it last came, ``stated`` the moment that the user gave for it. ``folder`` is not kept."""

    list: str
    sha256: str
    format: str
    files: tuple[SnapshotFile, ...]
    origin: str
    fetched: datetime
    stated: datetime | None = None
    published: date | None = None
    entries: int | None = None
    reasons: tuple[Finding, ...] = ()
    folder: Path = msgspec.field(default_factory=Path)

    @property
    def approvable(self) -> bool:
        return not any(reason.final for reason in self.reasons)

    @property
    def approval(self) -> str:
        """What ``--approve`` takes."""
        return f"{self.list}@{self.sha256[:12]}"

    @property
    def how_to_approve(self) -> str:
        """The command that approves it, the reason left to be written."""
        return f"sanctions refresh --approve {self.approval} --reason WHY"


def keep(home: Home, copy: Quarantined) -> Quarantined:
    """Move ``copy.folder`` into quarantine with its record; call while holding the list's lock. Raises OSError."""
    parent = home.quarantine / copy.list
    place = parent / copy.sha256
    parent.mkdir(parents=True, exist_ok=True)
    (copy.folder / RECORD).write_bytes(_encode(copy))
    if place.is_dir():
        disk.put_file(place / RECORD, _encode(copy))
    else:
        disk.put_folder(copy.folder, place)
    for old in held(home, copy.list)[KEPT:]:
        disk.remove(old.folder)
    return replace(copy, folder=place)


def held(home: Home, key: str) -> list[Quarantined]:
    """The refused copies of a list, newest first; what cannot be read is passed over."""
    found = []
    for path in (home.quarantine / key).glob(f"*/{RECORD}"):
        try:
            found.append(replace(msgspec.json.decode(path.read_bytes(), type=Quarantined), folder=path.parent))
        except (OSError, msgspec.DecodeError):
            continue
    return sorted(found, key=lambda copy: copy.fetched, reverse=True)


def lists(home: Home) -> list[str]:
    """The lists of which a refused copy is kept."""
    folders = home.quarantine.iterdir() if home.quarantine.is_dir() else ()
    return sorted(folder.name for folder in folders if held(home, folder.name))


def find(home: Home, key: str, prefix: str) -> Quarantined:
    """The refused copy of a list whose SHA-256 begins so. Raises UsageError if there is none, or it cannot be approved."""
    copies = held(home, key)
    if len(prefix) < SHORTEST:
        raise UsageError(f"{key}@{prefix} is too short: give {SHORTEST} digits of the SHA-256 at least.")
    fitting = [copy for copy in copies if copy.sha256.startswith(prefix.lower())]
    if len(fitting) != 1:
        waiting = ", ".join(copy.approval for copy in copies if copy.approvable) or "none"
        raise UsageError(f"No refused copy of {key} begins with {prefix}. Those that can be approved: {waiting}.")
    [copy] = fitting
    if not copy.approvable:
        raise UsageError(f"{copy.approval} cannot be approved: {next(reason.sentence for reason in copy.reasons if reason.final)}")
    return copy


def drop(copy: Quarantined) -> None:
    """Remove a copy that has become a snapshot."""
    disk.remove(copy.folder)


def check_files(copy: Quarantined) -> None:
    """Raises StoreError if a file of a refused copy is not as it was fetched."""
    for file in copy.files:
        path = copy.folder / file.name
        try:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as problem:
            raise StoreError(f"{path} cannot be read ({problem.strerror}); run 'sanctions refresh {copy.list}' again.") from None
        if digest != file.sha256:
            raise StoreError(f"{path} is not as it was fetched; run 'sanctions refresh {copy.list}' again.")


def _encode(copy: Quarantined) -> bytes:
    document = {name: getattr(copy, name) for name in copy.__struct_fields__ if name != "folder"}
    return msgspec.json.format(msgspec.json.encode({"schema": SCHEMA, **document}), indent=2) + b"\n"
