"""Why two entities of different lists are one target: the numbers that they share, and what must agree beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import msgspec

from sanctions.countries import same_country
from sanctions.dates import DateAgreement, compare_dates
from sanctions.matching.compare import name_similarity
from sanctions.matching.identifiers import normal_value
from sanctions.model import Entity, Identifier, IdentifierType, Kind, Quality
from sanctions.patterns import regex

LEAST_NAME = 0.85
"""Names agree if the best pair of them is at least so similar; weak and low-quality aliases do not count."""

SURE_NAME = 0.95
"""In doubt names must agree so far: where more than one entity of a list bears the number, where it is short, where
birth dates contradict."""

SHORT = 7
"""A number of fewer characters may be borne by two people by chance."""

WITH_A_DATE = 0.6
"""Names must be so similar where birth dates can be the same but are not both known to the day."""

_UN_NUMBER = regex(r"\b[A-Z]{2,3}[ie]\.\d{3}\b", re.I)

NUMBERED = {"un": "the UN reference number", "ofac": "OFAC's number", "eu": "the EU reference number"}
"""Numbers by which publishers themselves say that two records are of one target: a link's scheme → its name."""

_FAMILIES = {
    IdentifierType.PASSPORT: "document",
    IdentifierType.NATIONAL_ID: "document",
    IdentifierType.TAX: "register",
    IdentifierType.REGISTRATION: "register",
    IdentifierType.DUNS: "duns",
    IdentifierType.LEI: "lei",
    IdentifierType.BIC: "bic",
    IdentifierType.IMO: "imo",
    IdentifierType.AIRCRAFT_SERIAL: "aircraft_serial",
}
"""The identifiers that can join. An MMSI and a tail number change hands, and a wallet can have several holders."""

_NAMES = {
    IdentifierType.IMO: "IMO number",
    IdentifierType.LEI: "LEI",
    IdentifierType.BIC: "BIC",
    IdentifierType.DUNS: "D-U-N-S number",
    IdentifierType.NATIONAL_ID: "national identification number",
    IdentifierType.AIRCRAFT_SERIAL: "aircraft serial number",
}
UNIQUE = (IdentifierType.IMO, IdentifierType.LEI)
"""A ship has one IMO number and a firm one LEI for life (IMO resolution A.1117(30); ISO 17442): two make two targets."""


class Key(msgspec.Struct, frozen=True, order=True):
    """Something that two entities can share: ``scheme`` says what, ``value`` is its comparable form."""

    scheme: str
    value: str


def number_keys(entity: Entity) -> Iterator[Key]:
    """The publishers' own numbers of the target, those of its own list among them."""
    own = entity.id.partition(":")[2]
    if entity.list.startswith("us_ofac"):
        yield Key("ofac", own)
    if entity.list == "un_sc":
        yield Key("un", _as_published(own))
    if entity.list == "eu_fsf":
        yield Key("eu", own.upper())
    for link in entity.links:
        if link.relation == "same" and link.scheme == "un":
            yield from (Key("un", _as_published(number)) for number in _UN_NUMBER.findall(link.value))
        elif link.relation == "same" and link.scheme in ("ofac", "eu"):
            yield Key(link.scheme, link.value.upper())


def _as_published(number: str) -> str:
    """ "KPi.033", however it is written."""
    return f"{number[:-5].upper()}{number[-5:].lower()}"


def identifier_keys(entity: Entity) -> Iterator[Key]:
    """The strong identifiers that can join, numbers too short to tell anything left out."""
    for one in entity.identifiers:
        family = _FAMILIES.get(one.type)
        value = normal_value(one.type, one.value) if family else None
        if family and value:
            yield Key(family, value)


def unique_values(entity: Entity) -> dict[IdentifierType, frozenset[str]]:
    """The IMO numbers of a ship and the LEIs of a firm. (A company's own IMO number is no ship's.)"""
    found: dict[IdentifierType, frozenset[str]] = {}
    for type_ in UNIQUE:
        values = {normal_value(type_, one.value) for one in entity.identifiers if one.type is type_} - {None}
        if values and (type_ is not IdentifierType.IMO or entity.kind is Kind.VESSEL):
            found[type_] = frozenset(filter(None, values))
    return found


