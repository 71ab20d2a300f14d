"""The custody log when several commands write to one case: no line is lost, and no lock is left lying about."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sanctions.casework import custody
from sanctions.casework.custody import LOG, append, chain_faults, read_log
from sanctions.errors import CaseError, StoreError

NOW = datetime(2026, 9, 9, tzinfo=UTC)
WRITER = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from sanctions.casework.custody import append
for number in range(10):
    append(Path(sys.argv[1]), "note", sys.argv[2], datetime.fromisoformat("{NOW.isoformat()}"), {{"number": number}})
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that the test has for itself, as have the processes that it begins."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


def test_commands_at_the_same_time_lose_no_line(tmp_path: Path, temporary: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(case), f"writer {number}"]) for number in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    lines = read_log(case)
    assert len(lines) == 30
    assert not list(chain_faults(lines))
    assert [path.name for path in case.iterdir()] == [LOG]
    assert not list(temporary.iterdir())


def test_a_case_that_another_command_holds_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(tmp_path, "begun", "Ann Lee", NOW, {})
    monkeypatch.setattr(custody, "LOCK_WAIT", 0.05)
    with custody._alone(tmp_path), pytest.raises(CaseError, match="another command is writing to this case"):
        append(tmp_path, "note", "Ann Lee", NOW, {})
    assert append(tmp_path, "note", "Ann Lee", NOW, {})["n"] == 2


def test_a_log_that_is_bent_takes_no_more_and_frees_its_lock(tmp_path: Path) -> None:
    append(tmp_path, "begun", "Ann Lee", NOW, {})
    bent = {**json.loads((tmp_path / LOG).read_text("utf-8")), "by": "somebody else"}
    (tmp_path / LOG).write_text(json.dumps(bent) + "\n", "utf-8")
    for _ in range(2):
        with pytest.raises(CaseError, match="the log is not whole"):
            append(tmp_path, "note", "Ann Lee", NOW, {})


def test_a_folder_that_cannot_be_written_to_is_left_alone(tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = tmp_path / "case"
    case.mkdir()
    opened = Path.open

    def read_only(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if path.parent == case and mode != "rb":
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(path, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", read_only)
    with pytest.raises(StoreError, match="read-only"):
        append(case, "begun", "Ann Lee", NOW, {})
    assert not list(case.iterdir())
    assert not list(temporary.iterdir())
