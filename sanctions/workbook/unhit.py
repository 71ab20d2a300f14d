"""The parties without an alert, and the rows that could not be screened: so that nobody is passed over in silence."""

from __future__ import annotations

from sanctions.model import Party, Result, Screening
from sanctions.workbook import words
from sanctions.workbook.cells import Value
from sanctions.workbook.contents import is_recorded, not_searched, related_parties
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing

_NO_HITS = (
    Column("Row", 8, "number"),
    Column("Party ID", 14),
    Column("Party", 34),
    Column("Other names searched", 34),
    Column("Kind", 12),
    Column("Related persons searched", 38),
    Column("Outcome", 46),
    Column("Recorded weak hits", 24),
)
_NOT_SCREENED = (
    Column("Row", 8, "number"),
    Column("Party ID", 16),
    Column("Name as read", 44),
    Column("Why it was not screened", 90),
)


def write_no_hits(book: Book, screening: Screening) -> None:
    """Every party that was screened and has no alert."""
    missing = not_searched(screening)
    lacking = (f"NOT SEARCHED: {', '.join(one.list for one in missing)}.",) if missing else ()
    listing = Listing(
        title="No hits",
        table="NoHits",
        columns=_NO_HITS,
        intro=(
            f"Searched: {words.lists_and_dates(screening)}.",
            *lacking,
            "“No hit” is no more than the words in the column Outcome; it never means that a party is free of sanctions.",
        ),
        empty="Every party that was screened has an alert; see the sheet Hits.",
        frozen=3,
        tab="12805C",
    )
    outcome = words.no_hit(screening)
    write_listing(book, listing, (_row(result, outcome) for result in screening.results if _silent(result)))


def _silent(result: Result) -> bool:
    return not result.rejected and all(is_recorded(hit, result) for hit in result.hits)


def _row(result: Result, outcome: str) -> list[Value]:
    party = result.party
    recorded = len(result.hits) + len(result.recorded)
    return [
        party.row,
        party.id,
        party.name,
        tuple(name.full for name in party.names[1:]) or "–",
        words.kind(party.kind),
        _related(party),
        outcome,
        f"{recorded:,} recorded, see sheet Hits" if recorded else "none",
    ]


def _related(party: Party) -> str | tuple[str, ...]:
    return tuple(f"{role}: {' / '.join(name.full for name in one.names)}" for role, one in related_parties(party)) or "none named"


def write_not_screened(book: Book, screening: Screening, blank: int) -> None:
    """Every row that was read and rejected, with its reason."""
    rejected = [result for result in screening.results if result.rejected]
    also = f" {words.plural(blank, 'row')} of the book {'is' if blank == 1 else 'are'} blank." if blank else ""
    mend = " Mend them in the book and screen it again." if rejected else ""
    listing = Listing(
        title="Not screened",
        table="NotScreened",
        columns=_NOT_SCREENED,
        intro=(f"{words.plural(len(rejected), 'row')} could not be screened.{mend}{also}",),
        empty="No row was rejected.",
        frozen=3,
        tab="B54708" if rejected else "98A2B3",
    )
    rows = ([one.party.row, one.party.id, one.party.name or "(no name)", one.rejected] for one in rejected)
    write_listing(book, listing, rows)
