"""Parties against the snapshots held: the public way in to everything that searches.

A ``Screener`` is opened on a home and answers from the copies held there, now or as of a day. Single and
batch runs, one process or several, give the same results in the same order.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from sanctions.acquisition.definitions import open_catalogue
from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.health import coverage
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.catalogue import Catalogue
from sanctions.errors import CoverageError, UnknownEntityError
from sanctions.home import Home
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.matching.compare import ENGINE, NAME_POINTS, compare
from sanctions.matching.engine import rules_digest
from sanctions.matching.index import NameIndex, ReadingRows, joined, open_index
from sanctions.model import Comparison, Coverage, Entity, Hit, Kind, Name, Party, Result, Screening
from sanctions.names.forms import Form, forms_of
from sanctions.policy import Thresholds
from sanctions.version import __version__

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sanctions.books import BookRow

ENGINE_NAME = f"sanctions-toolkit {__version__}, engine {ENGINE} ({rules_digest()})"
"""Two screenings with one name compared by the same rules, whether or not anybody raised the number."""

LONGEST_NAME = 2000
"""A longer name is rejected with this reason: no list has one, and no name may stall a run."""

_RAISES = (("birth_dates", 0.05), ("countries", 0.02), ("birth_places", 0.02), ("addresses", 0.05))
"""What each kind of evidence that a party brings can add to its names' score (matching.features)."""

_BATCH = 150
_WORTH_PROCESSES = 1000


_Near = Mapping[tuple[Form, float], "NDArray[np.int64]"]
"""The rows of the index that may be near to a form, by the form and what is asked of it."""

Threshold = float | Thresholds
"""One least score for everything, or a policy's by list and kind."""


class HeldList(msgspec.Struct, frozen=True):
    """One list as it is searched: its entities and their index."""

    key: str
    store: EntityStore
    index: ReadingRows


