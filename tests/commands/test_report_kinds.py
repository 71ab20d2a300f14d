"""Certificate, alert report, follow-up and portfolio, as an officer asks for them years after the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from sanctions.home import Home
from sanctions.ledger import Ledger
from sanctions.ledger.book import Draft
from sanctions.model import Identifier, IdentifierType, Kind, PolicyInForce, Result, Screening
from sanctions.review.decisions import ApprovalBody, DispositionBody
from sanctions.review.outstanding import standings_of
from tests.calling import Done, run
from tests.workbook import parts

ID = "S-20260908-1"
DAY = datetime(2026, 9, 8, 10, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def record(home: Home, screening: Screening | None = None, *, now: datetime = DAY, keyed: bool = False) -> None:
    with Ledger.open(home) as ledger:
        ledger.record_screening(screening or parts.screening(), "Jane Roe", keyed=keyed, now=now)


def decide(home: Home, party: str, disposition: str, *, now: datetime = DAY + timedelta(hours=1), check: bool = False, **more: Any) -> int:
    """Decide every alert of a party; gives the number of the first entry."""
    with Ledger.open(home) as ledger:
        hits = [one for one in standings_of(ledger, more.get("screening", ID)) if one.party == party and one.status == "alert"]
        drafts = [
            Draft(
                kind="disposition",
                subject=one.memory,
                body=DispositionBody(
                    **{
                        "screening": ID,
                        "key": one.key,
                        "hit": 1,
                        "party": one.party,
                        "name": one.name,
                        "entity": one.entity,
                        "listed": one.listed,
                        "score": one.score,
                        "band": one.band,
                        "engine": "engine 1",
                        "disposition": disposition,
                        "code": "other birth date",
                        "rationale": "born forty years later",
                        "steps": {"kind": "yes", "likeness": "none"},
                        "decided_on": date(2026, 9, 4),
                        "maker": "Jane Roe",
                        "user": "jroe",
                        "check": check,
                    }
                    | more
                ),
            )
            for one in hits
        ]
        return ledger.append_all(drafts, "Jane Roe", now=now).seq


def report(home: Home, path: Path, *arguments: str) -> Done:
    return run(home, "report", *arguments, "-o", str(path))


def certificate(home: Home, path: Path, party: str, *more: str) -> Done:
    return report(home, path, ID, "--kind", "certificate", "--party", party, "--list", "us_ofac_sdn", *more)


class TestCertificate:
    def test_it_says_what_was_searched_and_no_more(self, home: Home, tmp_path: Path) -> None:
        record(home)
        done = certificate(home, tmp_path / "c.xlsx", "C-005")
        assert done.returncode == 0, done.stderr
        said = parts.text_of(tmp_path / "c.xlsx", "Certificate")
        for words in (
            "Certificate of no hit",
            "Northwind Camera Supplies",
            "owner: Tan Wei Ming",
            "No hit at a score of 0.80 or more on the list named below, in the copies of the dates given there.",
            "ab" * 32,
            "Not part of this certificate",
            "STALE",
            "NOT SEARCHED",
            "It never means that a party is free of sanctions",
            "50 per cent rule",
            f"sanctions report {ID} --kind certificate --party C-005 --list us_ofac_sdn --as-of",
        ):
            assert words in said
        with Ledger.open(home, write=False) as ledger:
            entry = next(ledger.entries(kind="screening", subject=ID))
        assert f"entry {entry.seq}:{entry.hash} of the ledger" in said

    @pytest.mark.parametrize(
        ("party", "lists", "code", "sentence"),
        [
            ("C-002", ["us_ofac_sdn"], 1, "There is no certificate for C-002: hit H0003 on MINISTRY OF STATE SECURITY"),
            ("C-003", ["us_ofac_sdn"], 1, "and 1 other hit"),
            ("C-006", ["us_ofac_sdn"], 1, "it was not screened. The row has no name."),
            ("C-005", [], 3, "un_sc was stale"),
            ("C-005", ["un_sc"], 3, "un_sc was stale"),
            ("C-005", ["us_ofac_sdn", "gb_uksl"], 3, "did not search it"),
            ("C-999", ["us_ofac_sdn"], 2, "There is no party 'C-999'"),
        ],
    )
    def test_it_is_refused_where_it_could_mislead(
        self, home: Home, tmp_path: Path, party: str, lists: list[str], code: int, sentence: str
    ) -> None:
        record(home)
        options = [word for one in lists for word in ("--list", one)]
        done = report(home, tmp_path / "c.xlsx", ID, "--kind", "certificate", "--party", party, *options)
        assert (done.returncode, (tmp_path / "c.xlsx").exists()) == (code, False)
        assert sentence in done.stderr

    @pytest.mark.parametrize(
        ("changes", "code", "sentence"),
        [
            ({"policy": PolicyInForce(name="trial.toml", what_if=True, mandatory=("us_ofac_sdn",))}, 1, "trial of another policy"),
            ({"policy": PolicyInForce(name="policy.toml", mandatory=("un_sc",))}, 3, "un_sc was stale"),
            ({"policy": PolicyInForce(name="policy.toml", mandatory=("gb_uksl",))}, 3, "without gb_uksl"),
            ({"coverage": ()}, 3, "nothing was searched"),
            ({"coverage": (replace(parts.COVERAGE[0], status="shrunken"),)}, 3, "us_ofac_sdn was shrunken"),
        ],
    )
    def test_the_policy_and_the_lists_decide(self, home: Home, tmp_path: Path, changes: dict[str, Any], code: int, sentence: str) -> None:
        record(home, parts.screening(**changes))
        done = report(home, tmp_path / "c.xlsx", ID, "--kind", "certificate", "--party", "C-005")
        assert done.returncode == code
        assert sentence in done.stderr

    def test_mandatory_lists_alone_are_enough(self, home: Home, tmp_path: Path) -> None:
        record(home, parts.screening(policy=PolicyInForce(name="policy.toml", mandatory=("us_ofac_sdn",))))
        done = report(home, tmp_path / "c.xlsx", ID, "--kind", "certificate", "--party", "row 5")
        assert done.returncode == 0, done.stderr

    def test_hits_that_are_decided_to_be_others_are_named(self, home: Home, tmp_path: Path) -> None:
        record(home)
        decide(home, "C-003", "false positive")
        done = certificate(home, tmp_path / "c.xlsx", "Lucky Star Trading")
        assert done.returncode == 0, done.stderr
        said = parts.text_of(tmp_path / "c.xlsx", "Certificate")
        assert "Certificate of no open hit" in said
        assert "2 hits were found and decided to be a false positive" in said
        assert "false positive by Jane Roe on 2026-09-04 (other birth date: born forty years later)" in said

    @pytest.mark.parametrize("disposition", ["true match", "undetermined", "escalate"])
    def test_any_other_decision_leaves_it_refused(self, home: Home, tmp_path: Path, disposition: str) -> None:
        record(home)
        decide(home, "C-002", disposition)
        done = certificate(home, tmp_path / "c.xlsx", "C-002")
        assert done.returncode == 1
        assert disposition in done.stderr

    def test_a_decision_that_awaits_its_check_is_none(self, home: Home, tmp_path: Path) -> None:
        record(home)
        seq = decide(home, "C-002", "false positive", check=True)
        assert certificate(home, tmp_path / "c.xlsx", "C-002").returncode == 1
        with Ledger.open(home) as ledger:
            subject = ledger.entry(seq).subject
            body = ApprovalBody(decision=seq, verdict="agreed", checker="Ann Lee", user="alee")
            ledger.append("approval", body, "Ann Lee", subject=subject)
        assert certificate(home, tmp_path / "c.xlsx", "C-002").returncode == 0
        assert "checked by Ann Lee" in parts.text_of(tmp_path / "c.xlsx", "Certificate")

    def test_a_decision_whose_review_date_has_passed_clears_no_more(self, home: Home, tmp_path: Path) -> None:
        record(home)
        decide(home, "C-002", "false positive", review_on=date(2026, 10, 1))
        assert certificate(home, tmp_path / "c.xlsx", "C-002", "--as-of", "2026-10-01").returncode == 0
        done = certificate(home, tmp_path / "d.xlsx", "C-002", "--as-of", "2026-10-02")
        assert done.returncode == 1
        assert "OPEN AGAIN: to be reviewed on 2026-10-01" in done.stderr

    def test_a_later_true_match_in_another_screening_counts(self, home: Home, tmp_path: Path) -> None:
        record(home)
        decide(home, "C-002", "false positive")
        record(home, parts.screening(id="S-2"), now=DAY + timedelta(days=1))
        decide(home, "C-002", "true match", now=DAY + timedelta(days=1, hours=1), screening="S-2")
        assert "true match" in certificate(home, tmp_path / "c.xlsx", "C-002").stderr

    def test_the_same_moment_gives_the_same_bytes_whatever_was_decided_since(self, home: Home, tmp_path: Path) -> None:
        record(home)
        decide(home, "C-002", "false positive")
        moment = "2026-09-08T12:00:00+00:00"
        (tmp_path / "then").mkdir()
        (tmp_path / "now").mkdir()
        assert certificate(home, tmp_path / "then" / "c.xlsx", "C-002", "--as-of", moment).returncode == 0
        decide(home, "C-002", "true match", now=DAY + timedelta(days=9))
        assert certificate(home, tmp_path / "now" / "c.xlsx", "C-002", "--as-of", moment).returncode == 0
        assert (tmp_path / "then" / "c.xlsx").read_bytes() == (tmp_path / "now" / "c.xlsx").read_bytes()
        assert certificate(home, tmp_path / "c.xlsx", "C-002").returncode == 1

    def test_a_keyed_ledger_knows_the_party_by_what_it_is_called(self, home: Home, tmp_path: Path) -> None:
        record(home, keyed=True)
        done = certificate(home, tmp_path / "c.xlsx", "northwind camera supplies")
        assert done.returncode == 0, done.stderr
        said = parts.text_of(tmp_path / "c.xlsx", "Certificate")
        assert "northwind camera supplies: whoever asked for this paper" in said
        assert "Tan Wei Ming" not in said


class TestAlert:
    def test_both_records_reasons_law_steps_and_history(self, home: Home, tmp_path: Path) -> None:
        record(home)
        decide(home, "C-003", "escalate")
        decide(home, "C-003", "false positive", now=DAY + timedelta(hours=2))
        done = report(home, tmp_path / "a.xlsx", ID, "--kind", "alert", "--party", "C-003")
        assert done.returncode == 0, done.stderr
        assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["Alert", "H0001", "H0002", "H0006"]
        said = parts.text_of(tmp_path / "a.xlsx", "H0001")
        for words in (
            "Ri Won Ho",
            "RI WON HO (primary name)",
            "1964-07-17",
            "passport 381310014 (North Korea)",
            "feature 0",
            "sentence 1",
            "Sum = score",
            "E.O. 13722",
            "2016-07-06",
            "Resolution 1718",
            "2 Same kind? Are both persons",
            "yes / no / not known yes",
            "escalate (in force)",
            "false positive (in force)",
            "Signature",
        ):
            assert words.casefold() in said.casefold(), words
        assert said.index("escalate (in force)") < said.index("false positive (in force)")

    @pytest.mark.parametrize(
        ("asked", "label", "share", "agreement", "right"),
        [
            (
                "IMO 7937317",
                "Vessel Registration Identification",
                0.004,
                "the same value on both sides",
                "fewer than 1 of 100 hits alike: ",
            ),
            ("7937317", "IMO", 0.86, "the same value on both sides", "86 of 100 hits alike: "),
            ("9163166", "IMO", None, "no equal value; compare by eye", "not stated: "),
        ],
    )
    def test_numbers_agree_whatever_each_side_calls_them(
        self, home: Home, tmp_path: Path, asked: str, label: str, share: float | None, agreement: str, right: str
    ) -> None:
        number = Identifier(type=IdentifierType.IMO, value="7937317", label=label)
        target = parts.entity("us_ofac_sdn:17069", "CHONG CHON GANG", kind=Kind.VESSEL, identifiers=(number,))
        ship = replace(parts.party(2, "Chong Chon Gang"), identifiers=(Identifier(type=IdentifierType.IMO, value=asked),))
        hit = replace(parts.hit(target, "Chong Chon Gang", 0.96), right_share=share, right_basis="what it rests on")
        record(home, parts.screening(results=(Result(party=ship, hits=(hit,)),)))
        assert report(home, tmp_path / "a.xlsx", ID, "--kind", "alert", "--party", "C-002").returncode == 0
        said = parts.text_of(tmp_path / "a.xlsx", "H0001")
        assert agreement in said
        assert f"{right}what it rests on" in said

    def test_one_hit_alone(self, home: Home, tmp_path: Path) -> None:
        record(home)
        assert report(home, tmp_path / "a.xlsx", ID, "--kind", "alert", "--hit", "H0003").returncode == 0
        assert load_workbook(tmp_path / "a.xlsx").sheetnames == ["Alert", "H0003"]

    @pytest.mark.parametrize(
        ("hits", "sentence"), [(["H0001", "H0003"], "several parties"), (["H0099"], "has no hit H0099. Its hits are H0001 to H0006.")]
    )
    def test_hits_that_cannot_be_shown(self, home: Home, tmp_path: Path, hits: list[str], sentence: str) -> None:
        record(home)
        done = report(home, tmp_path / "a.xlsx", ID, "--kind", "alert", *(word for hit in hits for word in ("--hit", hit)))
        assert done.returncode == 2
        assert sentence in done.stderr

    def test_a_party_without_hits_is_said_so(self, home: Home, tmp_path: Path) -> None:
        record(home)
        assert report(home, tmp_path / "a.xlsx", ID, "--kind", "alert", "--party", "C-005").returncode == 0
        assert "No hit at 0.80 or more" in parts.text_of(tmp_path / "a.xlsx", "Alert")


class TestFollowUp:
    def test_true_matches_have_their_dates(self, home: Home, tmp_path: Path) -> None:
        record(home)
        decide(home, "C-003", "true match", check=True)
        decide(home, "C-002", "false positive")
        assert report(home, tmp_path / "f.xlsx", ID, "--kind", "follow-up").returncode == 0
        rows = {row["Entry"]: row for row in parts.table(tmp_path / "f.xlsx", "TrueMatches")}
        assert set(rows) == {"us_ofac_sdn:20129", "un_sc:KPi.033"}
        ofac, un = rows["us_ofac_sdn:20129"], rows["un_sc:KPi.033"]
        assert ofac["Report due if blocked or rejected on that day"].date() == date(2026, 9, 21)  # Labor Day lies between
        assert ofac["Annual report due"].date() == date(2027, 9, 30)
        assert ofac["Keep records at least until"].date() == date(2036, 9, 4)
        assert un["Report due if blocked or rejected on that day"] == "not OFAC's: not counted here"
        assert "2 of them await a second person's check" in parts.text_of(tmp_path / "f.xlsx", "Follow-up")
        days = {row["Blocked or rejected on"].date(): row for row in parts.table(tmp_path / "f.xlsx", "Calendar")}
        assert days[date(2026, 11, 24)]["Report due"].date() == date(2026, 12, 9)
        assert days[date(2026, 11, 24)]["Holidays in between"] == "2026-11-26, Thanksgiving Day"

    def test_without_one_it_says_so(self, home: Home, tmp_path: Path) -> None:
        record(home)
        assert report(home, tmp_path / "f.xlsx", ID, "--kind", "follow-up").returncode == 0
        assert "nothing is to be followed up" in parts.text_of(tmp_path / "f.xlsx", "Follow-up")


class TestPortfolio:
    @pytest.fixture
    def written(self, home: Home, tmp_path: Path) -> Path:
        """Two screenings of one book, a trial that does not count, and two decisions; seen forty days later."""
        record(home)
        record(home, parts.screening(id="S-2"), now=DAY + timedelta(days=30))
        trial = PolicyInForce(name="trial.toml", what_if=True)
        record(home, parts.screening(id="S-3", policy=trial), now=DAY + timedelta(days=31))
        later = DAY + timedelta(days=32)
        decide(home, "C-007", "false positive", now=later, screening="S-2")
        decide(home, "C-002", "true match", check=True, now=later, screening="S-2")
        path = tmp_path / "p.xlsx"
        done = report(home, path, "--kind", "portfolio", "--as-of", (DAY + timedelta(days=40)).isoformat())
        assert done.returncode == 0, done.stderr
        return path

    def test_a_party_and_a_target_count_once(self, written: Path) -> None:
        said = parts.text_of(written, "Portfolio")
        assert "4 alerts on 4 parties; 3 undecided." in said  # a director is a party of its own
        assert "The oldest undecided alert was first found 40 days ago." in said
        assert [row["Screening"] for row in parts.table(written, "Screenings")] == [ID, "S-2"]

    @pytest.mark.parametrize(
        ("label", "number"),
        [
            ("strong", 2),
            ("probable", 1),
            ("possible", 1),
            ("us_ofac_sdn", 2),
            ("0.96", 1),
            ("0.98 to 1", 1),
            ("31 to 90 days", 3),
            ("false positive", 1),
            ("awaiting a check", 1),
            ("open", 2),
        ],
    )
    def test_its_figures(self, written: Path, label: str, number: int) -> None:
        assert (label, number) in [(row[0], row[1]) for row in parts.cells(written, "Portfolio")]

    def test_each_table_has_a_chart_that_excel_draws(self, written: Path) -> None:
        assert len(load_workbook(written)["Portfolio"]._charts) == 5  # type: ignore[attr-defined]

    def test_what_is_undecided_is_listed_the_oldest_first(self, written: Path) -> None:
        rows = parts.table(written, "Undecided")
        assert {(row["Party ID"], row["Age, days"], row["State"]) for row in rows} == {
            ("C-003", 40, "open"),
            ("C-002", 40, "awaiting a check"),
        }

    def test_before_the_decisions_all_was_open(self, home: Home, written: Path) -> None:
        earlier = written.with_name("earlier.xlsx")
        assert report(home, earlier, "--kind", "portfolio", "--as-of", (DAY + timedelta(minutes=30)).isoformat()).returncode == 0
        assert "4 alerts on 4 parties; 4 undecided." in parts.text_of(earlier, "Portfolio")

    def test_of_an_empty_ledger(self, home: Home, tmp_path: Path) -> None:
        assert report(home, tmp_path / "p.xlsx", "--kind", "portfolio").returncode == 0
        assert "No screening is recorded." in parts.text_of(tmp_path / "p.xlsx", "Portfolio")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--kind", "certificate"], "is of one SCREENING"),
        ([ID, "--kind", "certificate"], "name it with --party"),
        ([ID, "--as-of", "2026-09-09"], "the full report is always that of the day"),
        ([ID, "--kind", "alert"], "name them with --party or --hit"),
        ([ID, "--party", "C-005"], "--party goes with --kind certificate or alert"),
        ([ID, "--kind", "follow-up", "--hit", "H0001"], "--hit goes with --kind alert"),
        ([ID, "--kind", "alert", "--party", "C-005", "--list", "un_sc"], "--list goes with --kind certificate"),
        (["S-none", "--kind", "portfolio"], "holds no screening S-none"),
        (["S-none", "--kind", "follow-up"], "holds no screening 'S-none'"),
    ],
)
def test_requests_that_contradict_themselves(home: Home, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    record(home)
    done = report(home, tmp_path / "x.xlsx", *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr


@pytest.mark.parametrize("kind", ["certificate", "alert", "follow-up", "portfolio"])
def test_the_papers_are_workbooks(home: Home, tmp_path: Path, kind: str) -> None:
    record(home)
    done = report(home, tmp_path / "x.csv", ID, "--kind", kind, "--party", "C-005")
    assert done.returncode == 2
    assert "must end in .xlsx" in done.stderr


HOSTILE = '=HYPERLINK("http://evil.example","x")'


@pytest.mark.parametrize(
    "make",
    [
        lambda path, home: report(home, path, ID, "--kind", "alert", "--party", "C-008"),
        lambda path, home: report(home, path, ID, "--kind", "follow-up"),
        lambda path, home: report(home, path, "--kind", "portfolio"),
    ],
    ids=["alert", "follow-up", "portfolio"],
)
def test_nothing_that_a_list_or_a_book_says_is_live(home: Home, tmp_path: Path, make: Callable[[Path, Home], Done]) -> None:
    target = replace(parts.entity(), names=(parts.Name(full=HOSTILE, primary=True),), remarks="\x00=1+1", url="http://evil.example")
    party = replace(parts.party(8, HOSTILE), extra={HOSTILE: HOSTILE})
    record(home, parts.screening(results=(parts.Result(party=party, hits=(parts.hit(target, HOSTILE, 0.9),)),)))
    decide(home, "C-008", "true match", rationale=HOSTILE, maker=HOSTILE)
    assert make(tmp_path / "x.xlsx", home).returncode == 0
    assert parts.formulas(tmp_path / "x.xlsx") == []
    assert parts.outside_links(tmp_path / "x.xlsx") == []
