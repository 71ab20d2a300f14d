"""The demo extract: what the files hold, that readers understand all of it, and that the book and its verdicts fit together."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from sanctions.books import BookRow, open_book
from sanctions.catalogue import load_catalogue, read_definition
from sanctions.data import data_folder
from sanctions.model import Entity, IdentifierType, Kind, Quality
from sanctions.readers import ReadReport, Source, format_of

DEMO = data_folder("lists") / "demo"
LISTS = {"demo_us_ofac_sdn": 60, "demo_un_sc": 20, "demo_gb_uksl": 4}


def read_list(key: str) -> tuple[list[Entity], ReadReport]:
    definition = read_definition(DEMO / "definitions" / f"{key}.toml")
    layout = definition.layouts[0]
    name = layout.files[0].name
    report = ReadReport()
    source = Source(files={name: DEMO / name})
    return list(format_of(layout.format).read(source, definition, layout, report)), report


@pytest.fixture(scope="module")
def entities() -> dict[str, Entity]:
    return {entity.id: entity for key in LISTS for entity in read_list(key)[0]}


@pytest.fixture(scope="module")
def rows() -> list[BookRow]:
    return list(open_book(DEMO / "book.csv").rows())


def verdicts() -> list[dict[str, Any]]:
    with (DEMO / "expected.toml").open("rb") as stream:
        found: list[dict[str, Any]] = tomllib.load(stream)["party"]
    return found


@pytest.mark.parametrize(("key", "count"), LISTS.items())
def test_every_field_of_a_demo_list_is_read(key: str, count: int) -> None:
    entities, report = read_list(key)
    assert len(entities) == count
    assert report.declared in (None, count)
    assert not report.unread
    assert not report.problems
    assert not report.orphans
    assert all(entity.listings and entity.names for entity in entities)
    assert len({entity.id for entity in entities}) == count


@pytest.mark.parametrize("key", LISTS)
def test_a_demo_list_says_what_it_is(key: str) -> None:
    definition = read_definition(DEMO / "definitions" / f"{key}.toml")
    assert definition.title.startswith("DEMO EXTRACT")
    assert definition.bounds.entries == (LISTS[key], LISTS[key])
    assert definition.layouts[0].files[0].url is None
    head = (DEMO / definition.layouts[0].files[0].name).read_text(encoding="utf-8")[:400]
    assert "DEMO EXTRACT, not a sanctions list and not for compliance" in head
    assert "not a sanctions list" in (DEMO / "README.md").read_text(encoding="utf-8")


def test_the_catalogue_does_not_know_the_demo() -> None:
    assert not [key for key in load_catalogue() if key.startswith("demo")]


FACTS = [
    # entity, kind, a name, its quality, birth date, programmes
    ("demo_us_ofac_sdn:20129", Kind.ORGANISATION, "STATE SECURITY DEPARTMENT", Quality.STRONG, None, ("DPRK3",)),
    ("demo_us_ofac_sdn:20118", Kind.ORGANISATION, "MPS", Quality.WEAK, None, ("DPRK3",)),
    ("demo_us_ofac_sdn:9345", Kind.ORGANISATION, "KOMID", Quality.WEAK, None, ("NPWMD", "DPRK2")),
    ("demo_us_ofac_sdn:9347", Kind.ORGANISATION, "LYONGAKSAN GENERAL TRADING CORPORATION", Quality.FORMER, None, ("NPWMD",)),
    ("demo_us_ofac_sdn:21443", Kind.PERSON, "KIM, Wo'n-hong", Quality.STRONG, "1945-07-17", ("DPRK2",)),
    ("demo_us_ofac_sdn:27383", Kind.ORGANISATION, "DPRK NAMGANG TRADING COMPANY", Quality.STRONG, None, ("DPRK3", "DPRK-NKSPEA")),
    ("demo_us_ofac_sdn:19577", Kind.VESSEL, "JIN TENG", Quality.STRONG, None, ("DPRK",)),
    ("demo_un_sc:KPe.053", Kind.ORGANISATION, "PROPAGANDA AND AGITATION DEPARTMENT (PAD)", Quality.STRONG, None, ("DPRK",)),
    ("demo_un_sc:KPi.034", Kind.PERSON, "Cho Yong Chol", Quality.STRONG, "1973-09-30", ("DPRK",)),
    ("demo_gb_uksl:GHR0048", Kind.ORGANISATION, "Ministry of State Security Bureau 7", Quality.STRONG, None, None),
]


@pytest.mark.parametrize(("id", "kind", "name", "quality", "born", "programmes"), FACTS)
def test_facts(
    entities: dict[str, Entity], id: str, kind: Kind, name: str, quality: Quality, born: str | None, programmes: tuple[str, ...] | None
) -> None:
    entity = entities[id]
    assert entity.kind is kind
    assert {known.full: known.quality for known in entity.names}[name] is quality
    assert born in ([None] if not entity.birth_dates else [str(found) for found in entity.birth_dates])
    assert programmes is None or entity.programmes == programmes


def test_the_ministry_is_on_no_list_of_the_un(entities: dict[str, Entity]) -> None:
    assert not [id for id, entity in entities.items() if id.startswith("demo_un") and "MINISTRY" in entity.name.upper()]


def test_every_vessel_has_its_imo_number(entities: dict[str, Entity]) -> None:
    vessels = [entity for entity in entities.values() if entity.kind is Kind.VESSEL]
    assert len(vessels) == 6
    assert all(IdentifierType.IMO in {found.type for found in vessel.identifiers} for vessel in vessels)


def test_the_book_is_read_whole() -> None:
    book = open_book(DEMO / "book.csv")
    found = list(book.rows())
    assert (book.rows_read, book.parties, book.rejected, book.blank) == (46, 44, 1, 1)
    assert book.unused == ("What this row shows", "Reality", "Expected")
    assert not [row.warnings for row in found if row.warnings]
    assert len({row.id for row in found}) == 45
    related = [(row.id, one.role, one.party.name) for row in found if row.party for one in row.party.related]
    assert ("D-26", "owner", "Kang Song Nam") in related
    assert ("D-27", "vessel", "An San 1") in related


def test_every_row_has_its_verdict(rows: list[BookRow]) -> None:
    expected = {verdict["id"]: verdict for verdict in verdicts()}
    assert list(expected) == [row.id for row in rows]
    for row in rows:
        verdict = expected[row.id]
        assert verdict["name"] == row.name
        assert (verdict["verdict"] == "rejected") == (row.rejected is not None)
        assert row.party is None or row.party.extra["Expected"] == verdict["verdict"]
        assert (verdict["verdict"] == "hit") == bool(verdict.get("entities"))
        assert "role" not in verdict or (row.party and verdict["role"] in {one.role for one in row.party.related})


def test_the_verdicts_name_entities_that_the_lists_hold(entities: dict[str, Entity]) -> None:
    for verdict in verdicts():
        for id in verdict.get("entities", []):
            assert id in entities, f"{verdict['id']} expects {id}"


def test_the_book_shows_hits_near_misses_and_ordinary_parties() -> None:
    found = [verdict["verdict"] for verdict in verdicts()]
    assert found.count("hit") >= 20
    assert found.count("no hit") >= 15
    assert found.count("rejected") == 1
