"""The ledger's SQLite file: its tables and triggers, and how several processes open it safely.

The file keeps a write-ahead log, so that readers never wait for a writer; writers wait for one another. A commit
is on the disk when it returns. Triggers refuse every UPDATE and DELETE, and an INSERT that is not the next in line;
they stop accidents, the chain of hashes proves that nobody went round them.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sanctions.errors import StoreError
from sanctions.ledger.chain import Entry

APPLICATION = 0x53414E43
"""Marks the file as a ledger ("SANC")."""
VERSION = 1
WAIT = 30.0
"""Seconds that a writer waits for another."""

NO_DELETE = "CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
SCHEMA = {
    "entries": (
        "CREATE TABLE entries (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, time TEXT NOT NULL, actor TEXT NOT NULL, "
        "subject TEXT NOT NULL, body BLOB NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)"
    ),
    "entries_by_subject": "CREATE INDEX entries_by_subject ON entries (subject, kind, seq)",
    "entries_by_kind": "CREATE INDEX entries_by_kind ON entries (kind, seq)",
    "entries_no_update": (
        "CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    ),
    "entries_no_delete": NO_DELETE,
    "entries_in_line": (
        "CREATE TRIGGER entries_in_line BEFORE INSERT ON entries "
        "WHEN EXISTS (SELECT 1 FROM entries) AND NOT EXISTS (SELECT 1 FROM entries WHERE seq = NEW.seq - 1 AND hash = NEW.previous "
        "AND seq = (SELECT max(seq) FROM entries)) BEGIN SELECT RAISE(ABORT, 'an entry must follow the last one'); END"
    ),
}
"""Everything the file holds, by name; ``verify`` compares it word for word."""

COLUMNS = "seq, kind, time, actor, subject, body, previous, hash"
_PACK_FROM = 2048
"""Bodies of this many bytes or more are kept compressed (zlib). The hash is over the JSON itself."""


class UnwritableLedgerError(StoreError):
    """The home cannot be written to, so nothing can be recorded there."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the ledger for writing, made if absent. Raises UnwritableLedgerError or StoreError."""
    with told(path):
        if not path.exists():
            _create(path)
        connection = _open(path, "rw")
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            _lay_out(connection)
        _check_version(connection, path)
        return connection


def connect_to_read(path: Path) -> sqlite3.Connection | None:
    """Open the ledger for reading alone, also where the disk is read-only; None if there is none."""
    if not path.exists():
        return None
    with told(path):
        try:
            connection = _open(path, "ro")
            laid_out = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        except sqlite3.OperationalError:
            if path.with_name(path.name + "-wal").exists():
                raise
            connection = _open(path, "ro&immutable=1")  # a resting ledger on a read-only disk needs no log beside it
            laid_out = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not laid_out:  # a process was ended before it could make the tables
            connection.close()
            return None
        return connection


def _create(path: Path) -> None:
    """An empty file that only its owner can read; another process may have made it first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _open(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=WAIT, isolation_level=None)
    for pragma in ("foreign_keys = ON", "trusted_schema = OFF", "secure_delete = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables once, whoever comes first. Changing to the write-ahead log does not wait by itself."""
    until = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
    with transaction(connection):
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in SCHEMA.values():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _check_version(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA application_id").fetchone()[0], connection.execute("PRAGMA user_version").fetchone()[0]
    if found != (APPLICATION, VERSION):
        connection.close()
        raise StoreError(f"{path}: this is no ledger that this version writes (marks {found}). Run 'sanctions audit verify'.")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: the write lock from the start, a commit at the end, everything undone on an error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into a sentence."""
    try:
        yield
    except sqlite3.Error as problem:
        text = str(problem)
        if any(word in text for word in ("readonly", "unable to open")):
            raise UnwritableLedgerError(f"{path} cannot be written ({text}).") from None
        if "locked" in text:
            raise StoreError(f"{path}: another process has been writing for {WAIT:.0f} seconds. Run the command again.") from None
        if "full" in text:
            raise StoreError(f"{path}: there is no space left on the disk. Free some space and run the command again.") from None
        raise StoreError(f"{path}: the ledger cannot be used ({text}). Run 'sanctions audit verify', and restore a backup.") from None
    except PermissionError as problem:
        raise UnwritableLedgerError(f"{path} cannot be written ({problem.strerror}).") from None
    except OSError as problem:
        import errno

        kind = UnwritableLedgerError if problem.errno == errno.EROFS else StoreError
        raise kind(f"{path} cannot be written ({problem.strerror}).") from None


def packed(body: bytes) -> bytes:
    """The body as the database holds it: JSON, or from 2 KiB its zlib stream (which begins with an "x", as no JSON does)."""
    return zlib.compress(body) if len(body) >= _PACK_FROM else body


def unpacked(stored: bytes) -> bytes:
    """The inverse of ``packed``. Raises zlib.error for a stream that is damaged or has something after its end."""
    if stored[:1] != b"x":
        return stored
    stream = zlib.decompressobj()
    body = stream.decompress(stored)
    if not stream.eof or stream.unused_data:
        raise zlib.error("the stream does not end where the value ends")
    return body


def entry_of(row: tuple[int, str, str, str, str, bytes, str, str]) -> Entry:
    """A row of ``COLUMNS`` as an entry."""
    seq, kind, when, actor, subject, body, previous, digest = row
    return Entry(seq=seq, kind=kind, time=when, actor=actor, subject=subject, body=unpacked(body), previous=previous, hash=digest)
