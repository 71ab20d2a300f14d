"""Partial dates: how publishers write them, what they mean, and how two of them agree."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.dates import CIRCA_YEARS, DateAgreement, PartialDate, compare_dates, parse_date

READ = [
    # as written · in EDTF · how precise
    ("1962", "1962", "year"),
    ("circa 1962", "1962~", "year"),
    ("Circa 1962", "1962~", "year"),
    ("c. 1962", "1962~", "year"),
    ("approximately 1962", "1962~", "year"),
    ("1962~", "1962~", "year"),
    ("Jul 1962", "1962-07", "month"),
    ("July 1962", "1962-07", "month"),
    ("circa Jul 1962", "1962-07~", "month"),
    ("1962-07", "1962-07", "month"),
    ("07/1962", "1962-07", "month"),
    ("03 Jul 1962", "1962-07-03", "day"),
    ("3rd July 1962", "1962-07-03", "day"),
    ("July 3, 1962", "1962-07-03", "day"),
    ("1962-07-03", "1962-07-03", "day"),
    ("1962-07-03T00:00:00", "1962-07-03", "day"),
    ("03/07/1962", "1962-07-03", "day"),
    ("29 Feb 1964", "1964-02-29", "day"),
    ("00/00/1975", "1975", "year"),
    ("dd/mm/1968", "1968", "year"),
    ("dd/07/1978", "1978-07", "month"),
    ("00/07/1978", "1978-07", "month"),
    ("1962 to 1965", "1962/1965", "range"),
    ("1962/1965", "1962/1965", "range"),
    ("1962-1965", "1962/1965", "range"),
    ("between 1962 and 1965", "1962/1965", "range"),
    ("circa 1962 to 1965", "1962/1965~", "range"),
    ("between Jan 1962 and Mar 1963", "1962-01-01/1963-03-31", "range"),
    ("01 Jan 1962 to 31 Dec 1962", "1962", "year"),
]


@pytest.mark.parametrize(("text", "edtf", "precision"), READ, ids=[case[0] for case in READ])
def test_dates_as_written(text: str, edtf: str, precision: str) -> None:
    found = parse_date(text)
    assert (str(found), found.precision, found.text) == (edtf, precision, text)


def test_month_first_is_asked_for() -> None:
    assert str(parse_date("03/07/1962", month_first=True)) == "1962-03-07"


@pytest.mark.parametrize(
    "text", ["", "unknown", "31 Feb 1960", "29 Feb 1963", "13/13/1962", "1965 to 1962", "12 Foo 1962", "0000", "19622", "62"]
)
def test_what_is_no_date_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date") as problem:
        parse_date(text)
    assert repr(text) in str(problem.value)


AGREEMENT = [
    ("23 Mar 1960", "23 Mar 1960", DateAgreement.EQUAL),
    ("1960", "1960", DateAgreement.COMPATIBLE),
    ("1960", "23 Mar 1960", DateAgreement.COMPATIBLE),
    ("Mar 1960", "23 Mar 1960", DateAgreement.COMPATIBLE),
    ("Apr 1960", "23 Mar 1960", DateAgreement.NEAR),
    ("1958 to 1962", "23 Mar 1960", DateAgreement.COMPATIBLE),
    ("circa 1962", "23 Mar 1960", DateAgreement.COMPATIBLE),
    ("circa 1963", "23 Mar 1960", DateAgreement.CONTRADICTING),
    ("circa 1962", "circa 1966", DateAgreement.COMPATIBLE),
    ("circa 1962", "circa 1967", DateAgreement.CONTRADICTING),
    ("03 Jul 1962", "07 Mar 1962", DateAgreement.SWAPPED),
    ("23 Mar 1960", "24 Mar 1960", DateAgreement.ONE_DIGIT),
    ("23 Mar 1960", "23 Mar 1970", DateAgreement.ONE_DIGIT),
    ("23 Mar 1969", "23 Mar 1996", DateAgreement.ONE_DIGIT),
    ("23 Mar 1960", "14 Jun 1960", DateAgreement.NEAR),
    ("1960", "1961", DateAgreement.NEAR),
    ("1960", "1962", DateAgreement.CONTRADICTING),
    ("23 Mar 1960", "14 Jun 1972", DateAgreement.CONTRADICTING),
]


@pytest.mark.parametrize(("one", "other", "agreement"), AGREEMENT, ids=[f"{case[0]} and {case[1]}" for case in AGREEMENT])
def test_agreement(one: str, other: str, agreement: DateAgreement) -> None:
    assert compare_dates(parse_date(one), parse_date(other)) is agreement


days = st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 12, 31))
partial = st.one_of(
    st.builds(lambda d, c: PartialDate.of(d.year, circa=c), days, st.booleans()),
    st.builds(lambda d, c: PartialDate.of(d.year, d.month, circa=c), days, st.booleans()),
    st.builds(lambda d, c: PartialDate.of(d.year, d.month, d.day, circa=c), days, st.booleans()),
    st.builds(lambda d, more: PartialDate.between(PartialDate.of(d.year), PartialDate.of(d.year + more)), days, st.integers(0, 30)),
)


@given(partial)
def test_edtf_is_read_back(value: PartialDate) -> None:
    again = parse_date(str(value))
    assert (again.first, again.last, again.circa) == (value.first, value.last, value.circa)


@given(partial, partial)
def test_agreement_is_symmetric(one: PartialDate, other: PartialDate) -> None:
    assert compare_dates(one, other) is compare_dates(other, one)


@given(partial)
def test_a_date_never_contradicts_itself(value: PartialDate) -> None:
    assert compare_dates(value, value) in {DateAgreement.EQUAL, DateAgreement.COMPATIBLE}


@given(days, st.integers(-CIRCA_YEARS, CIRCA_YEARS))
def test_circa_reaches_as_far_as_it_says(day: date, off: int) -> None:
    assert compare_dates(PartialDate.of(day.year, circa=True), PartialDate.of(day.year + off)) is DateAgreement.COMPATIBLE


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        found = parse_date(text)
    except ValueError as problem:
        assert "is not a date" in str(problem)  # noqa: PT017 (either outcome is right; the sentence is what is tested)
    else:
        assert found.first <= found.last


@given(days)
def test_first_and_last_day_hold_the_day(day: date) -> None:
    for value in (PartialDate.of(day.year), PartialDate.of(day.year, day.month), PartialDate.of(day.year, day.month, day.day)):
        assert value.first <= day <= value.last


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="backwards"):
        PartialDate.between(PartialDate.of(1965), PartialDate.of(1962))
