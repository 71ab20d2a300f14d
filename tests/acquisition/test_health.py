"""Current, stale or missing, and why, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from sanctions.acquisition import quarantine
from sanctions.acquisition.approving import Decision, approve
from sanctions.acquisition.health import coverage
from sanctions.acquisition.moments import age, as_utc, iso, parse_moment
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import Catalogue, ListDefinition
from sanctions.errors import UnknownListError, UsageError
from sanctions.model import Coverage
from tests.acquisition.conftest import Clock
from tests.acquisition.samples import towns_csv, write


def cover(store: SnapshotStore, now: datetime, as_of: datetime | None = None) -> Coverage:
    [found] = coverage(store, store.catalogue, ["towns"], now, as_of)
    return found


def load(store: SnapshotStore, towns: ListDefinition, options: Options, folder: Path, data: bytes) -> None:
    list(take(store, [towns], write(folder / "towns.csv", data), options, named=True))


AGES = [
    # hours since the copy was confirmed, days since it was published → state, words in the note
    (0, 1, "current", None),
    (47, 3, "current", None),
    (49, 3, "stale", "last confirmed 2 days ago, limit 48 hours"),
    (
        24 * 30,
        31,
        "stale",
        "last confirmed 30 days ago, limit 48 hours; published 2026-01-29, 31 days ago: this publisher is expected within 30 days",
    ),
]


@pytest.mark.parametrize(("hours", "days", "status", "note"), AGES)
def test_staleness(
    hours: int, days: int, status: str, note: str | None, store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path
) -> None:
    now = datetime(2026, 3, 1, 9, tzinfo=UTC)
    published = (now - timedelta(days=days)).date().isoformat()
    then = replace(options, clock=lambda: now - timedelta(hours=hours))
    load(store, towns, then, tmp_path, towns_csv(10, published=published))
    found = cover(store, now)
    assert (found.status, found.note) == (status, note)
    assert (found.published, found.entries, found.publisher) == (published, 10, "Example Office")


def test_missing(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, clock: Clock) -> None:
    assert cover(store, clock()).note == "never refreshed; run 'sanctions refresh towns --from FILE'"  # its address is not known
    load(store, towns, options, tmp_path, b"")
    found = cover(store, clock())
    assert found.status == "missing"
    assert found.note == "never refreshed; the last attempt failed: towns.csv is empty (0 bytes); fetch it again."


def test_a_failed_refresh_is_told_and_the_copy_stays_current(
    store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, clock: Clock
) -> None:
    load(store, towns, options, tmp_path, towns_csv(10))
    load(store, towns, options, tmp_path, b"<html>")
    found = cover(store, clock())
    assert found.status == "current"
    assert str(found.note).startswith("last refresh failed: towns.csv is a web page")
    load(store, towns, options, tmp_path, towns_csv(10))
    assert cover(store, clock()).note is None


def test_as_of_is_told_as_it_stood_then(
    store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, clock: Clock
) -> None:
    """Loaded on 1 March, confirmed on 4 March, replaced on 20 March."""
    load(store, towns, options, tmp_path, towns_csv(10))
    clock.pass_time(days=3)
    load(store, towns, options, tmp_path, towns_csv(10))
    clock.pass_time(days=16)
    load(store, towns, options, tmp_path, towns_csv(11, published="2026-03-19"))
    told = {day: cover(store, clock.now, datetime(2026, 3, day, 12, tzinfo=UTC)) for day in (1, 3, 5, 10, 20)}
    assert {day: (found.status, found.entries) for day, found in told.items()} == {
        1: ("current", 10),
        3: ("stale", 10),
        5: ("current", 10),
        10: ("stale", 10),
        20: ("current", 11),
    }
    assert cover(store, clock.now, datetime(2026, 2, 1, tzinfo=UTC)).note == "no copy retrieved by 2026-02-01 00:00 UTC is held"


def test_what_stands_beside_a_copy(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path, clock: Clock) -> None:
    load(store, towns, options, tmp_path, towns_csv(10))
    load(store, towns, options, tmp_path, towns_csv(5).replace(b"2026-02-27", b"soon"))
    [refused] = quarantine.held(store.home, "towns")
    approve(store, Decision(copy=f"towns@{refused.sha256}", by="A. Officer", reason="they said so"), options)
    note = str(cover(store, clock()).note)
    assert note.startswith("the copy does not say when it was published; taken although it is shrunken and it bears no date ")
    assert note.endswith("(approved by A. Officer: they said so)")


def test_a_copy_from_the_future_is_never_current(store: SnapshotStore, towns: ListDefinition, options: Options, tmp_path: Path) -> None:
    """It was taken while the clock ran two days ahead."""
    load(store, towns, options, tmp_path, towns_csv(10))
    found = cover(store, datetime(2026, 2, 27, 9, tzinfo=UTC))
    assert found.status == "stale"
    assert "which lies ahead: this machine's clock is wrong, or was wrong then" in str(found.note)


def test_an_unknown_list(store: SnapshotStore, clock: Clock) -> None:
    with pytest.raises(UnknownListError, match="There is no list 'villages'"):
        coverage(store, Catalogue({}), ["villages"], clock())


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=-5), "moments"),
        (timedelta(seconds=59), "moments"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=119), "119 minutes"),
        (timedelta(hours=2), "2 hours"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=934), "934 days"),
    ],
)
def test_ages_in_words(span: timedelta, words: str) -> None:
    assert age(span) == words


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-27", "2026-02-27T00:00:00Z"),
        ("2026-02-27T14:30", "2026-02-27T14:30:00Z"),
        ("2026-02-27T14:30:00Z", "2026-02-27T14:30:00Z"),
        ("2026-02-27T14:30:00+09:00", "2026-02-27T05:30:00Z"),
        (" 20260227 ", "2026-02-27T00:00:00Z"),
    ],
)
def test_moments(text: str, moment: str) -> None:
    assert iso(parse_moment(text)) == moment


def test_as_of_a_day_means_its_end() -> None:
    assert iso(parse_moment("2026-02-27", end_of_day=True)) == "2026-02-27T23:59:59Z"
    assert iso(parse_moment("2026-02-27T10:00", end_of_day=True)) == "2026-02-27T10:00:00Z"


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "", "27/02/2026"])
def test_no_moment(text: str) -> None:
    with pytest.raises(UsageError, match="is not a time"):
        parse_moment(text)


def test_a_time_without_a_zone_is_utc() -> None:
    assert as_utc(datetime(2026, 1, 1)) == datetime(2026, 1, 1, tzinfo=UTC)  # noqa: DTZ001 (what is tested)
