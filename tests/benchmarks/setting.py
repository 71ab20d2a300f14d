"""What the benchmarks share: the home with the real lists, the two halves, tables, and sentences for what is not there."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions.acquisition.entities import EntityStore, EntityWriter
from sanctions.calibration import Share, is_tuning
from sanctions.errors import SanctionsError
from sanctions.home import Home
from sanctions.matching.index import open_index
from sanctions.model import Entity
from sanctions.screening import HeldList, Screener

REAL = Path(os.environ.get("SANCTIONS_REAL_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
"""Real list files and ordinary names, kept beside the project and never in it."""

PARTS = ("tune", "report", "all")


class SkippedError(Exception):
    """What a benchmark needs is not here; the text says what, and how to get it."""


def arguments(doc: str | None, add: Callable[[argparse.ArgumentParser], None] = lambda _: None) -> argparse.Namespace:
    """The options of every benchmark, with those that ``add`` adds."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", default=None, help="home with the lists to search (default: $SANCTIONS_HOME)")
    parser.add_argument("--sample", type=int, default=None, metavar="N", help="how many cases at most")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="which sample (default 0)")
    parser.add_argument("--threshold", type=float, default=None, help="least score of an alert (default: the engine's own)")
    add(parser)
    return parser.parse_args()


def run(main: Callable[[], None]) -> None:
    """Runs a benchmark; one that cannot run says why in a sentence and exits with 0, since nothing has failed."""
    started = time.perf_counter()
    try:
        main()
    except (SkippedError, SanctionsError) as reason:
        print(f"Skipped: {reason}")
        return
    print(f"({time.perf_counter() - started:.0f} s)")


def screener(home: str | None, lists: Sequence[str]) -> Screener:
    """The lists of a home that are held, of those named. Raises SkippedError if none of them is."""
    opened = Screener.open(Home.find(home), now=None)
    held = [part for part in opened.held if part.key in lists]
    if not held:
        raise SkippedError(
            f"none of {', '.join(lists)} is held in {Home.find(home).root}; take them with: sanctions refresh LIST --from PATH"
        )
    return Screener(held, opened.coverage)


def real(path: str) -> Path:
    """A file of the real data. Raises SkippedError if it is not there."""
    found = REAL / path
    if not found.exists():
        raise SkippedError(f"{found} is not here; SANCTIONS_REAL_DATA names the folder that has it")
    return found


def in_part(entity_id: str, part: str) -> bool:
    """Whether an entity belongs to the half asked for: "tune", "report" or "all"."""
    return part == "all" or is_tuning(entity_id) is (part == "tune")


@contextmanager
def temporary_screener(entities: Iterable[Entity]) -> Iterator[Screener]:
    """A screener over entities made for the occasion, through the same store and index as every list."""
    by_list: dict[str, list[Entity]] = {}
    for entity in entities:
        by_list.setdefault(entity.list, []).append(entity)
    with TemporaryDirectory(prefix="bench-") as folder:
        stores = {key: stored(found, Path(folder) / key / "1") for key, found in by_list.items()}
        yield Screener([HeldList(key, store, open_index(store)) for key, store in stores.items()], ())


def stored(entities: Iterable[Entity], folder: Path) -> EntityStore:
    """A reading made of entities, in a new folder."""
    folder.mkdir(parents=True)
    with EntityWriter(folder) as writer:
        for entity in entities:
            writer.add(entity)
        writer.finish({})
    return EntityStore(folder)


@dataclass(frozen=True, slots=True)
class Table:
    """A short table on stdout: the first column to the left, the others to the right."""

    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]

    def show(self) -> None:
        lines = [self.headings, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.headings))]
        for line in lines:
            cells = [line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))]
            print("  ".join(cells).rstrip(), flush=True)


def percent(share: Share) -> str:
    """A share with its number of cases' confidence interval: "99.1 % (98.0-99.6)"."""
    if share.value is None:
        return "–"
    low, high = share.interval
    return f"{share.value:6.2%} ({low:.1%}-{high:.1%})"


def progress(text: str) -> None:
    """A line for whoever waits, on stderr."""
    print(text, file=sys.stderr, flush=True)
