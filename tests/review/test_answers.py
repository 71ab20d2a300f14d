"""What can be answered in a row, and what is told of an answer that cannot be one."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.review.answers import HEADINGS, BadAnswer, answers_of, is_blank
from sanctions.review.words import DISPOSITIONS, REASONS, STEPS
from tests.review.desk import cleared

TODAY, ASKED = date(2026, 9, 10), date(2026, 9, 8)


def read(cells: dict[str, Any], *, steps_required: bool = False) -> Any:
    return answers_of(cells, today=TODAY, asked_on=ASKED, steps_required=steps_required)


@pytest.mark.parametrize(
    ("answers", "column", "said"),
    [
        ({"Disposition": "maybe"}, "Disposition", "“maybe” is none of its answers; choose one of: true match"),
        ({"Rationale": "born 1962"}, "Disposition", "has answers and no disposition"),
        ({"Disposition": "false positive"}, "Rationale", "say why"),
        ({"Disposition": "false positive", "Reason code": "other"}, "Rationale", "say why"),
        ({"Disposition": "false positive", "Reason code": "same number"}, "Reason code", "is no reason for “false positive”"),
        (cleared("because"), "Reason code", "none of its answers"),
        (cleared(**{"Decided on": "yesterday"}), "Decided on", "is no date; enter it as 2026-01-31"),
        (cleared(**{"Decided on": date(2026, 9, 11)}), "Decided on", "is still to come"),
        (cleared(**{"Decided on": date(2026, 9, 7)}), "Decided on", "is before the screening"),
        (cleared(**{"Review again on": TODAY}), "Review again on", "has passed"),
        ({"Disposition": "escalate", "Rationale": "x", "Review again on": date(2027, 1, 1)}, "Review again on", "only a false positive"),
        (cleared(**{"2 Same kind?": "perhaps"}), "2 Same kind?", "choose one of: yes, no, not known"),
        (cleared(Rationale="x" * 5000), "Rationale", "too many"),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_told_with_its_column(answers: dict[str, Any], column: str, said: str) -> None:
    with pytest.raises(BadAnswer, match=said) as problem:
        read(answers)
    assert problem.value.column == column


def test_spreadsheets_forms_of_one_answer_are_one() -> None:
    plainly = read(cleared(Rationale="a\nb", **{"Decided on": date(2026, 9, 9), "2 Same kind?": "no"}))
    forms = {
        "Disposition": " False Positive ", "Reason code": "OTHER BIRTH DATE", "Rationale": "a_x000D_\r\nb ",
        "Decided on": datetime.combine(date(2026, 9, 9), time()), "2 Same kind?": "No",
    }  # fmt: skip
    assert read(forms).digest == plainly.digest
    assert read({**forms, "Decided on": "2026-09-09"}).digest == plainly.digest


def test_a_row_is_blank_only_without_any_answer() -> None:
    assert is_blank({"Party": "KIM", "Disposition": "  ", "Rationale": None})
    assert not any(is_blank({heading: "x"}) for heading in HEADINGS)


def test_every_reason_fits_a_disposition_and_every_disposition_has_one() -> None:
    assert {one for of in REASONS.values() for one in of} == set(DISPOSITIONS)
    assert len({step.key for step in STEPS}) == len(STEPS) == 5


_cell = st.one_of(st.none(), st.text(max_size=30), st.floats(), st.dates(), st.datetimes(), st.booleans(), st.sampled_from(DISPOSITIONS))


@given(st.dictionaries(st.sampled_from(HEADINGS), _cell))
def test_any_cells_are_answers_or_are_told(cells: dict[str, Any]) -> None:
    problem = _problem(cells)
    assert read(cells).disposition in DISPOSITIONS if problem is None else problem.column in HEADINGS and str(problem)


def _problem(cells: dict[str, Any]) -> BadAnswer | None:
    try:
        read(cells)
    except BadAnswer as problem:
        return problem
    return None
