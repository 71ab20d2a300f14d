"""The index: its bound is one, nothing is lost by it, however cut and however hostile the name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sanctions.acquisition.entities import EntityStore, EntityWriter
from sanctions.matching.alignment import align
from sanctions.matching.compare import compare
from sanctions.matching.index import building, edits, latin, open_index, syllables, worth
from sanctions.matching.index.filing import WORD_ARRAYS
from sanctions.matching.index.known import KnownWords, usual_arrays, usual_of
from sanctions.matching.index.likeness import as_facts, facts_of
from sanctions.matching.index.runs import runs_of
from sanctions.matching.index.words import Words
from sanctions.matching.person_words import most_edits
from sanctions.model import Entity, Kind, Name, Party
from sanctions.names.forms import CHINESE, KOREAN, LATIN, forms_of
from sanctions.screening import HeldList, Screener

LEAST = (0.65, 0.75, 0.8 / 0.96)

WORDS = """
    kim kin won wong hong wonhong wonhng hongwon jong un jongun chol song al ali alia abd abdallah abdullah muhammad mohammed mahmoud
    rahman abdalrahman aleksandr alexander sasha ivanov ivanova ivan ivanovich petrov petrova k a s m bin ibn of and the trading tradings
    international interntional bank banka general 2 12 corporation corporaton technology tecnology =ltd =jsc shipping shiping hassan hussein
    ahmadi nezhad ahmadinejad abd oolah abdulah
    omsk tomsk iran kenya tianhe torrevieja
