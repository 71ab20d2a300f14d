"""The United Nations Consolidated List: what each kind of record comes to, and the real copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.errors import SourceError
from sanctions.model import Entity, IdentifierType, Kind, Link, Quality
from sanctions.readers import ReadReport
from sanctions.readers.document_numbers import country_in, split_number
from tests.readers.reading import SAMPLES, read_shipped

SAMPLE = SAMPLES / "un-xml" / "consolidated.xml"


@pytest.fixture(scope="module")
def sample() -> dict[str, Entity]:
    entities, _ = read_shipped("un_sc", "un-xml", SAMPLE)
    return {entity.id: entity for entity in entities}


@pytest.mark.parametrize(
    ("entity", "name", "quality", "script"),
    [
        ("un_sc:KPi.901", "PAEK SAMPLE-IL", Quality.STRONG, "Latn"),
        ("un_sc:KPi.901", "백견본", Quality.STRONG, "Hang"),  # name in the original script
        ("un_sc:KPi.901", "Baek Gyeon-bon", Quality.STRONG, "Latn"),  # two aliases in one element
        ("un_sc:KPi.901", "Pak Kyon-pon", Quality.STRONG, "Latn"),
        ("un_sc:KPi.901", "Bai Yangben", Quality.STRONG, "Latn"),  # an alias with its characters in brackets
        ("un_sc:KPi.901", "白样本", Quality.STRONG, "Hani"),
        ("un_sc:KPi.901", "Mr Paek", Quality.LOW, "Latn"),
        ("un_sc:KPi.901", "Пэк Образец", Quality.STRONG, "Cyrl"),  # original script in the alias's note
        ("un_sc:KPi.901", "Paek Il-sample", Quality.FORMER, "Latn"),  # "previously listed as"
        ("un_sc:KPe.901", "SAMPLE MINING AND TRADING (SMT)", Quality.STRONG, "Latn"),  # two names in FIRST_NAME
        ("un_sc:KPe.901", "SMT GENERAL CORPORATION", Quality.STRONG, "Latn"),
        ("un_sc:KPe.901", "Example Export House", Quality.FORMER, "Latn"),  # f.k.a.
    ],
)
def test_names_keep_quality_and_script(sample: dict[str, Entity], entity: str, name: str, quality: Quality, script: str) -> None:
    found = {found.full: found for found in sample[entity].names}
    assert (found[name].quality, found[name].script) == (quality, script)


@pytest.mark.parametrize(
    ("entity", "dates"),
    [
        ("un_sc:KPi.901", ["1961-05-02", "1962-05-02", "1963"]),  # the first stands within an alias
        ("un_sc:TAi.901", ["1966~", "1955/1958~", "1973-11"]),  # APPROXIMATELY, BETWEEN, a date in a note
    ],
)
def test_birth_dates(sample: dict[str, Entity], entity: str, dates: list[str]) -> None:
    assert [str(date) for date in sample[entity].birth_dates] == dates


def test_a_birth_date_that_is_none_stays_in_the_remarks(sample: dict[str, Entity]) -> None:
    assert "30-35 years old" in (sample["un_sc:TAi.901"].remarks or "")


def test_documents_are_typed_by_what_they_say(sample: dict[str, Entity]) -> None:
    first, second = sample["un_sc:KPi.901"].identifiers
    assert (first.type, first.value, first.country) == (IdentifierType.PASSPORT, "900000001", "KP")
    assert first.note == "issued 2011-12-07, expires on 7 Dec. 2016"
    assert (second.type, second.label) == (IdentifierType.PASSPORT, "national passport")


def test_listing_link_and_kind(sample: dict[str, Entity]) -> None:
    entity = sample["un_sc:KPe.901"]
    assert entity.kind is Kind.ORGANISATION
    assert entity.links == (Link(scheme="un", value="KPe.901"),)
    assert entity.programmes == ("DPRK",)
    assert entity.listings[0].legal_basis == "United Nations Security Council resolution 1718 (2006)"
    assert str(entity.listed_on) == "2009-04-24"
    assert entity.raw["DATAID"] == "9000003"
    assert sample["un_sc:TAi.901"].genders == ("male",)  # from the comments
    assert sample["un_sc:TAi.901"].addresses[0].note == "previous address"


@pytest.mark.parametrize(
    ("field", "reported"),
    [
        ("<UN_LIST_TYPE>Atlantis</UN_LIST_TYPE>", "INDIVIDUAL/UN_LIST_TYPE=Atlantis"),
        ("<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><SHOE_SIZE>43</SHOE_SIZE>", "INDIVIDUAL/SHOE_SIZE"),
        (
            "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><INDIVIDUAL_ALIAS><QUALITY>Fair</QUALITY><ALIAS_NAME>A</ALIAS_NAME></INDIVIDUAL_ALIAS>",
            "INDIVIDUAL/INDIVIDUAL_ALIAS/QUALITY=Fair",
        ),
        ("<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><NATIONALITY><VALUE>Atlantis</VALUE></NATIONALITY>", "country=Atlantis"),
        (
            "<UN_LIST_TYPE>DPRK</UN_LIST_TYPE><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>GUESSED</TYPE_OF_DATE><YEAR>1960</YEAR>"
            "</INDIVIDUAL_DATE_OF_BIRTH>",
            "INDIVIDUAL/INDIVIDUAL_DATE_OF_BIRTH/TYPE_OF_DATE=GUESSED",
        ),
    ],
)
def test_what_is_unknown_is_reported(tmp_path: Path, field: str, reported: str) -> None:
    entities, report = _individual(tmp_path, f"<FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>KPi.1</REFERENCE_NUMBER>{field}")
    assert len(entities) == 1
    assert report.unread == {reported: 1}


@pytest.mark.parametrize("record", ["<FIRST_NAME>A</FIRST_NAME>", "<REFERENCE_NUMBER>KPi.1</REFERENCE_NUMBER>"])
def test_a_record_without_number_or_name_is_a_problem(tmp_path: Path, record: str) -> None:
    entities, report = _individual(tmp_path, f"{record}<UN_LIST_TYPE>DPRK</UN_LIST_TYPE>")
    assert not entities
    assert report.problem_count == 1


@pytest.mark.parametrize(
    ("alias", "names"),
    [
        ("Jin Tiesan (金铁三)", ["Jin Tiesan", "金铁三"]),
        ("أبو شيماء (Abu-Shaima", ["أبو شيماء", "Abu-Shaima"]),  # a bracket that is never closed
        ("أنصار الشريعة (Ansar al Charia in Libya (ASL))", ["أنصار الشريعة", "Ansar al Charia in Libya (ASL)"]),
        ("Abubakar (original script: Абубакар)", ["Abubakar", "Абубакар"]),
        ("Agha Jan Alizai اغا جان", ["Agha Jan Alizai", "اغا جان"]),
        ("EL PARA (COMBAT NAME)", ["EL PARA"]),
        ("Safia Farkash, born 1 Jan. 1953 (Oman passport no. 03825239)", ["Safia Farkash"]),
        ("Lom-ali Butayev (Butaev)", ["Lom-ali Butayev (Butaev)"]),
        ("Azim Adhajani; Azim Agha-Jani", ["Azim Adhajani", "Azim Agha-Jani"]),
    ],
)
def test_spellings_within_one_alias(tmp_path: Path, alias: str, names: list[str]) -> None:
    element = f"<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>{alias}</ALIAS_NAME></INDIVIDUAL_ALIAS>"
    fields = f"<FIRST_NAME>A</FIRST_NAME><REFERENCE_NUMBER>KPi.1</REFERENCE_NUMBER><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>{element}"
    entities, _ = _individual(tmp_path, fields)
    assert [name.full for name in entities[0].names] == ["A", *names]


@pytest.mark.parametrize(
    ("text", "number", "words", "country"),
    [
        ("B014995", "B014995", "", None),
        ("Libya B014995", "B014995", "Libya", "LY"),
        ("CAR diplomatic passport no. D00000898", "D00000898", "CAR diplomatic passport no.", "CF"),
        ("Central African Republic number O00065772", "O00065772", "Central African Republic number", "CF"),
        ("French national identity card number 050456101445", "050456101445", "French national identity card number", None),
        ("Afghan passport number SE 012820", "SE 012820", "Afghan passport number", None),
        ("Diplomatic Passport D014433", "D014433", "Diplomatic Passport", None),
        ("381110042 (Expired 25 Jan. 2016)", "381110042", "(Expired 25 Jan. 2016)", None),
        ("Social Security Number 423-31-3021 (US)", "423-31-3021", "Social Security Number (US)", None),
        ("UK Company no. 06527449", "06527449", "UK Company no.", None),
        ("ID card number 17", "17", "ID card number", None),  # not Indonesia
        ("A 123 456", "A 123 456", "", None),
    ],
)
def test_words_before_a_number(text: str, number: str, words: str, country: str | None) -> None:
    assert split_number(text) == (number, words)
    assert country_in(words) == country


@given(st.text(max_size=60) | st.from_regex(r"(Libya|passport no\.|N°)? ?[A-Z0-9/]{1,9} ?(\([a-z ]{1,9}\))?", fullmatch=True))
def test_no_text_of_a_number_is_lost(text: str) -> None:
    assert sorted(c for c in "".join(split_number(text)) if c.isalnum()) == sorted(c for c in text if c.isalnum())


def _individual(folder: Path, fields: str) -> tuple[list[Entity], ReadReport]:
    file = folder / "consolidated.xml"
    file.write_text(
        f"<CONSOLIDATED_LIST dateGenerated='2026-01-01T00:00:00Z'><INDIVIDUALS><INDIVIDUAL>{fields}</INDIVIDUAL></INDIVIDUALS>"
        "<ENTITIES/></CONSOLIDATED_LIST>",
        encoding="utf-8",
    )
    return read_shipped("un_sc", "un-xml", file)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_truncated_copy_is_refused(tmp_path: Path, cut: float) -> None:
    text = SAMPLE.read_bytes()
    file = tmp_path / "consolidated.xml"
    file.write_bytes(text[: int(len(text) * cut)])
    with pytest.raises(SourceError, match=r"consolidated\.xml .*line \d+, column \d+"):
        read_shipped("un_sc", "un-xml", file)


@pytest.mark.real
@pytest.mark.parametrize(
    ("day", "people", "entities"), [("2026-02-27", 730, 273), ("2025-11-20", 727, 273), ("2025-04-19", 684, 193), ("2024-09-26", 682, 193)]
)
def test_real_copies_are_read_whole(real_data: Path, day: str, people: int, entities: int) -> None:
    found, report = read_shipped("un_sc", "un-xml", real_data / "un_sc" / f"un_{day}.xml")
    kinds = [entity.kind for entity in found]
    assert (kinds.count(Kind.PERSON), kinds.count(Kind.ORGANISATION)) == (people, entities)
    assert report.entries == people + entities
    assert str(report.published) == day
    assert not report.unread
    assert not report.problems
    assert len({entity.id for entity in found}) == len(found)


@pytest.mark.real
def test_the_real_damaged_copy_is_refused_with_line_and_column(real_data: Path) -> None:
    with pytest.raises(SourceError, match="line 53, column 11"):
        read_shipped("un_sc", "un-xml", real_data / "un_sc" / "un_2025-08-16_damaged.xml")


@pytest.mark.real
def test_a_real_entity_as_its_committee_lists_it(real_data: Path) -> None:
    found, _ = read_shipped("un_sc", "un-xml", real_data / "un_sc" / "un_2026-02-27.xml")
    entity = next(entity for entity in found if entity.id == "un_sc:KPe.006")
    assert "HYOKSIN" in entity.name.upper()
    assert str(entity.listed_on) == "2009-07-16"
    assert "KP" in {country.code for country in entity.countries}
