"""``sanctions refresh`` as it is called: lines, JSON, exit codes, Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanctions.cli import main
from tests.acquisition.samples import TOWNS, towns_csv, towns_toml, write
from tests.servers import Publisher, chunked, make_certificate, publisher, redirect, send

Run = tuple[int, str, str]


class Shell:
    """Calls the command line in a home of its own. ``shell.run("refresh", …)`` → exit code, stdout, stderr."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._patch, self._capsys = home, monkeypatch, capsys

    def define(self, url: str | None = None) -> None:
        write(self.home / "lists" / "towns.toml", towns_toml(url).encode())

    def run(self, *arguments: str) -> Run:
        self._patch.setattr(sys, "argv", ["sanctions", "--home", str(self.home), *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = self._capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path / "home", monkeypatch, capsys)
    made.define()
    return made


@pytest.fixture
def server() -> Iterator[Publisher]:
    with publisher() as running:
        yield running


def test_one_line_a_list(shell: Shell, tmp_path: Path) -> None:
    code, out, err = shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    assert (code, err) == (0, "")
    assert out == "towns             refreshed  10 entries, published 2026-02-27, sha256 3f97c29eb88d…\n"
    code, out, err = shell.run("refresh", "towns", "--from", str(tmp_path / "t.csv"))
    assert (code, err) == (0, "")
    assert out.startswith("towns             unchanged  10 entries, published 2026-02-27, held since ")


def test_a_failure_says_what_is_still_held(shell: Shell, tmp_path: Path) -> None:
    bad = str(write(tmp_path / "bad.csv", b"<html>"))
    code, out, err = shell.run("refresh", "towns", "--from", bad)
    assert (code, out) == (3, "")
    assert err.startswith("towns             FAILED: bad.csv is a web page (HTML) and not a list")
    assert err.endswith("There is no copy of this list.\n")
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    code, out, err = shell.run("refresh", "towns", "--from", bad)
    assert (code, out) == (1, "")
    assert "Still on the copy of " in err
    assert "(moments old)." in err


def test_json(shell: Shell, tmp_path: Path) -> None:
    code, out, err = shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")), "--json")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert document["schema"] == "sanctions.refresh/1"
    [towns] = document["lists"]
    assert (towns["key"], towns["status"], towns["error"]) == ("towns", "refreshed", None)
    assert (towns["held"]["entries"], towns["held"]["published"], towns["held"]["origin"]) == (10, "2026-02-27", "t.csv")
    code, out, _ = shell.run("refresh", "towns", "--from", str(write(tmp_path / "bad.csv", b"")), "--json")
    assert code == 1
    assert json.loads(out)["lists"][0]["error"] == "bad.csv is empty (0 bytes); fetch it again."


def test_download(shell: Shell, server: Publisher) -> None:
    shell.define(server.play("/towns.csv", send(TOWNS, ETag='"1"')))
    assert shell.run("refresh", "towns")[0] == 0
    server.play("/towns.csv", send(b"", status=404))
    code, out, err = shell.run("refresh", "towns")
    assert (code, out) == (1, "")
    assert f"{server.url}/towns.csv: the server answered 404 Not Found." in err


def test_whatever_a_folder_has(shell: Shell, tmp_path: Path) -> None:
    """Without LIST the shipped lists are looked for too, and left as they are."""
    folder = write(tmp_path / "usb" / "towns" / "t.csv").parent.parent
    code, out, err = shell.run("refresh", "--from", str(folder))
    assert code == 0
    assert out.startswith("towns             refreshed  10 entries")
    (left,) = err.splitlines()
    assert left.startswith("left as they are: usb has nothing for it.  (au_dfat, ")
    assert "us_ofac_sdn" in left
    nothing = tmp_path / "empty"
    nothing.mkdir()
    assert shell.run("refresh", "--from", str(nothing))[0] == 1


def test_approval_and_history(shell: Shell, tmp_path: Path) -> None:
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    few = str(write(tmp_path / "few.csv", towns_csv(5, published="2026-02-01")))
    code, out, _ = shell.run("refresh", "towns", "--from", few, "--json")
    [towns] = json.loads(out)["lists"]
    refused = towns["quarantine"]
    assert (code, towns["status"], [reason["kind"] for reason in refused["reasons"]]) == (1, "failed", ["shrunken", "older"])
    assert f"(sanctions refresh --approve {refused['approve']} --reason WHY)" in towns["error"]
    assert "5 entries" in shell.run("lists", "quarantine")[1]
    code, out, _ = shell.run("refresh", "towns", "--from", few, "--retrieved-at", "2026-02-02")
    assert code == 0
    assert "kept as history, the current copy is that of" in out
    code, out, err = shell.run("refresh", "--approve", refused["approve"][:14], "--reason", "a revision", "--by", "A. Officer")
    assert (code, out.split()[:4]) == (0, ["towns", "refreshed", "5", "entries,"])
    assert "note: taken although it is shrunken and it is older (approved by A. Officer: a revision)" in err
    assert "No refused copy is kept." in shell.run("lists", "quarantine")[1]
    last = json.loads((shell.home / "snapshots" / "towns" / "journal.jsonl").read_text().splitlines()[-1])
    assert (last["approved_by"], last["reason"]) == ("A. Officer", "a revision")


USAGE = {
    "an unknown list": (["villages"], "There is no list 'villages'. The lists defined are: "),
    "a path that is not there": (["towns", "--from", "/nowhere/at/all"], "does not exist"),
    "a time without a path": (["towns", "--retrieved-at", "2026-01-01"], "--retrieved-at belongs to --from"),
    "a time that is none": (["towns", "--from", ".", "--retrieved-at", "monday"], "'monday' is not a time"),
    "a list in both forms of JSON": (["towns", "--json", "--ndjson"], "choose one"),
    "an approval without a reason": (["--approve", "towns@12345678"], "--approve needs --reason"),
    "an approval of a list": (["towns", "--approve", "towns@12345678", "--reason", "x"], "it goes without LIST, --from and --due"),
    "an approval of nothing": (["--approve", "towns@12345678", "--reason", "x"], "No refused copy of towns begins with 12345678"),
    "an approval by too few digits": (["--approve", "towns@1234", "--reason", "x"], "give 8 digits of the SHA-256 at least"),
    "an approval without a copy": (["--approve", "towns", "--reason", "x"], "does not name a copy"),
    "a reason for nothing": (["towns", "--reason", "x"], "--reason and --by belong to --approve"),
    "due from a file": (["--due", "--from", "."], "--due is for downloads"),
    "a time to come": (["towns", "--from", ".", "--retrieved-at", "2999-01-01"], "lies in the future"),
}


@pytest.mark.parametrize("case", USAGE)
def test_usage(case: str, shell: Shell) -> None:
    arguments, said = USAGE[case]
    code, out, err = shell.run("refresh", *arguments)
    assert (code, out) == (2, "")
    assert said in err


# a process that was itself begun in the background may hand on that it ignores interrupts
HEEDING_INTERRUPTS = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); runpy.run_module('sanctions', run_name='__main__')"
)


