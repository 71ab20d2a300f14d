"""Dates, places, countries and documents of the United Nations' Consolidated List."""

from __future__ import annotations

import re

from sanctions.dates import PartialDate, parse_date
from sanctions.model import Address, CountryLink, CountryRole, Identifier, IdentifierType
from sanctions.patterns import regex
from sanctions.readers.document_numbers import country_in, split_number
from sanctions.readers.draft import Draft
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record

DOCUMENTS = {
    "passport": IdentifierType.PASSPORT,
    "número de pasaporte": IdentifierType.PASSPORT,
    "numéro de passeport": IdentifierType.PASSPORT,
    "national identification number": IdentifierType.NATIONAL_ID,
    "national identification": IdentifierType.NATIONAL_ID,
    "national identification no.": IdentifierType.NATIONAL_ID,
}
COUNTRIES = {
    # the list's own words for countries, where no one else writes them so
    "former Soviet Union": "Soviet Union",
    "China, Hong Kong Special Administrative Region": "Hong Kong",
}
_FINER = (
    # what TYPE_OF_DOCUMENT2 says in its own words of a document whose first type is too wide
    (regex(r"passport", re.I), IdentifierType.PASSPORT),
    (regex(r"fiscal|tax", re.I), IdentifierType.TAX),
    (regex(r"birth|certificate|driver|student|voter|ration card|residential", re.I), IdentifierType.OTHER),
)
_NUMBER_IN_TYPE = regex(r"\bnumber:?\s+(\d\S*)$", re.I)


def add_birth_date(draft: Draft, record: Record) -> None:
    """EXACT, APPROXIMATELY or BETWEEN; where only a note says when, it is read if it is a date and else kept in the remarks."""
    word = record.text("TYPE_OF_DATE")
    note = (record.text("NOTE") or "").rstrip(".")
    first, last = record.text("FROM_YEAR"), record.text("TO_YEAR")
    day, year = record.text("DATE"), record.text("YEAR")
    if word not in ("EXACT", "APPROXIMATELY", "BETWEEN", None):
        draft.report.unread[f"{record.path}/TYPE_OF_DATE={word}"] += 1
    circa = "circa " if word == "APPROXIMATELY" or note.lower() == "approximately" else ""
    text = day or year or (f"{first} to {last}" if first and last else first or last)
    finer = _date(f"{note} {year}" if year and not day else note) if note else None
    if text is None and finer is None:
        if note:
            draft.notes.append(f"Birth date: {note}")
    elif text is None or (finer and year and not day):
        draft.birth_dates.extend([finer] if finer else [])
    else:
        draft.birth_date(circa + text)
        if note and not circa:
            draft.notes.append(f"Birth date {text}: {note}")


def _date(text: str) -> PartialDate | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def add_country(draft: Draft, record: Record, name: str, role: CountryRole) -> str | None:
    text = record.text(name)
    add_country_text(draft, text, role)
    return text


def add_country_text(draft: Draft, text: str | None, role: CountryRole) -> str | None:
    """The country of a text, linked to the entity with the text as published."""
    usual = COUNTRIES.get(text or "")
    if text is None or usual is None:
        return draft.country(text, role)
    code = draft.code(usual)
    draft.countries.extend([CountryLink(code=code, role=role, text=text)] if code else [])
    return code


def add_birth_place(draft: Draft, record: Record) -> None:
    parts = [record.text(name) for name in ("STREET", "CITY", "STATE_PROVINCE")]
    parts += [add_country(draft, record, "COUNTRY", CountryRole.BIRTH), record.text("NOTE")]
    if place := clean(", ".join(filter(None, parts))):
        draft.birth_places.append(place)


def add_address(draft: Draft, record: Record) -> None:
    street, city, region, postal = (clean(record.text(name) or "") or None for name in ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"))
    note = clean(record.text("NOTE") or "") or None
    country = record.text("COUNTRY")
    code = add_country_text(draft, country, CountryRole.ADDRESS)
    full = ", ".join(filter(None, (street, city, region, postal, country)))
    if full:
        draft.addresses.append(Address(full=full, street=street, city=city, region=region, postal_code=postal, country=code, note=note))
    elif note:
        draft.notes.append(f"Address: {note}")


def add_document(draft: Draft, record: Record) -> None:
    word, finer = clean(record.text("TYPE_OF_DOCUMENT") or ""), clean(record.text("TYPE_OF_DOCUMENT2") or "")
    number = record.text("NUMBER")
    said = [("issued", record.text("DATE_OF_ISSUE")), ("in", record.text("CITY_OF_ISSUE")), ("", record.text("NOTE"))]
    issuer, where = record.text("ISSUING_COUNTRY"), record.text("COUNTRY_OF_ISSUE")
    if issuer and where and where != issuer:
        said.insert(2, ("issued in", where))
    note = clean(", ".join(f"{label} {text}".strip() for label, text in said if text)) or None
    if number is None and (found := _NUMBER_IN_TYPE.search(finer)):
        number = found[1]
    country = issuer or where
    code = draft.code(COUNTRIES.get(country or "", country))
    if number:
        number, words = split_number(clean(number))
        code = code or country_in(words)
        note = ": ".join(filter(None, (words, note))) or None
        draft.identifiers.append(
            Identifier(type=_document_type(draft, record, word, finer), value=number, country=code, label=finer or word, note=note)
        )
    elif word or note:
        draft.notes.append(": ".join(filter(None, (finer or word or "Document", ", ".join(filter(None, (country, note)))))))


def _document_type(draft: Draft, record: Record, word: str, finer: str) -> IdentifierType:
    for pattern, type_ in _FINER:
        if pattern.search(finer):
            return type_
    known = DOCUMENTS.get(word.casefold())
    if known is None:
        draft.report.unread[f"{record.path}/TYPE_OF_DOCUMENT={word}"] += 1
    return known or IdentifierType.OTHER
