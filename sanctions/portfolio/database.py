"""The SQLite file of the book: the parties, and the state of the last re-screening, changed together or not at all.

    parties   one row a party under the user's own id; a removed one keeps its row with the time of its removal
    forms     what the party's names and numbers are found by (see ``reverse``), made by one version of the engine
    hits      the hits of the last re-screening, each whole
    entries   the digest of every list entry as it was last compared, by list and id
    runs      every re-screening: when, under what settings, against which copies, with what counts

``number`` is the book's own and never used twice. Times are ISO 8601 in UTC.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sanctions.errors import StoreError
from sanctions.home import Home

NAME = "book.sqlite"
APPLICATION = 0x53424F4B
"""Marks the file as a book ("SBOK")."""
VERSION = 1
WAIT = 30.0
"""Seconds that a writer waits for another."""

_SCHEMA = (
    "CREATE TABLE parties (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, party BLOB NOT NULL, hash BLOB NOT NULL, "
    "added TEXT NOT NULL, changed TEXT NOT NULL, removed TEXT, screened BLOB, rejected TEXT)",
    "CREATE TABLE forms (number INTEGER PRIMARY KEY, engine TEXT NOT NULL, rows BLOB NOT NULL, texts TEXT NOT NULL, keys BLOB NOT NULL)",
    "CREATE TABLE hits (number INTEGER NOT NULL, place INTEGER NOT NULL, entity TEXT NOT NULL, score REAL NOT NULL, digest BLOB NOT NULL, "
    "touching TEXT NOT NULL, hit BLOB NOT NULL, PRIMARY KEY (number, place)) WITHOUT ROWID",
    "CREATE TABLE entries (list TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (list, id)) WITHOUT ROWID",
    "CREATE TABLE runs (run INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, mode TEXT NOT NULL, settings TEXT NOT NULL, "
    "coverage TEXT NOT NULL, counts TEXT NOT NULL)",
)


class Portfolio:
    """The book of one home, opened. Use it as a context manager; every call raises StoreError for a file that cannot be used."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, home: Home) -> Portfolio:
        """The home's book, made empty if there is none. Raises StoreError."""
        path = home.root / NAME
        with told(path):
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # clients' names: only the owner reads them
            connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
            try:
                _lay_out(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    @classmethod
    def held(cls, home: Home) -> bool:
        """Whether a book was ever begun in this home."""
        return (home.root / NAME).exists()

    def __enter__(self) -> Portfolio:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: the write lock from the start, a commit at the end, everything undone on an error."""
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                self.connection.rollback()
                raise
            self.connection.commit()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One unmoving view of the file, whatever other processes write meanwhile."""
        with told(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                self.connection.rollback()


def _lay_out(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA secure_delete = ON")
    marks = _marks(connection)
    if marks == (0, 0):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if _marks(connection) == (0, 0):  # else another process was quicker
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.commit()
        marks = _marks(connection)
    if marks != (APPLICATION, VERSION):
        raise StoreError(f"{path}: this is no book that this version keeps (marks {marks}). Move it away, or use the version that made it.")


def _marks(connection: sqlite3.Connection) -> tuple[int, int]:
    return connection.execute("PRAGMA application_id").fetchone()[0], connection.execute("PRAGMA user_version").fetchone()[0]


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into a sentence."""
    try:
        yield
    except sqlite3.Error as problem:
        text = str(problem)
        if "locked" in text:
            raise StoreError(f"{path}: another process has been writing for {WAIT:.0f} seconds. Run the command again.") from None
        if "full" in text:
            raise StoreError(f"{path}: there is no space left on the disk. Free some space and run the command again.") from None
        if "readonly" in text or "unable to open" in text:
            raise StoreError(f"{path} cannot be written ({text}). Choose another home with --home, or mend its permissions.") from None
        raise StoreError(f"{path}: the book cannot be used ({text}). Restore it from a backup.") from None
    except OSError as problem:
        raise StoreError(f"{path} cannot be written ({problem.strerror}). Choose another home with --home.") from None
