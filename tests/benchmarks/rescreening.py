"""How long a day's changes take against a kept book of a million parties: SDN 2024-04-26 → 2024-05-02, 305 entries.

    python -m tests.benchmarks.rescreening --parties 1000000 --check 200

The book is made of common forenames and surnames and of registrants' names with other endings. Its state of the day
before is laid down as found by nobody's screening, since screening it all first takes hours; ``--check`` screens a
sample of the untouched parties wholly and compares.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import load_catalogue
from sanctions.home import Home
from sanctions.model import Kind, Name, Party, Result, to_json
from sanctions.policy import Thresholds
from sanctions.portfolio import Portfolio, rescreen, state
from sanctions.portfolio.keeping import digest_of
from sanctions.portfolio.rescreening import settings_of
from sanctions.portfolio.reverse import FORMS, forms_of_party
from sanctions.screening import Screener
from tests.benchmarks import ordinary
from tests.benchmarks.setting import real

LIST = "us_ofac_sdn"
BEFORE, AFTER = "2024-04-26", "2024-05-02"
_ENDINGS = ("", " Holdings", " Trading", " International", " Services", " Logistics", " Europe", " Asia Pacific", " Capital", " Partners")


def parties(number: int, seed: int) -> Iterator[Party]:
    """Persons and firms by turns, each with an id of its own."""
    chance = random.Random(seed)
    people = [party.name for party in ordinary.common_names(seed)]
    firms = [party.name for party in ordinary.companies(seed)]
    for place in range(number):
        if place % 3:
            first, whole = chance.choice(people).split()[0], chance.choice(people)
            yield Party(id=f"P{place}", names=(Name(full=f"{first} {whole}"),), kind=Kind.PERSON)
        else:
            yield Party(id=f"P{place}", names=(Name(full=chance.choice(firms) + chance.choice(_ENDINGS)),), kind=Kind.COMPANY)


def fill(portfolio: Portfolio, book: Iterator[Party], screener: Screener, now: datetime) -> None:
    """The book and the state that a re-screening without a hit would have left."""
    moment = now.isoformat()
    with portfolio.writing() as connection:
        for number, party in enumerate(book, start=1):
            digest, made = digest_of(party), forms_of_party(party)
            row = (number, party.id, to_json(party), digest, moment, moment, None, digest, None)
            connection.execute("INSERT INTO parties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            connection.execute("INSERT INTO forms VALUES (?, ?, ?, ?, ?)", (number, FORMS, made.rows, made.texts, made.keys))
        state.write_digests(connection, {}, {part.key: state.digests_of(part.store) for part in screener.held})
        state.write_run(connection, (moment, "full"), settings_of(screener, Thresholds(), False), screener.coverage, {})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parties", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", type=int, default=0, metavar="N")
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        home = Home(Path(place))
        _take(home, BEFORE)
        with Portfolio.open(home) as portfolio:
            begun = time.perf_counter()
            fill(portfolio, parties(options.parties, options.seed), Screener.open(home), datetime.now(UTC))
            print(f"{options.parties:,} parties laid down in {time.perf_counter() - begun:.0f} s")
            _take(home, AFTER)
            screener = Screener.open(home)
            begun, cpu = time.perf_counter(), _cpu()
            done = rescreen(portfolio, screener, thresholds=Thresholds(), now=datetime.now(UTC))
            done.commit()
            taken, used = time.perf_counter() - begun, _cpu() - cpu
        delta = done.delta
        print(f"{delta.entries_added} entries added, {delta.entries_changed} changed, {delta.entries_removed} removed")
        print(f"{taken:.1f} s, {used:.1f} s of processors; {delta.screened:,} screened, {len(delta.of('new')):,} new hits")
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        if options.check:
            _check(home, screener, options, {one.party.id: one.hit.entity.id for one in delta.changes})


def _check(home: Home, screener: Screener, options: argparse.Namespace, found: dict[str, str]) -> None:
    before = Screener.open(home, as_of=datetime(2024, 5, 1, tzinfo=UTC))
    sample = random.Random(options.seed + 1).sample(list(parties(options.parties, options.seed)), options.check)
    wrong = [one.id for one in sample if (_ids(screener.screen(one)) - _ids(before.screen(one)) != set()) != (one.id in found)]
    print(f"of {options.check} parties screened wholly at both dates, {len(wrong)} disagree {wrong[:5]}")


def _ids(result: Result) -> set[str]:
    return {hit.entity.id for hit in (*result.hits, *result.recorded)}


def _take(home: Home, day: str) -> EntityStore:
    catalogue = load_catalogue(home.overlay)
    store = SnapshotStore(home, catalogue)
    when = datetime.fromisoformat(day).replace(tzinfo=UTC)
    for outcome in take(store, [catalogue[LIST]], real(f"{LIST}/{day}"), Options(clock=lambda: when), named=True):
        assert outcome.status == "refreshed", outcome.sentence
    snapshot = store.current(LIST)
    assert snapshot is not None
    return store.entities(snapshot)


def _cpu() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    main()
