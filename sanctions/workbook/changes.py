"""The changes of the lists as a workbook: one sheet of figures, one row a change on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC
from pathlib import Path

from sanctions.acquisition.changes import EntityChange, ListChanges
from sanctions.version import __version__
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.layout import Book, Column, Furniture
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.saving import save, written_beside

_FIGURES = (
    Column("List", 16),
    Column("From", 12, "date"),
    Column("To", 12, "date"),
    Column("Entries before", 10, "integer"),
    Column("Entries after", 10, "integer"),
    Column("Added", 9, "integer"),
    Column("Removed", 9, "integer"),
    Column("Renumbered", 12, "integer"),
    Column("Changed", 9, "integer"),
    Column("of them minor", 13, "integer"),
    Column("SHA-256 before", 38, "mono"),
    Column("SHA-256 after", 38, "mono"),
    Column("Note", 50),
)
_CHANGES = (
    Column("List", 16),
    Column("Change", 11),
    Column("Weight", 8),
    Column("Entity", 20),
    Column("Name", 34),
    Column("Kind", 13),
    Column("Programmes", 18),
    Column("Field", 16),
    Column("In words", 42),
    Column("Before", 28),
    Column("After", 28),
)


def write_changes(found: Sequence[ListChanges], path: Path) -> None:
    """Write the workbook to ``path``. The same changes give the same bytes. Raises OutputError; an earlier file is then unchanged."""
    newest = max((one.after.retrieved for one in found), default=None)
    title = "Changes of the lists"
    furniture = Furniture(report=f"{title}{f' {newest:%Y-%m-%d}' if newest else ''}")
    with written_beside(path) as part, Book(furniture) as book:
        write_listing(book, _figures(), (_figure(one) for one in found))
        write_listing(book, _changes(), (row for one in found for row in _rows(one)))
        about = book.workbook.properties
        about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
        about.title = title
        if newest:
            about.created = about.modified = newest.astimezone(UTC).replace(tzinfo=None)
        save(book.workbook, part)


def _figures() -> Listing:
    return Listing(
        title="Lists compared",
        table="ListsCompared",
        columns=_FIGURES,
        intro=("Two copies of each list, compared entry by entry. From and To: the publisher's date, else the day of retrieval.",),
        empty="No list was compared.",
        frozen=1,
    )


def _changes() -> Listing:
    return Listing(
        title="Changes",
        table="Changes",
        columns=_CHANGES,
        intro=(
            "One row a change. Major: name, alias, birth date, gender, identifier, country, programme, measures, kind, de-listing. "
            "Minor: remarks, the text of addresses, places, order and the like.",
        ),
        empty="Nothing changed.",
        frozen=5,
    )


def _figure(one: ListChanges) -> list[Value]:
    after, before = one.after, one.before
    counts: list[Value] = [len(one.of("added")), len(one.of("removed")), len(one.of("renumbered")), len(one.of("changed")), one.minor]
    note = "; ".join(one.notes) if before else "First copy, nothing to compare with."
    return [
        one.list,
        (before.published or before.retrieved.date()) if before else "–",
        after.published or after.retrieved.date(),
        before.entries if before else "–",
        after.entries,
        *(counts if before else ["–"] * len(counts)),
        before.sha256 if before else "–",
        after.sha256,
        note or "–",
    ]


def _rows(changes: ListChanges) -> Iterator[list[Value]]:
    for one in changes.entities:
        head = _head(changes.list, one)
        if one.change in ("added", "removed"):
            yield [*head[:2], "major", *head[2:], "–", "Removed from the list" if one.change == "removed" else "New on the list", "–", "–"]
        if one.change == "renumbered":
            yield [*head[:2], "major", *head[2:], "id", f"Formerly {one.formerly}: {one.proof}", one.formerly, one.id]
        for each in one.fields:
            weight = "major" if each.major else Styled("minor", "text_grey")
            yield [*head[:2], weight, *head[2:], each.field, str(each), each.before or "–", each.after or "–"]


def _head(key: str, one: EntityChange) -> list[Value]:
    return [key, one.change, one.id, one.name, one.kind.value, ", ".join(one.programmes) or "–"]
