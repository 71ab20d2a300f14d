"""OFAC's enhanced XML: SDN_ENHANCED.XML and CONS_ENHANCED.XML (root ``sanctionsData``).

Each ``entity`` holds all of an entry, with words beside the numbers; names and addresses come in translations,
one a script. Programmes, legal authorities, lists and types of sanction stand beside each other without saying
which belongs to which, so every listing carries all of the entry's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import PartialDate, parse_date
from sanctions.errors import SourceError
from sanctions.model import Entity, Link, Listing, Name, NamePart, PartKind
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import iso_day
from sanctions.readers.ofac_advanced_parts import add_part
from sanctions.readers.ofac_common import OfacDraft
from sanctions.readers.ofac_delta import is_delta
from sanctions.readers.ofac_labels import Role, find_label
from sanctions.readers.ofac_names import PART_KINDS, script_of
from sanctions.readers.xml import Record, audit, raw, root_name, stream

_ENTITY, _INFORMATION = "entities/entity", "publicationInfo"
_VOCABULARY = ("referenceValues/referenceValue", "featureTypes/featureType")
"""Words and numbers that every entity repeats in full, so that nothing of them is needed."""


def recognises(name: str, head: bytes) -> bool:
    """Whether the root is ``sanctionsData``, and not a delta file's, which is called the same."""
    return root_name(head) == "sanctionsData" and not is_delta(head)


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    name = layout.files[0].name
    records = (_ENTITY, _INFORMATION, *_VOCABULARY)
    for path, element in stream(source, name, "sanctionsData", records, report=report, ignore=definition.ignore):
        if path == _INFORMATION:
            _information(Record(raw(element), path), name, report, definition)
        elif path == _ENTITY:
            fields = raw(element)
            if entity := _entity(Record(fields, "entity"), fields, definition, report):
                yield entity


FORMAT = Format(key="ofac-enhanced-xml", title="OFAC enhanced XML", version=1, recognises=recognises, read=read)


def _information(record: Record, name: str, report: ReadReport, definition: ListDefinition) -> None:
    record.skip("filters")  # which of OFAC's lists the file was asked for
    try:
        report.published = iso_day(record.text("dataAsOf"))
    except ValueError as problem:
        raise SourceError(f"{name}: its date (dataAsOf) cannot be read: {problem}.") from None
    audit(record, report, definition.ignore)


def _entity(record: Record, fields: dict[str, Any], definition: ListDefinition, report: ReadReport) -> Entity | None:
    draft = OfacDraft(uid=record.text("@id") or "", definition=definition, report=report)
    for general in record.each("generalInfo"):
        general.skip("identityId")
        draft.set_kind(_word(general, "entityType"))
        for position in filter(None, [general.text("title")]):
            draft.positions.append(position)
        draft.notes += filter(None, [general.text("remarks")])
    for name in record.each("names", "name"):
        _name(name, draft)
    draft.listings = _listings(record)
    for address in record.each("addresses", "address"):
        _address(address, draft)
    for feature in record.each("features", "feature"):
        _feature(feature, draft)
    for document in record.each("identityDocuments", "identityDocument"):
        _document(document, draft)
    for relationship in record.each("relationships", "relationship"):
        _relationship(relationship, draft)
    audit(record, report, definition.ignore)
    return draft.build(fields)


def _word(record: Record, name: str) -> str | None:
    """The text of a child that also carries the word's number."""
    child = record.one(name)
    if child is None:
        return None
    child.skip("@refId", "@featureTypeId", "@id")
    return child.value()


def _name(name: Record, draft: OfacDraft) -> None:
    name.skip("@id")
    primary = name.text("isPrimary") == "true"
    alias = _word(name, "aliasType")
    quality = draft.quality(alias or "name", weak=name.text("isLowQuality") == "true")
    for translation in name.each("translations", "translation"):
        translation.skip("@id", "isPrimary", "formattedFirstName", "formattedLastName")
        script = script_of(_word(translation, "script"), draft.report)
        parts = tuple(_name_parts(translation, draft))
        if full := translation.text("formattedFullName"):
            draft.names.append(Name(full=full, quality=quality, primary=primary, script=script, parts=parts if len(parts) > 1 else ()))


