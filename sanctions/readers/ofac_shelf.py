"""A temporary place on disk for the parts of records that a publisher keeps apart, until the record that they belong to comes by.

OFAC's CSV set and advanced XML put names, addresses, documents and entries into files or sections of their
own, in no promised order. Holding them in memory would make it grow with the file; SQLite's own temporary
database spills to disk beyond a few megabytes, and is gone when it is closed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from types import TracebackType
from typing import Any

import msgspec

from sanctions.errors import StoreError


class Shelf:
    """JSON values by section and key, several to a key, in the order of their coming. Use it in a ``with`` statement.

    Every method raises StoreError if the temporary folder is full or cannot be written.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._run("PRAGMA journal_mode = OFF")
        self._run("PRAGMA cache_size = -8000")  # at most 8 MB in memory
        self._run("CREATE TABLE part (section TEXT, key TEXT, place INTEGER PRIMARY KEY, value BLOB)")
        self._run("CREATE TABLE owner (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._run("BEGIN")
        self._indexed = False

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._database.close()

    def put(self, section: str, key: str, value: Any) -> None:
        self._run("INSERT INTO part (section, key, value) VALUES (?, ?, ?)", (section, key, msgspec.json.encode(value)))
        self._indexed = False

    def get(self, section: str, key: str) -> list[Any]:
        """The values of that key, in the order in which they were put."""
        if not self._indexed:
            self._run("CREATE INDEX IF NOT EXISTS by_key ON part (section, key)")
            self._indexed = True
        found = self._run("SELECT value FROM part WHERE section = ? AND key = ? ORDER BY place", (section, key))
        return [msgspec.json.decode(value) for (value,) in found]

    def own(self, key: str) -> bool:
        """Note that a record of that key has come by; False if it had already."""
        return self._run("INSERT OR IGNORE INTO owner VALUES (?)", (key,)).rowcount == 1

    def orphans(self, section: str) -> int:
        """How many values of a section belong to no record that came by."""
        query = "SELECT count(*) FROM part WHERE section = ? AND key NOT IN (SELECT key FROM owner)"
        count: int = self._run(query, (section,)).fetchone()[0]
        return count

    def _run(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        try:
            return self._database.execute(statement, values)
        except sqlite3.OperationalError as problem:
            raise StoreError(
                f"The system's folder for temporary files cannot be used: {problem}. Free some space, or set TMPDIR to another folder."
            ) from None
