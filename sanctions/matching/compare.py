"""One party against one entity: a score and the reasons that sum to it.

The score starts from the two names that agree best and loses what their words lose; other evidence then
raises or lowers it. Points are rounded to four decimals, and the score is their sum.
"""

from __future__ import annotations

from collections.abc import Iterable

from sanctions.matching.alignment import CUT, Alignment, Step, align, align_cut, cut_short
from sanctions.matching.costs import KOREANS, costs_of
from sanctions.matching.features import FEATURES, IDENTIFIER_ALONE, Standing
from sanctions.model import Comparison, Entity, Kind, Name, Party, Quality, Reason
from sanctions.names.forms import CHINESE, KOREAN, LATIN, Form, forms_of, signature_text, surely_syllabic
from sanctions.names.vocabulary import LEGAL, commonness, is_small

ENGINE = "2"
"""Raised whenever the same two records would now be compared differently."""

NAME_POINTS = 0.96
"""What two equal names are worth before any other evidence; the rest of 1 is for dates, countries and numbers."""

COMMON_NAME_POINTS = 0.03
COMMON_INITIAL_POINTS = 0.05
COMMON_SHORT_POINTS = 0.1
MOST_COMMON = 7
"""The level of commonness (names.vocabulary) from which a name is as common as can be."""

QUALITY_POINTS = {Quality.STRONG: 0.0, Quality.FORMER: 0.0, Quality.LOW: -0.02, Quality.WEAK: -0.03}
_BODIES = frozenset({Kind.ORGANISATION, Kind.COMPANY})

NAME_FEATURES = {
    "name": (
        NAME_POINTS,
        "Two names that agree best, of all names of both sides. Equal names give .96; the features below take away what differs.",
    ),
    "spelling": (
        NAME_POINTS,
        "A word written differently: the edit distance (insertion, deletion, substitution, exchange of neighbours) over its length, "
        "weighed by how much the word tells. Two words that are both common names count as further apart.",
    ),
    "romanisation": (
        0.1,
        "A word or Korean syllable whose spellings are readings of one name (Chong and Jong, Qadhafi and Gaddafi): a small loss.",
    ),
    "joined_words": (0.1, "Words written together on one side and apart on the other: a small loss."),
    "initial": (0.25, "An initial against a word that begins with it: a quarter of the word's weight."),
    "missing_word": (
        NAME_POINTS,
        "A word that only the listed name has, weighed by how much it tells: .375 of its weight, "
        "in a person's name .3 and no word more than .7, a number .9.",
    ),
    "extra_word": (
        NAME_POINTS,
        "A word that only the asked name has, weighed the same. Where both have a word the other lacks, "
        "the lighter of the two costs its whole weight.",
    ),
    "cut_short": (0.1, "A long name that is the beginning of the other, as fields of 35 characters cut them: -.08."),
    "common_name": (
        COMMON_SHORT_POINTS,
        "Names made of common words tell less: up to -.03, with initials -.05, and where one name has a word more -.10.",
    ),
    "alias_quality": (0.03, "A weak alias (OFAC) -.03, a low-quality alias (UN, UK) -.02."),
    "kind": (
        1.0,
        "A person is not a ship, an aircraft or a body of persons: if both kinds are stated and cannot be one, the comparison ends at 0.",
    ),
    "limit": (1.0, "Keeps the sum between 0 and 1."),
}
"""The features of names: name → (greatest points, what it does). With matching.features.FEATURES, all there are."""


def compare(party: Party, entity: Entity, *, weak_aliases: bool = True) -> Comparison:
    """Compare a party with a listed entity. Pure and deterministic.

    ``weak_aliases=False`` leaves the entity's weak aliases out, as OFAC expects of primary screening
    (FAQ 122-125). The reasons' points sum to ``score`` exactly at four decimals.
    """
    if not kinds_compatible(party.kind, entity.kind):
        detail = f"a {party.kind.value} cannot be the {entity.kind.value} on the list; nothing further was compared"
        return Comparison(
            score=0.0, reasons=(Reason(feature="kind", points=0.0, detail=detail, asked=party.kind, listed=entity.kind),), asked=party.name
        )
    asked, listed, alignment = _best_names(party, entity, weak_aliases)
    reasons = _name_reasons(asked, listed, alignment)
    common = _commonness(alignment) / MOST_COMMON if alignment else 0.0
    for feature in FEATURES:
        score = sum(reason.points for reason in reasons)
        reasons.extend(feature.give(party, entity, Standing(score, min(common, 1.0))))
    return _sum_up(reasons, asked.full if asked else party.name, listed)


