"""A small list of our own ("towns"), read by the table format, and the ways to offer it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sanctions.acquisition.fetch import Limits
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.catalogue import Catalogue, ListDefinition
from sanctions.home import Home
from tests.acquisition.samples import towns_definition
from tests.servers import Publisher, publisher

QUICK = Limits(connect=2, read=0.4, window=0.3, slowest=1024, retries=3, backoff=0, longest_wait=2, attempts=2)
"""The patience of a test."""


class Clock:
    """A clock that the test sets; every look moves it on by a second."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def pass_time(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def options(clock: Clock) -> Options:
    return Options(clock=clock, lock_wait=0.2, limits=QUICK)


@pytest.fixture
def server() -> Iterator[Publisher]:
    with publisher() as running:
        yield running


@pytest.fixture
def towns() -> ListDefinition:
    return towns_definition()


@pytest.fixture
def online(server: Publisher) -> ListDefinition:
    """The towns, to be fetched from the local server at /towns.csv."""
    return towns_definition(url=f"{server.url}/towns.csv")


@pytest.fixture
def store(tmp_path: Path, towns: ListDefinition) -> SnapshotStore:
    return SnapshotStore(Home(tmp_path / "home"), Catalogue({towns.key: towns}))
