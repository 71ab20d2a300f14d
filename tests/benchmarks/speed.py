"""Speed and size: names a second, memory, time to build the index, and the first answer from a cold start.

    python -m tests.benchmarks.speed --sizes 10000 60000 200000 --peers

Lists of a size are made from the real names held: as they are up to their number, beyond it by giving each name the
second half of another of its kind. Each size is measured in processes of its own. Ordinary names are firms and
common names by country; near ones are listed names with two letters wrong or a word missing. The peer in the same run
is nomenklatura's logic-v2 behind its own blocker where it is installed (--peers), and always a plain scan of all
names with rapidfuzz's WRatio.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions.acquisition.entities import EntityStore
from sanctions.calibration import cases_of, drawn, searched_entities
from sanctions.home import Home
from sanctions.matching.index import open_index
from sanctions.matching.manipulations import MANIPULATIONS
from sanctions.model import Entity, Kind, Name, Party, from_json, to_json
from sanctions.screening import HeldList, Screener
from tests.benchmarks import ofsi, ordinary, peers
from tests.benchmarks.setting import SkippedError, Table, arguments, run, screener, stored

LISTS = ("us_ofac_sdn", "un_sc", "us_ofac_cons", "us_csl", "eu_fsf", "gb_uksl", "ca_sema", "au_dfat", "ch_seco")
KEY = "bench"
_SHELF = "joined"
PEER_SIZE = 60_000
PEER_NAMES = 300


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[10_000, 60_000, 200_000], metavar="N", help="list names; 1000000 takes minutes"
    )
    parser.add_argument(
        "--peers", action="store_true", help="also measure nomenklatura's logic-v2 and a plain WRatio scan, at 60,000 names"
    )
    parser.add_argument("--one", type=Path, nargs=2, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--names", type=int, default=2_000, metavar="N", help="how many names of each sort to ask (default 2000)")


def main() -> None:
    options = arguments(__doc__, _add)
    if options.one:
        print(json.dumps(_measure(*options.one)))
        return
    held = screener(options.home, LISTS)
    real = drawn(all_entities(held), options.seed)
    rows = [_size_row(size, real, options) for size in options.sizes]
    Table(
        (
            "list names",
            "build s",
            "index MB",
            "ordinary/s 1 core",
            "met before/s",
            "near/s 1 core",
            "one by one/s",
            "ordinary/s 2 cores",
            "open ms",
            "memory MB",
        ),
        rows,
    ).show()
    print(f"screen NAME from a cold start, on the lists held: {_cold_start(options.home):.0f} ms (median of 7)")
    if options.peers:
        _peers(real, options)


def all_entities(held: Screener) -> Iterator[Entity]:
    yield from searched_entities(held)
    try:
        yield from ofsi.entities()
    except SkippedError:
        return


def grown(real: Sequence[Entity], size: int) -> Iterator[Entity]:
    """Entities with ``size`` names in all: the real ones, then ones with names put together from two of theirs."""
    names = 0
    for entity in real:
        if names >= size:
            return
        kept = entity.names[: size - names]
        names += len(kept)
        yield Entity(
            id=f"{KEY}:{entity.id}", list=KEY, kind=entity.kind, names=kept, birth_dates=entity.birth_dates, countries=entity.countries
        )
    pools = {kind: [entity.name for entity in real if entity.kind is kind] for kind in Kind}
    chance = random.Random(1)
    for number in range(size - names):
        model = real[number % len(real)]
        yield Entity(
            id=f"{KEY}:made-{number}", list=KEY, kind=model.kind, names=(Name(full=_mixed(model.name, chance.choice(pools[model.kind]))),)
        )


def _mixed(one: str, two: str) -> str:
    left, right = one.split(), two.split()
    return " ".join([*left[: max(1, len(left) // 2)], *right[len(right) // 2 :]])


def _size_row(size: int, real: Sequence[Entity], options: argparse.Namespace) -> tuple[str, ...]:
    with TemporaryDirectory(prefix="bench-speed-") as folder:
        place = Path(folder) / KEY / "1"
        store = stored(grown(real, size), place)
        started = time.perf_counter()
        open_index(store)
        read = time.perf_counter()
        open_list(place)
        built, joined = read - started, time.perf_counter() - read
        index_bytes = sum(file.stat().st_size for part in _index_folders(place) for file in part.rglob("*") if file.is_file())
        asked = Path(folder) / "asked.json"
        asked.write_bytes(to_json([ordinary_of(options.names), near_of(list(grown(real, min(size, 20_000))), options.names // 2)]))
        command = [sys.executable, "-m", "tests.benchmarks.speed", "--one", str(place), str(asked)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(told.stdout.splitlines()[0])
    return (
        f"{size:,}", f"{built:.1f} + {joined:.1f}", f"{index_bytes / 1e6:.0f}", f"{found['ordinary']:,.0f}", f"{found['again']:,.0f}",
        f"{found['near']:,.0f}", f"{found['single']:,.0f}", f"{found['two']:,.0f}", f"{found['open']:.0f}", f"{found['memory']:.0f}",
    )  # fmt: skip


def _measure(place: Path, names: Path) -> dict[str, float]:
    """The figures of one list, in this process, which holds nothing but the screener and the names."""
    asked, near = from_json(names.read_bytes(), list[list[Party]])
    started = time.perf_counter()
    opened = open_list(place)
    opening = time.perf_counter() - started
    for party in asked[:50]:
        opened.screen(party)
    rates = {"ordinary": _rate(lambda: list(opened.screen_many(asked[50:], processes=1)), len(asked) - 50)}
    rates["again"] = _rate(lambda: list(opened.screen_many(asked[50:], processes=1)), len(asked) - 50)
    rates["near"] = _rate(lambda: list(opened.screen_many(near, processes=1)), len(near))
    rates["single"] = _rate(lambda: [opened.screen(party) for party in asked[50:300]], len(asked[50:300]))
    memory = _most_memory()
    many = asked * 5
    rates["two"] = _rate(lambda: list(opened.screen_many(many, processes=min(2, os.cpu_count() or 1))), len(many), time.perf_counter)
    return {**rates, "open": opening * 1000, "memory": memory}


def _most_memory() -> float:
    """The most memory that this process held, in MB; what getrusage tells counts that of the process that started it, too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return next(int(line.split()[1]) for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM")) / 1024


def open_list(place: Path) -> Screener:
    store = EntityStore(place)
    return Screener([HeldList(KEY, store, open_index(store))], (), shelf=place.parent / _SHELF)


def _index_folders(place: Path) -> Iterator[Path]:
    yield from place.glob("index*")
    yield place.parent / _SHELF


def _rate(work: Callable[[], object], number: int, clock: Callable[[], float] = time.process_time) -> float:
    """How many a second of one processor, whatever else the machine does; with another clock, a second of that."""
    started = clock()
    work()
    return number / (clock() - started)


def ordinary_of(number: int, seed: int = 0) -> list[Party]:
    half = number // 2
    return [*ordinary.companies(seed)[:half], *ordinary.common_names(seed, number - half)]


def _cold_start(home: str | None) -> float:
    """Median milliseconds of `sanctions screen NAME` from start to end, files warm."""
    command = [sys.executable, "-m", "sanctions", "--home", str(Home.find(home).root), "screen", "Ivan Petrovich Sidorenko"]
    times = []
    for _ in range(8):
        started = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times[1:])


