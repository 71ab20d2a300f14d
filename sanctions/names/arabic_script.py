"""Arabic script read into Latin letters with vowels.

Arabic and Persian write consonants and long vowels only. ``vowelled`` gives a Latin reading: known name words from
a table (spelt as BGN/PCGN would, without marks), others with the vowels that the script shows and short a between
consonants. Letters: Unicode's Arabic block for Arabic, Persian, Pashto, Urdu and Kurdish; values by ALA-LC.
"""

from __future__ import annotations

import re
import unicodedata

from sanctions.names.arabic import SON
from sanctions.names.arabic_names import ARABIC_WORDS, ONE_LETTER, PERSIAN_WORDS

_CONSONANTS = {
    # letter: its consonant classes; where there are two, ALA-LC's first and another tongue's second
    "ب": "b", "پ": "b", "ت": "t", "ٹ": "t", "ټ": "t", "ط": "t", "ث": "ts", "ج": "jk", "چ": "S", "ح": "h", "ه": "h", "ہ": "h",
    "ھ": "", "ۀ": "h", "خ": "x", "د": "d", "ډ": "d", "ڈ": "d", "ذ": "dz", "ض": "dz", "ظ": "zd", "ر": "r", "ړ": "r", "ڑ": "r",
    "ڕ": "r", "ز": "z", "ژ": "j", "ږ": "jk", "ځ": "zj", "څ": "s", "س": "s", "ص": "s", "ش": "S", "ښ": "Sx", "ف": "f", "ڤ": "f",
    "ق": "k", "ك": "k", "ک": "k", "ګ": "k", "گ": "k", "غ": "k", "ل": "l", "ڵ": "l", "م": "m", "ن": "n", "ں": "n", "ڼ": "n",
}  # fmt: skip
_VOWELS = {
    "ا": "A", "آ": "A", "أ": "A", "إ": "A", "ٱ": "A", "ء": "", "ع": "A", "ى": "E", "ة": "A", "و": "U", "ؤ": "U", "ۆ": "U",
    "ي": "I", "ی": "I", "ې": "I", "ۍ": "I", "ئ": "I", "ێ": "I", "ے": "I", "ە": "A",
}  # fmt: skip
_PERSIAN = re.compile("[یکگپچژۀ]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_WITH_ARTICLE = re.compile(r"^(?:ال|لل)(?=\w{3})")
_NO_ARTICLE = frozenset("الله الياس إلياس الهام إلهام الیاس الف الي".split())
_SONS = frozenset("بن ابن إبن بنت ولد".split())
_COMPOUND = frozenset("عبد ابو أبو ابي أبي ابا أبا ام أم".split())
_COMPOUND_LATIN = {"عبد": "abd", "ام": "umm", "أم": "umm"}


def is_arabic_script(text: str) -> bool:
    """Whether the text holds a letter of the Arabic script."""
    return bool(_ARABIC.search(text))


def _plain(text: str) -> list[str]:
    """The words of a text in Arabic script, without vowel marks, tatweel and what is no letter; hamza seats made one."""
    text = unicodedata.normalize("NFKC", text).replace("\u0640", "").replace("\u200c", " ")
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
            found.append(f"عبد+{m[2].replace('له', 'الله') if m[2] == 'له' else m[2]}")
        elif found and word in ("الدين", "الله") and found[-1] != SON and not found[-1].endswith(_TAILS):
            found[-1] += "+" + word.removeprefix("ال") if word == "الدين" else "+الله"
        elif m := re.match(r"(\w{2,}?)ال(دين|له)$", word):
            found.append(f"{_bare(m[1])}+{m[2] if m[2] == 'دين' else 'الله'}")
        else:
            found.append(_bare(word))
    return found


_TAILS = ("+الله", "+دين")


def _of_servant(word: str) -> str:
    """What follows abd or abu, without its article: الحق, too, which is short."""
    return word.removeprefix("ال") if len(word) == 4 else _bare(word)


def _bare(word: str) -> str:
    return word if word in _NO_ARTICLE else _WITH_ARTICLE.sub("", word)


def vowelled(text: str) -> str:
    """The likeliest Latin spelling of a text in Arabic script, words in order, in [a-z ]: صدام حسين is "saddam husayn".

    Articles are dropped, compounds joined as ``arabic_words`` joins them. "" for a text without a letter of the script.
    """
    if not is_arabic_script(text):
        return ""
    persian = bool(_PERSIAN.search(text))
    return " ".join(word for word in (_word_vowelled(word, persian) for word in _joined(text)) if word)


def _word_vowelled(word: str, persian: bool) -> str:
    if "+" in word:
        first, _, rest = word.partition("+")
        if first not in _COMPOUND:
            return _word_vowelled(first, persian) + _word_vowelled(rest, persian)
        between = "" if (first, rest) == ("عبد", "الله") else " "
        return _COMPOUND_LATIN.get(first, "abu") + between + _word_vowelled(rest, persian)
    if word == SON:
        return SON
    if word.endswith("رضا") and word in PERSIAN_WORDS:  # Ahmadreza is Persian however it is spelt
        return PERSIAN_WORDS[word]
    return (PERSIAN_WORDS if persian else ARABIC_WORDS).get(word) or _guessed(word, persian)


_SPELT = {
    "ث": "th", "ذ": "dh", "ض": "d", "ظ": "z", "غ": "gh", "ق": "q", "گ": "g", "پ": "p", "چ": "ch", "ج": "j", "ژ": "zh", "خ": "kh", "ش": "sh",
    "ښ": "sh", "ا": "a", "ع": "a", "ة": "a", "و": "u", "ؤ": "u", "ي": "i", "ئ": "i", "ې": "i", "ے": "i", "ء": "", "ھ": "",
}  # fmt: skip
_SPELT_PERSIAN = _SPELT | {"ث": "s", "ذ": "z", "ض": "z"}
_LONG = "اويةعىؤئآ"


def _guessed(word: str, persian: bool) -> str:
    """A word with the vowels that are written and, where none is, short ones by the commonest patterns (fail, afal, maful)."""
    values = _SPELT_PERSIAN if persian else _SPELT
    out = ""
    run: list[str] = []
    before = ""
    for i, letter in enumerate(word):
        after = word[i + 1 : i + 2]
        consonant = letter not in _VOWELS or (letter in "وي" and (i == 0 or (after and after in _LONG) or (before and not run and after)))
        if consonant:
            run.append({"و": "v" if persian else "w", "ي": "y"}.get(letter) or values.get(letter) or _CONSONANTS.get(letter, ""))
            continue
        out += _filled(run, before, bool(i)) + values.get(letter, "a")
        run, before = [], "a" if letter == "ا" and i else "short"
    out += _filled(run, before, False)
    return re.sub(r"(aa|ii|uu)", lambda m: m[1][0], out)


def _filled(run: list[str], before: str, vowel_follows: bool) -> str:
    """A run of consonants with short vowels: CaC at a word's start, iC after a long a, CaC between consonants later."""
    run = [c for c in run if c]
    if not before and run:
        head, run = run[0], run[1:]
        return head + ("" if not run and vowel_follows else "a") + _filled(run, "short", vowel_follows)
    if len(run) <= 1 or (len(run) == 2 and vowel_follows):
        return "".join(run)
    if len(run) == 2:
        return run[0] + ("i" if before == "a" else "a") + run[1]
    return "".join(run[:2]) + "a" + _filled(run[2:], "short", vowel_follows)
