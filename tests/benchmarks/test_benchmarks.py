"""The benchmarks' own arithmetic, and that they say what they lack instead of failing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from sanctions.calibration import Case, Share
from sanctions.model import Entity, Kind, Name, Party
from tests.benchmarks.manipulated import another_syllable
from tests.benchmarks.pairs import best_threshold, figures
from tests.benchmarks.setting import Table, percent, temporary_screener
from tests.benchmarks.speed import grown
from tests.benchmarks.spellings import OTHER_CONSONANTS, OTHER_NAME, is_spelling, why_two_names
from tests.benchmarks.variants import variants
from tests.benchmarks.written import sets, written_pairs

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    "legal_forms",
    "selfscreen",
    "manipulated",
    "variants",
    "quiet",
    "crosslist",
    "pairs",
    "scanning",
    "speed",
    "stages",
    "parsing",
    "atsize",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_benchmark_without_lists_says_so_and_fails_nothing(command: str, tmp_path: Path) -> None:
    environment = os.environ | {"SANCTIONS_REAL_DATA": str(tmp_path / "nowhere"), "SANCTIONS_HOME": str(tmp_path / "home")}
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{command}"], capture_output=True, text=True, check=False, cwd=ROOT, env=environment
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Skipped: ")


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [(0.5, (0.5, 1.0, 2 / 3)), (0.8, (2 / 3, 1.0, 0.8)), (0.9, (1.0, 0.5, 2 / 3)), (0.99, (0.0, 0.0, 0.0))],
)
def test_precision_recall_and_f1(threshold: float, expected: tuple[float, float, float]) -> None:
    scores, same = [0.95, 0.85, 0.8, 0.6], [True, False, True, False]
    assert figures(scores, same, threshold) == pytest.approx(expected)


def test_the_best_threshold_is_the_one_with_the_best_f1() -> None:
    assert best_threshold([0.95, 0.85, 0.8, 0.6], [True, True, True, False]) == 0.8


@pytest.mark.parametrize(
    ("one", "two", "spelling"),
    [
        ("moammar gaddafi", "muammar qadhafi", True),
        ("chong un kim", "kim jong un", True),
        ("kim jong un", "kim jong un", False),
        ("kim jong un", "un kim jong", False),
        ("ahmed islam", "abu hamsa", False),
        ("ahmed", "ahmad", False),
    ],
)
def test_what_is_another_spelling(one: str, two: str, spelling: bool) -> None:
    assert is_spelling(one.split(), two.split()) is spelling


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("moammar gaddafi", "muammar qadhafi", ""),
        ("gamal hussein", "jamal husayn", ""),
        ("khalid dawood", "chalid daoud", ""),
        ("ahmad barakat", "muhammad barakat", OTHER_NAME),
        ("akhmat barakat", "mukhamad barakat", ""),  # neither is borne by many as it is spelt here: nothing says so
        ("hossein alavi", "hossein abbasi", OTHER_CONSONANTS),
        ("kim jong un", "gim chong eun", ""),
    ],
)
def test_what_is_another_name(one: str, two: str, why: str) -> None:
    borne = Counter({"ahmad": 40, "muhammad": 90, "barakat": 2})
    assert why_two_names(one.split(), two.split(), borne) == why
    assert why_two_names(two.split(), one.split(), borne) == why


@pytest.mark.parametrize(
    ("asked", "listed", "another"),
    [
        ("KIM, Bong-ho", "KIM, Tong-ho", True),
        ("KANG CHO SU", "KANG CHOL SU", True),
        ("WAN, Zhiqing", "WANG, Zhiqing", True),
        ("KIM, ong-ho", "KIM, Tong-ho", False),
        ("KIM, Chong-ho", "KIM, Jong-ho", False),
        ("KIM, Tong", "KIM, Tong-ho", False),
        ("IQBA, Muhammad", "IQBAL, Muhammad", False),
    ],
)
def test_a_slip_that_makes_another_syllable(asked: str, listed: str, another: bool) -> None:
    entity = Entity(id="x:1", list="x", kind=Kind.PERSON, names=(Name(full=listed, primary=True),))
    assert another_syllable(Case(Party(id="1", names=(Name(full=asked),)), entity, listed)) is another


def target(number: int, *names: Name) -> Entity:
    return Entity(id=f"x:{number}", list="x", kind=Kind.PERSON, names=names)


def test_the_name_that_is_asked_is_not_in_the_index() -> None:
    entity = target(1, Name(full="QADHAFI, Muammar"), Name(full="Moammar GADDAFI"), Name(full="معمر القذافي", script="Arab"))
    found = list(variants([entity], Counter(), Counter()))
    assert [one.group for one in found] == ["romanisation, other", "Arabic finds Latin", "Latin finds Arabic"]
    assert all(one.asked not in one.kept.names for one in found)


def test_a_temporary_screener_answers_as_any_other() -> None:
    with temporary_screener([target(1, Name(full="RUMYANTSEV, Alexander")), target(2, Name(full="SOKOLENKO, Ludmila"))]) as searched:
        assert searched.entity("x:2").name == "SOKOLENKO, Ludmila"


def test_a_list_is_grown_to_its_number_of_names() -> None:
    real = [target(1, Name(full="A B"), Name(full="C D")), target(2, Name(full="E F"))]
    for size in (1, 2, 3, 50):
        made = list(grown(real, size))
        assert sum(len(entity.names) for entity in made) == size
        assert len({entity.id for entity in made}) == len(made)


@pytest.mark.parametrize("name", sets())
def test_written_pairs_can_be_read_and_fall_into_two_halves(name: str) -> None:
    halves = [list(written_pairs(sets()[name], part)) for part in ("tune", "report")]
    everything = list(written_pairs(sets()[name], "all"))
    assert len(halves[0]) + len(halves[1]) == len(everything)
    for half in halves:
        assert 0.35 < len(half) / len(everything) < 0.65
        assert {pair.same for pair in half} == {True, False}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("likely\tperson\tA B\tA C\tx", "bad.tsv, line 3: "),
        ("same\tghost\tA B\tA C\tx", "'ghost' is not a valid Kind"),
    ],
)
def test_a_written_pair_that_cannot_be_read_is_named(row: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(f"# made for a test\nlabel\tkind\tname a\tname b\tnote\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        list(written_pairs(path, "all"))


def test_a_table_stands_straight(capsys: pytest.CaptureFixture[str]) -> None:
    Table(("what", "share"), [("a", percent(Share(1, 2))), ("longer", "–")]).show()
    assert capsys.readouterr().out.splitlines() == [
        "what                  share",
        "a       50.00% (9.5%-90.5%)",
        "longer                    –",
    ]
