"""Wilson's interval, against figures worked out by hand and against what an interval must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.calibration import Share, wilson

# part, whole, from, to: Wilson's formula worked out by hand for z = 1.959964
FIGURES = [
    (0, 10, 0.0, 0.2775),
    (10, 10, 0.7225, 1.0),
    (5, 10, 0.2366, 0.7634),
    (1, 10, 0.0179, 0.4042),
    (81, 263, 0.2553, 0.3662),
    (99, 100, 0.9455, 0.9982),
]


@pytest.mark.parametrize(("part", "whole", "low", "high"), FIGURES)
def test_known_figures(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert Share(0, 0).value is None


@pytest.mark.parametrize(("part", "whole"), [(-1, 4), (5, 4)])
def test_what_is_no_share_is_refused(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(part, whole)


@given(st.integers(1, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_share_lies_in_its_interval_and_the_interval_is_symmetric(share: tuple[int, int]) -> None:
    part, whole = share
    low, high = wilson(part, whole)
    assert 0.0 <= low <= part / whole <= high <= 1.0
    assert wilson(whole - part, whole) == pytest.approx((1 - high, 1 - low))


@given(st.integers(1, 200), st.integers(2, 20))
def test_more_cases_narrow_the_interval(whole: int, times: int) -> None:
    def width(factor: int) -> float:
        low, high = wilson(whole // 2 * factor, whole * factor)
        return high - low

    assert width(times) < width(1)
