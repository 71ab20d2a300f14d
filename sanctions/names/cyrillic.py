"""Slavic names: every romanisation of one Cyrillic word brought to one key, patronymics and feminine endings known.

Systems read: BGN/PCGN 1944-1965 (Russian, Ukrainian, Belarusian), ISO 9:1995 and the scientific system (with
their marks or without), GOST R 52535.1-2006 and the Russian passport rules of 2013 (ICAO Doc 9303), Ukraine's
resolution 55 of 2010, Polish (w, cz, sz, ch), German (w, tsch, sch, ch) and French (tch, ch, ou, -ine) habits.
What they exchange is one class: Ukrainian and Russian г (h, g) and х (kh, h, ch); е, ё, є, э; и, і, ы, й; ш and
щ; the soft sign and doubled letters are left out. So Goncharov and Honcharov, Sergeyevich and Sergejewitsch,
Pyotr and Petr have one key each; Ivanov and Ivanova have two (``masculine`` joins them).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sanctions.names.text import undoubled
from sanctions.patterns import regex

_LETTERS = {
    # Cyrillic letter: key. S = ш щ, C = ч, Z = ж, c = ц, h = г х; "i" before e, o is taken off below
    "а": "a", "б": "b", "в": "v", "г": "h", "д": "d", "е": "e", "ё": "e", "ж": "Z", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "ї": "i", "є": "e", "ґ": "h", "ў": "v", "ђ": "dZ", "ѓ": "dZ", "ј": "i", "љ": "l", "њ": "n", "ћ": "C",
    "ќ": "C", "џ": "dZ", "ѕ": "dz", "ә": "a", "ғ": "h", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
    "ҳ": "h", "ҷ": "dZ", "җ": "dZ", "ӣ": "i", "ӯ": "u", "ѣ": "e", "ѐ": "e", "ѝ": "i", "ӏ": "",
}  # fmt: skip
_LOOKALIKES = str.maketrans("aceiopxykmtbhjsĸ", "асеіорхукмтвнјѕк")
"""Latin letters that stand in Cyrillic words of real lists ("Cергій", "AO") → the Cyrillic letter they look like."""

_MARKED = {
    "ž": "zh", "ż": "zh", "ź": "z", "š": "sh", "ŝ": "sh", "ś": "s", "č": "ch", "ć": "ch", "đ": "dzh", "ł": "l", "ŭ": "v",
    "û": "yu", "â": "ya", "è": "e", "ė": "e", "ş": "sh", "ç": "ch",
}  # fmt: skip


def _rules(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((regex(pattern), into) for pattern, into in pairs)


_GERMAN = _rules((r"(?<![ts])ch", "kh"))
_FRENCH = _rules((r"(?<![ts])ch", "sh"), (r"j(?=ou)", "zh"), (r"g(?:u)(?=[eiy])", "g"))
_LONG = _rules((r"sch?tsch|shtch|chtch|shtsh", "S"), (r"tsch|tch", "C"))
"""шч, щ and ч in German and French: before all others, whose letters they hold."""

_CONSONANTS = {
    "shch": "S", "schch": "S", "sch": "S", "sh": "S", "sz": "S", "ch": "C", "cz": "C", "dzh": "dZ", "dj": "dZ", "zh": "Z", "ck": "k",
    "qu": "k", "q": "k", "x": "ks", "tz": "ts",
}  # fmt: skip
_CONSONANT = regex(
    "shch|schch|sch|sh|sz|ch|cz|dzh|dj|zh|ck|qu|q|x|tz(?!h)|(?P<Z>j(?=i))|(?P<ts>c(?=[eiyv]|j(?!i)))|(?P<k>c)",
)
"""These, and what j and c are by what stands behind them."""
_SOFT_J = regex("(?<=[ln])j(?![aeiou])")
_GUTTURAL = regex("(?P<before>[tdp]?)(?:kh|gh|g|h)")
_BEFORE_H = {"": "h", "t": "t", "d": "d", "p": "f"}
"""х and г are one letter; behind t, d and p of Greek and Indian spellings it is none."""
_U_FOR_V = regex(r"(?<=[aeo])u(?=na$|sk[aiy])|(?<=\w\w[ae])u$|(?<=^pa)u(?=l)")
_LIKE_OV = frozenset("aeiouyjgh")
"""Letters behind which a last -ou is no Russian -ov of French papers."""
_VOWELS = str.maketrans("wyj", "vii")
_I_BEFORE_E, _I_BEFORE_O = regex("i+(?=e)"), regex("i+o")
_CYRILLIC = regex("[\u0400-\u04ff]")


@lru_cache(maxsize=8192)
def slavic_key(word: str) -> str:
    """One key for all spellings of one Cyrillic word, from Cyrillic or Latin letters of any case.

    Marks of the scientific systems are read where they are still there (Žukov); a word of digits is its own key.
    The key is for comparing only: letters of two cases, "" for a word without a letter of either script.
    """
    word = unicodedata.normalize("NFC", word.lower()) if not word.isascii() else word.lower()
    if _CYRILLIC.search(word):
        plain = "".join(letter if _CYRILLIC.match(letter) else unicodedata.normalize("NFD", letter)[0] for letter in word)
        key = "".join(
            _LETTERS.get(letter, letter if letter.isdigit() else "") for letter in plain.translate(_LOOKALIKES).replace("ьо", "йо")
        )
    else:
        key = _latin_key(word)
    return _joint(key)


def _latin_key(word: str) -> str:
    if not word.isascii():
        word = "".join(_MARKED.get(letter, letter) for letter in word)
        word = unicodedata.normalize("NFKD", word)
    if not (word.isascii() and word.isalnum()):
        word = _OTHER.sub("", word)
    if "tch" in word or "ou" in word[:-2] or word.endswith("gou"):
        word = _apply(_FRENCH, word)
    elif "w" in word or "tsch" in word or _GERMAN_CH.match(word):
        word = _apply(_GERMAN, word)
    return _vowels(_consonants(word))


def _consonants(word: str) -> str:
    """The sibilants and gutturals of a word in Latin letters as the letters of the key."""
    if "tch" in word or "tsch" in word or "tsh" in word:
        word = _apply(_LONG, word)
    word = _CONSONANT.sub(_consonant, word).replace("ksander", "ksandr")
    if "j" in word:
        word = _SOFT_J.sub("", word)
    if "au" in word or "eu" in word or "ou" in word:
        word = _U_FOR_V.sub("v", word)
    return _GUTTURAL.sub(_guttural, word) if "h" in word or "g" in word else word


def _consonant(found: re.Match[str]) -> str:
    return found.lastgroup or _CONSONANTS[found.group()]


def _guttural(found: re.Match[str]) -> str:
    return _BEFORE_H[found["before"]]


def _vowels(word: str) -> str:
    if word.endswith("ff"):
        word = word[:-2] + "v"
    if word.endswith("ou") and len(word) > 2 and word[-3] not in _LIKE_OV:
        word = word[:-2] + "ov"
    word = word.replace("ou", "u")
    return (word[:-1] if word.endswith("ine") else word).translate(_VOWELS)


def _joint(key: str) -> str:
    """What either script still writes in two ways: soft vowels behind i and sibilants, -enka, doubled letters."""
    key = key.replace("ts", "c").replace("kh", "h").replace("tC", "C")
    if "ie" in key:
        key = _I_BEFORE_E.sub("", key)
    if "io" in key:
        key = _I_BEFORE_O.sub("e", key)
    if not key.islower():
        for sibilant in "SCZ":
            key = (
                key.replace(f"{sibilant}o", f"{sibilant}e")
                .replace(f"{sibilant}ia", f"{sibilant}a")
                .replace(f"{sibilant}iu", f"{sibilant}u")
            )
    key = key.replace("liu", "lu")
    if key.endswith("enka") and len(key) > len("?enka"):
        key = key[:-1] + "o"
    return undoubled(key)


_OTHER = regex("[^a-z0-9]")
_GERMAN_CH = regex("ch(?=[lmr])|mich(?=a)")


def _apply(rules: tuple[tuple[re.Pattern[str], str], ...], word: str) -> str:
    for pattern, into in rules:
        word = pattern.sub(into, word)
    return word


_PATRONYMIC = regex(r".{2,}(?:[oea]viC|[oeia]vna|iniCna|[klmtd]iCna)$|(?:.{3,}[iu]|il|kuzm|luk|fom|sav|nikit|ivan|pavl|pal|stepan)iC$")
_FATHERS = regex(r"^(?:ohli|ohlu|uli|kizi|kiz|zoda|zade)$")
_SLAVIC = regex(r".{2,}(?:[oe]v|[oe]va|sk[iai]+|ck[iai]+|enk[oa]|Cuk|Cik|iuk|iak|oviC|eviC|ovna|evna)$")
"""Shapes of Slavic surnames and patronymics, on keys."""


def is_patronymic(word: str) -> bool:
    """Whether a word has the shape of a Russian, Ukrainian or Belarusian patronymic (Ivanovich, Ilyinichna, Ivanivna), or is
    one of the words that make one in Turkic names (ogly, kyzy, uly). Some surnames have the shape, too (Abramovich): a
    name has a patronymic only beside a given name and a surname, which the caller sees."""
    key = slavic_key(word)
    return bool(_FATHERS.match(key)) or (len(key) >= 4 and bool(_PATRONYMIC.match(key)))


def looks_slavic(word: str) -> bool:
    """Whether a word is in Cyrillic letters or ends as Slavic surnames and patronymics do."""
    return bool(_CYRILLIC.search(word)) or bool(_SLAVIC.match(slavic_key(word)))


_GIVEN_IN_INA = """
    agrippina akulina albina alevtina alina amina angelina antonina argentina arina aselina bettina carolina catalina catarina
    christina cristina dina ekaterina elina evelina faina farina galina georgina halina inina irina janina karina karolina
    katarina katerina kristina lina madina magdalina malina marina martina medina melina mina nina paulina pelagina polina
    regina sabina salina santina selina serafina severina sina tina valentina vasilina yekaterina zarina
