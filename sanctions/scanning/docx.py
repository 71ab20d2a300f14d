"""The paragraphs of a Word file (ECMA-376): the body, notes, headers and footers, read from the ZIP with bounds."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from lxml import etree

from sanctions.errors import DocumentError
from sanctions.scanning.text import Paragraphs

MOST_PART = 64 * 1024**2
"""Bytes of one unpacked part: a hundred times the longest book's."""

_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_paragraphs(path: Path, data: bytes, notes: list[str], pages: list[int]) -> Paragraphs:
    """Each paragraph of the body first, then of the other parts by name."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [member.filename for member in archive.infolist() if _PARTS.fullmatch(member.filename)]
            if "word/document.xml" not in names:
                raise DocumentError(f"{path}: this ZIP holds no Word document. Unpack it and scan what is in it.")
            for name in sorted(dict.fromkeys(names), key=lambda one: (one != "word/document.xml", one)):
                yield from ((None, text) for text in _paragraphs(_part(path, archive, name), path, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as problem:
        raise DocumentError(f"{path}: the Word file is damaged, truncated or encrypted ({problem}). Get it again.") from None


def _part(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """One part, no further than it may reach: what the ZIP says of its size is not believed."""
    with archive.open(name) as stream:
        content = stream.read(MOST_PART + 1)
    if len(content) > MOST_PART:
        raise DocumentError(f"{path}: {name} unpacks to more than {MOST_PART // 1024**2} MB, as no honest document does. It was not read.")
    return content


def _paragraphs(content: bytes, path: Path, name: str) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise DocumentError(f"{path}: {name} is not well-formed XML ({problem.msg}). Get the document again.") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(f"{path}: {name} declares a document type, as no Word file does. It was not read.")
    for paragraph in root.iter(f"{_WORD}p"):
        yield "".join(_runs(paragraph))


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr", f"{_WORD}noBreakHyphen"):
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        else:
            yield "-" if element.tag == f"{_WORD}noBreakHyphen" else " "
