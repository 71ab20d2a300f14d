"""Names in Hebrew script have readings that are their usual Latin spellings, or near to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.hebrew import hebrew_readings
from tests.names.likeness import likeness


@pytest.mark.parametrize(
    ("script", "reading"),
    [
        ("דוד בן ציון", "david ben zion"),  # known
        ("חיים כהן", "haim cohen"),  # a word with two spellings
        ("שמעון פרס", "shimon peres"),  # by the vowels that are written
        ("דָּוִד לֵוִי", "david levi"),  # with vowel marks
        ("Yossi כהן (Tel Aviv)", "Yossi cohen (Tel Aviv)"),
        ("John Smith", "John Smith"),
    ],
)
def test_readings(script: str, reading: str) -> None:
    assert reading in hebrew_readings(script)


@pytest.mark.parametrize(
    ("script", "latin"),
    [
        ("עדן לוי", "Eden LEVI"),
        ("בנימין נתניהו", "NETANYAHU, Benjamin"),
        ("יצחק רבין", "Yitzhak RABIN"),
        ("צבי בר יוסף", "Zvi Bar-Yosef"),
        ("איתמר בן גביר", "Itamar BEN GVIR"),
        ("נעם פדרמן", "Noam FEDERMAN"),
        ("הרצי הלוי", "Herzi HALEVI"),
        ("שלומי לוין", "Shlomi Levin"),
    ],
)
def test_a_name_finds_its_latin_spelling(script: str, latin: str) -> None:
    assert likeness(script, latin) >= 0.85


@pytest.mark.parametrize(("script", "latin"), [("דוד לוי", "Dan Levi"), ("משה כהן", "Meir Cohen"), ("נעם פדרמן", "Naomi Friedman")])
def test_another_name_does_not(script: str, latin: str) -> None:
    assert likeness(script, latin) < 0.8


@given(st.text(max_size=40) | st.text("אבגדהוזחטיכלמנסעפצקרשתךםןףץ'׳״ ", max_size=25))
def test_any_text_is_read_without_error(text: str) -> None:
    assert 1 <= len(hebrew_readings(text)) <= 4
