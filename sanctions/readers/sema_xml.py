"""Canada's consolidated autonomous sanctions list (sema-lmes.xml), which Global Affairs Canada keeps.

A record has a name, the regulations' country, its place in a schedule, perhaps a birth date, and aliases in one
line. There is no id, and items are renumbered when the regulations change: an id is made of country and name, so that
it stays the same from copy to copy.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import Entity, Identifier, IdentifierType, Kind, Listing, Name, NamePart, PartKind
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft, iso_day
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit, raw, root_name, stream
from sanctions.scripts import script_of

ROOT = "data-set"
_BOTH_LANGUAGES = regex(r"\s+/\s+")
_OUTSIDE_BRACKETS = regex(r"[,;]\s*(?![^()]*\))")
_LEGAL_FORM = regex(
    r"(?:Co|Ltd|Limited|Inc|L\.?L\.?C|LLP|P?JSC|OJSC|Corp|Corporation|GmbH|S\.?A|S\.?R\.?L|Pte|FZE|FZCO|plc|Jr|Sr|AO|OOO|PAO|OAO|ZAO)\b\.?"
    r"(?:\s+(?:Ltd|Limited)\b\.?)?|АО|ООО|ОАО|ПАО|ЗАО",
    re.I,
)
LANGUAGES = {
    "Arabic": "ar", "Armenian": "hy", "Belarusian": "be", "Belarussian": "be", "Burmese": "my", "Chinese": "zh", "English": "en",
    "Farsi": "fa", "French": "fr", "Hebrew": "he", "Korean": "ko", "Persian": "fa",
    "Romanian": "ro", "Russian": "ru", "Spanish": "es", "Ukrainian": "uk",
}  # fmt: skip

_LANGUAGE = regex(rf"[\s(]*\b({'|'.join(LANGUAGES)})\s*:\s*")


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The records in order. Raises SourceError, with line and column, for a damaged document."""
    ids: set[str] = set()
    for path, element in stream(source, layout.files[0].name, ROOT, ["record"], report=report, ignore=definition.ignore):
        if path == "record":
            fields = raw(element)
            record = Record(fields, path)
            entity = _draft(record, ids, definition, report).build(fields)
            audit(record, report, definition.ignore)
            if entity:
                yield entity


def _draft(record: Record, ids: set[str], definition: ListDefinition, report: ReadReport) -> Draft:
    given, family = (clean(record.text(name) or "") for name in ("GivenName", "LastName"))
    other = clean(record.text("EntityOrShip") or record.text("Entity") or "")
    imo, title = record.text("ShipIMONumber"), clean(record.text("TitleOrShip") or record.text("Title") or "")
    full = " ".join(filter(None, (given, family))) or other
    country = _BOTH_LANGUAGES.split(clean(record.text("Country") or ""))[0]
    born = clean(record.text("DateOfBirthOrShipBuildDate") or record.text("DateOfBirth") or "")
    kind = Kind.PERSON if given or family else Kind.VESSEL if imo or title else Kind.ORGANISATION
    draft = Draft(uid=_made_id(ids, country, full, born), definition=definition, report=report, kind=kind)
    if full:
        parts = ((PartKind.GIVEN, given), (PartKind.FAMILY, family))
        typed = tuple(NamePart(kind=part, text=text) for part, text in parts if text)
        draft.names.append(Name(full=full, primary=True, script=script_of(full), parts=typed if len(typed) > 1 else ()))
    draft.names.extend(Name(full=half, script=script_of(half)) for half in _halves(full) if half not in ("", full))
    for text, language in aliases(clean(record.text("Aliases") or "")):
        draft.names.append(Name(full=text, script=script_of(text), language=language))
    if kind is Kind.PERSON:
        draft.positions.extend([title] if title else [])
        for one in filter(None, re.split(r"\s+or\s+", born)):
            draft.birth_date(one)
    else:
        draft.notes.extend(f"{label}: {text}" for label, text in (("Type", title), ("Built", born)) if text)
    if imo:
        draft.identifiers.append(Identifier(type=IdentifierType.IMO, value=imo, label="Ship IMO number"))
    _listing(draft, record, country)
    return draft


def _listing(draft: Draft, record: Record, country: str) -> None:
    schedule, item = record.text("Schedule"), record.text("Item")
    place = ", ".join(filter(None, (f"Schedule {schedule}" if schedule and schedule != "N/A" else None, f"item {item}" if item else None)))
    draft.listings.append(
        Listing(
            programme=country or "not stated",
            legal_basis=f"Regulations on {country}" if country and "Regulations" not in country else country or None,
            listed_on=_day(record.text("DateOfListing"), draft),
            reference=place or None,
        )
    )


def _day(text: str | None, draft: Draft) -> date | None:
    try:
        return iso_day(text)
    except ValueError:
        draft.report.problem(f"Entry {draft.uid}: DateOfListing {text!r} is not a date; it is left empty.")
        return None


def aliases(text: str) -> Iterator[tuple[str, str | None]]:
    """The names in one line, each with its language ("A, Russian: Б"). A comma in brackets or before a legal form parts nothing."""
    pieces: list[str] = []
    for piece in filter(None, map(clean, _OUTSIDE_BRACKETS.split(text))):
        if pieces and _LEGAL_FORM.fullmatch(piece):
            pieces[-1] += f", {piece}"
        else:
            pieces.append(piece)
    for piece in pieces:
        before, *rest = _LANGUAGE.split(piece)
        for full, language in [(before, None), *((name, LANGUAGES[word]) for word, name in zip(rest[::2], rest[1::2], strict=True))]:
            yield from ((name, language) for name in _halves(_unbracketed(full)) if name)


def _halves(text: str) -> list[str]:
    """Two names with a stroke between them ("Syrian Company/Entreprise syrienne"); one with two spellings of a word is one."""
    halves = [half.strip() for half in text.split("/")]
    two = len(halves) == 2 and all(" " in half for half in halves) and " or " not in text
    return halves if two else [text]


def _unbracketed(text: str) -> str:
    """A name without a bracket that is opened or closed outside of it."""
    bare = text.strip(" ,;:")
    if bare.startswith("(") and bare.count("(") > bare.count(")"):
        bare = bare[1:]
    return bare[:-1] if bare.endswith(")") and bare.count(")") > bare.count("(") else bare


def _made_id(ids: set[str], country: str, name: str, born: str) -> str:
    """An id of country and name; where two are alike, of the birth date too; and numbered if even that is the same."""
    key = _hash(country, name)
    if key in ids:
        key = _hash(country, name, born)
    made, number = key, 2
    while made in ids:
        made, number = f"{key}-{number}", number + 1
    ids.add(made)
    return made


def _hash(*texts: str) -> str:
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def _recognises(name: str, head: bytes) -> bool:
    """By the root, which is a common word, and the first fields."""
    return root_name(head) == ROOT and b"<Country>" in head and b"<Item>" in head


FORMAT = Format(key="sema-xml", title="Canada's autonomous sanctions, XML", version=1, recognises=_recognises, read=read)
