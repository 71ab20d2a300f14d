"""Files of full size in the publishers' formats, made of the real lists' names; never to be passed on as a publisher's."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, cycle, islice, product
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from sanctions.catalogue import load_catalogue
from sanctions.model import Entity, Kind
from sanctions.readers import ReadReport, Source, format_of
from sanctions.readers.ods import MEDIA_TYPE
from tests.benchmarks.setting import real

STEP = 100_000_000
"""How far apart the numbers of two repetitions of the real entries are."""

_RECORD_IDS = (
    "ID|FixedRef|ProfileID|IdentityID|FeatureVersionID|LocationID|NamePartGroupID|DocumentedNameID|SanctionsEntryID|From-ProfileID|"
    "To-ProfileID|IssuedIn-LocationID"
)
_SECTIONS = ("Locations", "IDRegDocuments", "DistinctParties", "ProfileRelationships", "SanctionsEntries")
UK_ROWS = 58_000
"""How many rows the UK's CSV had in September 2026 (58,424), one of its designations 3,780 of them."""


@cache
def people_and_firms() -> tuple[Entity, ...]:
    """The entities of the UN's list and of the UK's closed one."""
    found: list[Entity] = []
    for key, form, file in (("un_sc", "un-xml", "un_sc/un_2026-02-27.xml"), ("gb_ofsi", "table", "gb_ofsi/ConList_2025-04-14.xlsx")):
        definition = load_catalogue()[key]
        layout = next(layout for layout in definition.layouts if layout.format == form)
        source = Source(files={layout.files[0].name.lower(): real(file)})
        found += format_of(form).read(source, definition, layout, ReadReport())
    return tuple(found)


def _names() -> Iterator[str]:
    """The real names without end, so that no two repetitions of an entry are called the same."""
    return cycle(name.full for entity in people_and_firms() for name in entity.names if name.script == "Latn")


def advanced_xml(place: Path, least_mb: int) -> None:
    """The real consolidated list of 375 entries, again and again under new numbers and other names, section by section."""
    text = real("us_ofac_cons/cons_advanced_2020-03-17.xml").read_text(encoding="utf-8-sig")
    times = -(-least_mb * 1_000_000 // len(text)) + 1
    numbers = re.compile(rf'(?<=[ ])({_RECORD_IDS})="(\d+)"')
    parts = re.compile(r"(<NamePartValue [^>]*>)[^<]*(?=<)")
    names = _names()
    with place.open("w", encoding="utf-8") as out:
        end = 0
        for section in _SECTIONS:
            start = text.index(f"<{section}>") + len(section) + 2
            out.write(text[end:start])
            end = text.index(f"</{section}>")
            body = text[start:end]
            for turn in range(times):
                moved = numbers.sub(lambda m, turn=turn: f'{m[1]}="{int(m[2]) + turn * STEP}"', body)
                out.write(parts.sub(lambda m: m[1] + escape(next(names)), moved))
        out.write(text[end:])


def enhanced_xml(place: Path, least_mb: int) -> None:
    """The real consolidated list's entities, again and again under new numbers and other names."""
    text = real("us_ofac_cons/CONS_ENHANCED_2025-01-10.XML").read_text(encoding="utf-8-sig")
    start, end = text.index("<entities>") + len("<entities>"), text.index("</entities>")
    body = text[start:end]
    times = -(-least_mb * 1_000_000 // len(body))
    numbers = re.compile(r'(<entity id|(?<= )entityId)="(\d+)"')
    whole = re.compile(r"(<formattedFullName>)[^<]*(?=<)")
    names = _names()
    with place.open("w", encoding="utf-8") as out:
        out.write(text[:start].replace("CONSOLIDATED", "SDN"))
        for turn in range(times):
            moved = numbers.sub(lambda m, turn=turn: f'{m[1]}="{int(m[2]) + turn * STEP}"', body)
            out.write(whole.sub(lambda m: m[1] + escape(next(names)), moved))
        out.write(text[end:])


def eu_xml(place: Path, least_mb: int) -> None:
    """Each target with its names, births and papers, every one with the summary of its regulation, as the real file has it."""
    with place.open("w", encoding="utf-8") as out:
        out.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-08-05">\n'
        )
        for number, entity in enumerate(cycle(people_and_firms()), 1):
            out.write(_eu_entity(number, entity))
            if out.tell() > least_mb * 1_000_000:
                break
        out.write("</export>\n")


_REGULATION = 'regulationType="regulation" publicationDate="2024-05-02" numberTitle="2024/1234 (OJ L1234)"'
_URL = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=OJ:L_202401234"


def _eu_entity(number: int, entity: Entity) -> str:
    summary = f'<regulationSummary {_REGULATION} publicationUrl="{_URL}"/>'
    person = "person" if entity.kind is Kind.PERSON else "enterprise"
    parts = [
        f'<sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.{number}.{number % 97}" logicalId="{number}">',
        f"<remark>{escape((entity.remarks or '')[:400])}</remark>",
        f'<regulation {_REGULATION} organisationType="council" entryIntoForceDate="2024-05-03" programme="TERR" logicalId="1">'
        f"<publicationUrl>{_URL}</publicationUrl></regulation>",
        f'<subjectType code="{person}" classificationCode="{person[0].upper()}"/>',
    ]
    for place, name in enumerate(islice(cycle(entity.names), max(5, len(entity.names)))):
        parts.append(
            f'<nameAlias firstName="" middleName="" lastName="" wholeName={quoteattr(name.full)} function="" title="" nameLanguage="" '
            f'strong="true" regulationLanguage="en" logicalId="{place}">{summary}</nameAlias>'
        )
    for born in entity.birth_dates:
        day = f'birthdate="{born.first}" dayOfMonth="{born.first.day}" monthOfYear="{born.first.month}" year="{born.first.year}"'
        parts.append(
            f'<birthdate circa="false" calendarType="GREGORIAN" city="-" zipCode="" {day} region="" place="" countryIso2Code="00" '
            f'countryDescription="UNKNOWN" regulationLanguage="en" logicalId="1">{summary}</birthdate>'
        )
    for paper in entity.identifiers:
        parts.append(
            f'<identification number={quoteattr(paper.value)} identificationTypeCode="passport" countryIso2Code="00" '
            f'countryDescription="UNKNOWN" identificationTypeDescription="National passport" logicalId="1">{summary}</identification>'
        )
    return "\n    ".join(parts) + "\n</sanctionEntity>\n"


_UK_COLUMNS = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,"
    "Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,"
    "Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,"
    "Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,"
    "Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,"
    "Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,IMO number"
).split(",")


