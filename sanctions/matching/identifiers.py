"""Identifiers brought to one form, so that "IMO 8133138" and "8133138" are one number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sanctions.countries import country_code
from sanctions.model import Identifier, IdentifierType
from sanctions.patterns import regex

_NOT_ALPHANUMERIC = regex(r"[\W_]+")
_LEAST_LENGTH = {IdentifierType.IMO: 7, IdentifierType.MMSI: 9, IdentifierType.BIC: 8, IdentifierType.LEI: 20, IdentifierType.DUNS: 9}
_LEAST_OTHER = 5
_LEAST_SHORTENED = 6
_WORDS = regex(r"[(“\"][^)”\"]*[)”\"]|\b[^\W\d_]{3,}\b")
_CEDULA = regex(r"^\s*[VvEe][-. ]+(?=\d)")
_WITH_COUNTRY = regex(r"[A-Z]{2}\d{8,}")
_HAS_DIGIT = regex(r"\d")
_CASE_MATTERS = frozenset({IdentifierType.WALLET})


@lru_cache(maxsize=8192)
def normal_value(kind: IdentifierType, value: str) -> str | None:
    """The comparable form of an identifier's value; None if it is too short or empty to identify anything.

    IMO numbers are their seven digits (IMO resolution A.1117(30)); BICs their first eight characters, since
    the branch does not change the bank (ISO 9362). Wallet addresses keep their case.
    """
    plain = _NOT_ALPHANUMERIC.sub("", value)
    if kind is IdentifierType.IMO:
        digits = re.sub(r"\D", "", plain)
        return digits if len(digits) == 7 else None
    if kind not in _CASE_MATTERS:
        plain = plain.upper()
    if kind is IdentifierType.BIC:
        plain = plain[:8]
    if len(plain) < _LEAST_LENGTH.get(kind, _LEAST_OTHER) or set(plain) <= {"0"}:
        return None
    return plain


_FAMILIES = {
    IdentifierType.NATIONAL_ID: "document",
    IdentifierType.PASSPORT: "document",
    IdentifierType.TAX: "register",
    IdentifierType.REGISTRATION: "register",
}


def family_of(kind: IdentifierType) -> str:
    """The family of an identifier: those that lists and books mix up are one."""
    return _FAMILIES.get(kind, kind.value)


@lru_cache(maxsize=8192)
def writings_of(kind: IdentifierType, value: str) -> tuple[str, ...]:
    """The ways to write a number of a document or register: its comparable form first, then without the words around it ("R00012098,
    South Sudan"; documents alone, since words belong to a register's numbers), without the letter of a Venezuelan cédula ("V-7659695"),
    without the country of a tax number ("PL5261040828") and without zeros at the beginning, which tables lose. One that becomes too
    short to identify anything is left out. Empty for a number that is too short as it is."""
    plain = normal_value(kind, value)
    if plain is None or family_of(kind) not in ("document", "register"):
        return (plain,) if plain else ()
    found = [plain]
    if family_of(kind) == "document":
        pieces = [*_WORDS.sub("", value).split(","), _CEDULA.sub("", value)]
        found += [_NOT_ALPHANUMERIC.sub("", piece).upper() for piece in pieces]
    elif _WITH_COUNTRY.match(plain) and country_code(plain[:2]) == plain[:2]:
        found.append(plain[2:])
    found += [one.lstrip("0") for one in found if one.isdigit()]
    return tuple(dict.fromkeys(one for at, one in enumerate(found) if not at or (len(one) >= _LEAST_SHORTENED and _HAS_DIGIT.search(one))))


def search_keys(identifiers: Iterable[Identifier]) -> tuple[str, ...]:
    """What strong identifiers are found by: "family:value", once for each way to write it. Passport and national numbers share a
    family, as do tax and registration numbers, since lists and books mix them up."""
    strong = (one for one in identifiers if one.type.strong)
    return tuple(dict.fromkeys(f"{family_of(one.type)}:{value}" for one in strong for value in writings_of(one.type, one.value)))
