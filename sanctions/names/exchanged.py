"""What one tongue's romanisation writes for another's: the sounds that a word may have, and the consonants that are left of it.

Charif is Sharif in French letters, Gamal Jamal in Egyptian, Barysau Borisov in Belarusian. Two words meet by their sounds where one
of them as it is written sounds like the other with letters exchanged.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.names.text import skeleton, sound, sound_class
from sanctions.patterns import regex

_FRAME, _BEGINNING = 2, 3
"""Consonants that two words must share, or begin with, to be held together when more than a few slips part them."""


def _first(pattern: str) -> str:
    """The letter that all that a pattern finds begins with, "" if they are several: in a word without it nothing need be sought."""
    return pattern[0] if pattern[0].isalpha() and "|" not in pattern and pattern[1:2] not in ("?", "*", "{") else ""


_EXCHANGED = tuple(
    (_first(pattern), regex(pattern), into)
    for pattern, into in (
        # French and German ch, Swedish tj, Egyptian g, Turkish c, Slavic and German j
        ("ch", "sh"), ("ch", "kh"), ("tj", "ch"), ("gu?(?=[aeiou])", "j"), ("c(?=[aeiou])", "j"), ("j", "y"), ("sch(?=[aeiou])", "zh"),
        # Persian and Malay for Arabic letters, the two ways to write aw, Korean p and b, Portuguese and Albanian x
        ("dh?", "z"), ("th", "s"), ("w", "u"), ("a[wu]|o[wu]", "o"), ("^p", "b"), ("x", "kh"), ("x", "sh"),
        # an article written with its word (Alhakim), and
        # two letters that a scanner takes for one
        ("^[ae]l(?=[a-z]{4})", ""), ("rn", "m"), ("vv", "w"),
    )
)  # fmt: skip
"""Letters that one tongue's romanisation has for another's. Of spellings that publishers give for one target 250 more meet by
them, of strangers' names that are as near next to none."""


_BELARUSIAN = ((regex("i[ao]u$"), "ev"), (regex("[ao]u$"), "ov"), (regex("o(?=[a-z]+[oe]va?$)"), "a"))
"""Endings of families as Belarusian writes them, and its unstressed o (Kavaliou, Kovalev; Barysau, Borisov)."""


@lru_cache(maxsize=8192)
def sounds_of(word: str) -> frozenset[str]:
    """The sound classes of a word as it is written, with each of ``_EXCHANGED``, and of a Slavic family name as Belarusian has it."""
    found = {sound(word)}
    for letter, pattern, into in _EXCHANGED:
        if letter in word and pattern.search(word):
            found.add(sound_class(pattern.sub(into, word)))
    return frozenset(found) | _belarusian(word)


@lru_cache(maxsize=8192)
def _belarusian(word: str) -> frozenset[str]:
    """The sound class of a Slavic family name as Belarusian has it; empty for any other word."""
    if not word.endswith(("au", "ou", "ov", "ev", "ova", "eva")):
        return frozenset()
    for pattern, into in _BELARUSIAN:
        word = pattern.sub(into, word)
    return frozenset({sound_class(word)})


def exchanged(a: str, b: str) -> bool:
    """Whether one word sounds like the other with letters exchanged. Both with letters exchanged are two words (Aydin, Izzdin)."""
    return sound(a) in sounds_of(b) or sound(b) in sounds_of(a) or not _belarusian(a).isdisjoint(_belarusian(b))


@lru_cache(maxsize=8192)
def frames_of(word: str) -> frozenset[str]:
    """The consonants of a word's sound, and the first three of them: what is left of it when vowels and endings change (Nure, Nora;
    Aleksey, Olexiy; Kashani, Kashanimehr). Empty for a word of fewer consonants than two."""
    found = skeleton(word).lstrip("aiu")
    if len(found) < _FRAME:
        return frozenset()
    return frozenset({found, f"{found[:_BEGINNING]}+"} if len(found) >= _BEGINNING else {found})
