"""Is the ledger as it was written? A walk along the chain that stops at the first bent row.

What is proved: every row, and every mark of the file that SQLite acts on, is as it was recorded, the rows stand in
their order, none is missing between the first and the anchored last, and nothing was added by another way. A byte in
space that SQLite does not use (a freed page, the gap inside a page) carries no content; changing one changes nothing
that can be read. Whoever rewrites the whole chain and the anchor file is only found out by a copy of the head that was
kept elsewhere: ``anchors``.
"""

from __future__ import annotations

import sqlite3
import zlib
from typing import Any

import msgspec

from sanctions.errors import StoreError
from sanctions.home import Home
from sanctions.ledger.chain import GENESIS, START, Entry, Head, entry_hash, read_head
from sanctions.ledger.database import APPLICATION, COLUMNS, SCHEMA, VERSION, UnwritableLedgerError, connect_to_read, entry_of
from sanctions.patterns import regex

_TYPES = (int, str, str, str, str, bytes, str, str)
_TIME = regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What the walk found. ``problem`` is a sentence about the first thing that is bent, ``at`` the row's number where it is a row."""

    entries: int = 0
    first: int | None = None
    head: Head | None = None
    problem: str | None = None
    at: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        return self.problem is None


class _BentError(Exception):
    """The first thing that is not as it was recorded."""

    def __init__(self, sentence: str, at: int | None = None) -> None:
        super().__init__(sentence)
        self.at = at


def verify(home: Home, anchors: tuple[Head, ...] = ()) -> Verification:
    """Check file, chain and anchor. Never raises for what is wrong with them: that is the answer."""
    walk = _Walk()
    try:
        anchor = read_head(home.ledger_head)
        connection = connect_to_read(home.ledger)
        if connection is None:
            named = max((one.seq for one in (anchor, *anchors) if one), default=0)
            if named:
                raise _BentError(f"The ledger is gone: its anchor names entry {named:,}, and there is no file {home.ledger}.")
            return Verification(notes=("There is no ledger yet.",))
        try:
            _check_file(connection)
            walk.along(connection)
            walk.against(anchor, anchors, connection)
        finally:
            connection.close()
    except _BentError as bent:
        return walk.result(str(bent), bent.at)
    except UnwritableLedgerError as problem:
        return walk.result(f"The ledger cannot be opened by this user, so nothing is known of it: {problem}", None)
    except (sqlite3.Error, StoreError, zlib.error, OverflowError, UnicodeDecodeError) as problem:
        return walk.result(f"The file is damaged after entry {walk.last.seq if walk.last else 0:,}: {str(problem).rstrip('.')}.", None)
    return walk.result(None, None)


