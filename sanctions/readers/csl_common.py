"""What the CSV and the JSON form of the US Consolidated Screening List share: one record to one entity.

The list merges thirteen lists of the Departments of Commerce, State and the Treasury. ``source`` says which
one an entry is from; on the Treasury's, ``entity_number`` is OFAC's own UID. One target on three Treasury
lists is three entries with one id: the first keeps it, the others add their list's letters
("us_csl:18725/SSI"). Weak aliases cannot be told from strong ones here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from sanctions.catalogue import ListDefinition
from sanctions.countries import country_code
from sanctions.dates import parse_date
from sanctions.model import Address, CountryLink, CountryRole, Entity, Identifier, IdentifierType, Link, Listing
from sanctions.patterns import regex
from sanctions.readers.base import ReadReport
from sanctions.readers.csl_ids import PublishedId, label_of, parse_ids
from sanctions.readers.csl_names import names_of, with_parts
from sanctions.readers.ofac_common import OfacDraft
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record

SOURCES = frozenset({
    "Capta List (CAP) - Treasury Department",
    "Denied Persons List (DPL) - Bureau of Industry and Security",
    "Entity List (EL) - Bureau of Industry and Security",
    "Foreign Sanctions Evaders (FSE) - Treasury Department",
    "ITAR Debarred (DTC) - State Department",
    "Military End User (MEU) List - Bureau of Industry and Security",
    "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department",
    "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department",
    "Nonproliferation Sanctions (ISN) - State Department",
    "Palestinian Legislative Council List (PLC) - Treasury Department",
    "Sectoral Sanctions Identifications List (SSI) - Treasury Department",
    "Specially Designated Nationals (SDN) - Treasury Department",
    "Unverified List (UVL) - Bureau of Industry and Security",
})  # fmt: skip
"""The labels in the column ``source``, as seen in the copies of 2022 and 2023; another one is reported."""

COPIES_SEPARATOR = "|"
"""Between the labels of a definition's ``copies`` where one list's entries stand here under several."""

_COUNTRIES = (("nationalities", CountryRole.NATIONALITY), ("citizenships", CountryRole.CITIZENSHIP), ("country", CountryRole.OTHER))
_PARTICULARS = (
    ("vessel_type", "Vessel type"),
    ("gross_tonnage", "Gross tonnage"),
    ("gross_registered_tonnage", "Gross registered tonnage"),
)
_NO_FLAG = "None Identified"
_LETTERS = regex(r"\((\w[\w-]*)(?: List)?\)")


class CslReader(msgspec.Struct):
    """Turns records into entities, giving each an id of its own. ``place`` in problems is "row 12" or "line 12"."""

    definition: ListDefinition
    report: ReadReport
    ids: Counter[str] = msgspec.field(default_factory=Counter)

    def entity(self, fields: Mapping[str, Any], place: str) -> Entity | None:
        """The entity of one record, or None (with a problem reported) if it has no id or no name."""
        held = {key: value for key, value in fields.items() if value not in ("", None, [])}
        record = Record(held, "")
        key = record.text("_id") or record.text("id")
        name = clean(record.text("name") or "")
        if not key or not name:
            said = ", ".join(f"{column} {value!r}" for column, value in held.items())
            self.report.problem(f"{place}: an entry without {'a name' if key else 'an id'} was left out ({said[:200] or 'it is empty'}).")
            return None
        source = record.text("source") or ""
        if source not in SOURCES:
            self.report.unread[f"source={source}"] += 1
        draft = OfacDraft(uid=self._unique(key, source), definition=self.definition, report=self.report)
        _fill(draft, record)
        draft.names.extend(with_parts(found, draft.kind) for found in names_of(name, _several(record, "alt_names")))
        draft.listings.extend(self._listings(record, source, place))
        draft.links.extend(self._copied(record, source))
        url = record.text("source_information_url")
        self._audit(record)
        built = draft.build(held)
        return replace(built, url=url) if built else None

    def _unique(self, key: str, source: str) -> str:
        """The publisher's id; where that was used before, with the letters of the source list after it."""
        self.ids[key] += 1
        if self.ids[key] == 1:
            return key
        letters = _LETTERS.search(source)
        longer = f"{key}/{letters[1] if letters else source}"
        self.ids[longer] += 1
        return longer if self.ids[longer] == 1 else f"{longer}-{self.ids[longer]}"

    def _listings(self, record: Record, source: str, place: str) -> Iterator[Listing]:
        notice = clean(record.text("federal_register_notice") or "") or None
        start, end = (self._day(record.text(name), place) for name in ("start_date", "end_date"))
        measures = tuple(self._measures(record))
        for programme in _several(record, "programs") or [source or "not stated"]:
            yield Listing(
                programme=programme, legal_basis=notice, listed_on=start, ended_on=end, measures=measures, reference=source or None
            )

    def _day(self, text: str | None, place: str) -> date | None:
        try:
            return parse_date(text).first if text else None
        except ValueError as problem:
            self.report.problem(f"{place}: {problem}; the date of listing or end is left empty.")
            return None

    def _measures(self, record: Record) -> Iterator[str]:
        for name, words in (("license_requirement", "Licence requirement"), ("license_policy", "Licence review policy")):
            if text := record.text(name):
                yield f"{words}: {clean(text)}"
        order = (record.text("standard_order") or "").upper()
        if order in ("Y", "N"):
            yield "Denial order in the standard terms" if order == "Y" else "Denial order in terms of its own"
        elif order:
            self.report.unread[f"standard_order={order}"] += 1

    def _copied(self, record: Record, source: str) -> Iterator[Link]:
        """OFAC's number, where the definition says that the source is a copy of one of OFAC's lists."""
        number = record.text("entity_number")
        if number and any(source in labels.split(COPIES_SEPARATOR) for labels in self.definition.copies.values()):
            yield Link(scheme="ofac", value=number)
        elif number:
            self.report.unread["entity_number"] += 1

    def _audit(self, record: Record) -> None:
        for path in record.leftovers():
            name = path.removeprefix("/")
            ignored = name.partition("/")[0] in self.definition.ignore
            (self.report.ignored if ignored else self.report.unread)[name] += 1


