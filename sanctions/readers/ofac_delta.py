"""OFAC's delta files: what one publication added to its lists, removed from them and changed on them.

The Sanctions List Service keeps one for each publication (``changes/latest``, ``changes/{publicationID}``), in the enhanced
XML's words under a namespace of its own. An entity that was added or removed says so itself (``action``); one that was changed
says so in what changed of it, which may be that it came onto a list or left one. ``changes/history/{year}`` names the
publications. No file of either kind was at hand: their form is known from public descriptions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec

from sanctions.errors import SourceError
from sanctions.readers.base import Source
from sanctions.readers.draft import iso_day
from sanctions.readers.xml import raw, stream

NAMESPACE = b"/ofac/DeltaFile/"
SDN = "SDN List"
"""The label of the SDN list; every other label is one of those that OFAC consolidates."""

Action = Literal["added", "removed", "changed"]
_ACTIONS: Mapping[str, Action] = {
    "add": "added",
    "added": "added",
    "remove": "removed",
    "removed": "removed",
    "delete": "removed",
    "change": "changed",
    "modify": "changed",
    "update": "changed",
}
_ENTITY, _INFORMATION = "entities/entity", "publicationInfo"


class DeltaEntity(msgspec.Struct, frozen=True, kw_only=True):
    """One entity of a delta file. ``lists`` maps the labels of lists named with it to what happened to it there.

    ``fields`` says in short what changed of it ("names added", "remarks changed").
    """

    uid: str
    name: str
    action: Action
    lists: Mapping[str, Action]
    fields: tuple[str, ...] = ()

    def on(self, *, sdn: bool) -> Action | None:
        """What happened to it on the SDN list, or on those consolidated; None if it is told of other lists alone."""
        told = [action for label, action in self.lists.items() if (label == SDN) is sdn]
        if not told:
            return self.action if not self.lists else None
        return self.action if self.action != "changed" else next((action for action in told if action != "changed"), "changed")


class Delta(msgspec.Struct, frozen=True, kw_only=True):
    """One publication. ``file`` is the name of the file that it was read from."""

    file: str
    published: date
    kind: str
    entities: tuple[DeltaEntity, ...]


def is_delta(head: bytes) -> bool:
    """Whether a file begins as a delta file does: the enhanced XML's root under another namespace."""
    return b"sanctionsData" in head[:4096] and NAMESPACE in head[:4096]


def read_delta(path: Path) -> Delta:
    """A delta file. Raises SourceError, naming the file, if it is damaged, is none, or does not say of which day it is."""
    source = Source(files={path.name.lower(): path})
    published, kind, entities = None, "", []
    with path.open("rb") as file:
        if not is_delta(file.read(4096)):
            raise SourceError(f"{path.name} is no delta file of OFAC's (root sanctionsData under DeltaFile/1.0).")
    for place, element in stream(source, path.name, "sanctionsData", (_ENTITY, _INFORMATION)):
        fields = raw(element)
        if place == _INFORMATION:
            published, kind = _day(fields.get("datePublished"), path.name), str(fields.get("publicationType") or "")
        elif place == _ENTITY:
            entities.append(_entity(fields, path.name))
    if published is None:
        raise SourceError(f"{path.name} does not say when it was published (publicationInfo/datePublished). Fetch it again.")
    return Delta(file=path.name, published=published, kind=kind, entities=tuple(entities))


def read_history(path: Path) -> tuple[date, ...]:
    """The day of each publication that a history names, in order. Raises SourceError as ``read_publications_of`` does."""
    return tuple(sorted(day for _, day in read_publications_of(path)))


def read_publications_of(path: Path) -> list[tuple[str, date]]:
    """The number and day of each publication that a history names (``[{"publicationID", "datePublished"}, …]``).

    Raises SourceError, naming the file, for one that is no such history.
    """
    try:
        found = msgspec.json.decode(path.read_bytes())
    except msgspec.DecodeError as problem:
        raise SourceError(f"{path.name} is not the JSON that it should be: {problem}. Fetch it again.") from None
    entries = found.get("publications") if isinstance(found, dict) else found
    named = [(_number(entry), _day(entry.get("datePublished"), path.name)) for entry in _objects(entries)]
    if not isinstance(entries, list) or len(named) != len(entries) or not all(number and day for number, day in named):
        raise SourceError(f"{path.name} is no history of OFAC's publications (a list of publicationID and datePublished).")
    return [(number, day) for number, day in named if day]


def _objects(entries: Any) -> list[Mapping[str, Any]]:
    return [entry for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []


def _number(entry: Mapping[str, Any]) -> str:
    """A publication's number; "" if it is none: it becomes a part of an address and of a file's name."""
    number = str(entry.get("publicationID") or "")
    return number if number.isdigit() else ""


def _day(text: Any, name: str) -> date | None:
    try:
        return iso_day(str(text)) if text else None
    except ValueError:
        raise SourceError(f"{name}: {text!r} is not a date.") from None


def _entity(fields: Mapping[str, Any], name: str) -> DeltaEntity:
    uid = fields.get("@id")
    if not uid:
        raise SourceError(f"{name}: an entity without an id.")
    action = _action(fields, name) or "changed"
    lists = {str(one.get("#text", "")).strip(): _action(one, name) or action for one in _each(fields, "sanctionsLists", "sanctionsList")}
    parts = sorted({f"{part} {done}" for part, done in _parts(fields, "", name)}) if action == "changed" else []
    return DeltaEntity(uid=str(uid), name=_name(fields), action=action, lists=lists, fields=tuple(parts))


def _action(fields: Mapping[str, Any], name: str) -> Action | None:
    word = fields.get("@action")
    if word is None:
        return None
    try:
        return _ACTIONS[str(word).casefold()]
    except KeyError:
        raise SourceError(f"{name}: an action {word!r}, which is not known; it is not read, so that nothing is misread.") from None


def _parts(fields: Mapping[str, Any], above: str, name: str) -> Iterator[tuple[str, Action]]:
    """Each part of an entity that says what happened to it, by the name of its outermost holder."""
    for key, value in fields.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping) and (done := _action(item, name)):
                yield (key if above in ("", "generalInfo") else above), done
            elif isinstance(item, Mapping):
                yield from _parts(item, above if above not in ("", "generalInfo") else key, name)


def _each(fields: Any, *names: str) -> list[Mapping[str, Any]]:
    """The records down that path of names; a plain text is a record of its text."""
    found = [fields]
    for key in names:
        inner = [each.get(key) for each in found if isinstance(each, Mapping)]
        found = [item for value in inner if value is not None for item in (value if isinstance(value, list) else [value])]
    return [item if isinstance(item, Mapping) else {"#text": item} for item in found]


def _name(fields: Mapping[str, Any]) -> str:
    """The first formatted name of a primary name, else of any; "" for an entity that is told of without a name."""
    names = _each(fields, "names", "name")
    for one in sorted(names, key=lambda one: one.get("isPrimary") != "true"):
        for translation in _each(one, "translations", "translation"):
            for text in _each(translation, "formattedFullName"):
                if written := str(text.get("#text") or "").strip():
                    return written
    return ""
