"""``sanctions demo``: the whole way on small embedded extracts, offline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from sanctions.commands.shared import note
from sanctions.data import data_folder
from sanctions.home import Home

if TYPE_CHECKING:
    from sanctions.books import Book
    from sanctions.catalogue import Catalogue
    from sanctions.model import Screening
    from sanctions.screening import Screener

EXAMPLE = "german-device-vendor"
NOTICE = "This is a demo: small extracts of lists, not for compliance. For the real lists run: sanctions refresh"


DAYS = (date(2014, 11, 12), date(2015, 4, 20), date(2016, 7, 6))
"""Days on which the worked case is assessed beside today: the first report, before the statute, the ministries' designation."""


@click.command(name="demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("demo-report.xlsx"),
    show_default=True,
    metavar="REPORT",
    help="Where to write the workbook; the others are written beside it.",
)
def command(output: Path) -> None:
    """Screen two small embedded books and build a worked case, offline.

    The extracts go the whole way of a real list, in a home of its own that is thrown away: taken from their
    publishers' formats, kept as snapshots, read, indexed, searched, reported. Beside the report are written that of
    a book of surveillance suppliers, and of the worked case its due-diligence report and its evidence packet.
    """
    from tempfile import TemporaryDirectory

    from sanctions.commands.batch import summary_lines

    folder = data_folder("lists") / "demo"
    note(NOTICE)
    with TemporaryDirectory(prefix="sanctions-demo-", ignore_cleanup_errors=True) as place:
        now = datetime.now(UTC)
        shown = _screened(folder, output, Path(place) / "home", now)
        for line in summary_lines(shown.screening, shown.book, output):
            click.echo(line)
        suppliers = _screened(folder / "suppliers", beside(output, "suppliers"), Path(place) / "suppliers", now)
        for line in _supplier_lines(suppliers, beside(output, "suppliers")):
            click.echo(line)
        _build_case(Path(place) / "case", output, shown, now)


def beside(output: Path, what: str, suffix: str = ".xlsx") -> Path:
    """Where another file of the demo is written: demo-report.xlsx → demo-report-case.zip."""
    return output.with_name(f"{output.stem}-{what}{suffix}")


class _Screened(msgspec.Struct, frozen=True):
    """One of the demo's books, screened against the extracts beside it."""

    book: Book
    screening: Screening
    screener: Screener
    catalogue: Catalogue


def _screened(folder: Path, output: Path, place: Path, now: datetime) -> _Screened:
    """Screen the book of a folder against its extracts, in a home of its own, and write the report."""
    from sanctions.books import open_book
    from sanctions.commands.batch import run_book, write_outcome
    from sanctions.matching.bands import DEFAULT_THRESHOLD
    from sanctions.matching.meaning import measured, valued

    home, catalogue, book = Home(place), demo_catalogue(folder), open_book(folder / "book.csv")
    screener = demo_screener(home, catalogue, folder, now)
    screening = run_book(book, screener, threshold=DEFAULT_THRESHOLD, processes=1, command="sanctions demo", demo=True)
    screening = valued(screening, measured())
    write_outcome(screening, output, book, catalogue, home)
    return _Screened(book, screening, screener, catalogue)


def _supplier_lines(done: _Screened, output: Path) -> Iterator[str]:
    from sanctions.acquisition.moments import count

    results = [one for one in done.screening.results if one.status == "screened"]
    hits, lists = count(sum(1 for one in results if one.hits), "supplier"), count(len(done.screener.held), "list")
    yield f"written: {output}  (surveillance equipment: {hits} of {len(results)} on {lists} of the United States)"


def _build_case(folder: Path, output: Path, shown: _Screened, now: datetime) -> None:
    """The worked case on the demo's lists: its report and its packet."""
    import shutil

    from sanctions.acquisition.disk import writing
    from sanctions.casework.beginning import copy_example
    from sanctions.casework.listed import find_listings
    from sanctions.casework.packet import MACHINE, WORKBOOK, pack
    from sanctions.casework.reading import read_case
    from sanctions.commands.case_shared import write_derived
    from sanctions.frameworks import load_frameworks

    frameworks, report, packet = load_frameworks(), beside(output, "case"), beside(output, "case", ".zip")
    copy_example(folder, EXAMPLE, now)
    _rest_on_the_extract(folder, shown.catalogue)
    found = read_case(folder, frameworks)
    listings = find_listings(found, shown.screener, {key: one.jurisdiction for key, one in shown.catalogue.items()}, now)

    def derive(stage: Path) -> None:
        made = read_case(stage, frameworks), frameworks, (now.date(), *DAYS), listings
        write_derived(*made, now=now, json=stage / MACHINE, xlsx=stage / WORKBOOK)
        with writing(report):
            shutil.copyfile(stage / WORKBOOK, report)

    packed = pack(found, packet, by=found.case.people[0].name, now=now, derive=derive)
    click.echo(f"written: {report}  (the worked case {EXAMPLE}: due-diligence report)")
    click.echo(f"written: {packet}  (its evidence packet, {packed.files} files; check it: sanctions case verify {packet})")


def _rest_on_the_extract(folder: Path, catalogue: Catalogue) -> None:
    """Let the demo's copy of the case rest on the demo's lists, and say so."""
    path = folder / "case.toml"
    text = path.read_text("utf-8").replace('title = "', 'title = "DEMO – ', 1)
    for definition in catalogue.values():
        text = text.replace(f'"{definition.extract_of}:', f'"{definition.key}:')
    path.write_text(text, "utf-8")


def demo_catalogue(folder: Path) -> Catalogue:
    """The demo lists' own definitions, which the catalogue of real lists does not hold."""
    from sanctions.catalogue import Catalogue, read_definition

    return Catalogue({path.stem: read_definition(path) for path in sorted((folder / "definitions").glob("*.toml"))})


def demo_screener(home: Home, catalogue: Catalogue, folder: Path, now: datetime) -> Screener:
    """A screener on the extract, each list taken into ``home`` from its file as any list is."""
    from sanctions.acquisition.refresh import Options
    from sanctions.acquisition.snapshots import SnapshotStore
    from sanctions.acquisition.taking import take
    from sanctions.errors import SourceError
    from sanctions.screening import Screener

    store = SnapshotStore(home, catalogue)
    options = Options(clock=lambda: now)
    for definition in catalogue.values():
        file = folder / definition.layouts[0].files[0].name
        for outcome in take(store, [definition], file, options, named=True):
            if outcome.snapshot is None:
                raise SourceError(f"The demo extract {file.name} cannot be used: {outcome.sentence}")
    return Screener.open(home, catalogue=catalogue, now=now)
