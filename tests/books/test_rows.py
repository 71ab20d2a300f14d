"""What becomes of one row: a party with everything that could be read, or the reason why it is none."""

from __future__ import annotations

import pytest

from sanctions.model import IdentifierType, Kind, Party, Quality, to_json

from .conftest import Read

HEADER = "id,name,type,dob,country,alias,passport,owner,owner dob"


def party_of(read: Read, headings: str, row: str, **options: object) -> Party:
    _, rows = read(f"{headings}\n{row}", **options)
    assert rows[0].party is not None, rows[0].rejected
    to_json(rows[0].party)  # whatever it holds can be written
    return rows[0].party


REJECTED = [
    # a row that is no party, its reason
    ("1,,person,1960", "it has no name (it holds the birth date “1960”)"),
    ("1,N/A,person", "its name “N/A” stands for no name"),
    ("1,#REF!", "its name “#REF!” stands for no name"),
    ("1,***", "its name “***” holds no letter or digit"),
    ("1,\x01\x02", "its name holds only characters that cannot be seen (U+0001, U+0002)"),
    ("1,\u200b\u202e", "its name holds only characters that cannot be seen (U+200B, U+202E)"),
    ("1," + "A" * 2001, "its name is 2,001 characters long, and no name is longer than 2,000"),
    ("1," + "A" * 2_000_000, "its name is 2,000,000 characters long"),
]


@pytest.mark.parametrize(("row", "reason"), REJECTED)
def test_a_row_is_rejected_with_its_reason(read: Read, row: str, reason: str) -> None:
    book, rows = read(f"{HEADER}\n{row}\n2,Acme")
    assert rows[0].rejected is not None
    assert reason in rows[0].rejected
    assert rows[0].id == "1"
    assert (book.rows_read, book.parties, book.rejected, book.blank) == (2, 1, 1, 0)


NAMES = [
    # headings, row, the names it holds: text, quality, script
    ("name", "Acme Ltd", ["Acme Ltd/strong/Latn"]),
    ("name", "  Acme \t Ltd ", ["Acme Ltd/strong/Latn"]),
    ("name", "Null", ["Null/strong/Latn"]),
    ("name", '"=HYPERLINK(""http://x"",""y"")"', ['=HYPERLINK("http://x","y")/strong/Latn']),
    ("name", "Acme Ltd d/b/a Beta", ["Acme Ltd/strong/Latn", "Beta/strong/Latn"]),
    ("name", "Acme Ltd (formerly known as Gamma & Sons)", ["Acme Ltd/strong/Latn", "Gamma & Sons/former/Latn"]),
    ("Name 1,Name 2", "Acme Trading,GmbH & Co. KG", ["Acme Trading GmbH & Co. KG/strong/Latn"]),
    ("Name 6,Name 1,Name 2", "KIM,Won,Hong", ["Won Hong KIM/strong/Latn"]),
    ("name", "T/A Consulting", ["T/A Consulting/strong/Latn"]),
    ("name,alias", "Acme,A; B | C; A", ["Acme/strong/Latn", "A/strong/Latn", "B/strong/Latn", "C/strong/Latn"]),
    ("name,alias 1,alias 2", "Acme,A,B", ["Acme/strong/Latn", "A/strong/Latn", "B/strong/Latn"]),
    ("name,former name,dba", "Acme,Old,Shop", ["Acme/strong/Latn", "Old/former/Latn", "Shop/strong/Latn"]),
    ("name,native name", "Kim Yo-jong,김여정", ["Kim Yo-jong/strong/Latn", "김여정/strong/Hang"]),
    ("name,native name", ",김여정", ["김여정/strong/Hang"]),
    ("first name,middle name,last name", "Anna,Maria,Berg", ["Berg, Anna Maria/strong/Latn"]),
    ("first name,patronymic,last name", "Иван,Петрович,Сидоров", ["Сидоров, Иван Петрович/strong/Cyrl"]),
    ("last name,first name", "Kim,", ["Kim/strong/Latn"]),
]


