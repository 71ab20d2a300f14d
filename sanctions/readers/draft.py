"""An entity under construction, which a reader fills fact by fact, and the rules that hold for every publisher.

What cannot be understood (a country that is none, a date that is none) is counted in ``ReadReport.unread``
under its value, and never guessed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from sanctions.catalogue import ListDefinition
from sanctions.countries import country_code
from sanctions.dates import PartialDate, parse_date
from sanctions.model import (
    Address,
    CountryLink,
    CountryRole,
    Entity,
    Identifier,
    Kind,
    Link,
    Listing,
    Name,
    NamePart,
    PartKind,
)
from sanctions.readers.base import ReadReport

T = TypeVar("T")

NO_COUNTRY = frozenset({"undetermined", "unknown", "none"})
"""Words that stand where a publisher knows of no country."""


class Draft(msgspec.Struct, kw_only=True):
    """An entity under construction; ``uid`` is the publisher's own number. ``build`` makes it whole."""

    uid: str
    definition: ListDefinition
    report: ReadReport
    kind: Kind = Kind.UNKNOWN
    names: list[Name] = []
    birth_dates: list[PartialDate] = []
    birth_places: list[str] = []
    genders: list[str] = []
    countries: list[CountryLink] = []
    identifiers: list[Identifier] = []
    addresses: list[Address] = []
    positions: list[str] = []
    listings: list[Listing] = []
    links: list[Link] = []
    measures: list[str] = []
    notes: list[str] = []

    def take_kind(self, field: str, word: str | None, kinds: Mapping[str, Kind]) -> None:
        """What the publisher's word for the target means; a word that is not known is reported under its field."""
        if word not in kinds:
            self.report.unread[f"{field}={word or ''}"] += 1
        self.kind = kinds.get(word or "", Kind.UNKNOWN)

    def country(self, text: str | None, role: CountryRole) -> str | None:
        """The code of a country as published, linked to the entity in that role; one that is no country is reported."""
        code = self.code(text)
        if code and text:
            self.countries.append(CountryLink(code=code, role=role, text=text))
        return code

    def code(self, text: str | None) -> str | None:
        """The code of a country as published ("Korea, North", "Region: Gaza"), else None and reported."""
        if not text or text.casefold() in NO_COUNTRY:
            return None
        head, comma, tail = text.removeprefix("Region: ").partition(", ")
        code = country_code(head + comma + tail) or (country_code(f"{tail} {head}".removeprefix("The ")) if comma else None)
        if code is None:
            self.report.unread[f"country={text}"] += 1
        return code

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

    def address(self, parts: Mapping[str, str], country: str | None, note: str | None = None) -> None:
        """Take an address: ``parts`` by the names of ``Address`` (street, city, region, postal_code), already on one line each."""
        if country and country.casefold() in NO_COUNTRY:
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
        """The entity; None, with the problem reported, if it has no name. ``remarks`` None: the notes, joined."""
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


def unique(values: Iterable[T]) -> tuple[T, ...]:
    """The values without repetitions, in order."""
    return tuple(dict.fromkeys(values))


def _primary_first(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(sorted(names, key=lambda name: not (name.primary and name.script == "Latn")))


def person_parts(last: str | None, first: str | None) -> tuple[NamePart, ...]:
    """The family and given name of a person."""
    pairs = ((PartKind.FAMILY, last), (PartKind.GIVEN, first))
    return tuple(NamePart(kind=kind, text=text) for kind, text in pairs if text)


def made_id(name: str, programmes: Iterable[str]) -> str:
    """An id for a target that its publisher does not number: of its name and programmes as published, so that order does not matter."""
    return hashlib.sha256("\n".join([name, *sorted(set(programmes))]).encode()).hexdigest()[:12]


def numbered(key: str) -> Iterator[str]:
    """The id, and what to call further entries that would have the same: "ab12", "ab12-2", "ab12-3" …"""
    yield key
    yield from (f"{key}-{number}" for number in count(2))


def is_imo(value: str) -> bool:
    """Whether seven digits are an IMO number: the last is the check digit (IMO Resolution A.1117(30))."""
    if not re.fullmatch(r"\d{7}", value):
        return False
    return sum(int(digit) * weight for digit, weight in zip(value, range(7, 1, -1), strict=False)) % 10 == int(value[6])


def iso_day(text: str | None) -> date | None:
    """The day of an ISO date or date-time; None if there is none. Raises ValueError for anything else."""
    return date.fromisoformat(text[:10]) if text else None
