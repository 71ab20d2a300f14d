"""Due dates as an officer counts them on a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions import deadlines

OPM_2027 = {  # as the Office of Personnel Management publishes them for 2027
    date(2027, 1, 1),
    date(2027, 1, 18),
    date(2027, 2, 15),
    date(2027, 5, 31),
    date(2027, 6, 18),  # Juneteenth falls on a Saturday
    date(2027, 7, 5),  # Independence Day falls on a Sunday
    date(2027, 9, 6),
    date(2027, 10, 11),
    date(2027, 11, 11),
    date(2027, 11, 25),
    date(2027, 12, 24),  # Christmas Day falls on a Saturday
    date(2027, 12, 31),  # New Year's Day of 2028 falls on a Saturday
}


def test_the_holidays_of_a_year_are_those_that_are_published() -> None:
    found = {day for day, _ in deadlines.holidays_between(date(2026, 12, 31), date(2027, 12, 31))}
    assert found == OPM_2027


@pytest.mark.parametrize(
    ("event", "due", "why"),
    [
        (date(2026, 9, 8), date(2026, 9, 22), "two plain weeks"),
        (date(2026, 9, 4), date(2026, 9, 21), "Labor Day lies between"),
        (date(2026, 9, 5), date(2026, 9, 21), "blocked on a Saturday: the count begins on the next business day, after Labor Day"),
        (date(2026, 12, 18), date(2027, 1, 5), "Christmas and New Year's Day"),
        (date(2026, 11, 24), date(2026, 12, 9), "Thanksgiving"),
        (date(2027, 6, 10), date(2027, 6, 25), "Juneteenth is kept on the Friday before"),
        (date(2027, 6, 24), date(2027, 7, 9), "Independence Day is kept on the Monday after"),
        (date(2027, 12, 20), date(2028, 1, 5), "Christmas and New Year's Day, both kept on Fridays"),
        (date(2025, 1, 13), date(2025, 1, 28), "Inauguration Day falls on King's birthday, which is one holiday"),
        (date(2029, 1, 16), date(2029, 1, 30), "Inauguration Day is no holiday of the whole country"),
        (date(2020, 6, 12), date(2020, 6, 26), "Juneteenth is a holiday from 2021"),
    ],
)
def test_a_report_is_due_within_ten_business_days(event: date, due: date, why: str) -> None:
    assert deadlines.report_due(event) == due, why


@pytest.mark.parametrize(
    ("blocked", "due"),
    [
        (date(2026, 6, 30), date(2026, 9, 30)),
        (date(2026, 7, 1), date(2027, 9, 30)),
        (date(2026, 1, 2), date(2026, 9, 30)),
    ],
)
def test_what_is_held_on_30_june_is_reported_by_30_september(blocked: date, due: date) -> None:
    assert deadlines.annual_report_due(blocked) == due


@pytest.mark.parametrize(
    ("day", "until"), [(date(2026, 9, 8), date(2036, 9, 8)), (date(2024, 2, 29), date(2034, 3, 1)), (date(2028, 2, 29), date(2038, 3, 1))]
)
def test_records_are_kept_for_ten_years(day: date, until: date) -> None:
    assert deadlines.keep_until(day) == until


@given(st.dates(date(2021, 1, 1), date(2099, 1, 1)))
def test_between_an_event_and_its_due_day_lie_ten_business_days(event: date) -> None:
    due = deadlines.report_due(event)
    days = [event + timedelta(days=number) for number in range(1, (due - event).days + 1)]
    assert deadlines.is_business_day(due)
    assert sum(map(deadlines.is_business_day, days)) == deadlines.REPORT_DAYS
    off = [day for day in days if not deadlines.is_business_day(day)]
    holidays = {day for day, _ in deadlines.holidays_between(event, due)}
    assert all(day.weekday() >= 5 or day in holidays for day in off)
