"""The United Nations Security Council's Consolidated List (consolidated.xml).

The four name elements give the order of a name's parts and not what they are (a Korean's FIRST_NAME is his
family name), so a name has no typed parts here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import CountryRole, Entity, Kind, Link, Listing, Name, Quality
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft, iso_day
from sanctions.readers.tabular import clean
from sanctions.readers.un_facts import add_address, add_birth_date, add_birth_place, add_country, add_country_text, add_document
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
_REMARK = regex(r"\s*\((?:birth name|combat name|third|(?:previously|formerly) listed as|false identity[^()]*)\)$|,\s+born\s+\d.*$", re.I)
_ORIGINAL_SCRIPT = regex(r"\(?original script\)?:?", re.I)
_ORIGINAL = regex(r"(?:original script|in arabic(?: script)?)\s*:\s*(?P<name>[^.;]+)", re.I)
_FORMER_NOTE = regex(r"^\s*\(?(?:previously|formerly) listed as", re.I)
_GENDER = regex(r"\bgender\s*:?\s*(male|female)\b", re.I)


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The individuals, then the entities. Raises SourceError, with line and column, for a damaged document."""
    name = layout.files[0].name
    records = stream(source, name, ROOT, RECORDS, report=report, ignore=definition.ignore, root_attributes=("dateGenerated",))
    for path, element in records:
        if path == ROOT:
            report.published = _day(element.get("dateGenerated"), report, "dateGenerated")
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
        add_birth_date(draft, birth)
    for place in record.each("INDIVIDUAL_PLACE_OF_BIRTH"):
        add_birth_place(draft, place)
    for name in ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"):
        for address in record.each(name):
            add_address(draft, address)
    for document in record.each("INDIVIDUAL_DOCUMENT"):
        add_document(draft, document)
    for text in record.texts("NATIONALITY", "VALUE"):
        add_country_text(draft, text, CountryRole.NATIONALITY)
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
    found = [spelling for name in names for spelling in _spellings(draft, name)]
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
    place = ", ".join(filter(None, (record.text("CITY_OF_BIRTH"), add_country(draft, record, "COUNTRY_OF_BIRTH", CountryRole.BIRTH))))
    if place:
        draft.birth_places.append(clean(place))


def _spellings(draft: Draft, name: str) -> list[str]:
    """The spellings that one alias holds: "Jin Tiesan (金铁三)" is two, "EL PARA (COMBAT NAME)" is one with a remark."""
    if remark := _REMARK.search(name):
        draft.notes.append(f"Alias {name}")
        name = name[: remark.start()]
    if script_of(name):
        return [name]
    runs: list[list[str]] = []
    last = ""
    for word in _ORIGINAL_SCRIPT.sub(" ", name).split():
        script = script_of(word)
        if not runs or (script and last and script != last):
            runs.append([])
        runs[-1].append(word)
        last = script or last
    return [spelling for run in runs if (spelling := _unbracketed(" ".join(run)))]


def _unbracketed(text: str) -> str:
    """A run of words without the brackets and commas around it; one bracket that was opened within is closed."""
    bare = text.strip(" ,;:()")
    return bare + ")" if bare.count("(") > bare.count(")") else bare


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
            listed_on=_day(record.text("LISTED_ON"), draft.report, f"Entry {draft.uid}, LISTED_ON"),
            reference=draft.uid,
        )
    )


def _day(text: str | None, report: ReadReport, place: str) -> date | None:
    try:
        return iso_day(text)
    except ValueError:
        report.problem(f"{place}: {text!r} is not a date; it is left empty.")
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
