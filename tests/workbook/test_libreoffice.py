"""The workbook in another spreadsheet program: it opens, keeps its tables and drop-downs, and runs nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from sanctions.model import Result
from tests.workbook import parts

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

EVIL = '=HYPERLINK("http://evil.example","x")'


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the report as LibreOffice saved it again, as xlsx and as PDF."""
    folder = tmp_path_factory.mktemp("office")
    evil = Result(party=parts.party(8, EVIL), hits=(parts.hit(replace(parts.entity(), names=(parts.Name(full="_x0041_@"),)), EVIL, 0.9),))
    results = (*parts.results(), evil)
    parts.write(folder / "report.xlsx", parts.screening(results=results), notes=parts.notes(rows_read=9, rows_screened=6))
    (folder / "again").mkdir()
    for kind in ("xlsx", "pdf"):
        subprocess.run(
            [
                str(OFFICE),
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(folder / "again"),
                str(folder / "report.xlsx"),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return folder / "again"


def test_it_keeps_the_tables(converted: Path) -> None:
    kept = {name for sheet in load_workbook(converted / "report.xlsx").worksheets for name in sheet.tables}
    assert {"Hits", "NoHits", "NotScreened", "Explanation", "ListsSearched", "LegalBasis"} <= kept


def test_it_keeps_the_drop_down(converted: Path) -> None:
    rules = load_workbook(converted / "report.xlsx")["Hits"].data_validations.dataValidation
    assert any(rule.type == "list" and "false positive" in rule.formula1 for rule in rules)


def test_it_finds_no_formula(converted: Path) -> None:
    assert parts.formulas(converted / "report.xlsx") == []
    assert parts.outside_links(converted / "report.xlsx") == []


def test_it_shows_the_strings_as_they_are(converted: Path) -> None:
    rows = parts.table(converted / "report.xlsx", "Hits")
    hostile = next(row for row in rows if row["Party ID"] == "C-008")
    assert hostile["Party"] == EVIL
    assert hostile["Listed name"].replace("_x005F_", "_") == "_x0041_@"


def test_it_prints(converted: Path) -> None:
    assert (converted / "report.pdf").read_bytes().startswith(b"%PDF")
