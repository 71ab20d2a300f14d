"""The Targets sheet: each target once, its entries side by side, and what is missing said as what it is."""

from __future__ import annotations

from pathlib import Path

import msgspec
from openpyxl import load_workbook

from sanctions.workbook import BookNotes
from sanctions.workbook.contents import TargetNote
from tests.workbook.parts import notes, table, text_of, write

NOTES = (
    TargetNote(ids=("un_sc:KPi.033", "us_csl:19609", "us_ofac_sdn:19609"), joins=("a and b: the same passport number 381310014",)),
    TargetNote(ids=("us_csl:9",), doubts=("us_csl:9 and us_ofac_sdn:1: the same tax number 1; =neither names agree",)),
)


def test_each_target_stands_once_with_its_listings_side_by_side(tmp_path: Path) -> None:
    write(tmp_path / "r.xlsx", notes=notes(targets=NOTES))
    rows = {row["Target"]: row for row in table(tmp_path / "r.xlsx", "Targets")}
    assert list(rows) == ["RI WON HO", "MINISTRY OF STATE SECURITY", "OPAQUE LTD"]
    man, ministry, opaque = rows.values()
    assert (man["OFAC (SDN)"], man["United Nations"], man["Other lists"]) == ("us_ofac_sdn:19609", "un_sc:KPi.033", "us_csl:19609")
    assert man["Why they are one target"] == "a and b: the same passport number 381310014"
    assert ministry["United Nations"] == "no entry joined (list of 2026-02-27)"
    assert ministry["United Kingdom"] == "NOT SEARCHED – no copy held"
    assert ministry["European Union"] == "NOT SEARCHED – not asked for"
    assert "tax number 1; =neither" in opaque["Not joined, though a number is shared"]


def test_every_hit_is_of_one_target(tmp_path: Path) -> None:
    write(tmp_path / "r.xlsx", notes=notes(targets=NOTES))
    told = [number for row in table(tmp_path / "r.xlsx", "Targets") for number in row["Hits"].split(", ")]
    assert sorted(told) == sorted(row["Hit"] for row in table(tmp_path / "r.xlsx", "Hits"))


def test_without_a_search_of_several_lists_there_is_no_sheet(tmp_path: Path) -> None:
    write(tmp_path / "none.xlsx")
    assert "Targets" not in load_workbook(tmp_path / "none.xlsx").sheetnames
    write(tmp_path / "empty.xlsx", notes=notes(targets=()))
    assert "does not prove that the target is not on that list" in text_of(tmp_path / "empty.xlsx", "Targets")


def test_a_recorded_report_is_written_again_the_same(tmp_path: Path) -> None:
    """The notes go through the ledger as JSON, and the sheet with them."""
    given = notes(targets=NOTES)
    again = msgspec.convert(msgspec.json.decode(msgspec.json.encode(given)), type=BookNotes)
    assert write(tmp_path / "a.xlsx", notes=given).sha256 == write(tmp_path / "b.xlsx", notes=again).sha256
