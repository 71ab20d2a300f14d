"""Senzing's JSON lines, the form in which OpenSanctions offers its data to Senzing's matcher (senzing.json).

A record has lists of features (NAMES, DATES, IDENTIFIERS …), each of objects with fixed keys. Listings are not in this
form: the topics under RISKS are all that says why a target is held.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import Address, CountryLink, CountryRole, Entity, Identifier, IdentifierType, Kind, Link, Listing, Name, Quality
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft
from sanctions.readers.json_lines import first_object, json_lines
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit
from sanctions.scripts import script_of

KINDS = {"PERSON": Kind.PERSON, "ORGANIZATION": Kind.ORGANISATION, "VESSEL": Kind.VESSEL, "AIRCRAFT": Kind.AIRCRAFT}
QUALITIES = {"PRIMARY": Quality.STRONG, "ALIAS": Quality.STRONG, "AKA": Quality.STRONG, "FORMER": Quality.FORMER, "WEAK": Quality.WEAK}
COUNTRIES = (
    ("NATIONALITY", CountryRole.NATIONALITY),
    ("CITIZENSHIP", CountryRole.CITIZENSHIP),
    ("COUNTRY_OF_ASSOCIATION", CountryRole.OTHER),
    ("REGISTRATION_COUNTRY", CountryRole.REGISTRATION),
)
NUMBERS = (
    ("PASSPORT", IdentifierType.PASSPORT),
    ("NATIONAL_ID", IdentifierType.NATIONAL_ID),
    ("TAX_ID", IdentifierType.TAX),
    ("LEI", IdentifierType.LEI),
    ("DUNS", IdentifierType.DUNS),
    ("IMO", IdentifierType.IMO),
    ("MMSI", IdentifierType.MMSI),
    ("OTHER_ID", IdentifierType.OTHER),
    ("TRUSTED_ID", IdentifierType.OTHER),
)
_GENDERS = {"M": "male", "F": "female"}
_NOTES = (("DATE_OF_DEATH", "Died"), ("REGISTRATION_DATE", "Registered"))


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The records. Raises SourceError, naming the line, for a damaged file."""
    name = layout.files[0].name
    for number, fields in json_lines(source, name):
        record = Record(fields, "")
        key = record.text("RECORD_ID")
        if key is None:
            report.problem(f"{name}, line {number}: a record without a RECORD_ID was left out.")
            continue
        draft = Draft(uid=key, definition=definition, report=report)
        _fill(draft, record)
        url = record.text("URL")
        record.skip("DATA_SOURCE", "LAST_CHANGE")
        audit(record, report, definition.ignore)
        if entity := draft.build(fields):
            yield replace(entity, url=url or entity.url)


def _fill(draft: Draft, record: Record) -> None:
    word = record.text("RECORD_TYPE") or ""
    if word not in KINDS:
        draft.report.unread[f"RECORD_TYPE={word}"] += 1
    draft.kind = KINDS.get(word, Kind.UNKNOWN)
    for name in record.each("NAMES"):
        _name(draft, name)
    gender = record.text("GENDER") or ""
    draft.genders.extend([_GENDERS[gender]] if gender in _GENDERS else [])
    for dates in record.each("DATES"):
        if born := dates.text("DATE_OF_BIRTH"):
            draft.birth_date(born)
        draft.notes.extend(f"{label}: {text}" for field, label in _NOTES if (text := dates.text(field)))
    for place in record.each("ADDRESSES"):
        draft.addresses.extend(Address(full=clean(text)) for text in [place.text("ADDR_FULL")] if text)
        draft.birth_places.extend(clean(text) for text in [place.text("PLACE_OF_BIRTH")] if text)
    for country in record.each("COUNTRIES"):
        for field, why in COUNTRIES:
            if (text := country.text(field)) and (code := draft.code(text)):
                draft.countries.append(CountryLink(code=code, role=why, text=text))
    for found in record.each("IDENTIFIERS"):
        draft.identifiers.extend(_numbers(draft, found))
    for contact in record.each("CONTACTS"):
        for field, kind in (
            ("EMAIL_ADDRESS", IdentifierType.EMAIL),
            ("PHONE_NUMBER", IdentifierType.PHONE),
            ("WEBSITE_ADDRESS", IdentifierType.WEBSITE),
        ):
            draft.identifiers.extend(Identifier(type=kind, value=text) for text in [contact.text(field)] if text)
    for relation in record.each("RELATIONSHIPS"):
        relation.skip("REL_ANCHOR_DOMAIN", "REL_ANCHOR_KEY", "REL_POINTER_DOMAIN")
        pointer, role = relation.text("REL_POINTER_KEY"), relation.text("REL_POINTER_ROLE")
        if pointer and pointer != draft.uid:
            draft.links.append(Link(scheme="ftm", value=pointer, relation=role or "related"))
    topics = record.texts("RISKS", "TOPIC")
    draft.listings.extend(Listing(programme=topic) for topic in topics or [record.text("DATA_SOURCE") or "not stated"])


def _name(draft: Draft, record: Record) -> None:
    word = record.text("NAME_TYPE") or ""
    if word not in QUALITIES:
        draft.report.unread[f"NAMES/NAME_TYPE={word}"] += 1
    full = clean(record.text("NAME_FULL") or record.text("NAME_ORG") or "")
    if full:
        primary = word == "PRIMARY" and not any(name.primary for name in draft.names)
        draft.names.append(Name(full=full, quality=QUALITIES.get(word, Quality.STRONG), primary=primary, script=script_of(full)))


def _numbers(draft: Draft, record: Record) -> Iterator[Identifier]:
    for prefix, kind in NUMBERS:
        if number := record.text(f"{prefix}_NUMBER"):
            country, label = record.text(f"{prefix}_COUNTRY"), record.text(f"{prefix}_TYPE")
            value = number.upper().removeprefix("IMO").strip() if kind is IdentifierType.IMO else number
            yield Identifier(type=kind, value=value, country=draft.code(country), label=label)


def _recognises(name: str, head: bytes) -> bool:
    return {"DATA_SOURCE", "RECORD_ID"} <= first_object(head).keys()


FORMAT = Format(key="senzing-json", title="Senzing JSON lines", version=1, recognises=_recognises, read=read)
