"""OFAC's own delta files against what was found changed between two copies: what agrees, what does not, what was skipped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sanctions.acquisition.changes import ListChanges, compare_stores
from sanctions.acquisition.changes_choice import changes_of
from sanctions.acquisition.delta_fetching import fetch_deltas
from sanctions.acquisition.deltas import CrossCheck, cross_check, held_in, read_publications
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.catalogue import load_catalogue
from sanctions.errors import FetchError, SourceError, UsageError
from sanctions.home import Home
from sanctions.model import Entity, Kind, Listing, Name
from sanctions.readers import recognise
from sanctions.readers.ofac_delta import read_delta
from tests.acquisition.deltas import delta_file, entity, history_file
from tests.acquisition.test_changes import independent, sdn_rows, taken
from tests.servers import Publisher, send
from tests.stores import written


def copy_of(day: str, key: str) -> Snapshot:
    when = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return Snapshot(
        list=key, sha256="0" * 64, format="ofac-xml", files=(), retrieved=when, loaded=when, published=when.date(), entries=1,
        reader_version=1, toolkit="test", origin="test",
    )  # fmt: skip


def changed(tmp_path: Path, before: Mapping[int, str], after: Mapping[int, str], key: str = "us_ofac_sdn") -> ListChanges:
    """The changes between two copies of 10 and 15 January that list these names by number."""
    stores = []
    for name, names in (("before", before), ("after", after)):
        held = [
            Entity(id=f"{key}:{uid}", list=key, kind=Kind.PERSON, names=(Name(full=full),), listings=(Listing(programme="DPRK"),))
            for uid, full in names.items()
        ]
        stores.append(written(tmp_path / name, held))
    found = compare_stores(stores[0], stores[1])
    return ListChanges(list=key, before=copy_of("2026-01-10", key), after=copy_of("2026-01-15", key), entities=found)


def check(tmp_path: Path, changes: ListChanges, *deltas: tuple[str, list[str]], history: tuple[str, ...] = ()) -> CrossCheck:
    paths = [delta_file(tmp_path / f"{place}_{day}_delta.xml", day, entities) for place, (day, entities) in enumerate(deltas)]
    if history:
        paths.append(history_file(tmp_path / "history.json", *history))
    return cross_check(changes, read_publications(paths), {"1", "2", "3", "4", "5", "9"})


@pytest.fixture
def three(tmp_path: Path) -> ListChanges:
    """1 stays, 2 is removed, 3 is added, 4 gets another name."""
    return changed(tmp_path, {1: "A", 2: "B", 4: "D"}, {1: "A", 3: "C", 4: "D new"})


RENAMED = entity(4, inner='<names><name id="9" action="update"><isPrimary>true</isPrimary></name></names>')


def test_both_say_the_same(tmp_path: Path, three: ListChanges) -> None:
    found = check(tmp_path, three, ("2026-01-12", [entity(2, "remove")]), ("2026-01-15", [entity(3, "add"), RENAMED]))
    assert found.holds
    assert found.agreed == {"added": 1, "changed": 1, "removed": 1}
    assert found.sentences[0] == (
        "OFAC's own deltas (2 publications after 2026-01-10 and up to 2026-01-15) agree on 1 added, 1 changed, 1 removed."
    )


@pytest.mark.parametrize(
    ("what", "entities", "differing"),
    [
        ("an entity that we lack", [entity(2, "remove"), entity(3, "add"), RENAMED, entity(7, "add")], [("7", "added", None)]),
        ("an entity of ours that no delta has", [entity(2, "remove"), RENAMED], [("3", None, "added")]),
        ("one that we still hold", [entity(1, "remove"), entity(2, "remove"), entity(3, "add"), RENAMED], [("1", "removed", None)]),
        ("one that should have stayed", [entity(2), entity(3, "add"), RENAMED], [("2", "changed", "removed")]),
    ],
)
def test_what_is_told_differently(
    tmp_path: Path, three: ListChanges, what: str, entities: list[str], differing: list[tuple[str, str | None, str | None]]
) -> None:
    found = check(tmp_path, three, ("2026-01-15", entities))
    assert not found.holds
    assert [(one.uid, one.theirs, one.ours) for one in found.differing] == differing
    assert any("told differently or by one side alone" in sentence for sentence in found.sentences)


def test_a_change_of_what_this_form_of_the_list_lacks_is_told_and_no_contradiction(tmp_path: Path, three: ListChanges) -> None:
    remark = entity(1, inner='<generalInfo><remarks action="update" oldValue="old">new</remarks></generalInfo>')
    found = check(tmp_path, three, ("2026-01-15", [entity(2, "remove"), entity(3, "add"), RENAMED, remark]))
    assert found.holds
    assert [(one.uid, one.fields) for one in found.silent] == [("1", ("remarks changed",))]


def test_a_change_of_an_entity_of_the_other_list_is_passed_over(tmp_path: Path, three: ListChanges) -> None:
    """A change need not say of which list it is told; 77 is on neither copy, so it is on OFAC's other list."""
    other = entity(77, inner='<generalInfo><remarks action="update">new</remarks></generalInfo>')
    found = check(tmp_path, three, ("2026-01-15", [entity(2, "remove"), entity(3, "add"), RENAMED, other]))
    assert found.holds
    assert not found.silent


