"""The index of one reading: every listed name's forms as flat memory-mapped arrays, and its strong identifiers.

A row is one form of one name of one entity. Rows of a scheme lie together. Candidates are kept by a pairwise
bound on letter-bigram signatures (Dice coefficient) and then on edit distance; nothing is ever cut off by
rank, so no name on a list can push another out, and a list cut in two answers as one.

    signatures   uint64, shape (4, n): 256 bits of hashed letter pairs of the row's signature text
    counts       uint16, shape (n,): bits set
    entities     int32, shape (n,): position in the EntityStore
    texts        the signature texts, one a line
    tokens       the forms' tokens joined by spaces, one form a line
    keys         uint64, shape (m,), sorted: hashed identifiers and keys of names; keyed: int32, shape (m,): their entities
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from sanctions.acquisition.entities import EntityStore
from sanctions.errors import StoreError
from sanctions.matching.alignment import Bound, align, cut_short
from sanctions.matching.compare import ENGINE
from sanctions.matching.costs import costs_of
from sanctions.matching.identifiers import search_keys
from sanctions.model import Identifier, Kind
from sanctions.names.forms import LATIN, SCHEMES, Form, forms_of, signature_text
from sanctions.names.keys import asked_keys, listed_keys

LAYOUT = 3
"""Raised when the arrays below change; ENGINE covers changes to the forms."""

LEAST_DICE = ((8, 0.36), (14, 0.5), (257, 0.58))
"""Rows whose signatures agree less are no candidates. A text of fewer letter pairs than the first number loses
more of them to one slip, so that less is asked of it. Measured on misspelt names of the SDN list."""

LEAST_SHARED = 0.8
"""A name with initials is also compared with names that hold this share of its letter pairs, however long they are."""

LEAST_RATIO = 68.0
"""Candidates whose folded texts are less alike than this, by the best of three ratios, are dropped."""

_KINDS = tuple(Kind)
_COSTS = tuple(map(costs_of, _KINDS))


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The arrays of one reading; see the module. ``schemes`` holds where each scheme's rows end."""

    signatures: NDArray[np.uint64]
    counts: NDArray[np.uint16]
    entities: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    keys: NDArray[np.uint64]
    keyed: NDArray[np.int32]
    schemes: NDArray[np.int64]
    texts: Sequence[str]
    tokens: Sequence[str]

    def part(self, scheme: str) -> slice:
        """The rows of a scheme."""
        place = SCHEMES.index(scheme)
        return slice(int(self.schemes[place - 1]) if place else 0, int(self.schemes[place]))

    def __len__(self) -> int:
        return len(self.counts)

    def candidates(self, form: Form, least: float) -> Iterator[int]:
        """Positions of the entities that have a name whose alignment with ``form`` reaches ``least``; may repeat."""
        rows = self._scan(form)
        if not len(rows):
            return
        tokens, kinds, text = self.tokens, self.kinds, signature_text(form)
        bounds = {costs: Bound(form.tokens, costs) for costs in set(_COSTS)} if form.scheme == LATIN else {}
        for row in rows.tolist():
            listed, costs = tuple(tokens[row].split(" ")), _COSTS[kinds[row]]
            if cut_short(text, self.texts[row], costs):
                yield int(self.entities[row])
            elif bounds and bounds[costs].of(listed) < least:
                continue
            elif align(form.tokens, listed, form.scheme, costs).similarity >= least:
                yield int(self.entities[row])

    def holders(self, identifiers: Sequence[Identifier]) -> Iterator[int]:
        """Positions of the entities that hold one of these strong identifiers."""
        yield from self._under(search_keys(identifiers))

    def named(self, name: str, kind: Kind) -> Iterator[int]:
        """Positions of the entities of which a whole name may be this one: run together, cut or an acronym (``names.keys``)."""
        yield from self._under(asked_keys(name, kind))

    def _under(self, keys: Iterable[str]) -> Iterator[int]:
        for key in keys:
            number = np.uint64(key_number(key))
            first = int(np.searchsorted(self.keys, number, side="left"))
            last = int(np.searchsorted(self.keys, number, side="right"))
            yield from self.keyed[first:last].tolist()

    def _scan(self, form: Form) -> NDArray[np.intp]:
        """Rows of the form's scheme that pass both bounds."""
        part = self.part(form.scheme)
        text = signature_text(form)
        asked = signature(text)
        common = np.zeros(part.stop - part.start, np.uint8)
        for word in range(4):
            if asked[word]:
                common += np.bitwise_count(self.signatures[word, part] & asked[word])
        pairs = int(np.bitwise_count(asked).sum())
        least = next(least for below, least in LEAST_DICE if pairs < below)
        bound = least / 2 * (self.counts[part].astype(np.float32) + pairs)
        if form.scheme == LATIN and any(len(token) == 1 for token in form.tokens):
            bound = np.minimum(bound, LEAST_SHARED * pairs)
        rows: NDArray[np.intp] = np.flatnonzero(common >= bound) + part.start
        return rows[self._alike(text, rows)] if len(rows) else rows

    def _alike(self, text: str, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
        """For each row whether its text reaches LEAST_RATIO by token order, by word sets or with the spaces left out."""
        listed = [self.texts[row] for row in rows.tolist()]
        kept: NDArray[np.bool_] = process.cdist([text], listed, scorer=fuzz.token_ratio, score_cutoff=LEAST_RATIO)[0] >= LEAST_RATIO
        rest = np.flatnonzero(~kept)
        joined = [listed[i].replace(" ", "") for i in rest.tolist()]
        if joined:
            kept[rest] = process.cdist([text.replace(" ", "")], joined, scorer=fuzz.ratio, score_cutoff=LEAST_RATIO)[0] >= LEAST_RATIO
        return kept


def open_index(store: EntityStore) -> NameIndex:
    """The index of a reading, built beside it if it is not there yet. Raises StoreError if it cannot be written."""
    folder = store.folder / f"index-{ENGINE}.{LAYOUT}"
    if not (folder / "complete").exists():
        try:
            build_index(store, folder)
        except OSError as problem:
            raise StoreError(f"The index of {store.key} cannot be written to {folder.parent}: {problem.strerror}.") from None
    return NameIndex(
        signatures=_map(folder, "signatures"),
        counts=_map(folder, "counts"),
        entities=_map(folder, "entities"),
        kinds=_map(folder, "kinds"),
        keys=_map(folder, "keys"),
        keyed=_map(folder, "keyed"),
        schemes=_map(folder, "schemes"),
        texts=_lines(folder, "texts"),
        tokens=_lines(folder, "tokens"),
    )


def _map(folder: Path, name: str) -> NDArray[Any]:
    # a plain array over the map: numpy's memmap class makes every slice ten times slower
    return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))


