"""``sanctions case``: keep a case, see what its facts show of the law, write its report and its packet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanctions.commands.case_adding import add_exhibit_command, add_fact_command, init_command, link_command
from sanctions.commands.case_candidates import candidates_command, confirm_command, dismiss_command
from sanctions.commands.case_shared import case_argument, default_day, derived, find_on_lists, load, moment, read
from sanctions.commands.shared import emit_json, json_option, note
from sanctions.errors import UsageError

if TYPE_CHECKING:
    from sanctions.casework.checking import Verdict

VERIFY_SCHEMA = "sanctions.case-verify/1"


@click.group(name="case")
def command() -> None:
    """Keep a case: exhibits, facts, what they show of the law, report and packet.

    A case is a folder that a person can read. Nothing here says that anybody is guilty: it says which question
    of the law is answered by which statement, and what is missing. Not legal advice.
    """


for _added in (
    init_command, add_exhibit_command, add_fact_command, link_command, candidates_command, confirm_command, dismiss_command,
):  # fmt: skip
    command.add_command(_added)


def _days(context: click.Context, parameter: click.Parameter, values: tuple[datetime, ...]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(value.date() for value in values))


as_of_option = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    multiple=True,
    callback=_days,
    metavar="DATE",
    help="The law and the facts of that day. May be repeated.  [default: the case's as_of, else today]",
)
no_lists_option = click.option("--no-lists", is_flag=True, help="Do not search the lists held.")


@command.command(name="assess")
@case_argument
@as_of_option
@no_lists_option
@json_option
@click.pass_context
def assess_command(context: click.Context, folder: Path, *, as_of: tuple[date, ...], no_lists: bool, json: bool) -> None:
    """Say how each provision in scope stands: element by element, by which facts, and what would close each gap.

    With several dates, a table of provisions by date.
    """
    from sanctions.casework.assessing import assess
    from sanctions.casework.exhibits import check
    from sanctions.casework.machine import case_document
    from sanctions.commands.case_words import assessment_lines, head_lines, listing_lines, table_lines

    found, frameworks = read(context, folder), load(context)
    check(folder)
    listings = None if no_lists else find_on_lists(context, found)
    dates = listings.listed_on if listings else {}
    assessments = [assess(found, frameworks, on, dates) for on in as_of or (default_day(found),)]
    if json:
        emit_json(case_document(found, assessments, listings))
        return
    for line in head_lines(found):
        click.echo(line)
    lines = assessment_lines(assessments[0]) if len(assessments) == 1 else iter(["", *table_lines(assessments)])
    for line in (*lines, *(() if no_lists else listing_lines(listings))):
        click.echo(line)


@command.command(name="report")
@case_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="REPORT",
    help="Where to write: .xlsx or .json.",
)
@as_of_option
@click.pass_context
def report_command(context: click.Context, folder: Path, *, output: Path, as_of: tuple[date, ...]) -> None:
    """Write the due-diligence report of a case as a workbook, or as JSON."""
    from sanctions.casework.exhibits import check

    if output.suffix.lower() not in (".xlsx", ".json"):
        raise UsageError(f"{output}: the report is written as .xlsx or .json; give a name that ends so.")
    found = read(context, folder)
    check(folder)
    on = as_of or (default_day(found),)
    derived(context, found, on, find_on_lists(context, found), **{output.suffix.lower()[1:]: output})
    click.echo(f"{output}: report of the case {found.case.id}, as of {', '.join(map(str, on))}. A guide, not legal advice.")


@command.command(name="pack")
@case_argument
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="PACKET", help="Where to write: CASE.zip."
)
@click.option("--by", default="", metavar="NAME", help="Who packs it.  [default: the case's first person]")
@click.option("--sign", "key", default="", metavar="KEY", help="Sign it with your own key: the path of an SSH key, or gpg:KEYID.")
@as_of_option
@click.pass_context
def pack_command(context: click.Context, folder: Path, *, output: Path, by: str, key: str, as_of: tuple[date, ...]) -> None:
    """Write the case as an evidence packet: a BagIt bag in a ZIP, with originals, report, JSON, custody log, index.

    What redactions.toml says is replaced in every text, and in the report and JSON made from it; the whole case is then
    written beside it, as a packet of its own to be kept apart.

    A signature is a file of its own, PACKET.sig or PACKET.asc, made by your ssh-keygen or gpg; send it along.
    """
    from sanctions.casework.packet import MACHINE, WORKBOOK, pack
    from sanctions.casework.reading import read_case
    from sanctions.casework.signing import sign

    found, frameworks = read(context, folder), load(context)
    on, listings = as_of or (default_day(found),), find_on_lists(context, found)

    def derive(stage: Path) -> None:
        copy = read_case(stage, frameworks)
        names = find_on_lists(context, copy) if copy.case != found.case else listings
        derived(context, copy, on, names, json=stage / MACHINE, xlsx=stage / WORKBOOK)

    packed = pack(found, output, by=by or found.case.people[0].name, now=moment(), derive=derive)
    click.echo(f"{packed.path}: {packed.files:,} files, sha256 {packed.sha256}")
    for one in packed.redactions:
        click.echo(f"  redacted: {one.file} ({', '.join(one.rules)}): {one.what}")
    for name in packed.unsearched:
        note(f"  NOT SEARCHED for redactions, since it is no text: {name}. Look at it, and name it in a rule if it must not go out.")
    if packed.apart:
        click.echo(f"{packed.apart}: the whole, unredacted. Keep it apart.")
    if key:
        click.echo(f"{sign(packed.path, key)}: the signature over it. Send it along.")


@command.command(name="verify")
@click.argument("packet", type=click.Path(path_type=Path))
@click.option(
    "--signature",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The signature over the packet.  [default: PACKET.sig or PACKET.asc, if it is there]",
)
@click.option(
    "--signers",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Whose SSH keys are whose: an allowed-signers file of OpenSSH.",
)
@json_option
@click.pass_context
def verify_command(context: click.Context, packet: Path, *, signature: Path | None, signers: Path | None, json: bool) -> None:
    """Check a packet (a ZIP or a folder) or a case folder, and say in words what is proved and what is not.

    A signature beside the packet is checked with your ssh-keygen or gpg. The exit code is 1 if anything is wrong.
    """
    verdict = _verdict(packet, signature, signers)
    if json:
        emit_json(
            {
                "schema": VERIFY_SCHEMA,
                "packet": str(packet),
                "sound": verdict.sound,
                **{k: getattr(verdict, k) for k in ("faults", "proved", "not_proved")},
            }
        )
    else:
        click.echo(f"{packet}: " + ("sound." if verdict.sound else "NOT SOUND. Do not rely on it."))
        for label, sentences in (("Wrong", verdict.faults), ("Proved", verdict.proved), ("Not proved", verdict.not_proved)):
            for sentence in sentences:
                click.echo(f"  {label}: {sentence}")
    if not verdict.sound:
        context.exit(1)


def _verdict(packet: Path, signature: Path | None, signers: Path | None) -> Verdict:
    from sanctions.casework.checking import verify, verify_case

    return verify_case(packet) if (packet / "case.toml").is_file() else verify(packet, signature=signature, signers=signers)
