"""Labelled pairs written by hand: precision, recall and F1 of ours beside the peers', at the default and the best threshold.

python -m tests.benchmarks.written                      each file's half to report on
python -m tests.benchmarks.written persons --part tune --wrong
"""

from __future__ import annotations

import argparse

from sanctions.matching.bands import DEFAULT_THRESHOLD
from tests.benchmarks.pairs import groups, report, scorers, tell_wrong
from tests.benchmarks.setting import PARTS, SkippedError, arguments, run
from tests.benchmarks.written import sets, written_pairs


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("set", nargs="*", metavar="SET", help=f"which of: {', '.join(sets())} (default: all)")
    parser.add_argument("--part", choices=PARTS, help="which half (default: report)")
    parser.add_argument("--peers", action="store_true", help="also score with nomenklatura, where it is installed")
    parser.add_argument("--wrong", action="store_true", help="print each wrong verdict of the tune half (of report with --part report)")


def main() -> None:
    options = arguments(__doc__, _add)
    threshold = options.threshold or DEFAULT_THRESHOLD
    for name in options.set or sets():
        if name not in sets():
            raise SkippedError(f"there is no set {name!r}; there are {', '.join(sets())}")
        pairs = list(written_pairs(sets()[name], options.part or "report"))
        same = sum(pair.same for pair in pairs)
        print(f"\n{name}, part {options.part or 'report'}: {same} same, {len(pairs) - same} different")
        report(pairs, scorers(options.peers), threshold)
        groups(pairs, threshold)
        if options.wrong:
            shown = list(written_pairs(sets()[name], "report" if options.part == "report" else "tune"))
            tell_wrong(shown, threshold, len(shown))


if __name__ == "__main__":
    run(main)
