"""The frameworks as shipped, as read, and as asked: each table of cases can be read and extended by a lawyer."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanctions.data import data_folder
from sanctions.errors import DefinitionError, UsageError
from sanctions.frameworks import (
    NOT_REVIEWED,
    VOCABULARIES,
    Designation,
    Event,
    Framework,
    MentalState,
    Standing,
    find_framework,
    find_law,
    for_programme,
    legal_basis,
    load_frameworks,
    provisions_at,
    read_framework,
    section_ranges,
    status_at,
    status_words,
    tags_on_list,
    unseen_tags,
)

FRAMEWORKS = load_frameworks()
SDN = "us_ofac_sdn"

CITATIONS = {
    "US": re.compile(
        r"22 U\.S\.C\. (92\d\d[a-c]?|8514a|8515)(\([a-zA-Z0-9]+\))*"
        r"|Pub\. L\. 114-122 s\.104(\([a-zA-Z0-9]+\))+"
        r"|Pub\. L\. \d{3}-\d{1,3} ss\.\d+, \d+"
        r"|Pub\. L\. 115-232 s\.889(\([a-zA-Z0-9]\))+"
        r"|Pub\. L\. \d{3}-\d{1,3} (s\.\d+|title [IVXL]+), (adding|amending) 22 U\.S\.C\. 92\d\d[a-c]?(\([a-zA-Z0-9]+\))*(-\(\d+\))?"
        r"|15 CFR 74\d\.\d+(\([a-z0-9]+\))*|47 CFR 1\.50002"
        r"|E\.O\. 1\d{4} s\.\d+(\([a-zA-Z]+\))*"
        r"|31 CFR 510\.\d+(\([a-z0-9]+\))*(, 510\.\d+)?"
        r"|H\.R\. \d+ \(11\dth(, House-passed)?\) s\.\d+\([a-z]\)(, [a-z ]+)?"
    ),
    "GB": re.compile(r"SI \d{4}/\d+ reg \d+(\(\d\))?(-\(\d\))?(\([a-z]\))?(, [a-z ]+)?"),
    "EU": re.compile(r"(Regulation \(EU\)|Decision \(CFSP\)) \d{4}/\d+( Art \d+[a-z]?(\(\d+\))*(\([a-z]\))?|, recital \d+)"),
    "DE": re.compile(r"AW[GV] s\.\d+[a-z]?(\(\d\))?( no\. \d(\([a-z]\))?)?"),
    "UN": re.compile(r"S/RES/\d{4} \(\d{4}\)(, S/RES/\d{4} \(\d{4}\))*( para \d+(\([a-z]\))?|, [a-z ]+)"),
}
"""What a pinpoint citation looks like, by jurisdiction. A new jurisdiction needs its own pattern here."""


# --- as shipped ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_each_citation_has_the_form_of_its_jurisdiction(framework: Framework) -> None:
    pattern = CITATIONS[framework.jurisdiction]
    assert [p.citation for p in framework.provisions if not pattern.fullmatch(p.citation)] == []


def test_no_citation_stands_twice() -> None:
    count = Counter(p.citation for framework in FRAMEWORKS.values() for p in framework.provisions)
    assert [citation for citation, times in count.items() if times > 1] == []


@pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_quotations_are_terms_of_art_and_no_longer_than_six_words(framework: Framework) -> None:
    texts = re.findall(r'"((?:[^"\\]|\\.)*)"', msgspec.json.encode(framework).decode())
    quotations = [quoted for text in texts for quoted in re.findall(r'\\"(.+?)\\"', text)]
    assert [quoted for quoted in quotations if len(quoted.split()) > 6] == []


@pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_a_ground_that_asks_for_knowledge_has_a_question_about_it(framework: Framework) -> None:
    asking = {MentalState.KNOWINGLY, MentalState.KNEW_OR_SHOULD_HAVE, MentalState.SUSPICION, MentalState.INTENT}
    for provision in framework.provisions:
        if provision.designates and provision.verified:
            has_question = any(element.kind == "knowledge" for element in provision.elements)
            assert has_question == (provision.mental_state in asking), provision.citation


def test_nothing_claims_a_lawyers_review_that_did_not_take_place() -> None:
    assert {framework.reviewed_by for framework in FRAMEWORKS.values()} == {NOT_REVIEWED}


@pytest.mark.parametrize(
    ("citation", "designation", "mental_state"),
    [
        ("22 U.S.C. 9214(a)(4)", "mandatory", "knowingly"),  # censorship
        ("22 U.S.C. 9214(a)(5)", "mandatory", "knowingly"),  # serious human rights abuses
        ("22 U.S.C. 9214(b)(1)(A)", "discretionary", "knowingly"),  # support for a designated person
        ("22 U.S.C. 9214(g)(1)(C)", "mandatory", "knowingly"),  # workers
        ("22 U.S.C. 9214(c)(2)", "discretionary", "not_applicable"),  # blocking under (b) is optional
        ("22 U.S.C. 9212(a)", "process", "not_applicable"),  # duty to investigate
        ("22 U.S.C. 9221b(a)", "mandatory", "knew_or_should_have"),  # foreign banks
        ("E.O. 13687 s.1(a)(iv)", "discretionary", "none_stated"),  # supplying the government: no knowledge
        ("E.O. 13722 s.2(a)(iii)", "discretionary", "none_stated"),  # human rights
        ("E.O. 13722 s.2(a)(vi)", "discretionary", "none_stated"),  # censorship
        ("E.O. 13810 s.1(a)(iii)", "discretionary", "none_stated"),  # one significant export
        ("E.O. 13382 s.1(a)(iii)", "discretionary", "none_stated"),  # support for a proliferator
        ("Pub. L. 117-263 ss.5583, 5584", "process", "not_applicable"),  # the Act of 2022 lists nobody
        ("Pub. L. 115-44 s.311, amending 22 U.S.C. 9214(b)(1)(A)", "amendment", "not_applicable"),  # the ground stands in the statute
        ("Pub. L. 116-92 title LXXI, adding 22 U.S.C. 9221b", "amendment", "not_applicable"),
        ("22 U.S.C. 8514a(b)(2)(C)", "mandatory", "knowingly"),  # Iran: surveillance technology by name
        ("Regulation (EU) 2017/1509 Art 3(1)(a)", "prohibition", "none_stated"),
        ("Regulation (EU) 2017/1509 Art 34", "discretionary", "none_stated"),
        ("Regulation (EU) 2021/821 Art 5(2)", "prohibition", "told_or_aware"),
        ("AWV s.52a(1)", "prohibition", "told_or_aware"),
        ("AWG s.18(1) no. 1(a)", "criminal", "intent"),
        ("15 CFR 746.4", "prohibition", "none_stated"),
        ("15 CFR 744.11(b)", "discretionary", "none_stated"),
        ("Pub. L. 115-232 s.889(a)(1)(A)", "prohibition", "none_stated"),
        ("47 CFR 1.50002", "mandatory", "none_stated"),
    ],
)
def test_what_a_provision_does_and_asks_for(citation: str, designation: str, mental_state: str) -> None:
    found = {p.citation: p for framework in FRAMEWORKS.values() for p in framework.provisions}[citation]
    assert (found.designation, found.mental_state) == (designation, mental_state)


def test_the_grounds_most_easily_confused_are_told_apart() -> None:
    order = {p.id: p.title for p in FRAMEWORKS["us_eo_13722"].provisions}
    assert order["2(a)(iii)"] == "Human rights abuse"
    assert order["2(a)(iv)"] == "Export of workers"
    assert order["2(a)(v)"] == "Cyber-attacks"
    assert order["2(a)(vi)"] == "Censorship"


def grounds(framework: str) -> str:
    """What a framework's own grounds say, in one text: titles, criteria and questions."""
    found = [p for p in FRAMEWORKS[framework].provisions if p.designates]
    return " ".join(text for p in found for text in (p.title, p.criterion, *(e.question for e in p.elements))).lower()


