"""How alike two persons' names are, for the tables of cases."""

from __future__ import annotations

from sanctions.matching.compare import name_similarity
from sanctions.model import Kind


def likeness(one: str, other: str) -> float:
    found = name_similarity(one, other, Kind.PERSON)
    return found.similarity if found else 0.0
