"""The re-screening: changed entries against the whole book, changed parties against all lists, or everything with everything.

A delta finds the parties that could be touched and screens each of them wholly, as a full run would; the others'
results cannot have changed, since a comparison looks at one party and one entry alone. So both give the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from sanctions.acquisition.entities import EntityStore, EntityWriter
from sanctions.acquisition.moments import iso
from sanctions.errors import CoverageError, StoreError, UsageError
from sanctions.matching.index import open_index
from sanctions.model import Entity, Party, Result
from sanctions.policy import Thresholds
from sanctions.portfolio import state
from sanctions.portfolio.database import Portfolio
from sanctions.portfolio.delta import REMOVED, Circumstances, Delta, HitChange, differences
from sanctions.portfolio.reverse import FORMS, ReverseIndex, forms_of_party
from sanctions.portfolio.state import LastRun, Outcome, Standing
from sanctions.screening import HeldList, Screener

_SETTINGS = {
    "engine": "the engine changed",
    "thresholds": "the thresholds changed",
    "weak_aliases": "the rule on weak aliases changed",
    "lists": "other lists are searched",
    "forms": "the engine changed",
}


class _Entries(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries are not as they were, by id, and the digests then and now."""

    before: state.Digests
    after: state.Digests
    added: frozenset[str]
    changed: frozenset[str]
    removed: frozenset[str]

    @classmethod
    def between(cls, before: state.Digests, after: state.Digests) -> _Entries:
        old = {id: digest for entries in before.values() for id, digest in entries.items()}
        new = {id: digest for entries in after.values() for id, digest in entries.items()}
        return cls(
            before=before,
            after=after,
            added=frozenset(new.keys() - old.keys()),
            changed=frozenset(id for id in new.keys() & old.keys() if new[id] != old[id]),
            removed=frozenset(old.keys() - new.keys()),
        )


class Rescreening(msgspec.Struct, frozen=True, kw_only=True):
    """A re-screening that was computed and not yet stored. ``results`` are those of the parties with new or changed hits.

    Write the report first and ``commit`` then: what fails in between is told again by the next run, never lost.
    """

    delta: Delta
    results: tuple[Result, ...]
    portfolio: Portfolio
    settings: Mapping[str, Any]
    last: LastRun
    entries: _Entries
    outcomes: Sequence[Outcome]
    forgotten: Sequence[int]

    def commit(self) -> None:
        """Store the new state in one transaction. Raises StoreError if another re-screening was stored meanwhile."""
        delta = self.delta
        counts = {change: len(delta.of(change)) for change in ("new", "changed", "closed")}
        counts |= {"parties": delta.parties, "screened": delta.screened, "untouched": delta.untouched, "rejected": len(delta.rejected)}
        with self.portfolio.writing() as connection:
            if state.last_run(connection).number != self.last.number:
                raise StoreError(f"{self.portfolio.path}: another re-screening was stored meanwhile. Run 'sanctions rescreen' again.")
            state.write_outcomes(connection, self.outcomes, forms=FORMS)
            state.forget(connection, self.forgotten)
            state.write_digests(connection, self.entries.before, self.entries.after)
            state.write_run(connection, (iso(delta.at), delta.mode), self.settings, delta.coverage, counts)


