"""An officer's desk for tests: a workbook answered as somebody would, a list that changes, the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from sanctions.home import Home
from tests.calling import run

BOOK = """id,name,kind,birth date,country
C-1,Kim Won Hong,person,1945,KP
C-2,Ministry of State Security,organisation,,
C-3,Chong Chon Gang,vessel,,
C-4,Nobody Listed,person,,
"""
PREPARED = "prepared.xlsx"
LIST = (
    '1,"KIM, Won Hong",KIM Wonhong|김원홍,THE GENERAL,person,17 Jul 1945,North Korea,745310010,,DPRK2,2017-01-11,',
    "2,MINISTRY OF STATE SECURITY,STATE SECURITY DEPARTMENT,MSS,organisation,,North Korea,,,DPRK3,2016-07-06,",
    "3,CHONG CHON GANG,,,vessel,,North Korea,,7937317,DPRK2,2014-07-28,",
)
PEOPLE = """
[[people]]
name = "Jane Roe"
user = "jroe"
roles = ["maker"]
[[people]]
name = "Ann Lee"
user = "alee"
roles = ["maker", "checker"]
"""


def screened(home: Home, folder: Path, name: str = "report.xlsx") -> Path:
    """The report of the book: the first time the one that the home was prepared with."""
    (folder / "book.csv").write_text(BOOK, "utf-8")
    if (home.root / PREPARED).exists():
        return (home.root / PREPARED).rename(folder / name)
    done = run(home, "batch", str(folder / "book.csv"), "-o", str(folder / name))
    assert done.returncode == 0, done.stderr
    return folder / name


def answer(path: Path, answers: dict[str, dict[str, Any]], *, sheet: str = "Hits", by: str = "Party ID") -> Path:
    """Answers entered in a workbook, by the party's id (or another column): heading → value. Any heading can be named."""
    book = load_workbook(path)
    for row in table(book, sheet):
        for heading, value in answers.get(str(row[by].value), {}).items():
            row[heading].value = value
    book.save(path)
    return path


def table(book: Any, sheet: str) -> list[dict[str, Any]]:
    """The cells of a sheet's table, row by row, by heading."""
    raw = book[sheet]
    head, *rows = raw[next(iter(raw.tables.values())).ref]
    return [dict(zip((cell.value for cell in head), row, strict=True)) for row in rows]


def cells(path: Path, sheet: str = "Hits") -> list[dict[str, Any]]:
    return [{heading: cell.value for heading, cell in row.items()} for row in table(load_workbook(path), sheet)]


def cleared(code: str = "other birth date", **more: Any) -> dict[str, Any]:
    return {"Disposition": "false positive", "Reason code": code, **more}


def states(home: Home, folder: Path, book: str = BOOK) -> dict[str, tuple[str, list[str]]]:
    """Of each party with a hit, the state of its first one and the reasons, from a new batch as JSON."""
    (folder / "again.csv").write_text(book, "utf-8")
    assert run(home, "batch", str(folder / "again.csv"), "-o", str(folder / "again.json")).returncode == 0
    results = json.loads((folder / "again.json").read_text("utf-8"))["results"]
    first = {one["party"]["id"]: one["hits"][0]["disposition"] for one in results if one["hits"]}
    return {id: (found["state"], found["reasons"]) for id, found in first.items()}
