"""Names changed by a known rule, class by class: how many still alert, and how many come first.

    python -m tests.benchmarks.manipulated --part tune --sample 400 --misses 5

The names are those of the SDN and UN lists. Entities are split by a hash of their ids into a half on which rules may
be tuned and a half for the figures that are reported; look at misses (--misses, --dump) of the first only.
A slip that makes another Korean or Chinese syllable makes another person's name: how many cases are such, and what is found
of the others, stands beside ("syllables": the goal is missed by them alone).
The peer in the same run (--peer) is rapidfuzz's WRatio on the same names, at the threshold at which it leaves 99.5 %
of ordinary names alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from sanctions.calibration import Answer, Case, ClassRecall, Share, drawn, recall, searched_entities
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.matching.manipulations import MANIPULATIONS
from sanctions.model import Kind
from sanctions.names.forms import forms_of, surely_syllabic
from sanctions.screening import Screener
from tests.benchmarks import ordinary, peers
from tests.benchmarks.setting import PARTS, Table, arguments, in_part, percent, run, screener

LISTS = ("us_ofac_sdn", "un_sc")
PEER_ORDINARY = 200
"""How many ordinary companies and persons set the peer's threshold: it answers a few names a second."""


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", choices=PARTS, default="report", help="which half of the entities (default report)")
    parser.add_argument("--classes", nargs="*", default=None, metavar="CLASS", help=f"of {', '.join(MANIPULATIONS)}")
    parser.add_argument("--stated-kind", action="store_true", help="the asked party says what kind it is")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="print N misses of each class with their reasons (not of report)"
    )
    parser.add_argument(
        "--dump", type=Path, default=None, metavar="FOLDER", help="write all misses to FOLDER/misses-CLASS.txt (not of report)"
    )
    parser.add_argument("--peer", action="store_true", help="also ask rapidfuzz WRatio about the same names (slow)")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    asked = screener(options.home, LISTS)
    entities = drawn((e for e in searched_entities(asked) if in_part(e.id, options.part)), options.seed)
    known = tuple(options.classes or MANIPULATIONS)
    print(
        f"Part {options.part}, {len(entities):,} entities, threshold {threshold}, seed {options.seed}, "
        f"kinds {'stated' if options.stated_kind else 'not stated'}"
    )
    found = list(
        recall(
            asked,
            entities,
            threshold=threshold,
            number=options.sample or 400,
            seed=options.seed,
            classes=known,
            stated_kind=options.stated_kind,
        )
    )
    peer = _peer(asked, found, options.seed) if options.peer else {}
    beside = ("WRatio", "ratio") if options.peer else ()
    headings = ("class", "asked", "found (95 % interval)", "first", "goal", "", "other syllables", "found without them", *beside)
    Table(headings, [_row(one, peer) for one in found]).show()
    if options.part == "tune":
        _tell_misses(found, options.misses, options.dump)


def _row(one: ClassRecall, peer: dict[str, float]) -> tuple[str, ...]:
    goal = one.manipulation.goal
    told = [answer for answer in one.answers if not another_syllable(answer.case)]
    apart = Share(sum(answer.found for answer in told), len(told))
    short = goal is not None and (one.found.value or 0) < goal
    return (
        one.manipulation.name,
        str(one.found.whole),
        percent(one.found),
        f"{one.first.value or 0:.2%}",
        f"{goal:.0%}" if goal else "–",
        "" if not short else "SHORT" if (apart.value or 0) < (goal or 0) else "syllables",
        str(len(one.answers) - len(told)),
        percent(apart),
        *((f"{peer[one.manipulation.name]:.2%}", f"{_ratio(one, peer):.2f}") if peer else ()),
    )


def another_syllable(case: Case) -> bool:
    """Whether a slip made another Korean or Chinese name of a person's: another syllable of that tongue, whole and without a slip."""
    asked, listed = case.party.name, case.listed
    schemes = surely_syllabic(asked) & surely_syllabic(listed) if case.entity.kind is Kind.PERSON else frozenset()
    one, two = ({form.tokens for form in forms_of(name, Kind.PERSON) if form.scheme in schemes} for name in (asked, listed))
    return bool({len(tokens) for tokens in one} & {len(tokens) for tokens in two}) and not one & two


def _peer(asked: Screener, found: Sequence[ClassRecall], seed: int) -> dict[str, float]:
    """WRatio's recall on the same names, at the score at which it is as quiet as the goal says: 1 in 200 ordinary names."""
    names = [party.name for load in (ordinary.companies, ordinary.common_names) for party in load(seed)[:PEER_ORDINARY]]
    threshold = peers.equally_quiet_threshold(peers.listed_names(asked), names, 0.005)
    print(f"WRatio alerts at {threshold:.1f}: above it are no more than 0.5 % of {len(names)} ordinary names")
    return peers.wratio_recall(found, threshold)


def _ratio(one: ClassRecall, peer: dict[str, float]) -> float:
    return (one.found.value or 0) / max(peer[one.manipulation.name], 1e-9)


def _tell_misses(found: Sequence[ClassRecall], number: int, folder: Path | None) -> None:
    for one in found:
        if number and one.missed:
            print(f"\n{one.manipulation.name}: {one.manipulation.doc}")
            for answer in one.missed[:number]:
                print("\n".join(miss_lines(answer)))
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            text = "\n".join(line for answer in one.missed for line in miss_lines(answer))
            (folder / f"misses-{one.manipulation.name}.txt").write_text(text + "\n", "utf-8")


def miss_lines(answer: Answer) -> Iterator[str]:
    """An answer told: what was asked and listed, the score, and every reason."""
    case, comparison = answer.case, answer.comparison
    lost = "" if comparison.score < DEFAULT_THRESHOLD else "  SCORES ABOVE THE THRESHOLD BUT WAS NO CANDIDATE"
    yield f"  {comparison.score:.4f}  {case.party.name!r}  for  {case.listed!r}  [{case.entity.kind.value} {case.entity.id}]{lost}"
    for reason in comparison.reasons:
        yield f"          {reason.points:+.4f} {reason.feature}: {reason.detail} ({reason.asked!r} / {reason.listed!r})"


if __name__ == "__main__":
    run(main)
