"""Small lists made in the test and changed at random, as a screener sees them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from sanctions.acquisition.entities import EntityStore, EntityWriter
from sanctions.matching.index import open_index
from sanctions.model import Coverage, Entity, Identifier, IdentifierType, Kind, Link, Name, Party, Quality, RelatedParty
from sanctions.screening import HeldList, Screener

FORENAMES = ("Kim", "Won Hong", "Ri", "Ivan", "Mohammed", "Anna", "Jong", "Chol")
SURNAMES = ("Petrov", "Petroff", "Hassan", "Hasan", "Jong Un", "Chong Un", "Ltd", "Trading")
_numbers = count()


def entity(key: str, number: int, *names: str, **more: object) -> Entity:
    given = tuple(
        Name(full=name.removesuffix("~"), primary=not place, quality=Quality.WEAK if name.endswith("~") else Quality.STRONG)
        for place, name in enumerate(names)
    )
    return Entity(id=f"{key}:{number}", list=key, kind=Kind.UNKNOWN, names=given, **more)  # type: ignore[arg-type]  # any field


def copy_of(key: str, number: int, original: str, *names: str) -> Entity:
    """An entry that republishes an OFAC one, as the CSL does."""
    return entity(key, number, *names, links=(Link(scheme="ofac", value=original),))


def passport(value: str) -> Identifier:
    return Identifier(type=IdentifierType.PASSPORT, value=value)


def party(id: str, name: str, *, director: str = "", identifiers: tuple[Identifier, ...] = ()) -> Party:
    related = (RelatedParty(role="director", party=Party(id=f"{id}/d", names=(Name(full=director),))),) if director else ()
    return Party(id=id, names=(Name(full=name),) if name else (), related=related, identifiers=identifiers)


def screener(folder: Path, lists: dict[str, Iterable[Entity]], *, engine: str = "engine of the tests") -> Screener:
    """A screener over these lists, read and indexed anew in ``folder``."""
    held, coverage = [], []
    for key, entities in lists.items():
        place = folder / f"{next(_numbers)}-{key}"
        place.mkdir()
        with EntityWriter(place) as writer:
            for one in entities:
                writer.add(one)
            writer.finish({})
        store = EntityStore(place)
        held.append(HeldList(key, store, open_index(store)))
        coverage.append(
            Coverage(list=key, publisher="Nobody", title="A list for tests", status="current", sha256=place.name, entries=len(store))
        )
    return Screener(held, coverage, engine=engine)
