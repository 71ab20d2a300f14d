"""Switzerland's list of sanctioned persons, entities and objects (SESAM), which the State Secretariat for Economic Affairs keeps.

The file opens with the programmes, then has the targets, and last the places that these point to by number: it
is gone through twice. A target that was taken off the list stays in the file; the latest of its modifications
says so, and it is read as delisted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import Address, CountryLink, CountryRole, Entity, Kind, Link, Listing
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft, iso_day
from sanctions.readers.seco_facts import add_document, add_other, add_place_of_birth, birth_date
from sanctions.readers.seco_names import add_name
from sanctions.readers.seco_places import Place, place_of
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Element, Record, audit, raw, root_name, stream

ROOT = "swiss-sanctions-list"
WHOLE = "whole-list"
RECORDS = ("sanctions-program", "target", "place")
SUBJECTS = {"individual": Kind.PERSON, "entity": Kind.ORGANISATION, "object": Kind.UNKNOWN}
OBJECTS = {"vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT}
LISTED, AMENDED, DELISTED = "listed", "amended", "de-listed"
_UN_REFERENCE = regex(r"[A-Z]{2}[ie]\.\d{3}")


class _Tables(msgspec.Struct):
    """What targets refer to by number: sanctions sets (as listings without dates) and places."""

    sets: dict[str, Listing] = {}
    places: dict[str, Place] = {}


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The targets, delisted ones among them. Raises SourceError, with line and column, for a damaged document."""
    name = layout.files[0].name
    tables = _tables(source, name, definition, report)
    for path, element in stream(
        source, name, ROOT, RECORDS, report=report, ignore=definition.ignore, root_attributes=("date", "list-type")
    ):
        if path == ROOT:
            _head(element, name, report)
        elif path == "target" and (entity := _entity(element, tables, definition, report)):
            yield entity


def _head(element: Element, name: str, report: ReadReport) -> None:
    text = element.get("date")
    try:
        report.published = iso_day(text)
    except ValueError:
        report.problem(f"date: {text!r} is not a date; it is left empty.")
    kind = element.get("list-type")
    if kind != WHOLE:
        report.fatal.append(f'{name} calls itself "{kind}" and not "{WHOLE}": it holds what changed and not the list. Get the whole list.')


def _tables(source: Source, name: str, definition: ListDefinition, report: ReadReport) -> _Tables:
    """The first time through: programmes and places. Targets are passed over, and so forgotten one by one."""
    tables = _Tables()
    for path, element in stream(source, name, ROOT, RECORDS):
        if path in ("sanctions-program", "place"):
            record = Record(raw(element), path)
            if path == "place":
                tables.places[record.text("@ssid") or ""] = place_of(record)
            else:
                _programme(record, tables)
            audit(record, report, definition.ignore)
    return tables


def _programme(record: Record, tables: _Tables) -> None:
    """A programme's sets, each with the programme's key and name in English (where it has none, in what language there is)."""
    keys, names = ([(text.text("@lang"), text.value()) for text in record.each(f"program-{part}")] for part in ("key", "name"))
    origin = record.text("origin")
    for chosen in record.each("sanctions-set"):
        number, language, words = chosen.text("@ssid") or "", chosen.text("@lang"), chosen.value()
        if number not in tables.sets or language == "eng":
            tables.sets[number] = Listing(
                programme=_english(keys) or _english(names) or "not stated",
                legal_basis=_english(names),
                measures=(clean(words),) if words else (),
                reference=f"Origin: {origin}" if origin else None,
            )


def _english(texts: list[tuple[str | None, str | None]]) -> str | None:
    said = [(language, clean(text)) for language, text in texts if text]
    return next((text for language, text in said if language == "eng"), said[0][1] if said else None)


def _entity(element: Element, tables: _Tables, definition: ListDefinition, report: ReadReport) -> Entity | None:
    fields = raw(element)
    record = Record(fields, "target")
    key = record.text("@ssid")
    if key is None:
        report.problem("A target without an ssid was left out.")
        return None
    draft = Draft(uid=key, definition=definition, report=report)
    for word, kind in SUBJECTS.items():
        for subject in record.each(word):
            draft.kind = kind
            _subject(draft, subject, tables.places)
    if reference := record.text("foreign-identifier"):
        if _UN_REFERENCE.fullmatch(reference):
            draft.links.append(Link(scheme="un", value=reference))
        else:
            draft.notes.append(f"Foreign identifier: {reference}")
    for attribute in record.each("generic-attribute"):
        attribute.skip("@ssid")
        draft.notes.append(f"{attribute.text('@name')}: {clean(attribute.value() or '')}")
    delisted = _listings(draft, record, tables.sets)
    audit(record, report, definition.ignore)
    entity = draft.build(fields)
    return replace(entity, delisted=delisted) if entity else None


