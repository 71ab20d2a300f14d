"""``sanctions audit``: prove that the ledger is as it was written, read it, take it out, prune it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.shared import emit_json, home_of, json_option, note

if TYPE_CHECKING:
    from sanctions.ledger import Entry, Head, Ledger, Verification

VERIFY_SCHEMA = "sanctions.audit-verify/1"
LOG_SCHEMA = "sanctions.audit-log/1"


@click.group(name="audit")
def command() -> None:
    """Verify, read and export the ledger of what was screened and decided.

    Every entry carries the hash of the one before, and the last one's hash stands in the file ledger.head:
    nothing can be changed, removed or cut off unnoticed.
    """


@command.command(name="verify")
@click.option("--anchor", "anchors", multiple=True, metavar="SEQ:HASH", help="A head that was noted elsewhere. May be repeated.")
@json_option
@click.pass_context
def verify_command(context: click.Context, anchors: tuple[str, ...], *, json: bool) -> None:
    """Walk the chain and name the first bent row.

    Note the head that this prints where nobody who can write to the home can change it (in a letter, a
    ticket, another machine): with --anchor it proves that even the whole file was not rewritten.

    \b
    Exit codes: 0 intact; 1 something is bent; 2 usage.
    """
    from sanctions.ledger import verify

    home = home_of(context)
    found = verify(home, tuple(map(_anchor, anchors)))
    if json:
        emit_json(_verification(found))
    elif found.intact:
        click.echo(_intact(found))
    else:
        click.echo(f"BENT: {found.problem}")
        click.echo(f"  {found.entries:,} entries before that are as they were recorded. The file is {home.ledger}.")
    if not json:
        for text in found.notes:
            note(f"  note: {text}")
    context.exit(0 if found.intact else 1)


def _anchor(text: str) -> Head:
    from sanctions.ledger.chain import parse_head

    head = parse_head(text)
    if head is None:
        raise click.UsageError(f"--anchor: {text!r} is no head; write SEQ:HASH as 'sanctions audit verify' prints it.")
    return head


def _intact(found: Verification) -> str:
    from sanctions.acquisition.moments import count

    if found.head is None:
        return "intact: the ledger is empty"
    return f"intact: {count(found.entries, 'entry', 'entries')}, {found.first:,} to {found.head.seq:,}\nhead: {found.head}"


def _verification(found: Verification) -> dict[str, Any]:
    return {
        "schema": VERIFY_SCHEMA,
        "intact": found.intact,
        "entries": found.entries,
        "first": found.first,
        "head": str(found.head) if found.head else None,
        "problem": found.problem,
        "at": found.at,
        "notes": list(found.notes),
    }


@command.command(name="log")
@click.option("--kind", metavar="KIND", help="Only this kind: screening, hit, policy, refresh, pruning …")
@click.option("--subject", metavar="SUBJECT", help="Only what is about this: a screening's id, a policy's hash.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the newest N.")
@json_option
@click.pass_context
def log_command(context: click.Context, kind: str | None, subject: str | None, last: int | None, *, json: bool) -> None:
    """List the entries, oldest first: number, time, who, kind, what."""
    from collections import deque

    from sanctions.ledger import KINDS
    from sanctions.ledger.words import sentence

    if kind is not None and kind not in KINDS:
        raise click.UsageError(f"--kind: there is no kind {kind!r}; the kinds are {', '.join(KINDS)}.")
    with _reading(context) as ledger:
        entries = ledger.entries(kind=kind, subject=subject)
        found: Iterable[Entry] = deque(entries, last) if last else entries
        rows: list[dict[str, Any]] = [
            {"seq": e.seq, "time": e.time, "actor": e.actor, "kind": e.kind, "subject": e.subject, "words": sentence(e), "hash": e.hash}
            for e in found
        ]
    if json:
        emit_json({"schema": LOG_SCHEMA, "entries": rows})
        return
    for row in rows:
        click.echo(f"{row['seq']:>7}  {row['time'][:19]}Z  {row['actor']:<12}  {row['kind']:<11}  {row['words']}")
    if not rows:
        note("There is no such entry." if kind or subject else "The ledger is empty.")


@command.command(name="show")
@click.argument("seq", type=click.IntRange(min=1), metavar="SEQ")
@json_option
@click.pass_context
def show_command(context: click.Context, seq: int, *, json: bool) -> None:
    """Show one entry with its whole body."""
    import msgspec

    from sanctions.ledger.words import ENTRY_SCHEMA, sentence

    with _reading(context) as ledger:
        entry = ledger.entry(seq)
    if json:
        emit_json({"schema": ENTRY_SCHEMA, **_fields(entry), "body": msgspec.Raw(entry.body)})
        return
    for name, value in _fields(entry).items():
        click.echo(f"{name:<9} {value}")
    click.echo(f"{'words':<9} {sentence(entry)}\n")
    click.echo(msgspec.json.format(entry.body, indent=2).decode())


def _fields(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in ("seq", "kind", "time", "actor", "subject", "previous", "hash")}


@command.command(name="export")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write: .jsonl or .xlsx.  [default: JSON Lines on stdout]",
)
@click.pass_context
def export_command(context: click.Context, output: Path | None) -> None:
    """Write the whole ledger as JSON Lines or as a workbook.

    A line of JSON holds an entry with its hash and body; whoever has them all can walk the chain without this
    program. The workbook shows the beginning of long bodies; the lines have them whole.
    """
    from sanctions.ledger.words import line

    if output is not None and output.suffix.lower() not in (".jsonl", ".xlsx"):
        raise click.UsageError(f"-o {output}: the name must end in .jsonl or .xlsx.")
    with _reading(context) as ledger:
        head = ledger.head()
        if output is None:
            stream = sys.stdout.buffer
            for entry in ledger.entries():
                stream.write(line(entry) + b"\n")
            return
        if output.suffix.lower() == ".xlsx":
            from sanctions.workbook.ledger import write_ledger

            write_ledger(ledger.entries(), head, output)
        else:
            from sanctions.commands.exports import write_lines

            write_lines(output, (line(entry).decode() for entry in ledger.entries()))
    note(f"written: {output}  (head {head})")


@command.command(name="prune")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it stands in the ledger.")
@click.option("--dry-run", is_flag=True, help="Say what would be removed, and remove nothing.")
@click.pass_context
def prune_command(context: click.Context, reason: str, *, dry_run: bool) -> None:
    """Remove entries older than the policy's retention, and record that.

    Only the beginning of the chain can go, and the pruning is an entry itself. What is removed cannot be
    brought back; export the ledger first.

    \b
    Exit codes: 0 done, or nothing is that old; 1 the ledger is bent, so nothing is removed.
    """
    from sanctions.commands.ruling import ruling_of
    from sanctions.errors import StoreError
    from sanctions.ledger import Ledger

    ruling = ruling_of(context)
    before = _years_before(datetime.now(UTC), ruling.policy.rules.records.retention_years)
    with Ledger.open(ruling.home, write=not dry_run) as ledger:
        found = ledger.verify()
        if not found.intact:
            raise StoreError(f"Nothing is pruned, since the ledger is bent: {found.problem}")
        if dry_run:
            old = sum(1 for _ in _older(ledger, before))
            click.echo(f"{old:,} entries are older than {before:%Y-%m-%d} and would be removed")
            return
        entry = ledger.prune(before, ruling.actor, reason)
    if entry is None:
        click.echo(f"no entry is older than {before:%Y-%m-%d}; nothing was removed")
    else:
        body = entry.content
        click.echo(f"entries {body['first']:,} to {body['last']:,} removed, recorded as entry {entry.seq:,}")


def _older(ledger: Ledger, before: datetime) -> Iterator[Entry]:
    for entry in ledger.entries():
        if datetime.fromisoformat(entry.time) >= before:
            return
        yield entry


def _years_before(moment: datetime, years: int) -> datetime:
    """The same day so many years ago; 29 February becomes the 28th."""
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return moment.replace(year=moment.year - years, day=28)


def _reading(context: click.Context) -> Ledger:
    from sanctions.ledger import Ledger

    return Ledger.open(home_of(context), write=False)
