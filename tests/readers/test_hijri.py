"""The Islamic calendar: days that are known, and that no date jumps, overlaps wrongly or falls out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.readers.hijri import YEARS, from_hijri


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        # the first days of years and of Ramadan as they were kept, which may lie a day beside the table
        ((1400, 1, 1), date(1979, 11, 20)),
        ((1445, 1, 1), date(2023, 7, 19)),
        ((1446, 9, 1), date(2025, 3, 1)),
        ((1343, 12, 30), date(1925, 7, 21)),
    ],
)
def test_days_that_are_known(hijri: tuple[int, int, int], day: date) -> None:
    found = from_hijri(*hijri)
    assert found.first <= day <= found.last
    assert found.last - found.first == timedelta(days=2)


def test_a_year_or_a_month_alone() -> None:
    year, month = from_hijri(1382), from_hijri(1382, 1)
    assert (year.text, str(year)) == ("1382 (Hijri)", "1962-06-03/1963-05-25")
    assert year.first == month.first
    assert 30 <= (month.last - month.first).days <= 32


@given(st.integers(min(YEARS), max(YEARS) - 1), st.integers(1, 12), st.integers(1, 29))
def test_each_day_is_followed_by_the_next_and_lies_in_its_month_and_year(year: int, month: int, day: int) -> None:
    found = from_hijri(year, month, day)
    following = from_hijri(year, month, day + 1)
    assert following.first - found.first == timedelta(days=1)
    for wider in (from_hijri(year, month), from_hijri(year)):
        assert wider.first <= found.first <= found.last <= wider.last


@pytest.mark.parametrize("hijri", [(1962,), (622, 1, 1), (1382, 13), (1382, 1, 31), (1382, -1)])
def test_what_is_no_date(hijri: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="not a date of the Hijri calendar"):
        from_hijri(*hijri)
