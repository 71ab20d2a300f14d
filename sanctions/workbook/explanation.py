"""The Explanation sheet: for each hit the features side by side, and a sum that is the score."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.contents import Finding
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing

_COLUMNS = (
    Column("Hit", 8),
    Column("Party", 24),
    Column("Listed name", 28),
    Column("List", 16),
    Column("Feature", 17),
    Column("Asked", 25),
    Column("Listed", 28),
    Column("Points", 9, "points"),
    Column("In words", 54),
)
SUM = "Sum = score"


def write_explanation(book: Book, found: Sequence[Finding]) -> None:
    """A row for each reason of each hit, and a row that adds them up."""
    listing = Listing(
        title="Explanation",
        table="Explanation",
        columns=_COLUMNS,
        intro=("How each score came about: what was compared, what it is worth, and why. The points of a hit add up to its score.",),
        empty="There is no hit to explain.",
        frozen=2,
    )
    write_listing(book, listing, (row for finding in found for row in _rows(finding)))


def _rows(finding: Finding) -> Iterator[list[Value]]:
    hit = finding.hit
    same: list[Value] = [finding.number, finding.result.party.name, hit.entity.name, hit.entity.list]
    for reason in hit.comparison.reasons:
        yield [*same, words.feature(reason.feature), reason.asked or "–", reason.listed or "–", reason.points, reason.detail]
    values: list[Value] = [*same, SUM, hit.comparison.asked, _matched(finding)]
    yield [*(Styled(value, "sum") for value in values), Styled(hit.score, "sum_points"), Styled(_verdict(finding), "sum")]


def _matched(finding: Finding) -> str:
    matched = finding.hit.comparison.matched
    return matched.full if matched else "–"


def _verdict(finding: Finding) -> str:
    """That the points add up to the score, or, as a fault to be reported, that they do not."""
    total = math.fsum(reason.points for reason in finding.hit.comparison.reasons)
    if math.isclose(total, finding.hit.score, abs_tol=1e-9):
        return "The points above add up to this score."
    return f"FAULT: the points above add up to {total:.6f}, not to this score. Do not rely on it; report this as a fault of the toolkit."
