"""Parties in the book: added, imported, listed, removed, each under the user's own id."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import blake2b

import msgspec
from msgspec.structs import replace

from sanctions.acquisition.moments import iso
from sanctions.books import BookRow
from sanctions.errors import UsageError
from sanctions.model import Party, from_json, to_json
from sanctions.portfolio.database import Portfolio

LONGEST_ID = 200


class KeptParty(msgspec.Struct, frozen=True, kw_only=True):
    """A party of the book. ``added``, ``changed`` and ``removed`` are ISO 8601 in UTC; ``removed`` is None while it is in the book.

    ``rejected`` says why the last re-screening could not screen it. ``hits`` counts what that found.
    """

    party: Party
    added: str
    changed: str
    removed: str | None
    rejected: str | None
    screened: bool
    hits: int


class Imported(msgspec.Struct, kw_only=True):
    """What became of a file's rows: ``rows`` = new + changed + unchanged + rejected.

    ``removed`` counts the parties that the file lacks and that went for it, ``absent`` those that were kept.
    ``rejected`` holds row, name and reason.
    """

    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    absent: int = 0
    rejected: list[tuple[int, str, str]] = []
    warnings: list[str] = []

    @property
    def adds_up(self) -> bool:
        return self.rows == self.new + self.changed + self.unchanged + len(self.rejected)


def digest_of(party: Party) -> bytes:
    """What a party is compared by: all of it but its row in a file and the columns that are only carried along."""
    return blake2b(to_json(replace(party, row=None, extra={})), digest_size=16).digest()


def add_party(portfolio: Portfolio, party: Party, now: datetime) -> str:
    """Put one party into the book: "new", "changed" or "unchanged". Raises UsageError for an id that cannot be one."""
    if not party.id.strip() or len(party.id) > LONGEST_ID:
        raise UsageError(f"A party's id must have 1 to {LONGEST_ID} characters, not {len(party.id)}.")
    with portfolio.writing() as connection:
        return _put(connection, party, iso(now))


def import_rows(portfolio: Portfolio, rows: Iterable[BookRow], now: datetime, *, replace_all: bool = False) -> Imported:
    """Put a file's rows into the book, all or none. Parties that the file lacks are kept, or removed with ``replace_all``.

    A row without an id of its own, or with one that an earlier row has, is rejected with the reason.
    """
    outcome, moment = Imported(), iso(now)
    seen: dict[str, int] = {}
    with portfolio.writing() as connection:
        for row in rows:
            outcome.rows += 1
            why = _unfit(row, seen)
            if why or row.party is None:
                outcome.rejected.append((row.number, row.name, why or "the row could not be read"))
                continue
            seen[row.id] = row.number
            outcome.warnings += [f"row {row.number}: {text}" for text in row.warnings]
            became = _put(connection, row.party, moment)
            setattr(outcome, became, getattr(outcome, became) + 1)
        absent = [id for (id,) in connection.execute("SELECT id FROM parties WHERE removed IS NULL") if id not in seen]
        if replace_all:
            connection.executemany("UPDATE parties SET removed = ? WHERE id = ?", [(moment, id) for id in absent])
            outcome.removed = len(absent)
        else:
            outcome.absent = len(absent)
    return outcome


def _unfit(row: BookRow, seen: dict[str, int]) -> str | None:
    if row.party is None:
        return row.rejected or "the row could not be read"
    if row.id == f"row {row.number}":
        return "there is no id in this row, and the book is kept by ids"
    if row.id in seen:
        return f"the id {row.id!r} stands in row {seen[row.id]} already, and that row was taken"
    return None


def _put(connection: sqlite3.Connection, party: Party, moment: str) -> str:
    digest, body = digest_of(party), to_json(replace(party, row=None))
    known = connection.execute("SELECT hash, removed FROM parties WHERE id = ?", (party.id,)).fetchone()
    if known is None:
        connection.execute(
            "INSERT INTO parties (id, party, hash, added, changed) VALUES (?, ?, ?, ?, ?)", (party.id, body, digest, moment, moment)
        )
        return "new"
    if known[1] is None and known[0] == digest:
        connection.execute("UPDATE parties SET party = ? WHERE id = ? AND party != ?", (body, party.id, body))
        return "unchanged"
    connection.execute("UPDATE parties SET party = ?, hash = ?, changed = ?, removed = NULL WHERE id = ?", (body, digest, moment, party.id))
    return "changed" if known[1] is None else "new"


def remove_parties(portfolio: Portfolio, ids: Iterable[str], now: datetime) -> int:
    """Take parties out of the book; what was known of them stays. Raises UsageError, and removes none, if an id is not in the book."""
    wanted = list(dict.fromkeys(ids))
    with portfolio.writing() as connection:
        held = {id for id in wanted if connection.execute("SELECT 1 FROM parties WHERE id = ? AND removed IS NULL", (id,)).fetchone()}
        if missing := [repr(id) for id in wanted if id not in held]:
            raise UsageError(f"The book has no party {', '.join(missing)}. See: sanctions book list")
        connection.executemany("UPDATE parties SET removed = ? WHERE id = ?", [(iso(now), id) for id in wanted])
    return len(wanted)


def list_parties(portfolio: Portfolio, *, removed: bool = False) -> Iterator[KeptParty]:
    """The book in the order in which parties came to it; with ``removed`` also those that were taken out."""
    query = (
        "SELECT party, added, changed, removed, rejected, screened IS NOT NULL, "
        "(SELECT count(*) FROM hits WHERE hits.number = parties.number) "
        "FROM parties WHERE removed IS NULL OR ? ORDER BY number"
    )
    with portfolio.reading() as connection:
        for party, added, changed, gone, rejected, screened, hits in connection.execute(query, (removed,)):
            yield KeptParty(
                party=from_json(party, Party),
                added=added,
                changed=changed,
                removed=gone,
                rejected=rejected,
                screened=bool(screened),
                hits=hits,
            )


def size(portfolio: Portfolio) -> int:
    """How many parties are in the book."""
    with portfolio.reading() as connection:
        found: int = connection.execute("SELECT count(*) FROM parties WHERE removed IS NULL").fetchone()[0]
        return found
