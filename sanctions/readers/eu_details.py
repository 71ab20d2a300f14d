"""Details of a target of the European Union's list: its birth, its papers, its addresses and countries."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sanctions.countries import country_code
from sanctions.dates import PartialDate
from sanctions.model import Address, CountryLink, CountryRole, Identifier, IdentifierType
from sanctions.readers.draft import Draft
from sanctions.readers.hijri import from_hijri
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record

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
HIJRI = frozenset({"ISLAMIC", "HIJRI", "HIJRA"})
"""The publisher's words for the Islamic calendar. They do not tell a lunar year from a solar one: the lunar is taken."""

_FLAGS = (
    ("knownExpired", "known to have expired"),
    ("knownFalse", "known to be false"),
    ("reportedLost", "reported lost"),
    ("revokedByIssuer", "revoked by its issuer"),
    ("diplomatic", "diplomatic"),
)
_PLACE = ("street", "poBox", "place", "city", "zipCode", "region")


def said(record: Record, name: str) -> str | None:
    """An attribute's text, or None where a dash stands for nothing."""
    text = clean(record.text(f"@{name}") or "")
    return None if text in _NOTHING else text


def link_country(draft: Draft, record: Record, role: CountryRole) -> tuple[str | None, str | None]:
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


def add_birth(draft: Draft, record: Record) -> None:
    day, month, year = (record.text(f"@{name}") for name in ("dayOfMonth", "monthOfYear", "year"))
    first, last = record.text("@yearRangeFrom"), record.text("@yearRangeTo")
    circa = record.text("@circa") == "true"
    calendar = record.text("@calendarType") or "GREGORIAN"
    whole = record.text("@birthdate")
    text = whole or (f"{first}/{last}" if first or last else "-".join(filter(None, (year, month, day))))
    if text and calendar != "GREGORIAN":
        _other_calendar(draft, text, calendar, circa=circa)
    elif text:
        _date(draft, text, (whole, year, month, day), (first, last), circa)
    add_remarks(draft, record, "Birth")
    _, country = link_country(draft, record, CountryRole.BIRTH)
    place = [*dict.fromkeys(said(record, name) for name in _PLACE), country]
    if any(place):
        draft.birth_places.append(", ".join(filter(None, place)))


def _other_calendar(draft: Draft, text: str, calendar: str, *, circa: bool) -> None:
    """A date of the Islamic calendar as the Gregorian interval that it means, and as written; one of any other as written alone."""
    if calendar.upper() not in HIJRI:
        draft.notes.append(f"Birth date in the calendar {calendar}: {text}")
        draft.report.problem(f"Entry {draft.uid}: the birth date {text} is in the calendar {calendar} and is kept as text.")
        return
    try:
        spans = [from_hijri(*map(int, edge.split("-"))) for edge in text.split("/") if edge]
        found = replace(PartialDate.between(spans[0], spans[-1], text=f"{text} (Hijri)"), circa=circa)
    except (ValueError, TypeError) as problem:
        draft.report.unread["birth date"] += 1
        draft.report.problem(f"Entry {draft.uid}: {text!r} is no date of the calendar {calendar}: {problem}.")
    else:
        draft.birth_dates.append(found)
        draft.notes.append(f"Birth date in the Islamic calendar: {text}, reckoned by the tabular lunar one, which may be a day off")


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


def add_identification(draft: Draft, record: Record) -> None:
    word, description = record.text("@identificationTypeCode"), record.text("@identificationTypeDescription")
    type_ = IDENTIFICATIONS.get((word or "").casefold())
    if type_ is None:
        draft.report.unread[f"{record.path}/@identificationTypeCode={word or ''}"] += 1
    numbers = [clean(text) for name in ("number", "latinNumber") if (text := record.text(f"@{name}"))]
    country, name = link_country(draft, record, CountryRole.OTHER)
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
        notes.extend(f"{words} {text}" for attribute in attributes if (text := said(record, attribute)))
    notes.extend(clean(text) for text in record.texts("remark"))
    note = "; ".join(notes) or None
    bare = [re.sub(r"^IMO\s*", "", number, flags=re.I) if type_ is IdentifierType.IMO else number for number in numbers]
    for number in dict.fromkeys(bare):
        draft.identifiers.append(
            Identifier(type=type_ or IdentifierType.OTHER, value=number, country=country, label=description or word, note=note)
        )
    if not numbers and (note or country):
        draft.notes.append(": ".join(filter(None, (description or word or "Document", ", ".join(filter(None, (name, note)))))))


def add_address(draft: Draft, record: Record) -> None:
    street, box, place, city, postal, region = (said(record, name) for name in _PLACE)
    code, country = link_country(draft, record, CountryRole.ADDRESS)
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


def add_remarks(draft: Draft, record: Record, label: str) -> None:
    draft.notes.extend(f"{label}: {clean(text)}" for text in record.texts("remark"))
