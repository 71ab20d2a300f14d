"""Thaana, the script of the Maldives, read into Latin letters: މުހައްމަދު ނަޝީދު is Mohamed Nasheed.

By the Maldives' own romanisation of 1976 (dh for the d of Arabic names), every vowel written; names from Arabic end in a u that
their Latin spellings leave out.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.names.tables import runs_read
from sanctions.patterns import regex

_SOUNDS = "h sh n r b lh k - v m f dh th l g gn s d z t y p j ch th h kh dh z sh s dh th z - gh q w"
_LETTERS = dict(zip("ހށނރބޅކއވމފދތލގޏސޑޒޓޔޕޖޗޘޙޚޛޜޝޞޟޠޡޢޣޤޥ", _SOUNDS.split(), strict=True))
_VOWELS = dict(zip("ަާިީުޫެޭޮޯ", "a a i ee u oo e ey o o".split(), strict=True))
_SUKUN = "ް"
_DOUBLING = frozenset("އށތ")
_RUN = regex("[\u0780-\u07bf]+")
_NASAL = regex("n(?=m)")
_END = regex("(?<=[bcdfghjklmnpqrstvwyz])u$")
_MOST_READINGS = 4


@lru_cache(maxsize=8192)
def thaana_readings(text: str) -> tuple[str, ...]:
    """The text with its words in Thaana in Latin letters, the likeliest first, at most four; the text itself where it has none."""
    return runs_read(text, _RUN, lambda word: [_spellings(word)], _MOST_READINGS)


def _spellings(word: str) -> tuple[str, ...]:
    out, doubled = "", False
    for place, letter in enumerate(word):
        if letter in _DOUBLING and word[place + 1 : place + 2] == _SUKUN and place + 2 < len(word):
            doubled = True
        elif letter in _LETTERS:
            sound = _LETTERS[letter].replace("-", "")
            out += (sound[:1] if doubled else "") + sound
            doubled = False
        else:
            out += _VOWELS.get(letter, "")
    whole = _NASAL.sub("m", out)
    return tuple(dict.fromkeys(filter(None, (_END.sub("", whole), whole)))) or (word,)
