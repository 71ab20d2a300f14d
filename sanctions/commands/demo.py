"""``sanctions demo``: the whole way on a small embedded extract, offline."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanctions.commands.shared import note

if TYPE_CHECKING:
    from sanctions.catalogue import Catalogue
    from sanctions.home import Home
    from sanctions.screening import Screener

NOTICE = "This is a demo: a small extract of three lists, not for compliance. For the real lists run: sanctions refresh"


@click.command(name="demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("demo-report.xlsx"),
    show_default=True,
    metavar="REPORT",
    help="Where to write the workbook.",
)
def command(output: Path) -> None:
    """Screen a small embedded book against an embedded extract, offline.

    The extract goes the whole way of a real list, in a home of its own that is thrown away: taken from its
    publishers' formats, kept as snapshots, read, indexed, searched, reported.
    """
    from tempfile import TemporaryDirectory

    from sanctions.books import open_book
    from sanctions.commands.batch import run_book, summary_lines, write_outcome
    from sanctions.data import data_folder
    from sanctions.home import Home
    from sanctions.matching.bands import DEFAULT_THRESHOLD

    folder = data_folder("lists") / "demo"
    note(NOTICE)
    with TemporaryDirectory(prefix="sanctions-demo-", ignore_cleanup_errors=True) as place:
        home = Home(Path(place))
        catalogue = demo_catalogue(folder)
        screener = demo_screener(home, catalogue, folder, datetime.now(UTC))
        book = open_book(folder / "book.csv")
        screening = run_book(book, screener, threshold=DEFAULT_THRESHOLD, processes=1, command="sanctions demo", demo=True)
        write_outcome(screening, output, book, catalogue, home)
        for line in summary_lines(screening, book, output):
            click.echo(line)


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
