"""Text to words: Unicode to plain lower-case Latin letters and digits.

Transliteration is anyascii's but for what ``names.transliteration`` knows better; ``names.korean`` reads Hangul by
syllable beside it. What is not a letter or a digit separates words, with three exceptions that lists use inside words:
apostrophes of every shape (al-Qa'ida), the dots of abbreviations (S.A., d.o.o.), and combining marks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from sanctions.names.transliteration import by_own_rule
from sanctions.patterns import regex

_APOSTROPHES = regex(r"(?<=\w)['’‘`´ʼʻʽʾʿ‛′＇](?=\w)|[ʼʻʽʾʿ]")
_DOTTED = regex(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_SEPARATORS = regex(r"[^a-z0-9]+")
_SHIP = regex(r"\b([mst])\s?/\s?([vtsy])\b")
_LATIN = regex(r"[A-Za-z]")
_LOOK_ALIKES = str.maketrans(
    "АВЕЗКМНОРСТУХІЈЅԚԜаеорсухіјѕԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ",
    "ABE3KMHOPCTYXIJSQWaeopcyxijsqwABEZHIKMNOPTYXaiknoptux",
)
"""Cyrillic and Greek letters that look like Latin ones (Unicode's confusables, those of one letter)."""
_BRACKETS = regex(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")
_INVISIBLE = {"Cc": " ", "Cf": "", "Cs": "", "Co": ""}


def clean(text: str) -> str:
    """The text without control, format and private characters, in NFKC, with single spaces."""
    visible = "".join(_INVISIBLE.get(unicodedata.category(c), c) for c in text)
    return " ".join(unicodedata.normalize("NFKC", visible).split())


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a name in its own order, in [a-z0-9]; empty for a name with no letter or digit.

    A comma is dropped: "KIM, Won Hong" gives kim, won, hong; ``forms`` treats word order.
    """
    plain = clean(text)
    if not plain.isascii():
        plain = anyascii(by_own_rule(_unmasked(plain)))
    plain = _APOSTROPHES.sub("", plain.lower()).replace("&", " and ").replace("+", " and ")
    plain = _SHIP.sub(r"\1\2 ", plain)
    plain = _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m.group()) + " ", plain)
    return tuple(word for word in _SEPARATORS.split(plain) if word)


_INITIALS = regex(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")


def initials_apart(text: str) -> str:
    """The text with a space between initials that are written together: "Putin V.V." reads as "Putin V. V."."""
    return _INITIALS.sub(" ", text)


def _unmasked(text: str) -> str:
    """The text with look-alike letters as the Latin ones they pass for, if a word of it mixes scripts."""
    mixed = any(_LATIN.search(word) and any("\u0370" <= c <= "\u052f" for c in word) for word in text.split())
    return text.translate(_LOOK_ALIKES) if mixed else text


def readings(text: str) -> tuple[str, ...]:
    """The literal text and, where it has brackets, the texts without them and with their contents alone in place.

    "AHMAD (AHMED) SANTOS" reads as AHMAD SANTOS, AHMED SANTOS and as written; every one must be found.
    """
    if not _BRACKETS.search(text):
        return (text,)
    without = " ".join(_BRACKETS.sub(" ", text).split())
    instead = " ".join(_instead(text).split())
    found = [text, without, instead]
    return tuple(dict.fromkeys(reading for reading in found if words(reading)))


def _instead(text: str) -> str:
    """The text with each bracket's content in place of the word before it."""
    return re.sub(r"\S+\s*[(\[（【]([^()\[\]（）【】]*)[)\]）】]", r" \1 ", text)


def _rules(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((regex(pattern), into) for pattern, into in pairs)


_FOLDS = _rules(
    (r"(.)\1+", r"\1"),
    (r"^(?:ts|tz|cz)", "s"),
    (r"^(?:mc|mac)(?=[bcdfgklmnpqrstv])", "mk"),
    (r"sch|shch|sh|tch|ch|zh|dzh|dj|dz|cz|sz|j|z", "s"),
    (r"ph|v|w|b(?=$)", "f"),
    (r"kh|gh|qu|q|ck|x|c|g|k", "k"),
    (r"th|dh|d|t", "t"),
    (r"b|p", "p"),
    (r"(?<=[aeiou])h|h$", ""),
    (r"[eiy]+", "i"),
    (r"[ou]+", "u"),
    (r"(?<!^)a+", "a"),
    (r"(.)\1+", r"\1"),
)
"""Letters that any romanisation or slip of the ear exchanges, brought to one, for finding candidates: coarse on purpose."""

_SOUNDS = _rules(
    (r"(.)\1+", r"\1"),
    (r"shch|sch|sh", "S"),
    (r"tch|ch|cz", "C"),
    (r"dzh|zh|dj|j", "J"),
    (r"ph|v|w", "f"),
    (r"kh|qu|q|ck|c|gh|g", "k"),
    (r"x", "ks"),
    (r"th|dh", "d"),
    (r"d", "t"),
    (r"z", "s"),
    (r"(?<=[aeiou])h|h$", ""),
    (r"ei|ai|ae|ay|ey|ee|ie|iy|yi|[iy]|e", "i"),
    (r"ou|oo|uo|[ou]", "u"),
    (r"(?<!^)a+", "a"),
    (r"(.)\1+", r"\1"),
)
"""Letters that romanisations of Arabic, Persian and Cyrillic exchange, brought to one, for scoring. Our own table,
from pairs of spellings that OFAC publishes for one target (Qadhafi/Gaddafi, Yusuf/Youssef, Mikhail/Mihail)."""


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word's coarse sound class, by which candidates are found. Digits stay as they are."""
    return _apply(_FOLDS, word)


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A word's sound class: equal for spellings that romanisation systems exchange."""
    return _apply(_SOUNDS, word)


_SPELLINGS = _rules((r"ph", "f"), (r"ck", "k"), (r"ks", "x"), (r"ou|oo", "u"), (r"ee|ie", "i"), (r"y", "i"), (r"(.)\1+", r"\1"))
"""Letters that one spelling of a brand exchanges for another with no other sound: far fewer than romanisations do."""


@lru_cache(maxsize=8192)
def spelling(word: str) -> str:
    """A word's narrow sound class, equal for ALPHA and ALFA, SOFT and SOPHT, HTOO and HTU."""
    return _apply(_SPELLINGS, word)


def _apply(rules: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str:
    if not word.isalpha():
        return word
    for pattern, into in rules:
        word = pattern.sub(into, word)
    return word


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of a word's sound class, its first letter kept: mmt for Muhammad and Mohamed."""
    found = sound(word)
    return found[:1] + re.sub(r"[aiuh]", "", found[1:])


@lru_cache(maxsize=8192)
def first_vowel(word: str) -> str:
    """The first vowel class of a word: it tells Hasan from Husayn, whose consonants are the same."""
    found = re.search("[aiu]", sound(word)[1:])
    return found.group() if found else ""