class Screener:
    """Answers what the lists held say of a party. Open one with ``Screener.open``; it is cheap and read-only."""

    def __init__(
        self, held: Sequence[HeldList], coverage: Sequence[Coverage], *, engine: str = ENGINE_NAME, shelf: Path | None = None
    ) -> None:
        """``shelf`` is the folder in which the joined index of these lists is kept, if it is to be kept."""
        self.held = tuple(held)
        self.coverage = tuple(coverage)
        self.engine = engine
        self._by_key = {part.key: part for part in self.held}
        self._bases = [0, *accumulate(len(part.store) for part in self.held)]
        self.shelf = shelf
        self._asked: tuple[Thresholds, float] | None = None
        self._index = joined(list(zip((part.index for part in self.held), self._bases, strict=False)), shelf) if self.held else None

    @classmethod
    def open(
        cls,
        home: Home | str | os.PathLike[str] | None = None,
        *,
        lists: Sequence[str] | None = None,
        as_of: datetime | None = None,
        now: datetime | None = None,
        catalogue: Catalogue | None = None,
        indexing: Callable[[str, int], None] = lambda key, entries: None,
    ) -> Screener:
        """Open the copies held in ``home`` (default: $SANCTIONS_HOME).

        ``lists`` names the lists that are needed. Without it all lists held are searched, and those that could be
        downloaded and are not held stand in the coverage as missing; a list that its publisher has given up is left
        out. ``as_of`` answers from the copies held at that moment. ``indexing`` is told of each list, and how long it
        is, whose index must be made first. Raises CoverageError if a list that was named is not held, or if none is
        held at all.
        """
        place = home if isinstance(home, Home) else Home.find(home)
        known = catalogue or open_catalogue(place)
        day = (as_of or now or datetime.now(UTC)).date()
        snapshots = SnapshotStore(place, known)
        offered = (key for key in known if not known[key].frozen(day) and (known[key].downloadable or snapshots.current(key)))
        keys = [known[key].key for key in dict.fromkeys(lists)] if lists else list(offered)
        covered = coverage(snapshots, known, keys, now or datetime.now(UTC), as_of=as_of)
        held = []
        for part in covered:
            snapshot = snapshots.as_of(part.list, as_of) if as_of else snapshots.current(part.list)
            if snapshot is None:
                if lists:
                    raise CoverageError(_not_held(part, as_of))
                continue
            store = snapshots.entities(snapshot)
            held.append(HeldList(part.list, store, open_index(store, partial(indexing, part.list, len(store)))))
        if not held:
            if as_of:
                raise CoverageError(f"No list is held as of {as_of.date()} in {place.root}: every copy there was retrieved later.")
            raise CoverageError(f"No list is held in {place.root}, so nothing can be searched. Run: sanctions refresh")
        return cls(held, covered, shelf=place.joined)

    def screen(self, party: Party, *, threshold: Threshold = DEFAULT_THRESHOLD, weak_aliases: bool = False) -> Result:
        """Everything listed that scores at least ``threshold`` for the party or a person related to it.

        A policy's ``Thresholds`` in its place give each list and kind of target its own.
        Hits come with the highest score first. Those that only a weak alias carries are in ``recorded``, unless
        ``weak_aliases`` switches them to alerts. A party without a usable name or identifier is rejected.
        """
        return self._answers([party], threshold, weak_aliases)[0]

    def _answers(self, parties: Sequence[Party], threshold: Threshold, weak_aliases: bool) -> list[Result]:
        """``screen`` for each of a few parties: their names are looked up together, which takes a part of the time."""
        least = self._lowest(threshold)
        refused = [_unusable(party) for party in parties]
        usable = [party for party, why in zip(parties, refused, strict=True) if not why]
        everybody = [one for party in usable for one in (party, *(related.party for related in party.related))]
        asked = [(form, least_likeness(least - raised_by(one))) for one in everybody for form in asked_forms(one)]
        near = dict(zip(asked, self._index.near(asked), strict=True)) if self._index else {}
        limits = _thresholds(threshold)

        def answer(party: Party) -> Result:
            alerts, recorded = self._hits(party, near, limits, weak_aliases)
            for related in party.related:
                if _unusable(related.party):
                    continue
                more, less = self._hits(related.party, near, limits, weak_aliases, related.role)
                alerts += more
                recorded += less
            return Result(party=party, hits=_in_order(alerts), recorded=_in_order(recorded))

        return [Result(party=party, rejected=why) if why else answer(party) for party, why in zip(parties, refused, strict=True)]

    @property
    def index(self) -> NameIndex:
        """The names of all lists held as one; its entities are numbered through the lists in their order. Raises CoverageError."""
        if self._index is None:
            raise CoverageError("No list is held, so nothing can be searched. Run: sanctions refresh")
        return self._index

    def among(self, party: Party, numbers: Iterable[int], *, threshold: Threshold = DEFAULT_THRESHOLD) -> tuple[Hit, ...]:
        """Alerts among entities chosen beforehand, by their numbers in ``index``; persons related to the party are left aside."""
        return _in_order(self._judged(party, numbers, _thresholds(threshold), weak_aliases=False, role=None)[0])

    def screen_many(
        self,
        parties: Iterable[Party],
        *,
        threshold: Threshold = DEFAULT_THRESHOLD,
        weak_aliases: bool = False,
        processes: int | None = None,
    ) -> Iterator[Result]:
        """``screen`` for each party, in their order, on all cores when there are enough parties to be worth it."""
        workers = processes or os.cpu_count() or 1
        first, rest = _peek(parties, _WORTH_PROCESSES)
        if workers == 1 or len(first) < _WORTH_PROCESSES:
            queue = chain(first, rest)
            while batch := list(islice(queue, _BATCH)):
                yield from self._answers(batch, threshold, weak_aliases)
            return
        yield from _spread(self, (first, rest), workers, threshold, weak_aliases)

    def compare(self, party: Party, entity_id: str) -> Comparison:
        """The party against one listed entity, hit or not. Raises UnknownEntityError."""
        return compare(party, self.entity(entity_id))

    def entity(self, entity_id: str) -> Entity:
        """The listed entity of that id, its raw record included. Raises UnknownEntityError."""
        key = entity_id.partition(":")[0]
        part = self._by_key.get(key)
        place = part.store.find(entity_id) if part else None
        if part is None or place is None:
            held = ", ".join(self._by_key)
            raise UnknownEntityError(
                f"There is no entity {entity_id!r} on the lists held ({held}). Ids look like us_ofac_sdn:20129 or un_sc:KPe.006."
            )
        return replace(part.store[place], raw=part.store.raw(place))

    def record(
        self,
        results: Sequence[Result],
        *,
        threshold: Threshold,
        now: datetime,
        book: str | None = None,
        command: str | None = None,
        overlay: str | None = None,
        demo: bool = False,
    ) -> Screening:
        """The results as one record with an id of its own and everything that they rest on."""
        return Screening(
            id=f"S{now:%Y%m%dT%H%M%SZ}-{os.urandom(3).hex()}",
            asked_at=now,
            engine=self.engine,
            threshold=_thresholds(threshold).default,
            coverage=self.coverage,
            results=tuple(results),
            book=book,
            command=command,
            overlay=overlay,
            demo=demo,
        )

    def _hits(
        self, party: Party, near: _Near, limits: Thresholds, weak_aliases: bool, role: str | None = None
    ) -> tuple[list[Hit], list[Hit]]:
        least = least_likeness(self._lowest(limits) - raised_by(party))
        numbers = _candidates(self._index, party, least, near) if self._index else ()
        return self._judged(party, numbers, limits, weak_aliases, role)

    def _lowest(self, threshold: Threshold) -> float:
        """The least score that counts on any list; a policy's is asked for once, since a book is screened under one."""
        if not isinstance(threshold, Thresholds):
            return threshold
        if self._asked is None or self._asked[0] is not threshold:
            self._asked = threshold, min((threshold.least(part.key) for part in self.held), default=1.0)
        return self._asked[1]

    def _judged(
        self, party: Party, numbers: Iterable[int], limits: Thresholds, weak_aliases: bool, role: str | None
    ) -> tuple[list[Hit], list[Hit]]:
        alerts: list[Hit] = []
        recorded: list[Hit] = []
        for number in sorted(numbers):
            place = bisect_right(self._bases, number) - 1
            part = self.held[place]
            entity = part.store[number - self._bases[place]]
            hit = _hit(party, entity, limits.of(part.key, entity.kind), weak_aliases, role)
            if hit:
                (alerts if hit.status == "alert" else recorded).append(hit)
        return _without_copies(alerts), _without_copies(recorded)


