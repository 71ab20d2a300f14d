"""Khmer script read into Latin letters: ហ៊ុន សែន is Hun Sen.

A vowel sign has two sounds, by the series of its consonant. Letters by the United Nations' system (UNGEGN 1972, BGN/PCGN 1972)
without marks; beside it the spellings that Cambodian names bear, which are French (ea, e, ou).
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctions.names.tables import runs_read
from sanctions.patterns import regex

_FIRST = {
    "ក": "k", "ខ": "kh", "ច": "ch", "ឆ": "chh", "ដ": "d", "ឋ": "th", "ណ": "n", "ត": "t", "ថ": "th", "ប": "b", "ផ": "ph", "ស": "s",
    "ហ": "h", "ឡ": "l", "អ": "", "ឝ": "s", "ឞ": "s",
}  # fmt: skip
_SECOND = {
    "គ": "k", "ឃ": "kh", "ង": "ng", "ជ": "ch", "ឈ": "chh", "ញ": "nh", "ឌ": "d", "ឍ": "th", "ទ": "t", "ធ": "th", "ន": "n", "ព": "p",
    "ភ": "ph", "ម": "m", "យ": "y", "រ": "r", "ល": "l", "វ": "v",
}  # fmt: skip
_VOWELS = {
    # sign: spellings behind a consonant of the first series, and of the second
    "": (("a", "o"), ("o",)), "ា": (("a",), ("ea", "a")), "ិ": (("e", "i"), ("i",)), "ី": (("i", "ei"), ("i",)),
    "ឹ": (("oe", "e"), ("ue", "oe")), "ឺ": (("eu",), ("eu",)), "ុ": (("o",), ("u",)), "ូ": (("ou", "o"), ("ou", "u")),
    "ួ": (("uo",), ("uo",)), "ើ": (("aeu", "eu"), ("eu",)), "ឿ": (("oea",), ("oea", "eua")),
    "ៀ": (("ie", "ea"), ("ie", "ea")), "េ": (("e",), ("e",)), "ែ": (("e", "ae"), ("e", "ae")),
    "ៃ": (("ai", "ay"), ("ey", "ai")), "ោ": (("ao", "o"), ("o",)), "ៅ": (("au",), ("ov", "ou")), "ុំ": (("om",), ("um",)),
    "ំ": (("am",), ("um",)), "ាំ": (("am",), ("oam", "am")), "ះ": (("ah",), ("eah",)), "ុះ": (("oh",), ("uh",)),
    "េះ": (("eh",), ("eh",)), "ោះ": (("aoh",), ("oh",)),
}  # fmt: skip
_INDEPENDENT = {
    "ឥ": "e", "ឦ": "ei", "ឧ": "u", "ឩ": "ou", "ឪ": "au", "ឫ": "rue", "ឬ": "rue", "ឭ": "lue", "ឮ": "lue", "ឯ": "e", "ឰ": "ai", "ឱ": "ao",
    "ឲ": "ao", "ឳ": "au",
}  # fmt: skip
_UNIT = regex("(?P<own>[ឣ-ឳ])|(?P<letter>[ក-អ])(?P<under>(?:្[ក-អ])*)(?P<shift>[៉៊]?)(?P<vowel>[ា-ៈ]*)(?P<mute>[់៌៍៏័]*)")
_SILENT = regex("[ក-អ](?:្[ក-អ])*[ិុ]?៍")
_RUN = regex("[\u1780-\u17d3\u17dd]+")
_MOST_READINGS = 6


@lru_cache(maxsize=8192)
def khmer_readings(text: str) -> tuple[str, ...]:
    """The text with its words in Khmer script in Latin letters, the likeliest first, at most six; the text itself where it has none."""
    return runs_read(text, _RUN, lambda word: _units(word) or [(word,)], _MOST_READINGS)


def _units(word: str) -> list[tuple[str, ...]]:
    """The spellings of a word's letters, each with what is written under, over and beside it."""
    found: list[tuple[str, ...]] = []
    closed = True
    for m in _UNIT.finditer(_SILENT.sub("", word)):
        if m["own"]:
            found.append((_INDEPENDENT.get(m["own"], "a"),))
            closed = False
        elif not m["vowel"] and not m["under"] and not closed:  # the consonant that ends a syllable
            found.append((_consonant(m),))
            closed = True
        else:
            found.append(tuple(_consonant(m) + vowel for vowel in _vowels(m)))
            closed = found[-1][0].endswith("m") and bool(m["vowel"])
    return found


def _consonant(m: re.Match[str]) -> str:
    """A consonant and those under it; b with the sign of the first series is p."""
    letters = _FIRST | _SECOND
    own = "p" if m["letter"] == "ប" and (m["shift"] == "៉" or "្" in m["under"]) else letters[m["letter"]]
    return own + "".join(letters[letter] for letter in m["under"] if letter in letters)


def _vowels(m: re.Match[str]) -> tuple[str, ...]:
    """By the series of the last consonant that has one of its own: a stop or s, else that of the first."""
    strong = [letter for letter in m["letter"] + m["under"] if letter in _FIRST or letter in "គឃជឈឌឍទធពភ"]
    second = m["shift"] == "៊" or (m["shift"] != "៉" and (strong or [m["letter"]])[-1] in _SECOND)
    return _VOWELS.get(m["vowel"], _VOWELS[""])[second]
