"""Greek letters in Latin ones: by sound, as passports spell names, and by letter.

ELOT 743 (ISO 843:1997), which passports follow, for single letters and ου, αυ, ευ; beyond it what names are known by abroad: b, d
and g for μπ, ντ and γκ at the beginning, y for γι, h for χ.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sanctions.names.tables import runs_read
from sanctions.patterns import regex

_LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n",
    "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_PAIRS = regex("γγ|γξ|γχ|ου|[αεη]υ(?!\u0308)(?=[βγδζλμνραεηιουω])|[αεη]υ(?!\u0308)|.", re.DOTALL)
_DOUBLE = {"γγ": "ng", "γξ": "nx", "γχ": "nch", "ου": "ou"}
_FIRST = {"μπ": "b", "ντ": "d", "γκ": "g"}
_INSIDE = {"μπ": "mb", "γκ": "g"}
_AT_BEGINNING = regex("^(?:μπ|ντ|γκ)")
_STOP_INSIDE = regex("(?<!^)(?:μπ|γκ)")
_SOFT_G = regex("(?<!γ)γ(?:ι(?=[αοω])|(?=[ειηυ]))")
_RUN = regex(r"(?<![^\W\d_])[\u0370-\u03ff\u1f00-\u1fff\u0300-\u036f]+(?![^\W\d_])")
"""Whole words alone: a Greek letter among Latin ones passes for one of them."""
_ACCENTS = regex("[\u0300-\u0307\u0309-\u036f]")
_MOST_READINGS = 8


@lru_cache(maxsize=8192)
def greek_readings(text: str) -> tuple[str, ...]:
    """The text with its words in Greek letters in Latin ones, the likeliest first, at most eight; the text itself where it has none."""
    return runs_read(text, _RUN, lambda word: [_spellings(word)], _MOST_READINGS)


def _spellings(word: str) -> tuple[str, ...]:
    word = _ACCENTS.sub("", unicodedata.normalize("NFD", word.lower()))
    first = _AT_BEGINNING.sub(lambda stop: _FIRST[stop.group()], word)
    found = [_spelt(first)]
    if _STOP_INSIDE.search(first):
        found.append(_spelt(_STOP_INSIDE.sub(lambda stop: _INSIDE[stop.group()], first)))
    if _SOFT_G.search(first):
        found.append(_spelt(_SOFT_G.sub("y", first)))
    if "χ" in first:
        found.append(found[0].replace("ch", "h"))
    return tuple(dict.fromkeys((*found, _spelt(word)))) if found[0] else (word,)


def _spelt(word: str) -> str:
    return "".join(_sound(m.group()) for m in _PAIRS.finditer(word)).replace("\u0308", "")


def _sound(letters: str) -> str:
    if len(letters) == 2 and letters[1] == "υ" and letters[0] in _LETTERS and letters != "ου":
        return _LETTERS[letters[0]] + "v"
    return _DOUBLE.get(letters) or _LETTERS.get(letters, letters if letters.isascii() else "")
