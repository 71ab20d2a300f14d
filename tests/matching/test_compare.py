"""Comparison: what raises a score, what lowers it, and that the reasons sum to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sanctions.dates import parse_date
from sanctions.matching.alignment import align
from sanctions.matching.bands import DEFAULT_THRESHOLD, PROBABLE, band
from sanctions.matching.bodies import whole_names
from sanctions.matching.compare import NAME_FEATURES, compare
from sanctions.matching.costs import BODIES, KOREANS, PERSONS, SHIPS, Costs
from sanctions.matching.features import FEATURES, Standing, feature
from sanctions.matching.identifiers import normal_value, search_keys
from sanctions.matching.name_agreement import COMMON_SHORT_POINTS
from sanctions.matching.name_reasons import NAME_POINTS
from sanctions.model import (
    Address,
    CountryLink,
    CountryRole,
    Entity,
    Identifier,
    IdentifierType,
    Kind,
    Listing,
    Name,
    Party,
    Quality,
)
from sanctions.names.forms import LATIN
from sanctions.names.keys import asked_keys, listed_keys
from sanctions.names.vocabulary import is_small
from sanctions.scanning.bound import Bound

ENTITY = Entity(
    id="us_ofac_sdn:21443",
    list="us_ofac_sdn",
    kind=Kind.PERSON,
    names=(Name(full="KIM, Won Hong", primary=True), Name(full="THE GENERAL", quality=Quality.WEAK)),
    birth_dates=(parse_date("17 Jul 1945"),),
    genders=("male",),
    countries=(CountryLink(code="KP", role=CountryRole.NATIONALITY),),
    identifiers=(Identifier(type=IdentifierType.PASSPORT, value="745310010", country="KP"),),
    addresses=(Address(full="12 Changgwang Street, Pyongyang", street="12 Changgwang Street", city="Pyongyang", country="KP"),),
)
PARTY = Party(id="1", names=(Name(full="Kim Won Hong"),), kind=Kind.PERSON)
VESSEL = Entity(
    id="x:2",
    list="x",
    kind=Kind.VESSEL,
    names=(Name(full="CHONG CHON GANG"),),
    identifiers=(Identifier(type=IdentifierType.IMO, value="IMO 7937317"),),
)


def evidence(party: Party, entity: Entity = ENTITY) -> dict[str, float]:
    """What each feature gives where half of the score is there and the names are rare."""
    standing = Standing(0.5)
    return {reason.feature: reason.points for item in FEATURES for reason in item.give(party, entity, standing)}


def score(name: str, listed: str, **more: Any) -> float:
    """A person's score against another; ``more`` are fields of the party, "listed_" those of the entity."""
    of_entity = {field.removeprefix("listed_"): value for field, value in more.items() if field.startswith("listed_")}
    of_party = {field: value for field, value in more.items() if not field.startswith("listed_")}
    party = Party(id="1", names=(Name(full=name),), kind=Kind.PERSON, **of_party)
    return compare(party, Entity(id="x:1", list="x", kind=Kind.PERSON, names=(Name(full=listed),), **of_entity)).score


@pytest.mark.parametrize(
    ("birth_date", "expected"),
    [
        ("17 Jul 1945", 0.05),  # the same day
        ("1945", 0.03),  # a year that contains it
        ("circa 1947", 0.03),  # a circa that reaches it
        ("07/17/1945", None),  # not a date day first: see below
        ("17 Jul 1946", 0.0),  # one digit
        ("18 Jun 1946", -0.03),  # within a year
        ("1 Jan 1971", -0.15),  # another date
        ("1971", -0.15),  # another year, which is as far apart
        ("1 Jan 1949", -0.1),  # another date, a few years apart
        ("circa 1955", -0.1),  # a circa is not so sure
        ("circa 1971", -0.15),  # but not so far wrong
        ("1949 to 1950", -0.0667),  # nor is a range
        ("17 Jul 1958", -0.05),  # the same day of another year
    ],
)
def test_birth_dates(birth_date: str, expected: float | None) -> None:
    if expected is None:
        with pytest.raises(ValueError, match="is not a date"):
            parse_date(birth_date)
        return
    assert evidence(replace(PARTY, birth_dates=(parse_date(birth_date),)))["birth_date"] == expected


