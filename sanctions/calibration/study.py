"""The whole study: changed names of the lists held, ordinary names, what scores are worth, and samples about the threshold."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from hashlib import blake2b

import msgspec
from msgspec.structs import replace

from sanctions.calibration.labelled import LabelledBook
from sanctions.calibration.meaning import measure
from sanctions.calibration.ordinary import ordinary_firms, ordinary_people
from sanctions.calibration.recall import ClassRecall, drawn, recall, searched_entities
from sanctions.calibration.shares import Share
from sanctions.dates import PartialDate
from sanctions.matching.manipulations import MANIPULATIONS
from sanctions.matching.meaning import Meaning
from sanctions.model import Comparison, Coverage, Hit, Kind, Party
from sanctions.screening import Screener

BELOW = 0.05
"""How far about the threshold the samples reach, to each side."""


COMMON_PEOPLE = "people of the commonest names of 16 countries"
COMMON_FIRMS = "firms of common words"


class OrdinarySet(msgspec.Struct, frozen=True):
    """A set of ordinary parties: how many alerted by their names alone, and with a country and a year of birth beside them.

    ``with_evidence`` is None for a set that brings its own evidence (the user's book).
    """

    label: str
    alerted: Share
    with_evidence: Share | None


class Sampled(msgspec.Struct, frozen=True):
    """One comparison near the threshold. ``known`` says what the study knows: the same target, or an ordinary name."""

    asked: str
    listed: str
    entity_id: str
    comparison: Comparison
    known: str


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """What a study found. ``number`` names were asked of each class, as far as the lists have so many."""

    id: str
    made_at: datetime
    engine: str
    threshold: float
    seed: int
    number: int
    coverage: tuple[Coverage, ...]
    classes: tuple[ClassRecall, ...]
    ordinary: tuple[OrdinarySet, ...]
    meaning: Meaning
    above: tuple[Sampled, ...]
    below: tuple[Sampled, ...]
    labelled: LabelledBook | None = None

    @property
    def short(self) -> tuple[ClassRecall, ...]:
        """The classes whose recall is below their goal."""
        return tuple(one for one in self.classes if one.manipulation.goal is not None and (one.found.value or 0.0) < one.manipulation.goal)


def calibrate(
    screener: Screener,
    *,
    threshold: float,
    now: datetime,
    number: int = 200,
    ordinary: int = 2000,
    samples: int = 25,
    seed: int = 0,
    classes: Sequence[str] = tuple(MANIPULATIONS),
    customers: Sequence[Party] | None = None,
    customers_name: str = "",
    labelled: LabelledBook | None = None,
    advance: Callable[[str], None] = lambda _: None,
) -> Calibration:
    """Run the study. The same lists, engine, seed and numbers give the same figures.

    ``customers`` are ordinary parties of the user's own and take the place of the embedded ones; whoever of them is
    truly listed counts as a false alert here, so the samples should be looked at.
    """
    entities = drawn(searched_entities(screener), seed)
    found: list[ClassRecall] = []
    for one in recall(screener, entities, threshold=threshold, number=number, seed=seed, classes=classes):
        found.append(one)
        advance(one.manipulation.name)
    sets: list[OrdinarySet] = []
    hits: list[tuple[Party, Hit]] = []
    every = _sets(ordinary, seed, customers, customers_name)
    for label, parties, own_evidence in every:
        best = _best_hits(screener, parties, threshold)
        hits += best
        evidence = (
            None
            if own_evidence
            else Share(_alerts(_best_hits(screener, _with_evidence(parties, seed), threshold), threshold), len(parties))
        )
        sets.append(OrdinarySet(label, Share(_alerts(best, threshold), len(parties)), evidence))
        advance(label)
    asked = [party for _, parties, _ in every for party in parties]
    meaning = measure(
        screener,
        asked,
        made_on=now.date(),
        number=number * len(classes) // 2,
        seed=seed,
        labelled=labelled.pairs if labelled else (),
        own_evidence=customers is not None,
    )
    advance("meaning")
    near = _near(found, hits, threshold, seed)
    return Calibration(
        id=f"C{now:%Y%m%dT%H%M%SZ}",
        made_at=now,
        engine=screener.engine,
        threshold=threshold,
        seed=seed,
        number=number,
        coverage=screener.coverage,
        classes=tuple(found),
        ordinary=tuple(sets),
        meaning=meaning,
        above=tuple(one for one in near if one.comparison.score >= threshold)[:samples],
        below=tuple(one for one in near if one.comparison.score < threshold)[:samples],
        labelled=labelled,
    )


def _sets(number: int, seed: int, customers: Sequence[Party] | None, name: str) -> list[tuple[str, Sequence[Party], bool]]:
    if customers is not None:
        return [(f"own book {name}".strip(), customers, True)]
    return [(COMMON_PEOPLE, ordinary_people(number, seed), False), (COMMON_FIRMS, ordinary_firms(number, seed), False)]


def _with_evidence(parties: Iterable[Party], seed: int) -> list[Party]:
    chance = random.Random(f"evidence {seed}")  # noqa: S311 - a sample, not a secret
    return [
        replace(
            party,
            countries=(party.extra["country"],),
            birth_dates=(PartialDate.of(chance.randint(1940, 2005)),) if party.kind is Kind.PERSON else (),
        )
        for party in parties
    ]


def _best_hits(screener: Screener, parties: Sequence[Party], threshold: float) -> list[tuple[Party, Hit]]:
    """The best hit of each party that has one, from a little below the threshold."""
    least = round(threshold - BELOW, 4)
    results = screener.screen_many(parties, threshold=least)
    return [(party, result.hits[0]) for party, result in zip(parties, results, strict=True) if result.hits]


def _alerts(hits: Iterable[tuple[Party, Hit]], threshold: float) -> int:
    return sum(hit.score >= threshold for _, hit in hits)


def _near(found: Iterable[ClassRecall], hits: Iterable[tuple[Party, Hit]], threshold: float, seed: int) -> list[Sampled]:
    """Every comparison of the study within BELOW of the threshold, in an order that the seed decides."""
    near = [
        Sampled(
            answer.case.party.name, answer.case.listed, answer.case.entity.id, answer.comparison, f"same target ({one.manipulation.name})"
        )
        for one in found
        for answer in one.answers
    ]
    for party, hit in hits:
        listed = hit.comparison.matched.full if hit.comparison.matched else hit.entity.name
        near.append(Sampled(party.name, listed, hit.entity.id, hit.comparison, "ordinary name"))
    close = [one for one in near if abs(one.comparison.score - threshold) <= BELOW]
    return sorted(close, key=lambda one: blake2b(f"{seed}:{one.asked}:{one.entity_id}:{one.known}".encode(), digest_size=8).digest())
