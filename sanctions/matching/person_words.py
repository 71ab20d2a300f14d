"""How alike two words of persons' names are: slips, romanisations, forms of one given name, patronymics, feminine endings.

A slip in a word that no other name is near to is cheap; a letter's difference between two words that are both names of
many people is another name. What romanisations exchange weighs less than other letters: a difference is counted in
letters, in sound classes and in consonants, the consonants twice. Measured on two sets, with all other words of
the two names equal: 7,500 pairs of spellings that publishers give for one target, and 17,000 pairs of strangers (ordinary
names against lists, listed persons of other birth years).
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from sanctions.names.arabic_sounds import arabic_names_of
from sanctions.names.cyrillic import looks_slavic, masculine, slavic_key
from sanctions.names.exchanged import exchanged, frames_of
from sanctions.names.given import is_given_name
from sanctions.names.patronymics import patronymic_of
from sanctions.names.text import skeleton, sound, spelling
from sanctions.names.vocabulary import commonness
from sanctions.names.western import nickname_class
from sanctions.patterns import regex

SAME_SOUND, SAME_SOUND_COMMON = 0.97, 0.93
"""One sound class (Yusuf, Youssef), or one Slavic word; less where both spellings are common names."""

EXCHANGED = 0.92
"""Letters that romanisations of two tongues exchange (Charif, Sharif; Gamal, Jamal), unless both spellings are common names."""

SAME_NAME = 0.88
"""Two forms of one given name (Bob, Robert)."""

OTHER_GENDER = 0.9
"""A surname with and without its feminine ending (Petrov, Petrova): relatives, or one woman written two ways."""

OTHER_NAME = 0.5
"""The most that two known names are alike: Maria and Mario, Ivanovich and Ilyich are no slips for each other."""

FREE = 0.25
"""The part of the first difference that costs nothing: one is likelier a slip than a stranger."""

ONE_SLIP = 0.78
"""The least likeness of two words that one letter tells apart, unless both are known names. From .75: a slip in the family name
beside Ali or Muhammad is found, and of 10,000 ordinary names none alerts more."""

LEAST_SLIP = 4
"""Letters from which another letter in a word is likelier a slip than another name: Ida and Ada, Ivo and Iva are two names."""

KNOWN_APART = 0.62
"""The most that two known names are alike that do not sound the same: Larsen and Larsson, Martini and Martins. Of 668 pairs of
surnames and 738 of forenames from one of 60 countries, with all else equal, 11 and 10 in 100 alert by it instead of 29 and 24.
Not for an Arabic name and a word with its consonants (Adel, Adl), whose vowels are written many ways."""

SLOPES = (1.2, 1.75, 2.4)
"""What a difference costs, over the word's length, where neither, one or both of the words are known names."""

_ENDING = regex(r"(?<=\w{3})(?:[oe]v|[oe]va|in|ina|sk[iy]|sky?iy|ich?|vich?|[oe]vich?|enk[oa]|yan|ian|shvili|zadeh?|pour|nejad|sson|sen)$")

_FAMILY = regex(
    r"(?<=\w{3})(?:(?P<ov>[oe](?:v|ff?|w)a?|yov)|(?P<sky>[sc]k(?:i|y|ii|iy|yi|yy|aya|aia|a))|(?P<enko>enk[oa])|(?P<uk>ch?[uy]k|yuk|iuk)"
    r"|(?P<ich>(?:[oe]v|n)i(?:ch|c|c|tch))|(?P<yan>[iy]an)|(?P<shvili>shvili)|(?P<dze>adze)|(?P<in>[iy]na?))$"
)
"""What makes a family name of another: Kostin and Kostenko, Petrov and Petrovsky, are sons of one name and two families (B. O.
Unbegaun, Russian Surnames, 1972: the patronymic, possessive and diminutive suffixes)."""

_COMPOUND = regex(r"(?<=\w{3})(?:[aeiou]?d?d(?:in|een)|[aeou]?ll?ah)$")
"""What many Arabic compounds end in (Sirajuddin, Nasiruddin): it tells nothing, however rare the whole word is."""

LEAST = 0.4
"""Words less alike than this are two words."""

MOST_DIFFERENT = 0.6
LEAST_SOUND = 3


MOST_OF_KNOWN = 2
"""The most slips between a name of many people and a word with another first letter: Guhaad is none of Muhammad's spellings."""

SHORT = 6
LONG, LONG_BONUS = 8, 2
"""A longer word that is no common name counts as so many letters longer: hardly a stranger is near to it."""


@lru_cache(maxsize=8192)
def person_word_similarity(a: str, b: str) -> float:
    """How alike two words of persons' names are, in [0, 1]; symmetric. 0 for numbers and initials that are not equal."""
    if a == b:
        return 1.0
    if not (a.isalpha() and b.isalpha()) or len(a) == 1 or len(b) == 1:
        return 0.0
    if kin := _known_relation(a, b):
        return kin
    return _spelt(a, b)


def _known_relation(a: str, b: str) -> float:
    """What the tables of given names, patronymics and endings say of two words; 0 where they say nothing."""
    one, two = nickname_class(a), nickname_class(b)
    if one and two:
        if one & two:
            return max(SAME_NAME, _spelt(a, b))
        return min(OTHER_NAME, _spelt(a, b))
    if is_given_name(a) and is_given_name(b) and not _one_spelling(a, b):
        return min(OTHER_NAME, _spelt(a, b))
    father, other = patronymic_of(a), patronymic_of(b)
    if father and other:
        if father.same_father(other):
            return SAME_SOUND if father.feminine == other.feminine else OTHER_GENDER
        if father.names and other.names:
            return min(OTHER_NAME, _spelt(a, b))
    return OTHER_NAME if _derived(a, b) else 0.0


