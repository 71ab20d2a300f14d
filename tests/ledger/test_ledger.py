"""What is recorded comes back as it was; pruning is an entry; the export can be checked without the package."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.errors import StoreError, UsageError
from sanctions.home import Home
from sanctions.ledger import Ledger, Reference, UnwritableLedgerError, verify
from sanctions.ledger.chain import entry_hash
from sanctions.ledger.database import packed, unpacked
from sanctions.ledger.words import line, sentence
from sanctions.model import Name, Party, PolicyInForce, Reason, RelatedParty, Result
from tests.ledger.conftest import DAY
from tests.workbook import parts


def test_a_screening_comes_back_equal(home: Home) -> None:
    asked = parts.screening(policy=PolicyInForce(name="policy.toml", sha256="ab", terms=("Threshold 0.8.",), unmet=("un_sc is stale",)))
    with Ledger.open(home) as ledger:
        entry = ledger.record_screening(asked, "Jane Roe", notes={"file": "a.csv"}, now=DAY)
        assert ledger.screening(asked.id) == asked
        back = ledger.recorded(asked.id)
    assert (back.time, back.actor, back.notes, back.reference) == (DAY, "Jane Roe", {"file": "a.csv"}, None)
    assert entry.kind == "screening"


def test_many_parties_come_back_in_their_order(home: Home) -> None:
    results = tuple(
        Result(party=Party(id=str(n), names=(Name(full=f"Party {n}"),), row=n), rejected="bad" if n % 7 == 0 else None) for n in range(1203)
    )
    asked = parts.screening(results=(*results, *parts.screening().results))
    with Ledger.open(home) as ledger:
        ledger.record_screening(asked, "x")
        assert ledger.screening(asked.id).results == asked.results
        (summary,) = ledger.screenings()
    assert (summary.parties, summary.rejected) == (len(asked.results), sum(bool(one.rejected) for one in asked.results))


def test_what_reports_quote_is_kept_once(home: Home) -> None:
    made = []

    def make() -> dict[str, object]:
        made.append(1)
        return {"frameworks": {"a": 1}}

    with Ledger.open(home) as ledger:
        for number in range(3):
            asked = parts.screening(id=f"S{number}")
            ledger.record_screening(asked, "x", reference=Reference(key="k1", make=make))
        assert [one.subject for one in ledger.entries(kind="reference")] == ["k1"]
        assert ledger.recorded("S2").reference == {"frameworks": {"a": 1}}
    assert made == [1]


def test_an_unknown_screening_or_entry_is_said(kept: Home) -> None:
    with Ledger.open(kept, write=False) as ledger:
        with pytest.raises(UsageError, match="no screening 'S0'"):
            ledger.screening("S0")
        with pytest.raises(UsageError, match="no entry 999"):
            ledger.entry(999)


def test_an_absent_ledger_reads_as_empty_and_is_not_made(home: Home) -> None:
    with Ledger.open(home, write=False) as ledger:
        assert list(ledger.entries()) == []
        assert ledger.head() is None
        with pytest.raises(StoreError, match="reading alone"):
            ledger.append("policy", {}, "x")
    assert not home.root.exists()
    assert verify(home).intact


@pytest.mark.parametrize("statement", ["UPDATE entries SET actor = 'x'", "DELETE FROM entries", "DELETE FROM entries WHERE seq = 1"])
def test_the_database_refuses_changes(kept: Home, statement: str) -> None:
    connection = sqlite3.connect(kept.ledger)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


def test_a_failure_in_the_middle_records_nothing(kept: Home) -> None:
    before = verify(kept)
    asked = parts.screening(id="S-broken")
    with Ledger.open(kept) as ledger:
        with pytest.raises(TypeError):
            ledger.record_screening(asked, "x", reference=Reference(key="k", make=lambda: {"a": object()}))
        assert [one.id for one in ledger.screenings() if one.id == "S-broken"] == []
    assert verify(kept) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_the_files(home: Home) -> None:
    with Ledger.open(home) as ledger:
        ledger.record_screening(parts.screening(), "x", keyed=True)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (home.ledger, home.ledger_key)] == [0o600, 0o600]


def test_a_home_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("x")
    with pytest.raises((UnwritableLedgerError, StoreError)):
        Ledger.open(Home(tmp_path / "home"))


def test_the_export_can_be_walked_by_anybody(kept: Home) -> None:
    """The hash made by hand from a line of the export, as the package's text describes it."""
    previous = "0" * 64
    with Ledger.open(kept, write=False) as ledger:
        for entry in ledger.entries():
            shown = json.loads(line(entry))
            body = json.dumps(shown["body"], ensure_ascii=False, separators=(",", ":"))
            fields = (
                "sanctions.ledger/1",
                str(shown["seq"]),
                *(shown[name] for name in ("kind", "time", "actor", "subject")),
                body,
                previous,
            )
            text = b"".join(f"{len(field.encode())}:{field},".encode() for field in fields)
            assert hashlib.sha256(text).hexdigest() == shown["hash"]
            assert sentence(entry)
            previous = shown["hash"]


def at(years: int) -> datetime:
    return datetime(2026, 11, 23, tzinfo=UTC) - timedelta(days=round(365.25 * years))


