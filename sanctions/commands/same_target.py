"""The same target on other lists, in words and as JSON: what ``show`` and ``screen`` tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from sanctions.home import Home
    from sanctions.model import Entity, Hit, Result
    from sanctions.screening import Screener
    from sanctions.targets import Gaps, Target, Targets
    from sanctions.workbook.contents import TargetNote

Also: TypeAlias = "Callable[[Hit], Iterable[tuple[str, str]]]"
"""Of a hit: the other listings of its target, each with the reason for which it is the same."""

ALIKE = 0.85
"""An entry of a list without a joined one is told of, as perhaps the same, from this score by name and facts."""

_MOST_ALIKE = 3


def open_targets(home: Home, screener: Screener) -> Targets:
    """The register of the lists that the screener searches."""
    from sanctions.acquisition.definitions import open_catalogue
    from sanctions.targets import Targets

    catalogue = open_catalogue(home)
    stores = {part.key: part.store for part in screener.held}
    return Targets.open(home, stores, aggregates=[key for key in stores if catalogue[key].copies])


def alike(screener: Screener, entity: Entity, target: Target, gaps: Gaps) -> list[Hit]:
    """Entries of the great lists without a joined listing that are like the entity by name and facts: for a person to compare."""
    from sanctions.model import Party

    lacking = {cover.list for cover in gaps.absent}
    if not lacking:
        return []
    party = Party(
        id=entity.id,
        names=entity.names,
        kind=entity.kind,
        birth_dates=entity.birth_dates,
        genders=entity.genders,
        countries=tuple(dict.fromkeys(link.code for link in entity.countries)),
        identifiers=entity.identifiers,
    )
    hits = screener.screen(party, threshold=ALIKE).hits
    return [hit for hit in hits if hit.entity.list in lacking and hit.entity.id not in target.ids][:_MOST_ALIKE]


def target_lines(screener: Screener, targets: Targets, entity: Entity) -> Iterator[str]:
    """What is known of the same target on other lists, its gaps, and what may be the same but is not joined."""
    from sanctions.targets import gaps_of

    target = targets.group(entity.id)
    gaps = gaps_of(target.ids, screener.coverage, entity.kind)
    yield from _block(
        "the same as", (f"{other}  {screener.entity(other).name} ({reason})" for other, reason in target.elsewhere(entity.id))
    )
    yield from _block("this target", gaps.sentences())
    yield from _block(
        "perhaps",
        [f"{hit.entity.id} {hit.entity.name}: alike at {hit.score:.2f}, not joined" for hit in alike(screener, entity, target, gaps)]
        + [f"{one.a} and {one.b} are not joined: {one.reason}" for one in target.refusals],
    )


def _block(label: str, values: Iterable[str]) -> Iterator[str]:
    for number, value in enumerate(values):
        yield f"{label if number == 0 else '':>12}  {value}"


def target_document(screener: Screener, targets: Targets, entity: Entity) -> dict[str, Any]:
    """The same for ``show --json``."""
    from sanctions.targets import gaps_of

    target = targets.group(entity.id)
    gaps = gaps_of(target.ids, screener.coverage, entity.kind)
    return {
        "ids": list(target.ids),
        "joins": [{"a": one.a, "b": one.b, "basis": one.basis, "reason": one.reason} for one in target.joins],
        "on": list(gaps.on),
        "not_on": [cover.list for cover in gaps.absent],
        "not_searched": list(gaps.unsearched),
        "alike": [{"entity": hit.entity.id, "name": hit.entity.name, "score": hit.score} for hit in alike(screener, entity, target, gaps)],
        "not_joined": [{"a": one.a, "b": one.b, "reason": one.reason} for one in target.refusals],
    }


def also_of(home: Home, screener: Screener, results: Iterable[Result]) -> Also:
    """What tells of a hit on which other lists its target stands. Without hits, or with one list, nothing is opened."""
    if len(screener.held) < 2 or not any(result.hits or result.recorded for result in results):
        return lambda hit: ()
    targets = open_targets(home, screener)
    return lambda hit: targets.group(hit.entity.id).elsewhere(hit.entity.id)


def add_targets(document: dict[str, Any], results: Sequence[Result], also: Also) -> dict[str, Any]:
    """The document of ``screen --json`` with ``same_target`` on each hit: the other listings of its target, each with the reason."""
    parts = document.get("results", [document])
    for part, result in zip(parts, results, strict=True):
        for told, hit in zip(part["hits"], result.hits, strict=True):
            told["same_target"] = [{"entity": other, "reason": reason} for other, reason in also(hit)]
    return document


def target_notes(home: Home, screener: Screener, results: Iterable[Result]) -> tuple[TargetNote, ...] | None:
    """For a report: the targets among the hits that stand on several lists, or are in doubt. None if one list alone was searched."""
    if len(screener.held) < 2:
        return None
    from sanctions.workbook.contents import TargetNote

    ids = dict.fromkeys(hit.entity.id for result in results for hit in (*result.hits, *result.recorded))
    if not ids:
        return ()
    targets = open_targets(home, screener)
    found: dict[tuple[str, ...], TargetNote] = {}
    for target in map(targets.group, ids):
        doubts = tuple(f"{each.a} and {each.b}: {each.reason}" for each in target.refusals)
        if len(target.ids) > 1 or doubts:
            joins = tuple(f"{join.a} and {join.b}: {join.reason}" for join in target.joins)
            found[target.ids] = TargetNote(ids=target.ids, joins=joins, doubts=doubts)
    return tuple(found.values())
