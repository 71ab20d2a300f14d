"""Recall by class of changed names: the same screener as every screening is asked, and the answers are counted.

Samples are drawn by hashing entities' ids with a seed: the same lists and seed give the same sample, and adding a
list does not change which entries of the others are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice

import msgspec

from sanctions.calibration.shares import Share
from sanctions.dates import PartialDate
from sanctions.matching.manipulations import MANIPULATIONS, Manipulation, manipulate
from sanctions.model import Comparison, Entity, Hit, Kind, Name, Party, Quality
from sanctions.screening import Screener


class Case(msgspec.Struct, frozen=True):
    """A changed name of a listed entity, asked as a party; ``listed`` is the name that was changed."""

    party: Party
    entity: Entity
    listed: str


class Answer(msgspec.Struct, frozen=True):
    """What the screener said to a case. ``score`` is the entity's own, hit or not; ``rank`` its place among its own list's hits, from 1."""

    case: Case
    comparison: Comparison
    rank: int | None
    hits: int

    @property
    def found(self) -> bool:
        return self.rank is not None


class ClassRecall(msgspec.Struct, frozen=True):
    """One class of changed names: how many were asked, found at the threshold, and found first."""

    manipulation: Manipulation
    answers: tuple[Answer, ...]

    @property
    def found(self) -> Share:
        return Share(sum(answer.found for answer in self.answers), len(self.answers))

    @property
    def first(self) -> Share:
        return Share(sum(answer.rank == 1 for answer in self.answers), len(self.answers))

    @property
    def missed(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if not answer.found)


def drawn(entities: Iterable[Entity], seed: int) -> list[Entity]:
    """The entities in an order that the seed and their ids alone decide; a sample is its beginning."""
    return sorted(entities, key=lambda entity: _hash(f"{seed}:{entity.id}"))


def is_tuning(entity_id: str) -> bool:
    """Whether an entity belongs to the half of a list on which rules may be tuned; the other half is for reporting."""
    return _hash(f"part:{entity_id}") % 2 == 0


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def searched_entities(screener: Screener, lists: Sequence[str] = ()) -> Iterator[Entity]:
    """Every entity that a screening could find, of all lists held or of those named."""
    for part in screener.held:
        if not lists or part.key in lists:
            yield from (entity for entity in part.store if not entity.delisted)


def cases_of(entities: Iterable[Entity], manipulation: Manipulation, *, seed: int = 0, stated_kind: bool = False) -> Iterator[Case]:
    """A case for each entity whose first strong Latin name the class can change, in the entities' order.

    ``stated_kind``: the party says what kind it is; else it leaves that open, as most books do.
    """
    for entity in entities:
        name = next((one.full for one in entity.names if one.quality is Quality.STRONG and one.script == "Latn"), None)
        if name is None or (manipulation.birth_year and not _birth_year(entity)):
            continue
        changed = manipulate(name, entity, manipulation.name, seed)
        if changed is not None:
            yield Case(_party(changed, entity, manipulation, stated_kind), entity, name)


def _birth_year(entity: Entity) -> tuple[PartialDate, ...]:
    return tuple(PartialDate.of(when.first.year) for when in entity.birth_dates[:1])


def _party(name: str, entity: Entity, manipulation: Manipulation, stated_kind: bool) -> Party:
    return Party(
        id=entity.id,
        names=(Name(full=name),),
        kind=entity.kind if stated_kind else Kind.UNKNOWN,
        birth_dates=_birth_year(entity) if manipulation.birth_year else (),
    )


def ask(screener: Screener, case: Case, threshold: float) -> Answer:
    """Screen one case and say whether, and where, its own entity stands among the alerts."""
    hits = screener.screen(case.party, threshold=threshold).hits
    own = next((hit for hit in hits if hit.entity.id == case.entity.id or case.entity.id in hit.copies), None)
    if own is None:
        return Answer(case, screener.compare(case.party, case.entity.id), None, len(hits))
    return Answer(case, own.comparison, 1 + sum(_stands_before(hit, own) for hit in hits), len(hits))


def _stands_before(hit: Hit, own: Hit) -> bool:
    """Whether another target of the same list scores higher; the same target on other lists takes no place away."""
    return hit.score > own.score and hit.entity.list == own.entity.list


def recall(
    screener: Screener,
    entities: Sequence[Entity],
    *,
    threshold: float,
    number: int,
    seed: int = 0,
    classes: Sequence[str] = tuple(MANIPULATIONS),
    stated_kind: bool = False,
    advance: Callable[[], None] = lambda: None,
) -> Iterator[ClassRecall]:
    """For each class ``number`` changed names, as far as ``entities`` (already drawn) give so many, and what was found."""
    for name in classes:
        manipulation = MANIPULATIONS[name]
        cases = islice(cases_of(entities, manipulation, seed=seed, stated_kind=stated_kind), number)
        yield ClassRecall(manipulation, tuple(ask(screener, case, threshold) for case in cases))
        advance()
