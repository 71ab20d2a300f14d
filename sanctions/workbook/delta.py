"""The workbook of a re-screening: hits that are new, changed and closed, and figures that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from pathlib import Path

import msgspec

from sanctions.catalogue import ListDefinition
from sanctions.frameworks import Frameworks
from sanctions.matching.bands import band
from sanctions.model import Result, Screening
from sanctions.portfolio.delta import Change, Delta, HitChange
from sanctions.review import Standing
from sanctions.review.parties import HitPlaces
from sanctions.version import __version__
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.contents import Finding
from sanctions.workbook.hits import ANSWERS, CHOICES, COLUMNS, hit_row, legal_basis
from sanctions.workbook.layout import Book, Column, Furniture, Sheet
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.saving import save, written_beside

_WIDTHS = (22, 12, 16, 30, 11, 33)
_CAUSE = Column("Cause", 30)
_BEFORE = (Column("Score before", 9, "score"), Column("What differs", 34))
_LEADING = 3
"""Hit, party id and party stand first, before the cause."""
_DECIDING = len(ANSWERS) + 1
"""The columns in which a hit is decided, and its key: the last ones."""
_LETTERS: dict[Change, str] = {"new": "N", "changed": "C", "closed": "X"}


class _Sources(msgspec.Struct, frozen=True):
    """What the legal basis and the links are made from."""

    screening: Screening
    frameworks: Frameworks
    definitions: Mapping[str, ListDefinition]
    standings: Mapping[str, Standing]
    places: HitPlaces


def write_delta(
    delta: Delta,
    screening: Screening,
    path: Path,
    *,
    frameworks: Frameworks,
    definitions: Mapping[str, ListDefinition],
    standings: Mapping[str, Standing] | None = None,
) -> None:
    """Write the workbook to ``path``; the same arguments give the same bytes. ``screening`` holds the new and changed hits' results,
    ``standings`` what earlier decisions say of them. Raises OutputError; an earlier file is then unchanged.
    """
    sources = _Sources(screening, frameworks, definitions, standings or {}, HitPlaces(screening.results))
    title = f"Re-screening of {words.utc(delta.at)}"
    with written_beside(path) as part, Book(Furniture(report=title, notice=words.notice(screening))) as book:
        _write_summary(book, delta, screening)
        _write_new(book, delta, sources)
        _write_changed(book, delta, sources)
        _write_closed(book, delta, sources)
        _write_rejected(book, delta)
        about = book.workbook.properties
        about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
        about.title = title
        about.description = "A hit is a similarity, not an identity."
        about.created = about.modified = delta.at.astimezone(UTC).replace(tzinfo=None)
        save(book.workbook, part)


def _write_summary(book: Book, delta: Delta, screening: Screening) -> None:
    sheet = book.sheet("Summary", _WIDTHS, upright=True, tab="1F3864")
    sheet.across("Re-screening of the book", "title", least=28)
    last = f"since {delta.last}" if delta.last else "for the first time"
    sheet.across(f"{words.utc(delta.at)} · {last} · {delta.engine}", "subtitle")
    for text, style in words.warnings(screening):
        sheet.across(text, style, least=20)
    if delta.mismatch:
        sheet.across(f"THE COUNTS DO NOT ADD UP: {delta.mismatch}. Do not rely on this report.", "banner_red", least=20)
    sheet.section("What was compared")
    sheet.across(_compared(delta), "prose")
    sheet.section("How the counts add up")
    for label, number, meaning in _figures(delta):
        sheet.row([label, number, meaning], ["label", "integer", "text"], spans=[1, 1, len(_WIDTHS) - 2])
    _write_lists(sheet, delta)
    if screening.results:
        sheet.section("Record")
        sheet.across(f"The new and changed hits stand in the ledger as screening {screening.id}.", "prose")
    sheet.section("What this report does not say")
    for number, limit in enumerate(words.limits(screening)[:1] + words.limits(screening)[2:-1], start=1):
        sheet.across(f"{number}. {limit}", "prose")


def _compared(delta: Delta) -> str:
    if delta.mode == "full":
        return f"Every party with every list, since: {'; '.join(delta.because)}."
    return (
        "List entries that were added or changed were compared with the whole book, and parties that were added or changed with all lists. "
        "A comparison looks at one party and one entry alone, so that nothing else can have changed."
    )


def _figures(delta: Delta) -> Iterator[tuple[str, int, str]]:
    yield "Parties in the book", delta.parties, "= screened + untouched + not screened"
    yield "– screened", delta.screened, "against all lists, since they or an entry that could concern them changed, or since all were"
    yield "– untouched", delta.untouched, "by any change: what was found before stands"
    yield "– not screened", len(delta.rejected), "each with its reason on the sheet Not screened"
    yield "Parties added or changed", delta.parties_changed, "since the last re-screening"
    yield "Entries added", delta.entries_added, "on the lists, since the last re-screening"
    yield "Entries changed", delta.entries_changed, "on the lists, a change in any field counted"
    yield "Entries removed", delta.entries_removed, "from the lists"
    yield "Hits before", delta.stood, "weak aliases alone included"
    yield "+ new", len(delta.of("new")), "on the sheet New hits"
    yield "– closed", len(delta.of("closed")), "on the sheet Closed hits"
    yield "= hits now", delta.stand, f"of which {len(delta.of('changed')):,} changed: on the sheet Changed hits"


def _write_lists(sheet: Sheet, delta: Delta) -> None:
    sheet.section("Lists")
    sheet.row(["List", "Published", "Retrieved (UTC)", "State", "Entries", "Copy, and the copy of the last time"], ["header"] * 6)
    for one in delta.coverage:
        before = delta.since.get(one.list)
        copies = "the same" if before == one.sha256 else f"before {(before or 'none')[:12]}"
        copies = f"{one.sha256[:12]}, {copies}" if one.sha256 else "–"
        sheet.row(
            [one.list, words.day(one.published), one.retrieved or "–", Styled(*words.state(one)), one.entries or "–", copies],
            ["label", "date", "datetime", "text", "integer", "mono"],
        )


def _write_new(book: Book, delta: Delta, sources: _Sources) -> None:
    listing = Listing(
        title="New hits",
        table="NewHits",
        columns=(*COLUMNS[:_LEADING], _CAUSE, *COLUMNS[_LEADING:]),
        intro=("Hits that did not stand at the last re-screening. A hit is a similarity: decide each in the yellow columns.",),
        empty="There is no new hit.",
        choices=CHOICES,
        locked=True,
        frozen=_LEADING,
        pages=3,
        tab="B42318",
    )
    rows = (_with(row, [one.causes]) for one, row in _hits(delta, "new", sources))
    write_listing(book, listing, rows)


def _write_changed(book: Book, delta: Delta, sources: _Sources) -> None:
    listing = Listing(
        title="Changed hits",
        table="ChangedHits",
        columns=(*COLUMNS[:_LEADING], _CAUSE, *_BEFORE, *COLUMNS[_LEADING:]),
        intro=("Hits that stood before and are not as they were: another score, other reasons, or another record of the entry.",),
        empty="There is no changed hit.",
        choices=CHOICES,
        locked=True,
        frozen=_LEADING,
        pages=3,
        tab="F79009",
    )
    rows = (
        _with(row, [one.causes, one.before.score if one.before else "–", one.differences]) for one, row in _hits(delta, "changed", sources)
    )
    write_listing(book, listing, rows)


def _write_closed(book: Book, delta: Delta, sources: _Sources) -> None:
    listing = Listing(
        title="Closed hits",
        table="ClosedHits",
        columns=(*COLUMNS[:_LEADING], _CAUSE, *COLUMNS[_LEADING:-_DECIDING]),
        intro=("Hits that stood at the last re-screening and stand no longer, as they were then, and why.",),
        empty="There is no closed hit.",
        frozen=_LEADING,
        pages=2,
        tab="12B76A",
    )
    rows = (_with(row[:-_DECIDING], [one.causes]) for one, row in _hits(delta, "closed", sources))
    write_listing(book, listing, rows)


def _with(row: Sequence[Value], inserted: Sequence[Value]) -> list[Value]:
    return [*row[:_LEADING], *inserted, *row[_LEADING:]]


def _hits(delta: Delta, change: Change, sources: _Sources) -> Iterator[tuple[HitChange, list[Value]]]:
    """Each change of that kind with its row of the Hits sheet: alerts first, the highest score first."""
    found = sorted(delta.of(change), key=lambda one: (one.hit.status != "alert", -one.hit.score))
    for number, one in enumerate(found, start=1):
        placed = sources.places.find(one.party, one.hit) if change != "closed" else None
        hit = placed.hit if placed else one.hit
        finding = Finding(
            number=f"{_LETTERS[change]}{number:04}",
            result=Result(party=one.party, hits=(hit,)),
            hit=hit,
            recorded=one.hit.status != "alert",
            band=band(one.hit.score, sources.screening.policy),
            key=f"{sources.screening.id}/{placed.key}" if placed else "",
            standing=sources.standings.get(placed.key) if placed else None,
        )
        basis = legal_basis(one.hit.entity, sources.frameworks, sources.screening, sources.definitions)
        yield one, hit_row(finding, basis, sources.definitions)


def _write_rejected(book: Book, delta: Delta) -> None:
    listing = Listing(
        title="Not screened",
        table="NotScreened",
        columns=(Column("Party ID", 16), Column("Party", 40), Column("Why", 90)),
        intro=("Parties of the book that cannot be screened as they are. Mend them with 'sanctions book add' or 'book import'.",),
        empty="Every party of the book can be screened.",
        frozen=1,
    )
    rows: list[list[Value]] = [[id, name or "–", why] for id, name, why in delta.rejected]
    write_listing(book, listing, rows)
