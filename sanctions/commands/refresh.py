"""``sanctions refresh``: fetch the lists, or take them from a file, folder or ZIP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.bars import bars
from sanctions.commands.shared import catalogue_of, emit_json, home_of, json_option, note

if TYPE_CHECKING:
    from sanctions.acquisition.refresh import Options, Outcome
    from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
    from sanctions.catalogue import ListDefinition

SCHEMA = "sanctions.refresh/1"


@click.command(name="refresh")
@click.argument("keys", metavar="[LIST]...", nargs=-1)
@click.option(
    "--from",
    "path",
    type=click.Path(path_type=Path, exists=True),
    metavar="PATH",
    help="Take the list from a file, a folder or a ZIP instead.",
)
@click.option("--retrieved-at", metavar="TIME", help="With --from: when the copy was retrieved (ISO 8601, UTC), for copies of the past.")
@click.option("--accept-shrunken", is_flag=True, help="Take a copy with far fewer entries than the one before.")
@click.option("--allow-older", is_flag=True, help="Take a copy that was published before the one held.")
@click.option(
    "--wait", type=click.FloatRange(min=0), default=15.0, show_default=True, metavar="SECONDS", help="How long to wait for another refresh."
)
@json_option
@click.pass_context
def command(
    context: click.Context,
    *,
    keys: tuple[str, ...],
    path: Path | None,
    retrieved_at: str | None,
    accept_shrunken: bool,
    allow_older: bool,
    wait: float,
    json: bool,
) -> None:
    """Fetch the lists, or take them from a file, folder or ZIP.

    Without LIST all lists are refreshed. Each copy is checked (format, number of entries, date) before it
    becomes the current one, and is never changed afterwards; a list that fails stays on its last good copy.

    \b
    Exit codes: 0 all done; 1 a list failed and stays on its last good copy;
    3 a list asked for failed and there is no copy of it at all.
    """
    from sanctions.acquisition.intake import Permissions
    from sanctions.acquisition.refresh import Options
    from sanctions.acquisition.snapshots import SnapshotStore

    home = home_of(context)
    catalogue = catalogue_of(home)
    definitions = [catalogue[key] for key in dict.fromkeys(keys)] or list(catalogue.values())
    store = SnapshotStore(home, catalogue)
    stated = _stated(retrieved_at, path)
    with bars() as progress:
        options = Options(
            clock=lambda: datetime.now(UTC),
            stated=stated,
            allowed=Permissions(shrunken=accept_shrunken, older=allow_older),
            lock_wait=wait,
            progress=progress,
        )
        outcomes = []
        for outcome in _outcomes(store, definitions, path, options, named=bool(keys)):
            outcomes.append(outcome)
            progress.clear()
            if not json:
                say(outcome, options.clock())
    if json:
        emit_json({"schema": SCHEMA, "lists": [document(outcome) for outcome in outcomes]})
    context.exit(exit_code(outcomes, named=bool(keys)))


def _stated(retrieved_at: str | None, path: Path | None) -> datetime | None:
    from sanctions.acquisition.moments import parse_moment
    from sanctions.errors import UsageError

    if retrieved_at is None:
        return None
    if path is None:
        raise UsageError("--retrieved-at belongs to --from: what is downloaded now is retrieved now.")
    stated = parse_moment(retrieved_at)
    if stated > datetime.now(UTC):
        raise UsageError(f"--retrieved-at {retrieved_at} lies in the future.")
    return stated


def _outcomes(
    store: SnapshotStore, definitions: list[ListDefinition], path: Path | None, options: Options, *, named: bool
) -> Iterator[Outcome]:
    if path is None:
        from sanctions.acquisition.refresh import download

        return download(store, definitions, options)
    from sanctions.acquisition.taking import take

    return take(store, definitions, path, options, named=named)


def exit_code(outcomes: list[Outcome], *, named: bool) -> int:
    """0 all done; 1 something failed; 3 a list that was asked for (or every list) failed and no copy of it is held."""
    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    bare = [outcome for outcome in failed if outcome.held is None]
    if bare and (named or len(bare) == len(outcomes)):
        return 3
    nothing = all(outcome.status == "absent" for outcome in outcomes)
    return 1 if failed or nothing else 0


def say(outcome: Outcome, now: datetime) -> None:
    """One line for what came of a list (failures on stderr), and below it what an officer should know of the copy."""
    line = f"{outcome.list:<16}  {sentence(outcome, now)}"
    if outcome.status in {"refreshed", "unchanged"}:
        click.echo(line)
    else:
        note(line)
    for remark in remarks(outcome):
        note(f"{'':<16}  note: {remark}")


def sentence(outcome: Outcome, now: datetime) -> str:
    """The outcome in words, without the list's key."""
    from sanctions.acquisition.moments import age, count

    if outcome.status == "failed":
        return f"FAILED: {outcome.sentence} {_still_on(outcome, now)}"
    if outcome.status == "absent" or outcome.snapshot is None:
        return f"left as it is: {outcome.sentence}"
    copy = outcome.snapshot
    words = [count(copy.entries, "entry", "entries")]
    if copy.published:
        words.append(f"published {copy.published}")
    if outcome.status == "unchanged":
        words.append(f"held since {copy.retrieved:%Y-%m-%d}" + (f" ({age(now - copy.retrieved)})" if not copy.stated else ""))
    words.append(f"sha256 {copy.sha256[:12]}…")
    line = f"{outcome.status:<9}  {', '.join(words)}"
    if outcome.held and outcome.held.folder != copy.folder:
        line += f"; kept as history, the current copy is that of {outcome.held.retrieved:%Y-%m-%d}"
    return line


