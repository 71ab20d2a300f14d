"""Screening: what is found, what is recorded, what is refused, and that one way of asking equals another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sanctions.errors import CoverageError, UnknownEntityError, UnknownListError
from sanctions.home import Home
from sanctions.matching import index
from sanctions.model import Identifier, IdentifierType, Kind, Name, Party, RelatedParty
from sanctions.screening import LONGEST_NAME, Screener
from tests.home import ROWS, small_home, take_list


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return small_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def screener(home: Home) -> Screener:
    return Screener.open(home, lists=["test_list"])


def party(name: str, **fields: object) -> Party:
    return Party(id=name, names=(Name(full=name),), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kim Won Hong", "test_list:1"),
        ("김원홍", "test_list:1"),
        ("Gim Won-hong", "test_list:1"),
        ("ministry of state security", "test_list:2"),
        ("The State Security Department", "test_list:2"),
        ("Chongchon Gang", "test_list:3"),
        ("Komid", "test_list:4"),
        ("Korea Mining & Development Trading Co.", "test_list:4"),
    ],
)
def test_names_are_found(screener: Screener, name: str, found: str) -> None:
    assert [hit.entity.id for hit in screener.screen(party(name)).hits] == [found]


@pytest.mark.parametrize("name", ["Kim Won Ho", "Ministry of Defence", "Korea Electric Power Corporation", "Hyundai Mining Trading", "Kim"])
def test_near_misses_are_not(screener: Screener, name: str) -> None:
    assert screener.screen(party(name)).hits == ()


def test_a_weak_alias_alone_is_recorded_and_can_be_switched_on(screener: Screener) -> None:
    quiet = screener.screen(party("The General"))
    assert quiet.hits == ()
    assert [(hit.entity.id, hit.status) for hit in quiet.recorded] == [("test_list:1", "weak")]
    assert [hit.entity.id for hit in screener.screen(party("The General"), weak_aliases=True).hits] == ["test_list:1"]


def test_an_identifier_finds_by_itself(screener: Screener) -> None:
    renamed = party("Ever Given", kind=Kind.VESSEL, identifiers=(Identifier(type=IdentifierType.IMO, value="IMO 7937317"),))
    (hit,) = screener.screen(renamed).hits
    assert hit.entity.id == "test_list:3"
    assert hit.score >= 0.95


def test_related_persons_are_screened_in_their_role(screener: Screener) -> None:
    owner = RelatedParty(role="owner", party=party("KIM Wonhong", kind=Kind.PERSON))
    (hit,) = screener.screen(party("Ordinary Trading GmbH", kind=Kind.COMPANY, related=(owner,))).hits
    assert (hit.role, hit.subject, hit.entity.id) == ("owner", "KIM Wonhong", "test_list:1")


@pytest.mark.parametrize(("name", "why"), [("", "no name"), ("\x00\x01", "no name"), ("x" * (LONGEST_NAME + 1), "characters")])
def test_what_cannot_be_screened_is_rejected_with_its_reason(screener: Screener, name: str, why: str) -> None:
    result = screener.screen(party(name))
    assert result.status == "rejected"
    assert why in (result.rejected or "")


@pytest.mark.parametrize("name", ["a " * 900, "(" * 1999, "kim " * 400, "김" * 1999, "=ltd " * 300, "\u0301" * 1000 + "a", "ß" * 1999])
def test_hostile_names_end(screener: Screener, name: str) -> None:
    assert screener.screen(party(name)).status in ("screened", "rejected")


def test_an_entity_is_shown_with_its_record(screener: Screener) -> None:
    entity = screener.entity("test_list:1")
    assert entity.raw
    with pytest.raises(UnknownEntityError, match="us_ofac_sdn:20129"):
        screener.entity("test_list:99")


def test_what_is_not_held_is_refused_or_told(home: Home, tmp_path: Path) -> None:
    with pytest.raises(CoverageError, match="un_sc is needed"):
        Screener.open(home, lists=["un_sc"])
    with pytest.raises(CoverageError, match="No list is held"):
        Screener.open(tmp_path / "empty")
    with pytest.raises(UnknownListError):
        Screener.open(home, lists=["nowhere"])
    status = {part.list: part.status for part in Screener.open(home).coverage}
    assert status["test_list"] == "current"
    assert status["un_sc"] == "missing"


def test_as_of_answers_from_the_copy_held_then(tmp_path: Path) -> None:
    now = datetime(2026, 5, 2, 12, tzinfo=UTC)
    place = small_home(tmp_path, rows=ROWS[:2], when=now)
    newer = tmp_path / "list.csv"
    newer.write_text(newer.read_text("utf-8") + ROWS[3] + "\n", "utf-8")
    take_list(place, "test_list", newer, now + timedelta(days=3))
    asked = party("KOMID")
    assert Screener.open(place, now=now + timedelta(days=4)).screen(asked).hits
    assert not Screener.open(place, as_of=now + timedelta(days=1), now=now + timedelta(days=4)).screen(asked).hits
    with pytest.raises(CoverageError, match="as of 2026-05-01"):
        Screener.open(place, as_of=now - timedelta(days=1), now=now)


@pytest.fixture
def few_are_worth_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctions.screening._WORTH_PROCESSES", 8)
    monkeypatch.setattr("sanctions.screening._BATCH", 3)
    return


@pytest.mark.usefixtures("few_are_worth_processes")
def test_one_by_one_in_one_process_and_in_two_agree(screener: Screener) -> None:
    names = ["Kim Won Hong", "Nobody", "KOMID", "", "The General", "Chong Chon Gang", "Kim Won Ho", "Ministry", "State Security Dept"] * 3
    parties = [party(name) for name in names]
    one_by_one = [screener.screen(each) for each in parties]
    assert list(screener.screen_many(parties, processes=1)) == one_by_one
    assert list(screener.screen_many(parties, processes=2)) == one_by_one


def test_the_bounds_are_pairwise(tmp_path: Path) -> None:
    """A hit does not depend on what else is listed: alone and among others the same name scores the same."""
    alone = Screener.open(small_home(tmp_path / "alone", rows=ROWS[:1]), lists=["test_list"]).screen(party("Kim Won Hung"))
    others = tuple(f"{n},KIM WON HU{chr(97 + n % 26)}{n},,,person,,,,,DPRK2,," for n in range(10, 70))
    among = Screener.open(small_home(tmp_path / "among", rows=ROWS[:1] + others), lists=["test_list"]).screen(party("Kim Won Hung"))
    assert alone.hits
    assert [hit.score for hit in among.hits if hit.entity.id == "test_list:1"] == [alone.hits[0].score]


def test_an_index_that_was_begun_and_not_finished_is_built_anew(tmp_path: Path) -> None:
    place = small_home(tmp_path)
    first = Screener.open(place, lists=["test_list"])
    folder = first.held[0].store.folder
    built = next(folder.glob("index-*"))
    (built / "complete").unlink()
    for file in built.iterdir():
        file.unlink()
    built.rmdir()
    assert Screener.open(place, lists=["test_list"]).screen(party("KOMID")).hits
    assert (folder / built.name / "complete").exists()
    assert index.LAYOUT >= 1


def test_who_waits_for_an_index_is_told_once(tmp_path: Path) -> None:
    place = small_home(tmp_path)
    told: list[tuple[str, int]] = []
    for _ in range(2):
        Screener.open(place, indexing=lambda key, entries: told.append((key, entries)))
    assert told == [("test_list", 4)]
