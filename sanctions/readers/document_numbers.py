"""Numbers of documents and registrations where a publisher puts words before them ("CAR diplomatic passport no. D00000898")."""

from __future__ import annotations

import re

from sanctions.countries import country_code
from sanctions.patterns import regex

_NUMBER = r"(?P<number>(?-i:[A-Z]{1,3} )?\S*\d\S*)(?P<more>\s+\([^()]*\))?"
_AFTER_WORDS = regex(rf"(?P<words>.*\b(?:no|nos|number|num|nr|passport)\b\.?|.*№|.*\bN°)\s*:?\s*{_NUMBER}", re.I | re.S)
_AFTER_COUNTRY = regex(rf"(?P<words>[A-Z][A-Za-z' ()-]+?)\s+{_NUMBER}")
_ALONE = regex(rf"(?P<words>){_NUMBER}")


def split_number(text: str) -> tuple[str, str]:
    """The number, and the words before it and in brackets after it ("" if there are none).

    Words before a number are parted from it where they end in "no." or its like, or are a country.
    """
    found = _AFTER_WORDS.fullmatch(text) or _ALONE.fullmatch(text)
    if found is None:
        found = _AFTER_COUNTRY.fullmatch(text)
        if found is None or len(found["words"]) < 3 or not country_code(found["words"]):
            return text, ""
    return found["number"], " ".join(filter(None, (found["words"].strip(), (found["more"] or "").strip())))


def country_in(words: str) -> str | None:
    """The country with which the words begin ("Central African Republic number"), or None. A code of two letters is not taken for one."""
    parts = words.split()
    for length in range(min(4, len(parts)), 0, -1):
        start = " ".join(parts[:length])
        if len(start) > 2 and (code := country_code(start)):
            return code
    return None