def _lines(folder: Path, name: str) -> list[str]:
    return (folder / f"{name}.txt").read_text("ascii").split("\n")


def merged(parts: Sequence[tuple[NameIndex, int]]) -> NameIndex:
    """Several indexes as one: each with the number to add to its entities' positions. One scan then serves all lists."""
    if len(parts) == 1 and parts[0][1] == 0:
        return parts[0][0]

    def rows(name: str) -> NDArray[Any]:
        columns = [getattr(index, name) for index, _ in parts]
        kept = [column[..., index.part(scheme)] for scheme in SCHEMES for column, (index, _) in zip(columns, parts, strict=True)]
        return np.concatenate(kept, axis=-1)

    def lines(name: str) -> list[str]:
        return [line for scheme in SCHEMES for index, _ in parts for line in getattr(index, name)[index.part(scheme)]]

    added = [replace(index, entities=index.entities + base, keyed=index.keyed + base) for index, base in parts]
    parts = [(index, 0) for index in added]
    keys = np.concatenate([index.keys for index in added])
    order = np.argsort(keys, kind="stable")
    return NameIndex(
        signatures=rows("signatures"),
        counts=rows("counts"),
        entities=rows("entities"),
        kinds=rows("kinds"),
        keys=keys[order],
        keyed=np.concatenate([index.keyed for index in added])[order],
        schemes=np.sum([index.schemes for index in added], axis=0),
        texts=lines("texts"),
        tokens=lines("tokens"),
    )


def build_index(store: EntityStore, folder: Path) -> None:
    """Builds the index of a reading into ``folder``, written beside it and renamed, so that it is whole or not there."""
    rows: dict[str, list[tuple[int, Kind, Form]]] = {scheme: [] for scheme in SCHEMES}
    keyed: list[tuple[int, int]] = []
    for position, entity in enumerate(store):
        if entity.delisted:
            continue
        forms = {form for name in entity.names for form in forms_of(name.full, entity.kind)}
        for form in sorted(forms, key=lambda f: (f.scheme, f.tokens)):
            rows[form.scheme].append((position, entity.kind, form))
        keyed.extend((key_number(key), position) for key in search_keys(entity.identifiers))
        keyed.extend((key_number(key), position) for name in entity.names for key in listed_keys(name.full, entity.kind))
    ordered = [row for scheme in SCHEMES for row in rows[scheme]]
    ends = list(accumulate(len(rows[scheme]) for scheme in SCHEMES))
    texts = [signature_text(form) for _, _, form in ordered]
    arrays = _arrays(ordered, texts, ends, sorted(set(keyed)))
    draft = Path(mkdtemp(prefix=".index-", dir=folder.parent))
    try:
        for name, array in arrays.items():
            np.save(draft / f"{name}.npy", array)
        (draft / "texts.txt").write_text("\n".join(texts), "ascii")
        (draft / "tokens.txt").write_text("\n".join(" ".join(form.tokens) for _, _, form in ordered), "ascii")
        (draft / "complete").touch()
        draft.chmod(0o755)
        draft.rename(folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if not (folder / "complete").exists():  # another process was quicker: its index is the same
            raise


def _arrays(
    rows: list[tuple[int, Kind, Form]], texts: list[str], ends: list[int], keyed: list[tuple[int, int]]
) -> dict[str, NDArray[np.generic]]:
    signatures = np.array([signature(text) for text in texts], np.uint64).reshape(len(rows), 4)
    return {
        "signatures": np.ascontiguousarray(signatures.T),
        "counts": np.bitwise_count(signatures).sum(axis=1, dtype=np.uint16) if rows else np.zeros(0, np.uint16),
        "entities": np.array([position for position, _, _ in rows], np.int32),
        "kinds": np.array([_KINDS.index(kind) for _, kind, _ in rows], np.uint8),
        "keys": np.array([key for key, _ in keyed], np.uint64),
        "keyed": np.array([position for _, position in keyed], np.int32),
        "schemes": np.array(ends, np.int64),
    }


def key_number(key: str) -> int:
    """The number that a search key is looked up by."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=8192)
def _bit(pair: str) -> int:
    return 1 << (int.from_bytes(blake2b(pair.encode(), digest_size=2).digest(), "big") & 255)


@lru_cache(maxsize=16384)
def _word_bits(word: str) -> int:
    if len(word) == 1:
        return _bit(word)
    bits = 0
    for first, second in pairwise(word):
        bits |= _bit(first + second)
    return bits


def signature(text: str) -> NDArray[np.uint64]:
    """256 bits of hashed letter pairs, shape (4,)."""
    bits = 0
    for word in text.split(" "):
        bits |= _word_bits(word)
    return np.frombuffer(bits.to_bytes(32, "little"), "<u8")
