"""Exact keys by which a body's name is found where its words alone do not show the likeness.

Three relations leave too few letter pairs in common for the signatures of the index: a name written together
("RASHIDTRUST"), a name cut to fit a field, and an acronym. Each has a key that both names share; what shares a key is
compared in the ordinary way (``matching.bodies``), so that a key too many costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sanctions.model import Kind
from sanctions.names.acronyms import acronym_of, acronyms_of, as_acronym, holding_initials, long_initials, with_initials
from sanctions.names.inside import body_readings, names_within
from sanctions.names.organisations import canonical, unglued
from sanctions.names.text import words
from sanctions.names.vocabulary import LEGAL

LEAST_WHOLE = 6
"""Letters from which a name is also found by all of them without spaces."""

LEAST_CUT = 18
"""Letters, without spaces, by which a name that may have been cut is found."""

LEAST_AFTER_FORM = 5
"""Letters behind a legal form by which it is found where it begins with one: as few as tell a cut name (matching.bodies)."""

_LONGEST_FORM = 6
"""Words of a legal form at most."""


@lru_cache(maxsize=8192)
def listed_keys(text: str, kind: Kind) -> tuple[str, ...]:
    """The keys under which a listed name is kept; none for a person's."""
    return tuple(dict.fromkeys(_keys(text, kind, own="full", short="short")))


@lru_cache(maxsize=8192)
def asked_keys(text: str, kind: Kind) -> tuple[str, ...]:
    """The keys under which an asked name is looked for: an acronym among full names, a full name among acronyms."""
    return tuple(dict.fromkeys(_keys(text, kind, own="short", short="full")))


def _keys(text: str, kind: Kind, *, own: str, short: str) -> Iterator[str]:
    if kind is Kind.PERSON:
        return
    for reading in (reading for name in names_within(text) for reading in body_readings(name)):
        plain = words(unglued(reading))
        letters = "".join(plain)
        if len(letters) >= LEAST_WHOLE:
            yield f"whole:{letters}"
        tokens = () if kind in (Kind.VESSEL, Kind.AIRCRAFT) else canonical(plain)
        if len(letters) >= LEAST_CUT:
            yield f"cut:{beginning(plain, tokens)}"
        if not tokens:
            continue
        yield from (f"{own}:{acronym}" for acronym in acronyms_of(tokens) | acronym_of(plain) | long_initials(plain))
        if acronym := as_acronym(tokens):
            yield f"{short}:{acronym}"
        yield from (f"{own} in:{' '.join(name)}" for name in with_initials(tokens))
        if name := holding_initials(tokens, reading):
            yield f"{short} in:{' '.join(name)}"


def beginning(plain: tuple[str, ...], tokens: tuple[str, ...]) -> str:
    """What a name and one that was cut from it share: their first letters, those of a legal form aside, which a thousand names
    begin with ("Limited Liability Company …"), and the fewer then that follow it."""
    if start := words_of_form(plain, tokens):
        return f"{tokens[0]} {''.join(plain[start:])[:LEAST_AFTER_FORM]}"
    return "".join(plain)[:LEAST_CUT]


def words_of_form(plain: tuple[str, ...], tokens: tuple[str, ...]) -> int:
    """How many of a name's words are the legal form that it begins with; ``tokens`` are its words in canonical form."""
    named = _named(tokens)
    if not named or not tokens[0].startswith(LEGAL):
        return 0
    # canonical words have a form that stands within a name behind it: the last place tells where the name itself begins
    starts = range(min(len(plain), _LONGEST_FORM + 1) - 1, 0, -1)
    return next((start for start in starts if _named(canonical(plain[start:])) == named), 0)


def _named(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(token for token in tokens if not token.startswith(LEGAL))
