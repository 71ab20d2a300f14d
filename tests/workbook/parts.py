"""Screenings made by hand, for the tests of the workbook."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from sanctions.dates import parse_date
from sanctions.frameworks import Frameworks, load_frameworks
from sanctions.model import (
    Comparison,
    CountryLink,
    CountryRole,
    Coverage,
    Entity,
    Hit,
    Identifier,
    IdentifierType,
    Kind,
    Listing,
    Name,
    Party,
    Quality,
    Reason,
    RelatedParty,
    Result,
    Screening,
)
from sanctions.workbook import BookNotes, FeatureNote, ReportSummary, write_report

ASKED_AT = datetime(2026, 9, 8, 9, 30, tzinfo=UTC)
NOW = datetime(2026, 9, 8, 9, 31, tzinfo=UTC)
FEATURES = (
    FeatureNote(name="name", weight=0.96, docstring="How well two names agree."),
    FeatureNote(name="birth_date", weight=0.1, docstring="Whether two birth dates can be one."),
)


@cache
def frameworks() -> Frameworks:
    return load_frameworks()


def entity(id: str = "us_ofac_sdn:20129", *names: str, programme: str = "DPRK3", **more: Any) -> Entity:
    full = names or ("MINISTRY OF STATE SECURITY", "STATE SECURITY DEPARTMENT")
    return Entity(
        id=id,
        list=id.partition(":")[0],
        kind=more.pop("kind", Kind.ORGANISATION),
        names=tuple(Name(full=name, primary=place == 0) for place, name in enumerate(full)),
        listings=more.pop("listings", (Listing(programme=programme, legal_basis="E.O. 13722", listed_on=date(2016, 7, 6)),)),
        **more,
    )


def person() -> Entity:
    return entity(
        "un_sc:KPi.033",
        "RI WON HO",
        programme="DPRK",
        kind=Kind.PERSON,
        birth_dates=(parse_date("17 Jul 1964"),),
        identifiers=(Identifier(type=IdentifierType.PASSPORT, value="381310014", country="KP"),),
        countries=(CountryLink(code="KP", role=CountryRole.NATIONALITY),),
    )


def hit(target: Entity, asked: str, *points: float, role: str | None = None, weak: bool = False) -> Hit:
    """A hit whose reasons give these points."""
    reasons = tuple(
        Reason(feature=f"feature_{place}", points=value, detail=f"sentence {place}", asked=asked, listed=target.name)
        for place, value in enumerate(points)
    )
    matched = Name(full="MSS", quality=Quality.WEAK) if weak else target.names[0]
    comparison = Comparison(score=round(sum(points), 4), reasons=reasons, asked=asked, matched=matched, weak_only=weak)
    return Hit(entity=target, comparison=comparison, status="weak" if weak else "alert", role=role, subject=asked if role else "")


def party(row: int, name: str, *related: tuple[str, str], id: str | None = None) -> Party:
    return Party(
        id=id or f"C-{row:03}",
        names=(Name(full=name),) if name else (),
        row=row,
        related=tuple(RelatedParty(role=role, party=Party(id=f"C-{row:03}/{role}", names=(Name(full=who),))) for role, who in related),
    )


COVERAGE = (
    Coverage(
        list="us_ofac_sdn",
        publisher="OFAC",
        title="SDN List",
        status="current",
        published="2026-08-20",
        retrieved=ASKED_AT,
        sha256="ab" * 32,
        entries=14965,
    ),
    Coverage(
        list="un_sc", publisher="UN", title="Consolidated List", status="stale", published="2026-02-27", sha256="cd" * 32, entries=1003
    ),
    Coverage(list="gb_uksl", publisher="FCDO", title="UK Sanctions List", status="missing", note="never refreshed"),
)


def results() -> tuple[Result, ...]:
    """Three parties with alerts (four of them), one with a weak hit alone, one without any, one rejected."""
    return (
        Result(party=party(2, "Ministry of State Security"), hits=(hit(entity(), "Ministry of State Security", 0.96, -0.02, 0.02),)),
        Result(
            party=party(3, "Lucky Star Trading", ("director", "Ri Won Ho"), ("vessel", "Chon Ma San")),
            hits=(hit(person(), "Ri Won Ho", 0.96, 0.05, -0.01, role="director"), hit(entity(), "Lucky Star Trading", 0.83)),
            recorded=(hit(entity(), "Lucky Star Trading", 0.85, weak=True),),
        ),
        Result(party=party(4, "M. S. S."), recorded=(hit(entity(), "M. S. S.", 0.9, -0.03, weak=True),)),
        Result(party=party(5, "Northwind Camera Supplies", ("owner", "Tan Wei Ming"))),
        Result(party=party(6, ""), rejected="The row has no name."),
        Result(party=party(7, "Opaque Ltd"), hits=(hit(entity("us_csl:9", "OPAQUE LTD", programme="XYZ-9"), "Opaque Ltd", 0.9),)),
    )


def screening(**changes: Any) -> Screening:
    given: dict[str, Any] = {
        "id": "S-20260908-1",
        "asked_at": ASKED_AT,
        "engine": "engine 1",
        "threshold": 0.8,
        "coverage": COVERAGE,
        "results": results(),
        "book": "clients.csv",
        "command": "sanctions batch clients.csv -o report.xlsx",
    }
    return Screening(**(given | changes))


def notes(**changes: Any) -> BookNotes:
    given: dict[str, Any] = {
        "file": "clients.csv",
        "sha256": "12" * 32,
        "columns": {"Company": "name", "Sales rep": ""},
        "rows_read": 8,
        "rows_screened": 5,
        "rows_rejected": 1,
        "rows_blank": 2,
        "warnings": ("row 5: “Prussia” is not a country.",),
    }
    return BookNotes(**(given | changes))


def write(path: Path, of: Screening | None = None, **changes: Any) -> ReportSummary:
    given: dict[str, Any] = {"frameworks": frameworks(), "features": FEATURES, "notes": notes(), "now": NOW}
    return write_report(of or screening(), path, **(given | changes))


def cells(path: Path, sheet: str) -> list[list[Any]]:
    """The values of a sheet, row by row."""
    book = load_workbook(path)
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def table(path: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a named table by heading."""
    for sheet in load_workbook(path).worksheets:
        if name in sheet.tables:
            head, *rows = [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]
            return [dict(zip(head, row, strict=True)) for row in rows]
    raise KeyError(name)


def text_of(path: Path, sheet: str) -> str:
    """Everything that a sheet says, a line a row."""
    return "\n".join(" ".join(str(value) for value in row if value is not None) for row in cells(path, sheet))


def formulas(path: Path) -> list[str]:
    """Every formula element of every sheet, read from the XML itself."""
    with ZipFile(path) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    return [found for xml in sheets for found in re.findall(r"<f[ >].*?</f>|<f/>", xml)]


def outside_links(path: Path) -> list[str]:
    """The target of every link that leads out of the workbook."""
    with ZipFile(path) as archive:
        rels = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels")]
    return [target for xml in rels for target in re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', xml)] + [
        target for xml in rels for target in re.findall(r'TargetMode="External"[^>]*Target="([^"]*)"', xml)
    ]