def test_a_skipped_publication_is_named(tmp_path: Path, three: ListChanges) -> None:
    days = ("2026-01-09", "2026-01-12", "2026-01-15", "2026-01-16")
    found = check(tmp_path, three, ("2026-01-15", [entity(3, "add"), RENAMED]), history=days)
    assert found.skipped == (date(2026, 1, 12),)
    assert not found.holds
    assert "Publications without a delta file given: 2026-01-12; what they did is not checked." in found.sentences


def test_publications_outside_the_span_are_not_counted(tmp_path: Path, three: ListChanges) -> None:
    whole = [entity(2, "remove"), entity(3, "add"), RENAMED]
    found = check(tmp_path, three, ("2026-01-10", [entity(5, "add")]), ("2026-01-15", whole), ("2026-01-16", [entity(6, "add")]))
    assert found.holds
    assert found.outside == ("0_2026-01-10_delta.xml", "2_2026-01-16_delta.xml")


def test_what_is_added_and_removed_within_the_span_comes_to_nothing(tmp_path: Path, three: ListChanges) -> None:
    whole = [entity(2, "remove"), entity(3, "add"), RENAMED]
    first = [entity(8, "add"), entity(9, "remove"), entity(4)]
    found = check(tmp_path, three, ("2026-01-12", first), ("2026-01-15", [*whole, entity(8, "remove"), entity(9, "add")]))
    assert found.holds
    assert [(one.uid, one.theirs) for one in found.silent] == [("9", "changed")]  # removed and added again


