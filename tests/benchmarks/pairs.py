"""Labelled pairs made from real lists: is this the same target? Ours beside nomenklatura's and plain rapidfuzz's verdicts.

    python -m tests.benchmarks.pairs --part report --peers

Name pairs (one name against one name):
  same       spellings that a publisher gives for one target; a target's names on two lists, joined by UN number
  different  the nearest name of another target of the same list (siblings, father and son, sister companies, Koreans who
             differ by a syllable) where the birth years, if both are known, are apart; the nearest listed name to an
             ordinary one. Equal names are left out: no name comparison can tell them apart.
Entity pairs: the same targets with birth date and country beside the name.

Pairs are split by the listed entity into a half to tune on and a half to report on.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace
from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

from sanctions.calibration import drawn, searched_entities
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.matching.compare import compare
from sanctions.model import Entity, Kind, Name, Party, Quality
from tests.benchmarks import ofsi, ordinary, peers
from tests.benchmarks.setting import PARTS, SkippedError, Table, arguments, in_part, run, screener
from tests.benchmarks.spellings import is_spelling, plain_words

LISTS = ("us_ofac_sdn", "un_sc")
OWN_THRESHOLDS = {"WRatio": 0.86, "token_set_ratio": 0.86, "token_sort_ratio": 0.86, "logic-v1": 0.7, "logic-v2": 0.7}
"""What each peer's users commonly take: rapidfuzz 85 to 90; nomenklatura's own tools .7."""


@dataclass(frozen=True, slots=True)
class Pair:
    """``asked`` against ``listed``; ``group`` says how the pair came about."""

    group: str
    asked: Party
    listed: Entity
    same: bool


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", choices=PARTS, default="report")
    parser.add_argument("--peers", action="store_true", help="also score with nomenklatura, where it is installed")
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="print N wrong verdicts of each group (not of report)")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    number = options.sample or 400
    listed = list(searched_entities(screener(options.home, LISTS)))
    names = list(name_pairs(listed, options.part, options.seed, number))
    entities = list(entity_pairs(listed, options.part, options.seed, number))
    judges = scorers(options.peers)
    for title, pairs in (("Name pairs", names), ("Entity pairs", entities)):
        same = sum(pair.same for pair in pairs)
        print(f"\n{title}, part {options.part}, seed {options.seed}: {same} same, {len(pairs) - same} different")
        report(pairs, judges, threshold)
        groups(pairs, threshold)
        if "logic-v2" in judges:
            agreement(pairs, judges["logic-v2"], threshold)
    if options.part == "tune":
        tell_wrong([*names, *entities], threshold, options.wrong)


Scorer = Callable[[Pair], float]


def scorers(nomenklatura: bool) -> dict[str, Scorer]:
    """Ours first, then plain rapidfuzz, then nomenklatura's if asked for. Raises SkippedError where that is not installed."""
    plain = {name: _plain(scorer) for name, scorer in peers.RAPIDFUZZ.items()}
    return {"ours": _ours, **plain, **(peers.nomenklatura_scorers() if nomenklatura else {})}


def _ours(pair: Pair) -> float:
    return compare(pair.asked, pair.listed).score


def _plain(scorer: Callable[[str, str], float]) -> Scorer:
    return lambda pair: max(scorer(pair.asked.name, name.full) for name in pair.listed.names)


def name_pairs(listed: Sequence[Entity], part: str, seed: int, number: int) -> Iterator[Pair]:
    """Pairs of names alone; at most ``number`` of each group."""
    entities = drawn((entity for entity in listed if in_part(entity.id, part)), seed)
    yield from _first(_aliases(entities), number)
    yield from _first(_cross_list(entities, evidence=False), number)
    for pair in _neighbours(entities, number):
        asked = Party(id=pair.asked.id, names=pair.asked.names, kind=pair.asked.kind)
        yield Pair(pair.group, asked, _bare(pair.listed, pair.listed.names[0]), pair.same)
    yield from _first(_strangers(entities, seed), number)


def entity_pairs(listed: Sequence[Entity], part: str, seed: int, number: int) -> Iterator[Pair]:
    """Pairs of records with their birth dates and countries; at most ``number`` of each group."""
    entities = drawn((entity for entity in listed if in_part(entity.id, part)), seed)
    yield from _first(_cross_list(entities, evidence=True), number)
    yield from _first((pair for pair in _aliases(entities, evidence=True) if pair.listed.birth_dates), number)
    yield from _neighbours(entities, number)


def _first(pairs: Iterator[Pair], number: int) -> Iterator[Pair]:
    return (pair for pair, _ in zip(pairs, range(number), strict=False))


def _bare(entity: Entity, name: Name) -> Entity:
    return Entity(id=entity.id, list=entity.list, kind=entity.kind, names=(name,))


