"""ZIP archives unpacked with care: bounded in members, size and ratio; no path leaves the folder; nothing encrypted."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from sanctions.errors import SourceError

MOST_MEMBERS = 1_000
MOST_BYTES = 2 * 1024**3
"""What all members may hold unpacked: some ten times the largest list file known (OFAC's advanced XML, 127 MB)."""

MOST_RATIO = 200
"""Unpacked to packed bytes. XML of the lists packs at 15 to 40; deflate reaches 1,032 only on a bomb."""

_RATIO_FROM = 10 * 1024**2  # small members may be one repeated byte without harm
_CHUNK = 1024 * 1024
_ENCRYPTED = 0x1


def is_archive(path: Path) -> bool:
    """Whether the file is a ZIP and not an office document (XLSX, ODS), which is one too."""
    with path.open("rb") as stream:
        if stream.read(4) not in {b"PK\x03\x04", b"PK\x05\x06"}:
            return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not {"[Content_Types].xml", "mimetype"} & set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return path.suffix.lower() not in {".xlsx", ".ods"}


def unpack(path: Path, into: Path) -> Path:
    """Unpack a ZIP into the empty folder ``into``; returns the folder that holds its files (its only folder, if it has one).

    Raises SourceError, naming the archive and the member, for one that is damaged, truncated, encrypted or a bomb.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir() and not _of_no_use(member.filename)]
            _check_members(path, members)
            room = MOST_BYTES
            for member in members:
                room -= _unpack_member(path, archive, member, into, room)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as problem:
        raise SourceError(f"{path.name} is a damaged or truncated ZIP ({problem}); fetch it again.") from None
    entries = list(into.iterdir())
    return entries[0] if len(entries) == 1 and entries[0].is_dir() else into


def _of_no_use(name: str) -> bool:
    """What macOS and Windows add of their own."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or parts[-1].lower() in {".ds_store", "thumbs.db", "desktop.ini"}


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if not members:
        raise SourceError(f"{path.name} is an empty ZIP.")
    if len(members) > MOST_MEMBERS:
        raise SourceError(f"{path.name} holds {len(members):,} files; a ZIP of lists has at most {MOST_MEMBERS:,}. Nothing was unpacked.")
    seen: set[str] = set()
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise SourceError(f"{path.name}: {member.filename} is encrypted. Unpack it yourself and give the folder.")
        if not _stays_inside(member.filename):
            raise SourceError(f"{path.name}: the member {member.filename!r} points outside the archive. Nothing was unpacked.")
        if member.filename.lower() in seen:
            raise SourceError(f"{path.name}: {member.filename} is in it twice. Unpack the right one and give that file.")
        seen.add(member.filename.lower())


def _stays_inside(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and not name.startswith(("/", "\\")) and ".." not in parts and not any(":" in part or "\0" in part for part in parts)


def _unpack_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, into: Path, room: int) -> int:
    """Unpack one member, counting what really comes out (the directory's figures may lie). Returns its size in bytes."""
    place = into.joinpath(*PurePosixPath(member.filename.replace("\\", "/")).parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(member) as stream, place.open("wb") as target:
        while chunk := stream.read(_CHUNK):
            written += len(chunk)
            if written > room or (written > _RATIO_FROM and written > MOST_RATIO * max(member.compress_size, 1)):
                raise SourceError(
                    f"{path.name}: {member.filename} unpacks to far more than a list holds (over {written // 1024**2:,} MB from "
                    f"{max(member.compress_size // 1024, 1):,} KB); this is a ZIP bomb or no list, and it is refused."
                )
            target.write(chunk)
    return written
