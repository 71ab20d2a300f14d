"""book and rescreen as an officer calls them: counts that add up, JSON, a workbook, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sanctions.home import Home
from tests.home import ROWS, small_home, take_list

FILE = """id,name,kind,dob,director 1,balance
A1,Kim Won-hong,person,1945,,10
A2,Ordinary Trading GmbH,company,,김원홍,20
A3,Hansa Werkzeugbau GmbH,company,,,30
A3,Hansa again,company,,,31
,No Number Ltd,company,,,40
A5,,company,,,50
,,,,,
"""


def run(home: Home, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SANCTIONS_HOME": str(home.root), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "sanctions", *arguments], capture_output=True, check=False, text=True, encoding="utf-8", env=environment
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return small_home(tmp_path / "home")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(FILE, "utf-8")
    return path


def test_every_row_of_an_import_is_accounted_for(home: Home, file: Path) -> None:
    said = run(home, "book", "import", str(file)).stdout
    assert "7 rows read = 3 new + 0 changed + 0 unchanged + 3 rejected + 1 blank" in said
    assert "row 5, Hansa again: the id 'A3' stands in row 4 already" in said
    assert "row 6, No Number Ltd: there is no id in this row" in said
    assert "row 7, no name: " in said
    file.write_text(FILE.replace("1945,,10", "1945,,11").replace("Ordinary", "Extraordinary").replace("A3,Hansa", "A4,Hansa"), "utf-8")
    second = json.loads(run(home, "book", "import", str(file), "--json").stdout)
    assert [second[key] for key in ("new", "changed", "unchanged", "removed", "absent")] == [1, 1, 1, 0, 1]
    third = json.loads(run(home, "book", "import", str(file), "--replace", "--json").stdout)
    assert [third[key] for key in ("new", "changed", "unchanged", "removed", "absent")] == [0, 0, 3, 1, 0]
    parties = json.loads(run(home, "book", "list", "--json").stdout)["parties"]
    assert [(one["id"], one["name"], one["screened"]) for one in parties] == [
        ("A1", "Kim Won-hong", False),
        ("A2", "Extraordinary Trading GmbH", False),
        ("A4", "Hansa Werkzeugbau GmbH", False),
    ]
    assert "A3  Hansa Werkzeugbau GmbH  (company, removed " in run(home, "book", "list", "--removed").stdout


def test_a_day_of_the_book(home: Home, file: Path, tmp_path: Path) -> None:
    run(home, "book", "import", str(file))
    first = tmp_path / "first.json"
    assert "full (first re-screening of this book)" in run(home, "rescreen", "-o", str(first)).stdout
    document = json.loads(first.read_text("utf-8"))
    assert document["schema"] == "sanctions.rescreen/1"
    assert [(one["party"]["id"], one["hit"]["entity"], one["hit"]["role"]) for one in document["new"]] == [
        ("A1", "test_list:1", None),
        ("A2", "test_list:1", "director"),
    ]
    assert document["screening"] in run(home, "audit", "log", "--kind", "screening").stdout

    listed = tmp_path / "list.csv"
    text = (home.root / "list.csv").read_text("utf-8")
    listed.write_text(text.replace(ROWS[0], ROWS[0].replace("DPRK2", "DPRK4")) + "5,HANSA WERKZEUGBAU,,,organisation,,,,,X,,\n", "utf-8")
    from datetime import UTC, datetime

    take_list(home, "test_list", listed, datetime.now(UTC))
    run(home, "book", "remove", "A2")
    said = run(home, "book", "add", "B1", "KOMID", "--kind", "company", "--country", "North Korea").stdout
    assert said == "new: B1, KOMID\n"
    lines, book = tmp_path / "delta.jsonl", tmp_path / "delta.xlsx"
    run(
        home,
        "rescreen",
        "-o",
        str(lines),
        "--hook",
        f"{sys.executable} -c \"import sys; open('{tmp_path}/hook', 'w').write(sys.stdin.read())\"",
    )
    summary, *changes = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    assert summary["hits"] == {"before": 2, "new": 2, "changed": 1, "closed": 1, "now": 3}
    assert summary["parties"] == {"in_book": 3, "added_or_changed": 1, "screened": 3, "untouched": 0, "rejected": 0}
    assert summary["mode"] == "delta"
    assert [(one["change"], one["party"]["id"], one["causes"]) for one in changes] == [
        ("changed", "A1", ["entry changed"]),
        ("closed", "A2", ["party removed from the book"]),
        ("new", "A3", ["entry added"]),
        ("new", "B1", ["party added to the book"]),
    ]
    assert changes[0]["differences"] == ["the entry's listings"]
    assert json.loads((tmp_path / "hook").read_text("utf-8"))["hits"] == summary["hits"]

    run(home, "book", "remove", "B1")
    run(home, "rescreen", "-o", str(book), "--full")
    sheets = load_workbook(book)
    assert sheets.sheetnames == ["Summary", "New hits", "Changed hits", "Closed hits", "Not screened"]
    (closed,) = [row for row in sheets["Closed hits"].iter_rows(values_only=True) if row[1] == "B1"]
    assert closed[:4] == ("X0001", "B1", "KOMID", "party removed from the book")
    figures = {row[0]: row[1] for row in sheets["Summary"].iter_rows(values_only=True) if row[0]}
    assert (figures["Hits before"], figures["+ new"], figures["– closed"], figures["= hits now"]) == (3, 0, 1, 2)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("book", "list"), 0, "There is no book in"),
        (("rescreen",), 2, "sanctions book add ID NAME"),
        (("rescreen", "-o", "delta.doc"), 2, ".xlsx, .json, .jsonl"),
        (("book", "remove", "Z9"), 2, "The book has no party 'Z9'"),
        (("book", "import", "nowhere.csv"), 1, "nowhere.csv"),
        (("book", "add", " ", "Somebody"), 2, "must have 1 to 200 characters"),
        (("book", "add", "A1", "Somebody", "--country", "Atlantis"), 2, "'Atlantis' is not a country"),
    ],
)
def test_exit_codes(home: Home, arguments: tuple[str, ...], code: int, says: str) -> None:
    assert says in run(home, *arguments, code=code).stderr


def test_a_file_without_ids_is_refused(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name\nKim\n", "utf-8")
    assert 'Name it with --columns "Your column=id"' in run(home, "book", "import", str(path), code=1).stderr


def test_an_alert_is_an_exit_code_and_a_report_that_cannot_be_written_changes_nothing(home: Home, tmp_path: Path) -> None:
    run(home, "book", "add", "A1", "Kim Won Hong")
    run(home, "rescreen", "-o", str(tmp_path / "nowhere" / "delta.json"), code=1)
    assert "1 new" in run(home, "rescreen", "--fail-on-hit", code=4).stdout
    assert "0 new" in run(home, "rescreen", "--fail-on-hit").stdout


def test_an_unattended_run_writes_only_if_anything_came_of_it(home: Home, tmp_path: Path) -> None:
    reports = tmp_path / "reports" / "of the night"
    run(home, "book", "add", "A1", "Kim Won-hong", "--kind", "person")
    run(home, "rescreen", "--into", str(reports))
    (written,) = reports.iterdir()
    assert written.name.startswith("rescreen-20")
    assert load_workbook(written).sheetnames
    run(home, "rescreen", "--into", str(reports))
    assert list(reports.iterdir()) == [written]
    assert "give one of them" in run(home, "rescreen", "--into", str(reports), "-o", "x.xlsx", code=2).stderr


def test_a_file_that_is_no_book_is_told(home: Home) -> None:
    (home.root / "book.sqlite").write_bytes(b"not a database at all" * 100)
    assert "the book cannot be used" in run(home, "book", "list", code=1).stderr
