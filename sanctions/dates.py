"""Partial dates: what lists and books say of a birth date, kept as the interval that it means.

A list says "1962", "circa 1962", "Jul 1962", "1962 to 1965" or "00/00/1975". Each is an interval of
days with, perhaps, a "circa"; two of them are compared by rules and never as strings.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import StrEnum

import msgspec

from sanctions.patterns import regex

CIRCA_YEARS = 2
"""How far a "circa" reaches to each side, in years. Our choice: lists do not define it."""

NEAR_YEARS = 1
"""Birth years this far apart are "near": the commonest slip in passports read out or typed over."""


class DateAgreement(StrEnum):
    """How two partial dates stand to each other, from the strongest agreement to contradiction."""

    EQUAL = "equal"  # both to the day, and the same day
    COMPATIBLE = "compatible"  # one is less precise (or circa) and contains or overlaps the other
    SWAPPED = "swapped"  # day and month change places
    ONE_DIGIT = "one_digit"  # one digit differs, or two neighbouring digits are transposed
    NEAR = "near"  # no more than NEAR_YEARS between them
    CONTRADICTING = "contradicting"


class PartialDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date as precisely as a publisher gave it.

    ``first`` and ``last`` are the first and last day it can mean, both included; ``text`` is what
    was written. ``first == last`` is an exact day. ``circa`` says that the publisher hedged.
    """

    first: date
    last: date
    circa: bool = False
    text: str = ""

    @property
    def exact(self) -> bool:
        return self.first == self.last and not self.circa

    @property
    def precision(self) -> str:
        """ "day", "month", "year" or "range"."""
        if self.first == self.last:
            return "day"
        if self.first == _month_start(self.first) and self.last == _month_end(self.first):
            return "month"
        if (self.first.month, self.first.day) == (1, 1) and (self.last.month, self.last.day) == (12, 31):
            return "year" if self.first.year == self.last.year else "range"
        return "range"

    def __str__(self) -> str:
        """The date in EDTF (ISO 8601-2:2019): 1962, 1962-07, 1962-07-03, 1962/1965, 1962~."""
        if self.precision == "range":
            years = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
            body = f"{self.first.year:04}/{self.last.year:04}" if years else f"{self.first}/{self.last}"
        else:
            body = self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]
        return body + ("~" if self.circa else "")

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None, *, circa: bool = False, text: str = "") -> PartialDate:
        """A date from its parts; a missing or zero month or day is unknown. Raises ValueError if no such day exists."""
        if not 1 <= year <= 9999:
            raise ValueError(f"{year} is not a year")
        if not month:
            return cls(first=date(year, 1, 1), last=date(year, 12, 31), circa=circa, text=text)
        if not day:
            start = date(year, month, 1)
            return cls(first=start, last=_month_end(start), circa=circa, text=text)
        exact = date(year, month, day)
        return cls(first=exact, last=exact, circa=circa, text=text)

    @classmethod
    def between(cls, first: PartialDate, last: PartialDate, *, text: str = "") -> PartialDate:
        """The range from the first day of ``first`` to the last day of ``last``. Raises ValueError if it runs backwards."""
        if last.last < first.first:
            raise ValueError(f"the range {first} to {last} runs backwards")
        return cls(first=first.first, last=last.last, circa=first.circa or last.circa, text=text)


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


