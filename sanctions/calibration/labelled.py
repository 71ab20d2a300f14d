"""The user's own labelled hits: a party, a listed entity, and whether they are one. They say what a score is worth here.

They are read from a book, or are those that were decided in review: a decided hit is a labelled one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sanctions.calibration.shares import Share
from sanctions.errors import BookError, UnknownEntityError
from sanctions.matching.compare import compare
from sanctions.model import Comparison, Kind, Party

if TYPE_CHECKING:
    from sanctions.ledger import Ledger
    from sanctions.review.parties import PlacedHit
    from sanctions.screening import Screener

_ENTITY_HEADINGS = ("entity id", "entity", "listed entity", "listed id", "list entry", "hit", "hit id")
_VERDICT_HEADINGS = ("verdict", "true match", "match", "label", "disposition", "same", "decision", "true/false")
_TRUE = frozenset("true yes y 1 same match hit positive".split()) | {"true match", "true positive", "confirmed"}
_FALSE = frozenset("false no n 0 different negative".split()) | {"false positive", "false match", "no match", "cleared", "not a match"}


class Labelled(msgspec.Struct, frozen=True):
    """One labelled pair with what it scores now. ``row`` is the row of the book or the number of the decision's entry in the
    ledger, ``kind`` the listed entity's."""

    row: int
    party: Party
    entity_id: str
    kind: Kind
    same: bool
    comparison: Comparison


class LabelledBook(msgspec.Struct, frozen=True):
    """``left_out`` are sentences: a row each that could not be used, and why."""

    name: str
    sha256: str
    pairs: tuple[Labelled, ...]
    left_out: tuple[str, ...]

    def figures(self, threshold: float) -> tuple[Share, Share]:
        """Precision (of those at or above the threshold, how many are the same) and recall (of the same, how many are there)."""
        above = [pair.same for pair in self.pairs if pair.comparison.score >= threshold]
        return Share(sum(above), len(above)), Share(sum(above), sum(pair.same for pair in self.pairs))


def read_labelled(path: Path, screener: Screener) -> LabelledBook:
    """Read a book of labelled hits: beside what any book has, a column with the entity's id and one with the verdict.

    A row without a usable verdict, or with an entity that is not held, is left out and told. Raises BookError if a
    column is missing or no row can be used.
    """
    from sanctions.books import headings_of, open_book

    headings = headings_of(path)
    entity_heading = _heading(path, headings, _ENTITY_HEADINGS, "the listed entity's id, such as us_ofac_sdn:20129")
    verdict_heading = _heading(path, headings, _VERDICT_HEADINGS, "the verdict, true or false")
    # "entity id" is a party's id in any other book; here both columns are only carried along
    book = open_book(path, columns={entity_heading: "extra", verdict_heading: "extra"})
    pairs: list[Labelled] = []
    left_out: list[str] = []
    for row in book.rows():
        if row.party is None:
            left_out.append(f"row {row.number}: {row.rejected}")
            continue
        entity_id, verdict = row.party.extra.get(entity_heading, ""), row.party.extra.get(verdict_heading, "").strip().lower()
        if verdict not in _TRUE | _FALSE:
            left_out.append(f"row {row.number}: the verdict {verdict!r} is neither true nor false")
            continue
        try:
            entity = screener.entity(entity_id)
        except UnknownEntityError:
            left_out.append(f"row {row.number}: the entity {entity_id!r} is not on the lists searched")
            continue
        pairs.append(Labelled(row.number, row.party, entity_id, entity.kind, verdict in _TRUE, compare(row.party, entity)))
    if not pairs:
        told = f" The first row: {left_out[0]}." if left_out else ""
        raise BookError(f"The book {book.name} has no row with a party, a listed entity and a verdict that could be used.{told}")
    return LabelledBook(book.name, book.sha256, tuple(pairs), tuple(left_out))


def decided_hits(ledger: Ledger) -> LabelledBook:
    """The hits that were decided as true matches or false positives, checks included, each compared anew by this engine.

    A decision whose party stands in the ledger as keyed hashes alone cannot be compared and is left out, told.
    """
    from sanctions.review import Register
    from sanctions.review.parties import placed_hits
    from sanctions.review.words import FALSE_POSITIVE, TRUE_MATCH

    pairs: list[Labelled] = []
    left_out: list[str] = []
    screenings: dict[str, dict[str, PlacedHit]] = {}
    settled = [
        one for one in Register.of(ledger).current() if one.state == "in force" and one.body.disposition in (TRUE_MATCH, FALSE_POSITIVE)
    ]
    # who was screened again and decided again is one pair, by its last decision
    for decision in {(one.memory, one.body.entity): one for one in settled}.values():
        body = decision.body
        if body.keyed:
            left_out.append(f"decision {decision.seq}: the ledger keeps the party as keyed hashes alone")
            continue
        if body.screening not in screenings:
            screenings[body.screening] = {placed.key: placed for placed in placed_hits(ledger.screening(body.screening).results)}
        placed = screenings[body.screening][body.key]
        comparison = max((compare(party, placed.hit.entity) for party in placed.subject), key=lambda found: found.score)
        same = body.disposition == TRUE_MATCH
        pairs.append(Labelled(decision.seq, placed.result.party, body.entity, placed.hit.entity.kind, same, comparison))
    head = ledger.head()
    return LabelledBook("the hits decided in review", head.hash if head else "", tuple(pairs), tuple(left_out))


def _heading(path: Path, headings: Sequence[str], known: Sequence[str], what: str) -> str:
    found = next((heading for heading in headings if _plain(heading) in known), None)
    if found is None:
        raise BookError(f"The book {path.name} has no column for {what}; call it {known[0]!r} (known: {', '.join(_names(known))}).")
    return found


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").split()).lower()


def _names(known: Sequence[str]) -> Iterator[str]:
    return (repr(one) for one in known)
