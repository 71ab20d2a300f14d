"""Bands: a word beside each score. They order the work; they decide nothing."""

from __future__ import annotations

BANDS = (("strong", 0.95), ("probable", 0.88), ("possible", 0.0))
"""Band and least score, from the strongest; the last reaches down to the threshold."""


def band(score: float) -> str:
    """The band of a score in [0, 1]."""
    return next(name for name, least in BANDS if score >= least)
