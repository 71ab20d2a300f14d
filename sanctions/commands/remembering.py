"""What earlier decisions say of the hits of a new screening: looked up before it is recorded, and recorded with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from sanctions.commands.same_target import Also
from sanctions.commands.shared import note

if TYPE_CHECKING:
    from sanctions.commands.ruling import Ruling
    from sanctions.home import Home
    from sanctions.ledger.keys import Keyed
    from sanctions.model import Entity, Hit, Result, Screening
    from sanctions.portfolio import Portfolio
    from sanctions.review import Decision, Standing
    from sanctions.screening import Screener


class Remembered(msgspec.Struct, frozen=True):
    """``standings`` by the hit's key, as they are shown; ``recorded`` as the ledger keeps them; ``listings`` of the hits' targets."""

    standings: Mapping[str, Standing] = {}
    recorded: tuple[Standing, ...] = ()
    listings: Mapping[str, tuple[Entity, ...]] = {}

    def of(self, results: Sequence[Result]) -> Callable[[Hit], Standing | None]:
        """What is known of a hit of these results, by the hit itself."""
        from sanctions.review.parties import placed_hits

        keys = {id(one.hit): one.key for one in placed_hits(results)}
        return lambda hit: self.standings.get(keys.get(id(hit), ""))

    def open_alerts(self, screening: Screening) -> int:
        """How many alerts are not cleared."""
        from sanctions.review.parties import placed_hits

        alerts = [one.key for one in placed_hits(screening.results) if one.hit.status == "alert"]
        return sum(key not in self.standings or self.standings[key].open for key in alerts)


def remember(ruling: Ruling, screener: Screener, screening: Screening, also: Also) -> Remembered:
    """What is known of every hit. ``also`` tells the other listings of a hit's target. Raises StoreError for a bent ledger."""
    from sanctions.ledger import Ledger
    from sanctions.review import Memory

    results = screening.results
    if not any(result.hits or result.recorded for result in results):
        return Remembered()
    private = ruling.policy.rules.records.privacy == "keyed"
    with Ledger.open(ruling.home, write=False) as ledger:
        keyed = _keyed(ruling.home, needed=private)
        memory = Memory(ledger, datetime.now(UTC).date(), screening.engine, also, keyed, held=_held(screener), private=private)
        shown = memory.standings(results, screening.policy)
        kept = memory.standings(results, screening.policy, as_keyed=True) if private else shown
    return Remembered({one.key: one for one in shown}, kept, dict(_listings(screener, results, also)))


def review_due(home: Home, portfolio: Portfolio, *, since: date | None, today: date) -> list[Decision]:
    """Decisions whose review date passed between ``since`` and ``today``, of hits that still stand in the book.

    A re-screening looks at what changed; a date that passes changes nothing else, and must be told all the same.
    """
    from sanctions.ledger import Ledger
    from sanctions.portfolio.state import standing_pairs
    from sanctions.review import Register

    with Ledger.open(home, write=False) as ledger:
        passed = [one for one in Register.of(ledger).current() if one.clears and _passed(one.body.review_on, since, today)]
    if not passed:
        return []
    with portfolio.reading() as connection:
        stand = standing_pairs(connection)
    return [one for one in passed if (one.body.party, one.body.entity) in stand]


def _passed(review_on: date | None, since: date | None, today: date) -> bool:
    return review_on is not None and review_on < today and (since is None or review_on >= since)


def _held(screener: Screener) -> Callable[[str], bool]:
    stores = {part.key: part.store for part in screener.held}
    return lambda id: (store := stores.get(id.partition(":")[0])) is None or store.find(id) is not None


def _keyed(home: Home, *, needed: bool) -> Keyed | None:
    """The hashes of names, where the ledger has some or is to have them."""
    from sanctions.errors import StoreError
    from sanctions.ledger.keys import Keyed, key_of

    if not needed and not home.ledger_key.exists():
        return None
    try:
        return Keyed(key_of(home))
    except StoreError as problem:
        note(f"NOT REMEMBERED: {problem} Decisions about parties that are kept as hashes are not found.")
        return None


def _listings(screener: Screener, results: Iterable[Result], also: Also) -> Iterator[tuple[str, tuple[Entity, ...]]]:
    """The other listings of each hit's target, without the publishers' raw records."""
    hits: dict[str, Hit] = {hit.entity.id: hit for result in results for hit in (*result.hits, *result.recorded)}
    for id, hit in hits.items():
        others = dict.fromkeys(other for other, _ in also(hit))
        if others:
            yield id, tuple(replace(screener.entity(other), raw={}) for other in others)
