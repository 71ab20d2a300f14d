"""The Targets sheet: each target among the hits once, with its listings side by side and the lists on which it is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sanctions.model import Coverage, Kind, Screening
from sanctions.targets import GREAT_LISTS, gaps_of, great_lists
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.contents import Finding, TargetNote
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing

_TITLES = {"us_ofac_sdn": "OFAC (SDN)", "un_sc": "United Nations", "eu_fsf": "European Union", "gb_uksl": "United Kingdom"}
_SHIPS = {"un_sc": "un_1718_vessels"}
"""The UN's ships stand on a list of their own, in the same column."""

_COLUMNS = (
    Column("Target", 30),
    Column("Kind", 12),
    Column("Hits", 12),
    *(Column(_TITLES[key], 22) for key in GREAT_LISTS),
    Column("Other lists", 24),
    Column("Why they are one target", 52),
    Column("Not joined, though a number is shared", 44),
)


_NO_SHIPS = "its file holds no ships"


def write_targets(book: Book, screening: Screening, found: Sequence[Finding], targets: Sequence[TargetNote]) -> None:
    """One row a target, in the order of its strongest hit. What no list says is not said: no joined entry is no proof of absence."""
    listing = Listing(
        title="Targets",
        table="Targets",
        columns=_COLUMNS,
        intro=(
            "Each target among the hits once, with its entries on the great sanctions lists side by side. Entries are joined by "
            "numbers that publishers give, never by names alone.",
            "“No entry joined” does not prove that the target is not on that list: read the other hits on its name.",
        ),
        empty="There is no hit, and so no target.",
        frozen=1,
        pages=2,
    )
    write_listing(book, listing, _rows(screening, found, targets))


def _rows(screening: Screening, found: Sequence[Finding], targets: Sequence[TargetNote]) -> Iterator[list[Value]]:
    note_of = {one: note for note in targets for one in note.ids}
    grouped: dict[tuple[str, ...], list[Finding]] = {}
    for finding in found:
        note = note_of.get(finding.hit.entity.id)
        grouped.setdefault(note.ids if note else (finding.hit.entity.id,), []).append(finding)
    covers = {cover.list: cover for cover in screening.coverage}
    for ids, of_target in grouped.items():
        entity, note = of_target[0].hit.entity, note_of.get(ids[0])
        absent = {cover.list: cover for cover in gaps_of(ids, screening.coverage, entity.kind).absent}
        great = [_SHIPS.get(key, key) if entity.kind is Kind.VESSEL else key for key in GREAT_LISTS]
        yield [
            entity.name,
            words.kind(entity.kind),
            ", ".join(finding.number for finding in of_target),
            *(
                _listing(key, ids, absent.get(key), covers.get(key)) if key in great_lists(entity.kind) else Styled(_NO_SHIPS, "text_grey")
                for key in great
            ),
            _beside(ids, great) or "–",
            (note.joins if note else ()) or "–",
            (note.doubts if note else ()) or "–",
        ]


def _beside(ids: Sequence[str], great: Sequence[str]) -> tuple[str, ...]:
    return _of(ids, lambda key: key not in great)


def _of(ids: Sequence[str], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(one for one in ids if wanted(one.partition(":")[0]))


def _listing(key: str, ids: Sequence[str], absent: Coverage | None, cover: Coverage | None) -> Value:
    """The entries on one list, or in words that there is none, or that it was not searched."""
    if own := _of(ids, key.__eq__):
        return own
    if absent:
        return Styled(f"no entry joined (list of {absent.published})" if absent.published else "no entry joined", "text_grey")
    return Styled("NOT SEARCHED – no copy held" if cover else "NOT SEARCHED – not asked for", "text_grey")