def _check_file(connection: sqlite3.Connection) -> None:
    """The marks, the tables and triggers word for word, and SQLite's own check of its pages and indexes."""
    marks = tuple(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version", "encoding"))
    if marks != (APPLICATION, VERSION, "UTF-8"):
        raise _BentError(f"The file's marks are {marks}, not those of a ledger.")
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master"))
    for name in (*SCHEMA, *found):
        if found.get(name) != SCHEMA.get(name):
            raise _BentError(f"The table, index or trigger {name!r} is not as it was made; somebody has gone round the ledger's own rules.")
    for (finding,) in connection.execute("PRAGMA integrity_check(1)"):
        if finding != "ok":
            raise _BentError(f"SQLite's own check says: {finding}.")


class _Walk:
    """The state of the walk: how far it came, and what it must still find."""

    def __init__(self) -> None:
        self.count = 0
        self.first: int | None = None
        self.last: Head | None = None
        self.notes: list[str] = []
        self._missing: Head | None = None  # the entry before the first, which a pruning must name

    def along(self, connection: sqlite3.Connection) -> None:
        for row in connection.execute(f"SELECT {COLUMNS} FROM entries ORDER BY seq"):  # noqa: S608 - a constant
            entry = _checked(row)
            self._follow(entry)
            self.count += 1
            self.last = Head(seq=entry.seq, hash=entry.hash)
        if self._missing:
            raise _BentError(
                f"Entry {self._missing.seq:,} and those before it are missing, and no pruning is recorded that removed them.", 1
            )

    def _follow(self, entry: Entry) -> None:
        if self.last is None:
            self.first = entry.seq
            if entry.seq == 1 and entry.previous != GENESIS:
                raise _BentError("Entry 1 is not the first that was recorded: it names an entry before it.", 1)
            self._missing = Head(seq=entry.seq - 1, hash=entry.previous) if entry.seq != 1 else None
        elif entry.seq != self.last.seq + 1:
            gap = self.last.seq + 1
            raise _BentError(f"Entry {gap:,} is missing: after entry {self.last.seq:,} comes entry {entry.seq:,}.", gap)
        elif entry.previous != self.last.hash:
            raise _BentError(f"Entry {entry.seq:,} does not follow entry {self.last.seq:,}: the hash it names is another one's.", entry.seq)
        if entry.kind == "pruning":
            self._pruned(entry)

    def _pruned(self, entry: Entry) -> None:
        body: dict[str, Any] = entry.content
        self.notes.append(
            f"Entries {body['first']:,} to {body['last']:,} were pruned on {entry.time[:10]} by {entry.actor} "
            f"(entry {entry.seq:,}); the digest of their hashes is {body['digest']}."
        )
        if self._missing == Head(seq=body["last"], hash=body["last_hash"]):
            self._missing = None

    def against(self, anchor: Head | None, others: tuple[Head, ...], connection: sqlite3.Connection) -> None:
        if self.last is None:
            if others or anchor not in (None, START):
                raise _BentError("The ledger is empty, and its anchor says that it was not.", 1)
            return
        if anchor is None:
            raise _BentError("The anchor ledger.head is missing, so nobody can tell whether entries were cut off the end.")
        self._hold(anchor, "the anchor ledger.head", connection)
        for other in others:
            self._hold(other, "the head given", connection)
        if anchor.seq < self.last.seq:
            later = self.last.seq - anchor.seq
            self.notes.append(f"{later:,} entries stand after the anchor: a process was ended before it wrote it; the next entry will.")

    def _hold(self, head: Head, what: str, connection: sqlite3.Connection) -> None:
        assert self.last is not None
        if head.seq > self.last.seq:
            raise _BentError(
                f"The end is cut off: {what} names entry {head.seq:,}, and the last one held is {self.last.seq:,}.", self.last.seq + 1
            )
        if head == START:
            return
        row = connection.execute("SELECT hash FROM entries WHERE seq = ?", (head.seq,)).fetchone()
        if row is None:
            self.notes.append(f"Entry {head.seq:,}, which {what} names, has been pruned.")
        elif row[0] != head.hash:
            raise _BentError(
                f"Entry {head.seq:,} is not the one that {what} names: the chain was rewritten up to there or before.", head.seq
            )

    def result(self, problem: str | None, at: int | None) -> Verification:
        return Verification(entries=self.count, first=self.first, head=self.last, problem=problem, at=at, notes=tuple(self.notes))


def _checked(row: tuple[Any, ...]) -> Entry:
    """The row as an entry whose hash is its own."""
    seq = row[0]
    for name, value, type in zip(COLUMNS.split(", "), row, _TYPES, strict=True):
        if value.__class__ is not type:
            raise _BentError(f"Entry {seq:,}: {name} is not of the type that was recorded.", seq)
    try:
        entry = entry_of(row)
    except zlib.error as problem:
        raise _BentError(f"Entry {seq:,}: the body is damaged ({problem}).", seq) from None
    fields = {name: getattr(entry, name) for name in COLUMNS.split(", ") if name != "hash"}
    if entry_hash(**fields) != entry.hash or not _TIME.fullmatch(entry.time):
        raise _BentError(
            f"Entry {seq:,} is bent: its content ({entry.kind}, {entry.time[:19]}, {entry.actor}) does not give the hash recorded with it.",
            seq,
        )
    try:
        msgspec.json.decode(entry.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _BentError(f"Entry {seq:,}: the body is no JSON.", seq) from None
    return entry
