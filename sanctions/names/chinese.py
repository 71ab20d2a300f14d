"""Chinese personal names: Han script, Pinyin, Wade-Giles and the usual southern spellings of family names as one form.

A form is (family, given syllable, …) in Pinyin without tones (ISO 7098): Xi Jinping, Hsi Chin-p'ing and 习近平 are
("xi", "jin", "ping"). Wade-Giles by its standard table (Giles 1912, as in the 1979 Postal and Library of Congress
conversion tables); lists drop its apostrophes, so "chin" has two readings (jin, qin) and a name as many as twenty-four.
Family names as Hong Kong, Macau, Taiwan, Singapore and Malaysia write them. Given names in Cantonese or Hokkien
are not turned into Pinyin: they are compared as the Latin words they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

import msgspec

from sanctions.names.chinese_tables import FAMILY_OF, HAN_FAMILIES, PINYIN, SOUNDS, WADE_GILES, wade_giles
from sanctions.names.korean import korean_forms

_PINYIN_TABLE = {syllable: (syllable,) for syllable in PINYIN}
_TELLING_PINYIN = ("zh", "x", "q")
_ONLY_PINYIN = ("zh", "x", "q", "b", "d", "g", "r", "z")
_TELLING_WG = ("hs", "tz", "ssu", "szu")
_MOST_READINGS = 24
_LONGEST = 12
"""Letters of a word that can be a part of a Chinese name."""
GIVEN_ELSEWHERE = frozenset(
    """
    ada aida aiden aisha alan ali alisha alma alya amanda ana anan ane ange anna anne annie asia aung ava awa bea bela ben bence
    bibi bintou bobo bona coco dada dana dane dante dean dena diane dina duke dusan eden elan eli ella emma enea enge ewa fiona
    gene gina hana hanna hannah hans hasan hope ian ida ilan ina inga ivan jade jake jana jane joan joe joshua julia june kaia
    kaila kana kane kate katie ken kenan kiki kim kira koba laia lama lana lance lane laura lea lena leo lia liana liepa lila lili
    lina linda lio lisa lola lou luca luka luke lulu luna lwin mae maha mai maia mali mama mana mara maria marie mario mark mate
    maung maya mena mia mike mila mimi mina mona nadia nana nancy nanda naomi naya nene neo neza nicole nina nino noa nola nutsa
    oana olga oman ona pa pam papa paul pepe pete pia rae rena renan rene rita rohan rosa ross sabin sama sami samina sana sara
    sasha sean sena shana shane sian suha suna susan taha tana tania tara tate teo theo thin tina titi tito tone toni uma una van
    vera wade wanda wayne wilma win woo yana yelena yusha zala zane zaza zena zoe zora
    """.split()
)
"""Given names of other tongues that the syllables of Chinese happen to make."""


class ChineseReading(msgspec.Struct, frozen=True):
    """``tokens`` is (family, syllable, …). ``sure``, in [0, 1]: 1 Han script with a known family; .95 a spelling that only
    Chinese has (zh, x, q, hs, tz); .7 one that other tongues could have; .4 one that reads as Korean, too."""

    tokens: tuple[str, ...]
    sure: float


@lru_cache(maxsize=8192)
def syllables_of(word: str, *, in_wade_giles: bool = False) -> tuple[tuple[str, ...], ...]:
    """The ways to read a word as one Chinese syllable, or else as two, in Pinyin or in Wade-Giles; () if there are none."""
    table = WADE_GILES if in_wade_giles else _PINYIN_TABLE
    if word in table:
        return tuple((syllable,) for syllable in table[word])
    cuts = ((word[:i], word[i:]) for i in range(1, len(word)))
    return tuple(pair for a, b in cuts if a in table and b in table for pair in product(table[a], table[b]))[:_MOST_READINGS]


def han_reading(text: str) -> tuple[str, ...]:
    """The form of a name in Chinese characters: (family, syllable, …); () where a letter is none or the length is no name's.

    Families of two characters and characters with a sound of their own as family names are known.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if not 2 <= len(letters) <= 4 or not all("\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff" for c in letters):
        return ()
    compound = letters[0] + letters[1] in HAN_FAMILIES
    if compound and len(letters) == 2:
        compound = False
    size = 2 if compound else 1
    from anyascii import anyascii

    family = HAN_FAMILIES.get("".join(letters[:size])) or anyascii(letters[0]).lower()
    given = tuple(anyascii(c).lower() for c in letters[size:])
    if len(given) > 2 or not all(part.isascii() and part.isalpha() for part in (family, *given)):
        return ()
    return (family, *given)


