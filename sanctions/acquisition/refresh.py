"""Refreshing a list: stage a copy, accept it, record what came of it; and downloading (``taking`` has the way without internet).

A list that fails leaves its last good copy, and the other lists, as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from sanctions.acquisition import disk, quarantine
from sanctions.acquisition.intake import Consent, RefusedError, Staged, accept, copy_in, list_lock
from sanctions.acquisition.journal import Attempt, record
from sanctions.acquisition.packed import as_fetched
from sanctions.acquisition.quarantine import Quarantined
from sanctions.acquisition.snapshots import Snapshot, SnapshotFile, SnapshotStore
from sanctions.acquisition.sources import check_head
from sanctions.catalogue import ListDefinition
from sanctions.errors import FetchError, SanctionsError, SourceError, StoreError

if TYPE_CHECKING:
    from sanctions.acquisition.fetch import Fetcher, Limits

LOCK_WAIT = 15.0
"""How long, in seconds, to wait for another refresh of the same list."""

MEGABYTE = 1024**2


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one list.

    ``status``: refreshed, unchanged, failed, absent (nothing there to take it from) or waiting (not due yet). ``held``
    is the current copy afterwards; ``snapshot`` the copy that was taken or confirmed; ``quarantined`` one that was
    refused and kept.
    """

    list: str
    status: str
    snapshot: Snapshot | None = None
    held: Snapshot | None = None
    sentence: str | None = None
    notes: tuple[str, ...] = ()
    quarantined: Quarantined | None = None


class Progress(Protocol):
    """Told how a list is coming along; see the command for the bars."""

    def receiving(self, key: str, name: str, done: int, whole: int | None) -> None: ...
    def reading(self, key: str) -> None: ...


class Silent:
    """Progress that nobody looks at."""

    def receiving(self, key: str, name: str, done: int, whole: int | None) -> None:
        return

    def reading(self, key: str) -> None:
        return


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to refresh. ``clock`` gives the present in UTC; ``stated`` is the user's own time of retrieval, with a path only;
    ``consent`` what a person approved of a refused copy.
    """

    clock: Callable[[], datetime]
    stated: datetime | None = None
    consent: Consent | None = None
    lock_wait: float = LOCK_WAIT
    progress: Progress = msgspec.field(default_factory=Silent)
    limits: Limits | None = None


def download(store: SnapshotStore, definitions: Iterable[ListDefinition], options: Options) -> Iterator[Outcome]:
    """Download each list; one outcome a list, in order, as it comes."""
    from sanctions.acquisition.fetch import Fetcher

    try:
        made = Fetcher(options.limits)
    except FetchError as problem:
        yield from (attempt(store, definition, options, partial(_fail, str(problem))) for definition in definitions)
        return
    with made as fetcher:
        for definition in definitions:
            if definition.frozen_on and definition.frozen(options.clock().date()):
                sentence = (
                    f"its publisher gave it up on {definition.frozen_on}, so what its address still serves is not the law. "
                    f"A copy of the past can be given with --from and --retrieved-at."
                )
                yield absent(store, definition, sentence)
            elif any(file.url is None for file in definition.layouts[0].files):
                yield absent(store, definition, "its definition names no address to fetch it from; give it with --from.")
            else:
                yield attempt(store, definition, options, partial(_download_into, store, definition, fetcher, options))


def _fail(sentence: str, half: Path) -> Staged | None:
    raise FetchError(sentence)


def attempt(
    store: SnapshotStore, definition: ListDefinition, options: Options, stage: Callable[[Path], Staged | None], *, tentative: bool = False
) -> Outcome:
    """Stage, accept and record one copy under the list's lock. ``tentative``: a refusal is no failure of the list, and not recorded."""
    key = definition.key
    refused: Quarantined | None = None
    try:
        with list_lock(store, key, options.lock_wait):
            try:
                return _stage_and_settle(store, definition, options, stage, tentative=tentative)
            except SanctionsError as problem:
                refused = problem.kept if isinstance(problem, _KeptError) else None
                if not tentative:
                    with suppress(OSError):  # the sentence matters more than its record
                        kept = refused.sha256 if refused else None
                        record(store.folder(key), Attempt(at=options.clock(), outcome="failed", sentence=str(problem), quarantined=kept))
                raise
    except SanctionsError as problem:
        return Outcome(list=key, status="failed", held=store.current(key), sentence=str(problem), quarantined=refused)


class _KeptError(SourceError):
    """A refused copy that is kept in quarantine."""

    def __init__(self, sentence: str, kept: Quarantined) -> None:
        super().__init__(sentence)
        self.kept = kept


