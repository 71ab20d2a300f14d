"""Who a decision is about: the key under which a party is remembered, and the data that a decision rests on.

A party is known by its own id where the officer gave one. Where there is none (a name on the command line, a book
without an id column) it is known by its names, or by its identifiers where it has no name. A person named beside the
party (its director, owner …) is known by the party, the role and the name.

The data are what is compared: names, kind, birth dates and places, genders, countries, identifiers, addresses. Case,
width and spaces do not count, so that a ledger that keeps names as keyed hashes only tells the same changes.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sanctions.model import Hit, Party, Result

Basis = Sequence[Mapping[str, Sequence[str]]]
"""What a decision rests on of the party's side: the values by field, of each person that is meant."""

_NAMING = ("names", "identifiers", "addresses")
_FIELDS = {
    "names": "names",
    "kind": "kind",
    "birth_dates": "birth dates",
    "birth_places": "birth places",
    "genders": "gender",
    "countries": "countries",
    "identifiers": "numbers",
    "addresses": "addresses",
}


class PlacedHit(msgspec.Struct, frozen=True, kw_only=True):
    """A hit with its key within the screening: ``12h0`` is the first alert of the thirteenth result, ``12r0`` its first recorded one.

    ``occurrence`` counts hits of one result with the same role, subject and entity: two directors of one name.
    """

    key: str
    result: Result
    hit: Hit
    occurrence: int = 0

    @property
    def subject(self) -> tuple[Party, ...]:
        """Who was compared: the party, or all related persons of the hit's role and name."""
        if self.hit.role is None:
            return (self.result.party,)
        return tuple(_of_role(self.result.party, self.hit.role, self.hit.subject)) or (self.result.party,)


def _of_role(party: Party, role: str, name: str) -> Iterator[Party]:
    for related in party.related:
        if related.role == role and name in {one.full for one in related.party.names}:
            yield related.party


def placed_hits(results: Iterable[Result]) -> Iterator[PlacedHit]:
    """Every hit of a screening with its key, in the screening's order."""
    for place, result in enumerate(results):
        yield from placed_hits_of(place, result)


def placed_hits_of(place: int, result: Result) -> Iterator[PlacedHit]:
    """The hits of one result, which is the ``place``-th of its screening."""
    seen: Counter[tuple[str | None, str, str]] = Counter()
    for letter, hits in (("h", result.hits), ("r", result.recorded)):
        for number, hit in enumerate(hits):
            who = hit.role, hit.subject, hit.entity.id
            yield PlacedHit(key=f"{place}{letter}{number}", result=result, hit=hit, occurrence=seen[who])
            seen[who] += 1


class HitPlaces:
    """Finds where in a screening a hit of a party stands."""

    def __init__(self, results: Iterable[Result]) -> None:
        self._places: dict[tuple[str, str | None, str, str], list[PlacedHit]] = {}
        for placed in placed_hits(results):
            self._places.setdefault(_who(placed.result.party, placed.hit), []).append(placed)

    def find(self, party: Party, hit: Hit) -> PlacedHit | None:
        """The hit as it stands in the screening; None if it is not there."""
        found = self._places.get(_who(party, hit), ())
        return next((placed for placed in found if placed.hit.score == hit.score), None)


def _who(party: Party, hit: Hit) -> tuple[str, str | None, str, str]:
    return party.id, hit.role, hit.subject, hit.entity.id


def memory_key(placed: PlacedHit) -> str:
    """Under which a decision about the hit's party is found again: ``party:`` and 32 hexadecimal digits."""
    party, hit = placed.result.party, placed.hit
    told = ["id", party.id] if has_own_id(party) else ["data", *_without_id(party)]
    told += ["role", hit.role, plain(hit.subject), str(placed.occurrence)] if hit.role else []
    return "party:" + hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:32]


def has_own_id(party: Party) -> bool:
    """Whether the officer gave the id, and it was not made from the row's number, the name or an identifier."""
    made = {f"row {party.row}", *(name.full for name in party.names), *(f"{one.type}:{one.value}" for one in party.identifiers)}
    return bool(party.id) and party.id not in made


def _without_id(party: Party) -> list[str]:
    return sorted({plain(name.full) for name in party.names}) or sorted({f"{one.type}:{plain(one.value)}" for one in party.identifiers})


def basis_of(placed: PlacedHit) -> Basis:
    """The data of the hit's party that a decision rests on."""
    return [_values(one) for one in placed.subject]


def _values(party: Party) -> dict[str, list[str]]:
    found = {
        "names": [name.full for name in party.names],
        "kind": [party.kind.value],
        "birth_dates": [str(one) for one in party.birth_dates],
        "birth_places": list(party.birth_places),
        "genders": list(party.genders),
        "countries": list(party.countries),
        "identifiers": [f"{one.type} {one.value}" for one in party.identifiers],
        "addresses": [one.full for one in party.addresses],
    }
    return {field: sorted({plain(value) for value in values}) for field, values in found.items() if values}


def plain(text: str) -> str:
    """The text without regard to case, width and spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def party_changes(before: Basis, after: Basis, *, quote: bool = True) -> tuple[str, ...]:
    """What of the party's data is not as it was, in words; empty if nothing is.

    Without ``quote`` names, numbers and addresses are not told, as a ledger that keeps none wants it.
    """
    if list(before) == list(after):
        return ()
    found = []
    for field, words in _FIELDS.items():
        old, new = ({value for one in side for value in one.get(field, ())} for side in (before, after))
        if old != new:
            told = f": {_difference(old, new)}" if quote or field not in _NAMING else " changed"
            found.append(f"the party's {words}{told}")
    return tuple(found) or ("the persons of that role and name are others",)


def _difference(old: set[str], new: set[str]) -> str:
    words = [f"{', '.join(sorted(values))} {act}" for values, act in ((new - old, "added"), (old - new, "removed")) if values]
    return "; ".join(words)
