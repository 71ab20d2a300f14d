"""What each constant of the comparison of persons' names is worth: the loss with it a step lower, as it is, a step higher.

    python -m tests.benchmarks.constants --sample 300

The loss adds up three shares: spellings and changed names of listed persons that are missed, other listed persons that
alert, and, twenty times, since they are many, ordinary names that alert. It is measured on the tuning half alone, and small
differences are noise: a constant is moved only where its step is worth several pairs, and to a round number.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from types import ModuleType

from msgspec.structs import replace

from sanctions.calibration import cases_of, drawn, searched_entities
from sanctions.matching import costs, name_agreement, name_reasons, person_words
from sanctions.matching.alignment import align
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.matching.compare import compare, name_similarity
from sanctions.matching.manipulations import MANIPULATIONS
from sanctions.model import Entity, Kind, Party
from sanctions.screening import Screener
from tests.benchmarks import ordinary
from tests.benchmarks.pairs import name_pairs
from tests.benchmarks.setting import SkippedError, Table, arguments, in_part, run, screener

LISTS = ("us_ofac_sdn", "un_sc")
CLASSES = ("substituted", "inserted", "two_edits", "dropped_middle", "extra_word", "initials", "joined", "swapped_words")
NEAR = 0.15
"""How far below the threshold an ordinary name's candidates are looked for, so that a loosened rule can find them."""
ORDINARY_WEIGHT = 20.0

_STEPS: tuple[tuple[ModuleType, str, float], ...] = (
    (person_words, "FREE", 0.1),
    (person_words, "ONE_SLIP", 0.05),
    (person_words, "SAME_NAME", 0.04),
    (person_words, "SAME_SOUND_COMMON", 0.03),
    (person_words, "EXCHANGED", 0.04),
    (person_words, "OTHER_GENDER", 0.04),
    (person_words, "OTHER_NAME", 0.1),
    (person_words, "LEAST", 0.1),
    (name_agreement, "COMMON_NAME_POINTS", 0.015),
    (name_agreement, "COMMON_INITIAL_POINTS", 0.02),
    (name_agreement, "COMMON_SHORT_POINTS", 0.02),
    (name_reasons, "NOTHING_EQUAL", 0.02),
)
_COSTS = {"absent": 0.03, "absent_alone": 0.05, "most_missing": 0.1, "most_patronymic": 0.05, "initial": 0.04, "joined": 0.03}


@dataclass(frozen=True, slots=True)
class Pair:
    """One of ``group`` "same", "different" or "ordinary"; of the last, a party's pairs alert together."""

    group: str
    asked: Party
    listed: Entity


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--slopes", action="store_true", help="the three slopes of person_words alone")


def main() -> None:
    options = arguments(__doc__, _add)
    number = options.sample or 300
    asked = 10 * number
    pairs = list(gathered(screener(options.home, LISTS), number, options.seed))
    now = loss(pairs, asked)
    sizes = {group: sum(pair.group == group for pair in pairs) for group in ("same", "different", "ordinary")}
    print(f"Tuning half, seed {options.seed}: {', '.join(f'{n} {group}' for group, n in sizes.items())} pairs; loss {now:.4f}")
    rows = [
        (name, f"{value:g}", f"{low - now:+.4f}", f"{high - now:+.4f}") for name, value, low, high in moved(pairs, asked, options.slopes)
    ]
    Table(("constant", "is", "a step lower", "a step higher"), rows).show()


def gathered(searched: Screener, number: int, seed: int) -> Iterator[Pair]:
    """The pairs: labelled ones and changed names of the tuning half, and ordinary names with all that is near to them."""
    listed = list(searched_entities(searched))
    for pair in name_pairs(listed, "tune", seed, number):
        if pair.listed.kind is Kind.PERSON:
            yield Pair("same" if pair.same else "different", pair.asked, pair.listed)
    entities = drawn((entity for entity in listed if entity.kind is Kind.PERSON and in_part(entity.id, "tune")), seed)
    for name in CLASSES:
        for case in islice(cases_of(entities, MANIPULATIONS[name], seed=seed, stated_kind=True), number // 2):
            yield Pair("same", case.party, replace(case.entity, birth_dates=(), genders=()))
    try:
        parties = [*ordinary.common_names(seed, 9 * number), *ordinary.legislators(seed)[:number]]
    except SkippedError as reason:
        print(f"Without ordinary names: {reason}")
        return
    for party in parties:
        for hit in searched.screen(party, threshold=DEFAULT_THRESHOLD - NEAR).hits:
            yield Pair("ordinary", party, hit.entity)


def loss(pairs: Sequence[Pair], asked: int) -> float:
    """The weighted sum of the shares of wrong verdicts; see the module. ``asked``: how many ordinary names were asked in all."""
    for remembered in (person_words.person_word_similarity, align, name_similarity):
        remembered.cache_clear()
    alerted: dict[str, dict[str, bool]] = {}
    for pair in pairs:
        hit = compare(pair.asked, pair.listed, weak_aliases=False).score >= DEFAULT_THRESHOLD
        key = pair.asked.id if pair.group == "ordinary" else f"{pair.asked.id} {pair.asked.name} {pair.listed.id}"
        verdicts = alerted.setdefault(pair.group, {})
        verdicts[key] = verdicts.get(key, False) or hit
    shares = {group: sum(verdicts.values()) / len(verdicts) for group, verdicts in alerted.items()}
    alerts = sum(alerted.get("ordinary", {}).values())
    return 1.0 - shares.get("same", 1.0) + shares.get("different", 0.0) + ORDINARY_WEIGHT * alerts / max(asked, 1)


def moved(pairs: Sequence[Pair], asked: int, slopes: bool) -> Iterator[tuple[str, float, float, float]]:
    """For each constant its name, its value, and the losses with it a step lower and higher; each is put back."""
    if slopes:
        kept = person_words.SLOPES
        for place, value in enumerate(kept):
            both = []
            for other in (value - 0.2, value + 0.2):
                person_words.SLOPES = (*kept[:place], other, *kept[place + 1 :])
                both.append(loss(pairs, asked))
            person_words.SLOPES = kept
            yield f"SLOPES[{place}]", value, *both
        return
    for module, name, step in _STEPS:
        value = getattr(module, name)
        both = []
        for other in (value - step, value + step):
            setattr(module, name, other)
            both.append(loss(pairs, asked))
        setattr(module, name, value)
        yield name, value, *both
    for field, step in _COSTS.items():
        value = getattr(costs.PERSONS, field)
        both = []
        for other in (value - step, value + step):
            costs._BY_KIND[Kind.PERSON] = replace(costs.PERSONS, **{field: other})
            both.append(loss(pairs, asked))
        costs._BY_KIND[Kind.PERSON] = costs.PERSONS
        yield f"PERSONS.{field}", value, *both


if __name__ == "__main__":
    run(main)