def kinds_compatible(asked: Kind, listed: Kind) -> bool:
    """Whether two stated kinds can be one target; an unknown kind can be anything."""
    return Kind.UNKNOWN in (asked, listed) or asked is listed or {asked, listed} <= _BODIES


def name_similarity(asked: str, listed: str, kind: Kind = Kind.UNKNOWN) -> Alignment | None:
    """The best alignment of two names' forms; None where no form can be compared (no letter in common script)."""
    left, right = forms_of(asked, kind), forms_of(listed, kind)
    both_korean = any(a.scheme == KOREAN for a in left) and any(b.scheme == KOREAN for b in right)
    costs = KOREANS if both_korean and kind is Kind.PERSON else costs_of(kind)
    if kind is Kind.PERSON and (schemes := _syllabic(asked, listed)) and not _same_words(left, right):
        left, right = tuple(f for f in left if f.scheme in schemes), tuple(f for f in right if f.scheme in schemes)
    best: Alignment | None = None
    for a in left:
        for b in right:
            if a.scheme == b.scheme:
                found = align(a.tokens, b.tokens, a.scheme, costs)
                if best is None or found.similarity > best.similarity:
                    best = found
    if best is not None and best.similarity < 1.0 - CUT:
        texts = [(signature_text(a), signature_text(b)) for a in left for b in right if a.scheme == b.scheme == LATIN]
        if any(cut_short(a, b) for a, b in texts):
            return align_cut(asked, listed)
    return best


def _syllabic(asked: str, listed: str) -> frozenset[str]:
    """The syllabic schemes that two names are told apart by; none where their letters may be compared, too."""
    one, two = surely_syllabic(asked), surely_syllabic(listed)
    if KOREAN in one & two:
        return one & two
    both = {f.scheme for f in forms_of(asked, Kind.PERSON)} & {f.scheme for f in forms_of(listed, Kind.PERSON)}
    return frozenset({CHINESE} & both & (one | two))


def _same_words(left: tuple[Form, ...], right: tuple[Form, ...]) -> bool:
    """Whether both names are made of the same Latin words, in any order."""
    return bool(
        {tuple(sorted(f.tokens)) for f in left if f.scheme == LATIN} & {tuple(sorted(f.tokens)) for f in right if f.scheme == LATIN}
    )


def _best_names(party: Party, entity: Entity, weak_aliases: bool) -> tuple[Name | None, Name | None, Alignment | None]:
    """The pair of names with the best similarity after alias quality; the first such pair where several tie."""
    best: tuple[float, Name, Name, Alignment] | None = None
    for listed in _listed_names(entity, weak_aliases):
        for asked in party.names:
            alignment = name_similarity(asked.full, listed.full, entity.kind)
            worth = alignment.similarity * NAME_POINTS + QUALITY_POINTS[listed.quality] if alignment else 0.0
            if alignment and (best is None or worth > best[0]):
                best = (worth, asked, listed, alignment)
    return (best[1], best[2], best[3]) if best else (None, None, None)


def _listed_names(entity: Entity, weak_aliases: bool) -> Iterable[Name]:
    return entity.names if weak_aliases else (n for n in entity.names if n.quality is not Quality.WEAK)


_STEP_FEATURES = {
    "sound": "romanisation",
    "spelling": "spelling",
    "joined": "joined_words",
    "initial": "initial",
    "asked_only": "extra_word",
    "listed_only": "missing_word",
    "replaced": "spelling",
    "cut": "cut_short",
}


