"""The chain: what an entry is, which bytes its hash is made of, and the anchor that names the last one.

An entry's hash is the SHA-256 of these fields, each written as a netstring (its length in bytes as a decimal, a
colon, the bytes, a comma), one after the other:

    "sanctions.ledger/1", seq (decimal), kind, time, actor, subject, body, previous

``previous`` is the hash of the entry before (64 zeros for the first), in lower-case hexadecimal; ``body`` is compact
UTF-8 JSON with its keys in the order in which they were recorded. Netstrings make two different entries two
different texts: no comma or quotation mark in a name can move a border between fields.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from sanctions.acquisition.disk import put_file
from sanctions.errors import StoreError

FORM = "sanctions.ledger/1"
HEAD_SCHEMA = "sanctions.ledger.head/1"
GENESIS = "0" * 64
"""What the first entry of a ledger names as the hash before it."""

KINDS = (
    "screening", "outcomes", "hit", "targets", "standing", "reference", "disposition", "approval", "policy", "refresh", "pruning", "import",
    "calibration",
)  # fmt: skip
"""What an entry can be. ``outcomes``, ``hit``, ``targets`` (the other listings of the hits' targets) and ``standing`` (what
was known of the hits from earlier decisions) follow their ``screening``; a ``reference`` is what reports are made from."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One row. ``time`` is ISO 8601 in UTC with microseconds; ``subject`` is what it is about (a screening's id, a list's key)."""

    seq: int
    kind: str
    time: str
    actor: str
    subject: str
    body: bytes
    previous: str
    hash: str

    @property
    def content(self) -> Any:
        """The body as Python values."""
        return msgspec.json.decode(self.body)


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The last entry's number and hash: whoever keeps a copy of it can prove that nothing before was changed or cut off."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"


def entry_hash(*, seq: int, kind: str, time: str, actor: str, subject: str, body: bytes, previous: str) -> str:
    """The hash of an entry with these fields, as the module's text says."""
    digest = hashlib.sha256()
    for field in (FORM, str(seq), kind, time, actor, subject, body, previous):
        data = field if isinstance(field, bytes) else field.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data + b",")
    return digest.hexdigest()


START = Head(seq=0, hash=GENESIS)
"""The anchor of a ledger before its first entry, so that an anchor that is absent always means one that was removed."""


def parse_head(text: str) -> Head | None:
    """A head written as ``SEQ:HASH``, or None if the text is none."""
    seq, colon, digest = text.strip().partition(":")
    well_formed = colon and seq.isascii() and seq.isdigit() and len(digest) == len(GENESIS) and set(digest) <= set("0123456789abcdef")
    return Head(seq=int(seq), hash=digest) if well_formed else None


def read_head(path: Path) -> Head | None:
    """The anchor file's head; None if there is no such file. Raises StoreError if it is not an anchor."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as problem:
        raise StoreError(f"{path}: the ledger's anchor cannot be read ({problem}). Restore it from a backup.") from None
    head = parse_head(f"{found.get('seq')}:{found.get('hash')}")
    if head is None or found != _anchor(head):
        raise StoreError(f"{path}: this is not an anchor of a ledger as it was written. Restore it from a backup.")
    return head


def write_head(path: Path, head: Head) -> None:
    """Write the anchor file, whole or not at all."""
    put_file(path, msgspec.json.encode(_anchor(head)) + b"\n")


def _anchor(head: Head) -> dict[str, Any]:
    return {"schema": HEAD_SCHEMA, "seq": head.seq, "hash": head.hash}


def range_digest(hashes: Sequence[str]) -> str:
    """The SHA-256 of a range of entries: of their hashes, a newline after each."""
    return hashlib.sha256("".join(f"{one}\n" for one in hashes).encode()).hexdigest()
