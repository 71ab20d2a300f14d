"""The real lists, taken from where they are kept beside the project."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sanctions.acquisition.refresh import Options, Outcome
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.home import Home

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> SnapshotStore:
    return SnapshotStore(Home(tmp_path_factory.mktemp("real")))


def taken(store: SnapshotStore, key: str, path: Path) -> Outcome:
    [outcome] = take(store, [store.catalogue[key]], path, Options(clock=lambda: datetime.now(UTC)), named=True)
    return outcome


COPIES = [
    # list, where it lies, entries, the publisher's date
    ("us_ofac_sdn", "us_ofac_sdn/2024-05-03", 14_965, None),
    ("us_ofac_cons", "us_ofac_cons/cons_advanced_2020-03-17.xml", 375, "2020-03-17"),
    ("us_ofac_cons", "us_ofac_cons/CONS_ENHANCED_2025-01-10.ZIP", 443, "2025-01-10"),
    ("us_ofac_cons", "us_ofac_cons/consolidated_2025-03-28.xml", 443, "2025-03-28"),
    ("us_ofac_cons", "us_ofac_cons/csv_2025-12", 442, None),
    ("un_sc", "un_sc/un_2026-02-27.xml", 1_003, "2026-02-27"),
    ("us_csl", "us_csl/consolidated_2022-04.csv", 14_160, None),
]

REFUSED = [
    ("us_ofac_sdn", "us_ofac_sdn/2024-05-02", "the list is shrunken, and refused. It lacks alt.csv, add.csv, sdn_comments.csv"),
    ("us_ofac_sdn", "us_ofac_cons/consolidated_2025-03-28.xml", "has 443 entries; a copy of us_ofac_sdn has "),
    ("un_sc", "un_sc/un_2025-08-16_damaged.xml", "is not well-formed XML at line 53, column 11"),
    ("un_sc", "un_sc/un_2025-11-20.xml", "published on 2025-11-20, the copy held on 2026-02-27"),
    ("un_sc", "un_sc", "several copies that may be un_sc: un_2024-09-26.xml, un_2025-04-19.xml"),
]


def test_the_real_lists(held: SnapshotStore, real_data: Path) -> None:
    """Each copy is taken, its entities are read back, and what is no good copy is refused."""
    for key, where, entries, published in COPIES:
        outcome = taken(held, key, real_data / where)
        copy = outcome.snapshot
        assert copy is not None, outcome.sentence
        assert (copy.entries, copy.published and copy.published.isoformat()) == (entries, published)
        store = held.entities(copy)
        assert len(store) == entries
        assert all(store.find(entity.id) == position for position, entity in enumerate(store))
        assert store.raw(entries // 2)
    current = {key: held.current(key) for key, *_ in COPIES}
    for key, where, said in REFUSED:
        outcome = taken(held, key, real_data / where)
        assert outcome.status == "failed", where
        assert said in str(outcome.sentence)
    assert {key: held.current(key) for key in current} == current
