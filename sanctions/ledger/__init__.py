"""The ledger: what was asked, found and decided, each entry chained to the one before, in ``$SANCTIONS_HOME/ledger.sqlite``.

``Ledger.open(home)`` opens it; ``verify`` walks it and says in words which row is bent. ``chain`` documents the bytes
that are hashed, so that anybody can check an export without this package.
"""

from __future__ import annotations

from sanctions.ledger.book import Draft, Ledger, Reference
from sanctions.ledger.chain import KINDS, Entry, Head
from sanctions.ledger.database import UnwritableLedgerError
from sanctions.ledger.verification import Verification, verify

__all__ = ["KINDS", "Draft", "Entry", "Head", "Ledger", "Reference", "UnwritableLedgerError", "Verification", "verify"]