@pytest.mark.parametrize(("headings", "row", "names"), NAMES)
def test_the_names_of_a_row(read: Read, headings: str, row: str, names: list[str]) -> None:
    party = party_of(read, headings, row)
    assert [f"{name.full}/{name.quality.value}/{name.script}" for name in party.names] == names
    assert [name.primary for name in party.names] == [True] + [False] * (len(names) - 1)


def test_unseen_characters_are_taken_out_and_the_original_is_kept(read: Read) -> None:
    _, rows = read("id,name\n1,\u200bKim\x00 Won\u202e Hong\ufeff")
    party = rows[0].party
    assert party is not None
    assert party.name == "Kim Won Hong"
    assert party.extra == {"name (as written)": "\u200bKim\x00 Won\u202e Hong\ufeff"}
    assert rows[0].warnings == ("The name holds characters that cannot be seen (U+0000, U+200B, U+202E, U+FEFF); they were taken out.",)


KINDS = [
    ("Individual", Kind.PERSON),
    ("natürliche Person", Kind.PERSON),
    ("개인", Kind.PERSON),
    ("COMPANY", Kind.COMPANY),
    ("juristische Person", Kind.COMPANY),
    ("NGO", Kind.ORGANISATION),
    ("entity", Kind.ORGANISATION),
    ("Ship", Kind.VESSEL),
    ("airplane", Kind.AIRCRAFT),
    ("", Kind.UNKNOWN),
    ("n/a", Kind.UNKNOWN),
]


@pytest.mark.parametrize(("word", "kind"), KINDS)
def test_kinds(read: Read, word: str, kind: Kind) -> None:
    _, rows = read(f"id,name,type\n1,Acme,{word}")
    assert rows[0].party is not None
    assert rows[0].party.kind is kind
    assert rows[0].warnings == ()


LEFT_OUT = [
    # heading, cell, part of the warning
    ("type", "robot", "The kind “robot” in the column 'type' is not a kind of party that is known"),
    ("dob", "99/99/1999", "The birth date “99/99/1999” in the column 'dob' cannot be read as a date"),
    ("dob", "1 " * 200_000, "is 400,000 characters long"),
    ("country", "Atlantis", "The country “Atlantis” in the column 'country' is not a country that is known"),
    ("gender", "maybe", "is not a gender that lists know"),
    ("passport", "***", "holds no letter or digit"),
    ("alias", "Beta; ***", "The alias “***” in the column 'alias' cannot be screened"),
    ("alias", "B" * 2001, "cannot be screened, for its name is 2,001 characters long"),
]


@pytest.mark.parametrize(("heading", "cell", "warning"), LEFT_OUT)
def test_what_cannot_be_read_is_told_and_kept_but_rejects_no_row(read: Read, heading: str, cell: str, warning: str) -> None:
    _, rows = read(f"id,name,{heading}\n1,Acme,{cell}")
    assert rows[0].party is not None
    assert any(warning in told for told in rows[0].warnings), rows[0].warnings
    assert cell.strip().endswith(rows[0].party.extra[heading])


DATES = [
    ("1962", False, ["1962"]),
    ("03/07/1962", False, ["1962-07-03"]),
    ("03/07/1962", True, ["1962-03-07"]),
    ("July 1962; 1963", False, ["1962-07", "1963"]),
    ("circa 1962", False, ["1962~"]),
    ("1962-07-03 00:00:00", False, ["1962-07-03"]),
    ("nan", False, []),
    ("", False, []),
]


@pytest.mark.parametrize(("cell", "month_first", "dates"), DATES)
def test_birth_dates(read: Read, cell: str, month_first: bool, dates: list[str]) -> None:
    _, rows = read(f"id,name,dob\n1,Kim,{cell}", month_first=month_first)
    assert rows[0].party is not None
    assert [str(found) for found in rows[0].party.birth_dates] == dates
    assert rows[0].warnings == ()


