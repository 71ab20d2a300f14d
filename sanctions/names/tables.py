"""Tables of names as text: entries parted by "|", each a spelling and what it is written as, or the reverse; tables of phrases;
and the likeliest of many readings that parts with several make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product


def entries(text: str) -> Iterator[list[str]]:
    """The words of each entry."""
    yield from (entry.split() for entry in text.replace("\n", " ").split("|") if entry.strip())


def spellings_first(text: str) -> dict[str, tuple[str, ...]]:
    """From entries "spelling writing writing …": each writing with all its spellings, in the order of the table."""
    found: dict[str, tuple[str, ...]] = {}
    for spelling, *writings in entries(text):
        for writing in writings:
            found[writing] = tuple(dict.fromkeys((*found.get(writing, ()), spelling)))
    return found


def writings_first(text: str) -> dict[str, tuple[str, ...]]:
    """From entries "writing spelling spelling …"; a writing that stands twice has the spellings of both."""
    found: dict[str, tuple[str, ...]] = {}
    for writing, *spellings in entries(text):
        found[writing] = tuple(dict.fromkeys((*found.get(writing, ()), *spellings)))
    return found


def longest_from(phrases: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """First word of a phrase → words of the longest phrase that begins with it."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


_MOST_OPEN = 7


def likeliest(parts: Sequence[Sequence[str]], most: int) -> tuple[tuple[str, ...], ...]:
    """The likeliest of what parts make that each have several spellings, their likeliest first: at most ``most``.

    All likeliest spellings, then one other, then two. Parts behind the seventh that has several keep their first. () where a
    part has none.
    """
    if not all(parts):
        return ()
    several = [place for place, part in enumerate(parts) if len(part) > 1][:_MOST_OPEN]
    choices = product(*(range(min(len(parts[place]), 4 if len(several) <= 4 else 2)) for place in several))
    chosen = sorted(choices, key=lambda choice: (sum(map(bool, choice)), sum(choice)))[:most]
    first = [part[0] for part in parts]
    return tuple(tuple(_replaced(first, parts, dict(zip(several, choice, strict=True)))) for choice in chosen)


def _replaced(first: list[str], parts: Sequence[Sequence[str]], choice: dict[int, int]) -> Iterator[str]:
    for place, spelling in enumerate(first):
        yield parts[place][choice[place]] if place in choice else spelling


def runs_read(text: str, run: re.Pattern[str], parts: Callable[[str], Iterable[Sequence[str]]], most: int) -> tuple[str, ...]:
    """A text with each run of a script written as the ``parts`` of it are, each with its spellings: at most ``most`` ways, the
    likeliest first. The text itself where it has no run."""
    pieces: list[Sequence[str]] = []
    end = 0
    for found in run.finditer(text):
        pieces += [(text[end : found.start()],), *parts(found.group())]
        end = found.end()
    return tuple(map("".join, likeliest([*pieces, (text[end:],)], most)))
