"""``sanctions lists history | verify | prune | quarantine`` as they are called."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.acquisition.samples import towns_csv, write
from tests.commands.test_refresh import Shell, shell

__all__ = ["shell"]


@pytest.fixture
def held(shell: Shell, tmp_path: Path) -> Shell:
    """Copies of 400, 200 and 0 days ago, of 10, 12 and 11 towns."""
    for days, count in ((400, 10), (200, 12), (0, 11)):
        at = (datetime.now(UTC) - timedelta(days=days)).date().isoformat()
        copy = write(tmp_path / f"{count}.csv", towns_csv(count, published=at))
        stated = ["--retrieved-at", at] if days else []
        assert shell.run("refresh", "towns", "--from", str(copy), *stated)[0] == 0
    return shell


def test_history(held: Shell) -> None:
    code, out, err = held.run("lists", "history", "towns")
    assert (code, err) == (0, "")
    header, *rows = out.splitlines()
    assert header.split() == ["RETRIEVED", "PUBLISHED", "ENTRIES", "ADDED", "REMOVED", "MB", "SHA256"]
    figures = [row.split()[3:6] for row in rows if row[0].isdigit()]
    assert figures == [["10", "-", "-"], ["12", "2", "0"], ["11", "0", "1"]]
    assert rows[1].strip() == "time of retrieval stated by the user"
    copies = json.loads(held.run("lists", "history", "towns", "--json")[1])["copies"]
    assert [(copy["entries"], copy["added"], copy["removed"], copy["stated"]) for copy in copies] == [
        (10, None, None, True),
        (12, 2, 0, True),
        (11, 0, 1, False),
    ]
    assert [copy["bytes"] for copy in copies] == [sum(file["bytes"] for file in copy["files"]) for copy in copies]


def test_history_of_nothing(shell: Shell) -> None:
    code, out, err = shell.run("lists", "history", "towns")
    assert (code, out, err) == (0, "", "No copy of towns is held. Run: sanctions refresh towns\n")
    assert shell.run("lists", "history", "villages")[0] == 2


def test_verify(held: Shell) -> None:
    code, out, _ = held.run("lists", "verify")
    assert (code, out) == (0, "towns             3 as fetched, 0.0 MB\n")
    [damaged] = [path for path in (held.home / "snapshots" / "towns").glob("*/towns.csv") if len(path.read_bytes().splitlines()) == 13]
    damaged.chmod(0o644)
    damaged.write_bytes(towns_csv(11, mark="touched"))
    code, out, err = held.run("lists", "verify", "towns")
    assert (code, out) == (1, "towns             2 as fetched, 0.0 MB\n")
    assert "DAMAGED: " in err
    assert "is not as it was fetched" in err
    document = json.loads(held.run("lists", "verify", "--json")[1])
    assert (document["damaged"], [bool(copy["error"]) for copy in document["copies"]]) == (1, [False, False, True])


def test_verify_a_copy_without_its_record(held: Shell) -> None:
    record = next((held.home / "snapshots" / "towns").glob("*/snapshot.json"))
    record.chmod(0o644)
    record.write_bytes(b"{")
    code, _, err = held.run("lists", "verify")
    assert (code, "snapshot.json cannot be read" in err) == (1, True)


def test_prune(held: Shell) -> None:
    planned = held.run("lists", "prune", "towns", "--keep-days", "100", "--dry-run")[1].splitlines()
    assert [line.split("  ")[2].partition(":")[0] for line in planned] == ["would be removed", "kept", "kept"]
    assert len(json.loads(held.run("lists", "history", "towns", "--json")[1])["copies"]) == 3
    code, out, _ = held.run("lists", "prune", "towns", "--keep-days", "100", "--json")
    assert code == 0
    assert [copy["dropped"] for copy in json.loads(out)["copies"]] == [True, False, False]
    assert len(json.loads(held.run("lists", "history", "towns", "--json")[1])["copies"]) == 2
    assert held.run("lists", "prune", "towns")[0] == 2


def test_prune_keeps_what_a_recorded_screening_used(held: Shell, tmp_path: Path) -> None:
    """The first copy answered a question as of its day, and the answer was kept."""
    first = json.loads(held.run("lists", "history", "towns", "--json")[1])["copies"][0]
    write(held.home / "screenings" / "1.json", json.dumps({"coverage": [{"sha256": first["sha256"]}]}).encode())
    out = held.run("lists", "prune", "towns", "--keep-days", "1")[1].splitlines()
    assert "kept: a recorded screening used it" in out[0]
    assert len(json.loads(held.run("lists", "history", "towns", "--json")[1])["copies"]) == 3 - sum("  removed" in line for line in out)


def test_prune_keeps_what_stands_in_the_ledger(held: Shell) -> None:
    from sanctions.home import Home
    from sanctions.ledger import Ledger

    first = json.loads(held.run("lists", "history", "towns", "--json")[1])["copies"][0]
    with Ledger.open(Home(held.home)) as ledger:
        ledger.append("screening", {"coverage": [{"list": "towns", "sha256": first["sha256"]}]}, "A. Officer", subject="s1")
    out = held.run("lists", "prune", "towns", "--keep-days", "1")[1].splitlines()
    assert "kept: a recorded screening used it" in out[0]


def test_quarantine(held: Shell, tmp_path: Path) -> None:
    assert held.run("lists", "quarantine", "towns")[1] == "No refused copy is kept.\n"
    held.run("refresh", "towns", "--from", str(write(tmp_path / "few.csv", towns_csv(3, published="2999-01-01"))))
    held.run("refresh", "towns", "--from", str(write(tmp_path / "cut.csv", towns_csv(40) + b"T41")))
    code, out, _ = held.run("lists", "quarantine")
    assert code == 0
    assert "It cannot be approved." in out
    assert "If it is right: sanctions refresh --approve towns@" in out
    newest, oldest = json.loads(held.run("lists", "quarantine", "towns", "--json")[1])["copies"]
    assert (newest["approve"], "cut" in {reason["kind"] for reason in newest["reasons"]}) == (None, True)
    assert {reason["kind"] for reason in oldest["reasons"]} == {"shrunken", "future"}
    assert {path.name for path in Path(oldest["folder"]).iterdir()} == {"quarantine.json", "towns.csv"}


def test_the_group_is_still_a_plain_command(held: Shell) -> None:
    assert held.run("lists", "--json", "towns")[1] == held.run("lists", "towns", "--json")[1]
    code, out, _ = held.run("lists", "--help")
    assert code == 0
    for word in ("[LIST]...", "--json", "history", "prune", "quarantine", "verify"):
        assert word in out
    assert "show" not in [line.split()[0] for line in out.splitlines() if line.strip()]
