"""What two names' alignment is worth, told reason by reason: points, both values and a sentence a lawyer can read."""

from __future__ import annotations

from itertools import pairwise

from sanctions.matching.alignment import Alignment
from sanctions.matching.name_agreement import (
    NUMBER_ALONE_POINTS,
    commonness_points,
    near_brand,
    nothing_equal,
    unnamed,
)
from sanctions.matching.name_sentences import (
    common_sentence,
    compared_values,
    name_sentence,
    reading_sentence,
    role_of,
    roles_of,
    step_sentence,
)
from sanctions.model import Entity, Kind, Name, Quality, Reason
from sanctions.names.forms import KOREAN, LATIN, surely_syllabic
from sanctions.names.text import words

NAME_POINTS = 0.96
"""What two equal names are worth before any other evidence; the rest of 1 is for dates, countries and numbers."""

NEAR_BRAND = 0.03
NOTHING_EQUAL = 0.03
QUALITY_POINTS = {Quality.STRONG: 0.0, Quality.FORMER: 0.0, Quality.LOW: -0.02, Quality.WEAK: -0.03}
NAME_FEATURES = {
    "name": (
        NAME_POINTS,
        "Two names that agree best, of all names of both sides. Equal names give .96; the features below take away what differs.",
    ),
    "spelling": (
        NAME_POINTS,
        "A word written differently: the edit distance (insertion, deletion, substitution, exchange of neighbours) over its length, "
        "weighed by how much the word tells; of persons' names the mean of the distances of letters, sounds and consonants (twice). "
        "Words that are themselves names of many people count as further apart.",
    ),
    "romanisation": (
        0.1,
        "A word or Korean syllable whose spellings are readings of one name (Chong and Jong, Qadhafi and Gaddafi): a small loss.",
    ),
    "given_name": (0.1, "Two forms of one given name (Bob and Robert, Sasha and Aleksandr): a small loss."),
    "feminine_ending": (0.1, "A surname with and without its feminine ending (Petrov and Petrova): a small loss."),
    "order": (
        0.1,
        "The same words with their parts exchanged: the family name of one is the given name of the other, where both say which is "
        "which -.04; the syllables of a Korean given name the other way round, which makes another name -.10.",
    ),
    "nothing_equal": (
        NOTHING_EQUAL,
        "Persons' names of which no word is equal: two near words make less than one near word: -.03. The same for bodies whose only "
        "proper name has another letter inside, where it is short (Cemex, Cimex) or a common word but for a letter (Winvest, Invest).",
    ),
    "joined_words": (0.1, "Words written together on one side and apart on the other: a small loss."),
    "initial": (0.25, "An initial against a word that begins with it: a quarter of the word's weight, in a person's name a fifth."),
    "missing_word": (
        NAME_POINTS,
        "A word that only the listed name has, weighed by how much it tells: .375 of its weight, "
        "in a person's name .28 (.36 for what stands before a whole name, which may be a child's, .4 where the listed name is one word "
        "alone, .2 for each of several between its first and last word), and no word more than .7, a patronymic than .45; a number .9.",
    ),
    "extra_word": (
        NAME_POINTS,
        "A word that only the asked name has, weighed the same. Where both have a word the other lacks, "
        "the lighter of the two costs its whole weight.",
    ),
    "cut_short": (
        0.14,
        "A long name that is the beginning of the other, as fields of 35 characters cut them: -.08, if little is left of it -.14.",
    ),
    "acronym": (
        0.32,
        "A body's acronym against its name: -.13 from five letters, -.16 for one made of syllables, -.15 for the four initials of all its "
        "telling words, -.24 for four others and -.32 for three "
        "letters, which fit many names; -.12 for initials within a name whose other words agree (Real IRA).",
    ),
    "common_name": (
        NUMBER_ALONE_POINTS,
        "Names made of common words tell less: up to -.03, with initials -.06, and where a name is one word, or has a word more "
        "than the other, -.11, of bodies -.07. Bodies that share nothing that names somebody: one or two common words translated -.10, "
        "a number alone -.20.",
    ),
    "alias_quality": (0.03, "A weak alias (OFAC) -.03, a low-quality alias (UN, UK) -.02."),
    "kind": (
        1.0,
        "A person is not a ship, an aircraft or a body of persons: if both kinds are stated and cannot be one, the comparison ends at 0.",
    ),
    "limit": (1.0, "Keeps the sum between 0 and 1."),
}
"""The features of names: name → (greatest points, what it does). With matching.features.FEATURES, all there are."""

_STEP_FEATURES = {
    "sound": "romanisation",
    "patronymic": "romanisation",
    "given_name": "given_name",
    "ending": "feminine_ending",
    "spelling": "spelling",
    "joined": "joined_words",
    "initial": "initial",
    "asked_only": "extra_word",
    "listed_only": "missing_word",
    "replaced": "spelling",
    "cut": "cut_short",
    "acronym": "acronym",
}
ROLES_EXCHANGED = 0.04
SYLLABLES_EXCHANGED = 0.1


