"""One ``sanctionEntity`` of the European Union's financial sanctions files to one entity; the XML and the CSV share it.

The publisher marks no name as the primary one: the first name in Latin script that is English, or in no stated
language, stands first here, one with given and family name before others. It calls every name strong; how good
a name is stands, if anywhere, in its remark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sanctions.catalogue import ListDefinition
from sanctions.countries import country_code
from sanctions.dates import PartialDate
from sanctions.model import (
    Address,
    CountryLink,
    CountryRole,
    Entity,
    Identifier,
    IdentifierType,
    Kind,
    Link,
    Listing,
    Name,
    NamePart,
    PartKind,
    Quality,
)
from sanctions.readers.base import ReadReport
from sanctions.readers.draft import Draft, iso_day
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit
from sanctions.scripts import script_of

PATH = "sanctionEntity"
KINDS = {"person": Kind.PERSON, "p": Kind.PERSON, "enterprise": Kind.ORGANISATION, "e": Kind.ORGANISATION}
GENDERS = {"M": "male", "F": "female"}
IDENTIFICATIONS = {
    "passport": IdentifierType.PASSPORT,
    "id": IdentifierType.NATIONAL_ID,
    "ssn": IdentifierType.NATIONAL_ID,
    "nrn": IdentifierType.NATIONAL_ID,
    "fiscalcode": IdentifierType.TAX,
    "regnumber": IdentifierType.REGISTRATION,
    "imo": IdentifierType.IMO,
    "swiftbic": IdentifierType.BIC,
    **dict.fromkeys(
        ("other", "tradelic", "birthcert", "nationcert", "travelcardid", "electionid", "residentperm", "drivinglicence"),
        IdentifierType.OTHER,
    ),
}
CONTACTS = {
    "PHONE": IdentifierType.PHONE,
    "FAX": IdentifierType.PHONE,
    "EMAIL": IdentifierType.EMAIL,
    "WEB": IdentifierType.WEBSITE,
}
UNKNOWN_COUNTRY = "00"
_NOTHING = frozenset({"", "-"})
_LOW = re.compile(r"\blow? quality\b", re.I)  # "lo quality" is one of the publisher's slips
_QUALITY = re.compile(r"\W*\b(?:low?|g?o?od|god|high) quality\b(?:\s+(?:alias|a\.?k\.?a\.?))?\W*", re.I)
_FORMER = re.compile(r"^\W*(?:f\.?k\.?a\b|formerly\b|former(?:ly)? (?:known|name)|previously known)", re.I)
_FLAGS = (
    ("knownExpired", "known to have expired"),
    ("knownFalse", "known to be false"),
    ("reportedLost", "reported lost"),
    ("revokedByIssuer", "revoked by its issuer"),
    ("diplomatic", "diplomatic"),
)
_PLACE = ("street", "poBox", "place", "city", "zipCode", "region")


def build(fields: Mapping[str, Any], definition: ListDefinition, report: ReadReport) -> Entity | None:
    """The entity of one record, or None with the problem reported. What nothing reads is reported."""
    record = Record(fields, PATH)
    logical = record.text("@logicalId")
    key = record.text("@euReferenceNumber") or (f"logical-{logical}" if logical else None)
    if key is None:
        report.problem("A record with neither an EU reference number nor a logical id was left out.")
        return None
    draft = Draft(uid=key, definition=definition, report=report)
    _kind(draft, record)
    if reference := record.text("@unitedNationId"):
        draft.links.append(Link(scheme="un", value=reference))
    for name in record.each("nameAlias"):
        _name(draft, name)
    _order(draft)
    for citizenship in record.each("citizenship"):
        _country(draft, citizenship, CountryRole.CITIZENSHIP)
        _remarks(draft, citizenship, "Citizenship")
        if region := _said(citizenship, "region"):
            draft.notes.append(f"Citizenship: {region}")
    for birth in record.each("birthdate"):
        _birth(draft, birth)
    for document in record.each("identification"):
        _identification(draft, document)
    for address in record.each("address"):
        _address(draft, address)
    url = _listings(draft, record)
    details = record.text("@designationDetails")
    draft.notes[:0] = [clean(text) for text in record.texts("remark")] + ([clean(details)] if details else [])
    audit(record, report, definition.ignore)
    entity = draft.build(fields)
    return replace(entity, url=url) if entity else None


def _kind(draft: Draft, record: Record) -> None:
    subject = record.one("subjectType")
    words = [subject.text("@code"), subject.text("@classificationCode")] if subject else []
    known = next((KINDS[word.casefold()] for word in words if word and word.casefold() in KINDS), None)
    if known is None:
        draft.report.unread[f"{PATH}/subjectType={'/'.join(filter(None, words))}"] += 1
    draft.kind = known or Kind.UNKNOWN


def _name(draft: Draft, record: Record) -> None:
    parts = [(kind, clean(record.text(f"@{field}") or "")) for field, kind in _NAME_PARTS]
    full = clean(record.text("@wholeName") or "") or " ".join(text for _, text in parts if text)
    remarks = [clean(text) for text in record.texts("remark")]
    strong = record.text("@strong")
    if strong not in ("true", "false", None):
        draft.report.unread[f"{record.path}/@strong={strong}"] += 1
    quality = Quality.WEAK if strong == "false" else Quality.STRONG
    for remark in remarks:
        if _FORMER.match(remark):
            quality = Quality.FORMER
        elif _LOW.search(remark):
            quality = Quality.LOW
        if left := _QUALITY.sub(" ", remark).strip():
            draft.notes.append(f"Name {full}: {left}")
    language = record.text("@nameLanguage")
    if full:
        typed = tuple(NamePart(kind=kind, text=text) for kind, text in parts if text) if draft.kind is Kind.PERSON else ()
        draft.names.append(
            Name(
                full=full,
                quality=quality,
                script=script_of(full),
                language=language.lower() if language else None,
                parts=typed if len(typed) > 1 else (),
            )
        )
    _person(draft, record)


_NAME_PARTS = (("firstName", PartKind.GIVEN), ("middleName", PartKind.MIDDLE), ("lastName", PartKind.FAMILY))


def _person(draft: Draft, record: Record) -> None:
    """What stands with a name and belongs to the target: gender, title, function."""
    gender = record.text("@gender")
    if gender and gender not in GENDERS:
        draft.report.unread[f"{record.path}/@gender={gender}"] += 1
    draft.genders.extend([GENDERS[gender]] if gender in GENDERS else [])
    title, function = (clean(record.text(f"@{name}") or "") for name in ("title", "function"))
    draft.notes.extend([f"Title: {title}"] if title else [])
    if function:
        (draft.positions if draft.kind is Kind.PERSON else draft.notes).append(function)


def _order(draft: Draft) -> None:
    """The name to call the target by comes first; the others keep their order."""
    latin = [name for name in draft.names if name.script == "Latn" and name.quality is Quality.STRONG]
    plain = [name for name in latin if name.language in (None, "en")]
    parted = [name for name in plain if name.parts]  # given name and family name: entered with more care than an alias
    first = next(iter(parted or plain or latin), None)
    if first:
        draft.names.sort(key=lambda name: name is not first)


def _said(record: Record, name: str) -> str | None:
    """An attribute's text, or None where a dash stands for nothing."""
    text = clean(record.text(f"@{name}") or "")
    return None if text in _NOTHING else text


