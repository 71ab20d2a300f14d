"""Which instruments stand behind a tag of a list, on a day."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions.frameworks import (
    for_programme,
    legal_basis,
    load_frameworks,
    tags_on_list,
    unseen_tags,
)

FRAMEWORKS = load_frameworks()
SDN = "us_ofac_sdn"


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
