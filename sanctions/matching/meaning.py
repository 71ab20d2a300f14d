"""What a score has been worth: of hits of its kind whose truth was known, how many were right.

A score orders hits and says what they rest on; how often such a hit is right depends on the asked book as well, on how
many of its parties are listed at all. So two things are kept apart: how often a listed party's own entry, another entry,
and an ordinary party's chance likeness fell into each band (measured, ``meaning.toml``), and the share of listed parties
in the asked book (assumed, and said). Together they give the share of right hits by Bayes' rule.

Hits that officers have decided say it without an assumption: where there are enough of them, they go first. What a score
against differing particulars is worth only they can say: a listed party's wrong particulars cannot be made up.

Of an equal identifier no share is stated but theirs: how often a party's own number is mistyped, or borne by somebody else,
no public list tells. What the lists do tell is said in words: how many of such numbers stand for one target.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from sanctions.errors import DefinitionError
from sanctions.matching.identifiers import family_of
from sanctions.model import Comparison, Hit, Kind, Result, Screening

LIMITS = (0.8, 0.84, 0.88, 0.92, 0.96)
"""The lower limits of the bands of scores that are counted; .96 is what two equal names give by themselves."""

LISTED_SHARE = 0.001
"""The share of listed parties in a book, where nobody says another: one in a thousand."""

DECIDED_HERE = "hits that were decided here"
LEAST_DECIDED = 20
"""Fewer decided hits of a band say too little to go before the measured figures."""

Who = Literal["person", "other"]


class Evidence(StrEnum):
    """What a score rests on beside names."""

    NAME = "name alone"
    AGREEING = "name and agreeing particulars"
    AGAINST = "name against differing particulars"
    IDENTIFIER = "an equal identifier"


_PARTICULARS = frozenset({"birth_date", "country", "gender", "birth_place", "address", "programme", "identifier"})


def evidence_of(comparison: Comparison) -> Evidence:
    """What a comparison rests on beside names: particulars that differ weigh before those that agree."""
    if any(reason.feature == "identifier" and reason.points > 0 for reason in comparison.reasons):
        return Evidence.IDENTIFIER
    points = [reason.points for reason in comparison.reasons if reason.feature in _PARTICULARS]
    if any(point < 0 for point in points):
        return Evidence.AGAINST
    return Evidence.AGREEING if any(point > 0 for point in points) else Evidence.NAME


def limit_of(score: float) -> float | None:
    """The lower limit of the score's band; None below the lowest."""
    return max((limit for limit in LIMITS if limit <= score), default=None)


def who(kind: Kind) -> Who:
    return "person" if kind is Kind.PERSON else "other"


