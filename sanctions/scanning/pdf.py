"""The text of a PDF, page by page. Scripts, forms and attachments in it are never looked at, let alone run."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from sanctions.errors import DocumentError
from sanctions.patterns import regex
from sanctions.scanning.text import Paragraphs, paragraphs_of

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 5_000
_HYPHEN = regex(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_MOST_NOTED = 5


class _Heard(logging.Handler):
    """Keeps that the library complained: what it says of damaged parts stands in the notes, in our words."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.complaints = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.complaints += 1


def pdf_paragraphs(path: Path, data: bytes, notes: list[str], pages: list[int]) -> Paragraphs:
    """Each page's paragraphs; a page that cannot be read is noted and left out."""
    reader = _opened(path, data)
    number = _number_of_pages(path, reader)
    pages.append(number)
    failed = []
    with _listening() as heard:
        for place in range(number):
            before = heard.complaints
            try:
                text = reader.pages[place].extract_text()
            except Exception:  # a hostile page can raise anything; it is told below, and the others are read
                failed.append(place + 1)
                continue
            if not text.strip() and (heard.complaints > before or not _readable(reader, place)):
                failed.append(place + 1)
            yield from ((place + 1, part) for part in paragraphs_of(_HYPHEN.sub("", text)))
    if failed:
        more = "" if len(failed) <= _MOST_NOTED else f" and {len(failed) - _MOST_NOTED:,} more"
        notes.append(f"not read, since damaged or too large: page {', '.join(map(str, failed[:_MOST_NOTED]))}{more}")


def _readable(reader: PdfReader, place: int) -> bool:
    """Whether what draws a page can be unpacked at all: the library gives no text for one that is too large, and says nothing."""
    try:
        contents = reader.pages[place].get_contents()
        return contents is None or contents.get_data() is not None
    except Exception:
        return False


def _opened(path: Path, data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        with _listening():
            reader = PdfReader(BytesIO(data))
            readable = not reader.is_encrypted or bool(reader.decrypt(""))
    except DependencyError:
        readable = False
    except Exception as problem:
        raise _damaged(path, problem) from None
    if not readable:
        raise DocumentError(f"{path}: the PDF is protected by a password or encrypted. Save it without protection and scan that.")
    return reader


def _number_of_pages(path: Path, reader: PdfReader) -> int:
    try:
        with _listening():
            number = len(reader.pages)
    except Exception as problem:
        raise _damaged(path, problem) from None
    if number > MOST_PAGES:
        raise DocumentError(f"{path}: the PDF has {number:,} pages, and no more than {MOST_PAGES:,} are read. Split it.")
    return number


def _damaged(path: Path, problem: Exception) -> DocumentError:
    return DocumentError(f"{path}: the PDF is damaged or truncated ({problem or type(problem).__name__}). Get it again.")


@contextmanager
def _listening() -> Iterator[_Heard]:
    """What the library says goes to the handler and nowhere else."""
    logger, heard = logging.getLogger("pypdf"), _Heard()
    kept = logger.propagate
    logger.addHandler(heard)
    logger.propagate = False
    try:
        yield heard
    finally:
        logger.removeHandler(heard)
        logger.propagate = kept
