"""OpenSanctions' simple CSV (targets.simple.csv): a row a target, several values parted by ";".

Numbers stand in one column without their type. One that begins with "IMO" is an IMO number; of companies and other
organisations a number is taken for a registration, of people for an identity number, so that equal numbers are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import parse_date
from sanctions.model import Address, CountryLink, CountryRole, Entity, Identifier, IdentifierType, Kind, Listing, Name
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft
from sanctions.readers.ftm_facts import KINDS
from sanctions.readers.tabular import Row, clean, read_rows
from sanctions.scripts import script_of

COLUMNS = frozenset({
    "id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions", "phones", "emails",
    "program_ids", "dataset", "first_seen", "last_seen", "last_change",
})  # fmt: skip
_IMO = regex(r"IMO\s*(\d{7})", re.I)
_HEADER = (b"id", b"schema", b"name", b"aliases", b"birth_date", b"countries")


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The targets. The copy's date is the latest day on which one was seen. Raises SourceError for a damaged file."""
    name = layout.files[0].name
    latest: date | None = None
    for row in read_rows(source.path(name)):
        for column in row.cells.keys() - COLUMNS:
            if clean(row.cells[column]):
                report.unread[column] += 1
        if not clean(row.cells.get("id", "")):
            report.problem(f"{name}, row {row.number}: a row without an id was left out.")
            continue
        seen = _day(row.cells.get("last_seen", ""))
        latest = max(filter(None, (latest, seen)), default=None)
        entity = _draft(row, definition, report).build({key: cell for key, cell in row.cells.items() if cell.strip()})
        report.published = latest
        if entity:
            yield entity


def _draft(row: Row, definition: ListDefinition, report: ReadReport) -> Draft:
    schema = clean(row.cells.get("schema", ""))
    if schema not in KINDS:
        report.unread[f"schema={schema}"] += 1
    draft = Draft(uid=clean(row.cells["id"]), definition=definition, report=report, kind=KINDS.get(schema, Kind.UNKNOWN))
    for number, full in enumerate([clean(row.cells.get("name", "")), *_several(row, "aliases")]):
        if full:
            draft.names.append(Name(full=full, primary=number == 0, script=script_of(full)))
    for text in _several(row, "birth_date"):
        if draft.kind in (Kind.PERSON, Kind.UNKNOWN):
            draft.birth_date(text)
        else:
            draft.notes.append(f"Founded or built: {text}")
    for text in _several(row, "countries"):
        if code := draft.code(text):
            draft.countries.append(CountryLink(code=code, role=CountryRole.OTHER, text=text))
    draft.addresses.extend(Address(full=text) for text in _several(row, "addresses"))
    draft.identifiers.extend(_identifier(draft.kind, text) for text in _several(row, "identifiers"))
    for column, kind in (("phones", IdentifierType.PHONE), ("emails", IdentifierType.EMAIL)):
        draft.identifiers.extend(Identifier(type=kind, value=text) for text in _several(row, column))
    if reasons := clean(row.cells.get("sanctions", "")).strip('"').replace('""', '"'):
        draft.notes.append(reasons)
    programmes = _several(row, "program_ids") or [clean(row.cells.get("dataset", "")) or "not stated"]
    draft.listings.extend(Listing(programme=text) for text in programmes)
    return draft


def _identifier(kind: Kind, text: str) -> Identifier:
    if found := _IMO.fullmatch(text):
        return Identifier(type=IdentifierType.IMO, value=found[1])
    usual = {Kind.PERSON: IdentifierType.NATIONAL_ID, Kind.VESSEL: IdentifierType.OTHER, Kind.AIRCRAFT: IdentifierType.OTHER}
    return Identifier(type=usual.get(kind, IdentifierType.REGISTRATION), value=text, label="number of a type not stated")


def _several(row: Row, column: str) -> list[str]:
    return list(dict.fromkeys(filter(None, (clean(piece).strip('"') for piece in row.cells.get(column, "").split(";")))))


def _day(text: str) -> date | None:
    try:
        return parse_date(text[:10]).first if text.strip() else None
    except ValueError:
        return None


def _recognises(name: str, head: bytes) -> bool:
    first = head.lstrip(b"\xef\xbb\xbf").partition(b"\n")[0].replace(b'"', b"").strip()
    return tuple(first.split(b",")[: len(_HEADER)]) == _HEADER


FORMAT = Format(key="os-simple-csv", title="OpenSanctions, simple CSV", version=1, recognises=_recognises, read=read)
