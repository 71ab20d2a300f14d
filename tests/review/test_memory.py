"""A cleared hit stays cleared, is always shown, and opens again by itself, for a reason that is named."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest

from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.review import Register, memory, standings_of
from sanctions.screening import Screener
from tests.calling import run
from tests.home import COLUMNS, DEFINITION, take_list
from tests.review.desk import BOOK, LIST, answer, cells, cleared, screened, states

KIM = LIST[0]


@pytest.fixture
def decided(home: Home, tmp_path: Path) -> Home:
    """A home in which the first party's hit was cleared and the second's confirmed."""
    given = {"C-1": cleared(Rationale="born 1962"), "C-2": {"Disposition": "true match", "Reason code": "same particulars"}}
    assert run(home, "review", "import", str(answer(screened(home, tmp_path), given)), "--as", "Jane Roe").returncode == 0
    return home


def listed(home: Home, *rows: str) -> None:
    """The list as its publisher puts it out next."""
    (home.root / "list.csv").write_text("\n".join((COLUMNS, *rows)) + "\n", "utf-8")
    take_list(home, "test_list", home.root / "list.csv", datetime.now(UTC))


def test_what_was_cleared_stays_so_and_is_shown_with_who_when_and_why(decided: Home, tmp_path: Path) -> None:
    assert states(decided, tmp_path) == {"C-1": ("cleared", []), "C-2": ("decided", []), "C-3": ("open", [])}
    rows = {row["Party ID"]: row for row in cells(screened(decided, tmp_path, "again.xlsx"))}
    assert [row["Party ID"] for row in cells(tmp_path / "again.xlsx")][-1] == "C-1", "cleared hits stand after the open ones"
    assert rows["C-1"]["Status"] == "cleared"
    assert rows["C-1"]["Decided before"].startswith("false positive by Jane Roe on ")
    assert "(other birth date: born 1962)" in rows["C-1"]["Decided before"]
    assert rows["C-2"]["Status"] == "alert, decided: true match"
    assert rows["C-3"]["Decided before"] == "–"


def test_only_open_hits_fail_a_run(decided: Home, tmp_path: Path) -> None:
    head, *rows = BOOK.splitlines()
    for row, code in zip(rows, (0, 4, 4, 0), strict=True):
        (tmp_path / "one.csv").write_text(f"{head}\n{row}\n", "utf-8")
        assert run(decided, "batch", str(tmp_path / "one.csv"), "-o", str(tmp_path / "one.json"), "--fail-on-hit").returncode == code


def test_a_report_made_again_shows_what_was_known_on_its_day(home: Home, tmp_path: Path) -> None:
    report = screened(home, tmp_path)
    before = report.read_bytes()
    id = cells(report)[0]["Key"].partition("/")[0]
    run(home, "review", "import", str(answer(report, {"C-1": cleared()})))
    assert run(home, "report", id, "-o", str(tmp_path / "anew.xlsx")).returncode == 0
    assert (tmp_path / "anew.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (KIM.replace("17 Jul 1945", "18 Jul 1945"), "birth date 17 Jul 1945 → 18 Jul 1945"),
        (KIM.replace("KIM Wonhong", "KIM Wonhong|KIM Wun Hong"), "alias added: KIM Wun Hong"),
        (KIM.replace("745310010", "745310011"), "passport 745310010 → 745310011"),
        (KIM.replace("North Korea", "China"), "country North Korea (nationality) → China (nationality)"),
        (KIM.replace('"KIM, Won Hong"', '"KIM, Won Hung"'), "primary name KIM, Won Hong → KIM, Won Hung"),
    ],
)
def test_a_major_change_of_the_listed_record_opens_it_again(decided: Home, tmp_path: Path, row: str, reason: str) -> None:
    listed(decided, row, *LIST[1:])
    state, reasons = states(decided, tmp_path)["C-1"]
    assert state == "re-opened"
    assert any(reason in one for one in reasons), reasons


def test_a_minor_change_is_shown_and_opens_nothing(decided: Home, tmp_path: Path) -> None:
    listed(decided, KIM.replace("DPRK2", "DPRK4"), *LIST[1:])
    found = json.loads(run(decided, "batch", str(tmp_path / "book.csv"), "-o", str(tmp_path / "r.json")).stdout or "{}")
    assert found == {}
    [hit] = json.loads((tmp_path / "r.json").read_text("utf-8"))["results"][0]["hits"]
    assert hit["disposition"]["state"] == "cleared"
    assert any("programme" in one for one in hit["disposition"]["minor"])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("C-1,Kim Won Hong,person,1945-07,KP", "the party's birth dates: 1945-07 added; 1945 removed"),
        ("C-1,Kim Won Hong,person,1945,", "the party's countries: kp removed"),
        ("C-1,Kim Won-Hong,person,1945,KP", "the party's names: kim won-hong added; kim won hong removed"),
    ],
)
def test_a_change_of_the_party_s_data_opens_it_again(decided: Home, tmp_path: Path, line: str, reason: str) -> None:
    book = "\n".join([BOOK.splitlines()[0], line])
    assert states(decided, tmp_path, book)["C-1"] == ("re-opened", [reason])
    assert states(decided, tmp_path)["C-1"] == ("cleared", []), "and as it was, it is cleared again"


def test_case_and_spaces_are_no_change_and_another_party_is_not_cleared(decided: Home, tmp_path: Path) -> None:
    head = BOOK.splitlines()[0]
    assert states(decided, tmp_path, f"{head}\nC-1,KIM  WON HONG,person,1945,KP")["C-1"] == ("cleared", [])
    assert states(decided, tmp_path, f"{head}\nC-9,Kim Won Hong,person,1945,KP")["C-9"] == ("open", [])


def test_two_rows_under_one_id_are_decided_each_by_itself(home: Home, tmp_path: Path) -> None:
    book = f"{BOOK.splitlines()[0]}\nC-1,Kim Won Hong,person,1945,KP\nC-1,Kim Won Hong,person,1945-07,KP\n"
    (tmp_path / "twice.csv").write_text(book, "utf-8")

    def known() -> list[str]:
        assert run(home, "batch", str(tmp_path / "twice.csv"), "-o", str(tmp_path / "r.json")).returncode == 0
        results = json.loads((tmp_path / "r.json").read_text("utf-8"))["results"]
        return [one["hits"][0]["disposition"]["state"] for one in results]

    run(home, "batch", str(tmp_path / "twice.csv"), "-o", str(tmp_path / "twice.xlsx"))
    keys = [row["Key"] for row in cells(tmp_path / "twice.xlsx")]
    run(home, "review", "import", str(answer(tmp_path / "twice.xlsx", {keys[0]: cleared()}, by="Key")))
    opened = run(home, "review", "open", "--screening", keys[0].partition("/")[0], "--json").document["open"]
    assert [one["key"] for one in opened] == [keys[1].partition("/")[2]]
    assert sorted(known()) == ["cleared", "re-opened"]
    run(home, "review", "import", str(answer(tmp_path / "twice.xlsx", {keys[1]: cleared()}, by="Key")))
    assert known() == ["cleared", "cleared"]
    with Ledger.open(home, write=False) as ledger:
        assert len(list(Register.of(ledger).current())) == 2


def test_the_review_date_opens_it_again(home: Home, tmp_path: Path) -> None:
    home.policy.write_text("[decisions]\ncleared_for_days = 10\n", "utf-8")
    run(home, "review", "import", str(answer(screened(home, tmp_path), {"C-1": cleared()})))
    for days, state in ((10, "cleared"), (11, "re-opened")):
        with mock.patch("sanctions.commands.remembering.datetime", wraps=datetime) as clock:
            clock.now.return_value = datetime.now(UTC) + timedelta(days=days)
            found = states(home, tmp_path)["C-1"]
        assert found[0] == state
    assert found[1][0].startswith("its review date ")


def test_an_engine_that_compares_otherwise_opens_it_again_and_one_that_does_not_does_not(decided: Home, tmp_path: Path) -> None:
    with mock.patch.object(Screener.__init__, "__kwdefaults__", {"engine": "engine next"}):
        assert states(decided, tmp_path)["C-1"] == ("cleared", [])
        with mock.patch.object(memory, "_comparison_change", return_value="score 0.8667 → 0.9100"):
            state, reasons = states(decided, tmp_path)["C-1"]
    assert state == "re-opened"
    assert "the engine changed" in reasons[0]
    assert "→ engine next): score" in reasons[0]


def test_a_name_without_an_id_is_remembered_by_its_data(home: Home, tmp_path: Path) -> None:
    run(home, "screen", "Kim Won Hong", "--kind", "person")
    with Ledger.open(home, write=False) as ledger:
        *_, id = (one.id for one in ledger.screenings())
    run(home, "report", id, "-o", str(tmp_path / "r.xlsx"))
    assert run(home, "review", "import", str(answer(tmp_path / "r.xlsx", {"Kim Won Hong": cleared("other particulars")}))).returncode == 0
    said = run(home, "screen", "kim won  hong", "--kind", "person", "--fail-on-hit")
    assert said.returncode == 0
    assert "CLEARED: false positive by " in said.stdout
    other = run(home, "screen", "Kim Won Hong", "--kind", "person", "--birth-date", "1945", "--json", "--fail-on-hit")
    assert other.returncode == 4
    assert other.document["hits"][0]["disposition"]["reasons"] == ["the party's birth dates: 1945 added"]


def test_one_target_on_two_lists_is_cleared_on_both(home: Home, tmp_path: Path) -> None:
    """The same IMO number on both lists; then the second list learns of a number that nobody compared."""
    (home.overlay / "other_list.toml").write_text(DEFINITION.format(key="other_list"), "utf-8")
    ship = LIST[2].replace("3,", "77,", 1)

    def other(row: str) -> None:
        (home.root / "other.csv").write_text(f"{COLUMNS}\n{row}\n", "utf-8")
        take_list(home, "other_list", home.root / "other.csv", datetime.now(UTC))

    def found() -> dict[str, str]:
        assert run(home, "batch", str(tmp_path / "book.csv"), "-o", str(tmp_path / "r.json")).returncode == 0
        hits = json.loads((tmp_path / "r.json").read_text("utf-8"))["results"][2]["hits"]
        return {hit["entity"]: hit["disposition"]["state"] for hit in hits}

    other(ship)
    report = screened(home, tmp_path)
    run(home, "review", "import", str(answer(report, {"3": cleared("other number")}, by="Entry")))
    assert found() == {"other_list:77": "cleared", "test_list:3": "cleared"}
    other_row = next(row for row in cells(screened(home, tmp_path, "again.xlsx")) if row["Entry"] == "77")
    assert "decided as test_list:3 (the same IMO number 7937317)" in other_row["Decided before"]
    assert {one["party"] for one in run(home, "review", "open", "--json").document["open"]} == {"C-1", "C-2"}
    other(ship.replace("North Korea", "China"))
    assert found() == {"other_list:77": "re-opened", "test_list:3": "cleared"}


def test_an_entry_under_another_number_is_the_same_if_all_its_particulars_are(decided: Home, tmp_path: Path) -> None:
    listed(decided, KIM.replace("1,", "91,", 1), *LIST[1:])
    assert states(decided, tmp_path)["C-1"] == ("cleared", [])
    listed(decided, KIM.replace("1,", "91,", 1).replace("17 Jul 1945", "18 Jul 1945"), *LIST[1:])
    assert states(decided, tmp_path)["C-1"] == ("open", []), "an entry that differs is another one"
    listed(decided, KIM, KIM.replace("1,", "91,", 1), *LIST[1:])
    found = run(decided, "review", "open", "--json").document["open"]
    assert states(decided, tmp_path)["C-1"] == ("cleared", []), found


def test_rescreen_remembers(home: Home, tmp_path: Path) -> None:
    (tmp_path / "book.csv").write_text(BOOK, "utf-8")
    run(home, "book", "import", str(tmp_path / "book.csv"))
    assert run(home, "rescreen", "-o", str(tmp_path / "delta.xlsx"), "--fail-on-hit").returncode == 4
    answered = {"C-1": cleared(), "C-2": cleared("other kind"), "C-3": cleared("other number")}
    done = run(home, "review", "import", str(answer(tmp_path / "delta.xlsx", answered, sheet="New hits")))
    assert done.returncode == 0, done.stderr
    listed(home, KIM.replace("DPRK2", "DPRK4"), *LIST[1:])
    quiet = run(home, "rescreen", "--json", "--fail-on-hit")
    assert quiet.returncode == 0
    [changed] = quiet.document["changed"]
    assert changed["hit"]["disposition"]["state"] == "cleared"
    listed(home, KIM.replace("17 Jul 1945", "18 Jul 1945"), *LIST[1:])
    loud = run(home, "rescreen", "-o", str(tmp_path / "delta2.xlsx"), "--fail-on-hit")
    assert loud.returncode == 4
    [row] = cells(tmp_path / "delta2.xlsx", "Changed hits")
    assert row["Status"] == "alert, re-opened"
    assert "open again: the record of test_list:1: birth date 17 Jul 1945 → 18 Jul 1945" in row["Decided before"]


def test_rescreen_tells_what_is_due_for_review_once_though_nothing_changed(home: Home, tmp_path: Path) -> None:
    home.policy.write_text("[decisions]\ncleared_for_days = 10\n", "utf-8")
    (tmp_path / "book.csv").write_text(BOOK, "utf-8")
    run(home, "book", "import", str(tmp_path / "book.csv"))
    run(home, "rescreen", "-o", str(tmp_path / "delta.xlsx"))
    run(home, "review", "import", str(answer(tmp_path / "delta.xlsx", {"C-1": cleared()}, sheet="New hits")))
    for days, code in ((10, 0), (11, 4), (12, 0)):
        with mock.patch("sanctions.commands.rescreen.datetime", wraps=datetime) as clock:
            clock.now.return_value = datetime.now(UTC) + timedelta(days=days)
            done = run(home, "rescreen", "--fail-on-hit", "--json")
        assert done.returncode == code
        assert [one["party"] for one in done.document["review_due"]] == (["C-1"] if code else [])


def test_a_decision_bent_by_hand_clears_nothing(decided: Home, tmp_path: Path) -> None:
    import sqlite3

    connection = sqlite3.connect(decided.ledger)
    connection.execute("DROP TRIGGER entries_no_update")
    connection.execute("UPDATE entries SET body = replace(body, 'true match', 'false positive') WHERE kind = 'disposition'")
    connection.commit()
    connection.close()
    done = run(decided, "batch", str(tmp_path / "book.csv"), "-o", str(tmp_path / "r.json"))
    assert done.returncode == 1
    assert "is bent" in done.stderr


def test_what_was_known_stands_in_the_ledger(decided: Home, tmp_path: Path) -> None:
    states(decided, tmp_path)
    with Ledger.open(decided, write=False) as ledger:
        last = [one.id for one in ledger.screenings()][-1]
        known = {one.party: one.state for one in standings_of(ledger, last)}
        assert len(Register.of(ledger).decisions) == 2
    assert known == {"C-1": "cleared", "C-2": "decided", "C-3": "open"}
    assert run(decided, "audit", "verify").returncode == 0
