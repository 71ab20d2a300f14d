"""The index that is searched: the rows of several readings as one, so that one look serves all lists.

It is made from the readings' rows in a second or two and, where it is large and a shelf for it is given, kept there
under a digest of what it was made of; a list that changes makes another.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import LEAST_CUT, align, cut_short
from sanctions.matching.identifiers import search_keys
from sanctions.matching.index import latin, syllables
from sanctions.matching.index.readings import ReadingRows, is_complete, key_number, load, read_lines, write_whole
from sanctions.matching.index.words import Words
from sanctions.model import Identifier
from sanctions.names.forms import LATIN, SCHEMES, Form, signature_text

_WORTH_KEEPING = 5_000
"""Fewer rows are joined as quickly as they are read."""

_SHELVES = 4
"""How many joined indexes are kept: the lists of today, and of a few other choices."""

_WORD_ARRAYS = ("letters", "keys", "keyed", "hashes", "owners", "starts", "long")
_LATIN_ARRAYS = (
    "row_starts", "row_words", "post_starts", "posts", "worth",
    "run_hashes", "run_starts", "run_owners", "run_saved",
    "row_groups", "row_total", "row_small", "row_floor", "row_firsts", "row_initials",
)  # fmt: skip
_OWN_ARRAYS = ("ids", "id_holders", "heads", "headed")

Load = Callable[[str], NDArray[Any]]
Lines = Callable[[str], list[str]]


class NameIndex:
    """Listed names and identifiers, searched by the names and identifiers of parties. ``load`` and ``lines`` give its files."""

    def __init__(self, load: Load, lines: Lines) -> None:
        listed = lines("words")
        words = Words(listed, dict(zip(listed, range(len(listed)), strict=True)), *(load(name) for name in _WORD_ARRAYS))
        self._latin = latin.LatinRows(words, {name: load(name) for name in _LATIN_ARRAYS})
        self._rows: dict[str, latin.LatinRows | syllables.SyllableRows] = {LATIN: self._latin}
        for scheme in SCHEMES[1:]:
            arrays = {name: load(f"{scheme}_{name}") for name in ("columns", "lengths")}
            self._rows[scheme] = syllables.SyllableRows(scheme, lines(f"{scheme}_tokens"), arrays)
        self._entities = {scheme: load(f"{scheme}_entities") for scheme in SCHEMES}
        self._kinds = {scheme: load(f"{scheme}_kinds") for scheme in SCHEMES}
        self._ids, self._id_holders, self._heads, self._headed = (load(name) for name in _OWN_ARRAYS)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def candidates(self, form: Form, least: float) -> Iterator[int]:
        """Positions of the entities that have a name whose alignment with ``form`` reaches ``least``; may repeat."""
        rows, kinds, entities = self._rows[form.scheme], self._kinds[form.scheme], self._entities[form.scheme]
        for row in rows.near(form.tokens, least).tolist():
            listed = rows.tokens(row)
            if any(align(form.tokens, listed, form.scheme, costs).similarity >= least for costs in latin.COSTS[latin.KINDS[kinds[row]]]):
                yield int(entities[row])
        if form.scheme == LATIN:
            yield from self._cut(form)

    def _cut(self, form: Form) -> Iterator[int]:
        """Positions of the entities with a name of which one is the beginning of the other."""
        text = signature_text(form)
        if len(text) < LEAST_CUT:
            return
        for row in _equal(self._heads, self._headed, _head(text)):
            if cut_short(text, signature_text(Form(LATIN, self._latin.tokens(row)))):
                yield int(self._entities[LATIN][row])

    def holders(self, identifiers: Sequence[Identifier]) -> Iterator[int]:
        """Positions of the entities that hold one of these strong identifiers."""
        for key in search_keys(identifiers):
            yield from _equal(self._ids, self._id_holders, key_number(key))


def _equal(keys: NDArray[np.uint64], holders: NDArray[np.int32], key: int) -> list[int]:
    first, last = (int(np.searchsorted(keys, np.uint64(key), side=side)) for side in ("left", "right"))
    found: list[int] = holders[first:last].tolist()
    return found


def _head(text: str) -> int:
    return key_number(text[:LEAST_CUT])


def joined(parts: Sequence[tuple[ReadingRows, int]], shelf: Path | None = None) -> NameIndex:
    """Several readings as one index, each with the number to add to its entities' positions.

    ``shelf`` is a folder in which it may be kept for the next time.
    """
    if shelf is None or sum(len(rows) for rows, _ in parts) < _WORTH_KEEPING:
        return _in_memory(parts)
    told = "\n".join(f"{rows.key} {base}" for rows, base in parts)
    folder = shelf / blake2b(told.encode(), digest_size=12).hexdigest()
    if not is_complete(folder):
        arrays, lines = _join(parts)
        try:
            shelf.mkdir(parents=True, exist_ok=True)
            write_whole(folder, arrays, lines)
        except OSError:  # a home that cannot be written to can still be searched
            return NameIndex(arrays.__getitem__, lines.__getitem__)
        _clear(shelf, folder)
    return NameIndex(lambda name: load(folder, name), lambda name: read_lines(folder, name))


def _in_memory(parts: Sequence[tuple[ReadingRows, int]]) -> NameIndex:
    arrays, lines = _join(parts)
    return NameIndex(arrays.__getitem__, lines.__getitem__)


def _clear(shelf: Path, kept: Path) -> None:
    """All but the newest few are removed; one that is in use by another process stays readable to it, or stays."""
    others = sorted((f for f in shelf.iterdir() if f != kept), key=lambda f: f.stat().st_mtime, reverse=True)
    for folder in others[_SHELVES - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)


def _join(parts: Sequence[tuple[ReadingRows, int]]) -> tuple[dict[str, NDArray[Any]], dict[str, list[str]]]:
    arrays: dict[str, NDArray[Any]] = {}
    lines: dict[str, list[str]] = {}
    for scheme in SCHEMES:
        tokens = [line.split(" ") for rows, _ in parts for line in rows.tokens[rows.part(scheme)]]
        arrays[f"{scheme}_entities"] = _column([rows.arrays["entities"][rows.part(scheme)] + base for rows, base in parts], np.int32)
        arrays[f"{scheme}_kinds"] = _column([rows.arrays["kinds"][rows.part(scheme)] for rows, _ in parts], np.uint8)
        if scheme == LATIN:
            lines["words"], made = latin.build(tokens, arrays[f"{scheme}_kinds"])
            arrays |= made | _heads(tokens)
        else:
            lines[f"{scheme}_tokens"], made = syllables.build(tokens)
            arrays |= {f"{scheme}_{name}": array for name, array in made.items()}
    keys = _column([rows.arrays["keys"] for rows, _ in parts], np.uint64)
    holders = _column([rows.arrays["keyed"] + base for rows, base in parts], np.int32)
    order = np.argsort(keys, kind="stable")
    return arrays | {"ids": keys[order], "id_holders": holders[order]}, lines


def _column(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *parts]).astype(kind)


def _heads(tokens: Sequence[Sequence[str]]) -> dict[str, NDArray[Any]]:
    """The rows with a text long enough to have been cut, by a hash of its beginning."""
    texts = (signature_text(Form(LATIN, tuple(row))) for row in tokens)
    found = sorted((_head(text), row) for row, text in enumerate(texts) if len(text) >= LEAST_CUT)
    return {"heads": np.array([head for head, _ in found], np.uint64), "headed": np.array([row for _, row in found], np.int32)}
