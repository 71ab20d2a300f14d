"""The workbook as an officer reads it: every party is somewhere, every count adds up, every score is explained."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from sanctions import __version__
from sanctions.model import Name, Party, Result
from sanctions.workbook import layout, words
from sanctions.workbook.contents import count, findings
from sanctions.workbook.hits import ANSWERS
from tests.workbook import parts

SHEETS = ["Summary", "Hits", "No hits", "Not screened", "Explanation", "Lists searched", "Legal basis", "Method"]
OFAC_PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id={id}"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.xlsx"
    parts.write(path)
    return path


def test_sheets_stand_in_the_order_of_reading(report: Path) -> None:
    assert load_workbook(report).sheetnames == SHEETS


def test_every_row_of_the_book_is_on_exactly_one_sheet(report: Path) -> None:
    with_alert = {row["Party ID"] for row in parts.table(report, "Hits") if row["Status"] == "alert"}
    without = {row["Party ID"] for row in parts.table(report, "NoHits")}
    rejected = {row["Party ID"] for row in parts.table(report, "NotScreened")}
    assert with_alert == {"C-002", "C-003", "C-007"}
    assert without == {"C-004", "C-005"}
    assert rejected == {"C-006"}


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Rows read", 8),
        ("– screened", 5),
        ("– rejected", 1),
        ("– blank", 2),
        ("Parties with an alert", 3),
        ("Parties without an alert", 2),
        ("Alerts", 4),
        ("Recorded weak hits", 2),
        ("Related persons screened", 3),
    ],
)
def test_the_summary_counts(report: Path, label: str, number: int) -> None:
    assert {row[0]: row[1] for row in parts.cells(report, "Summary")}[label] == number


def test_counts_of_the_sheets_are_those_of_the_summary(report: Path) -> None:
    counts = count(parts.screening(), parts.notes())
    rows = parts.table(report, "Hits")
    assert sum(row["Status"] == "alert" for row in rows) == counts.alerts
    assert len(rows) == counts.alerts + counts.recorded
    assert len(parts.table(report, "NoHits")) == counts.without_alerts
    assert len(parts.table(report, "NotScreened")) == counts.rejected
    assert counts.read == counts.screened + counts.rejected + counts.blank
    assert counts.mismatch is None


@pytest.mark.parametrize("changes", [{"rows_read": 9}, {"rows_blank": 0}, {"rows_screened": 4}, {"rows_rejected": 0}])
def test_counts_that_do_not_add_up_are_said_in_red(tmp_path: Path, changes: dict[str, int]) -> None:
    parts.write(tmp_path / "r.xlsx", notes=parts.notes(**changes))
    assert "THE COUNTS DO NOT ADD UP" in parts.text_of(tmp_path / "r.xlsx", "Summary")


def test_the_strongest_party_comes_first_and_weak_hits_last(report: Path) -> None:
    rows = parts.table(report, "Hits")
    assert [row["Party ID"] for row in rows] == ["C-003", "C-003", "C-002", "C-007", "C-004", "C-003"]
    assert [row["Score"] for row in rows] == [1.0, 0.83, 0.96, 0.9, 0.87, 0.85]
    assert [row["Status"] for row in rows] == ["alert"] * 4 + ["recorded (weak alias alone)"] * 2
    assert [row["Band"] for row in rows[:4]] == ["strong", "possible", "strong", "probable"]


def test_a_hit_of_a_related_person_stands_under_its_party(report: Path) -> None:
    row = parts.table(report, "Hits")[0]
    assert row["Party"] == "Lucky Star Trading"
    assert row["Who was hit"] == "director: Ri Won Ho"
    assert row["Name asked"] == "Ri Won Ho"
    assert row["Listed name"] == "RI WON HO"
    assert (row["List"], row["Entry"], row["Kind"], row["Programme"]) == ("un_sc", "KPi.033", "person", "DPRK")
    assert row["Listed on"].date() == date(2016, 7, 6)
    assert "born: asked – | listed 1964-07-17" in row["Particulars compared"]
    assert "passport 381310014 (North Korea)" in row["Particulars compared"]


def test_a_weak_alias_is_named_as_such(report: Path) -> None:
    assert parts.table(report, "Hits")[-1]["Matched name"] == "MSS\n(weak alias)"


def test_reasons_are_given_in_words_with_their_points(report: Path) -> None:
    assert parts.table(report, "Hits")[0]["Why"].split("\n") == ["+0.9600  sentence 0", "+0.0500  sentence 1", "-0.0100  sentence 2"]


def test_the_points_of_every_hit_add_up_to_its_score(report: Path) -> None:
    scores = {row["Hit"]: row["Score"] for row in parts.table(report, "Hits")}
    explained: dict[str, list[dict[str, Any]]] = {}
    for row in parts.table(report, "Explanation"):
        explained.setdefault(row["Hit"], []).append(row)
    assert explained.keys() == scores.keys()
    for number, rows in explained.items():
        *features, total = rows
        assert total["Feature"] == "Sum = score"
        assert total["Points"] == scores[number]
        assert sum(row["Points"] for row in features) == pytest.approx(scores[number], abs=1e-9)
        assert total["In words"] == "The points above add up to this score."


def test_points_that_do_not_add_up_are_called_a_fault(tmp_path: Path) -> None:
    bad = parts.hit(parts.entity(), "X", 0.9)
    bad = replace(bad, comparison=replace(bad.comparison, score=0.95))
    parts.write(tmp_path / "r.xlsx", parts.screening(results=(Result(party=parts.party(2, "X"), hits=(bad,)),)), notes=None)
    assert parts.table(tmp_path / "r.xlsx", "Explanation")[-1]["In words"].startswith("FAULT")


def test_what_was_not_searched_is_said_first(report: Path) -> None:
    said = parts.text_of(report, "Summary")
    assert "NOT SEARCHED: gb_uksl (UK Sanctions List) – no copy held; never refreshed." in said
    assert "STALE – older than it should be: un_sc (Consolidated List) – published 2026-02-27." in said
    assert said.index("NOT SEARCHED") < said.index("Question")
    assert "1 list was not searched." in said
    assert "NOT SEARCHED: gb_uksl." in parts.text_of(report, "No hits")


def test_a_list_that_was_not_searched_is_no_part_of_the_answer(report: Path) -> None:
    assert {row["Outcome"] for row in parts.table(report, "NoHits")} == {"no hit at ≥ 0.80 on 2 lists as of the dates above"}


def test_nobody_is_called_clear(report: Path) -> None:
    for sheet in SHEETS:
        assert not re.search(r"\bclear(ed)?\b", parts.text_of(report, sheet), re.I)


def test_the_limits_are_in_plain_words(report: Path) -> None:
    said = parts.text_of(report, "Summary")
    for words_of_it in (
        "a similarity, not an identity",
        "50 per cent rule",
        "never means that a party is free of sanctions",
        "approximately",
    ):
        assert words_of_it in said


def test_every_list_is_documented(report: Path) -> None:
    rows = {row["List"]: row for row in parts.table(report, "ListsSearched")}
    assert rows["us_ofac_sdn"]["SHA-256 of the copy"] == "ab" * 32
    assert rows["us_ofac_sdn"]["Entries"] == 14965
    assert str(rows["us_ofac_sdn"]["Retrieved (UTC)"]) == "2026-09-08 09:30:00"
    assert rows["us_ofac_sdn"]["Published"].date() == date(2026, 8, 20)
    assert [rows[key]["State"] for key in rows] == ["current", "STALE – older than it should be", "NOT SEARCHED – no copy held"]


def test_programmes_are_explained_or_named_as_unmapped(report: Path) -> None:
    rows = parts.table(report, "LegalBasis")
    assert {row["Programme"] for row in rows} == {"DPRK", "DPRK3", "XYZ-9"}
    unmapped = next(row for row in rows if row["Programme"] == "XYZ-9")
    assert unmapped["Instrument"] == "not mapped to an instrument in this toolkit"
    mapped = next(row for row in rows if row["Programme"] == "DPRK3")
    assert "13722" in mapped["Instrument"]
    assert mapped["Hits"] == 4
    assert mapped["Publisher's own words"] == "E.O. 13722"
    assert mapped["What follows"]
    assert mapped["How far this was checked"]


def test_an_entity_without_a_programme_is_on_the_legal_basis_sheet_too(tmp_path: Path) -> None:
    bare = parts.hit(parts.entity("us_csl:1", "X", listings=()), "X", 0.9)
    parts.write(tmp_path / "r.xlsx", parts.screening(results=(Result(party=parts.party(2, "X"), hits=(bare,)),)), notes=None)
    assert parts.table(tmp_path / "r.xlsx", "LegalBasis")[0]["Programme"] == "(none stated)"


def test_the_method_is_stated(report: Path) -> None:
    said = parts.text_of(report, "Method")
    for piece in (
        "engine 1",
        "0.80: a comparison",
        "sanctions batch clients.csv -o report.xlsx",
        f"toolkit {__version__}",
        "12" * 32,
        "Prussia",
    ):
        assert piece in said
    assert [(row["Feature"], row["Weight"]) for row in parts.table(report, "Features")] == [("name", "0.96"), ("birth date", "0.1")]
    assert [(row["Heading in the book"], row["Read"]) for row in parts.table(report, "BookColumns")] == [
        ("Company", "yes"),
        ("Sales rep", "NOT READ"),
    ]


def test_a_demo_is_marked_on_every_sheet(tmp_path: Path) -> None:
    parts.write(tmp_path / "r.xlsx", parts.screening(demo=True))
    for sheet in load_workbook(tmp_path / "r.xlsx").worksheets:
        assert words.DEMO in parts.text_of(tmp_path / "r.xlsx", sheet.title)
        assert sheet.oddHeader.center.text == words.DEMO


def test_an_overlay_is_named(tmp_path: Path) -> None:
    parts.write(tmp_path / "r.xlsx", parts.screening(overlay="my_list"))
    assert "my_list" in parts.text_of(tmp_path / "r.xlsx", "Summary")
    assert "my_list" in parts.text_of(tmp_path / "r.xlsx", "Method")


def test_how_often_such_hits_are_right_is_a_table_of_its_own(tmp_path: Path) -> None:
    told, numbers, decided = "persons by name alone", "30 of 1,077 IMO numbers", "24 of 24 hits that were decided here: persons"
    shares = ((0.65, told), (0.65, told), (0.004, told), (None, numbers), (1.0, decided))
    hits = tuple(replace(parts.hit(parts.entity(), "MSS", 0.96), right_share=share, right_basis=basis) for share, basis in shares)
    parts.write(tmp_path / "r.xlsx", parts.screening(results=(Result(party=parts.party(2, "MSS"), hits=hits),)))
    assert [tuple(row.values()) for row in parts.table(tmp_path / "r.xlsx", "HitsWorth")] == [
        ("65 of 100", "a measurement", told),
        ("fewer than 1 of 100", "a measurement", told),
        ("not stated", "the lists", numbers),
        ("more than 99 of 100", "decisions here", decided),
    ]
    assert [row["Right of 100"] for row in parts.table(tmp_path / "r.xlsx", "Hits")] == [65, 65, "<1", "–", ">99"]
    parts.write(tmp_path / "none.xlsx")
    assert "It was not measured for the hits of this report." in parts.text_of(tmp_path / "none.xlsx", "Method")


def test_one_name_without_a_book(tmp_path: Path) -> None:
    alone = Party(id="1", names=(Name(full="Blue Heron Fisheries"),))
    parts.write(tmp_path / "r.xlsx", parts.screening(results=(Result(party=alone),), book=None, command=None), notes=None)
    said = parts.text_of(tmp_path / "r.xlsx", "Summary")
    assert "Does any name of “Blue Heron Fisheries” match an entry of the 2 lists searched" in said
    assert "No hit at 0.80 or more on the lists searched, as of their dates. 1 list was not searched." in said
    assert "No hit at 0.80 or more" in parts.text_of(tmp_path / "r.xlsx", "Hits")


def test_nothing_searched_is_no_answer(tmp_path: Path) -> None:
    parts.write(tmp_path / "r.xlsx", parts.screening(coverage=(), results=()), notes=None)
    assert "NOTHING WAS SEARCHED" in parts.text_of(tmp_path / "r.xlsx", "Summary")


class TestLinks:
    """A link is live only if our own definition of the list makes it."""

    @pytest.mark.parametrize(
        ("number", "url", "template", "live"),
        [
            ("20129", OFAC_PAGE.replace("{id}", "20129"), OFAC_PAGE, True),
            ("20129", None, OFAC_PAGE, True),
            ("20129", "https://evil.example/", OFAC_PAGE, False),
            ("20129", "http://bit.ly/1MLgpye", None, False),
            ("20129&x=y", None, OFAC_PAGE, False),
            ('1"><script>', None, OFAC_PAGE, False),
            ("20129", None, "http://plain.example/{id}", False),
            ("20129", "javascript:alert(1)", "javascript:{id}", False),
            ("20129", None, None, False),
        ],
    )
    def test_which(self, tmp_path: Path, number: str, url: str | None, template: str | None, live: bool) -> None:
        found = parts.hit(parts.entity(f"us_ofac_sdn:{number}", url=url), "X", 0.9)
        one = parts.screening(results=(Result(party=parts.party(2, "X"), hits=(found,)),))
        definitions = {"us_ofac_sdn": SimpleNamespace(extract_of=None, entity_url=template)}
        parts.write(tmp_path / "r.xlsx", one, notes=None, definitions=definitions)
        assert parts.outside_links(tmp_path / "r.xlsx") == ([OFAC_PAGE.replace("{id}", "20129")] if live else [])
        assert live or parts.table(tmp_path / "r.xlsx", "Hits")[0]["Publisher's page"] == (url or "–")

    def test_none_without_definitions(self, report: Path) -> None:
        assert parts.outside_links(report) == []


class TestHostile:
    """A book and a list that want to run something."""

    EVIL = '=HYPERLINK("http://evil.example","x")'

    def test_nothing_is_live_anywhere(self, tmp_path: Path) -> None:
        evil = self.EVIL
        target = parts.entity("us_csl:=1+1", evil, programme=evil, remarks=evil, url=evil)
        result = Result(
            party=parts.party(2, evil, (evil, evil), id=evil), hits=(parts.hit(target, evil, 0.9), parts.hit(target, evil, 0.9, role=evil))
        )
        one = parts.screening(
            id=evil,
            results=(result, Result(party=parts.party(3, "", id=evil), rejected=evil), Result(party=parts.party(4, "\x00\ud800" + evil))),
            book=evil,
            command=evil,
            overlay=evil,
            engine=evil,
            coverage=tuple(replace(part, list=evil, title=evil, publisher=evil, note=evil, published=evil) for part in parts.COVERAGE),
        )
        features = [replace(parts.FEATURES[0], name=evil, weight=evil, docstring=evil)]
        notes = parts.notes(file=evil, columns={evil: evil}, warnings=(evil,), rows_read=5, rows_screened=2, rows_blank=2)
        parts.write(tmp_path / "r.xlsx", one, features=features, notes=notes)
        assert parts.formulas(tmp_path / "r.xlsx") == []
        assert parts.outside_links(tmp_path / "r.xlsx") == []
        for sheet in load_workbook(tmp_path / "r.xlsx").worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type != "f"
                    if isinstance(cell.value, str) and cell.value.startswith("="):
                        assert cell.quotePrefix or cell.value.startswith("= "), (sheet.title, cell.coordinate)

    def test_a_footer_runs_no_codes(self, tmp_path: Path) -> None:
        parts.write(tmp_path / "r.xlsx", parts.screening(id="A&B &D &P"))
        raw = load_workbook(tmp_path / "r.xlsx")["Hits"].oddFooter.left.text
        assert raw == "Report A&&B &&D &&P"


class TestShape:
    """What Excel asks of a file so that it opens without a repair."""

    def test_tables(self, report: Path) -> None:
        book = load_workbook(report)
        names = [name for sheet in book.worksheets for name in sheet.tables]
        assert sorted(names) == sorted(
            ["Hits", "NoHits", "NotScreened", "Explanation", "ListsSearched", "LegalBasis", "Features", "BookColumns"]
        )
        for sheet in book.worksheets:
            assert len(sheet.title) <= 31
            assert sheet.auto_filter.ref is None, "a table brings its own filter"
            for table in sheet.tables.values():
                head, *rows = sheet[table.ref]
                headings = [cell.value for cell in head]
                assert len(set(headings)) == len(headings)
                assert all(isinstance(heading, str) for heading in headings)
                assert [column.name for column in table.tableColumns] == headings
                assert rows, "a table without rows is none"

    def test_an_empty_report_has_no_empty_tables(self, tmp_path: Path) -> None:
        parts.write(tmp_path / "r.xlsx", parts.screening(results=()), notes=None, features=())
        tables = [name for sheet in load_workbook(tmp_path / "r.xlsx").worksheets for name in sheet.tables]
        assert tables == ["ListsSearched"]

    def test_drop_downs(self, report: Path) -> None:
        sheet = load_workbook(report)["Hits"]
        rules = {rule.promptTitle: rule for rule in sheet.data_validations.dataValidation}
        choice, when = rules["Disposition"], rules["Decided on"]
        assert "other birth date" in rules["Reason code"].formula1
        assert all(len(rule.formula1) <= 257 and len(rule.promptTitle) <= 32 for rule in rules.values())
        assert choice.formula1 == '"true match,false positive,undetermined,escalate"'
        assert len(choice.formula1) <= 257
        assert when.type == "date"
        letters = {cell.value: cell.column_letter for cell in next(iter(sheet[sheet.tables["Hits"].ref]))}
        assert str(choice.sqref).startswith(letters["Disposition"])
        assert str(when.sqref).startswith(letters["Decided on"])

    def test_only_answers_can_be_changed_and_the_key_is_hidden(self, report: Path) -> None:
        sheet = load_workbook(report)["Hits"]
        assert sheet.protection.sheet
        assert not sheet.protection.autoFilter
        head, *rows = sheet[sheet.tables["Hits"].ref]
        answers = {column.heading for column in ANSWERS}
        assert {head[place].value for row in rows for place, cell in enumerate(row) if not cell.protection.locked} == answers
        assert head[-1].value == "Key"
        assert sheet.column_dimensions[head[-1].column_letter].hidden
        assert all(row[-1].value.startswith("S-20260908-1/") for row in rows)

    def test_headings_stay_in_sight_and_on_every_page(self, report: Path) -> None:
        for sheet in load_workbook(report).worksheets:
            assert sheet.page_setup.fitToWidth >= 1
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert "S-20260908-1" in sheet.oddFooter.left.text
            if sheet.title not in ("Summary", "Method"):
                top = next(iter(sheet.tables.values())).ref.split(":")[0].lstrip("A")
                assert sheet.freeze_panes is not None
                assert sheet.freeze_panes.lstrip("ABCDEFG") == str(int(top) + 1)
                assert sheet.print_title_rows == f"${top}:${top}"
                assert sheet.page_setup.orientation == "landscape"

    def test_document_properties(self, report: Path) -> None:
        about = load_workbook(report).properties
        assert about.creator == f"sanctions toolkit {__version__}"
        assert about.identifier == "S-20260908-1"
        assert "S-20260908-1" in about.title
        assert (about.created, about.modified) == (parts.ASKED_AT.replace(tzinfo=None), parts.NOW.replace(tzinfo=None))

    def test_rows_beyond_a_sheet_go_on_to_the_next(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(layout, "MOST_ROWS", 20)
        many = tuple(Result(party=parts.party(row, f"Firm {row}")) for row in range(2, 42))
        summary = parts.write(tmp_path / "r.xlsx", parts.screening(results=many), notes=None)
        assert [name for name in summary.sheets if name.startswith("No hits")] == ["No hits", "No hits 2", "No hits 3"]
        kept = [row["Row"] for name in ("NoHits", "NoHits_2", "NoHits_3") for row in parts.table(tmp_path / "r.xlsx", name)]
        assert kept == list(range(2, 42))
        assert all(sheet.max_row <= 20 for sheet in load_workbook(tmp_path / "r.xlsx").worksheets if sheet.title.startswith("No hits"))


def test_findings_are_numbered_in_their_order() -> None:
    assert [finding.number for finding in findings(parts.screening())] == ["H0001", "H0002", "H0003", "H0004", "H0005", "H0006"]


def test_a_short_summary_prints_on_one_page_and_a_long_one_breaks_where_it_can_be_read(tmp_path: Path) -> None:
    parts.write(tmp_path / "short.xlsx")
    many = tuple(replace(parts.COVERAGE[0], list=f"list_{number}") for number in range(60))
    parts.write(tmp_path / "long.xlsx", parts.screening(coverage=many))
    short, long = (load_workbook(tmp_path / name)["Summary"] for name in ("short.xlsx", "long.xlsx"))
    assert (short.page_setup.fitToHeight, len(short.row_breaks.brk)) == (1, 0)
    assert long.page_setup.fitToHeight == 0
    (place,) = long.row_breaks.brk
    below = [long.cell(row, 1).value for row in range(place.id + 1, place.id + 4)]
    assert "In this workbook" in below
