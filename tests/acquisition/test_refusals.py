"""Copies that speak against themselves: each is kept in quarantine with its reasons, and the copy before stays in use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from sanctions.acquisition import quarantine
from sanctions.acquisition.approving import Decision, approve
from sanctions.acquisition.journal import read_journal
from sanctions.acquisition.plausibility import Copy, findings
from sanctions.acquisition.profile import Profile
from sanctions.acquisition.refresh import Options, Outcome, download
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.tails import cut_short
from sanctions.acquisition.taking import take
from sanctions.catalogue import Catalogue, ListDefinition, read_definition
from sanctions.errors import DefinitionError, StoreError, UsageError
from sanctions.home import Home
from sanctions.readers.base import ReadReport
from tests.acquisition.conftest import Clock
from tests.acquisition.samples import PEOPLE, people_csv, people_definition, write
from tests.servers import Publisher, send

GOOD = people_csv()
SIXTY_GONE = people_csv(range(61, 161))

REFUSED: dict[str, tuple[bytes, list[str], str]] = {
    "half of the entries": (people_csv(range(1, 51)), ["shrunken"], "has 50 entries where the copy before it has 100"),
    "more removals than the bound": (SIXTY_GONE, ["removals"], "lacks 60 of the 100 entries of the copy before it (2026-03-01)"),
    "a file of yesterday": (people_csv(published="2026-02-26"), ["older"], "was published on 2026-02-26, the copy held on 2026-02-27"),
    "a date that lies ahead": (people_csv(published="2026-03-27"), ["future"], "which lies ahead of 2026-03-01"),
    "a date that is gone": (people_csv(published="soon"), ["undated"], "does not say when it was published"),
    "a field that goes empty": (people_csv(country=0), ["drift"], "a country (100.0% → 0.0%), the field country (100 → 0 entries)"),
    "a field that falls steeply": (people_csv(country=3), ["drift"], "a country (100.0% → 33.0%)"),
    "fewer birth dates than the bound": (people_csv(born=3), ["fill", "drift"], "only 33.0% of 100 persons have a date of birth"),
    "a new column": (GOOD.replace(b"born,country", b"born,country,rank").replace(b"France", b"France,General"), ["unread"], "rank (100)"),
    "a new category": (people_csv(kinds="P" * 50 + "X"), ["unread"], "no rule reads: type=X (1)"),
    "a renamed column": (people_csv(header="id,name,type,born,land"), ["unreadable"], "has no column 'country'"),
    "too few entries by its bounds": (people_csv(range(1, 2)), ["count", "shrunken"], "has 1 entry; a copy of people has 2 to 100,000"),
    "the last row is cut": (GOOD[:-20], ["cut"], "ends within row 102, which has 3 of 5 cells: the copy is cut short"),
    "the last line is open": (GOOD[:-1], ["unended"], "ends without a line break after row 102"),
    "the last quotation mark is open": (GOOD + b'P101,"Person 101,P,,', ["cut"], "ends within a quoted cell of row 103"),
}  # fmt: skip

FINAL = {"unreadable", "count", "cut"}


@pytest.fixture
def people(server: Publisher) -> ListDefinition:
    return people_definition(url=f"{server.url}/people.csv")


@pytest.fixture
def shelf(tmp_path: Path, people: ListDefinition) -> SnapshotStore:
    return SnapshotStore(Home(tmp_path / "home"), Catalogue({"people": people}))


Fetch = Callable[[bytes], Outcome]


@pytest.fixture
def fetch(shelf: SnapshotStore, people: ListDefinition, options: Options, server: Publisher) -> Fetch:
    def fetched(data: bytes) -> Outcome:
        server.play("/people.csv", send(data))
        [outcome] = download(shelf, [people], options)
        return outcome

    return fetched


def held(store: SnapshotStore) -> bytes:
    copy = store.current("people")
    assert copy is not None
    return copy.path(copy.files[0]).read_bytes()


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_copy_is_kept_and_the_good_one_stays(case: str, fetch: Fetch, shelf: SnapshotStore, clock: Clock) -> None:
    data, kinds, said = REFUSED[case]
    fetch(GOOD)
    clock.pass_time(hours=12)
    outcome = fetch(data)
    assert (outcome.status, held(shelf)) == ("failed", GOOD)
    assert said in str(outcome.sentence)
    [kept] = quarantine.held(shelf.home, "people")
    assert [reason.kind for reason in kept.reasons] == kinds
    assert (kept.folder / "people.csv").read_bytes() == data
    assert kept.approvable is not bool(FINAL.intersection(kinds))
    assert ("until somebody approves it (sanctions refresh --approve people@" in str(outcome.sentence)) is kept.approvable
    assert shelf.state("people").error == outcome.sentence
    *_, attempt = read_journal(shelf.folder("people"))
    assert (attempt.outcome, attempt.quarantined) == ("failed", kept.sha256)


@pytest.mark.parametrize("case", [case for case in REFUSED if not FINAL.intersection(REFUSED[case][1])])
def test_a_person_may_approve_it(case: str, fetch: Fetch, shelf: SnapshotStore, options: Options, clock: Clock) -> None:
    """The copy becomes current, says why it had been refused and who took it, and the same bytes are no fault from then on."""
    data, kinds, _ = REFUSED[case]
    fetch(GOOD)
    fetched = fetch(data)
    assert fetched.quarantined is not None
    clock.pass_time(hours=7)
    outcome = approve(shelf, Decision(copy=fetched.quarantined.approval, by="A. Officer", reason="as published"), options)
    copy = shelf.current("people")
    assert copy is not None
    assert (outcome.status, held(shelf), list(copy.allowed)) == ("refreshed", data, kinds)
    assert copy.approval is not None
    assert (copy.approval.by, copy.approval.reason) == ("A. Officer", "as published")
    assert quarantine.held(shelf.home, "people") == []
    assert shelf.state("people").confirmed == fetched.quarantined.fetched == copy.approval.fetched
    between = shelf.as_of("people", fetched.quarantined.fetched)
    assert between is not None
    assert between.sha256 != copy.sha256
    assert fetch(data).status == "unchanged"


@pytest.mark.parametrize("case", [case for case in REFUSED if "cut" in REFUSED[case][1]])
def test_a_cut_file_is_refused_though_it_is_the_first(case: str, fetch: Fetch, shelf: SnapshotStore) -> None:
    outcome = fetch(REFUSED[case][0])
    assert (outcome.status, outcome.held) == ("failed", None)
    assert "the copy is cut short" in str(outcome.sentence)


TAKEN = {
    "ordinary delistings": (people_csv(range(26, 101)), 0, 25),
    "additions": (people_csv(range(1, 151)), 50, 0),
    "a new country": (people_csv().replace(b"France", b"Atlantis", 3), 0, 0),
    "a field that falls a little": (people_csv(country=2), 0, 0),
}


@pytest.mark.parametrize("case", TAKEN)
def test_what_publishers_do_every_day_passes(case: str, fetch: Fetch) -> None:
    data, added, removed = TAKEN[case]
    assert fetch(GOOD).snapshot == fetch(GOOD).snapshot
    copy = fetch(data).snapshot
    assert copy is not None
    assert (copy.added, copy.removed) == (added, removed)


def test_a_first_copy_reports_no_removals(fetch: Fetch) -> None:
    copy = fetch(GOOD).snapshot
    assert copy is not None
    assert (copy.added, copy.removed) == (None, None)


def test_the_bound_of_removals_is_the_definitions(shelf: SnapshotStore, people: ListDefinition, options: Options, tmp_path: Path) -> None:
    wide = msgspec.structs.replace(people, bounds=msgspec.structs.replace(people.bounds, removals=(60, 0.0)))
    for data in (GOOD, SIXTY_GONE):
        [outcome] = take(shelf, [wide], write(tmp_path / "people.csv", data), options, named=True)
        assert outcome.status == "refreshed", outcome.sentence


def test_what_was_approved_is_taken_for_those_reasons_and_no_others(fetch: Fetch, shelf: SnapshotStore, options: Options) -> None:
    """Removals were refused; before they are approved a later copy comes, against which the old one is older, too."""
    fetch(GOOD)
    refused = fetch(SIXTY_GONE).quarantined
    assert refused is not None
    fetch(people_csv(range(1, 102), published="2026-03-01"))
    outcome = approve(shelf, Decision(copy=refused.approval, by="A. Officer", reason="as published"), options)
    assert outcome.status == "failed"
    [kept] = quarantine.held(shelf.home, "people")
    assert [reason.kind for reason in kept.reasons] == ["removals", "older"]


def test_an_approval_needs_a_reason_and_a_copy(fetch: Fetch, shelf: SnapshotStore, options: Options) -> None:
    fetch(GOOD)
    refused = fetch(SIXTY_GONE).quarantined
    final = fetch(people_csv(range(1, 2))).quarantined
    assert refused is not None
    assert final is not None
    for copy, reason, said in (
        (refused.approval, " ", "needs a reason"),
        ("people@00000000", "x", "Those that can be approved: people@"),
        (final.approval, "x", "cannot be approved: .* has 1 entry"),
    ):
        with pytest.raises(UsageError, match=said):
            approve(shelf, Decision(copy=copy, by="A. Officer", reason=reason), options)


def test_a_refused_copy_that_was_touched_cannot_be_approved(fetch: Fetch, shelf: SnapshotStore, options: Options) -> None:
    fetch(GOOD)
    refused = fetch(SIXTY_GONE).quarantined
    assert refused is not None
    (refused.folder / "people.csv").write_bytes(GOOD)
    outcome = approve(shelf, Decision(copy=refused.approval, by="A. Officer", reason="x"), options)
    assert "is not as it was fetched" in str(outcome.sentence)
    assert held(shelf) == GOOD
    with pytest.raises(StoreError):
        quarantine.check_files(replace(refused, folder=refused.folder / "nowhere"))


def test_the_newest_five_are_kept(fetch: Fetch, shelf: SnapshotStore, clock: Clock) -> None:
    fetch(GOOD)
    for last in range(7):
        clock.pass_time(days=1)
        fetch(people_csv(range(61, 161 + last)))
    kept = quarantine.held(shelf.home, "people")
    assert len(kept) == 5
    assert [copy.entries for copy in kept] == [106, 105, 104, 103, 102]


def test_the_publishers_own_count() -> None:
    """A list that says that it holds 12 records, of which 10 were found."""
    report = ReadReport(entries=10, declared=12)
    copy = Copy(
        definition=people_definition(), origin="people.csv", format="table", day=date(2026, 3, 1), report=report, names=10,
        profile=Profile(), ids=frozenset(),
    )  # fmt: skip
    [finding] = findings(copy, None)
    assert (finding.kind, finding.final) == ("declared", True)
    report.problem_count = 2  # two records without a name
    assert findings(copy, None) == []


def test_a_reader_may_call_a_copy_cut() -> None:
    report = ReadReport(entries=10, fatal=["people.csv ends in the middle."])
    copy = Copy(
        definition=people_definition(), origin="people.csv", format="table", day=date(2026, 3, 1), report=report, names=10,
        profile=Profile(), ids=frozenset(),
    )  # fmt: skip
    assert [finding.sentence for finding in findings(copy, None)] == ["people.csv ends in the middle."]


ENDS = [
    ("whole", b"a,b\n1,2\n", None),
    ("blank lines behind", b"a,b\n1,2\n\n\n", None),
    ("an inch in a cell", b'a,b\n1,5" pipe\n', None),
    ("a line break in a quoted cell", b'a,b\n1,"2\n3"\n', None),
    ("semicolons", b"a;b\n1,5;2\n2;3\n", None),
    ("the end of file that OFAC writes", b"1,2\r\n\x1a", None),
    ("padding behind that end", b"1,2\r\n\x1a,,,", None),
    ("UTF-16", "a,b\n1,2\n".encode("utf-16"), None),
    ("an empty file", b"", None),
    ("no line break", b"a,b\n1,2", "ends without a line break after row 2"),
    ("no line break in UTF-16", "a,b\n1,2".encode("utf-16"), "ends without a line break after row 2"),
    ("a narrow last row", b"a,b\n1,2\n3\n", "ends within row 3, which has 1 of 2 cells"),
    ("an open quotation mark", b'a,b\n1,"2\n3,4\n', "ends within a quoted cell of row 2"),
]


@pytest.mark.parametrize(("case", "data", "words"), ENDS, ids=[case for case, *_ in ENDS])
def test_ends_of_files(case: str, data: bytes, words: str | None, tmp_path: Path) -> None:
    cut = cut_short(write(tmp_path / "list.csv", data))
    assert (cut and cut.words[: len(words or "")]) == words
    assert cut_short(write(tmp_path / "list.xml", data)) is None


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ("birth_dates = 0", "is a share of the entries: more than 0, and 1 at most"),
        ("birth_dates = 50", "is a share of the entries: more than 0, and 1 at most"),
        ("shoe_sizes = 0.5", "shoe_sizes"),
    ],
)
def test_bounds_that_are_none(bounds: str, said: str, tmp_path: Path) -> None:
    text = PEOPLE.format(url="").replace("birth_dates = 0.5", bounds)
    with pytest.raises(DefinitionError, match=said):
        read_definition(write(tmp_path / "people.toml", text.encode()))


@pytest.mark.real
def test_the_real_days_of_may_2024(tmp_path: Path, real_data: Path, options: Options) -> None:
    """Three copies of OFAC's list: 26 April, 2 May, 3 May. Figures of the publisher: 8 removed on 3 May."""
    store = SnapshotStore(Home(tmp_path))
    counted = []
    for day in ("2024-04-26", "2024-05-02", "2024-05-03"):
        stated = replace(options, stated=datetime.fromisoformat(day).replace(tzinfo=UTC))
        [outcome] = take(store, [store.catalogue["us_ofac_sdn"]], real_data / "us_ofac_sdn" / day, stated, named=True)
        assert outcome.snapshot is not None, outcome.sentence
        counted.append((outcome.snapshot.entries, outcome.snapshot.added, outcome.snapshot.removed))
    assert counted == [(14_668, None, None), (14_973, 305, 0), (14_965, 0, 8)]