def _stage_and_settle(
    store: SnapshotStore, definition: ListDefinition, options: Options, stage: Callable[[Path], Staged | None], *, tentative: bool
) -> Outcome:
    key, folder = definition.key, store.folder(definition.key)
    with disk.writing(folder):
        half = disk.new_half(folder)
    try:
        with disk.writing(folder):
            staged = stage(half)
        now = options.clock()
        holds = options.stated or (options.consent.approval.fetched if options.consent else now)
        before = store.as_of(key, options.stated or now)
        if before and (staged is None or (staged.sha256 == before.sha256 and _whole(store, before))):
            return _settled(store, "unchanged", before, now, holds)
        assert staged is not None  # "not modified" is only answered where there is a copy
        reading = partial(options.progress.reading, key)
        try:
            snapshot = accept(store, staged, now=now, stated=options.stated, consent=options.consent, reading=reading)
        except RefusedError as refusal:
            if tentative:
                raise
            raise _keep(store, staged, refusal, options, now) from refusal
        return _settled(store, "refreshed", snapshot, now, holds)
    finally:
        disk.remove(half)


def _keep(store: SnapshotStore, staged: Staged, refusal: RefusedError, options: Options, now: datetime) -> SourceError:
    """Put a refused copy into quarantine; the error then says how it is approved, if it can be."""
    read = refusal.read
    copy = Quarantined(
        list=staged.definition.key,
        sha256=staged.sha256,
        format=staged.layout.format,
        files=staged.files,
        origin=staged.origin,
        fetched=options.consent.approval.fetched if options.consent else now,
        stated=options.stated,
        published=read.report.published if read else None,
        entries=read.report.entries if read else None,
        reasons=refusal.findings,
        folder=staged.folder,
    )
    try:
        copy = quarantine.keep(store.home, copy)
    except OSError:
        return refusal  # on a full disk the refusal still holds
    if not copy.approvable:
        return _KeptError(str(refusal), copy)
    return _KeptError(f"{refusal} It is kept in quarantine until somebody approves it ({copy.how_to_approve}).", copy)


def _settled(
    store: SnapshotStore, status: Literal["refreshed", "unchanged"], snapshot: Snapshot, now: datetime, holds: datetime
) -> Outcome:
    folder, approval = store.folder(snapshot.list), snapshot.approval if status == "refreshed" else None
    attempt = Attempt(
        at=now,
        outcome=status,
        holds=holds,
        sha256=snapshot.sha256,
        approved_by=approval.by if approval else None,
        reason=approval.reason if approval else None,
    )
    with disk.writing(folder):
        record(folder, attempt)
    return Outcome(list=snapshot.list, status=status, snapshot=snapshot, held=store.current(snapshot.list))


def absent(store: SnapshotStore, definition: ListDefinition, sentence: str) -> Outcome:
    """There is nothing to take the list from; it stays as it is."""
    return Outcome(list=definition.key, status="absent", held=store.current(definition.key), sentence=sentence)


def _download_into(store: SnapshotStore, definition: ListDefinition, fetcher: Fetcher, options: Options, half: Path) -> Staged | None:
    """Download a list's files into ``half``; None if the publisher says that none has changed."""
    key, layout = definition.key, definition.layouts[0]
    before = _whole(store, store.current(key))
    known = {file.url: file for file in before.files} if before and before.format == layout.format else {}
    files, news = [], False
    for file in layout.files:
        assert file.url is not None  # download() passes only lists whose files all have one
        held, name = known.get(file.url), file.name
        place = half / name
        fetched = fetcher.fetch(
            file.url,
            place,
            most=file.max_mb * MEGABYTE,
            known=held.headers if held else {},
            progress=partial(options.progress.receiving, key, name),
        )
        if fetched.sha256 is None and before and held:
            with as_fetched(before) as held_files:
                copy_in(held_files[held.name], place)
            files.append(held)
        elif fetched.sha256:
            check_head(place, file.url)
            news = True
            files.append(SnapshotFile(name=name, sha256=fetched.sha256, bytes=fetched.bytes, url=file.url, headers=fetched.headers))
    if not news:
        return None
    return Staged(definition=definition, layout=layout, folder=half, files=tuple(files), origin=layout.files[0].url or "")


def _whole(store: SnapshotStore, snapshot: Snapshot | None) -> Snapshot | None:
    """The snapshot if its files are as they were fetched: a damaged copy must never be confirmed."""
    try:
        if snapshot:
            store.verify(snapshot)
    except StoreError:
        return None
    return snapshot
