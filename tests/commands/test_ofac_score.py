"""The score of OFAC's own search tool beside ours: only where it is asked for, and with words on what it is."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sanctions.home import Home
from sanctions.ledger import Ledger
from tests.commands.test_audit import run, screened
from tests.home import small_home
from tests.workbook import parts

ASKED = ("screen", "Kim Won Hong", "--list", "test_list")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return small_home(tmp_path / "home")


def hit_of(home: Home, *more: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(run(home, *ASKED, "--json", *more).stdout)["hits"][0]
    return found


def test_it_is_shown_where_it_is_asked_for(home: Home) -> None:
    assert hit_of(home)["ofac_score"] is None
    assert hit_of(home, "--ofac-score")["ofac_score"] == 100
    assert "100 of 100 as OFAC's own search tool" in run(home, *ASKED, "--ofac-score").stdout
    assert "OFAC's own search tool" not in run(home, *ASKED).stdout


def test_a_policy_can_ask_for_it_and_says_so(home: Home) -> None:
    home.policy.write_text("[reports]\nofac_score = true\n", "utf-8")
    assert hit_of(home)["ofac_score"] == 100
    with Ledger.open(home, write=False) as ledger:
        policy = ledger.screening(screened(home)[-1]).policy
    assert policy
    assert "Hits also show the score that OFAC's own search tool is documented to give." in policy.terms


def test_it_changes_no_hit(home: Home) -> None:
    first, second = hit_of(home), hit_of(home, "--ofac-score")
    assert first | {"ofac_score": 100} == second


@pytest.mark.parametrize("asked", [True, False])
def test_the_column_is_hidden_unless_it_was_asked_for(home: Home, tmp_path: Path, asked: bool) -> None:
    book, report = tmp_path / "book.csv", tmp_path / "report.xlsx"
    book.write_text("id,name\n1,Kim Won Hong\n", "utf-8")
    done = run(home, "batch", str(book), "-o", str(report), *(["--ofac-score"] if asked else []))
    assert done.returncode == 0, done.stderr
    sheet = load_workbook(report)["Hits"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Hit")
    letter = next(cell.column_letter for cell in head if cell.value == "OFAC tool")
    assert sheet.column_dimensions[letter].hidden is not asked
    assert {row["OFAC tool"] for row in parts.table(report, "Hits")} == ({100} if asked else {"–"})
    assert ("It decides nothing here" in parts.text_of(report, "Method")) is asked
    again = tmp_path / "again.xlsx"
    assert run(home, "report", screened(home)[-1], "-o", str(again)).returncode == 0
    assert again.read_bytes() == report.read_bytes()


def test_it_stands_in_the_csv(home: Home, tmp_path: Path) -> None:
    book, report = tmp_path / "book.csv", tmp_path / "report.csv"
    book.write_text("id,name\n1,Kim Won Hong\n", "utf-8")
    run(home, "batch", str(book), "-o", str(report), "--ofac-score")
    with report.open(encoding="utf-8-sig", newline="") as stream:
        assert [row["ofac_score"] for row in csv.DictReader(stream)] == ["100"]
