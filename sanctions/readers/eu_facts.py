"""One ``sanctionEntity`` of the European Union's financial sanctions files to one entity; the XML and the CSV share it.

The publisher marks no name as the primary one: the first name in Latin script that is English, or in no stated
language, stands first here, one with given and family name before others. It calls every name strong; how good
a name is stands, if anywhere, in its remark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from sanctions.catalogue import ListDefinition
from sanctions.model import (
    CountryRole,
    Entity,
    Kind,
    Link,
    Listing,
    Name,
    NamePart,
    PartKind,
    Quality,
)
from sanctions.patterns import regex
from sanctions.readers.base import ReadReport
from sanctions.readers.draft import Draft, iso_day
from sanctions.readers.eu_details import add_address, add_birth, add_identification, add_remarks, link_country, said
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit
from sanctions.scripts import script_of

PATH = "sanctionEntity"
KINDS = {"person": Kind.PERSON, "p": Kind.PERSON, "enterprise": Kind.ORGANISATION, "e": Kind.ORGANISATION}
GENDERS = {"M": "male", "F": "female"}
_LOW = regex(r"\blow? quality\b", re.I)  # "lo quality" is one of the publisher's slips
_QUALITY = regex(r"\W*\b(?:low?|g?o?od|god|high) quality\b(?:\s+(?:alias|a\.?k\.?a\.?))?\W*", re.I)
_FORMER = regex(r"^\W*(?:f\.?k\.?a\b|formerly\b|former(?:ly)? (?:known|name)|previously known)", re.I)


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
        link_country(draft, citizenship, CountryRole.CITIZENSHIP)
        add_remarks(draft, citizenship, "Citizenship")
        if region := said(citizenship, "region"):
            draft.notes.append(f"Citizenship: {region}")
    for birth in record.each("birthdate"):
        add_birth(draft, birth)
    for document in record.each("identification"):
        add_identification(draft, document)
    for address in record.each("address"):
        add_address(draft, address)
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
