"""The US Consolidated Screening List as JSON (consolidated.json): ``{"results": [{…}, …]}``.

The file is one document of some tens of megabytes. It is read through a window that holds one entry at a
time, so that memory does not grow with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SourceError
from sanctions.model import Entity
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.csl_common import CslReader

WINDOW = 256 * 1024
"""Characters read at a time."""

LARGEST_ENTRY = 4 * 1024 * 1024
"""Characters. One entry of the real list has at most some 20,000."""

_SPACE = re.compile(r"[ \t\r\n]*")


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The entries of "results". Other members of the document are reported, but for "total", which is its own count.

    Raises SourceError, with line and column, for a document that is damaged, truncated, or has no "results".
    """
    name = layout.files[0].name
    reader = CslReader(definition, report)
    found = False
    with source.path(name).open(encoding="utf-8-sig") as file:
        for key, value, place in _Document(file, name).members("results"):
            if key == "results":
                found = True
                if not isinstance(value, dict):
                    raise SourceError(f'{name}, {place}: an entry of "results" is {value!r:.40}, not an object.')
                if entity := reader.entity(value, f"{name}, {place}"):
                    yield entity
            elif key == "total" and isinstance(value, int):
                report.declared = value
            elif key in definition.ignore:
                report.ignored[key] += 1
            else:
                report.unread[key] += 1
    if not found:
        raise SourceError(f'{name} holds no "results" or none in them; it is not the Consolidated Screening List. Fetch it again.')


class _Document:
    """A JSON object read member by member, one of its arrays element by element."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file = file
        self._name = name
        self._text = ""
        self._at = 0
        self._line = 1
        self._column = 1
        self._ended = False
        self._decoder = json.JSONDecoder()

    def members(self, streamed: str) -> Iterator[tuple[str, Any, str]]:
        """(key, value, place) of each member; of the array ``streamed``, of each element."""
        self._expect("{")
        closed = self._peek() == "}"
        while not closed:
            key, place = self._value()
            if not isinstance(key, str):
                raise self._error("a member's name is not a string")
            self._expect(":")
            if key == streamed:
                yield from ((key, *element) for element in self._elements())
            else:
                value, place = self._value()
                yield key, value, place
            closed = self._peek() != ","
            if not closed:
                self._expect(",")
        self._expect("}")
        if self._peek():
            raise self._error("there is text after the end of the document")

    def _elements(self) -> Iterator[tuple[Any, str]]:
        self._expect("[")
        if self._peek() != "]":
            yield self._value()
            while self._peek() == ",":
                self._expect(",")
                yield self._value()
        self._expect("]")

    def _value(self) -> tuple[Any, str]:
        """One whole value and the place where it begins."""
        self._peek()
        place = f"line {self._line}, column {self._column}"
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as problem:
                if not self._more():
                    raise self._error(f"{getattr(problem, 'msg', 'it is nested too deeply')}") from None
                continue
            if end < len(self._text) or not self._more():  # a number may go on beyond the window
                self._advance(end)
                return value, place

    def _expect(self, character: str) -> None:
        found = self._peek()
        if found != character:
            raise self._error(
                f"{character!r} should stand here, not {found!r}" if found else f"the file ends where {character!r} should stand"
            )
        self._advance(self._at + 1)

    def _peek(self) -> str:
        """The next character that is no space, or "" at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            assert match
            self._advance(match.end())
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _advance(self, end: int) -> None:
        passed = self._text[self._at : end]
        lines = passed.count("\n")
        self._line += lines
        self._column = len(passed) - passed.rfind("\n") if lines else self._column + len(passed)
        self._at = end

    def _more(self) -> bool:
        """Move the window on. False at the end of the file or if what is held is too large to be one entry."""
        if self._ended or len(self._text) - self._at > LARGEST_ENTRY:
            return False
        try:
            chunk = self._file.read(WINDOW)
        except UnicodeDecodeError as problem:
            raise SourceError(f"{self._name} is not UTF-8 near line {self._line}: {problem.reason}. Fetch it again.") from None
        self._ended = not chunk
        self._text = self._text[self._at :] + chunk
        self._at = 0
        return bool(chunk)

    def _error(self, what: str) -> SourceError:
        where = f"line {self._line}, column {self._column}"
        return SourceError(
            f"{self._name} is not the JSON it should be at {where}: {what}. The copy is damaged or cut short; fetch it again."
        )


def _recognises(name: str, head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and b'"results"' in head and (b'"source"' in head or b'"entity_number"' in head)


FORMAT = Format(key="csl-json", title="US Consolidated Screening List, JSON", version=1, recognises=_recognises, read=read)
