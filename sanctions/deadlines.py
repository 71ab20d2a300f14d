"""When OFAC's reports are due, and how long records are kept: dates counted by rule, from a day that a person names.

Sources. 31 CFR 501.603(b)(1): blocked property is reported within 10 business days from the day on which it became
blocked; (b)(2): what is held on 30 June is reported by 30 September of that year. 31 CFR 501.604: a rejected
transaction is reported within 10 business days of the rejection. 31 CFR 501.601, as amended by 90 FR 13286 from
12 March 2025: records are kept for at least ten years, of blocked property for ten years after it is unblocked.

Part 501 does not say what a business day is. Here it is Monday to Friday without the legal public holidays of
5 U.S.C. 6103(a). One that falls on a Saturday is kept on the Friday before (6103(b)), one that falls on a Sunday on
the Monday after (Executive Order 11582, section 3). Inauguration Day (6103(c)) is a holiday around Washington alone,
and days that a President gives off by order are not foreseen: neither is counted as one, so that no date is too late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

REPORT_DAYS = 10
"""Business days in which a report of blocked property or of a rejected transaction is due."""

RECORD_YEARS = 10
"""Years for which 31 CFR 501.601 asks that records be kept."""

_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_DAY = timedelta(days=1)


def business_days_after(start: date, days: int) -> date:
    """The ``days``-th business day after ``start``, which itself is not counted."""
    at = start
    while days:
        at += _DAY
        days -= is_business_day(at)
    return at


def is_business_day(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in _kept(day.year) and day not in _kept(day.year + 1)


def report_due(event: date) -> date:
    """The last day for the report of property that became blocked, or of a transaction that was rejected, on ``event``."""
    return business_days_after(event, REPORT_DAYS)


def annual_report_due(blocked: date) -> date:
    """The last day of the first annual report that property blocked on that day falls under, if it is held on that 30 June."""
    year = blocked.year if blocked <= date(blocked.year, 6, 30) else blocked.year + 1
    return date(year, 9, 30)


def keep_until(day: date, years: int = RECORD_YEARS) -> date:
    """The day until which a record of that day is kept."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def holidays_between(start: date, end: date) -> Iterator[tuple[date, str]]:
    """The holidays after ``start`` and up to ``end`` on the days on which they are kept, each with its name."""
    for year in range(start.year, end.year + 2):
        for day, name in sorted(_kept(year).items()):
            if start < day <= end:
                yield day, name


@cache
def _kept(year: int) -> dict[date, str]:
    """The holidays of a year on the weekdays on which they are kept; New Year's Day may be kept on 31 December."""
    return {_observed(day): name for day, name in _holidays(year)}


def _observed(day: date) -> date:
    shift = {_SATURDAY: -_DAY, _SUNDAY: _DAY}.get(day.weekday())
    return day + shift if shift else day


def _holidays(year: int) -> Iterator[tuple[date, str]]:
    """The days of 5 U.S.C. 6103(a), each from the year from which it is one."""
    yield date(year, 1, 1), "New Year's Day"
    if year >= 1986:
        yield _nth(year, 1, _MONDAY, 3), "Birthday of Martin Luther King, Jr."
    yield _nth(year, 2, _MONDAY, 3), "Washington's Birthday"
    yield _nth(year, 6, _MONDAY, 1) - 7 * _DAY, "Memorial Day"
    if year >= 2021:
        yield date(year, 6, 19), "Juneteenth National Independence Day"
    yield date(year, 7, 4), "Independence Day"
    yield _nth(year, 9, _MONDAY, 1), "Labor Day"
    yield _nth(year, 10, _MONDAY, 2), "Columbus Day"
    yield date(year, 11, 11), "Veterans Day"
    yield _nth(year, 11, _THURSDAY, 4), "Thanksgiving Day"
    yield date(year, 12, 25), "Christmas Day"


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """The ``number``-th such weekday of a month. The last Monday of May lies a week before the first of June."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