@pytest.mark.parametrize(
    ("change", "name", "expected"),
    [
        ({"countries": ("KP",)}, "country", 0.02),
        ({"countries": ("KR",)}, "country", -0.04),
        ({"genders": ("female",)}, "gender", -0.1),
        (
            {"addresses": (Address(full="Changgwang Street 12, Pyongyang", street="Changgwang Street 12", city="Pyongyang"),)},
            "address",
            0.05,
        ),
        ({"addresses": (Address(full="1 Other Road, Pyongyang", city="Pyongyang"),)}, "address", 0.01),
    ],
)
def test_other_evidence(change: dict[str, Any], name: str, expected: float) -> None:
    assert evidence(replace(PARTY, **change))[name] == expected


DATES = {"birth_dates": (parse_date("17 Jul 1945"),)}
OTHER = {"listed_birth_dates": (parse_date("3 Feb 1971"),)}
SLIP = {"listed_birth_dates": (parse_date("17 Jul 1946"),)}
SAME = {"listed_birth_dates": (parse_date("17 Jul 1945"),)}
KOREA = {"countries": ("KP",), "listed_countries": (CountryLink(code="KP", role=CountryRole.NATIONALITY),)}


def test_a_rare_name_bears_another_date_and_a_common_one_does_not() -> None:
    rare, common = ("Zviad Gamsakhurdia", "GAMSAKHURDIA, Zviad"), ("Mohammed Ali", "ALI, Mohammed")
    assert score(*rare, **DATES, **SLIP) >= 0.93
    assert score(*rare, **DATES, **OTHER) >= DEFAULT_THRESHOLD
    assert score(*common) >= DEFAULT_THRESHOLD
    assert score(*common, **DATES, **SLIP) >= DEFAULT_THRESHOLD
    assert score(*common, **DATES, **OTHER) < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("name", "listed_born"),
    [
        ("Kim Chol Su", "3 Mar 1979"),
        ("Kim Chol Su", "1979"),  # a year alone is as good as a day
        ("Sergey Kolesnikov", "30 Oct 1991"),  # a given name of many and a family name in no table
        ("Mohammed Ali", "30 Oct 1957"),
    ],
)
def test_a_common_name_of_the_same_country_born_years_apart_is_no_hit(name: str, listed_born: str) -> None:
    born = {"birth_dates": (parse_date("8 Nov 1966"),), "listed_birth_dates": (parse_date(listed_born),)}
    assert score(name, name, **born, **KOREA) < DEFAULT_THRESHOLD <= score(name, name, **KOREA)


@pytest.mark.parametrize(
    "listed_born",
    [
        ("8 Nov 1969",),  # a digit
        ("8 Nov 1996",),  # a digit
        ("11 Aug 1966",),  # day and month exchanged
        ("3 Mar 1979", "1965 to 1967"),  # the best of several counts
        (),  # the list gives no date
    ],
)
def test_a_slip_in_a_birth_date_keeps_a_common_name_a_hit(listed_born: tuple[str, ...]) -> None:
    born = {"birth_dates": (parse_date("8 Nov 1966"),), "listed_birth_dates": tuple(map(parse_date, listed_born))}
    assert score("Kim Chol Su", "Kim Chol Su", **born) >= PROBABLE


def test_a_rare_name_born_years_apart_falls_a_band_and_stays_a_hit() -> None:
    assert band(score("Zviad Gamsakhurdia", "GAMSAKHURDIA, Zviad", **KOREA)) == "strong"
    assert band(score("Zviad Gamsakhurdia", "GAMSAKHURDIA, Zviad", **KOREA, **DATES, **OTHER)) == "possible"


def test_each_agreement_adds_and_none_reaches_one() -> None:
    name = ("Zviad Gamsakhurdia", "GAMSAKHURDIA, Zviad")
    known = [score(*name), score(*name, **KOREA), score(*name, **DATES, **SAME), score(*name, **DATES, **SAME, **KOREA)]
    assert known == sorted(set(known))
    assert known[-1] < 1.0


def test_gender_is_read_from_a_name_that_says_it() -> None:
    assert score("Aleksandr Nikolov", "NIKOLOVA, Aleksandra") < DEFAULT_THRESHOLD
    assert score("Elena Nikolov", "NIKOLOVA, Elena") >= DEFAULT_THRESHOLD
    assert score("Sasha Nikolov", "NIKOLOV, Sasha", listed_genders=("female",)) >= DEFAULT_THRESHOLD
    assert score("Mrs Robin Smith", "SMITH, Robin", listed_genders=("male",)) < DEFAULT_THRESHOLD
    assert score("Hasan Foz", "FOZ, Hasan", listed_genders=("female",)) >= DEFAULT_THRESHOLD, "the listing itself calls her so"


