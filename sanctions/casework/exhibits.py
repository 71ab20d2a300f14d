"""Exhibits: bytes taken in once, with everything that a reader must know to trust them, and never touched again."""

from __future__ import annotations

import hashlib
import re
import shutil
import stat
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from sanctions.acquisition.disk import HALF, new_half, remove, sync_file, writing
from sanctions.acquisition.moments import iso
from sanctions.casework.custody import LOG, TOOL, append, chain_faults, read_log
from sanctions.casework.reading import exhibits_of
from sanctions.casework.records import Exhibit
from sanctions.errors import CaseError

ORIGINALS, WORKING = Path("exhibits/originals"), Path("exhibits/working")
LARGEST = 2 * 1024**3
_CHUNK = 1 << 20

_MAGIC = (
    (b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"), (b"\x1f\x8b", "application/gzip"), (b"RIFF", "application/octet-stream"),
)  # fmt: skip
_SUFFIXES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".html": "text/html", ".htm": "text/html", ".csv": "text/csv", ".json": "application/json", ".warc": "application/warc",
}  # fmt: skip


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of an exhibit when it is added."""

    title: str
    collector: str
    source: str = ""
    archived_at: str = ""
    language: str = ""
    translation_of: str = ""
    note: str = ""
    url: str = ""
    headers: Mapping[str, str] = {}


def add_exhibit(folder: Path, stream: BinaryIO, name: str, description: Description, now: datetime) -> tuple[Exhibit, bool]:
    """Take a stream in as an exhibit. Gives it, and whether it is new: the same bytes twice are noticed and not kept twice.

    The original is stored read-only under its number; a working copy, to be written on, beside it. Raises
    CaseError for an empty or an over-large one, or one that is a translation of an exhibit that is not there.
    """
    held = list(exhibits_of(read_log(folder)))
    if description.translation_of and description.translation_of not in {exhibit.id for exhibit in held}:
        raise CaseError(f"{folder}: there is no exhibit {description.translation_of!r} of which this could be a translation.")
    with writing(folder / ORIGINALS):
        half = new_half(folder / ORIGINALS)
    try:
        sha256, sha512, size, head = _receive(stream, half / "bytes", name)
        for exhibit in held:
            if exhibit.sha256 == sha256:
                return exhibit, False
        number = f"E{len(held) + 1}"
        kept = f"{number}-{_file_name(name)}"
        exhibit = _record(number, kept, (sha256, sha512, size, head), name, description=description, now=now)
        _store(folder, half / "bytes", kept)
    finally:
        remove(half)
    append(folder, "collected", description.collector, now, {"exhibit": _without_defaults(exhibit)})
    return exhibit, True


def _record(
    number: str, kept: str, measured: tuple[str, str, int, bytes], name: str, *, description: Description, now: datetime
) -> Exhibit:
    sha256, sha512, size, head = measured
    return Exhibit(
        id=number,
        file=(ORIGINALS / kept).as_posix(),
        title=description.title or name,
        sha256=sha256,
        sha512=sha512,
        bytes=size,
        media_type=media_type(name, head),
        collected_at=iso(now),
        collector=description.collector,
        tool=TOOL,
        source=description.source,
        archived_at=description.archived_at,
        language=description.language,
        translation_of=description.translation_of,
        note=description.note,
        url=description.url,
        headers=dict(description.headers),
    )


def _receive(stream: BinaryIO, place: Path, name: str) -> tuple[str, str, int, bytes]:
    """Write the stream to ``place``; gives SHA-256, SHA-512, size, and its first bytes."""
    first, second, size, head = hashlib.sha256(), hashlib.sha512(), 0, b""
    with writing(place), place.open("wb") as target:
        while chunk := stream.read(_CHUNK):
            head = head or chunk[:4096]
            size += len(chunk)
            if size > LARGEST:
                raise CaseError(f"{name}: it is larger than {LARGEST // 1024**3} GB; add its parts one by one.")
            first.update(chunk)
            second.update(chunk)
            target.write(chunk)
    if not size:
        raise CaseError(f"{name}: it is empty, so there is nothing to keep.")
    return first.hexdigest(), second.hexdigest(), size, head


def _store(folder: Path, half: Path, kept: str) -> None:
    with writing(folder / ORIGINALS):
        original = folder / ORIGINALS / kept
        sync_file(half)
        half.replace(original)
        (folder / WORKING).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(original, folder / WORKING / kept)
        original.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)


def _without_defaults(exhibit: Exhibit) -> dict[str, object]:
    return {key: value for key, value in msgspec.to_builtins(exhibit).items() if value not in ("", {})}


def _file_name(name: str) -> str:
    """A name that every system can hold: no folders, no signs that a shell or Windows minds, at most 80 characters."""
    clean = re.sub(r"[^\w.()-]+", "-", Path(name.replace("\\", "/")).name).strip(".-") or "exhibit"
    stem, dot, suffix = clean.rpartition(".")
    return f"{stem[:70]}{dot}{suffix[:9]}" if dot else clean[:80]


def media_type(name: str, head: bytes) -> str:
    """What the bytes are, by their beginning, then by the name's suffix; text if it is UTF-8."""
    suffix = _SUFFIXES.get(Path(name).suffix.lower())
    by_bytes = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if by_bytes:
        return suffix if suffix and by_bytes == "application/zip" and "openxml" in suffix else by_bytes
    try:
        head[: len(head) - 4 if len(head) == 4096 else None].decode("utf-8")
    except UnicodeDecodeError:
        return suffix or "application/octet-stream"
    if b"\0" in head:
        return "application/octet-stream"
    return suffix if suffix and "openxml" not in suffix else "text/plain"


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with a case's custody log and originals, each as a sentence: a changed, missing or foreign original."""
    log = read_log(folder)
    yield from chain_faults(log)
    held = list(exhibits_of(log))
    for exhibit in held:
        path = folder / exhibit.file
        if not path.resolve().is_relative_to((folder / ORIGINALS).resolve()):
            yield f"Exhibit {exhibit.id}: its file {exhibit.file} lies outside {ORIGINALS}."
        elif not path.is_file():
            yield f"Exhibit {exhibit.id}: its original {exhibit.file} is missing. Restore it from a copy."
        elif digests(path) != (exhibit.sha256, exhibit.sha512):
            yield f"Exhibit {exhibit.id}: its original {exhibit.file} is not the one collected: its digests differ. Restore it from a copy."
    known = {folder / exhibit.file for exhibit in held}
    for path in sorted((folder / ORIGINALS).rglob("*")):
        if path.is_file() and path not in known and not any(part.startswith(HALF) for part in path.parts):
            yield f"{path.relative_to(folder)}: no line of {LOG} records it. Take it out, and add it with: sanctions case add-exhibit"


def digests(path: Path) -> tuple[str, str]:
    """SHA-256 and SHA-512 of a file."""
    with path.open("rb") as stream:
        first = hashlib.file_digest(stream, "sha256").hexdigest()
        stream.seek(0)
        return first, hashlib.file_digest(stream, "sha512").hexdigest()


def check(folder: Path) -> None:
    """Raises CaseError if the custody log or an original is not as it was recorded."""
    if found := list(faults(folder)):
        raise CaseError("\n".join(f"{folder}: {fault}" for fault in found))
