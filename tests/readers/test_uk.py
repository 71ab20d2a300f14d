"""The UK Sanctions List: people, companies and ships, and what is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.catalogue import load_catalogue
from sanctions.model import CountryRole, Entity, IdentifierType, Kind, Link, PartKind, Quality
from sanctions.readers import ReadReport
from tests.readers.reading import SAMPLES, read_shipped

SAMPLE = SAMPLES / "uk-xml" / "UK-Sanctions-List.xml"


@pytest.fixture(scope="module")
def sample() -> dict[str, Entity]:
    entities, _ = read_shipped("gb_uksl", "uk-xml", SAMPLE)
    return {entity.id: entity for entity in entities}


def test_only_a_sample_proves_this_list_and_its_definition_says_so() -> None:
    assert load_catalogue()["gb_uksl"].proof == "sample"


@pytest.mark.parametrize(
    ("name", "quality", "primary", "script"),
    [
        ("Sample-il PAEK", Quality.STRONG, True, "Latn"),
        ("Gyeon Bon BAEK", Quality.STRONG, False, "Latn"),
        ("Mr Paek", Quality.LOW, False, "Latn"),
        ("Sampl-il PAEK", Quality.STRONG, False, "Latn"),
        ("백견본", Quality.STRONG, False, "Hang"),
    ],
)
def test_names(sample: dict[str, Entity], name: str, quality: Quality, primary: bool, script: str) -> None:
    found = {found.full: found for found in sample["gb_uksl:DPR9001"].names}[name]
    assert (found.quality, found.primary, found.script) == (quality, primary, script)


def test_a_person(sample: dict[str, Entity]) -> None:
    person = sample["gb_uksl:DPR9001"]
    assert [part.kind for part in person.names[1].parts] == [PartKind.GIVEN, PartKind.MIDDLE, PartKind.FAMILY]
    assert [str(date) for date in person.birth_dates] == ["1962", "1975", "1958-09", "1962-05-02"]
    assert person.links == (Link(scheme="un", value="KPi.901"), Link(scheme="uk_ofsi_group", value="99001"))
    assert [(found.type, found.value) for found in person.identifiers] == [
        (IdentifierType.PHONE, "+850 2 000 0000"),
        (IdentifierType.PASSPORT, "900000001"),
        (IdentifierType.NATIONAL_ID, "0075"),
    ]
    assert person.positions == ("Colonel", "Director of the Sample Bureau")
    assert person.addresses[0].full == "Room 5, Sample Street, 101, North Korea"


def test_the_listing(sample: dict[str, Entity]) -> None:
    (listing,) = sample["gb_uksl:DPR9001"].listings
    assert listing.programme == "Democratic People's Republic of Korea"
    assert listing.legal_basis == "The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019"
    assert listing.measures == ("Asset freeze", "Travel Ban", "Director disqualification sanction")
    assert str(listing.listed_on) == "2016-11-30"


def test_a_ship(sample: dict[str, Entity]) -> None:
    ship = sample["gb_uksl:DPR9002"]
    assert ship.kind is Kind.VESSEL
    assert [(found.type, found.value) for found in ship.identifiers] == [(IdentifierType.IMO, "9000000"), (IdentifierType.IMO, "9000001")]
    assert [(found.code, found.role) for found in ship.countries] == [("KM", CountryRole.FLAG), ("IN", CountryRole.FORMER_FLAG)]
    assert ship.listings[0].measures == ("Prohibition of port entry",)  # the indicators alone say it
    assert ship.links == (Link(scheme="uk_name", value="Sample Shipping Ltd", relation="current owner or operator"),)
    assert "Tonnage: 7000" in (ship.remarks or "")


def test_a_company(sample: dict[str, Entity]) -> None:
    company = sample["gb_uksl:BEL9001"]
    assert company.kind is Kind.ORGANISATION
    assert (company.identifiers[0].type, company.identifiers[0].value) == (IdentifierType.REGISTRATION, "00000001")
    assert (company.identifiers[0].country, company.identifiers[0].note) == (None, "UK Company no.")
    assert Link(scheme="uk_name", value="Example Oil Company", relation="parent company") in company.links
    assert company.remarks == "Type of entity: Trading company; UK statement of reasons: An invented company."


@pytest.mark.parametrize(
    ("fields", "reported"),
    [
        ("<IndividualEntityShip>Aircraft</IndividualEntityShip>", "IndividualEntityShip=Aircraft"),
        ("<IndividualEntityShip>Entity</IndividualEntityShip><Colour>red</Colour>", "Designation/Colour"),
        (
            "<IndividualEntityShip>Entity</IndividualEntityShip><SanctionsImposedIndicators><TravelBan>maybe</TravelBan>"
            "</SanctionsImposedIndicators>",
            "Designation/SanctionsImposedIndicators/TravelBan=maybe",
        ),
        (
            "<IndividualEntityShip>Entity</IndividualEntityShip><Names><Name><Name6>B</Name6><NameType>Nickname</NameType></Name></Names>",
            "Designation/Names/Name/NameType=nickname",
        ),
    ],
)
def test_what_is_unknown_is_reported(tmp_path: Path, fields: str, reported: str) -> None:
    names = "" if "<Names>" in fields else "<Names><Name><Name6>A</Name6><NameType>Primary Name</NameType></Name></Names>"
    entities, report = _designation(tmp_path, f"<UniqueID>AFG1</UniqueID>{names}{fields}")
    assert len(entities) == 1
    assert report.unread == {reported: 1}


def test_no_imo_number_is_a_problem(tmp_path: Path) -> None:
    ship = "<ShipDetails><Ship><IMONumbers><IMONumber>unknown</IMONumber></IMONumbers></Ship></ShipDetails>"
    names = "<Names><Name><Name6>A</Name6><NameType>Primary Name</NameType></Name></Names>"
    entities, report = _designation(tmp_path, f"<UniqueID>DPR1</UniqueID><IndividualEntityShip>Ship</IndividualEntityShip>{names}{ship}")
    assert entities[0].identifiers[0].type is IdentifierType.OTHER
    assert "'unknown' is no IMO number" in report.problems[0]


def _designation(folder: Path, fields: str) -> tuple[list[Entity], ReadReport]:
    file = folder / "UK-Sanctions-List.xml"
    file.write_text(f"<Designations><Designation>{fields}</Designation></Designations>", encoding="utf-8")
    return read_shipped("gb_uksl", "uk-xml", file)


@pytest.mark.real
def test_the_real_sample_leaves_nothing_unread(real_data: Path) -> None:
    (file,) = (real_data / "gb_uksl").glob("*.xml")
    found, report = read_shipped("gb_uksl", "uk-xml", file)
    assert [entity.id for entity in found] == [f"gb_uksl:{key}" for key in ("AFG0011", "AQD0128", "AQD0377", "DPR0075", "BEL0107")]
    assert str(report.published) == "2026-08-14"
    assert not report.unread
    assert not report.problems