def test_another_generation_is_another_person() -> None:
    assert score("John Smithson Jr.", "SMITHSON SR, John") < DEFAULT_THRESHOLD
    assert score("John Smithson II", "SMITHSON, John, III") < DEFAULT_THRESHOLD
    assert score("John Smithson II", "SMITHSON JR, John") >= DEFAULT_THRESHOLD
    assert score("John Smithson Jr.", "SMITHSON, John") >= 0.9


def test_a_programme_names_a_country_that_agrees_and_never_disagrees() -> None:
    listed = {"listed_listings": (Listing(programme="Russia"),)}
    name = ("Oleg Gamsakhurdia", "GAMSAKHURDIA, Oleg")
    assert score(*name, countries=("RU",), **listed) > score(*name) == score(*name, countries=("DE",), **listed)


@pytest.mark.parametrize(
    ("kind", "asked", "listed", "points"),
    [
        (Kind.PERSON, "RO", "MD", -0.04),
        (Kind.COMPANY, "CY", "RU", -0.08),
        (Kind.COMPANY, "HK", "CN", None),
        (Kind.PERSON, "XK", "RS", None),
        (Kind.VESSEL, "PA", "IR", None),
    ],
)
def test_no_country_in_common(kind: Kind, asked: str, listed: str, points: float | None) -> None:
    party = Party(id="1", names=PARTY.names, countries=(asked,))
    entity = replace(ENTITY, kind=kind, countries=(CountryLink(code=listed, role=CountryRole.NATIONALITY),))
    assert evidence(party, entity).get("country") == points


def test_an_address_tells_less_of_firms_than_of_persons() -> None:
    place = Address(full="Changgwang Street 12, Pyongyang", street="Changgwang Street 12", city="Pyongyang")
    party = Party(id="1", names=PARTY.names, addresses=(place,))
    told = [evidence(party, replace(ENTITY, kind=kind, addresses=(place,)))["address"] for kind in (Kind.PERSON, Kind.COMPANY)]
    assert told == [0.05, 0.02]


def test_an_equal_identifier_is_a_hit_by_itself() -> None:
    stranger = Party(
        id="1", names=(Name(full="Somebody Else"),), identifiers=(Identifier(type=IdentifierType.PASSPORT, value="745-310-010"),)
    )
    comparison = compare(stranger, ENTITY)
    assert comparison.score == 0.95
    assert any("passport number 745310010" in reason.detail for reason in comparison.reasons)
    assert [reason.detail for reason in comparison.reasons if reason.feature == "name"] == [
        "no listed name is near to the name asked; the hit rests on the number"
    ]
    assert comparison.matched is None


def test_a_number_without_a_name_is_told_as_one() -> None:
    listed = replace(ENTITY, identifiers=(Identifier(type=IdentifierType.PASSPORT, value="0745310010, North Korea"),))
    comparison = compare(Party(id="1", names=(), identifiers=(Identifier(type=IdentifierType.PASSPORT, value="745-310-010"),)), listed)
    assert comparison.score == 0.95
    assert [reason.detail for reason in comparison.reasons] == [
        "no name was asked about; the number alone is compared",
        "the same passport number 745-310-010, listed as '0745310010, North Korea'; an equal identifier is a hit by itself",
    ]


def test_an_identifier_of_another_country_is_another_identifier() -> None:
    stranger = Party(
        id="1",
        names=(Name(full="Somebody Else"),),
        identifiers=(Identifier(type=IdentifierType.PASSPORT, value="745310010", country="DE"),),
    )
    assert compare(stranger, ENTITY).score < 0.5


@pytest.mark.parametrize(
    ("acronym", "full", "least", "most"),
    [
        ("VZOC", "Vostok Zarnitsa Oil Company", 0.8, 0.85),
        ("VZO", "Vostok Zarnitsa Oil", 0.7, 0.75),
        ("VZOC", "Vostok Zarnitsa Trading", 0.0, 0.2),
    ],
)
def test_a_country_beside_an_acronym(acronym: str, full: str, least: float, most: float) -> None:
    asked = Party(id="1", names=(Name(full=acronym),), kind=Kind.COMPANY, countries=("KP",))
    listed = replace(VESSEL, names=(Name(full=full),), kind=Kind.COMPANY, identifiers=(), countries=ENTITY.countries)
    assert least <= compare(asked, listed).score < most
    assert compare(replace(asked, countries=()), listed).score < 0.8


