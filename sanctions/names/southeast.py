"""Names of South-East Asia: Vietnamese told apart by the syllable, Burmese without titles, Indonesian in its present spelling.

Vietnamese syllables are few and near each other, so that one letter makes another name (Thanh, Thang); they are those of the
national alphabet without its marks, which lists leave out. Burmese titles (U, Daw, Ko, Ma) come and go, and an h before or
behind a consonant is written or not (Htun, Tun; Hla, La): Okell's Guide to the Romanization of Burmese (1971) has both. Dutch
spelling of Malay and Indonesian (Van Ophuijsen 1901) by that of 1972.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.names.text import words
from sanctions.patterns import regex

_VIETNAMESE = regex(
    "(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh|n|ph?|qu|r|s|th|tr|t|v|x)?"
    "(?:a(?:ch?|i|m|ng|nh|n|o|p|t|u|y)?|e(?:c|m|ng|nh|n|o|p|t|u)?|ie(?:c|m|ng|n|p|t|u)|i(?:a|ch|m|nh|n|p|t|u)?|oa(?:ch?|i|ng|nh|n|o|t|y)?"
    "|oe(?:n|o)?|o(?:c|i|m|ng|n|p|t)?|ua(?:ng|n|t|y)?|ue(?:ch|nh|n)?|uo(?:c|i|m|ng|n|p|t|u)?|uye[nt]|uy(?:a|ch|nh|t)?|u(?:c|i|m|ng|n|p|t|u)?"
    "|ye(?:m|n|t|u)|y)"
)
_FAMILIES = frozenset(
    "nguyen tran pham phan huynh bui trinh truong doan ngo phung quach nghiem khuong vuong khuat ninh thach trieu dinh duong hoang".split()
)
"""Family names that hardly another tongue has in this spelling."""
_SHARED_FAMILIES = frozenset("le ho vo vu dang do ly dao luong luu mai ha cao ta to chu kieu thai tang tong lam la".split())
_MIDDLE = frozenset("van thi huu dinh ngoc xuan quang duc".split())
_MOST_WORDS = 5


@lru_cache(maxsize=8192)
def is_vietnamese(text: str) -> bool:
    """Whether a name reads as Vietnamese: a family name first or last, and every word a syllable of Vietnamese."""
    plain = words(text)
    if not 2 <= len(plain) <= _MOST_WORDS or _FAMILIES.union(_SHARED_FAMILIES).isdisjoint((plain[0], plain[-1])):
        return False
    if _FAMILIES.isdisjoint(plain) and _MIDDLE.isdisjoint(plain[1:]):
        return False
    return all(map(_VIETNAMESE.fullmatch, plain))


_BURMESE = frozenset(
    """
    aung kyaw htun tun myint win zaw thein hlaing thant khin nyunt swe maung soe oo htet hein htay htoo naing moe mya nyan ohn phyo pyae
    sein shwe thaung than thet thin tint toe wai wunna yan ye yin yee zeya zeyar zin nwe nay myo mon kyi lwin linn khaing kaung htike
    hla hsan hnin cho banyar arkar myat khaine htwe htin hmu hmwe nyein thiha thura theingi tayza sithu bo gyi kyin pyone suu su ei ohnmar
    aye thazin thandar hsu hpone hpyo tin min san naung saw sann yint
    """.split()
)
_TITLES = frozenset("u daw ko ma".split())
_LEAST_BURMESE = 2
_SILENT = regex("^h(?=[tslmnp])|^th(?=aung$|an$)")


@lru_cache(maxsize=8192)
def burmese_words(plain: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a Burmese name, in their order, without titles and silent letters; () where it is none or has neither."""
    rest = plain[1:] if plain and plain[0] in _TITLES else plain
    if sum(map(_BURMESE.__contains__, rest)) < _LEAST_BURMESE:
        return ()
    found = tuple(_SILENT.sub("", word).replace("gy", "ky") for word in rest)
    return found if found != plain else ()


_DUTCH = tuple((regex(pattern), into) for pattern, into in (("oe", "u"), ("tj", "c"), ("dj", "j"), ("nj", "ny"), ("sj", "sy")))
_OLD = regex("[a-z]*[bdgjklmnprst]oe[a-z]*[a-z][aio]|tj[aiou][a-z]{2,}")


@lru_cache(maxsize=8192)
def indonesian_words(plain: tuple[str, ...]) -> tuple[str, ...]:
    """The words with those in the Dutch spelling of Indonesian in the present one (Soeharto, Tjokro); () where there are none."""
    if not any("oe" in word or "tj" in word for word in plain):
        return ()
    found = tuple(_respelt(word) if _OLD.fullmatch(word) else word for word in plain)
    return found if found != plain else ()


def _respelt(word: str) -> str:
    for pattern, into in _DUTCH:
        word = pattern.sub(into, word)
    return word
