"""An acronym against the name it is made of: KOMID and Korea Mining Development, IRISL and Islamic Republic of Iran Shipping Lines.

How organisations shorten their names, seen on OFAC's, the UN's and the UK's entries that give both: the first letters
of all telling words, or of all words; and blends, where a word gives its first syllable (KOrea MIning Development).
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctions.names.vocabulary import LEGAL
from sanctions.patterns import regex

_SKIPPED = frozenset("of the and for in on to at de del la le les des du da do dos das und fur et y e i der die a an al el".split())
_ARTICLES = frozenset(("al", "el"))
"""Arabic names' acronyms often keep the article: Al-Qaida in the Islamic Maghreb is AQIM."""

_LEGAL_WORDS = frozenset(
    "co company corp corporation ltd limited inc llc plc jsc ojsc pjsc cjsc gmbh sa ag ooo oao pao zao ao llp spa".split()
)
_SHORTEST, _LONGEST = 3, 8
_SYLLABLES = 2
"""The first words of a blend each give a syllable: single letters make words by chance (AL-M-RE-P)."""

_MOST_WORDS = 5
"""Names of more words are shortened to initials, not to blends."""

_LONG = 5
"""Letters from which an acronym may leave out a word and give a legal form in full: PDVSA, CEIEC."""

_LEFT_OUT = frozenset("national general state federal republic international company group".split())
"""Words that a long acronym may have no letter for: CEIEC is China National Electronics Import and Export Corporation."""


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _SKIPPED and not word.startswith(LEGAL) and word.isalpha())


def _without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _LEGAL_WORDS)


@lru_cache(maxsize=8192)
def acronym_of(words: tuple[str, ...]) -> frozenset[str]:
    """The plausible acronyms of a name: the initials of its telling words with and without the legal form, of all its words,
    and with an Arabic article.

    Three to eight letters; empty for a name of fewer than three words that count. Blends are too many to list: ``explains``
    tells whether one fits. ``words`` as `words` or `canonical` give them.
    """
    every = formless = telling = telling_formless = articles = ""
    for word in words:
        if word.startswith(LEGAL):
            continue
        first, form = word[0], word in _LEGAL_WORDS
        every += first
        formless += "" if form else first
        if word not in _SKIPPED:
            articles += first
            if word.isalpha():
                telling += first
                telling_formless += "" if form else first
        elif word in _ARTICLES:
            articles += first
    found = {every, formless, telling, telling_formless, articles}
    return frozenset([acronym for acronym in found if _SHORTEST <= len(acronym) <= _LONGEST and acronym.isalpha()])


@lru_cache(maxsize=8192)
def long_initials(words: tuple[str, ...]) -> frozenset[str]:
    """The initials of a name in five to eight letters, where joining words give theirs or none (Ministry of Defense and Armed
    Forces Logistics: MODAFL), a legal form none, its first or itself (PDVSA), and some common words none. ``words`` as `words` gives
    them; empty for a name of fewer than three words that count."""
    if len(_telling(words)) < _SHORTEST:
        return frozenset()
    found = {""}
    for place, word in enumerate(words):
        found = {start + letters for start in found for letters in _letters_of(word, place) if len(start) + len(letters) <= _LONGEST}
    return frozenset(acronym for acronym in found if len(acronym) >= _LONG and acronym.isalpha() and acronym not in words)


def _letters_of(word: str, place: int) -> tuple[str, ...]:
    if word in _LEGAL_WORDS:
        return tuple(dict.fromkeys(("", word[0], word)))
    return ("", word[0]) if word in _SKIPPED or (place and word in _LEFT_OUT) else (word[0],)


@lru_cache(maxsize=8192)
def acronyms_of(words: tuple[str, ...]) -> frozenset[str]:
    """Every acronym that ``explains`` would accept for the name, initials and blends."""
    telling = _without_form(_telling(words))
    blends = {blend for blend in _all_blends(telling) if 5 <= len(blend) <= _LONGEST} if 3 <= len(telling) <= _MOST_WORDS else set()
    return frozenset(acronym for acronym in acronym_of(words) | blends if acronym not in words)


