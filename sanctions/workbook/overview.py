"""The portfolio: all hits of the ledger, or of some screenings, in figures and pictures, and what is still to be decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sanctions.errors import UsageError
from sanctions.ledger import Ledger
from sanctions.ledger.screenings import Summary
from sanctions.review.decisions import Decision, OpenHit, Register
from sanctions.review.memory import Standing
from sanctions.review.outstanding import standings_of, undecided
from sanctions.review.words import DISPOSITIONS
from sanctions.version import __version__
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.charts import ROW, bars, tally
from sanctions.workbook.layout import Book, Column, Furniture, Sheet
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.saving import save, written_beside

AGES = ((0, "today"), (7, "1 to 7 days"), (30, "8 to 30 days"), (90, "31 to 90 days"))
"""The ageing's classes: the greatest age in days, and what it is called. What is older is the last class."""
OLDER = "over 90 days"

STEP = 0.02
"""How wide a class of the score distribution is."""

_WIDTHS = (24, 11, 12, 12, 12, 12, 12)
_LEAST_ROWS = 10
"""Rows that a chart takes beside its table."""

_OPEN = (
    Column("Age, days", 8, "integer"),
    Column("First found (UTC)", 16, "datetime"),
    Column("Party ID", 14),
    Column("Party", 30),
    Column("Who was hit", 18),
    Column("Listed name", 30),
    Column("Entry", 22),
    Column("Score", 9, "score"),
    Column("Band", 11),
    Column("State", 24),
    Column("Newest screening", 28),
)
_SCREENINGS = (
    Column("Screening", 28),
    Column("Recorded (UTC)", 17, "datetime"),
    Column("By", 20),
    Column("Book", 44),
    Column("Threshold", 11, "score"),
    Column("Parties", 10, "integer"),
    Column("Rejected", 10, "integer"),
    Column("Alerts", 10, "integer"),
    Column("Recorded weak hits", 12, "integer"),
)
_STATE_WORDS = {"open": "open", "re-opened": "open again", "awaiting": "awaiting a check", "returned": "returned by the checker"}


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What a portfolio shows. ``hits`` are the alerts, a party and a target once, as the newest screening has them."""

    moment: datetime
    screenings: Sequence[Summary]
    hits: Sequence[Standing]
    undecided: Sequence[OpenHit]
    decisions: Sequence[Decision]


def overview_of(ledger: Ledger, moment: datetime, only: Sequence[str] = ()) -> Overview:
    """The figures of the ledger at that moment, of all its screenings or of ``only`` some. Trials and demonstrations do not count.

    Raises UsageError for a screening that is not recorded.
    """
    recorded = list(ledger.screenings())
    if unknown := set(only) - {one.id for one in recorded}:
        raise UsageError(f"The ledger holds no screening {', '.join(sorted(unknown))}. 'sanctions audit log --kind screening' lists them.")
    shown = [one for one in recorded if not only or one.id in only]
    newest: dict[tuple[str, str], Standing] = {}
    counted = []
    for summary in shown:
        if _counts(ledger, summary.id):
            counted.append(summary)
            newest.update({(one.memory, one.entity): one for one in standings_of(ledger, summary.id) if one.status == "alert"})
    names = {one.id for one in counted}
    return Overview(
        moment=moment,
        screenings=counted,
        hits=list(newest.values()),
        undecided=[one for one in undecided(ledger, moment) if one.screening in names],
        decisions=[one for one in Register.of(ledger).current() if (one.memory, one.body.entity) in newest],
    )


def _counts(ledger: Ledger, screening: str) -> bool:
    content = next(ledger.entries(kind="screening", subject=screening)).content
    return not content["demo"] and not (content["policy"] or {}).get("what_if")


def write_overview(overview: Overview, again: str, path: Path) -> None:
    """Write the portfolio to ``path``. Raises OutputError; an earlier file is then unchanged."""
    title = f"Portfolio of hits as of {words.utc(overview.moment)}"
    with written_beside(path) as part, Book(Furniture(report=title)) as book:
        _write_figures(book, overview, again)
        write_listing(book, _open_listing(), map(_open_row, overview.undecided))
        write_listing(book, _screening_listing(), map(_screening_row, overview.screenings))
        about = book.workbook.properties
        about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
        about.title = title
        about.created = about.modified = overview.moment.astimezone(UTC)
        save(book.workbook, part)


def _write_figures(book: Book, overview: Overview, again: str) -> None:
    sheet = book.sheet("Portfolio", _WIDTHS, upright=True, tab="1F3864")
    sheet.across("Portfolio of hits", "title", least=28)
    sheet.across(f"As of {words.utc(overview.moment)} · sanctions toolkit {__version__}", "subtitle")
    sheet.section("Answer")
    for number, line in enumerate(_answer(overview)):
        sheet.across(line, "prose" if number else "strong")
    _picture(sheet, "Alerts by band", "Band", _by_band(overview), "1F3864")
    _picture(sheet, "Alerts by list", "List", Counter(one.entity.partition(":")[0] for one in overview.hits).most_common(), "1F3864")
    _picture(sheet, "Alerts by score", "Score", by_score([one.score for one in overview.hits]), "5B7DB1", lying=False)
    sheet.page_break()
    _picture(sheet, "Undecided alerts by age", "Since first found", by_age([one.age for one in overview.undecided]), "B54708")
    _picture(sheet, "Decisions", "Decision", _by_decision(overview), "12805C")
    sheet.section("How it is counted")
    for line in _counting():
        sheet.across(line, "prose")
    sheet.row(["Written again by", again], ["label", "text"], spans=[1, len(_WIDTHS) - 1])


def _answer(overview: Overview) -> Iterator[str]:
    hits, open_hits = len(overview.hits), overview.undecided
    parties = len({one.memory for one in overview.hits})
    if not overview.screenings:
        yield "No screening is recorded."
        return
    first, last = overview.screenings[0], overview.screenings[-1]
    yield f"{words.plural(hits, 'alert')} on {words.plural(parties, 'party', 'parties')}; {len(open_hits):,} undecided."
    if open_hits:
        yield f"The oldest undecided alert was first found {words.plural(max(one.age for one in open_hits), 'day')} ago."
    counted = words.plural(len(overview.screenings), "screening")
    yield f"From {counted}, {first.time[:10]} to {last.time[:10]}, each on the sheet Screenings."


def _picture(sheet: Sheet, title: str, heading: str, rows: Sequence[tuple[str, int]], colour: str, *, lying: bool = True) -> None:
    """A small table with its chart beside it; a table of nothing says so."""
    sheet.section(title)
    if not any(number for _, number in rows):
        sheet.across("None.", "prose")
        return
    top = sheet.at
    found = tally(sheet, (heading, "Number"), rows)
    tall = max(_LEAST_ROWS, len(rows) + 1)
    bars(sheet, title, found, f"C{top}", width=13.2, height=ROW * (tall - 1), lying=lying, colour=colour)
    sheet.blank(max(0, top + tall - sheet.at))


def _by_band(overview: Overview) -> list[tuple[str, int]]:
    counts = Counter(one.band for one in overview.hits)
    return [(name, counts[name]) for name in words.BANDS]


def by_score(scores: Iterable[float]) -> list[tuple[str, int]]:
    """How many scores lie in each class of ``STEP``, from the lowest that is there to 1; 1 belongs to the last."""
    top = round(1 / STEP)
    counts = Counter(min(int(score / STEP + 1e-9), top - 1) for score in scores)
    names = [f"{place * STEP:.2f}" if place < top - 1 else f"{place * STEP:.2f} to 1" for place in range(top)]
    return [(names[place], counts[place]) for place in range(min(counts), top)] if counts else []


def by_age(days: Iterable[int]) -> list[tuple[str, int]]:
    """How many ages lie in each class of ``AGES``."""
    counts = Counter(next((name for most, name in AGES if age <= most), OLDER) for age in days)
    return [(name, counts[name]) for name in (*(name for _, name in AGES), OLDER)]


def _by_decision(overview: Overview) -> list[tuple[str, int]]:
    """Alerts by what holds of them: the decision in force, or why there is none."""
    waiting = {(one.memory, one.entity): _STATE_WORDS.get(one.state, one.state) for one in overview.undecided}
    decided = {(one.memory, one.body.entity): one.body.disposition for one in overview.decisions}
    counts: Counter[str] = Counter()
    for one in overview.hits:
        pair = one.memory, one.entity
        counts[waiting.get(pair) or decided.get(pair) or one.disposition or one.state] += 1
    return [(name, counts[name]) for name in (*DISPOSITIONS, *_STATE_WORDS.values())]


def _counting() -> Iterator[str]:
    yield "A party and a listed target count once, with the score of the newest screening that found them together."
    yield "Alerts alone are counted: hits that a policy records without an alert are not, nor trials of another policy, nor demonstrations."
    yield "An alert is undecided while nobody has decided it, while a second person's check is awaited, and again when it has opened again."
    yield "Its age counts in days from when the two were first found together without a decision since."


def _open_listing() -> Listing:
    return Listing(
        title="Undecided",
        table="Undecided",
        columns=_OPEN,
        intro=("Every alert that is undecided, the oldest first.",),
        empty="Nothing is undecided.",
        frozen=4,
        tab="B54708",
    )


def _open_row(one: OpenHit) -> list[Value]:
    who = f"{one.role}" if one.role else "the party itself"
    band = Styled(one.band, f"band_{one.band}")
    state = _STATE_WORDS.get(one.state, one.state)
    return [one.age, one.found, one.party, one.name, who, one.listed, one.entity, one.score, band, state, f"{one.screening}, {one.key}"]


def _screening_listing() -> Listing:
    return Listing(
        title="Screenings",
        table="Screenings",
        columns=_SCREENINGS,
        intro=("The screenings that are counted, the oldest first.",),
        empty="No screening is recorded.",
        frozen=1,
    )


def _screening_row(one: Summary) -> list[Value]:
    when = datetime.fromisoformat(one.time)
    book = one.book or "names given by hand"
    return [one.id, when, one.actor, book, one.threshold, one.parties, one.rejected, one.hits, one.recorded]
