"""Changed names: each class changes what it says and nothing else, and always in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from sanctions.matching.manipulations import MANIPULATIONS, letters, manipulate
from sanctions.model import CountryLink, CountryRole, Entity, Kind, Name

NAMES = [
    ("RUMYANTSEV, Alexander Grigoryevich", Kind.PERSON, "RU"),
    ("KIM, Won Hong", Kind.PERSON, "KP"),
    ("ABDUL MANAN AGHA", Kind.PERSON, "AF"),
    ("AL-TIKRITI, Sab'awi Ibrahim Hassan", Kind.PERSON, "IQ"),
    ("ROTENBERG, Boris", Kind.PERSON, "RU"),
    ("KOREA MINING DEVELOPMENT TRADING CORPORATION", Kind.ORGANISATION, "KP"),
    ("SATURN OASIS CO., LIMITED", Kind.ORGANISATION, "HK"),
    ("CENTRE OF DEFENCE INDUSTRIES NO. 3 AND PARTNERS LLC", Kind.COMPANY, "IR"),
    ("CHONG CHON GANG", Kind.VESSEL, "KP"),
    ("CUBANA AIRLINES", Kind.ORGANISATION, "CU"),
    ("TABAN 1", Kind.VESSEL, "IR"),
    ("LEE", Kind.UNKNOWN, ""),
    ("김정은", Kind.PERSON, "KP"),
]
ONE_EDIT = ("transposed", "deleted", "inserted", "doubled", "substituted", "first_letter", "vowel")
SAME_LETTERS = ("joined", "split", "punctuation", "swapped_words")


def entity(name: str, kind: Kind, country: str) -> Entity:
    countries = (CountryLink(code=country, role=CountryRole.NATIONALITY),) if country else ()
    return Entity(id=f"x:{name}", list="x", kind=kind, names=(Name(full=name),), countries=countries)


def every(classes: tuple[str, ...] = tuple(MANIPULATIONS)) -> list[tuple[str, str, str, Entity]]:
    """(class, name, changed name, entity) for every name that a class can change, with five seeds."""
    found = []
    for name, kind, country in NAMES:
        one = entity(name, kind, country)
        for manipulation in classes:
            for seed in range(5):
                changed = manipulate(name, one, manipulation, seed)
                if changed is not None:
                    found.append((manipulation, name, changed, one))
    return found


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


@pytest.mark.parametrize("manipulation", MANIPULATIONS)
def test_every_class_has_a_sentence_and_changes_some_name_in_the_same_way_each_time(manipulation: str) -> None:
    assert MANIPULATIONS[manipulation].doc
    if manipulation == "short_name":
        assert manipulate("HAMAS", entity("HAMAS", Kind.ORGANISATION, ""), manipulation)
        return
    changed = every((manipulation,))
    assert changed
    assert changed == every((manipulation,))


def test_no_class_gives_the_name_back_as_it_was() -> None:
    assert all((changed == name) is (manipulation == "as_published") for manipulation, name, changed, _ in every())


def test_what_was_asked_before_does_not_matter() -> None:
    name, kind, country = NAMES[0]
    one = entity(name, kind, country)
    first = manipulate(name, one, "two_edits", 3)
    for manipulation in MANIPULATIONS:
        manipulate(name, one, manipulation, 3)
    assert manipulate(name, one, "two_edits", 3) == first


def test_another_seed_changes_another_place() -> None:
    name, kind, country = NAMES[0]
    assert len({manipulate(name, entity(name, kind, country), "deleted", seed) for seed in range(12)}) > 3


@pytest.mark.parametrize("manipulation", ONE_EDIT)
def test_one_slip_is_one_slip(manipulation: str) -> None:
    for _, name, changed, _ in every((manipulation,)):
        assert OSA.distance(name.lower(), changed.lower()) == 1, (name, changed)
        expected = {"deleted": -1, "inserted": 1, "doubled": 1}.get(manipulation, 0)
        assert len(changed) - len(name) == expected


def test_a_slip_stands_in_a_word_of_four_letters_or_more() -> None:
    for _, name, changed, _ in every(("substituted", "vowel", "first_letter")):
        place = next(at for at, (a, b) in enumerate(zip(name, changed, strict=True)) if a != b)
        word = next(found for found in re.finditer(r"[A-Za-z]+", name) if found.start() <= place < found.end())
        assert len(word[0]) >= 4
        assert (place == word.start()) or len(word[0]) >= 4


def test_exchanged_letters_are_neighbours_and_the_letters_are_the_same() -> None:
    assert all(Counter(name.lower()) == Counter(changed.lower()) for _, name, changed, _ in every(("transposed",)))


def test_the_first_letter_is_a_words_first() -> None:
    for _, name, changed, _ in every(("first_letter",)):
        place = next(at for at, (a, b) in enumerate(zip(name, changed, strict=True)) if a != b)
        assert place == 0 or not name[place - 1].isalpha()


def test_two_slips_are_at_most_two() -> None:
    found = every(("two_edits",))
    assert all(1 <= OSA.distance(name, changed) <= 4 and letters(name) >= 14 for _, name, changed, _ in found)
    assert any(OSA.distance(name, changed) == 2 for _, name, changed, _ in found)


@pytest.mark.parametrize("manipulation", SAME_LETTERS)
def test_no_letter_is_lost_where_only_spaces_order_and_marks_change(manipulation: str) -> None:
    for _, name, changed, _ in every((manipulation,)):
        assert Counter(bare(name)) == Counter(bare(changed)), (name, changed)


def test_swapped_words_are_the_same_words_but_never_in_a_patronymic_chain() -> None:
    for _, name, changed, _ in every(("swapped_words",)):
        assert sorted(re.findall(r"[^\s,]+", name)) == sorted(changed.split())
    chained = "Ahmad bin Yusuf al-Masri"
    assert manipulate(chained, entity(chained, Kind.PERSON, "EG"), "swapped_words") is None


def test_the_middle_word_that_is_dropped_is_a_middle_name() -> None:
    dropped = {name: changed for _, name, changed, _ in every(("dropped_middle",))}
    assert dropped["RUMYANTSEV, Alexander Grigoryevich"] == "RUMYANTSEV, Alexander"
    assert "KIM, Won Hong" not in dropped, "Won Hong is one given name"
    assert "ABDUL MANAN AGHA" not in dropped, "Abdul Manan is one name"
    gomez = "GOMEZ MARTINEZ, Servando"
    assert manipulate(gomez, entity(gomez, Kind.PERSON, "MX"), "dropped_middle") is None, "Servando is the only given name"
    assert "KOREA MINING DEVELOPMENT TRADING CORPORATION" not in dropped, "an organisation's word is another class"


@pytest.mark.parametrize("manipulation", ["dropped_middle", "dropped_word"])
def test_a_dropped_word_is_one_word_and_an_extra_word_is_one_more(manipulation: str) -> None:
    for _, name, changed, _ in every((manipulation,)):
        assert len(name.split()) - len(changed.split()) == 1
    for _, name, changed, _ in every(("extra_word",)):
        assert len(changed.split()) - len(name.split()) == 1


def test_initials_keep_the_family_name() -> None:
    kim = entity("KIM, Won Hong", Kind.PERSON, "KP")
    assert manipulate("KIM, Won Hong", kim, "initials") == "KIM, W. H."
    assert manipulate("KIM, Won Hong", kim, "initials_birth") == "KIM, W. H."
    assert MANIPULATIONS["initials_birth"].birth_year
    assert manipulate("CHONG CHON GANG", entity("CHONG CHON GANG", Kind.VESSEL, ""), "initials") is None


def test_marks_and_look_alikes_stand_on_the_same_letters() -> None:
    for manipulation, name, changed, _ in every(("diacritics", "look_alikes")):
        assert len(name) == len(changed)
        assert 1 <= sum(a != b for a, b in zip(name, changed, strict=True)) <= 3
        if manipulation == "look_alikes":
            assert {unicodedata.name(b).split()[0] for a, b in zip(name, changed, strict=True) if a != b} == {"CYRILLIC"}


CHANGED_BY_TABLE = [
    ("SIS LIMITED", "legal_form", {"SIS LTD", "SIS LTD.", "SIS L.T.D.", "SIS"}),
    ("SIS DOO", "legal_form", {"SIS D.O.O.", "SIS D O O"}),
    ("NATIONAL BANK", "abbreviation", {"NATL BANK", "NAT'L BANK"}),
    ("TABAN 1", "number_word", {"TABAN ONE"}),
    ("HERO II", "number_word", {"HERO TWO", "HERO 2"}),
    ("DEFENCE LABORATORY", "british_american", {"DEFENSE LABORATORY"}),
    ("BANK OF HABANA", "place_spelling", {"BANK OF HAVANA", "BANK OF LA HABANA"}),
    ("PHOENIX METALS", "phonetic", {"FOENIX METALS", "PHOENIKS METALS"}),
    ("Zeta Shipping", "title", None),
]


@pytest.mark.parametrize(("name", "manipulation", "possible"), CHANGED_BY_TABLE)
def test_tables_of_ordinary_variants(name: str, manipulation: str, possible: set[str] | None) -> None:
    changed = {manipulate(name, entity(name, Kind.ORGANISATION, ""), manipulation, seed) for seed in range(20)}
    assert changed == ({None} if possible is None else possible)


def test_a_long_name_is_cut_as_a_payment_message_cuts_it() -> None:
    name = "KOREA MINING DEVELOPMENT TRADING CORPORATION"
    changed = manipulate(name, entity(name, Kind.ORGANISATION, "KP"), "cut")
    assert changed == "KOREA MINING DEVELOPMENT TRADING CO"
    assert len(changed) == 35


@given(st.text(max_size=60), st.sampled_from(Kind), st.integers(0, 3))
def test_any_text_can_be_given(name: str, kind: Kind, seed: int) -> None:
    one = entity(name, kind, "")
    for manipulation in MANIPULATIONS:
        changed = manipulate(name, one, manipulation, seed)
        assert changed is None or changed.strip() or manipulation == "as_published"