def _sounded(reading: tuple[str, ...], original: str) -> tuple[tuple[str, ...], ...]:
    """The reading of a name in Chinese characters and those with the other sounds of its given name's."""
    given = [letter for letter in original if letter.isalpha()][-len(reading) + 1 :]
    sounds = [dict.fromkeys((sound, *SOUNDS.get(letter, ()))) for sound, letter in zip(reading[1:], given, strict=True)]
    return tuple((reading[0], *one) for one in product(*sounds))


def chinese_readings(words: tuple[str, ...], original: str = "", *, family: str = "") -> tuple[ChineseReading, ...]:
    """The Chinese readings of a name, the family name first or last; () if it does not look Chinese.

    ``words`` as `words` gives them; ``original`` is the text itself, read by character where it is Han. A name looks
    Chinese where a known family name is followed (or led) by one or two syllables and nothing else. ``family`` is the
    word that the text says to be the family name ("" if it does not say).
    """
    if not original.isascii() and (han := han_reading(original)):
        return tuple(ChineseReading(one, 1.0 if han[0] in FAMILY_OF else 0.8) for one in _sounded(han, original))
    found: dict[tuple[str, ...], tuple[bool, bool]] = {}
    for spelling, families, given in _with_family(words):
        if (family and family != spelling) or not GIVEN_ELSEWHERE.isdisjoint(given) or not all(map(_may_be_chinese, words)):
            continue
        for name, in_wade_giles in _given(given, spelling):
            for f in families:
                found.setdefault((f, *name), (in_wade_giles, in_wade_giles and not _in_wade_giles(f, spelling)))
    likeliest_first = sorted(found, key=lambda tokens: found[tokens])
    sure = _sureness(words) if found else 0.0
    return tuple(ChineseReading(tokens, sure) for tokens in likeliest_first[:_MOST_READINGS])


def _with_family(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The family name that stands first or last in a name, the families that it may be, and the one or two words of the given name.
    Only a family name of two syllables is written as two words."""
    if 2 <= len(words) <= 3:
        for spelling, given in ((words[0], words[1:]), (words[-1], words[:-1])):
            if spelling in FAMILY_OF:
                yield spelling, FAMILY_OF[spelling], given
    if 3 <= len(words) <= 4:
        for spelling, given in ((words[0] + words[1], words[2:]), (words[-2] + words[-1], words[:-2])):
            if families := tuple(f for f in FAMILY_OF.get(spelling, ()) if f not in PINYIN):
                yield spelling, families, given


def _may_be_chinese(word: str) -> bool:
    return word.isalpha() and len(word) <= _LONGEST


def _in_wade_giles(family: str, spelling: str) -> bool:
    """Whether Wade-Giles spells a family name so. Beside a given name in it such a family is the likeliest; in Taiwan it may be
    Hokkien all the same (LAO Chun-chieh)."""
    return family in PINYIN and spelling in wade_giles(family)


def _given(words: tuple[str, ...], family: str) -> list[tuple[tuple[str, ...], bool]]:
    """Given names of one or two syllables, all Pinyin or all Wade-Giles; only Pinyin beside a family name that only Pinyin has.
    Each with whether it is Wade-Giles."""
    found: list[tuple[tuple[str, ...], bool]] = []
    for in_wade_giles in (False, True):
        if in_wade_giles and found and family.startswith(_ONLY_PINYIN):
            break
        for reading in product(*(syllables_of(word, in_wade_giles=in_wade_giles) for word in words)):
            syllables = tuple(s for part in reading for s in part)
            if len(syllables) <= 2:
                found.append((syllables, in_wade_giles))
    return found


def only_pinyin(syllable: str) -> bool:
    """Whether a syllable is spelt as only Pinyin spells: Xi, Zhang, Qing."""
    return syllable in PINYIN and syllable.startswith(_TELLING_PINYIN)


def _sureness(words: tuple[str, ...]) -> float:
    if any(word.startswith((*_TELLING_PINYIN, *_TELLING_WG)) or "zh" in word[2:] or "hs" in word[2:] for word in words):
        return 0.95
    return 0.4 if korean_forms(words) else 0.7


def chinese_forms(words: tuple[str, ...], original: str = "", *, family: str = "") -> tuple[tuple[str, ...], ...]:
    """The tokens of ``chinese_readings``, as `korean_forms` gives them: at most twenty-four."""
    return tuple(reading.tokens for reading in chinese_readings(words, original, family=family))


_NEAR = (("ng", "n"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("ue", "u"), ("uo", "o"), ("l", "n"))


@lru_cache(maxsize=8192)
def chinese_similarity(a: str, b: str) -> float:
    """1 for one syllable, .85 where southern speech or a slip exchanges the sounds (xin, xing; zeng, zheng), else 0."""
    if a == b:
        return 1.0
    for long, short in _NEAR:
        if a.replace(long, short) == b.replace(long, short):
            return 0.85
    return 0.0
