"""The book's names as an index that is asked by a listed name: which parties could hit this entry?

It keeps the same bound as ``matching.index``, asked from the other side, so that every party of which that index
would make the entry a candidate is found; it may find more, and what it finds is compared in the ordinary way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from sanctions.matching.compare import ENGINE
from sanctions.matching.identifiers import search_keys
from sanctions.matching.index import LAYOUT, LEAST_DICE, LEAST_RATIO, LEAST_SHARED, key_number, signature
from sanctions.model import Entity, Party
from sanctions.names.forms import LATIN, SCHEMES, Form, forms_of, signature_text
from sanctions.names.keys import asked_keys, listed_keys
from sanctions.screening import asked_forms

FORMS = f"{ENGINE}.{LAYOUT}.2"
"""The version of what is kept of a party; what another version made is made anew."""

_ROW = np.dtype([("signature", "<u8", (4,)), ("scheme", "u1"), ("initials", "u1")])
_BLOCK = 1 << 15
"""Rows that are looked at together: what fits a core's cache."""


@dataclass(frozen=True, slots=True)
class PartyForms:
    """What one party is found by, ready to be stored: rows of ``_ROW``, their texts one a line, hashed keys (uint64)."""

    rows: bytes
    texts: str
    keys: bytes


def forms_of_party(party: Party) -> PartyForms:
    """Every form of every name of the party and of the persons related to it."""
    everybody = (party, *(related.party for related in party.related))
    forms = list(dict.fromkeys(form for one in everybody for form in asked_forms(one)))
    texts = [signature_text(form) for form in forms]
    rows = np.zeros(len(forms), _ROW)
    for place, (form, text) in enumerate(zip(forms, texts, strict=True)):
        rows[place] = (signature(text), SCHEMES.index(form.scheme), _has_initials(form))
    keys = {key_number(key) for one in everybody for key in search_keys(one.identifiers)}
    keys |= {key_number(key) for one in everybody for name in one.names for key in asked_keys(name.full, one.kind)}
    return PartyForms(rows.tobytes(), "\n".join(texts), np.array(sorted(keys), "<u8").tobytes())


def _has_initials(form: Form) -> bool:
    return form.scheme == LATIN and any(len(token) == 1 for token in form.tokens)


class ReverseIndex:
    """The forms of many parties, searched by the names and identifiers of entities."""

    def __init__(self, stored: Iterable[tuple[int, PartyForms]]) -> None:
        """``stored``: each party's number with what is kept of it."""
        numbers, blobs, texts, keys, keyed = [], [], [], [], []
        for number, forms in stored:
            lines = forms.texts.split("\n") if forms.rows else []
            numbers += [number] * len(lines)
            texts += lines
            blobs.append(forms.rows)
            if forms.keys:
                keys.append(forms.keys)
                keyed += [number] * (len(forms.keys) // 8)
        rows = np.frombuffer(b"".join(blobs), _ROW)
        order = np.argsort(rows["scheme"], kind="stable")
        self._signatures: NDArray[np.uint64] = np.ascontiguousarray(rows["signature"][order].T)
        self._initials: NDArray[np.bool_] = rows["initials"][order] != 0
        self._numbers = np.array(numbers, np.int64)[order]
        self._texts = [texts[place] for place in order.tolist()]
        self._ends = np.searchsorted(rows["scheme"][order], range(len(SCHEMES)), side="right").tolist()
        self._counts = np.bitwise_count(self._signatures).sum(axis=0, dtype=np.float32)
        below, least = (np.array(column) for column in zip(*LEAST_DICE, strict=True))
        self._halves = (least[np.searchsorted(below, self._counts, side="right")] / 2).astype(np.float32)
        found = np.frombuffer(b"".join(keys), "<u8")
        by_key = np.argsort(found, kind="stable")
        self._keys, self._keyed = found[by_key], np.array(keyed, np.int64)[by_key]

    def __len__(self) -> int:
        return len(self._texts)

    def parties(self, entities: Sequence[Entity], threads: int = 1) -> set[int]:
        """The numbers of all parties that could hit one of the entities."""
        asked = {
            (form.scheme, signature_text(form)) for entity in entities for name in entity.names for form in forms_of(name.full, entity.kind)
        }
        found = {number for entity in entities for number in self._holders(entity)}
        for scheme, start, stop in zip(SCHEMES, (0, *self._ends), self._ends, strict=False):
            queries = [(text, signature(text)) for own, text in sorted(asked) if own == scheme]
            blocks = [slice(at, min(at + _BLOCK, stop)) for at in range(start, stop, _BLOCK)] if queries else []
            with ThreadPoolExecutor(threads) as pool:
                for part in pool.map(lambda block: self._search(block, queries), blocks):  # noqa: B023 - done before the next turn
                    found |= part
        return found

    def _holders(self, entity: Entity) -> Iterator[int]:
        of_names = (key for name in entity.names for key in listed_keys(name.full, entity.kind))
        for key in (*search_keys(entity.identifiers), *of_names):
            number = np.uint64(key_number(key))
            first, last = (int(np.searchsorted(self._keys, number, side=side)) for side in ("left", "right"))
            yield from self._keyed[first:last].tolist()

    def _search(self, block: slice, queries: Sequence[tuple[str, NDArray[np.uint64]]]) -> set[int]:
        """One block of rows against all queries: first by letter pairs, then by edit distance."""
        signatures, counts, halves, initials = (part[..., block] for part in (self._signatures, self._counts, self._halves, self._initials))
        shared = np.where(initials, LEAST_SHARED * counts, np.inf).astype(np.float32)
        found: set[int] = set()
        for text, listed in queries:
            common = np.zeros(len(counts), np.uint8)
            for word in range(4):
                if listed[word]:
                    common += np.bitwise_count(signatures[word] & listed[word])
            bound = np.minimum(halves * (counts + np.float32(np.bitwise_count(listed).sum())), shared)
            rows = np.flatnonzero(common >= bound - np.float32(1e-3)) + block.start
            if len(rows):
                found.update(self._numbers[rows[self._alike(text, rows.tolist())]].tolist())
        return found

    def _alike(self, text: str, rows: list[int]) -> NDArray[np.bool_]:
        """For each row whether its text and the listed one are alike enough, by the rule of ``matching.index``."""
        texts = [self._texts[row] for row in rows]
        kept: NDArray[np.bool_] = process.cdist(texts, [text], scorer=fuzz.token_ratio, score_cutoff=LEAST_RATIO)[:, 0] >= LEAST_RATIO
        rest = np.flatnonzero(~kept)
        joined = [texts[place].replace(" ", "") for place in rest.tolist()]
        if joined:
            ratios = process.cdist(joined, [text.replace(" ", "")], scorer=fuzz.ratio, score_cutoff=LEAST_RATIO)[:, 0]
            kept[rest] = ratios >= LEAST_RATIO
        return kept
