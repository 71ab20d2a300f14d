"""Four eyes: a decision counts once another person has agreed, and nobody checks their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.home import Home
from sanctions.ledger import Ledger, verify
from sanctions.policy import FourEyes
from sanctions.review import Register
from sanctions.review.checking import sample_of
from tests.calling import run
from tests.review.desk import PEOPLE, answer, cells, cleared, screened, states

ASKED = "[four_eyes]\ndispositions = ['false positive']\n" + PEOPLE


@pytest.fixture
def waiting(home: Home, tmp_path: Path) -> Home:
    """A home in which Jane Roe cleared a hit and somebody must agree."""
    home.policy.write_text(ASKED, "utf-8")
    given = {"C-1": cleared(Rationale="born 1962"), "C-2": {"Disposition": "escalate", "Reason code": "data missing"}}
    done = run(home, "review", "import", str(answer(screened(home, tmp_path), given)), "--as", "Jane Roe")
    assert "1 of them await a second person's check" in done.stdout
    return home


def pending(home: Home) -> list[int]:
    return [one["entry"] for one in run(home, "review", "pending", "--json").document["pending"]]


def test_what_awaits_a_check_is_listed_and_does_not_clear(waiting: Home, tmp_path: Path) -> None:
    assert len(pending(waiting)) == 1
    said = run(waiting, "review", "pending")
    assert "Kim Won Hong [C-1]" in said.stdout
    assert "awaiting a second person's check" in said.stdout
    assert states(waiting, tmp_path)["C-1"] == ("awaiting", [])


def test_another_person_who_may_agrees_and_then_it_is_cleared(waiting: Home, tmp_path: Path) -> None:
    (seq,) = pending(waiting)
    done = run(waiting, "review", "approve", str(seq), "--as", "alee", "--note", "seen the passport")
    assert done.returncode == 0, done.stderr
    assert "under one account" in done.stderr, "maker and checker sat at one account here, which is said"
    assert pending(waiting) == []
    assert states(waiting, tmp_path)["C-1"] == ("cleared", [])
    before = verify(waiting).head
    assert "1 recorded before" in run(waiting, "review", "approve", str(seq), "--as", "Ann Lee").stdout
    assert verify(waiting).head == before


@pytest.mark.parametrize(
    ("person", "more", "said"),
    [
        ("Jane Roe", [], "Jane Roe made or brought in decision"),
        ("jroe", [], "another person must"),
        ("Ann Lee", ["--return"], "say in a note why"),
        ("Nobody", [], "The policy names Jane Roe; Ann Lee"),
    ],
)
def test_who_may_not_check(waiting: Home, person: str, more: list[str], said: str) -> None:
    (seq,) = pending(waiting)
    done = run(waiting, "review", "approve", str(seq), "--as", person, *more)
    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert pending(waiting) == [seq]


def test_a_maker_without_the_role_cannot_check(waiting: Home) -> None:
    waiting.policy.write_text(ASKED + "[[people]]\nname = 'Bo Kim'\nuser = 'bk'\nroles = ['maker']\n", "utf-8")
    (seq,) = pending(waiting)
    assert "Bo Kim has not the role “checker”" in run(waiting, "review", "approve", str(seq), "--as", "Bo Kim").stderr


def test_the_policy_can_refuse_one_account_for_both(waiting: Home) -> None:
    waiting.policy.write_text(ASKED.replace("[four_eyes]", "[four_eyes]\none_account = 'refuse'"), "utf-8")
    (seq,) = pending(waiting)
    assert "another account" in run(waiting, "review", "approve", str(seq), "--as", "Ann Lee").stderr


def test_the_one_who_brought_it_in_for_another_cannot_check_it(home: Home, tmp_path: Path) -> None:
    home.policy.write_text(ASKED, "utf-8")
    report = answer(screened(home, tmp_path), {"C-1": cleared(Analyst="Jane Roe")})
    run(home, "review", "import", str(report), "--as", "Ann Lee")
    (seq,) = pending(home)
    assert "Ann Lee made or brought in" in run(home, "review", "approve", str(seq), "--as", "Ann Lee").stderr


def test_the_checker_answers_in_a_workbook(waiting: Home, tmp_path: Path) -> None:
    path = tmp_path / "pending.xlsx"
    assert run(waiting, "review", "pending", "-o", str(path)).returncode == 0
    [row] = cells(path, "Checks")
    assert (row["Party ID"], row["Disposition"], row["Decided by"], row["State"]) == ("C-1", "false positive", "Jane Roe", "awaiting")
    answer(path, {"C-1": {"Check": "returned"}}, sheet="Checks")
    assert "say in a note why" in run(waiting, "review", "import", str(path), "--as", "Ann Lee").stderr
    answer(path, {"C-1": {"Checker's note": "no document"}}, sheet="Checks")
    assert "made or brought in" in run(waiting, "review", "import", str(path), "--as", "Jane Roe").stderr
    assert "1 returned would be recorded" in run(waiting, "review", "import", str(path), "--as", "Ann Lee", "--dry-run").stdout
    assert run(waiting, "review", "import", str(path), "--as", "Ann Lee").returncode == 0
    assert states(waiting, tmp_path)["C-1"] == ("returned", [])
    answer(path, {"C-1": {"Rationale": "forged"}}, sheet="Checks")
    assert "is refused" in run(waiting, "review", "import", str(path), "--as", "Ann Lee").stderr


def test_one_hit_is_decided_from_the_command_line(home: Home, tmp_path: Path) -> None:
    opened = run(home, "review", "open", "--json").document["open"]
    one = next(each for each in opened if each["party"] == "C-1")
    hit = f"{one['screening']}/{one['key']}"
    assert hit in run(home, "review", "open").stdout
    why = ("--disposition", "false positive", "--rationale", "another man")
    assert "none of its answers" in run(home, "review", "decide", hit, "--disposition", "no").stderr
    assert run(home, "review", "decide", f"{one['screening']}/9h9", *why).returncode == 2
    assert run(home, "review", "decide", "S0/0h0", *why).returncode == 2
    assert "false positive by Jane Roe" in run(home, "review", "decide", hit, *why, "--as", "Jane Roe").stdout
    assert "1 recorded before" in run(home, "review", "decide", hit, *why).stdout
    assert states(home, tmp_path)["C-1"] == ("cleared", [])


def test_a_decision_that_was_replaced_needs_no_check(waiting: Home, tmp_path: Path) -> None:
    (seq,) = pending(waiting)
    report = answer(tmp_path / "report.xlsx", {"C-1": {"Disposition": "escalate", "Reason code": "data missing"}})
    assert run(waiting, "review", "import", str(report), "--as", "Jane Roe").returncode == 0
    assert pending(waiting) == []
    assert "was replaced by a later one" in run(waiting, "review", "approve", str(seq), "--as", "Ann Lee").stderr
    assert "there is no decision 1" in run(waiting, "review", "approve", "1", "--as", "Ann Lee").stderr


@pytest.mark.parametrize(
    ("rule", "band", "disposition", "needed"),
    [
        (FourEyes(), "strong", "true match", False),
        (FourEyes(bands=("strong",)), "strong", "escalate", True),
        (FourEyes(bands=("strong",)), "possible", "escalate", False),
        (FourEyes(dispositions=("false positive",)), "possible", "false positive", True),
        (FourEyes(pairs=(("strong", "false positive"),)), "strong", "false positive", True),
        (FourEyes(pairs=(("strong", "false positive"),)), "strong", "true match", False),
        (FourEyes(pairs=(("strong", "false positive"),)), "possible", "false positive", False),
    ],
)
def test_what_needs_a_second_person(rule: FourEyes, band: str, disposition: str, needed: bool) -> None:
    assert rule.needed(band, disposition) is needed


def test_a_sample_is_drawn_again_by_its_seed_and_what_its_tester_returns_is_open(home: Home, tmp_path: Path) -> None:
    home.policy.write_text(PEOPLE, "utf-8")
    given = {"C-1": cleared(), "C-2": cleared("other kind"), "C-3": cleared("other number")}
    run(home, "review", "import", str(answer(screened(home, tmp_path), given)), "--as", "Jane Roe")
    path = tmp_path / "sample.xlsx"
    assert run(home, "review", "sample", "--n", "2", "--seed", "7", "-o", str(path)).returncode == 0
    drawn = [row["Party ID"] for row in cells(path, "Checks")]
    told = run(home, "review", "sample", "--n", "2", "--seed", "7", "--json").document
    assert [one["party"] for one in told["sample"]] == drawn
    assert (told["population"], len(set(drawn))) == (3, 2)
    with Ledger.open(home, write=False) as ledger:
        register = Register.of(ledger)
        assert {tuple(one.body.party for one in sample_of(register, 2, seed).decisions) for seed in range(40)} == {
            (a, b) for a, b in (("C-3", "C-2"), ("C-3", "C-1"), ("C-2", "C-1"), ("C-2", "C-3"), ("C-1", "C-2"), ("C-1", "C-3"))
            if [one.body.party for one in register.decisions].index(a) < [one.body.party for one in register.decisions].index(b)
        }  # fmt: skip
    answer(path, {drawn[0]: {"Check": "returned", "Checker's note": "the passport is another"}}, sheet="Checks")
    assert run(home, "review", "import", str(path), "--as", "Ann Lee").returncode == 0
    assert states(home, tmp_path)[drawn[0]] == ("returned", [])
