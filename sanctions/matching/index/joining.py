"""The index that is searched: the rows of several readings as one, so that one look serves all lists.

It is made from the readings' rows in a few seconds; ``shelf`` keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import align, cut_short
from sanctions.matching.costs import Costs
from sanctions.matching.identifiers import search_keys
from sanctions.matching.index import building, latin, syllables, worth
from sanctions.matching.index.filing import WORD_ARRAYS, key_number
from sanctions.matching.index.known import usual_arrays, usual_of
from sanctions.matching.index.likeness import FACTS, TEXTS, as_facts, facts_of
from sanctions.matching.index.readings import ReadingRows
from sanctions.matching.index.runs import runs_of
from sanctions.matching.index.words import Words
from sanctions.model import Identifier, Kind
from sanctions.names.forms import LATIN, SCHEMES, Form, signature_text
from sanctions.names.keys import asked_keys

_OWN_ARRAYS = ("ids", "id_holders", "heads", "headed")

_HEAD = min(costs.least_cut for costs in worth.EVERY)
"""Letters that a name and its beginning share at least."""

Arrays = Mapping[str, NDArray[Any]]
Lines = Callable[[str], list[str]]


class Rows(msgspec.Struct, frozen=True):
    """Rows of one scheme: their tokens, the positions of their entities (int32) and these entities' kinds (uint8, ``worth.KINDS``)."""

    tokens: Sequence[Sequence[str]]
    entities: NDArray[np.int32]
    kinds: NDArray[np.uint8]


class NameIndex:
    """Listed names and identifiers, searched by the names and identifiers of parties. ``arrays`` and ``lines`` are its files."""

    def __init__(self, arrays: Arrays, lines: Lines) -> None:
        self._latin = latin.LatinRows(_words_of(arrays, lines), arrays, usual_of(lines("usual"), arrays))
        self._syllables = {
            scheme: syllables.SyllableRows(
                scheme, lines(f"{scheme}_tokens"), {name: arrays[f"{scheme}_{name}"] for name in ("columns", "lengths")}
            )
            for scheme in SCHEMES[1:]
        }
        self._rows: dict[str, latin.LatinRows | syllables.SyllableRows] = {LATIN: self._latin, **self._syllables}
        self._entities = {scheme: arrays[f"{scheme}_entities"] for scheme in SCHEMES}
        self._kinds = {scheme: arrays[f"{scheme}_kinds"] for scheme in SCHEMES}
        self._ids, self._id_holders, self._heads, self._headed = (arrays[name] for name in _OWN_ARRAYS)

    def rows(self, scheme: str) -> Iterator[tuple[str, ...]]:
        """The tokens of all rows of a scheme; a row's number is its place."""
        rows = self._rows[scheme]
        return (rows.tokens(row) for row in range(len(rows)))

    def tokens(self, scheme: str, row: int) -> tuple[str, ...]:
        """The tokens of a row."""
        return self._rows[scheme].tokens(row)

    def entity(self, scheme: str, row: int) -> int:
        """The position of a row's entity."""
        return int(self._entities[scheme][row])

    def kind(self, scheme: str, row: int) -> Kind:
        """The kind of a row's entity."""
        return worth.KINDS[int(self._kinds[scheme][row])]

    def _costs(self, scheme: str, row: int) -> tuple[Costs, ...]:
        return worth.COSTS[int(self._kinds[scheme][row])]

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))

    def near(self, asked: Sequence[tuple[Form, float]], kind: Kind | None = None) -> list[NDArray[np.int64]]:
        """For each form the rows whose alignment with it may reach what is asked of it. Many forms at once take a part of the time.

        They are held to the costs of their entities' kinds, or of ``kind`` where the asked name is the listed one.
        """
        found: dict[tuple[Form, float], NDArray[np.int64]] = {}
        compared = None if kind is None else np.array([costs in worth.COSTS[worth.KINDS.index(kind)] for costs in worth.EVERY])
        some = [(form, least) for form, least in dict.fromkeys(asked) if form.scheme == LATIN]
        near = self._latin.near([form.tokens for form, _ in some], [least for _, least in some], compared)
        found.update(zip(some, near, strict=True))
        for form, least in asked:
            if form.scheme != LATIN:
                found[form, least] = self._syllables[form.scheme].near(form.tokens, least)
        return [found[one] for one in asked]

    def candidates(self, form: Form, least: float, known: Container[int] = (), near: NDArray[np.int64] | None = None) -> Iterator[int]:
        """Positions of the entities that have a name whose alignment with ``form`` reaches ``least``; may repeat.

        Those that are ``known`` already are passed over; what is yielded may be added to them meanwhile. ``near`` is what the
        method of that name gave for the form, if it was asked already.
        """
        return (self.entity(form.scheme, row) for row in self.candidate_rows(form, least, known=known, near=near))

    def candidate_rows(
        self, form: Form, least: float, kind: Kind | None = None, known: Container[int] = (), near: NDArray[np.int64] | None = None
    ) -> Iterator[int]:
        """The rows whose alignment with ``form`` reaches ``least``, or of which one is the beginning of the other.

        They are compared as their entities' kind is, or as ``kind`` where the asked name is the listed one.
        """
        rows, scheme = self._rows[form.scheme], form.scheme
        if near is None:
            near = self.near([(form, least)], kind)[0]
        for row in near.tolist():
            if self.entity(scheme, row) in known:
                continue
            listed = rows.tokens(row)
            # what a name alone costs depends on which of the two is listed
            pair = (form.tokens, listed) if kind is None else (listed, form.tokens)
            for costs in self._costs(scheme, row) if kind is None else worth.COSTS[worth.KINDS.index(kind)]:
                if align(*pair, scheme, costs).similarity >= least:
                    yield row
                    break
        if scheme == LATIN:
            yield from self._cut(form)

    def _cut(self, form: Form) -> Iterator[int]:
        """The rows of which one text is the beginning of the other."""
        if not _may_be_cut(form.tokens) or len(text := signature_text(form)) < _HEAD:
            return
        for row in _equal(self._heads, self._headed, _head(text)):
            listed = signature_text(Form(LATIN, self._latin.tokens(row)))
            if any(cut_short(text, listed, costs) for costs in self._costs(LATIN, row)):
                yield row

    def holders(self, identifiers: Sequence[Identifier]) -> Iterator[int]:
        """Positions of the entities that hold one of these strong identifiers."""
        return self.under(search_keys(identifiers))

    def named(self, name: str, kind: Kind) -> Iterator[int]:
        """Positions of the entities of which a whole name may be this one: run together, cut or an acronym (``names.keys``)."""
        return self.under(asked_keys(name, kind))

    def under(self, keys: Iterable[str]) -> Iterator[int]:
        """Positions of the entities that are kept under one of these keys."""
        for key in keys:
            yield from _equal(self._ids, self._id_holders, key_number(key))


