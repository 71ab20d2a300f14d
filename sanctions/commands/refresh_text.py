"""What ``sanctions refresh`` says of each list: a line for the person, a document for a machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.shared import note

if TYPE_CHECKING:
    from sanctions.acquisition.refresh import Outcome
    from sanctions.acquisition.snapshots import Snapshot


def say(outcome: Outcome, now: datetime) -> None:
    """One line for what came of a list (failures on stderr), and below it what an officer should know of the copy."""
    line = f"{outcome.list:<16}  {sentence(outcome, now)}"
    if outcome.status in {"refreshed", "unchanged", "waiting"}:
        click.echo(line)
    else:
        note(line)
    for remark in remarks(outcome):
        note(f"{'':<16}  note: {remark}")


def say_absent(outcomes: Sequence[Outcome]) -> None:
    """The lists that the path had nothing for: those of which the same is to be said, together."""
    told: dict[str, list[str]] = {}
    for outcome in outcomes:
        told.setdefault(outcome.sentence or "", []).append(outcome.list)
    for why, keys in told.items():
        head = f"{keys[0]:<16}  " if len(keys) == 1 else ""
        note(f"{head}left as it is: {why}" if head else f"left as they are: {why}  ({', '.join(keys)})")


def sentence(outcome: Outcome, now: datetime) -> str:
    """The outcome in words, without the list's key."""
    from sanctions.acquisition.moments import age, count

    if outcome.status == "failed":
        return f"FAILED: {outcome.sentence} {_still_on(outcome, now)}"
    if outcome.status == "waiting":
        return f"waiting    {outcome.sentence}"
    if outcome.snapshot is None:
        return f"left as it is: {outcome.sentence}"
    copy = outcome.snapshot
    words = [count(copy.entries, "entry", "entries")]
    if outcome.status == "refreshed" and copy.removed is not None:
        words.append(f"{copy.added or 0:,} added, {copy.removed:,} removed")
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
    from sanctions.acquisition.plausibility import although

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
    if approved := although(copy):
        found.append(approved)
    return found


def document(outcome: Outcome) -> dict[str, Any]:
    """One outcome as ``--json`` prints it. ``snapshot`` is the copy taken or confirmed, ``held`` the current one afterwards."""
    return {
        "key": outcome.list,
        "status": outcome.status,
        "error": outcome.sentence if outcome.status == "failed" else None,
        "note": outcome.sentence if outcome.status in {"absent", "waiting"} else None,
        "quarantine": _refused(outcome),
        "snapshot": _copy(outcome.snapshot),
        "held": _copy(outcome.held),
        "remarks": remarks(outcome),
    }


def _refused(outcome: Outcome) -> dict[str, Any] | None:
    copy = outcome.quarantined
    if copy is None:
        return None
    reasons = [{"kind": reason.kind, "sentence": reason.sentence, "final": reason.final} for reason in copy.reasons]
    return {"sha256": copy.sha256, "approve": copy.approval if copy.approvable else None, "reasons": reasons, "folder": str(copy.folder)}


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
        "added",
        "removed",
        "allowed",
        "approval",
    )
    return {name: getattr(snapshot, name) for name in names}
