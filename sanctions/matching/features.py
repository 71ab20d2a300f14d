"""What a score is made of. Each feature is a function with a weight and a docstring, printed on every report.

A feature looks at a party, an entity and how the score stands, and gives reasons, each with its points, both values and
a sentence. No feature looks at anything else: not at other parties, other entities, a clock or a random number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from rapidfuzz import fuzz

from sanctions.countries import country_name, same_country
from sanctions.dates import DateAgreement, PartialDate
from sanctions.matching.born import best_dates, birth_points, birth_words
from sanctions.matching.identifiers import normal_value, search_keys
from sanctions.matching.numbers import ONE_A_COUNTRY, ONE_ALONE, other_number
from sanctions.model import Entity, Identifier, IdentifierType, Kind, Name, Party, Reason
from sanctions.names.arabic import parentage, swapped
from sanctions.names.gender import gender_of
from sanctions.names.text import words
from sanctions.names.western import without_generation
from sanctions.patterns import regex


class Standing(msgspec.Struct, frozen=True):
    """How a score stands before a feature: ``score`` so far; ``common``, in [0, 1], how common the words are that agree;
    ``acronym``, whether one name is the other's acronym."""

    score: float
    common: float = 0.0
    acronym: bool = False

    def raised(self, points: float, share: float) -> float:
        """What agreement adds: ``points``, but no more than ``share`` of what is missing to 1, so that no score comes to stand
        at 1 and each agreement still counts."""
        return round(min(points, share * max(1.0 - self.score, 0.0)), 4)

    def lowered(self, points: float) -> float:
        """What contradiction takes away: ``points``, and up to twice as much from a name that many people bear."""
        return -round(points * (1.0 + self.common), 4)


Give = Callable[[Party, Entity, Standing], tuple[Reason, ...]]


class Feature(msgspec.Struct, frozen=True):
    """``weight`` is the most points that the feature can move a score by, up or down."""

    name: str
    weight: float
    doc: str
    give: Give


FEATURES: list[Feature] = []


def feature(name: str, weight: float) -> Callable[[Give], Give]:
    """Registers a secondary feature. Raises TypeError for one without a docstring."""

    def register(give: Give) -> Give:
        if not give.__doc__:
            raise TypeError(f"feature {name!r} has no docstring, and its docstring is its documentation")
        FEATURES.append(Feature(name, weight, " ".join(give.__doc__.split()), give))
        return give

    return register


_BIRTH_SHARES = {DateAgreement.EQUAL: 0.6, DateAgreement.COMPATIBLE: 0.35, DateAgreement.SWAPPED: 0.25}


