"""What scans proposed for a case, and what a person makes of it. Commands of the group ``sanctions case``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sanctions.commands.case_adding import add_graded, graded
from sanctions.commands.case_shared import case_argument, moment, read
from sanctions.commands.shared import emit_json, json_option

SCHEMA = "sanctions.candidates/1"


@click.command(name="candidates")
@case_argument
@click.option("--all", "settled", is_flag=True, help="Show those that were confirmed or dismissed, too.")
@json_option
@click.pass_context
def candidates_command(context: click.Context, folder: Path, *, settled: bool, json: bool) -> None:
    """Show the candidate facts that scans made and nobody has confirmed or dismissed."""
    import msgspec

    from sanctions.casework.candidates import Settled, read_candidates

    read(context, folder)
    found = [one for one in read_candidates(folder) if settled or one.state is Settled.OPEN]
    if json:
        emit_json({"schema": SCHEMA, "candidates": msgspec.to_builtins(found)})
        return
    for one in found:
        state = "" if one.state is Settled.OPEN else f"  [{one.state} by {one.by}{f', as {one.fact}' if one.fact else ''}]"
        times = f", {one.times} times" if one.times > 1 else ""
        click.echo(f"{one.id}  {one.exhibit}, {one.place}{times}: “{one.mention}”  →  {one.name} ({one.entity}) {one.score:.4f}{state}")
        click.echo(f"    {one.sentence}")
    if not found:
        click.echo("No candidate waits. Find some with: sanctions scan FILE --into CASE")


@click.command(name="confirm")
@case_argument
@click.argument("candidate")
@click.option("--statement", default="", metavar="TEXT", help="What is stated, in your own words.  [default: the sentence, as a quotation]")
@click.option("--by", default="", metavar="NAME", help="Who read the place and confirms it.  [default: the case's first person]")
@graded
@click.pass_context
def confirm_command(
    context: click.Context, /, folder: Path, candidate: str, *, statement: str, by: str, key: str, remark: str, **given: Any
) -> None:
    """Make a fact of a candidate, once you have read the place: CASE C1 --source … --reliability B --credibility 3 --stance for."""
    from sanctions.casework.candidates import Settled, find_candidate, settle

    found = read(context, folder)
    one = find_candidate(folder, candidate)
    given |= {"statement": statement or one.statement, "exhibits": (one.exhibit,)}
    remark = remark or f"{one.place}: “{one.mention}” taken for {one.name} ({one.entity}), found by a scan at {one.score:.4f}."
    fact = add_graded(context, found, key, remark, given)
    settle(folder, candidate, Settled.CONFIRMED, by or found.case.people[0].name, moment(), fact=fact.id)
    click.echo(f"{candidate}: confirmed as {fact.id} ({fact.grade_words}).")
    click.echo(f"Tie it to the law with: sanctions case link {folder} {fact.id} …")


@click.command(name="dismiss")
@case_argument
@click.argument("candidate")
@click.option("--why", required=True, metavar="TEXT", help="Why it is none: another person of that name, a homonym.")
@click.option("--by", default="", metavar="NAME", help="Who dismisses it.  [default: the case's first person]")
@click.pass_context
def dismiss_command(context: click.Context, folder: Path, candidate: str, *, why: str, by: str) -> None:
    """Keep a candidate as dismissed, with the reason."""
    from sanctions.casework.candidates import Settled, settle

    found = read(context, folder)
    settle(folder, candidate, Settled.DISMISSED, by or found.case.people[0].name, moment(), why=" ".join(why.split()))
    click.echo(f"{candidate}: dismissed.")
