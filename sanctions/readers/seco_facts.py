"""Birth dates, papers and further facts of the SECO list."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sanctions.dates import PartialDate
from sanctions.model import CountryRole, Identifier, IdentifierType, Kind
from sanctions.patterns import regex
from sanctions.readers.draft import Draft
from sanctions.readers.seco_places import Place
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record

DOCUMENTS = {
    "passport": IdentifierType.PASSPORT,
    "diplomatic-passport": IdentifierType.PASSPORT,
    "id-card": IdentifierType.NATIONAL_ID,
    "identity-card": IdentifierType.NATIONAL_ID,
    "driving-license": IdentifierType.OTHER,
    "driver-license": IdentifierType.OTHER,
    "visa": IdentifierType.OTHER,
    "resident-permit": IdentifierType.OTHER,
    "residence-permit": IdentifierType.OTHER,
    "other": IdentifierType.OTHER,
}
_FACTS = (
    # further information that is one labelled number and nothing else; the words stay in the remarks as well
    (regex(r"IMO(?: number)?\s*:?\s*(\d{7})\.?", re.I), IdentifierType.IMO),
    (regex(r"MMSI(?: number)?\s*:\s*(\d{9})\.?", re.I), IdentifierType.MMSI),
    (regex(r"(?:(?:state |business |main state )?registration number|OGRN|registration no\.?)(?: \([A-Z]+\))?\s*:\s*(\S*\d\S*)", re.I),
     IdentifierType.REGISTRATION),
    (regex(r"(?:tax(?:payer)? (?:identification|registration|ID) (?:number|no\.?)|tax ID(?: no\.?)?|INN)\s*:\s*(\S*\d\S*)", re.I),
     IdentifierType.TAX),
    (regex(r"(?:national (?:identification|ID)(?: number| no\.?)?|ID (?:card )?number)\s*:\s*(\S*\d\S*)", re.I),
     IdentifierType.NATIONAL_ID),
    (regex(r"passport(?: number| no\.?)\s*:\s*(\S*\d\S*)", re.I), IdentifierType.PASSPORT),
    (regex(r"(?:company )?web ?site\s*:\s*(\S+)", re.I), IdentifierType.WEBSITE),
    (regex(r"(?:company )?e-?mail(?: address)?\s*:\s*(\S+@\S+)", re.I), IdentifierType.EMAIL),
    (regex(r"(?:company )?(?:tel(?:ephone)?|phone|fax)\b\.?(?: number| no\.?)?\s*:\s*(\+?[\d() /-]{6,})", re.I), IdentifierType.PHONE),
)  # fmt: skip


def birth_date(draft: Draft, record: Record) -> None:
    """A day, month and year, each of which may lack; of others than persons it is the day of their founding."""
    record.skip("@ssid")
    parts = [record.text(f"@{name}") for name in ("year", "month", "day")]
    calendar, quality = record.text("@calendar") or "Gregorian", record.text("@quality")
    text = "-".join(filter(None, parts))
    draft.notes.extend(f"Birth: {clean(remark)}" for remark in record.texts("remark"))
    if not text:
        return
    if calendar != "Gregorian":
        draft.notes.append(f"Birth date in the calendar {calendar}: {text}")
        draft.report.problem(f"Entry {draft.uid}: the date {text} is in the calendar {calendar} and is kept as text.")
    elif draft.kind is not Kind.PERSON:
        draft.notes.append(f"Founded or built: {text}")
    else:
        _person_born(draft, parts, text, circa=quality == "low")


def _person_born(draft: Draft, parts: list[str | None], text: str, *, circa: bool) -> None:
    try:
        year, month, day = (int(part) if part else 0 for part in parts)
        draft.birth_dates.append(PartialDate.of(year, month, day if month else None, circa=circa, text=text))
    except ValueError as problem:
        draft.report.unread["birth date"] += 1
        draft.report.problem(f"Entry {draft.uid}: {text!r} is not a date: {problem}.")


def add_place_of_birth(draft: Draft, record: Record, places: Mapping[str, Place]) -> None:
    record.skip("@ssid", "@quality")
    place = places.get(record.text("@place-id") or "") or Place()
    draft.country(place.country, CountryRole.BIRTH)
    words = ", ".join(filter(None, [place.full, *map(clean, record.texts("remark"))]))
    draft.birth_places.extend([words] if words else [])


def add_document(draft: Draft, record: Record, places: Mapping[str, Place]) -> None:
    record.skip("@ssid", "@quality")
    word = record.text("@document-type") or ""
    if word not in DOCUMENTS:
        draft.report.unread[f"{record.path}/@document-type={word}"] += 1
    number = clean(record.text("number") or "")
    issuer = record.one("issuer")
    code, name = (issuer.text("@code") or issuer.text("@iso-code"), issuer.value()) if issuer else (None, None)
    where = places.get(record.text("@place-id") or record.text("place-of-issue") or "")
    said = [("issued", record.text("date-of-issue")), ("expires", record.text("expiry-date")), ("issued in", where.full if where else None)]
    notes = [f"{label} {text}" for label, text in said if text] + [clean(text) for text in record.texts("remark")]
    label = word.replace("-", " ") or None
    if number:
        type_ = DOCUMENTS.get(word, IdentifierType.OTHER)
        draft.identifiers.append(
            Identifier(type=type_, value=number, country=draft.code(code or name), label=label, note="; ".join(notes) or None)
        )
    elif notes:
        draft.notes.append(f"{label or 'Document'}: {'; '.join(notes)}")


def add_other(draft: Draft, text: str) -> None:
    """Further information: kept in the remarks; where it is a labelled number, that number also identifies the target."""
    if not text:
        return
    draft.notes.append(text)
    for pattern, type_ in _FACTS:
        if found := pattern.fullmatch(text):
            draft.identifiers.append(Identifier(type=type_, value=found[1].rstrip(" .,;"), label=text.partition(":")[0]))
            return