def _peers(real: Sequence[Entity], options: argparse.Namespace) -> None:
    entities = list(grown(real, PEER_SIZE))
    asked = [*ordinary_of(PEER_NAMES - 100), *near_of(entities, 100)]
    with TemporaryDirectory(prefix="bench-peer-") as folder:
        place = Path(folder) / KEY / "1"
        stored(entities, place)
        opened = open_list(place)
        ours = _rate(lambda: list(opened.screen_many(asked, processes=1)), len(asked))
        rows = [("ours", f"{ours:,.0f}", "1")]
        listed = peers.listed_names(opened)
        scan = _rate(lambda: [peers.best_score(listed, party.name) for party in asked[:40]], 40)
        rows.append(("WRatio over all names", f"{scan:,.1f}", f"{ours / scan:,.0f}"))
        try:
            screened = peers.logic_v2_screening(entities, Path(folder) / "peer")
            rate = _rate(lambda: screened(asked), len(asked))
            rows.append(("logic-v2 behind its blocker", f"{rate:,.1f}", f"{ours / rate:,.0f}"))
        except SkippedError as reason:
            print(f"Without logic-v2: {reason}")
    print(f"\n{len(asked)} names ({len(asked) - 100} ordinary, 100 near) against {PEER_SIZE:,} list names, one process, same run")
    Table(("screening", "names/s", "ours is faster by"), rows).show()


def near_of(entities: Sequence[Entity], number: int) -> list[Party]:
    """Listed names with two letters wrong or a middle name missing, half of each."""
    parts = [islice(cases_of(entities, MANIPULATIONS[name]), number // 2) for name in ("two_edits", "dropped_middle")]
    return [case.party for cases in parts for case in cases]


if __name__ == "__main__":
    run(main)
