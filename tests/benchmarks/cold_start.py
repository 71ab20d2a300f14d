"""How long a command takes from nothing: ``sanctions screen NAME`` with its entry in the ledger, and what no start can be below.

    python -m tests.benchmarks.cold_start [--home HOME]

Each command is run anew several times, its compiled modules and the lists' index being there, and the least counts: CPU
time (user and system) of the process, which says the same on a busy machine, wall time, and the most memory it held. The
floor is Python importing the same libraries of others and nothing of this package. The home's ledger is not touched:
what is asked stands in a copy of the home whose lists are linked to.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions.home import Home
from sanctions.screening import Screener
from tests.benchmarks.setting import SkippedError, Table, arguments, run

LIBRARIES = "click, hashlib, msgspec, numpy, rapidfuzz.distance, rapidfuzz.process, sqlite3"
NAME = "Kim Jong Un"

_MEASURE = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wall, used = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024]))
"""
"""Run by a small process of its own: a child's memory counts from that of the process which began it."""


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--times", type=int, default=15, metavar="N", help="how often each is run (default 15)")


def main() -> None:
    options = arguments(__doc__, _add)
    home = Home.find(options.home)
    sanctions = (sys.executable, "-m", "sanctions")
    entity = Screener.open(home).held[0].store[0].id
    commands = {
        "Python alone": (sys.executable, "-c", "pass"),
        "the libraries alone": (sys.executable, "-c", f"import {LIBRARIES}"),
        f"screen '{NAME}'": (*sanctions, "screen", NAME),
        f"screen --kind person '{NAME}'": (*sanctions, "screen", "--kind", "person", NAME),
        "screen 'Vytautas Grigaliunas' (no hit)": (*sanctions, "screen", "Vytautas Grigaliunas"),
        "lists": (*sanctions, "lists"),
        f"show {entity}": (*sanctions, "show", entity),
        "compare two names": (*sanctions, "compare", NAME, "Kim Jong Il"),
        "--help": (*sanctions, "--help"),
    }
    rows = []
    with TemporaryDirectory() as folder:
        place = _copy(home, Path(folder))
        floor = 0.0
        for name, command in commands.items():
            cpu, wall, memory = _least(command, place, options.times)
            floor = floor or (cpu if name == "the libraries alone" else 0.0)
            rows.append((name, f"{cpu * 1000:.0f}", f"{wall * 1000:.0f}", f"{memory:.0f}", f"{cpu / floor:.2f}" if floor else ""))
    Table(("least of each", "CPU ms", "wall ms", "MB", "CPU : floor"), rows).show()


def _copy(home: Home, folder: Path) -> Path:
    """A home with the same lists and a ledger of its own."""
    for name in ("snapshots", "readings", "lists"):
        if (home.root / name).is_dir():
            (folder / name).symlink_to(home.root / name, target_is_directory=True)
    for name in ("policy.toml", "meaning.toml"):
        if (home.root / name).is_file():
            shutil.copy(home.root / name, folder)
    return folder


def _least(command: Sequence[str], home: Path, times: int) -> tuple[float, float, float]:
    """The least CPU seconds and wall seconds of so many runs, and the memory of the last in MB. The first run is not counted."""
    runs = [_once(command, home) for _ in range(times + 1)][1:]
    return min(cpu for cpu, _, _ in runs), min(wall for _, wall, _ in runs), runs[-1][2]


def _once(command: Sequence[str], home: Path) -> tuple[float, float, float]:
    # without PYTHONDONTWRITEBYTECODE, which would have every module compiled at every start
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"SANCTIONS_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"}
    ran = subprocess.run([sys.executable, "-c", _MEASURE, *command], env=environment, capture_output=True, text=True, check=True)
    code, cpu, wall, memory = json.loads(ran.stdout)
    if code:
        raise SkippedError(f"{' '.join(command[2:])} ended with exit code {code}")
    return cpu, wall, memory


if __name__ == "__main__":
    run(main)
