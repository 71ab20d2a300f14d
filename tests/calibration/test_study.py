"""The study: what it counts is what the screener answers, the same each time, and the workbook shows all of it."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace
from openpyxl import load_workbook

from sanctions.calibration import Calibration, ClassRecall, Share, calibrate, cases_of, drawn, is_tuning, read_labelled, searched_entities
from sanctions.calibration.ordinary import ordinary_firms, ordinary_people
from sanctions.cli import cli
from sanctions.errors import BookError
from sanctions.home import Home
from sanctions.matching.manipulations import MANIPULATIONS
from sanctions.matching.meaning import Numbers, measured, own_or_measured
from sanctions.model import Kind, Name, Party
from sanctions.screening import Screener
from sanctions.workbook.calibration import write_calibration
from tests.home import small_home

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
FIRST = ("RUMYANTSEV", "SOKOLENKO", "TERESHCHUK", "VORONTSOV", "ZHDANKOVA", "MAKARYCHEV")
SECOND = ("Alexander Grigoryevich", "Bronislav Timofeevich", "Kazimir Valentinovich", "Ludmila Konstantinovna")
ROWS = tuple(
    f'{number},"{family}, {given}",,,person,19{50 + number},Russia,,,TEST,2020-01-01,'
    for number, (family, given) in enumerate(((family, given) for family in FIRST for given in SECOND), start=1)
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return small_home(tmp_path_factory.mktemp("calibration"), rows=ROWS)


@pytest.fixture(scope="module")
def screener(home: Home) -> Screener:
    return Screener.open(home, lists=("test_list",), now=NOW)


def study_of(screener: Screener, **changed: object) -> Calibration:
    settings = {"threshold": 0.8, "now": NOW, "number": 6, "ordinary": 30, "samples": 5} | changed
    return calibrate(screener, **settings)  # type: ignore[arg-type]  # a test's settings


@pytest.fixture(scope="module")
def study(screener: Screener) -> Calibration:
    return study_of(screener)


def test_every_name_as_published_is_found_first(study: Calibration) -> None:
    control = next(one for one in study.classes if one.manipulation.name == "as_published")
    assert control.found == control.first == Share(6, 6)


def test_every_class_is_counted_and_none_asks_more_than_it_was_told(study: Calibration) -> None:
    assert [one.manipulation.name for one in study.classes] == list(MANIPULATIONS)
    assert all(one.found.whole <= 6 for one in study.classes)
    assert all(one.found.part + len(one.missed) == one.found.whole for one in study.classes)


def test_an_answer_is_what_the_screener_says(study: Calibration, screener: Screener) -> None:
    for one in study.classes:
        for answer in one.answers:
            hits = screener.screen(answer.case.party, threshold=study.threshold).hits
            assert answer.found is (answer.case.entity.id in {hit.entity.id for hit in hits})
            assert answer.comparison.score == screener.compare(answer.case.party, answer.case.entity.id).score


def test_the_same_seed_gives_the_same_study_and_another_does_not(study: Calibration, screener: Screener) -> None:
    assert study_of(screener) == study
    assert study_of(screener, seed=1) != study


def test_samples_lie_on_their_side_of_the_threshold(study: Calibration) -> None:
    assert all(0.8 <= one.comparison.score <= 0.85 for one in study.above)
    assert all(0.75 <= one.comparison.score < 0.8 for one in study.below)
    assert len(study.above) <= 5
    assert len(study.below) <= 5


def test_a_sample_is_not_moved_by_other_entries(screener: Screener) -> None:
    entities = list(searched_entities(screener))
    order = [entity.id for entity in drawn(entities, 7)]
    without = [entity.id for entity in drawn(entities[5:], 7)]
    assert [one for one in order if one in without] == without


def test_both_halves_are_about_half() -> None:
    assert 400 < sum(is_tuning(f"x:{number}") for number in range(1000)) < 600


def test_cases_with_a_year_of_birth_carry_it(screener: Screener) -> None:
    case = next(cases_of(drawn(searched_entities(screener), 0), MANIPULATIONS["initials_birth"]))
    assert [str(date) for date in case.party.birth_dates] == [str(date)[:4] for date in case.entity.birth_dates]
    assert case.party.kind is Kind.UNKNOWN


def test_own_customers_take_the_place_of_the_embedded_names(screener: Screener) -> None:
    customers = [Party(id="1", names=(Name(full="RUMYANTSEV, Alexander Grigoryevich"),)), Party(id="2", names=(Name(full="Bakery Ltd"),))]
    found = study_of(screener, customers=customers, customers_name="ours.csv", classes=("as_published",))
    assert [(one.label, one.alerted, one.with_evidence) for one in found.ordinary] == [("own book ours.csv", Share(1, 2), None)]


@pytest.mark.parametrize("make", [ordinary_people, ordinary_firms])
def test_ordinary_names_are_many_different_and_the_same_each_time(make: object) -> None:
    names = [party.name for party in make(1500, 3)]  # type: ignore[operator]  # either maker
    assert len(set(names)) == 1500
    assert names == [party.name for party in make(1500, 3)]  # type: ignore[operator]  # either maker


def labelled_book(
    folder: Path, rows: list[tuple[str, str, str]], headings: tuple[str, str, str] = ("name", "entity id", "verdict")
) -> Path:
    path = folder / "labelled.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([headings, *rows])
    return path


def test_own_labels_give_precision_and_recall(tmp_path: Path, screener: Screener) -> None:
    book = labelled_book(
        tmp_path,
        [
            ("Alexander Grigoryevich Rumyantsev", "test_list:1", "true"),
            ("Aleksandr Rumyantsev", "test_list:1", "True match"),
            ("Entirely Different Name", "test_list:1", "yes"),
            ("Bronislav Timofeevich Rumyantsev", "test_list:2", "false positive"),
            ("Somebody Else", "test_list:2", "undetermined"),
            ("Somebody Else", "test_list:999", "false"),
        ],
    )
    found = read_labelled(book, screener)
    assert [pair.same for pair in found.pairs] == [True, True, True, False]
    precision, recall = found.figures(0.8)
    above = [pair for pair in found.pairs if pair.comparison.score >= 0.8]
    assert precision == Share(sum(pair.same for pair in above), len(above))
    assert recall.whole == 3
    assert 1 <= recall.part < 3
    assert [line.split(":")[0] for line in found.left_out] == ["row 6", "row 7"]


def test_a_book_with_ids_of_its_own_parties_is_read_too(tmp_path: Path, screener: Screener) -> None:
    path = tmp_path / "labelled.csv"
    path.write_text("id,name,kind,entity id,verdict\nC-7,Aleksandr Rumyantsev,person,test_list:1,true\n", "utf-8")
    (pair,) = read_labelled(path, screener).pairs
    assert (pair.party.id, pair.entity_id, pair.same) == ("C-7", "test_list:1", True)


@pytest.mark.parametrize(
    ("found", "asked", "told"),
    [(100, 100, "yes"), (99, 100, "yes"), (98, 100, "below, within chance"), (900, 1000, "NOT MET"), (0, 0, "none to ask")],
)
def test_a_class_below_its_goal_says_whether_that_can_be_chance(
    tmp_path: Path, study: Calibration, found: int, asked: int, told: str
) -> None:
    any_answer = study.classes[0].answers[0]
    answers = tuple(replace(any_answer, rank=1 if number < found else None) for number in range(asked))
    only = ClassRecall(MANIPULATIONS["transposed"], answers)  # its goal is .99
    write_calibration(replace(study, classes=(only,)), tmp_path / "study.xlsx")
    (row,) = (
        row for row in load_workbook(tmp_path / "study.xlsx")["Recall by class"].iter_rows(values_only=True) if row[0] == "transposed"
    )
    assert row[8] == told


def test_equal_numbers_stand_in_a_table_of_their_own(tmp_path: Path, study: Calibration) -> None:
    counted = (
        Numbers(family="document", numbers=4562, several=235, differing=2),
        Numbers(family="imo", numbers=12, several=0, differing=0),
    )
    write_calibration(replace(study, meaning=replace(study.meaning, identifiers=counted)), tmp_path / "study.xlsx")
    rows = [row[:6] for row in load_workbook(tmp_path / "study.xlsx")["Equal numbers"].iter_rows(values_only=True)]
    assert ("passport and national identity numbers", 4562, 235, 233, 2, pytest.approx(2 / 235)) in rows
    assert ("IMO numbers", 12, 0, 0, 0, "–") in rows


@pytest.mark.parametrize(
    ("headings", "rows", "told"),
    [
        (("name", "entity id", "colour"), [("A B", "test_list:1", "true")], "no column for the verdict"),
        (("name", "colour", "verdict"), [("A B", "test_list:1", "true")], "no column for the listed entity's id"),
        (("name", "entity id", "verdict"), [("A B", "test_list:1", "perhaps")], "neither true nor false"),
    ],
)
def test_a_book_without_labels_is_refused(
    tmp_path: Path, screener: Screener, headings: tuple[str, str, str], rows: list[tuple[str, str, str]], told: str
) -> None:
    with pytest.raises(BookError, match=told):
        read_labelled(labelled_book(tmp_path, rows, headings), screener)


def test_the_workbook_shows_all_of_it(tmp_path: Path, study: Calibration) -> None:
    path = tmp_path / "study.xlsx"
    write_calibration(study, path)
    book = load_workbook(path)
    worth = ["What scores are worth", "Equal numbers"]
    assert book.sheetnames == ["Calibration", "Recall by class", "Ordinary names", *worth, "About the threshold", "Missed"]
    shown = {row[0]: row for row in book["Recall by class"].iter_rows(values_only=True) if row[0]}
    for one in study.classes:
        assert shown[one.manipulation.name.replace("_", " ")][2:4] == (one.found.whole, one.found.part)
    labels = [row[0].value for row in book["Calibration"].iter_rows(max_col=1)]
    assert "Approved by (name)" in labels
    samples = [row for row in book["About the threshold"].iter_rows(values_only=True) if row[0] in ("above", "below")]
    assert len(samples) == len(study.above) + len(study.below)
    first = path.read_bytes()
    write_calibration(study, path)
    assert path.read_bytes() == first


def test_the_command_writes_the_study_and_its_figures(tmp_path: Path, home: Home) -> None:
    book = labelled_book(tmp_path, [("Alexander Grigoryevich Rumyantsev", "test_list:1", "true"), ("Oleg Brok", "test_list:2", "false")])
    output = tmp_path / "study.xlsx"
    done = run(home, "calibrate", "--list", "test_list", "--number", "3", "-o", str(output), "--book", str(book))
    assert done.exit_code == 0, done.output
    assert "as published       100.00%" in done.stdout
    assert "labelled.csv: precision 100.00% of 1, recall 100.00% of 1" in done.stdout
    assert "Own labels" in load_workbook(output).sheetnames


def test_what_scores_were_worth_can_be_adopted(tmp_path: Path) -> None:
    home = small_home(tmp_path, rows=ROWS)
    pairs = [(f"{given} {family}", f"test_list:{number}", "true") for number, (family, given) in enumerate(_named(), start=1)]
    arguments = ("--list", "test_list", "--number", "2", "--book", str(labelled_book(tmp_path, pairs)), "--adopt")
    before = run(home, "screen", "Kazimir Valentinovich Sokolenko", "--kind", "person", "--list", "test_list")
    assert run(home, "calibrate", *arguments).exit_code == 0
    after = run(home, "screen", "Kazimir Valentinovich Sokolenko", "--kind", "person", "--list", "test_list")
    assert "hits that were decided here" not in before.stdout
    assert f"{len(pairs)} of {len(pairs)} hits that were decided here" in after.stdout
    assert own_or_measured(home.meaning).bands == measured().bands  # the embedded names are no sample of anybody's book
    book = tmp_path / "customers.csv"
    book.write_text("name\nKazimir Sokolenko\nBakery Ltd\n", "utf-8")
    assert run(home, "calibrate", *arguments, "--ordinary", str(book)).exit_code == 0
    adopted = own_or_measured(home.meaning)
    assert {one.ordinary for one in adopted.asked} == {2, 0}
    assert sum(one.right for one in adopted.decided) == len(pairs)
    assert "calibration" in run(home, "audit", "log").stdout
    assert run(home, "audit", "verify").exit_code == 0


def _named() -> list[tuple[str, str]]:
    return [(family, given) for family in FIRST for given in SECOND]


def test_the_command_as_json(home: Home) -> None:
    import json

    done = run(home, "calibrate", "--list", "test_list", "--number", "2", "--json")
    document = json.loads(done.stdout)
    assert document["schema"] == "sanctions.calibration/1"
    assert {one["class"] for one in document["classes"]} == set(MANIPULATIONS)


@pytest.mark.parametrize(("arguments", "code"), [(("-o", "study.pdf"), 2), (("--list", "no_such_list"), 2), (("--book", "nowhere.csv"), 1)])
def test_what_cannot_be_done_is_told(home: Home, arguments: tuple[str, ...], code: int) -> None:
    done = run(home, "calibrate", *arguments)
    assert done.exit_code == code or getattr(done.exception, "exit_code", None) == code, done.output


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.root), *arguments])
