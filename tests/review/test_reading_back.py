"""A row read back against what was written: other forms of one value are no change, other values are."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sanctions.ledger.keys import WITHHELD, Keyed
from sanctions.model import Reason
from sanctions.workbook.cells import Link, Styled, Value, safe
from sanctions.workbook.reading_back import ReadRow, changed_cells
from tests.workbook import parts

KEYED = Keyed(b"k" * 32)


def changed(found: Any, written: Value, heading: str = "Column", keyed: Keyed | None = None) -> bool:
    row = ReadRow(sheet="Hits", number=5, key="S/0h0", cells={heading: found} if found is not None else {})
    return bool(changed_cells(row, {heading: written}, keyed))


@pytest.mark.parametrize(
    ("found", "written"),
    [
        ("a b", "a  b"),
        ("a\r\nb", ("a", "b")),
        ("a_x000D_\nb", ("a", "b")),
        (0.8666999999999999, 0.8667),
        (12.0, 12),
        (datetime.combine(date(2016, 7, 6), time()), date(2016, 7, 6)),
        ("1850-01-01", date(1850, 1, 1)),
        ("_x005F_x0041_", "_x0041_"),
        ("_x0041_", "_x0041_"),
        ("example.org", Styled(Link("example.org", url="https://example.org/1"), "link")),
        (None, None),
        ("", None),
        (None, ""),
    ],
)
def test_other_forms_of_a_value_are_no_change(found: Any, written: Value) -> None:
    assert not changed(found, written)


@pytest.mark.parametrize(
    ("found", "written"),
    [("a", "b"), (0.8668, 0.8667), ("", "a"), (None, "a"), ("x", None), (date(2016, 7, 7), date(2016, 7, 6)), ("a\nb", ("a", "c"))],
)
def test_other_values_are(found: Any, written: Value) -> None:
    assert changed(found, written)


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_shown_is_read_back_and_anything_else_is_a_change(text: str, other: str) -> None:
    assert not changed(safe(text), text)
    if " ".join(safe(text).replace("_x005F_", "_").replace("_x000D_", " ").split()) != " ".join(
        other.replace("_x005F_", "_").replace("_x000D_", " ").split()
    ):
        assert changed(other, text)


def test_a_ledger_without_names_tells_changes_by_hashes() -> None:
    party = parts.party(1, "Kim Won Hong")
    hit = parts.hit(parts.entity(), "Kim Won Hong", 0.8)
    reasons = (Reason(feature="name", points=0.8, detail="Kim Won Hong is near"), Reason(feature="kind", points=0.0, detail="both persons"))
    hit = replace(hit, comparison=replace(hit.comparison, reasons=reasons))
    kept = KEYED.result(parts.Result(party=party, hits=(hit,)))
    held = tuple(f"{reason.points:+.4f}  {reason.detail}" for reason in kept.hits[0].comparison.reasons)
    assert WITHHELD in held[0]
    assert "Kim" not in " ".join(held)
    shown = "+0.8000  Kim Won Hong is near\n+0.0000  both persons"
    assert not changed(shown, held, "Why", KEYED)
    for forged in (
        shown.replace("near", "far"),
        shown.replace("0.8", "0.7"),
        shown.replace("both", "two"),
        shown.split("\n", maxsplit=1)[0],
    ):
        assert changed(forged, held, "Why", KEYED)
    assert not changed("Kim Won Hong", kept.party.name, "Party", KEYED)
    assert changed("Kim Won Hung", kept.party.name, "Party", KEYED)
