"""Organisations', ships' and aircraft's names: legal forms, words in one form, names within a field, acronyms, keys, weights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.matching.compare import name_similarity
from sanctions.model import Kind
from sanctions.names.craft import aircraft_words, ship_words
from sanctions.names.inside import body_readings, names_within, tells_apart
from sanctions.names.keys import asked_keys, listed_keys
from sanctions.names.legal_forms import LEGAL_FORMS
from sanctions.names.organisations import canonical, literal, unglued
from sanctions.names.text import words
from sanctions.names.weights import body_weight, craft_weight


def test_no_legal_form_stands_in_two_classes() -> None:
    phrases = [phrase for forms in LEGAL_FORMS.values() for phrase in forms]
    assert len(phrases) == len(set(phrases)) > 1000
    assert all(phrase == " ".join(words(phrase)) for phrase in phrases), "phrases are written as `words` gives them"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Zarnitsa PJSC", "jsc"),
        ("Zarnitsa S. de R.L. de C.V.", "ltd"),
        ("Zarnitsa Sp. z o.o.", "ltd"),
        ("Zarnitsa d.o.o.", "ltd"),
        ("Zarnitsa Limited Sirketi", "ltd"),
        ("Zarnitsa A.Ş.", "jsc"),
        ("Zarnitsa Oy Ab", "jsc"),
        ("Zarnitsa e.V.", "assoc"),
        ("Zarnitsa & Co. KG", "lp"),
        ("Zarnitsa EOOD", "ltd"),
        ("Zarnitsa Kabushiki Kaisha", "jsc"),
        ("Zarnitsa Sdn Bhd", "ltd"),
        ("Zarnitsa Pvt. Ltd.", "ltd"),
        ("Zarnitsa FZ-LLC", "ltd"),
        ("Zarnitsa S.A.L.", "jsc"),
        ("ООО Зарница", "ltd"),
        ("Zarnitsa Gesellschaft mit beschränkter Haftung", "ltd"),
        ("FGUP Zarnitsa", "unitary"),
        ("Zarnitsa Societate cu Raspundere Limitata", "ltd"),
        ("ZARNITSALLC", "ltd"),
        ("Zarnitsa Limtied", "ltd"),
    ],
)
def test_legal_forms_are_read(name: str, form: str) -> None:
    assert {*canonical(words(unglued(name)))} == {"zarnitsa", f"={form}"}


@pytest.mark.parametrize(
    "name", ["such as it was", "casa sa nostra", "the up side", "no at all here", "hamas", "molding works", "sporting life"]
)
def test_other_words_are_left_alone(name: str) -> None:
    assert literal(words(name)) == words(name)


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Zarnitsa Ltd a.k.a. Polnochny", ("Zarnitsa Ltd", "Polnochny")),
        ("Zarnitsa Ltd (f/k/a Polnochny)", ("Zarnitsa Ltd", "Polnochny")),
        ("Zarnitsa doing business as Polnochny", ("Zarnitsa", "Polnochny")),
        ("Glory Dawn (ex. Ocean Lark)", ("Glory Dawn", "Ocean Lark")),
        ("Zarnitsa, formerly Polnochny", ("Zarnitsa", "Polnochny")),
        ("Akagi Kama Formerly", ("Akagi Kama Formerly",)),
        ("AKA", ("AKA",)),
        ("Kama Akasa", ("Kama Akasa",)),
    ],
)
def test_names_within_a_field(field: str, names: tuple[str, ...]) -> None:
    assert names_within(field) == names


@pytest.mark.parametrize(
    ("name", "readings"),
    [
        ("Zarnitsa Ltd (ZRNT)", ("Zarnitsa Ltd (ZRNT)", "Zarnitsa Ltd", "ZRNT")),
        ("Zarnitsa (Kenya)", ("Zarnitsa (Kenya)", "Zarnitsa Kenya")),
        ("Zarnitsa (Private) Limited", ("Zarnitsa (Private) Limited", "Zarnitsa Limited")),
        ("Cosmar (Dalian) Agency", ("Cosmar (Dalian) Agency", "Cosmar Agency")),
        ("Zarnitsa", ("Zarnitsa",)),
    ],
)
def test_brackets_of_bodies(name: str, readings: tuple[str, ...]) -> None:
    assert body_readings(name) == readings


def test_a_bracket_that_tells_sisters_apart() -> None:
    assert [content for content in ("Kenya", "Hong Kong", "No. 3", "II", "ZRNT", "Private", "HK") if tells_apart(content)] == [
        "Kenya",
        "Hong Kong",
        "No. 3",
        "II",
        "HK",
    ]


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("KOMID", "Korea Mining Development Trading Corporation", Kind.ORGANISATION),
        ("Korea Mining Development Trading Corporation", "KOMID", Kind.ORGANISATION),
        ("IRISL", "Islamic Republic of Iran Shipping Lines", Kind.UNKNOWN),
        ("PDVZ", "Petrol de Vostok Zarnitsa", Kind.COMPANY),
        ("PDVSA", "Petrol de Vostok S.A.", Kind.COMPANY),
        ("MODAFL", "Ministry of Defense and Armed Forces Logistics", Kind.ORGANISATION),
        ("ZFLV-GC", "Zarnitsa Front for the Liberation of Vostok - General Command", Kind.ORGANISATION),
        ("VDRC Zarnitsa", "Vostok Desert Research Center Zarnitsa", Kind.ORGANISATION),
        ("Zarnitsa Nuclear Power Plant", "Zarnitsa NPP", Kind.COMPANY),
        ("Zarnitsa Resource Company", "Zarnitsa Resource Corporation - ZRC", Kind.COMPANY),
        ("SKYTRADE", "Sky Trade", Kind.COMPANY),
        ("LIMITED LIABILITY COMPANY ZARNITSKY V", "Limited Liability Company Zarnitsky Vostok", Kind.COMPANY),
        ("CHONGCHONGANG", "Chong Chon Gang", Kind.VESSEL),
    ],
)
def test_whole_names_are_found_by_a_key(asked: str, listed: str, kind: Kind) -> None:
    assert {*asked_keys(asked, kind)} & {*listed_keys(listed, kind)}


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("VDRC Zarnitsa", "Vostok Desert Research Center Zarnitsa"),
        ("PDVSA", "Petrol de Vostok S.A."),
        ("Zarnitsa Resource Company", "ZRC - Zarnitsa Resource Corporation"),
    ],
)
def test_initials_that_agree_with_the_rest_are_near(asked: str, listed: str) -> None:
    assert all((found := name_similarity(*pair, Kind.COMPANY)) and found.similarity > 0.83 for pair in ((asked, listed), (listed, asked)))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Ares Management", "Arman Resources Equipment Supply Management"),  # a word, not initials
        ("Macy's", "Mannesman Cylinder Systems"),
        ("VDRC Vostok", "Vostok Desert Research Center Zarnitsa"),
        ("VDR", "Vostok Desert Research"),  # three letters fit many names
    ],
)
def test_letters_that_agree_by_chance_are_not(asked: str, listed: str) -> None:
    assert all((found := name_similarity(*pair, Kind.COMPANY)) and found.similarity < 0.75 for pair in ((asked, listed), (listed, asked)))


def test_persons_have_no_such_keys() -> None:
    assert asked_keys("John Smith", Kind.PERSON) == listed_keys("John Smith", Kind.PERSON) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("M/V Zarnitsa II", "zarnitsa 2"),
        ("Motor Tanker Zarnitsa", "zarnitsa"),
        ("MT", "mt"),
        ("Zarnitsa V", "zarnitsa 5"),
        ("Southern Star", "southern star"),
    ],
)
def test_ships(name: str, expected: str) -> None:
    assert " ".join(ship_words(words(name))) == expected


def test_tail_numbers_are_one_word() -> None:
    assert [aircraft_words(words(name)) for name in ("UR-CKJ", "EP MNE", "N123AB", "Airbus A340 EP-MNE")] == [
        ("urckj",),
        ("epmne",),
        ("n123ab",),
        ("airbus", "a340", "ep", "mne"),
    ]


def test_weights() -> None:
    assert body_weight("zarnitsa") == 1.0
    assert body_weight("of") < body_weight("=ltd") < body_weight("trading") < body_weight("kenya") <= 1.0
    assert body_weight("general") > body_weight("of")
    assert craft_weight("b") > body_weight("b")


@given(name=st.text(max_size=60), kind=st.sampled_from(list(Kind)))
def test_any_text_has_keys_and_readings(name: str, kind: Kind) -> None:
    assert names_within(name)
    assert len(set(listed_keys(name, kind))) == len(listed_keys(name, kind))
    assert canonical(words(name)) == canonical(words(name))
    assert all(words(reading) for reading in body_readings(name)) or not words(name)
