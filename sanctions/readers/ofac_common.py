"""What OFAC's four formats share: the entity under construction, and the rules for facts, countries and names.

A ``Draft`` takes facts in OFAC's own words (``ofac_labels``) and becomes an ``Entity``. A fact whose label
or category is unknown is counted in ``ReadReport.unread`` and kept in the remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from sanctions.catalogue import ListDefinition
from sanctions.countries import country_code
from sanctions.dates import PartialDate, parse_date
from sanctions.model import (
    Address,
    CountryLink,
    CountryRole,
    Entity,
    Identifier,
    IdentifierType,
    Kind,
    Link,
    Listing,
    Name,
    Quality,
)
from sanctions.readers.base import ReadReport
from sanctions.readers.ofac_labels import Label, Role, find_label
from sanctions.readers.ofac_names import person_parts

T = TypeVar("T")

__all__ = ["Draft", "iso_day", "merge_listings", "person_parts", "unique"]

KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANISATION, "vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT}

QUALITIES = {"a.k.a.": Quality.STRONG, "aka": Quality.STRONG, "name": Quality.STRONG, "f.k.a.": Quality.FORMER, "fka": Quality.FORMER,
             "n.k.a.": Quality.STRONG, "nka": Quality.STRONG}  # fmt: skip
"""Alias types. "Now known as" is the current name, hence strong. A weak alias is marked elsewhere in each format."""

_NO_COUNTRY = frozenset({"undetermined", "unknown", "none"})
LONGEST_NUMBER = 200
"""Beyond this a value is prose and not searched for a country in brackets."""
_COUNTRY_INSIDE = re.compile(r"(?P<number>\S.*)\s+\((?P<country>[^()]{4,})\)")
_IMO = re.compile(r"IMO(?:\s+(?:number|no\.?))?[\s:#]*(\d{7})", re.I)


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entity under construction; ``uid`` is OFAC's own number. ``build`` makes it whole."""

    uid: str
    definition: ListDefinition
    report: ReadReport
    kind: Kind = Kind.UNKNOWN
    names: list[Name] = field(default_factory=list)
    birth_dates: list[PartialDate] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    countries: list[CountryLink] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def set_kind(self, word: str | None) -> None:
        """Take OFAC's word for what the target is; an unknown one is reported and leaves the kind unknown."""
        known = KINDS.get((word or "").casefold())
        if known is None:
            self.report.unread[f"type={word or ''}"] += 1
        self.kind = known or Kind.UNKNOWN

    def quality(self, alias_type: str | None, *, weak: bool = False) -> Quality:
        """What an alias is worth: former if it is an f.k.a., weak if OFAC marks it so.

        An unknown type is reported, and the name taken for a strong one: that can alert too often, never too seldom.
        """
        known = QUALITIES.get((alias_type or "").casefold())
        if known is None:
            self.report.unread[f"alias type={alias_type or ''}"] += 1
        if known is Quality.FORMER:
            return known
        return Quality.WEAK if weak else Quality.STRONG

    def country(self, text: str | None, role: CountryRole) -> str | None:
        """The code of a country as OFAC writes it, linked to the entity in that role; one that is no country is reported."""
        code = self.code(text)
        if code and text:
            self.countries.append(CountryLink(code=code, role=role, text=text))
        return code

    def code(self, text: str | None) -> str | None:
        """The code of a country as OFAC writes it ("Korea, North", "Region: Gaza"), else None and reported."""
        if not text or text.casefold() in _NO_COUNTRY:
            return None
        head, comma, tail = text.removeprefix("Region: ").partition(", ")
        code = country_code(head + comma + tail) or (country_code(f"{tail} {head}".removeprefix("The ")) if comma else None)
        if code is None:
            self.report.unread[f"country={text}"] += 1
        return code

    def fact(self, label: str, value: str, *, country: str | None = None, note: str | None = None) -> None:
        """Take a fact of an XML format under OFAC's label; an unknown label is reported and the fact kept as a note."""
        known = find_label(label)
        if not value:
            self.report.unread[f"{label} without a value"] += 1
        elif known is None:
            self.report.unread[f"label={label}"] += 1
            beside = "; ".join(filter(None, [country, note]))
            self.notes.append(f"{label} {value}" + (f" ({beside})" if beside else ""))
        else:
            self.take(known, value, country=country, note=note)

    def take(self, label: Label, value: str, *, country: str | None = None, note: str | None = None) -> None:
        """Take a fact under a label that is known."""
        meaning = label.meaning
        if isinstance(meaning, IdentifierType):
            self.identifiers.append(self._identifier(meaning, label.text, value, country, note))
        elif isinstance(meaning, CountryRole):
            self.country(value, meaning)
        elif meaning is Role.BIRTH_DATE:
            self.birth_date(value)
        elif meaning is Role.BIRTH_PLACE:
            self.birth_place(value)
        elif meaning is Role.GENDER:
            self.gender(value)
        elif meaning is Role.POSITION:
            self.positions.append(value)
        elif meaning is Role.LINKED_TO:
            self.links.append(Link(scheme="ofac_name", value=value, relation="Linked To"))
        else:
            text = f"{label.text.rstrip(' :-')}: {value}"
            (self.measures if meaning is Role.MEASURE else self.notes).append(text)

    def birth_date(self, text: str) -> None:
        try:
            self.birth_dates.append(parse_date(text))
        except ValueError as problem:
            self.report.unread["birth date"] += 1
            self.report.problem(f"Entry {self.uid}: {problem}.")

    def birth_place(self, text: str) -> None:
        """Keep a place as written. Its last part is its country where it is one; not every place names its country."""
        self.birth_places.append(text)
        for start in (text, text.partition(", ")[2], text.rpartition(", ")[2]):
            code = country_code(start) if len(start) > 2 else None
            if code:
                self.countries.append(CountryLink(code=code, role=CountryRole.BIRTH, text=start))
                return

    def gender(self, text: str) -> None:
        word = text.casefold()
        if word in {"male", "female"}:
            self.genders.append(word)
        else:
            self.report.unread[f"gender={text}"] += 1

    def _identifier(self, kind: IdentifierType, label: str, value: str, country: str | None, note: str | None) -> Identifier:
        inside = _COUNTRY_INSIDE.fullmatch(value) if country is None and len(value) < LONGEST_NUMBER else None
        if inside and country_code(inside["country"]):  # "33556474 (Russia)": now and then the XML has it so, too
            value, country = inside["number"], inside["country"]
        imo = _IMO.fullmatch(value)
        if imo:  # companies carry IMO numbers too, under "Identification Number" and "Company Number"
            kind, value = IdentifierType.IMO, imo[1]
        elif kind is IdentifierType.IMO and not _is_imo(value):
            kind = IdentifierType.REGISTRATION
        elif kind is IdentifierType.NATIONAL_ID and self.kind is Kind.ORGANISATION:
            kind = IdentifierType.REGISTRATION  # "Identification Number" serves for both
        code = self.code(country)
        if country and code is None:
            note = "; ".join(filter(None, [country, note]))
        return Identifier(type=kind, value=value, country=code, label=label.rstrip(" :"), note=note)

    def address(self, parts: Mapping[str, str], country: str | None, note: str | None = None) -> None:
        """Take an address: ``parts`` by the names of ``Address`` (street, city, region, postal_code), already on one line each."""
        if country and country.casefold() in _NO_COUNTRY:
            country = None
        lines = [parts.get(name) for name in ("street", "city", "region", "postal_code")]
        full = ", ".join(filter(None, [*lines, country]))
        region = parts.get("region")
        if country is None and region and country_code(region):
            country = region  # Gaza and Crimea stand as regions of no country
        code = self.country(country, CountryRole.ADDRESS)
        if full:
            self.addresses.append(Address(full=full, country=code, note=note, **parts))

    def build(self, raw: Mapping[str, Any], remarks: str | None = None) -> Entity | None:
        """The entity; None, with the problem reported, if it has no name. ``remarks`` None: the notes, joined as OFAC does."""
        if not self.names:
            self.report.problem(f"Entry {self.uid} has no name; it was left out.")
            return None
        self.report.entries += 1
        url = self.definition.entity_url
        return Entity(
            id=f"{self.definition.key}:{self.uid}",
            list=self.definition.key,
            kind=self.kind,
            names=_primary_first(unique(self.names)),
            birth_dates=unique(self.birth_dates),
            birth_places=unique(self.birth_places),
            genders=unique(self.genders),
            countries=unique(self.countries),
            identifiers=unique(self.identifiers),
            addresses=unique(self.addresses),
            positions=unique(self.positions),
            listings=tuple(replace(listing, measures=unique([*listing.measures, *self.measures])) for listing in self.listings),
            links=unique(self.links),
            remarks=remarks or "; ".join(unique(self.notes)) or None,
            url=url.replace("{id}", self.uid) if url else None,
            raw=raw,
        )


