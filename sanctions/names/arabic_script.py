"""Arabic script read into Latin letters with vowels.

Arabic and Persian write consonants and long vowels only. ``vowellings`` gives Latin readings: known name words from
a table (spelt as BGN/PCGN would, without marks, and as is usual), others by pattern (``arabic_vowels``). Letters: Unicode's
Arabic block for Arabic, Persian, Pashto, Urdu and Kurdish.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sanctions.names.arabic import SON
from sanctions.names.arabic_names import ONE_LETTER, from_arabic, from_persian
from sanctions.names.arabic_vowels import guesses
from sanctions.names.tables import likeliest
from sanctions.names.text import sound
from sanctions.patterns import regex

_MOST_READINGS = 8
_LEAST_PART = 3

_PERSIAN = regex("[یکگپچژۀ]")
_ARABIC = regex("[\u0600-\u06ff\u0750-\u077f]")
_WITH_ARTICLE = regex(r"^(?:ال|لل)(?=\w{3})")
_NO_ARTICLE = frozenset("الله الياس إلياس الهام إلهام الیاس الف الي".split())
_IZAFE = regex("\u200c(?:اي|ای|ئی|ئي|ی|ي)\\b")
"""What makes a Persian family name of a place whose name ends in a silent h: خامنه‌ای."""
_SONS = frozenset("بن ابن إبن بنت ولد".split())
_COMPOUND = frozenset("عبد ابو أبو ابي أبي ابا أبا ام أم".split())
_COMPOUND_LATIN = {"عبد": "abd", "ام": "umm", "أم": "umm"}


def is_arabic_script(text: str) -> bool:
    """Whether the text holds a letter of the Arabic script."""
    return bool(_ARABIC.search(text))


def _plain(text: str) -> list[str]:
    """The words of a text in Arabic script, without vowel marks, tatweel and what is no letter; hamza seats made one."""
    text = _IZAFE.sub("ئي", unicodedata.normalize("NFKC", text).replace("\u0640", ""))
    text = text.replace("\u200c", " ")
    text = "".join(c for c in text if unicodedata.category(c) != "Mn")
    text = re.sub(r"\b(محمد)(?=\w{3})", r"\1 ", text.translate(ONE_LETTER))
    return re.findall(r"[^\W\d_]+", text)


def _joined(text: str) -> list[str]:
    """Words without articles, sons as ``SON``; compounds as one with a "+": عبد+رحمن, ابو+بكر, سيف+دين, نصر+الله."""
    found: list[str] = []
    rest = _plain(text)
    while rest:
        word = rest.pop(0)
        if word in _SONS:
            found.append(SON)
        elif word in _COMPOUND and rest:
            following = rest.pop(0)
            if following in _COMPOUND and rest:
                following += "+" + _bare(rest.pop(0))
            found.append(f"{word}+{_of_servant(following)}")
        elif m := re.match(r"(ابو|ابا|ابي)ال(\w{2,})$", word):
            found.append(f"ابو+{m[2]}")
        elif m := re.match(r"(عبد)(?:ال)?(\w{2,})$", word):
            found.append(f"عبد+{_name_of_god(m[2])}")
        elif found and word in ("الدين", "الله") and found[-1] != SON and not found[-1].endswith(_TAILS):
            found[-1] += "+" + word.removeprefix("ال") if word == "الدين" else "+الله"
        elif m := re.match(r"(\w{2,}?)ال(دين|له)$", word):
            found.append(f"{_bare(m[1])}+{m[2] if m[2] == 'دين' else 'الله'}")
        else:
            found += [SON, word[2:]] if word.startswith("بن") and word[2:] in from_arabic() and word not in from_arabic() else [_bare(word)]
    return found


def _name_of_god(rest: str) -> str:
    """What abd is written together with: الله without its first letters, and لطيف where one lam stands for two."""
    if rest == "له":
        return "الله"
    return "ل" + rest if rest not in from_arabic() and "ل" + rest in from_arabic() else rest


_TAILS = ("+الله", "+دين")


def _of_servant(word: str) -> str:
    """What follows abd or abu, without its article: الحق, too, which is short."""
    return word.removeprefix("ال") if len(word) == 4 and word not in _NO_ARTICLE else _bare(word)


def _bare(word: str) -> str:
    return word if word in _NO_ARTICLE else _WITH_ARTICLE.sub("", word)


def vowelled(text: str) -> str:
    """The likeliest Latin spelling of a text in Arabic script, words in order, in [a-z ]: صدام حسين is "saddam husayn".

    Articles are dropped, compounds joined as ``from_arabic`` joins them. "" for a text without a letter of the script.
    """
    return next(iter(vowellings(text)), "")


@lru_cache(maxsize=8192)
def vowellings(text: str) -> tuple[str, ...]:
    """The Latin spellings that a text in Arabic script may stand for, the likeliest first, at most eight; see ``vowelled``."""
    if not is_arabic_script(text):
        return ()
    persian = bool(_PERSIAN.search(text))
    words = [_by_sound(found) for found in (_spellings(word, persian) for word in _joined(text)) if found]
    return tuple(map(" ".join, likeliest(words, _MOST_READINGS)))


def _by_sound(spellings: tuple[str, ...]) -> tuple[str, ...]:
    """One spelling of each sound and first letter: the others are compared as equal."""
    return tuple({(one[:1], sound(one)): one for one in reversed(spellings)}.values())[::-1]


def _spellings(word: str, persian: bool) -> tuple[str, ...]:
    if "+" in word:
        first, _, rest = word.partition("+")
        if first not in _COMPOUND:
            return tuple(a + b for a in _spellings(first, persian)[:2] for b in _spellings(rest, persian)[:1])
        between = "" if (first, rest) == ("عبد", "الله") else " "
        return tuple(_COMPOUND_LATIN.get(first, "abu") + between + one for one in _spellings(rest, persian))
    if word == SON:
        return (SON,)
    if word.endswith("رضا") and len(word) > 3 and word in from_persian():  # Ahmadreza is Persian however it is spelt
        return from_persian()[word][:1]
    table = from_persian() if persian else from_arabic()
    known = table.get(word) or table.get(word.replace("ە", ""))  # Kurdish writes the short vowel (مەسعود)
    return known or _run_together(word, persian) or guesses(word, persian=persian)


def _run_together(word: str, persian: bool) -> tuple[str, ...]:
    """Two known words written as one, or a Persian family name with its common ending: ظاهرعويس, حیدرنیا; () for any other."""
    table = from_persian() if persian else from_arabic()
    if persian and (ending := next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LEAST_PART), "")):
        first = word.removesuffix(ending)
        return tuple(one + table[ending][0] for one in (table.get(first) or guesses(first, persian=True))[:2])
    if persian and word.endswith("يان") and (base := table.get(word[:-3]) or _run_together(word[:-3], persian)):
        return tuple(one + "ian" for one in base)
    if word.endswith("ئي") and (known := table.get(word.removesuffix("ئي"))):
        return tuple(one + "i" for one in known)
    if (ibn := _MAGHREBI.get(word[:2])) and word[2:] in table:
        return tuple(ibn + one for one in table[word[2:]])
    for cut in range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1):
        if word[:cut] in table and word[cut:] in table:
            return tuple(f"{table[word[:cut]][0]} {last}" for last in table[word[cut:]])
    return ()


_MAGHREBI = {"بل": "bel", "بو": "bou"}
"""Ben al- and abu as names of the Maghreb have them, written together."""

_ENDINGS = ("زاده", "پور", "پناه", "نژاد", "نيا", "دوست", "منش", "خيل")
"""What Persian and Pashto family names end in (BGN/PCGN 1958 spells them as words of their own or joined)."""
