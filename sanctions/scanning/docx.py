"""The paragraphs of a Word file (ECMA-376): the body, notes, headers and footers, read from the ZIP with bounds."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from lxml import etree

from sanctions.errors import DocumentError
from sanctions.patterns import regex
from sanctions.scanning.text import Paragraphs

MOST_PART = 64 * 1024**2
"""Bytes of one unpacked part: a hundred times the longest book's."""

MOST_IN_ALL = 256 * 1024**2
"""Bytes of all its parts together: a file of a thousand headers is none that anybody wrote."""

_PARTS = regex(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {f"{_WORD}tab": " ", f"{_WORD}br": " ", f"{_WORD}cr": " ", f"{_WORD}noBreakHyphen": "-"}


def docx_paragraphs(path: Path, data: bytes, notes: list[str], pages: list[int]) -> Paragraphs:
    """Each paragraph of the body first, then of the other parts by name."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [member.filename for member in archive.infolist() if _PARTS.fullmatch(member.filename)]
            if "word/document.xml" not in names:
                raise DocumentError(f"{path}: this ZIP holds no Word document. Unpack it and scan what is in it.")
            room = MOST_IN_ALL
            for name in sorted(dict.fromkeys(names), key=lambda one: (one != "word/document.xml", one)):
                content = _part(path, archive, name)
                room -= len(content)
                if room < 0:
                    raise DocumentError(f"{path}: its parts unpack to more than {MOST_IN_ALL // 1024**2} MB. The rest was not read.")
                yield from ((None, text) for text in _paragraphs(content, path, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as problem:
        raise DocumentError(f"{path}: the Word file is damaged, truncated or encrypted ({problem}). Get it again.") from None


def _part(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """One part, no further than it may reach: what the ZIP says of its size is not believed."""
    with archive.open(name) as stream:
        content = stream.read(MOST_PART + 1)
    if len(content) > MOST_PART:
        raise DocumentError(f"{path}: {name} unpacks to more than {MOST_PART // 1024**2} MB, as no honest document does. It was not read.")
    return content


def _paragraphs(content: bytes, path: Path, name: str) -> list[str]:
    target = _Text()
    # what lxml calls of a target is more than its stubs ask for
    parser = etree.XMLParser(
        target=cast(Any, target), resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        parser.feed(content)
        parser.close()
    except _DeclaredError:
        raise DocumentError(f"{path}: {name} declares a document type, as no Word file does. It was not read.") from None
    except etree.XMLSyntaxError as problem:
        raise DocumentError(f"{path}: {name} is not well-formed XML ({problem.msg}). Get the document again.") from None
    return target.paragraphs


class _DeclaredError(Exception):
    """The part declares a document type, whose entities could be anything."""


class _Text:
    """Takes the texts of paragraphs as they are parsed: ten million elements need no tree."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._held: list[str] = []
        self._inside = False

    def doctype(self, *_: object) -> None:
        raise _DeclaredError

    def start(self, tag: str, _: object) -> None:
        self._inside = tag == f"{_WORD}t"
        if tag in _SPACES:
            self._held.append(_SPACES[tag])

    def data(self, text: str) -> None:
        if self._inside:
            self._held.append(text)

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == f"{_WORD}p" and self._held:
            self.paragraphs.append("".join(self._held))
            self._held.clear()

    def close(self) -> None:
        """Nothing is left to do: the paragraphs are there."""
