"""Moments and ages: ISO 8601 in, words out. Everything is UTC."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from sanctions.errors import UsageError


def parse_moment(text: str, *, end_of_day: bool = False) -> datetime:
    """An ISO 8601 date or date and time, as UTC; a time without a zone is taken as UTC.

    A date alone means its first moment, or its last with ``end_of_day`` (what "as of that day" means).
    Raises UsageError for anything else.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text!r} is not a time. Write it as 2026-02-27 or 2026-02-27T14:30:00Z.") from None
    if end_of_day and len(text.strip()) <= len("2026-02-27"):
        moment = datetime.combine(moment.date(), time.max)
    return as_utc(moment)


def as_utc(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone is taken as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def iso(moment: datetime) -> str:
    """``2026-02-27T14:30:00Z``: seconds are enough for a reader."""
    return as_utc(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def age(span: timedelta) -> str:
    """How long, in the largest unit of which there are two or more: "3 days", "25 hours", "1 minute", "moments"."""
    seconds = max(int(span.total_seconds()), 0)
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= 2 * length or (unit == "minute" and seconds >= length):
            return count(seconds // length, unit)
    return "moments"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 entry", "14,965 entries"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