@pytest.mark.parametrize("framework", ["uk_si_2019_411", "un_1718", "eu_2017_1509"])
def test_a_weapons_regime_has_no_ground_of_human_rights(framework: str) -> None:
    said = grounds(framework).replace("no ground of human rights", "")
    assert "human rights" not in said
    assert "censorship" not in said
    assert "censorship" not in grounds("uk_si_2020_680")  # life, torture, slavery: no more


def test_the_human_rights_regimes_are_as_wide_as_each_is() -> None:
    union = next(p.criterion for p in FRAMEWORKS["eu_2020_1998"].provisions if p.id == "Decision 1(1)")
    kingdom = next(p.criterion for p in FRAMEWORKS["uk_si_2020_680"].provisions if p.id == "4, rights")
    assert "arbitrary arrest or detention" in union
    assert "free expression" in union
    assert "Arbitrary detention and censorship are not among them" in kingdom


def test_the_act_of_2022_and_the_amending_acts_list_nobody() -> None:
    for framework in ("us_warmbier_2022", "us_warmbier_2019", "us_caatsa_311"):
        assert grounds(framework) == ""
        assert FRAMEWORKS[framework].programmes == ()


def test_the_iranian_precedents_do_not_reach_north_korea() -> None:
    for framework in ("us_eo_13606", "us_cisada_105a"):
        for provision in FRAMEWORKS[framework].provisions:
            assert any(element.kind == "nexus" and "Iran" in element.question for element in provision.elements)


