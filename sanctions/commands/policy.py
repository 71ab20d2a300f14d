"""``sanctions policy``: the rules of screening: written, shown, checked, and their changes recorded with a reason."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from sanctions.commands.ruling import note_policy, ruling_of, system_user
from sanctions.commands.shared import catalogue_of, emit_json, home_of, json_option, note

SCHEMA = "sanctions.policy/1"
_FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False, metavar="[FILE]")


@click.group(name="policy")
def command() -> None:
    """Write, show, check and record the screening policy.

    The policy is the file policy.toml in the home: thresholds, bands, weak aliases, mandatory lists, retention,
    four eyes, people. Without it the built-in policy holds, which has the same values as the file that init writes.
    """


@command.command(name="init")
@click.option("--force", is_flag=True, help="Write over a policy that is there.")
@click.pass_context
def init_command(context: click.Context, *, force: bool) -> None:
    """Write a policy.toml with every key, its default and what it means."""
    from sanctions.acquisition.disk import put_file, writing
    from sanctions.errors import UsageError
    from sanctions.policy import template

    path = home_of(context).policy
    if path.exists() and not force:
        raise UsageError(f"{path} is there already. Edit it, or write over it with --force.")
    with writing(path):
        put_file(path, template().encode())
    click.echo(f"written: {path}")
    note("Edit it, then run: sanctions policy check, and: sanctions policy record --reason '…'")


@command.command(name="show")
@_FILE
@json_option
@click.pass_context
def show_command(context: click.Context, file: Path | None, *, json: bool) -> None:
    """Show the policy in force, or that of FILE, as sentences, with when and why it last changed."""
    import msgspec

    from sanctions.ledger import Ledger
    from sanctions.policy import load_policy, terms

    home = home_of(context)
    policy = load_policy(home, file, lists=catalogue_of(home))
    with Ledger.open(home, write=False) as ledger:
        last = ledger.last("policy")
    known = last.content if last else {"sha256": None, "reason": None}
    recorded: dict[str, Any] = {
        "recorded": policy.sha256 == known["sha256"],
        "since": last.time if last else None,
        "by": last.actor if last else None,
        "reason": known["reason"],
    }
    if json:
        shown = {
            "name": policy.name,
            "sha256": policy.sha256,
            "terms": list(terms(policy.rules)),
            "rules": msgspec.to_builtins(policy.rules),
        }
        emit_json({"schema": SCHEMA, **shown, **recorded})
        return
    click.echo(policy.name + (f"  (sha256 {policy.sha256})" if policy.sha256 else "  (no policy.toml; 'sanctions policy init' writes one)"))
    for sentence in terms(policy.rules):
        click.echo(f"  {sentence}")
    if not recorded["recorded"]:
        note("  not yet recorded: run 'sanctions policy record --reason …', or the next screening records it without a reason")
    elif last is not None:
        note(f"  in force since {last.time[:10]}, recorded by {last.actor}: {known['reason']}")


@command.command(name="check")
@_FILE
@click.pass_context
def check_command(context: click.Context, file: Path | None) -> None:
    """Check the policy, or FILE, without using it, and say what a lawyer should look at.

    \b
    Exit codes: 0 it can be used; 1 it cannot, with a sentence for everything that is wrong.
    """
    from sanctions.policy import load_policy

    home = home_of(context)
    policy = load_policy(home, file, lists=catalogue_of(home))
    click.echo(f"{policy.name}: can be used")
    if policy.rules.records.retention_years < 10:
        note("  look at: [records] retention_years is below ten, which 31 CFR 501.601 asks of whoever it binds")
    if not policy.rules.lists.mandatory:
        note("  look at: [lists] mandatory is empty, so a missing list never stops an answer")
    if not policy.rules.four_eyes:
        note("  look at: [four_eyes] is empty, so that one person alone can clear a hit")
    elif not policy.rules.people:
        note("  look at: there are no [[people]], so that whoever gives another name with --as can check a decision")
    if not policy.rules.decisions.cleared_for_days:
        note("  look at: [decisions] cleared_for_days is 0, so that a cleared hit is never looked at again by itself")


@command.command(name="record")
@click.option("--reason", required=True, metavar="TEXT", help="Why the policy is as it is now.")
@json_option
@click.pass_context
def record_command(context: click.Context, reason: str, *, json: bool) -> None:
    """Record the policy in force in the ledger, with the reason of its change."""
    from sanctions.errors import UsageError
    from sanctions.ledger import Ledger

    if not reason.strip():
        raise UsageError("--reason: a change needs a reason in words.")
    ruling = ruling_of(context)
    with Ledger.open(ruling.home) as ledger:
        note_policy(ledger, ruling.policy, ruling.policy.name_of(system_user()), reason.strip())
        entry = ledger.last("policy")
    assert entry is not None
    if json:
        emit_json({"schema": SCHEMA, "seq": entry.seq, "time": entry.time, "sha256": ruling.policy.sha256, "reason": reason.strip()})
    else:
        click.echo(f"recorded as entry {entry.seq:,} at {datetime.fromisoformat(entry.time).astimezone(UTC):%Y-%m-%d %H:%M} UTC")
