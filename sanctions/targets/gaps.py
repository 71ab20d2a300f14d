"""On which of the four great sanctions lists a target stands, on which it does not, and which were not looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sanctions.acquisition.health import CURRENT, SHRUNKEN
from sanctions.acquisition.moments import count
from sanctions.model import Coverage

GREAT_LISTS = ("us_ofac_sdn", "un_sc", "eu_fsf", "gb_uksl")
"""The sanctions lists that a person who trades in dollars, pounds or euros must heed: OFAC's, the UN's, the EU's and the UK's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """``on``: lists with a joined listing; ``absent``: lists searched, without one; ``unheld``: lists of which no copy is
    held; ``unasked``: lists that the question left out."""

    on: tuple[str, ...]
    absent: tuple[Coverage, ...]
    unheld: tuple[str, ...]
    unasked: tuple[str, ...]

    @property
    def unsearched(self) -> tuple[str, ...]:
        return tuple(key for key in GREAT_LISTS if key in self.unheld or key in self.unasked)

    def sentences(self) -> tuple[str, ...]:
        """ "on us_ofac_sdn and un_sc", "not on gb_uksl (held, published 2026-08-14), as far as numbers tell", …

        Of a copy that is stale or too small it says so: that a target is not on it proves less.
        """
        found = [f"on {_and(self.on)}" if self.on else f"on none of {_and(GREAT_LISTS)}, as far as they are held and numbers tell"]
        for cover in self.absent if self.on else ():
            published = f", published {cover.published}" if cover.published else ""
            condition = "" if cover.status == CURRENT else f", {cover.status}"
            size = f": {count(cover.entries, 'entry', 'entries')} only" if cover.status == SHRUNKEN and cover.entries is not None else ""
            found.append(f"not on {cover.list} (held{published}{condition}{size}), as far as numbers tell")
        found += [f"not searched: {key} (no copy held)" for key in self.unheld]
        return (*found, *(f"not searched: {key} (not asked for)" for key in self.unasked))


def gaps_of(ids: Iterable[str], coverage: Iterable[Coverage]) -> Gaps:
    """The gaps of a target with these listings, given what is held."""
    lists = {one.partition(":")[0] for one in ids}
    asked: Mapping[str, Coverage] = {cover.list: cover for cover in coverage}
    rest = [key for key in GREAT_LISTS if key not in lists]
    return Gaps(
        on=tuple(key for key in GREAT_LISTS if key in lists),
        absent=tuple(asked[key] for key in rest if key in asked and asked[key].sha256),
        unheld=tuple(key for key in rest if key in asked and not asked[key].sha256),
        unasked=tuple(key for key in rest if key not in asked),
    )


def _and(words: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
