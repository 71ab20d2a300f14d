"""The store of snapshots and of read entities."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sanctions import readers
from sanctions.acquisition import entities as entities_module
from sanctions.acquisition.entities import EntityStore, EntityWriter
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshot_record import hash_of_files
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import Catalogue, ListDefinition
from sanctions.dates import PartialDate
from sanctions.errors import StoreError
from sanctions.home import Home
from sanctions.model import Entity, Kind, Listing, Name
from tests.acquisition.conftest import Clock
from tests.acquisition.samples import TOWNS, towns_csv, write


def taken(store: SnapshotStore, definition: ListDefinition, path: Path, options: Options) -> Snapshot:
    [outcome] = take(store, [definition], path, options, named=True)
    assert outcome.snapshot is not None, outcome.sentence
    return outcome.snapshot


@pytest.fixture
def held(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> Snapshot:
    return taken(store, towns, write(tmp_path / "towns.csv"), options)


def test_the_hash_is_the_files_own(held: Snapshot) -> None:
    assert held.sha256 == hashlib.sha256(TOWNS).hexdigest()
    assert held.files[0].bytes == len(TOWNS)
    assert hash_of_files(held.files) == held.sha256


def test_files_are_read_only_and_the_record_is_whole(held: Snapshot) -> None:
    assert {path.name: oct(path.stat().st_mode)[-3:] for path in held.folder.iterdir()} == {"towns.csv": "444", "snapshot.json": "444"}
    record = msgspec.json.decode((held.folder / "snapshot.json").read_bytes())
    assert record["schema"] == "sanctions.snapshot/1"
    assert "folder" not in record


def test_as_of_answers_from_the_copy_held_then(
    store: SnapshotStore, towns: ListDefinition, options: Options, clock: Clock, tmp_path: Path
) -> None:
    copies = []
    for count in (10, 11, 12):
        copies.append(taken(store, towns, write(tmp_path / "towns.csv", towns_csv(count)), options))
        clock.pass_time(days=7)
    assert store.history("towns") == tuple(copies)
    for copy in copies:
        assert store.as_of("towns", copy.retrieved) == copy
        assert store.as_of("towns", copy.retrieved + timedelta(days=6)) == copy
    assert store.as_of("towns", copies[0].retrieved - timedelta(microseconds=1)) is None
    assert store.as_of("towns", datetime(2030, 1, 1)) == copies[-1]  # noqa: DTZ001 (a time without a zone is taken as UTC)


def test_a_list_may_return_to_an_earlier_copy(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> None:
    first, second, third = (
        taken(store, towns, write(tmp_path / "towns.csv", towns_csv(10, mark=mark)), options) for mark in ("a", "b", "a")
    )
    assert first.sha256 == third.sha256 != second.sha256
    assert store.current("towns") == third


def test_nothing_held(store: SnapshotStore) -> None:
    assert store.current("towns") is None
    assert store.history("towns") == ()
    assert store.held() == ()
    assert store.state("towns").attempted is None
    assert not store.home.root.exists()


@pytest.mark.parametrize("harm", ["altered", "missing"])
def test_a_copy_that_was_altered_is_never_read_again(harm: str, store: SnapshotStore, held: Snapshot) -> None:
    path = held.path(held.files[0])
    path.chmod(0o644)
    path.write_bytes(TOWNS[:-1] + b"!") if harm == "altered" else path.unlink()
    forget(store)
    with pytest.raises(StoreError, match=r"is not as it was fetched|cannot be read"):
        store.entities(held)


def forget(store: SnapshotStore) -> None:
    from sanctions.acquisition.disk import remove

    remove(store.home.readings)


def test_a_damaged_record_is_named(store: SnapshotStore, held: Snapshot) -> None:
    record = held.folder / "snapshot.json"
    record.chmod(0o644)
    record.write_bytes(b"{")
    with pytest.raises(StoreError, match=r"snapshot\.json cannot be read"):
        store.current("towns")


def test_a_reading_is_made_anew_when_it_is_gone(store: SnapshotStore, held: Snapshot) -> None:
    before = list(store.entities(held))
    forget(store)
    assert list(store.entities(held)) == before


@pytest.mark.parametrize("part", ["entities.jsonl", "entities.offsets", "raw.jsonl", "ids.order", "report.json"])
def test_a_reading_is_made_anew_when_it_is_damaged(part: str, store: SnapshotStore, held: Snapshot) -> None:
    before = list(store.entities(held))
    place = store.entities(held).folder / part
    place.write_bytes(place.read_bytes()[:-1])
    assert list(store.entities(held)) == before


def test_a_reading_is_made_anew_for_another_reader_version(store: SnapshotStore, held: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    first = store.entities(held).key
    from sanctions.readers import table

    monkeypatch.setattr(table, "FORMAT", replace(table.FORMAT, version=99))
    (store.home.readings / "versions.json").unlink()
    second = store.entities(held)
    assert second.key != first
    assert "-r99-" in second.key


def test_a_reading_is_made_anew_for_an_edited_column_table(store: SnapshotStore, held: Snapshot, towns: ListDefinition) -> None:
    [layout] = towns.layouts
    assert layout.table is not None
    columns = {**layout.table.columns, "id": msgspec.structs.replace(layout.table.columns["id"], field="remark")}
    table = msgspec.structs.replace(layout.table, columns=columns)
    edited = msgspec.structs.replace(towns, layouts=(msgspec.structs.replace(layout, table=table),))
    again = SnapshotStore(store.home, Catalogue({"towns": edited}))
    assert again.entities(held)[0].remarks == "T1"
    assert store.entities(held)[0].id == "towns:T1"


def test_a_format_that_the_definition_no_longer_has(store: SnapshotStore, held: Snapshot) -> None:
    with pytest.raises(StoreError, match="which its definition no longer has"):
        store.entities(replace(held, format="un-xml"))


def test_old_readings_are_cleared_away(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> None:
    copies = [taken(store, towns, write(tmp_path / "towns.csv", towns_csv(count)), options) for count in range(10, 15)]
    assert len(list((store.home.readings / "towns").glob("*-r*"))) == 3
    assert [len(store.entities(copy)) for copy in copies] == [10, 11, 12, 13, 14]


def test_opening_imports_no_parser(store: SnapshotStore, held: Snapshot) -> None:
    store.entities(held)
    script = (
        "import sys; from pathlib import Path; from sanctions.acquisition import SnapshotStore; from sanctions.home import Home\n"
        "from sanctions.catalogue import Catalogue; from tests.acquisition.samples import towns_definition as towns\n"
        f"store = SnapshotStore(Home(Path({str(store.home.root)!r})), Catalogue({{'towns': towns()}}))\n"
        "parsers = {'lxml', 'requests', 'openpyxl', 'python_calamine', 'filelock'}\n"
        "print(len(store.entities(store.current('towns'))), sorted(parsers & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "10 []\n"


def entity(entity_id: str, **more: Any) -> Entity:
    return Entity(id=entity_id, list="x", kind=Kind.PERSON, names=(Name(full="A B", primary=True),), **more)


def stored(folder: Path, records: list[Entity]) -> EntityStore:
    folder.mkdir(parents=True)
    with EntityWriter(folder) as writer:
        for record in records:
            writer.add(record)
        writer.finish({"entries": len(records)})
    return EntityStore(folder)


IDS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12), unique=True, max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(ids=IDS, other=st.text(st.characters(exclude_categories=["Cs"]), max_size=12), seed=st.integers(0, 10**9))
def test_every_entity_is_found_by_its_id_and_no_other(
    ids: list[str], other: str, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    records = [entity(each, raw={"n": number, "text": each}) for number, each in enumerate(ids)]
    store = stored(tmp_path_factory.mktemp("r") / "x" / "r", records)
    assert len(store) == len(ids)
    assert list(store) == [replace(record, raw={}) for record in records]
    for number, each in enumerate(ids):
        assert store.find(each) == number
        assert store.raw(number) == {"n": number, "text": each}
    assert (store.find(other) is None) == (other not in ids)


def test_nothing_of_an_entity_is_lost(tmp_path: Path) -> None:
    full = entity(
        "x:1",
        birth_dates=(PartialDate.of(1962, circa=True),),
        listings=(Listing(programme="DPRK", listed_on=date(2016, 3, 16)),),
        remarks="r",
        delisted=True,
        raw={"a": ["김정은", None, 1.5], "b": {"c": "\n"}},
    )
    store = stored(tmp_path / "x" / "r", [entity("x:0"), full])
    assert replace(store[1], raw=store.raw(1)) == full
    assert store[-1] == store[1]
    assert store[0:2] == (store[0], store[1])
    assert [each.id for each in pickle.loads(pickle.dumps(store))] == ["x:0", "x:1"]
    with pytest.raises(IndexError):
        store[2]


def test_repeated_ids_are_reported(tmp_path: Path) -> None:
    with EntityWriter(tmp_path) as writer:
        for each in ("b", "a", "b", "a", "c"):
            writer.add(entity(each))
        assert writer.repeated() == ["a", "b"]


def test_the_schema_number_follows_the_record() -> None:
    """If this fails, the Entity record has changed: raise entities.SCHEMA, so that readings are made anew, and note the digest here."""
    digest = hashlib.sha256(msgspec.json.encode(msgspec.json.schema(Entity), order="deterministic")).hexdigest()[:12]
    assert (entities_module.SCHEMA, digest) == (1, "13bc537e8350")


class _Declaring:
    """A reader that finds ten entities, whatever the file."""

    def __init__(self, declared: int | None, problems: int) -> None:
        self.declared, self.problems = declared, problems

    def __call__(self, source: Any, definition: Any, layout: Any, report: Any) -> Any:
        report.declared = self.declared
        for number in range(self.problems):
            report.problem(f"row {number}")
        yield from (entity(f"towns:{number}") for number in range(10))


@pytest.mark.parametrize(
    ("declared", "problems", "accepted"),
    [(None, 0, True), (10, 0, True), (11, 0, False), (9, 0, False), (11, 1, True), (12, 1, False)],
)
def test_the_publishers_own_count_must_be_met(
    declared: int | None,
    problems: int,
    accepted: bool,
    store: SnapshotStore,
    towns: ListDefinition,
    options: Options,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ten entities were read; a record that gave none must have been reported as a problem."""
    table = readers.format_of("table")
    monkeypatch.setattr(sys.modules["sanctions.readers.table"], "FORMAT", replace(table, read=_Declaring(declared, problems)))
    [outcome] = take(store, [towns], write(tmp_path / "towns.csv"), options, named=True)
    assert (outcome.status == "refreshed") is accepted, outcome.sentence
    if not accepted:
        assert f"says that it holds {declared} records, but 10 were found" in str(outcome.sentence)


