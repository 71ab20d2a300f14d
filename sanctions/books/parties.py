"""A row's cells to a party: names, dates, countries, identifiers, addresses, and the persons named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sanctions.books.columns import Column
from sanctions.books.names import LONGEST_NAME, BadName, read_names
from sanctions.books.notes import Cells, Notes
from sanctions.books.values import (
    LONGEST_NUMBER,
    clean,
    countries_of,
    dates_of,
    identifier_of,
    odd_shape,
    one_gender,
    one_kind,
    shown,
    split,
)
from sanctions.books.vocabulary import COUNTRY_FIELDS, IDENTIFIER_FIELDS, NOTHING, ROLE_KINDS, fold, role_of
from sanctions.dates import PartialDate
from sanctions.model import Address, Identifier, IdentifierType, Kind, Party, RelatedParty
from sanctions.patterns import regex

_ROLE_AFTER = regex(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]", re.S)
_ROLE_BEFORE = regex(r"([^:]{2,40}):\s*(\S.*)", re.S)


def build_party(cells: Cells, id: str, kind: Kind, notes: Notes) -> Party:
    """The party that these cells describe, with the persons named beside it. Raises BadName if it has no usable name."""
    main = [(column, text) for column, text in cells if column.role is None]
    groups: dict[tuple[str, int], Cells] = {}
    for column, text in cells:
        if column.role is not None:
            groups.setdefault((column.role, column.number), []).append((column, text))
    contact = groups.get(("contact", 0))
    if contact and not any(column.field == "name" for column, _ in main) and all(column.field != "name" for column, _ in contact):
        main, kind = main + groups.pop(("contact", 0)), Kind.PERSON
    related = [one for (role, _), group in groups.items() for one in _related(role, group, id, notes)]
    return _party(main, id, kind, notes, tuple(related))


def _party(cells: Cells, id: str, kind: Kind, notes: Notes, related: tuple[RelatedParty, ...] = ()) -> Party:
    names = read_names(cells, notes)
    stated = _kind(cells, notes)
    if stated is Kind.UNKNOWN:
        stated = Kind.PERSON if kind is Kind.UNKNOWN and any(column.field in ("given_name", "family_name") for column, _ in cells) else kind
    return Party(
        id=id,
        names=names,
        kind=stated,
        birth_dates=_birth_dates(cells, notes),
        birth_places=tuple(clean(text) for column, text in cells if column.field == "birth_place" and not _nothing(text)),
        genders=_genders(cells, notes),
        countries=_countries(cells, notes),
        identifiers=_identifiers(cells, notes),
        addresses=_addresses(cells),
        related=related,
        row=notes.row,
    )


def _nothing(text: str) -> bool:
    return clean(text).casefold() in NOTHING


def _kind(cells: Cells, notes: Notes) -> Kind:
    for column, text in cells:
        if column.field == "kind" and not _nothing(text):
            found = one_kind(text)
            if found is not None:
                return found
            notes.left_out(column, text, "is not a kind of party that is known (person, company, organisation, vessel, aircraft)")
    return Kind.UNKNOWN


def _birth_dates(cells: Cells, notes: Notes) -> tuple[PartialDate, ...]:
    dates: list[PartialDate] = []
    for column, text in cells:
        if column.field in ("birth_date", "birth_date_month_first"):
            found, unread = dates_of(text, month_first=notes.month_first or column.field == "birth_date_month_first")
            dates += found
            for value in unread:
                if not _nothing(value):
                    notes.left_out(column, value, "cannot be read as a date")
    return tuple(dict.fromkeys(dates))


def _genders(cells: Cells, notes: Notes) -> tuple[str, ...]:
    genders = []
    for column, text in cells:
        if column.field == "gender" and not _nothing(text):
            found = one_gender(text)
            if found:
                genders.append(found)
            else:
                notes.left_out(column, text, "is not a gender that lists know")
    return tuple(genders)


def _countries(cells: Cells, notes: Notes) -> tuple[str, ...]:
    codes: list[str] = []
    for column, text in cells:
        if column.field in COUNTRY_FIELDS and not _nothing(text):
            found, unknown = countries_of(text)
            codes += found
            for value in unknown:
                notes.left_out(column, value, "is not a country that is known")
    return tuple(dict.fromkeys(codes))


def _identifiers(cells: Cells, notes: Notes) -> tuple[Identifier, ...]:
    issuers = [code for column, text in cells if column.field == "passport_country" for code in countries_of(text)[0]]
    found: list[Identifier] = []
    for column, text in cells:
        if column.field not in IDENTIFIER_FIELDS and column.field != "identifier":
            continue
        type = IdentifierType(column.field) if column.field != "identifier" else None
        issuer = issuers[0] if issuers and type is IdentifierType.PASSPORT else None
        for value in split(text):
            if _nothing(value):
                continue
            one = identifier_of(value, type, issuer) if len(value) <= LONGEST_NUMBER else None
            if one:
                found.append(one)
                if odd := odd_shape(one):
                    notes.warnings.append(f"The {column.field.replace('_', ' ')} {shown(value)} {odd}; it was compared as written.")
            else:
                notes.left_out(column, value, "holds no letter or digit, or too many")
    return tuple(dict.fromkeys(found))


def _addresses(cells: Cells) -> tuple[Address, ...]:
    """One address for each address column (its numbered lines together); the single parts belong to the first."""
    lines: dict[str, list[str]] = {}
    parts: dict[str, str] = {}
    for column, text in cells:
        if column.field == "address" and not _nothing(text):
            key = "" if column.number else column.source
            lines.setdefault(key, []).append(", ".join(clean(line) for line in text.splitlines() if clean(line)))
        elif column.field in ("street", "city", "region", "postal_code", "address_country") and not _nothing(text):
            parts[column.field] = ", ".join(filter(None, (parts.get(column.field), clean(text))))
    wholes = [", ".join(found) for found in lines.values()]
    if not wholes and not any(part in parts for part in ("street", "city", "region", "postal_code")):
        return ()
    return (_first_address(wholes[0] if wholes else "", parts), *(Address(full=whole) for whole in wholes[1:]))


def _first_address(whole: str, parts: Mapping[str, str]) -> Address:
    town = " ".join(part for part in (parts.get("postal_code"), parts.get("city")) if part)
    pieces = [whole, parts.get("street"), town, parts.get("region"), parts.get("address_country")]
    codes = countries_of(parts.get("address_country", ""))[0]
    return Address(
        full=", ".join(piece for piece in pieces if piece),
        street=parts.get("street"),
        city=parts.get("city"),
        region=parts.get("region"),
        postal_code=parts.get("postal_code"),
        country=codes[0] if codes else None,
    )


def _related(role: str, cells: Cells, id: str, notes: Notes) -> Iterable[RelatedParty]:
    """The persons of one role. A cell may name several; then each other cell of the role has a value for each, or is left out."""
    for place, group in enumerate(_one_by_one(cells, notes), 1):
        title, own = _stated_role(role, group)
        try:
            party = _party(own, f"{id} {title} {cells[0][0].number or place}", ROLE_KINDS.get(title, Kind.UNKNOWN), notes)
        except BadName as problem:
            notes.warnings.append(f"The {title} could not be screened: {problem}.")
            notes.extra.update({column.source: text.strip() for column, text in own})
        else:
            yield RelatedParty(role=title, party=party)


def _one_by_one(cells: Cells, notes: Notes) -> list[Cells]:
    """The cells of one role, person by person."""
    column, people = next(((column, split(text)) for column, text in cells if column.field == "name"), (None, []))
    if column is None or len(people) < 2:
        return [cells]
    shared = [_shared(other, text, len(people), notes) for other, text in cells if other is not column]
    return [[(column, name), *(cell for values in shared for cell in values[place])] for place, name in enumerate(people)]


def _shared(column: Column, text: str, people: int, notes: Notes) -> list[Cells]:
    """One cell's values given to as many people, in their order."""
    values = split(text)
    if len(values) == people:
        return [[(column, value)] for value in values]
    if values:
        notes.left_out(column, text, f"is not one value for each of the {people} persons named beside it")
    return [[] for _ in range(people)]


def _stated_role(role: str, cells: Cells) -> tuple[str, Cells]:
    """For the column of related parties at large: "Kim Won Hong (owner)" and "owner: Kim Won Hong" state the role."""
    if role != "related" or max(len(text) for _, text in cells) > LONGEST_NAME:
        return role, cells
    stated = role
    kept: Cells = []
    for column, text in cells:
        after, before = _ROLE_AFTER.fullmatch(text.strip()), _ROLE_BEFORE.fullmatch(text.strip())
        if column.field == "name" and after and (found := role_of().get(fold(after[2]))):
            stated, value = found, after[1]
        elif column.field == "name" and before and (found := role_of().get(fold(before[1]))):
            stated, value = found, before[2]
        else:
            value = text
        kept.append((column, value))
    return stated, kept
