"""How provisions stand: the worked case on four days, and the written rule, clause by clause."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sanctions.casework.assessing import assess, independent_sources
from sanctions.casework.exhibits import faults
from sanctions.casework.findings import Finding
from sanctions.casework.reading import read_case
from sanctions.casework.words import Standing, State
from sanctions.data import data_folder
from sanctions.frameworks import ElementKind
from tests.casework.making import FRAMEWORKS, fact, link, new_case, with_facts

TABLE = tomllib.loads((Path(__file__).parent.parent / "cases" / "assessments.toml").read_text("utf-8"))["provisions"]
ROWS = [
    pytest.param(
        row["framework"],
        row["provision"],
        {"weakest": "actor", **row, **verdict},
        id=f"{row['framework']} {row['provision']} {verdict['on']}",
    )
    for row in TABLE
    for verdict in row["verdicts"]
]
WORKED = data_folder("reports") / "examples" / "german-device-vendor"
NKSPEA: dict[str, Any] = {"framework": "us_nkspea", "provision": "104(b)(1)(A)"}


@pytest.mark.parametrize(("framework", "provision", "verdict"), ROWS)
def test_worked_case(framework: str, provision: str, verdict: dict[str, Any]) -> None:
    found = assess(read_case(WORKED, FRAMEWORKS), FRAMEWORKS, verdict["on"]).of(framework, provision)
    assert (found.standing, [element.id for element in found.open_elements]) == (verdict["standing"], verdict["open"])
    assert found.weakest == verdict["weakest"]


def test_worked_case_is_whole_and_names_nobody() -> None:
    case = read_case(WORKED, FRAMEWORKS)
    assert not list(faults(WORKED))
    assert len(case.exhibits) == 8
    assert all("The page itself is not held" in (WORKED / one.file).read_text("utf-8").replace("\n", " ") for one in case.exhibits)
    for day in (date(2014, 11, 12), date(2026, 11, 30)):
        for finding in assess(case, FRAMEWORKS, day).findings:
            actors = [element for element in finding.elements if element.kind is ElementKind.ACTOR]
            assert actors
            assert all(element.state is State.NO_EVIDENCE for element in actors)


def test_nothing_ever_says_guilty() -> None:
    assert not [standing for standing in Standing if "guilt" in standing.value or "breach" in standing.value]


def test_a_designation_counts_only_from_its_day(tmp_path: Path) -> None:
    listed = link("listed_recipient", **NKSPEA, more=', listed = "ministry"')
    folder = new_case(tmp_path / "case")
    for when, state in (
        ("2016-07-05", State.NO_EVIDENCE),
        ("2016", State.NO_EVIDENCE),
        ("2016-07-06", State.SUPPORTED),
        ("", State.NO_EVIDENCE),
    ):
        case = with_facts(folder, fact("F1", listed, when=when))
        found = assess(case, FRAMEWORKS, date(2020, 1, 1)).of("us_nkspea", "104(b)(1)(A)")
        assert state_of(found, "listed_recipient") is state, when


def test_the_lists_date_goes_before_the_cases(tmp_path: Path) -> None:
    case = with_facts(new_case(tmp_path / "case"), fact("F1", link("listed_recipient", **NKSPEA, more=', listed = "ministry"')))
    late = assess(case, FRAMEWORKS, date(2020, 1, 1), {"us_ofac_sdn:20129": date(2019, 1, 1)})
    assert state_of(late.of("us_nkspea", "104(b)(1)(A)"), "listed_recipient") is State.NO_EVIDENCE


def test_a_party_of_unproved_identity_lends_nothing(tmp_path: Path) -> None:
    listed = link("listed_recipient", **NKSPEA, more=', listed = "ministry"')
    case = with_facts(new_case(tmp_path / "case", identity="not_proved"), fact("F1", listed))
    found = assess(case, FRAMEWORKS, date(2020, 1, 1)).of("us_nkspea", "104(b)(1)(A)")
    element = next(one for one in found.elements if one.id == "listed_recipient")
    assert "is not proved" in element.uses[0].why_not


def test_another_programme_lends_nothing(tmp_path: Path) -> None:
    listed = link("listed_recipient", **NKSPEA, more=', listed = "ministry", programmes = ["NPWMD"]')
    case = with_facts(new_case(tmp_path / "case"), fact("F1", listed))
    assert state_of(assess(case, FRAMEWORKS, date(2020, 1, 1)).of("us_nkspea", "104(b)(1)(A)"), "listed_recipient") is State.NO_EVIDENCE


@pytest.mark.parametrize(
    ("facts", "state", "standing"),
    [
        ([fact("F1", link("support"))], State.SUPPORTED, Standing.REACHES),
        ([fact("F1", link("support")), fact("F2", link("support", bearing="contradicts"))], State.CONTESTED, Standing.REACHES),
        ([fact("F1", link("support", bearing="contradicts"))], State.CONTRADICTED, Standing.NOT_REACHED),
        ([], State.NO_EVIDENCE, Standing.NO_EVIDENCE),
        ([fact("F1", link("recipient"))], State.NO_EVIDENCE, Standing.NO_EVIDENCE),
        ([fact("F1", link("support"), reliability="E")], State.NO_EVIDENCE, Standing.NO_EVIDENCE),
        ([fact("F1", link("support"), credibility=5)], State.NO_EVIDENCE, Standing.NO_EVIDENCE),
        ([fact("F1", link("support"), reliability="F", credibility=6)], State.SUPPORTED, Standing.REACHES),
        ([fact("F1", link("support"), published="2021-01-01")], State.NO_EVIDENCE, Standing.NO_EVIDENCE),
        ([fact("F1", link("support"), published="")], State.NO_EVIDENCE, Standing.NO_EVIDENCE),
    ],
)
def test_the_rule(tmp_path: Path, facts: list[str], state: State, standing: Standing) -> None:
    found = assess(with_facts(new_case(tmp_path / "case"), *facts), FRAMEWORKS, date(2020, 1, 1)).of("us_eo_13687", "1(a)(iv)")
    assert (state_of(found, "support"), found.standing) == (state, standing)


def test_an_unknown_subject_leaves_the_actor_open(tmp_path: Path) -> None:
    for known, state in ((True, State.SUPPORTED), (False, State.NO_EVIDENCE)):
        case = with_facts(new_case(tmp_path / str(known), known=known), fact("F1", link("actor")))
        assert state_of(assess(case, FRAMEWORKS, date(2020, 1, 1)).of("us_eo_13687", "1(a)(iv)"), "actor") is state


@pytest.mark.parametrize(
    ("facts", "sources"),
    [
        ([("F1", "a", []), ("F2", "b", [])], 2),
        ([("F1", "a", []), ("F2", "a", [])], 1),
        ([("F1", "a", []), ("F2", "b", ["F1"])], 1),
        ([("F1", "a", []), ("F2", "b", ["F1"]), ("F3", "c", ["F2"])], 1),
    ],
    ids=["two", "one speaker", "a repetition", "a chain of repetitions"],
)
def test_independent_sources(tmp_path: Path, facts: list[tuple[str, str, list[str]]], sources: int) -> None:
    case = with_facts(new_case(tmp_path / "case"), *(fact(key, "", source=source, derived=derived) for key, source, derived in facts))
    assert independent_sources(case.facts, [one.id for one in case.facts]) == sources


def test_acts_before_the_law_are_cautioned(tmp_path: Path) -> None:
    case = with_facts(new_case(tmp_path / "case"), fact("F1", link("support"), when="2014-05"))
    found = assess(case, FRAMEWORKS, date(2020, 1, 1)).of("us_eo_13687", "1(a)(iv)")
    assert any("dated before 2015-01-02" in caution for caution in found.cautions)


def state_of(finding: Finding, element: str) -> State:
    return next(one.state for one in finding.elements if one.id == element)