def _candidates(index: NameIndex, party: Party, least: float, near: _Near) -> set[int]:
    found = set(index.holders(party.identifiers))
    for name in party.names:
        found.update(index.named(name.full, party.kind))
    for form in asked_forms(party):
        for number in index.candidates(form, least, found, near[form, least]):
            found.add(number)
    return found


def raised_by(party: Party) -> float:
    """What all that a party brings can add to the score of its names at most."""
    return sum(points for field, points in _RAISES if getattr(party, field))


def least_likeness(threshold: float) -> float:
    """The least likeness of two names that can reach a score."""
    return threshold / NAME_POINTS


def asked_forms(party: Party) -> tuple[Form, ...]:
    """The forms that a party is looked for in, related persons aside."""
    # what may be a person is looked for in a person's forms, too: "A. S." is a legal form and two initials
    kinds = (Kind.UNKNOWN, Kind.PERSON) if party.kind is Kind.UNKNOWN else (party.kind,)
    return tuple(dict.fromkeys(form for name in party.names for kind in kinds for form in forms_of(name.full, kind)))


def _hit(party: Party, entity: Entity, threshold: float, weak_aliases: bool, role: str | None) -> Hit | None:
    comparison = compare(party, entity)
    if comparison.score < threshold:
        return None
    status = "alert"
    if comparison.weak_only and not weak_aliases:
        stronger = compare(party, entity, weak_aliases=False)
        if stronger.score >= threshold:
            comparison = stronger
        else:
            status = "weak"
    return Hit(entity=entity, comparison=comparison, status=status, role=role, subject=party.name)


def _without_copies(hits: list[Hit]) -> list[Hit]:
    """Hits on a list that republishes another's target are noted on that target's hit, so that it stands once."""
    by_id = {hit.entity.id: hit for hit in hits}
    copies: dict[str, list[str]] = {}
    kept = []
    for hit in hits:
        original = next((o for o in _originals(hit.entity) if o in by_id and o != hit.entity.id), None)
        if original:
            copies.setdefault(original, []).append(hit.entity.id)
        else:
            kept.append(hit)
    return [replace(hit, copies=tuple(copies[hit.entity.id])) if hit.entity.id in copies else hit for hit in kept]


