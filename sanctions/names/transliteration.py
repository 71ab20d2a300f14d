"""Letters that anyascii writes otherwise than the tongue's own rule does: kana, Serbian and Macedonian, Georgian, South Slavic đ,
and scripts with modules of their own: Greek, Hebrew, Thai, Khmer, Burmese, Thaana, those of India.

anyascii goes letter by letter. Serbian and Macedonian Cyrillic have a Latin alphabet of their own (Pravopis; Macedonia's
table of 1970), letter for letter; kana is read by `names.japanese`; Vietnamese đ is d, South Slavic đ is dj; Azerbaijani ə is a
abroad (Aliyev). Georgian writes
-i behind every Russian surname, which Latin spellings keep (the National system of 2002 does) or leave out: მამედოვი is
Mamedovi and Mamedov.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

from sanctions.names.japanese import kana_in_latin
from sanctions.patterns import regex

_Readings = Callable[[str], tuple[str, ...]]

_TELLING = regex("[ђјљњћџѓќѕЂЈЉЊЋЏЃЌЅ]")
_SERBIAN = str.maketrans({
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ж": "z", "ц": "c", "ч": "c", "ш": "s", "х": "h", "ѓ": "gj", "ќ": "kj",
    "ѕ": "dz", "Ђ": "Dj", "Ј": "J", "Љ": "Lj", "Њ": "Nj", "Ћ": "C", "Џ": "Dz", "Ж": "Z", "Ц": "C", "Ч": "C", "Ш": "S", "Х": "H", "Ѓ": "Gj",
    "Ќ": "Kj", "Ѕ": "Dz",
})  # fmt: skip
_ENGLISH = str.maketrans({"č": "ch", "ć": "ch", "š": "sh", "ž": "zh", "Č": "Ch", "Ć": "Ch", "Š": "Sh", "Ž": "Zh"})
_BARE = str.maketrans("đĐ", "dD")
_AZERI = str.maketrans("əƏǝƎ", "aAaA")
_CYRILLIC = regex("[\u0400-\u04ff]")
_GEORGIAN_OV = regex("(?<=[\u10d0-\u10ff]{2}[ოე]ვ)ი(?![\u10d0-\u10ff])")
_DJ = regex("[đĐ]")
_SOUTH_SLAVIC = regex("[ćčšžĆČŠŽ]|[vn]i[cć]\\b", re.IGNORECASE)


def by_own_rule(text: str) -> str:
    """The text with the letters of these scripts in Latin, the likeliest reading of each; all others as they are."""
    if text.isascii():
        return text
    text = kana_in_latin(text).translate(_AZERI)
    if _CYRILLIC.search(text) and _TELLING.search(text):
        text = text.translate(_SERBIAN)
    if _DJ.search(text) and _SOUTH_SLAVIC.search(text):
        text = text.replace("đ", "dj").replace("Đ", "Dj")
    for readings in _readers_of(text):
        text = readings(text)[0]
    return text


def own_readings(text: str) -> tuple[str, ...]:
    """Every likely way to read a text that has words in a script with several readings of a word; the text itself where it has
    none. Of several such scripts in one text the first of the table is read so."""
    return next((readings(text) for readings in _readers_of(text)), (text,))


def _readers_of(text: str) -> list[_Readings]:
    return [_reader(name) for script, name in _READERS if script.search(text)] if _READ.search(text) else []


@cache
def _reader(name: str) -> _Readings:
    """What reads a script; its module is imported when a text has letters of it, since few texts have."""
    if name in _OWN:
        return _OWN[name]
    return cast("_Readings", getattr(import_module(f"sanctions.names.{name}"), f"{name}_readings"))


def _slavic_readings(text: str) -> tuple[str, ...]:
    """A text with letters of South Slavic, Czech or Baltic alphabets as it is, and as English writes their sounds (Vuchich)."""
    return tuple(dict.fromkeys((text, text.translate(_ENGLISH).replace("lj", "ly").replace("nj", "ny"), text.translate(_BARE))))


def _georgian_readings(text: str) -> tuple[str, ...]:
    """The text with the endings of Russian surnames in Georgian letters and without."""
    return tuple(dict.fromkeys((text, _GEORGIAN_OV.sub("", text))))


_READ = regex("[čćšžČĆŠŽ\u0370-\u03ff\u0590-\u05ff\u0780-\u07bf\u0900-\u10ff\u1780-\u17ff\u1f00-\u1fff]")
_READERS = (
    # by the letters of a script, the name of what reads a text with some
    (regex("[čćšžČĆŠŽ]"), "slavic"),
    (regex("[\u0370-\u03ff\u1f00-\u1fff]"), "greek"),
    (regex("[\u05d0-\u05ea]"), "hebrew"),
    (regex("[\u0780-\u07bf]"), "thaana"),
    (regex("[\u0900-\u0dff]"), "indic"),
    (regex("[\u0e01-\u0edf]"), "thai"),
    (regex("[\u1000-\u109f]"), "burmese"),
    (regex("[\u10d0-\u10ff]"), "georgian"),
    (regex("[\u1780-\u17ff]"), "khmer"),
)
_OWN: dict[str, _Readings] = {"slavic": _slavic_readings, "georgian": _georgian_readings}