def _uk_rows() -> Iterator[list[str]]:
    """Rows as the real file has them: a designation on as many as its names, addresses, births and papers can be combined in."""
    rows = chain.from_iterable(_uk_designation(number, entity) for number, entity in enumerate(cycle(people_and_firms()), 1))
    return chain([["Report Date: 14-Aug-2026"], list(_UK_COLUMNS)], islice(rows, UK_ROWS))


def _uk_designation(number: int, entity: Entity) -> Iterator[list[str]]:
    word = {Kind.PERSON: "Individual", Kind.VESSEL: "Ship"}.get(entity.kind, "Entity")
    once = {
        "Last Updated": "14/08/2026",
        "Unique ID": f"RUS{number:04}",
        "Regime Name": "The Russia (Sanctions) (EU Exit) Regulations 2019",
        "Designation Type": word,
        "Designation source": "UK",
        "Sanctions Imposed": "Asset freeze|Travel Ban",
        "Other Information": (entity.remarks or "")[:300],
        "UK Statement of Reasons": (entity.remarks or entity.name)[:400],
        "Date Designated": "15/03/2022",
    }
    names = [name for name in entity.names if name.script == "Latn"] or entity.names
    places = [address.full for address in entity.addresses] or [""]
    births = [f"{born.first:%d/%m/%Y}" for born in entity.birth_dates] or [""]
    papers = [paper.value for paper in entity.identifiers] or [""]
    for name, place, birth, paper in islice(product(names, places, births, papers), 3_780):
        told = {"Name 6": name.full, "Name type": "Primary Name" if name is names[0] else "Alias", "Address Line 1": place}
        row = once | told | {"D.O.B": birth if word == "Individual" else "", "Passport number": paper if word == "Individual" else ""}
        yield [" ".join(row.get(column, "").split()) for column in _UK_COLUMNS]


def uk_csv(place: Path, least_mb: int) -> None:
    with place.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(_uk_rows())


def uk_ods(place: Path, least_mb: int) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), MEDIA_TYPE)
        with package.open("content.xml", "w") as out:
            _ods_content(out, _uk_rows())


def _ods_content(out: IO[bytes], rows: Iterable[list[str]]) -> None:
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    out.write(f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="Sheet1">'.encode())
    for cells in rows:
        written = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            if cell
            else "<table:table-cell/>"
            for cell in cells
        )
        out.write(f"<table:table-row>{written}</table:table-row>\n".encode())
    out.write(b"</table:table></office:spreadsheet></office:body></office:document-content>")
