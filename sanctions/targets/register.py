"""The register of targets: made once for a set of copies, stored beside the readings, opened in a moment."""

from __future__ import annotations

import contextlib
import hashlib
import mmap
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path

import msgspec

from sanctions.acquisition import disk
from sanctions.acquisition.entities import EntityStore
from sanctions.home import Home
from sanctions.matching.engine import rules_digest
from sanctions.targets.joining import Join, Joiner, Refusal

VERSION = 2
"""Raised whenever the same copies would now be joined, or be written, differently."""

FOLDER = "targets"
LINES = ".lines"
_END = b"~\n"
"""The last line, behind every other in their order."""
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

    def __init__(self, whole: Callable[[], _Stored], lines: bytes | mmap.mmap) -> None:
        """``whole`` gives the register, asked for only where all of it is; ``lines`` are ``_lines_of`` it."""
        self._whole = whole
        self._lines = lines

    @classmethod
    def open(cls, home: Home, stores: Mapping[str, EntityStore], *, aggregates: Iterable[str] = ()) -> Targets:
        """The register of these stores (list → its entities), made and stored if it is not there yet.

        ``aggregates`` are lists that republish others, which may hold one target several times. A home that cannot
        be written to answers all the same, only slower.
        """
        republishing = frozenset(aggregates)
        place = _place(home, stores, republishing)
        try:
            lines = _mapped(place.with_suffix(LINES))
            return cls(partial(_read_or_make, place, stores, republishing), lines)
        except OSError:
            made = _made(stores, republishing)
        with contextlib.suppress(OSError):
            disk.put_file(place, msgspec.json.encode(made))
            disk.put_file(place.with_suffix(LINES), _lines_of(made))
            _prune(place.parent)
        return cls(lambda: made, _lines_of(made))

    @classmethod
    def build(cls, stores: Mapping[str, EntityStore], *, aggregates: Iterable[str] = ()) -> Targets:
        """The register, made anew. The same stores give the same register, in whatever order they come."""
        made = _made(stores, frozenset(aggregates))
        return cls(lambda: made, _lines_of(made))

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
        line = _find(self._lines, _key(entity_id))
        return msgspec.json.decode(line, type=Target) if line else Target(ids=(entity_id,))

    @cached_property
    def _stored(self) -> _Stored:
        return self._whole()


def _made(stores: Mapping[str, EntityStore], aggregates: frozenset[str]) -> _Stored:
    joiner = Joiner(stores, aggregates)
    joiner.run()
    return _Stored(groups=tuple(sorted(joiner.groups())), joins=tuple(joiner.joins), refusals=tuple(joiner.refusals()))


def _read_or_make(place: Path, stores: Mapping[str, EntityStore], aggregates: frozenset[str]) -> _Stored:
    try:
        return msgspec.json.decode(place.read_bytes(), type=_Stored)
    except (OSError, msgspec.DecodeError):
        return _made(stores, aggregates)


def _lines_of(stored: _Stored) -> bytes:
    """A line for each listing that is joined or was refused, sorted: its id and its target, both as JSON. One name's hits
    are looked up there without reading all the others."""
    joins: dict[str, list[Join]] = {}
    for join in stored.joins:
        joins.setdefault(join.a, []).append(join)
    refusals: dict[str, list[int]] = {}
    for number, refusal in enumerate(stored.refusals):
        for one in (refusal.a, refusal.b):
            refusals.setdefault(one, []).append(number)
    grouped = {one for group in stored.groups for one in group}
    alone = tuple((one,) for one in refusals if one not in grouped)
    lines = []
    for ids in (*stored.groups, *alone):
        told = sorted({number for one in ids for number in refusals.get(one, ())})
        target = Target(
            ids=ids,
            joins=tuple(join for one in ids for join in joins.get(one, ())),
            refusals=tuple(stored.refusals[number] for number in told),
        )
        encoded = msgspec.json.encode(target)
        lines += [_key(one) + encoded + b"\n" for one in ids]
    return b"".join([*sorted(lines), _END])


def _key(entity_id: str) -> bytes:
    return msgspec.json.encode(entity_id) + b"\t"


def _find(lines: bytes | mmap.mmap, key: bytes) -> bytes | None:
    """What stands behind ``key`` in the sorted line that begins with it, or None."""
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.find(b"\n", start)
        line = lines[start:end]
        if line.startswith(key):
            return line[len(key) :]
        if line < key:
            low = end + 1
        else:
            high = start
    return None


def _mapped(path: Path) -> bytes | mmap.mmap:
    """The lines kept there. Raises OSError if they are not there to their end."""
    with path.open("rb") as stream:
        lines = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if path.stat().st_size else b""
    if lines[-len(_END) :] != _END:
        raise OSError(f"{path} is cut short")
    return lines


def _place(home: Home, stores: Mapping[str, EntityStore], aggregates: Iterable[str]) -> Path:
    told = [VERSION, rules_digest(), sorted(store.key for store in stores.values()), sorted(aggregates)]
    return home.readings / FOLDER / f"{hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:24]}.json"


def _prune(folder: Path) -> None:
    files = sorted(folder.glob("[!.]*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
        path.with_suffix(LINES).unlink(missing_ok=True)
