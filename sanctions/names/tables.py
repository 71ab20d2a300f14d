"""Tables of names as text: entries parted by "|", each a spelling and what it is written as, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator


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
