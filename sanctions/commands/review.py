"""``sanctions review``: decisions of hits: taken in from a workbook, checked by a second person, listed, sampled."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.ruling import note_policy, ruling_of, system_user
from sanctions.commands.shared import emit_json, json_option, note

if TYPE_CHECKING:
    from sanctions.commands.review_importing import Outcome
    from sanctions.commands.ruling import Ruling
    from sanctions.review.people import Actor

PENDING_SCHEMA = "sanctions.review-pending/1"
OPEN_SCHEMA = "sanctions.review-open/1"
SAMPLE_SCHEMA = "sanctions.review-sample/1"
IMPORT_SCHEMA = "sanctions.review-import/1"
CHECK_SCHEMA = "sanctions.review-check/1"

as_option = click.option(
    "--as", "person", metavar="PERSON", help="Who acts: a person of the policy, by name or user.  [default: the system's user]"
)
_WORKBOOK = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.xlsx", help="Write a workbook to answer in."
)


@click.group(name="review")
def command() -> None:
    """Decide hits in Excel and take the decisions in; check, list and sample them.

    Answer a report in the yellow columns of its sheet Hits, then import it. A false positive stays cleared for the
    same party and target until something that matters changes. Where the policy asks for four eyes, a decision
    counts once a second person has agreed.
    """


@command.command(name="import")
@click.argument("workbook", type=click.Path(path_type=Path, dir_okay=False), metavar="REPORT.xlsx")
@click.option("--dry-run", is_flag=True, help="Say what would be recorded, and record nothing.")
@as_option
@json_option
@click.pass_context
def import_command(context: click.Context, workbook: Path, *, dry_run: bool, person: str | None, json: bool) -> None:
    """Take in the answers of a report, of a list of pending checks, or of a sample.

    The report is known by its hidden keys, as Excel or LibreOffice saved it; rows may be sorted, filtered and
    deleted. What was recorded before is not recorded again. A row that cannot be taken is told with its column
    and how to mend it, and the others are recorded, all together.

    \b
    Exit codes: 0 done; 1 the workbook is refused, or a row was; 2 usage.
    """
    from sanctions.commands.review_importing import import_checks, import_decisions
    from sanctions.workbook.reading_back import read_back

    ruling, actor = _acting(context, person)
    book = read_back(workbook, ("Disposition", "Check"))
    take = import_checks if any(row.key.startswith("decision:") for row in book.rows) else import_decisions
    outcome = take(ruling, actor, book, dry=dry_run)
    _tell(context, outcome, dry_run=dry_run, json=json)


def _tell(context: click.Context, outcome: Outcome, *, dry_run: bool, json: bool) -> None:
    """Say what was recorded and what was not, and end with 1 where anything was rejected."""
    if json:
        emit_json({"schema": IMPORT_SCHEMA, "dry_run": dry_run, **outcome.document})
    for line in outcome.lines:
        (note if json else click.echo)(line)
    for line in outcome.problems:
        note(line)
    context.exit(1 if outcome.rejected else 0)


@command.command(name="decide")
@click.argument("hit", metavar="SCREENING/KEY")
@click.option("--disposition", required=True, metavar="WORD", help="true match, false positive, undetermined or escalate.")
@click.option("--code", default="", metavar="CODE", help="The reason's code, as in the workbook's drop-down.")
@click.option("--rationale", default="", metavar="TEXT", help="Why, in words.")
@click.option("--review-on", default="", metavar="DATE", help="When a cleared hit opens again by itself.  [default: the policy's]")
@as_option
@json_option
@click.pass_context
def decide_command(
    context: click.Context, hit: str, *, disposition: str, code: str, rationale: str, review_on: str, person: str | None, json: bool
) -> None:
    """Decide one hit without a workbook; 'sanctions review open' names the hits.

    \b
    Exit codes: 0 done; 1 it cannot be recorded so; 2 usage, or no such hit.
    """
    from sanctions.commands.review_importing import decide_hit

    ruling, actor = _acting(context, person)
    given = {"disposition": disposition, "code": code, "rationale": rationale, "review_on": review_on}
    outcome = decide_hit(ruling, actor, hit, given)
    _tell(context, outcome, dry_run=False, json=json)


@command.command(name="pending")
@_WORKBOOK
@json_option
@click.pass_context
def pending_command(context: click.Context, output: Path | None, *, json: bool) -> None:
    """List the decisions that a second person must check, oldest first.

    With -o they are written as a workbook; the checker answers there and imports it.
    """
    from sanctions.ledger import Ledger
    from sanctions.review import Register, decision_document

    now = datetime.now(UTC)
    with Ledger.open(ruling_of(context).home, write=False) as ledger:
        waiting = Register.of(ledger).awaiting()
    if output:
        intro = (f"{len(waiting):,} decisions await a second person's check, as of {now:%Y-%m-%d %H:%M} UTC; the oldest first.",)
        _write(waiting, output, "Decisions that await a check", intro, now)
    if json:
        told = [{**decision_document(one), "age_days": (now - one.at).days} for one in waiting]
        emit_json({"schema": PENDING_SCHEMA, "pending": told})
    elif not output:
        for one in waiting:
            click.echo(f"{one.seq:>6}  {(now - one.at).days:>3} d  {one.body.band:8} {_pair(one.body)}\n        {one.sentence()}")
        note(f"{len(waiting):,} decisions await a second person's check" if waiting else "No decision awaits a check.")


@command.command(name="open")
@click.option("--screening", metavar="ID", help="Only the hits of this screening.")
@json_option
@click.pass_context
def open_command(context: click.Context, screening: str | None, *, json: bool) -> None:
    """List the alerts that nobody has decided, with their age in days, oldest first."""
    from sanctions.ledger import Ledger
    from sanctions.review import undecided

    with Ledger.open(ruling_of(context).home, write=False) as ledger:
        waiting = undecided(ledger, datetime.now(UTC), screening=screening)
    if json:
        names = ("screening", "key", "party", "name", "role", "entity", "listed", "score", "band", "found", "state")
        told = [{**{name: getattr(one, name) for name in names}, "age_days": one.age} for one in waiting]
        emit_json({"schema": OPEN_SCHEMA, "open": told})
        return
    for one in waiting:
        state = "" if one.state == "open" else f"  ({one.state})"
        click.echo(f"{one.age:>4} d  {one.score:.2f} {one.band:8}  {_asked(one.name, one.party)}  →  {one.listed} ({one.entity}){state}")
        click.echo(f"        {one.screening}/{one.key}")
    note(f"{len(waiting):,} alerts are undecided" if waiting else "Every alert is decided.")


@command.command(name="approve")
@click.argument("decisions", nargs=-1, required=True, type=click.IntRange(min=1), metavar="ENTRY...")
@click.option("--return", "returned", is_flag=True, help="Do not agree: the hit is open again. Needs --note.")
@click.option("--note", "remark", default="", metavar="TEXT", help="What the checker has to say.")
@as_option
@json_option
@click.pass_context
def approve_command(
    context: click.Context, decisions: tuple[int, ...], *, returned: bool, remark: str, person: str | None, json: bool
) -> None:
    """Check decisions by the numbers of their entries, as 'sanctions review pending' lists them.

    Nobody checks a decision that they made or brought in.

    \b
    Exit codes: 0 done; 1 one of them cannot be checked so, the others are recorded; 2 usage.
    """
    from sanctions.ledger import Ledger
    from sanctions.review.checking import GivenCheck, record_checks

    ruling, actor = _acting(context, person)
    given = [GivenCheck(decision=seq, verdict="returned" if returned else "agreed", note=remark.strip()) for seq in decisions]
    with Ledger.open(ruling.home) as ledger:
        note_policy(ledger, ruling.policy, actor.name)
        done = record_checks(ledger, given, ruling.policy, actor)
    if json:
        emit_json({"schema": CHECK_SCHEMA, "recorded": done.new, "unchanged": done.unchanged, "refused": done.refused})
    else:
        for one in done.new:
            click.echo(f"decision {one.decision:,} {one.verdict} by {actor.told}")
        if done.unchanged:
            click.echo(f"{done.unchanged:,} recorded before")
    for line in (*done.notes, *done.refused):
        note(line)
    context.exit(1 if done.refused else 0)


@command.command(name="sample")
@click.option("--n", "n", type=click.IntRange(min=1), required=True, help="How many decisions to draw.")
@click.option("--seed", type=int, required=True, help="The same seed draws the same sample of the same ledger.")
@click.option("--disposition", default="false positive", show_default=True, metavar="WORD", help='Of which decisions; "all" for all.')
@_WORKBOOK
@json_option
@click.pass_context
def sample_command(context: click.Context, *, n: int, seed: int, disposition: str, output: Path | None, json: bool) -> None:
    """Draw decisions at random for the second line to test.

    With -o they are written as a workbook to answer in; what its tester returns there is open again once it is
    imported. The draw can be repeated: population, number and seed are written with it.
    """
    from sanctions.ledger import Ledger
    from sanctions.review import Register, decision_document
    from sanctions.review.checking import sample_of
    from sanctions.review.words import DISPOSITIONS

    if disposition not in (*DISPOSITIONS, "all"):
        raise click.UsageError(f"--disposition: {disposition!r} is none of {', '.join(DISPOSITIONS)}, all.")
    now = datetime.now(UTC)
    with Ledger.open(ruling_of(context).home, write=False) as ledger:
        sample = sample_of(Register.of(ledger), n, seed, disposition=None if disposition == "all" else disposition)
    drawn = f"{len(sample.decisions):,} of {sample.population:,} decisions in force ({disposition}), drawn at random with seed {seed}"
    if output:
        intro = (f"{drawn}, on {now:%Y-%m-%d}.", f"SHA-256 of the population's entry numbers: {sample.digest}")
        _write(list(sample.decisions), output, "Sample of decisions for testing", intro, now)
    if json:
        head = {"population": sample.population, "digest": sample.digest, "seed": seed, "disposition": disposition}
        emit_json({"schema": SAMPLE_SCHEMA, **head, "sample": [decision_document(one) for one in sample.decisions]})
    elif not output:
        for one in sample.decisions:
            click.echo(f"{one.seq:>6}  {one.body.band:8} {_pair(one.body)}\n        {one.sentence()}")
    note(drawn)


def _acting(context: click.Context, person: str | None) -> tuple[Ruling, Actor]:
    from sanctions.review.people import actor_of

    ruling = ruling_of(context)
    return ruling, actor_of(ruling.policy, system_user(), person)


def _pair(body: Any) -> str:
    return f"{_asked(body.name, body.party)}  →  {body.listed} ({body.entity})"


def _asked(name: str, party: str) -> str:
    """ "Name [id]"; a party that was asked by a number alone has no name."""
    return f"{name} [{party}]" if name else f"[{party}]"


def _write(decisions: list[Any], output: Path, title: str, intro: tuple[str, ...], now: datetime) -> None:
    from sanctions.workbook.checks import write_checks

    if output.suffix.lower() != ".xlsx":
        raise click.UsageError(f"-o {output}: the name must end in .xlsx.")
    write_checks(decisions, output, title=title, intro=intro, now=now)
    note(f"written: {output}")
