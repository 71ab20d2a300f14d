"""Common Arabic given names by their sound, whatever vowels a romanisation writes: Mohammed and Muhammad, Yousef and Yusuf.

Arabic writes no short vowels, and Latin spellings give its three as five: e stands for a, i or u (Mohamed, Khaled, Yousef).
A word is one of the names in `names.arabic_names` if it sounds like it with each e read as one of the three. Only those
names are meant: elsewhere a vowel tells one name from another (Helen, Halina).
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from sanctions.names.arabic_names import latin_spellings
from sanctions.names.text import skeleton, sound, sound_class
from sanctions.patterns import regex

_MOST_OPEN = 3
_OPEN = regex(r"(?<![aeiouy])e(?![aeiouy])|(?<=[aeiouy][bcdfghjklmnpqrstvwxz])e")
"""An e that stands for a vowel by itself."""


@lru_cache(maxsize=8192)
def arabic_names_of(word: str) -> frozenset[str]:
    """The sounds of the common Arabic names that a word in Latin letters can be a spelling of; empty if of none."""
    if skeleton(word) not in _skeletons():
        return frozenset()
    parts = _OPEN.split(word)
    if len(parts) > _MOST_OPEN + 1:
        return frozenset()
    spelt = {parts[0] + "".join(map("".join, zip(vowels, parts[1:], strict=True))) for vowels in product("aiu", repeat=len(parts) - 1)}
    return frozenset(filter(common_sounds().__contains__, map(sound_class, {word, *spelt})))


@cache
def _skeletons() -> frozenset[str]:
    """The consonants of the names: most words have others, and need no closer look."""
    return frozenset(map(skeleton, latin_spellings()))


@cache
def common_sounds() -> frozenset[str]:
    """The sounds of the common names."""
    # a name of one or two letters' sound would be met by chance
    return frozenset(found for found in map(sound, latin_spellings()) if len(found) >= 4)
