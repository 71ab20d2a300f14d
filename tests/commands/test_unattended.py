"""What runs at night: due lists, the record of runs, hooks, and the files that start it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sanctions.acquisition import runs
from sanctions.commands import schedule
from sanctions.home import Home
from tests.acquisition.samples import TOWNS, towns_csv, write
from tests.commands.test_refresh import Shell, server, shell
from tests.servers import Publisher, send

__all__ = ["server", "shell"]


def lines(shell: Shell) -> list[dict[str, object]]:
    return [json.loads(line) for line in (shell.home / "runs.jsonl").read_text().splitlines()]


def test_a_line_a_list_and_run_also_when_nothing_changed(shell: Shell, server: Publisher) -> None:
    shell.define(server.play("/towns.csv", send(TOWNS)))
    streamed = []
    for _ in range(2):
        code, out, _ = shell.run("refresh", "towns", "--ndjson")
        assert code == 0
        streamed.append(json.loads(out))
    code, out, err = shell.run("refresh", "towns", "--due")
    assert (code, err) == (0, "")
    assert out.startswith("towns             waiting    not due before ")
    server.play("/towns.csv", send(towns_csv(5)))
    assert shell.run("refresh", "towns")[0] == 1
    found = lines(shell)
    assert found[:2] == streamed
    assert [line["status"] for line in found] == ["refreshed", "unchanged", "waiting", "failed"]
    assert {line["schema"] for line in found} == {"sanctions.run/1"}
    assert len({line["run"] for line in found}) == 4
    assert {line["entries"] for line in found} == {10}
    last = found[-1]
    assert isinstance(last["quarantine"], dict)
    assert last["quarantine"]["approve"].startswith("towns@")
    assert last["quarantine"]["reasons"][0]["kind"] == "shrunken"
    assert str(last["error"]).startswith(f"{server.url}/towns.csv has 5 entries where the copy before it has 10")


def test_due_passes_over_what_has_no_address(shell: Shell, tmp_path: Path) -> None:
    """A list that is only ever given with --from is no failure of the night's run, and no line on the screen."""
    assert shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))[0] == 0
    code, out, err = shell.run("refresh", "towns", "--due")
    assert (code, err) == (0, "")
    assert "waiting" in out


def test_the_record_begins_anew_when_it_is_large(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "LARGEST", 10)
    for _ in range(3):
        shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    assert len(lines(shell)) == 1
    assert len((shell.home / "runs.1.jsonl").read_text().splitlines()) == 1


def test_a_run_that_cannot_be_recorded_says_so(shell: Shell, tmp_path: Path) -> None:
    (shell.home / "runs.jsonl").mkdir()
    code, out, err = shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    assert (code, "refreshed" in out) == (0, True)
    assert "The run cannot be recorded in " in err


def test_the_index_is_ready_in_the_morning(shell: Shell, tmp_path: Path) -> None:
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    [reading] = (shell.home / "readings" / "towns").glob("*-r*")
    before = sorted(path.relative_to(reading) for path in reading.rglob("*"))
    assert shell.run("screen", "Town 3")[0] == 0
    assert sorted(path.relative_to(reading) for path in reading.rglob("*")) == before


SAVE = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"


def test_the_hook_is_told_of_the_run(shell: Shell, tmp_path: Path) -> None:
    saver, told = write(tmp_path / "save it.py", SAVE.encode()), tmp_path / "told.json"
    hook = f'"{sys.executable}" "{saver}" "{told}"'
    assert shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")), "--hook", hook)[0] == 0
    document = json.loads(told.read_bytes())
    assert (document["schema"], document["exit_code"]) == ("sanctions.run/1", 0)
    assert document["lists"] == lines(shell)
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv", b"")), "--hook", hook)
    document = json.loads(told.read_bytes())
    assert (document["exit_code"], document["lists"][0]["status"]) == (1, "failed")


