"""A document's text with its places, and the bytes of a text file as characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from sanctions.patterns import regex

Paragraphs = Iterator[tuple[int | None, str]]
"""Each paragraph's page, where there are pages, and its text."""

MOST_BYTES = 50 * 1024**2
"""The largest file that is read; much of a PDF is pictures."""

MOST_CHARACTERS = 10_000_000
"""The most text that is taken from one document, however it is packed: some 5,000 pages."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 256 * 1024
"""Bytes from which an encoding is told."""

_ENCODINGS = (
    "cp949", "gb18030", "big5", "cp932", "euc_jp", "cp1251", "koi8_r", "cp1256", "cp1253", "cp1255", "cp1254", "cp874", "cp1250", "cp1252",
)  # fmt: skip
"""Those of Korean, Chinese, Japanese, Russian, Arabic, Greek, Hebrew, Turkish, Thai and Western texts that are met in the wild."""

_CENTRAL_EUROPEAN = regex("[ĄąĘęŁłŚśŹźŻżČčŘřŠšŽžĚěŮůŐőŰűŢţŞşĂă]")
_PARAGRAPH = regex(r"\n[ \t\r\f]*\n\s*")
_END = regex(r"(?:(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|[。！？؟]++[」』”’]?)\s*+")
_ABBREVIATION = regex(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|col|lt|st|co|corp|ltd|inc|bros|vol|art|sec|cf|vs|approx|no|nos|jan|feb|mar|apr|aug|sept?|oct|nov|dec)"
    r"|\b[^\W\d_]|\.[^\W\d_])\.$",
    re.IGNORECASE,
)


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph. ``number`` counts from 1 through the document; ``page`` is that of a PDF.

    ``start`` is the offset of its first character.
    """

    text: str
    number: int
    start: int
    page: int | None = None

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with its offset in the paragraph; an abbreviation's full stop ends none."""
        begin = 0
        for end in _END.finditer(self.text):
            part = self.text[begin : end.start() + len(end.group().rstrip())]
            if end.group()[0] == "." and _ABBREVIATION.search(part.rstrip("\"'”’»)]")) and end.end() < len(self.text):
                continue
            if part.strip():
                yield begin, part
            begin = end.end()
        if self.text[begin:].strip():
            yield begin, self.text[begin:]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says. ``format`` is text, html, pdf or docx; ``pages`` is None where the format has none.

    ``notes`` say what was left out.
    """

    name: str
    format: str
    sha256: str
    passages: tuple[Passage, ...]
    pages: int | None = None
    notes: tuple[str, ...] = ()


def passages_of(paragraphs: Paragraphs) -> tuple[Passage, ...]:
    """Paragraphs of ``(page, text)`` numbered and placed; lines are joined and empty paragraphs left out."""
    found: list[Passage] = []
    start = 0
    for page, text in paragraphs:
        joined = " ".join(text.split())
        if joined:
            found.append(Passage(text=joined, number=len(found) + 1, start=start, page=page))
            start += len(joined) + 1
    return tuple(found)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of plain text: empty lines divide them."""
    return _PARAGRAPH.split(text)


def decoded(data: bytes, notes: list[str] | None = None) -> str:
    """The characters of a text file; ``notes`` takes in which encoding it was read, where it says none and is not UTF-8."""
    encoding = encoding_of(data)
    if not encoding.startswith("utf") and notes is not None:
        notes.append(f"it does not say how its letters are encoded and was read as {encoding}")
    return data.decode(encoding, "replace")


def encoding_of(data: bytes) -> str:
    """What a mark at its beginning says; UTF-8 if the bytes are; else what their letters look like."""
    if marked := next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None):
        return marked
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        sample = data[: data.rfind(b"\n", 0, _SAMPLE) if len(data) > _SAMPLE else _SAMPLE]
        found = from_bytes(sample, cp_isolation=list(_ENCODINGS)).best()
        if found is None or (found.encoding == "cp1250" and not _CENTRAL_EUROPEAN.search(str(found))):
            return "cp1252"
        return found.encoding
    return "utf-8"