def test_another_imo_number_is_another_ship() -> None:
    asked = Party(id="1", names=(Name(full="Chong Chon Gang"),), kind=Kind.VESSEL)
    other = replace(asked, identifiers=(Identifier(type=IdentifierType.IMO, value="9163166"),))
    same = replace(asked, names=(Name(full="Renamed"),), identifiers=(Identifier(type=IdentifierType.IMO, value="7937317"),))
    assert compare(asked, VESSEL).score > 0.9
    assert compare(other, VESSEL).score < 0.75
    assert compare(same, VESSEL).score >= 0.95


@pytest.mark.parametrize(
    ("asked", "listed", "reading"),
    [
        ("김원홍", "KIM, Won Hong", "Korean"),
        ("Mao Tse-tung", "MAO, Zedong", "Chinese"),
        ("KIM won hong", "KIM, Won Hong", "letter case"),
        ("安倍晋三", "Shinzo ABE", "安倍晋三 is read 'shinzo abe'"),
    ],
)
def test_the_sentence_says_how_the_names_were_read(asked: str, listed: str, reading: str) -> None:
    entity = replace(ENTITY, names=(Name(full=listed),))
    assert reading in compare(Party(id="1", names=(Name(full=asked),), kind=Kind.PERSON), entity).reasons[0].detail


P, B, U = Kind.PERSON, Kind.COMPANY, Kind.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "asked", "listed", "told"),
    [
        (P, "Hsi Chin-p'ing", "XI, Jinping", "the names have the same Chinese reading, syllable by syllable: 'xi jin ping'"),
        (P, "김원홍", "KIM, Won Hong", "the names have the same Korean reading, syllable by syllable"),
        (P, "Choe Pu Il", "Pak Pu Il", "family name 'choe' against 'pak': another Korean syllable"),
        (P, "최부일", "PAK, Pu Il", "family name '최' against 'pak': another Korean syllable"),
        (P, "Won Hong Choi", "CHOE, Won Hae", "syllable 'hong' against 'hae': another Korean syllable"),
        (P, "Kim Won-hong", "RI WON HO", "1 of 3 syllables is equal"),
        (U, "Kim Jong Il", "KIM JONG UN", "syllable 'il' against 'un': another Korean syllable"),
        (P, "Kim Won-hong", "RI WON HO", "compared by their Korean reading, not letter by letter"),
        (P, "Abd al-Rahman Yasin", "YASIN, Abdul Rahman", "Abd al-Rahman Yasin is read 'abd rahman yasin'"),
        (P, "محمد بن سلمان", "Mohammed bin Salman", "محمد بن سلمان is read 'muhammad bin salman'"),
        (P, "Ann Dee", "Zoltan Kovacs", "no word agrees that tells one name from another"),
        (B, "Hezbollah", "HIZBALLAH", "the names are equal as they are compared; Hezbollah is read 'hizballah'"),
        (B, "华为技术有限公司", "Huawei Technologies Co., Ltd.", "华为技术有限公司 is read 'huawei technology ltd'"),
        (B, "Bank Melli", "Bank Sepah", "Bank Melli is read 'bank national'"),
        (B, "Sberbank", "PJSC SBERBANK", "the listed name also has the legal form 'jsc'"),
        (B, "Alrosa JSC", "ALROSA", "the legal form 'jsc' is not in the listed name"),
        (B, "Cemex", "Cimex", "the one word is not equal"),
        (B, "Zolotoy Bank", "Rosneft Trading", "no word is equal"),
    ],
)  # fmt: skip
def test_the_sentences_say_what_was_compared(kind: Kind, asked: str, listed: str, told: str) -> None:
    entity = replace(ENTITY, kind=kind, names=(Name(full=listed),), identifiers=())
    sentences = [reason.detail for reason in compare(Party(id="1", names=(Name(full=asked),), kind=kind), entity).reasons]
    assert any(told in sentence for sentence in sentences), sentences


def test_a_person_is_not_a_ship() -> None:
    comparison = compare(PARTY, VESSEL)
    assert comparison.score == 0
    assert [reason.feature for reason in comparison.reasons] == ["kind"]


