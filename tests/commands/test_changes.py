"""changes as an officer calls it, and what show and screen tell of the same target on other lists."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sanctions.home import Home
from tests.commands.test_screening_commands import run
from tests.home import COLUMNS, ROWS, small_home, take_list

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER = (
    ROWS[0].replace("김원홍", "김원홍|=CMD()").replace("17 Jul 1945", "1945"),
    *ROWS[2:],
    "5,NEW *ONE*,,,organisation,,Iran,,,IRAN,2026-01-02,",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Two lists: one with two copies a day apart, one that lists the same man by his passport."""
    root = tmp_path_factory.mktemp("home")
    home = small_home(root, when=START)
    (root / "later").mkdir()
    file = root / "later" / "list.csv"
    file.write_text("\n".join((COLUMNS, *LATER, "")), "utf-8")
    take_list(home, "test_list", file, START + timedelta(days=1))
    return small_home(root, key="other_list", rows=("77,KIM Won-Hong,,,person,1945,,745310010,,X,,", ROWS[3]), when=START)


def test_in_words(home: Home) -> None:
    done = run(home, "changes", "--programme", "DPRK*", "--programme", "IRAN")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "other_list 2026-01-01: first copy, nothing to compare with (2 entries).",
        "",
        "test_list 2026-01-01 → 2026-01-02: 1 added, 1 removed, 1 changed.",
        "  added       NEW *ONE* (organisation, test_list:5) [IRAN]",
        "  removed     MINISTRY OF STATE SECURITY (organisation, test_list:2) [DPRK3]",
        "  changed     KIM, Won Hong (person, test_list:1) [DPRK2]",
        "              alias added: =CMD()",
        "              birth date 17 Jul 1945 → 1945",
    ]


def test_as_json(home: Home) -> None:
    document = json.loads(run(home, "changes", "test_list", "--json").stdout)
    (found,) = document["lists"]
    assert document["schema"] == "sanctions.changes/1"
    assert found["counts"] == {"added": 1, "removed": 1, "changed": 1, "renumbered": 0, "minor_only": 0}
    assert [one["entity"] for one in found["added"]] == ["test_list:5"]
    assert found["removed"][0]["names"] == ["MINISTRY OF STATE SECURITY", "STATE SECURITY DEPARTMENT", "MSS"]
    assert found["changed"][0]["fields"][0] == {
        "field": "alias",
        "change": "added",
        "before": None,
        "after": "=CMD()",
        "major": True,
        "text": "alias added: =CMD()",
    }
    first = json.loads(run(home, "changes", "other_list", "--json").stdout)["lists"][0]
    assert (first["from"], first["to"]["entries"]) == (None, 2)


def test_files_hold_everything(home: Home, tmp_path: Path) -> None:
    for name in ("c.md", "c.json", "c.xlsx"):
        done = run(home, "changes", "-o", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
        assert "1 added, 1 removed, 1 changed" in done.stdout
    assert r"- NEW \*ONE\* (organisation, test\_list:5) \[IRAN\]" in (tmp_path / "c.md").read_text("utf-8")
    assert len(json.loads((tmp_path / "c.json").read_text("utf-8"))["lists"]) == 2
    book = CalamineWorkbook.from_path(str(tmp_path / "c.xlsx"))
    assert book.sheet_names == ["Lists compared", "Changes"]
    rows = book.get_sheet_by_name("Changes").to_python()
    assert ["test_list", "changed", "major", "test_list:1", "KIM, Won Hong", "person", "DPRK2", "alias"] in [row[:8] for row in rows]
    assert "=CMD()" in [row[10] for row in rows]  # a text, read back as it was written


def test_copies_by_time_and_by_hash(home: Home) -> None:
    shas = [
        one["sha256"]
        for one in (json.loads(run(home, "changes", "test_list", "--json").stdout)["lists"][0][side] for side in ("from", "to"))
    ]
    assert "1 added, 1 removed, 1 changed" in run(home, "changes", "--from", shas[1][:10], "--to", shas[0][:10]).stdout
    assert "first copy" in run(home, "changes", "test_list", "--until", "2026-01-01").stdout
    assert "1 added, 1 removed, 1 changed" in run(home, "changes", "test_list", "--since", "2026-01-01").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nowhere",), 2, "There is no list 'nowhere'"),
        (("un_sc",), 3, "sanctions refresh un_sc"),
        (("--until", "2001-01-01"), 3, "No list is held as of 2001-01-01"),
        (("--since", "2026-01-02", "--until", "2026-01-01"), 2, "lies before"),
        (("--since", "soon"), 2, "is not a time"),
        (("--to", "abcdef0"), 2, "needs --from"),
        (("--from", "abcdef0"), 2, "No copy held"),
        (("--from", "abcdef0", "--since", "2026-01-01"), 2, "either by time"),
        (("--against", "/nowhere/at/all.xml"), 2, "does not exist"),
        (("--against", "/tmp"), 2, "name the list"),
        (("un_sc", "--fetch-deltas"), 3, "sanctions refresh un_sc"),
        (("-o", "report.pdf"), 2, ".xlsx, .md, .json"),
        (("-o", "/nowhere/at/all.md"), 1, "cannot be written"),
    ],
)
def test_exit_codes(home: Home, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = run(home, "changes", *arguments)
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_show_tells_of_the_same_target_and_of_the_gaps(home: Home) -> None:
    shown = run(home, "show", "test_list:1").stdout
    assert "the same as  other_list:77  KIM Won-Hong (the same passport number 745310010, and names that agree (1.00))" in shown
    assert "not searched: un_sc (no copy held)" in shown
    target = json.loads(run(home, "show", "other_list:77", "--json").stdout)["target"]
    assert target["ids"] == ["other_list:77", "test_list:1"]
    assert (target["on"], target["not_searched"]) == ([], ["us_ofac_sdn", "un_sc", "eu_fsf", "gb_uksl"])
    assert "the same as" not in run(home, "show", "test_list:4").stdout  # a name in common is no proof


def test_screen_tells_of_the_other_listings(home: Home) -> None:
    done = run(home, "screen", "Kim Won-hong", "--kind", "person")
    assert "also listed as other_list:77 (the same passport number 745310010, and names that agree (1.00))" in done.stdout
    hits = json.loads(run(home, "screen", "Kim Won-hong", "--json").stdout)["hits"]
    assert {hit["entity"]: [other["entity"] for other in hit["same_target"]] for hit in hits} == {
        "test_list:1": ["other_list:77"],
        "other_list:77": ["test_list:1"],
    }
