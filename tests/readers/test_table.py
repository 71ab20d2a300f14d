"""Tables that a TOML describes: every kind of column, bad files, and real tables that need no code."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.catalogue import ListDefinition
from sanctions.errors import SourceError
from sanctions.model import Entity, Kind, Quality
from sanctions.readers import tabular
from sanctions.readers.tabular import clean, read_rows
from sanctions.scripts import script_of
from tests.readers.reading import SAMPLES, read, read_shipped, read_table, table_definition

NAME = 'Name = { field = "name" }'


def _file(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


@pytest.mark.parametrize(
    ("cell", "cleaned"),
    [
        ("  KIM\tJong \r\n Il ", "KIM Jong Il"),
        ("Xi\x92an Factory", "Xi\u2019an Factory"),  # Windows-1252 taken for Latin-1
        ("A\x00B\x1fC\x7f", "A B C"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the non-joiner is spelling in Persian
    ],
)
def test_cells_are_cleaned(cell: str, cleaned: str) -> None:
    assert clean(cell) == cleaned


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Kim Jong Il", "Latn"), ("김정일", "Hang"), ("金正日", "Hani"), ("金正日 김정일", "Kore"), ("トヨタ 自動車", "Jpan"),
        ("Катиба ат-Таухид", "Cyrl"), ("عبد اللطيف", "Arab"), ("Kim 김", ""), ("123", ""), ("Naẓar ʿAlī", "Latn"),
    ],
)  # fmt: skip
def test_scripts(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ('{ field = "alias" }', "Other", "names", "Other"),
        ('{ field = "alias", split = ";" }', "B; C", "names", "C"),
        ('{ field = "birth_date" }', "circa 1962", "birth_dates", "1962~"),
        ('{ field = "birth_date" }', "1955- 1958", "birth_dates", "1955/1958"),
        ('{ field = "birth_place" }', "Wonsan", "birth_places", "Wonsan"),
        ('{ field = "gender", values = { F = "female" } }', "f", "genders", "female"),
        ('{ field = "position" }', "Minister", "positions", "Minister"),
        ('{ field = "address" }', "1 Road", "addresses", "1 Road"),
        ('{ field = "country", role = "flag" }', "DPRK", "countries", "KP"),
        ('{ field = "identifier", type = "imo" }', "9000000", "identifiers", "9000000"),
        ('{ field = "programme" }', "DPRK3", "listings", "DPRK3"),
        ('{ field = "un_reference" }', "KPe.006", "links", "KPe.006"),
    ],
)
def test_each_field(tmp_path: Path, column: str, cell: str, field: str, value: str) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["Name", "X"], ["Acme", cell]])
    (entity,), report = read_table(_file(tmp_path, text.getvalue()), f"{NAME}\nX = {column}")
    last = getattr(entity, field)[-1]
    said = [getattr(last, name) for name in ("full", "code", "programme", "value") if hasattr(last, name)]
    assert (said[0] if said else str(last)) == value
    assert not report.unread


def test_rows_of_one_id_are_one_entity() -> None:
    first, second = _sample()
    assert [(name.full, name.quality, name.primary) for name in first.names] == [
        ("Sample-il PAEK", Quality.STRONG, True),
        ("백견본", Quality.STRONG, False),
        ("Boss", Quality.LOW, False),
        ("The Colonel", Quality.LOW, False),
        ("Gyeon Bon BAEK", Quality.STRONG, False),
        ("OLD NAME", Quality.FORMER, False),
    ]
    assert len(first.raw["rows"]) == 3
    assert len(first.listings) == 1
    assert second.kind is Kind.COMPANY
    assert second.delisted


def _sample() -> list[Entity]:
    definition = msgspec.toml.decode((SAMPLES / "table" / "definition.toml").read_bytes(), type=ListDefinition)
    return read(definition, "table", SAMPLES / "table" / "suppliers.csv")[0]


def test_rows_of_one_id_may_stand_apart(tmp_path: Path) -> None:
    file = _file(tmp_path, "Id,Name\n1,A\n2,B\n1,C\n")
    columns = f'Id = {{ field = "id" }}\n{NAME}'
    together, _ = read_table(file, columns, 'group = "anywhere"')
    assert [[name.full for name in entity.names] for entity in together] == [["A", "C"], ["B"]]
    apart, report = read_table(file, columns, 'group = "adjacent"')
    assert [entity.id for entity in apart] == ["xx_test:1", "xx_test:2", "xx_test:1-2"]
    assert "the id '1' is there already" in report.problems[0]


def test_rows_of_one_name_may_be_one_entity(tmp_path: Path) -> None:
    """A company that one year's list names, another does not, is off the list only if each of its rows ended."""
    file = _file(tmp_path, "Name,Listed,Ended\nA,2021-06-03,2024-01-31\nB,2021-06-03,2024-01-31\nA,2025-01-07,\n")
    columns = (
        f'{NAME}\nListed = {{ field = "listed_on" }}\n'
        """Ended = [{ field = "ended_on" }, { field = "delisted", pattern = '^(2)', values = { "2" = "yes" } }]"""
    )
    entities, _ = read_table(file, columns, 'group = "name"')
    assert [(entity.name, len(entity.listings), entity.delisted) for entity in entities] == [("A", 2, False), ("B", 1, True)]