def name_reasons(asked: Name | None, listed: Name | None, alignment: Alignment | None, kind: Kind) -> list[Reason]:
    """The reasons of two names of a target of that kind; one of no points where no two names can be compared."""
    if asked is None or listed is None or alignment is None:
        return [Reason(feature="name", points=0.0, detail="there is no pair of names that can be compared")]
    person = kind is Kind.PERSON
    reasons = [
        Reason(
            feature="name",
            points=NAME_POINTS,
            detail=name_sentence(alignment, asked.full, listed.full, kind),
            asked=asked.full,
            listed=listed.full,
        )
    ]
    for place, (step, told) in enumerate(zip(alignment.steps, compared_values(alignment, asked.full, listed.full), strict=True)):
        if step.cost > 0:
            role = role_of(step, place, alignment.scheme, listed) if person else "word"
            reasons.append(
                Reason(
                    feature=_STEP_FEATURES[step.how],
                    points=-round(step.cost * NAME_POINTS, 4),
                    detail=step_sentence(step, told, role, alignment.scheme),
                    asked=told[0],
                    listed=told[1],
                )
            )
    rest = 1.0 - alignment.similarity - sum(step.cost for step in alignment.steps)
    if rest > 1e-9:
        detail = reading_sentence(alignment, asked.full, listed.full)
        points = -round(rest * NAME_POINTS, 4)
        reasons.append(Reason(feature="romanisation", points=points, detail=detail, asked=asked.full, listed=listed.full))
    if person and (exchanged := _exchanged(asked, listed, alignment)):
        points, detail = exchanged
        reasons.append(Reason(feature="order", points=-points, detail=detail, asked=asked.full, listed=listed.full))
    if person and nothing_equal(alignment):
        detail = "no word is equal, by its sound or by a known form of it: each is only near"
        reasons.append(Reason(feature="nothing_equal", points=-NOTHING_EQUAL, detail=detail, asked=asked.full, listed=listed.full))
    if not person and near_brand(alignment):
        detail = (
            "the one word that names the body is not equal: another letter in a short word, or one that makes it a common word, is more "
            "often another body's name than a slip"
        )
        reasons.append(Reason(feature="nothing_equal", points=-NEAR_BRAND, detail=detail, asked=asked.full, listed=listed.full))
    if not person and (nameless := unnamed(alignment, asked, listed)):
        points, detail = nameless
        reasons.append(Reason(feature="common_name", points=-points, detail=detail, asked=asked.full, listed=listed.full))
    elif common := commonness_points(alignment, person=person):
        detail = common_sentence(alignment)
        reasons.append(Reason(feature="common_name", points=-common, detail=detail, asked=asked.full, listed=listed.full))
    if QUALITY_POINTS[listed.quality]:
        detail = f"{listed.full!r} is published as a {listed.quality.value} alias"
        detail += "" if listed.quality is Quality.WEAK else " (low quality)"
        reasons.append(Reason(feature="alias_quality", points=QUALITY_POINTS[listed.quality], detail=detail, listed=listed.full))
    return reasons


def number_alone(asked: Name | None, entity: Entity) -> Reason:
    """The one reason of names of a hit that rests on an equal number: the party has no name, or none that is like the entity's."""
    if asked is None:
        return Reason(feature="name", points=0.0, detail="no name was asked about; the number alone is compared")
    detail = "no listed name is near to the name asked; the hit rests on the number"
    return Reason(feature="name", points=0.0, detail=detail, asked=asked.full, listed=entity.name)


def _exchanged(asked: Name, listed: Name, alignment: Alignment) -> tuple[float, str] | None:
    """What it costs that equal words stand in each other's place, and a sentence; None where they do not."""
    if alignment.scheme != LATIN or any(step.how != "equal" for step in alignment.steps):
        return None
    if KOREAN in surely_syllabic(asked.full) & surely_syllabic(listed.full) and _other_syllables(asked.full, listed.full):
        return SYLLABLES_EXCHANGED, "the same syllables in another order make another Korean name"
    one, two = dict(roles_of(asked)), dict(roles_of(listed))
    family, other = ({*words(parts.get("family name", ""))} for parts in (one, two))
    given, second = ({*words(parts.get("given name", ""))} for parts in (one, two))
    if family and other and not family & other and family <= second and other <= given:
        return ROLES_EXCHANGED, "the family name of one is the given name of the other"
    return None


def _other_syllables(asked: str, listed: str) -> bool:
    """Whether the words of one Korean name follow each other otherwise than in the other, wherever the family name stands."""
    one, two = set(pairwise(words(asked))), set(pairwise(words(listed)))
    return len(words(asked)) == 3 == len(words(listed)) and not one & two
