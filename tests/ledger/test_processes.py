"""Several processes at once, and processes that are killed: nothing is lost, nothing is half there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from sanctions.home import Home
from sanctions.ledger import Ledger, verify

WRITER = """
import sys
from pathlib import Path
from sanctions.home import Home
from sanctions.ledger import Ledger
home, who, number = Home(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
for place in range(number):
    with Ledger.open(home) as ledger:
        ledger.append("refresh", {"lists": [], "place": place}, who)
"""
RECORDER = """
import sys
from pathlib import Path
from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.model import Name, Party, Result
from tests.workbook import parts
home = Home(Path(sys.argv[1]))
results = tuple(Result(party=Party(id=str(n), names=(Name(full=f"Party {n}"),))) for n in range(20_000))
print("ready", flush=True)
for number in range(1000):
    with Ledger.open(home) as ledger:
        ledger.record_screening(parts.screening(id=f"S-{number}", results=results), "x")
"""


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )


def test_processes_that_write_at_once_lose_nothing(home: Home) -> None:
    writers = [started(WRITER, str(home.root), f"writer {number}", "25") for number in range(3)]
    for writer in writers:
        _, said = writer.communicate(timeout=120)
        assert writer.returncode == 0, said
    found = verify(home)
    assert found.intact, found.problem
    assert found.notes == ()
    with Ledger.open(home, write=False) as ledger:
        entries = list(ledger.entries())
    assert Counter(entry.actor for entry in entries) == {f"writer {number}": 25 for number in range(3)}
    for number in range(3):
        assert [e.content["place"] for e in entries if e.actor == f"writer {number}"] == list(range(25))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
@pytest.mark.parametrize("after", [0.05, 0.15, 0.3, 0.45])
def test_a_killed_process_leaves_all_or_nothing(home: Home, after: float) -> None:
    recorder = started(RECORDER, str(home.root))
    assert recorder.stdout is not None
    assert recorder.stdout.readline() == "ready\n"
    time.sleep(after)
    recorder.send_signal(signal.SIGKILL)
    recorder.communicate(timeout=60)
    found = verify(home)
    assert found.intact, found.problem
    with Ledger.open(home, write=False) as ledger:
        for summary in ledger.screenings():
            assert len(ledger.screening(summary.id).results) == summary.parties == 20_000
    with Ledger.open(home) as ledger:  # and the next process goes on
        ledger.append("refresh", {"lists": []}, "y")
    again = verify(home)
    assert again.intact, again.problem
    assert again.notes == ()


@pytest.mark.parametrize("stage", ["laid out", "anchored", "first commit"])
def test_a_process_that_ends_before_its_first_anchor_leaves_a_ledger_that_goes_on(
    home: Home, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moments of the first recording, one by one: an empty file, the anchor of the start, entries that no anchor names yet."""
    home.root.mkdir()
    if stage == "laid out":
        home.ledger.touch()
    elif stage == "anchored":
        with pytest.raises(TypeError), Ledger.open(home) as ledger:
            ledger.append("refresh", object(), "x")
    else:
        monkeypatch.setattr(Ledger, "_anchor", lambda self: None)
        with Ledger.open(home) as ledger:
            ledger.append("refresh", {}, "x")
        monkeypatch.undo()
    found = verify(home)
    assert found.intact, found.problem
    with Ledger.open(home) as ledger:
        ledger.append("refresh", {}, "y")
    again = verify(home)
    assert again.intact, again.problem
    assert again.notes == ()
