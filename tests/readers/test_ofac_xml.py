"""OFAC's three XML formats: damage, the real copies, and that the formats agree about the same targets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sanctions.dates import PartialDate
from sanctions.errors import SourceError
from sanctions.model import Entity, Kind, Quality
from sanctions.readers.base import ReadReport
from sanctions.readers.ofac_advanced_parts import References, period_of, period_text
from sanctions.readers.xml import Record
from tests.readers.ofac import CONS, read_files, read_one

SAMPLES = Path(__file__).parent / "samples"
FORMS = {"ofac-xml": "sdn.xml", "ofac-advanced-xml": "sdn_advanced.xml", "ofac-enhanced-xml": "sdn_enhanced.xml"}


def changed(format_key: str, tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """The sample of a format with pieces of it replaced."""
    text = (SAMPLES / format_key / FORMS[format_key]).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "changed.xml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("format_key", FORMS)
def test_a_copy_cut_short_is_refused(format_key: str, tmp_path: Path) -> None:
    whole = (SAMPLES / format_key / FORMS[format_key]).read_bytes()
    path = tmp_path / "cut.xml"
    path.write_bytes(whole[: len(whole) * 3 // 4])
    with pytest.raises(SourceError, match=r"not well-formed XML at line \d+, column \d+"):
        read_one(format_key, path)


@pytest.mark.parametrize("format_key", FORMS)
def test_the_same_in_utf_16(format_key: str, tmp_path: Path) -> None:
    sample = SAMPLES / format_key / FORMS[format_key]
    path = tmp_path / "utf16.xml"
    path.write_bytes(sample.read_text(encoding="utf-8").replace('encoding="utf-8"', 'encoding="utf-16"').encode("utf-16"))
    assert read_one(format_key, path)[0] == read_one(format_key, sample)[0]


@pytest.mark.parametrize("format_key", FORMS)
def test_one_format_is_not_read_as_another(format_key: str) -> None:
    others = [SAMPLES / other / name for other, name in FORMS.items() if other != format_key]
    for other in others:
        with pytest.raises(SourceError, match="with the root"):
            read_one(format_key, other)


def test_fewer_entries_than_the_publisher_counts_are_refused(tmp_path: Path) -> None:
    path = changed("ofac-xml", tmp_path, ("<Record_Count>5<", "<Record_Count>19365<"))
    with pytest.raises(SourceError, match="says that it has 19,365 entries but holds 5"):
        read_one("ofac-xml", path)


@pytest.mark.parametrize(
    ("format_key", "old", "new", "words"),
    [
        ("ofac-xml", "09/08/2026", "Tuesday", "publshInformation cannot be read"),
        ("ofac-xml", ">5</Record_Count", ">five</Record_Count", "publshInformation cannot be read"),
        ("ofac-enhanced-xml", "2026-09-08T00:00:00", "yesterday!", "dataAsOf"),
        ("ofac-advanced-xml", "ReferenceValueSets>", "Otherwise>", "no ReferenceValueSets"),
    ],
)
def test_a_head_that_cannot_be_read_is_refused(tmp_path: Path, format_key: str, old: str, new: str, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        read_one(format_key, changed(format_key, tmp_path, (old, new)))


def test_an_older_namespace_is_read_alike(tmp_path: Path) -> None:
    new = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
    path = changed("ofac-xml", tmp_path, (new, "http://tempuri.org/sdnList.xsd"))
    assert read_one("ofac-xml", path)[0] == read_one("ofac-xml", SAMPLES / "ofac-xml" / "sdn.xml")[0]


def test_an_entry_without_a_name_is_reported_and_left_out(tmp_path: Path) -> None:
    path = changed("ofac-xml", tmp_path, ("<lastName>P-999</lastName>", ""))
    entities, report = read_one("ofac-xml", path)
    assert len(entities) == report.entries == 4
    assert report.problems == ["Entry 104 has no name; it was left out."]


def test_sections_of_the_advanced_form_in_another_order(tmp_path: Path) -> None:
    """What belongs to a party is found wherever it stands."""
    sample = SAMPLES / "ofac-advanced-xml" / "sdn_advanced.xml"
    text = sample.read_text(encoding="utf-8")
    start, end = text.index("  <SanctionsEntries>"), text.index("</Sanctions>")
    entries, middle = text[start:end], text.index("  <Locations>")
    path = tmp_path / "moved.xml"
    path.write_text(text[:middle] + entries + text[middle:start] + text[end:], encoding="utf-8")
    assert read_one("ofac-advanced-xml", path)[0] == read_one("ofac-advanced-xml", sample)[0]


def test_a_party_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    text = (SAMPLES / "ofac-advanced-xml" / "sdn_advanced.xml").read_text(encoding="utf-8")
    party = text[text.index('    <DistinctParty FixedRef="103">') : text.index("  </DistinctParties>")]
    path = tmp_path / "twice.xml"
    path.write_text(text.replace("  </DistinctParties>", party + "  </DistinctParties>"), encoding="utf-8")
    entities, report = read_one("ofac-advanced-xml", path)
    assert len(entities) == 2
    assert report.problems == ["Entry 103 stands in the file more than once; only the first was read."]


def test_numbers_without_a_word_are_reported(tmp_path: Path) -> None:
    path = changed("ofac-advanced-xml", tmp_path, ('FeatureTypeID="224"', 'FeatureTypeID="225"'), ('LocationID="501"', 'LocationID="599"'))
    _, report = read_one("ofac-advanced-xml", path)
    assert report.unread["FeatureType=225"] == 1
    assert "Location 599 is pointed to but not in the file." in report.problems


def boundary(year: int, month: int, day: int, *, circa: bool = False) -> dict[str, Any]:
    when = {"Year": str(year), "Month": str(month), "Day": str(day)}
    return {"@Approximate": str(circa).lower(), "From": when, "To": when}


PERIODS = [
    # start, end, and the date that they mean
    (boundary(1960, 3, 23), boundary(1960, 3, 23), "1960-03-23", "23 Mar 1960"),
    (boundary(1960, 3, 1), boundary(1960, 3, 31), "1960-03", "Mar 1960"),
    (boundary(1960, 1, 1), boundary(1960, 12, 31), "1960", "1960"),
    (boundary(1960, 1, 1, circa=True), boundary(1960, 12, 31, circa=True), "1960~", "circa 1960"),
    (boundary(1960, 1, 1), boundary(1965, 12, 31), "1960/1965", "1960 to 1965"),
    (boundary(1960, 3, 23), boundary(1960, 4, 2), "1960-03-23/1960-04-02", "23 Mar 1960 to 02 Apr 1960"),
]


@pytest.mark.parametrize(("start", "end", "date", "words"), PERIODS, ids=[case[3] for case in PERIODS])
def test_periods(start: dict[str, Any], end: dict[str, Any], date: str, words: str) -> None:
    period = period_of(Record({"Start": start, "End": end}, "DatePeriod"))
    assert period is not None
    assert (str(period), period.text) == (date, words)


@pytest.mark.parametrize("fields", [{}, {"Start": {"From": {"Year": "1960", "Month": "2", "Day": "31"}}}])
def test_a_period_that_is_no_date(fields: dict[str, Any]) -> None:
    assert period_of(Record(fields, "DatePeriod")) is None


def test_a_period_in_words_is_read_back() -> None:
    from sanctions.dates import parse_date

    for period in (PartialDate.of(1960), PartialDate.of(1960, 3), PartialDate.of(1960, 3, 23, circa=True)):
        assert str(parse_date(period_text(period))) == str(period)


def test_references_know_their_words() -> None:
    report = ReadReport()
    values = References({"ScriptValues": {"Script": [{"@ID": "1", "@ScriptCode": "Arab", "#text": "Arabic"}]}}, report)
    assert values.script("1") == "Arab"
    assert values.text("Script", "2") is None
    assert report.unread == {"Script=2": 1}


# The real copies


@pytest.fixture(scope="module")
def legacy(real_data: Path) -> dict[str, Entity]:
    return by_id(*read_one("ofac-xml", real_data / "us_ofac_cons" / "consolidated_2025-03-28.xml", CONS))


@pytest.fixture(scope="module")
def enhanced(real_data: Path) -> dict[str, Entity]:
    return by_id(*read_one("ofac-enhanced-xml", real_data / "us_ofac_cons" / "CONS_ENHANCED_2025-01-10.XML", CONS))


@pytest.fixture(scope="module")
def advanced(real_data: Path) -> dict[str, Entity]:
    return by_id(*read_one("ofac-advanced-xml", real_data / "us_ofac_cons" / "cons_advanced_2020-03-17.xml", CONS))


def by_id(entities: list[Entity], report: ReadReport) -> dict[str, Entity]:
    """The entities by id; nothing of a real copy may be unread or a problem."""
    assert not report.unread
    assert not report.problems
    assert not report.orphans
    assert report.published is not None
    return {entity.id: entity for entity in entities}


@pytest.mark.real
def test_real_copies_are_complete(legacy: dict[str, Entity], enhanced: dict[str, Entity], advanced: dict[str, Entity]) -> None:
    assert (len(legacy), len(enhanced), len(advanced)) == (443, 443, 375)


Values = Callable[[Entity], object]
AGREE: dict[str, Values] = {
    "kind": lambda e: e.kind,
    "primary name": lambda e: e.name.casefold(),
    "Latin names and their quality": lambda e: {(n.full.casefold(), n.quality) for n in e.names if n.script == "Latn"},
    "programmes": lambda e: set(e.programmes),
    "birth dates": lambda e: {str(d) for d in e.birth_dates},
    "birth places": lambda e: set(e.birth_places),
    "genders": lambda e: e.genders,
    "countries": lambda e: {(c.code, c.role) for c in e.countries},
    "identifiers": lambda e: {(i.type, i.value) for i in e.identifiers},
}


@pytest.mark.real
@pytest.mark.parametrize("what", AGREE)
def test_legacy_and_enhanced_agree(what: str, legacy: dict[str, Entity], enhanced: dict[str, Entity]) -> None:
    """The copies are eleven weeks apart, in which the publisher changed none of this."""
    values = AGREE[what]
    assert legacy.keys() == enhanced.keys()
    assert [uid for uid in legacy if values(legacy[uid]) != values(enhanced[uid])] == []


@pytest.mark.real
@pytest.mark.parametrize(
    ("what", "changed_since"), [("birth dates", 0), ("genders", 0), ("kind", 0), ("programmes", 12), ("identifiers", 18)]
)
def test_legacy_and_csv_agree(what: str, changed_since: int, legacy: dict[str, Entity], real_data: Path) -> None:
    """The CSV is nine months younger, and its comments file is missing.

    OFAC put twelve targets under another programme meanwhile, with new identifiers; ten long remarks end early.
    """
    files = {file.name: file for file in (real_data / "us_ofac_cons" / "csv_2025-12").iterdir()}
    table = {entity.id: entity for entity in read_files("ofac-csv", files, CONS)[0]}
    values = AGREE[what]
    differing = [uid for uid in legacy.keys() & table.keys() if values(legacy[uid]) != values(table[uid])]
    assert len(differing) == changed_since


@pytest.mark.real
def test_real_enhanced_keeps_scripts(enhanced: dict[str, Entity]) -> None:
    scripts = {name.script for entity in enhanced.values() for name in entity.names}
    assert scripts == {"Latn", "Cyrl", "Hans", "Hant"}


@pytest.mark.real
def test_real_advanced_has_dates_and_bases(advanced: dict[str, Entity]) -> None:
    vtb = advanced["us_ofac_cons:17013"]
    (listing,) = vtb.listings
    assert listing.programme == "UKRAINE-EO13662"
    assert listing.legal_basis == "Executive Order 13662 (Ukraine)"
    assert str(listing.listed_on) == "2014-07-29"
    assert all(entity.listed_on for entity in advanced.values())
    assert advanced["us_ofac_cons:18267"].links[0].value == "17022"


@pytest.mark.real
def test_real_sample_of_sdn_xml(real_data: Path) -> None:
    entities, report = read_one("ofac-xml", real_data / "us_ofac_sdn" / "xml_sample" / "sdn_sample_2026-08-07.xml")
    assert [entity.kind for entity in entities] == [Kind.ORGANISATION, Kind.PERSON, Kind.VESSEL, Kind.PERSON, Kind.PERSON]
    assert report.declared == 5
    assert entities[0].names[1].quality is Quality.STRONG
