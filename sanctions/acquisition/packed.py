"""Copies that are no longer current, kept packed: of OFAC's advanced XML, 127 MB a copy and ten copies a month, a twentieth is left.

Nothing is lost: a file is packed only after its hash was found right, and ``gzip -d`` gives back the very bytes. A crash at any
moment leaves the file, its packed form, or both; which of them is there makes no difference to whoever asks.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions.acquisition import disk
from sanctions.acquisition.snapshot_record import Snapshot, SnapshotFile

LEAST = 256 * 1024
"""Bytes; smaller files are left as they are."""

_CHUNK = 1024 * 1024


def pack_all(snapshots: Iterable[Snapshot]) -> None:
    """Pack the large files of these copies; call while nobody else may. What cannot be packed now (a full disk) waits for the next time."""
    for snapshot in snapshots:
        for file in snapshot.files:
            with contextlib.suppress(OSError):
                _pack(snapshot, file)


def _pack(snapshot: Snapshot, file: SnapshotFile) -> None:
    plain, packed = snapshot.path(file), snapshot.packed(file)
    if file.bytes < LEAST or not plain.exists():
        return
    disk.remove_halves(snapshot.folder)
    half = snapshot.folder / f"{disk.HALF}{file.name}"
    try:
        if _packed_into(half, plain) != file.sha256:
            return  # damaged: 'lists verify' says so, and its bytes stay as they are
        disk.sync_file(half)
        half.replace(packed)
    finally:
        half.unlink(missing_ok=True)
    packed.chmod(0o444)
    disk.sync_folder(snapshot.folder)
    plain.chmod(0o644)  # Windows does not delete a read-only file
    plain.unlink()
    disk.sync_folder(snapshot.folder)


def _packed_into(half: Path, plain: Path) -> str:
    """Pack a file; returns the SHA-256 of its bytes. Without a time and a name in its head, so that equal files pack equally."""
    digest = hashlib.sha256()
    with plain.open("rb") as source, half.open("wb") as target, gzip.GzipFile("", "wb", 6, target, mtime=0) as packing:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            packing.write(chunk)
    return digest.hexdigest()


@contextlib.contextmanager
def as_fetched(snapshot: Snapshot) -> Iterator[dict[str, Path]]:
    """The copy's files by name, as they were fetched: packed ones unpacked for the moment. Raises OSError if one is not there."""
    with TemporaryDirectory(prefix="sanctions-") as folder:
        files = {}
        for file in snapshot.files:
            files[file.name] = plain = snapshot.path(file)
            if not plain.exists():
                files[file.name] = unpacked = Path(folder) / file.name
                with snapshot.open(file) as source, unpacked.open("wb") as target:
                    shutil.copyfileobj(source, target, _CHUNK)
        yield files
