"""What two different numbers of one kind say: a ship has one IMO number, a firm one tax number, a person several passports.

Only numbers of one issuing country and one form (as many letters and digits, in the same places) are held against each other: a
registration number and a statistical one differ of one firm. A slip is no other number. Measured on the tuning half of the OFAC, UN,
UK, Australian and Canadian lists, where both records give a number of the type and none is equal or a slip: of records of one rare
name on two lists 1 of 196 with passports, 3 of 111 with national numbers (two of them of other forms), 1 of 23 with tax numbers (a
sister firm), 2 of 27 with registrations (sister firms) and none of 14 with IMO numbers; of near names of one list 32 of 33, 20 of
20, 228 of 231, 306 of 315 and 25 of 25. People renew passports, and lists copy each other's: a passport counts little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from rapidfuzz.distance import OSA

from sanctions.countries import same_country
from sanctions.matching.identifiers import normal_value, writings_of
from sanctions.model import Identifier, IdentifierType
from sanctions.patterns import regex

ONE_ALONE = {IdentifierType.IMO: 0.25, IdentifierType.LEI: 0.25}
"""What another number costs of which a ship or firm has one in the world, whoever bears the name."""

ONE_A_COUNTRY = {
    IdentifierType.TAX: 0.12,
    IdentifierType.REGISTRATION: 0.12,
    IdentifierType.NATIONAL_ID: 0.1,
    IdentifierType.PASSPORT: 0.03,
}
"""What another number of one country costs a name that few bear: its holder has one, or, of passports, one at a time."""

_DIGIT, _LETTER = regex(r"\d"), regex(r"[^\W\d_]")


def other_number(
    asked: Sequence[Identifier], listed: Sequence[Identifier], left: Iterable[str], right: Iterable[str]
) -> tuple[Identifier, Identifier] | None:
    """Two numbers that one holder cannot both have, those first that weigh most; None where there are none.

    ``left`` and ``right`` are the countries of the two records: they stand for the issuer where a number does not say it.
    """
    issuers = tuple(left), tuple(right)
    for kind in (*ONE_ALONE, *ONE_A_COUNTRY):
        mine, theirs = ([i for i in side if i.type is kind and normal_value(kind, i.value)] for side in (asked, listed))
        pairs = list(product(mine, theirs))
        if any(_may_be_one(a, b) for a, b in pairs):
            continue
        found = next(((a, b) for a, b in pairs if kind in ONE_ALONE or (_one_form(a, b) and _one_issuer(a, b, issuers))), None)
        if found:
            return found
    return None


def _may_be_one(a: Identifier, b: Identifier) -> bool:
    """Whether two numbers are equal, or one a slip for the other: a letter or digit, or two that change places. Of IMO numbers
    both of which have their check digit neither is a slip."""
    pairs = list(product(writings_of(a.type, a.value), writings_of(b.type, b.value)))
    if a.type is IdentifierType.IMO and all(one != two and _is_imo(one) and _is_imo(two) for one, two in pairs):
        return False
    return any(OSA.distance(one, two) <= 1 for one, two in pairs)


def _is_imo(digits: str) -> bool:
    """Whether the last digit is that of the first six times 7 to 2 (IMO resolution A.1117(30))."""
    return sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False)) % 10 == int(digits[-1])


def _one_form(a: Identifier, b: Identifier) -> bool:
    one, two = (_LETTER.sub("a", _DIGIT.sub("0", normal_value(i.type, i.value) or "")) for i in (a, b))
    return one == two


def _one_issuer(a: Identifier, b: Identifier, issuers: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    mine, theirs = ((i.country,) if i.country else codes for i, codes in zip((a, b), issuers, strict=True))
    return any(same_country(x, y) for x, y in product(mine, theirs))
