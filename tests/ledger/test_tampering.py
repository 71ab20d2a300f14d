"""Whatever is done to a ledger behind its back is found, and the row that is bent is named."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanctions.errors import StoreError
from sanctions.home import Home
from sanctions.ledger import Ledger, verify
from sanctions.ledger.chain import entry_hash
from sanctions.ledger.database import COLUMNS, NO_DELETE, SCHEMA, unpacked

OPEN_RULES = ("DROP TRIGGER entries_no_update", "DROP TRIGGER entries_no_delete", "DROP TRIGGER entries_in_line")
RULES = tuple(SCHEMA[name] for name in ("entries_no_update", "entries_no_delete", "entries_in_line"))


def bend(home: Home, *statements: str, close_rules: bool = True) -> None:
    """Change the database by hand as somebody would who knows SQLite: rules off, change, rules on again."""
    connection = sqlite3.connect(home.ledger)
    for statement in (*OPEN_RULES, *statements, *(RULES if close_rules else ())):
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_untouched_ledger_is_intact(kept: Home) -> None:
    found = verify(kept)
    assert found.intact, found.problem
    assert found.head is not None
    assert (found.first, found.entries) == (1, found.head.seq)


LAST = "(SELECT max(seq) FROM entries)"


@pytest.mark.parametrize(
    ("statements", "at", "said"),
    [
        (["UPDATE entries SET actor = 'Jane Rae' WHERE seq = 2"], 2, "Entry 2 is bent"),
        (["UPDATE entries SET time = replace(time, '2026', '2025') WHERE seq = 3"], 3, "Entry 3 is bent"),
        (["UPDATE entries SET kind = 'hit' WHERE seq = 1"], 1, "Entry 1 is bent"),
        (["UPDATE entries SET subject = 'another' WHERE seq = 2"], 2, "Entry 2 is bent"),
        ([f"UPDATE entries SET body = replace(body, 'false positive', 'true match') WHERE seq = {LAST}"], None, "not of the type"),
        ([f"UPDATE entries SET body = CAST(replace(body, 'other', 'Other') AS BLOB) WHERE seq = {LAST}"], None, "is bent"),
        (["UPDATE entries SET hash = upper(hash) WHERE seq = 2"], 2, "Entry 2 is bent"),
        (["UPDATE entries SET previous = hash WHERE seq = 2"], 2, "Entry 2 is bent"),
        (["DELETE FROM entries WHERE seq = 2"], 2, "Entry 2 is missing"),
        (["DELETE FROM entries WHERE seq = 1"], 1, "no pruning is recorded"),
        ([f"DELETE FROM entries WHERE seq = {LAST}"], None, "The end is cut off"),
        ([f"DELETE FROM entries WHERE seq > {LAST} - 2"], None, "The end is cut off"),
        (["DELETE FROM entries"], 1, "is empty"),
        (
            [f"UPDATE entries SET seq = {new} WHERE seq = {old}" for old, new in ((2, -1), (3, 2), (-1, 3))],
            2,
            "Entry 2 is bent",
        ),
        (["UPDATE entries SET seq = seq + 1000 WHERE seq > 3"], 1004, "Entry 1,004 is bent"),
        (["CREATE TABLE other (a)"], None, "'other' is not as it was made"),
        (["DROP INDEX entries_by_kind"], None, "'entries_by_kind' is not as it was made"),
        (["PRAGMA user_version = 9"], None, "marks"),
    ],
)  # fmt: skip
def test_what_is_changed_by_hand_is_found(kept: Home, statements: list[str], at: int | None, said: str) -> None:
    bend(kept, *statements)
    found = verify(kept)
    assert said in (found.problem or "")
    assert at in (None, found.at)


def test_rules_that_were_taken_away_are_missed(kept: Home) -> None:
    bend(kept, close_rules=False)
    assert "gone round" in (verify(kept).problem or "")


def rows(home: Home) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(home.ledger)
    try:
        return connection.execute(f"SELECT {COLUMNS} FROM entries ORDER BY seq").fetchall()
    finally:
        connection.close()


def test_a_row_added_by_hand_breaks_the_chain_or_the_anchor_shows_it(kept: Home) -> None:
    seq, *_, last = rows(kept)[-1]
    assert isinstance(seq, int)
    connection = sqlite3.connect(kept.ledger)
    with pytest.raises(sqlite3.IntegrityError, match="must follow"):
        connection.execute("INSERT INTO entries VALUES (?, 'policy', 't', 'x', '', x'7b7d', 'wrong', 'wrong')", (seq + 1,))
    with pytest.raises(sqlite3.IntegrityError, match="must follow"):
        connection.execute("INSERT OR REPLACE INTO entries VALUES (2, 'policy', 't', 'x', '', x'7b7d', 'wrong', 'wrong')")
    connection.execute("INSERT INTO entries VALUES (?, 'policy', 't', 'x', '', x'7b7d', ?, 'wrong')", (seq + 1, last))
    connection.commit()
    connection.close()
    assert verify(kept).at == seq + 1


def test_a_chain_that_was_made_anew_is_found_by_the_anchor_and_by_a_head_noted_elsewhere(kept: Home) -> None:
    noted = verify(kept).head
    assert noted is not None
    forged = []
    previous = "0" * 64
    for seq, kind, time, actor, subject, body, *_ in rows(kept):
        name = "Somebody Else" if seq == 2 else actor
        assert isinstance(body, bytes)
        digest = entry_hash(seq=seq, kind=kind, time=time, actor=name, subject=subject, body=unpacked(body), previous=previous)  # type: ignore[arg-type]
        forged.append((seq, kind, time, name, subject, body, previous, digest))
        previous = digest
    connection = sqlite3.connect(kept.ledger)
    for statement in OPEN_RULES:
        connection.execute(statement)
    connection.execute("DELETE FROM entries")
    connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", forged)
    for statement in RULES:
        connection.execute(statement)
    connection.commit()
    connection.close()
    assert "rewritten" in (verify(kept).problem or "")
    kept.ledger_head.write_text(json.dumps({"schema": "sanctions.ledger.head/1", "seq": noted.seq, "hash": previous}), "utf-8")
    assert verify(kept).intact
    assert "rewritten" in (verify(kept, (noted,)).problem or "")


@pytest.mark.parametrize("what", ["ledger", "ledger_head"])
def test_a_file_that_is_gone_is_missed_and_nothing_more_is_recorded(kept: Home, what: str) -> None:
    getattr(kept, what).unlink()
    assert verify(kept).problem
    with pytest.raises(StoreError, match="anchor"), Ledger.open(kept) as ledger:
        ledger.append("policy", {}, "x")


@pytest.mark.parametrize("text", ["", "{}", "7:abc", '{"schema": "sanctions.ledger.head/1", "seq": -1, "hash": "0"}', "[]"])
def test_an_anchor_that_is_none_is_said(kept: Home, text: str) -> None:
    kept.ledger_head.write_text(text, "utf-8")
    assert "anchor" in (verify(kept).problem or "")


def test_nothing_is_recorded_after_a_cut_end(kept: Home) -> None:
    bend(kept, f"DELETE FROM entries WHERE seq = {LAST}")
    with pytest.raises(StoreError, match="does not agree with its anchor"), Ledger.open(kept) as ledger:
        ledger.append("policy", {}, "x")


def test_a_database_of_something_else_is_refused(home: Home) -> None:
    home.root.mkdir()
    home.ledger.write_bytes(b"not a database at all, but long enough to look at" * 100)
    assert "damaged" in (verify(home).problem or "")
    with pytest.raises(StoreError):
        Ledger.open(home)


def content(home: Home) -> tuple[str, list[object]]:
    """Everything that SQLite can read out of the file: a digest of the rows, and the tables and triggers."""
    connection = sqlite3.connect(home.ledger)
    try:
        digest = hashlib.sha256()
        for row in connection.execute(f"SELECT {COLUMNS} FROM entries ORDER BY seq"):
            digest.update(repr(row).encode())
        return digest.hexdigest(), connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Home:
    from tests.ledger.conftest import DAY
    from tests.workbook import parts

    home = Home(tmp_path_factory.mktemp("flips") / "home")
    with Ledger.open(home) as ledger:
        for _ in range(3):
            ledger.record_screening(parts.screening(), "Jane Roe", now=DAY)
    return home


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_a_flipped_byte_is_found_or_lies_where_nothing_is_kept(sample: Home, tmp_path: Path, place: float, flip: int) -> None:
    """Whatever verify lets pass reads exactly as it was recorded."""
    home = copied(sample, tmp_path)
    data = bytearray(home.ledger.read_bytes())
    data[int(place * len(data))] ^= flip
    home.ledger.write_bytes(data)
    found = verify(home)
    if found.intact:
        assert content(home) == content(sample)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), flip=st.integers(1, 255))
def test_a_flipped_byte_of_a_row_is_always_found(sample: Home, tmp_path: Path, data: st.DataObject, flip: int) -> None:
    """Bytes of recorded values, looked up in the file, so that none falls into unused space."""
    home = copied(sample, tmp_path)
    raw = bytearray(home.ledger.read_bytes())
    value = data.draw(
        st.sampled_from([cell for row in rows(sample) for cell in row[1:] if isinstance(cell, str | bytes) and len(cell) > 30])
    )
    needle = value.encode() if isinstance(value, str) else value[:200]
    assert isinstance(needle, bytes)
    start = raw.find(needle)
    if start < 0:
        return  # a long body goes on over several pages; its beginning may be cut
    raw[start + data.draw(st.integers(0, len(needle) - 1))] ^= flip
    home.ledger.write_bytes(raw)
    assert not verify(home).intact


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_found(sample: Home, tmp_path: Path, cut: float) -> None:
    home = copied(sample, tmp_path)
    data = home.ledger.read_bytes()
    home.ledger.write_bytes(data[: int(cut * len(data))])
    assert not verify(home).intact


def copied(sample: Home, tmp_path: Path) -> Home:
    home = Home(tmp_path / "copy")
    shutil.rmtree(home.root, ignore_errors=True)
    shutil.copytree(sample.root, home.root)
    return home


def test_the_rule_against_deletion_is_the_one_that_pruning_puts_back() -> None:
    assert SCHEMA["entries_no_delete"] == NO_DELETE
