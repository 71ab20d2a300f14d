"""Measures what scores are worth (`matching.meaning`): listed and ordinary parties are asked, and every hit is counted by its band."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, groupby, islice

import msgspec
from msgspec.structs import replace

from sanctions.calibration.labelled import Labelled
from sanctions.calibration.recall import cases_of, drawn, searched_entities
from sanctions.dates import PartialDate
from sanctions.matching.compare import ENGINE
from sanctions.matching.identifiers import search_keys
from sanctions.matching.manipulations import MANIPULATIONS
from sanctions.matching.meaning import (
    LIMITS,
    LISTED_SHARE,
    Asked,
    Band,
    Decided,
    Evidence,
    Meaning,
    Numbers,
    Who,
    evidence_of,
    limit_of,
    right_share,
    who,
)
from sanctions.model import Entity, Hit, Kind, Party
from sanctions.screening import Screener
from sanctions.targets.evidence import LEAST_NAME, Key, name_agreement, number_keys

_CLASSES = tuple(name for name, one in MANIPULATIONS.items() if not one.birth_year)
_Key = tuple[Who, Evidence, float]
_Of = Callable[[Entity], bool]


def measure(
    screener: Screener,
    ordinary: Sequence[Party],
    *,
    made_on: date,
    number: int,
    seed: int = 0,
    of: _Of = lambda entity: True,
    labelled: Iterable[Labelled] = (),
    own_evidence: bool = False,
) -> Meaning:
    """Ask ``number`` listed parties and the ``ordinary`` ones, each by its name alone and with particulars, and count the hits.

    A listed party is an entity ``of`` the lists under its name as published or changed by one class of manipulation, in turn; its
    particulars are the entity's own, with the birth date cut to its year. An ordinary party has its country and a year of birth
    drawn by chance, unless it brings ``own_evidence``.
    """
    entities = [entity for entity in drawn(searched_entities(screener), seed) if of(entity)]
    own: Counter[_Key] = Counter()
    others: Counter[_Key] = Counter()
    chance: Counter[_Key] = Counter()
    asked: Counter[tuple[Who, bool, str]] = Counter()
    for beside in (False, True):
        for entity, party in _listed(entities, number, seed, beside):
            asked[who(entity.kind), beside, "listed"] += 1
            for hit in screener.screen(party, threshold=LIMITS[0]).hits:
                if _counted(hit, beside):
                    _count_listed(hit, entity, own, others)
        parties = [_with_evidence(party, seed) if beside and not own_evidence else party for party in ordinary]
        for party, result in zip(parties, screener.screen_many(parties, threshold=LIMITS[0]), strict=True):
            asked[who(party.kind), beside, "ordinary"] += 1
            chance.update(_key(hit) for hit in result.hits if _counted(hit, beside))
    counted = tuple(_asked(asked))
    return Meaning(
        engine=ENGINE,
        made_on=made_on.isoformat(),
        lists=tuple(part.key for part in screener.held),
        asked=counted,
        bands=tuple(_rising(_bands(own, others, chance), counted)),
        decided=tuple(decided(labelled)),
        identifiers=tuple(numbers_on(searched_entities(screener))),
    )


def sharpened(known: Meaning, study: Meaning) -> Meaning:
    """What is known already, with what a study found in labelled hits and of numbers. The bands stay as they are: the study's ordinary
    parties were not those of the user's book."""
    return replace(known, decided=study.decided, identifiers=study.identifiers)


def numbers_on(entities: Iterable[Entity]) -> Iterator[Numbers]:
    """The strong identifiers of the lists, family by family, and on how many targets each stands, as far as names tell."""
    holders: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for key in search_keys(entity.identifiers):
            holders[key].append(entity)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, every in holders.items():
        several = _several(every)
        differing = any(name_agreement(a, b) < LEAST_NAME for a, b in combinations(several, 2))
        counts[key.partition(":")[0]].update({"numbers": 1, "several": len(several) > 1, "differing": differing})
    for family, found in sorted(counts.items()):
        yield Numbers(family=family, numbers=found["numbers"], several=found["several"], differing=found["differing"])


def _several(holders: Sequence[Entity]) -> list[Entity]:
    """The entities without those that a publisher's own number says to be the same target as one before."""
    kept: list[Entity] = []
    known: set[Key] = set()
    for entity in holders:
        own = {*number_keys(entity)}
        kept += [] if own & known or entity in kept else [entity]
        known |= own
    return kept