def _fill(draft: OfacDraft, record: Record) -> None:
    """All that describes the target, but for its names."""
    kind = record.text("type")
    if kind:  # the lists of Commerce and State do not say what a target is: it stays unknown
        draft.set_kind(kind)
    for text in _several(record, "dates_of_birth"):
        draft.birth_date(text)
    for text in _several(record, "places_of_birth"):
        draft.birth_place(text)
    if title := clean(record.text("title") or ""):
        draft.positions.append(title)
    for name, role in _COUNTRIES:
        for text in _several(record, name):
            draft.country(text, role)
    if flag := record.text("vessel_flag"):
        draft.country(_flag(flag), CountryRole.FLAG)
    for child in record.each("addresses"):
        _address(draft, child)
    if sign := record.text("call_sign"):
        draft.identifiers.append(Identifier(type=IdentifierType.CALL_SIGN, value=sign))
    if owner := record.text("vessel_owner"):
        draft.links.append(Link(scheme="ofac_name", value=clean(owner), relation="owner"))
    _remarks(draft, record)
    for published in _published_ids(record):
        _fact(draft, published)


def _fact(draft: OfacDraft, found: PublishedId) -> None:
    """One of the ids; one of an unknown type is reported and kept as an identifier of no type."""
    label = label_of(found.type)
    if label is None:
        draft.report.unread[f"ids/type={found.type}" if found.type else "ids"] += 1
        draft.identifiers.append(Identifier(type=IdentifierType.OTHER, value=found.number, label=found.type or None, note=found.note))
    elif isinstance(label.meaning, CountryRole):
        draft.country(_flag(found.number), label.meaning)
    else:
        draft.take(label, found.number, country=found.country or None, note=found.note)


def _flag(text: str) -> str | None:
    """A flag as countries are usually written ("Man, Isle of" is "Isle of Man"); None where the list says that there is none."""
    if text == _NO_FLAG:
        return None
    head, _, tail = text.replace("&", "and").partition(", ")
    return f"{tail} {head}" if tail and country_code(f"{tail} {head}") else text.replace("&", "and")


def _remarks(draft: OfacDraft, record: Record) -> None:
    """The remarks and a ship's particulars. "(Linked To: A; Linked To: B)" is also two links."""
    remarks = clean(record.text("remarks") or "")
    if remarks:
        draft.notes.append(remarks)
    for part in remarks.split("; "):
        bare = part.removeprefix("(")
        if bare.startswith("Linked To: "):
            name = bare.removeprefix("Linked To: ")
            unbalanced = name.endswith(")") and name.count(")") > name.count("(")
            draft.links.append(Link(scheme="ofac_name", value=name[:-1] if unbalanced else name, relation="Linked To"))
    draft.notes.extend(f"{label}: {clean(text)}" for name, label in _PARTICULARS if (text := record.text(name)))


def _address(draft: OfacDraft, record: Record) -> None:
    text = record.value()
    for address in map(parse_address, text.split("; ")) if text else [_structured(draft, record)]:
        if address.country:
            draft.countries.append(CountryLink(code=address.country, role=CountryRole.ADDRESS, text=address.full.rpartition(", ")[2]))
        if address.full and address.full != address.country:
            draft.addresses.append(address)


def parse_address(text: str) -> Address:
    """One address of a CSV cell. Its last part is its country: a code, or now and then a name."""
    full = clean(text)
    last = full.rpartition(", ")[2]
    return Address(full=full, country=None if re.search(r"\d", last) else country_code(last))


def _structured(draft: OfacDraft, record: Record) -> Address:
    names = ("address", "city", "state", "postal_code", "country")
    street, city, region, postal, country = (clean(record.text(name) or "") or None for name in names)
    return Address(
        full=", ".join(filter(None, (street, city, region, postal, country))),
        street=street,
        city=city,
        region=region,
        postal_code=postal,
        country=draft.code(country),
    )


def _published_ids(record: Record) -> Iterator[PublishedId]:
    """From the CSV's cell, or from the JSON's objects."""
    for child in record.each("ids"):
        if text := child.value():
            yield from parse_ids(text)
            continue
        yield PublishedId(
            type=child.text("type") or "",
            number=child.text("number") or "",
            country=child.text("country") or "",
            issued=child.text("issue_date") or "",
            expires=child.text("expiration_date") or "",
        )


def _several(record: Record, name: str) -> list[str]:
    """The values of a field: a list in the JSON, parted by "; " in the CSV; each once."""
    return list(dict.fromkeys(filter(None, (clean(piece) for text in record.texts(name) for piece in text.split("; ")))))
