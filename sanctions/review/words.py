"""The words of a decision: what can be decided of a hit, the codes of its reasons, the steps of resolving a match.

The steps follow OFAC's FAQ 5 ("How do I determine if I have a valid OFAC match?"), in our own words.
"""

from __future__ import annotations

import msgspec

TRUE_MATCH, FALSE_POSITIVE, UNDETERMINED, ESCALATE = DISPOSITIONS = ("true match", "false positive", "undetermined", "escalate")
"""What an analyst can decide of a hit. World-Check's four resolutions, in words of our own."""

_AGAINST = (FALSE_POSITIVE,)
_FOR = (TRUE_MATCH, ESCALATE)
_OPEN = (UNDETERMINED, ESCALATE)

REASONS = {
    "other kind": _AGAINST,
    "part of the name": _AGAINST,
    "other birth date": _AGAINST,
    "other country": _AGAINST,
    "other number": _AGAINST,
    "other particulars": _AGAINST,
    "known customer": _AGAINST,
    "same number": _FOR,
    "same particulars": _FOR,
    "confirmed": (TRUE_MATCH,),
    "data missing": _OPEN,
    "conflicting data": _OPEN,
    "other": DISPOSITIONS,
}
"""Reason code → the dispositions that it can be given for. "other" needs a rationale in words."""


class Step(msgspec.Struct, frozen=True):
    """One step of FAQ 5: its key in a record, its heading in the workbook, what it asks, and the answers."""

    key: str
    heading: str
    prompt: str
    answers: tuple[str, ...]


STEPS = (
    Step("list", "1 Sanctions list?", "Is the entry on a sanctions list, or another kind of list or warning?", ("yes", "no")),
    Step("kind", "2 Same kind?", "Are both persons, or both vessels, both organisations?", ("yes", "no", "not known")),
    Step("name", "3 How much of the name?", "Does the whole name agree, or only a part such as the family name?", ("whole", "part")),
    Step("record", "4 Whole record?", "Was the whole entry compared with all that is known of the party?", ("yes", "data missing")),
    Step("likeness", "5 Similarities?", "How many similarities or exact matches are there beside the name?", ("none", "some", "many")),
)
"""FAQ 5, step by step. Many similarities: OFAC asks to be called. Missing data: get it and compare again."""
