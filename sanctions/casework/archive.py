"""Packets as ZIP files whose every byte follows from their contents, and the careful unpacking of anybody's.

Members are stored, sorted, and dated 1980-01-01: a packet written here can be written again from what it holds, so a
change in the archive's own bookkeeping shows, too.
"""

from __future__ import annotations

import shutil
import stat
from pathlib import Path, PurePosixPath
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo, is_zipfile

from sanctions.errors import CaseError

MOST_MEMBERS, MOST_BYTES = 100_000, 20 * 1024**3
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20


def write_archive(folder: Path, path: Path) -> None:
    """The folder, itself included, as a ZIP."""
    with ZipFile(path, "w", ZIP_STORED, allowZip64=True) as archive:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            member = ZipInfo(file.relative_to(folder.parent).as_posix(), _EPOCH)
            member.create_system, member.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            with file.open("rb") as source, archive.open(member, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, _CHUNK)


def unpack(path: Path, place: Path) -> Path:
    """Unpack a packet below ``place``; gives the one folder in it. Raises CaseError for a damaged or a hostile one."""
    if not is_zipfile(path):
        raise CaseError(f"{path}: this is not a ZIP file, or it is cut short or damaged; ask for it again.")
    try:
        with ZipFile(path) as archive:
            members = archive.infolist()
            _refuse(path, members)
            for member in members:
                if not member.is_dir():
                    _extract(archive, member, place, path)
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, UnicodeDecodeError) as problem:
        raise CaseError(f"{path}: the archive is damaged ({problem}); ask for it again.") from None
    roots = [one for one in place.iterdir() if one.is_dir()]
    if len(roots) != 1 or any(one.is_file() for one in place.iterdir()):
        raise CaseError(f"{path}: a packet holds one folder, and this archive holds something else.")
    return roots[0]


def _refuse(path: Path, members: list[ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        raise CaseError(f"{path}: it holds more than {MOST_MEMBERS:,} files or {MOST_BYTES // 1024**3} GB; it was not unpacked.")
    names: set[str] = set()
    for member in members:
        pure = PurePosixPath(member.filename.replace("\\", "/"))
        if pure.is_absolute() or ".." in pure.parts or not pure.parts or ":" in pure.parts[0]:
            raise CaseError(f"{path}: the member {member.filename!r} would be written outside the folder; nothing was unpacked.")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise CaseError(f"{path}: the member {member.filename!r} is a link; a packet holds none. Nothing was unpacked.")
        if pure.as_posix() in names:
            raise CaseError(f"{path}: the member {member.filename!r} stands in it twice; nothing was unpacked.")
        names.add(pure.as_posix())


def _extract(archive: ZipFile, member: ZipInfo, place: Path, path: Path) -> None:
    target = place / PurePosixPath(member.filename.replace("\\", "/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(member) as source, target.open("wb") as stream:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > member.file_size:
                raise CaseError(f"{path}: the member {member.filename!r} is larger than it says; it was not unpacked further.")
            stream.write(chunk)


def same_bytes(first: Path, second: Path) -> bool:
    """Whether two files hold the same."""
    if first.stat().st_size != second.stat().st_size:
        return False
    with first.open("rb") as one, second.open("rb") as other:
        while chunk := one.read(_CHUNK):
            if chunk != other.read(_CHUNK):
                return False
    return True
