"""Countries as lists and books write them, brought to ISO 3166-1 alpha-2.

Names come from pycountry (ISO 3166-1, and 3166-3 for states that are no more, with its translations);
spellings that only sanctions publishers and officers use are in the table below, each as seen on a list.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from functools import cache, lru_cache

_SPELLINGS = (
    # code, and names as some publisher writes them (folded); historic states stand by their former code
    ("KP", "north korea|korea north|dprk|d p r k|dpr korea|d p r korea|democratic peoples republic of korea"),
    ("KP", "democratic people s republic of korea|korea democratic peoples republic of"),
    ("KP", "korea democratic people s republic of|democratic peoples republic korea|nk|조선민주주의인민공화국|북한"),
    ("KP", "朝鲜|朝鮮|北朝鮮|кндр"),
    ("KR", "south korea|korea south|republic of korea|rok|korea republic of|한국|대한민국|韩国|韓国"),
    ("RU", "russia|russian federation|the russian federation|россия|российская федерация"),
    ("RU", "rossiya|russie|ロシア"),
    ("BY", "bielorussie"),
    ("IR", "iran|islamic republic of iran|persia"),
    ("SY", "syria|syrian arab republic"),
    ("VN", "vietnam|viet nam"),
    ("LA", "laos|lao pdr|lao people s democratic republic"),
    ("BO", "bolivia"),
    ("VE", "venezuela"),
    ("TZ", "tanzania"),
    ("MD", "moldova|republic of moldova"),
    ("MK", "macedonia|north macedonia|former yugoslav republic of macedonia|fyrom"),
    ("MK", "the former yugoslav republic of macedonia"),
    ("PS", "palestine|palestinian|palestinian territories|occupied palestinian territory|state of palestine|west bank"),
    ("PS", "gaza|gaza strip|palestinian authority|occupied palestinian territories"),
    ("TW", "taiwan|taiwan province of china|republic of china|chinese taipei"),
    ("HK", "hong kong|hong kong sar|hong kong china|china hong kong"),
    ("MO", "macau|macao|macao sar"),
    ("CD", "democratic republic of the congo|congo democratic republic of the|congo democratic republic|dr congo|drc"),
    ("CD", "d r congo|congo the democratic republic of the|zaire|congo kinshasa"),
    ("CG", "republic of the congo|congo|congo republic of the|congo brazzaville"),
    ("CI", "cote d ivoire|ivory coast"),
    ("CZ", "czech republic|czechia"),
    ("SZ", "swaziland|eswatini"),
    ("MM", "burma|myanmar|myanmar burma|myanmar birmanie"),
    ("TR", "turkey|turkiye|republic of turkey"),
    ("GB", "united kingdom|uk|great britain|england|scotland|wales|northern ireland|britain|u k"),
    ("US", "united states|usa|united states of america|u s a|u s|america"),
    ("AE", "united arab emirates|uae|u a e|dubai|abu dhabi|sharjah"),
    ("CV", "cape verde|cabo verde"),
    ("TL", "east timor|timor leste"),
    ("VA", "vatican|holy see|vatican city"),
    ("BN", "brunei"),
    ("FM", "micronesia"),
    ("GM", "the gambia|gambia|gambia the"),
    ("BS", "the bahamas|bahamas|bahamas the"),
    ("BA", "bosnia|bosnia herzegovina|bosnia and herzegovina"),
    ("VG", "virgin islands british|british virgin islands|bvi"),
    ("VI", "virgin islands u s|us virgin islands"),
    ("CN", "china|peoples republic of china|people s republic of china|prc|p r china|mainland china|中国|中國"),
    ("XK", "kosovo"),
    ("SU", "ussr|soviet union|union of soviet socialist republics|former ussr|u s s r"),
    ("YU", "yugoslavia|former yugoslavia|socialist federal republic of yugoslavia|federal republic of yugoslavia"),
    ("CS", "serbia and montenegro|czechoslovakia"),
    ("DD", "german democratic republic|east germany|gdr"),
    ("SX", "sint maarten"),
    ("CW", "curacao"),
    ("AN", "netherlands antilles"),
    ("DE", "germany|federal republic of germany|deutschland|west germany"),
    ("CU", "cuba|kuba"),
    ("SD", "sudan|soudan|the sudan"),
    ("SS", "south sudan"),
    ("NL", "netherlands|the netherlands|holland"),
    ("SV", "el salvador"),
    ("CF", "central african republic|car"),
    ("ST", "sao tome|sao tome and principe"),
    ("KN", "saint kitts and nevis|st kitts and nevis|st kitts"),
    ("VC", "saint vincent and the grenadines|st vincent and the grenadines"),
    ("UA", "crimea|region crimea|crimea region of ukraine|donetsk|luhansk"),
)
_USUAL_NAMES = {
    "KP": "North Korea",
    "KR": "South Korea",
    "IR": "Iran",
    "SY": "Syria",
    "RU": "Russia",
    "XK": "Kosovo",
    "VE": "Venezuela",
    "YU": "Yugoslavia",
    "CS": "Serbia and Montenegro, or Czechoslovakia",
}
_HISTORIC = frozenset({"SU", "YU", "CS", "DD", "AN", "XK", "ZR", "BU", "TP"})
_SUCCESSORS = {
    "SU": frozenset({"RU", "UA", "BY", "KZ", "UZ", "TM", "TJ", "KG", "AM", "AZ", "GE", "MD", "LT", "LV", "EE"}),
    "YU": frozenset({"RS", "ME", "HR", "SI", "BA", "MK", "XK", "CS"}),
    "CS": frozenset({"RS", "ME", "CZ", "SK", "XK"}),
    "DD": frozenset({"DE"}),
    "AN": frozenset({"CW", "SX", "BQ"}),
    "ZR": frozenset({"CD"}),
    "BU": frozenset({"MM"}),
    "TP": frozenset({"TL"}),
}
_TRANSLATIONS = ("de", "fr", "es", "it", "ru", "uk", "ko", "zh_CN", "zh_TW", "ja", "ar", "fa", "pt", "tr", "nl", "pl", "sv")


def country_code(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code (or the former code of a historic state) for a name or code, else None.

    Accepts alpha-2 and alpha-3 codes, names in English and seventeen other languages, and the spellings of
    the sanctions publishers ("Korea, North", "DPRK", "Burma"). Never guesses: "00" and "Unknown" are None.
    """
    stripped = text.strip()
    if len(stripped) == 2 and stripped.isascii() and stripped.isalpha():
        code = {"UK": "GB", "EL": "GR"}.get(stripped.upper(), stripped.upper())
        if code in _HISTORIC or code in _codes():
            return code
    return _lookup(_fold(stripped))


