"""OFAC's CSV set: joins, damage, and the real copies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sanctions.errors import SourceError
from sanctions.model import Entity, IdentifierType, Quality
from sanctions.readers import ReadReport
from sanctions.readers.ofac_csv import recognises
from tests.readers.ofac import CONS, read_files

ROW = '101,"EXAMPLE, Chol Su","individual","DPRK3",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1960."\r\n'
NEXT = ROW.replace("101", "102", 1)
HEADER = "ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks\r\n"
END = "\x1a"


def read(tmp_path: Path, files: Mapping[str, bytes | str]) -> tuple[list[Entity], ReadReport]:
    paths = {}
    for name, content in files.items():
        paths[name] = tmp_path / name
        paths[name].write_bytes(content if isinstance(content, bytes) else content.encode("cp1252"))
    return read_files("ofac-csv", paths)


def test_side_files_in_any_order_are_joined_and_orphans_counted(tmp_path: Path) -> None:
    alt = '102,3,"aka","B TWO",-0- \r\n101,2,"aka","A TWO",-0- \r\n102,1,"fka","B ONE",-0- \r\n777,9,"aka","NOBODY",-0- \r\n'
    entities, report = read(tmp_path, {"sdn.csv": NEXT + ROW + END, "alt.csv": alt + END})
    assert {entity.id: [name.full for name in entity.names[1:]] for entity in entities} == {
        "us_ofac_sdn:102": ["B TWO", "B ONE"],
        "us_ofac_sdn:101": ["A TWO"],
    }
    assert report.orphans == {"alt.csv": 1}
    assert report.missing == ["add.csv", "sdn_comments.csv"]


def test_copies_with_header_and_byte_order_mark_and_without_last_row(tmp_path: Path) -> None:
    assert len(read(tmp_path, {"sdn.csv": ("\ufeff" + HEADER + ROW).encode()})[0]) == 1


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    entities, _ = read(tmp_path, {"sdn.csv": ROW.replace("Chol Su", "Chöl Sü").encode(encoding)})
    assert entities[0].name == "EXAMPLE, Chöl Sü"


def test_remarks_go_on_in_the_comments_in_the_middle_of_a_word(tmp_path: Path) -> None:
    wallets = "; ".join(f"Digital Currency Address - XBT Wallet{i:04}OfTheLongRemark" for i in range(40))
    main = ROW.replace("DOB 1960.", wallets[:1000])
    entities, report = read(tmp_path, {"sdn.csv": main, "sdn_comments.csv": f'101,"{wallets[1000:]}."\r\n{END}'})
    assert entities[0].remarks == wallets + "."
    found = [identifier.value for identifier in entities[0].identifiers]
    assert found == [f"Wallet{i:04}OfTheLongRemark" for i in range(40)]
    assert not report.unread


def test_remarks_cut_and_continued_nowhere_are_reported_and_give_no_half_number(tmp_path: Path) -> None:
    wallets = "; ".join(f"Digital Currency Address - XBT Wallet{i:04}OfTheLongRemark" for i in range(40))
    entities, report = read(tmp_path, {"sdn.csv": ROW.replace("DOB 1960.", wallets[:1000])})
    found = [identifier.value for identifier in entities[0].identifiers]
    assert found == [f"Wallet{i:04}OfTheLongRemark" for i in range(len(found))]
    assert len(found) == wallets[:1000].count(";")
    assert entities[0].remarks == wallets[:1000]
    assert report.problems == ["Entry 101: the remarks are cut at 1,000 characters and no comments file continues them."]


def test_an_entry_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    entities, report = read(tmp_path, {"sdn.csv": ROW + ROW})
    assert len(entities) == 1
    assert report.problems == ["sdn.csv: entry 101 stands there more than once; only the first was read."]


def test_a_header_in_the_middle_is_passed_over_and_reported(tmp_path: Path) -> None:
    entities, report = read(tmp_path, {"sdn.csv": HEADER + ROW + HEADER + NEXT})
    assert len(entities) == 2
    assert report.problems == ["sdn.csv, line 3: the header stands there again; it was passed over."]


def test_a_row_of_other_width_in_the_middle_is_left_out_and_reported(tmp_path: Path) -> None:
    entities, report = read(tmp_path, {"sdn.csv": ROW + '103,"SHORT"\r\n' + NEXT})
    assert [entity.id for entity in entities] == ["us_ofac_sdn:101", "us_ofac_sdn:102"]
    assert report.problems == ["sdn.csv, line 2: the row has not the 12 columns it should have; it was left out."]


DAMAGED = [
    # what is wrong, the main file, words of the sentence
    ("empty", "", "sdn.csv holds no entries"),
    ("only the last row", END, "sdn.csv holds no entries"),
    ("a web page", "<!DOCTYPE html>\r\n<html><body>Denied</body></html>", "sdn.csv, line 1: OFAC's file has 12 columns"),
    ("another table", "name,address\r\nX,Y\r\n", "sdn.csv, line 1: OFAC's file has 12 columns"),
    ("the alias file", '36,12,"aka","AERO-CARIBBEAN",-0- \r\n', "sdn.csv, line 1: OFAC's file has 12 columns"),
    ("cut short", ROW + '102,"EXAM', "ends in the middle of a row"),
    ("an unclosed quotation mark", ROW + '102,"' + "x" * 200_000, "line 2: the row cannot be read (field larger"),
    ("a cell of 2 MB", ROW.replace("DOB 1960", "x" * 2_000_000), "sdn.csv, line 1: the row cannot be read (field larger"),
]


@pytest.mark.parametrize(("content", "words"), [case[1:] for case in DAMAGED], ids=[case[0] for case in DAMAGED])
def test_damaged_files_end_in_a_sentence(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(SourceError) as refusal:
        read(tmp_path, {"sdn.csv": content})
    assert words in str(refusal.value)


def test_an_empty_side_file_must_say_that_it_is_empty(tmp_path: Path) -> None:
    assert len(read(tmp_path, {"sdn.csv": ROW, "sdn_comments.csv": END})[0]) == 1
    with pytest.raises(SourceError, match=r"alt\.csv holds no entries"):
        read(tmp_path, {"sdn.csv": ROW, "alt.csv": ""})


@pytest.mark.parametrize(
    ("name", "head", "is_main"),
    [
        ("sdn.csv", ROW.encode(), True),
        ("SDN.CSV", (HEADER + ROW).encode(), True),
        ("sdn.csv", ("\ufeff" + HEADER).encode(), True),
        ("sdn.csv", ROW.encode("utf-16"), True),
        ("sdn.csv", ROW.replace("Chol", "Chöl").encode("cp1252"), True),
        ("alt.csv", b'36,12,"aka","AERO-CARIBBEAN",-0- \r\n', False),
        ("sdn.xml", ROW.encode(), False),
        ("book.csv", b"name,country\r\n", False),
        ("empty.csv", b"", False),
    ],
)
def test_recognises_the_main_file_only(name: str, head: bytes, is_main: bool) -> None:
    assert recognises(name, head) is is_main


def folder(path: Path) -> dict[str, Path]:
    return {file.name: file for file in path.iterdir()}


@pytest.mark.real
def test_real_sdn_of_may_2024(real_data: Path) -> None:
    """14,965 entries. The side files are of later days, so some of their rows belong to entries that were not yet listed."""
    entities, report = read_files("ofac-csv", folder(real_data / "us_ofac_sdn" / "2024-05-03"))
    assert report.entries == len(entities) == 14_965
    assert report.orphans == {"alt.csv": 906, "add.csv": 2_474, "sdn_comments.csv": 2}
    assert sum(len(entity.raw.get("alt", ())) for entity in entities) == 18_939 - 906
    assert sum(len(entity.raw.get("add", ())) for entity in entities) == 22_641 - 2_474
    by_id = {entity.id: entity for entity in entities}
    komid = by_id["us_ofac_sdn:9345"]
    assert komid.name == "KOREA MINING DEVELOPMENT TRADING CORPORATION"
    assert komid.programmes == ("NPWMD", "DPRK2")
    assert [name.full for name in komid.names if name.quality is Quality.WEAK] == ["KOMID"]
    li = by_id["us_ofac_sdn:28264"]
    assert sum(identifier.type is IdentifierType.WALLET for identifier in li.identifiers) == 12
    assert (str(li.birth_dates[0]), li.genders) == ("1987-01-10", ("male",))


@pytest.mark.real
def test_real_remarks_are_understood(real_data: Path) -> None:
    """Of more than 61,000 segments fewer than one in a thousand looks like a fact and is not understood."""
    _, report = read_files("ofac-csv", {"sdn.csv": real_data / "us_ofac_sdn" / "2024-05-03" / "sdn.csv"})
    unread = sum(count for shape, count in report.unread.items() if shape.startswith("remarks:"))
    assert unread < 61


@pytest.mark.real
@pytest.mark.parametrize(("day", "entries"), [("2021-07", 8_976), ("2024-04-26", 14_668), ("2024-05-02", 14_973)])
def test_real_sdn_of_other_days(real_data: Path, day: str, entries: int) -> None:
    read, report = read_files("ofac-csv", folder(real_data / "us_ofac_sdn" / day))
    assert len(read) == entries
    assert not report.orphans
    assert all("no comments file continues them" in problem for problem in report.problems)


@pytest.mark.real
def test_real_consolidated(real_data: Path) -> None:
    entities, report = read_files("ofac-csv", folder(real_data / "us_ofac_cons" / "csv_2025-12"), CONS)
    assert len(entities) == 442
    assert sum(len(entity.raw.get("alt", ())) for entity in entities) == 1_073
    assert sum(len(entity.raw.get("add", ())) for entity in entities) == 574
    assert report.missing == ["cons_comments.csv"]
    assert not report.orphans
