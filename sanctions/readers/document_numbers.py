"""Numbers of documents and registrations where a publisher puts words before them ("CAR diplomatic passport no. D00000898")."""

from __future__ import annotations

import re

from sanctions.countries import country_code

_AFTER_WORDS = re.compile(r"(?P<words>.*\b(?:no|nos|number|num|nr)\b\.?|.*№|.*\bN°)\s*:?\s*(?P<number>\S*\d\S*)", re.I | re.S)
_AFTER_COUNTRY = re.compile(r"(?P<words>[A-Z][A-Za-z' ()-]+?)\s+(?P<number>\S*\d\S*)")


def split_number(text: str) -> tuple[str, str]:
    """The number and the words before it ("" if there are none, or if they are neither "no." and its like nor a country)."""
    if found := _AFTER_WORDS.fullmatch(text):
        return found["number"], found["words"].strip()
    found = _AFTER_COUNTRY.fullmatch(text)
    if found and len(found["words"]) > 2 and country_code(found["words"]):
        return found["number"], found["words"]
    return text, ""


def country_in(words: str) -> str | None:
    """The country with which the words begin, if they do ("Central African Republic number"). Codes of two letters are not taken for one."""
    parts = words.split()
    for length in range(min(4, len(parts)), 0, -1):
        start = " ".join(parts[:length])
        if len(start) > 2 and (code := country_code(start)):
            return code
    return None
