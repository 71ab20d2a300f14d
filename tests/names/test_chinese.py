"""One Chinese name in Han script, Pinyin, Wade-Giles and the south's family names has one form; others have none or another."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sanctions.names.chinese import GIVEN_ELSEWHERE, PINYIN, chinese_forms, chinese_readings, chinese_similarity, han_reading, syllables_of
from sanctions.names.text import words


def forms(name: str) -> set[tuple[str, ...]]:
    return set(chinese_forms(words(name), name))


@pytest.mark.parametrize(
    "spellings",
    [
        ("习近平", "習近平", "Xi Jinping", "Xi Jin Ping", "Hsi Chin-p'ing", "Hsi Chinping", "XI, Jinping", "Jinping Xi", "Jin-ping Xi"),
        ("毛泽东", "毛澤東", "Mao Zedong", "Mao Tse-tung", "Mao Tsetung"),
        ("邓小平", "鄧小平", "Deng Xiaoping", "Teng Hsiao-ping", "Teng Hsiao-p'ing"),
        ("蒋经国", "蔣經國", "Jiang Jingguo", "Chiang Ching-kuo", "Ching-kuo Chiang"),
        ("张春桥", "Zhang Chunqiao", "Chang Ch'un-ch'iao", "Cheung Chunqiao"),
        ("陈水扁", "Chen Shuibian", "Ch'en Shui-pien", "Tan Shuibian"),
        ("欧阳修", "歐陽修", "Ouyang Xiu", "Ou Yang Xiu", "Ou-yang Hsiu"),
        ("黄兴", "Huang Xing", "Wong Xing", "Huang Hsing"),
        ("蔡英文", "Cai Yingwen", "Tsai Ing-wen"),
        ("马英九", "Ma Yingjiu", "Ma Ying-jeou"),
        ("劉俊傑", "Liu Chun-chieh", "Chun-chieh LAO", "Liu Junjie"),  # a family name in Hokkien beside a given name in Wade-Giles
        ("蔡俊宏", "Tsai Chun-hung", "CHOA Chun-hung"),
    ],
)
def test_spellings_of_one_name_share_a_form(spellings: tuple[str, ...]) -> None:
    first = forms(spellings[0])
    assert len(first) == 1
    for other in spellings[1:]:
        assert first & forms(other), (other, forms(other))


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("单田芳", "shan"),
        ("曾庆红", "zeng"),
        ("解缙", "xie"),
        ("仇和", "qiu"),
        ("查良镛", "zha"),
        ("区伯", "ou"),
        ("翟志刚", "zhai"),
        ("尉迟恭", "yuchi"),
    ],
)
def test_characters_that_sound_otherwise_as_family_names(name: str, family: str) -> None:
    assert han_reading(name)[0] == family


@pytest.mark.parametrize(
    ("one", "other"), [("Xi Jinping", "Xi Jinxing"), ("Zhang Wei", "Zhang Wen"), ("Wang Fang", "Huang Fan"), ("毛泽东", "毛泽民")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert not forms(one) & forms(other)


@pytest.mark.parametrize(
    "name",
    [
        "John Smith",
        "Martin Lee",
        "Susan Wang",
        "Maria Chen",
        "Anna Li",
        "Mohammed Ali",
        "Vladimir Putin",
        "Kim Jong Un",
        "Tran Van Ba",
        "Lee Ka-shing",
        "Xi",
        "有限公司中国",
    ],
)
def test_names_that_do_not_read_as_chinese_have_none(name: str) -> None:
    assert forms(name) == set() or name == "有限公司中国"


@pytest.mark.parametrize(("name", "sure"), [("习近平", 1.0), ("Zhang Wei", 0.95), ("Ma Yun", 0.4), ("Lee Min Ho", 0.4)])
def test_how_sure_a_reading_is(name: str, sure: float) -> None:
    found = chinese_readings(words(name), name)
    assert not found or found[0].sure == sure


@pytest.mark.parametrize(("a", "b", "alike"), [("xin", "xing", 0.85), ("zeng", "zheng", 0.85), ("xin", "xin", 1.0), ("wei", "wen", 0.0)])
def test_syllables(a: str, b: str, alike: float) -> None:
    assert chinese_similarity(a, b) == chinese_similarity(b, a) == alike


def test_every_syllable_reads_as_itself() -> None:
    assert all(syllables_of(syllable) == ((syllable,),) for syllable in PINYIN)


_SYLLABLES = st.sampled_from(sorted(PINYIN))


@given(st.sampled_from(["wang", "zhang", "chen", "li"]), _SYLLABLES, _SYLLABLES)
def test_hyphens_and_capitals_do_not_matter(family: str, one: str, two: str) -> None:
    assume(not {one, two} & GIVEN_ELSEWHERE)
    apart, joined = forms(f"{family} {one}-{two}"), forms(f"{family}, {one.title()} {two.title()}")
    assert apart == joined
    assert not apart or (family, one, two) in apart


@given(st.text(max_size=40) | st.text("习近平毛泽东欧阳 王李张陈·", max_size=8))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(2 <= len(form) <= 4 for form in chinese_forms(words(text), text))


@pytest.mark.parametrize(
    ("native", "latin"), [("董勒成", "Dong Lecheng"), ("王乐", "Wang Yue"), ("王乐", "Wang Le"), ("张盛", "Zhang Sheng")]
)
def test_characters_with_two_sounds_have_both(native: str, latin: str) -> None:
    assert forms(native) & forms(latin)
