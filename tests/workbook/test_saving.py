"""The file on disk: always the same bytes, always a whole report, and a sentence where it cannot be written."""

from __future__ import annotations

import errno
import hashlib
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from sanctions.errors import OutputError
from sanctions.workbook import saving
from tests.workbook import parts


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first = parts.write(tmp_path / "a.xlsx")
    time.sleep(2.1)  # the clock of a ZIP counts in steps of two seconds
    second = parts.write(tmp_path / "b.xlsx")
    assert first.sha256 == second.sha256
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_summary_tells_what_was_written(tmp_path: Path) -> None:
    summary = parts.write(tmp_path / "a.xlsx")
    data = (tmp_path / "a.xlsx").read_bytes()
    assert (summary.size, summary.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert summary.counts.alerts == 4


def test_members_carry_no_clock(tmp_path: Path) -> None:
    parts.write(tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_an_earlier_report_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")
    parts.write(tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes()[:2] == b"PK"
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "it may be open in Excel, or you may not write there"),
        (OSError(errno.EROFS, "Read-only file system"), "or you may not write there"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
    ids=["full", "locked", "read-only", "broken"],
)
def test_a_failure_leaves_the_earlier_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: OSError, words: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")

    def fail(self: Path, target: Path) -> None:
        raise problem

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=words) as caught:
        parts.write(tmp_path / "a.xlsx")
    assert "a.xlsx" in str(caught.value)
    assert (tmp_path / "a.xlsx").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_read_only_folder_is_told_before_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, **_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    def worked(*_: object) -> None:
        raise AssertionError("the report was written in vain")

    monkeypatch.setattr(Path, "touch", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    monkeypatch.setattr("sanctions.workbook.report.write_summary", worked)
    with pytest.raises(OutputError, match="you may not write in that folder"):
        parts.write(tmp_path / "a.xlsx")


def test_an_interruption_leaves_the_earlier_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(saving.ExcelWriter, "write_data", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parts.write(tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"this is a folder.*report\.xlsx"):
        parts.write(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"does not exist\. Create it"):
        parts.write(tmp_path / "nowhere" / "a.xlsx")


@pytest.mark.parametrize("lock", ["~$a.xlsx", ".~lock.a.xlsx#"], ids=["Excel", "LibreOffice"])
def test_a_report_that_is_open_is_not_overwritten(tmp_path: Path, lock: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"decisions")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(OutputError, match="open in a spreadsheet program"):
        parts.write(tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == b"decisions"
