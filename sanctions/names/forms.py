"""A name's comparable forms: its words, and its Korean reading where it looks Korean.

Two names are as alike as their most alike forms of one scheme. Listed names and asked names go through the
same function, so a spelling that one romanisation loses is lost on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sanctions.model import Kind
from sanctions.names.korean import korean_forms
from sanctions.names.organisations import canonical
from sanctions.names.text import fold, readings, words
from sanctions.names.vocabulary import LEGAL, is_small

LATIN = "latin"
KOREAN = "korean"
_KOREAN_KINDS = frozenset({Kind.PERSON, Kind.VESSEL, Kind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Form:
    """``tokens`` in the name's order. Scheme "latin": words, of organisations with legal form classes ("=ltd"); "korean": syllables."""

    scheme: str
    tokens: tuple[str, ...]


@lru_cache(maxsize=65536)
def forms_of(text: str, kind: Kind = Kind.UNKNOWN) -> tuple[Form, ...]:
    """All forms of one name as written; empty if it holds no letter or digit that can be compared."""
    found: list[Form] = []
    for reading in readings(text):
        plain = words(reading)
        if not plain:
            continue
        found.append(Form(LATIN, plain if kind is Kind.PERSON else canonical(plain)))
        if kind in _KOREAN_KINDS:
            found.extend(Form(KOREAN, tokens) for tokens in korean_forms(plain, reading))
    return tuple(dict.fromkeys(found))


def signature_text(form: Form) -> str:
    """What a form is found by: its telling words, folded to sound classes and joined by spaces.

    Words that say little (legal forms, titles, particles, initials) are left out unless nothing else is there.
    """
    if form.scheme == KOREAN:
        return " ".join(token.replace("-", "") for token in form.tokens)
    telling = [t for t in form.tokens if not is_small(t)] or [t.removeprefix(LEGAL) for t in form.tokens]
    telling = [t for t in telling if len(t) > 1] or telling
    return " ".join(fold(t) for t in telling)