@feature("birth_date", 0.3)
def birth_date(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """Birth dates, as precisely as both sides give them: the same day +.05; able to be the same (a year, a "circa", one 1 January,
    which stands for an unknown day) +.03; day and month exchanged +.02 (never more than .6, .35 and .25 of what is missing to 1);
    one digit off 0; within a year -.03; up to five years apart -.10, more -.15, each two thirds of it where one is a range or
    "circa" and the other within ten years; years apart but on one day of the year -.05; these up to twice as much where the names
    are common. Where either side has several, the pair that agrees best counts. The costs follow how often records of one
    person and of two disagree on the OFAC, UN, UK, Australian and Canadian lists: more than five years apart, .7 and 69 in 100."""
    if not (party.birth_dates and entity.birth_dates):
        return ()
    agreement, asked, listed = best_dates(party.birth_dates, entity.birth_dates)
    points = birth_points(agreement, asked, listed)
    if points > 0:
        points = standing.raised(points, _BIRTH_SHARES[agreement])
    elif agreement is DateAgreement.CONTRADICTING:
        points = standing.lowered(-points)
    detail = f"birth date {_date(asked)} against {_date(listed)}: {birth_words(agreement, asked, listed)}"
    return (Reason(feature="birth_date", points=points, detail=detail, asked=str(asked), listed=str(listed)),)


def _date(value: PartialDate) -> str:
    return value.text or str(value)


_PROGRAMME_COUNTRIES = {
    "dprk": "KP", "iran": "IR", "syria": "SY", "cuba": "CU", "russia": "RU", "belarus": "BY", "venezuela": "VE", "burma": "MM",
    "myanmar": "MM", "zimbabwe": "ZW", "libya": "LY", "yemen": "YE", "somalia": "SO", "sudan": "SD", "iraq": "IQ", "taliban": "AF",
    "nicaragua": "NI", "haiti": "HT", "moldova": "MD", "lebanon": "LB", "drc": "CD", "drcongo": "CD", "car": "CF",
}  # fmt: skip
_WORD = regex("[a-z]+")
_NO_COUNTRY_IN_COMMON = {Kind.ORGANISATION: 0.08, Kind.COMPANY: 0.08}
_ONE_FLAG_OR_TWO = frozenset(
    frozenset(pair.split("-"))
    for pair in "CN-HK CN-MO RS-XK MA-EH US-PR US-GU DK-GL DK-FO NL-AW NL-CW NL-SX NL-BQ FR-NC FR-PF FR-RE FR-GP FR-MQ FR-GF".split()
)
"""Pairs of codes that records of one target give the one or the other of: a country and its part, or two that dispute one."""


@feature("country", 0.16)
def country(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """Countries of any role (nationality, residence, registration, address): one in common +.02 (never more than .25 of what is
    missing to 1), +.08 beside a body's acronym, so that four letters are a hit in their country, and three, which fit many names, are
    not; both sides name some and none agrees -.04, for bodies -.08, up to twice as much where the names are common. On two lists 1 in
    100 records of one person or body have none in common; of near names of one list 36 of persons and 48 of bodies. Books give one
    country where lists give several, so it costs less than that says. A target without a country has its programme's, if that names
    one: it agrees, but never disagrees. A country and its part, or two that dispute one, neither agree nor disagree. Ships change
    flags, so for vessels disagreement counts nothing."""
    asked = tuple(dict.fromkeys(party.countries))
    listed = tuple(dict.fromkeys(link.code for link in entity.countries))
    told = listed or _of_programmes(entity)
    if not (asked and told):
        return ()
    common = next((a for a in asked for b in told if same_country(a, b)), None)
    left, right = ", ".join(map(country_name, asked)), ", ".join(map(country_name, told))
    if common:
        by = "" if listed else f" (the target by its programme, {', '.join(entity.programmes)})"
        detail = f"both are connected with {country_name(common)}{by}"
        points = standing.raised(0.08, 0.3) if standing.acronym else standing.raised(0.02, 0.25)
        return (Reason(feature="country", points=points, detail=detail, asked=left, listed=right),)
    if entity.kind is Kind.VESSEL or not listed or any(frozenset((a, b)) in _ONE_FLAG_OR_TWO for a in asked for b in listed):
        return ()
    detail = f"no country in common: {left} against {right}"
    points = standing.lowered(_NO_COUNTRY_IN_COMMON.get(entity.kind, 0.04))
    return (Reason(feature="country", points=points, detail=detail, asked=left, listed=right),)


def _of_programmes(entity: Entity) -> tuple[str, ...]:
    found = (_PROGRAMME_COUNTRIES.get(word) for programme in entity.programmes for word in _WORD.findall(programme.lower()))
    return tuple(dict.fromkeys(code for code in found if code))


@feature("gender", 0.2)
def gender(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """Gender of persons, as stated or, where it is not, as a name itself says (a patronymic, a feminine surname, Mrs, a given
    name): agreement tells little and counts nothing; contradiction -.10, up to twice as much where the names are common. What a
    name says counts nothing where the listing has a name that says the same: a woman is listed as "Don Julio", too."""
    if entity.kind is not Kind.PERSON:
        return ()
    asked, listed = _genders(party.genders, party.names), _genders(entity.genders, entity.names)
    if not asked or not listed or {g[:1] for g in asked} & {g[:1] for g in listed}:
        return ()
    if not party.genders and any(gender_of(name.full) in asked for name in entity.names):
        return ()
    left, right = ", ".join(asked), ", ".join(listed)
    detail = f"gender {left} against {right}"
    if not (party.genders and entity.genders):
        detail += ", as the name says where it is not stated"
    return (Reason(feature="gender", points=standing.lowered(0.1), detail=detail, asked=left, listed=right),)


def _genders(stated: Sequence[str], names: Sequence[Name]) -> tuple[str, ...]:
    """The genders stated, else the one that all names together say; "m" and "f" are spelt out."""
    if stated:
        return tuple(dict.fromkeys({"m": "male", "f": "female"}.get(word.lower()[:1], word.lower()) for word in stated))
    said = {found for name in names if (found := gender_of(name.full))}
    return tuple(said) if len(said) == 1 else ()


@feature("generation", 0.2)
def generation(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """Junior and senior, II and III: where every pair of names that both have such a suffix has another one, -.20: father and
    son. A suffix on one side alone counts nothing."""
    if entity.kind is not Kind.PERSON:
        return ()
    pairs = [(a, b) for a in party.names for b in entity.names if _generation(a) and _generation(b)]
    if not pairs or any(_generation(a) == _generation(b) for a, b in pairs):
        return ()
    asked, listed = pairs[0]
    return (Reason(feature="generation", points=-0.2, detail="another generation of the name", asked=asked.full, listed=listed.full),)


def _generation(name: Name) -> int | None:
    return without_generation(words(name.full)).generation


@feature("patronymic", 0.2)
def patronymic(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """Father and son exchanged: where every pair of names that both write a patronymic (bin, ibn, ould) has the given name
    of one as the father of the other, -.20. "X bin Y" is not "Y bin X"."""
    if entity.kind is not Kind.PERSON:
        return ()
    pairs = [(a, b) for a in party.names for b in entity.names if parentage(words(a.full)) and parentage(words(b.full))]
    if not pairs or not all(swapped(words(a.full), words(b.full)) for a, b in pairs):
        return ()
    asked, listed = pairs[0]
    detail = "the father of one is the son of the other"
    return (Reason(feature="patronymic", points=-0.2, detail=detail, asked=asked.full, listed=listed.full),)


@feature("birth_place", 0.02)
def birth_place(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """Places of birth that share a telling word +.02 (never more than .25 of what is missing to 1). Places are
    written too many ways for a difference to count."""
    for asked in party.birth_places:
        for listed in entity.birth_places:
            shared = {w for w in words(asked) if len(w) > 3} & set(words(listed))
            if shared:
                detail = f"birth places {asked!r} and {listed!r} share {', '.join(sorted(shared))}"
                return (Reason(feature="birth_place", points=standing.raised(0.02, 0.25), detail=detail, asked=asked, listed=listed),)
    return ()


_ADDRESS_ALIKE = 88.0
_LEAST_ADDRESS = 12


@feature("address", 0.05)
def address(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """The same street address, written alike, of persons +.05, of others +.02, since sister firms share it (on one list 12 in 100 near
    names of bodies do, on two lists 40 of one body; of persons 3 and 26); the same city +.01 (never more than .5, .2 and .1
    of what is missing to 1). A different address counts nothing: people and firms have several."""
    points, share = (0.05, 0.5) if entity.kind is Kind.PERSON else (0.02, 0.2)
    for asked in party.addresses:
        for listed in entity.addresses:
            left, right = " ".join(words(asked.full)), " ".join(words(listed.full))
            long_enough = min(len(left), len(right)) >= _LEAST_ADDRESS and (asked.street or len(left) > 24)
            if long_enough and fuzz.token_sort_ratio(left, right) >= _ADDRESS_ALIKE:
                return (
                    Reason(
                        feature="address",
                        points=standing.raised(points, share),
                        detail="the same address",
                        asked=asked.full,
                        listed=listed.full,
                    ),
                )
    for asked in party.addresses:
        for listed in entity.addresses:
            if asked.city and listed.city and words(asked.city) == words(listed.city):
                return (
                    Reason(
                        feature="address",
                        points=standing.raised(0.01, 0.1),
                        detail=f"both have an address in {listed.city}",
                        asked=asked.full,
                        listed=listed.full,
                    ),
                )
    return ()


IDENTIFIER_ALONE = 0.95
"""The score that one equal strong identifier gives by itself, whatever the names say."""


@feature("identifier", 0.95)
def identifier(party: Party, entity: Entity, standing: Standing) -> tuple[Reason, ...]:
    """Strong identifiers (passport, national, tax and registration numbers, IMO, MMSI, BIC, LEI, D-U-N-S, wallets):
    an equal one lifts the score to at least .95 by itself, or by .05 above the names (never more than .8 of what is missing to
    1). One IMO number or LEI against another -.25, since a ship or firm has one. Another tax or registration number of one country
    and one form -.12, another national number -.10, another passport -.03, since people renew them; each up to twice as much where
    the names are common. A slip (a digit, two exchanged) is no other number; other kinds that differ count nothing."""
    equal = equal_identifier(party.identifiers, entity.identifiers)
    if equal:
        asked, listed = equal
        plain = normal_value(asked.type, asked.value) == normal_value(listed.type, listed.value)
        detail = f"the same {_label(listed)} {listed.value if plain else f'{asked.value}, listed as {listed.value!r}'}"
        return (
            Reason(
                feature="identifier",
                points=max(standing.raised(0.05, 0.8), 0.0001),
                detail=detail,
                asked=shown(asked),
                listed=shown(listed),
            ),
        )
    other = other_number(party.identifiers, entity.identifiers, party.countries, [link.code for link in entity.countries])
    return (_another(*other, standing),) if other else ()


def _another(asked: Identifier, listed: Identifier, standing: Standing) -> Reason:
    """What it costs that both sides have a number of a kind of which its holder has one."""
    if asked.type in ONE_ALONE:
        points, why = -ONE_ALONE[asked.type], "a ship or firm has one"
    else:
        points = standing.lowered(ONE_A_COUNTRY[asked.type])
        why = "people renew them" if asked.type is IdentifierType.PASSPORT else "in one country its holder has one"
    detail = f"{_label(asked)} {asked.value} against {listed.value}: {why}"
    return Reason(feature="identifier", points=points, detail=detail, asked=shown(asked), listed=shown(listed))


def equal_identifier(asked: Sequence[Identifier], listed: Sequence[Identifier]) -> tuple[Identifier, Identifier] | None:
    """The first strong identifier of both sides that is one number, if no two issuing countries contradict."""
    for a in asked:
        for b in listed:
            if set(search_keys((a,))) & set(search_keys((b,))) and (not a.country or not b.country or same_country(a.country, b.country)):
                return a, b
    return None


_LABELS = {IdentifierType.IMO: "IMO number", IdentifierType.BIC: "BIC", IdentifierType.LEI: "LEI", IdentifierType.MMSI: "MMSI"}


def _label(found: Identifier) -> str:
    return _LABELS.get(found.type, found.type.value.replace("_", " ") + ("" if found.type is IdentifierType.WALLET else " number"))


def shown(found: Identifier) -> str:
    """An identifier as a reason shows it: what it is, its value, who issued it."""
    return f"{_label(found)} {found.value}" + (f" ({country_name(found.country)})" if found.country else "")
