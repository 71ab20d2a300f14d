"""Joining: entities into groups, one join at a time, strongest evidence first; a join that would make nonsense is refused and told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

import msgspec

from sanctions.acquisition.entities import EntityStore
from sanctions.matching.compare import kinds_compatible
from sanctions.model import Entity, IdentifierType, Kind
from sanctions.targets.evidence import (
    NUMBERED,
    SURE_NAME,
    Key,
    agreement,
    identifier_keys,
    name_agreement,
    number_keys,
    shared_identifier,
    unique_values,
    without_agreement,
)

_MOST_HOLDERS = 12
"""A number that more entities bear is no identifier but a filler ("unknown", "0000001")."""

_OWNERS = {"un": ("un_sc",), "ofac": ("us_ofac_sdn", "us_ofac_cons"), "eu": ("eu_fsf",)}
"""Whose numbering it is: the owner's record stands first among those that a number joins."""


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Two entities that are one target, and why. ``basis``: "un", "ofac", "eu", or the type of the identifier."""

    a: str
    b: str
    basis: str
    reason: str


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Two entities that share a number and were yet not joined, and why."""

    a: str
    b: str
    reason: str


Place = tuple[str, int]
"""A list and a position in its store."""

_Bearers = dict[Key, list[Place]]


class _Group(msgspec.Struct):
    """What is known of the entities that were joined so far."""

    places: list[Place]
    kinds: set[Kind]
    unique: dict[IdentifierType, frozenset[str]]


class Joiner(msgspec.Struct):
    """The state of joining. ``aggregates`` are lists that republish others and so may hold a target more than once."""

    stores: Mapping[str, EntityStore]
    aggregates: frozenset[str] = frozenset()
    joins: list[Join] = []
    _refused: list[tuple[Place, Place, str]] = []
    _groups: dict[Place, _Group] = {}

    def run(self) -> None:
        numbers, identifiers = self._collect()
        for key in sorted(numbers):
            self._by_number(key, numbers[key])
        for key in sorted(identifiers):
            self._by_identifier(key, identifiers[key])

    def entity(self, place: Place) -> Entity:
        return self.stores[place[0]][place[1]]

    def _collect(self) -> tuple[_Bearers, _Bearers]:
        """Who bears which number, lists that republish others last; the de-listed, and numbers that one alone bears, are left out."""
        numbers: _Bearers = defaultdict(list)
        identifiers: _Bearers = defaultdict(list)
        for name in sorted(self.stores, key=lambda name: (name in self.aggregates, name)):
            for position, entity in enumerate(self.stores[name]):
                if entity.delisted:
                    continue
                for keys, found in ((number_keys, numbers), (identifier_keys, identifiers)):
                    for key in dict.fromkeys(keys(entity)):
                        found[key].append((name, position))
        return _of_several(numbers), _of_several(identifiers)

    def _by_number(self, key: Key, places: list[Place]) -> None:
        """All that bear a publisher's number are one target, each joined with the record of the numbering's owner."""
        owners = _OWNERS[key.scheme]
        first, *rest = sorted(places, key=lambda place: (owners.index(place[0]) if place[0] in owners else len(owners), place))
        for place in rest:
            self._join(first, place, key.scheme, f"{NUMBERED[key.scheme]} {key.value} is on both", numbered=True)

    def _by_identifier(self, key: Key, places: list[Place]) -> None:
        if len(places) > _MOST_HOLDERS:
            return
        for first, second in combinations(places, 2):
            if first[0] == second[0] or self._group(first) is self._group(second):
                continue
            a, b = self.entity(first), self.entity(second)
            found = shared_identifier(a, b, key)
            if found is None or not kinds_compatible(a.kind, b.kind):
                continue
            rivals = [place for place in places if place not in (first, second) and place[0] in (first[0], second[0])]
            rivals = [place for place in rivals if self._group(place) not in (self._group(first), self._group(second))]
            sentence = agreement(a, b, found, shared=bool(rivals))
            if sentence is None or (rivals and not self._clearly_best(a, b, rivals)):
                self._refuse(first, second, without_agreement(found, shared=bool(rivals)))
            else:
                self._join(first, second, found[1].type.value, sentence)

    def _clearly_best(self, a: Entity, b: Entity, rivals: list[Place]) -> bool:
        """Whether no other bearer of the number is as like either of the two as they are like each other."""
        mine = name_agreement(a, b)
        others = [self.entity(place) for place in rivals]
        return all(name_agreement(b if rival.list == a.list else a, rival) < min(mine, SURE_NAME) for rival in others)

    def _join(self, first: Place, second: Place, basis: str, sentence: str, *, numbered: bool = False) -> None:
        left, right = self._group(first), self._group(second)
        if left is right:
            return
        if why := self._clash(left, right, numbered=numbered):
            self._refuse(first, second, f"{sentence}; but {why}")
            return
        self.joins.append(Join(a=self._id(first), b=self._id(second), basis=basis, reason=sentence))
        left.places += right.places
        left.kinds |= right.kinds
        for type_, values in right.unique.items():
            left.unique[type_] = left.unique.get(type_, values) | values
        for place in right.places:
            self._groups[place] = left

    def _clash(self, left: _Group, right: _Group, *, numbered: bool) -> str | None:
        """Why two groups cannot be one target, or None."""
        for mine in left.kinds:
            for theirs in right.kinds:
                if not kinds_compatible(mine, theirs):
                    return f"a {mine.value} cannot be a {theirs.value}"
        for type_ in left.unique.keys() & right.unique.keys():
            if not left.unique[type_] & right.unique[type_]:
                one, other = min(left.unique[type_]), min(right.unique[type_])
                return f"one has the {type_.value.upper()} {one} and the other {other}"
        common = {name for name, _ in left.places} & {name for name, _ in right.places} - self.aggregates
        if common and not numbered:
            return f"{min(common)} lists two targets here, not one"
        return None

    def _group(self, place: Place) -> _Group:
        if place not in self._groups:
            entity = self.entity(place)
            self._groups[place] = _Group(places=[place], kinds={entity.kind}, unique=unique_values(entity))
        return self._groups[place]

    def _refuse(self, first: Place, second: Place, sentence: str) -> None:
        self._refused.append((first, second, sentence))

    def refusals(self) -> Iterator[Refusal]:
        """One refusal for two targets and a reason, however many listings they have; none for two that other evidence joined."""
        told: set[tuple[int, int, str]] = set()
        for first, second, sentence in self._refused:
            left, right = sorted((id(self._group(first)), id(self._group(second))))
            if left != right and (left, right, sentence) not in told:
                told.add((left, right, sentence))
                yield Refusal(a=self._id(first), b=self._id(second), reason=sentence)

    def _id(self, place: Place) -> str:
        return self.stores[place[0]][place[1]].id

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The ids of each target with more than one listing, sorted."""
        seen: set[int] = set()
        for group in self._groups.values():
            if id(group) not in seen and len(group.places) > 1:
                seen.add(id(group))
                yield tuple(sorted(map(self._id, group.places)))


def _of_several(bearers: _Bearers) -> _Bearers:
    return {key: places for key, places in bearers.items() if len(places) > 1}
