"""A small ledger with an entry of most kinds in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.review import DispositionBody
from tests.workbook import parts

DAY = datetime(2026, 9, 8, 9, 31, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def decided() -> DispositionBody:
    return DispositionBody(
        screening="S", key="0h0", hit=3, party="C-001", name="KIM", entity="us_ofac_sdn:1", listed="KIM, Won Hong", score=0.9,
        band="probable", engine="e", disposition="false positive", rationale="other man", decided_on=DAY.date(), maker="Ann Lee", user="al",
    )  # fmt: skip


@pytest.fixture
def kept(home: Home) -> Home:
    """A home whose ledger holds a policy, a screening with hits, a refresh and a decision."""
    with Ledger.open(home) as ledger:
        ledger.append("policy", {"name": "policy.toml", "sha256": "ab", "reason": "first"}, "Jane Roe", now=DAY)
        ledger.record_screening(parts.screening(), "Jane Roe", notes={"file": "book.csv", "warnings": []}, now=DAY)
        ledger.append("refresh", {"lists": [{"key": "un_sc", "status": "refreshed"}]}, "cron", now=DAY)
        ledger.append("disposition", decided(), "Ann Lee", now=DAY)
    return home
