"""What scores are worth: how often hits of each band are right, as the reports state it, and whether that holds on names not measured.

    python -m tests.benchmarks.meaning --write sanctions/matching/meaning.toml

Measured on the half of the lists that nothing is tuned on, with ordinary firms and people of real registers; checked on
the other half with other changes and other ordinary names. The peer in the same run is the plain score taken for a frequency.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from sanctions.calibration import is_tuning
from sanctions.calibration.meaning import measure, numbers_on
from sanctions.calibration.recall import searched_entities
from sanctions.matching.meaning import LISTED_SHARE, Band, Evidence, Meaning, encode, measured, right_share
from sanctions.model import Entity, Party
from tests.benchmarks import ordinary
from tests.benchmarks.setting import Table, arguments, run, screener

LISTS = ("us_ofac_sdn", "un_sc")
NUMBERED = (*LISTS, "us_ofac_cons", "ca_sema", "au_dfat")
"""The lists whose identifiers are counted: those of publishers who number their targets themselves."""


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the measurement to FILE")


def main() -> None:
    options = arguments(__doc__, _add)
    asked = screener(options.home, LISTS)
    number = options.sample or 6_000
    today = datetime.now(UTC).date()

    def half(seed: int, part: Callable[[Entity], bool]) -> Meaning:
        return measure(asked, _ordinary(seed, 3 * number), made_on=today, number=number, seed=seed, of=part)

    made = half(options.seed, lambda entity: not is_tuning(entity.id))
    made = replace(made, identifiers=tuple(numbers_on(searched_entities(screener(options.home, NUMBERED)))))
    if options.write:
        options.write.write_text(_HEAD + encode(made), "utf-8")
    other = half(options.seed + 1, lambda entity: is_tuning(entity.id))
    _show(made if options.write else measured(), other)
    _show_numbers(made)


_HEAD = """# How often hits of each band were right: counts by `python -m tests.benchmarks.meaning`, on entries of the OFAC SDN and UN lists
# that no rule was tuned on, and on ordinary names (SEC registrants, legislators, common names by country); identifiers on these
# lists whole, OFAC's consolidated, the Canadian and the Australian one. Counts alone; no name.
"""


def _ordinary(seed: int, number: int) -> list[Party]:
    every = [party for load in ordinary.SETS.values() for party in load(seed)]
    people = [party for party in every if party.kind.value == "person"]
    firms = [party for party in every if party.kind.value != "person"]
    return [*ordinary.common_names(seed, number // 2), *people[:500], *firms[: number // 2]]


def _show(stated: Meaning, found: Meaning) -> None:
    """The stated share of each band beside the share on the other half, both for the same share of listed parties."""
    rows = []
    for band in found.bands:
        twin = next((one for one in stated.bands if (one.who, one.evidence, one.least) == (band.who, band.evidence, band.least)), None)
        shares = [_share(meaning, one) for meaning, one in ((stated, twin), (found, band)) if one]
        if len(shares) == 2:
            rows.append((band.who, str(band.evidence), f"{band.least:.2f}", *(f"{share:.3f}" for share in shares)))
    print(f"Share of right hits if one party in {1 / LISTED_SHARE:,.0f} is listed; the peer, the score itself, stands in its column")
    Table(("who", "evidence", "score from", "stated", "found on the other half"), rows).show()


def _show_numbers(made: Meaning) -> None:
    rows = [(one.family, f"{one.numbers:,}", str(one.several), str(one.differing)) for one in made.identifiers]
    print("\nStrong identifiers on the lists")
    Table(("family", "numbers", "on several entries", "of these under names that differ"), rows).show()


def _share(meaning: Meaning, band: Band) -> float:
    asked = next(one for one in meaning.asked if one.who == band.who and one.beside is (band.evidence is not Evidence.NAME))
    return right_share(band, asked, LISTED_SHARE)


if __name__ == "__main__":
    run(main)