_MONTHS = dict(zip(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), range(1, 13), strict=True))
_CIRCA = regex(r"^\s*(?:circa|approximately|approx\.?|about|around|ca?\.|c(?=\d))\s*", re.I)
_RANGE = regex(r"^(?:between\s+|from\s+)?(?P<a>.+?)(?:\s+(?:to|and|until)\s+|\s+[-–]\s+|(?<=\d{4})[-–/](?=\d{4}$))(?P<b>.+)$", re.I)
_YEAR = regex(r"^\d{4}$")
_ISO = regex(r"^(\d{4})-(\d{1,2}|00|xx|mm)(?:-(\d{1,2}|00|xx|dd))?(?:[T ].*)?$", re.I)
_WORDS = regex(r"^(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?([a-z]{3,9})\.?,?[ -]+(\d{4})$", re.I)
_WORDS_US = regex(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$", re.I)
_NUMBERS = regex(r"^(\d{1,2}|dd|mm)[/.](\d{1,2}|dd|mm)[/.](\d{4})$", re.I)
_MONTH_YEAR = regex(r"^(\d{1,2}|mm)[/.](\d{4})$", re.I)


def parse_date(text: str, *, month_first: bool = False) -> PartialDate:
    """Read a date as publishers and officers write it.

    Understands 1962 · circa 1962 · Jul 1962 · 03 Jul 1962 · July 3, 1962 · 1962-07-03 · 1962-07 ·
    03/07/1962 (day first, unless ``month_first``, as in OFAC's MM/DD/YYYY) · dd/mm/1968 ·
    00/00/1975 · 1962 to 1965 · between Jan 1962 and Mar 1963 · 1962/1965 (EDTF) · 1962~.

    Raises ValueError, with the text in its message, for anything else.
    """
    raw = " ".join(text.split())
    circa = bool(_CIRCA.match(raw)) or raw.endswith("~")
    body = _CIRCA.sub("", raw).removesuffix("~").strip()
    try:
        one = _parse_single(body, month_first)
        if one:
            return PartialDate.of(*one, circa=circa, text=text.strip())
        span = _RANGE.match(body)
        if span:
            first = parse_date(span["a"], month_first=month_first)
            last = parse_date(span["b"], month_first=month_first)
            both = PartialDate.between(first, last, text=text.strip())
            return PartialDate(first=both.first, last=both.last, circa=circa or both.circa, text=both.text)
    except ValueError as problem:
        raise ValueError(f"{text!r} is not a date: {problem}") from None
    raise ValueError(f"{text!r} is not a date")


def _parse_single(body: str, month_first: bool) -> tuple[int, int | None, int | None] | None:
    if _YEAR.match(body):
        return int(body), None, None
    if m := _ISO.match(body):
        return int(m[1]), _part(m[2]), _part(m[3])
    if m := _WORDS.match(body):
        return int(m[3]), _month(m[2]), _part(m[1])
    if m := _WORDS_US.match(body):
        return int(m[3]), _month(m[1]), _part(m[2])
    if m := _NUMBERS.match(body):
        first, second = _part(m[1]), _part(m[2])
        day, month = (second, first) if month_first else (first, second)
        return int(m[3]), month, day
    if m := _MONTH_YEAR.match(body):
        return int(m[2]), _part(m[1]), None
    return None


def _part(text: str | None) -> int | None:
    """A day or month number; "00", "dd", "mm", "xx" and nothing mean unknown."""
    return int(text) or None if text and text.isdigit() else None


def _month(word: str) -> int:
    try:
        return _MONTHS[word[:3].lower()]
    except KeyError:
        raise ValueError(f"{word!r} is not a month") from None


def compare_dates(a: PartialDate, b: PartialDate) -> DateAgreement:
    """How two dates agree. Symmetric.

    Exact days are compared to the digit; anything less precise, or "circa", by overlap, where a
    "circa" reaches CIRCA_YEARS to each side.
    """
    if a.exact and b.exact:
        return _compare_exact(a.first, b.first)
    if _reach(a, -1) <= _reach(b, +1) and _reach(b, -1) <= _reach(a, +1):
        return DateAgreement.COMPATIBLE
    gap = max(a.first, b.first).year - min(a.last, b.last).year
    return DateAgreement.NEAR if gap <= NEAR_YEARS else DateAgreement.CONTRADICTING


def _reach(value: PartialDate, direction: int) -> date:
    edge = value.first if direction < 0 else value.last
    if not value.circa:
        return edge
    year = min(max(edge.year + direction * CIRCA_YEARS, 1), 9999)
    return date(year, 1, 1) if direction < 0 else date(year, 12, 31)


def _compare_exact(a: date, b: date) -> DateAgreement:
    if a == b:
        return DateAgreement.EQUAL
    if a.year == b.year and (a.month, a.day) == (b.day, b.month):
        return DateAgreement.SWAPPED
    x, y = a.strftime("%Y%m%d"), b.strftime("%Y%m%d")
    differing = [i for i in range(8) if x[i] != y[i]]
    transposed = (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and x[differing[0]] == y[differing[1]]
        and x[differing[1]] == y[differing[0]]
    )
    if transposed or len(differing) == 1:
        return DateAgreement.ONE_DIGIT
    return DateAgreement.NEAR if abs((a - b).days) <= 366 * NEAR_YEARS else DateAgreement.CONTRADICTING
