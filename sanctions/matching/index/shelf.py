"""Where the index of several readings is kept, so that it is made once.

A large one lies on a shelf, a folder, under a digest of what it was made of; a list that changes makes another.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from sanctions.matching.index import worth
from sanctions.matching.index.files import DRAFT, is_complete, load, read_lines, write_whole
from sanctions.matching.index.joining import NameIndex, join
from sanctions.matching.index.readings import ReadingRows
from sanctions.names.vocabulary import usual_words

_WORTH_KEEPING = 5_000
"""Fewer rows are joined as quickly as they are read."""

_SHELVES = 4
"""How many joined indexes are kept: the lists of today, and of a few other choices."""

_LONGEST_WRITING = 3600.0
"""Seconds after which a draft was left by a process that died."""


def joined(parts: Sequence[tuple[ReadingRows, int]], shelf: Path | None = None) -> NameIndex:
    """Several readings as one index, each with the number to add to its entities' positions.

    ``shelf`` is a folder in which it may be kept for the next time.
    """
    if shelf is None or sum(len(rows) for rows, _ in parts) < _WORTH_KEEPING:
        arrays, lines = join(parts)
        return NameIndex(arrays, lines.__getitem__)
    costs = [repr([worth.told(costs) for costs in group]) for group in worth.GROUPS]
    told = "\n".join([*costs, *(f"{rows.key} {base}" for rows, base in parts)])
    folder = shelf / blake2b(told.encode(), digest_size=12).hexdigest()
    if not is_complete(folder):
        arrays, lines = join(parts, usual_words())
        try:
            shelf.mkdir(parents=True, exist_ok=True)
            write_whole(folder, arrays, lines)
        except OSError:  # a home that cannot be written to can still be searched
            return NameIndex(arrays, lines.__getitem__)
        _clear(shelf, folder)
    return NameIndex(load(folder), lambda name: read_lines(folder, name))


def _clear(shelf: Path, kept: Path) -> None:
    """All but the newest few are removed, and drafts that nobody can be writing any more; what is in use elsewhere stays readable."""
    import shutil

    newest = kept.stat().st_mtime
    others = [folder for folder in shelf.iterdir() if folder != kept and not folder.name.startswith(DRAFT)]
    others.sort(key=_age, reverse=True)
    drafts = [folder for folder in shelf.iterdir() if folder.name.startswith(DRAFT) and _age(folder) < newest - _LONGEST_WRITING]
    for folder in (*others[_SHELVES - 1 :], *drafts):
        shutil.rmtree(folder, ignore_errors=True)


def _age(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:  # another process has just removed it
        return 0.0
