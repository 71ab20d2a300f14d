"""One name in Hangul and in every usual romanisation has one form; another name has another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.model import Kind
from sanctions.names.forms import KOREAN, forms_of
from sanctions.names.korean import korean_forms, syllable_similarity, syllables_as_written, syllables_of
from sanctions.names.text import words
from tests.names.likeness import likeness


def forms(name: str) -> set[tuple[str, ...]]:
    return set(korean_forms(words(name), name))


@pytest.mark.parametrize(
    "spellings",
    [
        ("김정은", "Kim Jong Un", "KIM CHONG-UN", "Gim Jeong-eun", "Kim Jongun", "Jong-un Kim"),
        ("김원홍", "Kim Won Hong", "KIM Wonhong", "Gim Won-hong"),
        ("최룡해", "Choe Ryong Hae", "Choi Ryong-hae", "CHOE, Yong Hae"),
        ("리영호", "Ri Yong Ho", "Lee Young-ho", "Yi Yong-ho"),
        ("박도춘", "Pak To Chun", "Park Do-chun"),
        ("조용원", "Jo Yong Won", "Cho Yong-won"),
        ("김정은", "Kim, Jong-un", "Jong Un KIM", "KIM JONGUN", "Kim Zong Un", "Kim Jeongeun"),
        ("성김", "Sung Kim", "Seong Gim"),
        ("라선영", "Ra Son Yong", "Na Seon-yeong", "LA, Son Yong"),
        ("노광철", "No Kwang Chol", "Roh Gwang-cheol", "RO, Kwang Chol"),
        ("남궁민", "Namgung Min", "Namkoong Min", "Nam Gung Min", "NAMGUNG, Min"),
        ("제갈성", "Jegal Seong", "Chegal Song"),
        ("진시우", "Jin Si-woo", "Jean Siwoo"),
        ("허준", "Ho Jun", "Heo Jun", "Hur Joon", "HUH, Jun"),
        ("장성택", "Jang Song Thaek", "Chang Song-taek", "JANG, Seong-taek"),
        ("리태철", "RI, Thae Chol", "Ri Tae Chol"),
        ("강평국", "KANG, Phyong Guk", "Kang Pyong Kuk"),
    ],
)
def test_spellings_of_one_name_share_a_form(spellings: tuple[str, ...]) -> None:
    first = forms(spellings[0])
    for other in spellings[1:]:
        assert first & forms(other), other


@pytest.mark.parametrize(
    "spellings",
    [
        ("윤석열", "Yoon Suk Yeol", "Yun Seok-yeol", "Seok-yeol YOUN"),
        ("유승민", "Yoo Seung-min", "Yu Seungmin", "Ryu Sung Min"),
        ("백남순", "Paek Nam Sun", "Baek Nam-soon", "Paik Nam Soon", "Pak Nam Sun"),
        ("황보승희", "Hwangbo Seung-hee", "Hwangpo Sung Hui"),
        ("선우재덕", "Sunwoo Jae-duk", "Sonu Jae Dok"),
        ("전진용", "Jon Jin Yong", "Zyon Zin Yong", "Jeon Jin-yong", "CHON, Chin-yong"),
        ("이재명", "Lee Jae-myung", "Yi Jaemyong", "LEE, Jae Myeong"),
        ("박근혜", "Park Geun-hye", "Pak Kun Hye", "Keun-hye PARK"),
    ],
)
def test_passport_spellings_are_near(spellings: tuple[str, ...]) -> None:
    for other in spellings[1:]:
        assert likeness(spellings[0], other) >= 0.85, other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong Il"),
        ("Kim Won Hong", "Kim Won Ho"),
        ("김정은", "김정일"),
        ("Ri Yong Ho", "Ri Yong Gil"),
        ("남궁민", "남궁원"),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not forms(one) & forms(other)


@pytest.mark.parametrize(
    ("name", "family"), [("Han Song Kim", {"han", "kim"}), ("Han Song KIM", {"kim"}), ("HAN, Song Kim", {"han"}), ("Han Song-kim", {"han"})]
)
def test_the_family_name_is_the_one_that_the_text_tells(name: str, family: set[str]) -> None:
    assert {form.tokens[0] for form in forms_of(name, Kind.PERSON) if form.scheme == KOREAN} == family


@pytest.mark.parametrize("name", ["John Smith", "Mohammed Ali", "Vladimir Putin", "Kim", "Kim Basinger", "Korea Mining Development"])
def test_names_that_are_not_korean_have_none(name: str) -> None:
    assert forms(name) == set()


@pytest.mark.parametrize(("a", "b", "alike"), [("Jong", "Jung", 0.85), ("Jong", "Chong", 1.0), ("Hong", "Ho", 0.0), ("Un", "Il", 0.0)])
def test_syllables(a: str, b: str, alike: float) -> None:
    assert syllable_similarity(syllables_of(a.lower())[0][0], syllables_of(b.lower())[0][0]) == alike


@given(st.text(max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(2 <= len(form) <= 4 for form in korean_forms(words(text), text))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("CHOE, Pu Il", ("choe", "pu", "il")),
        ("Pu Il Choi", ("choi", "pu", "il")),
        ("최부일", ("최", "부", "일")),
        ("Choe Wonhong", ("choe", "won", "hong")),
    ],
)
def test_syllables_are_shown_as_the_name_writes_them(name: str, shown: tuple[str, ...]) -> None:
    (form,) = (form for form in korean_forms(words(name), name) if form[0] == "je")
    assert syllables_as_written(form, words(name), name) == shown
