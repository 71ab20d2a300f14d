"""Decisions out of a workbook: known by its keys, held against the ledger, taken in once, row by row or not at all."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sanctions.home import Home
from sanctions.ledger import Ledger, verify
from sanctions.review import Decision, Register
from tests.calling import run
from tests.home import small_home
from tests.review.desk import LIST, PEOPLE, PREPARED, answer, cleared, screened, states, table

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def today() -> date:
    """The day, asked in each test: a run may pass midnight."""
    return datetime.now(UTC).date()


def decisions(home: Home) -> list[Decision]:
    with Ledger.open(home, write=False) as ledger:
        return list(Register.of(ledger).decisions)


def test_answers_are_recorded_with_who_when_and_why(home: Home, tmp_path: Path) -> None:
    report = answer(
        screened(home, tmp_path),
        {
            "C-1": cleared(**{"Rationale": "born 1962", "1 Sanctions list?": "yes", "Analyst": "Jane Roe", "Decided on": today()}),
            "C-2": {"Disposition": "true match", "Reason code": "same particulars"},
        },
    )
    done = run(home, "review", "import", str(report))
    assert done.returncode == 0, done.stderr
    assert "3 rows = 2 recorded + 0 recorded before + 1 not answered + 0 rejected" in done.stdout
    first, second = sorted((one.body for one in decisions(home)), key=lambda one: one.party)
    assert (first.party, first.disposition, first.code, first.rationale) == ("C-1", "false positive", "other birth date", "born 1962")
    assert (first.maker, first.steps, first.decided_on) == ("Jane Roe", {"list": "yes"}, today())
    assert first.review_on == today() + timedelta(days=365)
    assert (second.party, second.disposition, second.review_on) == ("C-2", "true match", None)
    assert verify(home).intact


def test_a_dry_run_says_all_and_records_nothing(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared()})
    before = verify(home).head
    done = run(home, "review", "import", str(report), "--dry-run")
    assert done.returncode == 0
    assert "1 would be recorded" in done.stdout
    assert "Kim Won Hong [C-1]" in done.stdout
    assert verify(home).head == before
    assert run(home, "review", "import", str(report), "--dry-run", "--json").document["recorded"][0]["party"] == "C-1"


def test_the_same_rows_twice_record_nothing_new(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared()})
    run(home, "review", "import", str(report))
    before = verify(home).head
    for path in (report, answer(Path(shutil.copy(report, tmp_path / "copy.xlsx")), {})):
        done = run(home, "review", "import", str(path), "--as", "somebody else")
        assert done.returncode == 0
        assert "0 recorded + 1 recorded before" in done.stdout
    assert verify(home).head == before


def test_a_later_answer_takes_the_place_of_the_earlier_and_a_stale_copy_does_not(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared()})
    stale = Path(shutil.copy(report, tmp_path / "stale.xlsx"))
    run(home, "review", "import", str(report))
    run(home, "review", "import", str(answer(report, {"C-1": {"Disposition": "escalate", "Reason code": "data missing"}})))
    assert [one.body.disposition for one in decisions(home)] == ["false positive", "escalate"]
    done = run(home, "review", "import", str(stale))
    assert done.returncode == 1
    assert "changed since, to escalate" in done.stderr
    run(home, "review", "import", str(answer(stale, {"C-1": {"Rationale": "the passport has come"}})))
    assert [one.body.disposition for one in decisions(home)] == ["false positive", "escalate", "false positive"]


def test_a_bad_row_is_told_and_the_rest_recorded(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared("because"), "C-2": cleared("other kind"), "C-3": {"Rationale": "x"}})
    done = run(home, "review", "import", str(report))
    assert done.returncode == 1
    told = sorted(line for line in done.stderr.splitlines() if line.startswith("rejected:"))
    assert len(told) == 2
    assert all(line.startswith("rejected: Hits row ") for line in told)
    assert any(", Reason code: “because” is none of its answers; choose one of: other kind" in line for line in told)
    assert any(", Disposition: the row has answers and no disposition" in line for line in told)
    assert [one.body.party for one in decisions(home)] == ["C-2"]


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, Path]:
    """A home and a report of it, for tests that must record nothing."""
    folder = tmp_path_factory.mktemp("reported")
    place = small_home(folder / "home", rows=LIST)
    return place, screened(place, folder)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Party", "Kim Won Hung"),
        ("Score", 0.5),
        ("Listed on", date(2000, 1, 1)),
        ("Why", "nothing"),
        ("Decided before", "true match"),
        ("Party ID", None),
        ("Particulars compared", "born: asked 1944 | listed 1945"),
    ],
)
def test_a_workbook_whose_protected_cells_were_changed_is_refused(
    reported: tuple[Home, Path], tmp_path: Path, heading: str, value: Any
) -> None:
    home, original = reported
    report = Path(shutil.copy(original, tmp_path / "report.xlsx"))
    answer(report, {"C-1": {heading: value, **cleared()}, "C-2": cleared("other kind")})
    done = run(home, "review", "import", str(report))
    assert done.returncode == 1
    assert "is refused, and nothing of it is recorded" in done.stderr
    assert f", {heading}: " in done.stderr
    assert "the ledger has" in done.stderr
    assert decisions(home) == []


def test_answers_moved_to_another_row_s_key_are_refused(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared()})
    book = load_workbook(report)
    first, second, *_ = table(book, "Hits")
    first["Key"].value, second["Key"].value = second["Key"].value, first["Key"].value
    book.save(report)
    assert "is refused" in run(home, "review", "import", str(report)).stderr


def test_a_workbook_of_another_home_is_refused(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared()})
    other = small_home(tmp_path / "other", rows=LIST)
    screened(other, tmp_path, "other.xlsx")
    done = run(other, "review", "import", str(report))
    assert done.returncode == 1
    assert "does not hold" in done.stderr
    assert decisions(other) == []


def test_a_trial_of_another_policy_is_refused(home: Home, tmp_path: Path) -> None:
    (tmp_path / "trial.toml").write_text("[thresholds]\ndefault = 0.7\n", "utf-8")
    (tmp_path / "b.csv").write_text("id,name\nC-1,Kim Won Hong\n", "utf-8")
    run(home, "batch", str(tmp_path / "b.csv"), "-o", str(tmp_path / "r.xlsx"), "--policy", str(tmp_path / "trial.toml"))
    assert "a trial of another policy" in run(home, "review", "import", str(answer(tmp_path / "r.xlsx", {"C-1": cleared()}))).stderr


def test_rows_may_be_sorted_and_deleted_and_columns_added(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared(), "C-3": cleared("other number")})
    book = load_workbook(report)
    sheet = book["Hits"]
    rows = table(book, "Hits")
    kept = [[cell.value for cell in row.values()] for row in reversed(rows) if row["Party ID"].value != "C-2"]
    top = next(iter(rows[0].values())).row
    for place, values in enumerate(kept):
        for column, value in enumerate(values, start=1):
            sheet.cell(top + place, column).value = value
    sheet.delete_rows(top + len(kept), len(rows) - len(kept))
    sheet.cell(top - 1, len(rows[0]) + 1).value = "My notes"
    sheet.cell(top, len(rows[0]) + 1).value = "ask Jane"
    sheet.tables.clear()
    book.save(report)
    done = run(home, "review", "import", str(report))
    assert done.returncode == 0, done.stderr
    assert {one.body.party for one in decisions(home)} == {"C-1", "C-3"}


def test_a_row_copied_with_another_answer_is_taken_from_neither(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared(), "C-2": cleared("other kind")})
    book = load_workbook(report)
    sheet, rows = book["Hits"], table(book, "Hits")
    source = next(row for row in rows if row["Party ID"].value == "C-1")
    bottom = sheet.max_row + 1
    for column, (heading, cell) in enumerate(source.items(), start=1):
        sheet.cell(bottom, column).value = (
            "escalate" if heading == "Disposition" else "data missing" if heading == "Reason code" else cell.value
        )
    book.save(report)
    done = run(home, "review", "import", str(report))
    assert done.stderr.count("of the same hit and says otherwise") == 2
    assert [one.body.party for one in decisions(home)] == ["C-2"]


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04 cut off"])
def test_what_is_no_workbook_is_said(home: Home, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.xlsx").write_bytes(content)
    done = run(home, "review", "import", str(tmp_path / "r.xlsx"))
    assert done.returncode == 1
    assert "damaged workbook" in done.stderr
    assert run(home, "review", "import", str(tmp_path / "absent.xlsx")).returncode == 1


def test_a_workbook_without_the_hidden_column_is_said(home: Home, tmp_path: Path) -> None:
    report = answer(screened(home, tmp_path), {"C-1": cleared()})
    book = load_workbook(report)
    sheet = book["Hits"]
    sheet.delete_cols(sheet.max_column)
    sheet.tables.clear()
    book.save(report)
    assert "the hidden column Key" in run(home, "review", "import", str(report)).stderr


def test_with_people_in_the_policy_nobody_else_decides(home: Home, tmp_path: Path) -> None:
    home.policy.write_text(PEOPLE, "utf-8")
    report = answer(screened(home, tmp_path), {"C-1": cleared(), "C-2": cleared("other kind", Analyst="Somebody")})
    assert run(home, "review", "import", str(report)).returncode == 2
    assert run(home, "review", "import", str(report), "--as", "nobody").returncode == 2
    done = run(home, "review", "import", str(report), "--as", "jroe")
    assert "Somebody is not among the policy's people" in done.stderr
    assert [one.body.maker for one in decisions(home)] == ["Jane Roe"]


def test_the_policy_can_ask_for_every_step(home: Home, tmp_path: Path) -> None:
    home.policy.write_text("[decisions]\nsteps = 'required'\ncleared_for_days = 30\n", "utf-8")
    steps = {"1 Sanctions list?": "yes", "2 Same kind?": "yes", "3 How much of the name?": "part", "4 Whole record?": "yes"}
    report = answer(screened(home, tmp_path), {"C-1": cleared(**steps)})
    assert "each of the five steps" in run(home, "review", "import", str(report)).stderr
    assert run(home, "review", "import", str(answer(report, {"C-1": {"5 Similarities?": "none"}}))).returncode == 0
    assert [one.body.review_on for one in decisions(home)] == [today() + timedelta(days=30)]


def test_names_kept_as_hashes_can_be_reviewed_and_are_remembered(home: Home, tmp_path: Path) -> None:
    (home.root / PREPARED).unlink()  # it was made with the names
    home.policy.write_text("[records]\nprivacy = 'keyed'\n", "utf-8")
    report = answer(screened(home, tmp_path), {"C-1": cleared(Rationale="Kim is another"), "C-2": cleared("other kind")})
    done = run(home, "review", "import", str(report))
    assert "it names the party" in done.stderr
    assert run(home, "review", "import", str(answer(report, {"C-1": {"Rationale": "another"}}))).returncode == 0
    assert {id: state for id, (state, _) in states(home, tmp_path).items()} == {"C-1": "cleared", "C-2": "cleared", "C-3": "open"}
    assert b"Won Hong" not in b"".join(one.body.name.encode() for one in decisions(home))
    for heading, forged in (("Why", "+0.9000  forged"), ("Name asked", "Kim Jong Il"), ("Party", "Kim Jong Il"), ("Score", 0.5)):
        copy = answer(Path(shutil.copy(report, tmp_path / "forged.xlsx")), {"C-1": {heading: forged}})
        assert f", {heading}: " in run(home, "review", "import", str(copy)).stderr
    home.policy.write_text("[records]\nprivacy = 'names'\n", "utf-8")
    assert states(home, tmp_path)["C-1"] == ("cleared", [])
    run(home, "report", decisions(home)[0].body.screening, "-o", str(tmp_path / "hashed.xlsx"))
    assert run(home, "review", "import", str(tmp_path / "hashed.xlsx")).returncode == 0


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_workbook_that_libreoffice_saved_is_taken_in(home: Home, tmp_path: Path) -> None:
    """Saved by LibreOffice, answered as an officer would, and saved by LibreOffice again."""
    evil = LIST[0].replace("KIM Wonhong", "_x0041_ =1+1")
    assert evil != LIST[0]
    place = small_home(tmp_path / "h2", rows=(evil, *LIST[1:]))
    report = screened(place, tmp_path)
    for number, answers in enumerate(({}, {"C-1": cleared(Rationale="first\nsecond line", **{"Decided on": today()})})):
        answer(report, answers)
        folder = tmp_path / f"office{number}"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        call = [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(report)]
        subprocess.run(call, check=True, capture_output=True, timeout=180)
        report = folder / "report.xlsx"
    assert all(row["Disposition"].protection.locked is False for row in table(load_workbook(report), "Hits"))
    done = run(place, "review", "import", str(report))
    assert done.returncode == 0, done.stderr
    [one] = decisions(place)
    assert (one.body.party, one.body.rationale, one.body.decided_on) == ("C-1", "first\nsecond line", today())
