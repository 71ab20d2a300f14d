"""The custody log: one JSON object a line, each with the digest of the one before, so that no line can be changed unseen.

``sha256`` of a line is the digest of its other fields as canonical JSON (keys sorted, no spaces, UTF-8);
``previous`` is the digest of the line before, sixty-four noughts in the first. A chain shows that nothing was changed
in the middle; that no lines were cut off its end is shown only by a copy of its last digest kept elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from filelock import FileLock, Timeout

from sanctions.acquisition.disk import append_line, writing
from sanctions.acquisition.moments import iso
from sanctions.data import data_folder
from sanctions.errors import CaseError
from sanctions.version import __version__

LOG = "custody.jsonl"
TOOL = f"sanctions-toolkit {__version__}"
START = "0" * 64
LOCK_WAIT = 10.0
"""Seconds that a command waits for another that writes to the same case."""


def digest_of(line: Mapping[str, Any]) -> str:
    """The digest that a line should carry."""
    body = {key: value for key, value in line.items() if key != "sha256"}
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


def read_log(folder: Path) -> list[dict[str, Any]]:
    """Every line of a case's log, unchecked. Raises CaseError if one cannot be read."""
    path = folder / LOG
    if not path.is_file():
        raise CaseError(f"{path}: there is no custody log, so nothing can be said of the exhibits. Is {folder} a case folder?")
    lines = []
    for number, text in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        try:
            line = json.loads(text)
        except json.JSONDecodeError:
            line = None
        if not isinstance(line, dict):
            raise CaseError(
                f"{path}, line {number}: this is not a line of a custody log; the log was changed or cut. Restore it from a copy."
            )
        lines.append(line)
    return lines


def chain_faults(lines: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the chain, each as a sentence. A redacted line can prove its place, not its content."""
    previous = START
    for number, line in enumerate(lines, start=1):
        if line.get("n") != number:
            yield f"Custody log, line {number}: it is numbered {line.get('n')!r}; a line was added, removed or moved."
        if line.get("previous") != previous:
            yield f"Custody log, line {number}: it does not follow on the line before; a line was changed, added or removed."
        if not line.get("redacted") and line.get("sha256") != digest_of(line):
            yield f"Custody log, line {number}: its content is not what its digest says; the line was changed."
        previous = str(line.get("sha256", ""))


def append(folder: Path, event: str, by: str, now: datetime, details: Mapping[str, Any]) -> dict[str, Any]:
    """Add one event to a case's log. Raises CaseError if the chain is broken already: nothing is built on it then."""
    _refuse_shipped(folder)
    with writing(folder / LOG), _alone(folder):
        lines = read_log(folder)
        if faults := list(chain_faults(lines)):
            raise CaseError(f"{folder / LOG}: nothing was added, since the log is not whole. {faults[0]} Restore it from a copy.")
        line = next_line(lines, event, by, now, details)
        append_line(folder / LOG, json.dumps(line, ensure_ascii=False).encode())
        return line


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a case's log, begun if it is not there. Raises CaseError if another command holds it for ten seconds.

    The lock is on the log itself, so that none is left behind, neither in the folder, which is sent to others, nor elsewhere.
    Windows would keep readers out of a file so locked: there it is a file among the temporary ones, removed at its release.
    """
    if sys.platform == "win32":
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        try:
            with FileLock(Path(gettempdir()) / f"sanctions-case-{name}.lock", timeout=LOCK_WAIT):
                (folder / LOG).touch()
                yield
        except Timeout:
            raise _held(folder) from None
    else:
        import fcntl

        until = time.monotonic() + LOCK_WAIT
        with (folder / LOG).open("ab") as log:
            while True:
                try:
                    fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > until:
                        raise _held(folder) from None
                    time.sleep(0.02)
            yield


def _held(folder: Path) -> CaseError:
    return CaseError(f"{folder}: another command is writing to this case. Try again when it has ended.")


def next_line(lines: list[dict[str, Any]], event: str, by: str, now: datetime, details: Mapping[str, Any]) -> dict[str, Any]:
    """The line that would follow ``lines``."""
    previous = lines[-1]["sha256"] if lines else START
    line: dict[str, Any] = {"n": len(lines) + 1, "at": iso(now), "event": event, "by": by, "tool": TOOL, **details, "previous": previous}
    return {**line, "sha256": digest_of(line)}


def _refuse_shipped(folder: Path) -> None:
    examples = data_folder("reports").resolve() / "examples"
    if folder.resolve().is_relative_to(examples):
        raise CaseError(
            f"{folder}: this example ships with the toolkit and is not written to. Make a copy of your own with: "
            f"sanctions case init FOLDER --example {folder.resolve().name}"
        )
