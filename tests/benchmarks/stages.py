"""Where the time of a screening goes, step by step, and what a compiled part could bring at most.

    python -m tests.benchmarks.stages --sample 1000

The names and the 60,000 list names are those of ``speed``. Each step's time is its own, that of the steps within it left
aside, in microseconds of one processor for each name. The last rows are limits: the names a second if the steps of the
index, or those and the alignment, took no time at all. A prototype in C of one step of the index (``bound._Bound.possible``)
gave the same answers 2.3 times as fast as its steps over arrays do (274 to 119 microseconds a near name of two slips).
"""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from sanctions import screening
from sanctions.acquisition.entities import EntityStore
from sanctions.calibration import drawn
from sanctions.matching import compare
from sanctions.matching.index import joining, known, latin, sharing
from sanctions.model import Party
from tests.benchmarks.setting import Table, arguments, run, screener, stored
from tests.benchmarks.speed import KEY, LISTS, PEER_SIZE, all_entities, grown, near_of, open_list, ordinary_of

INDEX = "index: "
ALIGNED = "aligned: "
STEPS: tuple[tuple[Any, str, str], ...] = (
    (screening, "_unusable", "forms of the asked name"),
    (screening, "asked_forms", "forms of the asked name"),
    (latin.LatinRows, "near", f"{INDEX}the rest"),
    (known.KnownWords, "all_of", f"{INDEX}new words and their spellings"),
    (latin.LatinRows, "_partners", f"{INDEX}words put together"),
    (latin, "Asked", f"{INDEX}words put together"),
    (latin.LatinRows, "_joined", f"{INDEX}words put together"),
    (sharing.Sharing, "of", f"{INDEX}rows that share enough"),
    (latin, "reaching", f"{INDEX}rows held to their costs"),
    (joining.NameIndex, "named", "whole names by their keys"),
    (EntityStore, "__getitem__", "records of candidates"),
    (joining, "align", f"{ALIGNED}candidates"),
    (compare, "align", f"{ALIGNED}all names of a candidate"),
    (compare, "forms_of", "forms of listed names"),
    (screening, "compare", "evidence, reasons, score"),
)
REST = "everything else"


class Clock:
    """Microseconds by step. A step within another stops the other's clock."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._within = [REST]
        self._since = time.process_time()

    def turn(self, label: str | None) -> None:
        """Another step begins, or with None the last one ends."""
        now = time.process_time()
        self.spent[self._within[-1]] += (now - self._since) * 1e6
        self._since = now
        if label is None:
            self._within.pop()
        else:
            self._within.append(label)

    def timed(self, work: Callable[..., Any], label: str) -> Callable[..., Any]:
        """The same work under this clock; what it gives one by one is given as a list."""

        def measured(*given: Any, **named: Any) -> Any:
            self.turn(label)
            found = work(*given, **named)
            found = list(found) if isinstance(found, Iterator) else found
            self.turn(None)
            return found

        return measured


@contextmanager
def clocked() -> Iterator[Clock]:
    """A clock on all ``STEPS``."""
    clock = Clock()
    patches = [patch.object(place, name, clock.timed(getattr(place, name), label)) for place, name, label in STEPS]
    for each in patches:
        each.start()
    try:
        yield clock
    finally:
        for each in patches:
            each.stop()


def main() -> None:
    options = arguments(__doc__)
    number = options.sample or 1000
    real = drawn(all_entities(screener(options.home, LISTS)), options.seed)
    ordinary, near = ordinary_of(2 * number), near_of(list(grown(real, 20_000)), number)
    sorts = {
        "companies": ordinary[:number], "persons": ordinary[number:],
        "two slips": near[: number // 2], "a word dropped": near[number // 2 :],
    }  # fmt: skip
    with TemporaryDirectory(prefix="bench-stages-") as folder:
        place = Path(folder) / KEY / "1"
        stored(grown(real, PEER_SIZE), place)
        opened = open_list(place)
        list(opened.screen_many([*ordinary[:10], *ordinary[-10:]], processes=1))
        gc.freeze()  # the lists that were made for the occasion would be looked through now and then, at the cost of one step
        told = [spent(opened, parties) for parties in sorts.values()]
    labels = dict.fromkeys([label for _, _, label in STEPS] + [REST])
    rows = [(label, *(f"{column.get(label, 0):,.0f}" for column in told)) for label in labels]
    rows.append(("all", *(f"{sum(column.values()):,.0f}" for column in told)))
    rows += [("names a second", *_rates(told, ("none",)))]
    rows += [("  with an index that takes no time", *_rates(told, (INDEX,)))]
    rows += [("  nor an alignment", *_rates(told, (INDEX, ALIGNED)))]
    Table(("microseconds a name", *sorts), rows).show()


def spent(opened: screening.Screener, parties: list[Party]) -> dict[str, float]:
    """Microseconds a name, by step."""
    with clocked() as clock:
        list(opened.screen_many(parties, processes=1))
        clock.turn(None)
    return {label: time_spent / len(parties) for label, time_spent in clock.spent.items()}


def _rates(told: list[dict[str, float]], free: tuple[str, ...]) -> Iterator[str]:
    for column in told:
        left = sum(time_spent for label, time_spent in column.items() if not label.startswith(free))
        yield f"{1e6 / left:,.0f}"


if __name__ == "__main__":
    run(main)
