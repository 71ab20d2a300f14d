"""The UK Sanctions List (UK-Sanctions-List.xml), which the Foreign, Commonwealth & Development Office keeps.

It has been the one list of UK designations since 28 January 2026. Each designation is a person, an entity or
a ship under one set of regulations; ``UniqueID`` is its id. Only a sample of five designations was at hand,
and the names of the elements that it lacks are known from published descriptions of the format: anything
that is not as expected is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import parse_date
from sanctions.model import Address, CountryRole, Entity, Identifier, IdentifierType, Kind, Link, Listing, Name, NamePart, PartKind, Quality
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.document_numbers import country_in, split_number
from sanctions.readers.draft import Draft
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit, raw, root_name, stream
from sanctions.scripts import script_of

ROOT = "Designations"
KINDS = {"Individual": Kind.PERSON, "Entity": Kind.ORGANISATION, "Ship": Kind.VESSEL}
STRENGTHS = {"good quality a.k.a": Quality.STRONG, "low quality a.k.a": Quality.LOW}
PRIMARY = "primary name"
OTHER_NAMES = frozenset({"alias", "primary name variation"})
_CONTACTS = (
    ("PhoneNumbers", "PhoneNumber", IdentifierType.PHONE),
    ("EmailAddresses", "EmailAddress", IdentifierType.EMAIL),
    ("Websites", "Website", IdentifierType.WEBSITE),
)
_DOCUMENTS = (
    ("PassportDetails", "Passport", IdentifierType.PASSPORT),
    ("NationalIdentifierDetails", "NationalIdentifier", IdentifierType.NATIONAL_ID),
)
_SHIP_NOTES = (
    ("TypeOfShipDetails", "TypeOfShip", "Type of ship"),
    ("TonnageOfShipDetails", "TonnageOfShip", "Tonnage"),
    ("LengthOfShipDetails", "LengthOfShip", "Length"),
    ("YearsBuilt", "YearBuilt", "Year built"),
)
_RELATED = (
    ("ParentCompanies", "ParentCompany", "parent company"),
    ("Subsidiaries", "Subsidiary", "subsidiary"),
    ("CurrentOwnerOperators", "CurrentOwnerOperator", "current owner or operator"),
    ("PreviousOwnerOperators", "PreviousOwnerOperator", "previous owner or operator"),
)
_WORDS_OF_LAW = regex(r"(?:\s*\([^()]*\bSanctions\))?(?:\s*\(EU Exit\))?(?:\s+Regulations\s+\d{4})?$")
_IMO = regex(r"(?:IMO)?\s*(\d{7})", re.I)


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The designations. Raises SourceError, with line and column, for a damaged document."""
    name = layout.files[0].name
    for path, element in stream(
        source, name, ROOT, ["Designation", "DateGenerated"], report=report, ignore=definition.ignore, root_attributes=("dateGenerated",)
    ):
        if path == ROOT:
            report.published = _day(element.get("dateGenerated"), report, "dateGenerated")
        elif path == "DateGenerated":
            report.published = report.published or _day(element.text, report, "DateGenerated")
        else:
            fields = raw(element)
            record = Record(fields, path)
            draft = draft_of(record, fields, definition, report)
            audit(record, report, definition.ignore)
            if draft and (entity := draft.build(fields)):
                yield entity


def _day(text: str | None, report: ReadReport, place: str) -> date | None:
    try:
        return parse_date(text).first if text and text.strip() else None
    except ValueError as problem:
        report.problem(f"{place}: {problem}; it is left empty.")
        return None