def test_the_statute_of_2016_obliges_where_the_orders_only_allow() -> None:
    ground = {p.citation: p for f in FRAMEWORKS.values() for p in f.provisions}
    for order, statute in (("E.O. 13722 s.2(a)(vi)", "22 U.S.C. 9214(a)(4)"), ("E.O. 13722 s.2(a)(iii)", "22 U.S.C. 9214(a)(5)")):
        assert (ground[order].designation, ground[statute].designation) == ("discretionary", "mandatory")
        assert not any(element.kind == "knowledge" for element in ground[order].elements)
        assert any(element.kind == "knowledge" for element in ground[statute].elements)
    assert not any(e.kind == "knowledge" or e.id == "listed_recipient" for e in ground["E.O. 13687 s.1(a)(iv)"].elements)


def test_blocking_under_b_was_an_obligation_only_in_the_text_of_2016() -> None:
    then = next(p for p in FRAMEWORKS["us_nkspea_2016"].provisions if p.id == "104(c)")
    now = next(p for p in FRAMEWORKS["us_nkspea"].provisions if p.id == "104(c)(2)")
    assert (then.designation, now.designation) == ("mandatory", "discretionary")
    assert then.in_force
    assert now.in_force
    assert (then.in_force.end, now.in_force.start) == (date(2017, 8, 1), date(2017, 8, 2))


def test_export_control_numbers_are_those_that_were_confirmed() -> None:
    text = msgspec.json.encode(list(FRAMEWORKS.values())).decode()
    assert "5A001.e" in text
    assert "5A001.i" not in text


# --- programmes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "list_key", "on", "instruments"),
    [
        ("NPWMD", SDN, "2005-06-28", []),  # signed, in force the day after
        ("NPWMD", SDN, "2005-06-29", ["us_eo_13382"]),
        ("DPRK", SDN, "2010-08-29", []),
        ("DPRK", SDN, "2026-01-01", ["us_eo_13551"]),
        ("DPRK", "un_sc", "2026-01-01", ["un_1718"]),  # the same word, another list, another instrument
        ("DPRK2", SDN, "2015-01-01", []),
        ("DPRK2", SDN, "2015-09-23", ["us_eo_13687"]),  # in force a year before the statute
        ("DPRK3", SDN, "2016-03-15", []),  # signed, in force the day after
        ("DPRK3", SDN, "2016-03-16", ["us_eo_13722"]),
        ("DPRK4", SDN, "2017-09-21", ["us_eo_13810"]),
        ("DPRK4", "us_csl", "2026-01-01", ["us_eo_13810"]),
        ("DPRK-NKSPEA", SDN, "2016-02-17", []),
        ("DPRK-NKSPEA", SDN, "2016-02-18", ["us_nkspea_2016"]),  # the text as enacted
        ("DPRK-NKSPEA", SDN, "2017-08-01", ["us_nkspea_2016"]),
        ("DPRK-NKSPEA", SDN, "2017-08-02", ["us_nkspea"]),  # the text as amended
        ("DPRK-NKSPEA", SDN, "2026-01-01", ["us_nkspea"]),
        ("DPRK-NKSPEA", SDN, None, ["us_nkspea"]),
        ("GLOMAG", SDN, "2026-01-01", ["us_eo_13818"]),
        ("dprk2", SDN, "2026-01-01", []),  # tags are exact
        ("DPRK2", "gb_uksl", "2026-01-01", []),  # no tag of that list
        ("E.O. 13382", "us_csl", "2026-01-01", ["us_eo_13382"]),  # the State Department's entries name the order
        ("Democratic People's Republic of Korea", "gb_uksl", "2026-01-01", ["uk_si_2019_411"]),
        ("Democratic People's Republic of Korea", "gb_ofsi", "2025-04-14", ["uk_si_2019_411"]),
        ("Global Human Rights", "gb_ofsi", "2020-07-05", []),
        ("Global Human Rights", "gb_ofsi", "2020-07-06", ["uk_si_2020_680"]),
        ("PRK", "eu_fsf", "2026-01-01", ["eu_2017_1509"]),
        ("PRK", "eu_fsf", "2017-08-31", []),  # an earlier regulation, which no file holds
        ("HR", "eu_fsf", "2026-01-01", ["eu_2020_1998"]),
        ("HRIT-IR", SDN, "2026-01-01", ["us_eo_13606"]),
        ("Entity List (EL) - Bureau of Industry and Security", "us_csl", "2026-01-01", ["us_ear"]),
        ("FCC Covered List", "us_fcc_covered", "2021-03-11", []),
        ("FCC Covered List", "us_fcc_covered", "2021-03-12", ["us_fcc_covered"]),
        ("SDGT", SDN, "2026-01-01", []),  # nothing is mapped to it
    ],
)
def test_the_instruments_behind_a_tag_on_a_day(tag: str, list_key: str, on: str | None, instruments: list[str]) -> None:
    day = date.fromisoformat(on) if on else None
    assert [framework.id for framework in for_programme(FRAMEWORKS, tag, list_key, day)] == instruments


