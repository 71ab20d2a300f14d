"""The table of cases in tests/cases/names.toml, which a lawyer can read and extend."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sanctions.dates import parse_date
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.matching.compare import compare
from sanctions.model import CountryLink, CountryRole, Entity, Kind, Name, Party

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "names.toml").read_text("utf-8"))["case"]


def _evidence(case: dict[str, Any], side: str) -> dict[str, Any]:
    """What a case says of one side beside its name: born, gender, country."""
    born, gender, country = (case.get(f"{side}_{field}") for field in ("born", "gender", "country"))
    return {
        "birth_dates": (parse_date(born),) if born else (),
        "genders": (gender,) if gender else (),
        "countries": () if not country else (country,) if side == "asked" else (CountryLink(code=country, role=CountryRole.NATIONALITY),),
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{case['asked']} / {case['listed']}" for case in CASES])
def test_verdict(case: dict[str, Any]) -> None:
    kind = Kind(case["kind"])
    party = Party(id="1", names=(Name(full=case["asked"]),), kind=kind, **_evidence(case, "asked"))
    entity = Entity(id="x:1", list="x", kind=kind, names=(Name(full=case["listed"], primary=True),), **_evidence(case, "listed"))
    comparison = compare(party, entity)
    told = "\n".join(f"{reason.points:+.4f} {reason.feature}: {reason.detail}" for reason in comparison.reasons)
    found = "hit" if comparison.score >= DEFAULT_THRESHOLD else "no hit"
    assert found == case["verdict"], f"{comparison.score}: {case['why']}\n{told}"
