"""What every reader shares: the files it is given, the report it fills, and the contract it keeps.

A reader is a module of this package with a ``FORMAT``. Its ``read`` turns the files of one snapshot into
entities, one after another: memory does not grow with the file. It reads strictly: each source field is
consumed, ignored by name in the list's definition (``ignore``), or counted in ``ReadReport.unread``. An
unknown category value is counted there too (as "field=value") and is never a default.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO

import msgspec

from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SourceError
from sanctions.model import Entity

MOST_PROBLEMS = 200
"""How many single problems a report keeps in words; the rest are only counted."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The files of one copy of a list, by the publisher's own file names in lower case."""

    files: Mapping[str, Path]

    def path(self, name: str) -> Path:
        """The file of that name (any case). Raises SourceError if the copy lacks it."""
        try:
            return self.files[name.lower()]
        except KeyError:
            held = ", ".join(sorted(self.files)) or "nothing"
            raise SourceError(f"The file {name} is missing; the copy holds {held}.") from None

    def has(self, name: str) -> bool:
        return name.lower() in self.files

    def open(self, name: str) -> BinaryIO:
        return self.path(name).open("rb")


class ReadReport(msgspec.Struct, kw_only=True):
    """What a reading found beside the entities.

    ``published`` is the publisher's own date of the copy; ``declared`` the publisher's own count of records.
    ``unread`` counts source fields (or "field=value" categories) that nothing consumed and nothing ignores
    by name. ``orphans`` counts, by file, the rows that belong to no entry. ``missing`` names optional files
    that the copy lacks. ``problems`` are sentences that name place and value. ``fatal`` are sentences that say why
    the copy cannot be whole: it is read to its end, and refused.
    """

    entries: int = 0
    published: date | None = None
    declared: int | None = None
    unread: Counter[str] = msgspec.field(default_factory=Counter)
    ignored: Counter[str] = msgspec.field(default_factory=Counter)
    orphans: Counter[str] = msgspec.field(default_factory=Counter)
    missing: list[str] = []
    problems: list[str] = []
    problem_count: int = 0
    fatal: list[str] = []

    def problem(self, sentence: str) -> None:
        self.problem_count += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(sentence)


ReadFunction = Callable[[Source, ListDefinition, Layout, ReadReport], Iterator[Entity]]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher's format. ``recognises(name, head)`` says from a file's name and first 64 KiB whether it is this format's main file.

    ``version`` is raised whenever the same bytes would now be read differently, so that stored readings are made anew.
    """

    key: str
    title: str
    version: int
    recognises: Callable[[str, bytes], bool]
    read: ReadFunction