def _still_on(outcome: Outcome, now: datetime) -> str:
    from sanctions.acquisition.moments import age

    if outcome.held is None:
        return "There is no copy of this list."
    return f"Still on the copy of {outcome.held.retrieved:%Y-%m-%d} ({age(now - outcome.held.retrieved)} old)."


def remarks(outcome: Outcome) -> list[str]:
    """What an officer should know of a copy that was taken: what it lacks, and what of it was not read."""
    from sanctions.acquisition.moments import count

    found = list(outcome.notes)
    copy = outcome.snapshot if outcome.status == "refreshed" else None
    if copy is None:
        return found
    if copy.missing:
        found.append(f"the copy lacks {', '.join(copy.missing)} (give the folder that holds the whole set to have them)")
    if copy.orphans:
        found.append(
            "rows that belong to no entry of the copy: " + ", ".join(f"{name} {number:,}" for name, number in copy.orphans.items())
        )
    if copy.unread:
        most = sorted(copy.unread.items(), key=lambda item: (-item[1], item[0]))
        more = f", and {len(most) - 5:,} more" if len(most) > 5 else ""
        found.append("fields or values that no rule reads: " + ", ".join(f"{name} ({number:,})" for name, number in most[:5]) + more)
    if copy.problems:
        found.append(f"{count(copy.problems, 'value')} could not be read; the publisher's record keeps them")
    if copy.allowed:
        found.append(f"taken although {' and '.join(copy.allowed)}")
    return found


def document(outcome: Outcome) -> dict[str, Any]:
    """One outcome as ``--json`` prints it. ``snapshot`` is the copy taken or confirmed, ``held`` the current one afterwards."""
    return {
        "key": outcome.list,
        "status": outcome.status,
        "error": outcome.sentence if outcome.status == "failed" else None,
        "note": outcome.sentence if outcome.status == "absent" else None,
        "snapshot": _copy(outcome.snapshot),
        "held": _copy(outcome.held),
        "remarks": remarks(outcome),
    }


def _copy(snapshot: Snapshot | None) -> dict[str, Any] | None:
    if snapshot is None:
        return None
    names = (
        "sha256",
        "format",
        "entries",
        "declared",
        "published",
        "retrieved",
        "loaded",
        "stated",
        "origin",
        "missing",
        "orphans",
        "unread",
        "allowed",
    )
    return {name: getattr(snapshot, name) for name in names}
