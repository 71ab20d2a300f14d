"""Patronymics of Russian, Ukrainian and Belarusian: whose son or daughter, however it is spelt.

Andreevich, Andriyovych and Andreyevna are each "of Andrey": the endings are those of the three languages, as
`names.cyrillic` reads them in any romanisation. Fathers' names meet in the classes of `names.western`, so that
Volodymyrovych and Vladimirovich are one patronymic.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

import msgspec

from sanctions.names.cyrillic import is_patronymic, slavic_key
from sanctions.names.western import GIVEN_NAMES, nickname_class
from sanctions.patterns import regex

_ENDING = regex(r"(?:i?[aeio]v)?(?:(?P<son>iC)|(?P<daughter>na|iniCna|iCna|iCa))$")
_VOWELS = "aeiou"
_LAST = "hacsj"
"""The last letter of a patronymic in any romanisation: Petrovich, Petrovna, Petrovic, Petrovits, Petrovitj."""


class Patronymic(msgspec.Struct, frozen=True):
    """``father`` is the key of the father's name without its last vowels; ``names`` the given names that it is a form of."""

    father: str
    names: frozenset[str]
    feminine: bool

    def same_father(self, other: Patronymic) -> bool:
        """Whether both can name one father."""
        return self.father == other.father or bool(self.names & other.names)


@lru_cache(maxsize=8192)
def patronymic_of(word: str) -> Patronymic | None:
    """What a patronymic says; None for a word that has not the shape of one. ``word`` in Latin or Cyrillic letters."""
    if len(word) < 5 or (word.isascii() and word[-1] not in _LAST) or not is_patronymic(word):
        return None
    key = slavic_key(word)
    ending = _ENDING.search(key)
    if ending is None or ending.start() < 2:
        return None
    father = key[: ending.start()].rstrip(_VOWELS) or key[: ending.start()]
    return Patronymic(father, _fathers().get(father, frozenset()), ending["daughter"] is not None)


@cache
def _fathers() -> dict[str, frozenset[str]]:
    """The key of a given name without its last vowels → the names that it is a form of."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in GIVEN_NAMES:
        found[slavic_key(name).rstrip(_VOWELS)] |= nickname_class(name)
    return {key: frozenset(names) for key, names in found.items()}
