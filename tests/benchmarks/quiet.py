"""False alerts: how many of 10,000 ordinary names alert, by their names alone and with a country and a year of birth.

    python -m tests.benchmarks.quiet --sample 5000 --show 10

The peers beside it are rapidfuzz's WRatio and token_sort_ratio at 86 on a part of the same names (--peer N).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from rapidfuzz import fuzz

from sanctions.calibration import Share
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.model import Party, Result
from sanctions.screening import Screener
from tests.benchmarks import ordinary, peers
from tests.benchmarks.setting import SkippedError, Table, arguments, run, screener

LISTS = ("us_ofac_sdn", "un_sc")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lists", nargs="*", default=LISTS, metavar="LIST")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N alerts of each set with their reasons")
    parser.add_argument("--peer", type=int, default=0, metavar="N", help="ask the peers about N names of each set")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    asked = screener(options.home, options.lists)
    print(f"Alerts per 10,000 ordinary names at {threshold} on {', '.join(part.key for part in asked.held)}, seed {options.seed}")
    rows, shown = [], []
    listed = peers.listed_names(asked) if options.peer else []
    for label, load in ordinary.SETS.items():
        try:
            parties = load(options.seed)[: options.sample or 5_000]
        except SkippedError as reason:
            print(f"Without {label}: {reason}")
            continue
        results = list(_screened(asked, parties, threshold))
        alone, evidence = _alerted(results), _alerted(_screened(asked, ordinary.with_evidence(parties, options.seed), threshold))
        beside = (
            tuple(_peer(listed, parties[: options.peer], scorer) for scorer in (fuzz.WRatio, fuzz.token_sort_ratio)) if options.peer else ()
        )
        rows.append((label, str(alone.whole), _rate(alone), _rate(evidence), *beside))
        shown += [(label, result) for result in results if result.hits][: options.show]
    Table(
        ("set", "asked", "names only (95 % interval)", "with country, year", *(("WRatio", "token_sort") if options.peer else ())), rows
    ).show()
    for label, result in shown:
        hit = result.hits[0]
        listed = hit.comparison.matched.full if hit.comparison.matched else hit.entity.name
        print(f"\n{label}: {hit.score:.4f} {result.party.name!r} for {listed!r} [{hit.entity.id}]")
        for reason in hit.comparison.reasons:
            print(f"          {reason.points:+.4f} {reason.feature}: {reason.detail} ({reason.asked!r} / {reason.listed!r})")


def _screened(asked: Screener, parties: Iterable[Party], threshold: float) -> Iterable[Result]:
    return asked.screen_many(parties, threshold=threshold)


def _alerted(results: Iterable[Result]) -> Share:
    alerted = [bool(result.hits) for result in results if not result.rejected]
    return Share(sum(alerted), len(alerted))


def _rate(share: Share) -> str:
    low, high = share.interval
    return f"{10_000 * (share.value or 0):.0f} ({10_000 * low:.0f}-{10_000 * high:.0f})"


def _peer(listed: list[str], parties: list[Party], scorer: peers.RapidfuzzScorer) -> str:
    alerted = sum(peers.best_score(listed, party.name, scorer) >= peers.WRATIO_THRESHOLD for party in parties)
    return f"{10_000 * alerted / max(len(parties), 1):.0f}"


if __name__ == "__main__":
    run(main)