def draft_of(record: Record, fields: Mapping[str, Any], definition: ListDefinition, report: ReadReport) -> Draft | None:
    """The designation of one record, which the CSV's rows are brought into the shape of; None, reported, if it has no id."""
    key = record.text("UniqueID")
    if key is None:
        report.problem(f"A designation without a UniqueID was left out (OFSIGroupID {record.text('OFSIGroupID') or 'missing'}).")
        return None
    draft = Draft(uid=key, definition=definition, report=report)
    draft.take_kind("IndividualEntityShip", record.text("IndividualEntityShip"), KINDS)
    _names(draft, record)
    for scheme, name in (("un", "UNReferenceNumber"), ("uk_ofsi_group", "OFSIGroupID")):
        if value := record.text(name):
            draft.links.append(Link(scheme=scheme, value=value))
    for address in record.each("Addresses", "Address"):
        _address(draft, address)
    for holder, name, type_ in _CONTACTS:
        draft.identifiers.extend(Identifier(type=type_, value=clean(text)) for text in record.texts(holder, name))
    draft.positions.extend(clean(text) for text in record.texts("Titles", "Title"))
    for person in record.each("IndividualDetails", "Individual"):
        _person(draft, person)
    for entity in record.each("EntityDetails", "Entity"):
        _organisation(draft, entity)
    for ship in record.each("ShipDetails", "Ship"):
        _ship(draft, ship)
    indicators = fields.get("SanctionsImposedIndicators")
    _listing(draft, record, indicators if isinstance(indicators, Mapping) else ())
    for name, label in (("OtherInformation", ""), ("UKStatementofReasons", "UK statement of reasons: ")):
        draft.notes.extend(label + clean(text) for text in record.texts(name))
    return draft


def _names(draft: Draft, record: Record) -> None:
    """Name1 to Name5 are a person's names in order and Name6 the last; of others, Name6 alone is the name."""
    for name in record.each("Names", "Name"):
        parts = [clean(text) for place in range(1, 6) if (text := name.text(f"Name{place}"))]
        last = clean(name.text("Name6") or "")
        full = " ".join(filter(None, [*parts, last]))
        word = (name.text("NameType") or "").casefold()
        strength = name.text("AliasStrength")
        if not full:
            continue
        if word != PRIMARY and word not in OTHER_NAMES:
            draft.report.unread[f"{name.path}/NameType={word}"] += 1
        quality = STRENGTHS.get((strength or "").casefold().rstrip("."), Quality.STRONG)
        if strength and strength.casefold().rstrip(".") not in STRENGTHS:
            draft.report.unread[f"{name.path}/AliasStrength={strength}"] += 1
        typed = _parts(parts, last) if draft.kind is Kind.PERSON else ()
        draft.names.append(Name(full=full, quality=quality, primary=word == PRIMARY, script=script_of(full), parts=typed))
    for other in record.each("NonLatinNames", "NonLatinName"):
        if full := clean(other.text("NameNonLatinScript") or ""):
            draft.names.append(Name(full=full, script=script_of(full)))


def _parts(names: list[str], last: str) -> tuple[NamePart, ...]:
    """Name1 is a given name where Name6 is there too; what stands between is a middle name."""
    kinds = [PartKind.GIVEN if place == 0 else PartKind.MIDDLE for place in range(len(names))]
    found = [NamePart(kind=kind, text=text) for kind, text in zip(kinds, names, strict=True)]
    return (*found, NamePart(kind=PartKind.FAMILY, text=last)) if last and names else ()


def _address(draft: Draft, record: Record) -> None:
    lines = [clean(text) for place in range(1, 7) if (text := record.text(f"AddressLine{place}"))]
    postal, country = clean(record.text("AddressPostalCode") or "") or None, record.text("AddressCountry")
    code = draft.country(country, CountryRole.ADDRESS)
    if full := ", ".join(filter(None, [*lines, postal, country])):
        draft.addresses.append(Address(full=full, street=", ".join(lines) or None, postal_code=postal, country=code))


def _person(draft: Draft, record: Record) -> None:
    for text in dict.fromkeys(record.texts("DOBs", "DOB")):
        draft.birth_date(text)
    for text in record.texts("Nationalities", "Nationality"):
        draft.country(text, CountryRole.NATIONALITY)
    for text in record.texts("Genders", "Gender"):
        draft.gender(text)
    draft.positions.extend(clean(text) for text in record.texts("Positions", "Position"))
    for place in record.each("BirthDetails", "Location"):
        town, country = place.text("TownOfBirth"), place.text("CountryOfBirth")
        draft.country(country, CountryRole.BIRTH)
        draft.birth_places.extend(filter(None, [clean(", ".join(filter(None, (town, country))))]))
    for holder, name, type_ in _DOCUMENTS:
        for document in record.each(holder, name):
            number, more = (clean(document.text(f"{name}{end}") or "") for end in ("Number", "AdditionalInformation"))
            if number:
                number, words = split_number(number)
                note = ": ".join(filter(None, (words, more))) or None
                draft.identifiers.append(Identifier(type=type_, value=number, country=country_in(words), note=note))
            elif more:
                draft.notes.append(more)


