"""What the words are worth in which two names agree: how many bear them, and whether anything agrees that names somebody."""

from __future__ import annotations

from sanctions.matching.alignment import Alignment, Step
from sanctions.matching.costs import COMMON_WEIGHT
from sanctions.model import Name
from sanctions.names.forms import LATIN
from sanctions.names.places import COUNTRIES
from sanctions.names.text import skeleton, words
from sanctions.names.vocabulary import body_commonness, commonness, is_small
from sanctions.names.weights import body_weight, is_generic

COMMON_NAME_POINTS = 0.03
COMMON_BODY_POINTS = 0.07
COMMON_INITIAL_POINTS = 0.06
COMMON_SHORT_POINTS = 0.11
NUMBER_ALONE_POINTS = 0.2
GENERIC_ALONE_POINTS = 0.1
FEW_GENERIC = 2
"""Up to so many common words that agree in translation alone (South, Severnyi) name nobody; three, or two that are all that both
names have to tell (Ministère de la Défense), are a name. Measured on the SEC's 7,919 registrants: alerts fall from 58 to 53 in 10,000."""

GENERIC_LEVEL = 5
SHORT_WORD = 3
"""How common a word of what bodies are and do counts at least, a number, and a word of no more letters: many bear it. Measured on
2,500 names of the Korea Exchange: alerts fall from 56 to 40 in 10,000."""

SHORT_BRAND = 5
"""Letters up to which a body's only proper name with another letter inside is more often another brand (Cemex, Cimex). Measured on
the SEC's 7,919 registrants: alerts fall from 67 to 57 in 10,000; .2 % of 1,656 pairs of a body's own names are lost, and 1 % of slips
of that kind. Letters exchanged or left out, or another first letter, are as often slips."""

MOST_COMMON = 7
"""The level of commonness (names.vocabulary) from which a name is as common as can be."""


def commonness_points(alignment: Alignment, *, person: bool) -> float:
    """Up to COMMON_NAME_POINTS, or more where a name is given short or by an initial, by the least common of the words that
    agree: one rare word makes a name rare."""
    short = {step.how for step in alignment.steps if step.how == "initial" or _tells(_word(step), person=person)}
    most = COMMON_NAME_POINTS
    if short & {"asked_only", "listed_only"} or (person and _one_word(alignment)):
        most = COMMON_SHORT_POINTS if person else COMMON_BODY_POINTS
    elif "initial" in short:
        most = COMMON_INITIAL_POINTS
    return round(most * min(commonness_of(alignment, person=person) / MOST_COMMON, 1.0), 4)


def _tells(word: str, *, person: bool) -> bool:
    """Whether a name without this word is given short: not without a particle, nor a body's without its country."""
    return not is_small(word) and (person or word not in COUNTRIES)


def nothing_equal(alignment: Alignment) -> bool:
    """Whether two or more words agree and all of them only by their spelling, not even by their consonants."""
    steps = [step for step in alignment.steps if step.asked and step.listed and not is_small(step.listed)]
    near = [step for step in steps if step.how in ("spelling", "given_name", "initial") and skeleton(step.asked) != skeleton(step.listed)]
    return len(near) == len(steps) > 1 and alignment.scheme == LATIN


def near_brand(alignment: Alignment) -> bool:
    """Whether two bodies' names agree in one proper name alone, and there but for a letter, where that makes another brand: another
    letter inside a short one (Cemex, Cimex), or a letter that makes it a common word (Winvest, Invest)."""
    proper = [step for step in alignment.steps if step.asked and step.listed and max(_body_weights(step)) > COMMON_WEIGHT]
    if [step.how for step in proper] != ["spelling"]:
        return False
    asked, listed = proper[0].asked, proper[0].listed
    another = len(asked) == len(listed) and asked[0] == listed[0] and sorted(asked) != sorted(listed)
    return (another and len(asked) <= SHORT_BRAND) or is_generic(asked) != is_generic(listed)


def unnamed(alignment: Alignment, asked: Name, listed: Name) -> tuple[float, str] | None:
    """What it costs that nothing agrees in two bodies' names that names somebody, and a sentence: only a number (First Foundation,
    1A), or one or two common words that are equal only as they are brought to one form (Southern, South)."""
    agreed = [step for step in alignment.steps if step.asked and step.listed and not is_small(step.listed)]
    if not agreed or as_wholes(alignment) or all(step.how == "equal" for step in alignment.steps):
        return None
    if all(step.listed.isdigit() for step in agreed):
        return NUMBER_ALONE_POINTS, "no word agrees that names somebody, only a number"
    written = {*words(asked.full)} & {*words(listed.full)}
    whole = len(agreed) == len([step for step in alignment.steps if not is_small(step.asked or step.listed)])
    if len(agreed) <= (1 if whole else FEW_GENERIC) and all(is_generic(step.listed) and step.listed not in written for step in agreed):
        return GENERIC_ALONE_POINTS, "no word agrees that names somebody, only common words in one form or translated"
    return None


def _body_weights(step: Step) -> tuple[float, float]:
    return body_weight(step.asked), body_weight(step.listed)


def _body_level(word: str) -> int:
    common = word.isdigit() or len(word) <= SHORT_WORD or is_generic(word)
    return max(body_commonness(word), GENERIC_LEVEL) if common else body_commonness(word)


def _one_word(alignment: Alignment) -> bool:
    return sum(not is_small(_word(step)) for step in alignment.steps) == 1


def _word(step: Step) -> str:
    """The word of a step: of an initial what it stands for, since "a" and "y" by themselves join other words."""
    return max(step.asked, step.listed, key=len) if step.how == "initial" else step.asked or step.listed


def commonness_of(alignment: Alignment, *, person: bool) -> int:
    """The level of the least common of the words that agree; the highest where none does, the lowest of names compared as wholes."""
    if as_wholes(alignment):
        return 0
    common = commonness if person else _body_level
    telling = [
        max(common(step.asked), common(step.listed))
        for step in alignment.steps
        if step.how not in ("asked_only", "listed_only", "initial", "replaced", "joined") and not is_small(step.listed)
    ]
    return min(telling, default=9)


def borne_by_many(alignment: Alignment, *, person: bool) -> float:
    """How many may bear what agrees in two names, from 0 (few) to 1: by the least common of the words, and of persons by all
    together, since a given name that many have with a family name in no table (Sergey Kolesnikov) is the name of many, too. The
    levels are logarithms of shares (names.vocabulary), so their sum stands for the share of those who have every word. Names compared
    by syllables are Korean or Chinese, which repeat: they count as half as common as can be."""
    if person and alignment.scheme != LATIN:
        return _SYLLABLES
    least = min(commonness_of(alignment, person=person) / MOST_COMMON, 1.0)
    if not person:
        return least
    agreed = [step for step in alignment.steps if step.asked and step.listed and step.how not in _NOT_SHARED and not is_small(step.listed)]
    rare = sum(_UNKNOWN_TO_MOST - max(commonness(step.asked), commonness(step.listed)) for step in agreed)
    return max(least, min((_TWO_RARE - rare) / _SPAN, 1.0))


_SYLLABLES = 0.5
_NOT_SHARED = ("initial", "replaced")
_UNKNOWN_TO_MOST, _TWO_RARE, _SPAN = 10, 20, 12
"""A word in no table counts ten levels, so that two of them make a name rare; twelve levels less, and it is as common as can be."""


def as_wholes(alignment: Alignment) -> bool:
    """Whether two names of bodies were compared as wholes (matching.bodies): an acronym, a cut name, one written together."""
    return len(alignment.steps) == 1 and alignment.steps[0].how in ("acronym", "cut", "joined")
