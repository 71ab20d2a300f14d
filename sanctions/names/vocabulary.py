"""Words that mean little in a name: titles, particles, joining words; and how common each other word is.

Titles and particles are those met on the OFAC, UN and UK lists. How common a word is in names of persons stands in frequency.tsv,
in names of bodies in frequency_bodies.tsv and english_words.txt; their heads say what was counted.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_JOINING = _words(
    """
    http https www a aka and da das dba de del della den der des di die do dos du el en et fka for i la le les of the
    und van von y
    """
)
_TITLES = _words(
    """
    admiral al-hajj amir ayatollah brig brigadier capt captain col colonel commander comrade dame dr
    emir eng engineer esq excellency excellencies father gen general
    hadji hafiz haj haji hajj hajjah hajji her highness his hojjatoleslam hon
    honorable honourable imam jr junior king lady lieutenant lord lt maj majesty major marshal maulana maulavi
    maulvi mawlana mawlawi md minister miss molvi mr mrs ms mulla mullah phd president prince princess
    prof professor qari rev reverend sayed sayid sayyid senior sergeant seyed seyyed seyyid sgt shaikh
    shaykh sheik sheikh sir sr sultan syed ustad ustaz
    """
)
_PARTICLES = _words(
    """
    abd abdul abo aboo abou abu ad al an ar as ash at az ben bin bint binti bou el ibn kizi kyzy oglu
    ogly ou ould ul um umm zade zadeh
    """
)
_VESSEL_PREFIXES = _words(
    """
    ms mt mts mv mvs ss
    """
)

LEGAL = "="
"""Legal forms stand in a form as "=ltd", so that they can never be taken for a word."""


def _lines(name: str) -> list[str]:
    """The lines of a file beside this module, without the comment at its head."""
    lines = Path(__file__).with_name(name).read_text("ascii").splitlines()
    return lines[next(at for at, line in enumerate(lines) if not line.startswith("#")) :]


@cache
def _levels(table: str = "frequency.tsv") -> dict[str, int]:
    cells = "\t".join(_lines(table)).split("\t")
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


_CLASSES = {"dprk": 6, "usa": 6, "uae": 7}
"""Classes of `names.organisations` that are no words of names themselves."""


def commonness(word: str) -> int:
    """How common a word is in names, from 0 (not in the table) to 9 (one name in fifty has it)."""
    return _levels().get(word, _CLASSES.get(word, 0))


def body_commonness(word: str) -> int:
    """The same in names of bodies, where each body counts once, however many names it has on a list. An ordinary English word
    ("Element", "Legion") is the brand of many, though the names counted may not have it."""
    level = _levels("frequency_bodies.tsv").get(word, _CLASSES.get(word, 0))
    return _ORDINARY if level < _ORDINARY and _is_english(word) else level


_ORDINARY = 3


def usual_words() -> list[str]:
    """The words that many names have, sorted: those of both tables of frequency."""
    return sorted(_levels().keys() | _levels("frequency_bodies.tsv").keys())


@cache
def _english_lines() -> list[str]:
    return _lines("english_words.txt")


def _is_english(word: str) -> bool:
    """Whether the list of English words, which is sorted, has a word. One name asks for a few: a set of all forty thousand
    would be most of what a start makes."""
    lines = _english_lines()
    at = bisect_right(lines, f"{word}!") - 1  # the last line that begins with this word or an earlier one: " " < "!" < "a"
    return at >= 0 and f" {word} " in f" {lines[at]} "


SMALL_WEIGHT = 0.12
"""What legal forms, titles, particles and joining words weigh."""

_PARENT = 0.35
_PARENTS = _words("abu abo aboo abou umm um")
_INITIAL = 0.3


@lru_cache(maxsize=8192)
def weight(word: str) -> float:
    """How much a word tells of whom it names: 1 for a word met nowhere else, .3 for the commonest, .12 for
    legal forms, titles, particles and joining words, .35 for abu and umm (Abu Ali is not Ali). Numbers tell sister companies
    and ships apart: 1."""
    fixed = fixed_weight(word)
    return level_weight(commonness(word)) if fixed is None else fixed


def fixed_weight(word: str) -> float | None:
    """The weight of a word that tells as much in any name: legal forms, titles, particles, joining words, numbers, initials;
    None for all others, which tell by how common they are."""
    if word in _PARENTS:
        return _PARENT
    if word.startswith(LEGAL) or word in _JOINING or word in _TITLES or word in _PARTICLES or word in _VESSEL_PREFIXES:
        return SMALL_WEIGHT
    if word.isdigit():
        return 1.0
    return _INITIAL if len(word) == 1 else None


def level_weight(level: int) -> float:
    """The weight of a word by its level of commonness."""
    return 1.0 - 0.075 * level


def is_joining(word: str) -> bool:
    """Whether a word only joins others: of, the, and, de."""
    return word in _JOINING


def is_title(word: str) -> bool:
    """Whether a word is a title of persons: in a body's name it is a word like others ("General Motors")."""
    return word in _TITLES


def is_small(word: str) -> bool:
    """Whether a word is a legal form, title, particle or joining word: its absence says nothing."""
    return weight(word) == SMALL_WEIGHT