""".split()

USUAL = sorted(WORDS)[::2]


def rows_of(names: Sequence[Sequence[str]], kinds: Sequence[Kind]) -> latin.LatinRows:
    """Rows for which half of the words asked are looked up beforehand."""
    listed, arrays = building.build(names, np.array([worth.KINDS.index(kind) for kind in kinds], np.uint8))
    words = words_of(listed, arrays)
    usual = usual_of(USUAL, usual_arrays(USUAL, words, runs_of(arrays)))
    return latin.LatinRows(words, arrays, usual)


def words_of(listed: list[str], arrays: dict[str, np.ndarray]) -> Words:
    return Words(listed, as_facts(*facts_of(listed)), *(arrays[name] for name in WORD_ARRAYS))


names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(tuple)
kinds = st.sampled_from((Kind.PERSON, Kind.COMPANY, Kind.VESSEL, Kind.UNKNOWN))


@settings(max_examples=150, deadline=None)
@given(names, st.lists(st.tuples(names, kinds), min_size=1, max_size=12), st.sampled_from(LEAST))
@example(("kim", "wonhong"), [(("kim", "won", "hong"), Kind.PERSON)], LEAST[2])
@example(("won", "hong", "kim"), [(("kim", "wonhong"), Kind.PERSON)], LEAST[2])
@example(("alexander", "ivanovich", "internatio"), [(("alexander", "ivanovich", "international"), Kind.PERSON)], LEAST[2])
@example(("k", "ali"), [(("kim", "ali"), Kind.PERSON), (("k", "a"), Kind.PERSON)], LEAST[0])
@example(("a", "s"), [(("ali", "song"), Kind.PERSON)], LEAST[0])
@example(("mahmoud", "ahmadi", "nezhad"), [(("mahmoud", "ahmadinejad"), Kind.PERSON)], LEAST[2])
@example(("mahmoud", "ahmadinejad"), [(("mahmoud", "ahmadi", "nezhad"), Kind.PERSON)], LEAST[2])
def test_no_alignment_exceeds_the_bound(asked: tuple[str, ...], listed: list[tuple[tuple[str, ...], Kind]], least: float) -> None:
    rows = rows_of([name for name, _ in listed], [kind for _, kind in listed])
    near = set(rows.near([asked], [least])[0].tolist())
    for row, (name, kind) in enumerate(listed):
        assert rows.tokens(row) == name
        best = max(align(asked, name, LATIN, costs).similarity for costs in worth.COSTS[worth.KINDS.index(kind)])
        assert row in near or best < least, (asked, name, best)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(names, st.sampled_from(LEAST)), min_size=1, max_size=6), st.lists(st.tuples(names, kinds), min_size=1, max_size=12)
)
def test_many_names_at_once_find_what_each_finds_alone(
    asked: list[tuple[tuple[str, ...], float]], listed: list[tuple[tuple[str, ...], Kind]]
) -> None:
    rows = rows_of([name for name, _ in listed], [kind for _, kind in listed])
    together = rows.near([name for name, _ in asked], [least for _, least in asked])
    alone = [rows.near([name], [least])[0] for name, least in asked]
    assert [some.tolist() for some in together] == [some.tolist() for some in alone]


@settings(max_examples=100, deadline=None)
@given(
    st.text("abce", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from("abcde"), st.sampled_from("dis")), max_size=3),
)
def test_words_a_few_edits_apart_are_found(word: str, slips: list[tuple[int, str, str]]) -> None:
    other = word
    for place, letter, slip in slips:
        at = min(place, len(other))
        other = other[:at] + (letter if slip != "d" else "") + other[at + (slip != "i") :]
    if min(len(word), len(other)) < 2 or len(slips) > most_edits(max(len(word), len(other))):
        return
    hashes, owners = edits.filed([other])
    asked = edits.hashed((edits.codes([word]) @ edits.whole_words(len(word), most_edits(len(word))))[0])
    _, found = edits.lookup(asked, hashes, edits.shelves(hashes))
    assert 0 in owners[found]


SYLLABIC = (
    "Kim Jong Un",
    "Kim Chong Un",
    "Ri Sol Ju",
    "Kim Song Chol",
    "Kim Tong Chol",
    "Xi Jinping",
    "Hsi Chin-p'ing",
    "金正恩",
    "김정은",
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from((KOREAN, CHINESE)), st.sampled_from(LEAST), st.data())
def test_no_alignment_of_syllables_exceeds_their_bound(scheme: str, least: float, data: st.DataObject) -> None:
    forms = [form.tokens for text in SYLLABIC for form in forms_of(text, Kind.PERSON) if form.scheme == scheme]
    listed = data.draw(st.lists(st.sampled_from(forms), min_size=1))
    asked = data.draw(st.sampled_from(forms))
    rows = syllables.SyllableRows(scheme, *syllables.build(listed))
    near = set(rows.near(asked, least).tolist())
    for row, name in enumerate(listed):
        best = max(align(asked, name, scheme, costs).similarity for costs in worth.COSTS[worth.KINDS.index(Kind.PERSON)])
        assert row in near or best < least


LISTED = {
    "KIM, Won Hong": Kind.PERSON,
    "Muammar QADHAFI": Kind.PERSON,
    "Иванов Сергей Петрович": Kind.PERSON,
    "محمد علي حسن": Kind.PERSON,
    "KOREA MINING DEVELOPMENT TRADING CORPORATION": Kind.COMPANY,
    "GAZPROM NEFT OAO": Kind.COMPANY,
    "中国航天科技集团公司": Kind.COMPANY,
    "CHONG CHON GANG": Kind.VESSEL,
    "김정은": Kind.PERSON,
    "PETROVA, Anna Ivanovna": Kind.UNKNOWN,
    "XI Jinping": Kind.PERSON,
    "Abd al-Rahman BIN LADIN": Kind.PERSON,
    "FIRST EASTERN INTERNATIONAL INVESTMENT AND TRADING HOLDING COMPANY LIMITED": Kind.COMPANY,
}

ASKED = """
    Kim Won Hong | Kim Wonhong | Won Hong Kim | Kim Wn Hong | 김원홍 | Moammar Gaddafi | Sergey Ivanov | Sergei Petrovich Ivanov
    Mohamed Ali Hassan | Muhammad Ali Hasan | Korea Mining Developement Trading Corp | Gazpromneft | Chongchongang | Kim Jong Un
    Gim Jeong-eun | Hsi Chin-p'ing | 习近平 | Abdulrahman Binladin | Abdalrahman bin Laden | First Eastern International Investment and
    Anna Petrov | Ana Petrova | K. W. Hong | Maria Gonzalez | Acme Widgets | Kim
