"""An entity of a described table under construction: what its rows say, gathered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from sanctions.catalogue import ListDefinition, TableDefinition
from sanctions.countries import country_code
from sanctions.dates import PartialDate
from sanctions.model import Address, CountryLink, CountryRole, Entity, Identifier, Kind, Link, Listing, Name, NamePart
from sanctions.readers.base import ReadReport
from sanctions.readers.tabular import Row


class TableEntity(msgspec.Struct):
    """An entity under construction from one or more rows."""

    names: list[Name] = []
    kinds: list[Kind] = []
    birth_dates: list[PartialDate] = []
    birth_places: list[str] = []
    genders: list[str] = []
    countries: list[CountryLink] = []
    identifiers: list[Identifier] = []
    addresses: list[Address] = []
    positions: list[str] = []
    listings: list[Listing] = []
    links: list[Link] = []
    remarks: list[str] = []
    urls: list[str] = []
    delisted: int = 0
    """How many rows say so."""

    def build(self, key: str, definition: ListDefinition, table: TableDefinition, rows: list[Row]) -> Entity:
        """The entity; the first name marked as primary leads, else the first name."""
        names = sorted(dict.fromkeys(self.names), key=lambda name: not name.primary)
        held = [{header: cell for header, cell in row.cells.items() if cell.strip()} for row in rows]
        kind = self.kinds[0] if self.kinds else table.kind or Kind.UNKNOWN
        listings = self.listings or [Listing(programme=table.programme or definition.title)]
        url = self.urls[0] if self.urls else definition.entity_url and definition.entity_url.replace("{id}", key)
        return Entity(
            id=f"{definition.key}:{key}",
            list=definition.key,
            kind=kind,
            names=tuple(_once(names, kind)),
            birth_dates=tuple(dict.fromkeys(self.birth_dates)),
            birth_places=tuple(dict.fromkeys(self.birth_places)),
            genders=tuple(dict.fromkeys(self.genders)),
            countries=tuple(dict.fromkeys(self.countries)),
            identifiers=tuple(dict.fromkeys(self.identifiers)),
            addresses=tuple(dict.fromkeys(self.addresses)),
            positions=tuple(dict.fromkeys(self.positions)),
            listings=tuple(dict.fromkeys(listings)),
            links=tuple(dict.fromkeys(self.links)),
            remarks="; ".join(dict.fromkeys(self.remarks)) or None,
            url=url or None,
            delisted=self.delisted == len(rows) if table.group == "name" else self.delisted > 0,
            raw=held[0] if len(held) == 1 else {"rows": held},
        )


def _once(names: list[Name], kind: Kind) -> Iterator[Name]:
    """Each spelling once, the best place first; exactly one name is primary. Only a person's name has parts."""
    seen: set[str] = set()
    for name in names:
        if name.full not in seen:
            parts = name.parts if kind in (Kind.PERSON, Kind.UNKNOWN) else ()
            yield replace(name, primary=not seen, parts=parts)
            seen.add(name.full)


class RowDraft(msgspec.Struct):
    """What one row says that only makes sense together."""

    names: list[str] = []
    parts: list[NamePart] = []
    aliases: list[Name] = []
    name_type: str = ""
    name_quality: str = ""
    address: dict[str, list[str]] = {}
    programmes: list[str] = []
    bases: list[str] = []
    measures: list[str] = []
    listed_on: date | None = None
    ended_on: date | None = None

    def listings(self, programme: str) -> Iterator[Listing]:
        """One a programme; under ``programme`` if the row names none; none at all if the row says nothing of listing."""
        said = self.bases or self.measures or self.listed_on or self.ended_on
        for named in self.programmes or ([programme] if said else []):
            yield Listing(
                programme=named,
                legal_basis="; ".join(self.bases) or None,
                listed_on=self.listed_on,
                ended_on=self.ended_on,
                measures=tuple(self.measures),
            )


def add_address(parts: dict[str, list[str]], into: TableEntity, report: ReadReport) -> None:
    joined = {name: ", ".join(texts) for name, texts in parts.items()}
    country = joined.get("country")
    code = country_code(country) if country else None
    if country and code is None:
        report.unread[f"country={country}"] += 1
    elif country and code:
        into.countries.append(CountryLink(code=code, role=CountryRole.ADDRESS, text=country))
    full = ", ".join(joined[name] for name in ("street", "city", "region", "postal_code", "country") if name in joined)
    into.addresses.append(
        Address(
            full=full,
            street=joined.get("street"),
            city=joined.get("city"),
            region=joined.get("region"),
            postal_code=joined.get("postal_code"),
            country=code,
        )
    )
