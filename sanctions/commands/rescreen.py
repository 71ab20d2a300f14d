"""``sanctions rescreen``: the book kept, screened again, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from sanctions.commands.asking import open_screener
from sanctions.commands.command_line import command_line
from sanctions.commands.hooks import run_hook
from sanctions.commands.remembering import remember, review_due
from sanctions.commands.ruling import UNMET, record, ruling_of
from sanctions.commands.same_target import also_of
from sanctions.commands.shared import emit_json, home_of, json_option, note

if TYPE_CHECKING:
    from sanctions.commands.remembering import Remembered
    from sanctions.commands.ruling import Ruling
    from sanctions.model import Screening
    from sanctions.portfolio import Delta, Rescreening
    from sanctions.review import Decision, Standing
    from sanctions.screening import Screener

SUFFIXES = (".xlsx", ".json", ".jsonl")


class Told(msgspec.Struct, frozen=True):
    """What a run tells: the changes, the screening that records them, what is known of its hits, what is due for review."""

    delta: Delta
    screening: Screening
    standings: Mapping[str, Standing]
    due: Sequence[Decision]


@click.command(name="rescreen")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="DELTA",
    help="Where to write what is new, changed and closed: .xlsx, .json or .jsonl.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Write the workbook there under the moment's name, if anything is new, changed or closed: for unattended runs.",
)
@click.option("--full", is_flag=True, help="Screen every party against all lists, also where nothing changed.")
@click.option("--without", multiple=True, metavar="LIST", help="Go on though this list, searched last time, is no longer held.")
@click.option("--processes", type=click.IntRange(min=1), metavar="N", help="How many processes to use.  [default: all cores]")
@click.option("--require-current", is_flag=True, help="Refuse (exit 3) if a list searched is stale or a defined one is missing.")
@click.option("--fail-on-hit", is_flag=True, help="Exit with 4 if an alert that is not cleared is new or changed.")
@click.option("--hook", metavar="COMMAND", help="A command that gets the JSON document on its standard input, for mail or a ticket.")
@json_option
@click.pass_context
def command(
    context: click.Context,
    *,
    output: Path | None,
    into: Path | None,
    full: bool,
    without: tuple[str, ...],
    processes: int | None,
    require_current: bool,
    fail_on_hit: bool,
    hook: str | None,
    json: bool,
) -> None:
    """Screen the book kept again and write what is new, changed and closed.

    Entries that changed since the last time are compared with the whole book, and parties that changed with all
    lists: the outcome is that of comparing everything with everything. The policy in force decides, and all lists
    held are searched. The report is written first and the state stored then, so that nothing is lost in between.

    \b
    Exit codes: 0 done; 1 the report or the book cannot be written; 2 usage;
    3 no list to search, one searched last time is missing, or one that the policy calls mandatory
    is missing or stale; 4 an alert is new or changed and not cleared, or the review date of a cleared one
    passed, with --fail-on-hit.
    """
    from sanctions.errors import UsageError
    from sanctions.portfolio import Portfolio, rescreen

    if output and output.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"-o {output}: the report's name must end in {', '.join(SUFFIXES)}.")
    if output and into:
        raise click.UsageError("-o names the report and --into the folder for it: give one of them.")
    ruling, home = ruling_of(context), home_of(context)
    if not Portfolio.held(home):
        raise UsageError(
            f"There is no book in {home.root} yet. Begin one with 'sanctions book add ID NAME' or 'sanctions book import FILE'."
        )
    screener = open_screener(context, (), None, require_current=require_current, catalogue=ruling.catalogue)
    with Portfolio.open(home) as portfolio:
        done = rescreen(
            portfolio,
            screener,
            thresholds=ruling.thresholds,
            weak_aliases=ruling.weak_aliases,
            now=datetime.now(UTC),
            full=full,
            without=without,
            processes=processes,
        )
        screening, remembered = _recorded(done, screener, ruling)
        output = _place(into, done.delta) if into else output
        _write(done.delta, screening, output, ruling, remembered.standings)
        done.commit()
        since = datetime.fromisoformat(done.last.time).date() if done.last.time else None
        due = review_due(home, portfolio, since=since, today=done.delta.at.date())
    _tell(Told(done.delta, screening, remembered.standings, due), output, json=json, hook=hook)
    if screening.policy and screening.policy.unmet:
        context.exit(UNMET)
    if fail_on_hit and (due or _open_changes(done.delta, screening, remembered.standings)):
        context.exit(4)


def _place(folder: Path, delta: Delta) -> Path | None:
    """Where in the folder this run's workbook goes; None if there is nothing to report."""
    from sanctions.errors import OutputError

    if not delta.changes and not delta.mismatch:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise OutputError(f"{folder} cannot be written: {problem.strerror}. Give another folder with --into.") from None
    return folder / f"rescreen-{delta.at:%Y%m%dT%H%M%SZ}.xlsx"


def _open_changes(delta: Delta, screening: Screening, standings: Mapping[str, Standing]) -> bool:
    """Whether an alert is new or changed and no earlier decision that still holds has cleared it."""
    from sanctions.commands.deltas import standing_by_hit

    known = standing_by_hit(screening, standings)
    alerts = [one for one in delta.changes if one.change != "closed" and one.hit.status == "alert"]
    return any((standing := known(one)) is None or standing.open for one in alerts)


def _recorded(done: Rescreening, screener: Screener, ruling: Ruling) -> tuple[Screening, Remembered]:
    """The parties with a new or changed hit as a screening of the ledger, so that their hits can be decided; what is known of them."""
    screening = screener.record(
        done.results,
        threshold=ruling.thresholds,
        now=done.delta.at,
        book="the book kept, re-screened",
        command=command_line(),
        overlay=", ".join(ruling.catalogue.overlays) or None,
    )
    screening = ruling.applied(screening)
    remembered = remember(ruling, screener, screening, also_of(ruling.home, screener, screening.results))
    if done.results:
        record(ruling, screening, remembered=remembered)
    return screening, remembered


def _write(delta: Delta, screening: Screening, output: Path | None, ruling: Ruling, standings: Mapping[str, Standing]) -> None:
    if output is None:
        return
    if output.suffix.lower() == ".xlsx":
        from sanctions.frameworks import load_frameworks
        from sanctions.workbook.delta import write_delta

        frameworks = load_frameworks(ruling.home.frameworks)
        write_delta(delta, screening, output, frameworks=frameworks, definitions=ruling.catalogue, standings=standings)
        return
    from sanctions.commands.deltas import export

    export(delta, screening, output, standings)


def _tell(told: Told, output: Path | None, *, json: bool, hook: str | None) -> None:
    from sanctions.commands.answers import coverage_lines, policy_lines, standing_lines
    from sanctions.commands.deltas import delta_document, delta_lines
    from sanctions.review import decision_document

    delta, screening = told.delta, told.screening
    document = {**delta_document(delta, screening, told.standings), "review_due": [decision_document(one) for one in told.due]}
    if json:
        emit_json(document)
    for line in (*delta_lines(delta), *standing_lines(told.standings), *_due_lines(told.due)):
        (note if json else click.echo)(line)
    for line in (*coverage_lines(delta.coverage, delta.at), *policy_lines(screening.policy)):
        note(line)
    if output:
        note(f"written: {output}")
    if hook and (failed := run_hook(hook, document)):
        note(failed)


def _due_lines(due: Sequence[Decision]) -> Iterator[str]:
    for one in due:
        who = f"{one.body.name} [{one.body.party}]  →  {one.body.listed} ({one.body.entity})"
        yield f"  open again: {who}: its review date {one.body.review_on} has passed; it was {one.sentence()}"
