"""The state of the last re-screening, read from the book and written back to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

import msgspec

from sanctions.acquisition.entities import EntityStore
from sanctions.model import Coverage, Hit, Party, Result, from_json, to_json
from sanctions.portfolio.database import Portfolio
from sanctions.portfolio.reverse import PartyForms

Digests = Mapping[str, Mapping[str, bytes]]
"""List → entry's id → digest of the entry as it is read."""

_CHUNK = 5000


class LastRun(msgspec.Struct, frozen=True, kw_only=True):
    """The last re-screening: its number (0 if there was none), time, settings, and each list's SHA-256."""

    number: int = 0
    time: str | None = None
    settings: Mapping[str, Any] = {}
    hashes: Mapping[str, str | None] = {}


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """One party as the book has it now, beside what was last screened of it. ``name`` is given only of a rejected one."""

    number: int
    id: str
    hash: bytes
    screened: bytes | None
    removed: bool
    rejected: str | None
    name: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What screening one party gave, to be stored. ``hash`` is of the party as it was screened; ``forms`` None: as stored."""

    number: int
    hash: bytes
    result: Result
    forms: PartyForms | None

    @property
    def hits(self) -> tuple[Hit, ...]:
        return (*self.result.hits, *self.result.recorded)


def last_run(connection: sqlite3.Connection) -> LastRun:
    row = connection.execute("SELECT run, time, settings, coverage FROM runs ORDER BY run DESC LIMIT 1").fetchone()
    if row is None:
        return LastRun()
    return LastRun(number=row[0], time=row[1], settings=msgspec.json.decode(row[2]), hashes=msgspec.json.decode(row[3]))


def digests_of(store: EntityStore) -> dict[str, bytes]:
    """The digest of every entry by id; entries that share an id share a digest."""
    found = {}
    for id, group in groupby(store.ordered(), key=lambda pair: pair[0]):
        digest = blake2b(digest_size=12)
        for _, place in group:
            digest.update(store.line(place))
        found[id] = digest.digest()
    return found


def stored_digests(connection: sqlite3.Connection) -> dict[str, dict[str, bytes]]:
    found: dict[str, dict[str, bytes]] = {}
    for key, id, digest in connection.execute("SELECT list, id, digest FROM entries"):
        found.setdefault(key, {})[id] = digest
    return found


def standings(connection: sqlite3.Connection) -> Iterator[Standing]:
    query = (
        "SELECT number, id, hash, screened, removed IS NOT NULL, rejected, CASE WHEN rejected IS NOT NULL THEN party END "
        "FROM parties ORDER BY number"
    )
    for number, id, digest, screened, removed, rejected, party in connection.execute(query):
        name = from_json(party, Party).name if party else ""
        yield Standing(number=number, id=id, hash=digest, screened=screened, removed=bool(removed), rejected=rejected, name=name)


def touching(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Each stored hit's party with the ids of the entry and of its copies."""
    for number, ids in connection.execute("SELECT number, touching FROM hits"):
        for id in ids.split("\n"):
            yield number, id


def standing_pairs(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Each stored hit's party id with the ids of the entry and of its copies."""
    query = "SELECT parties.id, hits.touching FROM hits JOIN parties USING (number)"
    return frozenset((party, id) for party, ids in connection.execute(query) for id in ids.split("\n"))


def count_hits(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("SELECT count(*) FROM hits").fetchone()[0]
    return found


def stored_forms(connection: sqlite3.Connection) -> Iterator[tuple[int, PartyForms]]:
    for number, rows, texts, keys in connection.execute("SELECT number, rows, texts, keys FROM forms"):
        yield number, PartyForms(rows, texts, keys)


def parties_of(portfolio: Portfolio, numbers: Sequence[int]) -> Iterator[tuple[int, bytes, Party]]:
    """The parties of these numbers, in order, each with the hash of what is given here."""
    for start in range(0, len(numbers), _CHUNK):
        part = numbers[start : start + _CHUNK]
        with portfolio.reading() as connection:
            # the numbers are integers of the book's own
            rows = connection.execute(f"SELECT number, hash, party FROM parties WHERE number IN ({_join(part)}) ORDER BY number").fetchall()  # noqa: S608
        for number, digest, party in rows:
            yield number, digest, from_json(party, Party)


def stored_hits(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, tuple[Hit, ...]]:
    """The stored hits of these parties, in the order in which they were found."""
    found: dict[int, tuple[Hit, ...]] = {}
    for start in range(0, len(numbers), _CHUNK):
        part = _join(numbers[start : start + _CHUNK])
        for number, hit in connection.execute(f"SELECT number, hit FROM hits WHERE number IN ({part}) ORDER BY number, place"):  # noqa: S608 - integers
            found[number] = (*found.get(number, ()), from_json(hit, Hit))
    return found


def _join(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def write_outcomes(connection: sqlite3.Connection, outcomes: Iterable[Outcome], *, forms: str) -> None:
    """Store what screening gave; ``forms`` is the version of the forms."""
    for one in outcomes:
        connection.execute("DELETE FROM hits WHERE number = ?", (one.number,))
        connection.executemany("INSERT INTO hits VALUES (?, ?, ?, ?, ?, ?, ?)", _hit_rows(one))
        connection.execute("UPDATE parties SET screened = ?, rejected = ? WHERE number = ?", (one.hash, one.result.rejected, one.number))
        if one.forms:
            made = (one.number, forms, one.forms.rows, one.forms.texts, one.forms.keys)
            connection.execute("INSERT OR REPLACE INTO forms VALUES (?, ?, ?, ?, ?)", made)


def _hit_rows(outcome: Outcome) -> Iterator[tuple[int, int, str, float, bytes, str, bytes]]:
    for place, hit in enumerate(outcome.hits):
        reasons = blake2b(to_json([hit.status, hit.comparison, hit.copies]), digest_size=12).digest()
        ids = "\n".join((hit.entity.id, *hit.copies))
        yield outcome.number, place, hit.entity.id, hit.score, reasons, ids, to_json(hit)


def forget(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Drop what is stored of parties that were removed; their rows stay."""
    for number in numbers:
        connection.execute("DELETE FROM hits WHERE number = ?", (number,))
        connection.execute("DELETE FROM forms WHERE number = ?", (number,))
        connection.execute("UPDATE parties SET screened = NULL, rejected = NULL WHERE number = ? AND removed IS NOT NULL", (number,))


def write_digests(connection: sqlite3.Connection, before: Digests, after: Digests) -> None:
    for key in {*before, *after}:
        old, new = before.get(key, {}), after.get(key, {})
        connection.executemany("DELETE FROM entries WHERE list = ? AND id = ?", [(key, id) for id in old if id not in new])
        rows = [(key, id, digest) for id, digest in new.items() if old.get(id) != digest]
        connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)


def write_run(connection: sqlite3.Connection, run: tuple[str, str], settings: Any, coverage: Iterable[Coverage], counts: Any) -> None:
    """``run`` is its time and mode."""
    hashes = {part.list: part.sha256 for part in coverage if part.sha256}
    columns = [msgspec.json.encode(part).decode() for part in (settings, hashes, counts)]
    connection.execute("INSERT INTO runs (time, mode, settings, coverage, counts) VALUES (?, ?, ?, ?, ?)", (*run, *columns))
