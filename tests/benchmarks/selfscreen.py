"""Nothing listed is missed: every name of every list held, as published, asked of the lists, must find its own entry.

    python -m tests.benchmarks.selfscreen --lists us_ofac_sdn un_sc --misses 50

Names of every quality and script are asked. A weak alias counts as found where it is recorded, since weak aliases do
not alert by themselves. The peer is an exact search: the share of names that are equal to a listed one letter by
letter is 100 % by definition, so the ratio is the share itself.
"""

from __future__ import annotations

import argparse
from collections import Counter

from sanctions.calibration import Share, drawn, searched_entities
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.model import Entity, Kind, Name, Party, Result
from tests.benchmarks.setting import Table, arguments, percent, run, screener

LISTS = ("us_ofac_sdn", "us_ofac_cons", "us_csl", "un_sc", "gb_uksl")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lists", nargs="*", default=LISTS, metavar="LIST")
    parser.add_argument("--misses", type=int, default=30, metavar="N", help="print N misses with the reason (default 30)")
    parser.add_argument("--unknown-kind", action="store_true", help="the asked party does not say what kind it is")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    asked = screener(options.home, options.lists)
    entities = drawn(searched_entities(asked), options.seed)
    pairs = [(entity, name) for entity in entities for name in entity.names][: options.sample]
    parties = (_party(entity, name, options.unknown_kind) for entity, name in pairs)
    found, whole, missed = Counter[str](), Counter[str](), []
    for (entity, name), result in zip(pairs, asked.screen_many(parties, threshold=threshold), strict=True):
        whole[entity.list] += 1
        if entity.id in _found(result):
            found[entity.list] += 1
        else:
            missed.append((entity, name, result))
    print(f"Every name as published, threshold {threshold}, kinds {'not stated' if options.unknown_kind else 'stated'}")
    rows = [(key, str(whole[key]), str(whole[key] - found[key]), percent(Share(found[key], whole[key]))) for key in sorted(whole)]
    Table(("list", "names", "missed", "found, and ratio to an exact search"), rows).show()
    for entity, name, result in missed[: options.misses]:
        score = asked.compare(_party(entity, name, options.unknown_kind), entity.id).score
        why = result.rejected or ("no candidate" if score >= threshold else "scores below the threshold")
        print(f"  {name.full!r} [{name.quality.value} name of {entity.kind.value} {entity.id}]: {score:.4f}, {why}")


def _party(entity: Entity, name: Name, unknown_kind: bool) -> Party:
    return Party(id=entity.id, names=(name,), kind=Kind.UNKNOWN if unknown_kind else entity.kind)


def _found(result: Result) -> set[str]:
    return {found for hit in (*result.hits, *result.recorded) for found in (hit.entity.id, *hit.copies)}


if __name__ == "__main__":
    run(main)
