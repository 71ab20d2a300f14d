"""What OFAC's four formats share: the words for kinds and aliases, facts under OFAC's labels, one listing a programme.

An ``OfacDraft`` takes facts in OFAC's own words (``ofac_labels``). A fact whose label or category is unknown
is counted in ``ReadReport.unread`` and kept in the remarks. The US Consolidated Screening List uses the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from sanctions.countries import country_code
from sanctions.model import CountryRole, Identifier, IdentifierType, Kind, Link, Listing, Quality
from sanctions.patterns import regex
from sanctions.readers.draft import Draft, is_imo, unique
from sanctions.readers.ofac_labels import Label, Role, find_label

KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANISATION, "vessel": Kind.VESSEL, "aircraft": Kind.AIRCRAFT}

QUALITIES = {"a.k.a.": Quality.STRONG, "aka": Quality.STRONG, "name": Quality.STRONG, "f.k.a.": Quality.FORMER, "fka": Quality.FORMER,
             "n.k.a.": Quality.STRONG, "nka": Quality.STRONG}  # fmt: skip
"""Alias types. "Now known as" is the current name, hence strong. A weak alias is marked elsewhere in each format."""

LONGEST_NUMBER = 200
"""Beyond this a value is prose and not searched for a country in brackets."""
_COUNTRY_INSIDE = regex(r"(?P<number>\S.*)\s+\((?P<country>[^()]{4,})\)")
_IMO = regex(r"IMO(?:\s+(?:number|no\.?))?[\s:#]*(\d{7})", re.I)


class OfacDraft(Draft, kw_only=True):
    """A draft that understands OFAC's words."""

    def set_kind(self, word: str | None) -> None:
        """Take OFAC's word for what the target is; an unknown one is reported and leaves the kind unknown."""
        known = KINDS.get((word or "").casefold())
        if known is None:
            self.report.unread[f"type={word or ''}"] += 1
        self.kind = known or Kind.UNKNOWN

    def quality(self, alias_type: str | None, *, weak: bool = False) -> Quality:
        """What an alias is worth: former if it is an f.k.a., weak if OFAC marks it so.

        An unknown type is reported, and the name taken for a strong one: that can alert too often, never too seldom.
        """
        known = QUALITIES.get((alias_type or "").casefold())
        if known is None:
            self.report.unread[f"alias type={alias_type or ''}"] += 1
        if known is Quality.FORMER:
            return known
        return Quality.WEAK if weak else Quality.STRONG

    def fact(self, label: str, value: str, *, country: str | None = None, note: str | None = None) -> None:
        """Take a fact of an XML format under OFAC's label; an unknown label is reported and the fact kept as a note."""
        known = find_label(label)
        if not value:
            self.report.unread[f"{label} without a value"] += 1
        elif known is None:
            self.report.unread[f"label={label}"] += 1
            beside = "; ".join(filter(None, [country, note]))
            self.notes.append(f"{label} {value}" + (f" ({beside})" if beside else ""))
        else:
            self.take(known, value, country=country, note=note)

    def take(self, label: Label, value: str, *, country: str | None = None, note: str | None = None) -> None:
        """Take a fact under a label that is known."""
        meaning = label.meaning
        if isinstance(meaning, IdentifierType):
            self.identifiers.append(self._identifier(meaning, label.text, value, country, note))
        elif isinstance(meaning, CountryRole):
            self.country(value, meaning)
        elif meaning is Role.BIRTH_DATE:
            self.birth_date(value)
        elif meaning is Role.BIRTH_PLACE:
            self.birth_place(value)
        elif meaning is Role.GENDER:
            self.gender(value)
        elif meaning is Role.POSITION:
            self.positions.append(value)
        elif meaning is Role.LINKED_TO:
            self.links.append(Link(scheme="ofac_name", value=value, relation="Linked To"))
        else:
            text = f"{label.text.rstrip(' :-')}: {value}"
            (self.measures if meaning is Role.MEASURE else self.notes).append(text)

    def _identifier(self, kind: IdentifierType, label: str, value: str, country: str | None, note: str | None) -> Identifier:
        inside = _COUNTRY_INSIDE.fullmatch(value) if country is None and len(value) < LONGEST_NUMBER else None
        if inside and country_code(inside["country"]):  # "33556474 (Russia)": now and then the XML has it so, too
            value, country = inside["number"], inside["country"]
        imo = _IMO.fullmatch(value)
        if imo:  # companies carry IMO numbers too, under "Identification Number" and "Company Number"
            kind, value = IdentifierType.IMO, imo[1]
        elif kind is IdentifierType.IMO and not is_imo(value):
            kind = IdentifierType.REGISTRATION
        elif kind is IdentifierType.NATIONAL_ID and self.kind is Kind.ORGANISATION:
            kind = IdentifierType.REGISTRATION  # "Identification Number" serves for both
        code = self.code(country)
        if country and code is None:
            note = "; ".join(filter(None, [country, note]))
        return Identifier(type=kind, value=value, country=code, label=label.rstrip(" :"), note=note)


def merge_listings(listings: Iterable[Listing]) -> list[Listing]:
    """One listing a programme, since OFAC enters a target once for each of its lists: earliest date, all bases, all measures."""
    merged: dict[str, Listing] = {}
    for new in listings:
        old = merged.get(new.programme)
        merged[new.programme] = new if old is None else _merge(old, new)
    return list(merged.values())


def _merge(old: Listing, new: Listing) -> Listing:
    return replace(
        old,
        legal_basis=_joined(old.legal_basis, new.legal_basis),
        listed_on=min((day for day in (old.listed_on, new.listed_on) if day), default=None),
        measures=unique([*old.measures, *new.measures]),
        reference=_joined(old.reference, new.reference),
    )


def _joined(*texts: str | None) -> str | None:
    return "; ".join(unique(part for text in texts if text for part in text.split("; "))) or None
