"""What the law says of laws: found by id, tag or citation, and how each stood on a day."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from sanctions.errors import UsageError
from sanctions.frameworks import (
    Designation,
    Event,
    Framework,
    Standing,
    find_framework,
    find_law,
    load_frameworks,
    provisions_at,
    section_ranges,
    status_at,
    status_words,
)

FRAMEWORKS = load_frameworks()
SDN = "us_ofac_sdn"


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