def test_without_a_list_a_tag_means_every_instrument_that_writes_it() -> None:
    assert {framework.id for framework in for_programme(FRAMEWORKS, "DPRK")} == {"us_eo_13551", "un_1718"}


def test_the_legal_basis_says_instrument_sections_consequences_and_how_far_it_was_checked() -> None:
    (row,) = legal_basis(FRAMEWORKS, [("DPRK2", SDN)], date(2026, 1, 1))
    assert row.framework == "us_eo_13687"
    assert row.citation == "Executive Order 13687; 80 FR 819"
    assert row.sections == "1(a)(i)–(v)"
    assert row.status == "in force since 2015-01-02"
    assert "is frozen" in row.consequences
    assert "(OFAC practice) [unverified]." in row.consequences
    assert row.verification.startswith("4 of 5 provisions read")
    assert "Tag unverified:" in row.verification
    assert row.verification.endswith("Not yet reviewed by a lawyer.")


def test_the_legal_basis_keeps_mandatory_and_discretionary_grounds_apart() -> None:
    (row,) = legal_basis(FRAMEWORKS, [("DPRK-NKSPEA", SDN)], date(2026, 1, 1))
    assert row.sections == "104(a)(1)–(15), 104(b)(1)(A)–(N), 104(g)(1)(A)–(F)"
    mandatory, discretionary = row.consequences.splitlines()
    assert mandatory.startswith("On a mandatory ground: The President must freeze")
    assert discretionary.startswith("On a discretionary ground: The President may freeze")


def test_the_legal_basis_of_an_earlier_day_leaves_out_what_was_added_later() -> None:
    (row,) = legal_basis(FRAMEWORKS, [("DPRK-NKSPEA", SDN)], date(2018, 6, 1))
    assert row.sections == "104(a)(1)–(15), 104(b)(1)(A)–(N)"


def test_an_unmapped_tag_is_reported_as_unmapped_and_each_question_is_answered_once() -> None:
    rows = legal_basis(FRAMEWORKS, [("SDGT", SDN), ("DPRK3", SDN), ("SDGT", SDN)], date(2026, 1, 1))
    assert [(row.programme, row.framework) for row in rows] == [("SDGT", None), ("DPRK3", "us_eo_13722")]
    assert rows[0].instrument == "unmapped"
    assert "SDGT" in rows[0].verification


@pytest.mark.real
@pytest.mark.parametrize("copy", ["2024-05-03", "2021-07"])
def test_each_north_korean_tag_of_the_real_sdn_list_is_mapped(real_data: Path, copy: str) -> None:
    with (real_data / SDN / copy / "sdn.csv").open(encoding="cp1252", newline="") as source:
        tags = Counter(tag.strip("[] ") for row in csv.reader(source) if len(row) > 3 for tag in row[3].split("] ["))
    asked = {tag: count for tag, count in tags.items() if tag.startswith("DPRK") or tag == "NPWMD"}
    assert set(asked) == {"DPRK", "DPRK2", "DPRK3", "DPRK4", "DPRK-NKSPEA", "NPWMD"}
    assert asked["DPRK-NKSPEA"] == 2
    assert sum(asked.values()) > 1000
    mapped = {tag: [f.id for f in for_programme(FRAMEWORKS, tag, SDN)] for tag in asked}
    assert mapped == {
        "NPWMD": ["us_eo_13382"],
        "DPRK": ["us_eo_13551"],
        "DPRK2": ["us_eo_13687"],
        "DPRK3": ["us_eo_13722"],
        "DPRK4": ["us_eo_13810"],
        "DPRK-NKSPEA": ["us_nkspea"],
    }


def test_each_tag_of_a_list_is_mapped_or_reported_with_its_count() -> None:
    entries = [("DPRK3",), ("DPRK3", "SDGT"), ("SDGT",), ("SDGT",), ()]
    uses = tags_on_list(FRAMEWORKS, SDN, entries)
    assert [(use.tag, use.entries, use.frameworks) for use in uses] == [("SDGT", 3, ()), ("DPRK3", 2, ("us_eo_13722",))]
    unseen = {tag for _, tag, key in unseen_tags(FRAMEWORKS, uses) if key == SDN}
    assert "DPRK2" in unseen
    assert "DPRK3" not in unseen


