"""Korean and Chinese names in Cyrillic letters: Ким Чен Ын is Kim Jong Un, Си Цзиньпин is Xi Jinping.

Korean by the system of Kontsevich (1966, after Kholodovich 1954) and the older habits that names of the North keep in
Russian (Чен for 정); Chinese by Palladius (1888), which is regular. Forms are those of ``names.korean`` and ``names.chinese``,
so that a Cyrillic spelling, a Latin one and the original meet.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

from sanctions.names.chinese_tables import FAMILY_OF, PINYIN
from sanctions.patterns import regex

_MOST_READINGS = 8
_CYRILLIC_WORD = regex(r"[а-яё]+")

_ONSETS = {
    "кк": "k", "кх": "k", "к": "k", "г": "k", "тт": "t", "тх": "t", "т": "t", "д": "t", "пп": "p", "пх": "p", "п": "p", "б": "p", "сс": "s",
    "с": "s", "ш": "s", "чч": "j", "чх": "j", "чж": "j", "дж": "j", "ч": "j", "н": "n", "р": "r", "л": "r", "м": "m", "х": "h", "": "",
}  # fmt: skip
_VOWELS = {
    # Russian е stands for 에, and in the North's names for 어 and 여
    "йя": "e", "йе": "e", "ва": "wa", "вэ": "e", "ве": "e", "во": "wo", "ви": "wi", "ый": "ui", "я": "ya", "ё": "yo", "ю": "yu", "ы": "u",
    "э": "e", "е": "e o yo", "а": "a", "о": "o", "у": "u", "и": "i",
}  # fmt: skip
_CODAS = {"нъ": "n", "нг": "ng", "н": "n ng", "м": "m", "ль": "l", "л": "l", "р": "l", "к": "k", "т": "t", "п": "p", "": ""}
_FAMILIES = """
    kim: ким | ri: ли ри и | pak: пак | jo: чо чжо дё те тё | je: цой чхве чой чхой цхой че | jong: чен чжон чон тен | kang: кан |
    yun: юн | jang: чан чжан тян | rim: лим рим им | han: хан | o: о | so: со се | sin: син шин | kwon: квон | hwang: хван | an:
    ан | song: сон | ryu: рю лю ю | jon: чон чжон тен чен | hong: хон | ko: ко | mun: мун | son: сон | ryang: рян лян ян | pae: пэ
    бэ | paek: пэк бэк | ho: хо | nam: нам | sim: сим | ro: ро но ло | ha: ха | kwak: квак | ju: чжу чу | u: у | ku: ку | min: мин
    | na: на | jin: чин чжин | ji: чи чжи | om: ом | won: вон | pang: пан | hyon: хён | ham: хам | yom: ём | to: то | yon: ён рён
    | tong: тон | kil: киль | pyon: пён | myong: мён | sok: сок | ryo: рё ё | ki: ки | wi: ви | maeng: мэн | tae: тхэ тэ | cha:
    чха | ok: ок
