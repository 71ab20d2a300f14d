"""The store of read entities: what a reader made of one snapshot, memory-mapped and opened in a moment.

A reading is a folder of flat files, written once and never changed::

    entities.jsonl     one entity a line, without its raw record
    entities.offsets   where each line begins, and the end of the last: int64, shape (n + 1,)
    raw.jsonl          the publisher's records, one a line, in the same order
    raw.offsets        as above
    ids.order          positions in the order of the entities' ids: int64, shape (n,)
    report.json        what the reader reported, and the sizes of the files above
"""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, overload

import msgspec

from sanctions.errors import StoreError
from sanctions.model import Entity

SCHEMA = 1
"""The number of this layout and of the Entity record; raised when either changes, so that old readings are made anew."""

_PARTS = ("entities.jsonl", "entities.offsets", "raw.jsonl", "raw.offsets", "ids.order")
_WITHOUT_RAW = tuple(name for name in Entity.__struct_fields__ if name != "raw")


class _Id(msgspec.Struct):
    id: str


class _Listed(msgspec.Struct):
    id: str
    delisted: bool = False


@cache
def _decoder() -> msgspec.json.Decoder[Entity]:
    return msgspec.json.Decoder(Entity)


_id_decoder = msgspec.json.Decoder(_Id)
_listed_decoder = msgspec.json.Decoder(_Listed)
_encode = msgspec.json.Encoder().encode


class EntityStore(Sequence[Entity]):
    """The entities of one snapshot by position, without their raw records (``raw`` is ``{}``; ask ``raw(i)``).

    ``folder`` is the reading's folder, in which the index of the matching layer has a sub-folder of its own;
    ``key`` identifies list, snapshot, reader version and definition. Raises StoreError if the reading is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = f"{folder.parent.name}-{folder.name}"
        try:
            sizes = msgspec.json.decode((folder / "report.json").read_bytes())["store"]
            if sizes["byteorder"] != sys.byteorder:
                raise StoreError(f"{folder}: this reading was made on a machine of another byte order.")
            maps = [_map(folder / part, sizes[part]) for part in _PARTS]
        except (OSError, KeyError, msgspec.DecodeError) as problem:
            raise StoreError(f"{folder}: this reading is damaged ({problem}).") from None
        self._maps = maps
        self._lines, self._raw_lines = maps[0], maps[2]
        self._at, self._raw_at, self._order = (memoryview(part).cast("q") for part in (maps[1], maps[3], maps[4]))

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, index: int) -> Entity: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Entity, ...]: ...
    def __getitem__(self, index: int | slice) -> Entity | tuple[Entity, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        return _decoder().decode(self._line(self._place(index)))

    def __iter__(self) -> Iterator[Entity]:
        decode = _decoder().decode
        return (decode(self._line(i)) for i in range(len(self)))

    def raw(self, index: int) -> dict[str, Any]:
        """The publisher's own record of the entity at that position, under the publisher's field names."""
        found: dict[str, Any] = msgspec.json.decode(self.raw_line(index))
        return found

    def find(self, entity_id: str) -> int | None:
        """The position of the entity of that id (``list:publisher's id``), or None."""
        at = bisect_left(self._order, entity_id, key=self._id)
        found = at < len(self) and self._id(self._order[at]) == entity_id
        return self._order[at] if found else None

    def ordered(self) -> Iterator[tuple[str, int]]:
        """The id and the position of every entity, in the order of the ids."""
        return ((self._id(i), i) for i in self._order)

    def line(self, index: int) -> bytes:
        """The entity as it is stored, undecoded: two equal lines are two equal entities (raw records aside)."""
        return self._line(self._place(index))

    def raw_line(self, index: int) -> bytes:
        """The publisher's record as it is stored, undecoded."""
        i = self._place(index)
        return self._raw_lines[self._raw_at[i] : self._raw_at[i + 1]]

    def listed_ids(self) -> frozenset[str]:
        """The ids of all entities that are not delisted."""
        decode = _listed_decoder.decode
        return frozenset(found.id for i in range(len(self)) if not (found := decode(self._line(i))).delisted)

    def report(self) -> dict[str, Any]:
        """What the reader reported: published, declared, unread, ignored, orphans, missing, problems."""
        found: dict[str, Any] = msgspec.json.decode((self.folder / "report.json").read_bytes())
        return found

    def __reduce__(self) -> tuple[type[EntityStore], tuple[Path]]:
        return EntityStore, (self.folder,)

    def _place(self, index: int) -> int:
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(f"there is no entity {index} in a reading of {len(self)}")
        return place

    def _line(self, i: int) -> bytes:
        return self._lines[self._at[i] : self._at[i + 1]]

    def _id(self, i: int) -> str:
        return _id_decoder.decode(self._line(i)).id


def _map(path: Path, size: int) -> mmap.mmap | bytes:
    with path.open("rb") as stream:
        if path.stat().st_size != size:
            raise StoreError(f"{path}: the file has not the size it was written with.")
        # an empty file cannot be mapped
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) if size else b""


class EntityWriter:
    """Writes a reading into an existing empty folder, entity by entity; without ``finish`` it stays unreadable.

    ``len(writer)`` is the number of entities so far, ``names`` that of their names.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entities = (folder / "entities.jsonl").open("wb")
        self._raw = (folder / "raw.jsonl").open("wb")
        self._at, self._raw_at = array("q", [0]), array("q", [0])
        self._ids: list[str] = []
        self.names = 0

    def __enter__(self) -> EntityWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._entities.close()
        self._raw.close()

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, entity: Entity) -> None:
        # empty fields are left out: their defaults are what an empty field means
        record = {name: value for name in _WITHOUT_RAW if (value := getattr(entity, name)) or name == "names"}
        self._at.append(self._at[-1] + _write(self._entities, record))
        self._raw_at.append(self._raw_at[-1] + _write(self._raw, entity.raw))
        self._ids.append(entity.id)
        self.names += len(entity.names)

    def repeated(self) -> list[str]:
        """The ids that more than one entity bears, in their order."""
        ordered = sorted(self._ids)
        return sorted({a for a, b in pairwise(ordered) if a == b})

    def finish(self, report: Mapping[str, Any]) -> None:
        """Write the offsets, the order of ids and the report."""
        self._entities.close()
        self._raw.close()
        order = array("q", sorted(range(len(self)), key=self._ids.__getitem__))
        for name, numbers in (("entities.offsets", self._at), ("raw.offsets", self._raw_at), ("ids.order", order)):
            (self.folder / name).write_bytes(numbers.tobytes())
        sizes: dict[str, Any] = {name: (self.folder / name).stat().st_size for name in _PARTS}
        document = {**report, "store": {**sizes, "byteorder": sys.byteorder}}
        (self.folder / "report.json").write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2))


def _write(stream: BinaryIO, record: Any) -> int:
    return stream.write(_encode(record) + b"\n")
