"""An acronym against the name it is made of: KOMID and Korea Mining Development, IRISL and Islamic Republic of Iran Shipping Lines.

How organisations shorten their names, seen on OFAC's, the UN's and the UK's entries that give both: the first letters
of all telling words, or of all words; and blends, where a word gives its first syllable (KOrea MIning Development).
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctions.names.vocabulary import LEGAL

_SKIPPED = frozenset("of the and for in on to at de del la le les des du da do dos das und fur et y e i der die a an al el".split())
_LEGAL_WORDS = frozenset(
    "co company corp corporation ltd limited inc llc plc jsc ojsc pjsc cjsc gmbh sa ag ooo oao pao zao ao llp spa".split()
)
_SHORTEST, _LONGEST = 3, 8
_MOST_FROM_A_WORD = 3
_VOWELS = frozenset("aeiouy")


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _SKIPPED and not word.startswith(LEGAL) and word.isalpha())


def _without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _LEGAL_WORDS)


@lru_cache(maxsize=16384)
def acronym_of(words: tuple[str, ...]) -> frozenset[str]:
    """The plausible acronyms of a name: the initials of its telling words with and without the legal form, of all its words.

    Three to eight letters; empty for a name of fewer than three words that count. Blends are too many to list: ``explains``
    tells whether one fits. ``words`` as `words` or `canonical` give them.
    """
    plain = tuple(word for word in words if not word.startswith(LEGAL))
    telling = _telling(words)
    found = {
        "".join(word[0] for word in chosen) for chosen in (telling, _without_form(telling), plain, _without_form(plain)) if len(chosen) >= 3
    }
    return frozenset(acronym for acronym in found if _SHORTEST <= len(acronym) <= _LONGEST and acronym.isalpha())


@lru_cache(maxsize=65536)
def explains(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether ``acronym`` is made of ``words``: their initials, or a blend of first syllables in order.

    Strict, so that it is not by accident: initials must use every telling word but at most the legal form; a blend must
    begin with the first word and use at least three words, leave out none but the last ones, and take from a word one letter
    or a first syllable; an acronym of three letters must be the initials.
    """
    if not _SHORTEST <= len(acronym) <= _LONGEST or not acronym.isascii() or not acronym.isalpha() or acronym in words:
        return False
    if acronym in acronym_of(words):
        return True
    telling = _without_form(_telling(words))
    if len(acronym) < 5 or len(telling) < 3:
        return False
    return _blends(acronym, telling, 0)


def _blends(rest: str, words: tuple[str, ...], used: int) -> bool:
    if not rest:
        return used >= 3 and len(words) <= 1
    if not words:
        return False
    return any(rest.startswith(piece) and _blends(rest[len(piece) :], words[1:], used + 1) for piece in _pieces(words[0]))


def _pieces(word: str) -> tuple[str, ...]:
    """What a word may give to a blend: its first letter, or its letters up to and with the first vowel or the consonant after."""
    m = re.match(r"[^aeiouy]{0,2}[aeiouy]", word)
    syllable = m.group() if m else ""
    longer = word[: len(syllable) + 1] if syllable and len(word) > len(syllable) + 1 and word[len(syllable)] not in _VOWELS else ""
    return tuple(dict.fromkeys(piece for piece in (longer, syllable, word[:1]) if piece and len(piece) <= _MOST_FROM_A_WORD))
