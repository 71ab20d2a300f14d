"""The UK Sanctions List as a CSV (UK-Sanctions-List.csv).

A designation stands on as many rows as its names, addresses, birth dates and papers can be combined in: one of 3,780
rows is known. All its rows are gathered, each piece once, brought into the shape of the XML's record, and read by the
XML's rules. The columns are known from published descriptions of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import parse_date
from sanctions.errors import SourceError
from sanctions.model import Entity
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.tabular import Row, clean, read_cells, under_header
from sanctions.readers.uk_xml import draft_of
from sanctions.readers.xml import Record, audit

ID, DATE = "Unique ID", "Report Date:"
MOST_ABOVE = 5
"""How many rows may stand above the header."""

_ONCE = {
    # columns that say the same on each row of a designation → the XML's element
    "Last Updated": "LastUpdated", "Unique ID": "UniqueID", "OFSI Group ID": "OFSIGroupID", "UN Reference Number": "UNReferenceNumber",
    "Regime Name": "RegimeName", "Designation Type": "IndividualEntityShip", "Individual, Entity, Ship": "IndividualEntityShip",
    "Designation source": "DesignationSource", "Sanctions Imposed": "SanctionsImposed", "Other Information": "OtherInformation",
    "UK Statement of Reasons": "UKStatementofReasons", "Date Designated": "DateDesignated",
}  # fmt: skip
_PIECES: tuple[tuple[str, dict[str, str]], ...] = (
    # pieces of several columns: where the XML has them, and its element for each column
    ("Names/Name", {**{f"Name {n}": f"Name{n}" for n in range(1, 7)}, "Name type": "NameType", "Alias strength": "AliasStrength"}),
    ("NonLatinNames/NonLatinName", {"Name non-latin script": "NameNonLatinScript", "Non-latin script type": "NonLatinScriptType",
                                    "Non-latin script language": "NonLatinScriptLanguage"}),
    ("Addresses/Address", {**{f"Address Line {n}": f"AddressLine{n}" for n in range(1, 7)}, "Address Postal Code": "AddressPostalCode",
                           "Address Country": "AddressCountry"}),
    ("IndividualDetails/Individual/PassportDetails/Passport",
     {"Passport number": "PassportNumber", "Passport additional information": "PassportAdditionalInformation"}),
    ("IndividualDetails/Individual/NationalIdentifierDetails/NationalIdentifier",
     {"National Identifier number": "NationalIdentifierNumber",
      "National Identifier additional information": "NationalIdentifierAdditionalInformation"}),
    ("IndividualDetails/Individual/BirthDetails/Location", {"Town of birth": "TownOfBirth", "Country of birth": "CountryOfBirth"}),
)  # fmt: skip
_PERSON, _ENTITY, _SHIP = "IndividualDetails/Individual/", "EntityDetails/Entity/", "ShipDetails/Ship/"
_SINGLE = {
    # pieces of one column: where the XML has them
    "Title": "Titles/Title", "Phone number": "PhoneNumbers/PhoneNumber", "Website": "Websites/Website",
    "Email address": "EmailAddresses/EmailAddress", "D.O.B": _PERSON + "DOBs/DOB",
    "Nationality(/ies)": _PERSON + "Nationalities/Nationality", "Position": _PERSON + "Positions/Position",
    "Gender": _PERSON + "Genders/Gender", "Type of entity": _ENTITY + "TypeOfEntities/TypeOfEntity",
    "Subsidiaries": _ENTITY + "Subsidiaries/Subsidiary", "Parent company": _ENTITY + "ParentCompanies/ParentCompany",
    "Parent Company": _ENTITY + "ParentCompanies/ParentCompany",
    "Business registration number (s)": _ENTITY + "BusinessRegistrationNumbers/BusinessRegistrationNumber",
    "IMO number": _SHIP + "IMONumbers/IMONumber", "Current owner/operator (s)": _SHIP + "CurrentOwnerOperators/CurrentOwnerOperator",
    "Previous owner/operator (s)": _SHIP + "PreviousOwnerOperators/PreviousOwnerOperator",
    "Current believed flag of ship": _SHIP + "CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip",
    "Previous flags": _SHIP + "PreviousFlags/PreviousFlag", "Type of ship": _SHIP + "TypeOfShipDetails/TypeOfShip",
    "Tonnage of ship": _SHIP + "TonnageOfShipDetails/TonnageOfShip", "Length of ship": _SHIP + "LengthOfShipDetails/LengthOfShip",
    "Year Built": _SHIP + "YearsBuilt/YearBuilt",
    "Hull identification number (HIN)": _SHIP + "HullIdentificationNumbers/HullIdentificationNumber",
}  # fmt: skip
_KNOWN = frozenset(chain(_ONCE, _SINGLE, *(columns for _, columns in _PIECES)))


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The designations, each from all its rows. Raises SourceError for a file that is not this list."""
    name = layout.files[0].name
    gathered: dict[str, dict[str, Any]] = {}
    for row in _rows(source, name, report):
        key = clean(row.cells[ID])
        for column in row.cells.keys() - _KNOWN:
            if clean(row.cells[column]):
                report.unread[column] += 1
        if key:
            _add(gathered.setdefault(key, {}), row)
        else:
            report.problem(f"{name}, row {row.number}: a row without a {ID} was left out.")
    for fields in gathered.values():
        record = Record(fields, "Designation")
        draft = draft_of(record, fields, definition, report)
        audit(record, report, definition.ignore)
        if draft and (entity := draft.build(fields)):
            yield entity


def _rows(source: Source, name: str, report: ReadReport) -> Iterator[Row]:
    cells = read_cells(source.path(name))
    for number, row in cells:
        if ID in map(clean, row):
            yield from under_header(chain([(number, row)], cells), name, number)
            return
        _published(",".join(row), report)
        if number >= MOST_ABOVE:
            break
    raise SourceError(f"{name} has no column {ID!r} in its first {MOST_ABOVE} rows; it is another list or another format.")


def _published(text: str, report: ReadReport) -> None:
    if text.startswith(DATE):
        try:
            report.published = parse_date(text.removeprefix(DATE).strip(" ,")).first
        except ValueError as problem:
            report.problem(f"{DATE} {problem}; it is left empty.")


def _add(fields: dict[str, Any], row: Row) -> None:
    for column, element in _ONCE.items():
        if text := row.cells.get(column, "").strip():
            fields.setdefault(element, text)
    for path, columns in _PIECES:
        piece = {element: text for column, element in columns.items() if (text := row.cells.get(column, "").strip())}
        _put(fields, path, piece)
    for column, path in _SINGLE.items():
        _put(fields, path, row.cells.get(column, "").strip())


def _put(fields: dict[str, Any], path: str, piece: Any) -> None:
    """Put a piece where the XML has it, unless it is empty or there already."""
    if not piece:
        return
    *holders, name = path.split("/")
    for holder in holders:
        fields = fields.setdefault(holder, {})
    held = fields.setdefault(name, [])
    if piece not in held:
        held.append(piece)


def _recognises(name: str, head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf")
    return not start.startswith((b"<", b"{", b"PK")) and b"Unique ID" in start and b"Designation source" in start


FORMAT = Format(key="uk-csv", title="UK Sanctions List, CSV", version=1, recognises=_recognises, read=read)