def test_ids_without_an_id_column_do_not_depend_on_the_order(tmp_path: Path) -> None:
    one, _ = read_table(_file(tmp_path, "Name\nA\nB\n"), NAME)
    other, _ = read_table(_file(tmp_path, "Name\nB\nA\n"), NAME)
    assert {entity.name: entity.id for entity in one} == {entity.name: entity.id for entity in other}


@pytest.mark.parametrize(
    ("column", "cell", "fields"),
    [
        # one column read in several ways: the first takes the cell, the others what they find
        (
            """[{ field = "remark", label = "Note" }, { field = "identifier", type = "imo", pattern = 'IMO (\\d{7})' }]""",
            "seen as IMO 9000000",
            {"remarks": "Note: seen as IMO 9000000", "identifiers": ["9000000"]},
        ),
        (
            """[{ field = "remark" }, { field = "identifier", type = "imo", pattern = 'IMO (\\d{7})' }]""",
            "seen",
            {"remarks": "seen", "identifiers": []},
        ),
        ('{ field = "measure", values = { TRUE = "Travel ban", FALSE = "" } }', "FALSE", {"listings": ["Test list"]}),
        ('{ field = "birth_date", january_is_year = true }', "1962-01-01", {"birth_dates": ["1962"]}),
        ('{ field = "birth_date", january_is_year = true }', "1962-07-03", {"birth_dates": ["1962-07-03"]}),
        ('{ field = "birth_date" }', "1962-01-01", {"birth_dates": ["1962-01-01"]}),
    ],
)
def test_a_cell_is_read_as_its_definition_says(tmp_path: Path, column: str, cell: str, fields: dict[str, object]) -> None:
    (entity,), report = read_table(_file(tmp_path, f"Name,X\nAcme,{cell}\n"), f"{NAME}\nX = {column}")
    for field, expected in fields.items():
        found = getattr(entity, field)
        told = found if isinstance(found, str) else [str(getattr(one, "value", getattr(one, "programme", one))) for one in found]
        assert told == expected
    assert not report.unread


def test_an_optional_column_may_lack(tmp_path: Path) -> None:
    columns = f'{NAME}\nBorn = {{ field = "birth_date", optional = true }}\nNo = {{ field = "ignore", why = "none", optional = true }}'
    (without,), _ = read_table(_file(tmp_path, "Name\nA\n"), columns)
    (having,), _ = read_table(_file(tmp_path, "Name,Born\nA,1962\n"), columns)
    assert (len(without.birth_dates), len(having.birth_dates)) == (0, 1)


def test_how_good_a_name_is_may_stand_in_a_column_of_its_own(tmp_path: Path) -> None:
    columns = (
        'Id = { field = "id" }\nName = { field = "name" }\n'
        'Type = { field = "name_type", values = { Main = "primary", aka = "strong", fka = "former" } }\n'
        'Worth = { field = "name_quality", values = { Good = "strong", Low = "low" } }'
    )
    text = "Id,Name,Type,Worth\n1,A,Main,Low\n1,B,aka,Low\n1,C,aka,Good\n1,D,fka,Low\n1,E,aka,\n"
    (entity,), _ = read_table(_file(tmp_path, text), columns, 'group = "adjacent"')
    assert [(name.full, name.quality) for name in entity.names] == [
        ("A", Quality.STRONG),  # the name itself is never a poor alias
        ("B", Quality.LOW),
        ("C", Quality.STRONG),
        ("D", Quality.FORMER),
        ("E", Quality.STRONG),
    ]


