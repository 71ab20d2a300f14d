"""A file of any kind that is read, as a Document. What kind it is, its first bytes say; nothing in it is run or fetched."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from sanctions.errors import DocumentError
from sanctions.patterns import regex
from sanctions.scanning.text import MOST_BYTES, MOST_CHARACTERS, Document, Paragraphs, decoded, paragraphs_of, passages_of

_HTML = regex(rb"<\s*(?:!doctype\s+html|html|head|body|article|p|div)\b", re.IGNORECASE)
_HEAD = 4096


def read_document(path: Path) -> Document:
    """The text of a file: PDF, DOCX, HTML or plain text. Raises DocumentError with what is wrong and what to do."""
    data = _bytes_of(path)
    kind, read = _reader_of(path, data)
    notes: list[str] = []
    pages: list[int] = []
    passages = passages_of(_bounded(read(path, data, notes, pages), path))
    if not passages:
        notes.append("no text was found in it" + ("; its pages may be pictures, which need OCR first" if kind == "pdf" else ""))
    return Document(
        name=path.name,
        format=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        passages=passages,
        pages=pages[0] if pages else None,
        notes=tuple(notes),
    )


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            most = MOST_BYTES // 1024**2
            raise DocumentError(f"{path}: the file has {size / 1024**2:,.0f} MB, and no more than {most} MB are read. Split it.")
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as problem:
        raise DocumentError(f"{path} cannot be read: {problem.strerror}.") from None
    if len(data) > MOST_BYTES:
        raise DocumentError(f"{path}: the file has more than {MOST_BYTES // 1024**2} MB. Split it.")
    return data


Read = Callable[[Path, bytes, list[str], list[int]], Paragraphs]


def _reader_of(path: Path, data: bytes) -> tuple[str, Read]:
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from sanctions.scanning.pdf import pdf_paragraphs

        return "pdf", pdf_paragraphs
    if data.startswith(b"PK\x03\x04"):
        from sanctions.scanning.docx import docx_paragraphs

        if not zipfile.is_zipfile(path):
            raise DocumentError(f"{path}: the file is a damaged or truncated ZIP. Get it again.")
        return "docx", docx_paragraphs
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError(f"{path}: this is an old Word or Excel file (.doc, .xls). Save it as .docx or PDF and scan that.")
    if path.suffix.lower() in (".html", ".htm", ".xhtml") or _HTML.search(data[:_HEAD]):
        from sanctions.scanning.html import html_paragraphs

        return "html", html_paragraphs
    if b"\0" in data[:_HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DocumentError(f"{path}: this is no text, HTML, PDF or DOCX. Convert it to one of them.")
    return "text", _text_paragraphs


def _text_paragraphs(path: Path, data: bytes, notes: list[str], pages: list[int]) -> Paragraphs:
    return ((None, part) for part in paragraphs_of(decoded(data, notes)))


def _bounded(paragraphs: Paragraphs, path: Path) -> Paragraphs:
    room = MOST_CHARACTERS
    for page, text in paragraphs:
        room -= len(text)
        if room < 0:
            raise DocumentError(f"{path}: there are more than {MOST_CHARACTERS:,} characters in it. Split it.")
        yield page, text