def rescreen(
    portfolio: Portfolio,
    screener: Screener,
    *,
    thresholds: Thresholds,
    now: datetime,
    weak_aliases: bool = False,
    full: bool = False,
    without: Iterable[str] = (),
    processes: int | None = None,
) -> Rescreening:
    """Compute what is new, changed and closed since the last re-screening; nothing is stored before ``commit``.

    ``without`` names lists that the last one searched and that may be missing now; any other that is missing raises
    CoverageError, since its hits would close as if they were settled.
    """
    settings = settings_of(screener, thresholds, weak_aliases)
    with portfolio.reading() as connection:
        last, before = state.last_run(connection), state.stored_digests(connection)
        book, touching, stood = list(state.standings(connection)), list(state.touching(connection)), state.count_hits(connection)
    _refuse_missing(last, settings, set(without))
    entries = _Entries.between(before, {part.key: state.digests_of(part.store) for part in screener.held})
    because = _why_full(last, settings, full)
    run = _Run(portfolio, screener, thresholds, weak_aliases, processes)
    kept = [one for one in book if not one.removed]
    changed = {one.number for one in kept if one.hash != one.screened}
    numbers = [one.number for one in kept]
    if not because:
        touched = changed | {number for number, id in touching if id in entries.changed or id in entries.removed}
        touched |= run.could_hit(entries)
        numbers = [number for number in numbers if number in touched]
    outcomes = list(run.screened(numbers, None if last.settings.get("forms") != FORMS else changed))
    forgotten = [one.number for one in book if one.removed and one.screened is not None]
    around = _circumstances(screener, last, settings, entries, because)
    changes, closed = _changes(portfolio, book, outcomes, forgotten, around)
    delta = Delta(
        at=now, mode="full" if because else "delta", because=because, last=last.time, engine=screener.engine, coverage=screener.coverage,
        since=last.hashes, entries_added=len(entries.added), entries_changed=len(entries.changed), entries_removed=len(entries.removed),
        parties=len(kept), parties_changed=len(changed), **_tally(kept, outcomes), stood=stood,
        stand=stood - closed + sum(len(one.hits) for one in outcomes), changes=changes,
    )  # fmt: skip
    results = _results(outcomes, changes)
    return Rescreening(
        delta=delta,
        results=results,
        portfolio=portfolio,
        settings=settings,
        last=last,
        entries=entries,
        outcomes=outcomes,
        forgotten=forgotten,
    )


class _Run(msgspec.Struct, frozen=True):
    """How this run screens."""

    portfolio: Portfolio
    screener: Screener
    thresholds: Thresholds
    weak_aliases: bool
    processes: int | None

    def screened(self, numbers: Sequence[int], anew: Container[int] | None) -> Iterator[Outcome]:
        """These parties against all lists. Forms are made of those in ``anew``; None: of all."""
        waiting: deque[tuple[int, bytes]] = deque()

        def parties() -> Iterator[Party]:
            for number, digest, party in state.parties_of(self.portfolio, numbers):
                waiting.append((number, digest))
                yield party

        for result in self._many(self.screener, parties(), self.thresholds):
            number, digest = waiting.popleft()
            forms = forms_of_party(result.party) if anew is None or number in anew else None
            yield Outcome(number=number, hash=digest, result=result, forms=forms)

    def could_hit(self, entries: _Entries) -> set[int]:
        """The parties of which a new or changed entry is a hit, found from the entries' side."""
        named = entries.added | entries.changed
        fresh = {part.key: [part.store[place] for id, place in part.store.ordered() if id in named] for part in self.screener.held}
        listed = {key: [entity for entity in found if not entity.delisted] for key, found in fresh.items()}
        asked = [entity for found in listed.values() for entity in found]
        if not asked:
            return set()
        with self.portfolio.reading() as connection:
            index = ReverseIndex(state.stored_forms(connection))
        # the lowest threshold of all finds no fewer parties than each list's own
        lowest = Thresholds(default=min(self.thresholds.least(part.key) for part in self.screener.held))
        near = sorted(index.parties(asked, lowest.default))
        with _alone(listed, self.screener.engine) as small:
            given = state.parties_of(self.portfolio, near)
            numbers: deque[int] = deque()

            def parties() -> Iterator[Party]:
                for number, _, party in given:
                    numbers.append(number)
                    yield party

            results = self._many(small, parties(), lowest)
            return {number for result in results if (number := numbers.popleft()) and (result.hits or result.recorded)}

    def _many(self, screener: Screener, parties: Iterable[Party], thresholds: Thresholds) -> Iterator[Result]:
        return screener.screen_many(parties, threshold=thresholds, weak_aliases=self.weak_aliases, processes=self.processes)


@contextmanager
def _alone(listed: Mapping[str, Sequence[Entity]], engine: str) -> Iterator[Screener]:
    """A screener on nothing but these entities; what it finds of them is what one on whole lists finds."""
    with TemporaryDirectory(prefix="sanctions-", ignore_cleanup_errors=True) as place:
        held = []
        for key, found in listed.items():
            if found:
                folder = Path(place) / key
                folder.mkdir()
                with EntityWriter(folder) as writer:
                    for entity in found:
                        writer.add(entity)
                    writer.finish({})
                store = EntityStore(folder)
                held.append(HeldList(key, store, open_index(store)))
        yield Screener(held, (), engine=engine)


