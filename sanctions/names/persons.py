"""A person's name as words in its natural order: given names first, initials apart, compounds alike, digits read as letters.

The list's comma says where the family name ends ("BIN LADEN, Usama"), so that words written together in another order
still meet. What is left out: generational suffixes, which ``matching.features`` compares by themselves.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.names.arabic import arabic_words
from sanctions.names.organisations import canonical
from sanctions.names.patronymics import patronymic_of
from sanctions.names.places import COUNTRIES
from sanctions.names.southeast import is_vietnamese
from sanctions.names.text import initials_apart, words
from sanctions.names.vocabulary import LEGAL, is_small, is_title
from sanctions.names.weights import GENERIC
from sanctions.names.western import nickname_class, without_generation

_MOST_WORDS = 7
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
    """The words of a person's name, and once more as they are written where compounds or Somali spellings are brought to another
    form: a slip or an initial is found by what is written. ``text`` in Latin letters; () without a letter or digit."""
    ordered = natural_order(initials_apart(text))
    written = tuple(map(_lettered, without_generation(ordered).words))
    usual = tuple(_SOMALI.get(word, word) for word in written)
    joined = arabic_words(usual)
    return (joined,) if set(written).issuperset(joined) else tuple(dict.fromkeys((joined, usual, written)))


def natural_order(text: str) -> tuple[str, ...]:
    """The words of a name with what stands before its one comma put last; in their own order without such a comma."""
    family, comma, given = text.partition(",")
    first, last = words(given), words(family)
    if not comma or "," in given or not last or all(map(is_small, first)):
        return words(text)
    return (*first, *last)


def _lettered(word: str) -> str:
    """A word of letters and at most two digits with letters for the digits; a number, or a number with a letter, as it is."""
    if word.isalpha():
        return word
    digits = sum(map(str.isdigit, word))
    return word.translate(_DIGITS) if 0 < digits <= 2 and len(word) - digits >= 3 else word


def read_as_persons(one: str, two: str) -> bool:
    """Whether two names whose bearers' kind nobody states are compared as persons': both can be, and one of them seems to be."""
    return may_be_person(one) and may_be_person(two) and (seems_person(one) or seems_person(two))


@lru_cache(maxsize=8192)
def may_be_person(text: str) -> bool:
    """Whether nothing in a name says that it is no person's: no legal form, number, country or word of what bodies are and do."""
    plain = words(text)
    if not 1 <= len(plain) <= _MOST_WORDS or any(map(str.isdigit, plain)):
        return False
    said = any(word in COUNTRIES or (word in GENERIC and not is_title(word)) for word in plain)
    return not said and not any(word.startswith(LEGAL) for word in canonical(plain))


@lru_cache(maxsize=8192)
def seems_person(text: str) -> bool:
    """Whether a name says that it is a person's: a family name before a comma, a given name, a title, a patronymic, Vietnamese."""
    plain = words(text)
    return len(plain) > 1 and (
        text.count(",") == 1 or is_vietnamese(text) or any(nickname_class(word) or is_title(word) or patronymic_of(word) for word in plain)
    )
