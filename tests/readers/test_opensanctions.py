"""OpenSanctions' exports: simple CSV, FollowTheMoney lines flat and nested, Senzing JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from sanctions.catalogue import Layout, ListDefinition, load_catalogue, read_definition
from sanctions.data import data_folder
from sanctions.errors import SourceError
from sanctions.model import CountryRole, Entity, IdentifierType, Kind, Link, Quality
from sanctions.readers import ReadReport, recognise
from tests.readers.reading import SAMPLES, read

FILES = {"os-simple-csv": "targets.simple.csv", "ftm-json": "entities.ftm.json", "senzing-json": "senzing.json"}


def definition_of(key: str) -> ListDefinition:
    return msgspec.toml.decode((SAMPLES / key / "definition.toml").read_bytes(), type=ListDefinition)


def sample(key: str) -> tuple[list[Entity], ReadReport]:
    return read(definition_of(key), key, SAMPLES / key / FILES[key])


def test_simple_csv() -> None:
    (person, ship, company), report = sample("os-simple-csv")
    assert [name.full for name in person.names] == ["Ivan Example", "Іван Приклад", "I. Example"]
    assert [str(found) for found in person.birth_dates] == ["1962-07-03", "1963"]
    assert [(one.type, one.value) for entity in (person, ship, company) for one in entity.identifiers] == [
        (IdentifierType.NATIONAL_ID, "AB123456"),  # the file does not say which number it is
        (IdentifierType.IMO, "9000000"),
        (IdentifierType.REGISTRATION, "7700000000"),
        (IdentifierType.PHONE, "+7 000"),
        (IdentifierType.EMAIL, "info@example.org"),
    ]
    assert ship.programmes == ("XX-EX", "XX-SEA")
    assert company.programmes == ("Example data",)  # no programme: the data set
    assert person.remarks == 'Stole "three" paintings'
    assert str(report.published) == "2026-03-13"  # the latest day on which a target was seen
    assert report.unread == {"country=zz": 1}


def test_follow_the_money_gathers_what_stands_apart() -> None:
    (person, company), report = sample("ftm-json")
    assert [(name.full, name.quality, name.primary) for name in person.names] == [
        ("Ivan Example", Quality.STRONG, True),  # the caption
        ("EXAMPLE Ivan", Quality.STRONG, False),
        ("Іван Приклад", Quality.STRONG, False),
        ("Vanya", Quality.WEAK, False),
        ("Ivan Old", Quality.FORMER, False),
    ]
    (listing,) = person.listings
    assert (listing.programme, listing.legal_basis, str(listing.listed_on), listing.measures, listing.reference) == (
        "XX-EX",
        "Example Regulations; Ministry of Examples",
        "2022-03-15",
        ("Asset freeze",),
        "17",
    )
    assert Link(scheme="un", value="KPi.901") in person.links
    assert [(one.type, one.value, one.country) for one in person.identifiers] == [
        (IdentifierType.PASSPORT, "AB123456", None),
        (IdentifierType.PASSPORT, "900000001", "RU"),
    ]
    assert [(one.full, one.country) for one in person.addresses] == [("1 Road, Town", "UA")]
    assert person.remarks == "A note.; education: A school; Stole paintings."
    assert company.kind is Kind.COMPANY
    assert report.ignored["Person that is no target"] == 1
    assert report.ignored["schema=Family"] == 1


def test_nested_entities_are_listings_and_links() -> None:
    _, company = sample("ftm-json")[0]
    assert [(one.programme, one.listed_on) for one in company.listings] == [("Example Regulations", None)]
    assert "startDate: 2023-01" in (company.remarks or "")  # no exact day
    assert Link(scheme="ftm", value="own-1", relation="owner") in company.links
    assert [(one.code, one.role) for one in company.countries] == [("RU", CountryRole.REGISTRATION)]


def test_senzing() -> None:
    (person, company), report = sample("senzing-json")
    assert [name.full for name in person.names] == ["Ivan Example", "Іван Приклад"]
    assert (person.genders, person.birth_places, person.programmes) == (("male",), ("Town",), ("sanction",))
    assert person.links == (Link(scheme="ftm", value="NK-2", relation="Ownership"),)
    assert next((one.type, one.value, one.country) for one in person.identifiers) == (IdentifierType.PASSPORT, "AB123456", "UA")
    assert (company.name, company.kind, company.remarks) == ("Sample Surveillance JSC", Kind.ORGANISATION, "Registered: 1999")
    assert report.unread == {"/SHOE_SIZE": 1}


@pytest.mark.parametrize("key", ["ftm-json", "senzing-json"])
@pytest.mark.parametrize(
    ("tail", "says"),
    [
        (b'{"id": "NK-7", "sch', "this is not JSON"),
        (b"[1, 2]", "here stands list and no object"),
    ],
)
def test_a_damaged_line_is_named(tmp_path: Path, key: str, tail: bytes, says: str) -> None:
    file = tmp_path / FILES[key]
    whole = (SAMPLES / key / FILES[key]).read_bytes()
    file.write_bytes(whole + b"\n" + tail)
    line = whole.count(b"\n") + 2
    with pytest.raises(SourceError, match=f"line {line}: {says}"):
        read(definition_of(key), key, file)


def test_a_file_of_another_data_set_is_not_taken_for_the_list() -> None:
    """Every data set of OpenSanctions has the same form and the same file names."""
    definition = load_catalogue()["ua_war_sanctions"]
    header = (SAMPLES / "os-simple-csv" / "targets.simple.csv").read_bytes()
    assert recognise(definition, "targets.simple.csv", header) is None
    own = recognise(definition, "targets.simple.csv", header.replace(b"Example data", b"Ukraine War and Sanctions"))
    assert isinstance(own, Layout)
    assert "NC" in definition.licence
    assert all(file.url is None for layout in definition.layouts for file in layout.files)


def test_the_example_of_the_readme_is_a_definition(tmp_path: Path) -> None:
    readme = (data_folder("lists") / "README.md").read_text(encoding="utf-8")
    file = tmp_path / "os_interpol.toml"
    file.write_text(next(part for part in readme.split("```toml\n") if part.startswith('key = "os_interpol"')).split("```")[0], "utf-8")
    assert read_definition(file).formats == ("os-simple-csv",)


@pytest.mark.real
@pytest.mark.parametrize(
    ("key", "file", "entries", "unread"),
    [
        ("os-simple-csv", "ua_war_sanctions_targets.simple_2026-03-13.csv", 5_600, 0),
        ("os-simple-csv", "interpol_targets.simple.csv", 6_561, 0),
        ("ftm-json", "sa_wiki_peps_sample/entities.ftm.json", 423, 9),  # 'Unknown', '20th century' for a birth date
        ("ftm-json", "sa_wiki_peps_sample/targets.nested.json", 5, 0),
        ("ftm-json", "ve_assembly_entities.ftm.json", 274, 0),
        ("senzing-json", "sa_wiki_peps_sample/senzing.json", 14, 5),  # offices, of no type
        ("senzing-json", "us_congress_senzing.json", 1_319, 2),
    ],
)
def test_real_exports(real_data: Path, key: str, file: str, entries: int, unread: int) -> None:
    found, report = read(definition_of(key), key, real_data / "opensanctions" / file)
    assert len(found) == len({entity.id for entity in found}) == entries
    assert report.unread.total() == unread
