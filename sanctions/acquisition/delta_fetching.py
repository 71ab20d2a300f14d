"""OFAC's delta files fetched from its Sanctions List Service: those of the publications between two copies, each once for ever."""

from __future__ import annotations

from pathlib import Path

from sanctions.acquisition.changes import ListChanges
from sanctions.acquisition.deltas import span_of
from sanctions.acquisition.fetch import Fetcher, Limits
from sanctions.errors import FetchError, StoreError
from sanctions.readers.ofac_delta import read_publications_of

SERVICE = "https://sanctionslistservice.ofac.treas.gov/changes"
MOST_BYTES = 64 * 1024**2
"""A delta file that adds 300 entries has some 3 MB."""


def fetch_deltas(changes: ListChanges, folder: Path, *, service: str = SERVICE, limits: Limits | None = None) -> list[Path]:
    """The histories of the years between the two copies and the delta file of each publication that they name, in ``folder``.

    A publication never changes: one that is there already is not fetched again. Raises FetchError, SourceError for what
    comes and is none, UsageError as ``span_of`` does, StoreError if the folder cannot be written.
    """
    first, last = span_of(changes)
    found: list[Path] = []
    with Fetcher(limits) as fetcher:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for year in range(first.year, last.year + 1):
                history = _fetched(fetcher, f"{service}/history/{year}", folder / f"history-{year}.json", anew=True)
                wanted = [number for number, day in read_publications_of(history) if first < day <= last]
                found += [history, *(_fetched(fetcher, f"{service}/{number}", folder / f"{number}.xml") for number in wanted)]
        except OSError as problem:
            raise StoreError(f"{folder} cannot be written: {problem.strerror}.") from None
    return found


def _fetched(fetcher: Fetcher, url: str, place: Path, *, anew: bool = False) -> Path:
    """The file at ``place``, whole or not there at all."""
    if anew or not place.exists():
        half = place.with_suffix(".half")
        try:
            fetcher.fetch(url, half, most=MOST_BYTES)
        except FetchError as problem:
            raise FetchError(str(problem).replace("--from", "--against")) from None
        half.replace(place)
    return place
