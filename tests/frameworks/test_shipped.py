"""The frameworks as shipped: each table of cases can be read and extended by a lawyer."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import msgspec
import pytest

from sanctions.frameworks import (
    NOT_REVIEWED,
    Framework,
    MentalState,
    load_frameworks,
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