def _originals(entity: Entity) -> Iterator[str]:
    """Ids of the records that an entity is declared to be a copy of: an OFAC number on a list that is not OFAC's."""
    if entity.list.startswith("us_ofac"):
        return
    for link in entity.links:
        if link.scheme == "ofac" and link.relation == "same":
            yield f"us_ofac_sdn:{link.value}"
            yield f"us_ofac_cons:{link.value}"


def _in_order(hits: list[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (hit.role is not None, -hit.score, hit.entity.id)))


def _thresholds(threshold: Threshold) -> Thresholds:
    return threshold if isinstance(threshold, Thresholds) else Thresholds(default=threshold)


def _unusable(party: Party) -> str | None:
    if any(len(name.full) > LONGEST_NAME for name in party.names):
        return f"a name has more than {LONGEST_NAME:,} characters; shorten it to the name alone"
    if not any(forms_of(name.full, party.kind) for name in party.names) and not party.identifiers:
        return "there is no name with a letter or digit, and no identifier, to search for"
    return None


def _not_held(part: Coverage, as_of: datetime | None) -> str:
    if as_of:
        return f"The list {part.list} is needed and no copy of it is held as of {as_of.date()}."
    return f"The list {part.list} is needed and no copy of it is held. Run: sanctions refresh {part.list}"


def _peek(parties: Iterable[Party], number: int) -> tuple[list[Party], Iterator[Party]]:
    rest = iter(parties)
    first = []
    for party in rest:
        first.append(party)
        if len(first) == number:
            break
    return first, rest


_worker: Screener | None = None


def _start_worker(folders: list[tuple[str, Path]], engine: str, shelf: Path | None) -> None:
    global _worker  # noqa: PLW0603 - one screener a process, made once
    held = []
    for key, folder in folders:
        store = EntityStore(folder)
        held.append(HeldList(key, store, open_index(store)))
    _worker = Screener(held, (), engine=engine, shelf=shelf)


def _work(parties: tuple[Party, ...], threshold: Threshold, weak_aliases: bool) -> list[Result]:
    assert _worker is not None
    return _worker._answers(parties, threshold, weak_aliases)


def _spread(
    screener: Screener, parts: Sequence[Iterable[Party]], workers: int, threshold: Threshold, weak_aliases: bool
) -> Iterator[Result]:
    """Batches over processes, with no more than a few batches waiting at a time, results in order."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    folders = [(part.key, part.store.folder) for part in screener.held]
    asked = (folders, screener.engine, screener.shelf)
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker, initargs=asked)
    waiting: deque[Future[list[Result]]] = deque()
    with pool:
        queue = chain(*parts)
        while batch := tuple(islice(queue, _BATCH)):
            waiting.append(pool.submit(_work, batch, threshold, weak_aliases))
            if len(waiting) > 4 * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def screen_rows(
    screener: Screener,
    rows: Iterable[BookRow],
    *,
    threshold: Threshold = DEFAULT_THRESHOLD,
    weak_aliases: bool = False,
    processes: int | None = None,
) -> Iterator[Result]:
    """A result for every row of a book, in the book's order: screened, or rejected with the reader's or the screener's reason."""
    waiting: deque[BookRow] = deque()

    def parties() -> Iterator[Party]:
        for row in rows:
            waiting.append(row)
            if row.party is not None:
                yield row.party

    for result in screener.screen_many(parties(), threshold=threshold, weak_aliases=weak_aliases, processes=processes):
        while waiting and waiting[0].party is None:
            yield _rejected(waiting.popleft())
        yield replace(result, warnings=waiting.popleft().warnings)
    while waiting:
        yield _rejected(waiting.popleft())


def _rejected(row: BookRow) -> Result:
    party = Party(id=row.id, names=(Name(full=row.name),) if row.name else (), row=row.number)
    return Result(party=party, rejected=row.rejected or "the row could not be read", warnings=row.warnings)
