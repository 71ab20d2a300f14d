"""A book of a hundred thousand parties from screening to decisions: what each step takes, and its memory.

    python -m tests.benchmarks.atsize --parties 100000 --listed 4100
    python -m tests.benchmarks.atsize --keep FOLDER       keep the home, and begin after the screening if it has one

The book is made of common names, of registrants with other endings, and of listed names (``--listed``), which give
about five thousand hits. Each step is the command as an officer calls it, in a process of its own: screen the book,
write its report (from the ledger: reading it included), answer five thousand rows, import the answers, look the hits
up in the memory, write the portfolio. Peers: openpyxl writing the same values without any style, and reading the
answered workbook. Goals on an idle machine: write 30 s, import 20 s, memory 500 MB.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import load_catalogue
from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.review.memory import Memory
from sanctions.screening import Screener
from tests.benchmarks.rescreening import parties
from tests.benchmarks.setting import Table, progress, real, run

LISTS = {"us_ofac_sdn": "us_ofac_sdn/2024-05-03", "un_sc": "un_sc/un_2026-02-27.xml"}
BOOK = "book.csv"
DECISIONS = (("false positive", "other particulars"), ("true match", "same particulars"), ("undetermined", "data missing"))
WEIGHTS = (92, 4, 4)


@dataclass(frozen=True, slots=True)
class Step:
    """What a step took: seconds by the clock and of processors, and the peak memory of its process in megabytes."""

    name: str
    seconds: float
    processor: float
    memory: float | None = None

    def row(self) -> tuple[str, ...]:
        return self.name, f"{self.seconds:.1f}", f"{self.processor:.1f}", f"{self.memory:.0f}" if self.memory else "–"


_WATCH = (
    "import json, resource, subprocess, sys; code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode; "
    "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss]))"
)
"""Started between us and a command: a process counts the memory of the one that it was forked from as its own."""


def measured(name: str, home: Home, *arguments: str) -> Step:
    """A command of the toolkit in a process of its own."""
    progress(f"{name} …")
    begun = time.perf_counter()
    called = [sys.executable, "-m", "sanctions", "--home", str(home.root), *arguments]
    done = subprocess.run([sys.executable, "-c", _WATCH, *called], capture_output=True, text=True, check=True)
    code, processor, memory = json.loads(done.stdout)
    assert code == 0, f"{' '.join(arguments)} ended with {code}: {done.stderr}"
    return Step(name, time.perf_counter() - begun, processor, memory / 1024)


def timed(name: str, work: Iterator[None]) -> Step:
    """Something that is done in this process, or in others that it waits for."""
    progress(f"{name} …")
    begun, processor = time.perf_counter(), _processor()
    for _ in work:
        pass
    return Step(name, time.perf_counter() - begun, _processor() - processor)


def _processor() -> float:
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def hold_lists(home: Home) -> None:
    catalogue = load_catalogue(home.overlay)
    store = SnapshotStore(home, catalogue)
    for key, path in LISTS.items():
        for outcome in take(store, [catalogue[key]], real(path), Options(clock=lambda: datetime.now(UTC)), named=True):
            assert outcome.status in ("refreshed", "unchanged"), outcome.sentence


def write_book(path: Path, home: Home, number: int, listed: int, seed: int) -> None:
    """Ordinary parties with listed names among them, shuffled."""
    chance = random.Random(seed)
    rows = [(party.name, party.kind.value) for party in parties(number - listed, seed)]
    stores = [part.store for part in Screener.open(home).held]
    named = [(store[place].name, store[place].kind.value) for store in stores for place in range(len(store))]
    rows += chance.sample(named, listed)
    chance.shuffle(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Client ID", "Name", "Type"])
        writer.writerows([f"C{place:06}", name, kind] for place, (name, kind) in enumerate(rows))


def screened(home: Home) -> str | None:
    """The newest screening that the home's ledger has."""
    with Ledger.open(home, write=False) as ledger:
        return next((one.id for one in reversed(list(ledger.screenings()))), None)


