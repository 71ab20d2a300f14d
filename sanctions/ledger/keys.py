"""What names a party, kept as a keyed hash only: the ledger can still tell that two are the same, but not who they are.

A name becomes ``name:`` and the first 32 digits of its HMAC-SHA256 under the key in ``$SANCTIONS_HOME/ledger.key``
(without regard to case, width and spaces). So do identifiers' values, addresses and the book's other columns. Words
of a party's name are taken out of every sentence that is kept; of a hit's reasons the sentence's own hash stays.
Dates, countries and what the lists publish stay.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from sanctions.errors import StoreError
from sanctions.home import Home
from sanctions.model import Address, Comparison, Hit, Identifier, Name, Party, Reason, Result
from sanctions.patterns import regex

_WORD = regex(r"\w+")
WITHHELD = "(a sentence that quotes the party is not kept)"


def key_of(home: Home) -> bytes:
    """The home's key, made on first use, readable by its owner alone. Raises StoreError."""
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        if not home.ledger_key.exists():
            _make(home.ledger_key)
        key = bytes.fromhex(home.ledger_key.read_text("ascii"))
    except (OSError, ValueError) as problem:
        raise StoreError(f"{home.ledger_key}: the key for names cannot be read or made ({problem}). Restore it from a backup.") from None
    if len(key) != 32:
        raise StoreError(f"{home.ledger_key}: a key has 64 hexadecimal digits. Restore it from a backup.")
    return key


def _make(place: Path) -> None:
    """A new key, there whole or not at all; of two processes that make one at once the first one's stays."""
    import secrets

    draft = place.with_name(f".{place.name}-{secrets.token_hex(6)}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as stream:
        stream.write(secrets.token_hex(32) + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    try:
        place.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


class Keyed:
    """Takes names out of results, the same name always becoming the same token."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def token(self, text: str, what: str = "name") -> str:
        """``name:`` and 32 hexadecimal digits."""
        plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
        return f"{what}:{hmac.new(self._key, plain.encode('utf-8', 'surrogatepass'), hashlib.sha256).hexdigest()[:32]}"

    def text(self, text: str, words: frozenset[str]) -> str:
        """The sentence if it holds none of the words, else a note that it did."""
        return WITHHELD if words & set(_words(text)) else text

    def names_of(self, results: Iterable[Result]) -> frozenset[str]:
        """Every word of every party's names, related persons included."""
        return frozenset(word for result in results for text in _secrets(result.party) for word in _words(text))

    def result(self, result: Result) -> Result:
        """The result with tokens in place of what names the party."""
        words = self.names_of([result])
        return replace(
            result,
            party=self._party(result.party, words),
            hits=tuple(self._hit(hit, words) for hit in result.hits),
            recorded=tuple(self._hit(hit, words) for hit in result.recorded),
            rejected=self.text(result.rejected, words) if result.rejected else None,
            warnings=tuple(self.text(warning, words) for warning in result.warnings),
        )

    def _party(self, party: Party, words: frozenset[str]) -> Party:
        own = words & set(_words(party.id)) if not party.id.isdigit() else ()
        return replace(
            party,
            id=self.token(party.id) if own else party.id,
            names=tuple(Name(full=self.token(name.full), quality=name.quality, primary=name.primary) for name in party.names),
            identifiers=tuple(
                Identifier(type=one.type, value=self.token(one.value, "id"), country=one.country) for one in party.identifiers
            ),
            addresses=tuple(Address(full=self.token(one.full, "address"), country=one.country) for one in party.addresses),
            related=tuple(replace(related, party=self._party(related.party, words)) for related in party.related),
            extra={heading: self.token(value, "value") for heading, value in party.extra.items()},
        )

    def _hit(self, hit: Hit, words: frozenset[str]) -> Hit:
        comparison: Comparison = hit.comparison
        reasons = tuple(self._reason(reason, words) for reason in comparison.reasons)
        kept = replace(comparison, asked=self.token(comparison.asked), reasons=reasons)
        return replace(hit, comparison=kept, subject=self.token(hit.subject) if hit.subject else "")

    def _reason(self, reason: Reason, words: frozenset[str]) -> Reason:
        detail = self.text(reason.detail, words)
        if detail == WITHHELD:  # the sentence's own hash proves later what it was
            detail = f"{WITHHELD} {self.token(reason.detail, 'sentence')}"
        return replace(reason, detail=detail, asked=self.token(reason.asked) if reason.asked else "")


def _words(text: str) -> Iterator[str]:
    """The words of two letters or more, in the form in which they are compared."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return (word for word in _WORD.findall("".join(c for c in plain if not unicodedata.combining(c))) if len(word) > 1)


def _secrets(party: Party) -> Iterator[str]:
    for name in party.names:
        yield name.full
    yield from (one.value for one in party.identifiers)
    yield from (one.full for one in party.addresses)
    for related in party.related:
        yield from _secrets(related.party)