def _asked(entity: Entity, name: Name, *, evidence: bool) -> Party:
    if not evidence:
        return Party(id=entity.id, names=(name,), kind=entity.kind)
    countries = tuple(dict.fromkeys(link.code for link in entity.countries))
    return Party(id=entity.id, names=(name,), kind=entity.kind, birth_dates=entity.birth_dates[:1], countries=countries)


def _strong(entity: Entity) -> list[Name]:
    return [name for name in entity.names if name.quality is Quality.STRONG and name.script == "Latn"]


def _aliases(entities: Sequence[Entity], *, evidence: bool = False) -> Iterator[Pair]:
    """Two spellings of one target that its publisher gives side by side."""
    for entity in entities:
        names = _strong(entity)
        found = next(((a, b) for b in reversed(names[1:]) for a in names[: names.index(b)] if _spelt_alike(a, b, entity.kind)), None)
        if found:
            primary, other = found
            rest = tuple(name for name in entity.names if sorted(plain_words(name.full)) != sorted(plain_words(other.full)))
            kept = replace(entity, names=rest) if evidence else _bare(entity, primary)
            yield Pair(f"same: spellings, {_what(entity)}", _asked(entity, other, evidence=evidence), kept, True)


def _spelt_alike(a: Name, b: Name, kind: Kind) -> bool:
    one, two = plain_words(a.full), plain_words(b.full)
    if kind is Kind.PERSON:
        return is_spelling(one, two)
    return (
        sorted(one) != sorted(two)
        and min(len(one), len(two)) > 1
        and JaroWinkler.similarity(" ".join(sorted(one)), " ".join(sorted(two))) >= 0.8
    )


def _what(entity: Entity) -> str:
    return "persons" if entity.kind is Kind.PERSON else "vessels" if entity.kind is Kind.VESSEL else "bodies"


def _cross_list(entities: Sequence[Entity], *, evidence: bool) -> Iterator[Pair]:
    """A UN target as OFSI lists it, under another spelling where OFSI has one."""
    try:
        by_reference = {link.value: entity for entity in ofsi.entities() for link in entity.links}
    except SkippedError:
        return
    for entity in entities:
        other = by_reference.get(entity.id.partition(":")[2]) if entity.list == "un_sc" else None
        if other is None:
            continue
        known = {" ".join(sorted(plain_words(name.full))) for name in entity.names}
        asked = next(
            (n for n in _strong(other) if " ".join(sorted(plain_words(n.full))) not in known and len(plain_words(n.full)) > 1), None
        )
        if asked and any(_spelt_alike(name, asked, entity.kind) for name in _strong(entity)):
            nearest = max(
                _strong(entity),
                key=lambda name: fuzz.ratio(" ".join(sorted(plain_words(name.full))), " ".join(sorted(plain_words(asked.full)))),
            )
            yield Pair(
                "same: UN and OFSI",
                replace(_asked(other, asked, evidence=evidence), kind=entity.kind),
                entity if evidence else _bare(entity, nearest),
                True,
            )


def _neighbours(entities: Sequence[Entity], number: int) -> Iterator[Pair]:
    """The nearest other target of the same list and kind, by the words in any order; Koreans a group of their own."""
    rows = [(entity, _strong(entity)[0]) for entity in entities if _strong(entity) and len(plain_words(_strong(entity)[0].full)) > 1]
    taken: dict[str, int] = {}
    plain = [" ".join(sorted(plain_words(name.full))) for _, name in rows]
    for at, (entity, name) in enumerate(rows[: 12 * number]):
        group = _neighbour_group(entity)
        if taken.get(group, 0) >= number:
            continue
        scores = process.cdist([plain[at]], plain, scorer=JaroWinkler.normalized_similarity, dtype=np.float32)[0]
        other = next((rows[i][0] for i in np.argsort(-scores)[:12].tolist() if _is_another(entity, rows[i][0])), None)
        if other is not None:
            taken[group] = taken.get(group, 0) + 1
            yield Pair(group, _asked(entity, name, evidence=True), replace(other, names=(_strong(other)[0],)), False)


def _neighbour_group(entity: Entity) -> str:
    korean = entity.kind is Kind.PERSON and {"KP", "KR"} & {link.code for link in entity.countries}
    return "different: Koreans" if korean else f"different: nearest {_what(entity)}"


def _is_another(one: Entity, two: Entity) -> bool:
    """Whether two records of one list and kind are surely two targets that a comparison of names could tell apart."""
    if one.id == two.id or one.list != two.list or one.kind is not two.kind:
        return False
    names = {" ".join(sorted(plain_words(name.full))) for name in one.names} & {
        " ".join(sorted(plain_words(name.full))) for name in two.names
    }
    numbers = {i.value for i in one.identifiers} & {i.value for i in two.identifiers}
    years = [{date.first.year for date in entity.birth_dates} for entity in (one, two)]
    return not names and not numbers and not (years[0] & years[1])