"""
_NOT_SLAVIC = frozenset("casanova cordova villanova genova canova moldova kosova terranova jehova bossanova supernova nova".split())
_FEMININE = (
    (regex(r"(?<=[bcdfghjklmnprstvz])(s|ts|c|z)ka(?:ya|ia|ja|iya|ija|yia)$"), r"\1kiy"),
    (regex(r"(?<=[aeiouy])(s|ts|c)ka(?:ya|ia|ja|iya|ija)$"), r"\1kiy"),
    (regex(r"(?<=[bcdfghjklmnprstvz])a(?:ya|ia|ja|iya)$"), "iy"),
    (regex(r"(?<=\w\w[oe]v)a$|(?<=\w\w[oe]w)a$"), ""),
    (regex(r"(?<=\w\w\w[iy]n)a$"), ""),
)
_FEMININE_LAST = frozenset("aая")
_CYRILLIC_FEMININE = (
    (regex(r"(?<=\w[сцз]к)ая$|(?<=\w[сц]ьк)а$|(?<=\w\w[нлтш])ая$"), "ий"),
    (regex(r"(?<=\w\w[оеёєі]в)а$|(?<=\w\w\w[иіы]н)а$|(?<=\w\w[аеё]в)а$"), ""),
)


@cache
def _given_in_ina() -> frozenset[str]:
    return frozenset(map(slavic_key, _GIVEN_IN_INA.split()))


@lru_cache(maxsize=8192)
def masculine(word: str) -> str:
    """The masculine form of a surname with a feminine Slavic ending, as spelt otherwise (Petrova → petrov, Volskaya →
    volskiy, Путина → путин); the word itself, in lower case, if it has none.

    Given names in -ina (Marina) and a few words in -ova that are not Slavic (Casanova) are left as they are.
    """
    word = word.lower()
    if word[-1:] not in _FEMININE_LAST:
        return word
    for pattern, into in _CYRILLIC_FEMININE if _CYRILLIC.search(word) else _FEMININE:
        changed = pattern.sub(into, word)
        if changed != word:
            return word if word in _NOT_SLAVIC or slavic_key(word) in _given_in_ina() else changed
    return word
