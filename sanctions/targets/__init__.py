"""One target, many lists: entities of different lists that are provably the same.

A join rests on what the publishers themselves say (a UN reference number, OFAC's number) or on an equal strong
identifier with names or birth dates that agree; never on names alone. A false join could clear a true hit, so
doubt means no join, and what was refused is told.
"""

from sanctions.targets.gaps import GREAT_LISTS, Gaps, gaps_of, great_lists
from sanctions.targets.joining import Join, Refusal
from sanctions.targets.register import Target, Targets

__all__ = ["GREAT_LISTS", "Gaps", "Join", "Refusal", "Target", "Targets", "gaps_of", "great_lists"]