def test_an_extracts_tags_are_those_of_the_list_it_is_from() -> None:
    (use,) = tags_on_list(FRAMEWORKS, "demo", [("DPRK3",)], tags_of=SDN)
    assert (use.list, use.frameworks) == ("demo", ("us_eo_13722",))


@pytest.mark.real
def test_every_tag_of_the_real_sdn_list_is_counted(real_data: Path) -> None:
    with (real_data / SDN / "2024-05-03" / "sdn.csv").open(encoding="cp1252", newline="") as source:
        entries = [tuple(tag.strip("[] ") for tag in row[3].split("] [")) for row in csv.reader(source) if len(row) > 3]
    uses = tags_on_list(FRAMEWORKS, SDN, entries)
    assert sum(use.entries for use in uses) == sum(len(set(tags)) for tags in entries)
    mapped = {use.tag for use in uses if use.frameworks}
    assert mapped == {"NPWMD", "DPRK", "DPRK2", "DPRK3", "DPRK4", "DPRK-NKSPEA", "GLOMAG", "HRIT-IR", "HRIT-SY"}
    assert [(use.tag, use.entries) for use in uses][:2] == [("RUSSIA-EO14024", 4439), ("SDGT", 2386)]


# --- what the law says of laws ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "provision", "framework", "found"),
    [
        ("us_eo_13687", None, "us_eo_13687", None),
        ("us_eo_13687", "1(a)(iv)", "us_eo_13687", "1(a)(iv)"),
        ("E.O. 13687 s.1(a)(iv)", None, "us_eo_13687", "1(a)(iv)"),
        ("DPRK3", None, "us_eo_13722", None),
        ("DPRK3", "2(a)(vi)", "us_eo_13722", "2(a)(vi)"),
    ],
)
def test_law_is_found_by_id_tag_or_citation(law: str, provision: str | None, framework: str, found: str | None) -> None:
    one, part = find_law(FRAMEWORKS, law, provision)
    assert (one.id, part.id if part else None) == (framework, found)


@pytest.mark.parametrize(
    ("law", "provision", "sentence"),
    [
        ("SDGT", None, "There is no framework 'SDGT'"),
        ("DPRK", None, "Behind the programme 'DPRK' stand several instruments: un_1718, us_eo_13551"),
        ("us_eo_13570", "2", "us_eo_13570 has no provision '2'. Its provisions are: 1."),
    ],
)
def test_law_that_is_not_held_is_a_sentence(law: str, provision: str | None, sentence: str) -> None:
    with pytest.raises(UsageError, match=re.escape(sentence)):
        find_law(FRAMEWORKS, law, provision)


def test_an_amending_act_points_to_what_it_made_and_has_no_ground_of_its_own() -> None:
    amendments = [p for f in FRAMEWORKS.values() for p in f.provisions if p.designation is Designation.AMENDMENT]
    assert len(amendments) == 6
    for provision in amendments:
        assert not provision.designates
        assert provision.related


def test_what_nothing_defines_is_said_where_it_matters() -> None:
    undefined = {e.undefined for p in FRAMEWORKS["us_nkspea"].provisions for e in p.elements if e.undefined}
    assert undefined == {"knowingly", "facilitates", "censorship", "human rights abuses", "serious", "significant"}
    banks = next(p for p in FRAMEWORKS["us_nkspea"].provisions if p.id == "9221b(a)")
    assert {e.undefined for e in banks.elements if e.kind == "knowledge"} == {""}  # there the word is defined


# --- as of a day -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("framework", "on", "standing", "words"),
    [
        ("us_hr_1771", "2013-04-25", Standing.NOT_YET, "nothing had happened yet"),
        ("us_hr_1771", "2014-07-28", Standing.BILL, "only a bill since 2013-04-26"),
        ("us_hr_1771", "2015-01-03", Standing.EXPIRED, "ended on 2015-01-03, never in force"),
        ("us_hr_757", "2016-02-10", Standing.SUPERSEDED, "replaced by another text on 2016-02-10, never in force"),
        ("us_eo_13722", "2016-03-15", Standing.ENACTED, "enacted on 2016-03-15, not yet in force"),
        ("us_eo_13722", "2016-03-16", Standing.IN_FORCE, "in force since 2016-03-16"),
        ("us_nkspea", "2016-02-18", Standing.IN_FORCE, "in force since 2016-02-18"),
        ("us_nkspea", "2026-01-01", Standing.IN_FORCE, "in force since 2016-02-18, last amended 2019-12-20"),
        ("us_nkspea_2016", "2017-08-02", Standing.SUPERSEDED, "replaced by another text on 2017-08-02"),
    ],
)
def test_how_an_instrument_stood(framework: str, on: str, standing: Standing, words: str) -> None:
    day = date.fromisoformat(on)
    assert status_at(FRAMEWORKS[framework], day) is standing
    assert status_words(FRAMEWORKS[framework], day) == words