def _country(draft: Draft, record: Record, role: CountryRole) -> tuple[str | None, str | None]:
    """The country's code and name, linked to the entity; "00" means that it is unknown."""
    code, name = record.text("@countryIso2Code"), record.text("@countryDescription")
    if code in (None, UNKNOWN_COUNTRY):
        return None, None
    known = country_code(code) or (country_code(name) if name else None)
    if known is None:
        draft.report.unread[f"country={name or code}"] += 1
    else:
        draft.countries.append(CountryLink(code=known, role=role, text=name or code))
    return known, name


def _birth(draft: Draft, record: Record) -> None:
    day, month, year = (record.text(f"@{name}") for name in ("dayOfMonth", "monthOfYear", "year"))
    first, last = record.text("@yearRangeFrom"), record.text("@yearRangeTo")
    circa = record.text("@circa") == "true"
    calendar = record.text("@calendarType") or "GREGORIAN"
    whole = record.text("@birthdate")
    text = whole or (f"{first}/{last}" if first or last else "-".join(filter(None, (year, month, day))))
    if text and calendar != "GREGORIAN":
        draft.notes.append(f"Birth date in the calendar {calendar}: {text}")
        draft.report.problem(f"Entry {draft.uid}: the birth date {text} is in the calendar {calendar} and is kept as text.")
    elif text:
        _date(draft, text, (whole, year, month, day), (first, last), circa)
    _remarks(draft, record, "Birth")
    _, country = _country(draft, record, CountryRole.BIRTH)
    place = [*dict.fromkeys(_said(record, name) for name in _PLACE), country]
    if any(place):
        draft.birth_places.append(", ".join(filter(None, place)))


