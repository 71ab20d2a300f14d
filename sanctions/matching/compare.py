"""One party against one entity: a score and the reasons that sum to it.

The score starts from the two names that agree best and loses what their words lose; other evidence then
raises or lowers it. Points are rounded to four decimals, and the score is their sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from sanctions.matching.alignment import CUT, Alignment, align, align_cut, cut_short
from sanctions.matching.bodies import TOGETHER, whole_names
from sanctions.matching.costs import KOREANS, VIETNAMESE, Costs, costs_of
from sanctions.matching.features import FEATURES, IDENTIFIER_ALONE, Standing, equal_identifier
from sanctions.matching.name_agreement import borne_by_many
from sanctions.matching.name_reasons import NAME_FEATURES, NAME_POINTS, QUALITY_POINTS, name_reasons, number_alone
from sanctions.model import Comparison, Entity, Kind, Name, Party, Quality, Reason
from sanctions.names.forms import CHINESE, KOREAN, LATIN, Form, forms_of, in_own_script, signature_text, surely_syllabic
from sanctions.names.persons import read_as_persons
from sanctions.names.southeast import is_vietnamese

ENGINE = "3"
"""Raised whenever the same two records would now be compared differently."""

UNLIKE = 0.5
"""Below this likeness two names of one equal number are not told apart word by word: they are other names."""

_BODIES = frozenset({Kind.ORGANISATION, Kind.COMPANY})


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
    entity = _of_told_kind(party, entity)
    asked, listed, alignment = _best_names(party, entity, weak_aliases)
    if (not party.names or alignment is None or alignment.similarity < UNLIKE) and equal_identifier(party.identifiers, entity.identifiers):
        reasons, listed = [number_alone(party.names[0] if party.names else None, entity)], None
    else:
        reasons = name_reasons(asked, listed, alignment, entity.kind)
    common = borne_by_many(alignment, person=entity.kind is Kind.PERSON) if alignment else 0.0
    acronym = any(reason.feature == "acronym" for reason in reasons)
    for feature in FEATURES:
        score = sum(reason.points for reason in reasons)
        reasons.extend(feature.give(party, entity, Standing(score, common, acronym)))
    return _sum_up(reasons, asked.full if asked else party.name, listed)


def _of_told_kind(party: Party, entity: Entity) -> Entity:
    """An entity whose kind its list does not state as of the party's kind, or, where that is not stated either, as a person if
    both names read as persons', in Korean or Chinese syllables too."""
    if entity.kind is not Kind.UNKNOWN:
        return entity
    if party.kind is not Kind.UNKNOWN:
        return replace(entity, kind=party.kind)
    syllabic = surely_syllabic(party.name) & surely_syllabic(entity.name)
    surely = bool(syllabic) and not in_own_script(party.name) and not in_own_script(entity.name)  # there bodies have syllables, too
    person = bool(party.names and entity.names) and (surely or read_as_persons(party.name, entity.name))
    return replace(entity, kind=Kind.PERSON) if person else entity


def kinds_compatible(asked: Kind, listed: Kind) -> bool:
    """Whether two stated kinds can be one target; an unknown kind can be anything."""
    return Kind.UNKNOWN in (asked, listed) or asked is listed or {asked, listed} <= _BODIES


@lru_cache(maxsize=4096)  # one target stands on several lists by the same names
def name_similarity(asked: str, listed: str, kind: Kind = Kind.UNKNOWN) -> Alignment | None:
    """The best alignment of two names' forms; None where no form can be compared (no letter in common script)."""
    left, right = forms_of(asked, kind), forms_of(listed, kind)
    costs = _costs_of(asked, listed, kind)
    if kind is Kind.PERSON and (schemes := _syllabic(asked, listed)) and not _same_words(left, right):
        left, right = tuple(f for f in left if f.scheme in schemes), tuple(f for f in right if f.scheme in schemes)
    best: Alignment | None = None
    for a in left:
        for b in right:
            if a.scheme == b.scheme:
                found = align(a.tokens, b.tokens, a.scheme, costs)
                if best is None or found.similarity > best.similarity:
                    best = found
    if best is not None and best.similarity < 1.0 - TOGETHER and kind is not Kind.PERSON:
        whole = whole_names(asked, listed, kind)
        return whole if whole and whole.similarity > best.similarity else best
    if best is not None and best.similarity < 1.0 - CUT:
        texts = [(signature_text(a), signature_text(b)) for a in left for b in right if a.scheme == b.scheme == LATIN]
        if any(cut_short(a, b, costs) for a, b in texts):
            return align_cut(asked, listed)
    return best


def _costs_of(asked: str, listed: str, kind: Kind) -> Costs:
    """The costs for a kind of target; of persons, those of names that both read as Korean or as Vietnamese."""
    if kind is not Kind.PERSON:
        return costs_of(kind)
    if is_vietnamese(asked) and is_vietnamese(listed):
        return VIETNAMESE
    both_korean = all(any(form.scheme == KOREAN for form in forms_of(name, kind)) for name in (asked, listed))
    return KOREANS if both_korean else costs_of(kind)


def _syllabic(asked: str, listed: str) -> frozenset[str]:
    """The syllabic schemes that two names are told apart by; none where their letters may be compared, too."""
    one, two = surely_syllabic(asked), surely_syllabic(listed)
    if one & two:
        return one & two
    both = {f.scheme for f in forms_of(asked, Kind.PERSON)} & {f.scheme for f in forms_of(listed, Kind.PERSON)}
    return frozenset({CHINESE} & both & (one | two)) if in_own_script(asked) or in_own_script(listed) else frozenset()


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


__all__ = ["ENGINE", "NAME_FEATURES", "NAME_POINTS", "compare", "kinds_compatible", "name_similarity"]