"""


def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in _FAMILIES.replace("\n", " ").split("|"):
        family, _, spellings = entry.strip().partition(":")
        for spelling in spellings.split():
            found[spelling] = (*found.get(spelling, ()), family)
    return found


_KOREAN_FAMILIES = _families()


def _alternatives(table: dict[str, str]) -> str:
    return "|".join(sorted(filter(None, table), key=len, reverse=True))


_SYLLABLE = regex(rf"({_alternatives(_ONSETS)}|)({_alternatives(_VOWELS)})({_alternatives(_CODAS)}|)")


def _words(text: str) -> tuple[str, ...]:
    """The words of a text that is Cyrillic and nothing else; () for any other."""
    text = text.lower()
    words = tuple(_CYRILLIC_WORD.findall(text))
    return words if sum(map(len, words)) == sum(c.isalpha() for c in text) else ()


@lru_cache(maxsize=8192)
def _korean_syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """A word as the fewest Korean syllables, one or two."""
    if m := _SYLLABLE.fullmatch(word):
        return tuple((form,) for form in _forms(m))
    found: list[tuple[str, ...]] = []
    for cut in range(1, len(word)):
        one, two = _SYLLABLE.fullmatch(word, 0, cut), _SYLLABLE.fullmatch(word, cut)
        if one and two:
            found.extend(product(_forms(one), _forms(two)))
    return tuple(dict.fromkeys(found))[:_MOST_READINGS]


def _forms(m: re.Match[str]) -> tuple[str, ...]:
    """The onset-vowel-coda forms of `names.korean` for one Cyrillic syllable."""
    onset = _ONSETS[m[1]]
    found = []
    for vowel, coda in product(_VOWELS[m[2]].split(), _CODAS[m[3]].split() or [""]):
        found.append(f"{'' if onset == 'r' and vowel[0] in 'yi' else onset}-{vowel}-{coda}")
    return tuple(found)


def korean_from_cyrillic(text: str) -> tuple[tuple[str, ...], ...]:
    """The Korean readings of a name in Cyrillic, as `korean_forms` gives them; () if it does not look Korean. At most sixteen."""
    words = _words(text)
    if not 2 <= len(words) <= 3:
        return ()
    found: dict[tuple[str, ...], None] = {}
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        readings = product(_KOREAN_FAMILIES.get(family, ()), *map(_korean_syllables, given))
        for reading in islice(readings, 2 * _MOST_READINGS):
            syllables = tuple(s for part in reading[1:] for s in part)
            if 1 <= len(syllables) <= 2:
                found[(str(reading[0]), *syllables)] = None
    return tuple(found)[: 2 * _MOST_READINGS]


_INITIALS = {
    "zh": "чж", "ch": "ч", "sh": "ш", "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к",
    "h": "х", "j": "цз", "q": "ц", "x": "с", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан", "eng": "эн",
    "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин",
    "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ue": "юэ",
}  # fmt: skip
_AFTER_J = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}
_WHOLE = {
    "ya": "я", "yo": "йо", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн",
    "yi": "и", "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань",
    "wen": "вэнь", "wang": "ван", "weng": "вэн", "wu": "у", "er": "эр", "zi": "цзы", "ci": "цы", "si": "сы", "hui": "хуэй", "ao": "ао",
}  # fmt: skip


def _palladius(syllable: str) -> str:
    """A Pinyin syllable in Palladius."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = next((i for i in _INITIALS if syllable.startswith(i)), "")
    final = syllable[len(initial) :]
    return _INITIALS.get(initial, "") + ((_AFTER_J.get(final) if initial in ("j", "q", "x") else None) or _FINALS[final])


@cache
def _from_palladius() -> dict[str, tuple[str, ...]]:
    """A syllable in Palladius → the Pinyin syllables it may stand for."""
    found: dict[str, tuple[str, ...]] = {"люй": ("lu",), "нюй": ("nu",), "хой": ("hui",), "ли": ("li",)}
    for syllable in sorted(PINYIN):
        spelling = _palladius(syllable)
        found[spelling] = tuple(dict.fromkeys((*found.get(spelling, ()), syllable)))
    return found


@lru_cache(maxsize=8192)
def _chinese_syllables(word: str) -> tuple[tuple[str, ...], ...]:
    known = _from_palladius()
    if word in known:
        return tuple((syllable,) for syllable in known[word])
    cuts = ((word[:i], word[i:]) for i in range(1, len(word)))
    return tuple(pair for a, b in cuts if a in known and b in known for pair in product(known[a], known[b]))


def chinese_from_cyrillic(text: str) -> tuple[tuple[str, ...], ...]:
    """The Chinese readings of a name in Cyrillic, as `chinese_forms` gives them, family name first or last; () if it has none."""
    words = _words(text)
    if not 2 <= len(words) <= 3:
        return ()
    found: dict[tuple[str, ...], None] = {}
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        families = ["".join(reading) for reading in _chinese_syllables(family)]
        families = [f for f in families if f in FAMILY_OF and FAMILY_OF[f][0] == f]
        for reading in islice(product(families, *map(_chinese_syllables, given)), _MOST_READINGS):
            syllables = tuple(s for part in reading[1:] for s in part)
            if 1 <= len(syllables) <= 2:
                found[(str(reading[0]), *syllables)] = None
    return tuple(found)[:_MOST_READINGS]
