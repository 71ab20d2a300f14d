"""What Japan's lists write into one cell: several values with marks before or between them, and dates in Japanese."""

from __future__ import annotations

import re
import unicodedata

from msgspec.structs import replace

from sanctions.dates import PartialDate, parse_date
from sanctions.patterns import regex
from sanctions.readers.hijri import from_hijri

_OPEN, _CLOSE = "(（[［「", ")）]］」"
_MARK = regex(r"[(（](?:[a-zａ-ｚ]|[ivx]{1,5}|[0-9０-９]{1,2})[)）]")
""" "(a)", "（ａ）", "(ii)", "(3)" before each of several values."""

_AKA = regex(r"^[,;；、]?\s*(?:a\.k\.a\.?|f\.k\.a\.?|別名|別称)[:：]?\s*", re.I)
_DAY = regex(r"(?:(?P<year>\d{4})年)(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日?)?)?")
_DOTTED = regex(r"(\d{4})[./](\d{1,2})[./](\d{1,2})$")
_YEARS = regex(r"(?P<first>\d{4})年?(?:から|[-~〜–])(?P<last>\d{4})年?(?:までの?間|の間|まで)?$")
_ABOUT = regex(r"頃|ころ|おおよそ|およそ|おおむね|約|推定")
_AROUND = regex(r"^[:、,]+|(?:生まれ|生|改訂日?|に改訂|修正)$|の$")
HIJRI = "ヒジュラ暦"
_NUMBERS = regex(r"(\d{4})(?:[年./-](\d{1,2})(?:[月./-](\d{1,2}))?)?")
NOTHING = frozenset({"", "-", "－", "不明", "なし", "該当なし", "n.a.", "n/a"})
"""What stands where the publisher knows nothing."""


def plain(text: str) -> str:
    """A column's title or a word without spaces, in one width: "英 語 表 記" is "英語表記"."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def values(text: str, between: str = "\n；;") -> list[str]:
    """The values of a cell: parted at line breaks, marks such as "(a)", and the signs ``between`` that stand outside brackets.

    A full-width semicolon inside brackets parts nothing: there it belongs to the remark.
    """
    found: list[str] = []
    for part in _MARK.split(text):
        found += _outside(part, between)
    cleaned = (" ".join(_AKA.sub("", each).split()).strip(" ,、;；") for each in found)
    return [each for each in cleaned if each.casefold() not in NOTHING]


def _outside(text: str, between: str) -> list[str]:
    pieces, depth = [""], 0
    for letter in text:
        depth = max(depth + (letter in _OPEN) - (letter in _CLOSE), 0)
        if letter in between and (depth == 0 or letter == "\n"):
            pieces.append("")
            depth = 0
        else:
            pieces[-1] += letter
    return pieces


def japanese_date(text: str) -> PartialDate:
    """A date as Japan's lists write it: 1962年7月3日 · 1962年頃 · 1963年から1968年の間 · 1962.7.3, in either width; else as others do.

    Raises ValueError, with the text in its message, for anything else.
    """
    written = plain(text)
    if HIJRI in written:
        return _hijri(written, text)
    circa = bool(_ABOUT.search(written))
    bare = _AROUND.sub("", _ABOUT.sub("", written))
    try:
        if years := _YEARS.fullmatch(bare):
            span = PartialDate.between(PartialDate.of(int(years["first"])), PartialDate.of(int(years["last"])), text=text)
            return replace(span, circa=circa)
        if day := _DAY.fullmatch(bare) or _DOTTED.fullmatch(bare):
            year, month, number = (int(part) if part else 0 for part in day.groups())
            return PartialDate.of(year, month, number, circa=circa, text=text)
        found = parse_date(text)
    except ValueError as problem:
        raise ValueError(f"{text!r} is not a date: {problem}" if "is not a date" not in str(problem) else str(problem)) from None
    return replace(found, circa=found.circa or circa)


def _hijri(written: str, text: str) -> PartialDate:
    numbers = _NUMBERS.search(written)
    if numbers is None:
        raise ValueError(f"{text!r} is not a date")
    return replace(from_hijri(*(int(part) for part in numbers.groups() if part)), text=text)
