"""The United Nations Security Council's Consolidated List (consolidated.xml).

The four name elements give the order of a name's parts and not what they are (a Korean's FIRST_NAME is his
family name), so a name has no typed parts here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import PartialDate, parse_date
from sanctions.model import Address, CountryLink, CountryRole, Entity, Identifier, IdentifierType, Kind, Link, Listing, Name, Quality
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.ofac_common import Draft, iso_day
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit, raw, root_name, stream
from sanctions.scripts import script_of

ROOT = "CONSOLIDATED_LIST"
RECORDS = {"INDIVIDUALS/INDIVIDUAL": Kind.PERSON, "ENTITIES/ENTITY": Kind.ORGANISATION}

RESOLUTIONS = {
    "Al-Qaida": "1267 (1999), 1989 (2011) and 2253 (2015)",
    "CAR": "2127 (2013)",
    "DPRK": "1718 (2006)",
    "DRC": "1533 (2004)",
    "GB": "2048 (2012)",
    "Haiti": "2653 (2022)",
    "Iran": "1737 (2006)",
    "Iraq": "1518 (2003)",
    "Libya": "1970 (2011)",
    "Somalia": "751 (1992)",
    "SouthSudan": "2206 (2015)",
    "Sudan": "1591 (2005)",
    "Taliban": "1988 (2011)",
    "Yemen": "2140 (2014)",
}
"""UN_LIST_TYPE → the resolution by which the Council set up that list's committee, after which the committee is
called (the Council's own pages on its sanctions committees). "GB" is Guinea-Bissau."""

QUALITIES = {"Good": Quality.STRONG, "Low": Quality.LOW, "a.k.a.": Quality.STRONG, "f.k.a.": Quality.FORMER}
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
    (re.compile(r"passport", re.I), IdentifierType.PASSPORT),
    (re.compile(r"fiscal|tax", re.I), IdentifierType.TAX),
    (re.compile(r"birth|certificate|driver|student|voter|ration card|residential", re.I), IdentifierType.OTHER),
)
_NUMBER_IN_TYPE = re.compile(r"\bnumber:?\s+(\d\S*)$", re.I)
_BRACKETED = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<other>[^()]+)\)$")
_ORIGINAL = re.compile(r"(?:original script|in arabic(?: script)?)\s*:\s*(?P<name>[^.;]+)", re.I)
_FORMER_NOTE = re.compile(r"^\s*\(?(?:previously|formerly) listed as", re.I)
_GENDER = re.compile(r"\bgender\s*:?\s*(male|female)\b", re.I)


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The individuals, then the entities. Raises SourceError, with line and column, for a damaged document."""
    name = layout.files[0].name
    records = stream(source, name, ROOT, RECORDS, report=report, ignore=definition.ignore, root_attributes=("dateGenerated",))
    for path, element in records:
        if path == ROOT:
            report.published = iso_day(element.get("dateGenerated"))
            continue
        fields = raw(element)
        record = Record(fields, path.rpartition("/")[2])
        built = _entity(record, RECORDS[path], definition, report)
        entity = built.build(fields) if built else None
        audit(record, report, definition.ignore)
        if entity:
            yield entity


def _entity(record: Record, kind: Kind, definition: ListDefinition, report: ReadReport) -> Draft | None:
    reference = record.text("REFERENCE_NUMBER")
    if reference is None:
        report.problem(f"A record without a reference number was left out (DATAID {record.text('DATAID') or 'missing'}).")
        return None
    draft = Draft(uid=reference, definition=definition, report=report, kind=kind)
    draft.links.append(Link(scheme="un", value=reference))
    _names(draft, record)
    for name in ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
        for alias in record.each(name):
            _alias(draft, alias)
    for birth in record.each("INDIVIDUAL_DATE_OF_BIRTH"):
        _birth_date(draft, birth)
    for place in record.each("INDIVIDUAL_PLACE_OF_BIRTH"):
        _birth_place(draft, place)
    for name in ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"):
        for address in record.each(name):
            _address(draft, address)
    for document in record.each("INDIVIDUAL_DOCUMENT"):
        _document(draft, document)
    for text in record.texts("NATIONALITY", "VALUE"):
        _link(draft, text, CountryRole.NATIONALITY)
    draft.positions.extend(clean(text) for text in [*record.texts("TITLE", "VALUE"), *record.texts("DESIGNATION", "VALUE")])
    _listing(draft, record)
    _remarks(draft, record)
    return draft


def _names(draft: Draft, record: Record) -> None:
    """The primary name, which may hold two parted by ";", and the name in the original script."""
    parts = [record.text(f"{place}_NAME") for place in ("FIRST", "SECOND", "THIRD", "FOURTH")]
    for number, full in enumerate(_pieces(" ".join(filter(None, parts)))):
        draft.names.append(Name(full=full, primary=number == 0, script=script_of(full)))
    for original in record.texts("NAME_ORIGINAL_SCRIPT"):
        draft.names.extend(Name(full=full, script=script_of(full)) for full in _pieces(original))


def _pieces(text: str) -> list[str]:
    return list(filter(None, map(clean, text.split(";"))))


def _alias(draft: Draft, record: Record) -> None:
    """An alias: perhaps several parted by ";", perhaps with its original script in brackets or in the note."""
    word = record.text("QUALITY")
    names = _pieces(record.text("ALIAS_NAME") or "")
    note = clean(record.text("NOTE") or "")
    quality = QUALITIES.get(word or "", Quality.STRONG)
    if names and word not in QUALITIES:
        draft.report.unread[f"{record.path}/QUALITY={word or ''}"] += 1
    if quality is Quality.STRONG and _FORMER_NOTE.match(note):
        quality = Quality.FORMER
    found = [spelling for name in names for spelling in _spellings(name)]
    if original := _ORIGINAL.search(note):
        found.append(clean(original["name"]))
    elif ";" in note and not re.search(r"[\d:()]", note):
        found.extend(_pieces(note))
    draft.names.extend(Name(full=full, quality=quality, script=script_of(full)) for full in found)
    if note and not _FORMER_NOTE.fullmatch(note):
        draft.notes.append(f"Alias {', '.join(names)}: {note}")
    born = record.text("DATE_OF_BIRTH")
    if born and born != "null":  # the publisher's own slip for an empty date
        draft.birth_date(born)
    place = ", ".join(filter(None, (record.text("CITY_OF_BIRTH"), _country(draft, record, "COUNTRY_OF_BIRTH", CountryRole.BIRTH))))
    if place:
        draft.birth_places.append(clean(place))


def _spellings(name: str) -> list[str]:
    """ "Jin Tiesan (金铁三)" is two names; brackets in the same script ("(combat name)") stay."""
    found = _BRACKETED.match(name)
    if found and script_of(found["other"]) not in ("", script_of(found["name"])):
        return [found["name"], found["other"].strip()]
    return [name]


def _birth_date(draft: Draft, record: Record) -> None:
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


def _country(draft: Draft, record: Record, name: str, role: CountryRole) -> str | None:
    text = record.text(name)
    _link(draft, text, role)
    return text


def _link(draft: Draft, text: str | None, role: CountryRole) -> str | None:
    """The country of a text, linked to the entity with the text as published."""
    usual = COUNTRIES.get(text or "")
    if text is None or usual is None:
        return draft.country(text, role)
    code = draft.code(usual)
    draft.countries.extend([CountryLink(code=code, role=role, text=text)] if code else [])
    return code


def _birth_place(draft: Draft, record: Record) -> None:
    parts = [record.text(name) for name in ("STREET", "CITY", "STATE_PROVINCE")]
    parts += [_country(draft, record, "COUNTRY", CountryRole.BIRTH), record.text("NOTE")]
    if place := clean(", ".join(filter(None, parts))):
        draft.birth_places.append(place)


def _address(draft: Draft, record: Record) -> None:
    street, city, region, postal = (clean(record.text(name) or "") or None for name in ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE"))
    note = clean(record.text("NOTE") or "") or None
    country = record.text("COUNTRY")
    code = _link(draft, country, CountryRole.ADDRESS)
    full = ", ".join(filter(None, (street, city, region, postal, country)))
    if full:
        draft.addresses.append(Address(full=full, street=street, city=city, region=region, postal_code=postal, country=code, note=note))
    elif note:
        draft.notes.append(f"Address: {note}")


def _document(draft: Draft, record: Record) -> None:
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
        draft.identifiers.append(
            Identifier(type=_document_type(draft, record, word, finer), value=clean(number), country=code, label=finer or word, note=note)
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


def _listing(draft: Draft, record: Record) -> None:
    programme = record.text("UN_LIST_TYPE") or ""
    resolution = RESOLUTIONS.get(programme)
    if resolution is None:
        draft.report.unread[f"{record.path}/UN_LIST_TYPE={programme}"] += 1
    for word in record.texts("LIST_TYPE", "VALUE"):
        if word != "UN List":
            draft.report.unread[f"{record.path}/LIST_TYPE={word}"] += 1
    plural = "s" if resolution and "and" in resolution else ""
    draft.listings.append(
        Listing(
            programme=programme or "not stated",
            legal_basis=f"United Nations Security Council resolution{plural} {resolution}" if resolution else None,
            listed_on=_listed_on(draft, record.text("LISTED_ON")),
            reference=draft.uid,
        )
    )


def _listed_on(draft: Draft, text: str | None) -> date | None:
    try:
        return iso_day(text)
    except ValueError:
        draft.report.problem(f"Entry {draft.uid}: {text!r} is not a date of listing; it is left empty.")
        return None


def _remarks(draft: Draft, record: Record) -> None:
    comments = clean(record.text("COMMENTS1") or "")
    if comments:
        draft.notes.insert(0, comments)
    words = record.texts("GENDER") or _GENDER.findall(comments)[:1]
    for word in words:
        draft.gender(word)


def _recognises(name: str, head: bytes) -> bool:
    return root_name(head) == ROOT


FORMAT = Format(key="un-xml", title="United Nations Consolidated List, XML", version=1, recognises=_recognises, read=read)