def _listed(entities: Sequence[Entity], number: int, seed: int, beside: bool) -> Iterator[tuple[Entity, Party]]:
    """Listed parties, as many of each class of change, half of them persons where the lists have so many."""
    each = max(1, number // (2 * len(_CLASSES)))
    for persons in (True, False):
        some = [entity for entity in entities if (entity.kind is Kind.PERSON) is persons]
        for at, name in enumerate(_CLASSES):
            # every class begins at another place, so that not the same entities are asked each time
            turned = some[at * each :] + some[: at * each]
            for case in islice(cases_of(turned, MANIPULATIONS[name], seed=seed, stated_kind=True), each):
                yield case.entity, _beside(case.party, case.entity) if beside else case.party


def _beside(party: Party, entity: Entity) -> Party:
    years = tuple(PartialDate.of(when.first.year) for when in entity.birth_dates[:1])
    return replace(party, birth_dates=years, countries=tuple(dict.fromkeys(link.code for link in entity.countries[:1])))


def _with_evidence(party: Party, seed: int) -> Party:
    chance = random.Random(f"{seed} {party.id}")  # noqa: S311 - a sample, not a secret
    born = (PartialDate.of(chance.randint(1940, 2005)),) if party.kind is Kind.PERSON else ()
    country = party.extra.get("country")
    return replace(party, birth_dates=born, countries=(country,) if country else ())


def _counted(hit: Hit, beside: bool) -> bool:
    """With particulars on the party's side, only hits that they speak for are counted: one whose entity has none rests on the
    name alone and was counted there, and no listed party was asked with wrong ones."""
    evidence = evidence_of(hit.comparison)
    return evidence is (Evidence.AGREEING if beside else Evidence.NAME)


def _key(hit: Hit) -> _Key:
    limit = limit_of(hit.score)
    assert limit is not None
    return who(hit.entity.kind), evidence_of(hit.comparison), limit


def _count_listed(hit: Hit, entity: Entity, own: Counter[_Key], others: Counter[_Key]) -> None:
    if hit.entity.id == entity.id or entity.id in hit.copies:
        own[_key(hit)] += 1
    elif hit.entity.list == entity.list:
        # the same target on another list is neither its own entry nor another target
        others[_key(hit)] += 1


def decided(labelled: Iterable[Labelled]) -> Iterator[Decided]:
    """The user's own labelled hits by band."""
    counts: Counter[tuple[_Key, bool]] = Counter()
    for pair in labelled:
        limit = limit_of(pair.comparison.score)
        if limit is not None:
            counts[(who(pair.kind), evidence_of(pair.comparison), limit), pair.same] += 1
    for person, evidence, least in sorted({key for key, _ in counts}):
        key = (person, evidence, least)
        yield Decided(who=person, evidence=evidence, least=least, right=counts[key, True], wrong=counts[key, False])


def _asked(asked: Counter[tuple[Who, bool, str]]) -> Iterator[Asked]:
    for one in sorted({(person, beside) for person, beside, _ in asked}):
        yield Asked(who=one[0], beside=one[1], listed=asked[*one, "listed"], ordinary=asked[*one, "ordinary"])


def _bands(own: Counter[_Key], others: Counter[_Key], chance: Counter[_Key]) -> Iterator[Band]:
    for key in sorted(own.keys() | others.keys() | chance.keys()):
        yield Band(who=key[0], evidence=key[1], least=key[2], own=own[key], others=others[key], ordinary=chance[key])


def _rising(bands: Iterable[Band], asked: Sequence[Asked]) -> Iterator[Band]:
    """The bands with neighbours' counts laid together where the higher one would be right less often than the lower
    (pool adjacent violators: M. Ayer and others, Annals of Mathematical Statistics 26, 1955, 641-647)."""
    for (person, evidence), group in groupby(bands, key=lambda band: (band.who, band.evidence)):
        among = next(one for one in asked if one.who == person and one.beside is (evidence is not Evidence.NAME))
        pools: list[list[Band]] = []
        for band in group:
            pools.append([band])
            while len(pools) > 1 and _right(pools[-2], among) > _right(pools[-1], among):
                pools[-2:] = [pools[-2] + pools[-1]]
        yield from (_pooled(pool, band) for pool in pools for band in pool)


def _right(pool: Sequence[Band], among: Asked) -> float:
    return right_share(_pooled(pool, pool[0]), among, LISTED_SHARE)


def _pooled(pool: Sequence[Band], as_: Band) -> Band:
    """A band with the counts of its whole pool."""
    counts = {name: sum(getattr(band, name) for band in pool) for name in ("own", "others", "ordinary")}
    return msgspec.structs.replace(as_, **counts)
