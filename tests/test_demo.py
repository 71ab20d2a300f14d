"""The demo goes the whole way of a real list, and finds what its table of verdicts says, no more and no less."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from typing import Any

import pytest

from sanctions.books import open_book
from sanctions.commands.demo import demo_catalogue, demo_screener
from sanctions.data import data_folder
from sanctions.home import Home
from sanctions.model import Result
from sanctions.screening import screen_rows

FOLDER = data_folder("lists") / "demo"
VERDICTS = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))["party"]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    home = Home(tmp_path_factory.mktemp("demo"))
    screener = demo_screener(home, demo_catalogue(FOLDER), FOLDER, datetime(2026, 9, 1, tzinfo=UTC))
    return {result.party.id: result for result in screen_rows(screener, open_book(FOLDER / "book.csv").rows())}


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
