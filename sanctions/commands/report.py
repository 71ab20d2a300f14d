"""``sanctions report``: a screening's report made anew from the ledger alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from sanctions.commands.shared import catalogue_of, home_of, note

if TYPE_CHECKING:
    from sanctions.catalogue import ListDefinition
    from sanctions.frameworks import Frameworks
    from sanctions.home import Home
    from sanctions.ledger.screenings import Recorded
    from sanctions.review import Standing
    from sanctions.workbook.contents import FeatureNote

SUFFIXES = (".xlsx", ".csv", ".json", ".jsonl")


@click.command(name="report")
@click.argument("screening", metavar="SCREENING")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="REPORT",
    help="Where to write: .xlsx, .csv, .json or .jsonl.",
)
@click.pass_context
def command(context: click.Context, screening: str, output: Path) -> None:
    """Write the report of a past screening again, from the ledger.

    Parties, hits, lists, law and policy are those that were recorded; nothing is searched again, and the lists'
    copies are not needed. SCREENING is the report's id; 'sanctions audit log --kind screening' lists them.

    \b
    Exit codes: 0 done; 1 the report cannot be written; 2 usage, or no such screening.
    """
    from sanctions.ledger import Ledger
    from sanctions.review import standings_of

    if output.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"-o {output}: the report's name must end in {', '.join(SUFFIXES)}.")
    home = home_of(context)
    with Ledger.open(home, write=False) as ledger:
        recorded = ledger.recorded(screening)
        standings = {one.key: one for one in standings_of(ledger, screening)}
    if output.suffix.lower() == ".xlsx":
        _write_workbook(recorded, output, home, standings)
    else:
        from sanctions.commands.exports import write_export

        write_export(recorded.screening, output, standings)
    note(f"written: {output}  (report {screening}, recorded {recorded.time:%Y-%m-%d %H:%M} UTC by {recorded.actor})")
    if recorded.keyed:
        note("  note: the ledger keeps the parties of this screening as keyed hashes only")


def _write_workbook(recorded: Recorded, output: Path, home: Home, standings: Mapping[str, Standing]) -> None:
    from sanctions.workbook import BookNotes, write_report

    frameworks, features, definitions = _references(recorded.reference, home)
    write_report(
        recorded.screening,
        output,
        frameworks=frameworks,
        features=features,
        notes=msgspec.convert(recorded.notes, type=BookNotes) if recorded.notes else None,
        now=recorded.time,
        definitions=definitions,
        standings=standings,
    )


def _references(reference: Any, home: Home) -> tuple[Frameworks, list[FeatureNote], Mapping[str, ListDefinition]]:
    """The law, features and definitions as recorded; today's, with a note, where the record has none."""
    from sanctions.catalogue import ListDefinition
    from sanctions.commands.reports import feature_notes
    from sanctions.frameworks import Framework, load_frameworks
    from sanctions.workbook import FeatureNote

    if reference is None:
        note("  note: the ledger does not hold the law and definitions of that day; the report quotes today's")
        return load_frameworks(home.frameworks), feature_notes(), catalogue_of(home)
    return (
        msgspec.convert(reference["frameworks"], type=dict[str, Framework]),
        msgspec.convert(reference["features"], type=list[FeatureNote]),
        msgspec.convert(reference["definitions"], type=dict[str, ListDefinition]),
    )
