"""Writing so that a crash, a full disk or a killed process leaves what was there before.

A file or folder is written beside its place, brought to the disk (fsync), and renamed into place.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import uuid
from collections.abc import Iterator
from pathlib import Path

from sanctions.errors import StoreError

HALF = ".half-"
"""Prefix of everything that is being written; whatever bears it and is not locked is a crashed writer's leftover."""

_REASONS = {
    errno.ENOSPC: "there is no space left on the disk. Free some space and run the command again",
    errno.EDQUOT: "the disk quota is used up. Free some space and run the command again",
    errno.EROFS: "the disk is read-only. Give another home with --home or SANCTIONS_HOME",
    errno.EACCES: "this user may not write there. Change the folder's permissions, or give another home with --home or SANCTIONS_HOME",
    errno.EPERM: "this user may not write there. Change the folder's permissions, or give another home with --home or SANCTIONS_HOME",
    errno.ENOTDIR: "a part of that path is a file and not a folder. Give another home with --home or SANCTIONS_HOME",
}


@contextlib.contextmanager
def writing(place: Path) -> Iterator[None]:
    """Turns an OSError inside the block into a StoreError that names ``place`` and the mend."""
    try:
        yield
    except OSError as problem:
        reason = _REASONS.get(problem.errno or 0, f"{problem.strerror or problem}. Mend that and run the command again")
        raise StoreError(f"Cannot write to {place}: {reason}. Every copy held before is unchanged.") from problem


def new_half(parent: Path) -> Path:
    """A new empty folder inside ``parent`` (made if absent) for something half-written."""
    parent.mkdir(parents=True, exist_ok=True)
    folder = parent / f"{HALF}{os.getpid()}-{uuid.uuid4().hex[:12]}"
    folder.mkdir()
    return folder


def remove_halves(parent: Path) -> int:
    """Remove what crashed writers left in ``parent``; call only while holding its lock. Returns how many."""
    leftovers = list(parent.glob(f"{HALF}*")) if parent.is_dir() else []
    for path in leftovers:
        remove(path)
    return len(leftovers)


def remove(path: Path) -> None:
    """Remove a file or a folder with all it holds, read-only files included; what is not there is no error."""
    if path.is_dir() and not path.is_symlink():
        import shutil

        if os.name == "nt":  # Windows does not delete a read-only file
            for inner in path.rglob("*"):
                inner.chmod(stat.S_IWRITE | stat.S_IREAD)
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Bring a folder's entries to the disk. Systems without folder descriptors (Windows) do so by themselves."""
    if os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as problem:
        if problem.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network file systems cannot
            raise
    finally:
        os.close(descriptor)


def put_folder(half: Path, place: Path) -> bool:
    """Bring ``half`` and its files to the disk and rename it to ``place``. False if ``place`` was there already (half is removed)."""
    for path in half.iterdir():
        sync_file(path)
    sync_folder(half)
    try:
        half.rename(place)
    except OSError:
        if not place.is_dir():
            raise
        remove(half)
        return False
    sync_folder(place.parent)
    return True


def put_file(place: Path, data: bytes) -> None:
    """Write ``data`` to ``place`` whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.parent / f"{HALF}{os.getpid()}-{uuid.uuid4().hex[:12]}"
    try:
        half.write_bytes(data)
        sync_file(half)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
    sync_folder(place.parent)


def append_line(place: Path, line: bytes) -> None:
    """Add one line to a journal and bring it to the disk. A line that a crash cut short is closed first."""
    with place.open("ab+") as stream:
        if stream.tell() and not _ends_with_newline(stream.fileno()):
            stream.write(b"\n")
        stream.write(line + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def _ends_with_newline(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"
