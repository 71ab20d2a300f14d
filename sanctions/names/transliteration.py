"""Letters that anyascii writes otherwise than the tongue's own rule does: kana, Serbian and Macedonian, Georgian, South Slavic đ.

anyascii goes letter by letter. Serbian and Macedonian Cyrillic have a Latin alphabet of their own (Pravopis; Macedonia's
table of 1970), letter for letter; kana is read by `names.japanese`; Vietnamese đ is d, South Slavic đ is dj. Georgian writes
-i behind every Russian surname, which Latin spellings keep (the National system of 2002 does) or leave out: მამედოვი is
Mamedovi and Mamedov.
"""

from __future__ import annotations

import re

from sanctions.names.japanese import kana_in_latin
from sanctions.patterns import regex

_TELLING = regex("[ђјљњћџѓќѕЂЈЉЊЋЏЃЌЅ]")
_SERBIAN = str.maketrans({
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ж": "z", "ц": "c", "ч": "c", "ш": "s", "х": "h", "ѓ": "gj", "ќ": "kj",
    "ѕ": "dz", "Ђ": "Dj", "Ј": "J", "Љ": "Lj", "Њ": "Nj", "Ћ": "C", "Џ": "Dz", "Ж": "Z", "Ц": "C", "Ч": "C", "Ш": "S", "Х": "H", "Ѓ": "Gj",
    "Ќ": "Kj", "Ѕ": "Dz",
})  # fmt: skip
_CYRILLIC = regex("[\u0400-\u04ff]")
_GEORGIAN_OV = regex("(?<=[\u10d0-\u10ff]{2}[ოე]ვ)ი(?![\u10d0-\u10ff])")
_DJ = regex("[đĐ]")
_SOUTH_SLAVIC = regex("[ćčšžĆČŠŽ]|[vn]i[cć]\\b", re.IGNORECASE)


def by_own_rule(text: str) -> str:
    """The text with the letters of these scripts in Latin; all others as they are."""
    if text.isascii():
        return text
    text = kana_in_latin(text)
    if _CYRILLIC.search(text) and _TELLING.search(text):
        text = text.translate(_SERBIAN)
    if _DJ.search(text) and _SOUTH_SLAVIC.search(text):
        text = text.replace("đ", "dj").replace("Đ", "Dj")
    return text


def georgian_readings(text: str) -> tuple[str, ...]:
    """The text and, where it has Russian surnames in Georgian letters, the text without their endings."""
    return tuple(dict.fromkeys((text, _GEORGIAN_OV.sub("", text))))
