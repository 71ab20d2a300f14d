"""The scripts of India, Nepal, Bangladesh and Sri Lanka read into Latin letters: नरेन्द्र मोदी is Narendra Modi.

Letters by ISO 15919:2001 without its marks (sh for ś and ṣ, ch for c, chh for ch), whose ten scripts Unicode lays out alike, so
that one table serves them all; Sinhala has its own. Beyond ISO 15919, as names are spelt abroad: the a that Hindi, Marathi,
Punjabi, Gujarati and Bengali write and do not speak (Ohala, Aspects of Hindi Phonology, 1983) is left out, nasals before lips
are m, and Tamil stops are voiced between vowels and after nasals (Keane, Journal of the IPA 34, 2004).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from sanctions.names.tables import runs_read
from sanctions.patterns import regex

_VOWELS = {
    # the sign's place in a block: its vowel
    0x05: "a", 0x06: "a", 0x07: "i", 0x08: "i", 0x09: "u", 0x0A: "u", 0x0B: "ri", 0x0C: "l", 0x0D: "e", 0x0E: "e", 0x0F: "e", 0x10: "ai",
    0x11: "o", 0x12: "o", 0x13: "o", 0x14: "au",
}  # fmt: skip
_SIGNS = {
    0x3E: "a", 0x3F: "i", 0x40: "i", 0x41: "u", 0x42: "u", 0x43: "ri", 0x44: "ri", 0x45: "e", 0x46: "e", 0x47: "e", 0x48: "ai", 0x49: "o",
    0x4A: "o", 0x4B: "o", 0x4C: "au", 0x56: "ai", 0x57: "au",
}  # fmt: skip
_CONSONANTS = dict(
    enumerate("k kh g gh ng ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h".split(), start=0x15)
)
_WITH_DOT = {"k": "q", "j": "z", "d": "r", "dh": "rh", "ph": "f", "s": "sh", "jh": "zh", "b": "v"}
_NASAL_SIGNS = frozenset({0x01, 0x02, 0x70})
_BREATH, _DOT, _MUTE, _DOUBLED = 0x03, 0x3C, 0x4D, 0x71

_SINHALA_VOWELS = dict(enumerate("a a ae ae i i u u ru ru l l e e ai o o au".split(), start=0x05))
_SINHALA_SIGNS = {
    0x4F: "a", 0x50: "ae", 0x51: "ae", 0x52: "i", 0x53: "i", 0x54: "u", 0x56: "u", 0x58: "ru", 0x59: "e", 0x5A: "e", 0x5B: "ai", 0x5C: "o",
    0x5D: "o", 0x5E: "au", 0x72: "ru",
}  # fmt: skip
_SINHALA_CONSONANTS = dict(
    enumerate(
        "k kh g gh ng ng ch chh j jh ny gn nj t th d dh n nd th th d dh n - nd p ph b bh m mb y r - l - - w sh sh s h l f".split(),
        start=0x1A,
    )
)
_SINHALA_MUTE = 0x4A

_GURMUKHI, _TAMIL, _SINHALA = 0x0A00, 0x0B80, 0x0D80
_SILENT_A = frozenset({0x0900, 0x0980, _GURMUKHI, 0x0A80})
"""Scripts of tongues that leave out an a at the end: Devanagari, Bengali, Gurmukhi, Gujarati."""
_ODD = {
    "ৎ": "ত্", "ৰ": "র", "ৱ": "ভ", "ੲ": "", "ੳ": "", "ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്",
    "\u200c": "", "\u200d": "",
}  # fmt: skip
_RUN = regex("[\u0900-\u0963\u0966-\u0dff\u200c\u200d]+")
_RAO = regex("avu$")
_YU = regex("^iu")
_PARTED_INSIDE = regex("ppir(?=[aeiou])")
_PARTED = regex("^([pkt])i(r)(?=[aeiou])")
_MOST_READINGS = 6
_LIPS = frozenset("pbm")
_NASALS = frozenset({"n", "m", "ng", "ny"})
_TAMIL_VOICED = {"t": "d", "p": "b"}


class Sound(msgspec.Struct):
    """What one letter and its signs stand for. ``unsaid``: the vowel is the a that is not written."""

    consonant: str = ""
    vowel: str = ""
    unsaid: bool = False


@lru_cache(maxsize=8192)
def indic_readings(text: str) -> tuple[str, ...]:
    """The text with its words in these scripts in Latin letters, the likeliest first, at most six; the text itself where it has
    none."""
    return runs_read(text, _RUN, lambda word: [_spellings(word)], _MOST_READINGS)


def _spellings(word: str) -> tuple[str, ...]:
    """A word's spellings, the likeliest first; as it stands where nothing of it is known."""
    block = ord(word[0]) & ~0x7F
    sounds = _sounds("".join(_ODD.get(letter, letter) for letter in word), block)
    if block == _TAMIL:
        found = _tamil(sounds)
    elif block in _SILENT_A:
        found = [_joined(_shortened(sounds, backwards=backwards)) for backwards in (False, True)]
        found.append(_joined(_shortened(sounds, medial=False)))
        found += [one.replace("j", "z") for one in found[:1]]  # the dot that tells z from j is often left out
    else:
        found = [_RAO.sub("ao", _joined(sounds))]
        found += [one[:-1] for one in found if one.endswith("a")]
    return tuple(filter(None, dict.fromkeys(_YU.sub("yu", one) for one in found))) or (word,)


