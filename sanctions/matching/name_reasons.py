"""What two names' alignment is worth, told reason by reason: points, both values and a sentence a lawyer can read."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import OSA

from sanctions.matching.alignment import Alignment, Step
from sanctions.matching.costs import COMMON_WEIGHT
from sanctions.model import Entity, Kind, Name, PartKind, Quality, Reason
from sanctions.names.forms import CHINESE, KOREAN, LATIN, forms_of, surely_syllabic
from sanctions.names.korean import syllables_as_written
from sanctions.names.places import COUNTRIES
from sanctions.names.text import skeleton, words
from sanctions.names.vocabulary import LEGAL, body_commonness, commonness, is_small
from sanctions.names.weights import body_weight, is_generic
from sanctions.patterns import regex
from sanctions.scripts import script_of

NAME_POINTS = 0.96
"""What two equal names are worth before any other evidence; the rest of 1 is for dates, countries and numbers."""

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

NEAR_BRAND = 0.03
SHORT_BRAND = 5
"""Letters up to which a body's only proper name with another letter inside is more often another brand (Cemex, Cimex). Measured on
the SEC's 7,919 registrants: alerts fall from 67 to 57 in 10,000; .2 % of 1,656 pairs of a body's own names are lost, and 1 % of slips
of that kind. Letters exchanged or left out, or another first letter, are as often slips."""

MOST_COMMON = 7
"""The level of commonness (names.vocabulary) from which a name is as common as can be."""

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
LEGAL_FORM = " (legal form)"
_QUOTED_FORM = regex(r"(?:the )?'([^']*) \(legal form\)'")
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
            detail=_name_sentence(alignment, asked.full, listed.full, kind),
            asked=asked.full,
            listed=listed.full,
        )
    ]
    for place, (step, told) in enumerate(zip(alignment.steps, _values(alignment, asked.full, listed.full), strict=True)):
        if step.cost > 0:
            role = _role(step, place, alignment.scheme, listed) if person else "word"
            reasons.append(
                Reason(
                    feature=_STEP_FEATURES[step.how],
                    points=-round(step.cost * NAME_POINTS, 4),
                    detail=_step_sentence(step, told, role, alignment.scheme),
                    asked=told[0],
                    listed=told[1],
                )
            )
    rest = 1.0 - alignment.similarity - sum(step.cost for step in alignment.steps)
    if rest > 1e-9:
        detail = _reading_sentence(alignment, asked.full, listed.full)
        points = -round(rest * NAME_POINTS, 4)
        reasons.append(Reason(feature="romanisation", points=points, detail=detail, asked=asked.full, listed=listed.full))
    if person and (exchanged := _exchanged(asked, listed, alignment)):
        points, detail = exchanged
        reasons.append(Reason(feature="order", points=-points, detail=detail, asked=asked.full, listed=listed.full))
    if person and _nothing_equal(alignment):
        detail = "no word is equal, by its sound or by a known form of it: each is only near"
        reasons.append(Reason(feature="nothing_equal", points=-NOTHING_EQUAL, detail=detail, asked=asked.full, listed=listed.full))
    if not person and _near_brand(alignment):
        detail = (
            "the one word that names the body is not equal: another letter in a short word, or one that makes it a common word, is more "
            "often another body's name than a slip"
        )
        reasons.append(Reason(feature="nothing_equal", points=-NEAR_BRAND, detail=detail, asked=asked.full, listed=listed.full))
    if not person and (unnamed := _unnamed(alignment, asked, listed)):
        points, detail = unnamed
        reasons.append(Reason(feature="common_name", points=-points, detail=detail, asked=asked.full, listed=listed.full))
    elif common := _commonness_points(alignment, person=person):
        detail = _common_sentence(alignment)
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


def _commonness_points(alignment: Alignment, *, person: bool) -> float:
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


def _nothing_equal(alignment: Alignment) -> bool:
    """Whether two or more words agree and all of them only by their spelling, not even by their consonants."""
    steps = [step for step in alignment.steps if step.asked and step.listed and not is_small(step.listed)]
    near = [step for step in steps if step.how in ("spelling", "given_name", "initial") and skeleton(step.asked) != skeleton(step.listed)]
    return len(near) == len(steps) > 1 and alignment.scheme == LATIN


def _near_brand(alignment: Alignment) -> bool:
    """Whether two bodies' names agree in one proper name alone, and there but for a letter, where that makes another brand: another
    letter inside a short one (Cemex, Cimex), or a letter that makes it a common word (Winvest, Invest)."""
    proper = [step for step in alignment.steps if step.asked and step.listed and max(_body_weights(step)) > COMMON_WEIGHT]
    if [step.how for step in proper] != ["spelling"]:
        return False
    asked, listed = proper[0].asked, proper[0].listed
    another = len(asked) == len(listed) and asked[0] == listed[0] and sorted(asked) != sorted(listed)
    return (another and len(asked) <= SHORT_BRAND) or is_generic(asked) != is_generic(listed)


def _unnamed(alignment: Alignment, asked: Name, listed: Name) -> tuple[float, str] | None:
    """What it costs that nothing agrees in two bodies' names that names somebody, and a sentence: only a number (First Foundation,
    1A), or one or two common words that are equal only as they are brought to one form (Southern, South)."""
    agreed = [step for step in alignment.steps if step.asked and step.listed and not is_small(step.listed)]
    if not agreed or _as_wholes(alignment) or all(step.how == "equal" for step in alignment.steps):
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
    if _as_wholes(alignment):
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


def _as_wholes(alignment: Alignment) -> bool:
    """Whether two names of bodies were compared as wholes (matching.bodies): an acronym, a cut name, one written together."""
    return len(alignment.steps) == 1 and alignment.steps[0].how in ("acronym", "cut", "joined")


def _name_sentence(alignment: Alignment, asked: str, listed: str, kind: Kind) -> str:
    if _as_wholes(alignment):
        return "the names are compared as wholes, not word by word"
    equal, whole = sum(1 for step in alignment.steps if step.how == "equal"), len(alignment.steps)
    read = _as_read(alignment, asked, listed, kind)
    if equal == whole:
        if alignment.scheme != LATIN:
            syllables = f": {' '.join(step.listed for step in alignment.steps)!r}" if alignment.scheme == CHINESE else ""
            return f"the names have the same {alignment.scheme.title()} reading, syllable by syllable{syllables}"
        return (
            f"the names are equal as they are compared; {read}"
            if read
            else "the names are equal but for letter case, order and punctuation"
        )
    unit = "word" if alignment.scheme == LATIN else "syllable"
    number = f"{equal} of {whole} {unit}s {'are' if equal > 1 else 'is'} equal" if equal else f"no {unit} is equal"
    number = number if whole > 1 else f"the one {unit} is not equal"
    return f"{number}{f'; {read}' if read else ''}; what differs is told below"


def _as_read(alignment: Alignment, asked: str, listed: str, kind: Kind) -> str:
    """How names are compared that are not compared as they are written, since they stand in other letters or a word of them is
    translated, abbreviated, spelt in one way or left out: "安倍晋三 is read 'shinzo abe'"; "" where none is, or by syllable."""
    if alignment.scheme != LATIN:
        return ""
    sides = (asked, [step.asked for step in alignment.steps]), (listed, [step.listed for step in alignment.steps])
    read = dict.fromkeys(told for name, tokens in sides if (told := _side_as_read(name, " ".join(tokens).split(), kind)))
    return " and ".join(read)


def _side_as_read(name: str, tokens: list[str], kind: Kind) -> str:
    """How one name is compared, in its own order; "" where that is as it is written."""
    if script_of(name) in ("Latn", "") and sorted(tokens) == sorted(words(name)):
        return ""
    own_order = (form.tokens for form in forms_of(name, kind) if sorted(form.tokens) == sorted(tokens))
    read = (_plain(token).removesuffix(LEGAL_FORM) for token in next(own_order, tokens))
    return f"{name} is read {' '.join(read)!r}"


def _reading_sentence(alignment: Alignment, asked: str, listed: str) -> str:
    """Which words of two names are read alike: "'chong' read as 'jong' (Korean romanisation)"."""
    one, two, tongue = words(asked), words(listed), alignment.scheme.title()
    alike = len(one) == len(two) and all(step.how in ("equal", "sound") for step in alignment.steps)
    differing = [f"{a!r} read as {b!r}" for a, b in zip(one, two, strict=True) if a != b] if alike else []
    if not differing:
        return f"compared by their {tongue} reading, not letter by letter"
    return f"{', '.join(differing)} ({tongue} romanisation)"


def _common_sentence(alignment: Alignment) -> str:
    agree = any(step.asked and step.listed for step in alignment.steps)
    return "the words that agree are common in names" if agree else "no word agrees that tells one name from another"


def _values(alignment: Alignment, asked: str, listed: str) -> list[tuple[str, str]]:
    """What each step compares, as a reason shows it: words in the form that is compared, Korean syllables as they are written."""
    if alignment.scheme != KOREAN:
        return [(_plain(step.asked), _plain(step.listed)) for step in alignment.steps]
    sides = [tuple(step.asked for step in alignment.steps), tuple(step.listed for step in alignment.steps)]
    return list(zip(*(_written(side, name) for side, name in zip(sides, (asked, listed), strict=True)), strict=True))


def _written(side: tuple[str, ...], name: str) -> list[str]:
    """The syllables of one side as its name writes them; "" where a step has none."""
    written = iter(syllables_as_written(tuple(filter(None, side)), words(name), name))
    return [next(written) if token else "" for token in side]


def _step_sentence(step: Step, told: tuple[str, str], role: str, scheme: str) -> str:
    a, b = f"{role} {told[0]!r}", repr(told[1])
    tongue = "" if scheme == LATIN else f"{scheme.title()} "
    sentences = {
        "sound": f"{a} read as {b}: " + (f"{tongue}romanisations exchange the sounds" if tongue else "spellings of one sound"),
        "patronymic": f"{a} and {b}: patronymics of one father",
        "given_name": f"{a} and {b}: forms of one given name",
        "ending": f"{a} and {b}: one surname with and without its feminine ending",
        "spelling": f"{a} against {b}: {_letters(step)}",
        "joined": f"{a} and {b} are the same words, joined or apart",
        "initial": f"{a} against {b}: an initial",
        "asked_only": f"{a} is not in the listed name",
        "listed_only": f"the listed name also has {role} {b}",
        "replaced": f"{a} against {b}: another {tongue}syllable",
        "cut": f"{a} and {b} begin alike and one goes on: a name cut to fit a field",
        "acronym": f"{a} and {b}: one can be made of the other's first letters or syllables",
    }
    return _with_legal_form(sentences[step.how].removeprefix("word ").replace(" has word ", " has "))


def _with_legal_form(sentence: str) -> str:
    """ "'ltd (legal form)'" as "the legal form 'ltd'"."""
    return _QUOTED_FORM.sub(r"the legal form '\1'", sentence)


def _letters(step: Step) -> str:
    number = int(OSA.distance(step.asked, step.listed))
    both = ", and both are names of many people" if commonness(step.asked) and commonness(step.listed) else ""
    return f"{number} letter{'s' if number > 1 else ''} differ{'' if number > 1 else 's'}{both}"


_ROLE_WORDS = {
    PartKind.GIVEN: "given name",
    PartKind.FAMILY: "family name",
    PartKind.PATRONYMIC: "patronymic",
    PartKind.MIDDLE: "middle name",
    PartKind.MATRONYMIC: "mother's name",
    PartKind.MAIDEN: "maiden name",
}


def _role(step: Step, place: int, scheme: str, listed: Name) -> str:
    """What part of the name a step is about, where the syllables' order, the list's parts or its comma say so; else "word"."""
    if scheme != LATIN:
        return "syllable" if place else "family name"
    if step.how == "patronymic":
        return "patronymic"
    for role, text in _parts(listed):
        if step.listed and set(step.listed.split()) <= set(words(text)):
            return role
    return "word"


def _parts(name: Name) -> list[tuple[str, str]]:
    """The parts of a name with their roles: as the publisher gives them, else family name before and given names behind a comma."""
    stated = [(_ROLE_WORDS[part.kind], part.text) for part in name.parts if part.kind in _ROLE_WORDS]
    if stated or name.full.count(",") != 1:
        return stated
    family, given = name.full.split(",")
    return [("family name", family), ("given name", given)]


def _exchanged(asked: Name, listed: Name, alignment: Alignment) -> tuple[float, str] | None:
    """What it costs that equal words stand in each other's place, and a sentence; None where they do not."""
    if alignment.scheme != LATIN or any(step.how != "equal" for step in alignment.steps):
        return None
    if KOREAN in surely_syllabic(asked.full) & surely_syllabic(listed.full) and _other_syllables(asked.full, listed.full):
        return SYLLABLES_EXCHANGED, "the same syllables in another order make another Korean name"
    one, two = dict(_parts(asked)), dict(_parts(listed))
    family, other = ({*words(parts.get("family name", ""))} for parts in (one, two))
    given, second = ({*words(parts.get("given name", ""))} for parts in (one, two))
    if family and other and not family & other and family <= second and other <= given:
        return ROLES_EXCHANGED, "the family name of one is the given name of the other"
    return None


def _other_syllables(asked: str, listed: str) -> bool:
    """Whether the words of one Korean name follow each other otherwise than in the other, wherever the family name stands."""
    one, two = set(pairwise(words(asked))), set(pairwise(words(listed)))
    return len(words(asked)) == 3 == len(words(listed)) and not one & two


def _plain(token: str) -> str:
    if token.startswith(LEGAL):
        return token.removeprefix(LEGAL) + LEGAL_FORM
    return token.replace("-", "") if token.count("-") == 2 else token
