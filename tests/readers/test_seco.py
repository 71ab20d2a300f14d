"""The SECO list: who is off it, spellings in other scripts, places at the end of the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions.catalogue import load_catalogue
from sanctions.model import CountryRole, Entity, IdentifierType, Kind, Link, Quality
from sanctions.readers import ReadReport
from tests.readers.reading import SAMPLES, read_shipped

SAMPLE = SAMPLES / "seco-xml" / "consolidated-list.xml"


@pytest.fixture(scope="module")
def sample() -> dict[str, Entity]:
    return {entity.id: entity for entity in read_shipped("ch_seco", "seco-xml", SAMPLE)[0]}


def test_only_samples_prove_this_list() -> None:
    definition = load_catalogue()["ch_seco"]
    assert definition.proof == "sample"
    assert definition.bounds.usual is not None


@pytest.mark.parametrize(
    ("changes", "delisted"),
    [
        # (kind of change, day it took effect) in the publisher's order, latest first
        ([("listed", "2016-01-01")], False),
        ([("de-listed", "2019-01-01"), ("listed", "2016-01-01")], True),
        ([("listed", "2016-01-01"), ("de-listed", "2019-01-01")], True),  # the order in the file does not count
        ([("listed", "2022-01-01"), ("de-listed", "2019-01-01"), ("listed", "2016-01-01")], False),
        ([("de-listed", "2019-01-01"), ("amended", "2018-01-01")], True),
        ([("de-listed", "2019-01-01"), ("amended", "2019-01-01")], True),
        ([("amended", "2020-01-01"), ("de-listed", "2019-01-01")], False),  # amended later: in doubt it is a hit
        ([("listed", "2019-01-01"), ("de-listed", "2019-01-01")], False),  # both on one day: in doubt it is a hit
        ([("de-listed", "")], True),
        ([], False),
    ],
)
def test_who_is_off_the_list(tmp_path: Path, changes: list[tuple[str, str]], delisted: bool) -> None:
    text = "".join(
        f'<modification modification-type="{kind}"' + (f' effective-date="{day}"' if day else "") + "/>" for kind, day in changes
    )
    (entity,), report = _target(tmp_path, text)
    assert entity.delisted is delisted
    assert not report.unread


def test_days_of_listing(sample: dict[str, Entity]) -> None:
    days = {key: (entity.listings[0].listed_on, entity.listings[0].ended_on, entity.delisted) for key, entity in sample.items()}
    assert days == {
        "ch_seco:9001": (date(2016, 5, 18), None, False),
        "ch_seco:9002": (date(2016, 5, 18), date(2019, 3, 1), True),
        "ch_seco:9003": (date(2016, 5, 18), None, False),
    }


def test_the_programme_is_told_in_english(sample: dict[str, Entity]) -> None:
    (listing,) = sample["ch_seco:9001"].listings
    assert listing.programme == "North Korea"
    assert listing.legal_basis == "Ordinance of 18 May 2016 on measures against North Korea (SR 946.231.127.6)"
    assert listing.measures == ("Financial sanctions, annex 1",)


def test_names_in_their_order_and_spellings(sample: dict[str, Entity]) -> None:
    assert [(name.full, name.quality, name.primary, name.script, name.language) for name in sample["ch_seco:9001"].names] == [
        ("Paek Sample-il", Quality.STRONG, True, "Latn", "en"),
        ("Baek Sample-il", Quality.STRONG, False, "Latn", "ko"),
        ("Baik Sample-il", Quality.STRONG, False, "Latn", "ko"),
        ("백 견본", Quality.STRONG, False, "Hang", "ko"),
        ("Mr Paek", Quality.LOW, False, "Latn", "en"),
        ("Old Sample", Quality.FORMER, False, "Latn", "en"),
    ]


def test_a_person(sample: dict[str, Entity]) -> None:
    person = sample["ch_seco:9001"]
    assert person.links == (Link(scheme="seco", value="9002", relation="related-to"), Link(scheme="un", value="KPi.901"))
    assert [str(found) for found in person.birth_dates] == ["1962~", "1962-07-03"]
    assert person.birth_places == ("Wonsan, Kangwon, North Korea",)
    assert person.addresses[0].full == "1 Example Street, P.O. Box 17, Wonsan, Kangwon, North Korea"
    assert {(found.code, found.role) for found in person.countries} == {
        ("KP", CountryRole.NATIONALITY),
        ("KP", CountryRole.BIRTH),
        ("KP", CountryRole.ADDRESS),
    }
    assert [(found.type, found.value, found.country, found.note) for found in person.identifiers] == [
        (IdentifierType.PASSPORT, "900000001", "KP", "issued 2010-01-01")
    ]
    assert "Title: Colonel" in (person.remarks or "")


def test_a_ship_and_a_company(sample: dict[str, Entity]) -> None:
    ship, company = sample["ch_seco:9002"], sample["ch_seco:9003"]
    assert (ship.kind, company.kind) == (Kind.VESSEL, Kind.ORGANISATION)
    assert [(found.type, found.value) for found in ship.identifiers] == [(IdentifierType.IMO, "9000000")]
    assert ship.remarks == "IMO: 9000000; Seen at sea."  # nothing is taken out of the text
    assert [(found.type, found.value) for found in company.identifiers] == [(IdentifierType.TAX, "7700000000")]
    assert company.remarks == "Founded or built: 1999; Tax identification number: 7700000000"


@pytest.mark.parametrize(
    ("fields", "unread"),
    [
        ('<modification modification-type="renamed"/>', "target/modification/@modification-type=renamed"),
        ("<sanctions-set-id>99</sanctions-set-id>", "sanctions-set-id of no programme in the file"),
        ("<colour>red</colour>", "target/colour"),
    ],
)
def test_what_is_unknown_is_reported(tmp_path: Path, fields: str, unread: str) -> None:
    entities, report = _target(tmp_path, fields)
    assert len(entities) == 1
    assert report.unread == {unread: 1}


def test_a_file_of_changes_is_not_the_list(tmp_path: Path) -> None:
    _, report = _target(tmp_path, "", kind="amendment")
    assert report.fatal == ['consolidated-list.xml calls itself "amendment" and not "whole-list": it holds what changed and not the list. '
                            "Get the whole list."]  # fmt: skip


def _target(folder: Path, fields: str, kind: str = "whole-list") -> tuple[list[Entity], ReadReport]:
    name = (
        '<name name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>A</value></name-part></name>'
    )
    file = folder / "consolidated-list.xml"
    file.write_text(
        f'<swiss-sanctions-list list-type="{kind}" date="2026-08-15"><target ssid="1"><entity><identity main="true">{name}</identity>'
        f"</entity>{fields}</target></swiss-sanctions-list>",
        encoding="utf-8",
    )
    return read_shipped("ch_seco", "seco-xml", file)


@pytest.mark.real
def test_the_real_sample_of_delisted_targets(real_data: Path) -> None:
    entities, report = read_shipped("ch_seco", "seco-xml", real_data / "ch_seco" / "swiss-sanctions-list_sample_2026-08-15.xml")
    assert [(entity.name, entity.delisted, str(entity.listings[0].ended_on)) for entity in entities] == [
        ("Lukashenka Dzmitry Aliaksandravich", True, "2016-03-01"),
        ("LLC Delovaya Set", True, "2013-12-20"),
    ]
    assert "ЛУКАШЭНКА Дзмітрый Аляксандравіч" in [name.full for name in entities[0].names]
    assert report.unread == {"sanctions-set-id of no programme in the file": 2}  # the sample left the programmes out


@pytest.mark.real
def test_the_publishers_own_example(real_data: Path) -> None:
    entities, report = read_shipped("ch_seco", "seco-xml", real_data / "ch_seco" / "seco_official_example_2024-01-17.xml")
    assert [entity.name for entity in entities] == ["Test B", "Test C", "Test A"]
    assert [len(entity.listings) for entity in entities] == [1, 1, 2]
    assert not report.unread
    assert len(report.fatal) == 1  # it is a list of type "amendment"