def aged(home: Home) -> list[str]:
    """A ledger with a screening in each of the last twelve years, all quoting one reference."""
    ids = [f"S-{years}" for years in range(12, 0, -1)]
    with Ledger.open(home) as ledger:
        ledger.append("policy", {"name": "p", "sha256": "ab", "reason": "first"}, "x", subject="ab", now=at(12))
        for years, id in zip(range(12, 0, -1), ids, strict=True):
            ledger.record_screening(parts.screening(id=id), "x", reference=Reference(key="k", make=lambda: {"a": 1}), now=at(years))
    return ids


def test_pruning_is_an_entry_and_the_rest_still_hangs_together(home: Home) -> None:
    ids = aged(home)
    before = verify(home).head
    with Ledger.open(home) as ledger:
        entry = ledger.prune(at(10), "Jane Roe", "retention")
        assert entry is not None
        assert [one.id for one in ledger.screenings()] == ids[2:]
        assert ledger.recorded("S-1").reference == {"a": 1}
        policy = ledger.last("policy")
        assert policy is not None
        assert policy.content["sha256"] == "ab"
    found = verify(home, (before,) if before else ())
    assert found.intact, found.problem
    assert found.first == entry.content["last"] + 1
    assert "were pruned" in found.notes[0]
    assert b"S-12" not in home.ledger.read_bytes()


def test_pruning_what_is_not_that_old_does_nothing(home: Home) -> None:
    aged(home)
    with Ledger.open(home) as ledger:
        assert ledger.prune(at(50), "x", "none") is None
    assert verify(home).first == 1


def test_everything_can_be_pruned_and_the_ledger_goes_on(home: Home) -> None:
    aged(home)
    with Ledger.open(home) as ledger:
        ledger.prune(at(0), "x", "all")
        ledger.append("refresh", {"lists": []}, "x")
        ledger.prune(datetime.now(UTC) + timedelta(days=1), "x", "again")
        ledger.append("refresh", {"lists": []}, "x")
    found = verify(home)
    assert found.intact, found.problem


def test_a_pruning_covers_no_more_than_it_says(home: Home) -> None:
    aged(home)
    with Ledger.open(home) as ledger:
        ledger.prune(at(10), "x", "retention")
    first = verify(home).first
    connection = sqlite3.connect(home.ledger)
    connection.execute("DROP TRIGGER entries_no_delete")
    connection.execute("DELETE FROM entries WHERE seq = ?", (first,))
    from sanctions.ledger.database import NO_DELETE

    connection.execute(NO_DELETE)
    connection.commit()
    connection.close()
    assert "no pruning is recorded" in (verify(home).problem or "")


FIELDS = st.fixed_dictionaries(
    {
        "seq": st.integers(1, 2**40),
        "kind": st.text(max_size=5),
        "time": st.text(max_size=5),
        "actor": st.text(max_size=5),
        "subject": st.text(max_size=5),
        "body": st.binary(max_size=8),
        "previous": st.text(max_size=5),
    }
)


@given(FIELDS, FIELDS)
def test_two_entries_have_one_hash_only_if_they_are_equal(left: dict[str, object], right: dict[str, object]) -> None:
    assert (entry_hash(**left) == entry_hash(**right)) == (left == right)  # type: ignore[arg-type]


@given(st.binary(max_size=5000).map(lambda data: b"{" + data))
def test_packed_bodies_come_back(body: bytes) -> None:
    assert unpacked(packed(body)) == body


def secret(name: str = "Kim Won-hong") -> Party:
    owner = RelatedParty(role="owner", party=Party(id="o", names=(Name(full="Pak Chol Su"),)))
    return Party(id=name, names=(Name(full=name, primary=True),), related=(owner,), extra={"Contact": "Mrs Hidden"})


def test_with_keyed_names_no_word_of_a_name_is_in_the_file(home: Home) -> None:
    hit = parts.screening().results[0].hits[0]
    from msgspec.structs import replace

    reasons = (*hit.comparison.reasons, Reason(feature="x", points=0.0, detail="KIM WÓN against KIM WON HONG", asked="kim", listed="kim"))
    told = replace(hit, comparison=replace(hit.comparison, asked="Kim Won-hong", reasons=reasons), subject="Pak Chol Su", role="owner")
    asked = parts.screening(
        results=(Result(party=secret(), hits=(told,), warnings=("the date of Kim Won-hong is odd",)),),
        command="sanctions screen 'Kim Won-hong'",
    )
    with Ledger.open(home) as ledger:
        ledger.record_screening(asked, "x", keyed=True, notes={"file": "b.csv", "warnings": ["row 1: Kim Won-hong"]})
        text = b"\n".join(line(entry) for entry in ledger.entries()).decode().casefold()
        back = ledger.screening(asked.id)
    for word in ("won-hong", "won hong", "wón", "chol su", "hidden"):
        assert word not in text.replace(hit.entity.name.casefold(), "")
    assert back.results[0].hits[0].score == hit.score
    assert back.results[0].hits[0].entity == hit.entity
    assert back.results[0].party.name.startswith("name:")


def test_the_same_name_has_the_same_token_in_one_home_and_another_elsewhere(tmp_path: Path) -> None:
    from sanctions.ledger.keys import Keyed, key_of

    one, other = (Keyed(key_of(Home(tmp_path / place))) for place in ("a", "b"))
    assert one.token("Kim  Won-hong") == one.token("KIM WON-HONG") == Keyed(key_of(Home(tmp_path / "a"))).token("kim won-hong")
    assert one.token("Kim") != other.token("Kim")
    assert one.token("Kim") != one.token("Kin")
