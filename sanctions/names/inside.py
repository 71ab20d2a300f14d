"""Several names in one field: "X a.k.a. Y", "X d/b/a Y", "X (formerly Y)", "X trading as Y", "KOREA MINING … (KOMID)".

A field that holds two names must be found by each of them. What stands in brackets is a name of its own, a place or a
number that tells sister bodies apart, or a remark; only the first is a name, and the second is never left out freely.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctions.names.acronyms import acronym_of, explains
from sanctions.names.organisations import canonical
from sanctions.names.places import PLACES
from sanctions.names.text import words
from sanctions.names.vocabulary import LEGAL, body_commonness
from sanctions.patterns import regex

_MARKERS = regex(
    r"""(?:[\s,;:(\[]+(?:
        a\.?/?k\.?/?a\b\.? | f\.?/?k\.?/?a\b\.? | n\.?/?k\.?/?a\b\.? | d\.?/?b\.?/?a\b\.? | t/as?\b
        | (?:also|formerly|previously|now|otherwise|better|commonly)\s+(?:known|called|named|trading|operating|doing\s+business)\s+as\b
        | (?:doing\s+business|trading|operating|carrying\s+on\s+business|known|trades|operates)\s+as\b
        | formerly\b | previously\b | alias\b
    ) | [(\[,;:]\s*(?:ex|prev)\b\.?-?)[\s,;:.]*(?=[^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = regex(r"\s*[(\[（【]\s*([^()\[\]（）【】]+?)\s*[)\]）】]\s*")
_OPENING = regex(r"[(\[（【]")
_DOO = regex(r"[dD]\.?\s?[oO]\.?\s?[oO]")
_SEAT = regex(r"(?i)\w\w.*\bd\.?\s?o\.?\s?o\b\.?((?:[\s,-]+[^\W\d_]{3,}){1,2})$")
"""A town or two behind d.o.o.: the Balkan registers write a company's seat behind its legal form."""

_REMARKS = frozenset(
    """
    the new private public holding holdings group international and branch office head formerly former old in of liquidation bankruptcy
    receivership registered see prior vessel
    """.split()
)
_LEAST_LETTERS = 4
_COMMON = 6


@lru_cache(maxsize=8192)
def names_within(text: str) -> tuple[str, ...]:
    """The names that one field holds: "X a.k.a. Y" → X, Y; the field itself where it holds but one. Never empty.

    A part without a word of three letters is no name, and the field is then left whole.
    """
    parts = [part.strip(" ,;:.()[]") for part in _MARKERS.split(text)]
    if len(parts) == 1 or any(not any(len(word) >= 3 for word in words(part)) for part in parts):
        return (text,)
    return tuple(dict.fromkeys(parts))


@lru_cache(maxsize=8192)
def body_readings(text: str) -> tuple[str, ...]:
    """The ways to read an organisation's or ship's name with brackets: as written; without what is in the brackets, unless
    that tells sister bodies apart; and what is in them by itself where it can be a name ("(KOMID)"). And without the seat
    behind d.o.o."""
    seat = _SEAT.search(text) if _DOO.search(text) else None
    if not (inside := list(_BRACKETED.finditer(text)) if _OPENING.search(text) else None):
        shorter = text[: seat.start(1)].rstrip() if seat else _without_own_acronym(text)
        return (text, shorter) if shorter != text else (text,)
    without = _BRACKETED.sub(lambda found: f" {found[1]} " if tells_apart(found[1]) else " ", text).strip()
    last = inside[-1]
    alone = [last[1]] if _only_forms(text[last.end() :]) and _is_name(last[1]) else []
    return tuple(dict.fromkeys(reading for reading in (text, without, *alone) if words(reading)))


def _without_own_acronym(text: str) -> str:
    """The text without an acronym of itself at an end ("AFRICAN RESOURCE CORPORATION - ARC"); else the text itself."""
    for end in (_LAST, _FIRST):
        found = end.search(text)
        if found and found[1] not in text[: found.start(1)] + text[found.end(1) :]:
            rest = text[: found.start()] + text[found.end() :]
            acronym, plain = found[1].lower(), words(rest)
            if acronym in acronym_of(plain) or explains(acronym, canonical(plain)):
                return rest
    return text


_LAST, _FIRST = regex(r"[\s,–-]+([A-Z]{3,8})$"), regex(r"^([A-Z]{3,8})[\s,–-]+(?=\w)")


def _only_forms(rest: str) -> bool:
    """Whether nothing but legal forms follows: a bracket inside a name ("COSCO (DALIAN) SHIPPING") is a part of it."""
    return all(word.startswith(LEGAL) for word in canonical(("x", *words(rest)))[1:])


@lru_cache(maxsize=8192)
def tells_apart(content: str) -> bool:
    """Whether a bracket's content tells sister bodies apart: places, a number, a letter or two."""
    inner = canonical(("x", *words(content)))[1:]
    return bool(inner) and (
        all(word in PLACES or len(word) <= 2 for word in inner if not word.startswith(LEGAL)) or any(word.isdigit() for word in inner)
    )


def _is_name(content: str) -> bool:
    """Whether a bracket's content can be a name: a word that is no remark, place, legal form or common word."""
    if tells_apart(content):
        return False
    telling = [
        word
        for word in canonical(words(content))
        if not word.startswith(LEGAL) and word not in _REMARKS and body_commonness(word) < _COMMON
    ]
    return sum(map(len, telling)) >= _LEAST_LETTERS
