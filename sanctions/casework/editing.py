"""Adding to the files of a case by command, without losing a comment or a line that a person wrote.

A file is added to as text, read again, and written only if the result is exactly what was there and the addition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec

from sanctions.acquisition.disk import put_file, writing
from sanctions.casework.reading import FACTS, fact_problems, parse_toml
from sanctions.casework.records import CaseFile, Fact, Facts, Link
from sanctions.errors import CaseError
from sanctions.frameworks import Frameworks
from sanctions.patterns import regex

_HEAD = regex(r"^\[\[facts\]\][^\n]*$", re.MULTILINE)
_LINKS = regex(r"^links\s*=\s*\[", re.MULTILINE)


def add_fact(found: CaseFile, fact: Fact, frameworks: Frameworks) -> None:
    """Append a fact to ``facts.toml``. Raises CaseError if it does not fit the case."""
    ids = {one.id for one in found.facts} | {fact.id}
    if fact.id in {one.id for one in found.facts}:
        raise CaseError(f"{found.folder / FACTS}: there is a fact {fact.id!r} already; give this one another id.")
    problems = list(fact_problems(fact, found, frameworks, ids, {exhibit.id for exhibit in found.exhibits}))
    if problems:
        raise CaseError("\n".join(f"{found.folder / FACTS}: fact {fact.id}: {problem}" for problem in problems))
    text = _text(found.folder)
    _write(found, text.rstrip("\n") + ("\n\n" if text.strip() else "") + "\n".join(_fact_lines(fact)) + "\n", (*found.facts, fact))


def add_link(found: CaseFile, fact_id: str, link: Link, frameworks: Frameworks) -> None:
    """Tie a fact to an element. Raises CaseError if there is no such fact or element, or if the two are tied already."""
    path = found.folder / FACTS
    place = next((number for number, fact in enumerate(found.facts) if fact.id == fact_id), None)
    if place is None:
        raise CaseError(f"{path}: there is no fact {fact_id!r}. The facts are: {', '.join(fact.id for fact in found.facts) or 'none'}.")
    fact = found.facts[place]
    if any((one.framework, one.provision, one.element) == (link.framework, link.provision, link.element) for one in fact.links):
        raise CaseError(f"{path}: fact {fact_id} is linked to {link.framework} {link.provision} {link.element} already; change it there.")
    linked = msgspec.structs.replace(fact, links=(link, *fact.links))
    exhibits, ids = {exhibit.id for exhibit in found.exhibits}, {one.id for one in found.facts}
    if problems := list(fact_problems(linked, found, frameworks, ids, exhibits)):
        raise CaseError("\n".join(f"{path}: fact {fact_id}: {problem}" for problem in problems))
    after = (*found.facts[:place], linked, *found.facts[place + 1 :])
    _write(found, _with_link(_text(found.folder), place, link), after)


def _text(folder: Path) -> str:
    path = folder / FACTS
    return path.read_text("utf-8") if path.is_file() else ""


def _with_link(text: str, place: int, link: Link) -> str:
    """The text with the link as the first of the fact at ``place``."""
    heads = [match.start() for match in _HEAD.finditer(text)]
    if place >= len(heads):
        return text
    end = heads[place + 1] if place + 1 < len(heads) else len(text)
    block = text[heads[place] : end]
    entry = f"\n    {inline(link)},"
    if match := _LINKS.search(block):
        block = block[: match.end()] + entry + block[match.end() :]
    else:
        body = block.rstrip("\n")
        block = f"{body}\nlinks = [{entry}\n]\n" + block[len(body) + 1 :]
    return text[: heads[place]] + block + text[end:]


def _write(found: CaseFile, text: str, meant: tuple[Fact, ...]) -> None:
    path = found.folder / FACTS
    try:
        sound = parse_toml(text, Facts, path).facts == meant
    except CaseError:
        sound = False
    if not sound:
        raise CaseError(f"{path}: it is written in a way that a command cannot add to. Nothing was changed; add it by hand.")
    with writing(path):
        put_file(path, text.encode())


def _fact_lines(fact: Fact) -> Iterator[str]:
    yield "[[facts]]"
    for key, value in _fields(fact).items():
        if key != "links":
            yield f"{key} = {_value(value)}"
    if fact.links:
        yield "links = ["
        yield from (f"    {inline(link)}," for link in fact.links)
        yield "]"


def inline(link: Link) -> str:
    """A link as an inline table."""
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in _fields(link).items()) + " }"


def toml_fields(record: msgspec.Struct) -> dict[str, str]:
    """A record's fields that say something, each as a TOML value."""
    values = {name: getattr(record, name) for name in record.__struct_fields__}
    return {name: _value(value) for name, value in values.items() if value not in ("", (), None)}


def _fields(record: Fact | Link) -> dict[str, Any]:
    """The fields that say something, in the order of the record."""
    needed = {"id", "statement", "source", "exhibits"}
    values = {name: getattr(record, name) for name in record.__struct_fields__}
    return {name: value for name, value in values.items() if value not in ("", (), None) or name in needed}


def _value(value: Any) -> str:
    """A TOML value; JSON's strings are TOML's basic strings once DEL is escaped."""
    match value:
        case Enum():
            return _value(value.value)
        case str():
            return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
        case int() | float():
            return repr(value)
        case tuple() | list():
            return "[" + ", ".join(map(_value, value)) + "]"
        case date():
            return value.isoformat()
        case Mapping():
            return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
    raise TypeError(type(value))
