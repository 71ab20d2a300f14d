"""JSON lines, one object a line, read one after another in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sanctions.errors import SourceError
from sanctions.readers.base import Source

LONGEST_LINE = 64 * 1024 * 1024
"""Bytes. The longest target seen, with everything nested in it, has some 2 MB."""


def json_lines(source: Source, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each object with the number of its line. Raises SourceError, naming the line, for what is no JSON object."""
    with source.open(name) as file:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if not line.strip():
                continue
            try:
                found = msgspec.json.decode(line.lstrip(b"\xef\xbb\xbf"))
            except msgspec.DecodeError as problem:
                raise SourceError(f"{name}, line {number}: this is not JSON ({problem}); the copy is damaged or cut short.") from None
            if not isinstance(found, dict):
                raise SourceError(f"{name}, line {number}: here stands {type(found).__name__} and no object; this is another format.")
            yield number, found


def first_object(head: bytes) -> dict[str, Any]:
    """What the first line says at its top level, as far as the head holds it; {} if it is no JSON object."""
    line = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]
    if not line.startswith(b"{"):
        return {}
    try:
        found = msgspec.json.decode(line)
    except msgspec.DecodeError:  # longer than the head: the keys alone tell
        return {key: None for key in _KEYS if f'"{key}"'.encode() in line}
    return found if isinstance(found, dict) else {}


_KEYS = ("schema", "properties", "caption", "DATA_SOURCE", "RECORD_ID")
