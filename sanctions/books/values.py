"""Cells to values: text cleaned, several values in one cell told apart, words brought to our categories."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sanctions.books.columns import recognise
from sanctions.books.vocabulary import NO_NAMES, fold, gender_of, kind_of
from sanctions.countries import country_code
from sanctions.dates import PartialDate, parse_date
from sanctions.model import Identifier, IdentifierType, Kind
from sanctions.patterns import regex

_SPLIT = regex(r"(?<!&amp);|\||[\r\n]+")
_INVISIBLE = {"Cc": " ", "Cf": "", "Cs": "\ufffd", "Zl": " ", "Zp": " "}
_BREAKS = frozenset("\t\r\n")
_IMO = regex(r"(?:IMO)?[\s:.#-]*(?:No\.?\s*)?(\d{7})", re.I)
_TYPED = regex(r"\s*([^:=]{2,40}?)\s*[:=]\s*(\S.*)", re.S)
_ISSUER = regex(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]\s*$", re.S)
_SHAPES = {
    IdentifierType.IMO: (r"\d{7}", "seven digits, as an IMO number is"),
    IdentifierType.MMSI: (r"\d{9}", "nine digits, as an MMSI is"),
    IdentifierType.LEI: (r"[A-Z0-9]{18}\d{2}", "twenty letters and digits, as an LEI is"),
    IdentifierType.BIC: (r"[A-Z0-9]{8}([A-Z0-9]{3})?", "eight or eleven letters and digits, as a BIC is"),
}
_SHOWN = 60
_LONGEST_DATE = 100
LONGEST_NUMBER = 300
"""Characters of an identifier."""


def clean(text: str) -> str:
    """The text in NFC with single spaces, without control, zero-width and direction characters, which nobody sees."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    visible = "".join(_INVISIBLE.get(unicodedata.category(c), c) for c in text)
    return " ".join(unicodedata.normalize("NFC", visible).split())


def invisible(text: str) -> tuple[str, ...]:
    """The invisible characters that ``clean`` takes out, as U+200B; line breaks and tabs are not among them."""
    if text.isprintable():
        return ()
    found = {c for c in text if unicodedata.category(c) in _INVISIBLE and c not in _BREAKS}
    return tuple(f"U+{ord(c):04X}" for c in sorted(found))


def without_surrogates(text: str) -> str:
    """The text with half characters, which no file can hold, replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def has_word(text: str) -> bool:
    """Whether a cleaned text holds a letter or a digit of any script."""
    return any(c.isalnum() for c in text)


def split(text: str) -> list[str]:
    """The several values of one cell, divided by ; or | or line breaks, cleaned, empty ones left out."""
    return [value for part in _SPLIT.split(text) if (value := clean(part)) and value.casefold() not in NO_NAMES]


def shown(text: str) -> str:
    """A value as a message quotes it: cleaned and short."""
    tidy = clean(text[: 4 * _SHOWN])
    return f"“{tidy[:_SHOWN]}…”" if len(tidy) > _SHOWN or len(text) > 4 * _SHOWN else f"“{tidy}”"


def one_kind(text: str) -> Kind | None:
    """The kind that a word stands for, None for a word that is not known."""
    return kind_of().get(fold(text))


def one_gender(text: str) -> str | None:
    return gender_of().get(fold(text))


@lru_cache(maxsize=4096)
def countries_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the countries in a cell, and the words that name none.

    "KP; CN" and "North Korea / China" are two countries, "Korea, North" and "Bosnia and Herzegovina" one.
    """
    codes: list[str] = []
    unknown: list[str] = []
    for value in split(text):
        whole = country_code(value)
        parts = [whole] if whole else [country_code(part) for part in re.split(r"[,/]", value)]
        found = [code for code in parts if code]
        if len(found) == len(parts):
            codes += found
        else:
            unknown.append(value)
    return tuple(dict.fromkeys(codes)), tuple(unknown)


def dates_of(text: str, *, month_first: bool) -> tuple[list[PartialDate], list[str]]:
    """The dates in a cell, and the texts that are none."""
    dates, unread = [], []
    for value in split(text):
        try:
            dates.append(parse_date(value[:_LONGEST_DATE], month_first=month_first))
        except ValueError:
            unread.append(value)
    return dates, unread


def identifier_of(text: str, type: IdentifierType | None = None, country: str | None = None) -> Identifier | None:
    """One identifier: of the given type, or written with its type before it ("passport: 381310014", "IMO 9163166").

    A country in brackets at the end is its issuer: "passport:381310014 (KP)". A number without a type is
    ``OTHER``. None where nothing is left.
    """
    value, label = clean(text), None
    if type is None:
        type, label, value = _typed(value)
    issuer = _ISSUER.fullmatch(value)
    if issuer and (code := country_code(issuer[2])):
        value, country = issuer[1].strip(), code
    imo = _IMO.fullmatch(value) if type is IdentifierType.IMO else None
    value = imo[1] if imo else value
    return Identifier(type=type, value=value, country=country, label=label) if has_word(value) else None


def odd_shape(identifier: Identifier) -> str | None:
    """What an identifier of this type should look like, where this one does not: a slip worth a look."""
    shape = _SHAPES.get(identifier.type)
    return None if shape is None or re.fullmatch(shape[0], identifier.value.replace(" ", ""), re.I) else f"is not {shape[1]}"


def _typed(value: str) -> tuple[IdentifierType, str | None, str]:
    """Type, the officer's word for it where it is not known, and number."""
    if imo := _IMO.fullmatch(value):
        return (IdentifierType.IMO if value[:3].upper() == "IMO" else IdentifierType.OTHER), None, imo[0]
    typed = _TYPED.fullmatch(value)
    if typed is None:
        return IdentifierType.OTHER, None, value
    column = recognise(typed[1])
    if column and column.field in set(IdentifierType):
        return IdentifierType(column.field), None, typed[2]
    return IdentifierType.OTHER, typed[1], typed[2]
