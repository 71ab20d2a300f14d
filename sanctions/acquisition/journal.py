"""What was tried when, list by list: ``journal.jsonl`` keeps every attempt, ``state.json`` the sum of them.

Which copy is current is not written here: it is the newest snapshot folder. So nothing here can
disagree with the copies, and losing either file loses no copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from sanctions.acquisition.disk import append_line, put_file

STATE = "state.json"
JOURNAL = "journal.jsonl"


class Attempt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One attempt to refresh a list.

    ``at`` is when it was made; ``holds`` is the moment at which the publisher offered the copy of ``sha256``
    (the same, unless the user stated an earlier one). ``sentence`` says what went wrong. ``quarantined`` is the
    hash of a copy that was refused and kept; ``approved_by`` and ``reason`` are of one that a person approved.
    A copy that was "pruned" is the one of ``sha256``; that is no attempt.
    """

    at: datetime
    outcome: Literal["refreshed", "unchanged", "failed", "pruned"]
    holds: datetime | None = None
    sha256: str | None = None
    sentence: str | None = None
    quarantined: str | None = None
    approved_by: str | None = None
    reason: str | None = None


class ListState(msgspec.Struct, frozen=True, kw_only=True):
    """How the attempts on one list went.

    ``error`` is the sentence of the last attempt if that failed, else None. ``confirmed`` is the last
    moment at which the publisher was known to offer the copy of ``sha256`` (fetched, or answered "not modified").
    """

    attempted: datetime | None = None
    succeeded: datetime | None = None
    error: str | None = None
    confirmed: datetime | None = None
    sha256: str | None = None


def read_state(folder: Path) -> ListState:
    """The state kept in a list's folder; a missing or damaged file is an empty state."""
    try:
        return msgspec.json.decode((folder / STATE).read_bytes(), type=ListState)
    except (OSError, msgspec.DecodeError):
        return ListState()


def record(folder: Path, attempt: Attempt) -> ListState:
    """Write an attempt to the journal and bring the state up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    state = after(read_state(folder), attempt)
    append_line(folder / JOURNAL, msgspec.json.encode(attempt))
    put_file(folder / STATE, msgspec.json.format(msgspec.json.encode(state), indent=2) + b"\n")
    return state


def after(state: ListState, attempt: Attempt) -> ListState:
    """The state once ``attempt`` has been made."""
    if attempt.outcome == "pruned":
        return state
    if attempt.outcome == "failed":
        return msgspec.structs.replace(state, attempted=attempt.at, error=attempt.sentence)
    state = msgspec.structs.replace(state, attempted=attempt.at, succeeded=attempt.at, error=None)
    if attempt.holds and (state.confirmed is None or attempt.holds >= state.confirmed):
        state = msgspec.structs.replace(state, confirmed=attempt.holds, sha256=attempt.sha256)
    return state


def read_journal(folder: Path) -> Iterator[Attempt]:
    """Every attempt, oldest first; a line that a crash cut short is passed over."""
    try:
        lines = (folder / JOURNAL).read_bytes().splitlines()
    except OSError:
        return
    decoder = msgspec.json.Decoder(Attempt)
    for line in lines:
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError:
            continue
