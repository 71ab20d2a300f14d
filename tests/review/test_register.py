"""The register: who decided what, when and why, what is awaited, and what nobody has decided."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.review import ApprovalBody, DispositionBody, Register, standings_of, undecided
from sanctions.review.parties import has_own_id, memory_key, party_changes, placed_hits
from tests.workbook import parts

DAY = datetime(2026, 9, 8, 9, 31, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def decide(ledger: Ledger, screening: str, standing: Any, disposition: str = "false positive", *, check: bool = False, day: int = 1) -> int:
    body = DispositionBody(
        screening=screening, key=standing.key, hit=1, party=standing.party, name=standing.name, entity=standing.entity, listed="L",
        score=0.9, band="strong", engine="e", disposition=disposition, code="other", rationale="because", decided_on=date(2026, 9, 9),
        maker="Ann Lee", user="al", check=check,
    )  # fmt: skip
    return ledger.append("disposition", body, "Ann Lee", subject=standing.memory, now=DAY + timedelta(days=day)).seq


def test_every_alert_is_undecided_until_it_is_decided(home: Home) -> None:
    asked = parts.screening()
    with Ledger.open(home) as ledger:
        ledger.record_screening(asked, "x", now=DAY)
        standings = [one for one in standings_of(ledger, asked.id) if one.status == "alert"]
        waiting = undecided(ledger, DAY + timedelta(days=5))
        assert {one.key for one in waiting} == {one.key for one in standings}
        assert {one.age for one in waiting} == {5}
        decide(ledger, asked.id, standings[0])
        assert standings[0].key not in {one.key for one in undecided(ledger, DAY + timedelta(days=5))}


def test_what_awaits_a_check_is_still_open_and_says_so(home: Home) -> None:
    asked = parts.screening()
    with Ledger.open(home) as ledger:
        ledger.record_screening(asked, "x", now=DAY)
        standing = standings_of(ledger, asked.id)[0]
        seq = decide(ledger, asked.id, standing, check=True)
        assert [one.seq for one in Register.of(ledger).awaiting()] == [seq]
        assert [one.state for one in undecided(ledger, DAY) if one.key == standing.key] == ["awaiting"]
        ledger.append(
            "approval", ApprovalBody(decision=seq, verdict="agreed", checker="Bo Kim", user="bk"), "Bo Kim", subject=standing.memory
        )
        register = Register.of(ledger)
        found = register.of_hit(asked.id, standing.key)
        assert register.awaiting() == []
        assert found is not None
        assert found.clears
        assert "checked by Bo Kim" in found.sentence()
        assert register.cleared(date(2026, 9, 9)) == [found]


def test_a_hit_found_again_keeps_the_age_of_the_first_time(home: Home) -> None:
    with Ledger.open(home) as ledger:
        for number in range(3):
            ledger.record_screening(parts.screening(id=f"S{number}"), "x", now=DAY + timedelta(days=number))
        waiting = undecided(ledger, DAY + timedelta(days=10))
        assert {(one.screening, one.age) for one in waiting} == {("S2", 10)}


@pytest.mark.parametrize(
    ("id", "own"), [("C-001", True), ("1001", True), ("row 7", False), ("KIM WON HONG", False), ("", False), ("row 8", True)]
)
def test_whose_id_it_is(id: str, own: bool) -> None:
    assert has_own_id(parts.Party(id=id, names=(parts.Name(full="KIM WON HONG"),), row=7)) is own


def test_without_an_id_the_names_are_the_party() -> None:
    def key(name: str, id: str, row: int) -> str:
        party = parts.Party(id=id, names=(parts.Name(full=name),), row=row)
        [placed] = placed_hits([parts.Result(party=party, hits=(parts.hit(parts.entity(), name, 0.9),))])
        return memory_key(placed)

    assert key("Kim Won Hong", "row 7", 7) == key("KIM  WON HONG", "row 9", 9) == key("Kim Won Hong", "Kim Won Hong", 1)
    assert key("Kim Won Hong", "row 7", 7) != key("Kim Won Hun", "row 7", 7)
    assert key("Kim Won Hong", "C-1", 7) == key("Kim Won Hun", "C-1", 9)


def test_what_changed_of_a_party_is_named() -> None:
    assert party_changes([{"names": ["a"]}], [{"names": ["b"]}], quote=False) == ("the party's names changed",)
    assert party_changes([{"names": ["a"]}], [{"names": ["a"]}]) == ()
    assert party_changes([{"names": ["a"], "birth_dates": ["1962"]}], [{"names": ["a"], "birth_dates": ["1963"]}]) == (
        "the party's birth dates: 1963 added; 1962 removed",
    )
