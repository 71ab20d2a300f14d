"""What the commands of ``sanctions case`` share: the case, the law, the lists held, and what is made from them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanctions.commands.shared import catalogue_of, home_of
from sanctions.errors import CoverageError

if TYPE_CHECKING:  # heavy parts wait for the body: the group's help must not
    from sanctions.casework.listed import Listings
    from sanctions.casework.records import CaseFile
    from sanctions.frameworks import Frameworks

case_argument = click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))


def moment() -> datetime:
    return datetime.now(UTC)


def load(context: click.Context) -> Frameworks:
    from sanctions.frameworks import load_frameworks

    return load_frameworks(home_of(context).frameworks)


def read(context: click.Context, folder: Path) -> CaseFile:
    from sanctions.casework.reading import read_case

    return read_case(folder, load(context))


def default_day(found: CaseFile) -> date:
    return found.case.as_of or moment().date()


def find_on_lists(context: click.Context, found: CaseFile) -> Listings | None:
    """The parties on the lists held; None where no list is held at all."""
    from sanctions.casework.listed import find_listings
    from sanctions.screening import Screener

    catalogue = catalogue_of(home_of(context))
    try:
        screener = Screener.open(home_of(context), catalogue=catalogue, now=moment())
    except CoverageError:
        return None
    return find_listings(found, screener, {key: one.jurisdiction for key, one in catalogue.items()}, moment())


def derived(
    context: click.Context,
    found: CaseFile,
    on: tuple[date, ...],
    listings: Listings | None,
    *,
    json: Path | None = None,
    xlsx: Path | None = None,
) -> None:
    """Write what is made from a case: the machine's JSON, the workbook."""
    write_derived(found, load(context), on, listings, now=moment(), json=json, xlsx=xlsx)


def write_derived(
    found: CaseFile,
    frameworks: Frameworks,
    on: tuple[date, ...],
    listings: Listings | None,
    *,
    now: datetime,
    json: Path | None = None,
    xlsx: Path | None = None,
) -> None:
    """The same with the law at hand."""
    import msgspec

    from sanctions.acquisition.disk import put_file, writing
    from sanctions.casework.assessing import assess
    from sanctions.casework.machine import case_document

    assessments = [assess(found, frameworks, day, listings.listed_on if listings else {}) for day in on]
    if json:
        with writing(json):
            put_file(json, msgspec.json.format(msgspec.json.encode(case_document(found, assessments, listings)), indent=2) + b"\n")
    if xlsx:
        from sanctions.workbook.case_report import write_case_report

        write_case_report(found, assessments, listings, xlsx, frameworks=frameworks, now=now)
