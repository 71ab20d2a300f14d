"""A FollowTheMoney entity, as OpenSanctions publishes it, to one of ours.

A property has a list of values, which are texts or, in the nested form, entities. What no rule reads is kept in
the remarks under the property's own name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sanctions.catalogue import ListDefinition
from sanctions.dates import parse_date
from sanctions.model import Address, CountryLink, CountryRole, Entity, Identifier, IdentifierType, Kind, Link, Listing, Name, Quality
from sanctions.readers.base import ReadReport
from sanctions.readers.draft import Draft
from sanctions.readers.tabular import clean
from sanctions.scripts import script_of

KINDS = {
    "Person": Kind.PERSON,
    "Company": Kind.COMPANY,
    "Organization": Kind.ORGANISATION,
    "PublicBody": Kind.ORGANISATION,
    "LegalEntity": Kind.UNKNOWN,
    "Vessel": Kind.VESSEL,
    "Airplane": Kind.AIRCRAFT,
    "CryptoWallet": Kind.UNKNOWN,
}
"""Schemas that can be a party; all others (Family, Occupancy, Position …) describe relations."""

NAMES = {"name": Quality.STRONG, "alias": Quality.STRONG, "weakAlias": Quality.WEAK, "previousName": Quality.FORMER}
COUNTRIES = {
    "nationality": CountryRole.NATIONALITY,
    "citizenship": CountryRole.CITIZENSHIP,
    "country": CountryRole.OTHER,
    "birthCountry": CountryRole.BIRTH,
    "jurisdiction": CountryRole.REGISTRATION,
    "mainCountry": CountryRole.REGISTRATION,
    "flag": CountryRole.FLAG,
    "pastFlags": CountryRole.FORMER_FLAG,
}
_I = IdentifierType
IDENTIFIERS = {
    "passportNumber": _I.PASSPORT, "idNumber": _I.NATIONAL_ID, "socialSecurityNumber": _I.NATIONAL_ID, "taxNumber": _I.TAX,
    "innCode": _I.TAX, "vatCode": _I.TAX, "registrationNumber": _I.REGISTRATION, "ogrnCode": _I.REGISTRATION, "okpoCode": _I.REGISTRATION,
    "uscCode": _I.REGISTRATION, "imoNumber": _I.IMO, "mmsi": _I.MMSI, "callSign": _I.CALL_SIGN, "swiftBic": _I.BIC, "leiCode": _I.LEI,
    "dunsCode": _I.DUNS, "publicKey": _I.WALLET, "serialNumber": _I.AIRCRAFT_SERIAL, "email": _I.EMAIL, "phone": _I.PHONE,
    "website": _I.WEBSITE, "wikidataId": _I.OTHER, "kppCode": _I.OTHER, "permId": _I.OTHER, "opencorporatesUrl": _I.OTHER,
}  # fmt: skip
_PLAIN = frozenset({"notes", "summary", "description"})
_NO_FACT = frozenset({
    # parts of names that stand whole among the names, and when and where the record was made
    "firstName", "lastName", "middleName", "secondName", "fatherName", "motherName", "nameSuffix", "topics", "sourceUrl", "modifiedAt",
    "createdAt", "retrievedAt", "publisher", "publisherUrl", "programId",
})  # fmt: skip
_LANGUAGE_NEUTRAL = {"male": "male", "female": "female", "other": "", "m": "male", "f": "female"}


def build(fields: Mapping[str, Any], adjuncts: list[Mapping[str, Any]], definition: ListDefinition, report: ReadReport) -> Entity | None:
    """The entity; ``adjuncts`` are the sanctions, papers and addresses that point to it in a file where they stand apart."""
    properties: Mapping[str, list[Any]] = fields.get("properties") or {}
    draft = Draft(uid=str(fields.get("id") or ""), definition=definition, report=report)
    schema = str(fields.get("schema") or "")
    draft.kind = KINDS.get(schema, Kind.UNKNOWN)
    _names(draft, properties, str(fields.get("caption") or ""))
    for name, values in properties.items():
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, Mapping):
                _adjunct(draft, name, value)
            elif value is not None and (text := clean(str(value))):
                _fact(draft, name, text)
    for adjunct in adjuncts:
        _adjunct(draft, "", adjunct)
    _listings(draft, properties, fields)
    raw = {**fields, "adjuncts": adjuncts} if adjuncts else fields
    return draft.build(raw)


def _names(draft: Draft, properties: Mapping[str, list[Any]], caption: str) -> None:
    """The caption is the name to call a target by."""
    found = [(str(value), quality) for name, quality in NAMES.items() for value in properties.get(name) or [] if isinstance(value, str)]
    if not found:
        whole = " ".join(str(value) for name in ("firstName", "lastName") for value in (properties.get(name) or [])[:1])
        found = [(whole or caption, Quality.STRONG)]
    for text, quality in sorted(found, key=lambda pair: pair[0] != caption):
        if full := clean(text):
            draft.names.append(Name(full=full, quality=quality, primary=full == clean(caption), script=script_of(full)))


def _fact(draft: Draft, name: str, text: str) -> None:
    if name in NAMES or name in _NO_FACT:
        return
    if name in COUNTRIES:
        if code := draft.code(text):
            draft.countries.append(CountryLink(code=code, role=COUNTRIES[name], text=text))
    elif name in IDENTIFIERS:
        kind = IDENTIFIERS[name]
        if draft.kind is Kind.AIRCRAFT and name == "registrationNumber":
            kind = IdentifierType.AIRCRAFT_TAIL
        value = text.removeprefix("IMO") if kind is IdentifierType.IMO else text
        draft.identifiers.append(Identifier(type=kind, value=value, label=name))
    elif name == "birthDate":
        draft.birth_date(text)
    elif name == "birthPlace":
        draft.birth_places.append(text)
    elif name == "gender":
        draft.genders.extend(filter(None, [_LANGUAGE_NEUTRAL.get(text.casefold(), text)]))
    elif name in ("position", "title"):
        draft.positions.append(text)
    elif name == "address":
        draft.addresses.append(Address(full=text))
    elif name == "unscId":
        draft.links.append(Link(scheme="un", value=text))
    else:
        draft.notes.append(text if name in _PLAIN else f"{name}: {text}")


def _adjunct(draft: Draft, name: str, inner: Mapping[str, Any]) -> None:
    """An entity that describes this one. One of a kind that only relates it to others is a link."""
    schema, properties = inner.get("schema"), inner.get("properties") or {}
    if schema == "Sanction":
        draft.listings.extend(_sanction(draft, properties))
    elif schema == "Address":
        full = next(iter(_texts(properties, "full")), "") or ", ".join(text for key in properties for text in _texts(properties, key))
        country = next(iter(_texts(properties, "country")), None)
        draft.addresses.extend([Address(full=full, country=draft.code(country))] if full else [])
    elif schema in ("Passport", "Identification"):
        kind = IdentifierType.PASSPORT if schema == "Passport" else IdentifierType.NATIONAL_ID
        country, label = (next(iter(_texts(properties, key)), None) for key in ("country", "type"))
        for number in _texts(properties, "number") or _texts(properties, "passportNumber"):
            draft.identifiers.append(Identifier(type=kind, value=number, country=draft.code(country), label=label))
    else:
        relation = next((text for key in ("relationship", "role", "status") for text in _texts(properties, key)), None)
        draft.links.append(Link(scheme="ftm", value=str(inner.get("id") or ""), relation=relation or name or str(schema)))


def _sanction(draft: Draft, properties: Mapping[str, Any]) -> Iterator[Listing]:
    for reference in _texts(properties, "unscId"):
        draft.links.append(Link(scheme="un", value=reference))
    draft.notes.extend(_texts(properties, "reason") + _texts(properties, "summary"))
    programmes = _texts(properties, "programId") or _texts(properties, "program") or _texts(properties, "authority")
    started, ended = (_day(draft, properties, names) for names in (("listingDate", "startDate"), ("endDate",)))
    for programme in programmes or ["not stated"]:
        yield Listing(
            programme=programme,
            legal_basis="; ".join([*_texts(properties, "program"), *_texts(properties, "authority")]) or None,
            listed_on=started,
            ended_on=ended,
            measures=tuple(_texts(properties, "provisions")),
            reference="; ".join([*_texts(properties, "authorityId"), *_texts(properties, "recordId")]) or None,
        )


def _listings(draft: Draft, properties: Mapping[str, Any], fields: Mapping[str, Any]) -> None:
    """Where no sanction is told, why OpenSanctions holds the target: its programmes, else its topics, else the data sets."""
    if not draft.listings:
        why = _texts(properties, "programId") or _texts(properties, "topics") or [str(name) for name in fields.get("datasets") or []]
        draft.listings.extend(Listing(programme=word) for word in why or ["not stated"])


def _day(draft: Draft, properties: Mapping[str, Any], names: tuple[str, ...]) -> date | None:
    """The earliest exact day that the properties give; a bare year or month is kept as a note."""
    days = []
    for name in names:
        for text in _texts(properties, name):
            try:
                found = parse_date(text[:10])
            except ValueError:
                draft.report.unread[name] += 1
                continue
            if found.exact:
                days.append(found.first)
            else:
                draft.notes.append(f"{name}: {text}")
    return min(days, default=None)


def _texts(properties: Mapping[str, Any], name: str) -> list[str]:
    return [clean(value) for value in properties.get(name) or [] if isinstance(value, str) and clean(value)]
