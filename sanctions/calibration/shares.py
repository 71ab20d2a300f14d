"""Shares and the intervals in which they lie: no figure of a sample without its uncertainty."""

from __future__ import annotations

import math

import msgspec

CONFIDENCE_95 = 1.959964
"""The standard normal's two-sided 95 % quantile."""


class Share(msgspec.Struct, frozen=True):
    """``part`` of ``whole``, with the interval in which the true share lies with 95 % confidence."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share itself; None of nothing."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.part, self.whole)


def wilson(part: int, whole: int, z: float = CONFIDENCE_95) -> tuple[float, float]:
    """Wilson's score interval of a share (E. B. Wilson, JASA 22, 1927, 209-212): sound for small samples and near 0 and 1.

    Of nothing it is (0, 1). Raises ValueError unless 0 <= part <= whole.
    """
    if not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is no share")
    if whole == 0:
        return 0.0, 1.0
    share, spread = part / whole, z * z / whole
    centre = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / whole + spread / (4 * whole)) / (1 + spread)
    low = 0.0 if part == 0 else max(0.0, centre - half)
    return low, 1.0 if part == whole else min(1.0, centre + half)