def test_a_weak_alias_says_so() -> None:
    asked = Party(id="1", names=(Name(full="The General"),))
    assert compare(asked, ENTITY).weak_only
    assert compare(asked, ENTITY, weak_aliases=False).score < 0.5


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (IdentifierType.IMO, "IMO 8133138", "8133138"),
        (IdentifierType.IMO, "813313", None),
        (IdentifierType.PASSPORT, "m-110522", "M110522"),
        (IdentifierType.PASSPORT, "12", None),
        (IdentifierType.BIC, "FTBDKPPYXXX", "FTBDKPPY"),
        (IdentifierType.WALLET, "1AbC9x", "1AbC9x"),
        (IdentifierType.TAX, "00000", None),
    ],
)
def test_identifiers_are_brought_to_one_form(kind: IdentifierType, value: str, expected: str | None) -> None:
    assert normal_value(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        (IdentifierType.PASSPORT, "R00012098, South Sudan", "R00012098", True),
        (IdentifierType.PASSPORT, "German travel document (“Reiseausweis”) A 0139243", "A0139243", True),
        (IdentifierType.PASSPORT, "Number 472310082, issued 2016", "472310082", True),
        (IdentifierType.PASSPORT, "04716186", "4716186", True),
        (IdentifierType.NATIONAL_ID, "V-6.557.495", "6557495", True),
        (IdentifierType.TAX, "PL 526-104-08-28", "5261040828", True),
        (IdentifierType.REGISTRATION, "CHE-123.456.789", "CHE123456789", True),
        (IdentifierType.REGISTRATION, "LLC-88213", "88213", False),  # too short for its letters to be left out
        (IdentifierType.REGISTRATION, "00032520", "32520", False),
        (IdentifierType.PASSPORT, "E20117734", "20117734", False),
    ],
)
def test_a_number_is_found_however_it_is_written(kind: IdentifierType, one: str, other: str, same: bool) -> None:
    left, right = (set(search_keys((Identifier(type=kind, value=value),))) for value in (one, other))
    assert bool(left & right) is same


@pytest.mark.parametrize(
    ("kind", "asked", "listed", "points"),
    [
        (IdentifierType.TAX, "7701234567", "5407654321", -0.12),
        (IdentifierType.TAX, "7701234567", "7701234576", None),  # two digits exchanged
        (IdentifierType.REGISTRATION, "1027739609391", "00032520", None),  # numbers of two registers
        (IdentifierType.NATIONAL_ID, "0030171628", "1285834070", -0.1),
        (IdentifierType.PASSPORT, "745310010", "563110245", -0.03),
        (IdentifierType.BIC, "FTBDKPPY", "BKCHCNBJ", None),  # a bank has several
        (IdentifierType.IMO, "8133138", "9187629", -0.25),
        (IdentifierType.IMO, "9357183", "9357121", -0.25),
        (IdentifierType.IMO, "8133138", "8133139", None),  # the check digit says that one of them is mistyped
    ],
)
@pytest.mark.parametrize(("country", "one_country"), [("KP", True), ("CN", False)])
def test_another_number(kind: IdentifierType, asked: str, listed: str, points: float | None, country: str, one_country: bool) -> None:
    """Numbers of one country count; an IMO number has none. The record's country stands for the issuer's."""
    party = Party(id="1", names=PARTY.names, countries=("KP",), identifiers=(Identifier(type=kind, value=asked),))
    entity = replace(ENTITY, identifiers=(Identifier(type=kind, value=listed, country=country),))
    found = evidence(party, entity).get("identifier")
    assert found == (points if one_country or kind is IdentifierType.IMO else None)


def test_every_feature_is_documented() -> None:
    assert all(item.doc for item in FEATURES)
    assert all(doc for _, doc in NAME_FEATURES.values())
    with pytest.raises(TypeError, match="docstring"):

        @feature("nameless", 0.1)
        def _nameless(party: Party, entity: Entity, standing: Standing) -> tuple[()]:
            return ()


NAMES = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=60)
KINDS = st.sampled_from(list(Kind))


@given(asked=NAMES, listed=NAMES, kind=KINDS, year=st.integers(1900, 2010))
def test_reasons_sum_to_the_score(asked: str, listed: str, kind: Kind, year: int) -> None:
    party = Party(id="1", names=(Name(full=asked),), birth_dates=(parse_date(str(year)),), countries=("KP",))
    entity = replace(ENTITY, kind=kind, names=(Name(full=listed),))
    comparison = compare(party, entity)
    assert 0 <= comparison.score <= 1
    assert round(sum(reason.points for reason in comparison.reasons), 4) == comparison.score
    assert comparison == compare(party, entity)
    most = {item.name: item.weight for item in FEATURES}
    assert all(abs(reason.points) <= most[reason.feature] for reason in comparison.reasons if reason.feature in most)


