"""Japanese names: kana and Chinese characters find their Latin spellings, and the spellings of one name are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.matching.compare import name_similarity
from sanctions.model import Kind
from sanctions.names.japanese import hepburn, is_japanese_family, japanese_body, japanese_forms, kana_in_latin
from sanctions.names.japanese_tables import characters, families, given_names, parts
from sanctions.names.text import words
from tests.names.likeness import likeness


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("安倍晋三", "Shinzo Abe"),
        ("安倍晋三", "ABE, Shinzou"),
        ("安倍 晋三", "Abe Sinzo"),
        ("あべ しんぞう", "Shinzo Abe"),
        ("アベ シンゾウ", "ABE Shinzō"),
        ("小泉純一郎", "Junichiro Koizumi"),
        ("佐々木希", "Nozomi Sasaki"),
        ("松本智津夫", "Chizuo MATSUMOTO"),
        ("麻原彰晃", "Shoko Asahara"),
        ("重信房子", "SHIGENOBU, Fusako"),
        ("司忍", "Shinobu Tsukasa"),
        ("篠田建市", "Kenichi Shinoda"),
        ("高山清司", "TAKAYAMA Kiyoshi"),
        ("稲川聖城", "Inagawa Seijo"),
        ("大谷翔平", "Shohei Ohtani"),
        ("大坂なおみ", "Naomi Osaka"),
        ("渡邊一郎", "Ichiro Watanabe"),
        ("中山次郎", "Jirou NAKAYAMA"),
        ("林健二", "Kenji Hayashi"),
    ],
)
def test_a_name_finds_its_latin_spelling(native: str, latin: str) -> None:
    assert likeness(native, latin) >= 0.9
    assert likeness(latin, native) >= 0.9


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("安倍晋三", "Shinzo Ando"),
        ("林健二", "Haruo Hayashi"),
        ("佐藤一郎", "Jiro Sato"),
        ("山田太郎", "Yamamoto Taro"),
    ],
)
def test_another_name_does_not(native: str, latin: str) -> None:
    assert likeness(native, latin) < 0.8


@pytest.mark.parametrize(
    ("native", "latin"),
    [("林建国", "Lin Jianguo"), ("林哲洙", "Rim Chol Su"), ("金正恩", "Kim Jong Un"), ("高山", "Gao Shan")],
)
def test_names_of_other_tongues_keep_their_readings(native: str, latin: str) -> None:
    assert likeness(native, latin) >= 0.9


@pytest.mark.parametrize(
    ("spellings", "expected"),
    [
        ("shinzo shinzou shinzoh sinzo sinzou", "shinzo"),
        ("otani ohtani ootani", "otani"),
        ("sho shou syo syou", "sho"),
        ("jun zyun", "jun"),
        ("chihiro tihiro", "chihiro"),
        ("fujita hujita", "fujita"),
        ("tsutomu tutomu", "tsutomu"),
        ("honma homma", "honma"),
        ("kenji kenzi kennji", "kenji"),
        ("ryuichi ryuuichi", "ryuichi"),
        ("inoue", "inoue"),
    ],
)
def test_romanisations_of_one_word_are_one(spellings: str, expected: str) -> None:
    assert {hepburn(word) for word in spellings.split()} == {expected}


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("しょうこう", "shoko"),
        ("シンゾウ", "shinzo"),
        ("じゅんいちろう", "junichiro"),
        ("オウム", "omu"),
        ("キャノン", "kyanon"),
        ("さっぽろ", "saporo"),
        ("ﾀﾅｶ", "tanaka"),
        ("ふぁいる", "fairu"),
    ],
)
def test_kana(kana: str, latin: str) -> None:
    assert kana_in_latin(kana) == latin


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("山口組", "YAMAGUCHI-GUMI"),
        ("神戸山口組", "Kobe Yamaguchi-gumi"),
        ("稲川会", "INAGAWA-KAI"),
        ("工藤會", "Kudo-kai"),
        ("オウム真理教", "AUM SHINRIKYO"),
        ("日本赤軍", "Nihon Sekigun"),
    ],
)
def test_societies(native: str, latin: str) -> None:
    found = name_similarity(native, latin, Kind.ORGANISATION)
    assert found is not None
    assert found.similarity >= 0.95


@pytest.mark.parametrize("text", ["有限公司", "会", "東京電力", "山口", "John", ""])
def test_texts_that_are_no_society_that_is_known(text: str) -> None:
    assert japanese_body(text) == ""


@pytest.mark.parametrize(
    "name", ["John Smith", "Maria Abe Santos Cruz", "Kim Jong Un", "Musa Sidi", "Abe Shinzo", "王小明", "有限公司", "習近平"]
)
def test_names_that_need_no_other_form(name: str) -> None:
    assert japanese_forms(words(name), name) == ()


def test_the_tables_hold_readings_in_latin_letters() -> None:
    tables = (families(), given_names(), parts(), characters())
    assert all(reading.isalpha() and reading.isascii() for table in tables for some in table.values() for reading in some)
    assert is_japanese_family("satou")


@given(st.text(max_size=30) | st.text("安倍晋三佐々木林山田一二三さくらアベー々 ", max_size=7))
def test_any_text_is_read_without_error(text: str) -> None:
    assert len(japanese_forms(words(text), text)) <= 8
    kana_in_latin(text)