def _is_imo(value: str) -> bool:
    """Whether seven digits are an IMO number: the last is the check digit (IMO Resolution A.1117(30))."""
    if not re.fullmatch(r"\d{7}", value):
        return False
    return sum(int(digit) * weight for digit, weight in zip(value, range(7, 1, -1), strict=False)) % 10 == int(value[6])


def unique(values: Iterable[T]) -> tuple[T, ...]:
    """The values without repetitions, in order."""
    return tuple(dict.fromkeys(values))


def _primary_first(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda name: not (name.primary and name.script == "Latn")))


def merge_listings(listings: Iterable[Listing]) -> list[Listing]:
    """One listing a programme, since OFAC enters a target once for each of its lists: earliest date, all bases, all measures."""
    merged: dict[str, Listing] = {}
    for new in listings:
        old = merged.get(new.programme)
        merged[new.programme] = new if old is None else _merge(old, new)
    return list(merged.values())


def _merge(old: Listing, new: Listing) -> Listing:
    return replace(
        old,
        legal_basis=_joined(old.legal_basis, new.legal_basis),
        listed_on=min((day for day in (old.listed_on, new.listed_on) if day), default=None),
        measures=unique([*old.measures, *new.measures]),
        reference=_joined(old.reference, new.reference),
    )


def _joined(*texts: str | None) -> str | None:
    return "; ".join(unique(part for text in texts if text for part in text.split("; "))) or None


def iso_day(text: str | None) -> date | None:
    """The day of an ISO date or date-time; None if there is none. Raises ValueError for anything else."""
    return date.fromisoformat(text[:10]) if text else None
