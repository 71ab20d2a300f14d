"""A re-screening of what changed gives what a full one gives; every new, changed and closed hit has its cause."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sanctions.errors import CoverageError, StoreError, UsageError
from sanctions.home import Home
from sanctions.model import Entity, Party
from sanctions.policy import Thresholds
from sanctions.portfolio import Delta, Portfolio, Rescreening, rescreen
from sanctions.portfolio.database import NAME
from sanctions.portfolio.keeping import add_party, remove_parties
from sanctions.portfolio.reverse import ReverseIndex, forms_of_party
from sanctions.screening import Screener, asked_forms, least_likeness, raised_by
from tests.portfolio.lists import FORENAMES, SURNAMES, copy_of, entity, party, passport, screener

NOW = datetime(2026, 5, 2, tzinfo=UTC)
SDN, CSL = "us_ofac_sdn", "us_csl"
STATE = (
    "SELECT number, screened, rejected FROM parties ORDER BY number",
    "SELECT * FROM forms ORDER BY number",
    "SELECT * FROM hits ORDER BY number, place",
    "SELECT * FROM entries ORDER BY list, id",
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    place = Home(tmp_path / "home")
    place.root.mkdir()
    return place


def keep(home: Home, *parties: Party) -> None:
    with Portfolio.open(home) as book:
        for one in parties:
            add_party(book, one, NOW)


def run(home: Home, asked: Screener, *, full: bool = False, without: Iterable[str] = (), least: float = 0.8) -> Delta:
    with Portfolio.open(home) as book:
        done = rescreen(book, asked, thresholds=Thresholds(default=least), now=NOW, full=full, without=without, processes=1)
        done.commit()
    assert done.delta.mismatch is None
    return done.delta


def told(delta: Delta) -> list[tuple[str, str, str]]:
    return sorted((one.change, one.party.id, one.hit.entity.id) for one in delta.changes)


def lists(*entities: Entity) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {SDN: [], CSL: []}
    for one in entities:
        found[one.list].append(one)
    # a list is never empty, and these are nobody's names
    return {key: [*of, entity(key, 999, "Xyzzy Qwertz Ghljk")] for key, of in found.items()}


KIM = entity(SDN, 1, "Kim Won Hong", identifiers=(passport("745310010"),))
ANNA = entity(SDN, 2, "Anna Petrov")
COPY = copy_of(CSL, 7, "1", "Kim Won Hong")


@pytest.mark.parametrize(
    ("before", "after", "changes", "cause"),
    [
        ((ANNA,), (ANNA, KIM), [("new", "A", f"{SDN}:1")], "entry added"),
        ((ANNA, KIM), (ANNA,), [("closed", "A", f"{SDN}:1")], "delisted: the entry is no longer on the list"),
        (
            (KIM,),
            (replace(KIM, delisted=True),),
            [("closed", "A", f"{SDN}:1")],
            "delisted: the publisher keeps the entry and marks it as ended",
        ),
        ((KIM,), (replace(KIM, names=ANNA.names),), [("closed", "A", f"{SDN}:1")], "entry changed"),
        ((replace(KIM, names=ANNA.names),), (KIM,), [("new", "A", f"{SDN}:1")], "entry changed"),
        ((KIM,), (replace(KIM, remarks="now with remarks"),), [("changed", "A", f"{SDN}:1")], "entry changed"),
        ((KIM,), (replace(KIM, names=(replace(KIM.names[0], full="Kim Won Hung"),)),), [("changed", "A", f"{SDN}:1")], "entry changed"),
        ((KIM, COPY), (COPY,), [("closed", "A", f"{SDN}:1"), ("new", "A", f"{CSL}:7")], f"stood before as the copy of {SDN}:1"),
        ((COPY,), (KIM, COPY), [("closed", "A", f"{CSL}:7"), ("new", "A", f"{SDN}:1")], f"stands now as the copy of {SDN}:1"),
        ((KIM, COPY), (KIM,), [("changed", "A", f"{SDN}:1")], "another list's copy of the entry changed"),
        ((KIM, ANNA), (KIM, replace(ANNA, remarks="nobody's hit")), [], None),
    ],
)
def test_a_change_of_the_lists(
    tmp_path: Path,
    home: Home,
    before: tuple[Entity, ...],
    after: tuple[Entity, ...],
    changes: list[tuple[str, str, str]],
    cause: str | None,
) -> None:
    keep(home, party("A", "Kim Won-hong"), party("B", "Hansa Werkzeugbau GmbH"))
    assert run(home, screener(tmp_path, lists(*before))).mode == "full"
    delta = run(home, screener(tmp_path, lists(*after)))
    assert delta.mode == "delta"
    assert told(delta) == changes
    assert cause is None or any(cause in one.causes for one in delta.changes)
    assert delta.untouched >= 1
    assert run(home, screener(tmp_path, lists(*after))).changes == ()


def test_a_change_of_the_book(tmp_path: Path, home: Home) -> None:
    asked = screener(tmp_path, lists(KIM, ANNA))
    keep(home, party("A", "Kim Won-hong"), party("B", "Anna Petrov"), party("C", "Nobody Known", director="Kim Won Hong"), party("D", ""))
    first = run(home, asked)
    assert told(first) == [("new", "A", f"{SDN}:1"), ("new", "B", f"{SDN}:2"), ("new", "C", f"{SDN}:1")]
    assert [(id, why.split(",")[0]) for id, _, why in first.rejected] == [("D", "there is no name with a letter or digit")]
    with Portfolio.open(home) as book:
        remove_parties(book, ["B"], NOW)
    keep(home, party("A", "Gim Wonhong"), party("C", "Nobody Known"), party("E", "Somebody Else", identifiers=(passport("745310010"),)))
    second = run(home, asked)
    assert [(one.change, one.party.id, one.causes) for one in second.changes] == [
        ("changed", "A", ("party changed",)),
        ("closed", "B", ("party removed from the book",)),
        ("closed", "C", ("party changed",)),
        ("new", "E", ("party added to the book",)),
    ]
    assert (second.parties, second.screened, second.untouched, len(second.rejected)) == (4, 3, 0, 1)
    assert run(home, asked).changes == ()


@pytest.mark.parametrize(
    ("engine", "least", "because"),
    [
        ("engine of the tests", 0.8, None),
        ("another engine", 0.8, "the engine changed"),
        ("engine of the tests", 0.97, "the thresholds changed"),
    ],
)
def test_changed_settings_make_it_full(tmp_path: Path, home: Home, engine: str, least: float, because: str | None) -> None:
    keep(home, party("A", "Kim Won-hong"))
    run(home, screener(tmp_path, lists(KIM)))
    delta = run(home, screener(tmp_path, lists(KIM), engine=engine), least=least)
    assert delta.because == ((because,) if because else ())
    assert delta.mode == ("full" if because else "delta")
    if least > 0.9:
        assert [(one.change, one.causes) for one in delta.changes] == [("closed", ("the thresholds changed",))]


def test_a_list_that_is_gone_closes_no_hit_unasked(tmp_path: Path, home: Home) -> None:
    keep(home, party("A", "Kim Won-hong"))
    both = lists(KIM)
    run(home, screener(tmp_path, both))
    one = screener(tmp_path, {CSL: both[CSL]})
    with pytest.raises(CoverageError, match=f"searched {SDN}, of which no copy is searched now"):
        run(home, one)
    with pytest.raises(UsageError, match="is held and searched"):
        run(home, one, without=[CSL])
    delta = run(home, one, without=[SDN])
    assert [(each.change, each.causes) for each in delta.changes] == [("closed", (f"the list {SDN} is no longer searched",))]
    back = run(home, screener(tmp_path, both))
    assert [(each.change, each.causes) for each in back.changes] == [("new", (f"the list {SDN} was not searched before",))]


def test_what_is_not_committed_is_told_again_and_of_two_runs_one_is_stored(tmp_path: Path, home: Home) -> None:
    asked = screener(tmp_path, lists(KIM))
    keep(home, party("A", "Kim Won-hong"))
    with Portfolio.open(home) as book:
        one, two = (rescreen(book, asked, thresholds=Thresholds(), now=NOW, processes=1) for _ in "12")
        assert told(one.delta) == told(two.delta) == [("new", "A", f"{SDN}:1")]
        two.commit()
        with pytest.raises(StoreError, match="another re-screening was stored meanwhile"):
            one.commit()


def test_a_party_that_changes_while_it_is_screened_is_screened_again(tmp_path: Path, home: Home) -> None:
    asked = screener(tmp_path, lists(KIM))
    keep(home, party("A", "Nobody"))
    with Portfolio.open(home) as book:
        done = rescreen(book, asked, thresholds=Thresholds(), now=NOW, processes=1)
        keep(home, party("A", "Kim Won Hong"))
        done.commit()
    assert told(run(home, asked)) == [("new", "A", f"{SDN}:1")]


names = st.builds(lambda a, b: f"{a} {b}", st.sampled_from(FORENAMES), st.sampled_from(SURNAMES))
numbers = st.integers(1, 6)
entities = st.one_of(
    st.builds(
        lambda number, given, weak, ended, number_of: entity(
            SDN, number, *given, *(f"{weak}~",) * bool(weak), delisted=ended, identifiers=(passport(number_of),) if number_of else ()
        ),
        numbers,
        st.lists(names, min_size=1, max_size=2),
        st.one_of(st.just(""), names),
        st.booleans(),
        st.sampled_from(("", "", "111111", "222222")),
    ),
    st.builds(lambda number, original, name: copy_of(CSL, number, str(original), name), numbers, numbers, names),
)
listings = st.lists(entities, max_size=7, unique_by=lambda one: one.id)
parties = st.builds(
    lambda number, name, director, passports: party(f"C{number}", name, director=director, identifiers=tuple(map(passport, passports))),
    st.integers(1, 6),
    st.one_of(st.just(""), names),
    st.one_of(st.just(""), names),
    st.lists(st.sampled_from(("111111", "222222", "333333")), max_size=1),
)
books = st.lists(parties, max_size=6, unique_by=lambda one: one.id)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(listings, books, st.sets(st.integers(1, 6))), min_size=2, max_size=3))
def test_a_delta_and_a_full_run_agree_whatever_changes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[list[Entity], list[Party], set[int]]]
) -> None:
    folder = tmp_path_factory.mktemp("run")
    for name in ("delta", "full"):
        (folder / name).mkdir()
    for found, added, removed in steps:
        asked = screener(folder, lists(*found))
        deltas = {}
        for name in ("delta", "full"):
            home = Home(folder / name)
            with Portfolio.open(home) as book:
                held = {id for (id,) in book.connection.execute("SELECT id FROM parties WHERE removed IS NULL")}
                if gone := [f"C{number}" for number in sorted(removed) if f"C{number}" in held]:
                    remove_parties(book, gone, NOW)
            keep(home, *added)
            deltas[name] = run(home, asked, full=name == "full")
        assert told(deltas["delta"]) == told(deltas["full"])
        assert [one.hit for one in deltas["delta"].changes] == [one.hit for one in deltas["full"].changes]
        assert deltas["delta"].stand == deltas["full"].stand
        assert state_of(Home(folder / "delta")) == state_of(Home(folder / "full"))
    shutil.rmtree(folder)


def state_of(home: Home) -> list[list[tuple[object, ...]]]:
    with Portfolio.open(home) as book:
        return [book.connection.execute(query).fetchall() for query in STATE]


@settings(max_examples=60, deadline=None)
@given(st.lists(entities, min_size=1, max_size=5, unique_by=lambda one: one.id), books)
def test_from_the_entries_side_no_candidate_is_missed(
    tmp_path_factory: pytest.TempPathFactory, found: list[Entity], book: list[Party]
) -> None:
    missed_by(tmp_path_factory.mktemp("one"), found, book)


def missed_by(folder: Path, found: list[Entity], book: list[Party]) -> None:
    """Fails if the list's own index makes an entry a candidate of a party that the reverse index does not give."""
    found = [one for one in found if not one.delisted]
    if not found:
        return
    index = screener(folder, {"x": found}).index
    reverse = ReverseIndex((number, forms_of_party(one)) for number, one in enumerate(book))
    near = reverse.parties(found, 0.8)
    for number, one in enumerate(book):
        everybody = (one, *(related.party for related in one.related))
        if any(
            True for each in everybody for form in asked_forms(each) for _ in index.candidates(form, least_likeness(0.8 - raised_by(each)))
        ):
            assert number in near, one
        if any(True for each in everybody for _ in index.holders(each.identifiers)):
            assert number in near, one