def test_the_hook_of_the_environment(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saver, told = write(tmp_path / "save.py", SAVE.encode()), tmp_path / "told.json"
    monkeypatch.setenv("SANCTIONS_HOOK", f'"{sys.executable}" "{saver}" "{told}"')
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    assert json.loads(told.read_bytes())["lists"][0]["list"] == "towns"


HOOKS = {
    "one that fails": (f'"{sys.executable}" -c "import sys; sys.exit(\'no mail today\')"', "failed with exit code 1: no mail today"),
    "one that is not there": ("/nowhere/at/all", "cannot be run: No such file or directory"),
    "one that is no command": ("'", "is not a command: No closing quotation"),
    "one that would be a shell's": ("false; touch {folder}/made", "The hook false;"),
    "an empty one": (" ", "The hook is empty"),
    "one that never ends": (f'"{sys.executable}" -c "import time; time.sleep(60)"', "was ended after 0.5 seconds"),
}


@pytest.mark.parametrize("case", HOOKS)
@pytest.mark.parametrize("good", [True, False])
def test_a_hook_that_fails_hides_nothing(good: bool, case: str, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sanctions.commands import hooks

    monkeypatch.setattr(hooks.run_hook, "__defaults__", (0.5 if "never" in case else 20.0,))
    hook, said = HOOKS[case]
    copy = write(tmp_path / "t.csv", TOWNS if good else b"")
    code, out, err = shell.run("refresh", "towns", "--from", str(copy), "--hook", hook.format(folder=tmp_path))
    assert code == (0 if good else 3)
    assert "refreshed" in (out if good else "refreshed")
    assert said in err
    assert said in str(lines(shell)[-1]["error"])
    assert not (tmp_path / "made").exists()


HOMES = ["plain", "with space", "100% of$it", "quote'd", 'double"quoted']


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    return Home(tmp_path / request.param)


def test_minutes_are_spread_and_stay_the_same() -> None:
    minutes = [schedule.minute_of("host", str(number)) for number in range(2_000)]
    assert minutes == [schedule.minute_of("host", str(number)) for number in range(2_000)]
    assert set(minutes) == set(range(schedule.FIRST, schedule.LAST + 1))
    assert max(minutes.count(minute) for minute in set(minutes)) < 2_000 / 53 * 2


def test_cron(home: Home, tmp_path: Path) -> None:
    [text] = schedule.cron(home, 23).values()
    *comments, line = text.splitlines()
    assert all(comment.startswith("#") for comment in comments)
    fields = line.split(None, 5)
    assert fields[:5] == ["23", "*", "*", "*", "*"]
    assert not re.search(r"(?<!\\)%", fields[5])
    said = fields[5].replace(r"\%", "%").replace(str(schedule.program()[0]), "printf '%s\\n'", 1).removesuffix(" > /dev/null")
    words = subprocess.run(["sh", "-c", said], capture_output=True, text=True, check=True).stdout.splitlines()
    assert words[-4:] == ["--home", str(home.root), "refresh", "--due"]
    if shutil.which("crontab"):
        file = write(tmp_path / "crontab", text.encode())
        dry = subprocess.run(["crontab", "-n", str(file)], capture_output=True, text=True, check=False)
        assert dry.returncode == 0 or "invalid option" in dry.stderr


def test_cron_rescreens_whatever_came_of_the_refresh(home: Home) -> None:
    line = schedule.cron(home, 23, Path("/srv/50% done")).popitem()[1].splitlines()[-1]
    refresh, rescreen = line.split(" > /dev/null; ")
    assert refresh.endswith(" refresh --due")
    assert rescreen.endswith(r" rescreen --into '/srv/50\% done' > /dev/null")


@pytest.mark.parametrize("folder", [None, Path("/srv/50% done")])
def test_systemd(home: Home, tmp_path: Path, folder: Path | None) -> None:
    files = schedule.systemd(home, 23, folder)
    assert list(files) == ["sanctions-refresh.service", "sanctions-refresh.timer", *(["sanctions-rescreen.service"] if folder else [])]
    assert ("OnFailure=sanctions-rescreen.service" in files["sanctions-refresh.service"]) is bool(folder)
    assert "OnCalendar=*-*-* *:23:00\n" in files["sanctions-refresh.timer"]
    for name, text in files.items():
        write(tmp_path / "units" / name, text.encode())
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze, which checks the units, is not here")
    units = sorted(map(str, (tmp_path / "units").iterdir()))
    checked = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False)
    assert (checked.returncode, [line for line in checked.stderr.splitlines() if "sanctions" in line]) == (0, [])


def test_windows_and_ci_rescreen_too(home: Home) -> None:
    [task] = schedule.windows(home, 7, Path("C:/reports")).values()
    assert [line.split()[-2] for line in task.splitlines() if "<Arguments>" in line] == ["refresh", "--into"]
    [workflow] = schedule.ci(home, 7, Path("reports")).values()
    assert "        run: sanctions rescreen --into rescreened\n" in workflow


def test_windows(home: Home) -> None:
    [text] = schedule.windows(home, 7).values()
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    for encoding in ("utf-8", "utf-16"):
        task = ElementTree.fromstring(text.encode(encoding))
        assert task.findtext(f".//{space}StartBoundary") == "2026-01-01T00:07:00"
        assert task.findtext(f".//{space}Command") == schedule.program()[0]
        assert str(task.findtext(f".//{space}Arguments")).endswith(" refresh --due")


def test_ci(home: Home) -> None:
    """No YAML library is needed to see that every line is a key, an item or a comment at an even depth, without tabs."""
    [text] = schedule.ci(home, 7).values()
    rows = text.splitlines()
    assert all(re.fullmatch(r"(  )*(- )?[\w-]+:( .+)?|\s*", row) or re.fullmatch(r"(  )*- .+", row) for row in rows)
    assert '    - cron: "7 */6 * * *"' in rows
    assert text.count("${{") == text.count("}}") - text.count("{}}")


@pytest.mark.parametrize("kind", list(schedule.MAKERS))
def test_schedule_prints_and_writes(kind: str, shell: Shell, tmp_path: Path) -> None:
    code, out, err = shell.run("schedule", kind)
    assert (code, bool(err)) == (0, True)
    code, written, _ = shell.run("schedule", kind, "-o", str(tmp_path / "files"))
    assert code == 0
    for name in written.splitlines():
        text = Path(name).read_text("utf-16" if kind == "windows" else "utf-8")
        assert text in out
    (tmp_path / "a file").write_text("")
    code, _, err = shell.run("schedule", kind, "-o", str(tmp_path / "a file" / "below"))
    assert (code, "cannot be written" in err) == (1, True)
