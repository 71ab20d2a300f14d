"""OFAC's Remarks: a table of segments as published, and what each means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.model import IdentifierType, Kind, Quality
from sanctions.readers.ofac_labels import LABELS, find_label, split_label
from sanctions.readers.ofac_remarks import mine, segments, split_value, unknown_shape
from tests.readers.ofac import draft

I = IdentifierType  # noqa: E741 (a table reads better with a short name)

IDENTIFIERS = [
    # segment · type · value · country · note
    ("Passport 836410105 (Korea, North)", I.PASSPORT, "836410105", "KP", None),
    ("alt. Passport 108412 (Korea, North) expires 13 Oct 2025", I.PASSPORT, "108412", "KP", "expires 13 Oct 2025"),
    ("Passport A1234 (Iran) issued 01 Jan 2010 expires 01 Jan 2015", I.PASSPORT, "A1234", "IR", "issued 01 Jan 2010; expires 01 Jan 2015"),
    ("Passport 1091875", I.PASSPORT, "1091875", None, None),
    ("Passport No.: 0310857 (Eritrea)", I.PASSPORT, "0310857", "ER", None),
    ("Diplomatic Passport 008827 (Iran) issued 1999", I.PASSPORT, "008827", "IR", "issued 1999"),
    ("National ID No. 216040 (Yemen)", I.NATIONAL_ID, "216040", "YE", None),
    ("Cedula No. 16215230 (Cali)", I.NATIONAL_ID, "16215230", None, "Cali"),
    ("Tax ID No. 7702070139 (Russia)", I.TAX, "7702070139", "RU", None),
    ("NIT # 800018928-0 (Colombia)", I.TAX, "800018928-0", "CO", None),
    ("Registration Number HRA 738077 (Stuttgart) (Germany)", I.REGISTRATION, "HRA 738077", "DE", "Stuttgart"),
    ("Unified Social Credit Code (USCC) 9113100033607322XK (China)", I.REGISTRATION, "9113100033607322XK", "CN", None),
    ("Folio Mercantil No. 343997 (Mexico) issued 14 Dec 2005", I.REGISTRATION, "343997", "MX", "issued 14 Dec 2005"),
    ("Vessel Registration Identification IMO 7937317", I.IMO, "7937317", None, None),
    ("Vessel Registration Identification 8606173", I.IMO, "8606173", None, None),
    ("Vessel Registration Identification 8606174", I.REGISTRATION, "8606174", None, None),  # the check digit is wrong
    ("Identification Number IMO 5342883", I.IMO, "5342883", None, None),
    ("Company Number IMO 5055293", I.IMO, "5055293", None, None),
    ("MMSI 572469210", I.MMSI, "572469210", None, None),
    ("Aircraft Tail Number EP-MMH", I.AIRCRAFT_TAIL, "EP-MMH", None, None),
    ("Aircraft Manufacturer's Serial Number (MSN) 1023409321", I.AIRCRAFT_SERIAL, "1023409321", None, None),
    ("Aircraft Manufacturer\u2019s Serial Number (MSN) 1023409321", I.AIRCRAFT_SERIAL, "1023409321", None, None),
    ("Aircraft Construction Number (also called L/N or S/N or F/N) 8401", I.AIRCRAFT_SERIAL, "8401", None, None),
    ("SWIFT/BIC HAVIGB2L", I.BIC, "HAVIGB2L", None, None),
    ("Legal Entity Number 253400V1H6ART1UQ0N98 (Russia)", I.LEI, "253400V1H6ART1UQ0N98", "RU", None),
    ("D-U-N-S Number 52-024-2307", I.DUNS, "52-024-2307", None, None),
    ("Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", I.WALLET, "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", None, None),
    ("alt. Digital Currency Address - ETH 0xfec8a60023265364d066a1212fd", I.WALLET, "0xfec8a60023265364d066a1212fd", None, None),
    ("Email Address golfrategrupo@ebonet.net", I.EMAIL, "golfrategrupo@ebonet.net", None, None),
    ("Website www.sample.example", I.WEBSITE, "www.sample.example", None, None),
    ("Telephone (98)(9121115315)", I.PHONE, "(98)(9121115315)", None, None),
    ("BIK (RU) 044030707", I.OTHER, "044030707", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("segment", "kind", "value", "country", "note"), IDENTIFIERS, ids=[case[0] for case in IDENTIFIERS])
def test_identifiers(segment: str, kind: IdentifierType, value: str, country: str | None, note: str | None) -> None:
    target = draft()
    mine(segment + ".", target)
    (found,) = target.identifiers
    assert (found.type, found.value, found.country, found.note) == (kind, value, country, note)


def test_the_currency_of_a_wallet_stays_in_its_label() -> None:
    target = draft()
    mine("Digital Currency Address - XBT 1EfMVkxQQuZfBdocpJu6RUsCJvenQWbQyE.", target)
    assert target.identifiers[0].label == "Digital Currency Address - XBT"


def test_an_identification_number_of_a_company_is_a_registration() -> None:
    target = draft()
    target.kind = Kind.ORGANISATION
    mine("Identification Number 159014 (Iraq)", target)
    assert target.identifiers[0].type is I.REGISTRATION


ALIASES = [
    # segment · name · quality: quotation marks are OFAC's mark for a weak alias
    ("a.k.a. 'KOMID'", "KOMID", Quality.WEAK),
    ("alt. a.k.a. 'KOMID'", "KOMID", Quality.WEAK),
    ("a.k.a. 'ABU ALI AL-SADR'S SON'", "ABU ALI AL-SADR'S SON", Quality.WEAK),
    ('a.k.a. "KOMID"', "KOMID", Quality.WEAK),
    ("a.k.a. KOREA MINING", "KOREA MINING", Quality.STRONG),
    ("f.k.a. 'ANA I'", "ANA I", Quality.FORMER),
    ("n.k.a. 'NEW NAME'", "NEW NAME", Quality.WEAK),
]


@pytest.mark.parametrize(("segment", "name", "quality"), ALIASES, ids=[case[0] for case in ALIASES])
def test_aliases(segment: str, name: str, quality: Quality) -> None:
    target = draft()
    mine(segment, target)
    assert [(found.full, found.quality) for found in target.names] == [(name, quality)]


@pytest.mark.parametrize("segment", ["a.k.a. ''", "a.k.a. ' '", "a.k.a. "])
def test_an_alias_of_nothing_is_no_name(segment: str) -> None:
    target = draft()
    mine(segment, target)
    assert target.names == []


DATES = [
    ("DOB 23 Mar 1960", "1960-03-23"),
    ("alt. DOB 1961", "1961"),
    ("DOB circa 1962", "1962~"),
    ("DOB Mar 1945", "1945-03"),
    ("DOB 1951 to 1953", "1951/1953"),
    ("DOB circa 1951 to 1953", "1951/1953~"),
]


@pytest.mark.parametrize(("segment", "date"), DATES, ids=[case[0] for case in DATES])
def test_birth_dates(segment: str, date: str) -> None:
    target = draft()
    mine(segment, target)
    assert [str(found) for found in target.birth_dates] == [date]


def test_a_whole_remark() -> None:
    target = draft()
    mine(
        "DOB 07 Jan 1930; POB Onso'ng County, North Hambuk Province, Democratic People's Republic of Korea; nationality Korea, North; "
        "citizen Russia; Gender Female; Secondary sanctions risk: section 1(b); alt. CAATSA Section 235 Information: FOREIGN EXCHANGE. "
        "Sec 235(a)(7); Vice Chairman of the National Defense Commission; (Linked To: NATIONAL DEFENSE COMMISSION).",
        target,
    )
    assert target.birth_places == ["Onso'ng County, North Hambuk Province, Democratic People's Republic of Korea"]
    assert [(link.code, link.role.value) for link in target.countries] == [("KP", "birth"), ("KP", "nationality"), ("RU", "citizenship")]
    assert target.genders == ["female"]
    assert target.measures == ["Secondary sanctions risk: section 1(b)", "CAATSA Section 235 Information: FOREIGN EXCHANGE. Sec 235(a)(7)"]
    links = [(link.scheme, link.value, link.relation) for link in target.links]
    assert links == [("ofac_name", "NATIONAL DEFENSE COMMISSION", "Linked To")]
    assert not target.report.unread


UNKNOWN = [
    # a segment that looks like a fact under an unknown label, and its shape in the report; None: prose
    ("Shoe Size No. 45", "Shoe Size No. 9"),
    ("Tribe: Noorzai", "Tribe: Noorzai"),
    ("Library card 12345678", "Library card 9"),
    ("Member of the State Duma of the Federal Assembly of the Russian Federation", None),
    ("arrested 30 Sep 2002", None),
    ("For more information on directives, please visit the following link: http://www.treasury.gov/x#directives", None),
    ("all offices worldwide", None),
]


@pytest.mark.parametrize(("segment", "shape"), UNKNOWN, ids=[case[0][:30] for case in UNKNOWN])
def test_what_is_not_understood_is_reported_by_its_shape(segment: str, shape: str | None) -> None:
    target = draft()
    mine(segment, target)
    assert unknown_shape(segment) == shape
    assert dict(target.report.unread) == ({f"remarks: {shape}": 1} if shape else {})


@pytest.mark.parametrize("label", sorted(LABELS))
def test_every_label_is_found_alone_and_before_a_value(label: str) -> None:
    meaning = LABELS[label].meaning
    found = find_label(label)
    split = split_label(f"{label} 12345")
    assert found is not None
    assert found.meaning is meaning
    assert split is not None
    assert split[0].meaning is meaning
    assert split[1] == "12345"


@pytest.mark.parametrize(
    "label",
    ["Secondary sanctions risk:", "Executive Order 13662 Directive Determination -", "Executive Order 14024 Directive Information",
     "Listing Date (EO 14024 Directive 1a):", "Effective Date (CMIC)", "Digital Currency Address - ABC", "VESSEL TYPE"],
)  # fmt: skip
def test_labels_of_the_xml_formats(label: str) -> None:
    assert find_label(label) is not None


@pytest.mark.parametrize("piece", [" (", ";", "(;", " ", "'", "a.k.a. '", "Passport 1 ", "issued 2010 ", ") ("])
def test_crafted_remarks_do_not_hold_up_the_reader(piece: str) -> None:
    """Each would take minutes if some pattern looked at every pair of places."""
    crafted = piece * (90_000 // len(piece))
    target = draft()
    mine(crafted, target)
    mine("Passport " + crafted[:1_900] + ")", target)
    assert ";".join(segments(crafted)) == crafted


text = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)
FRAGMENTS = [";", "; ", "(", ")", "'", ".", "alt. ", "DOB ", "a.k.a. "]
pieces = st.lists(
    st.sampled_from(
        [case[0] for case in IDENTIFIERS + ALIASES + DATES + UNKNOWN] + [";", "; ", "(", ")", "'", ".", "alt. ", "DOB ", "a.k.a. "]
    )
    | text,
    max_size=8,
)


@given(text)
def test_segments_lose_nothing(remarks: str) -> None:
    assert ";".join(segments(remarks)) == remarks


@given(pieces)
def test_mining_never_raises(parts: list[str]) -> None:
    mine("".join(parts), draft())
    mine("; ".join(parts), draft())


@given(text.filter(lambda value: value.strip() == value and value != ""))
def test_a_value_loses_no_letter(value: str) -> None:
    """Number, country and note together still hold every letter and digit."""
    number, country, note = split_value(value)
    kept = f"{number}{country or ''}{note or ''}"
    for character in value:
        if character.isalnum():
            assert kept.casefold().count(character.casefold()) >= 1


@given(
    st.from_regex(r"[A-Z]{0,2}[0-9]{5,12}", fullmatch=True), st.sampled_from(["Korea, North", "Iran", "Congo, Democratic Republic of the"])
)
def test_a_number_with_a_country_comes_apart(number: str, country: str) -> None:
    assert split_value(f"{number} ({country})") == (number, country, None)
