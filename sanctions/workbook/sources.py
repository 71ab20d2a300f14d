"""The Lists searched sheet: every copy that the answer rests on, so that it can be proved and repeated."""

from __future__ import annotations

from sanctions.model import Coverage, Screening
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing

_COLUMNS = (
    Column("List", 17),
    Column("Title", 36),
    Column("Publisher", 30),
    Column("State", 22),
    Column("Published", 12, "date"),
    Column("Retrieved (UTC)", 17, "datetime"),
    Column("Entries", 10, "integer"),
    Column("SHA-256 of the copy", 38, "mono"),
    Column("Note", 44),
)


def write_lists(book: Book, screening: Screening) -> None:
    """One row a list, those that were not searched among them."""
    listing = Listing(
        title="Lists searched",
        table="ListsSearched",
        columns=_COLUMNS,
        intro=(
            "The copies of the lists that were searched. Published: the publisher's own date. SHA-256: the digest of the bytes as "
            "they were fetched; whoever holds the same bytes can repeat this screening.",
        ),
        empty="NOTHING WAS SEARCHED: no copy of any list is held.",
        frozen=1,
    )
    write_listing(book, listing, (_row(one) for one in screening.coverage))


def _row(one: Coverage) -> list[Value]:
    return [
        one.list,
        one.title,
        one.publisher,
        Styled(*words.state(one)),
        words.day(one.published),
        one.retrieved or "–",
        one.entries if one.entries is not None else "–",
        one.sha256 or "–",
        one.note or "–",
    ]
