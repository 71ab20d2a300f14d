"""The "ids" of the Consolidated Screening List's CSV: numbers, but also genders, flags and sanctions information.

Two orders are met. Until 2022 an id is "CA, BC166787, Passport": country, expiration date, issue date,
number, type (as the words stand in the alphabet). Since 2023 it is "Passport, E590976, TN, 19 Jun 1987,
18 Jun 1992": type, number, country, issue date, expiration date. Empty fields are left out of both. The
types are OFAC's labels, by which the order is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from sanctions.countries import country_code
from sanctions.model import IdentifierType
from sanctions.patterns import regex
from sanctions.readers.ofac_labels import Label, find_label

_OWN_LABELS = {"Registration Country": "Nationality of Registration"}
"""Labels of this list that OFAC's own files do not use, and OFAC's label that means the same."""

_DAY = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2} \d{4}|\d{4})"
_TYPE_LAST = regex(rf"(?:(?P<country>[A-Z]{{2}}), )?(?:(?P<first>{_DAY}), )?(?:(?P<second>{_DAY}), )?(?P<number>.+)", re.S)
_TYPE_FIRST = regex(rf"(?P<number>.+?)(?:, (?P<country>[A-Z]{{2}}))?(?:, (?P<first>{_DAY}))?(?:, (?P<second>{_DAY}))?", re.S)


class PublishedId(msgspec.Struct, frozen=True, kw_only=True):
    """One id as the list gives it; absent fields are "". ``dated`` is a lone date, of which the CSV does not say what it is."""

    type: str
    number: str
    country: str = ""
    issued: str = ""
    expires: str = ""
    dated: str = ""

    @property
    def note(self) -> str | None:
        """What is said of the document beside its number, in words."""
        said = (("issued", self.issued), ("expires", self.expires), ("issued or expires", self.dated))
        return ", ".join(f"{word} {day}" for word, day in said if day) or None


def label_of(text: str) -> Label | None:
    """What a type means, or None if it is not known."""
    return find_label(_OWN_LABELS.get(text, text))


def parse_ids(cell: str) -> list[PublishedId]:
    """The ids of a CSV cell, in order. No text is lost: what has no known type is an id of an unknown one."""
    return [_parse_id(piece) for piece in _pieces(cell)]


def _pieces(cell: str) -> Iterator[str]:
    """The cell cut at "; ". A piece without a comma is no id: it belongs to the one before (type first) or after it (type last)."""
    pieces = cell.split("; ")
    type_first = label_of(pieces[0].partition(", ")[0]) is not None
    held = ""
    for piece in pieces:
        alone = ", " not in piece
        if type_first and held and not alone:
            yield held
            held = piece
        else:
            held = f"{held}; {piece}" if held else piece
        if not type_first and not alone:
            yield held
            held = ""
    if held.strip():
        yield held


def _parse_id(piece: str) -> PublishedId:
    head, comma, rest = piece.partition(", ")
    if comma and label_of(head):
        return _fields(head, rest, _TYPE_FIRST)
    body, comma, tail = piece.rpartition(", ")
    if comma and label_of(tail):
        return _fields(tail, body, _TYPE_LAST)
    return PublishedId(type="", number=piece.strip())


def _fields(label: str, body: str, pattern: re.Pattern[str]) -> PublishedId:
    """The other fields. A bare year is a date only beside a country, and only an identifier has a country and dates."""
    known = label_of(label)
    match = pattern.fullmatch(body)
    plain = PublishedId(type=label.strip(), number=body.strip())
    if known is None or match is None or not isinstance(known.meaning, IdentifierType):
        return plain
    if match["country"] is not None and not country_code(match["country"]):
        return plain
    dates = [day for day in (match["first"], match["second"]) if day]
    if not match["country"] and any(len(day) == 4 for day in dates):
        return plain
    if len(dates) == 1:
        return _with(plain, match, dated=dates[0])
    if len(dates) == 2 and pattern is _TYPE_FIRST:
        return _with(plain, match, issued=dates[0], expires=dates[1])
    return _with(plain, match, **({"expires": dates[0], "issued": dates[1]} if dates else {}))


def _with(plain: PublishedId, match: re.Match[str], **dates: str) -> PublishedId:
    return PublishedId(type=plain.type, number=match["number"].strip(), country=match["country"] or "", **dates)
