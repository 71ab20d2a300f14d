"""How provisions stand: the worked case on four days, and the written rule, clause by clause."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sanctions.casework.assessing import assess, independent_sources
from sanctions.casework.comparing import side_by_side
from sanctions.casework.exhibits import faults
from sanctions.casework.findings import Finding
from sanctions.casework.reading import read_case
from sanctions.casework.words import Standing, State
from sanctions.data import data_folder
from sanctions.frameworks import ElementKind
from tests.casework.making import FRAMEWORKS, fact, link, new_case, with_facts
from tests.casework.table import BY_CITATION, DAYS, TABLE, TODAY, made

ROWS = [
    pytest.param(
        row["framework"],
        row["provision"],
        {"weakest": "actor", **row, **verdict},
        id=f"{row['framework']} {row['provision']} {verdict['on']}",
    )
    for row in TABLE["provisions"]
    for verdict in row["verdicts"]
]
CASES = [
    pytest.param(row, verdict, id=f"{row['name'].split(',')[0]} | {verdict['provision']}")
    for row in TABLE["cases"]
    for verdict in row["verdicts"]
]
TYPES = {"may": "discretionary", "shall": "mandatory", "ban": "prohibition", "crime": "criminal"}
WORKED = data_folder("reports") / "examples" / "german-device-vendor"
NKSPEA: dict[str, Any] = {"framework": "us_nkspea", "provision": "104(b)(1)(A)"}


@pytest.mark.parametrize(("framework", "provision", "verdict"), ROWS)
def test_worked_case(framework: str, provision: str, verdict: dict[str, Any]) -> None:
    found = assess(read_case(WORKED, FRAMEWORKS), FRAMEWORKS, verdict["on"]).of(framework, provision)
    assert (found.standing, [element.id for element in found.open_elements]) == (verdict["standing"], verdict["open"])
    assert found.weakest == verdict["weakest"]


def test_the_worked_cases_table_has_every_provision_on_each_of_the_four_days() -> None:
    scope = [(one.framework, one.provision) for one in read_case(WORKED, FRAMEWORKS).case.scope]
    assert scope == [(row["framework"], row["provision"]) for row in TABLE["provisions"]]
    for row in TABLE["provisions"]:
        assert set(DAYS) <= {verdict["on"] for verdict in row["verdicts"]}, row["provision"]


def test_the_worked_case_ranks_its_provisions() -> None:
    ranked = [row["provision"] for row in TABLE["ranking"]]
    found = assess(read_case(WORKED, FRAMEWORKS), FRAMEWORKS, TODAY)
    assert [one.citation for one in found.findings if one.citation in ranked] == ranked
    assert [row["rank"] for row in TABLE["ranking"]] == sorted(row["rank"] for row in TABLE["ranking"])


@pytest.mark.parametrize("row", TABLE["ranking"], ids=lambda row: row["provision"])
def test_what_each_ranked_provision_asks_and_leaves_open(row: dict[str, Any]) -> None:
    framework, provision = BY_CITATION[row["provision"]]
    found = assess(read_case(WORKED, FRAMEWORKS), FRAMEWORKS, TODAY).of(framework.id, provision.id)
    assert found.designation == TYPES[row["type"]]
    assert any(one.kind is ElementKind.KNOWLEDGE for one in found.elements) == row["asks_knowledge"]
    assert [one.id for one in found.open_elements] == row["open"]
    assert [one.undefined for one in found.questions_of_law] == row["law"]
    assert any(row.get("caution", "") in caution for caution in ["", *found.cautions])


@pytest.mark.parametrize(("row", "verdict"), CASES)
def test_a_case_of_the_table(row: dict[str, Any], verdict: dict[str, Any]) -> None:
    framework, provision = BY_CITATION[verdict["provision"]]
    found = {day: assess(made(row), FRAMEWORKS, day).of(framework.id, provision.id) for day in DAYS}
    assert [str(found[day].standing) for day in DAYS] == [verdict[str(day) if day != TODAY else "today"] for day in DAYS]
    now = found[TODAY]
    assert [one.id for one in now.open_elements] == verdict["open"]
    assert [one.undefined for one in now.questions_of_law] == verdict.get("law", [])
    assert now.weakest == verdict.get("weakest", now.weakest)
    assert {one.id: one.sources for one in now.elements if one.id in verdict.get("sources", {})} == verdict.get("sources", {})
    assert any(verdict.get("caution", "") in caution for caution in ["", *now.cautions])


@pytest.mark.parametrize(
    ("on", "nearest"),
    [
        ("2014-11-12", {"US": "H.R. 1771 (113th) s.104(a)", "EU": None, "GB": None, "DE": "AWG s.18(1) no. 1(a)"}),
        ("2015-04-20", {"US": "E.O. 13687 s.1(a)(iv)", "EU": None, "GB": None, "DE": None}),
        ("2016-07-06", {"US": "E.O. 13687 s.1(a)(iv)", "EU": None, "GB": None, "DE": None}),
        (
            "2026-11-30",
            {
                "US": "E.O. 13687 s.1(a)(iv)",
                "EU": "Regulation (EU) 2020/1998, recital 1",
                "GB": "SI 2020/680 reg 6(3), supply",
                "DE": None,
            },
        ),
    ],
)
def test_the_worked_case_by_jurisdiction(on: str, nearest: dict[str, str | None]) -> None:
    found = side_by_side(assess(read_case(WORKED, FRAMEWORKS), FRAMEWORKS, date.fromisoformat(on)))
    assert {one.code: one.nearest.citation if one.nearest else None for one in found} == nearest
    assert sum(len(one.findings) for one in found) == len(TABLE["provisions"])
    for one in found:
        assert ("None reaches" in one.words) == (one.nearest is None)


@pytest.mark.parametrize("row", TABLE["cases"], ids=lambda row: row["name"])
def test_each_gap_says_what_would_close_it_and_nobody_is_called_guilty(row: dict[str, Any]) -> None:
    for day in DAYS:
        for finding in assess(made(row), FRAMEWORKS, day).findings:
            assert all(element.closes and element.why for element in finding.open_elements)
            said = [finding.words, *finding.cautions, *(element.why for element in finding.elements)]
            assert not [text for text in said if "guilt" in text.lower()]
            if row["subject"] != "known":
                actors = [one for one in finding.elements if one.kind is ElementKind.ACTOR]
                assert {one.state for one in actors} == {State.NO_EVIDENCE}
                assert all("identity is open" in one.why for one in actors)


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


def test_a_resolution_binds_states(tmp_path: Path) -> None:
    un = {"framework": "un_1718", "provision": "2397, 7"}
    folder = new_case(tmp_path / "case")
    with (folder / "case.toml").open("a", encoding="utf-8") as stream:
        stream.write('\n[[scope]]\nframework = "un_1718"\nprovision = "2397, 7"\n')
    found = assess(with_facts(folder, fact("F1", link("goods", **un))), FRAMEWORKS, date(2020, 1, 1)).of("un_1718", "2397, 7")
    assert any("It binds states" in caution for caution in found.cautions)


def state_of(finding: Finding, element: str) -> State:
    return next(one.state for one in finding.elements if one.id == element)