def test_a_column_may_say_that_its_dates_are_month_first(read: Read) -> None:
    party = party_of(read, "name,DOB (mm/dd/yyyy)", "Kim,07/03/1962")
    assert str(party.birth_dates[0]) == "1962-07-03"
    mapped = party_of(read, "name,dob", "Kim,07/03/1962", columns="dob=birth_date_month_first")
    assert str(mapped.birth_dates[0]) == "1962-07-03"


COUNTRIES = [
    ("KP", ("KP",)),
    ('"Korea, North"', ("KP",)),
    ("NO", ("NO",)),
    ("NA", ("NA",)),
    ("KP; China", ("KP", "CN")),
    ("Germany / France", ("DE", "FR")),
    ("Bosnia and Herzegovina", ("BA",)),
]


@pytest.mark.parametrize(("cell", "codes"), COUNTRIES)
def test_countries(read: Read, cell: str, codes: tuple[str, ...]) -> None:
    assert party_of(read, "name,country", f"Acme,{cell}").countries == codes


IDENTIFIERS = [
    # heading, cell, type, value, issuer
    ("passport no", "381310014", IdentifierType.PASSPORT, "381310014", None),
    ("passport no", "381310014 (Korea, North)", IdentifierType.PASSPORT, "381310014", "KP"),
    ("imo", "IMO 9163166", IdentifierType.IMO, "9163166", None),
    ("identifiers", "IMO9163166", IdentifierType.IMO, "9163166", None),
    ("identifiers", "passport:381310014 (KP)", IdentifierType.PASSPORT, "381310014", "KP"),
    ("identifiers", "Tax ID: 123-45", IdentifierType.TAX, "123-45", None),
    ("identifiers", "Fishing licence: 77", IdentifierType.OTHER, "77", None),
    ("identifiers", "HRB 1234 B", IdentifierType.OTHER, "HRB 1234 B", None),
    ("wallet", "134r8iHv69xdT6p5qVKTsHrcUEuBVZAYak", IdentifierType.WALLET, "134r8iHv69xdT6p5qVKTsHrcUEuBVZAYak", None),
]


@pytest.mark.parametrize(("heading", "cell", "type", "value", "country"), IDENTIFIERS)
def test_identifiers(read: Read, heading: str, cell: str, type: IdentifierType, value: str, country: str | None) -> None:
    found = party_of(read, f"name\t{heading}", f"Acme\t{cell}").identifiers
    assert [(one.type, one.value, one.country) for one in found] == [(type, value, country)]


def test_an_identifier_of_the_wrong_shape_is_told_of(read: Read) -> None:
    _, rows = read("name,imo\nJin Teng,916316")
    assert rows[0].warnings == ("The imo “916316” is not seven digits, as an IMO number is; it was compared as written.",)


RELATED = [
    # headings, row, related parties as role:name:dates:countries
    ("director 1,director 2", "Kim,Lee", ["director:Kim::", "director:Lee::"]),
    ("director", "Kim; Lee | Park", ["director:Kim::", "director:Lee::", "director:Park::"]),
    ("owner name,owner dob,owner country", "Kim,1960,KP", ["owner:Kim:1960:KP"]),
    ("owner,owner dob", "Kim; Lee,1960; 1961", ["owner:Kim:1960:", "owner:Lee:1961:"]),
    ("vessel,vessel imo", "Jin Teng,9163166", ["vessel:Jin Teng::"]),
    ("owner first name,owner last name", "Won Hong,Kim", ["owner:Kim, Won Hong::"]),
    ("related parties", "Kim (owner); director: Lee; Park", ["owner:Kim::", "director:Lee::", "related:Park::"]),
    ("owner", "n/a", []),
    ("owner", "", []),
]


