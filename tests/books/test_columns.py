"""Which headings mean what, and what is said when they do not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.books import FIELDS, ROLES, read_mapping
from sanctions.books.columns import recognise
from sanctions.books.vocabulary import GENDERS, KINDS, fold
from sanctions.errors import BookError, UsageError

from .conftest import Read

HEADINGS = [
    # heading as officers write it, what it means
    ("id", "id"),
    ("Customer ID", "id"),
    ("client_no.", "id"),
    ("Kundennummer", "id"),
    ("고객번호", "id"),
    ("NAME", "name"),
    ("Full Name", "name"),
    ("customerName", "name"),
    ("Firma", "name"),
    ("Razón social", "name"),
    ("公司名称", "name"),
    ("First name(s)", "given_name"),
    ("Vorname", "given_name"),
    ("Prénom", "given_name"),
    ("SURNAME", "family_name"),
    ("Отчество", "patronymic"),
    ("f/k/a", "former_name"),
    ("d.b.a.", "trading_name"),
    ("Also known as", "alias"),
    ("alias_3", "alias 3"),
    ("Name in native script", "native_name"),
    ("Entity Type", "kind"),
    ("D.O.B.", "birth_date"),
    ("dateOfBirth", "birth_date"),
    ("Geburtsdatum", "birth_date"),
    ("생년월일", "birth_date"),
    ("DOB (DD/MM/YYYY)", "birth_date"),
    ("DOB (MM/DD/YYYY)", "birth_date_month_first"),
    ("Place of birth", "birth_place"),
    ("Staatsangehörigkeit", "nationality"),
    ("Country of Residence", "residence"),
    ("country of incorporation", "registration_country"),
    ("Customer country", "country"),
    ("Straße", "street"),
    ("Address line 1", "address 1"),
    ("PLZ", "postal_code"),
    ("Passport No", "passport"),
    ("USt-IdNr", "tax"),
    ("Handelsregister-Nummer", "registration"),
    ("IMO Number", "imo"),
    ("SWIFT/BIC", "bic"),
    ("LEI", "lei"),
    ("Wallet address", "wallet"),
    ("Director 1", "director 1 name"),
    ("director_2", "director 2 name"),
    ("Geschäftsführer", "director name"),
    ("UBO", "beneficial owner name"),
    ("owner name", "owner name"),
    ("Owner's date of birth", "owner birth_date"),
    ("owner_2_country", "owner 2 country"),
    ("country of owner 2", "owner 2 country"),
    ("Beneficial Owner Passport No.", "beneficial owner passport"),
    ("vessel IMO", "vessel imo"),
    ("주주", "shareholder name"),
]


@pytest.mark.parametrize(("heading", "meaning"), HEADINGS)
def test_a_heading_is_recognised(heading: str, meaning: str) -> None:
    column = recognise(heading)
    assert column is not None
    assert column.meaning == meaning


@pytest.mark.parametrize("heading", ["", "  ", "balance", "risk score", "KYC done", "owner balance", "x" * 5000, "9", "**"])
def test_a_heading_that_says_nothing_is_left_alone(heading: str) -> None:
    assert recognise(heading) is None


def test_no_spelling_means_two_things() -> None:
    for table in (FIELDS, ROLES, GENDERS, {kind.value: words for kind, words in KINDS.items()}):
        seen: dict[str, str] = {}
        for word, spellings in table.items():
            for spelling in spellings.split("|"):
                assert fold(spelling), f"{spelling!r} of {word} folds to nothing"
                assert seen.setdefault(fold(spelling), word) == word, f"{spelling!r} means both {seen[fold(spelling)]} and {word}"
    assert not {fold(s) for words in FIELDS.values() for s in words.split("|")} & {
        fold(s) for words in ROLES.values() for s in words.split("|")
    }


BAD_HEADINGS = [
    # book, part of the sentence
    ("id,amount\n1,5", "no column holds a name"),
    ("1,Acme Ltd,KP\n2,Beta Ltd,CN", "no column holds a name"),
    ("owner,director\nKim,Lee", "no column holds a name"),
    ("name,country,name\nA,KP,B", "'name' stands twice, in columns 1 and 3"),
    ("name,Full Name\nA,B", "'name' and 'Full Name' both mean 'name'"),
    ("name,dob,Geburtsdatum\nA,1960,1961", "both mean 'birth_date'"),
    ("name,director,managing director\nA,B,C", "both mean 'director name'"),
]


@pytest.mark.parametrize(("book", "sentence"), BAD_HEADINGS)
def test_headings_that_cannot_be_used(read: Read, book: str, sentence: str) -> None:
    with pytest.raises(BookError, match="(?s)" + sentence) as caught:
        read(book)
    assert "book.csv" in str(caught.value)


def test_the_mend_proposed_for_rivals_works(read: Read) -> None:
    with pytest.raises(BookError) as caught:
        read("name,Full Name\nA,B")
    proposed = str(caught.value).split('--columns "')[1].split('"')[0]
    book, rows = read("name,Full Name\nA,B", columns=proposed)
    assert rows[0].name == "B"
    assert book.unused == ("name",)
    assert rows[0].party is not None
    assert rows[0].party.extra == {"name": "A"}


def test_a_mapping_goes_before_what_is_recognised(read: Read) -> None:
    content = "Bezeichnung,Who,Born when,KP?\nAcme,Kim Won Hong,1945,KP"
    _, rows = read(content, columns={"bezeichnung": "name", "Who": "owner", "Born when": "owner.birth_date", "KP?": "owner.country"})
    party = rows[0].party
    assert party is not None
    assert party.name == "Acme"
    assert [(one.role, one.party.name, str(one.party.birth_dates[0]), one.party.countries) for one in party.related] == [
        ("owner", "Kim Won Hong", "1945", ("KP",))
    ]


def test_a_mapping_comes_from_toml_json_or_a_word(tmp_path: Path) -> None:
    toml, json = tmp_path / "map.toml", tmp_path / "map.json"
    toml.write_text('"Client, full" = "name"\nRef = "id"\n', encoding="utf-8")
    json.write_text('{"columns": {"Client, full": "name", "Ref": "id"}}', encoding="utf-8")
    assert read_mapping(toml) == read_mapping(str(json)) == {"Client, full": "name", "Ref": "id"}
    assert read_mapping("A=name, B = owner 2.birth_date") == {"A": "name", "B": "owner 2.birth_date"}


BAD_MAPPINGS = [
    ({"Name": "nom de plume"}, "which is no field. The fields are: id, name, given_name"),
    ({"Name": "owner.shoe size"}, "which is no field"),
    ({"Nmae": "name"}, "'Nmae', which the book lacks. Its columns are: Name, Country"),
    ("Name=", 'must be a TOML or JSON file or "Column=field'),
    ("no-such-file.toml", "cannot be read"),
]


@pytest.mark.parametrize(("mapping", "sentence"), BAD_MAPPINGS)
def test_a_mapping_that_cannot_be_used(read: Read, mapping: dict[str, str] | str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        read("Name,Country\nAcme,KP", columns=mapping)


ROLE_BOOKS = [
    # headings, a row, the party's name, its kind, related parties as role:name
    ("Vessel name,IMO,Owner", "Jin Teng,9163166,OMM", "Jin Teng", "vessel", ["owner:OMM"]),
    ("Name,Vessel flag,Vessel IMO", "Jin Teng,SL,9163166", "Jin Teng", "unknown", []),
    ("Consignee,Consignee country", "Acme,KP", "Acme", "unknown", []),
    ("Company,First name,Last name", "Acme,Won Hong,Kim", "Acme", "unknown", ["contact:Kim, Won Hong"]),
    ("Company,First name,Last name", ",Won Hong,Kim", "Kim, Won Hong", "person", []),
    ("First name,Last name", "Won Hong,Kim", "Kim, Won Hong", "person", []),
    ("Name,Owner dob", "Acme,1960", "Acme", "unknown", []),
]


@pytest.mark.parametrize(("headings", "row", "name", "kind", "related"), ROLE_BOOKS)
def test_who_the_party_is(read: Read, headings: str, row: str, name: str, kind: str, related: list[str]) -> None:
    _, rows = read(f"{headings}\n{row}")
    party = rows[0].party
    assert party is not None
    assert (party.name, party.kind.value) == (name, kind)
    assert [f"{one.role}:{one.party.name}" for one in party.related] == related
