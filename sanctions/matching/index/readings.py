"""The rows of one reading: every listed name's forms and the strong identifiers, as flat files beside it.

entities   int32, shape (n,): the row's entity, by its position in the EntityStore
kinds      uint8, shape (n,): the kind that the row is compared as, which is the entity's where that is stated
schemes    int64: where each scheme's rows end; those of a scheme lie together
tokens     the forms' tokens joined by spaces, one form a line
keys       uint64, shape (m,), sorted: hashed identifiers and keys of names; keyed: int32, shape (m,): their entities
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.acquisition.entities import EntityStore
from sanctions.errors import StoreError
from sanctions.matching.compare import ENGINE
from sanctions.matching.engine import rules_digest
from sanctions.matching.identifiers import search_keys
from sanctions.matching.index.files import is_complete, load, read_lines, write_whole
from sanctions.matching.index.filing import key_number
from sanctions.model import Kind
from sanctions.names.forms import SCHEMES, Form, forms_of
from sanctions.names.keys import listed_keys

LAYOUT = 15
"""Raised when what is written below, or in ``joining``, is laid out otherwise; the digest of the rules covers all else."""


class ReadingRows(msgspec.Struct, frozen=True, dict=True):
    """The rows of a reading, in ``folder``; ``key`` tells it from every other, engine and layout included."""

    folder: Path
    key: str

    @cached_property
    def arrays(self) -> dict[str, NDArray[Any]]:
        return load(self.folder)

    @cached_property
    def tokens(self) -> list[str]:
        return read_lines(self.folder, "tokens")

    def part(self, scheme: str) -> slice:
        """The rows of a scheme."""
        place, ends = SCHEMES.index(scheme), self.arrays["schemes"]
        return slice(int(ends[place - 1]) if place else 0, int(ends[place]))

    def __len__(self) -> int:
        return len(self.arrays["entities"])


def open_index(store: EntityStore, making: Callable[[], None] = lambda: None) -> ReadingRows:
    """The rows of a reading, made if they are not there yet; ``making`` is called before. Raises StoreError if they cannot be written."""
    version = f"{ENGINE}.{LAYOUT}-{rules_digest()}"
    folder = store.folder / f"index-{version}"
    if not is_complete(folder):
        making()
        try:
            arrays, tokens = _rows_of(store)
            write_whole(folder, arrays, {"tokens": tokens})
            _forget_older(folder)
        except OSError as problem:
            raise StoreError(f"The index of {store.key} cannot be written to {folder.parent}: {problem.strerror}.") from None
    return ReadingRows(folder, f"{store.key}-{version}")


def _forget_older(folder: Path) -> None:
    """Indexes by other rules are removed, but for the newest: an older version of the toolkit may be reading the same home."""
    import shutil

    with contextlib.suppress(OSError):  # another process removes them, too
        others = sorted((other for other in folder.parent.glob("index-*") if other != folder), key=lambda other: other.stat().st_mtime)
        for other in others[:-1]:
            shutil.rmtree(other, ignore_errors=True)


def _rows_of(store: EntityStore) -> tuple[dict[str, NDArray[Any]], list[str]]:
    rows: dict[str, list[tuple[int, Kind, Form]]] = {scheme: [] for scheme in SCHEMES}
    keyed: list[tuple[int, int]] = []
    for position, entity in enumerate(store):
        if entity.delisted:
            continue
        forms = {one for name in entity.names for one in listed_forms(name.full, entity.kind)}
        for form, kind in sorted(forms, key=lambda one: (one[0].scheme, one[0].tokens, one[1])):
            rows[form.scheme].append((position, kind, form))
        keyed.extend((key_number(key), position) for key in search_keys(entity.identifiers))
        keyed.extend((key_number(key), position) for name in entity.names for key in listed_keys(name.full, entity.kind))
    ordered = [row for scheme in SCHEMES for row in rows[scheme]]
    kinds = tuple(Kind)
    by_key = sorted(set(keyed))
    arrays: dict[str, NDArray[Any]] = {
        "entities": np.array([position for position, _, _ in ordered], np.int32),
        "kinds": np.array([kinds.index(kind) for _, kind, _ in ordered], np.uint8),
        "schemes": np.array(list(accumulate(len(rows[scheme]) for scheme in SCHEMES)), np.int64),
        "keys": np.array([key for key, _ in by_key], np.uint64),
        "keyed": np.array([position for _, position in by_key], np.int32),
    }
    return arrays, [" ".join(form.tokens) for _, _, form in ordered]


def listed_forms(name: str, kind: Kind) -> tuple[tuple[Form, Kind], ...]:
    """The forms of a listed name, each with the kind that it is compared as; where the list does not state one, also as a person."""
    kinds = (kind, Kind.PERSON) if kind is Kind.UNKNOWN else (kind,)
    return tuple((form, one) for one in kinds for form in forms_of(name, one))
