"""One row of a described table: each cell by what its column means."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from sanctions.catalogue import ColumnDefinition, ListDefinition, TableDefinition
from sanctions.countries import country_code
from sanctions.dates import PartialDate, parse_date
from sanctions.model import Address, CountryLink, CountryRole, Identifier, IdentifierType, Kind, Link, Name, NamePart, PartKind, Quality
from sanctions.patterns import regex
from sanctions.readers.base import ReadReport
from sanctions.readers.table_entity import RowDraft, TableEntity, add_address
from sanctions.readers.tabular import Row, clean
from sanctions.scripts import script_of

_KINDS = {
    # words that need no mapping: our own, FollowTheMoney's, and the commonest of publishers
    **{kind.value: kind for kind in Kind},
    **{kind.schema.lower(): kind for kind in Kind},
    "individual": Kind.PERSON,
    "entity": Kind.ORGANISATION,
    "ship": Kind.VESSEL,
}

_YEARS = regex(r"(\d{4})\s*[-–]\s*(\d{4})$")
"""A range of years, which is typed with and without spaces."""


class RowReader:
    """Reads the rows of one file as the table's definition says."""

    def __init__(self, table: TableDefinition, definition: ListDefinition, report: ReadReport, file: str) -> None:
        self.table = table
        self.definition = definition
        self.report = report
        self.file = file
        self._known_headers = frozenset(map(clean, table.columns))
        self._columns = [_Reading(clean(header), column) for header, column in table.readings]
        seen: set[str] = set()
        for reading in self._columns:
            reading.further = reading.header in seen
            seen.add(reading.header)
        self._id_columns = [reading for reading in self._columns if reading.column.field == "id"]
        self._empty = frozenset(table.empty)

    @property
    def has_id(self) -> bool:
        return bool(self._id_columns)

    def id_of(self, row: Row) -> str:
        """The publisher's id: its id columns, joined by "/"; "" if they are empty or there are none."""
        return "/".join(filter(None, (" ".join(self._values(row, reading)) for reading in self._id_columns)))

    def name_of(self, row: Row) -> str:
        """The name by which rows without ids are grouped."""
        return "\n".join(value for reading in self._columns if reading.column.field == "name" for value in self._values(row, reading))

    def read(self, row: Row, into: TableEntity) -> None:
        """Take every cell of a row into an entity; columns that the definition does not name are counted as unread."""
        draft = RowDraft()
        for header, cell in row.cells.items():
            if header not in self._known_headers and clean(cell):
                self.report.unread[header] += 1
        for reading in self._columns:
            if reading.column.field == "ignore":
                if clean(row.cells.get(reading.header, "")):
                    self.report.ignored[reading.header] += 1
            elif reading.column.field != "id":
                for value in self._values(row, reading):
                    _FIELDS[reading.column.field](self, _Cell(row, reading.header, reading.column, value), draft, into)
        self._finish(draft, into)

    def problem(self, cell: _Cell, what: str) -> None:
        self.report.unread[cell.header] += 1
        self.report.problem(f"{self.file}, row {cell.row.number}, column {cell.header!r}: {what}.")

    def country(self, cell: _Cell, role: CountryRole, into: TableEntity) -> str | None:
        code = country_code(cell.value)
        if code is None:
            self.report.unread[f"country={cell.value}"] += 1
        else:
            into.countries.append(CountryLink(code=code, role=role, text=cell.value))
        return code

    def _values(self, row: Row, reading: _Reading) -> list[str]:
        """A cell's values: cut by the pattern, split, cleaned, looked up. One that is not among ``values`` is reported and left out."""
        header, column = reading.header, reading.column
        text = row.cells.get(header, "")
        if not clean(text) or clean(text) in self._empty:
            return []
        if column.pattern:
            found = re.search(column.pattern, text)
            if found is None and reading.further:
                return []
            if found is None:
                self.problem(_Cell(row, header, column, text), f"{clean(text)[:80]!r} is not as the pattern says; it was taken whole")
            text = (found[1] or "") if found else text
        pieces = re.split(column.split_pattern, text) if column.split_pattern else text.split(column.split) if column.split else [text]
        values = [piece for raw in pieces if raw and (piece := clean(raw)) and piece not in self._empty]
        return [known for value in values if (known := self._known(header, column, value))]

    def _known(self, header: str, column: ColumnDefinition, value: str) -> str | None:
        """What the value means: "" if nothing, None (and reported) if it is unknown."""
        if column.values is None:
            return value
        for theirs, ours in column.values.items():
            if theirs.casefold() == value.casefold():
                return ours
        self.report.unread[f"{header}={value}"] += 1
        return None

    def _finish(self, draft: RowDraft, into: TableEntity) -> None:
        """What the row's cells make together: names of a type, a name of parts, an address, a listing."""
        primary = draft.name_type == "primary"
        quality = Quality(draft.name_type) if draft.name_type in tuple(Quality) else Quality.STRONG
        if draft.name_quality and quality is Quality.STRONG and not primary:
            quality = Quality(draft.name_quality)
        whole = " ".join(part.text for part in draft.parts)
        for full, parts in [*((name, ()) for name in draft.names), *([(whole, tuple(draft.parts))] if whole else [])]:
            into.names.append(Name(full=full, quality=quality, primary=primary, script=script_of(full), parts=parts))
        into.names.extend(draft.aliases)
        if draft.address:
            add_address(draft.address, into, self.report)
        into.listings.extend(draft.listings(self.table.programme or self.definition.title))


