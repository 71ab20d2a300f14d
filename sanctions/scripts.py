"""Which script a text is written in, by the names that Unicode gives its letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SCRIPTS = {
    # first word of a letter's Unicode name -> ISO 15924 code
    "LATIN": "Latn",
    "FULLWIDTH": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "HANGUL": "Hang",
    "CJK": "Hani",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "TIBETAN": "Tibt",
    "ETHIOPIC": "Ethi",
    "MONGOLIAN": "Mong",
    "SYRIAC": "Syrc",
    "THAANA": "Thaa",
    "TIFINAGH": "Tfng",
}


def script_of(text: str) -> str:
    """The ISO 15924 code of the script of ``text``; "" if its letters are of several scripts, or it has none.

    Hangul with Chinese characters is Korean ("Kore"); kana, alone or with Chinese characters, is Japanese ("Jpan").
    """
    if text.isascii():
        return "Latn" if any(c.isalpha() for c in text) else ""
    found = {script for c in text if c.isalpha() and (script := _script(c))}
    if found == {"Hang", "Hani"}:
        return "Kore"
    if found & {"Hira", "Kana"} and found <= {"Hira", "Kana", "Hani"}:
        return "Jpan"
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=4096)
def _script(letter: str) -> str | None:
    """The script of one letter; None for a modifier that belongs to any (an Arabic or Latin apostrophe)."""
    if unicodedata.category(letter) == "Lm":
        return None
    first = unicodedata.name(letter, "").partition(" ")[0]
    return _SCRIPTS.get(first, "Zzzz" if first else None)
