"""Names of ships and tail numbers of aircraft.

A ship's name is not translated and has no legal form: SOUTH STAR and SOUTHERN STAR are two ships. What stands before it (M/V, "motor
tanker") and how its number is written (II, 2, "two") say nothing. A tail number (UR-CKJ) is an identifier written in two parts.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.names.numerals import numbers_to_digits
from sanctions.names.organisations import last_numeral
from sanctions.patterns import regex

_PREFIXES = (
    "motor vessel|motor tanker|motor ship|motor yacht|motor launch|steam ship|steamship|fishing vessel|fishing boat|cargo ship|"
    "cargo vessel|oil tanker|tanker|vessel|the vessel|teplokhod|mv|mt|mts|mvs|ms|ss|fv|rv|lng|lpg|m v|m t|s s|f v"
)
_TAIL_NUMBER = regex(r"(?:[a-z]{1,2}|[a-z]\d|\d[a-z])-?[a-z0-9]{2,5}|n\d{1,5}[a-z]{0,2}")
_LONGEST_FIRST = tuple(sorted((tuple(prefix.split()) for prefix in _PREFIXES.split("|")), key=lambda prefix: (-len(prefix), prefix)))


@lru_cache(maxsize=8192)
def ship_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """A ship's words without what stands before a name, numbers in digits: ("mv", "sparta", "ii") → ("sparta", "2").

    ``words`` as `names.text.words` gives them. A name that is nothing but a prefix stays as it is.
    """
    prefix = next((prefix for prefix in _LONGEST_FIRST if words[: len(prefix)] == prefix and len(words) > len(prefix)), ())
    return last_numeral(numbers_to_digits(words[len(prefix) :]))


@lru_cache(maxsize=8192)
def aircraft_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """An aircraft's words, a tail number in one: ("ur", "ckj") → ("urckj",)."""
    joined = "".join(words)
    return (joined,) if len(words) <= 2 and _TAIL_NUMBER.fullmatch("-".join(words)) else numbers_to_digits(words)
