"""What a file is that should be XML, told from its first bytes, before anything is parsed."""

from __future__ import annotations

import re

from sanctions.errors import SourceError
from sanctions.patterns import regex

HEAD_BYTES = 65536
"""How much of a file must hold its prolog and the name of its root element."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})
"""Encodings in which publishers write. Others (UTF-7) could hide a declaration from the look at the head."""

_DECLARED = regex(r"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)[\"']")
_PROLOG_NOISE = regex(r"<!--.*?-->|<\?.*?\?>", re.S)
_FIRST_MARKUP = regex(r"<(!DOCTYPE\b|[^\s<>/!?][^\s<>/]*)", re.I)
_MAGIC = ((b"PK\x03\x04", "a ZIP archive"), (b"%PDF", "a PDF"), (b"\x1f\x8b", "a gzip file"), (b"\xd0\xcf\x11\xe0", "an old Office file"))


def decode_head(head: bytes) -> str:
    """The first bytes of a file as text, by its byte order mark, else by its zero bytes, else as UTF-8. Never raises."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head.decode(encoding, "replace").lstrip("\ufeff")
    for start, encoding in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if head.startswith(start):
            return head.decode(encoding, "replace")
    return head.decode("utf-8", "replace")


def disguise(head: bytes) -> str | None:
    """What a file is that plainly is no XML list ("a web page", "an empty file"), else None."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    text = decode_head(head).lstrip("\x00 \t\r\n")
    if not text:
        return "an empty file"
    bare = _PROLOG_NOISE.sub("", text).lstrip()[:200].lower()
    if bare.startswith(("<!doctype html", "<html", "<head", "<body")):
        return "a web page"
    if bare.startswith(("{", "[")):
        return "JSON"
    return None if text.startswith("<") else "plain text"


def root_name(head: bytes) -> str | None:
    """The local name of the root element, from a file's first bytes; None if they are no XML."""
    if disguise(head):
        return None
    match = _FIRST_MARKUP.search(_PROLOG_NOISE.sub("", decode_head(head)))
    return match[1].rpartition(":")[2] if match and not match[1].startswith("!") else None


def check_head(head: bytes, name: str, root: str) -> None:
    """Refuse a file that is no XML list, carries a document type declaration, or has another root. Raises SourceError."""
    if found := disguise(head):
        raise SourceError(f"{name} is {found}, not the XML list it should be; get the file from its publisher again.")
    text = decode_head(head)
    declared = _DECLARED.match(text)
    if declared and declared[1].lower() not in _ENCODINGS:
        raise SourceError(f"{name} declares the encoding {declared[1]!r}, in which no publisher writes; it was not read.")
    match = _FIRST_MARKUP.search(_PROLOG_NOISE.sub("", text))
    if match and match[1].startswith("!"):
        raise SourceError(
            f"{name} carries a document type declaration (<!DOCTYPE>), which no list needs and which can hide an attack; it was not read."
        )
    if not match:
        raise SourceError(f"{name} holds no XML element in its first {HEAD_BYTES // 1024} KiB; get the file from its publisher again.")
    if match[1].rpartition(":")[2] != root:
        raise SourceError(
            f"{name} is XML with the root <{match[1]}>, where this format has <{root}>; it is another list or another format."
        )
