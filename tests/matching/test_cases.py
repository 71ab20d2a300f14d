"""The tables of cases in tests/cases, which a lawyer can read and extend: names.toml (persons) and bodies.toml (all others)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sanctions.acquisition.entities import EntityStore, EntityWriter
from sanctions.dates import parse_date
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.matching.compare import compare
from sanctions.matching.index import open_index
from sanctions.model import CountryLink, CountryRole, Entity, Kind, Name, Party
from sanctions.screening import HeldList, Screener

FOLDER = Path(__file__).parent.parent / "cases"
BODIES = tomllib.loads((FOLDER / "bodies.toml").read_text("utf-8"))["case"]
CASES = [*tomllib.loads((FOLDER / "names.toml").read_text("utf-8"))["case"], *BODIES]


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


def test_every_hit_among_bodies_is_found_in_an_index(tmp_path: Path) -> None:
    """What a comparison calls a hit must be a candidate, too: acronyms, cut names and names written together."""
    hits = [case for case in BODIES if case["verdict"] == "hit"]
    with EntityWriter(tmp_path) as writer:
        for number, case in enumerate(hits):
            name = Name(full=case["listed"], primary=True)
            writer.add(Entity(id=f"x:{number}", list="x", kind=Kind(case["kind"]), names=(name,)))
        writer.finish({})
    store = EntityStore(tmp_path)
    screener = Screener([HeldList("x", store, open_index(store))], ())
    parties = [Party(id=str(number), names=(Name(full=case["asked"]),)) for number, case in enumerate(hits)]
    found = [{hit.entity.id for hit in screener.screen(party).hits} for party in parties]
    assert [case["asked"] for number, case in enumerate(hits) if f"x:{number}" not in found[number]] == []