@lru_cache(maxsize=4096)
def _lookup(folded: str) -> str | None:
    if not folded:
        return None
    return _spellings().get(folded) or _names().get(folded) or _translated().get(folded)


def country_name(code: str) -> str:
    """The usual English short name of a code; the code itself where there is none."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code) or pycountry.historic_countries.get(alpha_2=code)
    usual = _USUAL_NAMES.get(code)
    return usual or (getattr(found, "common_name", None) or found.name if found else code)


def same_country(a: str, b: str) -> bool:
    """Whether two codes are one country, a historic state counting as each of its successors."""
    return a == b or b in _SUCCESSORS.get(a, ()) or a in _SUCCESSORS.get(b, ())


def _fold(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", plain).casefold()).split())


@cache
def _spellings() -> dict[str, str]:
    return {_fold(name): code for code, names in _SPELLINGS for name in names.split("|")}


@cache
def _codes() -> frozenset[str]:
    import pycountry

    return frozenset(c.alpha_2 for c in pycountry.countries)


@cache
def _names() -> dict[str, str]:
    import pycountry

    names: dict[str, str] = {}
    for country in [*pycountry.historic_countries, *pycountry.countries]:
        for attribute in ("name", "official_name", "common_name", "alpha_3"):
            if value := getattr(country, attribute, None):
                for spelling in _both_orders(value):
                    names[spelling] = country.alpha_2
    return names


def _both_orders(name: str) -> tuple[str, ...]:
    """A name folded, and again with what follows its comma put first ("Korea, Republic of")."""
    head, comma, tail = name.partition(",")
    return (_fold(name), _fold(f"{tail} {head}")) if comma else (_fold(name),)


@cache
def _translated() -> dict[str, str]:
    """Country names in other languages; loaded only when English fails, since it takes a tenth of a second."""
    import pycountry

    names: dict[str, str] = {}
    for language in _TRANSLATIONS:
        translation = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language], fallback=True)
        for country in pycountry.countries:
            for attribute in ("common_name", "official_name", "name"):
                if value := getattr(country, attribute, None):
                    for spelling in _both_orders(translation.gettext(value)):
                        names.setdefault(spelling, country.alpha_2)
    return names