class _Reading(msgspec.Struct):
    """One way in which a column is read; ``further``: not the first, so that it may find nothing."""

    header: str
    column: ColumnDefinition
    further: bool = False


class _Cell(msgspec.Struct, frozen=True):
    """One value of a cell and where it stands."""

    row: Row
    header: str
    column: ColumnDefinition
    value: str


def _name(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.names.append(cell.value)


def _alias(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.aliases.append(Name(full=cell.value, quality=cell.column.quality or Quality.STRONG, script=script_of(cell.value)))


def _name_part(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.parts.append(NamePart(kind=PartKind(cell.column.part or "whole"), text=cell.value))


def _name_type(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.name_type = cell.value


def _name_quality(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.name_quality = cell.value


def _kind(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    kind = _KINDS.get(cell.value.casefold())
    if kind is None:
        reader.report.unread[f"{cell.header}={cell.value}"] += 1
    elif into.kinds and kind != into.kinds[0]:
        reader.problem(cell, f"{cell.value!r} contradicts an earlier row, where the target is a {into.kinds[0]}")
    else:
        into.kinds.append(kind)


def _birth_date(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    text = _YEARS.sub(r"\1 - \2", cell.value.rstrip(" .,;"))
    try:
        born = parse_date(text, month_first=cell.column.month_first)
        if cell.column.january_is_year and born.exact and (born.first.month, born.first.day) == (1, 1):
            born = PartialDate.of(born.first.year, text=born.text)
        into.birth_dates.append(born)
    except ValueError as problem:
        reader.problem(cell, str(problem))


def _day(reader: RowReader, cell: _Cell) -> date | None:
    try:
        found = parse_date(cell.value, month_first=cell.column.month_first)
    except ValueError as problem:
        reader.problem(cell, str(problem))
        return None
    if not found.exact:
        reader.problem(cell, f"{cell.value!r} is no exact day")
    return found.first if found.exact else None


def _listed_on(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.listed_on = draft.listed_on or _day(reader, cell)


def _ended_on(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.ended_on = draft.ended_on or _day(reader, cell)


def _country(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    reader.country(cell, cell.column.role or CountryRole.OTHER, into)


def _identifier(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    into.identifiers.append(Identifier(type=cell.column.type or IdentifierType.OTHER, value=cell.value, label=cell.header))


def _address(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    into.addresses.append(Address(full=cell.value))


def _address_part(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    draft.address.setdefault(cell.column.part or "street", []).append(cell.value)


def _un_reference(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    into.links.append(Link(scheme="un", value=cell.value))


def _delisted(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    known = {"yes": True, "no": False}.get(cell.value.casefold())
    if known is None:
        reader.report.unread[f"{cell.header}={cell.value}"] += 1
    into.delisted += bool(known)


def _remark(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
    into.remarks.append(f"{cell.column.label}: {cell.value}" if cell.column.label else cell.value)


def _text(name: str) -> _Take:
    """A field whose values are kept as they are."""

    def take(reader: RowReader, cell: _Cell, draft: RowDraft, into: TableEntity) -> None:
        kept: list[Any] = getattr(draft if hasattr(draft, name) else into, name)
        kept.append(cell.value)

    return take


_Take = Callable[[RowReader, _Cell, RowDraft, TableEntity], None]
_FIELDS: dict[str, _Take] = {
    "name": _name,
    "alias": _alias,
    "name_part": _name_part,
    "name_type": _name_type,
    "name_quality": _name_quality,
    "kind": _kind,
    "birth_date": _birth_date,
    "birth_place": _text("birth_places"),
    "gender": _text("genders"),
    "country": _country,
    "identifier": _identifier,
    "address": _address,
    "address_part": _address_part,
    "position": _text("positions"),
    "programme": _text("programmes"),
    "legal_basis": _text("bases"),
    "listed_on": _listed_on,
    "ended_on": _ended_on,
    "measure": _text("measures"),
    "remark": _remark,
    "url": _text("urls"),
    "un_reference": _un_reference,
    "delisted": _delisted,
}
"""What each field does with a value; "id" is read apart and "ignore" not at all."""