@pytest.mark.parametrize(
    ("columns", "text", "reported"),
    [
        (NAME, "Name,Colour\nA,red\nB,\n", {"Colour": 1}),  # a column that nobody named
        (NAME, "Name,\nA,x\n", {"column 2": 1}),  # a column without a name
        (NAME, "Name\nA,surplus\n", {"cells beyond the last column": 1}),
        (f'{NAME}\nT = {{ field = "kind", values = {{ P = "person" }} }}', "Name,T\nA,Q\n", {"T=Q": 1}),
        (f'{NAME}\nT = {{ field = "kind" }}', "Name,T\nA,Robot\n", {"T=Robot": 1}),
        (f'{NAME}\nC = {{ field = "country" }}', "Name,C\nA,Atlantis\n", {"country=Atlantis": 1}),
        (f'{NAME}\nB = {{ field = "birth_date" }}', "Name,B\nA,long ago\n", {"B": 1}),
        (f'{NAME}\nL = {{ field = "listed_on" }}', "Name,L\nA,2021\n", {"L": 1}),  # a year is no day of listing
        ("Name = { field = 'name', pattern = 'by (.+)' }", "Name\nmade of wood\n", {"Name": 1}),
    ],
)
def test_what_is_not_understood_is_reported(tmp_path: Path, columns: str, text: str, reported: dict[str, int]) -> None:
    entities, report = read_table(_file(tmp_path, text), columns)
    assert entities  # the name is never lost
    assert report.unread == reported


def test_an_ignored_column_is_counted(tmp_path: Path) -> None:
    _, report = read_table(
        _file(tmp_path, "Name,Clerk\nA,AB\nB,\n"), f'{NAME}\nClerk = {{ field = "ignore", why = "Not about the target." }}'
    )
    assert report.ignored == {"Clerk": 1}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "is empty"),
        (b" \r\n ", "is empty"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "has no column 'Name'; it has: <!DOCTYPE html>"),
        (b"Title,Name 1\nx,y\n", "has no column 'Name'; it has: Title, Name 1"),
        (b"Name,Name\nA,B\n", r'row 1: the column "Name" is there more than once \(columns 1 and 2\)'),
        (b"Name\nA\xff\n", "line 2, byte 0xFF: this is not utf-8"),
        (b"Name\nA\x00B\n", "NUL"),
        (b"Name\n" + b"A\n" * 5000 + b"A\x00B\n", "row 5002, column 1: a NUL character"),
        (b'Name\n"' + b"x" * 2_000_000 + b'"\n', "row 2, column 1: a cell of 2,000,000 characters"),
        (b'Name\n"' + b"x" * 5_000_000 + b'"\n', "row 2: this is not a row of CSV: field larger than"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old or password-protected Excel"),
        (b"PK\x03\x04broken", "damaged or truncated workbook"),
    ],
)
def test_bad_files_are_refused_in_one_sentence(tmp_path: Path, text: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says) as refused:
        read_table(_file(tmp_path, text), NAME)
    assert "list.csv" in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_byte_order_marks_are_believed(tmp_path: Path, encoding: str) -> None:
    bom = b"\xff\xfe" if encoding == "utf-16-le" else b""
    file = _file(tmp_path, bom + "Name\n김정일\n".encode(encoding))
    assert read_table(file, NAME)[0][0].name == "김정일"


def test_a_declared_encoding_is_used(tmp_path: Path) -> None:
    file = _file(tmp_path, "Name\nMüller\n".encode("cp1252"))
    assert read_table(file, NAME, 'encoding = "cp1252"')[0][0].name == "Müller"
    with pytest.raises(SourceError, match="there is no text encoding 'klingon'"):
        read_table(file, NAME, 'encoding = "klingon"')


def test_a_name_of_control_characters_is_no_name(tmp_path: Path) -> None:
    entities, report = read_table(_file(tmp_path, "Name,N\n\x01\x02,1\n=HYPERLINK(1),2\n"), f'{NAME}\nN = {{ field = "remark" }}')
    assert [entity.name for entity in entities] == ["=HYPERLINK(1)"]  # text here; the workbook makes it harmless
    assert "row 2: no name stands here" in report.problems[0]


def test_the_date_above_the_header(tmp_path: Path) -> None:
    file = _file(tmp_path, "Report Date: 14-Aug-2026\nName\nA\n")
    _, report = read_table(file, NAME, "header_row = 2\npublished = 'Report Date: (\\S+)'")
    assert str(report.published) == "2026-08-14"
    _, report = read_table(file, NAME, "header_row = 2\npublished = 'Printed: (\\S+)'")
    assert "No date of publication" in report.problems[0]
    with pytest.raises(SourceError, match="no row 9"):
        read_table(file, NAME, "header_row = 9")


