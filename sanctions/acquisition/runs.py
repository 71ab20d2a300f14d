"""The record of runs: ``home/runs.jsonl``, one JSON line a list and run, also when nothing changed.

A monitor that sees no line for a day knows that the schedule itself has died, which no error message could tell.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from sanctions.acquisition import disk
from sanctions.acquisition.refresh import Outcome
from sanctions.home import Home
from sanctions.model import Coverage

SCHEMA = "sanctions.run/1"
NAME = "runs.jsonl"

LARGEST = 16 * 1024**2
"""Bytes after which the record is begun anew; the one before is kept as runs.1.jsonl. Hourly runs of 20 lists write some 6 MB a month."""


def line_of(run: str, outcome: Outcome, cover: Coverage, *, at: datetime, seconds: float) -> dict[str, Any]:
    """What came of one list in one run. ``state`` and ``note`` are those of ``sanctions lists`` afterwards."""
    copy = outcome.snapshot if outcome.status == "refreshed" else None
    refused = outcome.quarantined
    return {
        "schema": SCHEMA,
        "run": run,
        "at": at,
        "list": outcome.list,
        "status": outcome.status,
        "error": outcome.sentence if outcome.status == "failed" else None,
        "entries": cover.entries,
        "published": cover.published,
        "sha256": cover.sha256,
        "added": copy.added if copy else None,
        "removed": copy.removed if copy else None,
        "quarantine": {
            "sha256": refused.sha256,
            "approve": refused.approval if refused.approvable else None,
            "reasons": [{"kind": reason.kind, "sentence": reason.sentence} for reason in refused.reasons],
        }
        if refused
        else None,
        "state": cover.status,
        "note": cover.note,
        "seconds": round(seconds, 3),
    }


def append(home: Home, line: dict[str, Any]) -> None:
    """Add a line to the record. Raises OSError if the home cannot be written."""
    place = home.root / NAME
    home.root.mkdir(parents=True, exist_ok=True)
    if _size(place) > LARGEST:
        place.replace(place.with_name("runs.1.jsonl"))
    disk.append_line(place, msgspec.json.encode(line))


def _size(place: Path) -> int:
    try:
        return place.stat().st_size
    except FileNotFoundError:
        return 0
