"""The options that screening commands share, and the screener they open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sanctions.commands.shared import home_of, note
from sanctions.errors import CoverageError

if TYPE_CHECKING:
    from sanctions.catalogue import Catalogue
    from sanctions.screening import Screener

_WORTH_TELLING = 2000
"""Entries of a list from which its index takes a second or so to make."""

F = TypeVar("F", bound=Callable[..., Any])


def screening_options(function: F) -> F:
    """--list, --threshold, --as-of, --weak-aliases, --ofac-score, --require-current, --fail-on-hit."""
    for option in (
        click.option("--fail-on-hit", is_flag=True, help="Exit with 4 if there is an alert."),
        click.option("--require-current", is_flag=True, help="Refuse (exit 3) if a list searched is stale or a defined one is missing."),
        click.option("--ofac-score", is_flag=True, help="Also show the score, 0 to 100, of OFAC's own search tool as documented."),
        click.option("--weak-aliases", is_flag=True, help="Alert on weak aliases alone, too; otherwise they are recorded."),
        click.option("--as-of", metavar="TIME", help="Answer from the copies held then (ISO 8601; a date means its end, UTC)."),
        click.option(
            "--threshold",
            type=click.FloatRange(0.5, 1),
            default=None,
            metavar="SCORE",
            help="Least score of a hit, 0.5 to 1.  [default: the policy's, 0.80]",
        ),
        click.option(
            "--list",
            "list",
            multiple=True,
            metavar="LIST",
            help="Search this list; it is then needed. May be repeated.  [default: all held]",
        ),
    ):
        function = option(function)
    return function


def open_screener(
    context: click.Context, lists: tuple[str, ...], as_of: str | None, *, require_current: bool, catalogue: Catalogue | None = None
) -> Screener:
    """The screener that the options ask for. Raises CoverageError (exit 3) as they demand."""
    from sanctions.acquisition.moments import parse_moment
    from sanctions.screening import Screener

    moment = parse_moment(as_of, end_of_day=True) if as_of else None
    screener = Screener.open(
        home_of(context), lists=lists or None, as_of=moment, now=datetime.now(UTC), catalogue=catalogue, indexing=_note_index
    )
    if require_current:
        unfit = [f"{part.list} is {part.status} ({part.note})" for part in screener.coverage if part.status != "current"]
        if unfit:
            raise CoverageError(f"Refused, since only current lists may be searched: {'; '.join(unfit)}.")
    return screener


def _note_index(key: str, entries: int) -> None:
    """An index is made at a refresh, and once more after an update of the toolkit: then somebody waits and wants to know for what."""
    if entries >= _WORTH_TELLING:
        note(f"The index of {key} is made anew, once: a moment.")
