"""Books in JSON Lines: one object a line. Nested objects become columns: {"owner": {"name": …}} is "owner name"."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sanctions.books.origin import Origin
from sanctions.books.table import MOST_CELL, MOST_COLUMNS, RawRow, Table
from sanctions.books.values import without_surrogates
from sanctions.errors import BookError

_DEEPEST = 3


def read_jsonlines(origin: Origin) -> Table:
    """The table of a JSON Lines file; a first pass gathers the keys of all objects.

    Raises BookError if no line is an object, or if there are more than MOST_COLUMNS different keys.
    """
    headings: dict[str, int] = {}
    for _, found, _ in _objects(origin):
        for key in found or ():
            headings.setdefault(key, len(headings))
        if len(headings) > MOST_COLUMNS:
            raise BookError(f"The book {origin.name} has more than {MOST_COLUMNS} different keys; is it a book of parties?")
    if not headings:
        raise BookError(f"The book {origin.name} holds no JSON object with a key. A JSON book holds one object a line, each with a name.")

    def rows() -> Iterator[RawRow]:
        for number, found, problem in _objects(origin):
            cells = [(found or {}).get(key, "") for key in headings]
            yield RawRow(number=number, cells=cells, problem=problem)

    return Table(headings=tuple(headings), rows=rows)


def _objects(origin: Origin) -> Iterator[tuple[int, dict[str, str] | None, str | None]]:
    """Line number, flattened object (None for a blank line), problem."""
    with origin.text() as text:
        number = 0
        while line := text.readline(MOST_CELL):
            number += 1
            if len(line) == MOST_CELL and not line.endswith("\n"):
                while (rest := text.readline(MOST_CELL)) and not rest.endswith("\n"):
                    pass
                yield number, None, f"line {number} is longer than {MOST_CELL >> 20} million characters"
            elif line.strip().strip("\ufeff"):
                yield number, *_parse(line.strip().lstrip("\ufeff"), number)
            else:
                yield number, None, None


def _parse(line: str, number: int) -> tuple[dict[str, str] | None, str | None]:
    try:
        found = json.loads(line, object_pairs_hook=_pairs)
    except json.JSONDecodeError as problem:
        return None, f"line {number}, column {problem.colno} is not JSON: {problem.msg}"
    except RecursionError:
        return None, f"line {number} is nested too deeply"
    except ValueError as problem:
        return None, f"line {number}: {problem}"
    if not isinstance(found, dict):
        return None, f"line {number} is not a JSON object in braces but {type(found).__name__}"
    cells: dict[str, str] = {}
    for key, value in found.items():
        _flatten(key, value, cells, 1)
    return cells, None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key[:60]!r} stands twice in one object")
        found[key] = value
    return found


def _flatten(key: str, value: Any, cells: dict[str, str], depth: int) -> None:
    if isinstance(value, dict) and depth < _DEEPEST:
        for inner, content in value.items():
            _flatten(f"{key} {inner}", content, cells, depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST and any(isinstance(item, dict) for item in value):
        for place, item in enumerate(value, 1):
            _flatten(f"{key} {place}", item, cells, depth + 1)
    else:
        heading = without_surrogates(key).strip()
        text = _text(value)
        cells[heading] = f"{cells[heading]}\n{text}" if cells.get(heading) else text


def _text(value: Any) -> str:
    """A value as a cell: lists one element a line, so that they are several values again."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return "\n".join(_text(item) for item in value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return without_surrogates(text)
