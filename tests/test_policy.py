"""The policy: its file is read strictly, its rules say what they do, and a list that must be there is missed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sanctions.errors import DefinitionError
from sanctions.home import Home
from sanctions.matching.bands import DEFAULT_THRESHOLD, PROBABLE, STRONG
from sanctions.model import Coverage, Kind, Name, Party
from sanctions.policy import Bands, Policy, Rules, Thresholds, load_policy, read_policy, template, terms
from sanctions.screening import Screener, screen_rows
from tests.home import small_home

LISTS = ("un_sc", "us_ofac_sdn")


def policy(tmp_path: Path, text: str) -> Policy:
    path = tmp_path / "policy.toml"
    path.write_text(text, "utf-8")
    return read_policy(path, lists=LISTS)


def test_the_file_that_init_writes_says_what_holds_without_one(tmp_path: Path) -> None:
    assert policy(tmp_path, template()).rules == Rules()
    assert load_policy(Home(tmp_path / "empty")).rules == Rules()


def test_the_built_in_values_are_the_engine_s(tmp_path: Path) -> None:
    assert Thresholds().default == DEFAULT_THRESHOLD
    assert (Bands().strong, Bands().probable) == (STRONG, PROBABLE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[threshold]\ndefault = 0.9", "threshold"),
        ("[thresholds]\ndefault = 0.3", "[thresholds] default must lie between 0.5 and 1, not 0.3"),
        ("[thresholds]\ndefault = 'high'", "float"),
        ("[thresholds.kinds]\nman = 0.9", "there is no kind 'man'"),
        ("[thresholds.lists]\nus_ofac_sdn = { person = 1.2 }", "us_ofac_sdn person must lie between 0.5 and 1"),
        ("[thresholds.lists]\nofac = { default = 0.8 }", "there is no list 'ofac'"),
        ("[lists]\nmandatory = ['un']", "there is no list 'un'"),
        ("[lists.stale_after_hours]\nun_sc = 0", "must be 1 or more"),
        ("[bands]\nstrong = 0.8\nprobable = 0.9", "probable ≤ strong"),
        ("[aliases]\nweak = 'ignore'", "aliases.weak"),
        ("[records]\nretention_years = 0", "retention_years must be 1 or more"),
        ("[records]\nprivacy = 'secret'", "records.privacy"),
        ("[four_eyes]\nbands = ['red']", "four_eyes.bands"),
        ("[[people]]\nname = 'A'\nuser = 'a'\n[[people]]\nname = 'B'\nuser = 'A'", "names the user 'a' twice"),
        ("[four_eyes]\nbands = ['strong']\n[[people]]\nname = 'A'\nuser = 'a'\nroles = ['maker', 'checker']", "a checker"),
        ("not toml", "not a policy"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DefinitionError) as problem:
        policy(tmp_path, text)
    assert said in str(problem.value)
    assert "policy.toml" in str(problem.value)


@pytest.mark.parametrize(
    ("key", "kind", "threshold"),
    [
        ("un_sc", Kind.COMPANY, 0.8),
        ("un_sc", Kind.PERSON, 0.85),
        ("us_ofac_sdn", Kind.COMPANY, 0.9),
        ("us_ofac_sdn", Kind.PERSON, 0.9),
        ("us_ofac_sdn", Kind.VESSEL, 0.95),
    ],
)
def test_the_most_particular_threshold_holds(key: str, kind: Kind, threshold: float) -> None:
    rules = Thresholds(kinds={"person": 0.85}, lists={"us_ofac_sdn": {"default": 0.9, "vessel": 0.95}})
    assert rules.of(key, kind) == threshold
    assert rules.least(key) == (0.8 if key == "un_sc" else 0.9)


@pytest.mark.parametrize(
    ("coverage", "said"),
    [
        ((), "un_sc was not searched, since the command named other lists"),
        ((Coverage(list="un_sc", publisher="", title="", status="missing"),), "un_sc was not searched, since no copy is held"),
        ((Coverage(list="un_sc", publisher="", title="", status="stale", sha256="ab", note="too old"),), "un_sc is stale (too old)"),
        ((Coverage(list="un_sc", publisher="", title="", status="current", sha256="ab"),), None),
    ],
)
def test_a_mandatory_list_that_cannot_be_relied_on_is_said(tmp_path: Path, coverage: tuple[Coverage, ...], said: str | None) -> None:
    assert policy(tmp_path, "[lists]\nmandatory = ['un_sc']").unmet(coverage) == ((said,) if said else ())


def test_what_a_command_asks_for_instead_is_said() -> None:
    assert any("not the policy (0.8)" in one for one in terms(Rules(), threshold=0.9))
    assert any("the command asked for it" in one for one in terms(Rules(), weak_aliases=True))


def test_names_come_from_the_policy(tmp_path: Path) -> None:
    found = policy(tmp_path, "[[people]]\nname = 'Jane Roe'\nuser = 'jroe'")
    assert (found.name_of("JROE"), found.name_of("other")) == ("Jane Roe", "other")


def test_screening_takes_thresholds_by_list_and_kind(tmp_path: Path) -> None:
    screener = Screener.open(small_home(tmp_path), lists=["test_list"], now=datetime.now(UTC))
    person, firm = (Party(id=name, names=(Name(full=name),)) for name in ("Kim Won Hung", "Korea Mining Development Trading"))
    usual = [screener.screen(one, threshold=0.8) for one in (person, firm)]
    scores = [result.hits[0].score for result in usual]
    strict = Thresholds(default=0.8, lists={"test_list": {"person": scores[0] + 0.01}})
    assert [len(screener.screen(one, threshold=strict).hits) for one in (person, firm)] == [0, 1]
    lax = Thresholds(default=1.0, lists={"test_list": {"person": scores[0]}})
    assert [len(screener.screen(one, threshold=lax).hits) for one in (person, firm)] == [1, 0]
    assert screener.screen(person, threshold=Thresholds(default=0.8)) == usual[0]
    assert list(screen_rows(screener, [], threshold=strict)) == []
