"""One run of ``sanctions refresh``: its record, the index of each new copy, the hook."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from sanctions.commands.shared import note

if TYPE_CHECKING:
    from sanctions.acquisition.refresh import Outcome
    from sanctions.acquisition.snapshots import SnapshotStore


def emit_line(line: dict[str, Any]) -> None:
    """One JSON line on stdout, at once: whoever reads the stream sees a list as soon as it is done."""
    import msgspec

    sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
    sys.stdout.buffer.flush()


class Run:
    """One run: its outcomes as they come, their lines for the record, and what is done with each copy that is new."""

    def __init__(self, store: SnapshotStore, clock: Callable[[], datetime]) -> None:
        self.store, self._clock = store, clock
        self.started = clock()
        self.id = f"{self.started:%Y%m%dT%H%M%S.%fZ}-{os.getpid()}"
        self.outcomes: list[Outcome] = []
        self.lines: list[dict[str, Any]] = []
        self._recorded = True
        self._since = time.monotonic()

    def add(self, outcome: Outcome) -> Outcome:
        """Index a new copy, write the line; returns the outcome with what there is to note."""
        from sanctions.acquisition.health import coverage
        from sanctions.acquisition.runs import line_of

        outcome = self._indexed(outcome)
        [cover] = coverage(self.store, self.store.catalogue, [outcome.list], self._clock())
        line = line_of(self.id, outcome, cover, at=self._clock(), seconds=time.monotonic() - self._since)
        self._since = time.monotonic()
        self.outcomes.append(outcome)
        self.lines.append(line)
        self._record(line)
        return outcome

    def join(self) -> None:
        """The indexes of all lists held are joined now, if any copy is new, so that the first screening need not wait for it."""
        from sanctions.errors import SanctionsError
        from sanctions.screening import Screener

        if not any(outcome.status == "refreshed" for outcome in self.outcomes):
            return
        try:
            Screener.open(self.store.home, catalogue=self.store.catalogue, now=self._clock())
        except (SanctionsError, OSError) as problem:  # the copies are good; the next screening tries again
            note(f"The index of the lists held could not be made: {problem}")

    def call(self, hook: str, code: int) -> None:
        """Tell the hook of the whole run; its failure is said and recorded."""
        from sanctions.acquisition.runs import SCHEMA as LINE
        from sanctions.commands.hooks import run_hook

        told = {"schema": LINE, "run": self.id, "started": self.started, "ended": self._clock(), "exit_code": code, "lists": self.lines}
        if failed := run_hook(hook, told):
            note(failed)
            self._record({"schema": LINE, "run": self.id, "at": self._clock(), "hook": hook, "error": failed})

    def _indexed(self, outcome: Outcome) -> Outcome:
        """The index is built now, so that the first screening of the morning need not wait for it."""
        copy = outcome.snapshot
        if outcome.status != "refreshed" or copy is None or outcome.held is None or outcome.held.folder != copy.folder:
            return outcome
        from sanctions.errors import SanctionsError
        from sanctions.matching.index import open_index

        try:
            open_index(self.store.entities(copy))
        except (SanctionsError, OSError) as problem:  # the copy is good; the next screening tries again
            return replace(outcome, notes=(*outcome.notes, f"its index could not be built: {problem}"))
        return outcome

    def _record(self, line: dict[str, Any]) -> None:
        from sanctions.acquisition.runs import append

        try:
            append(self.store.home, line)
        except OSError as problem:
            if self._recorded:
                note(f"The run cannot be recorded in {self.store.home.root}: {problem.strerror or problem}.")
            self._recorded = False
