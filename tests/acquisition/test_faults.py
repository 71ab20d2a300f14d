"""``docs/faults.md`` and the tests name the same faults, and promise the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acquisition.test_refresh import ARRIVES, FAULTS
from tests.acquisition.test_refusals import FINAL, REFUSED

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = (ROOT / "docs" / "faults.md").read_text("utf-8")


def rows(title: str) -> dict[str, list[str]]:
    """The rows of the table under a title, by their first cells."""
    _, _, section = DOCUMENT.partition(f"## {title}\n")
    lines = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("| ")][1:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert len({fault for fault, *_ in cells}) == len(cells)
    return {fault: rest for fault, *rest in cells}


@pytest.mark.parametrize(
    ("title", "cases"),
    [("A copy that arrives all the same", ARRIVES), ("A download that fails", FAULTS), ("A copy that speaks against itself", REFUSED)],
)
def test_the_tables_name_the_cases(title: str, cases: dict[str, object]) -> None:
    assert list(rows(title)) == list(cases)


def test_the_table_says_what_can_be_approved() -> None:
    for fault, (what,) in rows("A copy that speaks against itself").items():
        final = bool(FINAL.intersection(REFUSED[fault][1]))
        assert what.startswith("quarantined")
        assert ("cannot be approved" in what or "unreadable" in what) is final, fault


def test_the_tests_named_are_there() -> None:
    named = rows("All else")
    assert len(named) > 10
    for fault, (_, test) in named.items():
        found = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", test)
        assert found, fault
        assert f"\ndef {found[2]}(" in (ROOT / found[1]).read_text("utf-8"), test
