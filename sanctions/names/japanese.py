"""Japanese names: kana and Chinese characters read, and every romanisation of one name brought to one spelling.

Hepburn (ISO 3602 calls for Kunrei, passports for Hepburn) without marks: long vowels are written once, whether o, ou, oo, oh
or ō. A name in Chinese characters has no certain reading; a family name that is known, or made of characters that are, and
given names by the table or by their characters give at most eight. Families that stand in the tables of Chinese or Korean,
too, have readings in each: 林 is Hayashi, Lin and Rim.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

from sanctions.names.japanese_tables import characters, families, given_names, parts
from sanctions.patterns import regex

_MOST_READINGS = 8
_MOST_LETTERS = 6
_HAN = regex("[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]+")
_KANA = regex("[\u3041-\u309f\u30a1-\u30ff\uff66-\uff9f]+")

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの", "h": "はひふへほ", "m": "まみむめも",
    "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ", "d": "だぢづでど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
_SOUNDS = {letter: row + vowel for row, letters in _ROWS.items() for letter, vowel in zip(letters, "aiueo", strict=True)}
_SOUNDS |= {
    "ふ": "fu",
    "や": "ya",
    "ゆ": "yu",
    "よ": "yo",
    "わ": "wa",
    "ゐ": "i",
    "ゑ": "e",
    "を": "o",
    "ん": "n",
    "ゔ": "vu",
    "ゝ": "",
    "ゞ": "",
    "ー": "",
}
_SMALL = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ゎ": "wa", "っ": ""}

_SPELLINGS = tuple(
    (regex(pattern), into)
    for pattern, into in (
        # Kunrei and Nihon to Hepburn
        ("sy", "sh"), ("ty", "ch"), ("[zjd]y", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"),
        ("(?<![sc])hu", "fu"), ("[zd]i", "ji"), ("du", "zu"),
        # a double consonant, n before lips, long vowels
        ("tch", "ch"), (r"([kstpgzdbcfj])\1", r"\1"), ("m(?=[bpm])", "n"), ("nn", "n"), ("o[uh](?![aeiouy])", "o"),
        (r"([aeiou])\1+", r"\1"),
    )
)  # fmt: skip
_SYLLABLES = regex(
    r"(?:(?:[kgszjtdnhbpmr]y?|[sc]h|ts|f|y|w)?[aeiou]h?(?![^aeiouynhmkstpcgzjdbrwf])|n|m(?=[bpm])|[kstpcgzdb](?=[kstpcgzdb]))+"
)
_DOUBLED = regex(r"([a-z])\1|o[uh]|m[bp]")
"""What a reading that is in Hepburn already can still lose."""
_KANA_LETTERS = frozenset("abcdefghijkmnoprstuwyz")
_LEAST_LETTERS = 4


@lru_cache(maxsize=8192)
def hepburn(word: str) -> str:
    """A romanised Japanese word, in [a-z], in Hepburn without marks: "shinzou", "sinzo" and "shinzoh" are "shinzo"."""
    for pattern, into in _SPELLINGS:
        word = pattern.sub(into, word)
    return word.replace("shh", "sh")


def kana_in_latin(text: str) -> str:
    """The text with its kana in Hepburn: しょうこう is "shoko", さとう "sato"."""
    return _KANA.sub(lambda run: _kana(run.group()), text)


def _kana(run: str) -> str:
    out = ""
    for letter in unicodedata.normalize("NFKC", run):
        sound = chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter
        if sound in _SMALL:
            small = _SMALL[sound]
            out = out[:-1] + small if small and out and out[-1] in "iueo" else out + small
        else:
            out += _SOUNDS.get(sound, "")
    return hepburn(out)


_BODY_WORDS = {
    "真理教": "shinrikyo", "教団": "kyodan", "赤軍": "sekigun", "連合": "rengo", "組": "gumi", "会": "kai", "會": "kai",
    "一家": "ikka", "教": "kyo", "日本": "nihon", "東京": "tokyo", "大阪": "osaka", "京都": "kyoto", "神戸": "kobe", "弘道": "kodo",
    "道仁": "dojin", "極東": "kyokuto", "任侠": "ninkyo", "オウム": "aum", "アレフ": "aleph",
}  # fmt: skip
"""What names of Japanese societies are made of, beside families; two words of other tongues in kana with their own spelling."""
_MOST_WORDS = 4


@lru_cache(maxsize=8192)
def japanese_body(text: str) -> str:
    """The name of a Japanese society in Latin letters (山口組 is "yamaguchi gumi", オウム真理教 "aum shinrikyo"); "" where any of
    it is unknown."""
    found: list[str] = []
    rest = "".join(letter for letter in text if letter.isalpha())
    while rest and len(found) < _MOST_WORDS:
        size = next(
            (size for size in range(min(len(rest), _MOST_LETTERS), 0, -1) if rest[:size] in _BODY_WORDS or rest[:size] in families()), 0
        )
        if not size:
            return ""
        found.append(_BODY_WORDS.get(rest[:size]) or hepburn(families()[rest[:size]][0]))
        rest = rest[size:]
    return " ".join(found) if not rest and len(found) > 1 else ""


@cache
def _family_spellings() -> frozenset[str]:
    """Family names in Hepburn, without those of three letters that are words of many tongues."""
    every = {reading for readings in families().values() for reading in readings}
    long = {reading for reading in every if len(reading) >= _LEAST_LETTERS} | {"abe", "ito", "aso", "oda"}
    return frozenset(hepburn(reading) if _DOUBLED.search(reading) else reading for reading in long)


@lru_cache(maxsize=8192)
def is_japanese_family(word: str) -> bool:
    """Whether a romanised word is a common Japanese family name, however its long vowels are spelt."""
    return _KANA_LETTERS.issuperset(word) and hepburn(word) in _family_spellings()


@lru_cache(maxsize=8192)
def japanese_forms(words: tuple[str, ...], original: str) -> tuple[tuple[str, ...], ...]:
    """The readings of a name, given name first, in Hepburn; () where it does not look Japanese or is spelt so already.

    ``words`` are its romanised words; ``original`` is the text itself, whose Chinese characters are read. A romanised name
    looks Japanese when a common family name stands first or last and every word is made of kana.
    """
    if not original.isascii() and _HAN.search(original):
        return _han_forms("".join(letter for letter in original if letter.isalpha()), original)
    if not 2 <= len(words) <= 3 or not (is_japanese_family(words[0]) or is_japanese_family(words[-1])):
        return ()
    if not all(map(_SYLLABLES.fullmatch, words)):
        return ()
    found = tuple(map(hepburn, words))
    return (found,) if found != words else ()


def _han_forms(letters: str, original: str) -> tuple[tuple[str, ...], ...]:
    """The readings of a name in Chinese characters, with kana among them or not."""
    if not 2 <= len(letters) <= _MOST_LETTERS or not all(_HAN.fullmatch(c) or _KANA.fullmatch(c) for c in letters):
        return ()
    told = original.split() if len(original.split()) == 2 else ()
    found: dict[tuple[str, ...], None] = {}
    for size in (len(told[0]),) if told else (2, 3, 1):
        pairs = product(_given(letters[size:]), _family(letters[:size]))
        found |= dict.fromkeys(islice(pairs, _MOST_READINGS))
    return tuple(found)[:_MOST_READINGS]


def _family(letters: str) -> tuple[str, ...]:
    if known := families().get(letters):
        return tuple(map(hepburn, known))
    if len(letters) == 2 and all(letter in parts() for letter in letters):
        return tuple(hepburn(one + two) for one, two in product(*(parts()[letter][:2] for letter in letters)))
    return ()


def _given(letters: str) -> tuple[str, ...]:
    """The readings of a given name of one to three characters or of kana, the likeliest first."""
    if _KANA.fullmatch(letters):
        return (_kana(letters),)
    if known := given_names().get(letters):
        return tuple(map(hepburn, known))
    if not 1 <= len(letters) <= 3:
        return ()
    made = product(*(characters().get(letter, ()) for letter in letters))
    return tuple(dict.fromkeys(hepburn("".join(sounds)) for sounds in islice(made, _MOST_READINGS)))
