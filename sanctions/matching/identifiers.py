"""Identifiers brought to one form, so that "IMO 8133138" and "8133138" are one number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sanctions.model import Identifier, IdentifierType
from sanctions.patterns import regex

_NOT_ALPHANUMERIC = regex(r"[\W_]+")
_LEAST_LENGTH = {IdentifierType.IMO: 7, IdentifierType.MMSI: 9, IdentifierType.BIC: 8, IdentifierType.LEI: 20, IdentifierType.DUNS: 9}
_LEAST_OTHER = 5
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


def search_keys(identifiers: Iterable[Identifier]) -> tuple[str, ...]:
    """What strong identifiers are found by: "family:value". Passport and national numbers share a family, as
    do tax and registration numbers, since lists and books mix them up."""
    keys = []
    for identifier in identifiers:
        value = normal_value(identifier.type, identifier.value) if identifier.type.strong else None
        if value:
            keys.append(f"{family_of(identifier.type)}:{value}")
    return tuple(dict.fromkeys(keys))
