"""screen, show and batch as an officer calls them: words, JSON, exit codes."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sanctions.home import Home
from tests.home import small_home

BOOK = """id,name,kind,dob,country,director 1,note
1,Kim Won-hong,person,1945,North Korea,,a listed person in another spelling
2,Ordinary Trading GmbH,company,,Germany,김원홍,its director is listed
3,Hansa Werkzeugbau GmbH,company,,Germany,,an ordinary firm
4,,company,,Germany,,no name
,,,,,,
5,"=HYPERLINK(""http://x"")",company,,,,a formula as a name
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return small_home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.csv"
    path.write_text(BOOK, "utf-8")
    return path


def run(home: Home, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SANCTIONS_HOME": str(home.root), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "sanctions", *arguments], capture_output=True, check=False, text=True, encoding="utf-8", env=environment
    )


def test_screen_json_has_the_agreed_shape(home: Home) -> None:
    done = run(
        home, "screen", "Kim Won-hong", "--list", "test_list", "--birth-date", "1945", "--country", "DPRK", "--kind", "person", "--json"
    )
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert set(document) >= {"schema", "query", "coverage", "threshold", "engine", "hits"}
    (part,) = document["coverage"]
    assert set(part) >= {"list", "published", "retrieved", "sha256", "entries", "status"}
    (hit,) = document["hits"]
    assert set(hit) >= {"entity", "list", "kind", "name", "matched_name", "score", "reasons", "programmes", "listed_on", "url", "status"}
    assert hit["entity"] == "test_list:1"
    assert hit["listed_on"] == "2017-01-11"
    assert hit["url"] == "https://example.org/1"
    assert round(sum(reason["points"] for reason in hit["reasons"]), 4) == hit["score"]
    assert {reason["feature"] for reason in hit["reasons"]} >= {"name", "birth_date", "country"}


def test_screen_says_in_words_what_was_found_and_searched(home: Home) -> None:
    done = run(home, "screen", "Nobody Listed")
    assert done.returncode == 0
    assert "Nobody Listed: no hit at 0.80 or more on 1 list (test_list)." in done.stdout
    assert "clear" not in done.stdout
    assert "searched test_list: 4 entries" in done.stderr
    (missing,) = [line for line in done.stderr.splitlines() if "NOT SEARCHED, no copy held: " in line]
    assert {"gb_uksl", "un_sc", "us_ofac_sdn"} <= set(missing.partition(": ")[2].split(", "))


