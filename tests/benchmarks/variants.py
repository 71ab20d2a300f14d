"""Spellings that publishers themselves give for one target: one is taken off the list and asked, the others must find it.

    python -m tests.benchmarks.variants --part tune --sample 300 --misses 5

Romanisation: two Latin names of one person that have as many words, each word of one like a word of the other but
not all equal (Jaro-Winkler, on average .75, at least .6, in any order), and that are no two names by ``spellings``; how many
were left out by that is told. By origin: the writing of the person's countries.
Native script: a person's name in another script asked of a list that has only the Latin names, and the reverse. The index is
built from the entities without the names that are asked, so nothing is found by being there.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from sanctions.calibration import Answer, Case, Share, ask, drawn, searched_entities
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.model import Entity, Kind, Name, Party, Quality
from tests.benchmarks import ofsi
from tests.benchmarks.manipulated import miss_lines
from tests.benchmarks.setting import PARTS, SkippedError, Table, arguments, in_part, percent, progress, run, screener, temporary_screener
from tests.benchmarks.spellings import bearers, is_spelling, plain_words, why_two_names

LISTS = ("us_ofac_sdn", "un_sc")
NATIVE_LISTS = ("ca_sema", "au_dfat")
"""Lists whose names in other scripts are asked, too: the first two have few, and none of some scripts."""
ORIGINS = {
    "Korean": frozenset("KP KR".split()),
    "Chinese": frozenset("CN TW HK MO".split()),
    "Cyrillic": frozenset("RU BY UA RS BG KZ KG".split()),
    "Arabic": frozenset("SY IQ LB LY EG SA YE JO KW AE QA BH OM SD TN DZ MA PS".split()),
    "Persian, Pashto, Urdu": frozenset("IR AF PK".split()),
}
SCRIPTS = {
    "Arab": "Arabic", "Armn": "Armenian", "Cyrl": "Cyrillic", "Ethi": "Ethiopic", "Geor": "Georgian", "Grek": "Greek", "Hang": "Hangul",
    "Hani": "Hanzi", "Hebr": "Hebrew", "Jpan": "Japanese", "Mymr": "Burmese", "Thai": "Thai",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variant:
    """``kept`` is the entity as the index will have it: without the name that is asked."""

    group: str
    asked: Name
    kept: Entity
    nearest: str


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", choices=PARTS, default="report")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print N misses of each group with their reasons (not of report)"
    )
    parser.add_argument("--dump", default=None, metavar="FOLDER", help="write all misses to FOLDER/misses-variants.txt (not of report)")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    listed = [*searched_entities(screener(options.home, LISTS)), *_ofsi(), *_native(options.home)]
    entities = drawn((entity for entity in listed if in_part(entity.id, options.part)), options.seed)
    groups: dict[str, list[Variant]] = {}
    left_out: Counter[str] = Counter()
    for found in variants(entities, bearers(listed), left_out):
        groups.setdefault(found.group, []).append(found)
    print(f"Part {options.part}, {len(entities):,} entities, threshold {threshold}, seed {options.seed}, kinds not stated")
    print("Pairs of names left out: " + ("; ".join(f"{number} of {why}" for why, number in sorted(left_out.items())) or "none"))
    answers = {group: _ask(found[: options.sample or 400], entities, threshold) for group, found in sorted(groups.items())}
    _show(answers)
    if options.part == "tune":
        _tell(answers, options.misses, options.dump)


def _ofsi() -> list[Entity]:
    try:
        return ofsi.entities()
    except SkippedError as reason:
        progress(f"Without the OFSI list: {reason}")
        return []


def _native(home: str | None) -> list[Entity]:
    """The persons of other lists that have a name in another script; their Latin spellings are not asked."""
    try:
        listed = searched_entities(screener(home, NATIVE_LISTS))
    except SkippedError as reason:
        progress(f"Without names in other scripts of further lists: {reason}")
        return []
    return [entity for entity in listed if entity.kind is Kind.PERSON and any(name.script not in ("Latn", "") for name in entity.names)]


def variants(entities: Iterable[Entity], borne: Counter[str], left_out: Counter[str]) -> Iterator[Variant]:
    """For each entity at most one spelling variant, one native name, and one Latin name to be found by its native one. ``borne`` as
    ``bearers`` gives it; ``left_out`` counts the pairs that were taken for two names, by the reason."""
    for entity in entities:
        latin = [name for name in entity.names if name.script == "Latn" and name.quality is not Quality.WEAK]
        native = [name for name in entity.names if name.script not in ("Latn", "")]
        if entity.kind is Kind.PERSON and entity.list not in NATIVE_LISTS and (pair := _spelling_pair(latin, borne, left_out)):
            asked, nearest = pair
            yield Variant(f"romanisation, {_origin(entity)}", asked, _without(entity, asked), nearest.full)
        if entity.kind is Kind.PERSON and latin and native:  # bodies' names are translated, not spelt
            script = SCRIPTS.get(native[0].script, "another script")
            yield Variant(f"{script} finds Latin", native[0], replace(entity, names=tuple(latin)), latin[0].full)
            yield Variant(f"Latin finds {script}", latin[0], replace(entity, names=tuple(native)), native[0].full)


def _without(entity: Entity, name: Name) -> Entity:
    plain = plain_words(name.full)
    return replace(entity, names=tuple(other for other in entity.names if sorted(plain_words(other.full)) != sorted(plain)))


def _spelling_pair(names: list[Name], borne: Counter[str], left_out: Counter[str]) -> tuple[Name, Name] | None:
    """The last two names that are spellings of each other: aliases before the primary name."""
    for at in range(len(names) - 1, 0, -1):
        for other in names[:at]:
            one, two = plain_words(names[at].full), plain_words(other.full)
            if not is_spelling(one, two):
                continue
            if why := why_two_names(one, two, borne):
                left_out[why] += 1
                continue
            return names[at], other
    return None


def _origin(entity: Entity) -> str:
    codes = {link.code for link in entity.countries}
    return next((origin for origin, countries in ORIGINS.items() if codes & countries), "other")


def _ask(group: list[Variant], entities: list[Entity], threshold: float) -> list[Answer]:
    """The group's names asked of all entities, where each of the group's lacks the name asked."""
    kept = {variant.kept.id: variant.kept for variant in group}
    with temporary_screener(kept.get(entity.id, entity) for entity in entities) as searched:
        return [ask(searched, Case(Party(id=v.kept.id, names=(v.asked,)), v.kept, v.nearest), threshold) for v in group]


def _show(answers: dict[str, list[Answer]]) -> None:
    rows = []
    for group, found in answers.items():
        share = Share(sum(answer.found for answer in found), len(found))
        first = sum(answer.rank == 1 for answer in found) / len(found)
        short = "SHORT" if (share.value or 0) < 0.95 else ""
        rows.append((group, str(share.whole), percent(share), f"{first:.2%}", "95%", short))
    Table(("group", "asked", "found (95 % interval)", "first", "goal", ""), rows).show()


def _tell(answers: dict[str, list[Answer]], number: int, folder: str | None) -> None:
    for group, found in answers.items():
        missed = [answer for answer in found if not answer.found]
        if number and missed:
            print(f"\n{group}")
            print("\n".join(line for answer in missed[:number] for line in miss_lines(answer)))
        if folder:
            from pathlib import Path

            name = re.sub(r"\W+", "-", group)
            Path(folder, f"misses-{name}.txt").write_text(
                "\n".join(line for answer in missed for line in miss_lines(answer)) + "\n", "utf-8"
            )


if __name__ == "__main__":
    run(main)