def answer(source: Path, target: Path, number: int, seed: int) -> Iterator[None]:
    """Decide the first alerts as an officer would, by openpyxl."""
    chance = random.Random(seed)
    book = load_workbook(source)
    sheet = book["Hits"]
    top = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "Hit")
    at = {cell.value: cell.column for cell in sheet[top]}
    alerts = [row for row in range(top + 1, sheet.max_row + 1) if str(sheet.cell(row, at["Status"]).value).startswith("alert")]
    for row in alerts[:number]:
        disposition, code = chance.choices(DECISIONS, WEIGHTS)[0]
        for heading, value in (("Disposition", disposition), ("Reason code", code), ("Rationale", "decided by a script")):
            sheet.cell(row, at[heading]).value = value
    book.save(target)
    yield


def plain_write(source: Path, target: Path) -> Iterator[None]:
    """The peer: openpyxl's streaming mode with the same values, no style, no height, no table."""
    book = Workbook(write_only=True)
    found = CalamineWorkbook.from_path(str(source))
    for name in found.sheet_names:
        sheet = book.create_sheet(name)
        for row in found.get_sheet_by_name(name).to_python(skip_empty_area=False):
            sheet.append([f"'{value}" if isinstance(value, str) and value[:1] == "=" else value for value in row])
    book.save(target)
    yield


def plain_read(source: Path) -> Iterator[None]:
    """The peer of the import: openpyxl reading the answered sheet, no more."""
    book = load_workbook(source, read_only=True)
    for _ in book["Hits"].iter_rows(values_only=True):
        pass
    yield


def remember(home: Home, id: str, found: list[str]) -> Iterator[None]:
    """What the next screening of the same book asks of the memory; the states go into ``found``."""
    with Ledger.open(home, write=False) as ledger:
        screening = ledger.screening(id)
        memory = Memory(ledger=ledger, today=datetime.now(UTC).date(), engine=screening.engine)
        found += [one.state for one in memory.standings(screening.results, screening.policy)]
    yield


def office(source: Path, folder: Path) -> Iterator[None]:
    """LibreOffice opens the workbook and saves it as text."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    called = ["soffice", profile, "--headless", "--convert-to", "csv", "--outdir", str(folder), str(source)]
    subprocess.run(called, check=True, capture_output=True)
    yield


def steps(home: Home, folder: Path, options: argparse.Namespace) -> Iterator[Step]:
    id = screened(home)
    if id is None:
        hold_lists(home)
        write_book(folder / BOOK, home, options.parties, options.listed, options.seed)
        yield measured("screen the book", home, "batch", str(folder / BOOK), "-o", str(folder / "book.jsonl"))
        id = screened(home)
    assert id
    report, answered = folder / "report.xlsx", folder / "answered.xlsx"
    yield measured("write the report, from the ledger", home, "report", id, "-o", str(report))
    yield timed("peer: openpyxl, the same values", plain_write(report, folder / "plain.xlsx"))
    if shutil.which("soffice"):
        yield timed("LibreOffice opens it", office(report, folder))
    yield timed("answer the rows (openpyxl)", answer(report, answered, options.answers, options.seed))
    yield measured("import the answers", home, "review", "import", str(answered))
    yield timed("peer: openpyxl reads the sheet", plain_read(answered))
    states: list[str] = []
    yield timed("look the hits up in the memory", remember(home, id, states))
    progress(", ".join(f"{states.count(state):,} {state}" for state in dict.fromkeys(states)))
    yield measured("write the portfolio", home, "report", "--kind", "portfolio", "-o", str(folder / "portfolio.xlsx"))


def show(done: Sequence[Step]) -> None:
    Table(("step", "seconds", "of processors", "MB"), [one.row() for one in done]).show()
    took = {one.name: one.processor for one in done}
    ours, theirs = took["write the report, from the ledger"], took["peer: openpyxl, the same values"]
    print(
        f"the report takes {ours / theirs:.2f} of the peer's time; the import {took['import the answers']:.1f} s of processors", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parties", type=int, default=100_000)
    parser.add_argument("--listed", type=int, default=4_100, help="listed names among them")
    parser.add_argument("--answers", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the home and the files there")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="atsize-") as place:
        folder = options.keep or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        show(list(steps(Home(folder.absolute() / "home"), folder.absolute(), options)))


if __name__ == "__main__":
    run(main)
