"""The UK Sanctions List as a CSV: rows that multiply are one designation, read by the XML's rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.errors import SourceError
from sanctions.model import Entity, IdentifierType, Kind, Link, Quality
from sanctions.readers import ReadReport
from tests.readers.reading import SAMPLES, read_shipped

SAMPLE = SAMPLES / "uk-csv" / "UK-Sanctions-List.csv"


@pytest.fixture(scope="module")
def sample() -> tuple[list[Entity], ReadReport]:
    return read_shipped("gb_uksl", "uk-csv", SAMPLE)


def test_twelve_rows_are_one_person(sample: tuple[list[Entity], ReadReport]) -> None:
    """Three names by two birth dates by two passports, and another designation's row among them."""
    entities, report = sample
    assert [entity.id for entity in entities] == ["gb_uksl:DPR9001", "gb_uksl:RUS9002", "gb_uksl:RUS9003"]
    person = entities[0]
    assert [(name.full, name.quality, name.primary) for name in person.names] == [
        ("Sample-il PAEK", Quality.STRONG, True),
        ("Gyeon Bon BAEK", Quality.STRONG, False),
        ("Mr Paek", Quality.LOW, False),
        ("백견본", Quality.STRONG, False),
    ]
    assert [str(found) for found in person.birth_dates] == ["1962", "1975"]
    assert [(found.type, found.value) for found in person.identifiers] == [
        (IdentifierType.PASSPORT, "900000001"),
        (IdentifierType.PASSPORT, "900000002"),
    ]
    assert person.links == (Link(scheme="un", value="KPi.901"), Link(scheme="uk_ofsi_group", value="99001"))
    assert person.listings[0].measures == ("Asset freeze", "Travel Ban")
    assert str(report.published) == "2026-08-14"
    assert not report.unread


def test_a_ship_and_a_company(sample: tuple[list[Entity], ReadReport]) -> None:
    _, ship, company = sample[0]
    assert (ship.kind, company.kind) == (Kind.VESSEL, Kind.ORGANISATION)
    assert [(found.type, found.value) for found in ship.identifiers] == [(IdentifierType.IMO, "9000000")]
    assert company.addresses[0].full == "1 Example Street, Moscow, 101000, Russia"


def test_the_same_designation_reads_the_same_from_both_forms(sample: tuple[list[Entity], ReadReport]) -> None:
    xml = {entity.id: entity for entity in read_shipped("gb_uksl", "uk-xml", SAMPLES / "uk-xml" / "UK-Sanctions-List.xml")[0]}
    person = xml["gb_uksl:DPR9001"]
    assert sample[0][0].names[0] == person.names[0]
    assert sample[0][0].listings[0].programme == person.listings[0].programme


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Report Date: 14-Aug-2026\nName,Designation source\nA,UK\n", "has no column 'Unique ID' in its first 5 rows"),
        ("A\n" * 9 + "Unique ID\n1\n", "has no column 'Unique ID' in its first 5 rows"),
    ],
)
def test_another_table_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "UK-Sanctions-List.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=says):
        read_shipped("gb_uksl", "uk-csv", file)


def test_an_unknown_column_and_a_row_without_an_id_are_reported(tmp_path: Path) -> None:
    file = tmp_path / "UK-Sanctions-List.csv"
    file.write_text(
        "Report Date: soon\nUnique ID,Name 6,Name type,Designation Type,Colour\nRUS1,A,Primary Name,Entity,red\n,B,Alias,Entity,\n",
        encoding="utf-8",
    )
    entities, report = read_shipped("gb_uksl", "uk-csv", file)
    assert [entity.name for entity in entities] == ["A"]
    assert report.unread == {"Colour": 1}
    assert [problem.split(":")[0] for problem in report.problems] == ["Report Date", "UK-Sanctions-List.csv, row 4"]