def _one_spelling(a: str, b: str) -> bool:
    """Whether two given names are spellings of one by their sound, and no ending makes the one a woman's."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return exchanged(a, b) and long != short + "e" and long != f"{short}{short[-1]}e"


def is_other_name(a: str, b: str) -> bool:
    """Whether two words that are not equal are no slips for each other, however near: both are names of many people, or too short."""
    return (_known(a) and _known(b)) or (is_given_name(a) and is_given_name(b)) or _too_short(a, b)


def _too_short(a: str, b: str) -> bool:
    return len(a) == len(b) < LEAST_SLIP


@lru_cache(maxsize=8192)
def how_alike(a: str, b: str) -> str:
    """By what two words that are alike are: "given_name", "patronymic", "ending", "sound" or "spelling"."""
    if nickname_class(a) & nickname_class(b):
        return "given_name"
    father, other = patronymic_of(a), patronymic_of(b)
    if father and other and father.same_father(other):
        return "patronymic"
    if exchanged(a, b) or arabic_names_of(a) & arabic_names_of(b) or slavic_key(a) == slavic_key(b):
        return "sound"
    return "ending" if slavic_key(masculine(a)) == slavic_key(masculine(b)) else "spelling"


def _derived(a: str, b: str) -> bool:
    """Whether two common names differ by an ending that makes another name: Karim and Karima, Mario and Maria, Hasan and Hasani."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    one, two = sound(short), sound(long)
    if one == two or looks_slavic(long) or masculine(long) != long:
        return False
    if not (commonness(a) and commonness(b)):
        return is_given_name(short) and long == short + "a" and short[-1] not in "aeiou"
    return long == short + "a" or two == one + "i" or (len(a) == len(b) and a[:-1] == b[:-1] and {a[-1], b[-1]} == {"a", "o"})


def _known(word: str) -> bool:
    """Whether a word is itself a name of many people, as it stands or without a feminine ending."""
    return commonness(word) > 0 or commonness(masculine(word)) > 0


def _other_family(a: str, b: str) -> bool:
    """Whether two surnames are made by other suffixes, which is seldom a slip: none of the suffixes is the other one but for a letter."""
    one, two = _FAMILY.search(a), _FAMILY.search(b)
    return one is not None and two is not None and one.lastgroup != two.lastgroup and OSA.distance(one.group(), two.group()) > 1


def _shared_ending(a: str, b: str) -> int:
    """How many letters of a common ending of surnames two words share: they tell nothing (Usmanov and Umarov)."""
    one, two = _ENDING.search(a), _ENDING.search(b)
    if not one or not two:
        return 0
    short = min(one.group(), two.group(), key=len)
    return len(short) if a.endswith(short) and b.endswith(short) else 0


_ROUND = regex("[^ou]+")


def _other_vowel(a: str, b: str) -> bool:
    """Whether o stands against u in two names that are neither Arabic nor Slavic, whose romanisations exchange them: Moller, Muller."""
    if _ROUND.sub("-", spelling(a)) == _ROUND.sub("-", spelling(b)):
        return False
    return not (arabic_names_of(a) or arabic_names_of(b) or looks_slavic(a) or looks_slavic(b))


def most_edits(length: int) -> int:
    """How many slips two words may be apart and still be one, by the longer one's letters, where no sound or consonants say so."""
    return 1 if length < 5 else 2 if length < 8 else 3


def _spelt(a: str, b: str) -> float:
    """How alike two words are by their letters and sounds alone."""
    longest = max(len(a), len(b))
    letters = OSA.distance(a, b, score_cutoff=int(MOST_DIFFERENT * longest))
    if letters > MOST_DIFFERENT * longest:
        return 0.0
    known = _known(a) + _known(b)
    one, two = sound(a), sound(b)
    heard = longest >= LEAST_SOUND and (2 * letters <= longest or longest > SHORT)
    if (one == two and heard) or (longest > 4 and slavic_key(a) == slavic_key(b)):
        return SAME_SOUND if known < 2 else KNOWN_APART if _other_vowel(a, b) else SAME_SOUND_COMMON
    if arabic_names_of(a) & arabic_names_of(b):
        return SAME_SOUND
    if known < 2 and heard and exchanged(a, b):
        return EXCHANGED
    if longest > 4 and slavic_key(masculine(a)) == slavic_key(masculine(b)):
        return OTHER_GENDER
    far = letters > most_edits(longest) or (known and letters > MOST_OF_KNOWN and a[0] != b[0])
    if far and not (frames_of(a) & frames_of(b)):
        return 0.0
    bones, others = skeleton(a), skeleton(b)
    different = (letters + OSA.distance(one, two) + 2 * OSA.distance(bones, others)) / 4
    if _COMPOUND.search(a) and _COMPOUND.search(b):
        telling = longest - min(len(found.group()) for word in (a, b) if (found := _COMPOUND.search(word)))
    else:
        telling = longest - _shared_ending(a, b) + (0 if known or longest <= LONG else LONG_BONUS)
    alike = 1.0 - SLOPES[known] * max(different - FREE, 0.0) / telling
    if known == 2 and (bones != others or not (arabic_names_of(a) | arabic_names_of(b))):
        alike = min(alike, KNOWN_APART)
    if _too_short(a, b):
        alike = min(alike, OTHER_NAME)
    elif _other_family(a, b):
        alike = min(alike, KNOWN_APART)
    elif known < 2 and letters == 1:
        alike = max(alike, ONE_SLIP)
    return alike if alike >= LEAST else 0.0
