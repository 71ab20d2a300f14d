"""OpenSanctions' entities in FollowTheMoney's JSON lines, flat (entities.ftm.json) or nested (targets.nested.json).

In the flat form sanctions, papers and addresses are entities of their own that point to the target; the file is
gone through twice. Only targets are entities here; who is merely related to one is a link. The licence is
OpenSanctions' (CC BY-NC 4.0 unless bought).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import Entity
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.ftm_facts import KINDS, build
from sanctions.readers.json_lines import first_object, json_lines

_HOLDERS = {"Sanction": "entity", "Passport": "holder", "Identification": "holder"}
"""Which property of such an entity points to the one that it describes."""


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The targets. Raises SourceError, naming the line, for a damaged file."""
    name = layout.files[0].name
    adjuncts, addresses = _adjuncts(source, name)
    for number, fields in json_lines(source, name):
        schema = str(fields.get("schema") or "")
        if schema not in KINDS or fields.get("target") is False:
            report.ignored[f"schema={schema}" if schema not in KINDS else f"{schema} that is no target"] += 1
            continue
        key = fields.get("id")
        if not key:
            report.problem(f"{name}, line {number}: an entity without an id was left out.")
            continue
        properties = fields.get("properties") or {}
        places = [addresses[ref] for ref in properties.get("addressEntity") or [] if isinstance(ref, str) and ref in addresses]
        kept = {name: values for name, values in properties.items() if not (places and name == "addressEntity")}
        if entity := build({**fields, "properties": kept}, [*adjuncts.get(str(key), []), *places], definition, report):
            yield entity


def _adjuncts(source: Source, name: str) -> tuple[dict[str, list[Mapping[str, Any]]], dict[str, Mapping[str, Any]]]:
    """The first time through: sanctions and papers by whom they describe, addresses by their own id."""
    held: dict[str, list[Mapping[str, Any]]] = {}
    addresses: dict[str, Mapping[str, Any]] = {}
    for _, fields in json_lines(source, name):
        schema = fields.get("schema")
        if schema == "Address":
            addresses[str(fields.get("id"))] = fields
        elif schema in _HOLDERS:
            for key in (fields.get("properties") or {}).get(_HOLDERS[schema]) or []:
                held.setdefault(str(key), []).append(fields)
    return held, addresses


def _recognises(name: str, head: bytes) -> bool:
    return {"schema", "properties"} <= first_object(head).keys()


FORMAT = Format(key="ftm-json", title="OpenSanctions, FollowTheMoney JSON lines", version=1, recognises=_recognises, read=read)