def _date(draft: Draft, text: str, parts: tuple[str | None, ...], years: tuple[str | None, str | None], circa: bool) -> None:
    whole, *numbers = parts
    try:
        if whole:
            year, month, day = (int(number) for number in whole.split("-"))
            found = PartialDate.of(year, month, day, circa=circa, text=text)
        elif any(years):
            span = [PartialDate.of(int(edge)) for edge in years if edge]
            found = replace(PartialDate.between(span[0], span[-1], text=text), circa=circa)
        else:
            year, month, day = (int(number) if number else 0 for number in numbers)
            found = PartialDate.of(year, month, day if month else None, circa=circa, text=text)
    except ValueError as problem:
        draft.report.unread["birth date"] += 1
        draft.report.problem(f"Entry {draft.uid}: {text!r} is not a date: {problem}.")
    else:
        draft.birth_dates.append(found)


def _identification(draft: Draft, record: Record) -> None:
    word, description = record.text("@identificationTypeCode"), record.text("@identificationTypeDescription")
    type_ = IDENTIFICATIONS.get((word or "").casefold())
    if type_ is None:
        draft.report.unread[f"{record.path}/@identificationTypeCode={word or ''}"] += 1
    numbers = [clean(text) for name in ("number", "latinNumber") if (text := record.text(f"@{name}"))]
    country, name = _country(draft, record, CountryRole.OTHER)
    if country:
        draft.countries.pop()  # the country that issues a paper is not a country of its holder
    notes = [words for flag, words in _FLAGS if record.text(f"@{flag}") == "true"]
    for attributes, words in (
        (("issuedBy",), "issued by"),
        (("issuedDate", "issueDate"), "issued"),
        (("validFrom",), "valid from"),
        (("validTo",), "valid to"),
        (("nameOnDocument",), "in the name of"),
        (("region",), "region"),
    ):
        notes.extend(f"{words} {text}" for attribute in attributes if (text := _said(record, attribute)))
    notes.extend(clean(text) for text in record.texts("remark"))
    note = "; ".join(notes) or None
    bare = [re.sub(r"^IMO\s*", "", number, flags=re.I) if type_ is IdentifierType.IMO else number for number in numbers]
    for number in dict.fromkeys(bare):
        draft.identifiers.append(
            Identifier(type=type_ or IdentifierType.OTHER, value=number, country=country, label=description or word, note=note)
        )
    if not numbers and (note or country):
        draft.notes.append(": ".join(filter(None, (description or word or "Document", ", ".join(filter(None, (name, note)))))))


def _address(draft: Draft, record: Record) -> None:
    street, box, place, city, postal, region = (_said(record, name) for name in _PLACE)
    code, country = _country(draft, record, CountryRole.ADDRESS)
    notes = ["as at the time of listing"] if record.text("@asAtListingTime") == "true" else []
    notes += [clean(text) for text in record.texts("remark")]
    line = ", ".join(filter(None, (street, f"P.O. Box {box}" if box else None, place)))
    full = ", ".join(filter(None, (line, city, postal, region, country)))
    note = "; ".join(notes) or None
    if line or city or postal or region:
        draft.addresses.append(
            Address(full=full, street=line or None, city=city, region=region, postal_code=postal, country=code, note=note)
        )
    elif notes:
        draft.notes.append(f"Address: {note}")
    for contact in record.each("contactInfo"):
        word, value = contact.text("@key") or "", clean(contact.text("@value") or contact.value() or "")
        if word not in CONTACTS:
            draft.report.unread[f"{contact.path}/@key={word}"] += 1
        if value:
            draft.identifiers.append(Identifier(type=CONTACTS.get(word, IdentifierType.OTHER), value=value, label=word.lower() or None))


def _remarks(draft: Draft, record: Record, label: str) -> None:
    draft.notes.extend(f"{label}: {clean(text)}" for text in record.texts("remark"))


def _listings(draft: Draft, record: Record) -> str | None:
    """One a regulation; the address of the first one's text. The act that amended an entry last does not say when it was listed."""
    designated = _day(draft, record, "designationDate")
    first = None
    for act in record.each("regulation"):
        word, body = act.text("@regulationType"), act.text("@organisationType")
        published, url = _day(draft, act, "publicationDate"), act.text("publicationUrl")
        in_force = act.text("@entryIntoForceDate")
        said = [f"{word or 'act'} of the {body}" if body else word or "act", f"published {published}" if published else None]
        said += [f"in force {in_force}" if in_force else None, url]
        draft.listings.append(
            Listing(
                programme=act.text("@programme") or "not stated",
                legal_basis=act.text("@numberTitle"),
                listed_on=designated or (published if word == "regulation" else None),
                reference=", ".join(filter(None, said)),
            )
        )
        first = first or url
    return first


def _day(draft: Draft, record: Record, name: str) -> date | None:
    text = record.text(f"@{name}")
    try:
        return iso_day(text)
    except ValueError:
        draft.report.problem(f"Entry {draft.uid}: {name} {text!r} is not a date; it is left empty.")
        return None
