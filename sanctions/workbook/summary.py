"""The Summary sheet: what was asked, what was found, what was not searched, and what none of it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sanctions.model import Screening
from sanctions.version import __version__
from sanctions.workbook import words
from sanctions.workbook.cells import Link, Styled, Value
from sanctions.workbook.charts import bars, tally
from sanctions.workbook.contents import BookNotes, Counts, Finding, by_list, not_searched, searched
from sanctions.workbook.layout import Book, Sheet

_WIDTHS = (26, 9, 12, 14, 12, 12, 12, 14)
_CHART_ROWS = 11
_ONE_PAGE = 84
"""So many rows are still legible on one page; with more, what the workbook holds begins the next."""
_SHEETS = (
    ("Hits", "one row a hit, with columns for the decision"),
    ("No hits", "every party without an alert, and what that means"),
    ("Not screened", "rows that could not be screened, and why"),
    ("Explanation", "how each score came about, feature by feature"),
    ("Lists searched", "the copies of the lists: dates, digests, entries, state"),
    ("Legal basis", "what the programmes in the hits rest on"),
    ("Method", "versions, threshold, features, how the book was read"),
)


def write_summary(book: Book, screening: Screening, found: Sequence[Finding], counts: Counts, notes: BookNotes | None) -> None:
    """The first sheet, one page wide."""
    sheet = book.sheet("Summary", _WIDTHS, upright=True, tab="1F3864")
    sheet.across("Sanctions screening report", "title", least=28)
    sheet.across(f"Report {screening.id} · screened {words.utc(screening.asked_at)} · sanctions toolkit {__version__}", "subtitle")
    for text, style in words.warnings(screening):
        sheet.across(text, style, least=20)
    if counts.mismatch:
        sheet.across(f"THE COUNTS DO NOT ADD UP: {counts.mismatch}. Do not rely on this report.", "banner_red", least=20)
    sheet.section("Question")
    sheet.across(question(screening, counts, notes), "prose")
    sheet.section("Answer")
    sheet.across(answer(screening, counts), "strong")
    _write_counts(sheet, counts)
    _write_charts(sheet, found)
    _write_lists(sheet, screening)
    sheet.section("What this report does not say")
    for number, limit in enumerate(words.limits(screening), start=1):
        sheet.across(f"{number}. {limit}", "prose")
    rest = sheet.at
    sheet.section("In this workbook")
    for title, what in _SHEETS:
        sheet.row([Styled(Link(title, sheet=title), "link"), what], ["label", "text"], spans=[1, len(_WIDTHS) - 1])
    sheet.section("To be filled in")
    for label in ("Screened by", "Reviewed by", "Date of review"):
        sheet.row([label, None], ["label", "input"], spans=[1, 3], least=18)
    if sheet.at <= _ONE_PAGE:
        sheet.raw.page_setup.fitToHeight = 1
    else:
        sheet.page_break(rest)


def question(screening: Screening, counts: Counts, notes: BookNotes | None) -> str:
    """The question as a sentence: who, from what book, against which lists, at what threshold."""
    source = (notes.file if notes else None) or screening.book
    if source:
        asked = f"the {words.plural(counts.screened, 'party', 'parties')} of the book {source}"
    else:
        names = [result.party.name for result in screening.results[:3]]
        more = len(screening.results) - len(names)
        asked = "; ".join(f"“{name}”" for name in names) + (f" and {more:,} more" if more > 0 else "")
    related = f", with {words.plural(counts.related, 'related person')} named in their rows," if counts.related else ""
    lists = words.plural(len(searched(screening)), "list")
    return (
        f"Does any name of {asked}{related} match an entry of the {lists} searched – {words.lists_and_dates(screening)} – "
        f"at a score of {words.threshold(screening)} or more?"
    )


def answer(screening: Screening, counts: Counts) -> str:
    """The answer as a sentence that cannot be taken for more than it is."""
    missing = not_searched(screening)
    lacking = f" {words.plural(len(missing), 'list was', 'lists were')} not searched." if missing else ""
    if not counts.alerts:
        return f"{words.nothing_found(screening)}{lacking}"
    rest = counts.alerts - counts.cleared
    to_do = "each to be decided on the sheet Hits"
    if counts.cleared:
        left = f"the other {rest:,} to be decided on the sheet Hits" if rest else "none is left to decide"
        settled = "1 is a false positive" if counts.cleared == 1 else f"{counts.cleared:,} are false positives"
        to_do = f"of which {settled} by earlier decisions; {left}"
    return (
        f"{words.plural(counts.alerts, 'alert')} on {words.plural(counts.with_alerts, 'party', 'parties')} of {counts.screened:,}, "
        f"{to_do}.{lacking}{words.incomplete(screening)}"
    )


_SETTLED = "by earlier decisions that still hold: on the sheet Hits, in grey, with who, when and why"


def _write_counts(sheet: Sheet, counts: Counts) -> None:
    sheet.section("How the counts add up")
    rows: list[tuple[str, int, str]] = [
        ("Rows read", counts.read, "= screened + rejected + blank"),
        ("– screened", counts.screened, "= with an alert + without an alert"),
        ("– rejected", counts.rejected, "each with its reason on the sheet Not screened"),
        ("– blank", counts.blank, "rows with nothing in them"),
        ("Parties with an alert", counts.with_alerts, "on the sheet Hits"),
        ("Parties without an alert", counts.without_alerts, "on the sheet No hits"),
        ("Alerts", counts.alerts, "hits at or above the threshold"),
        *([("– false positives", counts.cleared, _SETTLED)] if counts.cleared else []),
        ("Recorded weak hits", counts.recorded, "weak aliases alone: on the sheet Hits, in grey, not counted as alerts"),
        ("Related persons screened", counts.related, "owners, directors, agents, vessels … named in the parties' rows"),
    ]
    for label, number, meaning in rows:
        sheet.row([label, number, meaning], ["label", "integer", "text"], spans=[1, 1, len(_WIDTHS) - 2])


def _write_charts(sheet: Sheet, found: Sequence[Finding]) -> None:
    """Alerts by list and by band, as small tables with a chart beside each."""
    lists, by_band = by_list(found), Counter(finding.band for finding in found if not finding.recorded)
    if not lists:
        return
    sheet.section("Alerts by list and by band")
    top = sheet.at
    first = tally(sheet, ("List", "Alerts"), lists.most_common())
    second = tally(sheet, ("Band", "Alerts"), [(name, by_band[name]) for name in words.BANDS])
    sheet.blank(max(0, top + _CHART_ROWS - sheet.at))
    bars(sheet, "Alerts by list", first, f"C{top}", width=6.9)
    bars(sheet, "Alerts by band", second, f"F{top}", width=7.4)


def _write_lists(sheet: Sheet, screening: Screening) -> None:
    sheet.section("Lists")
    spans = (1, 3, 1, 2, 1)
    sheet.row(["List", "State", "Published", "Retrieved (UTC)", "Entries"], ["header"] * 5, spans=spans)
    for one in screening.coverage:
        entries: Value = one.entries if one.entries is not None else "–"
        sheet.row(
            [one.list, Styled(*words.state(one)), words.day(one.published), one.retrieved or "–", entries],
            ["label", "text", "date", "datetime", "integer"],
            spans=spans,
        )
    if not screening.coverage:
        sheet.across("No list was named.", "caution")
