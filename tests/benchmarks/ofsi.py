"""The UK's consolidated list as OFSI published it until January 2026 (2022 layout), as entities, for cross-list truth.

A row is one name of a group; "Other Information" carries the UN's reference number where the target is the UN's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

from sanctions.countries import country_code
from sanctions.dates import PartialDate, parse_date
from sanctions.model import CountryLink, CountryRole, Entity, Kind, Link, Name, Quality
from sanctions.scripts import script_of
from tests.benchmarks.setting import real

FILE = "gb_ofsi/ConList_2025-04-14.xlsx"
LIST = "gb_ofsi"
_KINDS = {"Individual": Kind.PERSON, "Entity": Kind.ORGANISATION, "Ship": Kind.VESSEL}
_REFERENCE = re.compile(r"\(UN Ref\):\s*([A-Z]{2,3}[ie]\.\d{3})")


@cache
def entities() -> list[Entity]:
    """All groups of the list. Raises SkippedError where the file is not there."""
    from python_calamine import CalamineWorkbook

    path = real(FILE)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    records = [dict(zip(rows[1], row, strict=False)) for row in rows[2:]]
    records.sort(key=lambda record: str(record["Group ID"]))
    return [_entity(group, list(found)) for group, found in groupby(records, key=lambda record: str(record["Group ID"]))]


def _entity(group: str, records: list[dict[str, Any]]) -> Entity:
    ordered = sorted(records, key=lambda record: record["Alias Type"] != "Primary name")
    references = {found for record in records for found in _REFERENCE.findall(str(record["Other Information"]))}
    return Entity(
        id=f"{LIST}:{group}",
        list=LIST,
        kind=_KINDS.get(records[0]["Group Type"], Kind.UNKNOWN),
        names=tuple(dict.fromkeys(name for record in ordered for name in _names(record))),
        birth_dates=tuple(dict.fromkeys(_dates(records))),
        countries=tuple(
            CountryLink(code=code, role=CountryRole.NATIONALITY)
            for code in dict.fromkeys(country_code(str(record["Nationality"])) for record in records)
            if code
        ),
        links=tuple(Link(scheme="un", value=reference) for reference in sorted(references)),
    )


def _names(record: dict[str, Any]) -> Iterator[Name]:
    parts = [str(record[f"Name {number}"]).strip() for number in (1, 2, 3, 4, 5, 6)]
    quality = Quality.LOW if record["Alias Quality"] == "Low" else Quality.STRONG
    yield Name(full=" ".join(filter(None, parts)), quality=quality)
    native = str(record["Name Non-Latin Script"]).strip()
    if native:
        yield Name(full=native, script=script_of(native))


def _dates(records: list[dict[str, Any]]) -> Iterator[PartialDate]:
    for record in records:
        try:
            yield parse_date(str(record["DOB"]))
        except ValueError:
            continue
