"""Dates of the Islamic (Hijri) calendar brought to the Gregorian, as exactly as that can be done.

Months begin with the sighting of the moon, so no table is exact. The tabular calendar is used (civil epoch, 16 July 622
Julian; leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each thirty: R. Dershowitz and E. Reingold, Calendrical
Calculations, chapter "The Islamic Calendar"). What was observed can lie a day before or after it, so a date here is
the interval that is a day longer on both sides.
"""

from __future__ import annotations

from datetime import date, timedelta

from sanctions.dates import PartialDate

EPOCH = 227_015
"""1 Muharram 1 AH as a day of the proleptic Gregorian calendar (``date.toordinal``)."""

OBSERVED = timedelta(days=1)
YEARS = range(1200, 1500)
"""Years of which a birth date or an event on a list can be: 1785 to 2077. Anything else is a slip, or no Hijri year."""


def from_hijri(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """The Gregorian interval of a Hijri date, a day wider on both sides; its text says what was written.

    Raises ValueError for a date that the calendar does not have, or a year outside YEARS.
    """
    if year not in YEARS or not 0 <= (month or 0) <= 12 or not 0 <= (day or 0) <= 30:
        raise ValueError(f"{_written(year, month, day)} is not a date of the Hijri calendar that can stand here")
    if not month:
        first, last = _ordinal(year, 1, 1), _ordinal(year + 1, 1, 1) - 1
    elif not day:
        first, last = _ordinal(year, month, 1), _month_end(year, month)
    else:
        # a month of 29 days by the table may have been observed with 30
        first = last = _ordinal(year, month, day)
    return PartialDate(
        first=date.fromordinal(first) - OBSERVED, last=date.fromordinal(last) + OBSERVED, text=f"{_written(year, month, day)} (Hijri)"
    )


def _ordinal(year: int, month: int, day: int) -> int:
    return EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def _month_end(year: int, month: int) -> int:
    return (_ordinal(year, month + 1, 1) if month < 12 else _ordinal(year + 1, 1, 1)) - 1


def _written(year: int, month: int | None, day: int | None) -> str:
    return "-".join(f"{part:02}" for part in (year, month or 0, day or 0) if part)
