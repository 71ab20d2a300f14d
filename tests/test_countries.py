"""Countries as publishers and officers write them."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.countries import country_code, country_name, same_country

WRITTEN = [
    # code, and how lists and books write it
    ("KP", ["KP", "PRK", "North Korea", "Korea, North", "DPRK", "D.P.R.K.", "Democratic People's Republic of Korea",
            "Korea, Democratic People's Republic of", "Korea (Democratic People's Republic of)", "NORTH KOREA",
            "북한", "조선민주주의인민공화국", "朝鲜", "КНДР"]),
    ("KR", ["KR", "South Korea", "Korea, South", "Republic of Korea", "대한민국", "Korea, Republic of"]),
    ("RU", ["RU", "Russia", "Russian Federation", "Россия"]),
    ("IR", ["IR", "Iran", "Iran (Islamic Republic of)", "Iran, Islamic Republic of"]),
    ("SY", ["Syria", "Syrian Arab Republic"]),
    ("CD", ["Congo, Democratic Republic of the", "Democratic Republic of the Congo", "DRC", "Zaire"]),
    ("CG", ["Congo, Republic of the", "Congo"]),
    ("CI", ["Cote d Ivoire", "Côte d'Ivoire", "Ivory Coast"]),
    ("MM", ["Burma", "Myanmar"]),
    ("TR", ["Turkey", "Türkiye", "Turkiye"]),
    ("GB", ["UK", "GB", "United Kingdom", "England"]),
    ("HK", ["Hong Kong"]),
    ("VG", ["Virgin Islands, British", "British Virgin Islands"]),
    ("PS", ["Palestinian", "West Bank", "Gaza"]),
    ("CU", ["Cuba", "Kuba"]),
    ("BA", ["Bosnia and Herzegovina"]),
    ("GR", ["EL", "Greece"]),
    ("XK", ["Kosovo"]),
    ("SU", ["USSR", "Soviet Union"]),
    ("YU", ["Yugoslavia"]),
    ("DD", ["East Germany"]),
    ("CZ", ["Czech Republic"]),
    ("MK", ["North Macedonia"]),
    ("SZ", ["Swaziland", "Eswatini"]),
    ("VE", ["Venezuela", "Venezuela, Bolivarian Republic of"]),
]  # fmt: skip
CASES = [(code, text) for code, texts in WRITTEN for text in texts]


@pytest.mark.parametrize(("code", "text"), CASES, ids=[case[1] for case in CASES])
def test_countries_as_written(code: str, text: str) -> None:
    assert country_code(text) == code
    assert country_code(f"  {text.upper()} ") == code


@pytest.mark.parametrize(
    "text", ["", "00", "ZZ", "XX", "Unknown", "undetermined", "Atlantis", "possibly Palestinian", "K", "-", "Pyongyang"]
)
def test_what_is_no_country_is_never_guessed(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_2)
def test_every_country_is_found_by_its_codes_and_names(country: object) -> None:
    code: str = getattr(country, "alpha_2")  # noqa: B009 (pycountry makes its attributes at run time)
    for attribute in ("alpha_2", "alpha_3", "name", "official_name", "common_name"):
        text = getattr(country, attribute, None)
        if text:
            assert country_code(text) == code
    assert country_code(country_name(code)) == code


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KP", "KP", True),
        ("KP", "KR", False),
        ("SU", "RU", True),
        ("UA", "SU", True),
        ("SU", "PL", False),
        ("YU", "RS", True),
        ("DD", "DE", True),
        ("DE", "AT", False),
    ],
)
def test_a_historic_state_is_each_of_its_successors(one: str, other: str, same: bool) -> None:
    assert same_country(one, other) is same
    assert same_country(other, one) is same


@given(st.text(max_size=40))
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = country_code(text)
    assert code is None or (len(code) == 2 and code.isalpha() and code.isupper())
