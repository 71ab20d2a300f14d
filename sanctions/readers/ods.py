"""Rows of an OpenDocument spreadsheet (.ods), streamed: the UK Sanctions List unpacks to over 400 MB of XML.

Repetition is what the format saves space with: a cell or a row says how often it stands there. An empty one may be
repeated to the edge of the sheet, a million times over, and costs nothing here; one with content is bounded.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from sanctions.errors import SourceError

MEDIA_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
LARGEST = 2 * 1024**3
"""Bytes to which the sheets may unpack: four times the UK Sanctions List of 2026."""

MOST_COLUMNS = 1_000
MOST_REPEATS = 10_000
"""How often a row with content may stand below itself."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def is_ods(head: bytes) -> bool:
    """Whether a file's first bytes are an OpenDocument spreadsheet's: its first member, never packed, is its media type."""
    return head.startswith(b"PK\x03\x04") and b"mimetype" + MEDIA_TYPE in head[:200]


def ods_rows(path: Path, sheet: str | None = None) -> Iterator[tuple[int, list[str]]]:
    """Every row of a sheet (the first unless named) as (number, cells), without the empty cells at its end.

    Raises SourceError for a file that is damaged, locked or too large, and for a sheet that is not there.
    """
    try:
        with zipfile.ZipFile(path) as package:
            content = package.getinfo("content.xml")
            if content.file_size > LARGEST:
                raise SourceError(f"{path.name} unpacks to more than {LARGEST // 1024**3} GB; no list needs so much.")
            with package.open(content) as stream:
                yield from _rows(stream, path.name, sheet)
    except KeyError:
        raise SourceError(f"{path.name} has no content.xml; it is no spreadsheet. Fetch or save it again.") from None
    except etree.XMLSyntaxError as problem:
        raise SourceError(f"{path.name} is a damaged spreadsheet: {problem.msg}. Fetch or save it again.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as problem:
        raise SourceError(f"{path.name} is a damaged, truncated or locked spreadsheet ({problem}); fetch or save it again.") from None


def _rows(stream: IO[bytes], name: str, sheet: str | None) -> Iterator[tuple[int, list[str]]]:
    seen: list[str] = []
    wanted = False
    number = 0
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=[f"{_TABLE}table", f"{_TABLE}table-row"],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    for event, element in events:
        if element.tag == f"{_TABLE}table":
            if event == "end" and wanted:
                return
            if event == "start":
                seen.append(element.get(f"{_TABLE}name") or "")
                wanted = sheet in (None, seen[-1])
        elif event == "end":
            times = _times(element, "rows")
            if wanted:
                cells = _cells(element, name, number + 1)
                if cells and times > MOST_REPEATS:
                    raise SourceError(f"{name}, row {number + 1}: the row is repeated {times:,} times; no list does that.")
                yield from ((number + again, cells) for again in range(1, times + 1 if cells else 1))
                number += times
            _forget(element)
    if not wanted:
        raise SourceError(f'{name} has no sheet "{sheet}"; it has: {", ".join(seen) or "none"}.')


def _times(element: etree._Element, what: str) -> int:
    text = element.get(f"{_TABLE}number-{what}-repeated") or "1"
    return int(text) if text.isdigit() else 1


def _cells(row: etree._Element, name: str, number: int) -> list[str]:
    cells: list[str] = []
    empty = 0
    for cell in row:
        times = _times(cell, "columns")
        text = _value(cell)
        if not text:
            empty += times
            continue
        if len(cells) + empty + times > MOST_COLUMNS:
            raise SourceError(f"{name}, row {number}: more than {MOST_COLUMNS:,} columns; no list has so many.")
        cells += [""] * empty + [text] * times
        empty = 0
    return cells


def _value(cell: etree._Element) -> str:
    """A date in ISO 8601, without a midnight; a number without ".0"; else the paragraphs as they are shown, one a line."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "date":
        return (cell.get(f"{_OFFICE}date-value") or "").removesuffix("T00:00:00")
    if kind in ("float", "percentage", "currency"):
        return (cell.get(f"{_OFFICE}value") or "").removesuffix(".0")
    return "\n".join(_paragraph(part) for part in cell.iterfind(f"{_TEXT}p"))


def _paragraph(part: etree._Element) -> str:
    """The text with what the format writes as elements: runs of spaces, tabs, line breaks. Comments are no text of a cell."""
    found = [part.text or ""]
    for child in part:
        if child.tag == f"{_TEXT}s":
            found.append(" " * min(int(child.get(f"{_TEXT}c") or 1), 100))
        elif child.tag == f"{_TEXT}tab":
            found.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            found.append("\n")
        elif isinstance(child.tag, str):
            found.append(_paragraph(child))
        found.append(child.tail or "")
    return "".join(found)


def _forget(element: etree._Element) -> None:
    """Empty a row that was read, and drop the ones before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]