def shared_identifier(a: Entity, b: Entity, key: Key) -> tuple[Identifier, Identifier] | None:
    """The identifiers of that key that the two have in common, one of each, if no two issuing countries contradict."""
    for mine, theirs in product(_of_key(a, key), _of_key(b, key)):
        if not mine.country or not theirs.country or same_country(mine.country, theirs.country):
            return mine, theirs
    return None


def _of_key(entity: Entity, key: Key) -> list[Identifier]:
    return [one for one in entity.identifiers if _FAMILIES.get(one.type) == key.scheme and normal_value(one.type, one.value) == key.value]


def name_agreement(a: Entity, b: Entity) -> float:
    """The similarity of the two names that agree best, in [0, 1]; weak and low-quality aliases are left out."""
    best = 0.0
    for mine, theirs in product(_vouched(a), _vouched(b)):
        found = name_similarity(mine, theirs, a.kind if a.kind is not Kind.UNKNOWN else b.kind)
        best = max(best, found.similarity if found else 0.0)
        if best >= 1.0:
            break
    return best


def _vouched(entity: Entity) -> list[str]:
    names = [name.full for name in entity.names if name.quality not in (Quality.WEAK, Quality.LOW)]
    return names or [entity.name]


def birth_agreement(a: Entity, b: Entity) -> tuple[DateAgreement, str] | None:
    """EQUAL with the day, COMPATIBLE with both dates, or None. 1 January often stands for an unknown day: no more than COMPATIBLE."""
    found: tuple[DateAgreement, str] | None = None
    for mine, theirs in product(a.birth_dates, b.birth_dates):
        agreement = compare_dates(mine, theirs)
        new_year = (mine.first.month, mine.first.day) == (1, 1)
        if agreement is DateAgreement.EQUAL and not new_year:
            return agreement, str(mine)
        if agreement in (DateAgreement.EQUAL, DateAgreement.COMPATIBLE):
            found = DateAgreement.COMPATIBLE, f"{mine} and {theirs}"
    return found


def agreement(a: Entity, b: Entity, pair: tuple[Identifier, Identifier], *, shared: bool) -> str | None:
    """The sentence that proves the join by an identifier, or None if too little agrees beside it.

    ``shared`` says that others on the same lists bear the number, too.
    """
    head, found = label(pair), pair[1]
    if found.type is IdentifierType.IMO and a.kind is b.kind is Kind.VESSEL:
        return head
    genders = [{word.lower()[:1] for word in side.genders} for side in (a, b)]
    if all(genders) and not genders[0] & genders[1]:
        return None
    short = len(normal_value(found.type, found.value) or "") < SHORT
    born = birth_agreement(a, b)
    doubt = shared or short or (born is None and bool(a.birth_dates and b.birth_dates))
    names = name_agreement(a, b)
    if names >= (SURE_NAME if doubt else LEAST_NAME):
        return f"{head}, and names that agree ({names:.2f})"
    if born is None or shared or short:
        return None
    if born[0] is DateAgreement.EQUAL:
        return f"{head}, and the same birth date {born[1]}"
    return f"{head}, birth dates that can be one ({born[1]}), and names alike ({names:.2f})" if names >= WITH_A_DATE else None


def without_agreement(pair: tuple[Identifier, Identifier], *, shared: bool) -> str:
    """What is told of two that share an identifier and are yet not joined."""
    others = ", which others bear too" if shared else ""
    return f"{label(pair)}{others}; neither names nor birth dates agree enough"


def label(pair: tuple[Identifier, Identifier]) -> str:
    """ "the same passport number 381310014"; where the two publishers call the number differently, both words."""
    mine, theirs = (_NAMES.get(one.type, f"{one.type.value.replace('_', ' ')} number") for one in pair)
    return f"the same {mine} {pair[1].value}" if mine == theirs else f"the same number {pair[1].value} ({mine} and {theirs})"
