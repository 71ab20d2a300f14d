"""On which of the four great sanctions lists a target stands, on which it does not, and which were not looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sanctions.acquisition.health import CURRENT, SHRUNKEN
from sanctions.acquisition.moments import count
from sanctions.model import Coverage, Kind

GREAT_LISTS = ("us_ofac_sdn", "un_sc", "eu_fsf", "gb_uksl")
"""The sanctions lists that a person who trades in dollars, pounds or euros must heed: OFAC's, the UN's, the EU's and the UK's."""


SHIP_LISTS = ("us_ofac_sdn", "un_1718_vessels", "gb_uksl")
"""The same for ships: the UN's stand on a list of their own, and the EU's in no file (they are on its Sanctions Map)."""

NO_SHIPS = "not searched: the European Union's designated ships, which stand in no file of its own (see sanctionsmap.eu)"


def great_lists(kind: Kind) -> tuple[str, ...]:
    """The great lists that can hold a target of that kind."""
    return SHIP_LISTS if kind is Kind.VESSEL else GREAT_LISTS


class Gaps(msgspec.Struct, frozen=True, kw_only=True):
    """``on``: lists with a joined listing; ``absent``: lists searched, without one; ``unheld``: lists of which no copy is
    held; ``unasked``: lists that the question left out. ``kind`` is the target's: not each list can hold each kind."""

    kind: Kind
    on: tuple[str, ...]
    absent: tuple[Coverage, ...]
    unheld: tuple[str, ...]
    unasked: tuple[str, ...]

    @property
    def unsearched(self) -> tuple[str, ...]:
        return tuple(key for key in great_lists(self.kind) if key in self.unheld or key in self.unasked)

    def sentences(self) -> tuple[str, ...]:
        """ "on us_ofac_sdn and un_sc", "not on gb_uksl (held, published 2026-08-14), as far as numbers tell", …

        Of a copy that is stale or too small it says so: that a target is not on it proves less.
        """
        found = [
            f"on {_and(self.on)}" if self.on else f"on none of {_and(great_lists(self.kind))}, as far as they are held and numbers tell"
        ]
        for cover in self.absent if self.on else ():
            published = f", published {cover.published}" if cover.published else ""
            condition = "" if cover.status == CURRENT else f", {cover.status}"
            size = f": {count(cover.entries, 'entry', 'entries')} only" if cover.status == SHRUNKEN and cover.entries is not None else ""
            found.append(f"not on {cover.list} (held{published}{condition}{size}), as far as numbers tell")
        found += [f"not searched: {key} (no copy held)" for key in self.unheld]
        found += [f"not searched: {key} (not asked for)" for key in self.unasked]
        return (*found, NO_SHIPS) if self.kind is Kind.VESSEL else tuple(found)


def gaps_of(ids: Iterable[str], coverage: Iterable[Coverage], kind: Kind = Kind.UNKNOWN) -> Gaps:
    """The gaps of a target of that kind with these listings, given what is held."""
    lists = {one.partition(":")[0] for one in ids}
    asked: Mapping[str, Coverage] = {cover.list: cover for cover in coverage}
    great = great_lists(kind)
    rest = [key for key in great if key not in lists]
    return Gaps(
        kind=kind,
        on=tuple(key for key in dict.fromkeys([*great, *GREAT_LISTS]) if key in lists),
        absent=tuple(asked[key] for key in rest if key in asked and asked[key].sha256),
        unheld=tuple(key for key in rest if key in asked and not asked[key].sha256),
        unasked=tuple(key for key in rest if key not in asked),
    )


def _and(words: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
