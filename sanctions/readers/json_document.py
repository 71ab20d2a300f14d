"""A large JSON document read through a window: the elements of one array in it, one after another.

Some publishers write their whole list as one document of tens of megabytes. It is read through a window that
holds one element at a time, so that memory does not grow with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TextIO

from sanctions.catalogue import ListDefinition
from sanctions.errors import SourceError
from sanctions.patterns import regex
from sanctions.readers.base import ReadReport, Source

WINDOW = 256 * 1024
"""Characters read at a time."""

LARGEST_ENTRY = 4 * 1024 * 1024
"""Characters. One entry of the largest real list has at most some 20,000."""

_SPACE = regex(r"[ \t\r\n]*")


def records(
    source: Source,
    name: str,
    path: Sequence[str],
    definition: ListDefinition,
    *,
    report: ReadReport,
    other: Callable[[str, Any], bool] = lambda member, value: False,
) -> Iterator[tuple[dict[str, Any], str]]:
    """The objects of the array at ``path`` of the file ``name``, each with its place ("consolidated.json, line 3, column 1").

    ``other`` is told each other member and says whether it took it; what it does not take is reported. Raises
    SourceError for a damaged document, and for one that has no such array or nothing in it.
    """
    streamed = "/".join(path)
    found = False
    with source.path(name).open(encoding="utf-8-sig") as file:
        for member, value, place in Document(file, name).members(path):
            if member == streamed:
                found = True
                if not isinstance(value, dict):
                    raise SourceError(f'{name}, {place}: an entry of "{path[-1]}" is {value!r:.40}, not an object.')
                yield value, f"{name}, {place}"
            elif not other(member, value):
                (report.ignored if member in definition.ignore else report.unread)[member] += 1
    if not found:
        raise SourceError(f'{name} holds no "{path[-1]}" or none in them; it is not {definition.title}. Fetch it again.')


class Document:
    """A JSON object read member by member, one array in it element by element. ``name`` stands in complaints."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file = file
        self._name = name
        self._text = ""
        self._at = 0
        self._line = 1
        self._column = 1
        self._ended = False
        self._decoder = json.JSONDecoder()

    def members(self, streamed: Sequence[str]) -> Iterator[tuple[str, Any, str]]:
        """(path, value, place) of each member, its path joined by "/"; of the array at the path ``streamed``, of each element.

        Objects on the way to that array are entered; all other members are read whole. Raises SourceError, with line
        and column, for a document that is damaged or cut short.
        """
        yield from self._members("", "/".join(streamed))
        if self._peek():
            raise self._error("there is text after the end of the document")

    def _members(self, above: str, streamed: str) -> Iterator[tuple[str, Any, str]]:
        self._expect("{")
        closed = self._peek() == "}"
        while not closed:
            key, _ = self._value()
            if not isinstance(key, str):
                raise self._error("a member's name is not a string")
            self._expect(":")
            yield from self._member(f"{above}/{key}" if above else key, streamed)
            closed = self._peek() != ","
            if not closed:
                self._expect(",")
        self._expect("}")

    def _member(self, path: str, streamed: str) -> Iterator[tuple[str, Any, str]]:
        if path == streamed:
            yield from ((path, *element) for element in self._elements())
        elif streamed.startswith(f"{path}/") and self._peek() == "{":
            yield from self._members(path, streamed)
        else:
            yield path, *self._value()

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
