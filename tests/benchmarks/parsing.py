"""How long the largest lists take to read, and in how much memory: full-size files, made on the spot from real names.

    python -m tests.benchmarks.parsing
    python -m tests.benchmarks.parsing --only eu-xml --keep FOLDER

None of these files is a publisher's: each is made in the publisher's format, from the real lists kept beside the project, to
the size that the real one is known to have. Each is read in a process of its own. The peer, in another, only walks over
the same bytes (lxml's iterparse, or csv.reader) and makes nothing of them: what any reader in Python has to spend.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import parsing_files as files
from tests.benchmarks.setting import SkippedError, Table, arguments, progress, run

_MEASURE = """
import json, re, resource, sys, time
started = time.perf_counter()
def measured(**more):
    try:  # the peak since this program began; getrusage's holds that of the process which started it, too
        peak = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"wall": time.perf_counter() - started, "processor": time.process_time(), "kilobytes": peak, **more}))
"""

_READ = """
from pathlib import Path
from tempfile import TemporaryDirectory
from sanctions.acquisition.readings import read_into
from sanctions.catalogue import load_catalogue
from sanctions.readers.base import Source
key, form, file = sys.argv[1], sys.argv[2], Path(sys.argv[3])
definition = load_catalogue()[key]
layout = next(layout for layout in definition.layouts if layout.format == form)
with TemporaryDirectory() as folder:
    found = read_into(Path(folder), Source(files={file.name.lower(): file}), definition, layout, origin=file.name)
    measured(entries=found.report.entries, names=found.names)
"""
"""Read and stored as a refresh does it: entities, raw records and profile written to disk."""

_WALK = """
import csv, zipfile
from lxml import etree
file = sys.argv[3]
if file.lower().endswith(".csv"):
    with open(file, encoding="utf-8-sig", newline="") as stream:
        for _ in csv.reader(stream):
            pass
else:
    stream = zipfile.ZipFile(file).open("content.xml") if file.endswith(".ods") else open(file, "rb")
    for _, element in etree.iterparse(stream, events=("end",)):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
measured()
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A format of a list, how its file is made, and the least size in MB that the real one has."""

    key: str
    form: str
    name: str
    least_mb: int
    make: Callable[[Path, int], None]


CASES = (
    Case("us_ofac_sdn", "ofac-advanced-xml", "SDN_ADVANCED.XML", 120, files.advanced_xml),
    Case("us_ofac_sdn", "ofac-enhanced-xml", "SDN_ENHANCED.XML", 120, files.enhanced_xml),
    Case("eu_fsf", "eu-xml", "xmlFullSanctionsList_1_1.xml", 25, files.eu_xml),
    Case("gb_uksl", "uk-csv", "UK-Sanctions-List.csv", 45, files.uk_csv),
    Case("gb_uksl", "uk-ods", "UK-Sanctions-List.ods", 1, files.uk_ods),
)


_HEADINGS = ("file", "MB", "entries", "names", "wall s", "cpu s", "peak MB", "peer: wall s", "cpu s", "peak MB", "ratio of cpu")


def main() -> None:
    def options(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--only", choices=[case.form for case in CASES], action="append", help="this format alone; may be repeated")
        parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the files there, and use those that are")

    asked = arguments(__doc__, options)
    with TemporaryDirectory(prefix="bench-") as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        rows = [row for case in CASES if not asked.only or case.form in asked.only for row in _row(case, folder)]
        Table(_HEADINGS, rows).show()


def _row(case: Case, folder: Path) -> Iterator[tuple[str, ...]]:
    file = folder / case.name
    if not file.exists():
        progress(f"making {case.name} …")
        half = folder / f"{case.name}.half"
        case.make(half, case.least_mb)
        shutil.move(half, file)
    size = file.stat().st_size / 1e6
    progress(f"reading {case.name}, {size:,.0f} MB …")
    ours, peer = _measured(_READ, case, file), _measured(_WALK, case, file)
    yield (
        case.name,
        f"{size:,.0f}",
        f"{ours['entries']:,.0f}",
        f"{ours['names']:,.0f}",
        *_figures(ours),
        *_figures(peer),
        f"{ours['processor'] / peer['processor']:.1f} x",
    )


def _figures(found: dict[str, float]) -> tuple[str, ...]:
    return f"{found['wall']:.1f}", f"{found['processor']:.1f}", f"{found['kilobytes'] / 1024:,.0f}"


def _measured(script: str, case: Case, file: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE + script, case.key, case.form, str(file)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SkippedError(f"{case.name} could not be read: {done.stderr.strip().splitlines()[-1]}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    run(main)
