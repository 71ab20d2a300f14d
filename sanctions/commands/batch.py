"""``sanctions batch``: a whole book against the lists held, and the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanctions.commands.asking import open_screener, screening_options
from sanctions.commands.bars import counting
from sanctions.commands.command_line import command_line
from sanctions.commands.remembering import remember
from sanctions.commands.ruling import UNMET, policy_option, record, ruling_of
from sanctions.commands.same_target import also_of, target_notes
from sanctions.commands.shared import note

if TYPE_CHECKING:
    from sanctions.books import Book
    from sanctions.catalogue import Catalogue
    from sanctions.home import Home
    from sanctions.model import Hit, Result, Screening
    from sanctions.review import Standing
    from sanctions.screening import Screener, Threshold
    from sanctions.workbook.contents import TargetNote

SUFFIXES = (".xlsx", ".csv", ".json", ".jsonl")


@click.command(name="batch")
@click.argument("book", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="REPORT",
    help="Where to write: .xlsx, .csv, .json or .jsonl.",
)
@click.option(
    "--columns", metavar="MAP", help='What the columns are, where their names do not say: "Column=field,…" or a TOML or JSON file.'
)
@click.option("--sheet", metavar="SHEET", help="The sheet of a workbook.  [default: the first with a name column]")
@click.option("--month-first", is_flag=True, help="Read 07/03/1962 as 3 July.")
@click.option("--processes", type=click.IntRange(min=1), metavar="N", help="How many processes to use.  [default: all cores]")
@screening_options
@policy_option
@click.pass_context
def command(
    context: click.Context,
    book: Path,
    *,
    output: Path,
    columns: str | None,
    sheet: str | None,
    month_first: bool,
    processes: int | None,
    list: tuple[str, ...],
    threshold: float | None,
    as_of: str | None,
    weak_aliases: bool,
    ofac_score: bool,
    require_current: bool,
    fail_on_hit: bool,
    policy: Path | None,
) -> None:
    """Screen a whole book (CSV, XLSX, JSON Lines) and write a report.

    Columns are recognised by their usual names; every row ends screened, rejected with its reason, or blank,
    and the report's counts add up. The suffix of -o says what is written.

    \b
    Exit codes: 0 done; 1 the book or the report cannot be read or written; 2 usage;
    3 no list to search, one that was named is not held, or one that the policy calls mandatory is
    missing or stale; 4 an alert that is not cleared, with --fail-on-hit.
    """
    from sanctions.books import open_book
    from sanctions.commands.reports import book_notes

    if output.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"-o {output}: the report's name must end in {', '.join(SUFFIXES)}.")
    ruling = ruling_of(context, policy=policy, threshold=threshold, weak_aliases=weak_aliases, ofac_score=ofac_score)
    opened = open_book(book, columns=_mapping(columns), sheet=sheet, month_first=month_first)
    screener = open_screener(context, list, as_of, require_current=require_current, catalogue=ruling.catalogue)
    screening = run_book(
        opened,
        screener,
        threshold=ruling.thresholds,
        weak_aliases=ruling.weak_aliases,
        processes=processes,
        command=command_line(),
        overlays=ruling.catalogue.overlays,
    )
    screening = ruling.applied(screening)
    targets = target_notes(ruling.home, screener, screening.results)
    remembered = remember(ruling, screener, screening, also_of(ruling.home, screener, screening.results))
    recorded = record(ruling, screening, book_notes(opened, screening, targets), remembered=remembered)
    standings = remembered.standings
    write_outcome(screening, output, opened, ruling.catalogue, ruling.home, now=recorded, targets=targets, standings=standings)
    for line in summary_lines(screening, opened, output, standings):
        note(line)
    if screening.policy and screening.policy.unmet:
        context.exit(UNMET)
    if fail_on_hit and remembered.open_alerts(screening):
        context.exit(4)


def run_book(
    book: Book,
    screener: Screener,
    *,
    threshold: Threshold,
    weak_aliases: bool = False,
    processes: int | None = None,
    command: str | None = None,
    overlays: tuple[str, ...] = (),
    demo: bool = False,
) -> Screening:
    """Every row of a book screened or rejected, in the book's order."""
    from sanctions.screening import screen_rows

    with counting(book.name) as advance:
        results = []
        for result in screen_rows(screener, book.rows(), threshold=threshold, weak_aliases=weak_aliases, processes=processes):
            results.append(result)
            advance()
    return screener.record(
        results, threshold=threshold, now=datetime.now(UTC), book=book.name, command=command, overlay=", ".join(overlays) or None, demo=demo
    )


def write_outcome(
    screening: Screening,
    path: Path,
    book: Book,
    catalogue: Catalogue,
    home: Home,
    *,
    now: datetime | None = None,
    targets: tuple[TargetNote, ...] | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> None:
    """Write what the suffix of ``path`` says. Raises OutputError; an earlier file is then unchanged."""
    if path.suffix.lower() == ".xlsx":
        from sanctions.commands.reports import write_workbook

        write_workbook(screening, path, book, catalogue, home, now=now, targets=targets, standings=standings)
        return
    from sanctions.commands.exports import write_export

    write_export(screening, path, standings)


def summary_lines(screening: Screening, book: Book, output: Path, standings: Mapping[str, Standing] | None = None) -> Iterator[str]:
    """The outcome in a few lines: the counts add up, and what was not searched is said."""
    from sanctions.acquisition.moments import count
    from sanctions.commands.answers import coverage_lines, policy_lines, standing_lines
    from sanctions.matching.bands import threshold_words

    hit = [result for result in screening.results if result.hits]
    alerts = sum(len(result.hits) for result in hit)
    yield f"{book.name}: {count(book.rows_read, 'row')} read = {book.parties:,} parties + {book.rejected:,} rejected + {book.blank:,} blank"
    for message in book.notes:
        yield f"  note: {message}"
    for result in screening.results:
        if result.rejected:
            yield f"  rejected: row {result.party.row}, {result.party.name or 'no name'}: {result.rejected}"
    least = threshold_words(screening.threshold, screening.policy)
    yield f"{count(len(hit), 'party', 'parties')} with {count(alerts, 'hit')} at {least} or more"
    yield from standing_lines(standings or {})
    yield from _worst(screening.results, standings or {})
    yield from coverage_lines(screening.coverage, screening.asked_at)
    yield from policy_lines(screening.policy)
    yield f"written: {output}  (report {screening.id})"


def _worst(results: Sequence[Result], standings: Mapping[str, Standing]) -> Iterator[str]:
    """The strongest alert of each party, those that somebody must act on first."""
    from sanctions.review.parties import placed_hits

    alerts: dict[int, list[tuple[bool, Hit, Result]]] = {}
    for one in placed_hits(results):
        if "h" in one.key:
            known = standings.get(one.key)
            alerts.setdefault(id(one.result), []).append((known is not None and not known.open, one.hit, one.result))
    first = sorted((min(own, key=lambda alert: alert[0]) for own in alerts.values()), key=lambda alert: (alert[0], -alert[1].score))
    most = 12
    for cleared, best, result in first[:most]:
        who = f"{result.party.name}, {best.role} {best.subject}" if best.role else result.party.name
        yield f"  {best.score:.2f}  {who}  →  {best.entity.name} ({best.entity.id}){'  cleared' if cleared else ''}"
    if len(first) > most:
        yield f"  … and {len(first) - most} more in the report"


def _mapping(columns: str | None) -> Path | str | None:
    """A file if there is one of that name, else the mapping itself."""
    if columns is None:
        return None
    path = Path(columns)
    return path if path.suffix.lower() in (".toml", ".json") else columns
