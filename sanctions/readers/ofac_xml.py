"""OFAC's legacy XML: SDN.XML and CONSOLIDATED.XML (root ``sdnList``).

One ``sdnEntry`` holds all of an entry. The namespace has changed over the years, so names are matched without
it. ``publshInformation`` (sic) gives the date and the number of entries; a file with fewer is cut short.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SourceError
from sanctions.model import CountryRole, Entity, Kind, Listing, Name, Quality
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import person_parts
from sanctions.readers.ofac_common import OfacDraft
from sanctions.readers.ofac_names import latin_name
from sanctions.readers.ofac_remarks import link_of, segments
from sanctions.readers.xml import Record, audit, raw, root_name, stream

_PUBLISHED, _ENTRY = "publshInformation", "sdnEntry"


def recognises(name: str, head: bytes) -> bool:
    """Whether the root is ``sdnList``."""
    return root_name(head) == "sdnList"


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    name = layout.files[0].name
    count = 0
    for path, element in stream(source, name, "sdnList", (_PUBLISHED, _ENTRY), report=report, ignore=definition.ignore):
        if path == _PUBLISHED:
            _information(Record(raw(element), path), name, report, definition)
        elif path == _ENTRY:
            count += 1
            if entity := _entry(Record(fields := raw(element), path), fields, definition, report):
                yield entity
    if report.declared is not None and count != report.declared:
        raise SourceError(
            f"{name} says that it has {report.declared:,} entries but holds {count:,}; "
            "the copy is incomplete, get it from its publisher again."
        )


FORMAT = Format(key="ofac-xml", title="OFAC legacy XML (sdnList)", version=1, recognises=recognises, read=read)


def _information(record: Record, name: str, report: ReadReport, definition: ListDefinition) -> None:
    published, declared = record.text("Publish_Date"), record.text("Record_Count")
    try:
        report.published = datetime.strptime(published, "%m/%d/%Y").date() if published else None  # noqa: DTZ007 (a day has no time zone)
        report.declared = int(declared) if declared else None
    except ValueError as problem:
        raise SourceError(f"{name}: its publshInformation cannot be read: {problem}.") from None
    audit(record, report, definition.ignore)


def _entry(record: Record, fields: dict[str, object], definition: ListDefinition, report: ReadReport) -> Entity | None:
    draft = OfacDraft(uid=record.text("uid") or "", definition=definition, report=report)
    draft.set_kind(record.text("sdnType"))
    _name(record, draft, Quality.STRONG, primary=True)
    for alias in record.each("akaList", "aka"):
        alias.skip("uid")
        weak = _weak(alias.text("category"), report)
        _name(alias, draft, draft.quality(alias.text("type"), weak=weak))
    if title := record.text("title"):
        draft.positions.append(title)
    draft.listings = [Listing(programme=programme) for programme in record.texts("programList", "program")]
    remarks = record.text("remarks")
    for text in segments(remarks or ""):
        if link := link_of(text):
            draft.links.append(link)
    if remarks:
        draft.notes.append(remarks)
    _facts(record, draft)
    audit(record, report, definition.ignore)
    return draft.build(fields)


def _weak(category: str | None, report: ReadReport) -> bool:
    if category not in {"strong", "weak", None}:
        report.unread[f"category={category}"] += 1
    return category == "weak"


def _name(record: Record, draft: OfacDraft, quality: Quality, *, primary: bool = False) -> None:
    last, first = record.text("lastName"), record.text("firstName")
    full = ", ".join(part for part in (last, first) if part)
    if first:
        draft.names.append(Name(full=full, quality=quality, primary=primary, parts=person_parts(last, first)))
    elif full:  # a weak alias of a person stands whole in the last name, comma and all
        draft.names.append(latin_name(full, draft.kind if "," in full else Kind.UNKNOWN, quality, primary=primary))


def _facts(record: Record, draft: OfacDraft) -> None:
    for item in record.each("idList", "id"):
        item.skip("uid")
        dates = (("issued", item.text("issueDate")), ("expires", item.text("expirationDate")))
        note = "; ".join(f"{word} {day}" for word, day in dates if day) or None
        draft.fact(item.text("idType") or "", item.text("idNumber") or "", country=item.text("idCountry"), note=note)
    for item in record.each("addressList", "address"):
        _address(item, draft)
    for item in record.each("dateOfBirthList", "dateOfBirthItem"):
        item.skip("uid", "mainEntry")
        draft.birth_date(item.text("dateOfBirth") or "")
    for item in record.each("placeOfBirthList", "placeOfBirthItem"):
        item.skip("uid", "mainEntry")
        draft.birth_place(item.text("placeOfBirth") or "")
    nationalities = [(item, CountryRole.NATIONALITY) for item in record.each("nationalityList", "nationality")]
    for item, role in [*nationalities, *((item, CountryRole.CITIZENSHIP) for item in record.each("citizenshipList", "citizenship"))]:
        item.skip("uid", "mainEntry")
        draft.country(item.text("country"), role)
    for vessel in record.each("vesselInfo"):
        _vessel(vessel, draft)


def _address(item: Record, draft: OfacDraft) -> None:
    item.skip("uid")
    parts = {
        "street": ", ".join(text for line in ("address1", "address2", "address3") if (text := item.text(line))),
        "city": item.text("city"),
        "region": item.text("stateOrProvince"),
        "postal_code": item.text("postalCode"),
    }
    draft.address({part: text for part, text in parts.items() if text}, item.text("country"))


def _vessel(vessel: Record, draft: OfacDraft) -> None:
    if flag := vessel.text("vesselFlag"):
        draft.country(flag, CountryRole.FLAG)
    labels = {
        "callSign": "Vessel Call Sign",
        "vesselType": "Vessel Type",
        "tonnage": "Tonnage",
        "grossRegisteredTonnage": "Gross Registered Tonnage",
        "vesselOwner": "Vessel Owner",
    }
    for field, label in labels.items():
        if value := vessel.text(field):
            draft.fact(label, value)