def test_several_names_give_several_answers(home: Home) -> None:
    done = run(home, "screen", "KOMID", "Nobody", "--json")
    results = json.loads(done.stdout)["results"]
    assert [(each["query"]["name"], len(each["hits"])) for each in results] == [("KOMID", 1), ("Nobody", 0)]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("screen", "KOMID", "--fail-on-hit"), 4, ""),
        (("screen", "Nobody", "--fail-on-hit"), 0, ""),
        (("screen",), 2, "Give a name"),
        (("screen", "X", "--country", "Atlantis"), 2, "'Atlantis' is not a country"),
        (("screen", "X", "--birth-date", "yesterday"), 2, "write 1962, 1962-07 or 1962-07-03"),
        (("screen", "X", "--id", "shoe:42"), 2, "TYPE:VALUE"),
        (("screen", "X", "--id", "imo:"), 2, "no value"),
        (("screen", "X", "--threshold", "2"), 2, "0.5<=x<=1"),
        (("screen", "X", "--list", "nowhere"), 2, "There is no list 'nowhere'"),
        (("screen", "X", "--list", "un_sc"), 3, "sanctions refresh un_sc"),
        (("screen", "X", "--as-of", "2001-01-01"), 3, "as of 2001-01-01"),
        (("screen", "X", "--as-of", "soon"), 2, "is not a time"),
        (("screen", "X", "--require-current"), 3, "un_sc is missing"),
        (("show", "test_list:99"), 2, "There is no entity 'test_list:99'"),
        (("batch", "nowhere.csv", "-o", "r.xlsx"), 1, "nowhere.csv"),
        (("batch", "nowhere.csv", "-o", "r.doc"), 2, ".xlsx, .csv, .json, .jsonl"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_exit_codes(home: Home, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = run(home, *arguments)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_show(home: Home) -> None:
    done = run(home, "show", "test_list:1", "--raw")
    assert "KIM, Won Hong  (person, test_list:1)" in done.stdout
    assert "THE GENERAL  (weak)" in done.stdout
    assert "passport: 745310010" in done.stdout
    assert '"programme": "DPRK2"' in done.stdout
    assert json.loads(run(home, "show", "test_list:1", "--json").stdout)["birth_dates"] == [{"date": "1945-07-17", "text": "17 Jul 1945"}]


def test_batch_accounts_for_every_row(home: Home, book: Path) -> None:
    report = book.with_name("report.jsonl")
    done = run(home, "batch", str(book), "-o", str(report), "--list", "test_list")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [(line["party"]["id"], line["status"], [hit["entity"] for hit in line["hits"]]) for line in lines] == [
        ("1", "screened", ["test_list:1"]),
        ("2", "screened", ["test_list:1"]),
        ("3", "screened", []),
        ("4", "rejected", []),
        ("5", "screened", []),
    ]
    assert lines[1]["hits"][0]["role"] == "director"
    assert "6 rows read = 4 parties + 1 rejected + 1 blank" in done.stderr
    assert "not screened: 'note'" in done.stderr


def test_batch_as_csv_has_no_live_formula(home: Home, book: Path) -> None:
    report = book.with_name("report.csv")
    assert run(home, "batch", str(book), "-o", str(report), "--fail-on-hit").returncode == 4
    rows = list(csv.DictReader(report.read_text("utf-8-sig").splitlines()))
    assert {row["party_id"] for row in rows} == {"1", "2", "3", "4", "5"}
    assert not [value for row in rows for value in row.values() if value[:1] in "=+-@" and value]


def test_batch_as_workbook_and_as_json(home: Home, book: Path) -> None:
    for name, start in (("report.xlsx", b"PK"), ("report.json", b"{")):
        report = book.with_name(name)
        assert run(home, "batch", str(book), "-o", str(report)).returncode == 0
        assert report.read_bytes().startswith(start)


def test_a_report_that_cannot_be_written_leaves_the_earlier_one(home: Home, book: Path) -> None:
    done = run(home, "batch", str(book), "-o", str(book.parent / "nowhere" / "report.jsonl"))
    assert done.returncode == 1
    assert "Name another place with -o" in done.stderr
    assert not list(book.parent.glob(".report*"))


def test_why_and_why_not(home: Home) -> None:
    done = run(home, "screen", "Kim Won Ho", "--kind", "person", "--why", "test_list:1")
    assert "no hit at 0.80" in done.stdout
    assert "Kim Won Ho  against  KIM, Won Hong (person, test_list:1)" in done.stdout
    document = json.loads(run(home, "screen", "Kim Won Ho", "--why", "test_list:1", "--json").stdout)
    assert document["why"][0]["score"] < 0.8
    unknown = run(home, "screen", "Kim Won Ho", "--why", "test_list:99")
    assert unknown.returncode == 2
    assert not unknown.stdout  # nothing is screened, recorded or answered before the mistake is told


def test_what_came_near_is_explained(home: Home) -> None:
    asked = ("screen", "Kim Won Hong", "--threshold", "0.97", "--explain")
    done = run(home, *asked)
    assert "Kim Won Hong: 1 near miss, no hits:" in done.stdout
    assert "against  KIM, Won Hong (person, test_list:1): " in done.stdout
    document = json.loads(run(home, *asked, "--json").stdout)
    assert document["hits"] == []
    (near,) = document["near_misses"]
    assert near["entity"] == "test_list:1"
    assert near["score"] < near["threshold"] == 0.97
    assert round(sum(reason["points"] for reason in near["reasons"]), 4) == near["score"]
    assert "Qwertzuiop: nothing else at 0.65 or more." in run(home, "screen", "Qwertzuiop", "--explain").stdout


def test_an_answer_to_an_identifier_alone_names_it(home: Home) -> None:
    done = run(home, "screen", "--id", "passport:381310014")
    assert done.stdout.startswith("passport number 381310014: ")


def test_compare(home: Home) -> None:
    done = run(home, "compare", "김정은", "KIM, Jong Un", "--kind", "person")
    assert done.returncode == 0
    assert "a hit at 0.80" in done.stdout
    document = json.loads(run(home, "compare", "Kim Jong Un", "Kim Jong Il", "--json", "--ofac-score").stdout)
    assert document["score"] < 0.8
    assert document["ofac_score"] == 100  # the tool drops words of two letters
    assert round(sum(reason["points"] for reason in document["reasons"]), 4) == document["score"]


def test_compare_says_what_cannot_be_the_same(home: Home) -> None:
    done = run(home, "compare", "Jin Teng", "Jin Teng", "--kind", "person", "--other-kind", "vessel")
    assert "a person cannot be the vessel on the list" in done.stdout
    assert run(home, "compare", " ", "Jin Teng").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((), 2, "Give a name, or an identifier with --id."),
        (("Kim Won Hong", " "), 2, "A name is empty"),
        (("!!!",), 2, "!!!: not screened, since there is no name with a letter or digit"),
        (("!!!", "Kim Won Hong", "--fail-on-hit"), 4, "!!!: not screened"),
        (("Kim Won Hong", "--as-of", "1999-12-31"), 3, "every copy there was retrieved later."),
        (("Kim Won Hong", "--as-of", "1999-12-31", "--list", "test_list"), 3, "no copy of it is held as of 1999-12-31."),
    ],
)
def test_what_cannot_be_answered_ends_in_a_sentence_and_its_code(home: Home, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = run(home, "screen", *arguments)
    assert done.returncode == code
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
