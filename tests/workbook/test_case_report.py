"""The report of a case: every sheet, the open actor in plain sight, nothing live."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sanctions.casework.assessing import assess
from sanctions.casework.reading import read_case
from sanctions.data import data_folder
from sanctions.workbook.case_report import write_case_report
from tests.casework.making import FRAMEWORKS, fact, link, new_case, with_facts
from tests.workbook import parts

NOW = datetime(2026, 11, 30, tzinfo=UTC)
SHEETS = [
    "Cover", "Findings", "By date", "Matrix", "Elements", "Evidence register", "Timeline", "Chronology", "Exhibits", "Listings",
    "Counter-evidence", "Gaps", "Law", "Lists searched", "Method", "Sign-off",
]  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = read_case(data_folder("reports") / "examples" / "german-device-vendor", FRAMEWORKS)
    days = [assess(case, FRAMEWORKS, day) for day in (date(2026, 11, 30), date(2014, 11, 12), date(2015, 4, 20), date(2016, 7, 6))]
    path = tmp_path_factory.mktemp("case") / "report.xlsx"
    write_case_report(case, days, None, path, frameworks=FRAMEWORKS, now=NOW)
    return path


def words(path: Path, sheet: str) -> str:
    return " ".join(str(cell) for row in load_workbook(path)[sheet].iter_rows(values_only=True) for cell in row if cell is not None)


def test_every_sheet_is_there(report: Path) -> None:
    assert load_workbook(report).sheetnames == SHEETS


def test_the_open_actor_is_in_plain_sight(report: Path) -> None:
    assert "IDENTITY OPEN" in words(report, "Cover")
    assert "WHO ACTED IS NOT SHOWN" in words(report, "Findings")
    matrix = parts.table(report, "Matrix")
    assert {row["Actor"] for row in matrix} == {"actor: without evidence"}
    assert len(matrix) == 20


def test_what_tells_against_is_told(report: Path) -> None:
    text = words(report, "Counter-evidence")
    assert "does not even break the sanctions of the European Union" in text
    assert "Hyoksin Trade Company" in text
    assert "Chinese-made" in text


def test_gaps_digests_and_verification_are_there(report: Path) -> None:
    assert any("customs record naming the exporter" in row["What would close it"] for row in parts.table(report, "Gaps"))
    assert all(len(row["SHA-512"]) == 128 for row in parts.table(report, "Exhibits"))
    assert {row["Verified"] for row in parts.table(report, "Law")} == {"yes", "NO"}
    assert "guilty of anything" in words(report, "Method")


def test_the_timeline_and_the_coverage_are_native_charts_of_figures_that_stand_beside_them(report: Path) -> None:
    book = load_workbook(report)
    assert len(book["Findings"]._charts) == len(book["Timeline"]._charts) == 1
    assert book["Findings"].page_setup.fitToHeight == 1
    rows = {row[0]: row[1:4] for row in book["Timeline"].iter_rows(min_row=6, max_col=4, values_only=True) if row[0]}
    assert rows["2014"] == (2, 1, 0)  # F1 and F2; H.R. 1771 passed the House
    assert rows["2009"] == (0, 0, 2)  # Korea Hyoksin's listings by the UN and by OFAC
    assert list(rows) == [str(year) for year in range(2005, 2026)]


def test_nothing_is_live(report: Path, tmp_path: Path) -> None:
    assert parts.formulas(report) == []
    assert parts.outside_links(report) == []
    evil = '=HYPERLINK(\\"http://evil.example\\")'
    case = with_facts(new_case(tmp_path / "case"), fact("F1", link("support"), source=evil))
    path = tmp_path / "evil.xlsx"
    write_case_report(case, [assess(case, FRAMEWORKS, date(2020, 1, 1))], None, path, frameworks=FRAMEWORKS, now=NOW)
    assert parts.formulas(path) == []
    assert "By date" not in load_workbook(path).sheetnames


def test_the_same_case_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    case = with_facts(new_case(tmp_path / "case"), fact("F1", link("support")))
    for name in ("a.xlsx", "b.xlsx"):
        write_case_report(case, [assess(case, FRAMEWORKS, date(2020, 1, 1))], None, tmp_path / name, frameworks=FRAMEWORKS, now=NOW)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
