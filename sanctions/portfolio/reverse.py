"""The book's names as an index that is asked by a listed name: which parties could hit this entry?

It keeps the bound of ``matching.index``, asked from the other side, so that every party of which that index would make
the entry a candidate is found; it may find more, and what it finds is compared in the ordinary way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sanctions.matching.compare import ENGINE
from sanctions.matching.identifiers import search_keys
from sanctions.matching.index import ANY, LAYOUT, Rows, in_memory, key_number
from sanctions.model import Entity, Party
from sanctions.names.forms import SCHEMES, forms_of
from sanctions.names.keys import asked_keys, listed_keys
from sanctions.screening import asked_forms, least_likeness

FORMS = f"{ENGINE}.{LAYOUT}.3"
"""The version of what is kept of a party; what another version made is made anew."""


@dataclass(frozen=True, slots=True)
class PartyForms:
    """What one party is found by, ready to be stored: each form's scheme as a byte, the forms' tokens one form a line,
    hashed keys of identifiers and names (uint64)."""

    rows: bytes
    texts: str
    keys: bytes


def forms_of_party(party: Party) -> PartyForms:
    """Every form of every name of the party and of the persons related to it."""
    everybody = (party, *(related.party for related in party.related))
    forms = list(dict.fromkeys(form for one in everybody for form in asked_forms(one)))
    keys = {key_number(key) for one in everybody for key in search_keys(one.identifiers)}
    keys |= {key_number(key) for one in everybody for name in one.names for key in asked_keys(name.full, one.kind)}
    return PartyForms(
        bytes(SCHEMES.index(form.scheme) for form in forms),
        "\n".join(" ".join(form.tokens) for form in forms),
        np.array(sorted(keys), "<u8").tobytes(),
    )


class ReverseIndex:
    """The forms of many parties, searched by the names and identifiers of entities."""

    def __init__(self, stored: Iterable[tuple[int, PartyForms]]) -> None:
        """``stored``: each party's number with what is kept of it."""
        numbers: list[int] = []
        tokens: dict[str, list[list[str]]] = {scheme: [] for scheme in SCHEMES}
        owners: dict[str, list[int]] = {scheme: [] for scheme in SCHEMES}
        keys, holders = [b""], []
        for place, (number, forms) in enumerate(stored):
            numbers.append(number)
            for scheme, line in zip(forms.rows, forms.texts.split("\n"), strict=False):
                tokens[SCHEMES[scheme]].append(line.split(" "))
                owners[SCHEMES[scheme]].append(place)
            keys.append(forms.keys)
            holders += [place] * (len(forms.keys) // 8)
        self._numbers = numbers
        rows = {
            scheme: Rows(some, np.array(owners[scheme], np.int32), np.full(len(some), ANY, np.uint8)) for scheme, some in tokens.items()
        }
        self._index = in_memory(rows, np.frombuffer(b"".join(keys), "<u8").astype(np.uint64), np.array(holders, np.int32))

    def __len__(self) -> int:
        return len(self._index)

    def parties(self, entities: Sequence[Entity], threshold: float) -> set[int]:
        """The numbers of all parties that could hit one of the entities at the threshold."""
        least = least_likeness(threshold)
        forms = dict.fromkeys(form for entity in entities for name in entity.names for form in forms_of(name.full, entity.kind))
        found = {self._index.entity(form.scheme, row) for form in forms for row in self._index.near(form, least)}
        of_names = {key for entity in entities for name in entity.names for key in listed_keys(name.full, entity.kind)}
        of_identifiers = {key for entity in entities for key in search_keys(entity.identifiers)}
        found.update(self._index.under(of_names | of_identifiers))
        return {self._numbers[place] for place in found}
