"""Several names in one field: "X a.k.a. Y", "X d/b/a Y", "X (formerly Y)", "X trading as Y", "KOREA MINING … (KOMID)".

A field that holds two names must be found by each of them. What stands in brackets is a name of its own, a place or a
number that tells sister bodies apart, or a remark; only the first is a name, and the second is never left out freely.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctions.names.organisations import canonical
from sanctions.names.text import words
from sanctions.names.vocabulary import LEGAL, commonness

_MARKERS = re.compile(
    r"""[\s,;:(\[]+(?:
        a\.?/?k\.?/?a\b\.? | f\.?/?k\.?/?a\b\.? | n\.?/?k\.?/?a\b\.? | d\.?/?b\.?/?a\b\.? | t/as?\b
        | (?:also|formerly|previously|now|otherwise|better|commonly)\s+(?:known|called|named|trading|operating|doing\s+business)\s+as\b
        | (?:doing\s+business|trading|operating|carrying\s+on\s+business|known|trades|operates)\s+as\b
        | formerly\b | previously\b | alias\b
    )[\s,;:.]*(?=[^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*[(\[（【]\s*([^()\[\]（）【】]+?)\s*[)\]）】]\s*")
_REMARKS = frozenset(
    """
    the new private public holding holdings group international and branch office head formerly former old in of liquidation bankruptcy
    receivership registered see prior vessel
    """.split()
)
PLACES = frozenset(
    """
    africa america americas asia europe pacific gulf north south east west northern southern eastern western central middle far offshore
    dubai hongkong moscow beijing shanghai shenzhen london geneva zurich hamburg tehran pyongyang damascus beirut istanbul macau sharjah
    city bay coast island islands region province state district overseas worldwide global usa uae uk dprk rok hk prc eu us
    afghanistan albania algeria andorra angola anguilla antigua argentina armenia aruba australia austria azerbaijan bahamas bahrain
    bangladesh barbados barbuda belarus belgium belize benin bermuda bhutan bissau bolivia bosnia botswana brazil britain brunei bulgaria
    burkina
    burma burundi cambodia cameroon canada cape verde cayman chad chile china colombia comoros congo costa rica croatia cuba curacao cyprus
    czech czechia denmark djibouti dominica dominican ecuador egypt emirates england eritrea estonia eswatini ethiopia faso fiji finland
    france
    gabon gambia georgia germany ghana gibraltar greece greenland grenada guatemala guernsey guinea guyana haiti herzegovina holland
    honduras
    hong kong hungary iceland india indonesia iran iraq ireland israel italy ivory jamaica japan jersey jordan kazakhstan kenya kiribati
    korea kosovo
    kuwait kyrgyzstan lanka laos latvia lebanon leone lesotho liberia libya liechtenstein lithuania luxembourg macao macedonia madagascar
    malawi malaysia maldives mali malta marshall mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar
    namibia
    nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama papua paraguay peru philippines poland portugal qatar
    republic
    romania russia rwanda samoa saudi arabia scotland senegal serbia seychelles sierra singapore slovakia slovenia somalia spain sri sudan
    suriname
    swaziland sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga trinidad tunisia turkey turkiye turkmenistan uganda
    ukraine
    uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zaire zambia zealand zimbabwe
    """.split()
)
"""Countries, directions and places that stand in brackets behind the name of one of several sister bodies."""

_LEAST_LETTERS = 4
_COMMON = 6


@lru_cache(maxsize=16384)
def names_within(text: str) -> tuple[str, ...]:
    """The names that one field holds: "X a.k.a. Y" → X, Y; the field itself where it holds but one. Never empty.

    A part without a word of three letters is no name, and the field is then left whole.
    """
    parts = [part.strip(" ,;:.()[]") for part in _MARKERS.split(text)]
    if len(parts) == 1 or any(not any(len(word) >= 3 for word in words(part)) for part in parts):
        return (text,)
    return tuple(dict.fromkeys(parts))


@lru_cache(maxsize=65536)
def body_readings(text: str) -> tuple[str, ...]:
    """The ways to read an organisation's or ship's name with brackets: as written; without what is in the brackets, unless
    that tells sister bodies apart; and what is in them by itself where it can be a name ("(KOMID)")."""
    inside = _BRACKETED.findall(text)
    if not inside:
        return (text,)
    without = _BRACKETED.sub(lambda found: f" {found[1]} " if tells_apart(found[1]) else " ", text).strip()
    found = (text, without, *(content for content in inside if _is_name(content)))
    return tuple(dict.fromkeys(reading for reading in found if words(reading)))


@lru_cache(maxsize=16384)
def tells_apart(content: str) -> bool:
    """Whether a bracket's content tells sister bodies apart: places, a number, a letter or two."""
    inner = canonical(("x", *words(content)))[1:]
    return bool(inner) and (
        all(word in PLACES or len(word) <= 2 for word in inner if not word.startswith(LEGAL)) or any(word.isdigit() for word in inner)
    )


def _is_name(content: str) -> bool:
    """Whether a bracket's content can be a name: a word that is no remark, place, legal form or common word."""
    if tells_apart(content):
        return False
    telling = [
        word for word in canonical(words(content)) if not word.startswith(LEGAL) and word not in _REMARKS and commonness(word) < _COMMON
    ]
    return sum(map(len, telling)) >= _LEAST_LETTERS