def _all_blends(words: tuple[str, ...]) -> set[str]:
    """Pieces of all words, and of all but the last, joined in order, while they are short enough; see ``_pieces``."""
    found = {""}
    shorter: set[str] = set()
    for place, word in enumerate(words):
        if place == len(words) - 1 and place >= 3:
            shorter = found
        found = {start + piece for start in found for piece in _pieces(word, place) if len(start) + len(piece) <= _LONGEST}
    return found | shorter


def initials_alone(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym is the initials of all telling words and of nothing else: no joining word, no legal form, no short word."""
    found = _without_form(_telling(words)), tuple(word for word in words if word in _ARTICLES or word not in _SKIPPED)
    spelt = ("".join(word[0] for word in some) for some in found if all(len(word) >= _LEAST_TELLING or word in _ARTICLES for word in some))
    return acronym in spelt


_LEAST_TELLING = 3
_PARTS = 2

_INITIALS = range(3, 7)
"""Words that stand as their initials within a longer name (Real IRA): fewer fit by chance, and more are shortened to another name."""


@lru_cache(maxsize=8192)
def with_initials(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The name, its words sorted, with each run of three to six of them as its initials: "Real Irish Republican Army" is real, ira.

    Joining words and legal forms aside, of which a name is told by none; empty where nothing would be left beside the initials.
    """
    telling = _told(words)
    found: set[tuple[str, ...]] = set()
    for size in _INITIALS:
        for start in range(len(telling) - size + 1 if size < len(telling) else 0):
            run, rest = telling[start : start + size], telling[:start] + telling[start + size :]
            initials = "".join(word[0] for word in run)
            if initials.isalpha() and initials not in telling and all(len(word) >= _LEAST_TELLING for word in run):
                found.add(tuple(sorted((*rest, initials))))
    return frozenset(found)


@lru_cache(maxsize=8192)
def holding_initials(words: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The name as ``with_initials`` would give it, where one of its words can be initials; else empty. ``text`` is the name as
    written: a word with a capital and small letters ("Ares Management") is none."""
    telling = _told(words)
    capitalised = {word.lower() for word in _CAPITALISED.findall(text)}
    some = (word for word in telling if len(word) in _INITIALS and word.isalpha() and word not in capitalised)
    return tuple(sorted(telling)) if len(telling) > 1 and any(some) else ()


_CAPITALISED = regex(r"\b[A-Z][a-z]+\b")


def _told(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _SKIPPED and word not in _LEGAL_WORDS and not word.startswith(LEGAL))


def as_acronym(words: tuple[str, ...]) -> str:
    """The word that a name is but for its legal form, if it can be an acronym: three to eight letters, or five to eight in two parts
    (PFLP-GC); else ""."""
    telling = _without_form(tuple(word for word in words if not word.startswith(LEGAL)))
    parted = len(telling) == _PARTS and len("".join(telling)) >= _LONG
    short = "".join(telling) if len(telling) == 1 or parted else ""
    return short if _SHORTEST <= len(short) <= _LONGEST and short.isascii() and short.isalpha() else ""


@lru_cache(maxsize=8192)
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
    if len(acronym) < 5 or not 3 <= len(telling) <= _MOST_WORDS:
        return False
    return _blends(acronym, telling, 0)


def _blends(rest: str, words: tuple[str, ...], used: int) -> bool:
    if not rest:
        return used >= 3 and len(words) <= 1
    if not words:
        return False
    return any(rest.startswith(piece) and _blends(rest[len(piece) :], words[1:], used + 1) for piece in _pieces(words[0], used))


@lru_cache(maxsize=8192)
def _pieces(word: str, place: int) -> tuple[str, ...]:
    """What a word gives to a blend: its letters up to and with the first vowel (KO-MI-); from the third word on its first letter, too."""
    found = re.match(r"[^aeiouy]{0,2}[aeiouy]", word)
    syllable = (found.group(),) if found and (place >= _SYLLABLES or len(found.group()) > 1) else ()
    return tuple(dict.fromkeys((*syllable, word[:1]))) if place >= _SYLLABLES else syllable
