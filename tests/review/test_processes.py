"""Imports by processes that work at once, and imports that are killed: all of an import is there, or nothing."""

from __future__ import annotations

import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from sanctions.home import Home
from sanctions.ledger import Ledger, verify
from sanctions.review import Register
from tests.ledger.test_processes import started
from tests.workbook import parts

HITS = 600

IMPORTER = """
import sys
from datetime import date
from pathlib import Path
from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.policy import Policy, Rules
from sanctions.review.people import Actor
from sanctions.review.taking import GivenRow, Source, Taking
home, who, first, last = Home(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
print("ready", flush=True)
with Ledger.open(home) as ledger:
    [summary] = ledger.screenings()
    taking = Taking(
        recorded=ledger.recorded(summary.id), places=ledger.hit_places(summary.id), policy=Policy(rules=Rules()),
        source=Source(file="r.xlsx", sha256=who, actor=Actor(name=who, user=who)), today=date(2026, 9, 9),
    )
    answers = {"Disposition": "false positive", "Reason code": "other kind"}
    rows = [GivenRow(sheet="Hits", number=n, key=f"{n}h0", cells=answers) for n in range(first, last)]
    taken = taking.run(ledger, rows)
    assert not taken.rejected
    print(len(taken.new), taken.unchanged, flush=True)
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home whose ledger holds one screening with many hits."""
    place = Home(tmp_path / "home")
    results = tuple(
        parts.Result(party=parts.party(n, f"Party {n}"), hits=(parts.hit(parts.entity(f"l:{n}", f"TARGET {n}"), "x", 0.9),))
        for n in range(HITS)
    )
    with Ledger.open(place) as ledger:
        ledger.record_screening(parts.screening(results=results), "x")
    return place


def decided(home: Home) -> Counter[str]:
    with Ledger.open(home, write=False) as ledger:
        register = Register.of(ledger)
        assert len({one.body.key for one in register.decisions}) == len(register.decisions), "nothing is decided twice alike"
        return Counter(one.body.maker for one in register.decisions)


def test_two_officers_at_once_lose_nothing_and_record_nothing_twice(home: Home) -> None:
    """Their rows overlap: the overlap is recorded once, by whoever came first."""
    both = [started(IMPORTER, str(home.root), who, str(first), str(last)) for who, first, last in (("jane", 0, 400), ("ann", 200, HITS))]
    told = []
    for process in both:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        told.append([int(number) for number in out.split("\n")[1].split()])
    assert sorted(told) == [[200, 200], [400, 0]]
    assert sum(decided(home).values()) == HITS
    assert verify(home).intact


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
def test_a_killed_import_leaves_all_or_nothing(home: Home) -> None:
    """Killed at random moments of what an import takes, until one came through: each time nothing or all is there."""
    begun = time.monotonic()
    process = started(IMPORTER, str(home.root), "measured", "0", "0")
    process.communicate(timeout=120)
    usual = time.monotonic() - begun
    chance = random.Random(5)
    for number in range(8):
        process = started(IMPORTER, str(home.root), "killed", "0", str(HITS))
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, usual))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        assert sum(decided(home).values()) in (0, HITS), number
        found = verify(home)
        assert found.intact, found.problem
    last = started(IMPORTER, str(home.root), "killed", "0", str(HITS))
    out, err = last.communicate(timeout=120)
    assert last.returncode == 0, err
    assert sum(map(int, out.split("\n")[1].split())) == HITS
    assert decided(home) == {"killed": HITS}
