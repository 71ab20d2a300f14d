"""The demo goes the whole way of a real list, and finds what its table of verdicts says, no more and no less."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from sanctions.books import open_book
from sanctions.casework.checking import verify
from sanctions.cli import cli
from sanctions.commands.demo import demo_catalogue, demo_screener
from sanctions.data import data_folder
from sanctions.home import Home
from sanctions.model import Result
from sanctions.screening import screen_rows

FOLDER = data_folder("lists") / "demo"
SUPPLIERS = FOLDER / "suppliers"
SUPPLIER_VERDICTS = tomllib.loads((SUPPLIERS / "expected.toml").read_text("utf-8"))["party"]
VERDICTS = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))["party"]


def screened(folder: Path, home: Path) -> dict[str, Result]:
    screener = demo_screener(Home(home), demo_catalogue(folder), folder, datetime(2026, 9, 1, tzinfo=UTC))
    return {result.party.id: result for result in screen_rows(screener, open_book(folder / "book.csv").rows())}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    return screened(FOLDER, tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def suppliers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    return screened(SUPPLIERS, tmp_path_factory.mktemp("suppliers"))


@pytest.mark.parametrize("verdict", VERDICTS, ids=[f"{verdict['id']} {verdict['shows']}" for verdict in VERDICTS])
def test_verdict(results: dict[str, Result], verdict: dict[str, Any]) -> None:
    result = results[verdict["id"]]
    found = {hit.entity.id: hit for hit in result.hits}
    told = {key: (hit.score, [reason.detail for reason in hit.comparison.reasons]) for key, hit in found.items()}
    assert result.status == ("rejected" if verdict["verdict"] == "rejected" else "screened")
    assert bool(found) == (verdict["verdict"] == "hit"), told
    assert set(verdict.get("entities", ())) <= set(found), told
    for entity in verdict.get("entities", ()):
        assert found[entity].role == verdict.get("role")


def test_every_row_has_a_verdict(results: dict[str, Result]) -> None:
    assert set(results) == {verdict["id"] for verdict in VERDICTS}


@pytest.mark.parametrize("verdict", SUPPLIER_VERDICTS, ids=[f"{verdict['id']} {verdict['shows']}" for verdict in SUPPLIER_VERDICTS])
def test_supplier(suppliers: dict[str, Result], verdict: dict[str, Any]) -> None:
    """Whom the lists that matter for surveillance equipment name, and which ordinary firms they do not."""
    result = suppliers[verdict["id"]]
    told = [(hit.entity.id, hit.score) for hit in result.hits]
    assert result.status == ("rejected" if verdict["verdict"] == "rejected" else "screened")
    assert bool(result.hits) == (verdict["verdict"] == "hit"), told
    assert set(verdict.get("lists", ())) <= {hit.entity.list for hit in result.hits}, told


def test_every_supplier_has_a_verdict_and_no_maker_of_direction_finders_is_real(suppliers: dict[str, Result]) -> None:
    assert set(suppliers) == {verdict["id"] for verdict in SUPPLIER_VERDICTS}
    for result in suppliers.values():
        if "direction finders" in str(result.party.extra.get("What this row shows")):
            assert result.party.extra["Reality"] == "fictional"


def test_the_command_builds_the_worked_case_too(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["demo", "-o", str(tmp_path / "d.xlsx")], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert {path.name for path in tmp_path.iterdir()} == {"d.xlsx", "d-suppliers.xlsx", "d-case.xlsx", "d-case.zip"}
    assert verify(tmp_path / "d-case.zip").sound
    sheets = load_workbook(tmp_path / "d-case.xlsx", read_only=True).sheetnames
    assert sheets[:3] == ["Cover", "Findings", "By date"]
    with ZipFile(tmp_path / "d-case.zip") as packet:
        case = json.loads(packet.read("german-device-vendor/data/case.json"))
    assert case["case"]["title"].startswith("DEMO – ")
    assert {part["list"] for part in case["listings"]["coverage"]} == {"demo_us_ofac_sdn", "demo_un_sc", "demo_gb_uksl"}
    claims = [claim for party in case["listings"]["parties"] for claim in party["claims"]]
    assert claims
    assert all(claim["held"] for claim in claims)
