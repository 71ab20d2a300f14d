"""The register of targets: made once for a set of copies, stored beside the readings, opened in a moment."""

from __future__ import annotations

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from sanctions.acquisition import disk
from sanctions.acquisition.entities import EntityStore
from sanctions.home import Home
from sanctions.matching.engine import rules_digest
from sanctions.targets.joining import Join, Joiner, Refusal

VERSION = 1
"""Raised whenever the same copies would now be joined differently."""

FOLDER = "targets"
KEPT = 8
"""So many registers are kept; older ones are made anew when asked for."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """One target: the ids of its listings, sorted, and the joins that make them one."""

    ids: tuple[str, ...]
    joins: tuple[Join, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def elsewhere(self, entity_id: str) -> tuple[tuple[str, str], ...]:
        """The other listings, nearest first, each with why it is the same: of a farther one, with which nearer one it is joined."""
        found: dict[str, str] = {entity_id: ""}
        ring = [entity_id]
        while ring:
            nearer, ring = ring, []
            for join in self.joins:
                for here, there in ((join.a, join.b), (join.b, join.a)):
                    if here in nearer and there not in found:
                        found[there] = join.reason if here == entity_id else f"with {here}: {join.reason}"
                        ring.append(there)
        return tuple((one, reason) for one, reason in found.items() if one != entity_id)


class _Stored(msgspec.Struct, frozen=True, kw_only=True):
    groups: tuple[tuple[str, ...], ...]
    joins: tuple[Join, ...]
    refusals: tuple[Refusal, ...]


class Targets:
    """Which entities of the copies held are one target. Open it with ``Targets.open``."""

    def __init__(self, stored: _Stored) -> None:
        self._stored = stored

    @classmethod
    def open(cls, home: Home, stores: Mapping[str, EntityStore], *, aggregates: Iterable[str] = ()) -> Targets:
        """The register of these stores (list → its entities), made and stored if it is not there yet.

        ``aggregates`` are lists that republish others, which may hold one target several times. A home that cannot
        be written to answers all the same, only slower.
        """
        place = _place(home, stores, aggregates)
        try:
            return cls(msgspec.json.decode(place.read_bytes(), type=_Stored))
        except (OSError, msgspec.DecodeError):
            made = cls.build(stores, aggregates=aggregates)
        with contextlib.suppress(OSError):
            disk.put_file(place, msgspec.json.encode(made._stored))
            _prune(place.parent)
        return made

    @classmethod
    def build(cls, stores: Mapping[str, EntityStore], *, aggregates: Iterable[str] = ()) -> Targets:
        """The register, made anew. The same stores give the same register, in whatever order they come."""
        joiner = Joiner(stores, frozenset(aggregates))
        joiner.run()
        groups = tuple(sorted(joiner.groups()))
        return cls(_Stored(groups=groups, joins=tuple(joiner.joins), refusals=tuple(joiner.refusals())))

    def __len__(self) -> int:
        """How many targets have more than one listing."""
        return len(self._stored.groups)

    @property
    def joins(self) -> tuple[Join, ...]:
        return self._stored.joins

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Entities that share a number and were not joined: for a person to look at."""
        return self._stored.refusals

    def counts(self) -> dict[str, int]:
        """The number of joins by what they rest on."""
        return dict(sorted(Counter(join.basis for join in self.joins).items()))

    def group(self, entity_id: str) -> Target:
        """The target of that listing: alone in it, if it is joined with none."""
        ids = self._by_id.get(entity_id, (entity_id,))
        return Target(
            ids=ids,
            joins=tuple(join for one in ids for join in self._joins_of.get(one, ())),
            refusals=tuple(one for one in self.refusals if one.a in ids or one.b in ids),
        )

    @cached_property
    def _by_id(self) -> dict[str, tuple[str, ...]]:
        return {one: group for group in self._stored.groups for one in group}

    @cached_property
    def _joins_of(self) -> dict[str, list[Join]]:
        """The joins by their first id."""
        found: dict[str, list[Join]] = {}
        for join in self.joins:
            found.setdefault(join.a, []).append(join)
        return found


def _place(home: Home, stores: Mapping[str, EntityStore], aggregates: Iterable[str]) -> Path:
    told = [VERSION, rules_digest(), sorted(store.key for store in stores.values()), sorted(aggregates)]
    return home.readings / FOLDER / f"{hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:24]}.json"


def _prune(folder: Path) -> None:
    files = sorted(folder.glob("[!.]*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