def _name_parts(translation: Record, draft: OfacDraft) -> Iterator[NamePart]:
    for part in translation.each("nameParts", "namePart"):
        part.skip("@id")
        word = _word(part, "type") or ""
        kind = PART_KINDS.get(word.casefold())
        if kind is None:
            draft.report.unread[f"namePart type={word}"] += 1
        if text := part.text("value"):
            yield NamePart(kind=kind or PartKind.WHOLE, text=text)


def _listings(record: Record) -> list[Listing]:
    """A listing for each programme, with all legal authorities, lists and measures, from the earliest day on any list."""
    lists = record.each("sanctionsLists", "sanctionsList")
    days = [iso_day(item.text("@datePublished")) for item in lists]
    names = [name for item in lists if (name := _value(item))]
    bases = [text for item in record.each("legalAuthorities", "legalAuthority") if (text := _value(item))]
    measures = [text for item in record.each("sanctionsTypes", "sanctionsType") if (text := _value(item))]
    programmes = [text for item in record.each("sanctionsPrograms", "sanctionsProgram") if (text := _value(item))]
    return [
        Listing(
            programme=programme,
            legal_basis="; ".join(dict.fromkeys(bases)) or None,
            listed_on=min((day for day in days if day), default=None),
            measures=tuple(dict.fromkeys(measures)),
            reference="; ".join(dict.fromkeys(names)) or None,
        )
        for programme in dict.fromkeys(programmes)
    ]


def _value(item: Record) -> str | None:
    item.skip("@id", "@refId")
    return item.value()


def _address(address: Record, draft: OfacDraft) -> None:
    """Each translation is an address of its own: the same place in another script."""
    address.skip("@id")
    country = _word(address, "country")
    for translation in address.each("translations", "translation"):
        translation.skip("@id", "isPrimary")
        script_of(_word(translation, "script"), draft.report)
        parts: dict[str, str] = {}
        for part in translation.each("addressParts", "addressPart"):
            part.skip("@id")
            add_part(parts, _word(part, "type") or "", part.text("value"))
        draft.address(parts, country)


def _feature(feature: Record, draft: OfacDraft) -> None:
    feature.skip("@id", "versionId", "isPrimary", "valueRefId")
    label = _word(feature, "type") or ""
    value = feature.text("value") or ""
    reliability = _word(feature, "reliability")
    note = "; ".join(filter(None, [feature.text("comments"), reliability if reliability in {"False", "Reported"} else None])) or None
    period = _period(feature.one("valueDate"), value)
    known = find_label(label)
    if period and known and known.meaning is Role.BIRTH_DATE:
        draft.birth_dates.append(period)
    else:
        draft.fact(label, value, note=note)


def _period(record: Record | None, text: str) -> PartialDate | None:
    """A date as its words mean it; as its four days (begin and end of begin and end) say where the words are no date."""
    if record is None:
        return None
    record.skip("@id", "isDateRange")
    circa = record.text("isApproximate") == "true"
    days = [day for name in ("fromDateBegin", "fromDateEnd", "toDateBegin", "toDateEnd") if (day := _day(record.text(name)))]
    try:
        parsed = parse_date(text)
        return replace(parsed, circa=parsed.circa or circa)
    except ValueError:
        return PartialDate(first=min(days), last=max(days), circa=circa, text=text) if days else None


def _day(text: str | None) -> date | None:
    try:
        return iso_day(text)
    except ValueError:
        return None


def _document(document: Record, draft: OfacDraft) -> None:
    document.skip("@id", "name")  # the name says whose document it is; it is one of the entry's own names
    label = _word(document, "type") or ""
    country = _word(document, "issuingCountry")
    place = _word(document, "issuingLocation")
    notes = [
        document.text("issuingAuthority"),
        document.text("comments"),
        place if place != country else None,
        None if document.text("isValid") != "false" else "not valid",
        *(f"{word} {day}" for word, field in (("issued", "issueDate"), ("expires", "expirationDate")) if (day := document.text(field))),
    ]
    draft.fact(label, document.text("documentNumber") or "", country=country, note="; ".join(filter(None, notes)) or None)


def _relationship(relationship: Record, draft: OfacDraft) -> None:
    relationship.skip("@id", "quality")
    relation = _word(relationship, "type") or "related"
    other = relationship.one("relatedEntity")
    if other is None:
        return
    other.value()
    if number := other.text("@entityId"):
        draft.links.append(Link(scheme="ofac", value=number, relation=relation))
