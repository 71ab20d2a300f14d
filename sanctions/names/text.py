"""Text to words: Unicode to plain lower-case Latin letters and digits.

Transliteration is anyascii's but for what ``names.transliteration`` knows better; ``names.korean`` reads Hangul by
syllable beside it. What is not a letter or a digit separates words, with three exceptions that lists use inside words:
apostrophes of every shape (al-Qa'ida), the dots of abbreviations (S.A., d.o.o.), and combining marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from string import ascii_letters

from sanctions.names.transliteration import by_own_rule
from sanctions.patterns import regex

_APOSTROPHE = regex(r"(?<=\w)['`](?=\w)")
"""What anyascii makes of apostrophes of every shape."""
_DOTTED = regex(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_WORDS = regex("[a-z0-9]+")
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
    if not text.isprintable():
        text = "".join(_INVISIBLE.get(unicodedata.category(c), c) for c in text)
    return " ".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a name in its own order, in [a-z0-9]; empty for a name with no letter or digit.

    A comma is dropped: "KIM, Won Hong" gives kim, won, hong; ``forms`` treats word order.
    """
    plain = clean(text)
    if not plain.isascii():
        from anyascii import anyascii  # and all that unpacks its tables: most names are Latin

        plain = anyascii(by_own_rule(_unmasked(plain)))
    plain = plain.lower()
    if "'" in plain or "`" in plain:
        plain = _APOSTROPHE.sub("", plain)
    plain = plain.replace("&", " and ").replace("+", " and ")
    if "/" in plain:
        plain = _SHIP.sub(r"\1\2 ", plain)
    if "." in plain:
        plain = _DOTTED.sub(_undotted, plain)
    return tuple(_WORDS.findall(plain))


def _undotted(found: re.Match[str]) -> str:
    return found.group().replace(".", "") + " "


_INITIALS = regex(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")


def initials_apart(text: str) -> str:
    """The text with a space between initials that are written together: "Putin V.V." reads as "Putin V. V."."""
    return _INITIALS.sub(" ", text) if "." in text else text


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


_DOUBLED = regex(r"(.)\1")


def undoubled(word: str) -> str:
    """The word with every run of one letter as that letter."""
    if not _DOUBLED.search(word):
        return word
    found = last = ""
    for letter in word:
        if letter != last:
            found += letter
            last = letter
    return found


_HEARD_TOGETHER = {
    "shch": "S", "sch": "S", "sh": "S", "tch": "C", "ch": "C", "cz": "C", "dzh": "J", "zh": "J", "dj": "J", "ph": "f",
    "kh": "k", "qu": "k", "ck": "k", "gh": "k", "th": "t", "dh": "t",
}  # fmt: skip
_HEARD = {"j": "J", "v": "f", "w": "f", "q": "k", "c": "k", "g": "k", "x": "ks", "d": "t", "z": "s", "e": "i", "y": "i", "o": "u"}
"""Letters that romanisations of Arabic, Persian and Cyrillic exchange, brought to one, for scoring; of letters that are one sound
together the longest first. Our own table, from pairs of spellings that OFAC publishes for one target (Qadhafi/Gaddafi,
Yusuf/Youssef, Mikhail/Mihail)."""

_FOLDED_TOGETHER = {
    "shch": "s", "sch": "s", "sh": "s", "tch": "s", "ch": "s", "dzh": "s", "zh": "s", "dj": "s", "dz": "s", "cz": "s", "sz": "s", "ph": "f",
    "kh": "k", "gh": "k", "qu": "k", "ck": "k", "th": "t", "dh": "t",
}  # fmt: skip
_FOLDED = {
    "j": "s", "z": "s", "v": "f", "w": "f", "q": "k", "x": "k", "c": "k", "g": "k", "d": "t", "b": "p", "e": "i", "y": "i", "o": "u",
}  # fmt: skip
"""Letters that any romanisation or slip of the ear exchanges, brought to one, for finding candidates: coarse on purpose."""


def _together(table: Mapping[str, str]) -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    """What finds the letters of a table, the longest first, and what they are written as."""
    return regex("|".join(sorted(table, key=len, reverse=True))), lambda found: table[found.group()]


def _single(table: Mapping[str, str]) -> dict[int, str]:
    """A table for ``str.translate`` that has every letter, which is twice as fast as one with those alone that change."""
    return {ord(letter): table.get(letter, letter) for letter in ascii_letters}


_HEARD_JOINED, _AS_HEARD = _together(_HEARD_TOGETHER)
_FOLDED_JOINED, _AS_FOLDED = _together(_FOLDED_TOGETHER)
_HEARD_SINGLE, _FOLDED_SINGLE = _single(_HEARD), _single(_FOLDED)
_SILENT = regex("(?<=[aeiou])h|h$")
_OPEN = regex("a[eiy]")
_SIBILANT = regex("^(?:ts|tz|cz)")
_MAC = regex("^(?:mc|mac)(?=[bcdfgklmnpqrstv])")


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word's coarse sound class, by which candidates are found. Digits stay as they are."""
    if not word.isalpha():
        return word
    word = _MAC.sub("mk", _SIBILANT.sub("s", undoubled(word)))
    word = _FOLDED_JOINED.sub(_AS_FOLDED, word)
    if word[-1] == "b":
        word = word[:-1] + "f"
    return undoubled(_SILENT.sub("", word).translate(_FOLDED_SINGLE))


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A word's sound class: equal for spellings that romanisation systems exchange."""
    return sound_class(word)


def sound_class(word: str) -> str:
    """The same, of a word that will hardly be asked for again, and need not be remembered."""
    if not word.isalpha():
        return word
    word = _HEARD_JOINED.sub(_AS_HEARD, undoubled(word))
    if "h" in word:
        word = _SILENT.sub("", word)
    if "a" in word:
        word = _OPEN.sub("i", word)
    return undoubled(word.translate(_HEARD_SINGLE))


_SPELLINGS = (("ph", "f"), ("ck", "k"), ("ks", "x"), ("oo", "u"), ("ou", "u"), ("ie", "i"), ("ee", "i"), ("y", "i"))
"""Letters that one spelling of a brand exchanges for another with no other sound: far fewer than romanisations do."""


@lru_cache(maxsize=8192)
def spelling(word: str) -> str:
    """A word's narrow sound class, equal for ALPHA and ALFA, SOFT and SOPHT, HTOO and HTU."""
    if not word.isalpha():
        return word
    for letters, instead in _SPELLINGS:
        word = word.replace(letters, instead)
    return undoubled(word)


_BARE = regex("[aiuh]")
_VOWEL = regex("[aiu]")


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of a word's sound class, its first letter kept: mmt for Muhammad and Mohamed."""
    found = sound(word)
    return found[:1] + _BARE.sub("", found[1:])


@lru_cache(maxsize=8192)
def first_vowel(word: str) -> str:
    """The first vowel class of a word: it tells Hasan from Husayn, whose consonants are the same."""
    found = _VOWEL.search(sound(word), 1)
    return found.group() if found else ""
