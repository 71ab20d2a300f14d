"""The text of a PDF, page by page. Scripts, forms and attachments in it are never looked at, let alone run."""

from __future__ import annotations

import logging
import re
from io import BytesIO
from pathlib import Path

from sanctions.errors import DocumentError
from sanctions.scanning.text import Paragraphs, paragraphs_of

MOST_PAGES = 5_000
_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_MOST_NOTED = 5


def pdf_paragraphs(path: Path, data: bytes, notes: list[str], pages: list[int]) -> Paragraphs:
    """Each page's paragraphs; a page that cannot be read is noted and left out."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would say of damaged parts stands in the notes
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(f"{path}: the PDF is protected by a password. Save it without one and scan that.")
        number = len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as problem:
        raise DocumentError(f"{path}: the PDF is damaged or truncated ({problem}). Get it again.") from None
    if number > MOST_PAGES:
        raise DocumentError(f"{path}: the PDF has {number:,} pages, and no more than {MOST_PAGES:,} are read. Split it.")
    pages.append(number)
    failed = []
    for place in range(number):
        try:
            text = reader.pages[place].extract_text()
        except Exception:  # a hostile page can raise anything; it is told below, and the others are read
            failed.append(place + 1)
            continue
        yield from ((place + 1, part) for part in paragraphs_of(_HYPHEN.sub("", text)))
    if failed:
        more = "" if len(failed) <= _MOST_NOTED else f" and {len(failed) - _MOST_NOTED:,} more"
        notes.append(f"not read, since damaged: page {', '.join(map(str, failed[:_MOST_NOTED]))}{more}")