def _equal(keys: NDArray[np.uint64], holders: NDArray[np.int32], key: int) -> list[int]:
    value = np.uint64(key)
    first = int(keys.searchsorted(value))
    if first == len(keys) or keys[first] != value:
        return []
    found: list[int] = holders[first : int(keys.searchsorted(value, side="right"))].tolist()
    return found


def _words_of(arrays: Arrays, lines: Lines) -> Words:
    facts = as_facts({name: arrays[f"word_{name}"] for name in FACTS}, {name: lines(name) for name in TEXTS})
    return Words(lines("words"), facts, *(arrays[name] for name in WORD_ARRAYS))


def _head(text: str) -> int:
    return key_number(text[:_HEAD])


def in_memory(rows: Mapping[str, Rows], keys: NDArray[np.uint64], holders: NDArray[np.int32]) -> NameIndex:
    """An index of rows by scheme, and of hashed identifiers with their holders, that is not kept."""
    arrays, lines = _assembled(rows, keys, holders)
    return NameIndex(arrays, lines.__getitem__)


def join(parts: Sequence[tuple[ReadingRows, int]], usual: Sequence[str] = ()) -> tuple[dict[str, NDArray[Any]], dict[str, list[str]]]:
    rows = {
        scheme: Rows(
            tokens=[line.split(" ") for rows, _ in parts for line in rows.tokens[rows.part(scheme)]],
            entities=_column([rows.arrays["entities"][rows.part(scheme)] + base for rows, base in parts], np.int32),
            kinds=_column([rows.arrays["kinds"][rows.part(scheme)] for rows, _ in parts], np.uint8),
        )
        for scheme in SCHEMES
    }
    keys = _column([rows.arrays["keys"] for rows, _ in parts], np.uint64)
    return _assembled(rows, keys, _column([rows.arrays["keyed"] + base for rows, base in parts], np.int32), usual)


def _assembled(
    rows: Mapping[str, Rows], keys: NDArray[np.uint64], holders: NDArray[np.int32], usual: Sequence[str] = ()
) -> tuple[dict[str, NDArray[Any]], dict[str, list[str]]]:
    arrays: dict[str, NDArray[Any]] = {}
    lines: dict[str, list[str]] = {}
    for scheme, some in rows.items():
        arrays |= {f"{scheme}_entities": some.entities, f"{scheme}_kinds": some.kinds}
        if scheme == LATIN:
            lines["words"], made = building.build(some.tokens, some.kinds)
            facts, texts = facts_of(lines["words"])
            lines |= texts
            arrays |= {**made, **{f"word_{name}": values for name, values in facts.items()}, **_heads(some.tokens)}
            lines["usual"] = list(usual)
            arrays |= usual_arrays(usual, _words_of(arrays, lines.__getitem__), runs_of(arrays))
        else:
            lines[f"{scheme}_tokens"], made = syllables.build(some.tokens)
            arrays |= {f"{scheme}_{name}": array for name, array in made.items()}
    order = np.argsort(keys, kind="stable")
    return arrays | {"ids": keys[order], "id_holders": holders[order]}, lines


def _may_be_cut(tokens: Sequence[str]) -> bool:
    """Whether the words are long enough: a signature text is never longer than the words that it is made of."""
    return sum(map(len, tokens)) + len(tokens) > _HEAD


def _column(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.zeros(0, kind), *parts]).astype(kind)


def _heads(tokens: Sequence[Sequence[str]]) -> dict[str, NDArray[Any]]:
    """The rows with a text long enough to have been cut, by a hash of its beginning."""
    long = ((row, some) for row, some in enumerate(tokens) if _may_be_cut(some))
    texts = ((row, signature_text(Form(LATIN, tuple(some)))) for row, some in long)
    found = sorted((_head(text), row) for row, text in texts if len(text) >= _HEAD)
    return {"heads": np.array([head for head, _ in found], np.uint64), "headed": np.array([row for _, row in found], np.int32)}