def started(shell_home: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HEEDING_INTERRUPTS, "--home", str(shell_home), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT to one process")
def test_ctrl_c_in_the_middle(shell: Shell, server: Publisher, tmp_path: Path) -> None:
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    rows = towns_csv(12).splitlines(keepends=True)
    shell.define(server.play("/towns.csv", chunked(*(row * 20 for row in rows), pause=0.5)))
    running = started(shell.home, "refresh", "towns")
    while not server.asked("/towns.csv"):
        time.sleep(0.02)
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (130, "")
    assert "Interrupted. Nothing that was held before has changed." in err
    assert "Traceback" not in err
    assert list(shell.home.rglob(".half-*")) == []
    assert '"entries": 10' in shell.run("lists", "towns", "--json")[1]


def test_https(shell: Shell, server: Publisher, tmp_path: Path) -> None:
    """The certificate is checked; a trusted one serves; and a download begun over https never goes on without it."""
    certificate = make_certificate(tmp_path)
    server.play("/towns.csv", send(TOWNS))
    with publisher(certificate) as secure:
        secure.play("/towns.csv", send(TOWNS))
        secure.play("/away.csv", redirect(f"{server.url}/towns.csv"))

        def refresh(path: str, **environment: str) -> tuple[int, str]:
            shell.define(secure.url + path)
            running = started(shell.home, "refresh", "towns", **environment)
            _, err = running.communicate(timeout=60)
            return running.returncode, err

        trusted = {"REQUESTS_CA_BUNDLE": str(certificate[0])}
        code, err = refresh("/away.csv", **trusted)
        assert code == 3
        assert "points on to http://, which is not safe; nothing was fetched" in err
        assert server.requests == []
        assert refresh("/towns.csv", **trusted) == (0, "")
