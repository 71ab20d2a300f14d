"""The US Consolidated Screening List: ids and addresses of its cells, its two forms, bad copies, the real copies."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.errors import SourceError
from sanctions.model import CountryRole, Entity, IdentifierType, Kind, Link, Quality
from sanctions.readers import ReadReport
from sanctions.readers.csl_common import parse_address
from sanctions.readers.csl_ids import PublishedId, parse_ids
from sanctions.readers.csl_names import names_of
from tests.readers.reading import SAMPLES, read_shipped

COLUMNS = (SAMPLES / "csl-csv" / "consolidated.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        # type last (until 2022)
        ("CA, BC166787, Passport", [PublishedId(type="Passport", number="BC166787", country="CA")]),
        (
            "JO, 2014-08-30, 2009-08-31, K475336, Passport",
            [PublishedId(type="Passport", number="K475336", country="JO", issued="2009-08-31", expires="2014-08-30")],
        ),
        ("SD, 1998-10-28, 562605, Passport", [PublishedId(type="Passport", number="562605", country="SD", dated="1998-10-28")]),
        ("5030056754, Tax ID No.", [PublishedId(type="Tax ID No.", number="5030056754")]),
        ("PA, 467323, Doc. 694710, Public Registration Number",
         [PublishedId(type="Public Registration Number", number="467323, Doc. 694710", country="PA")]),
        ("Korea, North, Nationality of Registration", [PublishedId(type="Nationality of Registration", number="Korea, North")]),
        # type first (since 2023)
        (
            "Passport, E590976, TN, 19 Jun 1987, 18 Jun 1992; Gender, Male",
            [
                PublishedId(type="Passport", number="E590976", country="TN", issued="19 Jun 1987", expires="18 Jun 1992"),
                PublishedId(type="Gender", number="Male"),
            ],
        ),
        ("C.U.R.P., AIMM67125HCHRRG06, MX, 1968", [PublishedId(type="C.U.R.P.", number="AIMM67125HCHRRG06", country="MX", dated="1968")]),
        (
            "Secondary sanctions risk:, Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201",
            [PublishedId(type="Secondary sanctions risk:", number="Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201")],
        ),
        # "; " within a value, and a type that nobody knows
        ("Involved in shipping; and more, IFCA Determination -",
         [PublishedId(type="IFCA Determination -", number="Involved in shipping; and more")]),
        ("12345, Number of the Beast", [PublishedId(type="", number="12345, Number of the Beast")]),
    ],
)  # fmt: skip
def test_ids(cell: str, ids: list[PublishedId]) -> None:
    assert parse_ids(cell) == ids


@given(st.text(alphabet=st.sampled_from("ab1;, .-:#"), max_size=60) | st.text(max_size=60))
def test_no_text_of_the_ids_is_lost(cell: str) -> None:
    found = "".join(part for one in parse_ids(cell) for part in (one.type, one.number, one.country, one.issued, one.expires, one.dated))
    assert sorted(re.sub(r"[;,\s]", "", found)) == sorted(re.sub(r"[;,\s]", "", cell))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Flat G, Quarry Bay, HK", "HK"),
        ("RU", "RU"),
        ("50 Yongding Road, Haidian District, Beijing, China", "CN"),
        ("7405 SW 79CT, MIAMI, FL, 33143", None),  # no country, and FL is none
        ("Songo", None),
    ],
)
def test_addresses_end_with_their_country(text: str, country: str | None) -> None:
    address = parse_address(text)
    assert (address.full, address.country) == (text, country)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=80))
def test_no_text_of_an_address_is_lost(text: str) -> None:
    kept = [c for c in parse_address(text).full if c.isalnum()]
    assert kept == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("published", "others", "names"),
    [
        ("Ardis Group LLC and any successor, sub-unit, or subsidiary thereof", [], ["Ardis Group LLC"]),
        ("Poly Technologies (PTI), and its sub-units and successors", [], ["Poly Technologies (PTI)"]),
        ("Mexpar Inc. (a.k.a. Pasadena Aerospace; Aviation Logistics)", [], ["Mexpar Inc.", "Pasadena Aerospace", "Aviation Logistics"]),
        ("Acme", ["F.K.A. Old Acme", "Acme"], ["Old Acme"]),
        ("AJAKA, Tony", [], []),
    ],
)
def test_names_within_names(published: str, others: list[str], names: list[str]) -> None:
    first, *rest = names_of(published, others)
    assert first.full == published
    assert first.primary
    assert [name.full for name in rest] == names


def test_a_former_name_is_marked() -> None:
    assert [name.quality for name in names_of("LTS Ltd (f.k.a. IPP Ltd.)", [])] == [Quality.STRONG, Quality.STRONG, Quality.FORMER]


def test_the_copy_of_ofac_is_told_by_its_number() -> None:
    entities, _ = read_shipped("us_csl", "csl-csv", SAMPLES / "csl-csv" / "consolidated.csv")
    links = {entity.id: [link.value for link in entity.links if link.scheme == "ofac"] for entity in entities}
    assert links == {
        "us_csl:90001": ["90001"],
        "us_csl:90002": ["90002"],
        "us_csl:90003": ["90003"],
        "us_csl:90003/SSI": ["90003"],  # the same target on a second list of the Treasury
        "us_csl:0123456789abcdef": [],
        "us_csl:fedcba9876543210": [],
        "us_csl:00ff00ff00ff00ff": [],
    }


def test_both_forms_say_the_same_of_a_person() -> None:
    (first, *_), _ = read_shipped("us_csl", "csl-csv", SAMPLES / "csl-csv" / "consolidated.csv")
    (other, *_), report = read_shipped("us_csl", "csl-json", SAMPLES / "csl-json" / "consolidated.json")
    assert (first.id, first.kind, first.names) == (other.id, other.kind, other.names)
    assert first.programmes == other.programmes == ("DPRK3", "DPRK-NKSPEA")
    assert first.identifiers[0].value == other.identifiers[0].value == "900000001"
    assert report.declared == 3


@pytest.mark.parametrize(
    ("fields", "reported"),
    [
        ({"source": "Brand New List (BNL) - Treasury Department"}, "source=Brand New List (BNL) - Treasury Department"),
        ({"type": "Robot"}, "type=Robot"),
        ({"ids": "12345, Number of the Beast"}, "ids"),
        ({"nationalities": "ZZ"}, "country=ZZ"),
        ({"standard_order": "Q"}, "standard_order=Q"),
    ],
)
def test_what_is_unknown_is_reported(tmp_path: Path, fields: dict[str, str], reported: str) -> None:
    entities, report = _csv(tmp_path, {"_id": "1", "source": ENTITY_LIST, "name": "A"} | fields)
    assert len(entities) == 1
    assert report.unread == {reported: 1}


def test_an_unknown_column_is_reported(tmp_path: Path) -> None:
    _, report = _csv(tmp_path, {"_id": "1", "source": ENTITY_LIST, "name": "A", "shoe_size": "43"})
    assert report.unread == {"shoe_size": 1}


def test_a_second_header_and_a_row_cut_short_are_reported(tmp_path: Path) -> None:
    file = tmp_path / "consolidated.csv"
    header = ",".join(COLUMNS)
    file.write_text(f'{header}\n{header}\n1,{SDN},1,Individual,SDGT,"KIM, A"\n', encoding="utf-8")
    entities, report = read_shipped("us_csl", "csl-csv", file)
    assert [entity.name for entity in entities] == ["KIM, A"]
    assert report.problems == [
        "consolidated.csv, row 2: the header stands here again; the row was passed over.",
        f"consolidated.csv, row 3: 6 of {len(COLUMNS)} columns; what they hold was read.",
    ]


@pytest.mark.parametrize("lacking", ["_id", "name"])
def test_an_entry_without_id_or_name_is_a_problem(tmp_path: Path, lacking: str) -> None:
    fields = {"_id": "1", "source": ENTITY_LIST, "name": "A", lacking: "\x07"}
    entities, report = _csv(tmp_path, fields) if lacking == "name" else _csv(tmp_path, fields | {"_id": ""})
    assert not entities
    assert "row 2" in report.problems[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("<!DOCTYPE html><html></html>", "is not the Consolidated Screening List|nothing below"),
        ("a,b\n1,2\n", "no column source, name"),
        (",".join(COLUMNS) + "\n", "nothing below it"),
        ("_id,name,name\n", "more than once"),
    ],
)
def test_what_is_no_such_csv_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "consolidated.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=says):
        read_shipped("us_csl", "csl-csv", file)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1, column 1"),
        ("<html>", "line 1, column 1: '{' should stand here, not '<'"),
        ("[]", "'{' should stand here"),
        ("{}", 'holds no "results"'),
        ('{"results": []}', 'holds no "results" or none'),
        ('{"results": [3]}', "is 3, not an object"),
        ('{"results": [\n{"id": "1", "name": "A"},\n{"id": "2", "na', "line 3, column 1"),
        ('{"results": [{"id": "1", "name": "A"}]', "the file ends where"),
        ('{"results": [{"id": "1", "name": "A"}]} x', "text after the end"),
        ('{"results": [{"id": "1", "name": "A"} {}]}', r"'\]' should stand here"),
        ('{"results": ' + "[" * 100_000, "line 1, column"),
    ],
)
def test_what_is_no_such_json_is_refused(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "consolidated.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=says):
        read_shipped("us_csl", "csl-json", file)


def test_json_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "consolidated.json"
    file.write_bytes(b'{"results": [{"id": "1", "name": "\xff"}]}')
    with pytest.raises(SourceError, match="is not UTF-8"):
        read_shipped("us_csl", "csl-json", file)


@given(st.lists(st.dictionaries(st.sampled_from([*COLUMNS, "id", "odd"]), st.text(max_size=20) | st.none() | st.integers(), max_size=6)))
def test_any_json_is_read_or_refused(entries: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "consolidated.json"
        file.write_text(json.dumps({"results": entries}), encoding="utf-8")
        if not entries:
            with pytest.raises(SourceError):
                read_shipped("us_csl", "csl-json", file)
            return
        found, report = read_shipped("us_csl", "csl-json", file)
    assert len(found) + report.problem_count >= len(entries)


def test_json_is_read_across_the_edges_of_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = SAMPLES / "csl-json" / "consolidated.json"
    whole, _ = read_shipped("us_csl", "csl-json", sample)
    for size in (1, 7, 100):
        monkeypatch.setattr("sanctions.readers.json_document.WINDOW", size)
        assert read_shipped("us_csl", "csl-json", sample)[0] == whole


def _csv(folder: Path, fields: dict[str, str]) -> tuple[list[Entity], ReadReport]:
    columns = [*COLUMNS, *(column for column in fields if column not in COLUMNS)]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerow(fields)
    file = folder / "consolidated.csv"
    file.write_text(text.getvalue(), encoding="utf-8", newline="")
    return read_shipped("us_csl", "csl-csv", file)


@pytest.mark.real
def test_the_real_copy_is_read_whole(real_data: Path) -> None:
    found, report = read_shipped("us_csl", "csl-csv", real_data / "us_csl" / "consolidated_2022-04.csv")
    assert report.entries == len(found) == len({entity.id for entity in found}) == 14_160
    assert not report.unread
    assert not report.problems
    kinds = [entity.kind for entity in found]
    assert [kinds.count(kind) for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.VESSEL, Kind.AIRCRAFT, Kind.UNKNOWN)] == [
        5_286, 4_533, 433, 283, 3_625,
    ]  # fmt: skip
    by_id = {entity.id: entity for entity in found}
    assert by_id["us_csl:9935"].identifiers[0].value == "BC166787"
    assert Link(scheme="ofac", value="18725") in by_id["us_csl:18725/SSI"].links
    flags = [country.role for entity in found if entity.kind is Kind.VESSEL for country in entity.countries]
    assert flags.count(CountryRole.FLAG) > 400
    imo = [one for entity in found for one in entity.identifiers if one.type is IdentifierType.IMO]
    assert len(imo) > 400


@pytest.mark.real
def test_the_real_partial_copy_is_read_with_its_damage_reported(real_data: Path) -> None:
    found, report = read_shipped("us_csl", "csl-csv", real_data / "us_csl" / "csl_2023-11_partial.csv")
    assert len(found) == 4_227
    assert not report.unread
    assert [problem.partition(":")[0] for problem in report.problems] == ["consolidated.csv, row 2", "consolidated.csv, row 4229"]
