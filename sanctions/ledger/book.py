"""``Ledger``: the way in to everything that is recorded and read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

import msgspec

from sanctions.errors import StoreError, UsageError
from sanctions.home import Home
from sanctions.ledger import screenings
from sanctions.ledger.chain import GENESIS, KINDS, START, Entry, Head, entry_hash, range_digest, read_head, write_head
from sanctions.ledger.database import COLUMNS, NO_DELETE, connect, connect_to_read, entry_of, packed, told, transaction
from sanctions.ledger.keys import Keyed, key_of
from sanctions.ledger.screenings import Listings, Recorded, Summary
from sanctions.ledger.verification import Verification, verify
from sanctions.model import Entity, Hit, Screening


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An entry before it has its place: ``body`` is JSON bytes, or what becomes JSON."""

    kind: str
    body: Any
    subject: str = ""


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """What reports quote beside a screening (law, definitions): ``key`` changes whenever it does, ``make`` gives it, once a key."""

    key: str
    make: Callable[[], Mapping[str, Any]]


class Ledger:
    """The ledger of one home. Open it with ``Ledger.open``; use it as a context, or call ``close``."""

    def __init__(self, home: Home, connection: sqlite3.Connection | None, until: datetime | None = None) -> None:
        self.home = home
        self._connection = connection
        self._until = until

    @classmethod
    def open(cls, home: Home, *, write: bool = True, until: datetime | None = None) -> Ledger:
        """The home's ledger, made if absent. With ``write=False`` nothing is made or changed, and an absent one is empty.

        With ``until`` entries are read as if nothing had been recorded after that moment.

        Raises UnwritableLedgerError if the home cannot be written to, StoreError if the file is not a ledger.
        """
        return cls(home, connect(home.ledger) if write else connect_to_read(home.ledger), until)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def append(self, kind: str, body: Any, actor: str, *, subject: str = "", now: datetime | None = None) -> Entry:
        """Add one entry and bring it to the disk with the anchor. Raises StoreError."""
        return self.append_all([Draft(kind=kind, body=body, subject=subject)], actor, now=now)

    def append_all(self, drafts: Iterable[Draft], actor: str, *, now: datetime | None = None) -> Entry:
        """Add the entries together, all or none, and give the first. ``now`` is the present of all of them."""
        with self._writing() as connection:
            first = None
            for entry in self._chained(connection, drafts, actor, now or datetime.now(UTC)):
                first = first or entry
        if first is None:
            raise ValueError("there is nothing to record")
        self._anchor()
        return first

    def append_made(self, make: Callable[[], Iterable[Draft]], actor: str, *, now: datetime | None = None) -> list[Entry]:
        """Add what ``make`` gives, all or none. It is called while no other process can write, so that what it has read
        still holds; it may give nothing."""
        with self._writing() as connection:
            made = list(self._chained(connection, make(), actor, now or datetime.now(UTC)))
        if made:
            self._anchor()
        return made

    def record_screening(
        self,
        screening: Screening,
        actor: str,
        *,
        notes: Mapping[str, Any] | None = None,
        reference: Reference | None = None,
        keyed: bool = False,
        listings: Listings | None = None,
        standings: Sequence[Any] = (),
        now: datetime | None = None,
    ) -> Entry:
        """Record a screening with everything that its report is made from, all or nothing.

        ``notes`` is what reading the book found, ``reference`` what the report quotes beside, which is kept once.
        ``keyed`` keeps what names a party as keyed hashes only. ``listings`` are the other listings of the hits' targets,
        ``standings`` what earlier decisions said of the hits (``sanctions.review.memory.Standing``).
        """
        head, rest = screenings.drafts_of(screening, notes, Keyed(key_of(self.home)) if keyed else None)
        rest += screenings.targets_of(listings or {})
        rest += screenings.standing_of(standings)
        extra = []
        if reference is not None:
            head["reference"] = reference.key
            if not self.has("reference", reference.key):
                extra.append(Draft(kind="reference", body=reference.make(), subject=reference.key))
        first = Draft(kind="screening", body=head, subject=screening.id)
        return self.append_all([first, *extra, *(Draft(kind=kind, body=body, subject=screening.id) for kind, body in rest)], actor, now=now)

    def screenings(self) -> Iterator[Summary]:
        """What was screened, oldest first."""
        for entry in self.entries(kind="screening"):
            yield screenings.summary_of(entry)

    def screening(self, id: str) -> Screening:
        """The screening as it was recorded. Raises UsageError if there is none of that id."""
        return self.recorded(id).screening

    def recorded(self, id: str) -> Recorded:
        """The screening with who recorded it when, and what its report is made from."""
        head = next(self.entries(kind="screening", subject=id), None)
        if head is None:
            raise UsageError(f"The ledger holds no screening {id!r}. 'sanctions audit log --kind screening' lists them.")
        digest = head.content.get("reference")
        reference = next(self.entries(kind="reference", subject=digest), None) if digest else None
        return screenings.recorded_of(
            head, self.entries(kind="outcomes", subject=id), self.entries(kind="hit", subject=id), reference.content if reference else None
        )

    def hit(self, seq: int) -> Hit | None:
        """The hit that stands in that entry; None if it was pruned, or is no hit."""
        found = next(self.entries(first=seq, last=seq, kind="hit"), None)
        return screenings.hit_of(found) if found else None

    def hit_places(self, id: str) -> list[int]:
        """The numbers of the entries of a screening's hits, in the order of its results, alerts before recorded ones."""
        return [entry.seq for entry in self.entries(kind="hit", subject=id)]

    def listings(self, id: str) -> dict[str, tuple[Entity, ...]]:
        """The other listings of the targets of a screening's hits, by the hit's entity, as they were that day."""
        return screenings.listings_of(self.entries(kind="targets", subject=id))

    def entries(self, *, kind: str | None = None, subject: str | None = None, first: int = 1, last: int | None = None) -> Iterator[Entry]:
        """The entries in order; of one kind, or about one subject; from ``first`` to ``last``."""
        wanted = {"kind": kind, "subject": subject}
        asked: dict[str, Any] = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(["seq >= :first", *(f"{name} = :{name}" for name in asked)])
        if last is not None:
            where, asked = f"{where} AND seq <= :last", {**asked, "last": last}
        if self._until is not None:
            where, asked = f"{where} AND time <= :until", {**asked, "until": _time(self._until)}
        if self._connection is None:
            return
        with told(self.home.ledger):
            # the columns' names are constants, and every value is a parameter
            query = f"SELECT {COLUMNS} FROM entries WHERE {where} ORDER BY seq"  # noqa: S608
            for row in self._connection.execute(query, {"first": first, **asked}):
                yield entry_of(row)

    def entry(self, seq: int) -> Entry:
        """The entry of that number. Raises UsageError if there is none."""
        found = next(self.entries(first=seq), None)
        if found is None or found.seq != seq:
            raise UsageError(f"The ledger holds no entry {seq}. 'sanctions audit log' lists what it holds.")
        return found

    def last(self, kind: str) -> Entry | None:
        """The newest entry of a kind."""
        if self._connection is None:
            return None
        with told(self.home.ledger):
            row = self._connection.execute(
                f"SELECT {COLUMNS} FROM entries WHERE kind = ? ORDER BY seq DESC LIMIT 1",  # noqa: S608 - constants
                (kind,),
            ).fetchone()
        return entry_of(row) if row else None

    def has(self, kind: str, subject: str) -> bool:
        return next(self.entries(kind=kind, subject=subject), None) is not None

    def head(self) -> Head | None:
        """The last entry's number and hash, or None of an empty ledger."""
        if self._connection is None:
            return None
        with told(self.home.ledger):
            return _last(self._connection)

    def verify(self, anchors: Iterable[Head] = ()) -> Verification:
        """Walk the chain from its first entry; ``anchors`` are heads that were noted elsewhere."""
        return verify(self.home, tuple(anchors))

    def prune(self, before: datetime, actor: str, reason: str, *, now: datetime | None = None) -> Entry | None:
        """Remove the entries older than ``before``, up to the first that is not, and record what was removed.

        Gives the pruning's entry, or None if nothing is that old. What is removed is a beginning of the chain, so that
        the rest still hangs together: the entry names the range, its last hash, and the digest of its hashes. What later
        entries rest on (the policy in force, what their reports quote) is recorded again after it.
        """
        limit = _time(before)
        with self._writing() as connection:
            newer = connection.execute("SELECT coalesce(min(seq), 9e18) FROM entries WHERE time >= ?", (limit,)).fetchone()[0]
            gone = connection.execute("SELECT seq, hash FROM entries WHERE seq < ? ORDER BY seq", (newer,)).fetchall()
            if not gone:
                return None
            first, (last, last_hash) = gone[0][0], gone[-1]
            body = {"first": first, "last": last, "last_hash": last_hash, "digest": range_digest([one[1] for one in gone])}
            drafts = [Draft(kind="pruning", body={**body, "before": limit, "reason": reason}), *self._still_needed(last)]
            entry, *_ = list(self._chained(connection, drafts, actor, now or datetime.now(UTC)))
            connection.execute("DROP TRIGGER entries_no_delete")
            connection.execute("DELETE FROM entries WHERE seq <= ?", (last,))
            connection.execute(NO_DELETE)
        self._anchor()
        return entry

    def _still_needed(self, last: int) -> Iterator[Draft]:
        """What stands at or before ``last`` and is referred to from after it."""
        policy = self.last("policy")
        if policy and policy.seq <= last:
            yield Draft(kind="policy", body=policy.body, subject=policy.subject)
        named = {entry.content.get("reference") for entry in self.entries(kind="screening", first=last + 1)}
        held = {entry.subject for entry in self.entries(kind="reference", first=last + 1)}
        for entry in self.entries(kind="reference"):
            if entry.seq <= last and entry.subject in named - held:
                yield Draft(kind="reference", body=entry.body, subject=entry.subject)

    def _chained(self, connection: sqlite3.Connection, drafts: Iterable[Draft], actor: str, now: datetime) -> Iterator[Entry]:
        """Insert the drafts after the last entry, giving each as an entry."""
        head = _last(connection)
        if head is None and not self.home.ledger_head.exists():
            write_head(self.home.ledger_head, START)
        _check_anchor(connection, self.home)
        seq, previous = (head.seq, head.hash) if head else (0, GENESIS)
        when = _time(now)
        for draft in drafts:
            if draft.kind not in KINDS:
                raise ValueError(f"{draft.kind!r} is no kind of entry")
            seq += 1
            body = draft.body if isinstance(draft.body, bytes) else msgspec.json.encode(draft.body)
            digest = entry_hash(seq=seq, kind=draft.kind, time=when, actor=actor, subject=draft.subject, body=body, previous=previous)
            row = (seq, draft.kind, when, actor, draft.subject, packed(body), previous, digest)
            connection.execute(f"INSERT INTO entries ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608 - constants
            yield Entry(seq=seq, kind=draft.kind, time=when, actor=actor, subject=draft.subject, body=body, previous=previous, hash=digest)
            previous = digest

    def _anchor(self) -> None:
        """Write the last entry's hash to the anchor file, under the write lock, so that no older one overtakes a newer."""
        with self._writing() as connection:
            head = _last(connection)
            assert head is not None
            write_head(self.home.ledger_head, head)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._connection is None:
            raise StoreError(f"{self.home.ledger} was opened for reading alone.")
        with told(self.home.ledger), transaction(self._connection):
            yield self._connection


def _last(connection: sqlite3.Connection) -> Head | None:
    row = connection.execute("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(seq=row[0], hash=row[1]) if row else None


def _check_anchor(connection: sqlite3.Connection, home: Home) -> None:
    """Raises StoreError where the anchor says that the ledger was longer, or another one."""
    anchor = read_head(home.ledger_head)
    intact = anchor == START
    if anchor is not None and not intact:
        row = connection.execute("SELECT hash FROM entries WHERE seq = ?", (anchor.seq,)).fetchone()
        first = connection.execute("SELECT min(seq) FROM entries").fetchone()[0]
        pruned = first is not None and anchor.seq < first  # a pruning that was ended before it could write the anchor
        intact = pruned or (row is not None and row[0] == anchor.hash)
    if not intact:
        raise StoreError(
            f"{home.ledger} does not agree with its anchor {home.ledger_head.name}, so nothing more is recorded in it. "
            f"Run 'sanctions audit verify' to see what is bent, then restore both files from one backup."
        )


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
