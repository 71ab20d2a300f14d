"""Which two copies of a list to compare, and on what ground they can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from sanctions.acquisition.changes import ListChanges, compare_stores, perhaps_renumbered, with_programme
from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.moments import count
from sanctions.acquisition.packed import as_fetched
from sanctions.acquisition.readings import layout_of, read_into
from sanctions.acquisition.snapshot_record import verify
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.errors import CoverageError, UsageError
from sanctions.readers.base import Source

LEAST_DIGITS = 6
"""So many digits of a SHA-256 at least name a copy."""


def changes_of(
    store: SnapshotStore,
    key: str,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    programmes: Sequence[str] = (),
) -> ListChanges:
    """What changed on a list from the copy held at ``since`` (default: the one before) to that held at ``until`` (default: the newest).

    Raises UnknownListError for a list that is not defined, CoverageError if there is no copy to look at.
    """
    after = store.as_of(key, until) if until else store.current(store.catalogue[key].key)
    if after is None:
        when = f" retrieved by {until:%Y-%m-%d %H:%M} UTC" if until else ""
        raise CoverageError(f"No copy of {key}{when} is held, so nothing can be compared. Run: sanctions refresh {key}")
    held = [copy for copy in store.history(key) if copy.name <= after.name]
    notes: list[str] = []
    if since is None:
        before = held[-2] if len(held) > 1 else None
    else:
        before = store.as_of(key, since)
        if before is None and len(held) > 1:
            before = held[0]
            notes.append(f"No copy of {since:%Y-%m-%d} is held; compared with the oldest one, of {before.retrieved:%Y-%m-%d}.")
    if before is None:
        return ListChanges(list=key, after=after)
    if before.name >= after.name:
        notes.append(f"There is no later copy: the one retrieved on {after.retrieved:%Y-%m-%d} is the newest of that time.")
        return ListChanges(list=key, before=after, after=after, notes=tuple(notes))
    return compare_copies(store, before, after, programmes=programmes, notes=notes)


def copy_by_sha(store: SnapshotStore, keys: Sequence[str], sha: str) -> Snapshot:
    """The copy, of one of these lists, whose SHA-256 begins so. Raises UsageError if there is none or more than one."""
    wanted = sha.strip().lower()
    if len(wanted) < LEAST_DIGITS:
        raise UsageError(f"{sha!r} is too short to name a copy: give at least {LEAST_DIGITS} digits of its SHA-256.")
    found = {(copy.list, copy.sha256): copy for key in keys for copy in store.history(key) if copy.sha256.startswith(wanted)}
    if not found:
        raise UsageError(f"No copy held has a SHA-256 that begins with {wanted}. 'sanctions lists' shows those of the current copies.")
    if len(found) > 1:
        raise UsageError(f"More than one copy has a SHA-256 that begins with {wanted}; give more digits or name the list.")
    return next(iter(found.values()))


def compare_copies(
    store: SnapshotStore, before: Snapshot, after: Snapshot, *, programmes: Sequence[str] = (), notes: Sequence[str] = ()
) -> ListChanges:
    """Two copies of one list, like with like: files that only one of them has are left out of both, and a note says so."""
    if before.list != after.list:
        raise UsageError(f"The two copies are of two lists, {before.list} and {after.list}; name two copies of one list.")
    said = list(notes)
    if before.format != after.format:
        said.append(f"The two copies are in two formats ({before.format}, {after.format}): some differences come from the format alone.")
    with _reading(store, before, after) as (old, lacking_old), _reading(store, after, before) as (new, lacking_new):
        if lacking := [*lacking_old, *lacking_new]:
            said.append(f"Compared without {', '.join(lacking)}, which only one of the two copies has.")
        found = compare_stores(old, new)
    if alike := perhaps_renumbered(found):
        said.append(f"{count(alike, 'name')} removed and added again under another id, without proof that it is the same target.")
    return ListChanges(
        list=after.list,
        before=before,
        after=after,
        entities=with_programme(found, programmes) if programmes else found,
        notes=tuple(said),
    )


@contextmanager
def _reading(store: SnapshotStore, copy: Snapshot, other: Snapshot) -> Iterator[tuple[EntityStore, list[str]]]:
    """The entities of a copy, read anew for the moment if it has files that the other lacks; those files' names."""
    lacking = {name.lower() for name in other.missing} if copy.format == other.format else set()
    extra = [file.name for file in copy.files if file.name.lower() in lacking]
    if not extra:
        yield store.entities(copy), []
        return
    verify(copy)
    definition = store.catalogue[copy.list]
    reduced = replace(copy, files=tuple(file for file in copy.files if file.name not in extra))
    with TemporaryDirectory(prefix="sanctions-") as folder, as_fetched(reduced) as files:
        source = Source(files={name.lower(): path for name, path in files.items()})
        read_into(Path(folder), source, definition, layout_of(reduced, definition), origin=copy.origin)
        yield EntityStore(Path(folder)), extra
