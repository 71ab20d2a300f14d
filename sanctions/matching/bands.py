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


def threshold_words(threshold: float, policy: PolicyInForce | None = None) -> str:
    """ "0.80", or "0.80 (vessel 0.85)" where a policy gives some lists or kinds a threshold of their own."""
    short = f"{threshold:.2f}"
    exact = short if float(short) == threshold else f"{threshold:g}"
    return f"{exact} ({', '.join(policy.apart)})" if policy and policy.apart else exact
