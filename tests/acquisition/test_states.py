"""Copies that never count as current: of too few entries (a sample), and of a list that its publisher gave up."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from sanctions.acquisition.health import coverage
from sanctions.acquisition.refresh import Options, download
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import Bounds, Catalogue, ListDefinition, read_definition
from sanctions.errors import DefinitionError
from sanctions.home import Home
from sanctions.model import Coverage
from sanctions.screening import Screener
from sanctions.workbook.words import state
from tests.acquisition.conftest import Clock
from tests.acquisition.samples import towns_csv, towns_toml, write

FROZEN_ON = date(2026, 2, 1)


def held(definition: ListDefinition, options: Options, folder: Path, entries: int, published: str = "2026-02-27") -> SnapshotStore:
    store = SnapshotStore(Home(folder / "home"), Catalogue({definition.key: definition}))
    list(take(store, [definition], write(folder / "towns.csv", towns_csv(entries, published=published)), options, named=True))
    return store


def cover(store: SnapshotStore, now: datetime, as_of: datetime | None = None) -> Coverage:
    [found] = coverage(store, store.catalogue, ["towns"], now, as_of)
    return found


def with_usual(towns: ListDefinition, least: int, most: int) -> ListDefinition:
    bounds = Bounds(entries=towns.bounds.entries, usual=(least, most))
    return msgspec.structs.replace(towns, bounds=bounds)


@pytest.mark.parametrize(
    ("entries", "hours", "status", "note"),
    [
        (3_000, 1, "current", None),
        (2_999, 1, "shrunken", "2,999 entries; this list usually has 3,000 to 20,000"),
        (5, 1, "shrunken", "5 entries; this list usually has 3,000 to 20,000"),
        (5, 60, "shrunken", "5 entries; this list usually has 3,000 to 20,000; last confirmed 2 days ago, limit 48 hours"),
    ],
)
def test_a_copy_below_the_usual_is_taken_and_never_current(
    entries: int, hours: int, status: str, note: str | None, towns: ListDefinition, options: Options, tmp_path: Path, clock: Clock
) -> None:
    store = held(with_usual(towns, 3_000, 20_000), options, tmp_path, entries)
    clock.pass_time(hours=hours)
    found = cover(store, clock())
    assert (found.status, found.note, found.entries) == (status, note, entries)


@pytest.mark.parametrize("usual", ["[1, 5]", "[10, 5]", "[10, 200000]"])
def test_the_usual_lies_within_the_bounds(usual: str, tmp_path: Path) -> None:
    file = tmp_path / "towns.toml"
    file.write_text(towns_toml().replace("entries = [2, 100000]", f"entries = [2, 100000]\nusual = {usual}"))
    with pytest.raises(DefinitionError, match=r"bounds\.usual must be \[least, most\] within bounds\.entries"):
        read_definition(file)


@pytest.fixture
def frozen(towns: ListDefinition) -> ListDefinition:
    return msgspec.structs.replace(towns, frozen_on=FROZEN_ON)


def test_a_list_that_was_given_up_serves_only_to_look_back(frozen: ListDefinition, options: Options, tmp_path: Path, clock: Clock) -> None:
    clock.now = datetime(2026, 1, 20, 9, tzinfo=UTC)
    store = held(frozen, options, tmp_path, 10, "2026-01-15")
    assert cover(store, datetime(2026, 1, 21, tzinfo=UTC)).status == "current"
    after = datetime(2026, 3, 1, tzinfo=UTC)
    found = cover(store, after)
    assert (found.status, found.note) == ("frozen", "given up by its publisher on 2026-02-01; it serves only to look back")
    assert cover(store, after, datetime(2026, 1, 21, tzinfo=UTC)).status == "current"
    assert state(found)[0].startswith("FROZEN")


def test_a_list_that_was_given_up_is_searched_only_where_it_is_asked_for(
    frozen: ListDefinition, towns: ListDefinition, options: Options, tmp_path: Path, clock: Clock
) -> None:
    clock.now = datetime(2026, 1, 20, 9, tzinfo=UTC)
    store = held(frozen, options, tmp_path, 10, "2026-01-15")
    other = msgspec.structs.replace(towns, key="villages")
    catalogue = Catalogue({"towns": frozen, "villages": other})
    list(take(SnapshotStore(store.home, catalogue), [other], tmp_path / "towns.csv", options, named=True))
    searched = {}
    for question, lists, as_of in (
        ("now", None, None),
        ("now, by name", ["towns"], None),
        ("then", None, datetime(2026, 1, 25, tzinfo=UTC)),
    ):
        screener = Screener.open(store.home, lists=lists, as_of=as_of, now=datetime(2026, 3, 1, tzinfo=UTC), catalogue=catalogue)
        searched[question] = {part.list: part.status for part in screener.coverage}
    assert searched["now"].keys() == {"villages"}
    assert searched["now, by name"] == {"towns": "frozen"}
    assert searched["then"].keys() == {"towns", "villages"}


def test_a_list_that_was_given_up_is_not_downloaded(frozen: ListDefinition, options: Options, tmp_path: Path) -> None:
    store = SnapshotStore(Home(tmp_path / "home"), Catalogue({"towns": frozen}))
    [outcome] = download(store, [frozen], options)
    assert outcome.status == "absent"
    assert str(outcome.sentence).startswith("its publisher gave it up on 2026-02-01")
    assert cover(store, options.clock()).note == "given up by its publisher on 2026-02-01; it serves only to look back"