def _organisation(draft: Draft, record: Record) -> None:
    draft.notes.extend(f"Type of entity: {clean(text)}" for text in record.texts("TypeOfEntities", "TypeOfEntity"))
    for text in record.texts("BusinessRegistrationNumbers", "BusinessRegistrationNumber"):
        number, words = split_number(clean(text))
        draft.identifiers.append(Identifier(type=IdentifierType.REGISTRATION, value=number, country=country_in(words), note=words or None))
    _related(draft, record)


def _ship(draft: Draft, record: Record) -> None:
    for text in record.texts("IMONumbers", "IMONumber"):
        number = _IMO.fullmatch(text)
        type_ = IdentifierType.IMO if number else IdentifierType.OTHER
        draft.identifiers.append(Identifier(type=type_, value=number[1] if number else text, label="IMO number"))
        if number is None:
            draft.report.problem(f"Entry {draft.uid}: {text!r} is no IMO number; it is kept as an identifier of no type.")
    for text in record.texts("HullIdentificationNumbers", "HullIdentificationNumber"):
        draft.identifiers.append(Identifier(type=IdentifierType.OTHER, value=clean(text), label="Hull identification number"))
    for holder, name, role in (
        ("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip", CountryRole.FLAG),
        ("PreviousFlags", "PreviousFlag", CountryRole.FORMER_FLAG),
    ):
        for text in record.texts(holder, name):
            draft.country(text, role)
    for holder, name, label in _SHIP_NOTES:
        draft.notes.extend(f"{label}: {clean(text)}" for text in record.texts(holder, name))
    _related(draft, record)


def _related(draft: Draft, record: Record) -> None:
    """Companies that the publisher names beside the target; it gives no id for them."""
    for holder, name, relation in _RELATED:
        draft.links.extend(Link(scheme="uk_name", value=clean(text), relation=relation) for text in record.texts(holder, name))


def _listing(draft: Draft, record: Record, names: Iterable[str]) -> None:
    """The regulations give programme and legal basis. The indicators (elements called ``names``) complete what SanctionsImposed says."""
    regulations = clean(record.text("RegimeName") or "")
    said = [clean(piece) for piece in (record.text("SanctionsImposed") or "").split("|")]
    measures = {word.casefold(): word for word in said if word}
    for indicator in record.each("SanctionsImposedIndicators"):
        for words in _indicated(draft, indicator, names):
            measures.setdefault(words.casefold(), words)
    source = record.text("DesignationSource")
    draft.listings.append(
        Listing(
            programme=_regime(regulations) or "not stated",
            legal_basis=regulations or None,
            listed_on=_day(record.text("DateDesignated"), draft.report, f"Entry {draft.uid}"),
            measures=tuple(measures.values()),
            reference=f"Designated by: {source}" if source else None,
        )
    )


def _indicated(draft: Draft, record: Record, names: Iterable[str]) -> Iterator[str]:
    """The measures whose element says "true", in words: ProhibitionOfPortEntry is "Prohibition of port entry"."""
    for name in names:
        said = (record.text(name) or "").lower()
        if said == "true":
            yield re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
        elif said != "false":
            draft.report.unread[f"{record.path}/{name}={said}"] += 1


def _regime(regulations: str) -> str:
    """The regime's short name from its regulations: "The Russia (Sanctions) (EU Exit) Regulations 2019" is "Russia"."""
    return _WORDS_OF_LAW.sub("", regulations.removeprefix("The ")) or regulations


def _recognises(name: str, head: bytes) -> bool:
    return root_name(head) == ROOT


FORMAT = Format(key="uk-xml", title="UK Sanctions List, XML", version=1, recognises=_recognises, read=read)
