"""Places of the SECO list, which addresses, births and papers point to by number."""

from __future__ import annotations

import msgspec

from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record


class Place(msgspec.Struct, frozen=True):
    """A place in words; ``country`` by name, or by its ISO code where no name stands."""

    location: str | None = None
    area: str | None = None
    country: str | None = None

    @property
    def full(self) -> str:
        return ", ".join(filter(None, (self.location, self.area, self.country)))


def place_of(record: Record) -> Place:
    """The place of one record. Spellings in other scripts say nothing more."""
    record.skip("location-variant", "area-variant")
    found = [_plain(record, name) for name in ("location", "area")]
    country = record.one("country")
    code = country.text("@iso-code") if country else None
    return Place(found[0], found[1], (clean(country.value() or "") if country else "") or code)


def _plain(record: Record, name: str) -> str | None:
    part = record.one(name)
    return clean(part.value() or "") or None if part else None
