"""A person's name as words in its natural order: given names first, initials apart, compounds alike, digits read as letters.

The list's comma says where the family name ends ("BIN LADEN, Usama"), so that words written together in another order
still meet. What is left out: generational suffixes, which ``matching.features`` compares by themselves.
"""

from __future__ import annotations

from sanctions.names.arabic import arabic_words
from sanctions.names.text import initials_apart, words
from sanctions.names.vocabulary import is_small
from sanctions.names.western import without_generation

_DIGITS = str.maketrans("013458", "olseab")
"""Digits that a scanner, or somebody who wants to pass, writes for letters."""

_SOMALI = {
    "axmed": "ahmed", "cabaas": "abbas", "cabdala": "abdalla", "cabdi": "abdi", "cabdikariim": "abdikarim", "cabdilaahi": "abdullahi",
    "cabdinasir": "abdinasir", "cabdiqaadir": "abdulqadir", "cabdiraxmaan": "abdirahman", "cabdiraxman": "abdirahman",
    "cabdirisaaq": "abdirizak", "cabdullahi": "abdullahi", "cabdulle": "abdulle", "cali": "ali", "caddow": "addow", "cawaale": "awale",
    "cawad": "awad", "cige": "ige", "ciise": "isse", "cismaan": "osman", "cumar": "umar", "cusman": "uthman", "cusmaan": "osman",
    "faarax": "farah", "maxamed": "mohamed", "maxamuud": "mohamud", "maxmuud": "mahmud", "muxumed": "muhumed", "saalax": "salah",
    "xaaji": "haji", "xaashi": "hashi", "xasan": "hasan", "xassan": "hassan", "xirsi": "hirsi", "xuseen": "husein", "xamse": "hamse",
}  # fmt: skip
"""Somali orthography of 1972 (c for ayn, x for the Arabic h) → the spelling that is usual abroad, for common names."""


def person_words(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a person's name, and once more without compounds brought to one form where that changes them, since a slip
    in a compound is found by the words as they are written. ``text`` in Latin letters; () without a letter or digit."""
    ordered = natural_order(initials_apart(text))
    plain = tuple(_SOMALI.get(word, word) for word in map(_lettered, without_generation(ordered).words))
    joined = arabic_words(plain)
    return (joined,) if set(plain).issuperset(joined) else (joined, plain)


def natural_order(text: str) -> tuple[str, ...]:
    """The words of a name with what stands before its one comma put last; in their own order without such a comma."""
    family, comma, given = text.partition(",")
    first, last = words(given), words(family)
    if not comma or "," in given or not last or all(map(is_small, first)):
        return words(text)
    return (*first, *last)


def _lettered(word: str) -> str:
    """A word of letters and at most two digits with letters for the digits; a number, or a number with a letter, as it is."""
    digits = sum(map(str.isdigit, word))
    return word.translate(_DIGITS) if 0 < digits <= 2 and len(word) - digits >= 3 else word
