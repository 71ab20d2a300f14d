"""Cross-list truth: a target's name on one list asked of another, where both give the UN's reference number.

    python -m tests.benchmarks.crosslist --part report

UN names are asked of the OFSI list and OFSI's of the UN's, and so for every other list held whose entries name the
UN's number. Found first: no other target of the list scores higher. The peer in the same run is rapidfuzz's WRatio.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from sanctions.calibration import Share, drawn, searched_entities
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.model import Entity, Name, Party, Quality
from sanctions.screening import Screener
from tests.benchmarks import ofsi
from tests.benchmarks.setting import PARTS, SkippedError, Table, arguments, in_part, percent, progress, run, screener, temporary_screener

UN = "un_sc"
LEAST = 0.7
"""From what score a hit counts for the first ten: below it the lists are near to everything, and asking takes hours."""


@dataclass(frozen=True, slots=True)
class Question:
    """A name of one list, and the references by which its target is known on the other."""

    name: Name
    source: Entity
    references: frozenset[str]


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", choices=PARTS, default="report")
    parser.add_argument("--aliases", action="store_true", help="ask every strong name, not the primary one alone")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print N that were not found first (not of report)")
    parser.add_argument("--peer", action="store_true", help="also ask rapidfuzz WRatio (slow)")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    held = screener(options.home, (UN, "gb_uksl", "eu_fsf", "ch_seco", "au_dfat"))
    lists: dict[str, list[Entity]] = {}
    for entity in [*searched_entities(held), *_ofsi()]:
        lists.setdefault(entity.list, []).append(entity)
    if UN not in lists or len(lists) < 2:
        raise SkippedError("cross-list truth needs the UN list and another that gives the UN's reference numbers")
    rows = []
    for key in sorted(set(lists) - {UN}):
        for source, target in ((key, UN), (UN, key)):
            known = {reference for entity in lists[target] for reference in _references(entity)}
            asked = [q for q in _questions(lists[source], options) if q.references & known][: options.sample]
            if asked:
                with temporary_screener(lists[target]) as searched:
                    rows.append(
                        (
                            f"{source} → {target}",
                            *_figures(searched, asked, threshold, options.misses if options.part == "tune" else 0),
                            *(_peer(lists[target], asked) if options.peer else ()),
                        )
                    )
    print(f"Part {options.part}, names only, kinds not stated, {'all strong names' if options.aliases else 'primary names'}")
    Table(
        ("asked → searched", "asked", "first", "in first ten", f"at {threshold}", *(("WRatio first", "in ten") if options.peer else ())),
        rows,
    ).show()


def _ofsi() -> list[Entity]:
    try:
        return ofsi.entities()
    except SkippedError as reason:
        progress(f"Without the OFSI list: {reason}")
        return []


def _references(entity: Entity) -> frozenset[str]:
    found = {link.value for link in entity.links if link.scheme == "un" and link.relation == "same"}
    return frozenset(found | ({entity.id.partition(":")[2]} if entity.list == UN else set()))


def _questions(entities: Iterable[Entity], options: argparse.Namespace) -> list[Question]:
    found = []
    for entity in drawn((entity for entity in entities if in_part(entity.id, options.part)), options.seed):
        strong = [name for name in entity.names if name.quality is Quality.STRONG and name.script == "Latn"]
        for name in strong if options.aliases else strong[:1]:
            found.append(Question(name, entity, _references(entity)))
    return found


def _figures(searched: Screener, asked: Sequence[Question], threshold: float, misses: int) -> tuple[str, ...]:
    first = ten = alerts = 0
    for question in asked:
        hits = searched.screen(Party(id=question.source.id, names=(question.name,)), threshold=LEAST).hits
        own = next((hit for hit in hits if _references(hit.entity) & question.references), None)
        better = sum(hit.score > own.score for hit in hits) if own else len(hits)
        first += bool(own) and better == 0
        ten += bool(own) and better < 10
        alerts += bool(own and own.score >= threshold)
        if misses > 0 and not (own and better == 0):
            misses -= 1
            above = f"{hits[0].entity.name!r} {hits[0].score}" if hits else "nothing"
            told = f"{own.score} {own.entity.name!r}" if own else "not found"
            print(f"  {question.name.full!r} [{question.source.id}, {', '.join(sorted(question.references))}]: own {told}, best {above}")
    return (str(len(asked)), *(percent(Share(number, len(asked))) for number in (first, ten, alerts)))


def _peer(entities: Sequence[Entity], asked: Sequence[Question]) -> tuple[str, ...]:
    """WRatio over all names of the list searched: the own target's best place among targets."""
    names = [(utils.default_process(name.full), at) for at, entity in enumerate(entities) for name in entity.names]
    first = ten = 0
    for question in asked:
        scores = process.cdist([utils.default_process(question.name.full)], [name for name, _ in names], scorer=fuzz.WRatio)[0]
        best: dict[int, float] = {}
        for (_, at), score in zip(names, scores.tolist(), strict=True):
            best[at] = max(best.get(at, 0.0), score)
        own = max((score for at, score in best.items() if _references(entities[at]) & question.references), default=0.0)
        better = sum(score > own for score in best.values())
        first += better == 0
        ten += better < 10
    return tuple(f"{number / len(asked):.2%}" for number in (first, ten))


if __name__ == "__main__":
    run(main)
