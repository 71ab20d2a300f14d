"""What changed between two copies of a list: entities added, removed, changed, and given a new number.

The two readings are merged in the order of their ids, so that only what differs is ever held in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import groupby
from operator import itemgetter
from typing import Literal

import msgspec

from sanctions.acquisition.changes_fields import FieldChange, field_changes, record_changes
from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.snapshots import Snapshot
from sanctions.model import Entity, Kind

ChangeKind = Literal["added", "removed", "changed", "renumbered"]


class EntityChange(msgspec.Struct, frozen=True, kw_only=True):
    """One entity that was added, removed, changed or renumbered, as the later copy that has it describes it.

    ``programmes`` are those of both copies. A renumbered one has its former id in ``formerly`` and, in
    ``proof``, the sentence that says how it is known to be the same; ``fields`` may then be empty.
    """

    change: ChangeKind
    id: str
    name: str
    names: tuple[str, ...]
    kind: Kind
    programmes: tuple[str, ...]
    fields: tuple[FieldChange, ...] = ()
    formerly: str | None = None
    proof: str | None = None

    @property
    def major(self) -> bool:
        """Whether the change can alter an answer: always, but for a change of minor fields alone."""
        return self.change != "changed" or any(one.major for one in self.fields)


class ListChanges(msgspec.Struct, frozen=True, kw_only=True):
    """All changes of one list from ``before`` to ``after``. Without ``before`` there was nothing to compare with.

    ``notes`` are sentences that the reader of the figures must know.
    """

    list: str
    before: Snapshot | None = None
    after: Snapshot
    entities: tuple[EntityChange, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, change: ChangeKind) -> tuple[EntityChange, ...]:
        return tuple(one for one in self.entities if one.change == change)

    @property
    def minor(self) -> int:
        """How many entities changed in minor fields alone."""
        return sum(not one.major for one in self.entities)


def compare_stores(before: EntityStore, after: EntityStore) -> tuple[EntityChange, ...]:
    """Every difference between two readings: added, removed, renumbered, then changed, each by id."""
    gone: list[int] = []
    come: list[int] = []
    changed: list[EntityChange] = []
    for old, new in _merged(before, after):
        pairs, lost, won = _paired(before, after, old, new)
        gone += lost
        come += won
        changed += filter(None, (_changed(before, after, a, b) for a, b in pairs))
    moved, gone, come = _renumbered(before, after, gone, come)
    return (*(_one("added", after[i]) for i in come), *(_one("removed", before[i]) for i in gone), *moved, *changed)


def with_programme(changes: Iterable[EntityChange], patterns: Sequence[str]) -> tuple[EntityChange, ...]:
    """The changes of entities with a programme that fits a pattern ("DPRK*", without regard to case), before or after."""
    wanted = [pattern.upper() for pattern in patterns]
    return tuple(one for one in changes if any(fnmatchcase(p.upper(), pattern) for p in one.programmes for pattern in wanted))


def perhaps_renumbered(changes: Iterable[EntityChange]) -> int:
    """How many that were removed have the name and kind of one that was added: no proof that they are one, but worth a look."""
    seen: dict[ChangeKind, set[tuple[str, Kind]]] = {"added": set(), "removed": set()}
    for one in changes:
        if one.change in seen:
            seen[one.change].add((_plain(one.name), one.kind))
    return len(seen["added"] & seen["removed"])


def _merged(before: EntityStore, after: EntityStore) -> Iterator[tuple[list[int], list[int]]]:
    """For each id, in order, the positions of its entities in both readings; nearly always one on each side."""
    left, right = _groups(before), _groups(after)
    old, new = next(left, None), next(right, None)
    while old or new:
        if new is None or (old and old[0] < new[0]):
            assert old is not None
            yield old[1], []
            old = next(left, None)
        elif old is None or new[0] < old[0]:
            yield [], new[1]
            new = next(right, None)
        else:
            yield old[1], new[1]
            old, new = next(left, None), next(right, None)


def _groups(store: EntityStore) -> Iterator[tuple[str, list[int]]]:
    for entity_id, group in groupby(store.ordered(), itemgetter(0)):
        yield entity_id, [place for _, place in group]


def _paired(before: EntityStore, after: EntityStore, old: list[int], new: list[int]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Entities of one id: which became which, which are gone, which are new. Of a repeated id, equal ones pair first."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])], [], []
    rest, left, pairs = list(new), [], []
    for i in old:
        twin = next((j for j in rest if before.line(i) == after.line(j)), None)
        if twin is None:
            left.append(i)
        else:
            rest.remove(twin)
            pairs.append((i, twin))
    both = min(len(left), len(rest))
    return [*pairs, *zip(left, rest, strict=False)], left[both:], rest[both:]


def _changed(before: EntityStore, after: EntityStore, i: int, j: int) -> EntityChange | None:
    if before.line(i) != after.line(j):
        old, new = before[i], after[j]
        return _one("changed", new, old, field_changes(old, new))
    if before.raw_line(i) == after.raw_line(j):
        return None
    fields = record_changes(before.raw(i), after.raw(j))
    return _one("changed", after[j], None, fields) if fields else None


def _one(
    change: ChangeKind,
    entity: Entity,
    old: Entity | None = None,
    fields: tuple[FieldChange, ...] = (),
    *,
    formerly: str | None = None,
    proof: str | None = None,
) -> EntityChange:
    return EntityChange(
        change=change,
        id=entity.id,
        name=entity.name,
        names=tuple(name.full for name in entity.names),
        kind=entity.kind,
        programmes=tuple(dict.fromkeys([*(old.programmes if old else ()), *entity.programmes])),
        fields=fields,
        formerly=formerly,
        proof=proof,
    )


def _renumbered(
    before: EntityStore, after: EntityStore, gone: list[int], come: list[int]
) -> tuple[list[EntityChange], list[int], list[int]]:
    """Of the entities gone and come, those proved to be one under a new number, and the rest.

    Proof is a pointer of the publisher's own to the same third record (a UN reference number), or the same strong
    identifier and a name in common, where exactly one entity that is gone and one that came have it.
    """
    if not gone or not come:
        return [], gone, come
    old, new = _by_proof(before, gone), _by_proof(after, come)
    moved: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for proof in old:
        i, j = _only(old[proof]), _only(new.get(proof, []))
        if i is None or j is None or i in moved or j in taken or before[i].kind is not after[j].kind:
            continue
        moved[i] = (j, _sentence(proof))
        taken.add(j)
    found = []
    for i, (j, sentence) in moved.items():
        a, b = before[i], after[j]
        found.append(_one("renumbered", b, a, field_changes(a, b), formerly=a.id, proof=sentence))
    return sorted(found, key=lambda one: one.id), [i for i in gone if i not in moved], [j for j in come if j not in taken]


_Proof = tuple[str, str, str]


def _by_proof(store: EntityStore, places: Iterable[int]) -> dict[_Proof, list[int]]:
    found: dict[_Proof, list[int]] = defaultdict(list)
    for place in places:
        for proof in dict.fromkeys(_proofs(store[place])):
            found[proof].append(place)
    return found


def _proofs(entity: Entity) -> Iterator[_Proof]:
    own = entity.id.partition(":")[2]
    for link in entity.links:
        if link.relation == "same" and link.value != own:
            yield f"{link.scheme} number", link.value, ""
    names = {plain for name in entity.names if (plain := _plain(name.full))}
    for one in entity.identifiers:
        if one.type.strong and len(value := _plain(one.value)) >= 5:
            yield from ((one.type.value.replace("_", " "), value, name) for name in sorted(names))


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _only(places: Sequence[int]) -> int | None:
    return places[0] if len(places) == 1 else None


def _sentence(proof: _Proof) -> str:
    what, value, name = proof
    return f"the same {what} {value}" + (" and a name in common" if name else "")
