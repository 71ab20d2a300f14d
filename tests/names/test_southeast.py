"""Vietnamese, Burmese and Indonesian names: one person's spellings meet, another's stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.southeast import burmese_words, indonesian_words, is_vietnamese
from sanctions.names.text import words
from tests.names.likeness import likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NGUYEN, Van Thanh", "Nguyễn Văn Thành"),
        ("Nguyen Van Thanh", "Van Thanh NGUYEN"),
        ("Trần Đại Quang", "TRAN Dai Quang"),
        ("Võ Nguyên Giáp", "VO, Nguyen Giap"),
        ("Đặng Thị Ngọc", "Dang Thi Ngoc"),
        ("SWE, U Khin Maung", "Khin Maung Swe"),
        ("AUNG, Daw Thet Thet", "Thet Thet Aung"),
        ("NAUNG, Htun Htun", "Tun Tun Naung"),
        ("Aung San Suu Kyi", "Aung San Su Kyi"),
        ("Daw Aung San Suu Kyi", "AUNG SAN SUU KYI"),
        ("Soeharto", "Suharto"),
        ("Tjokro Soedirdjo", "Cokro Sudirjo"),
        ("Aisyah binti Abdullah", "AISYAH BINTI ABDULLAH"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.93
    assert likeness(other, one) >= 0.93


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyen Van Thanh", "Nguyen Van Thang"),
        ("Nguyen Van Hung", "Nguyen Van Hong"),
        ("Tran Thi Lan", "Tran Thi Loan"),
        ("Pham Minh Tuan", "Pham Minh Toan"),
        ("Nguyễn Văn Đức", "Nguyen Van Dung"),
        ("Le Van Dung", "Le Van Dong"),
        ("Khin Maung Swe", "Khin Maung Soe"),
    ],
)
def test_names_of_two_persons(one: str, other: str) -> None:
    assert likeness(one, other) < 0.82


@pytest.mark.parametrize(
    ("name", "vietnamese"),
    [
        ("Nguyen Phuong Uyen", True),
        ("Le Duc Tho", True),
        ("Quach Thi Bich Ngoc", True),
        ("Le Pen", False),
        ("Jean Le", False),
        ("Kim Jong Un", False),
        ("Ho Chung Ting", False),
        ("Mai Lan", False),
        ("Pham Jones", False),
    ],
)
def test_what_looks_vietnamese(name: str, vietnamese: bool) -> None:
    assert is_vietnamese(name) is vietnamese


@pytest.mark.parametrize("name", ["U Thant", "Ko Min Jun", "Maung", "Hans Schroeder", "Joe Coen", "Min Aung Hlaing Tun"])
def test_names_that_need_no_other_form(name: str) -> None:
    assert indonesian_words(words(name)) == ()
    assert burmese_words(words(name)) in ((), ("min", "aung", "laing", "tun"))


@given(st.text(max_size=40) | st.lists(st.sampled_from("nguyen van u daw ko htun hla aung tjoe oe".split()), max_size=6).map(" ".join))
def test_any_text_is_read_without_error(text: str) -> None:
    is_vietnamese(text)
    assert all(map(str.isalnum, (*burmese_words(words(text)), *indonesian_words(words(text)))))
