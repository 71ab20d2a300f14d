"""The European Union's consolidated list of financial sanctions, CSV 1.1 (csvFullSanctionsList_1_1).

The file repeats an entry on as many rows as it has names, addresses, birth dates, papers and citizenships. Its
columns bear the names of the XML's elements and attributes, so each entry is brought into the XML's shape and
read by the same rules. It lacks the mark of a strong name. The columns are known from published descriptions;
the older CSV 1.0 (``Naal_wholename``) is another format and is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import parse_date
from sanctions.errors import SourceError
from sanctions.model import Entity
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.eu_facts import build
from sanctions.readers.tabular import Row, clean, read_rows

ID, DATE, OLD = "Entity_LogicalId", "fileGenerationDate", b"Naal_wholename"
NEEDED = (ID, DATE, "Entity_EU_ReferenceNumber", "NameAlias_WholeName")

_PIECES = {
    "NameAlias": "nameAlias",
    "Address": "address",
    "BirthDate": "birthdate",
    "Identification": "identification",
    "Citizenship": "citizenship",
}
_OTHERWISE = {
    # columns whose attribute is not the column's own name with a small first letter
    "Entity_EU_ReferenceNumber": "euReferenceNumber",
    "BirthDate_BirthDate": "birthdate",
    "BirthDate_Day": "dayOfMonth",
    "BirthDate_Month": "monthOfYear",
    "Identification_TypeCode": "identificationTypeCode",
    "Identification_TypeDescription": "identificationTypeDescription",
}
_REGULATION = {"Type": "@regulationType", "PublicationUrl": "publicationUrl"}
_CONTACT = regex(r"(EMAIL|PHONE|FAX|WEB)[\s:]*")
_LONGEST_HEADER = 65536
_LEAST_CELLS = 2
"""A piece with no more than its id and language says nothing."""


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The entries, gathered from all their rows. Raises SourceError for a file that is not this format."""
    name = layout.files[0].name
    _check_version(source, name)
    gathered: dict[str, dict[str, Any]] = {}
    for row in read_rows(source.path(name), delimiter=";"):
        if not gathered:
            _check(row, name)
            _published(row.cells[DATE], report)
        key = clean(row.cells[ID])
        if row.surplus and any(map(clean, row.surplus)):
            report.unread["cells beyond the last column"] += 1
        if key:
            _add(gathered.setdefault(key, {}), row)
        else:
            report.problem(f"{name}, row {row.number}: a row without {ID} was left out.")
    for fields in gathered.values():
        if entity := build(fields, definition, report):
            yield entity


def _check_version(source: Source, name: str) -> None:
    with source.open(name) as file:
        first = file.readline(_LONGEST_HEADER)
    if OLD in first:
        raise SourceError(f"{name} is the older CSV 1.0 of the EU's list; get version 1.1 (csvFullSanctionsList_1_1) or the XML.")


def _check(row: Row, name: str) -> None:
    if lacking := [column for column in NEEDED if column not in row.cells]:
        raise SourceError(f"{name} has no column {', '.join(lacking)}; it is another list or another format. Get the file again.")


def _published(text: str, report: ReadReport) -> None:
    try:
        report.published = parse_date(text).first
    except ValueError as problem:
        report.problem(f"{DATE}: {problem}; it is left empty.")


def _add(fields: dict[str, Any], row: Row) -> None:
    """Put a row's cells where the XML has them; a piece that an earlier row gave is not repeated."""
    pieces: dict[str, dict[str, str]] = {}
    for column, cell in row.cells.items():
        text = cell.strip()
        prefix, _, rest = column.partition("_")
        if text and rest:
            pieces.setdefault(prefix, {})[rest] = text
        elif text and column != DATE:
            fields[column] = text  # a column that nobody knows: reported with the rest
    for prefix, cells in pieces.items():
        if prefix == "Entity":
            _entity(fields, cells)
        elif prefix in _PIECES and len(cells) > _LEAST_CELLS:
            piece = _shape(prefix, cells)
            held = fields.setdefault(_PIECES[prefix], [])
            if piece not in held:
                held.append(piece)
        elif prefix not in _PIECES:
            fields.update({f"{prefix}_{rest}": text for rest, text in cells.items()})


def _entity(fields: dict[str, Any], cells: Mapping[str, str]) -> None:
    shaped = _shape("Entity", cells)
    subject = {"@code": shaped.pop("@subjectType", ""), "@classificationCode": shaped.pop("@subjectType_ClassificationCode", "")}
    act = shaped.pop("regulationSummary", None)
    acts = fields.get("regulation", [])
    if act and act not in acts:
        acts = [*acts, act]
    fields.update(shaped, subjectType=subject, regulation=acts)


def _shape(prefix: str, cells: Mapping[str, str]) -> dict[str, Any]:
    """The cells of one piece as the XML's element: attributes as "@name", the regulation and the contacts as children."""
    piece: dict[str, Any] = {}
    regulation: dict[str, str] = {}
    for rest, text in cells.items():
        if rest.startswith("Regulation_"):
            bare = rest.removeprefix("Regulation_")
            regulation[_REGULATION.get(bare, f"@{_small(bare)}")] = text
        elif rest == "Remark":
            piece["remark"] = text
        elif rest == "ContactInfo":
            piece["contactInfo"] = _contacts(text)
        else:
            piece[f"@{_OTHERWISE.get(f'{prefix}_{rest}', _small(rest))}"] = text
    if regulation:
        piece["regulationSummary"] = regulation
    return piece


def _contacts(text: str) -> list[dict[str, str]]:
    """Contacts stand in one cell, each after its key ("PHONE+7 351 775 10 37WEBhttps://…"); what has no key is kept under none."""
    before, *rest = _CONTACT.split(text)
    pairs = [("", before), *zip(rest[::2], rest[1::2], strict=True)]
    return [{"@key": key, "@value": value.strip(" ,;")} for key, value in pairs if value.strip(" ,;")]


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _recognises(name: str, head: bytes) -> bool:
    first = head.lstrip(b"\xef\xbb\xbf").partition(b"\n")[0]
    return b";" in first and (ID.encode() in first or OLD in first)  # the older version is told apart by the reader, in words


FORMAT = Format(key="eu-csv", title="EU financial sanctions, CSV 1.1", version=2, recognises=_recognises, read=read)
