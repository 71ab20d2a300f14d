"""The distinct values of an array, in order."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """As ``np.unique``, whose first call imports numpy's masked arrays: a hundredth of a second of a start."""
    ordered = np.sort(values, axis=None)
    return ordered if len(ordered) < 2 else ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]
