"""``sanctions lists`` as it is called."""

from __future__ import annotations

import json
from pathlib import Path

from sanctions.commands.lists import table
from tests.acquisition.samples import towns_csv, write
from tests.commands.test_refresh import Shell, shell

__all__ = ["shell"]


def test_before_anything_is_held(shell: Shell) -> None:
    code, out, err = shell.run("lists", "towns")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "KEY    PUBLISHER       ENTRIES  PUBLISHED  RETRIEVED  AGE  STATE",
        "towns  Example Office        -  -          -            -  missing",
        "",
        "towns: never refreshed; run 'sanctions refresh towns --from FILE'",
        "towns: defined in your own lists folder",
    ]
    assert not (shell.home / "snapshots").exists()


def test_a_copy_held(shell: Shell, tmp_path: Path) -> None:
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv", towns_csv(1_234))))
    code, out, _ = shell.run("lists", "towns")
    assert code == 0
    row = out.splitlines()[1].split()
    assert row[:4] == ["towns", "Example", "Office", "1,234"]
    assert row[4] == "2026-02-27"
    assert "moments" in row


def test_json(shell: Shell, tmp_path: Path) -> None:
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    code, out, _ = shell.run("lists", "--json")
    document = json.loads(out)
    assert (code, document["schema"]) == (0, "sanctions.lists/1")
    lists = {row["key"]: row for row in document["lists"]}
    towns = lists.pop("towns")
    wanted = {"key": "towns", "publisher": "Example Office", "entries": 10, "published": "2026-02-27", "overlay": True, "copies": 1}
    assert {name: towns[name] for name in wanted} == wanted
    assert len(towns["sha256"]) == 64
    assert {row["state"] for row in lists.values()} == {"missing"}


def test_copies_of_a_list_that_is_no_longer_defined(shell: Shell, tmp_path: Path) -> None:
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    (shell.home / "lists" / "towns.toml").unlink()
    assert shell.run("lists")[1].endswith("towns: copies are held, but the list is no longer defined\n")
    assert json.loads(shell.run("lists", "--json")[1])["undefined"] == ["towns"]


def test_what_holds_for_several_lists_is_said_once(shell: Shell) -> None:
    out = shell.run("lists", "us_inksna", "jp_mof", "un_sc")[1]
    said = " ".join(out.partition("\n\n")[2].split())
    assert said == (
        "un_sc: never refreshed; run 'sanctions refresh un_sc' "
        "us_inksna, jp_mof: never refreshed; run 'sanctions refresh KEY --from FILE' "
        "us_inksna, jp_mof: layout from a sample: not yet proven on a whole copy"
    )


def test_every_line_fits_in_100_columns(shell: Shell, tmp_path: Path) -> None:
    shell.run("refresh", "towns", "--from", str(write(tmp_path / "t.csv")))
    shell.run("refresh", "towns", "--from", str(write(tmp_path / ("long name " * 20 + ".csv"), b"")))
    _, out, _ = shell.run("lists")
    assert max(len(line) for line in out.splitlines()) <= 100


def test_states_are_words_and_marks_are_notes() -> None:
    row = {
        "key": "x", "publisher": "A Very Long Name of a Department of State (ADS)", "entries": 5, "published": None, "retrieved": None,
        "age": "3 days", "state": "stale", "note": "last confirmed 3 days ago, limit 48 hours", "proof": "sample", "overlay": False,
    }  # fmt: skip
    lines = table([row])
    assert lines[1].split() == ["x", "ADS", "5", "-", "-", "3", "days", "stale"]
    assert lines[3:] == ["x: last confirmed 3 days ago, limit 48 hours", "x: layout from a sample: not yet proven on a whole copy"]


def test_an_unknown_list(shell: Shell) -> None:
    code, out, err = shell.run("lists", "villages")
    assert (code, out) == (2, "")
    assert "There is no list 'villages'" in err