def test_two_processes_give_what_one_gives(tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctions.screening._WORTH_PROCESSES", 4)
    keep(
        home, *(party(f"C{number}", f"{forename} {SURNAMES[(number + number // 8) % 8]}") for number, forename in enumerate(FORENAMES * 3))
    )
    run(home, screener(tmp_path, lists(ANNA)))
    asked = screener(tmp_path, lists(entity(SDN, 3, "Ivan Petrov"), entity(SDN, 4, "Ri Hasan"), replace(ANNA, remarks="x")))
    found = []
    for processes in (1, 2):
        with Portfolio.open(home) as book:
            found.append(rescreen(book, asked, thresholds=Thresholds(), now=NOW, processes=processes).delta)
    assert found[0] == found[1]
    assert found[0].changes


@pytest.mark.real
@pytest.mark.parametrize(
    ("key", "before", "after"), [("un_sc", "un_2025-11-20.xml", "un_2026-02-27.xml"), ("us_ofac_sdn", "2024-05-02", "2024-05-03/sdn.csv")]
)
def test_real_snapshots(real_data: Path, tmp_path: Path, key: str, before: str, after: str) -> None:
    """A book of listed names in other spellings and ordinary ones, re-screened from one real copy to the next both ways."""
    from tests.home import take_list

    home = Home(tmp_path / "home")
    take_list(home, key, real_data / key / before, NOW)
    old = Screener.open(home, lists=[key])
    chance = random.Random(1)
    file = real_data / key / after
    if key == "us_ofac_sdn":
        (tmp_path / "sdn.csv").write_bytes(file.read_bytes())
        file = tmp_path / "sdn.csv"
    take_list(home, key, file, datetime.now(UTC))
    new = Screener.open(home, lists=[key])
    stores = old.held[0].store, new.held[0].store
    lines = [{id: store.line(place) for id, place in store.ordered()} for store in stores]
    moved = sorted(id for id in {*lines[0], *lines[1]} if lines[0].get(id) != lines[1].get(id))
    steady = chance.sample(sorted(set(lines[0]) - set(moved)), 60)
    book = []
    for number, id in enumerate([*moved[:120], *steady]):
        listed = next(store[place] for store in stores if (place := store.find(id)) is not None)
        words = listed.names[number % len(listed.names)].full.split()
        chance.shuffle(words)
        book.append(party(f"C{number}", " ".join(words)[: chance.randint(8, 60)], director=listed.name if number % 5 == 0 else ""))
    book += [
        party(f"N{number}", f"{forename} {surname}") for number, (forename, surname) in enumerate(zip(FORENAMES, SURNAMES, strict=True))
    ]
    keep(home, *book)
    run(home, old)
    shutil.copy(home.root / NAME, tmp_path / "kept")
    with Portfolio.open(home) as kept:
        delta: Rescreening = rescreen(kept, new, thresholds=Thresholds(), now=NOW, processes=1)
        full = rescreen(kept, new, thresholds=Thresholds(), now=NOW, processes=1, full=True)
        assert delta.delta.mode == "delta"
        assert delta.delta.changes
        assert {one.change for one in delta.delta.changes} >= {"closed"}
        assert [replace(one, causes=()) for one in delta.delta.changes] == [replace(one, causes=()) for one in full.delta.changes]
        assert delta.delta.stand == full.delta.stand
        delta.commit()
    stored = state_of(home)
    shutil.copy(tmp_path / "kept", home.root / NAME)
    run(home, new, full=True)
    assert state_of(home) == stored
    assert moved
