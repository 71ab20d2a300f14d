"""What is wrong with the shape of a framework file, in words for whoever wrote it: all of it at once, and what may stand there instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

from sanctions.frameworks.records import Framework
from sanctions.frameworks.words import Word

_NOUNS = {"provisions": "provision", "elements": "element", "status": "status", "programmes": "programme"}
_SET_BY_US = ("overlay",)
_DAY = "a day such as 2016-02-18"


def shape_problems(raw: Mapping[str, Any]) -> Iterator[str]:
    """Each key that is unknown or missing and each value of the wrong kind, as a sentence that names its place."""
    yield from _in_table(Framework, raw, "")


def _in_table(record: type, raw: Any, where: str) -> Iterator[str]:
    if not isinstance(raw, dict):
        yield f"{where}here a table of keys is expected, and not {raw!r}."
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(record)}
    for key in raw:
        if key not in fields:
            yield where + _unknown(key, [name for name in fields if name not in _SET_BY_US])
    for key, field in fields.items():
        if key in raw:
            yield from _in_value(field.type, raw[key], key, where)
        elif field.required:
            yield f"{where}the key {key!r} is missing."


def _unknown(key: str, known: list[str]) -> str:
    near = get_close_matches(key, known, 1)
    return f"there is no key {key!r}" + (f"; {near[0]!r} is meant, perhaps." if near else f". The keys are: {', '.join(known)}.")


def _in_value(wanted: Any, value: Any, key: str, where: str) -> Iterator[str]:
    """What is wrong with one value: inside it, where it holds tables, else with the value itself."""
    record = _record_in(wanted)
    if record and get_origin(wanted) is tuple and isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _in_table(record, item, f"{where}{_named(key, item, number)}: ")
    elif record and _is_mapping(wanted) and isinstance(value, dict):
        for name, item in value.items():
            yield from _in_table(record, item, f"[{key}.{name}]: ")
    elif record and not _is_mapping(wanted) and isinstance(value, dict):
        yield from _in_table(record, value, f"{where}{key}: ")
    elif not _fits(wanted, value):
        yield f"{where}{key!r} is {value!r}, {_instead(wanted)}."


def _record_in(wanted: Any) -> type | None:
    """The record that a type holds: in a list, in a table of tables, or alone; None if it holds none."""
    held = [part for part in (wanted, *get_args(wanted)) if isinstance(part, type) and issubclass(part, msgspec.Struct)]
    return held[0] if held else None


def _is_mapping(wanted: Any) -> bool:
    return get_origin(wanted) is Mapping


def _named(key: str, item: Any, number: int) -> str:
    """The item by its own id, tag or event; by its number where it has none."""
    names = [item.get(name) for name in ("id", "tag", "event")] if isinstance(item, dict) else []
    return f"{_NOUNS.get(key, key)} {next((name for name in names if isinstance(name, str)), f'no. {number}')}"


def _fits(wanted: Any, value: Any) -> bool:
    try:
        msgspec.convert(value, type=wanted, builtin_types=(date,))
    except msgspec.ValidationError:
        return False
    return True


def _instead(wanted: Any) -> str:
    """What may stand there."""
    if isinstance(wanted, type) and issubclass(wanted, Word):
        return f"which is none of the words: {', '.join(wanted)}"
    if get_origin(wanted) in (Union, UnionType):
        parts = [_instead(part) for part in get_args(wanted) if part is not type(None)]
        return parts[0] if len(parts) == 1 else f"and must be {_DAY}, or a year, without quotation marks"
    if get_origin(wanted) is tuple:
        return "and must be a list in square brackets" + (", of texts in quotation marks" if str in get_args(wanted) else "")
    return {
        bool: "and must be true or false, without quotation marks",
        str: "and must be a text in quotation marks",
        date: f"and must be {_DAY}, without quotation marks",
    }.get(wanted, "which is not what belongs there")
