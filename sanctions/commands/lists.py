"""``sanctions lists``: what is held of each list, how old it is, and whether it can be relied on."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from textwrap import wrap
from typing import Any

import click

from sanctions.catalogue import Catalogue
from sanctions.commands.copies import history_command, prune_command, quarantine_command, verify_command
from sanctions.commands.shared import catalogue_of, emit_json, home_of, json_option
from sanctions.home import Home

SCHEMA = "sanctions.lists/1"
_HEADER = ("KEY", "PUBLISHER", "ENTRIES", "PUBLISHED", "RETRIEVED", "AGE", "STATE")
_RIGHT = {2, 5}
_LONGEST_PUBLISHER = 26
_WIDTH = 100


@click.command(name="show", hidden=True)
@click.argument("keys", metavar="[LIST]...", nargs=-1)
@json_option
@click.pass_context
def show_command(context: click.Context, keys: tuple[str, ...], *, json: bool) -> None:
    """Show the lists: what ``sanctions lists`` does without a word of the group."""
    home = home_of(context)
    catalogue = catalogue_of(home)
    rows = describe(home, catalogue, keys or tuple(catalogue), datetime.now(UTC))
    orphaned = [] if keys else undefined(home, catalogue)
    if json:
        emit_json({"schema": SCHEMA, "lists": rows, "undefined": orphaned})
        return
    for line in table(rows):
        click.echo(line)
    for key in orphaned:
        click.echo(f"{key}: copies are held, but the list is no longer defined")


class ListsGroup(click.Group):
    """A group that shows the lists unless its first word is one of its commands: ``sanctions lists un_sc`` needs no verb."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [show_command.name or "", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[LIST]... [OPTIONS]")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        show_command.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(name="lists", cls=ListsGroup)
def command() -> None:
    """Show the lists: publisher, entries, dates, age, state.

    The age is the time since the publisher was last known to offer the copy held. The state is "current",
    "stale", "shrunken" (fewer entries than the list has), "frozen" (given up by its publisher) or "missing";
    the lines below the table say why.
    """


command.add_command(show_command)
for each in (history_command, verify_command, prune_command, quarantine_command):
    command.add_command(each)


def undefined(home: Home, catalogue: Catalogue) -> list[str]:
    """Lists of which copies are held though nothing defines them any more."""
    from sanctions.acquisition.snapshots import SnapshotStore

    return [key for key in SnapshotStore(home, catalogue).held() if key not in catalogue]


def describe(home: Home, catalogue: Catalogue, keys: tuple[str, ...], now: datetime) -> list[dict[str, Any]]:
    """One mapping a list, as ``--json`` prints it."""
    from sanctions.acquisition.health import coverage
    from sanctions.acquisition.moments import age
    from sanctions.acquisition.snapshots import SnapshotStore

    store, rows = SnapshotStore(home, catalogue), []
    for cover in coverage(store, catalogue, keys, now):
        definition, snapshot, state = catalogue[cover.list], store.current(cover.list), store.state(cover.list)
        rows.append({
            "key": cover.list,
            "title": cover.title,
            "publisher": cover.publisher,
            "entries": cover.entries,
            "published": cover.published,
            "retrieved": cover.retrieved,
            "confirmed": state.confirmed,
            "age": age(now - state.confirmed) if snapshot and state.confirmed else None,
            "sha256": cover.sha256,
            "state": cover.status,
            "note": cover.note,
            "format": snapshot.format if snapshot else None,
            "origin": snapshot.origin if snapshot else None,
            "names": snapshot.names if snapshot else None,
            "copies": len(store.history(cover.list)),
            "unread": sum(snapshot.unread.values()) if snapshot else None,
            "orphans": sum(snapshot.orphans.values()) if snapshot else None,
            "last_error": state.error,
            "proof": definition.proof,
            "overlay": definition.overlay,
        })  # fmt: skip
    return rows


def table(rows: list[dict[str, Any]]) -> list[str]:
    """The rows as aligned lines no wider than 100 columns, then the notes; one that is the same of many lists stands once."""
    cells = [_HEADER, *(_cells(row) for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(_HEADER))]
    lines = ["  ".join(_pad(cell, widths[i], i) for i, cell in enumerate(row)).rstrip() for row in cells]
    notes = [line for note in _all_notes(rows) for line in wrap(note, _WIDTH, subsequent_indent="    ")]
    return [*lines, "", *notes] if notes else lines


def _pad(cell: str, width: int, column: int) -> str:
    return cell.rjust(width) if column in _RIGHT else cell.ljust(width)


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        row["key"],
        _short(row["publisher"]),
        "-" if row["entries"] is None else f"{row['entries']:,}",
        row["published"] or "-",
        f"{row['retrieved']:%Y-%m-%d}" if row["retrieved"] else "-",
        row["age"] or "-",
        row["state"],
    )


def _short(publisher: str) -> str:
    """A publisher's name for a narrow column: whole if it fits, else its abbreviation in brackets, else cut."""
    if len(publisher) <= _LONGEST_PUBLISHER:
        return publisher
    abbreviations: list[str] = re.findall(r"\(([^()]{2,26})\)", publisher)
    return abbreviations[-1] if abbreviations else publisher[: _LONGEST_PUBLISHER - 1].rstrip() + "…"


def _all_notes(rows: list[dict[str, Any]]) -> list[str]:
    """What is to be said of one list, list by list; then each sentence that holds for several, with their keys."""
    told: dict[str, list[str]] = {}
    for row in rows:
        for note in _notes(row):
            told.setdefault(note.replace(f"sanctions refresh {row['key']}", "sanctions refresh KEY"), []).append(row["key"])
    alone = [(keys[0], note.replace("refresh KEY", f"refresh {keys[0]}")) for note, keys in told.items() if len(keys) == 1]
    alone.sort(key=lambda each: each[0])
    return [f"{key}: {note}" for key, note in alone] + [f"{', '.join(keys)}: {note}" for note, keys in told.items() if len(keys) > 1]


def _notes(row: dict[str, Any]) -> list[str]:
    notes = [row["note"]] if row["note"] else []
    if row["proof"] == "sample":
        notes.append("layout from a sample: not yet proven on a whole copy")
    if row["overlay"]:
        notes.append("defined in your own lists folder")
    return notes