def test_workbooks(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Id", "Name", "Born"])
    sheet.append([1000, "A", 1962])
    sheet.append([None, None, None])
    sheet.append(["1000a", "B", date(1962, 7, 3)])
    file = tmp_path / "list.xlsx"
    book.save(file)
    columns = f'Id = {{ field = "id" }}\n{NAME}\nBorn = {{ field = "birth_date" }}'
    entities, _ = read_table(file, columns, name="list.xlsx")
    assert [entity.id for entity in entities] == ["xx_test:1000", "xx_test:1000a"]  # no "1000.0"
    assert [str(entity.birth_dates[0]) for entity in entities] == ["1962", "1962-07-03"]
    with pytest.raises(SourceError, match='no sheet "Data"; it has: Sheet'):
        read_table(file, columns, 'sheet = "Data"', name="list.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 1_000_000)
    monkeypatch.setattr(tabular, "LARGEST_WORKBOOK", 500_000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        list(read_rows(file))


def test_a_stray_cell_at_the_end_of_a_sheet_is_refused(tmp_path: Path) -> None:
    """calamine would set up 17,000,000,000 cells and end the process."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"], sheet["XFD1048576"] = "Name", "A", "stray"
    file = tmp_path / "list.xlsx"
    book.save(file)
    with pytest.raises(SourceError, match=r"^list\.xlsx has a sheet .* that reaches to row 1048576 and column 16384"):
        read_table(file, NAME)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("list.csv", "Name\nA\n")
    with pytest.raises(SourceError, match="is a ZIP but no workbook"):
        list(read_rows(file))


_CELLS = st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)


@given(st.lists(st.lists(_CELLS, min_size=1, max_size=5), max_size=8))
def test_any_table_is_read_or_refused_and_no_name_is_lost(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["Name", "Alias", "Born", "Land"], *rows])
    columns = f'{NAME}\nAlias = {{ field = "alias" }}\nBorn = {{ field = "birth_date" }}\nLand = {{ field = "country" }}'
    with TemporaryDirectory() as folder:
        entities, report = read_table(_file(Path(folder), text.getvalue()), columns)
    read_names = {name.full for entity in entities for name in entity.names}
    assert {clean(row[0]) for row in rows if clean(row[0])} <= read_names
    assert report.entries == len(entities) == len({entity.id for entity in entities})


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = _file(Path(folder), data)
        assert _refusal(file) in ("", "list.csv")


def _refusal(file: Path) -> str:
    """The file's name as the refusal begins, or "" if the file is read."""
    try:
        read(table_definition(NAME), "table", file)
    except SourceError as refused:
        return str(refused)[: len("list.csv")]
    return ""


def test_a_table_of_designated_ships(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        "#,vessel_name,imo_number,type,flag,call_sign,mmsi,designated_owner,date_of_designation,other_information,"
        "Paragraph 12 (a) of resolution 2321 (2016)\n"
        "1,1: SAMPLE STAR 2: EXAMPLE STAR,IMO 9000003,Tanker,1: DPRK 2: Comoros,HMZZ,445000000,NA,30 Mar 2018,seen at sea,Deflag\n"
        "2,SAMPLE MOON,na,,,,,Sample Maritime (KPe.901),,,NA\n",
        "un_1718_vessels.csv",
    )
    (star, moon), report = read_shipped("un_1718_vessels", "table", file)
    assert [name.full for name in star.names] == ["SAMPLE STAR", "EXAMPLE STAR"]
    assert star.kind is Kind.VESSEL
    assert [(one.type.value, one.value) for one in star.identifiers] == [("imo", "9000003"), ("call_sign", "HMZZ"), ("mmsi", "445000000")]
    assert [one.code for one in star.countries] == ["KP", "KM"]
    assert star.listed_on == date(2018, 3, 30)
    assert star.remarks == "Type of ship: Tanker; seen at sea; Paragraph 12 (a) of resolution 2321 (2016): Deflag"
    assert moon.remarks == "Designated as an economic resource of: Sample Maritime (KPe.901)"
    assert not report.unread


def test_a_table_of_end_users(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        "No.,Country or Region,Company or Organization,Also Known As,Type of WMD\n"
        '7,"北朝鮮 North Korea",Sample (No. 2) Machinery Works（サンプル機械）,・Sample Machine・Example Works,"N,M"\n'
        "8,Iran,Example Bureau,-,M\n",
        "jp_meti_eul.csv",
    )
    (works, bureau), report = read_shipped("jp_meti_eul", "table", file)
    assert [name.full for name in works.names] == ["Sample (No. 2) Machinery Works", "サンプル機械", "Sample Machine", "Example Works"]
    assert [(one.kind, one.countries[0].code, one.remarks) for one in (works, bureau)] == [
        (Kind.ORGANISATION, "KP", "Weapons: N,M"),
        (Kind.ORGANISATION, "IR", "Weapons: M"),
    ]
    assert not report.unread


@pytest.mark.real
@pytest.mark.parametrize(
    ("key", "file", "entries"),
    [
        ("us_ndaa_889", "surveillance/us_special_leg_section_889.csv", 5),
        ("us_inksna", "surveillance/us_special_leg_inksna.csv", 28),
        ("us_bis_mieu", "surveillance/us_bis_mieu.csv", 13),
        ("us_dod_1260h", "surveillance/us_dod_1260H_chinese_milcorps.csv", 234),
        ("us_fcc_covered", "surveillance/fcc_covered_list_table.csv", 12),
        ("au_dfat", "au_dfat/regulation8_consolidated.xlsx", 3_062),
        ("gb_ofsi", "gb_ofsi/ConList_2025-04-14.xlsx", 4_688),
    ],
)
def test_a_toml_is_enough_for_real_tables(real_data: Path, key: str, file: str, entries: int) -> None:
    entities, report = read_shipped(key, "table", real_data / file)
    assert report.entries == len(entities) == len({entity.id for entity in entities}) == entries
    assert all(entity.names[0].primary for entity in entities)
    columns = {unread for unread in report.unread if "=" not in unread}
    assert columns <= {"Date of Birth"}  # cells, each reported, that are prose


@pytest.mark.real
def test_a_real_group_of_rows(real_data: Path) -> None:
    entities, _ = read_shipped("au_dfat", "table", real_data / "au_dfat/regulation8_consolidated.xlsx")
    taliban = next(entity for entity in entities if entity.id == "au_dfat:2")
    assert [(name.full, name.script) for name in taliban.names] == [("MOHAMMAD HASSAN AKHUND", "Latn"), ("محمد حسن أخوند", "Arab")]
    assert [str(date) for date in taliban.birth_dates] == ["1955/1958~", "1945/1950~"]


@pytest.mark.real
def test_the_sentences_of_the_covered_list(real_data: Path) -> None:
    """The page has sentences: a company is found within one; a sentence that names none is reported and makes no entry."""
    entities, report = read_shipped("us_fcc_covered", "table", real_data / "surveillance/fcc_covered_list_table.csv")
    assert [entity.name for entity in entities] == [
        "Huawei Technologies Company",
        "ZTE Corporation",
        "Hytera Communications Corporation",
        "Hangzhou Hikvision Digital Technology Company",
        "Dahua Technology Company",
        "AO Kaspersky Lab",
        "China Mobile International USA Inc.",
        "China Telecom (Americas) Corp.",
        "Pacific Networks Corp",
        "China Unicom (Americas) Operations Limited",
        "Kaspersky Lab, Inc.",
        "Digitalsystem Technology Inc.",
    ]
    assert [name.full for name in entities[8].names] == ["Pacific Networks Corp", "ComNet (USA) LLC"]
    assert report.problem_count == 4


@pytest.mark.real
def test_companies_taken_off_the_1260h_list_are_no_hits(real_data: Path) -> None:
    entities, _ = read_shipped("us_dod_1260h", "table", real_data / "surveillance/us_dod_1260H_chinese_milcorps.csv")
    gone = [entity for entity in entities if entity.delisted]
    assert len(gone) == 18  # of 234 companies on 397 rows
    assert all(entity.listings[0].ended_on for entity in gone)


@pytest.mark.real
def test_what_the_frozen_list_says_in_brackets(real_data: Path) -> None:
    entities, report = read_shipped("gb_ofsi", "table", real_data / "gb_ofsi/ConList_2025-04-14.xlsx")
    held = {entity.id: entity for entity in entities}
    one_p = next(name for name in held["gb_ofsi:13378"].names if name.full == "1-P")
    assert one_p.quality is Quality.LOW
    assert [(link.scheme, link.value) for link in held["gb_ofsi:13378"].links] == [("un", "CFi.010")]
    assert sum(entity.kind is Kind.VESSEL and bool(entity.identifiers) for entity in entities) == 15
    assert report.unread.total() < 100  # of 18,798 rows; countries misspelt or no longer there, each reported