COSTS = st.sampled_from((PERSONS, KOREANS, BODIES, SHIPS))
TOKENS = st.lists(st.text("abcdefghijklmnoprstu0123", min_size=1, max_size=9), min_size=1, max_size=5).map(tuple)


@pytest.mark.parametrize(
    ("a", "b"),
    [("jong petroff", "won hong petrov"), ("ocean qadir trading", "ocean kadir shipping"), ("al haramain iran", "alharamain kenya")],
)
def test_either_name_may_be_the_asked_one(a: str, b: str) -> None:
    one, two = (align(tuple(x.split()), tuple(y.split()), LATIN, BODIES).similarity for x, y in ((a, b), (b, a)))
    assert one == pytest.approx(two)


@given(name=st.text(min_size=1, max_size=80))
def test_every_name_equals_itself(name: str) -> None:
    comparison = compare(Party(id="1", names=(Name(full=name),)), Entity(id="x:1", list="x", kind=Kind.UNKNOWN, names=(Name(full=name),)))
    # a common name tells least where it is one word: as much less is it worth that two bear it
    assert comparison.score >= round(NAME_POINTS - COMMON_SHORT_POINTS, 4) or comparison.reasons[0].points == 0


VOCABULARY = (
    "kim won hong wonhong wonhnog hung h ali abdul rahman abdulrahman the of =ltd =jsc 2 3 trading tradng bank global glob al petr petrov "
    "petrova petrovich piatrovich sergeevna maria mario abu bakr abubakr abubaker g hongwon xonghong i iv nour eddine noureddine "
    "zarnitsa zarnytsa vostokmash vostokmashina general plant movement kenya iran omsk tomsk =co photon foton alpha alfa and petroff jong"
).split()
SLIPS = st.builds(
    lambda word, at, letter: word[: at % len(word)] + letter + word[at % len(word) + 1 :],
    st.sampled_from(VOCABULARY[:-1]),
    st.integers(0, 9),
    st.sampled_from("aeihmnrx"),
)
JOINED = st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=3).map("".join).filter(lambda word: "=" not in word)
WORDS = st.lists(st.sampled_from(VOCABULARY) | SLIPS | JOINED, min_size=1, max_size=6).map(tuple)


@given(a=TOKENS | WORDS, b=TOKENS | WORDS, costs=COSTS)
def test_alignment_is_symmetric_and_bounded(a: tuple[str, ...], b: tuple[str, ...], costs: Costs) -> None:
    one, two = align(a, b, LATIN, costs), align(b, a, LATIN, costs)
    assert 0 <= one.similarity <= 1
    if min(sum(not is_small(word) for word in name) for name in (a, b)) != 1:
        # but a listed name of one word tells less than an asked one: it fits everybody who bears it; and where several words
        # fit one, the first of the asked name's is taken
        assert one.similarity == pytest.approx(two.similarity, abs=0.1)
    assert align(a, a, LATIN, costs).similarity == 1


@given(a=WORDS, b=WORDS, costs=COSTS)
def test_the_bound_is_never_below_the_alignment(a: tuple[str, ...], b: tuple[str, ...], costs: Costs) -> None:
    assert Bound(a, costs).of(b) >= align(a, b, LATIN, costs).similarity - 1e-9


FORMS = (
    "Federal State Unitary Enterprise ",
    "Joint Stock Company ",
    "Obshchestvo s Ogranichennoi Otvetstvennostyu ",
    "Limited Liability Company ",
    "PT ",
    "",
)


@given(
    form=st.sampled_from(FORMS),
    name=st.sampled_from(("Zarnitsa", "Vostok Zarnitsa Trading", "M D S Zarnitsa", "Shipbuilding Corporation Ak Bars")),
    at=st.integers(10, 50),
)
def test_a_cut_name_that_is_told_is_found_by_a_key(form: str, name: str, at: int) -> None:
    whole, cut = form + name, (form + name)[:at]
    for one, two in ((whole, cut), (cut, whole)):
        if whole_names(one, two, Kind.COMPANY):
            assert {*asked_keys(one, Kind.UNKNOWN)} & {*listed_keys(two, Kind.COMPANY)}
