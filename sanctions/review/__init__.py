"""Review: what people decided of hits, what a second person checked, and what stays cleared.

``Register.of(ledger)`` answers who decided what, when and why; ``undecided(ledger, now)`` what is still to be decided,
with its age; ``Memory`` what of a new screening is already settled, and why something settled is open again;
``standings_of(ledger, screening)`` what was known of each hit of a past screening on its day.
"""

from __future__ import annotations

from sanctions.review.decisions import ApprovalBody, Check, Decision, DispositionBody, OpenHit, Register, decision_document
from sanctions.review.memory import Memory, Standing
from sanctions.review.outstanding import standings_of, undecided

__all__ = [
    "ApprovalBody",
    "Check",
    "Decision",
    "DispositionBody",
    "Memory",
    "OpenHit",
    "Register",
    "Standing",
    "decision_document",
    "standings_of",
    "undecided",
]
