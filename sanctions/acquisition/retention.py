"""What of the copies held is kept, and for how long: never less than what an answer rested on.

A copy is dropped only if it is older than the days asked for, is not the current one, was not the current one at
any time within those days, is not named in ``home/keep.txt``, and is not one that a recorded screening used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import msgspec

from sanctions.acquisition import disk
from sanctions.acquisition.intake import list_lock
from sanctions.acquisition.journal import Attempt, record
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.errors import StoreError
from sanctions.home import Home
from sanctions.patterns import regex

KEEP = "keep.txt"
"""One SHA-256 a line, or its first digits (8 at least); what stands behind a ``#`` is a remark."""

_SHORTEST = 8
_HASH = regex(r"[0-9a-f]{64}")


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one copy, and why."""

    snapshot: Snapshot
    dropped: bool
    why: str


def used_snapshots(home: Home) -> set[str]:
    """The hashes that stand in ``home/screenings/*.json``: whatever looks like a SHA-256 there may be a copy's.

    Raises StoreError for a file that cannot be read: what it used is unknown then, and nothing may be dropped.
    """
    used: set[str] = set()
    folder = home.root / "screenings"
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            used.update(_hashes(json.loads(path.read_bytes())))
        except (OSError, ValueError) as problem:
            raise StoreError(f"{path} cannot be read ({problem}), so nobody knows which copies it used. Nothing was removed.") from None
    return used


def _hashes(document: Any) -> Iterator[str]:
    if isinstance(document, str):
        if _HASH.fullmatch(document):
            yield document
    elif isinstance(document, dict):
        for value in document.values():
            yield from _hashes(value)
    elif isinstance(document, list):
        for value in document:
            yield from _hashes(value)


def kept_by_name(home: Home) -> tuple[str, ...]:
    """The hashes, or beginnings of them, of ``home/keep.txt``. Raises StoreError for a line that is none."""
    path = home.root / KEEP
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as problem:
        raise StoreError(f"{path} cannot be read ({problem}). Nothing was removed.") from None
    words = [(number, line.partition("#")[0].strip().lower()) for number, line in enumerate(lines, 1)]
    for number, word in words:
        if word and not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST},64}}", word):
            raise StoreError(f"{path}, line {number}: {word!r} is not {_SHORTEST} to 64 digits of a SHA-256. Nothing was removed.")
    return tuple(word for _, word in words if word)


def plan(store: SnapshotStore, key: str, keep_days: int, now: datetime, used: Set[str]) -> list[Verdict]:
    """What ``prune`` would do with each copy of a list, oldest first."""
    history, named = store.history(key), kept_by_name(store.home)
    since = now - timedelta(days=keep_days)
    until = {copy.folder: later.retrieved for copy, later in pairwise(history)}
    return [_verdict(copy, until.get(copy.folder), since, named, used) for copy in history]


def _verdict(copy: Snapshot, until: datetime | None, since: datetime, named: tuple[str, ...], used: Set[str]) -> Verdict:
    if until is None:
        return Verdict(snapshot=copy, dropped=False, why="the current copy")
    if until >= since:
        return Verdict(snapshot=copy, dropped=False, why=f"current until {until:%Y-%m-%d}")
    if copy.sha256 in used:
        return Verdict(snapshot=copy, dropped=False, why="a recorded screening used it")
    if copy.sha256.startswith(named):
        return Verdict(snapshot=copy, dropped=False, why=f"named in {KEEP}")
    return Verdict(snapshot=copy, dropped=True, why=f"current until {until:%Y-%m-%d}, used by no recorded screening")


def prune(store: SnapshotStore, key: str, keep_days: int, now: datetime, used: Set[str], *, wait: float = 15.0) -> list[Verdict]:
    """Drop the old copies of a list that nothing needs, each with a line in the journal. Returns what became of each copy."""
    folder = store.folder(key)
    with list_lock(store, key, wait):
        verdicts = plan(store, key, keep_days, now, used)
        with disk.writing(folder):
            for verdict in verdicts:
                if verdict.dropped:
                    _drop(store, verdict, now)
    return verdicts


def _drop(store: SnapshotStore, verdict: Verdict, now: datetime) -> None:
    """Renamed first, in one step: a process that is killed here leaves the whole copy, or one that is no copy any more."""
    copy = verdict.snapshot
    gone = copy.folder.with_name(f"{disk.HALF}{copy.folder.name}")
    record(store.folder(copy.list), Attempt(at=now, outcome="pruned", sha256=copy.sha256, sentence=verdict.why))
    copy.folder.rename(gone)
    disk.sync_folder(gone.parent)
    disk.remove(gone)