def _sounds(word: str, block: int) -> list[Sound]:
    """The letters of a word with their vowels, in order."""
    sinhala = block == _SINHALA
    vowels, signs, consonants = (_SINHALA_VOWELS, _SINHALA_SIGNS, _SINHALA_CONSONANTS) if sinhala else (_VOWELS, _SIGNS, _CONSONANTS)
    mute = _SINHALA_MUTE if sinhala else _MUTE
    found: list[Sound] = []
    doubled = False
    for letter in word:
        place = ord(letter) & 0x7F
        last = found[-1] if found else None
        if place in consonants:
            consonant = consonants[place]
            found.append(Sound(consonant[0] + consonant if doubled else consonant, "a", True))
            doubled = False
        elif place in vowels:
            found.append(Sound("", vowels[place]))
        elif place in _NASAL_SIGNS:
            found.append(Sound("n"))
        elif place == _DOUBLED and block == _GURMUKHI:
            doubled = True
        elif last and place == mute:
            last.vowel, last.unsaid = "", False
        elif last and place in signs:
            last.vowel, last.unsaid = signs[place], False
        elif last and place == _DOT and not sinhala:
            last.consonant = _WITH_DOT.get(last.consonant, last.consonant)
    return _nasals(found, singh=sinhala or block in _SILENT_A)


def _nasals(sounds: list[Sound], *, singh: bool) -> list[Sound]:
    """Nasal signs as the letter that follows wants them: Ambani, Singh; not ng in the south (Narasimha)."""
    for sound, after in pairwise(sounds):
        if sound.consonant == "n" and not sound.vowel and after.consonant:
            sound.consonant = (
                "m" if after.consonant[0] in _LIPS or (after.consonant == "h" and not singh) else "ng" if after.consonant == "h" else "n"
            )
    return sounds


def _joined(sounds: list[Sound]) -> str:
    return "".join(sound.consonant + sound.vowel for sound in sounds)


def _shortened(sounds: list[Sound], *, medial: bool = True, backwards: bool = False) -> list[Sound]:
    """The sounds without the a that is not spoken: at the end, unless behind two consonants; between a vowel, one consonant and
    one with a vowel, from the beginning or ``backwards`` where two follow each other."""
    kept = [replace(sound) for sound in sounds]
    if len(kept) > 1 and kept[-1].unsaid and (kept[-2].vowel or kept[-2].consonant in _NASALS):
        kept[-1].vowel = ""
    places = range(1, len(kept) - 1) if medial else range(0)
    for place in reversed(places) if backwards else places:
        before, own, after = kept[place - 1 : place + 2]
        if own.unsaid and own.consonant and before.vowel and after.vowel and after.consonant:
            own.vowel = ""
    return kept


def _tamil(sounds: list[Sound]) -> list[str]:
    """Stops voiced between vowels and behind nasals, ch as s; without the i that parts two consonants at a beginning (Prabhakaran);
    voiced at the beginning, too; and as they are written."""
    kept = [replace(sound, consonant="s" if sound.consonant == "ch" and sound.vowel else sound.consonant) for sound in sounds]
    for before, own in pairwise(kept):
        if (before.vowel or before.consonant in _NASALS) and own.vowel:
            own.consonant = _TAMIL_VOICED.get(own.consonant, own.consonant)
    found = _joined(kept)
    unparted = _PARTED.sub(r"\1\2", _PARTED_INSIDE.sub("br", found))
    voiced = {"p": "b", "k": "g", "t": "d"}.get(found[:1], found[:1]) + found[1:]
    return list(dict.fromkeys((unparted, found, voiced, _joined(sounds))))
