"""What a score is called, and where an alert begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sanctions.model import PolicyInForce

DEFAULT_THRESHOLD = 0.8
"""Score at which a comparison is an alert, unless the caller says otherwise."""

STRONG = 0.93
PROBABLE = 0.88


def band(score: float, policy: PolicyInForce | None = None) -> str:
    """ "strong", "probable" or "possible": the word beside a score that is an alert. A policy may set other limits."""
    strong, probable = (policy.strong, policy.probable) if policy else (STRONG, PROBABLE)
    if score >= strong:
        return "strong"
    return "probable" if score >= probable else "possible"