@pytest.mark.parametrize(
    ("framework", "provision", "on", "law"),
    [
        ("us_nkspea", "104(a)(4)", "2016-02-17", False),
        ("us_nkspea", "104(a)(4)", "2016-02-18", True),
        ("us_nkspea", "104(a)(10)", "2017-08-01", False),  # added in 2017
        ("us_nkspea", "104(a)(10)", "2017-08-02", True),
        ("us_nkspea", "104(b)(1)(A)", "2017-08-01", False),  # until then only recipients listed by the UN
        ("us_nkspea_2016", "104(b)(1)(A)", "2017-08-01", True),
        ("us_nkspea_2016", "104(b)(1)(A)", "2017-08-02", False),
        ("us_nkspea_2016", "104(c)", "2017-08-01", True),  # blocking mandatory for (b) too
        ("us_nkspea", "104(g)(1)(A)", "2019-12-19", False),
        ("us_nkspea", "104(g)(1)(A)", "2019-12-20", True),
        ("us_hr_1771", "104(a)", "2014-08-01", False),  # a bill is never law
    ],
)
def test_whether_a_wording_was_law(framework: str, provision: str, on: str, law: bool) -> None:
    assert (provision in {p.id for p in provisions_at(FRAMEWORKS[framework], date.fromisoformat(on))}) is law


@pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_the_life_of_an_instrument_is_told_in_order(framework: Framework) -> None:
    assert all(before.date.first <= after.date.last for before, after in pairwise(framework.status))
    law = [p for p in framework.provisions if p.in_force]
    assert bool(law) == any(event.event is Event.IN_FORCE for event in framework.status)


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ([], ""),
        (["1"], "1"),
        (["1(a)", "1(b)"], "1(a), 1(b)"),
        (["1(a)", "1(b)", "1(c)"], "1(a)–(c)"),
        (["104(a)(8)", "104(a)(9)", "104(a)(10)", "104(b)(1)(A)"], "104(a)(8)–(10), 104(b)(1)(A)"),
        (["2(a)(iii)", "2(a)(iv)", "2(a)(v)", "2(a)(vii)"], "2(a)(iii)–(v), 2(a)(vii)"),
        (["2(a)(viii)", "2(a)(ix)", "2(a)(x)"], "2(a)(viii)–(x)"),
        (["104(a), censorship"], "104(a), censorship"),
    ],
)
def test_runs_of_sections_are_drawn_together(ids: list[str], words: str) -> None:
    assert section_ranges(ids) == words


def test_an_unknown_framework_is_a_sentence_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"There is no framework 'us_eo_1'\. The frameworks are: .*us_eo_13382"):
        find_framework(FRAMEWORKS, "us_eo_1")


# --- strict reading --------------------------------------------------------------------------------------------------

GOOD = """
id = "xx_example"
title = "Example Act"
short_title = "Example"
jurisdiction = "US"
citations = ["Pub. L. 0"]
summary = "A summary."
scope = "Held: section 1."

[sources.act]
title = "The Act"
locator = "nowhere"
read = "section 1"

[[status]]
event = "in_force"
on = 2020-01-01
source = "act"

[[programmes]]
tag = "EXAMPLE"
lists = ["us_ofac_sdn"]
verified = false
verification = "A guess."

[terms.knowingly]
meaning = "Not defined."

[consequences.blocking]
kind = "blocking"
text = "Property is frozen."

[[provisions]]
id = "1(a)"
citation = "Example Act s.1(a)"
title = "Supply"
designation = "discretionary"
reaches = "any person"
mental_state = "knowingly"
criterion = \"\"\"
Has "knowingly"
    supplied.
\"\"\"
in_force = { from = 2020-01-01 }
source = "act"
verified = true
elements = [{ id = "knowledge", kind = "knowledge", question = 'Did it act "knowingly"?' }]
consequences = ["blocking"]
terms = ["knowingly"]
"""


def written(folder: Path, text: str, name: str = "xx_example") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_read_and_its_line_breaks_are_spaces(tmp_path: Path) -> None:
    framework = read_framework(written(tmp_path, GOOD))
    (provision,) = framework.provisions
    assert provision.criterion == 'Has "knowingly" supplied.'
    assert provision.designation is Designation.DISCRETIONARY
    assert framework.reviewed_by == NOT_REVIEWED


