"""The European Union's list: names without a primary one, dates of other calendars, unknown countries; XML and CSV agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.catalogue import load_catalogue
from sanctions.errors import SourceError
from sanctions.model import CountryRole, Entity, IdentifierType, Kind, Link, PartKind, Quality
from sanctions.readers import ReadReport
from tests.readers.reading import SAMPLES, read_shipped

XML = SAMPLES / "eu-xml" / "xmlFullSanctionsList_1_1.xml"
CSV = SAMPLES / "eu-csv" / "csvFullSanctionsList_1_1.csv"


@pytest.fixture(scope="module")
def sample() -> tuple[Entity, Entity]:
    first, second = read_shipped("eu_fsf", "eu-xml", XML)[0]
    return first, second


def test_only_a_sample_proves_this_list_and_a_sample_never_counts_as_current() -> None:
    definition = load_catalogue()["eu_fsf"]
    assert definition.proof == "sample"
    assert definition.bounds.usual is not None
    assert definition.bounds.usual[0] > 5


@pytest.mark.parametrize(
    ("name", "quality", "script", "language"),
    [
        ("Sample-il PAEK", Quality.STRONG, "Latn", None),
        ("PAEK Sampil", Quality.STRONG, "Latn", "fr"),
        ("Mr Paek", Quality.LOW, "Latn", None),  # the remark alone says so
        ("The Colonel", Quality.WEAK, "Latn", None),  # strong="false"
        ("백견본", Quality.STRONG, "Hang", "ko"),
        ("Old Sample", Quality.FORMER, "Latn", "en"),
    ],
)
def test_names(sample: tuple[Entity, Entity], name: str, quality: Quality, script: str, language: str | None) -> None:
    found = {found.full: found for found in sample[0].names}[name]
    assert (found.quality, found.script, found.language, found.primary) == (quality, script, language, False)


def test_the_name_to_call_a_target_by(sample: tuple[Entity, Entity]) -> None:
    """The first in the file is French; English or unstated and in parts goes before."""
    assert sample[0].name == "Sample-il PAEK"
    assert [part.kind for part in sample[0].names[0].parts] == [PartKind.GIVEN, PartKind.FAMILY]


def test_a_person(sample: tuple[Entity, Entity]) -> None:
    person = sample[0]
    assert person.id == "eu_fsf:EU.9001.11"
    assert person.links == (Link(scheme="un", value="KPi.901"),)
    assert [str(found) for found in person.birth_dates] == ["1962-07-03", "1960/1963~", "1961~", "1962-07-02/1962-07-04"]
    assert person.birth_places == ("Wonsan, KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF",)
    assert {(found.code, found.role) for found in person.countries} == {("KP", CountryRole.CITIZENSHIP), ("KP", CountryRole.BIRTH)}
    (passport,) = person.identifiers
    assert (passport.type, passport.value, passport.country) == (IdentifierType.PASSPORT, "900000001", "KP")
    assert passport.note == "known to have expired; diplomatic; issued by Ministry of Samples"
    assert (person.positions, person.genders) == (("Director",), ("male",))


def test_a_date_of_the_islamic_calendar_is_an_interval_a_day_wider_on_both_sides(sample: tuple[Entity, Entity]) -> None:
    _, report = read_shipped("eu_fsf", "eu-xml", XML)
    born = sample[0].birth_dates[-1]
    assert (str(born), born.text) == ("1962-07-02/1962-07-04", "1382-1-30 (Hijri)")
    assert "Birth date in the Islamic calendar: 1382-1-30, reckoned by the tabular lunar one" in (sample[0].remarks or "")
    assert not report.problems


@pytest.mark.parametrize(
    ("birth", "problem"),
    [
        ('calendarType="MAYAN" year="5"', "Entry EU.1.1: the birth date 5 is in the calendar MAYAN and is kept as text."),
        ('calendarType="ISLAMIC" year="1962"', "Entry EU.1.1: '1962' is no date of the calendar ISLAMIC: 1962 is not a date of the Hijri"),
    ],
)
def test_what_is_no_date_of_a_known_calendar_is_reported(tmp_path: Path, birth: str, problem: str) -> None:
    (person,), report = _entity(tmp_path, f'<subjectType code="person"/><birthdate {birth}/><nameAlias wholeName="A" strong="true"/>')
    assert not person.birth_dates
    assert report.problems[0].startswith(problem)


def test_listings(sample: tuple[Entity, Entity]) -> None:
    person, company = (entity.listings[0] for entity in sample)
    assert (person.programme, person.legal_basis, str(person.listed_on)) == ("PRK", "2017/9001 (OJ L999)", "2016-05-30")
    assert str(person.reference).startswith("amendment of the commission, published 2017-08-31")
    assert str(company.listed_on) == "2022-03-15"  # no date of designation, and the act is the one that listed it
    assert sample[0].url == "https://eur-lex.europa.eu/sample-1"


def test_a_company(sample: tuple[Entity, Entity]) -> None:
    company = sample[1]
    assert company.kind is Kind.ORGANISATION
    assert [(found.type, found.value) for found in company.identifiers] == [
        (IdentifierType.TAX, "7700000000"),
        (IdentifierType.IMO, "9000000"),
        (IdentifierType.OTHER, "T-1"),
        (IdentifierType.EMAIL, "info@example.org"),
        (IdentifierType.WEBSITE, "https://example.org"),
    ]
    assert company.addresses[0].full == "1 Example Street, P.O. Box 17, Moscow, 101000, RUSSIAN FEDERATION"
    assert company.addresses[0].note == "as at the time of listing"


@pytest.mark.parametrize(
    ("fields", "unread"),
    [
        ('<subjectType code="ship"/>', "sanctionEntity/subjectType=ship"),
        ('<subjectType code="person"/><birthdate calendarType="GREGORIAN" year="1962" monthOfYear="13" dayOfMonth="1"/>', "birth date"),
        ('<subjectType code="person"/><citizenship countryIso2Code="QQ" countryDescription="ATLANTIS"/>', "country=ATLANTIS"),
        ('<subjectType code="person"/><colour>red</colour>', "sanctionEntity/colour"),
        (
            '<subjectType code="person"/><address><contactInfo key="PIGEON" value="x"/></address>',
            "sanctionEntity/address/contactInfo/@key=PIGEON",
        ),
    ],
)
def test_what_is_unknown_is_reported(tmp_path: Path, fields: str, unread: str) -> None:
    entities, report = _entity(tmp_path, f'{fields}<nameAlias wholeName="A" strong="true"/>')
    assert len(entities) == 1
    assert report.unread == {unread: 1}


def test_an_entry_without_a_name_is_a_problem(tmp_path: Path) -> None:
    entities, report = _entity(tmp_path, '<subjectType code="person"/>')
    assert not entities
    assert report.problems == ["Entry EU.1.1 has no name; it was left out."]


def _entity(folder: Path, fields: str) -> tuple[list[Entity], ReadReport]:
    file = folder / "xmlFullSanctionsList_1_1.xml"
    file.write_text(
        f'<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05">'
        f'<sanctionEntity euReferenceNumber="EU.1.1" logicalId="1">{fields}</sanctionEntity></export>',
        encoding="utf-8",
    )
    return read_shipped("eu_fsf", "eu-xml", file)


def test_the_csv_is_read_by_the_same_rules(sample: tuple[Entity, Entity]) -> None:
    (person, company), report = read_shipped("eu_fsf", "eu-csv", CSV)
    assert not report.unread
    assert str(report.published) == "2026-08-05"
    assert [(name.full, name.quality) for name in person.names] == [("Sample-il PAEK", Quality.STRONG), ("Mr Paek", Quality.LOW)]
    for field in ("id", "kind", "links", "genders", "listings", "url", "positions"):
        assert getattr(person, field) == getattr(sample[0], field), field
    assert company.name == "Sample Surveillance; Systems JSC"  # a separator within quotation marks
    assert [(found.type, found.value) for found in company.identifiers] == [
        (IdentifierType.EMAIL, "info@example.org"),
        (IdentifierType.PHONE, "+7 000 000 00 00"),
        (IdentifierType.WEBSITE, "https://example.org"),
    ]


def test_a_csv_column_that_nobody_knows_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "csvFullSanctionsList_1_1.csv"
    header, *rows = CSV.read_text(encoding="utf-8-sig").splitlines()
    file.write_text("\n".join([f"{header};Entity_Colour", *(f"{row};red" for row in rows)]), encoding="utf-8")
    _, report = read_shipped("eu_fsf", "eu-csv", file)
    assert report.unread == {"sanctionEntity/@colour": 2}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Date_file;Entity_logical_id;Naal_wholename\n1;2;3\n", "is the older CSV 1.0"),
        ("Entity_LogicalId;Name\n1;A\n", "has no column fileGenerationDate, Entity_EU_ReferenceNumber, NameAlias_WholeName"),
    ],
)
def test_another_csv_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "csvFullSanctionsList_1_1.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=says):
        read_shipped("eu_fsf", "eu-csv", file)


@pytest.mark.real
def test_the_real_sample_leaves_nothing_unread(real_data: Path) -> None:
    (file,) = (real_data / "eu_fsf").glob("*.xml")
    found, report = read_shipped("eu_fsf", "eu-xml", file)
    assert [entity.name for entity in found] == [
        "Saddam Hussein Al-Tikriti",
        "Khalid Sheikh MOHAMMED",
        "Haji Ahmad Jan",
        "Global Relief Foundation (GRF)",
        "Parchin Chemical Industries (PCI)",
    ]
    assert str(report.published) == "2026-08-05"
    assert not report.unread
    assert not report.problems


@pytest.mark.real
def test_the_real_csv_of_the_older_version_is_refused_in_words(real_data: Path) -> None:
    (file,) = (real_data / "eu_fsf").glob("*.csv")
    with pytest.raises(SourceError, match=r"older CSV 1\.0"):
        read_shipped("eu_fsf", "eu-csv", file)
