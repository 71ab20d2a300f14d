"""What changed between two copies: the merge, the fields in words, renumbering, and real pairs of dates."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from sanctions.acquisition.changes import EntityChange, ListChanges, compare_stores, perhaps_renumbered, with_programme
from sanctions.acquisition.changes_choice import changes_of, compare_copies, copy_by_sha
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.dates import parse_date
from sanctions.errors import CoverageError, UsageError
from sanctions.home import Home
from sanctions.model import (
    Address,
    CountryLink,
    CountryRole,
    Entity,
    Identifier,
    IdentifierType,
    Kind,
    Link,
    Listing,
    Name,
    Quality,
)
from tests.acquisition.samples import towns_csv, write
from tests.home import ROWS, small_home, take_list
from tests.stores import written

KIM = Entity(
    id="test:1",
    list="test",
    kind=Kind.PERSON,
    names=(Name(full="KIM, Won Hong", primary=True), Name(full="KIM Wonhong")),
    birth_dates=(parse_date("1962"),),
    countries=(CountryLink(code="KP", role=CountryRole.NATIONALITY),),
    identifiers=(Identifier(type=IdentifierType.PASSPORT, value="745310010", country="KP"),),
    addresses=(Address(full="Pyongyang"),),
    listings=(Listing(programme="DPRK2", measures=("asset freeze",)),),
    remarks="Minister",
)


def compared(tmp_path: Path, before: Iterable[Entity], after: Iterable[Entity]) -> tuple[EntityChange, ...]:
    return compare_stores(written(tmp_path / "before", before), written(tmp_path / "after", after))


FIELDS: list[tuple[dict[str, Any], list[str], bool]] = [
    # what the publisher wrote instead, what is said of it, whether it is major
    ({"names": (*KIM.names, Name(full="THE GENERAL"))}, ["alias added: THE GENERAL"], True),
    ({"names": KIM.names[:1]}, ["alias removed: KIM Wonhong"], True),
    ({"names": (KIM.names[0], Name(full="KIM Wonhonk"))}, ["alias KIM Wonhong → KIM Wonhonk"], True),
    ({"names": (Name(full="KIM, Wŏn-hong", primary=True), KIM.names[1])}, ["primary name KIM, Won Hong → KIM, Wŏn-hong"], True),
    ({"names": (KIM.names[0], Name(full="KIM Wonhong", quality=Quality.WEAK))}, ["quality of KIM Wonhong strong → weak"], True),
    ({"names": (Name(full="KIM Wonhong"), Name(full="KIM, Won Hong"))}, ["primary name KIM, Won Hong → KIM Wonhong"], True),
    ({"birth_dates": (parse_date("3 Jul 1962"),)}, ["birth date 1962 → 3 Jul 1962"], True),
    ({"birth_dates": (*KIM.birth_dates, parse_date("1963"))}, ["birth date added: 1963"], True),
    ({"kind": Kind.ORGANISATION}, ["kind person → organisation"], True),
    ({"delisted": True}, ["state listed → de-listed"], True),
    ({"genders": ("male",)}, ["gender added: male"], True),
    ({"identifiers": ()}, ["passport removed: 745310010 (North Korea)"], True),
    (
        {"identifiers": (Identifier(type=IdentifierType.PASSPORT, value="745310011", country="KP"),)},
        ["passport 745310010 (North Korea) → 745310011 (North Korea)"],
        True,
    ),
    (
        {"countries": (*KIM.countries, CountryLink(code="CN", role=CountryRole.RESIDENCE))},
        ["country added: China (residence)"],
        True,
    ),
    ({"listings": (*KIM.listings, Listing(programme="DPRK3"))}, ["programme added: DPRK3"], True),
    (
        {"listings": (Listing(programme="DPRK2", measures=("asset freeze", "travel ban")),)},
        ["measure under DPRK2 added: travel ban"],
        True,
    ),
    (
        {"listings": (replace(KIM.listings[0], listed_on=date(2017, 1, 11)),)},
        ["date of listing under DPRK2 added: 2017-01-11"],
        False,
    ),
    ({"addresses": ()}, ["address removed: Pyongyang"], False),
    ({"addresses": (Address(full="Pyongyang", city="Pyongyang"),)}, ["form of addresses changed"], False),
    ({"remarks": "Minister of State Security"}, ["remarks Minister → Minister of State Security"], False),
    ({"remarks": " Minister"}, ["remarks changed in spaces or line ends alone"], False),
    ({"url": "https://example.org/1"}, ["url added: https://example.org/1"], False),
    ({"links": (Link(scheme="un", value="KPi.001"),)}, ["link added: same: un KPi.001"], False),
    (
        {"listings": (*KIM.listings, Listing(programme="DPRK3")), "remarks": None},
        ["programme added: DPRK3", "remarks removed: Minister"],
        True,
    ),
]


@pytest.mark.parametrize(("changed", "said", "major"), FIELDS)
def test_fields_in_words(tmp_path: Path, changed: dict[str, Any], said: list[str], major: bool) -> None:
    (found,) = compared(tmp_path, [KIM], [replace(KIM, **changed)])
    assert (found.change, [str(each) for each in found.fields], found.major) == ("changed", said, major)


def test_a_long_remark_shows_the_part_that_differs(tmp_path: Path) -> None:
    long = "He was a member of the committee. " * 20
    (found,) = compared(tmp_path, [replace(KIM, remarks=long + "Died in 2012.")], [replace(KIM, remarks=long + "Died in 2013.")])
    (said,) = map(str, found.fields)
    assert said.startswith("remarks …")
    assert "2012. → …" in said
    assert len(said) < 200
    assert found.fields[0].after == long + "Died in 2013."


def test_the_order_of_values_and_the_unread_record_are_minor_changes(tmp_path: Path) -> None:
    other = replace(KIM, id="test:2", names=(KIM.names[0], Name(full="A"), Name(full="B")), raw={"VERSION": "1", "X": "y"})
    turned = replace(other, names=(KIM.names[0], Name(full="B"), Name(full="A")))
    found = compared(tmp_path, [KIM, other], [replace(KIM, raw={"VERSION": "2"}), turned])
    assert [(one.id, [str(each) for each in one.fields], one.major) for one in found] == [
        ("test:1", ["publisher's VERSION added: 2"], False),
        ("test:2", ["order of names changed"], False),
    ]


def test_a_repeated_id_is_compared_one_by_one(tmp_path: Path) -> None:
    second = replace(KIM, names=(Name(full="KIM, Other"),))
    third = replace(KIM, names=(Name(full="KIM, Third"),))
    assert compared(tmp_path / "a", [KIM, second], [second, KIM]) == ()
    assert [one.change for one in compared(tmp_path / "b", [KIM, second], [second])] == ["removed"]
    (changed,) = compared(tmp_path / "c", [KIM, second], [third, KIM])
    assert [str(each) for each in changed.fields] == ["primary name KIM, Other → KIM, Third"]


UN = Link(scheme="un", value="KPi.001")
RENUMBERED: list[tuple[str, dict[str, Any], str | None]] = [
    ("the same UN reference number", {"links": (UN,), "names": (Name(full="Someone"),), "identifiers": ()}, "un number KPi.001"),
    ("the same passport and name", {"links": ()}, "passport 745310010 and a name in common"),
    ("the same passport, another name", {"links": (), "names": (Name(full="Someone"),)}, None),
    ("the same name alone", {"links": (), "identifiers": ()}, None),
    ("the same number, another kind", {"kind": Kind.COMPANY}, None),
    ("a related record's number", {"links": (Link(scheme="un", value="KPi.001", relation="owner"),), "identifiers": ()}, None),
]


@pytest.mark.parametrize(("what", "changed", "proof"), RENUMBERED, ids=[row[0] for row in RENUMBERED])
def test_renumbering_is_claimed_only_with_proof(tmp_path: Path, what: str, changed: dict[str, Any], proof: str | None) -> None:
    found = compared(tmp_path, [replace(KIM, links=(UN,))], [replace(KIM, id="test:9", **changed)])
    if proof is None:
        assert [one.change for one in found] == ["added", "removed"]
    else:
        (one,) = found
        assert (one.change, one.id, one.formerly) == ("renumbered", "test:9", "test:1")
        assert str(one.proof).endswith(proof)


def test_a_name_that_goes_and_comes_back_is_counted(tmp_path: Path) -> None:
    """Without a number in common nothing proves that it is the same target: it stays added and removed, and is told."""
    bare = replace(KIM, identifiers=())
    found = compared(
        tmp_path,
        [bare],
        [replace(bare, id="test:9", names=(Name(full="Kim Won-Hong"),)), replace(bare, id="test:8", names=(Name(full="X"),))],
    )
    assert [one.change for one in found] == ["added", "added", "removed"]
    assert perhaps_renumbered(found) == 1


def test_two_that_share_the_proof_are_not_renumbered(tmp_path: Path) -> None:
    found = compared(tmp_path, [KIM], [replace(KIM, id="test:8"), replace(KIM, id="test:9")])
    assert [one.change for one in found] == ["added", "added", "removed"]


@given(st.dictionaries(st.integers(0, 30), st.sampled_from("abc")), st.dictionaries(st.integers(0, 30), st.sampled_from("abc")))
def test_the_merge_agrees_with_dictionaries(tmp_path_factory: pytest.TempPathFactory, old: dict[int, str], new: dict[int, str]) -> None:
    def entities(side: dict[int, str]) -> list[Entity]:
        return [Entity(id=f"test:{key}", list="test", kind=Kind.PERSON, names=(Name(full=value),)) for key, value in side.items()]

    found = compared(tmp_path_factory.mktemp("merge"), entities(old), entities(new))
    by_change = {change: {one.id for one in found if one.change == change} for change in ("added", "removed", "changed")}
    assert by_change == {
        "added": {f"test:{key}" for key in new.keys() - old.keys()},
        "removed": {f"test:{key}" for key in old.keys() - new.keys()},
        "changed": {f"test:{key}" for key in new.keys() & old.keys() if new[key] != old[key]},
    }


def test_programmes_are_chosen_by_pattern_before_and_after(tmp_path: Path) -> None:
    other = replace(KIM, id="test:2", listings=(Listing(programme="SDGT"),))
    found = compared(tmp_path, [KIM], [replace(KIM, listings=(Listing(programme="IRAN"),)), other])
    assert [one.id for one in with_programme(found, ["dprk*"])] == ["test:1"]
    assert [one.id for one in with_programme(found, ["SDGT", "IR?N"])] == ["test:2", "test:1"]


# --- copies held ---

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def held(tmp_path: Path) -> SnapshotStore:
    """Three copies of the small list, a day apart: the second without the ministry, the third with a new one."""
    home = small_home(tmp_path / "home", when=START)
    for days, rows in enumerate((ROWS[:1] + ROWS[2:], (*ROWS, "5,NEW ONE,,,organisation,,Iran,,,IRAN,2026-01-03,")), start=1):
        header = (tmp_path / "home" / "list.csv").read_text("utf-8").splitlines()[0]
        file = write(tmp_path / f"{days}" / "list.csv", "\n".join((header, *rows, "")).encode())
        take_list(home, "test_list", file, START + timedelta(days=days))
    return SnapshotStore(home)


def counts(found: ListChanges) -> tuple[int, int, int]:
    return len(found.of("added")), len(found.of("removed")), len(found.of("changed"))


def test_which_copies_are_compared(held: SnapshotStore) -> None:
    day = START.replace(hour=23)
    assert counts(changes_of(held, "test_list")) == (2, 0, 0)
    assert counts(changes_of(held, "test_list", since=day)) == (1, 0, 0)
    assert counts(changes_of(held, "test_list", since=day, until=day + timedelta(days=1))) == (0, 1, 0)
    first = changes_of(held, "test_list", until=day)
    assert (first.before, first.entities) == (None, ())
    early = changes_of(held, "test_list", since=day - timedelta(days=400))
    assert early.notes == ("No copy of 2024-11-27 is held; compared with the oldest one, of 2026-01-01.",)
    late = changes_of(held, "test_list", since=day + timedelta(days=400))
    assert counts(late) == (0, 0, 0)
    assert "There is no later copy" in late.notes[0]
    with pytest.raises(CoverageError, match="sanctions refresh test_list"):
        changes_of(held, "test_list", until=day - timedelta(days=400))


def test_copies_are_named_by_their_hash(held: SnapshotStore) -> None:
    first, second, _ = held.history("test_list")
    assert copy_by_sha(held, ["test_list"], first.sha256[:8].upper()) == first
    assert counts(compare_copies(held, second, first)) == (1, 0, 0)
    for wrong, said in (("abc", "too short"), ("0" * 64, "No copy held")):
        with pytest.raises(UsageError, match=said):
            copy_by_sha(held, ["test_list"], wrong)


# --- the real lists ---


def taken(store: SnapshotStore, key: str, path: Path, when: str) -> Snapshot:
    stated = datetime.fromisoformat(when).replace(tzinfo=UTC)
    [outcome] = take(store, [store.catalogue[key]], path, Options(clock=lambda: datetime.now(UTC), stated=stated), named=True)
    assert outcome.snapshot is not None, outcome.sentence
    return outcome.snapshot


def sdn_rows(path: Path) -> dict[str, tuple[str, ...]]:
    with path.open(encoding="cp1252", newline="") as stream:
        return {f"us_ofac_sdn:{row[0]}": tuple(row) for row in csv.reader(stream) if row and row[0].isdigit()}


def un_records(path: Path) -> dict[str, object]:
    """Each record as nested tuples of tags and texts, without the white space between elements."""

    def plain(element: etree._Element) -> tuple[object, ...]:
        text = " ".join((element.text or "").split())
        return element.tag, text, tuple(kept for child in element if (kept := plain(child))[1:] != ("", ()))

    tree = etree.parse(path)
    return {f"un_sc:{record.findtext('REFERENCE_NUMBER', '').strip()}": plain(record) for record in tree.iter("INDIVIDUAL", "ENTITY")}


def independent(before: dict[str, Any], after: dict[str, Any]) -> tuple[set[str], set[str], set[str]]:
    same = before.keys() & after.keys()
    return after.keys() - before.keys(), before.keys() - after.keys(), {key for key in same if before[key] != after[key]}


def ids(found: ListChanges) -> tuple[set[str], set[str], set[str]]:
    assert not found.of("renumbered")
    return tuple({one.id for one in found.of(change)} for change in ("added", "removed", "changed"))  # type: ignore[return-value]


@pytest.mark.real
def test_the_sdn_list_from_april_to_may(tmp_path: Path, real_data: Path) -> None:
    """Counted from the files: 305 added from 26 April to 2 May 2024, and 8 removed on 3 May."""
    store, days = SnapshotStore(Home(tmp_path / "home")), ("2024-04-26", "2024-05-02", "2024-05-03")
    for day in days:
        (tmp_path / day).mkdir()
        shutil.copy(real_data / "us_ofac_sdn" / day / "sdn.csv", tmp_path / day)
    copies = [taken(store, "us_ofac_sdn", tmp_path / day, day) for day in days]
    rows = [sdn_rows(real_data / "us_ofac_sdn" / day / "sdn.csv") for day in days]
    steps = [compare_copies(store, copies[i], copies[i + 1]) for i in range(2)]
    assert [counts(step) for step in steps] == [(305, 0, 0), (0, 8, 0)]
    assert [ids(step) for step in steps] == [independent(rows[i], rows[i + 1]) for i in range(2)]
    assert {one.name for one in steps[1].of("removed")} >= {"EMPEROR AVIATION LTD", "9H-SIS"}


@pytest.mark.real
def test_the_united_nations_list_over_the_winter(tmp_path: Path, real_data: Path) -> None:
    store, days = SnapshotStore(Home(tmp_path)), ("2024-09-26", "2025-04-19", "2025-11-20", "2026-02-27")
    files = [real_data / "un_sc" / f"un_{day}.xml" for day in days]
    copies = [taken(store, "un_sc", file, day) for file, day in zip(files, days, strict=True)]
    winter = compare_copies(store, copies[2], copies[3])
    assert (counts(winter), winter.minor) == ((4, 1, 2), 2)
    for i in range(3):
        assert ids(compare_copies(store, copies[i], copies[i + 1])) == independent(un_records(files[i]), un_records(files[i + 1]))


@pytest.mark.real
def test_a_whole_copy_against_its_main_file_alone(tmp_path: Path, real_data: Path) -> None:
    """A copy that lacks the aliases is no list whose aliases were all removed."""
    store = SnapshotStore(Home(tmp_path / "home"))
    whole = taken(store, "us_ofac_sdn", real_data / "us_ofac_sdn" / "2024-05-03", "2024-05-03")
    (tmp_path / "alone").mkdir()
    shutil.copy(real_data / "us_ofac_sdn" / "2024-05-03" / "sdn.csv", tmp_path / "alone")
    alone = taken(store, "us_ofac_sdn", tmp_path / "alone", "2024-05-02")
    for found in (compare_copies(store, alone, whole), compare_copies(store, whole, alone)):
        assert counts(found) == (0, 0, 0)
        assert found.notes == ("Compared without alt.csv, add.csv, sdn_comments.csv, which only one of the two copies has.",)


def test_towns_that_change(tmp_path: Path, store: SnapshotStore, options: Options) -> None:
    """A first copy has nothing to be compared with; the second has two towns more."""
    for number in (10, 12):
        [outcome] = take(store, [store.catalogue["towns"]], write(tmp_path / "towns.csv", towns_csv(number)), options, named=True)
        assert outcome.snapshot is not None
        found = changes_of(store, "towns")
        assert counts(found) == ((0, 0, 0) if number == 10 else (2, 0, 0))
        assert (found.before is None) == (number == 10)


@pytest.mark.real
def test_the_frozen_british_list_in_april(tmp_path: Path, real_data: Path) -> None:
    store, days = SnapshotStore(Home(tmp_path)), ("2025-04-10", "2025-04-14")
    files = [real_data / "gb_ofsi" / f"ConList_{day}.xlsx" for day in days]
    copies = [taken(store, "gb_ofsi", file, day) for file, day in zip(files, days, strict=True)]
    found = compare_copies(store, copies[0], copies[1])
    added, removed, changed = independent(*(ofsi_groups(file) for file in files))
    assert ids(found) == (added, removed, changed)
    assert (counts(found), found.minor) == ((2, 0, 3), 3)
    assert {one.name for one in found.of("added")} == {"FOXTROT NETWORK", "Rawa MAJID"}


def ofsi_groups(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each group, by its number, in any order."""
    head, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[1:]
    number, groups = head.index("Group ID"), defaultdict[str, list[tuple[object, ...]]](list)
    for row in rows:
        groups[f"gb_ofsi:{int(float(str(row[number])))}"].append(tuple(row))
    return {key: sorted(found, key=repr) for key, found in groups.items()}