def _strangers(entities: Sequence[Entity], seed: int) -> Iterator[Pair]:
    """Ordinary names and the listed name nearest to each."""
    rows = [(entity, name) for entity in entities for name in _strong(entity)[:1]]
    parties = [*ordinary.companies(seed)[:250], *ordinary.legislators(seed)[:150], *ordinary.common_names(seed, 400)]
    random.Random(seed).shuffle(parties)
    for party in parties:
        fitting = [(e, n) for e, n in rows if (e.kind is Kind.PERSON) is (party.kind is Kind.PERSON) and e.kind is not Kind.VESSEL]
        plain = " ".join(sorted(plain_words(utils.default_process(party.name))))
        scores = process.cdist(
            [plain], [" ".join(sorted(plain_words(n.full))) for _, n in fitting], scorer=JaroWinkler.normalized_similarity
        )[0]
        entity, name = fitting[int(np.argmax(scores))]
        if scores.max() < 1:
            yield Pair("different: ordinary names", Party(id=party.id, names=party.names, kind=entity.kind), _bare(entity, name), False)


def figures(scores: Sequence[float], same: Sequence[bool], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of the verdicts at a threshold."""
    hits = [label for score, label in zip(scores, same, strict=True) if score >= threshold]
    right = sum(hits)
    precision, recall = right / len(hits) if hits else 0.0, right / max(sum(same), 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def best_threshold(scores: Sequence[float], same: Sequence[bool]) -> float:
    """The threshold with the best F1 on these pairs themselves."""
    return max(sorted(set(scores)), key=lambda threshold: figures(scores, same, threshold)[2])


def report(pairs: Sequence[Pair], judges: dict[str, Scorer], threshold: float) -> None:
    """Each scorer's precision, recall and F1 at a threshold of its own and at its best one, and its speed."""
    same, rows, ours = [pair.same for pair in pairs], [], 0.0
    own = {**OWN_THRESHOLDS, "ours": threshold}
    for name, scorer in judges.items():
        started = time.perf_counter()
        scores = [scorer(pair) for pair in pairs]
        speed = len(pairs) / (time.perf_counter() - started)
        best = best_threshold(scores, same)
        at_own, at_best = figures(scores, same, own[name]), figures(scores, same, best)
        ours = ours or at_own[2]
        rows.append(
            (
                name,
                f"{own[name]:.2f}",
                *(f"{value:.3f}" for value in at_own),
                f"{best:.3f}",
                f"{at_best[2]:.3f}",
                f"{ours / max(at_own[2], 1e-9):.2f}",
                f"{speed:,.0f}",
            )
        )
    Table(("scorer", "own threshold", "precision", "recall", "F1", "best threshold", "F1 there", "ours/it", "pairs/s"), rows).show()


def groups(pairs: Sequence[Pair], threshold: float) -> None:
    """How many of each group have the right verdict of ours."""
    by_group: dict[str, list[bool]] = {}
    for pair in pairs:
        by_group.setdefault(pair.group, []).append((_ours(pair) >= threshold) is pair.same)
    Table(("ours, by group", "pairs", "right"), [(g, str(len(v)), f"{sum(v) / len(v):.2%}") for g, v in sorted(by_group.items())]).show()


def agreement(pairs: Sequence[Pair], peer: Scorer, threshold: float) -> None:
    """Who is right where, at the thresholds of their own: ours against logic-v2."""
    counts: dict[tuple[bool, bool, bool], int] = {}
    for pair in pairs:
        key = (pair.same, (_ours(pair) >= threshold) is pair.same, (peer(pair) >= OWN_THRESHOLDS["logic-v2"]) is pair.same)
        counts[key] = counts.get(key, 0) + 1
    rows = [
        (
            "same" if same else "different",
            *(str(counts.get((same, ours, theirs), 0)) for ours, theirs in ((True, True), (True, False), (False, True), (False, False))),
        )
        for same in (True, False)
    ]
    Table(("agreement with logic-v2", "both right", "only ours", "only theirs", "neither"), rows).show()


def tell_wrong(pairs: Sequence[Pair], threshold: float, number: int) -> None:
    """Prints at most ``number`` wrong verdicts of ours of each group, with their reasons."""
    told: dict[str, int] = {}
    for pair in pairs:
        comparison = compare(pair.asked, pair.listed)
        if (comparison.score >= threshold) is not pair.same and told.get(pair.group, 0) < number:
            told[pair.group] = told.get(pair.group, 0) + 1
            listed = comparison.matched.full if comparison.matched else pair.listed.name
            print(f"\n{pair.group}: {comparison.score:.4f} {pair.asked.name!r} / {listed!r} [{pair.asked.id} / {pair.listed.id}]")
            for reason in comparison.reasons:
                print(f"          {reason.points:+.4f} {reason.feature}: {reason.detail} ({reason.asked!r} / {reason.listed!r})")


if __name__ == "__main__":
    run(main)
