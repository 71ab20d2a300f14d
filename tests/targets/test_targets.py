"""One target, many lists: what joins two listings, what never does, what is told of it; and the real lists together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sanctions.acquisition.entities import EntityStore
from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.dates import parse_date
from sanctions.home import Home
from sanctions.model import Coverage, Entity, Identifier, IdentifierType, Kind, Link, Name, Quality
from sanctions.targets import Targets, gaps_of, register
from sanctions.targets.evidence import name_agreement
from tests.stores import written

PERSON: dict[str, Any] = {"kind": Kind.PERSON, "names": ("KIM, Won Hong",), "born": ("1945-07-17",)}
FIRM: dict[str, Any] = {"kind": Kind.COMPANY, "names": ("Green Pine Associated Corporation",)}
SHIP: dict[str, Any] = {"kind": Kind.VESSEL, "names": ("CHONG CHON GANG",)}
PASSPORT, TAX, IMO, LEI = IdentifierType.PASSPORT, IdentifierType.TAX, IdentifierType.IMO, IdentifierType.LEI


def entity(entity_id: str, *, kind: Kind, names: tuple[str, ...], born: tuple[str, ...] = (), **more: Any) -> Entity:
    numbers = tuple(Identifier(type=type_, value=value, country=country) for type_, value, country in more.pop("numbers", ()))
    return Entity(
        id=entity_id,
        list=entity_id.partition(":")[0],
        kind=kind,
        names=tuple(Name(full=name) for name in names),
        birth_dates=tuple(map(parse_date, born)),
        identifiers=numbers,
        **more,
    )


def joined(tmp_path: Path, *entities: Entity, aggregates: tuple[str, ...] = ()) -> Targets:
    """The register of these entities, each on the list that its id names."""
    lists: dict[str, list[Entity]] = {}
    for one in entities:
        lists.setdefault(one.list, []).append(one)
    return Targets.build({key: written(tmp_path / key, of_list) for key, of_list in lists.items()}, aggregates=aggregates)


def un(value: str, relation: str = "same") -> dict[str, Any]:
    return {"links": (Link(scheme="un", value=value, relation=relation),)}


def eu(value: str) -> dict[str, Any]:
    return {"links": (Link(scheme="eu", value=value),)}


def number(base: dict[str, Any], type_: IdentifierType, value: str, country: str | None = None, **more: Any) -> dict[str, Any]:
    return base | {"numbers": [(type_, value, country)]} | more


def passport(country: str | None = "KP", **more: Any) -> dict[str, Any]:
    return number(PERSON, PASSPORT, "745310010", country, **more)


OTHER_NAME: dict[str, Any] = {"names": ("CHOE, Pong Nam",)}
GREEN_PINE = "253400AG24VXB6QWRA56"
ARKADY: dict[str, Any] = {"names": ("ROTENBERG, Arkady Romanovich",), "born": ("1951-12-15",)}
BORIS: dict[str, Any] = {"names": ("ROTENBERG, Boris Romanovich",), "born": ("1957-01-03",)}
WALLET = "1H939dom7i4WDLCKyGbXUp3fs9CSTNRzgL"

JOINS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    # what, on list aa, on list bb, the reason that is given
    ("the UN reference number", PERSON | un("KPi.001"), PERSON | un("(UN Ref): KPI.001") | OTHER_NAME, "the UN reference number KPi.001"),
    ("the EU reference number", FIRM | eu("EU.27.28"), FIRM | eu("EU.27.28") | OTHER_NAME, "the EU reference number EU.27.28"),
    ("passport and name", passport(), number(PERSON, PASSPORT, "745-310 010"), "the same passport number 745-310 010, and names"),
    (
        "a passport here, a national number there",
        passport(),
        number(PERSON, IdentifierType.NATIONAL_ID, "745310010", "KP"),
        "the same number 745310010 (passport number and national identification number), and names that agree (1.00)",
    ),
    ("passport and the day of birth, though the names differ", passport(), passport(**OTHER_NAME), "and the same birth date 1945-07-17"),
    (
        "passport, the year of birth and a name that is alike",
        passport(),
        passport(names=("KIM Hong",), born=("1945",)),
        "birth dates that can be one (1945-07-17 and 1945)",
    ),
    ("tax number and name", number(FIRM, TAX, "7702073683", "RU"), number(FIRM, TAX, "7702073683"), "the same tax number"),
    (
        "IMO number of a renamed ship",
        number(SHIP, IMO, "7937317"),
        number(SHIP, IMO, "IMO 7937317", names=("TONG HUNG SAN",)),
        "the same IMO number",
    ),
    ("LEI and name", number(FIRM, LEI, GREEN_PINE), number(FIRM, LEI, GREEN_PINE), "the same LEI"),
    ("company and organisation are one kind", FIRM | un("KPe.010"), FIRM | un("KPe.010") | {"kind": Kind.ORGANISATION}, "KPe.010"),
]

NOT_JOINED: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("the name and the birth date alone", PERSON, PERSON),
    ("a passport with another name and birth date", passport(), passport(**OTHER_NAME, born=("1960-02-03",))),
    ("a passport of another country", passport("KP"), passport("IR")),
    (
        "a passport, another name and 1 January, which stands for an unknown day",
        passport(born=("1970-01-01",)),
        passport(**OTHER_NAME, born=("1970-01-01",)),
    ),
    (
        "a short number with a name that is only alike",
        number(PERSON, PASSPORT, "57388", names=("Mohamed Qasim Rahim",)),
        number(PERSON, PASSPORT, "57388", names=("Muhammad Kasim Rahman",)),
    ),
    ("a weak alias in common", passport(), passport(names=("Someone Else",), born=(), weak=("KIM, Won Hong",))),
    ("a man and a woman", passport(genders=("male",)), passport(genders=("female",))),
    ("a person and a firm", number(PERSON, TAX, "470305596440"), number(FIRM, TAX, "470305596440", names=PERSON["names"])),
    ("a person and a firm with one UN reference number", PERSON | un("KPi.001"), FIRM | un("KPi.001")),
    ("brothers with one tax number", number(PERSON, TAX, "470305596440", **ARKADY), number(PERSON, TAX, "470305596440", **BORIS)),
    ("one company IMO number, two names", number(FIRM, IMO, "1991835"), number(FIRM, IMO, "1991835", names=("Tonghung Shipping",))),
    ("one LEI, two names", number(FIRM, LEI, GREEN_PINE), number(FIRM, LEI, GREEN_PINE, names=("Locko Bank",))),
    ("one UN number, two IMO numbers", number(SHIP, IMO, "7937317") | un("KPe.010"), number(SHIP, IMO, "8133138") | un("KPe.010")),
    ("an MMSI, which goes with the flag", *[number(SHIP, IdentifierType.MMSI, "445114000")] * 2),
    ("a wallet, which several may hold", *[number(PERSON, IdentifierType.WALLET, WALLET)] * 2),
    ("a number of a related record", PERSON | un("KPi.001", "owner"), PERSON | un("KPi.001")),
    ("a text that is no UN reference number", PERSON | un("see below"), PERSON | un("see below")),
    ("a de-listed target", PERSON | un("KPi.001"), PERSON | un("KPi.001") | {"delisted": True}),
]


def made(entity_id: str, fields: Mapping[str, Any]) -> Entity:
    weak = tuple(Name(full=name, quality=Quality.WEAK) for name in fields.get("weak", ()))
    one = entity(entity_id, **{key: value for key, value in fields.items() if key != "weak"})
    return replace(one, names=one.names + weak)


@pytest.mark.parametrize(("what", "a", "b", "reason"), JOINS, ids=[row[0] for row in JOINS])
def test_what_joins(tmp_path: Path, what: str, a: dict[str, Any], b: dict[str, Any], reason: str) -> None:
    targets = joined(tmp_path, made("aa:1", a), made("bb:2", b))
    (join,) = targets.joins
    assert reason in join.reason
    assert targets.group("bb:2").ids == targets.group("aa:1").ids == ("aa:1", "bb:2")
    assert targets.group("aa:1").elsewhere("aa:1") == (("bb:2", join.reason),)


@pytest.mark.parametrize(("what", "a", "b"), NOT_JOINED, ids=[row[0] for row in NOT_JOINED])
def test_what_does_not_join(tmp_path: Path, what: str, a: dict[str, Any], b: dict[str, Any]) -> None:
    targets = joined(tmp_path, made("aa:1", a), made("bb:2", b))
    assert (targets.joins, len(targets)) == ((), 0)
    assert targets.group("aa:1").ids == ("aa:1",)


def test_a_clash_of_imo_numbers_is_told(tmp_path: Path) -> None:
    """The UN's record and another publisher's give two ships one reference number: neither is quietly right."""
    targets = joined(
        tmp_path,
        made("aa:1", SHIP | un("KPe.010") | {"numbers": [(IMO, "7937317", None)]}),
        made("bb:2", SHIP | un("KPe.010") | {"numbers": [(IMO, "8133138", None)]}),
    )
    (refusal,) = targets.group("bb:2").refusals
    assert "but one has the IMO 7937317 and the other 8133138" in refusal.reason


def test_a_list_does_not_list_a_target_twice(tmp_path: Path) -> None:
    """Two entries of one list share a passport with one of another: the one whose name is clearly best is joined, or none."""
    number = {"numbers": [(PASSPORT, "745310010", "KP")]}
    one, other = made("aa:1", PERSON | number), made("aa:2", PERSON | number | {"names": ("CHOE, Pong Nam",), "born": ()})
    targets = joined(tmp_path / "clear", one, other, made("bb:1", PERSON | number))
    assert targets.group("bb:1").ids == ("aa:1", "bb:1")
    twins = joined(tmp_path / "twins", one, replace(one, id="aa:2"), made("bb:1", PERSON | number))
    assert (twins.joins, len(twins.refusals)) == ((), 2)


def test_a_list_that_republishes_others_may_hold_a_target_twice(tmp_path: Path) -> None:
    link = {"links": (Link(scheme="ofac", value="15"),)}
    targets = joined(
        tmp_path,
        made("us_ofac_sdn:15", PERSON),
        made("us_csl:15", PERSON | link),
        made("us_csl:15/SSI", PERSON | link),
        aggregates=("us_csl",),
    )
    assert targets.group("us_csl:15").ids == ("us_csl:15", "us_csl:15/SSI", "us_ofac_sdn:15")
    assert targets.group("us_csl:15/SSI").elsewhere("us_csl:15/SSI") == (
        ("us_ofac_sdn:15", "OFAC's number 15 is on both"),
        ("us_csl:15", "with us_ofac_sdn:15: OFAC's number 15 is on both"),
    )


def test_joins_chain_from_list_to_list(tmp_path: Path) -> None:
    targets = joined(
        tmp_path,
        made("un_sc:KPi.001", PERSON | {"numbers": [(PASSPORT, "745310010", "KP")]}),
        made("gb_uksl:DPR1", PERSON | un("KPi.001")),
        made("us_ofac_sdn:15", PERSON | {"numbers": [(PASSPORT, "745310010", "KP")]}),
    )
    target = targets.group("gb_uksl:DPR1")
    assert target.ids == ("gb_uksl:DPR1", "un_sc:KPi.001", "us_ofac_sdn:15")
    assert [reason for _, reason in target.elsewhere("gb_uksl:DPR1")] == [
        "the UN reference number KPi.001 is on both",
        "with un_sc:KPi.001: the same passport number 745310010, and names that agree (1.00)",
    ]


def test_the_gaps_in_words() -> None:
    def cover(key: str, *, held: bool = True) -> Coverage:
        return Coverage(
            list=key, publisher="", title="", status="current", published="2026-02-27" if held else None, sha256="ab" if held else None
        )

    coverage = [cover("us_ofac_sdn"), cover("un_sc"), cover("gb_uksl"), cover("eu_fsf", held=False)]
    assert gaps_of(["us_ofac_sdn:1", "un_sc:2", "us_csl:1"], coverage).sentences() == (
        "on us_ofac_sdn and un_sc",
        "not on gb_uksl (held, published 2026-02-27), as far as numbers tell",
        "not searched: eu_fsf (no copy held)",
    )
    few = replace(coverage[2], status="shrunken", entries=5)
    assert gaps_of(["un_sc:2"], [few]).sentences()[1] == (
        "not on gb_uksl (held, published 2026-02-27, shrunken: 5 entries only), as far as numbers tell"
    )
    assert gaps_of(["us_csl:1"], coverage).on == ()


def test_of_a_ship_the_lists_of_ships_are_told() -> None:
    """The UN's designated ships are on a list of their own, and the EU's file has none: not to be on it says nothing."""
    held = [Coverage(list=key, publisher="", title="", status="current", sha256="ab") for key in ("us_ofac_sdn", "un_sc", "eu_fsf")]
    assert gaps_of(["us_ofac_sdn:1"], held, Kind.VESSEL).sentences() == (
        "on us_ofac_sdn",
        "not searched: un_1718_vessels (not asked for)",
        "not searched: gb_uksl (not asked for)",
        "not searched: the European Union's designated ships, which stand in no file of its own (see sanctionsmap.eu)",
    )


def test_the_register_is_stored_and_opened_again(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    stores = {key: written(tmp_path / key, [made(f"{key}:1", PERSON | un("KPi.001"))]) for key in ("aa", "bb")}
    first = Targets.open(home, stores)
    file, lines = sorted((home.readings / "targets").iterdir())
    again = Targets.open(home, dict(reversed(stores.items())))
    assert (again.joins, again.group("aa:1")) == (first.joins, first.group("aa:1"))
    assert again.group("aa:1").ids == ("aa:1", "bb:1")
    assert again.group("aa:2").ids == ("aa:2",)
    for damaged in (file, lines):  # made anew
        damaged.write_bytes(damaged.read_bytes()[:-10])
        third = Targets.open(home, stores)
        assert (third.joins, third.group("bb:1")) == (first.joins, first.group("bb:1"))
    assert sorted((home.readings / "targets").iterdir()) == [file, lines]


@given(st.sets(st.text(st.sampled_from('ab:1\n\t"~é'), min_size=1), min_size=1, max_size=12))
def test_every_line_is_found_by_its_id_and_no_other(ids: set[str]) -> None:
    ordered = sorted(ids)
    stored = register._Stored(groups=tuple((one,) for one in ordered[::2]), joins=(), refusals=())
    targets = Targets(lambda: stored, register._lines_of(stored))
    for one in ordered:
        assert targets.group(one).ids == (one,)
        found = register._find(targets._lines, register._key(one))
        assert (found is not None) == (one in ordered[::2])


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["aa", "bb", "cc", "us_csl"]),
            st.sampled_from([Kind.PERSON, Kind.VESSEL, Kind.COMPANY, Kind.UNKNOWN]),
            st.sampled_from(["KPi.001", "KPi.002", ""]),
            st.sampled_from(["745310010", "470305596", ""]),
            st.sampled_from(["7937317", "8133138", ""]),
        ),
        max_size=9,
    ),
    st.permutations(["aa", "bb", "cc", "us_csl"]),
)
def test_a_target_is_never_two(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, ...]], order: list[str]) -> None:
    """Groups are apart from each other, of one kind and one ship; the order of the lists changes nothing."""
    entities = [
        made(
            f"{key}:{place}",
            {
                "kind": kind,
                "names": ("KIM, Won Hong",),
                "numbers": [(PASSPORT, document, None)] * bool(document) + [(IMO, imo, None)] * bool(imo),
            }
            | (un(reference) if reference else {}),
        )
        for place, (key, kind, reference, document, imo) in enumerate(rows)
    ]
    by_id = {one.id: one for one in entities}
    targets = joined(tmp_path_factory.mktemp("a"), *entities, aggregates=("us_csl",))
    turned = sorted(entities, key=lambda one: order.index(one.list))
    assert joined(tmp_path_factory.mktemp("b"), *turned, aggregates=("us_csl",)).joins == targets.joins
    groups = {targets.group(one.id).ids for one in entities}
    assert sorted(one for group in groups for one in group) == sorted(by_id)
    for group in groups:
        assert len({by_id[one].kind for one in group} - {Kind.UNKNOWN}) <= 1
        ships = [by_id[one] for one in group if by_id[one].kind is Kind.VESSEL]
        assert len({number.value for ship in ships for number in ship.identifiers if number.type is IMO}) <= 1


# --- the real lists ---

CHECKED = [
    # read side by side: the same name, birth date and passport or national number on both lists
    ("un_sc:KPi.033", "us_ofac_sdn:19609"),  # Ri Won Ho, 17 July 1964, passport 381310014
    ("un_sc:KPi.036", "us_ofac_sdn:17622"),  # Kim Sok Chol, 8 May 1955
    ("un_sc:KPi.061", "us_ofac_sdn:21746"),  # Kim Nam Ung, no birth date, passport 654110043
    ("un_sc:IQi.025", "us_ofac_sdn:7867"),  # Tariq Aziz, 1 July 1936
    ("un_sc:QDi.092", "us_ofac_sdn:7828"),  # Mehrez Amdouni, 25 May 1968
    ("un_sc:QDi.140", "us_ofac_sdn:8096"),  # Kamel Hamraoui, 21 October 1977
    ("un_sc:QDi.261", "us_ofac_sdn:11322"),  # Adem Yilmaz, 4 November 1978
    ("un_sc:QDi.309", "us_ofac_sdn:12922"),  # Abdur Rehman, 3 October 1965
    ("un_sc:QDi.354", "us_ofac_sdn:17293"),  # Tariq al-Harzi, 5 May 1982, two spellings
    ("un_sc:QDi.413", "us_ofac_sdn:24423"),  # Myrna Mabanza, 11 July 1991
    ("un_sc:TAi.165", "us_ofac_sdn:15581"),  # Mohammed Qasim, 1975 or 1976
    ("un_sc:IRi.041", "us_ofac_sdn:13106"),  # Ali Akbar Tabatabaei, whose passports the UN also gives to another
]
APART = [
    ("un_sc:IRi.003", "us_ofac_sdn:13106"),  # Azim Aghajani, with Tabatabaei's passport numbers
    ("us_ofac_sdn:16669", "us_ofac_sdn:16671"),  # the brothers Rotenberg, one tax number
    ("us_ofac_sdn:19583", "us_ofac_sdn:23723"),  # two shipping companies, one company IMO number
    ("us_ofac_sdn:44267", "us_ofac_sdn:44336"),  # two banks, one registration number
]


@pytest.mark.real
def test_the_real_lists_together(tmp_path: Path, real_data: Path) -> None:
    store = SnapshotStore(Home(tmp_path))
    copies = {
        "us_ofac_sdn": "us_ofac_sdn/2024-05-03", "un_sc": "un_sc/un_2026-02-27.xml",
        "us_csl": "us_csl/consolidated_2022-04.csv", "us_ofac_cons": "us_ofac_cons/csv_2025-12",
        "gb_ofsi": "gb_ofsi/ConList_2025-04-14.xlsx",
    }  # fmt: skip
    stores = {}
    for key, where in copies.items():
        [outcome] = take(store, [store.catalogue[key]], real_data / where, Options(clock=lambda: datetime.now(UTC)), named=True)
        assert outcome.snapshot is not None, outcome.sentence
        stores[key] = store.entities(outcome.snapshot)
    targets = Targets.build(stores, aggregates=[key for key in stores if store.catalogue[key].copies])
    for a, b in CHECKED:
        assert b in targets.group(a).ids, a
    for a, b in APART:
        assert b not in targets.group(a).ids, a
    counts = targets.counts()
    assert counts["ofac"] > 10_000
    assert counts["un"] > 800
    assert 250 < sum(number for basis, number in counts.items() if basis not in ("ofac", "un")) < 500
    for join in targets.joins:
        ids = targets.group(join.a).ids
        assert all(sum(one.startswith(f"{key}:") for one in ids) <= 1 for key in ("us_ofac_sdn", "us_ofac_cons", "un_sc")), ids
        if join.basis == "un":  # the British list's remarks name the reference number: it is the target's own, never another's
            assert name_agreement(*(stores[one.partition(":")[0]][_place(stores, one)] for one in (join.a, join.b))) > 0.75, join


def _place(stores: Mapping[str, EntityStore], entity_id: str) -> int:
    place = stores[entity_id.partition(":")[0]].find(entity_id)
    assert place is not None
    return place