def test_the_sentence_says_which_files_are_lacking(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> None:
    [layout] = towns.layouts
    files = tuple(msgspec.structs.replace(layout.files[0], name=name, optional=name != "towns.csv") for name in ("towns.csv", "more.csv"))
    pair = msgspec.structs.replace(towns, layouts=(msgspec.structs.replace(layout, files=files),))
    folder = write(tmp_path / "set" / "towns.csv", towns_csv(10)).parent
    write(folder / "more.csv", towns_csv(20, mark="more"))
    taken(store, pair, folder, options)
    (folder / "more.csv").unlink()
    [outcome] = take(store, [pair], folder, options, named=True)
    assert "It lacks more.csv, which the copy before had: give them too." in str(outcome.sentence)


class _Naming:
    """A reader that finds ten entities of so many names."""

    def __init__(self, names: int) -> None:
        self.names = tuple(Name(full=f"N {number}") for number in range(names))

    def __call__(self, *_: Any) -> Any:
        yield from (replace(entity(f"towns:{number}"), names=self.names) for number in range(10))


@pytest.mark.parametrize(("names", "accepted"), [(3, True), (2, False)])
def test_a_copy_that_lost_its_aliases_is_shrunken(
    names: int,
    accepted: bool,
    store: SnapshotStore,
    towns: ListDefinition,
    options: Options,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Forty names were held; as many entries with 30 or 20 names come."""
    table = readers.format_of("table")
    for number, mark in ((4, "before"), (names, "after")):
        monkeypatch.setattr(sys.modules["sanctions.readers.table"], "FORMAT", replace(table, read=_Naming(number)))
        [outcome] = take(store, [towns], write(tmp_path / "towns.csv", towns_csv(mark=mark)), options, named=True)
    assert (outcome.status == "refreshed") is accepted
    if not accepted:
        assert "has 20 names where the copy before it has 40: the list is shrunken" in str(outcome.sentence)


def test_a_reader_that_stumbles_ends_in_a_sentence(
    store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: Any) -> Any:
        raise KeyError("uid")

    table = readers.format_of("table")
    monkeypatch.setattr(sys.modules["sanctions.readers.table"], "FORMAT", replace(table, read=stumble))
    [outcome] = take(store, [towns], write(tmp_path / "towns.csv"), options, named=True)
    assert str(outcome.sentence) == "towns.csv cannot be read as table: KeyError: 'uid'."


def test_the_home_is_only_made_when_something_is_written(tmp_path: Path) -> None:
    SnapshotStore(Home(tmp_path / "h"), Catalogue({})).held()
    assert not (tmp_path / "h").exists()