@pytest.mark.parametrize(
    ("find", "put", "complaint"),
    [
        ('id = "xx_example"', 'id = "other"', "the id is 'other' but the file is called 'xx_example.toml'"),
        ('title = "Example Act"\n', "", "the key 'title' is missing"),
        (
            'title = "Example Act"',
            'title = "Example Act"\ncolour = "red"',
            "there is no key 'colour'. The keys are: id, title, short_title",
        ),
        ('citations = ["Pub. L. 0"]', 'citation = ["Pub. L. 0"]', "there is no key 'citation'; 'citations' is meant, perhaps"),
        ('citations = ["Pub. L. 0"]', 'citations = "Pub. L. 0"', "and must be a list in square brackets, of texts in quotation marks"),
        ('title = "Example Act"', "title = ", "cannot be read as TOML"),
        ('title = "Example Act"', "title = 7", "'title' is 7, and must be a text in quotation marks"),
        ('title = "Supply"\n', "", "provision 1(a): the key 'title' is missing"),
        (
            'designation = "discretionary"',
            'designation = "optional"',
            "provision 1(a): 'designation' is 'optional', which is none of the words: mandatory, discretionary",
        ),
        ('mental_state = "knowingly"', 'mental_state = "maybe"', "'mental_state' is 'maybe', which is none of the words: none_stated"),
        ('kind = "knowledge"', 'kind = "mind"', "provision 1(a): element knowledge: 'kind' is 'mind', which is none of the words: actor"),
        ('kind = "blocking"', 'kind = "freezing"', "[consequences.blocking]: 'kind' is 'freezing', which is none of the words: blocking"),
        ('event = "in_force"', 'event = "began"', "status began: 'event' is 'began', which is none of the words: introduced"),
        ("on = 2020-01-01", "on = 20200101", "is dated 20200101, which is no year"),
        (
            "on = 2020-01-01",
            'on = "2020-01-01"',
            "'on' is '2020-01-01', and must be a day such as 2016-02-18, or a year, without quotation marks",
        ),
        (
            'source = "act"\n\n[[programmes]]',
            'source = "bill"\n\n[[programmes]]',
            "rests on the source 'bill', which [sources] does not hold",
        ),
        (
            'designation = "discretionary"',
            'designation = "amendment"',
            "an amendment must name under 'related' the provisions that it made or changed",
        ),
        ('source = "act"\nverified', 'source = "bill"\nverified', "provision 1(a): the source 'bill' is not in [sources]"),
        ('jurisdiction = "US"', 'jurisdiction = "USA"', "the jurisdiction 'USA' is neither"),
        ('jurisdiction = "US"', 'jurisdiction = "ZZ"', "the jurisdiction 'ZZ' is neither"),
        ('citations = ["Pub. L. 0"]', "citations = []", "needs at least one of each"),
        ("verified = true", "verified = false", "it is not verified, so 'verification' must say what was not read"),
        ('consequences = ["blocking"]', 'consequences = ["blocking", "exile"]', "it names 'exile' among its consequences"),
        ('terms = ["knowingly"]', "", "[terms.knowingly] is named by no provision"),
        ('"knowingly"?\'', '"knowingly".\'', "the element 'knowledge' must be put as a question"),
        ("elements = [{", "# elements = [{", "a discretionary provision needs at least one [[provisions.elements]]"),
        ("verified = true", 'verified = "yes"', "'verified' is 'yes', and must be true or false, without quotation marks"),
        ("in_force = { from = 2020-01-01 }", "", "'in_force' is missing, though the instrument is or was in force"),
        (
            "in_force = { from = 2020-01-01 }",
            "in_force = { since = 2020-01-01 }",
            "in_force: there is no key 'since'. The keys are: from, to",
        ),
        ('event = "in_force"', 'event = "enacted"', "no [[status]] says that the instrument took effect"),
        ("from = 2020-01-01", "from = 2020-01-01, to = 2019-01-01", "in_force ends before it begins"),
        ('verification = "A guess."', 'verification = ""', "the programme 'EXAMPLE' needs the keys of the lists"),
        ('tag = "EXAMPLE"', 'tag = "EXAMPLE"\ngrounds = ["2"]', "names the ground '2', with which no provision id begins"),
        ('scope = "Held: section 1."', 'scope = "Held: section 1."\noverlay = true', "'overlay' is not for files to say"),
        (
            '[consequences.blocking]\nkind = "blocking"',
            '[consequences.blocking]\nname = "x"\nkind = "blocking"',
            "[consequences.blocking]: there is no key 'name'. The keys are: kind, text, citation, verified",
        ),
    ],
)
def test_a_fault_is_a_sentence_that_names_the_file(tmp_path: Path, find: str, put: str, complaint: str) -> None:
    assert find in GOOD
    path = written(tmp_path, GOOD.replace(find, put, 1))
    with pytest.raises(DefinitionError) as caught:
        read_framework(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    bad = GOOD.replace('consequences = ["blocking"]', 'consequences = ["exile"]').replace('"knowingly"?\'', '"knowingly".\'')
    with pytest.raises(DefinitionError) as caught:
        read_framework(written(tmp_path, bad))
    assert len(str(caught.value).splitlines()) == 3  # "exile" is not there, "blocking" is unused, the question is none


def test_a_provision_id_and_a_citation_must_be_unique(tmp_path: Path) -> None:
    again = GOOD[GOOD.index("[[provisions]]") :]
    with pytest.raises(DefinitionError, match=r"the citation 'Example Act s\.1\(a\)' stands 2 times"):
        read_framework(written(tmp_path, GOOD + again))


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx_example.toml"
    path.write_bytes(GOOD.replace("A summary.", "Übersicht.").encode("utf-16"))
    with pytest.raises(DefinitionError, match="cannot be read as TOML"):
        read_framework(path)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    start=st.integers(0, len(GOOD)),
    length=st.integers(0, 60),
    put=st.one_of(st.text(max_size=20), st.sampled_from(["[", "]]", '"', "=", "7", "{}"])),
)
def test_a_damaged_file_is_a_framework_or_a_sentence_and_nothing_else(tmp_path: Path, start: int, length: int, put: str) -> None:
    path = tmp_path / "xx_example.toml"
    path.write_bytes((GOOD[:start] + put + GOOD[start + length :]).encode("utf-8", "surrogatepass"))
    complaint = ""
    try:
        assert read_framework(path).id == "xx_example"
    except DefinitionError as problem:
        complaint = str(problem)
    assert not complaint or complaint.startswith(f"{path}: ")


