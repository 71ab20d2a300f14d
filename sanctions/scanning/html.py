"""The paragraphs of a web page as a reader sees them: no script, no style, nothing fetched."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree, html

from sanctions.errors import DocumentError
from sanctions.patterns import regex
from sanctions.scanning.text import Paragraphs, encoding_of

_HEAD = 4096
_STATED = regex(rb"charset\s*=|encoding\s*=", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "svg", "iframe", "object"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup "
    "time tt u var wbr".split()
)


def html_paragraphs(path: Path, data: bytes, notes: list[str], pages: list[int]) -> Paragraphs:
    """The title, and the text between the bounds of block elements."""
    encoding = _encoding(data)
    if encoding:  # Python knows more encodings than the parser
        data = data.decode(encoding, "replace").encode()
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8" if encoding else None)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise DocumentError(f"{path}: this is no web page that can be read ({problem}).") from None
    title = root.findtext(".//title")
    if title:
        yield None, title
    held: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        breaks = tag not in _INLINE
        if breaks and held:
            yield None, "".join(held)
            held = []
        if tag in _UNSEEN:
            unseen += 1 if event == "start" else -1
        text = element.text if event == "start" else element.tail
        if text and not unseen:
            held.append(str(text))
    yield None, "".join(held)


def _encoding(data: bytes) -> str | None:
    """UTF-8 if the bytes are, since pages often say nothing or something else; None: what the page itself says; else what it looks like."""
    found = encoding_of(data)
    return None if not found.startswith("utf") and _STATED.search(data[:_HEAD]) else found
