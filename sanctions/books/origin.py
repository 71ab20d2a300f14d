"""Where a book's bytes are, what they are, and how their text is written."""

from __future__ import annotations

import codecs
import hashlib
import io
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TextIO

from sanctions.errors import BookError

_BLOCK = 1 << 20
_FALLBACK = "sanctions-windows-1252"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_BOOKS = {b"%PDF": "a PDF", b"\x1f\x8b": "a gzip archive", b"<": "a web page or an XML document", b"Rar!": "a RAR archive"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A book's bytes, on disk or (from standard input) in memory, hashed once. ``encoding`` is None for a spreadsheet."""

    name: str
    format: str
    sha256: str
    encoding: str | None
    path: Path | None = None
    data: bytes = field(default=b"", repr=False)
    notes: tuple[str, ...] = ()

    def open(self) -> BinaryIO:
        return self.path.open("rb") if self.path else io.BytesIO(self.data)

    def text(self) -> TextIO:
        """The book's text, line ends untouched. A byte that is not UTF-8 is read as Windows-1252."""
        codecs.register_error(_FALLBACK, _as_windows)
        errors = "replace" if (self.encoding or "").startswith(("utf-16", "utf-32")) else _FALLBACK
        return io.TextIOWrapper(self.open(), encoding=self.encoding, errors=errors, newline="")


def find_origin(path: Path) -> Origin:
    """Hash the file (or standard input, for "-") and see what it is.

    Raises BookError for a file that is missing, empty, or no book at all.
    """
    if str(path) == "-":
        data, name, kept = sys.stdin.buffer.read(), "standard input", None
    else:
        data, name, kept = b"", path.name, path
    try:
        with io.BytesIO(data) if kept is None else path.open("rb") as stream:
            head, sha256, wrong_line = _inspect(stream)
    except OSError as problem:
        raise BookError(f"The book {path} cannot be read: {problem.strerror or problem}.") from None
    format = _format(head, name)
    encoding = None if format in ("xlsx", "xls") else _encoding(head)
    note = _encoding_note(name, encoding, wrong_line)
    return Origin(name=name, format=format, sha256=sha256, encoding=encoding, path=kept, data=data, notes=(note,) if note else ())


def _inspect(stream: BinaryIO) -> tuple[bytes, str, int | None]:
    """First block, hash, and the first line (from 1) that is not UTF-8."""
    head, digest, lines, wrong = b"", hashlib.sha256(), 1, None
    decoder = codecs.getincrementaldecoder("utf-8")()
    while block := stream.read(_BLOCK):
        head = head or block
        digest.update(block)
        if wrong is None:
            try:
                decoder.decode(block)
            except UnicodeDecodeError as problem:
                wrong = lines + problem.object[: problem.start].count(b"\n")
            lines += block.count(b"\n")
    if wrong is None and decoder.getstate()[0]:
        wrong = lines
    return head, digest.hexdigest(), wrong


def _format(head: bytes, name: str) -> str:
    if not head.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise BookError(f"The book {name} is empty. A book needs a row of headings and at least one row of data.")
    if head.startswith(_ZIP):
        return "xlsx"
    if head.startswith(_OLE):
        return "xls"
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    for mark, what in _NOT_BOOKS.items():
        if start.startswith(mark):
            raise BookError(f"The book {name} is {what}, not a table. Open it in a spreadsheet program and save it as .xlsx or .csv.")
    suffix = Path(name).suffix.lower()
    plain = start.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    if suffix in (".jsonl", ".ndjson", ".json") or plain.startswith(b"{"):
        if plain.startswith(b"["):
            raise BookError(
                f"The book {name} is one JSON array. A JSON book holds one object a line (JSON Lines): write each party on its own line."
            )
        return "jsonl"
    return "csv"


def _encoding(head: bytes) -> str:
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return encoding
    sample = head[:400]
    if len(sample) >= 8:
        for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            half = sample[offset::2]
            if half.count(0) > 0.8 * len(half) and sample[1 - offset :: 2].count(0) == 0:
                return encoding
    return "utf-8"


def _encoding_note(name: str, encoding: str | None, wrong_line: int | None) -> str | None:
    if encoding not in ("utf-8", "utf-8-sig") or wrong_line is None:
        return None
    return (
        f"{name} is not written in UTF-8 throughout (first in line {wrong_line}); what is not was read as Windows-1252. "
        f"If names with accents or in other scripts look wrong in this report, save the book as UTF-8 and run again."
    )


def _as_windows(problem: UnicodeError) -> tuple[str, int]:
    """The codec error handler: bytes that are not UTF-8, as Windows-1252 has them."""
    assert isinstance(problem, UnicodeDecodeError)  # registered for decoding alone
    return problem.object[problem.start : problem.end].decode("cp1252", "replace"), problem.end
