"""What a scan proposes for a case: it counts for nothing until a person confirms it, and nothing of it is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sanctions.casework.candidates import Settled, read_candidates
from sanctions.casework.custody import read_log
from sanctions.casework.exhibits import check
from sanctions.casework.reading import read_case
from sanctions.cli import cli
from tests.casework.making import FRAMEWORKS, new_case
from tests.home import small_home

ARTICLE = "Witnesses named the Ministry of State Security. Its head was Kim Won-hong.\n\nKim Won-hong was dismissed; Daily NK told it."
GRADES = ("--source", "Daily NK", "--reliability", "C", "--credibility", "3", "--stance", "for", "--when", "2014")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    return new_case(tmp_path / "case")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    rows = (
        '1,"KIM, Won Hong",,,person,17 Jul 1945,North Korea,,,DPRK2,2017-01-11,',
        "2,MINISTRY OF STATE SECURITY,,,organisation,,North Korea,,,DPRK3,2016-07-06,",
    )
    return small_home(tmp_path / "home", rows=rows).root


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), *words])


def test_from_a_document_to_a_fact(case: Path, home: Path, tmp_path: Path) -> None:
    article = str(tmp_path / "article.txt")
    taken = json.loads(run(home, "scan", article, "--list", "test_list", "--into", str(case), "--json").stdout)["taken"]
    assert taken == [{"exhibit": "E2", "file": "exhibits/originals/E2-article.txt", "new": True, "candidates": ["C1", "C2"]}]
    ministry, kim = read_candidates(case)
    assert (ministry.mention, ministry.place, kim.times, kim.state) == ("Ministry of State Security", "paragraph 1", 2, Settled.OPEN)
    assert read_case(case, FRAMEWORKS).facts == ()

    again = run(home, "scan", article, "--list", "test_list", "--into", str(case))
    assert "in the case already; 0 new candidate facts" in again.stderr

    assert "C2: confirmed as F1" in run(home, "case", "confirm", str(case), "C2", *GRADES).stdout
    (fact,) = read_case(case, FRAMEWORKS).facts
    assert fact.exhibits == ("E2",)
    assert fact.statement == "The text says: “Its head was Kim Won-hong.” (paragraph 1)."
    assert "KIM, Won Hong (test_list:1)" in fact.note
    assert run(home, "case", "dismiss", str(case), "C1", "--why", "another state's ministry").exit_code == 0
    assert [(one.state, one.fact, one.why) for one in read_candidates(case)] == [
        (Settled.DISMISSED, "", "another state's ministry"),
        (Settled.CONFIRMED, "F1", ""),
    ]
    assert [line["event"] for line in read_log(case)][-4:] == ["scanned", "scanned", "candidate confirmed", "candidate dismissed"]
    assert "No candidate waits" in run(home, "case", "candidates", str(case)).stdout
    assert "C1" in run(home, "case", "candidates", str(case), "--all").stdout
    check(case)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("confirm", "C9", *GRADES), "there is no candidate 'C9'. Those that wait are: C1, C2."),
        (("confirm", "C1", *GRADES, "--when", "the fifth"), "Write 2014-11-12"),
        (("dismiss", "C9", "--why", "x"), "there is no candidate 'C9'"),
    ],
)
def test_what_cannot_be_settled_changes_nothing(case: Path, home: Path, tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    run(home, "scan", str(tmp_path / "article.txt"), "--list", "test_list", "--into", str(case))
    before = (case / "candidates.toml").read_bytes(), read_log(case)
    failed = run(home, "case", words[0], str(case), *words[1:])
    assert failed.exit_code == 1
    assert sentence in str(failed.exception)
    assert ((case / "candidates.toml").read_bytes(), read_log(case)) == before


def test_a_settled_candidate_stays_settled(case: Path, home: Path, tmp_path: Path) -> None:
    run(home, "scan", str(tmp_path / "article.txt"), "--list", "test_list", "--into", str(case))
    run(home, "case", "dismiss", str(case), "C1", "--why", "x")
    assert "C1 is dismissed already, by A. Author." in str(run(home, "case", "confirm", str(case), "C1", *GRADES).exception)
    assert run(home, "scan", str(tmp_path / "article.txt"), "--list", "test_list", "--into", str(tmp_path / "nocase")).exit_code == 1
