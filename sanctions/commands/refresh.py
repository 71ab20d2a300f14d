"""``sanctions refresh``: fetch the lists, or take them from a file, folder or ZIP."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sanctions.commands.bars import bars
from sanctions.commands.refresh_text import document, say, say_absent
from sanctions.commands.ruling import record_refresh
from sanctions.commands.running import Run, emit_line
from sanctions.commands.shared import catalogue_of, emit_json, home_of, json_option

if TYPE_CHECKING:
    from sanctions.acquisition.refresh import Options, Outcome
    from sanctions.acquisition.snapshots import SnapshotStore
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
@click.option("--due", is_flag=True, help="Only the lists that are due by their cadence; for a schedule, as often as you like.")
@click.option("--approve", metavar="LIST@SHA256", help="Take a refused copy out of quarantine; 8 digits of the SHA-256 will do.")
@click.option("--reason", metavar="TEXT", help="With --approve: why the copy is right. It is recorded.")
@click.option("--by", metavar="NAME", help="With --approve: who approves it.  [default: the login name]")
@click.option(
    "--hook", metavar="COMMAND", envvar="SANCTIONS_HOOK", show_envvar=True, help="A command that gets the run's JSON on its input."
)
@click.option(
    "--wait", type=click.FloatRange(min=0), default=15.0, show_default=True, metavar="SECONDS", help="How long to wait for another refresh."
)
@json_option
@click.option("--ndjson", is_flag=True, help="Print one JSON line a list, as it comes.")
@click.pass_context
def command(
    context: click.Context,
    *,
    keys: tuple[str, ...],
    path: Path | None,
    retrieved_at: str | None,
    due: bool,
    approve: str | None,
    reason: str | None,
    by: str | None,
    hook: str | None,
    wait: float,
    json: bool,
    ndjson: bool,
) -> None:
    """Fetch the lists, or take them from a file, folder or ZIP.

    Without LIST all lists are refreshed. Each copy is checked (format, number of entries, filled fields, removals,
    date) before it becomes the current one, and is never changed afterwards; a list that fails stays on its last
    good copy. A refused copy is kept in quarantine with the reasons ('sanctions lists quarantine').

    Each run adds one JSON line a list to runs.jsonl in the home, also when nothing changed.

    \b
    Exit codes: 0 all done, or nothing was due;
    1 a list failed (a refused copy is such a failure) and stays on its last good copy, or there was nothing to take;
    2 the call is wrong; 3 a list asked for failed and there is no copy of it at all;
    130 interrupted. A hook that fails is reported and changes none of these.
    """
    from sanctions.acquisition.refresh import Options
    from sanctions.acquisition.snapshots import SnapshotStore

    _check_call(keys, path, approve, reason, by, due=due, json=json, ndjson=ndjson)
    home = home_of(context)
    catalogue = catalogue_of(home)
    definitions = [catalogue[key] for key in dict.fromkeys(keys)] or list(catalogue.values())
    store = SnapshotStore(home, catalogue)
    stated = _stated(retrieved_at, path)
    with bars() as progress:
        options = Options(clock=lambda: datetime.now(UTC), stated=stated, lock_wait=wait, progress=progress)
        run = Run(store, options.clock)
        if approve:
            outcomes = _approved(store, approve, by, reason, options)
        else:
            outcomes = _outcomes(store, definitions, path, options, named=bool(keys), due=due)
        for outcome in outcomes:
            told = run.add(outcome)
            progress.clear()
            if ndjson:
                emit_line(run.lines[-1])
            elif not json and told.status != "absent":
                say(told, options.clock())
    if not (json or ndjson or due):
        say_absent([outcome for outcome in run.outcomes if outcome.status == "absent"])
    run.join()
    code = exit_code(run.outcomes, named=bool(keys or approve))
    if json:
        emit_json({"schema": SCHEMA, "run": run.id, "exit_code": code, "lists": [document(outcome) for outcome in run.outcomes]})
    if hook:
        run.call(hook, code)
    record_refresh(home, [document(outcome) for outcome in run.outcomes if outcome.status != "waiting"])
    context.exit(code)


def _check_call(
    keys: tuple[str, ...],
    path: Path | None,
    approve: str | None,
    reason: str | None,
    by: str | None,
    *,
    due: bool,
    json: bool,
    ndjson: bool,
) -> None:
    from sanctions.errors import UsageError

    if json and ndjson:
        raise UsageError("--json prints one document and --ndjson a line a list: choose one.")
    if approve and (keys or path or due):
        raise UsageError("--approve takes a copy out of quarantine: it goes without LIST, --from and --due.")
    if not approve and (reason or by):
        raise UsageError("--reason and --by belong to --approve.")
    if approve and not reason:
        raise UsageError("--approve needs --reason: why is the copy right?")
    if due and path:
        raise UsageError("--due is for downloads: what is given with --from is taken now.")


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
    store: SnapshotStore, definitions: list[ListDefinition], path: Path | None, options: Options, *, named: bool, due: bool
) -> Iterator[Outcome]:
    if path is None:
        from sanctions.acquisition.due import download_due
        from sanctions.acquisition.refresh import download

        return download_due(store, definitions, options, download) if due else download(store, definitions, options)
    from sanctions.acquisition.taking import take

    return take(store, definitions, path, options, named=named)


def _approved(store: SnapshotStore, copy: str, by: str | None, reason: str | None, options: Options) -> Iterator[Outcome]:
    from sanctions.acquisition.approving import Decision, approve

    yield approve(store, Decision(copy=copy, by=by or _login(), reason=reason or ""), options)


def _login() -> str:
    import getpass

    from sanctions.errors import UsageError

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise UsageError("This system does not say who you are: give your name with --by.") from None


def exit_code(outcomes: list[Outcome], *, named: bool) -> int:
    """0 all done; 1 something failed; 3 a list that was asked for (or every list) failed and no copy of it is held."""
    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    bare = [outcome for outcome in failed if outcome.held is None]
    if bare and (named or len(bare) == len(outcomes)):
        return 3
    nothing = all(outcome.status == "absent" for outcome in outcomes)
    return 1 if failed or nothing else 0
