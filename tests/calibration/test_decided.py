"""Hits decided in review as labelled ones: settled ones alone, one a pair, compared anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.calibration import decided_hits
from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.matching.compare import compare
from sanctions.review import standings_of
from tests.review.test_register import DAY, decide
from tests.workbook import parts


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.mark.parametrize(
    ("disposition", "check", "same"),
    [
        ("true match", False, [True]),
        ("false positive", False, [False]),
        ("undetermined", False, []),
        ("escalate", False, []),
        ("false positive", True, []),
    ],
    ids=["true", "false", "undetermined", "escalated", "still to be checked"],
)
def test_only_settled_hits_are_labelled(home: Home, disposition: str, check: bool, same: list[bool]) -> None:
    asked = parts.screening()
    with Ledger.open(home) as ledger:
        ledger.record_screening(asked, "x", now=DAY)
        decide(ledger, asked.id, standings_of(ledger, asked.id)[0], disposition, check=check)
        found = decided_hits(ledger)
    assert [pair.same for pair in found.pairs] == same
    for pair in found.pairs:
        hit = next(hit for result in asked.results for hit in result.hits if hit.entity.id == pair.entity_id)
        assert pair.comparison == compare(pair.party, hit.entity)
        assert pair.kind is hit.entity.kind


def test_a_pair_decided_twice_counts_once_by_its_last_decision(home: Home) -> None:
    asked = parts.screening()
    with Ledger.open(home) as ledger:
        ledger.record_screening(asked, "x", now=DAY)
        standing = standings_of(ledger, asked.id)[0]
        decide(ledger, asked.id, standing, "false positive", day=1)
        decide(ledger, asked.id, standing, "true match", day=2)
        assert [pair.same for pair in decided_hits(ledger).pairs] == [True]
