"""``sanctions lists history | verify | prune | quarantine``: the copies held of a list, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.shared import catalogue_of, emit_json, home_of, json_option, note
from sanctions.home import Home

if TYPE_CHECKING:
    from sanctions.acquisition.quarantine import Quarantined
    from sanctions.acquisition.retention import Verdict
    from sanctions.acquisition.snapshots import Snapshot, SnapshotStore

HISTORY, VERIFY = "sanctions.lists-history/1", "sanctions.lists-verify/1"
PRUNE, QUARANTINE = "sanctions.lists-prune/1", "sanctions.lists-quarantine/1"
MEGABYTE = 1_000_000


def _store(context: click.Context) -> SnapshotStore:
    from sanctions.acquisition.snapshots import SnapshotStore

    home = home_of(context)
    return SnapshotStore(home, catalogue_of(home))


def _known(store: SnapshotStore, key: str) -> str:
    """The key of a list that is defined, or of which copies are held. Raises UnknownListError for any other."""
    return key if key in store.held() else store.catalogue[key].key


@click.command(name="history")
@click.argument("key", metavar="LIST")
@json_option
@click.pass_context
def history_command(context: click.Context, key: str, *, json: bool) -> None:
    """Show every copy held of a list.

    Oldest first, with dates, entries, what was added and removed against the copy before, size and SHA-256.
    """
    store = _store(context)
    rows = [_copy(copy) for copy in store.history(_known(store, key))]
    if json:
        emit_json({"schema": HISTORY, "list": key, "copies": rows})
        return
    if not rows:
        note(f"No copy of {key} is held. Run: sanctions refresh {key}")
    for line in _table(rows):
        click.echo(line)


def _copy(copy: Snapshot) -> dict[str, Any]:
    from sanctions.acquisition.plausibility import although

    return {
        "retrieved": copy.retrieved,
        "loaded": copy.loaded,
        "stated": copy.stated,
        "published": copy.published,
        "entries": copy.entries,
        "added": copy.added,
        "removed": copy.removed,
        "bytes": sum(file.bytes for file in copy.files),
        "sha256": copy.sha256,
        "format": copy.format,
        "origin": copy.origin,
        "files": [{"name": file.name, "sha256": file.sha256, "bytes": file.bytes} for file in copy.files],
        "allowed": copy.allowed,
        "approval": copy.approval,
        "note": "; ".join(filter(None, ["time of retrieval stated by the user" if copy.stated else None, although(copy)])) or None,
    }


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    if not rows:
        return
    yield f"{'RETRIEVED':<16}  {'PUBLISHED':<10}  {'ENTRIES':>8}  {'ADDED':>7}  {'REMOVED':>7}  {'MB':>7}  SHA256"
    for row in rows:
        counts = "  ".join("-".rjust(7) if row[name] is None else f"{row[name]:>7,}" for name in ("added", "removed"))
        yield (
            f"{row['retrieved']:%Y-%m-%d %H:%M}  {row['published'] or '-'!s:<10}  {row['entries']:>8,}  {counts}  "
            f"{row['bytes'] / MEGABYTE:>7,.1f}  {row['sha256'][:16]}"
        )
        if row["note"]:
            yield f"{'':<16}  {row['note']}"


@click.command(name="verify")
@click.argument("keys", metavar="[LIST]...", nargs=-1)
@json_option
@click.pass_context
def verify_command(context: click.Context, keys: tuple[str, ...], *, json: bool) -> None:
    """Check that every copy is as it was fetched.

    Each file is read again, and its SHA-256 compared with the one recorded then.

    Exit codes: 0 all are as they were fetched; 1 a copy is damaged.
    """
    store = _store(context)
    rows = [row for key in [_known(store, key) for key in keys] or store.held() for row in _verified(store, key)]
    damaged = [row for row in rows if row["error"]]
    if json:
        emit_json({"schema": VERIFY, "copies": rows, "damaged": len(damaged)})
    else:
        for key in dict.fromkeys(row["list"] for row in rows):
            whole = [row for row in rows if row["list"] == key and not row["error"]]
            click.echo(f"{key:<16}  {len(whole):,} as fetched, {sum(row['bytes'] for row in whole) / MEGABYTE:,.1f} MB")
        for row in damaged:
            note(f"{row['list']:<16}  DAMAGED: {row['error']}")
    context.exit(1 if damaged else 0)


def _verified(store: SnapshotStore, key: str) -> Iterator[dict[str, Any]]:
    from sanctions.errors import StoreError

    try:
        copies = store.history(key)
    except StoreError as problem:
        yield {"list": key, "retrieved": None, "sha256": None, "bytes": 0, "error": str(problem)}
        return
    for copy in copies:
        error = None
        try:
            store.verify(copy)
        except StoreError as problem:
            error = str(problem)
        size = sum(file.bytes for file in copy.files)
        yield {"list": key, "retrieved": copy.retrieved, "sha256": copy.sha256, "bytes": size, "error": error}


@click.command(name="prune")
@click.argument("key", metavar="LIST")
@click.option("--keep-days", type=click.IntRange(min=1), required=True, metavar="N", help="Keep what was current within the last N days.")
@click.option("--dry-run", is_flag=True, help="Say what would be removed, and remove nothing.")
@json_option
@click.pass_context
def prune_command(context: click.Context, key: str, *, keep_days: int, dry_run: bool, json: bool) -> None:
    """Remove old copies that nothing needs.

    The current copy, one that a recorded screening used, and one named in keep.txt of the home are never removed.
    """
    from sanctions.acquisition import retention

    store, now = _store(context), datetime.now(UTC)
    used = retention.used_snapshots(store.home) | _in_ledger(store.home)
    act = retention.plan if dry_run else retention.prune
    verdicts = act(store, _known(store, key), keep_days, now, used)
    if json:
        emit_json({"schema": PRUNE, "list": key, "dry_run": dry_run, "copies": [_decided(verdict) for verdict in verdicts]})
        return
    for verdict in verdicts:
        did = ("would be removed" if dry_run else "removed") if verdict.dropped else "kept"
        click.echo(f"{verdict.snapshot.retrieved:%Y-%m-%d %H:%M}  {verdict.snapshot.sha256[:16]}  {did}: {verdict.why}")


def _in_ledger(home: Home) -> set[str]:
    """The hashes of the copies that the ledger's screenings rest on."""
    from sanctions.ledger import Ledger

    if not home.ledger.is_file():
        return set()
    with Ledger.open(home, write=False) as ledger:
        return {part["sha256"] for entry in ledger.entries(kind="screening") for part in entry.content["coverage"] if part.get("sha256")}