# --- a user's own folder ---------------------------------------------------------------------------------------------


def test_an_own_framework_is_added_and_marked(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    loaded = load_frameworks(tmp_path)
    assert set(loaded) == set(FRAMEWORKS) | {"xx_example"}
    assert [key for key, framework in loaded.items() if framework.overlay] == ["xx_example"]
    assert [f.id for f in for_programme(loaded, "EXAMPLE", SDN, date(2021, 1, 1))] == ["xx_example"]


def test_an_own_framework_replaces_a_shipped_one_only_where_it_says_so(tmp_path: Path) -> None:
    own = GOOD.replace('id = "xx_example"', 'id = "us_eo_13570"')
    path = written(tmp_path, own, "us_eo_13570")
    with pytest.raises(DefinitionError, match=r"already defined.*'replaces = true'"):
        load_frameworks(tmp_path)
    path.write_text(own.replace("citations", "replaces = true\ncitations", 1), encoding="utf-8")
    assert load_frameworks(tmp_path)["us_eo_13570"].title == "Example Act"


@pytest.mark.parametrize(
    ("find", "put", "complaint"),
    [
        ('citation = "Example Act s.1(a)"', 'citation = "E.O. 13687 s.1(a)(iv)"', "already stands in us_eo_13687.toml"),
        ('scope = "Held', 'related = ["us_nothing"]\nscope = "Held', "points to the framework 'us_nothing', which does not exist"),
        ('scope = "Held', 'supersedes = "us_nothing"\nscope = "Held', "points to the framework 'us_nothing', which does not exist"),
        (
            'terms = ["knowingly"]',
            'terms = ["knowingly"]\nrelated = ["E.O. 1 s.1"]',
            "is related to 'E.O. 1 s.1', which no framework holds",
        ),
    ],
)
def test_what_is_wrong_between_files_names_the_file(tmp_path: Path, find: str, put: str, complaint: str) -> None:
    path = written(tmp_path, GOOD.replace(find, put, 1))
    with pytest.raises(DefinitionError) as caught:
        load_frameworks(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)


def test_a_folder_that_does_not_exist_adds_nothing(tmp_path: Path) -> None:
    assert load_frameworks(tmp_path / "none") == FRAMEWORKS


# --- the page that explains the keys ---------------------------------------------------------------------------------

README = (data_folder("reports") / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "words"), VOCABULARIES.items(), ids=VOCABULARIES)
def test_the_readme_explains_each_word_as_the_code_does(key: str, words: type) -> None:
    for word in words:
        assert f"| {word} | {word.meaning} |" in README, f"{key}: {word}"


@pytest.mark.parametrize(
    "record", ["Framework", "StatusEvent", "Source", "Programme", "Term", "Consequence", "Rule", "Provision", "Element"]
)
def test_the_readme_explains_each_key(record: str) -> None:
    from sanctions import frameworks

    fields = {field.encode_name for field in msgspec.structs.fields(getattr(frameworks, record))}
    missing = {field for field in fields if not re.search(rf"`(\[+)?{field}(\]+)?(\.<name>\])?`", README)}
    assert missing == set()


def test_the_readmes_example_is_a_framework(tmp_path: Path) -> None:
    example = README.split("```toml\n", 1)[1].split("```", 1)[0]
    assert read_framework(written(tmp_path, example)).verified_count == 1