def _name_reasons(asked: Name | None, listed: Name | None, alignment: Alignment | None) -> list[Reason]:
    if asked is None or listed is None or alignment is None:
        return [Reason(feature="name", points=0.0, detail="there is no pair of names that can be compared")]
    reasons = [Reason(feature="name", points=NAME_POINTS, detail=_name_sentence(alignment), asked=asked.full, listed=listed.full)]
    for step in alignment.steps:
        if step.cost > 0:
            points = -round(step.cost * NAME_POINTS, 4)
            reasons.append(
                Reason(
                    feature=_STEP_FEATURES[step.how],
                    points=points,
                    detail=_step_sentence(step),
                    asked=_plain(step.asked),
                    listed=_plain(step.listed),
                )
            )
    rest = 1.0 - alignment.similarity - sum(step.cost for step in alignment.steps)
    if rest > 1e-9:
        reasons.append(
            Reason(
                feature="romanisation",
                points=-round(rest * NAME_POINTS, 4),
                detail=f"compared by their {alignment.scheme.title()} reading, not letter by letter",
            )
        )
    if common := _commonness_points(alignment):
        reasons.append(Reason(feature="common_name", points=-common, detail="the words that agree are common in names", listed=listed.full))
    if QUALITY_POINTS[listed.quality]:
        detail = f"{listed.full!r} is published as a {listed.quality.value} alias" + (
            "" if listed.quality is Quality.WEAK else " (low quality)"
        )
        reasons.append(Reason(feature="alias_quality", points=QUALITY_POINTS[listed.quality], detail=detail, listed=listed.full))
    return reasons


def _commonness_points(alignment: Alignment) -> float:
    """Up to COMMON_NAME_POINTS, or more where a name is given short or by an initial, by the least common of the words that
    agree: one rare word makes a name rare."""
    short = {step.how for step in alignment.steps if step.how == "initial" or not is_small(step.asked or step.listed)}
    most = COMMON_NAME_POINTS
    if short & {"asked_only", "listed_only"}:
        most = COMMON_SHORT_POINTS
    elif "initial" in short:
        most = COMMON_INITIAL_POINTS
    return round(most * min(_commonness(alignment) / MOST_COMMON, 1.0), 4)


def _commonness(alignment: Alignment) -> float:
    """The level of the least common of the words that agree; the highest where none does."""
    telling = [
        commonness(step.listed)
        for step in alignment.steps
        if step.how in ("equal", "sound", "spelling", "cut") and step.listed and not is_small(step.listed)
    ]
    return min(telling, default=9)


def _name_sentence(alignment: Alignment) -> str:
    equal = sum(1 for step in alignment.steps if step.how == "equal")
    if all(step.how == "equal" for step in alignment.steps):
        if alignment.scheme != LATIN:
            return f"the names have the same {alignment.scheme.title()} reading, syllable by syllable"
        return "the names are equal but for letter case, order and punctuation"
    return f"{equal} of {len(alignment.steps)} words or syllables are equal; the rest is told below"


def _step_sentence(step: Step) -> str:
    a, b = _plain(step.asked), _plain(step.listed)
    sentences = {
        "sound": f"{a!r} and {b!r} are spellings of one sound",
        "spelling": f"{a!r} against {b!r}: spelt differently",
        "joined": f"{a!r} and {b!r} are the same words, joined or apart",
        "initial": f"{a!r} against {b!r}: an initial",
        "asked_only": f"{a!r} is not in the listed name",
        "listed_only": f"the listed name also has {b!r}",
        "replaced": f"{a!r} against {b!r}: another syllable",
        "cut": f"{a!r} and {b!r} begin alike and one goes on: a name cut to fit a field",
    }
    return sentences[step.how]


def _plain(token: str) -> str:
    if token.startswith(LEGAL):
        return f"{token.removeprefix(LEGAL)} (legal form)"
    return token.replace("-", "") if token.count("-") == 2 else token


def _sum_up(reasons: list[Reason], asked: str, listed: Name | None) -> Comparison:
    total = round(sum(reason.points for reason in reasons), 4)
    floor = IDENTIFIER_ALONE if any(r.feature == "identifier" and r.points > 0 for r in reasons) else 0.0
    if total < floor and floor:
        reasons = [_lifted(r, round(floor - total, 4)) if r.feature == "identifier" else r for r in reasons]
        total = floor
    if not 0.0 <= total <= 1.0:
        bounded = min(max(total, 0.0), 1.0)
        word = "more than 1" if total > 1 else "less than 0"
        reasons.append(Reason(feature="limit", points=round(bounded - total, 4), detail=f"the evidence sums to {word}; a score cannot"))
        total = bounded
    return Comparison(
        score=total, reasons=tuple(reasons), asked=asked, matched=listed, weak_only=bool(listed and listed.quality is Quality.WEAK)
    )


def _lifted(reason: Reason, by: float) -> Reason:
    return Reason(
        feature=reason.feature,
        points=round(reason.points + by, 4),
        detail=reason.detail + "; an equal identifier is a hit by itself",
        asked=reason.asked,
        listed=reason.listed,
    )


__all__ = ["ENGINE", "NAME_FEATURES", "compare", "kinds_compatible", "name_similarity"]
