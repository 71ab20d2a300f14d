"""What an analyst entered in a row, read strictly: an answer that cannot be one is told with its column and how to mend it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from sanctions.review.words import DISPOSITIONS, FALSE_POSITIVE, REASONS, STEPS, Step

LONGEST_RATIONALE = 4000
"""In characters: enough for any reasoning, little enough for a cell that can be read."""

DISPOSITION, CODE, RATIONALE, REVIEW_ON, ANALYST, DECIDED_ON = (
    "Disposition", "Reason code", "Rationale", "Review again on", "Analyst", "Decided on",
)  # fmt: skip
"""The headings of the columns that are answered, beside those of the steps."""

HEADINGS = (*(step.heading for step in STEPS), DISPOSITION, CODE, RATIONALE, REVIEW_ON, ANALYST, DECIDED_ON)


class BadAnswer(Exception):  # noqa: N818 - it is no fault of the program
    """An answer that cannot be recorded: its column, and a sentence that says how to mend it."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """One row's answers. ``analyst``, ``review_on`` and ``decided_on`` are None where the cell is empty."""

    disposition: str
    code: str | None = None
    rationale: str = ""
    steps: Mapping[str, str] = {}
    review_on: date | None = None
    analyst: str | None = None
    decided_on: date | None = None

    @property
    def digest(self) -> str:
        """The same for the same answers, whoever brings them on whatever day."""
        told = [self.disposition, self.code, self.rationale, dict(self.steps), self.review_on, self.analyst, self.decided_on]
        return hashlib.sha256(msgspec.json.encode(told, order="deterministic")).hexdigest()[:32]


def is_blank(cells: Mapping[str, Any]) -> bool:
    """Whether nobody has answered anything in the row."""
    return all(_text(cells.get(heading)) == "" for heading in HEADINGS)


def answers_of(cells: Mapping[str, Any], *, today: date, asked_on: date, steps_required: bool = False) -> Answers:
    """A row's cells by heading as answers. ``asked_on`` is the day of the screening. Raises BadAnswer for the first that is wrong."""
    disposition = _choice(cells, DISPOSITION, DISPOSITIONS)
    if disposition is None:
        raise BadAnswer(DISPOSITION, "the row has answers and no disposition; choose one, or clear the row's answers")
    code = _choice(cells, CODE, tuple(REASONS))
    if code and disposition not in REASONS[code]:
        fitting = ", ".join(one for one, of in REASONS.items() if disposition in of)
        raise BadAnswer(CODE, f"“{code}” is no reason for “{disposition}”; choose one of: {fitting}")
    rationale = _text(cells.get(RATIONALE))
    if len(rationale) > LONGEST_RATIONALE:
        raise BadAnswer(RATIONALE, f"{len(rationale):,} characters are too many; write no more than {LONGEST_RATIONALE:,}")
    if not rationale and code in (None, "other"):
        raise BadAnswer(RATIONALE, "say why: choose a reason code other than “other”, or write the rationale")
    answers = Answers(
        disposition=disposition,
        code=code,
        rationale=rationale,
        steps=_steps(cells, required=steps_required),
        review_on=_day(cells, REVIEW_ON),
        analyst=_text(cells.get(ANALYST)) or None,
        decided_on=_day(cells, DECIDED_ON),
    )
    _check_days(answers, today, asked_on)
    return answers


def _check_days(answers: Answers, today: date, asked_on: date) -> None:
    if answers.decided_on and answers.decided_on > today:
        raise BadAnswer(DECIDED_ON, f"{answers.decided_on} is still to come; enter the day on which it was decided")
    if answers.decided_on and answers.decided_on < asked_on:
        raise BadAnswer(DECIDED_ON, f"{answers.decided_on} is before the screening of {asked_on}; enter the day on which it was decided")
    if answers.review_on and answers.review_on <= today:
        raise BadAnswer(REVIEW_ON, f"{answers.review_on} has passed; enter a later day, or none")
    if answers.review_on and answers.disposition != FALSE_POSITIVE:
        raise BadAnswer(REVIEW_ON, f"only a false positive is cleared until a day; empty the cell, since this is “{answers.disposition}”")


def _steps(cells: Mapping[str, Any], *, required: bool) -> dict[str, str]:
    found = {step.key: answer for step in STEPS if (answer := _choice(cells, step.heading, step.answers))}
    missing: list[Step] = [step for step in STEPS if step.key not in found]
    if required and missing:
        raise BadAnswer(missing[0].heading, "the policy asks for an answer to each of the five steps; choose one")
    return found


def _choice(cells: Mapping[str, Any], heading: str, words: tuple[str, ...]) -> str | None:
    text = _text(cells.get(heading))
    if not text:
        return None
    found = next((word for word in words if word == text.casefold()), None)
    if found is None:
        raise BadAnswer(heading, f"{_shown(text)} is none of its answers; choose one of: {', '.join(words)}")
    return found


def _day(cells: Mapping[str, Any], heading: str) -> date | None:
    value = cells.get(heading)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _text(value)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadAnswer(heading, f"{_shown(text)} is no date; enter it as 2026-01-31") from None


def _text(value: Any) -> str:
    """A cell's text on one line's terms: no spaces about it, and of line ends one kind."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\r\n", "\n").replace("_x000D_", "").strip()


def _shown(text: str) -> str:
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"