def settings_of(screener: Screener, thresholds: Thresholds, weak_aliases: bool) -> dict[str, Any]:
    return {
        "engine": screener.engine,
        "thresholds": msgspec.to_builtins(thresholds),
        "weak_aliases": weak_aliases,
        "lists": sorted(part.key for part in screener.held),
        "forms": FORMS,
    }


def _why_full(last: LastRun, settings: Mapping[str, Any], asked: bool) -> tuple[str, ...]:
    if not last.number:
        return ("first re-screening of this book",)
    found = [words for name, words in _SETTINGS.items() if last.settings.get(name) != settings[name]]
    return tuple(dict.fromkeys([*found, *(["asked for with --full"] if asked else [])]))


def _refuse_missing(last: LastRun, settings: Mapping[str, Any], without: set[str]) -> None:
    if wrong := sorted(without & set(settings["lists"])):
        raise UsageError(f"--without {wrong[0]}: a copy of this list is held and searched. Leave --without out.")
    missing = sorted(set(last.settings.get("lists", ())) - set(settings["lists"]) - without)
    if missing:
        raise CoverageError(
            f"The last re-screening searched {', '.join(missing)}, of which no copy is searched now; its hits would close as if they were "
            f"settled. Run 'sanctions refresh {missing[0]}', or go on with --without {missing[0]}."
        )


def _circumstances(
    screener: Screener, last: LastRun, settings: Mapping[str, Any], entries: _Entries, because: tuple[str, ...]
) -> Circumstances:
    delisted = set()
    for part in screener.held:
        places = [place for id in entries.changed if id.startswith(f"{part.key}:") and (place := part.store.find(id)) is not None]
        delisted |= {entity.id for place in places if (entity := part.store[place]).delisted}
    known, now = set(last.settings.get("lists", ())), set(settings["lists"])
    return Circumstances(
        # of a first run every entry is new, which explains nothing
        added=entries.added if last.number else frozenset(),
        changed=entries.changed,
        removed=entries.removed,
        delisted=delisted,
        new_lists=now - known if last.number else frozenset(),
        gone_lists=known - now,
        settings=because,
    )


def _changes(
    portfolio: Portfolio, book: Sequence[Standing], outcomes: Sequence[Outcome], forgotten: Sequence[int], around: Circumstances
) -> tuple[tuple[HitChange, ...], int]:
    """All changes of hits in the book's order, and how many hits stood with the parties looked at."""
    standing = {one.number: one for one in book}
    after = {one.number: one for one in outcomes}
    with portfolio.reading() as connection:
        before = state.stored_hits(connection, sorted({*after, *forgotten}))
    gone = {number: party for number, _, party in state.parties_of(portfolio, [number for number in forgotten if number in before])}
    found: list[HitChange] = []
    for number in sorted({*after, *gone}):
        outcome = after.get(number)
        party = outcome.result.party if outcome else gone[number]
        causes = _party_causes(standing[number], outcome)
        found += differences(party, before.get(number, ()), outcome.hits if outcome else (), causes, around)
    return tuple(found), sum(map(len, before.values()))


def _party_causes(standing: Standing, outcome: Outcome | None) -> tuple[str, ...]:
    if outcome is None:
        return (REMOVED,)
    if standing.screened is None:
        return ("party added to the book",)
    return ("party changed",) if outcome.hash != standing.screened else ()


def _tally(kept: Sequence[Standing], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """``screened``, ``untouched`` and ``rejected`` of the parties in the book."""
    done = {one.number: one.result for one in outcomes}
    rejected = []
    for one in kept:
        why = done[one.number].rejected if one.number in done else one.rejected
        if why:
            rejected.append((one.id, done[one.number].party.name if one.number in done else one.name, why))
    untouched = sum(1 for one in kept if one.number not in done and not one.rejected)
    return {"screened": sum(1 for result in done.values() if not result.rejected), "untouched": untouched, "rejected": tuple(rejected)}


def _results(outcomes: Sequence[Outcome], changes: Iterable[HitChange]) -> tuple[Result, ...]:
    """The results of the parties that have a new or changed hit, whole, for the record."""
    wanted = {one.party.id for one in changes if one.change != "closed"}
    return tuple(one.result for one in outcomes if one.result.party.id in wanted)