""".replace("\n", "|").split("|")
ASKED = [name.strip() for name in ASKED if name.strip()]


def screener(folder: Path, entities: Sequence[Entity], shelf: Path | None = None) -> Screener:
    folder.mkdir()
    with EntityWriter(folder) as writer:
        for entity in entities:
            writer.add(entity)
        writer.finish({})
    store = EntityStore(folder)
    return Screener([HeldList("x", store, open_index(store))], (), shelf=shelf)


ENTITIES = [Entity(id=f"x:{n}", list="x", kind=kind, names=(Name(full=name),)) for n, (name, kind) in enumerate(LISTED.items())]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    return screener(tmp_path_factory.mktemp("index") / "1", ENTITIES)


@pytest.mark.parametrize("name", ASKED)
def test_every_entity_compared_gives_what_the_index_gives(small: Screener, name: str) -> None:
    for kind in (Kind.UNKNOWN, Kind.PERSON, Kind.COMPANY):
        party = Party(id="1", names=(Name(full=name),), kind=kind)
        result = small.screen(party, threshold=0.7)
        found = {hit.entity.id: hit.score for hit in (*result.hits, *result.recorded)}
        assert found == {e.id: score for e in ENTITIES if (score := compare(party, e).score) >= 0.7}


HOSTILE = {
    "2,000 letters": "abcdefghijklmnopqrstuvwxyz" * 76,
    "one letter": "a" * 2000,
    "two letters in turn": "ab" * 1000,
    "letters apart": "a " * 999,
    "500 words": " ".join(f"w{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(500)),
    "500 listed words": "kim won " * 250,
    "500 particles": "al bin abu ibn " * 125,
    "brackets": "(" * 500 + "kim" + ")" * 500,
    "combining marks": "a" + "\u0301" * 1500,
    "digits": "1234567890" * 200,
    "every script": "".join(chr(c) for c in range(0x21, 0x2FFF, 7))[:1700],
    "Hangul": "김정은" * 600,
    "Hanzi": "习近平" * 600,
    "Arabic": "محمد " * 390,
    "legal forms": "ltd gmbh oao " * 150,
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.timeout(60)
def test_no_name_stalls_a_screening(small: Screener, name: str) -> None:
    """Whatever is asked is answered; the test's own time limit is far above what any of these takes."""
    for kind in (Kind.UNKNOWN, Kind.PERSON, Kind.COMPANY):
        small.screen(Party(id="1", names=(Name(full=name[:2000]),), kind=kind))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_answered(small: Screener, name: str) -> None:
    small.screen(Party(id="1", names=(Name(full=name),)))


def test_a_joined_index_that_is_kept_answers_as_one_that_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctions.matching.index.shelf._WORTH_KEEPING", 1)
    shelf = tmp_path / "shelf"
    first = screener(tmp_path / "1", ENTITIES, shelf)
    assert [folder.name for folder in shelf.iterdir()]
    again = Screener(first.held, (), shelf=shelf)
    plain = Screener(first.held, ())
    for name in ASKED:
        party = Party(id="1", names=(Name(full=name),))
        assert first.screen(party) == again.screen(party) == plain.screen(party)


@pytest.mark.parametrize("damage", ["cut short", "removed", "emptied"])
@pytest.mark.parametrize("place", ["reading", "shelf"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, damage: str) -> None:
    """A full disk, a failing one or a bad restore takes a piece of any file of an index: no name is missed for it."""
    monkeypatch.setattr("sanctions.matching.index.shelf._WORTH_KEEPING", 1)
    shelf = tmp_path / "shelf"
    whole = screener(tmp_path / "1", ENTITIES, shelf)
    party = Party(id="1", names=(Name(full="Kim Won Hong"),))
    expected = whole.screen(party)
    folder = next((tmp_path / "1").glob("index-*")) if place == "reading" else next(shelf.iterdir())
    for file in sorted(one.name for one in folder.iterdir()):
        content = (folder / file).read_bytes()
        (folder / file).unlink()  # another process may still have the old one mapped
        if damage != "removed":
            (folder / file).write_bytes(content[: len(content) // 2] if damage == "cut short" else b"")
        store = EntityStore(tmp_path / "1")
        again = Screener([HeldList("x", store, open_index(store))], (), shelf=shelf)
        assert again.screen(party).hits == expected.hits
        assert (folder / file).read_bytes() == content


def test_only_the_newest_joined_indexes_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctions.matching.index.shelf._WORTH_KEEPING", 1)
    shelf = tmp_path / "shelf"
    for number in range(1, 7):
        asked = screener(tmp_path / str(number), ENTITIES[:number], shelf)
        for age, folder in enumerate(sorted(shelf.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)):
            os.utime(folder, (1e9 - age, 1e9 - age))
        assert asked.screen(Party(id="1", names=(Name(full="Kim Won Hong"),))).hits
    (shelf / ".index-left").mkdir()
    os.utime(shelf / ".index-left", (0, 0))
    screener(tmp_path / "7", ENTITIES, shelf)
    assert len(list(shelf.iterdir())) == 4


def test_what_is_known_beforehand_is_what_is_found_when_asked() -> None:
    listed, arrays = building.build([WORDS], np.array([0], np.uint8))
    words, runs = words_of(listed, arrays), runs_of(arrays)
    usual = usual_of(USUAL, usual_arrays(USUAL, words, runs))
    for word, found in zip(USUAL, KnownWords(words, runs).all_of(USUAL), strict=True):
        kept = usual.find(word)
        assert kept is not None
        assert kept.spellings.numbers.tolist() == found.spellings.numbers.tolist()
        assert kept.apart.tolist() == found.apart.tolist()
        assert (kept.spellings.likeness >= found.spellings.likeness).all()
        assert (kept.spellings.likeness <= found.spellings.likeness + 1e-6).all()
    assert usual.find("zarnitsa") is None
