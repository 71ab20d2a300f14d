"""Canada's list: names in one line, ids that outlive renumbering, ships among the entities."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.model import Entity, IdentifierType, Kind
from sanctions.readers.sema_xml import aliases
from tests.readers.reading import SAMPLES, read_shipped

SAMPLE = SAMPLES / "sema-xml" / "sema-lmes.xml"


@pytest.fixture(scope="module")
def sample() -> list[Entity]:
    return read_shipped("ca_sema", "sema-xml", SAMPLE)[0]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", []),
        ("Shwe Mann Ko Ko", [("Shwe Mann Ko Ko", None)]),
        ("IAMI, IAMCO, HESA", [("IAMI", None), ("IAMCO", None), ("HESA", None)]),
        ("Htoo Wood Products Pte. Limited, Htoo Wood", [("Htoo Wood Products Pte. Limited", None), ("Htoo Wood", None)]),
        ("Acme Trading Co., Ltd., Acme", [("Acme Trading Co., Ltd.", None), ("Acme", None)]),  # a comma before a legal form
        ("Образец, ООО, Пример", [("Образец, ООО", None), ("Пример", None)]),
        ("Acme (Oil, Gas), Acme", [("Acme (Oil, Gas)", None), ("Acme", None)]),  # a comma in brackets
        ("Ivan, Belarusian: Іван,  Russian: Иван", [("Ivan", None), ("Іван", "be"), ("Иван", "ru")]),
        ("Ali Karti Arabic: علي كرتي", [("Ali Karti", None), ("علي كرتي", "ar")]),  # no comma before the language
        ("Bank (Belarusian: Банк А) (Russian: Банк)", [("Bank", None), ("Банк А", "be"), ("Банк", "ru")]),
        ("Sample Company/Compagnie Exemple", [("Sample Company", None), ("Compagnie Exemple", None)]),
        ("Nikolay/Nikolai Maximovich", [("Nikolay/Nikolai Maximovich", None)]),  # two spellings of one word
        ("Acme: the Company", [("Acme: the Company", None)]),  # a colon that follows no language
    ],
)
def test_names_in_one_line(line: str, names: list[tuple[str, str | None]]) -> None:
    assert list(aliases(line)) == names


def test_kinds_and_facts(sample: list[Entity]) -> None:
    person, company, ship, _ = sample
    assert [entity.kind for entity in sample] == [Kind.PERSON, Kind.ORGANISATION, Kind.VESSEL, Kind.PERSON]
    assert [str(found) for found in person.birth_dates] == ["1962-07-03", "1963"]
    assert person.positions == ("Colonel",)
    assert not person.countries  # the country is that of the regulations
    assert [name.full for name in company.names] == [
        "Sample Surveillance Systems",
        "Sample Systems Co., Ltd.",
        "Sample (Cameras, Recorders)",
        "ООО Образец",
        "نموذج",
    ]
    assert [(found.type, found.value) for found in ship.identifiers] == [(IdentifierType.IMO, "9000000")]
    assert ship.remarks == "Type: General Cargo / Multi Purpose; Built: 1980"


def test_the_listing(sample: list[Entity]) -> None:
    told = [(one.programme, one.reference, str(one.listed_on)) for entity in sample for one in entity.listings]
    assert told == [
        ("Belarus", "Schedule 1, Part 1, item 1", "2020-09-28"),
        ("Russia", "item 2", "2022-03-15"),
        ("Russia", "Schedule 1.1, item 1", "2025-02-21"),
        ("Belarus", "Schedule 1, Part 1, item 2", "None"),
    ]


def test_ids_outlive_renumbering_and_are_never_shared(sample: list[Entity], tmp_path: Path) -> None:
    file = tmp_path / "sema-lmes.xml"
    file.write_text(SAMPLE.read_text(encoding="utf-8").replace("<Item>1</Item>", "<Item>99</Item>"), encoding="utf-8")
    renumbered, _ = read_shipped("ca_sema", "sema-xml", file)
    assert [entity.id for entity in renumbered] == [entity.id for entity in sample]
    assert len({entity.id for entity in sample}) == 4  # two of them with one name


def test_what_is_unknown_is_reported() -> None:
    _, report = read_shipped("ca_sema", "sema-xml", SAMPLE)
    assert report.unread == {"birth date": 1, "record/Colour": 1}
    assert report.problems[0].endswith("'early 1970s' is not a date.")


@pytest.mark.real
@pytest.mark.parametrize(("day", "entries", "unread"), [("2020-04", 1_369, 0), ("2025-05", 4_759, 2)])
def test_real_copies(real_data: Path, day: str, entries: int, unread: int) -> None:
    found, report = read_shipped("ca_sema", "sema-xml", real_data / "ca_sema" / f"sema-lmes_{day}.xml")
    assert len(found) == len({entity.id for entity in found}) == entries
    assert report.unread.total() == unread  # 'Sep-99' and 'born in the early 1970s'
