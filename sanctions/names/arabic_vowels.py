"""Words in Arabic script that no table knows, read by the patterns of Arabic names: the likeliest Latin spellings.

The script shows consonants and long vowels. A short vowel is a, i or u, or there is none; which of them stand where is
a matter of the word's pattern (Wright's Grammar, 3rd ed., I 190-220), of which names use few: fail, afal, maful, and beside
them fual and its diminutive fuayl, fal, fil and ful, and the ifal and infial of verbal nouns. Letters by ALA-LC.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.patterns import regex

_VOWELS = frozenset("اآأإٱءعىةوؤۆيیېۍئێےە")
_LATIN = {
    "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ټ": "t", "ط": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "ه": "h", "ہ": "h", "ھ": "",
    "ۀ": "h", "خ": "kh", "د": "d", "ډ": "d", "ڈ": "d", "ذ": "dh", "ض": "d", "ظ": "z", "ر": "r", "ړ": "r", "ڑ": "r", "ڕ": "r", "ز": "z",
    "ژ": "zh", "ږ": "j", "ځ": "z", "څ": "s", "س": "s", "ص": "s", "ش": "sh", "ښ": "sh", "ف": "f", "ڤ": "f", "ق": "q", "ك": "k", "ک": "k",
    "ګ": "g", "گ": "g", "غ": "gh", "ل": "l", "ڵ": "l", "م": "m", "ن": "n", "ں": "n", "ڼ": "n", "ا": "a", "ع": "a", "ة": "a", "و": "u",
    "ؤ": "u", "ۆ": "u", "ي": "i", "ئ": "i", "ې": "i", "ۍ": "i", "ێ": "i", "ے": "i", "ء": "", "ە": "a",
}  # fmt: skip
_PERSIAN = _LATIN | {"ث": "s", "ذ": "z", "ض": "z"}
_LONG = "اويةعىؤئآ"
_C = "[بپتٹټطثجچحهخدذضظرزسصشفقكگغلمنع]"
_TAIL = "(ي|ة|ه|ا|ان|)"
_FUAYL = regex(rf"({_C})({_C[:-1]}و])ي({_C}){_TAIL}")
_WEAK = regex(rf"({_C})([يو])({_C}){_TAIL}")
_FAL = regex(rf"({_C})({_C})({_C}){_TAIL}")
_VERBAL = regex(rf"ا({_C})({_C}?)({_C})ا({_C}){_TAIL}")
_CONSONANT_OR_VOWEL = regex("[وي](?=[اوية])")
_AFTER_VOWELS = regex("(?<=[اوي])")
_TWICE = regex("(aa|ii|uu)")
_WA = regex(rf"(.*{_C})و[هہ]")
_MOST = 4


@lru_cache(maxsize=8192)
def guesses(word: str, *, persian: bool) -> tuple[str, ...]:
    """At most four spellings of a word, the likeliest first, in [a-z]."""
    found = [_filled_in(word, persian), *_by_pattern(word, persian)]
    if persian and (m := _WA.fullmatch(word)):  # Bajwa
        found.insert(0, _filled_in(m[1], persian) + "wa")
    return tuple(dict.fromkeys(filter(None, found)))[:_MOST]


def _by_pattern(word: str, persian: bool) -> list[str]:
    """Other spellings that a word of its shape can have, the likeliest first."""
    if m := _FUAYL.fullmatch(word):  # the diminutive: Ubayd, Zuhayr, Hudhayfa, Uways
        second = "w" if m[2] == "و" else _spelt(m[2], persian)
        fuayl = _first(m[1], persian) + "u" + second + "ay" + _spelt(m[3], persian) + _end(m[4], persian)
        return [fuayl, *([_plain_vowels(word, persian)] if m[2] == "و" else [])]  # Uways, but Rouine
    if m := _WEAK.fullmatch(word):  # Khayr, Fawz
        return [_first(m[1], persian) + {"ي": "ay", "و": "aw"}[m[2]] + _spelt(m[3], persian) + _end(m[4], persian)]
    if m := _FAL.fullmatch(word):  # fal, fil, ful: Badr, Nimr, Hurr
        return [_first(m[1], persian) + vowel + _spelt(m[2] + m[3], persian) + _end(m[4], persian) for vowel in "aiu"]
    if m := _VERBAL.fullmatch(word):  # ifal, iftial, infial: Islam, Intisar
        return ["i" + _spelt(m[1] + m[2], persian) + ("i" if m[2] else "") + _spelt(f"{m[3]}ا{m[4]}", persian) + _end(m[5], persian)]
    others = [_filled_in(word, persian, first=vowel) for vowel in "iu"]
    return [_plain_vowels(word, persian), *others] if _CONSONANT_OR_VOWEL.search(word, 1) else others


def _spelt(letters: str, persian: bool) -> str:
    return "".join((_PERSIAN if persian else _LATIN).get(letter, "") for letter in letters)


def _first(letter: str, persian: bool) -> str:
    """A word's first consonant; ayn is not written."""
    return "" if letter == "ع" else _spelt(letter, persian)


def _end(tail: str, persian: bool) -> str:
    return {"ه": "eh" if persian else "a", "ا": "a", "ان": "an"}.get(tail) or _spelt(tail, persian)


def _plain_vowels(word: str, persian: bool) -> str:
    """A word of another tongue with every waw and ya a vowel (ماريان Marian, سمبوريو Samburio)."""
    out = ""
    for part in _AFTER_VOWELS.split(word):
        out += _filled_in(part, persian) if not out or len(part) > 1 else _LATIN[part] if part else ""
    return out


def _filled_in(word: str, persian: bool, first: str = "a") -> str:
    """A word with the vowels that are written and, where none is, short ones by the commonest patterns (fail, afal, maful);
    ``first`` stands where the first one is not written, for alif and ayn at its beginning, too."""
    values = _PERSIAN if persian else _LATIN
    out = ""
    run: list[str] = []
    before = ""
    for i, letter in enumerate(word):
        after = word[i + 1 : i + 2]
        consonant = letter not in _VOWELS or (letter in "وي" and (i == 0 or (after and after in _LONG) or (before and not run and after)))
        if consonant:
            run.append({"و": "v" if persian else "w", "ي": "y"}.get(letter) or values.get(letter, ""))
            continue
        vowel = first if i == 0 and letter in "اع" else values.get(letter, "a")
        out += _closed(run, before, first, vowel_follows=bool(i)) + vowel
        run, before = [], "a" if letter == "ا" and i else "short"
    if persian and run[-1:] == ["h"] and len(word) > 2 and word.endswith("ه"):  # the silent h of Persian
        run[-1] = "eh" if len(run) > 1 or before == "short" else "h"
    out += _closed(run, before, first, vowel_follows=False)
    return _TWICE.sub(lambda m: m[1][0], out)


def _closed(run: list[str], before: str, first: str, *, vowel_follows: bool) -> str:
    """A run of consonants with short vowels: CaC at a word's start, iC after a long a, CaC between consonants later."""
    run = [c for c in run if c]
    if not before and run:
        head, run = run[0], run[1:]
        return head + ("" if not run and vowel_follows else first) + _closed(run, "short", first, vowel_follows=vowel_follows)
    if len(run) <= 1 or (len(run) == 2 and vowel_follows):
        return "".join(run)
    if len(run) == 2:
        return run[0] + ("" if run[1] == "eh" else "i" if before == "a" else "a") + run[1]
    return "".join(run[:2]) + "a" + _closed(run[2:], "short", first, vowel_follows=vowel_follows)