def _subject(draft: Draft, record: Record, places: Mapping[str, Place]) -> None:
    """Who or what the target is: identities, reasons, further facts, relations."""
    if word := record.text("@object-type"):
        draft.kind = OBJECTS.get(word, Kind.UNKNOWN)
        if word not in OBJECTS:
            draft.report.unread[f"{record.path}/@object-type={word}"] += 1
    if sex := record.text("@sex"):
        draft.gender(sex)
    for identity in record.each("identity"):
        identity.skip("@ssid", "@main")  # the main identity stands first in the file
        _identity(draft, identity, places)
    for text in record.each("justification"):
        text.skip("@ssid")
        draft.notes.append(f"Justification: {clean(text.value() or '')}")
    for text in record.each("other-information"):
        text.skip("@ssid")
        add_other(draft, clean(text.value() or ""))
    for relation in record.each("relation"):
        relation.skip("@ssid")
        number, remark = relation.text("@target-id"), relation.text("remark")
        words = ": ".join(filter(None, (relation.text("@relation-type"), clean(remark or ""))))
        if number:
            draft.links.append(Link(scheme="seco", value=number, relation=words or "related"))


def _identity(draft: Draft, record: Record, places: Mapping[str, Place]) -> None:
    for name in record.each("name"):
        add_name(draft, name)
    for born in record.each("day-month-year"):
        birth_date(draft, born)
    for place in record.each("place-of-birth"):
        add_place_of_birth(draft, place, places)
    for nationality in record.each("nationality"):
        nationality.skip("@ssid")
        for country in nationality.each("country"):
            code, text = country.text("@iso-code"), country.value()
            if known := draft.code(code or text):
                draft.countries.append(CountryLink(code=known, role=CountryRole.NATIONALITY, text=text or code or ""))
        draft.notes.extend(f"Nationality: {clean(text)}" for text in nationality.texts("remark"))
    for document in record.each("identification-document"):
        add_document(draft, document, places)
    for address in record.each("address"):
        _address(draft, address, places)


def _address(draft: Draft, record: Record, places: Mapping[str, Place]) -> None:
    record.skip("@ssid")
    place = places.get(record.text("@place-id") or "") or Place()
    quality = record.text("@quality")
    care, details, box, postal = (clean(record.text(name) or "") or None for name in ("c-o", "address-details", "p-o-box", "zip-code"))
    street = ", ".join(filter(None, (f"c/o {care}" if care else None, details, f"P.O. Box {box}" if box else None))) or None
    notes = [clean(text) for text in record.texts("remarks")] + (["of low quality"] if quality == "low" else [])
    code = draft.country(place.country, CountryRole.ADDRESS)
    full = ", ".join(filter(None, (street, postal, place.location, place.area, place.country)))
    if street or postal or place.location or place.area:
        draft.addresses.append(
            Address(
                full=full,
                street=street,
                city=place.location,
                region=place.area,
                postal_code=postal,
                country=code,
                note="; ".join(notes) or None,
            )
        )
    elif notes:
        draft.notes.append(f"Address: {'; '.join(notes)}")


def _listings(draft: Draft, record: Record, sets: Mapping[str, Listing]) -> bool:
    """One listing a sanctions set, with the days from the modifications. Returns whether the target is off the list."""
    days: dict[str, list[date | None]] = {LISTED: [], AMENDED: [], DELISTED: []}
    for change in record.each("modification"):
        word = change.text("@modification-type") or ""
        found = [_day(draft, change, f"{act}-date") for act in ("effective", "publication", "enactment")]
        if word in days:
            days[word].append(next(filter(None, found), None))
        else:
            draft.report.unread[f"{change.path}/@modification-type={word}"] += 1
    gone = _latest(days[DELISTED])
    # de-listed for good: nothing later, and not listed again on the same day
    again = bool(days[LISTED]) and gone <= _latest(days[LISTED])
    delisted = bool(days[DELISTED]) and not again and gone >= _latest(days[AMENDED])
    listed_on = min(filter(None, days[LISTED]), default=None)
    numbers = record.texts("sanctions-set-id") or list(filter(None, [record.text("@sanctions-set-id")]))
    for number in numbers:
        known = sets.get(number)
        if known is None:
            draft.report.unread["sanctions-set-id of no programme in the file"] += 1
        base = known or Listing(programme=f"sanctions set {number}")
        draft.listings.append(replace(base, listed_on=listed_on, ended_on=gone if delisted and gone > date.min else None))
    return delisted


def _latest(days: list[date | None]) -> date:
    return max(filter(None, days), default=date.min)


def _day(draft: Draft, record: Record, name: str) -> date | None:
    text = record.text(f"@{name}")
    try:
        return iso_day(text)
    except ValueError:
        draft.report.problem(f"Entry {draft.uid}: {name} {text!r} is not a date; it is left empty.")
        return None


def _recognises(name: str, head: bytes) -> bool:
    return root_name(head) == ROOT


FORMAT = Format(key="seco-xml", title="SECO sanctions list, XML", version=1, recognises=_recognises, read=read)
