"""What a score is called, and where an alert begins."""

from __future__ import annotations

DEFAULT_THRESHOLD = 0.8
"""Score at which a comparison is an alert, unless the caller says otherwise."""

STRONG = 0.93
PROBABLE = 0.88


def band(score: float) -> str:
    """ "strong", "probable" or "possible": the word beside a score that is an alert."""
    if score >= STRONG:
        return "strong"
    return "probable" if score >= PROBABLE else "possible"
