"""The words of organisations' names brought to one form: legal forms, abbreviations, numbers, countries' full names
(``names.phrases``), their misspellings mended (``names.mending``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sanctions.names.legal_forms import ANYWHERE, AT_BEGINNING
from sanctions.names.mending import mended, rejoined
from sanctions.names.numerals import numbers_to_digits
from sanctions.names.phrases import LEGAL_PHRASES, PHRASES
from sanctions.names.tables import longest_from
from sanctions.names.vocabulary import LEGAL
from sanctions.patterns import regex

_LONGEST_FROM = longest_from(PHRASES)

_SEAT_CODE = regex(r"(?i:(?<=\bco)|(?<=\bltd)|(?<=\bltd\.)|(?<=\binc)|(?<=\bcorp)|(?<=\bsa)|(?<=\blimited))-[A-Z]{3}$")
_GLUED_DOTS = regex(r"(?<=[^\W\d_]{3})((?:[^\W\d_]\.){2,})(?=[\s,;)]|$)")


def unglued(text: str) -> str:
    """The text with a dotted abbreviation cut from the word it is glued to: "ARIZONAS.A." is "ARIZONA S.A."; without the code
    of a country that the IMO's register hangs on a legal form ("SHIPPING CO-HKG")."""
    text = _SEAT_CODE.sub("", text) if "-" in text else text
    return _GLUED_DOTS.sub(r" \1", text) if "." in text else text


@lru_cache(maxsize=8192)
def canonical(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with every phrase that is a legal form replaced by its class ("=ltd"), every other phrase by the
    word that stands for it ("intl" by "international"), and numbers in digits ("two", "II" and "2nd" are 2); the longest
    phrase first.

    Words of these phrases that are misspelt by one letter, run together with a neighbour or cut in two are mended
    first. Whole names that are nothing but legal forms are left as they are.
    """
    return _with(_unassimilated(words), PHRASES)


def _unassimilated(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with an Arabic article as it is written, whatever sound it takes before the next ("ar Rahma", "ud Dawa": al)."""
    if _ASSIMILATED.isdisjoint(words):
        return words
    pairs = zip(words, (*words[1:], ""), strict=True)
    return tuple("al" if word in _ASSIMILATED and (word[1:] == "l" or after.startswith(word[1:])) else word for word, after in pairs)


_ASSIMILATED = frozenset("ar as ash at ad an az ath adh ud ur us ush ut un uz ul el il".split())


@lru_cache(maxsize=8192)
def literal(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with their legal forms and numbers in one form, and all others as they are written, so that a misspelt common
    word ("Qroperty") is compared with the word that it is."""
    return _with(words, LEGAL_PHRASES)


def _with(words: tuple[str, ...], phrases: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    if not words:
        return words
    found = _scattered(_replaced(_whole(words), phrases))
    if found[0].startswith(LEGAL) and all(word.startswith(LEGAL) for word in found):
        return words
    return last_numeral(numbers_to_digits(tuple(found)))


@lru_cache(maxsize=256)
def _whole(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words mended: most names are asked for in both forms, one after the other."""
    return tuple([part for word in rejoined(words) for part in mended(word)])


def _replaced(words: tuple[str, ...], phrases: Mapping[tuple[str, ...], str]) -> list[str]:
    found: list[str] = []
    position, number = 0, len(words)
    while position < number:
        for length in range(min(_LONGEST_FROM.get(words[position], 0), number - position), 0, -1):
            instead = phrases.get(words[position : position + length])
            if instead and (length > 1 or not instead.startswith(LEGAL) or _stands_free(words, position)):
                if not (instead.startswith(LEGAL) and instead in found):
                    found.append(instead)
                position += length
                if instead == _NAMED_AFTER and (length > 1 or words[position - 1] in _NAMED):
                    position = _behind_initials(words, position)
                break
        else:
            found.append(words[position])
            position += 1
    return found


_NAMED_AFTER = "of"
_NAMED = frozenset(("im", "imeni"))


def _behind_initials(words: tuple[str, ...], position: int) -> int:
    """The place behind the initials of him whom a body is named after ("named after A.I. Zarnitsyn"): they come and go."""
    while position < len(words) - 1 and len(words[position]) <= _MOST_INITIALS:
        position += 1
    return position


_MOST_INITIALS = 2


def _scattered(words: list[str]) -> list[str]:
    """A joint stock company or one of limited liability whose words stand apart or out of order, as its form."""
    together = " ".join(words)
    for stems, least, form in _SCATTERED:
        for stem in stems:
            if stem in together:
                break
        else:
            continue
        parts = [word for word in words if word.startswith(stems)]
        if len({word[:5] for word in parts}) >= least and len(parts) < len(words):
            words = [word for word in words if word not in parts and word != "s"] + [form] * (form not in words)
    return words


_SCATTERED = (
    (("joint", "stock"), 2, "=jsc"),
    (("liability",), 1, "=ltd"),
    (("obshchestv", "obschestv", "obshcestv", "ogranichenn", "otvetstvenn"), 2, "=ltd"),
)


def last_numeral(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with a last I, V or X as a number: MARIE DE LOURDES V is the fifth."""
    if _NUMERALS.keys().isdisjoint(words):
        return words
    last = next((place for place in range(len(words) - 1, 0, -1) if not words[place].startswith(LEGAL)), 0)
    if last and words[last] in _NUMERALS and not words[last - 1].startswith(LEGAL) and len(words[last - 1]) > 1:
        return (*words[:last], _NUMERALS[words[last]], *words[last + 1 :])
    return words


_NUMERALS = {"i": "1", "v": "5", "x": "10"}


def _stands_free(words: tuple[str, ...], position: int) -> bool:
    """A short word in the middle of a name is more often a word (AS, AT, SA) than a legal form."""
    word = words[position]
    if len(word) > 3 or word in ANYWHERE:
        return True
    return position == len(words) - 1 or _only_forms(words[position + 1 :]) or (position == 0 and word in AT_BEGINNING)


def _only_forms(words: tuple[str, ...]) -> bool:
    """Whether nothing follows a form but more forms, or one word that is added to names ("ARIZONA S.A. INTERNATIONAL")."""
    if len(words) == 1 and PHRASES.get(words, words[0]) in _ADDED:
        return True
    return len(words) <= 2 and all((word,) in LEGAL_PHRASES for word in words)


_ADDED = frozenset("international holding group service services trading global general enterprise enterprises overseas offshore".split())