def test_each_list_is_told_apart(tmp_path: Path) -> None:
    """A delta file covers all of OFAC's lists; an entity may come onto one and leave another."""
    moves = entity(
        4, inner='<sanctionsLists><sanctionsList action="add">SDN List</sanctionsList>'
        '<sanctionsList action="remove">Sectoral Sanctions Identifications List</sanctionsList></sanctionsLists>',
    )  # fmt: skip
    deltas = ("2026-01-15", [moves, entity(5, "add", listed="Consolidated List")])
    sdn = check(tmp_path, changed(tmp_path / "sdn", {1: "A"}, {1: "A", 4: "D"}), deltas)
    cons = check(tmp_path, changed(tmp_path / "cons", {1: "A", 4: "D"}, {1: "A", 5: "E"}, "us_ofac_cons"), deltas)
    assert (sdn.agreed, cons.agreed) == ({"added": 1}, {"added": 1, "removed": 1})
    assert sdn.holds
    assert cons.holds


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<html/>", "is no delta file of OFAC's"),
        ('<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><entities/></sanctionsData>', "does not say when"),
        ('<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><entities><entity id="1" action="vanish"/>', "'vanish'"),
        ('<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0"><entities>', "is not well-formed XML at line 1"),
    ],
)
def test_a_bad_delta_is_refused_by_name(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "bad_delta.xml"
    file.write_text(text)
    with pytest.raises(SourceError, match=r"^bad_delta\.xml") as refused:
        read_delta(file)
    assert complaint in str(refused.value)


def test_what_cannot_be_compared(tmp_path: Path, three: ListChanges) -> None:
    given = read_publications([delta_file(tmp_path / "d_delta.xml", "2026-01-15", [])])
    with pytest.raises(UsageError, match="un_sc has no delta files"):
        cross_check(ListChanges(list="un_sc", after=three.after), given, ())
    with pytest.raises(UsageError, match="Only one copy"):
        cross_check(ListChanges(list="us_ofac_sdn", after=three.after), given, ())
    with pytest.raises(UsageError, match="no delta file"):
        read_publications([tmp_path / "nowhere.xml"])
    (tmp_path / "history.json").write_text('{"a": 1}')
    with pytest.raises(SourceError, match=r"^history\.json is no history"):
        read_publications([tmp_path / "history.json"])


def test_a_delta_is_never_taken_for_the_list(tmp_path: Path) -> None:
    file = delta_file(tmp_path / "SDN_ENHANCED.XML", "2026-01-15", [entity(3, "add")])
    definitions = load_catalogue()
    assert all(recognise(definitions[key], file.name, file.read_bytes()) is None for key in ("us_ofac_sdn", "us_ofac_cons"))


def test_the_publications_between_two_copies_are_fetched_once(
    tmp_path: Path, three: ListChanges, server: Publisher, options: Options
) -> None:
    days = ("2026-01-10", "2026-01-12", "2026-01-15", "2026-01-16")  # numbered from 500
    deltas = {501: [entity(2, "remove")], 502: [entity(3, "add"), RENAMED]}
    server.play("/history/2026", send(history_file(tmp_path / "h.json", *days).read_bytes()))
    for number, entities in deltas.items():
        server.play(f"/{number}", send(delta_file(tmp_path / "d.xml", days[number - 500], entities).read_bytes()))
    for _ in range(2):
        paths = fetch_deltas(three, tmp_path / "held", service=server.url, limits=options.limits)
        found = cross_check(three, read_publications(paths), {"1", "2", "3", "4"})
        assert found.holds
        assert found.used == ("501.xml", "502.xml")
    assert (server.asked("/history/2026"), server.asked("/501"), server.asked("/500")) == (2, 1, 0)


def test_a_delta_that_cannot_be_fetched_is_said(tmp_path: Path, three: ListChanges, server: Publisher, options: Options) -> None:
    server.play("/history/2026", send(history_file(tmp_path / "h.json", "2026-01-12").read_bytes()))
    with pytest.raises(FetchError, match=r"/500: the server answered 404 .*, or give the file with --against"):
        fetch_deltas(three, tmp_path / "held", service=server.url, limits=options.limits)
    server.play("/history/2026", send(b'[{"publicationID": "../../x", "datePublished": "2026-01-12T00:00:00"}]'))
    with pytest.raises(SourceError, match=r"history-2026\.json is no history"):
        fetch_deltas(three, tmp_path / "held", service=server.url, limits=options.limits)


@pytest.mark.real
def test_the_real_list_against_a_delta_of_the_same_day(tmp_path: Path, real_data: Path) -> None:
    """No real delta is at hand: one is made from the two files by an independent count of their numbers."""
    store = SnapshotStore(Home(tmp_path / "home"))
    folders = {day: real_data / "us_ofac_sdn" / day for day in ("2024-04-26", "2024-05-02")}
    for day, folder in folders.items():
        taken(store, "us_ofac_sdn", folder, day)
    added, removed, other = independent(*(sdn_rows(folder / "sdn.csv") for folder in folders.values()))

    def number(uid: str) -> str:
        return uid.partition(":")[2]

    told = [*(entity(number(uid), "add") for uid in added), *(entity(number(uid), "remove") for uid in removed)]
    told += [entity(number(uid)) for uid in other]
    given = read_publications([delta_file(tmp_path / "d_delta.xml", "2024-05-01", told)])
    changes = changes_of(store, "us_ofac_sdn")
    found = cross_check(changes, given, held_in(store, changes))
    assert found.holds
    assert found.agreed == {"added": 305} | ({"changed": len(other)} if other else {})