class Band(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Counts of one band. ``own``: listed parties' own entries; ``others``: other entries of the same list that listed
    parties met; ``ordinary``: entries that ordinary parties met."""

    who: Who
    evidence: Evidence
    least: float
    own: int
    others: int
    ordinary: int


class Decided(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hits of one band that people decided: how many were the same target, and how many were not."""

    who: Who
    evidence: Evidence
    least: float
    right: int
    wrong: int


class Numbers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The strong identifiers of one family (``identifiers.family_of``) on the lists: ``numbers`` different ones; ``several`` that stand
    on more than one entry, where entries that publishers themselves number as one target count once; ``differing`` of these on
    entries whose names differ."""

    family: str
    numbers: int
    several: int
    differing: int


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many parties were asked, ``listed`` ones and ``ordinary`` ones, of one kind with one sort of evidence beside the name."""

    who: Who
    beside: bool
    listed: int
    ordinary: int


class Meaning(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One measurement: by which engine, when, on which lists, how many were asked, and what fell into each band."""

    engine: str
    made_on: str
    lists: tuple[str, ...]
    asked: tuple[Asked, ...]
    bands: tuple[Band, ...] = ()
    decided: tuple[Decided, ...] = ()
    identifiers: tuple[Numbers, ...] = ()


class Worth(msgspec.Struct, frozen=True):
    """How often hits of a band are right. ``share`` is a share of 1, None where it was not measured; ``basis`` says in words what it
    rests on, or what is known instead."""

    share: float | None
    basis: str

    def __str__(self) -> str:
        if self.share is None:
            return self.basis
        return f"hits like it are right in about {in_hundred(self.share)} cases ({self.basis})"


def in_hundred(share: float) -> str:
    """A share as people say it, no finer than a measurement bears: "97 of 100", "fewer than 1 of 100"."""
    hundred = round(100 * share)
    if hundred < 1:
        return "fewer than 1 of 100"
    return "more than 99 of 100" if hundred > 99 else f"{hundred} of 100"


def worth(
    meaning: Meaning, comparison: Comparison, kind: Kind, listed_share: float = LISTED_SHARE, family: str | None = None
) -> Worth | None:
    """How often a hit like this one is right; None where its band was met too seldom to say, or the score lies below all bands.

    ``family`` is that of the equal identifier, if there is one.
    """
    limit, evidence = limit_of(comparison.score), evidence_of(comparison)
    if limit is None:
        return None
    decided = next((one for one in meaning.decided if (one.who, one.evidence, one.least) == (who(kind), evidence, limit)), None)
    if decided and decided.right + decided.wrong >= LEAST_DECIDED:
        whole = decided.right + decided.wrong
        told = f"{decided.right} of {whole} {DECIDED_HERE}: {_sort_words(kind, evidence, limit)}"
        return Worth(decided.right / whole, told)
    if evidence is Evidence.IDENTIFIER:
        return next((_of_numbers(one) for one in meaning.identifiers if one.family == family and one.numbers >= LEAST_DECIDED), None)
    band = next((one for one in meaning.bands if (one.who, one.evidence, one.least) == (who(kind), evidence, limit)), None)
    asked = next((one for one in meaning.asked if one.who == who(kind) and one.beside is (evidence is not Evidence.NAME)), None)
    if band is None or asked is None or band.own + band.others + band.ordinary < LEAST_DECIDED:
        return None
    among = f"measured on {asked.listed:,} listed and {asked.ordinary:,} ordinary parties"
    told = f"{_sort_words(kind, evidence, limit)}; if one party in {1 / listed_share:,.0f} is listed; {among}"
    return Worth(right_share(band, asked, listed_share), told)


def _sort_words(kind: Kind, evidence: Evidence, least: float) -> str:
    """What sort of hits is counted: "persons by name alone, scores from 0.92 to below 0.96"."""
    above = next((limit for limit in LIMITS if limit > least), None)
    scores = f"from {least:.2f} to below {above:.2f}" if above else f"of {least:.2f} or more"
    return f"{_SORTS[who(kind)]} by {evidence}, scores {scores}"


_SORTS: dict[Who, str] = {"person": "persons", "other": "bodies, ships and targets of no stated kind"}


_FAMILIES = {
    "document": "passport and national identity numbers",
    "register": "tax and registration numbers",
    "imo": "IMO numbers",
    "mmsi": "MMSI numbers",
    "bic": "BICs",
    "lei": "LEIs",
    "duns": "D-U-N-S numbers",
    "wallet": "wallet addresses",
    "aircraft_tail": "aircraft's tail numbers",
    "aircraft_serial": "aircraft's serial numbers",
}


def family_words(family: str) -> str:
    """The numbers of a family, as people call them."""
    return _FAMILIES.get(family, f"{family} numbers")


def _of_numbers(one: Numbers) -> Worth:
    if one.several:
        found = f"{one.several:,} of {one.numbers:,} {family_words(one.family)} on the lists measured stand on several entries"
        alike = one.several - one.differing
        differing = f", {one.differing:,} under names that differ (a target renamed, a number shared, an error)" if one.differing else ""
        found += f": {alike:,} under one name{differing}"
    else:
        found = f"none of {one.numbers:,} {family_words(one.family)} on the lists measured stands on two entries"
    unknown = "how often a party's own number is mistyped or another's is not known, so no share of right hits is stated"
    return Worth(None, f"{found}; {unknown}")


def equal_family(hit: Hit) -> str | None:
    """The family of the identifier that a hit rests on, if it rests on one."""
    from sanctions.matching.features import shown

    equal = {reason.listed for reason in hit.comparison.reasons if reason.feature == "identifier" and reason.points > 0}
    return next((family_of(one.type) for one in hit.entity.identifiers if shown(one) in equal), None)


def right_share(band: Band, asked: Asked, listed_share: float) -> float:
    """The share of right hits among a band's, in a book of which ``listed_share`` is listed (Bayes' rule).

    Half a chance likeness more than was met is counted: none in ten thousand does not prove that there is none.
    """
    right = listed_share * band.own / max(asked.listed, 1)
    wrong = listed_share * band.others / max(asked.listed, 1) + (1 - listed_share) * (band.ordinary + 0.5) / max(asked.ordinary, 1)
    return right / (right + wrong)


def valued(screening: Screening, meaning: Meaning, listed_share: float = LISTED_SHARE) -> Screening:
    """The screening with the worth of every hit's score."""

    def value(hit: Hit) -> Hit:
        found = worth(meaning, hit.comparison, hit.entity.kind, listed_share, equal_family(hit))
        if found is None:
            return hit
        return replace(hit, right_share=None if found.share is None else round(found.share, 4), right_basis=found.basis)

    def with_worth(result: Result) -> Result:
        return replace(result, hits=tuple(map(value, result.hits)), recorded=tuple(map(value, result.recorded)))

    hit = (with_worth(result) if result.hits or result.recorded else result for result in screening.results)
    return replace(screening, results=tuple(hit))


@cache
def measured() -> Meaning:
    """The measurement that comes with the toolkit."""
    return decode(Path(__file__).with_name("meaning.toml").read_bytes(), "meaning.toml")


def decode(data: bytes, name: str) -> Meaning:
    """A measurement's file. Raises DefinitionError naming the file."""
    try:
        return msgspec.toml.decode(data, type=Meaning)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise DefinitionError(f"{name}: this is not a measurement of what scores are worth: {problem}.") from None


def own_or_measured(path: Path) -> Meaning:
    """The home's own measurement where one was adopted, else the toolkit's. Raises DefinitionError for a damaged file."""
    return decode(path.read_bytes(), str(path)) if path.exists() else measured()


def encode(meaning: Meaning) -> str:
    """The text of a measurement's file, one line a band."""
    head = [f"engine = {_quoted(meaning.engine)}", f"made_on = {_quoted(meaning.made_on)}", f"lists = {_list(meaning.lists)}"]
    parts = [
        ("asked", meaning.asked),
        ("bands", meaning.bands),
        ("decided", meaning.decided),
        ("identifiers", meaning.identifiers),
    ]
    return "\n".join((*head, *(_table(name, rows) for name, rows in parts if rows))) + "\n"


def _table(name: str, rows: Iterable[msgspec.Struct]) -> str:
    lines = [", ".join(f"{key} = {_value(value)}" for key, value in msgspec.structs.asdict(row).items()) for row in rows]
    return f"{name} = [\n" + "".join(f"    {{ {line} }},\n" for line in lines) + "]"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else str(value)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()