@pytest.mark.parametrize(("headings", "row", "related"), RELATED)
def test_related_parties(read: Read, headings: str, row: str, related: list[str]) -> None:
    party = party_of(read, f"name,{headings}", f"Acme,{row}")
    found = [
        f"{one.role}:{one.party.name}:{';'.join(map(str, one.party.birth_dates))}:{';'.join(one.party.countries)}" for one in party.related
    ]
    assert found == related
    assert len({one.party.id for one in party.related}) == len(related)


def test_values_that_belong_to_no_single_owner_are_left_out(read: Read) -> None:
    _, rows = read("name,owner,owner dob\nAcme,Kim; Lee,1960")
    assert rows[0].party is not None
    assert [one.party.birth_dates for one in rows[0].party.related] == [(), ()]
    assert "not one value for each of the 2 persons" in rows[0].warnings[0]
    assert rows[0].party.extra == {"owner dob": "1960"}


def test_an_owner_who_cannot_be_screened_is_told_of(read: Read) -> None:
    _, rows = read("name,owner,owner dob\nAcme,,1960")
    assert rows[0].warnings == ("The owner could not be screened: it has no name (it holds the birth date “1960”).",)


ADDRESSES = [
    ("address", "1 Main St", ["1 Main St"]),
    ("address 1,address 2,city", "1 Main St,Floor 2,Berlin", ["1 Main St, Floor 2, Berlin"]),
    ("street,zip,city,address country", "Allee 1,10115,Berlin,Germany", ["Allee 1, 10115 Berlin, Germany"]),
    ("street,city,state,district", "Allee 1,Austin,TX,21", ["Allee 1, Austin, TX, 21"]),
    ("home address,business address", "A 1,B 2", ["A 1", "B 2"]),
    ("city", "", []),
]


@pytest.mark.parametrize(("headings", "row", "addresses"), ADDRESSES)
def test_addresses(read: Read, headings: str, row: str, addresses: list[str]) -> None:
    assert [address.full for address in party_of(read, f"name,{headings}", f"Acme,{row}").addresses] == addresses


def test_a_birth_place_of_several_columns(read: Read) -> None:
    assert party_of(read, "name,town of birth,country of birth", "Kim,Pyongyang,KP").birth_places == ("Pyongyang", "KP")


def test_a_duplicate_id_is_a_warning_and_both_rows_are_screened(read: Read) -> None:
    book, rows = read("id,name\nA1,Acme\nA1,Beta")
    assert book.parties == 2
    assert rows[1].warnings == ("The id “A1” stands in row 2 already; both rows were screened.",)


def test_columns_that_mean_nothing_are_carried_along_and_named(read: Read) -> None:
    book, rows = read("id,name,Balance,KYC\n1,Acme,5,\n2,Beta,,yes")
    assert book.notes == ["These columns were carried along but not screened: 'Balance', 'KYC'."]
    assert [dict(row.party.extra) for row in rows if row.party] == [{"Balance": "5"}, {"KYC": "yes"}]


def test_cells_beyond_the_headings_are_told_of(read: Read) -> None:
    _, rows = read("id,name,country\n1,Acme, Inc,KP")
    assert any("more cells than there are headings (3)" in warning for warning in rows[0].warnings)
    assert rows[0].party is not None
    assert rows[0].party.extra["column 4"] == "KP"


def test_without_an_id_a_party_is_called_by_its_row(read: Read) -> None:
    book, rows = read("name\nAcme\n\nBeta")
    assert [row.id for row in rows] == ["row 2", "row 4"]
    assert [row.number for row in rows] == [2, 4]
    assert any("no id column" in note for note in book.notes)


def test_former_names_keep_their_quality_beside_a_weaker_column(read: Read) -> None:
    party = party_of(read, "name,alias,former name", "Acme,Old,Old")
    assert {name.full: name.quality for name in party.names}["Old"] is Quality.FORMER
