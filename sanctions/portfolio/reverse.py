"""The book's names as an index that is asked by a listed name: which parties could hit this entry?

It keeps the bound of ``matching.index``, asked from the other side, so that every party of which that index would make
the entry a candidate is found; it may find more, and what it finds is compared in the ordinary way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import ceil

import msgspec
import numpy as np

from sanctions.matching.compare import ENGINE
from sanctions.matching.engine import rules_digest
from sanctions.matching.identifiers import search_keys
from sanctions.matching.index import ANY, LAYOUT, NameIndex, Rows, in_memory, key_number, listed_forms
from sanctions.model import Entity, Kind, Party
from sanctions.names.forms import SCHEMES, Form
from sanctions.names.keys import asked_keys, listed_keys
from sanctions.screening import asked_forms, least_likeness, raised_by

FORMS = f"{ENGINE}.{LAYOUT}.4-{rules_digest()}"
"""The version of what is kept of a party; what another version made is made anew."""

_BATCH = 100
"""So many forms are looked up together."""


class PartyForms(msgspec.Struct, frozen=True):
    """What one party is found by, ready to be stored: what its evidence can add to a score, in hundredths, and each form's
    scheme, a byte each; the forms' tokens one form a line; hashed keys of identifiers and names (uint64)."""

    rows: bytes
    texts: str
    keys: bytes


def forms_of_party(party: Party) -> PartyForms:
    """Every form of every name of the party and of the persons related to it."""
    everybody = (party, *(related.party for related in party.related))
    forms = list(dict.fromkeys(form for one in everybody for form in asked_forms(one)))
    keys = {key_number(key) for one in everybody for key in search_keys(one.identifiers)}
    keys |= {key_number(key) for one in everybody for name in one.names for key in asked_keys(name.full, one.kind)}
    raised = ceil(100 * max(raised_by(one) for one in everybody))
    return PartyForms(
        bytes([raised, *(SCHEMES.index(form.scheme) for form in forms)]),
        "\n".join(" ".join(form.tokens) for form in forms),
        np.array(sorted(keys), "<u8").tobytes(),
    )


class _Alike:
    """The forms of parties with as much evidence, as they are collected."""

    def __init__(self) -> None:
        self.tokens: dict[str, list[list[str]]] = {scheme: [] for scheme in SCHEMES}
        self.owners: dict[str, list[int]] = {scheme: [] for scheme in SCHEMES}

    def index(self) -> NameIndex:
        rows = {
            scheme: Rows(some, np.array(self.owners[scheme], np.int32), np.full(len(some), ANY, np.uint8))
            for scheme, some in self.tokens.items()
        }
        return in_memory(rows, np.zeros(0, np.uint64), np.zeros(0, np.int32))


class ReverseIndex:
    """The forms of many parties, searched by the names and identifiers of entities."""

    def __init__(self, stored: Iterable[tuple[int, PartyForms]]) -> None:
        """``stored``: each party's number with what is kept of it."""
        self._numbers: list[int] = []
        collected: dict[int, _Alike] = defaultdict(_Alike)
        holders: dict[int, list[int]] = defaultdict(list)
        for place, (number, forms) in enumerate(stored):
            self._numbers.append(number)
            some = collected[forms.rows[0]]
            for scheme, line in zip(forms.rows[1:], forms.texts.split("\n"), strict=False):
                some.tokens[SCHEMES[scheme]].append(line.split(" "))
                some.owners[SCHEMES[scheme]].append(place)
            for key in np.frombuffer(forms.keys, "<u8").tolist():
                holders[key].append(place)
        self._holders = dict(holders)
        self._indexes = {raised / 100: some.index() for raised, some in sorted(collected.items())}

    def __len__(self) -> int:
        return sum(map(len, self._indexes.values()))

    def parties(self, entities: Sequence[Entity], threshold: float) -> set[int]:
        """The numbers of all parties that could hit one of the entities at the threshold."""
        names = dict.fromkeys((name.full, entity.kind) for entity in entities for name in entity.names)
        asked: dict[Kind, dict[Form, None]] = defaultdict(dict)
        for name, kind in names:
            for form, compared in listed_forms(name, kind):
                asked[compared][form] = None
        found: set[int] = set()
        for raised, index in self._indexes.items():
            for kind, forms in asked.items():
                _gather(index, list(forms), least_likeness(threshold - raised), kind, found)
        of_names = {key for name, kind in names for key in listed_keys(name, kind)}
        of_identifiers = {key for entity in entities for key in search_keys(entity.identifiers)}
        found.update(place for key in of_names | of_identifiers for place in self._holders.get(key_number(key), ()))
        return {self._numbers[place] for place in found}


def _gather(index: NameIndex, forms: Sequence[Form], least: float, kind: Kind, found: set[int]) -> None:
    """Adds the parties that have a name which one of the forms, of an entity of that kind, may be."""
    for start in range(0, len(forms), _BATCH):
        some = forms[start : start + _BATCH]
        for form, near in zip(some, index.near([(form, least) for form in some], kind), strict=True):
            for row in index.candidate_rows(form, least, kind, known=found, near=near):
                found.add(index.entity(form.scheme, row))