def _decided(verdict: Verdict) -> dict[str, Any]:
    copy = verdict.snapshot
    return {"retrieved": copy.retrieved, "sha256": copy.sha256, "dropped": verdict.dropped, "why": verdict.why}


@click.command(name="quarantine")
@click.argument("keys", metavar="[LIST]...", nargs=-1)
@json_option
@click.pass_context
def quarantine_command(context: click.Context, keys: tuple[str, ...], *, json: bool) -> None:
    """Show the refused copies and why.

    A copy that is right all the same is approved with 'sanctions refresh --approve'.
    """
    from sanctions.acquisition import quarantine

    store = _store(context)
    wanted = [_known(store, key) for key in keys] or quarantine.lists(store.home)
    copies = [copy for key in wanted for copy in quarantine.held(store.home, key)]
    if json:
        emit_json({"schema": QUARANTINE, "copies": [_refused(copy) for copy in copies]})
        return
    if not copies:
        click.echo("No refused copy is kept.")
    for copy in copies:
        entries = "unread" if copy.entries is None else f"{copy.entries:,} entries"
        click.echo(f"{copy.list:<16}  {copy.fetched:%Y-%m-%d %H:%M}  {entries}  sha256 {copy.sha256[:16]}")
        for reason in copy.reasons:
            click.echo(f"{'':<16}  {reason.sentence}")
        click.echo(f"{'':<16}  " + (f"If it is right: {copy.how_to_approve}" if copy.approvable else "It cannot be approved."))


def _refused(copy: Quarantined) -> dict[str, Any]:
    return {
        "list": copy.list,
        "sha256": copy.sha256,
        "fetched": copy.fetched,
        "published": copy.published,
        "entries": copy.entries,
        "origin": copy.origin,
        "reasons": [{"kind": reason.kind, "sentence": reason.sentence, "final": reason.final} for reason in copy.reasons],
        "approve": copy.approval if copy.approvable else None,
        "folder": str(copy.folder),
    }
