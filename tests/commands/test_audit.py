"""Recording, audit, policy and report as an officer calls them."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sanctions.home import Home
from sanctions.ledger import Ledger
from tests.calling import run
from tests.commands.test_screening_commands import BOOK
from tests.home import small_home
from tests.workbook import parts


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return small_home(tmp_path / "home")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.csv"
    path.write_text(BOOK, "utf-8")
    return path


def screened(home: Home) -> list[str]:
    with Ledger.open(home, write=False) as ledger:
        return [one.id for one in ledger.screenings()]


def test_what_is_screened_is_recorded_and_its_report_comes_again_to_the_byte(home: Home, book: Path, tmp_path: Path) -> None:
    first = tmp_path / "first.xlsx"
    assert run(home, "batch", str(book), "-o", str(first)).returncode == 0
    (id,) = screened(home)
    shutil.rmtree(home.snapshots)
    shutil.rmtree(home.readings)
    for suffix in (".xlsx", ".csv", ".json", ".jsonl"):
        done = run(home, "report", id, "-o", str(tmp_path / f"again{suffix}"))
        assert done.returncode == 0, done.stderr
    assert first.read_bytes() == (tmp_path / "again.xlsx").read_bytes()
    document = json.loads((tmp_path / "again.json").read_text("utf-8"))
    assert document["id"] == id
    assert any(one["hits"] for one in document["results"])


def test_screen_refresh_and_policy_stand_in_the_log(home: Home) -> None:
    run(home, "refresh", "test_list", "--from", str(home.root / "list.csv"))
    run(home, "screen", "Kim Won Hong", "--list", "test_list")
    run(home, "policy", "init")
    run(home, "screen", "Nobody", "--list", "test_list")
    assert run(home, "policy", "record", "--reason", "the board asked").returncode == 0
    log = json.loads(run(home, "audit", "log", "--json").stdout)["entries"]
    assert [one["kind"] for one in log] == [
        "refresh", "screening", "reference", "outcomes", "hit", "standing", "policy", "screening", "outcomes", "policy",
    ]  # fmt: skip
    words = {one["seq"]: one["words"] for one in log}
    assert "changed, no reason given" in words[7]
    assert "the board asked" in words[10]
    assert "in force since" in run(home, "policy", "show").stderr
    assert run(home, "audit", "show", "5").stdout.count("KIM, Won Hong") >= 1
    assert json.loads(run(home, "audit", "show", "5", "--json").stdout)["body"]["hit"]["entity"]["id"] == "test_list:1"
    assert run(home, "audit", "show", "99").returncode == 2
    assert len(json.loads(run(home, "audit", "log", "--kind", "screening", "--last", "1", "--json").stdout)["entries"]) == 1


def test_verify_says_intact_and_names_the_bent_row(home: Home) -> None:
    run(home, "screen", "Kim Won Hong", "--list", "test_list")
    done = run(home, "audit", "verify")
    assert done.returncode == 0
    head = done.stdout.split("head: ")[1].strip()
    run(home, "screen", "Nobody", "--list", "test_list")
    assert run(home, "audit", "verify", "--anchor", head).returncode == 0
    assert run(home, "audit", "verify", "--anchor", "3").returncode == 2
    assert "rewritten" in run(home, "audit", "verify", "--anchor", head[:-1] + ("0" if head[-1] != "0" else "1")).stdout
    connection = sqlite3.connect(home.ledger)
    connection.executescript("DROP TRIGGER entries_no_update; UPDATE entries SET actor = 'nobody' WHERE seq = 3;")
    from sanctions.ledger.database import SCHEMA

    connection.execute(SCHEMA["entries_no_update"])
    connection.commit()
    connection.close()
    done = run(home, "audit", "verify")
    assert done.returncode == 1
    assert "BENT: Entry 3 is bent" in done.stdout
    document = json.loads(run(home, "audit", "verify", "--json").stdout)
    assert (document["intact"], document["at"]) == (False, 3)


def test_export_writes_lines_and_a_workbook(home: Home, tmp_path: Path) -> None:
    run(home, "screen", "Kim Won Hong", "--list", "test_list")
    lines = run(home, "audit", "export").stdout.splitlines()
    assert [json.loads(line)["seq"] for line in lines] == [1, 2, 3, 4, 5]
    for suffix in (".jsonl", ".xlsx"):
        assert run(home, "audit", "export", "-o", str(tmp_path / f"ledger{suffix}")).returncode == 0
    assert (tmp_path / "ledger.jsonl").read_text("utf-8").splitlines() == lines
    assert "KIM, Won Hong" in parts.text_of(tmp_path / "ledger.xlsx", "Ledger")
    assert run(home, "audit", "export", "-o", "x.pdf").returncode == 2


def test_a_mandatory_list_that_is_missing_means_no_answer(home: Home, book: Path, tmp_path: Path) -> None:
    home.policy.write_text("[lists]\nmandatory = ['test_list', 'un_sc']\n", "utf-8")
    done = run(home, "screen", "Nobody Listed")
    assert done.returncode == 3
    assert "NO ANSWER" in done.stdout
    assert "no hit" not in done.stdout
    assert "INCOMPLETE, a mandatory list: un_sc was not searched" in done.stderr
    assert json.loads(run(home, "screen", "Nobody Listed", "--json").stdout)["unmet"]
    report = tmp_path / "r.xlsx"
    assert run(home, "batch", str(book), "-o", str(report)).returncode == 3
    assert "INCOMPLETE, NO ANSWER WITHOUT A MANDATORY LIST: un_sc" in parts.text_of(report, "Summary")
    assert "NO ANSWER" in parts.text_of(report, "No hits")
    assert "policy.toml" in parts.text_of(report, "Method")


def test_the_policy_s_freshness_makes_a_list_stale(home: Home) -> None:
    small_home(home.root.parent / "old", when=datetime.now(UTC) - timedelta(hours=9))
    old = Home(home.root.parent / "old")
    assert run(old, "screen", "Nobody", "--list", "test_list").returncode == 0
    old.policy.write_text("[lists]\nmandatory = ['test_list']\n[lists.stale_after_hours]\ntest_list = 8\n", "utf-8")
    done = run(old, "screen", "Nobody", "--list", "test_list")
    assert done.returncode == 3
    assert "limit 8 hours" in done.stderr


def test_thresholds_weak_aliases_and_trials(home: Home, tmp_path: Path) -> None:
    trial = tmp_path / "what-if.toml"
    trial.write_text("[thresholds]\ndefault = 0.99\n[aliases]\nweak = 'alert'\n", "utf-8")
    assert json.loads(run(home, "screen", "Kim Wonhong", "--json").stdout)["hits"]
    tried = json.loads(run(home, "screen", "Gim Won Hung", "--policy", str(trial), "--json").stdout)
    assert (tried["hits"], tried["threshold"], tried["policy"]["what_if"]) == ([], 0.99, True)
    assert "TRIAL" in run(home, "screen", "Kim Wonhong", "--policy", str(trial)).stderr
    home.policy.write_text("[aliases]\nweak = 'alert'\n", "utf-8")
    assert [hit["status"] for hit in json.loads(run(home, "screen", "The General", "--json").stdout)["hits"]] == ["alert"]
    log = json.loads(run(home, "audit", "log", "--json").stdout)["entries"]
    assert [one["words"] for one in log if "trial" in one["words"]]
    assert len([one for one in log if one["kind"] == "policy"]) == 1


def test_what_has_a_threshold_of_its_own_is_said_with_the_answer(home: Home, book: Path, tmp_path: Path) -> None:
    home.policy.write_text("[thresholds.kinds]\nvessel = 0.99\n", "utf-8")
    assert "no hit at 0.80 (vessel 0.99) or more" in run(home, "screen", "Chong Chonn Gang").stdout
    assert "no hit at 0.90 or more" in run(home, "screen", "Nobody", "--threshold", "0.9").stdout
    report = tmp_path / "r.xlsx"
    assert "at 0.80 (vessel 0.99) or more" in run(home, "batch", str(book), "-o", str(report)).stderr
    assert "≥ 0.80 (vessel 0.99)" in parts.text_of(report, "No hits")


def test_policy_commands(home: Home, tmp_path: Path) -> None:
    assert run(home, "policy", "show").stdout.startswith("built-in policy")
    assert run(home, "policy", "init").returncode == 0
    assert run(home, "policy", "init").returncode == 2
    assert run(home, "policy", "init", "--force").returncode == 0
    assert run(home, "policy", "check").returncode == 0
    bad = tmp_path / "bad.toml"
    bad.write_text("[bands]\nstrong = 2.0\n", "utf-8")
    done = run(home, "policy", "check", str(bad))
    assert done.returncode == 1
    assert "probable ≤ strong" in done.stderr
    assert json.loads(run(home, "policy", "show", "--json").stdout)["recorded"] is False
    assert run(home, "policy", "record", "--reason", " ").returncode == 2
    home.policy.write_text("nonsense", "utf-8")
    assert run(home, "screen", "Nobody").returncode == 1


def test_pruning_asks_for_a_reason_and_removes_nothing_young(home: Home) -> None:
    run(home, "screen", "Kim Won Hong", "--list", "test_list")
    assert run(home, "audit", "prune").returncode == 2
    assert "0 entries" in run(home, "audit", "prune", "--reason", "r", "--dry-run").stdout
    assert "nothing was removed" in run(home, "audit", "prune", "--reason", "r").stdout
    with Ledger.open(home) as ledger:
        ledger.prune(datetime.now(UTC) + timedelta(days=1), "x", "test")
    assert run(home, "audit", "verify").returncode == 0


def test_keyed_names_reach_no_file(home: Home) -> None:
    home.policy.write_text("[records]\nprivacy = 'keyed'\n", "utf-8")
    done = run(home, "screen", "Gim Wonn-hong", "--list", "test_list")
    assert "Gim Wonn-hong: 1 hit" in done.stdout
    assert "wonn" not in run(home, "audit", "export").stdout.casefold()


def test_a_bent_ledger_stops_recording_and_says_so(home: Home) -> None:
    run(home, "screen", "Nobody", "--list", "test_list")
    home.ledger_head.unlink()
    done = run(home, "screen", "Nobody", "--list", "test_list")
    assert done.returncode == 1
    assert "sanctions audit verify" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows folders have no such modes")
def test_a_home_that_cannot_be_written_gives_a_warning_and_an_answer() -> None:
    with tempfile.TemporaryDirectory() as place:
        home = small_home(Path(place) / "home")
        asked = ("screen", "Kim Won Hong", "--list", "test_list")
        run(home, *asked)
        all_of_it = [Path(place), home.root, *home.root.rglob("*")]
        for path in all_of_it:
            path.chmod(0o555 if path.is_dir() else 0o444)
        try:
            with _as_nobody():
                done, read = run(home, *asked), run(home, "audit", "verify")
        finally:
            for path in all_of_it:
                path.chmod(0o755 if path.is_dir() else 0o644)
    assert "NOT RECORDED" in done.stderr
    assert (done.returncode, read.returncode) == (0, 0)
    assert "Kim Won Hong: 1 hit" in done.stdout
    assert "intact: 5 entries" in read.stdout


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Root may write everywhere, so root becomes somebody else for as long; the modules needed are loaded by then."""
    import sanctions.commands.audit  # noqa: F401 - loaded before the change of user

    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
