"""What a copy looks like in figures: how many of its entries have a date of birth, a number, a filled field of the publisher's.

Taken while a copy is read and kept with its reading, so that the next copy can be held against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from sanctions.model import Entity, IdentifierType, Kind

MOST_FIELDS = 2_000
"""Distinct fields that are counted; a file that makes up field names must not fill the memory."""


class Fill(msgspec.Struct, frozen=True, kw_only=True):
    """So many (``filled``) of the entities that could have a feature (``of``) have it."""

    filled: int
    of: int

    @property
    def share(self) -> float:
        return self.filled / self.of if self.of else 0.0


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """``features`` are ours (``FEATURES``), ``fields`` the publisher's: how many entries have each filled. ``listed``: not delisted."""

    entities: int = 0
    listed: int = 0
    features: Mapping[str, Fill] = {}
    fields: Mapping[str, int] = {}


class Feature(msgspec.Struct, frozen=True):
    """``words`` name it in a sentence ("a date of birth"); ``kind`` limits it to entities of that kind."""

    words: str
    has: Callable[[Entity], object]
    kind: Kind | None = None


FEATURES: Mapping[str, Feature] = {
    "aliases": Feature("a second name", lambda entity: len(entity.names) > 1),
    "birth_dates": Feature("a date of birth", lambda entity: entity.birth_dates, Kind.PERSON),
    "birth_places": Feature("a place of birth", lambda entity: entity.birth_places, Kind.PERSON),
    "countries": Feature("a country", lambda entity: entity.countries),
    "identifiers": Feature("an identifying number", lambda entity: entity.identifiers),
    "addresses": Feature("an address", lambda entity: entity.addresses),
    "listings": Feature("a programme", lambda entity: entity.listings),
    "listed_on": Feature("a date of listing", lambda entity: entity.listed_on),
    "imo": Feature("an IMO number", lambda entity: any(each.type is IdentifierType.IMO for each in entity.identifiers), Kind.VESSEL),
}
"""The features whose share a definition may bound (``[bounds.fill]``)."""


class Profiler:
    """Counts, entity by entity: ``add`` each, then ask for the ``profile``."""

    def __init__(self) -> None:
        self._filled: Counter[str] = Counter()
        self._of: Counter[str] = Counter()
        self._fields: Counter[str] = Counter()
        self._entities = self._delisted = 0

    def add(self, entity: Entity, raw: Mapping[str, Any]) -> None:
        self._entities += 1
        self._delisted += entity.delisted
        for name, feature in FEATURES.items():
            if feature.kind in {None, entity.kind}:
                self._of[name] += 1
                self._filled[name] += bool(feature.has(entity))
        for name in _filled_fields(raw):
            if name in self._fields or len(self._fields) < MOST_FIELDS:
                self._fields[name] += 1

    def profile(self) -> Profile:
        features = {name: Fill(filled=self._filled[name], of=self._of[name]) for name in FEATURES if self._of[name]}
        return Profile(
            entities=self._entities, listed=self._entities - self._delisted, features=features, fields=dict(sorted(self._fields.items()))
        )


def _filled_fields(raw: Mapping[str, Any]) -> Iterable[str]:
    """The names of a record's filled fields; those of a field that is itself a record stand behind its name."""
    for name, value in raw.items():
        if isinstance(value, str):
            if value and value.strip() not in {"", "-0-"}:  # OFAC's word for nothing
                yield name
        elif value not in (None, [], {}):
            yield name
            if isinstance(value, dict):
                yield from (f"{name}/{inner}" for inner, held in value.items() if held not in (None, "", [], {}))
