"""Ordinary names in their own script must find their Latin spellings, and the reverse, by country.

    python -m tests.benchmarks.scripts --sample 200 --misses 5

Common family names joined with common given names of the same country, as a table of common names by country (CC0) gives
both in their own script and in Latin letters: 佐藤 蒼 and "Aoi Satō", 김 서윤 and "Seo-yun Park" for a family name of another
spelling of that table. Each is asked of a list that has the other spelling of all of them and the names of the lists held,
so that a name is found among others and how many others alert is told, too.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from msgspec.structs import replace

from sanctions.calibration import Answer, Case, Share, ask, searched_entities
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.model import Entity, Kind, Name, Party
from sanctions.scripts import script_of
from tests.benchmarks.manipulated import miss_lines
from tests.benchmarks.setting import Table, arguments, percent, real, run, screener, temporary_screener

LISTS = ("us_ofac_sdn", "un_sc")
MADE = "zz_common_names"
_TOGETHER = frozenset({"Hani", "Hang", "Jpan"})
"""Scripts that write a person's names without a space, the family name first."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """One name of a country: in its own script, and every Latin spelling that the table has for it."""

    native: str
    latin: tuple[str, ...]


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print N misses of each group with their reasons")
    parser.add_argument("--countries", nargs="*", default=(), metavar="CC", help="these countries alone")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    listed = list(searched_entities(screener(options.home, LISTS)))
    print(f"{len(listed):,} listed entities beside the names asked, threshold {threshold}, seed {options.seed}")
    found: dict[str, list[Answer]] = {}
    for country, pairs in sorted(pairs_by_country(options.seed, options.sample or 200).items()):
        if options.countries and country not in options.countries:
            continue
        script = script_of(pairs[0][0])
        found[f"{country} {script} finds Latin"] = _ask(pairs, listed, threshold)
        found[f"{country} Latin finds {script}"] = _ask([(latin, native) for native, latin in pairs], listed, threshold)
    _show(found)
    for group, answers in found.items():
        missed = [answer for answer in answers if not answer.found][: options.misses]
        print("\n".join([f"\n{group}", *(line for answer in missed for line in miss_lines(answer))]) if missed else "", end="")


def pairs_by_country(seed: int, number: int) -> dict[str, list[tuple[str, str]]]:
    """By country: (a name in its own script, its Latin spelling), persons drawn from all that the table's names make."""
    families, given = _spellings("common-surnames-by-country.csv"), _spellings("common-forenames-by-country.csv")
    found = {}
    for country in sorted(families.keys() & given.keys()):
        made = list(_persons(families[country], given[country]))
        found[country] = random.Random(f"{seed}:{country}").sample(made, min(number, len(made)))
    return found


def _persons(families: list[Spelt], given: list[Spelt]) -> Iterator[tuple[str, str]]:
    for family, own in product(families, given):
        if script_of(family.native) != script_of(own.native):
            continue
        native = f"{family.native}{own.native}" if script_of(family.native) in _TOGETHER else f"{own.native} {family.native}"
        for spelling, first in product(family.latin, own.latin):
            yield native, f"{first} {spelling.upper()}"


def _spellings(file: str) -> dict[str, list[Spelt]]:
    """The names of each country that the table has in another script than Latin. The spellings of a group of names belong to all
    its native forms where these are Chinese characters or Hangul; elsewhere, each to its own, and to all if it has none."""
    groups: dict[tuple[str, str], dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    with real(f"names/{file}").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            native, latin = row["Localized Name"].strip(), row["Romanized Name"].strip()
            groups[row["Country"][:2], row["Name Group"]][native] |= dict.fromkeys([latin] if latin.isprintable() and latin else ())
    found = defaultdict(list)
    for (country, _), names in groups.items():
        every = {latin: None for spellings in names.values() for latin in spellings}
        for native in filter(lambda text: script_of(text) not in ("Latn", ""), names):
            more = every if script_of(native) in _TOGETHER else names.get("", {})
            found[country].append(Spelt(native, tuple(names[native] | more)))
    return found


def _ask(pairs: list[tuple[str, str]], listed: list[Entity], threshold: float) -> list[Answer]:
    """The first of each pair asked of a list that has the second of each."""
    made = [_entity(number, second) for number, (_, second) in enumerate(pairs)]
    with temporary_screener([*listed, *made]) as searched:
        return [
            ask(searched, Case(Party(id=entity.id, names=(_name(first),), kind=Kind.PERSON), entity, second), threshold)
            for entity, (first, second) in zip(made, pairs, strict=True)
        ]


def _entity(number: int, name: str) -> Entity:
    return Entity(id=f"{MADE}:{number}", list=MADE, kind=Kind.PERSON, names=(_name(name),))


def _name(text: str) -> Name:
    return replace(Name(full=text), script=script_of(text))


def _show(found: dict[str, list[Answer]]) -> None:
    rows = []
    for group, answers in found.items():
        share = Share(sum(answer.found for answer in answers), len(answers))
        first = sum(answer.rank == 1 for answer in answers) / len(answers)
        others = sum(answer.hits - answer.found for answer in answers) / len(answers)
        rows.append(
            (group, str(share.whole), percent(share), f"{first:.1%}", f"{others:.1f}", "SHORT" if (share.value or 0) < 0.95 else "")
        )
    Table(("group", "asked", "found (95 % interval)", "first", "other alerts a name", ""), rows).show()


if __name__ == "__main__":
    run(main)
