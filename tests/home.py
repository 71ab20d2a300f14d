"""A home with small lists in it, for tests of everything that screens."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sanctions.acquisition.refresh import Options
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.acquisition.taking import take
from sanctions.catalogue import load_catalogue
from sanctions.home import Home

COLUMNS = "id,name,alias,weak,kind,born,country,passport,imo,programme,listed,ofac"
DEFINITION = """
key = "{key}"
title = "A list for tests"
publisher = "Nobody"
jurisdiction = "XX"
homepage = "https://example.org/"
licence = "None needed"
description = "A list for tests."
entity_url = "https://example.org/{{id}}"
[bounds]
entries = [1, 100]
[[layouts]]
format = "table"
[[layouts.files]]
name = "list.csv"
[layouts.table.columns]
id = {{ field = "id" }}
name = {{ field = "name" }}
alias = {{ field = "alias", split = "|" }}
weak = {{ field = "alias", split = "|", quality = "weak" }}
kind = {{ field = "kind", values = {{ person = "person", organisation = "organisation", vessel = "vessel" }} }}
born = {{ field = "birth_date" }}
country = {{ field = "country", role = "nationality" }}
passport = {{ field = "identifier", type = "passport" }}
imo = {{ field = "identifier", type = "imo" }}
programme = {{ field = "programme" }}
listed = {{ field = "listed_on" }}
ofac = {{ field = "ignore", why = "used by no test" }}
"""
ROWS = (
    '1,"KIM, Won Hong",KIM Wonhong|김원홍,THE GENERAL,person,17 Jul 1945,North Korea,745310010,,DPRK2,2017-01-11,',
    "2,MINISTRY OF STATE SECURITY,STATE SECURITY DEPARTMENT,MSS,organisation,,North Korea,,,DPRK3,2016-07-06,",
    "3,CHONG CHON GANG,,,vessel,,North Korea,,7937317,DPRK2,2014-07-28,",
    "4,KOREA MINING DEVELOPMENT TRADING CORPORATION,KOMID|CHANGGWANG SINYONG CORPORATION,,organisation,,North Korea,,,NPWMD,2005-06-29,",
)


def small_home(root: Path, *, key: str = "test_list", rows: tuple[str, ...] = ROWS, when: datetime | None = None) -> Home:
    """A home under ``root`` whose overlay defines one list, taken from ``rows``."""
    home = Home(root)
    home.overlay.mkdir(parents=True, exist_ok=True)
    (home.overlay / f"{key}.toml").write_text(DEFINITION.format(key=key), "utf-8")
    file = root / "list.csv"
    file.write_text("\n".join((COLUMNS, *rows)) + "\n", "utf-8")
    take_list(home, key, file, when or datetime.now(UTC))
    return home


def take_list(home: Home, key: str, path: Path, when: datetime) -> None:
    """Takes a list into a home as ``refresh --from`` does; fails the test if it is refused."""
    catalogue = load_catalogue(home.overlay)
    store = SnapshotStore(home, catalogue)
    for outcome in take(store, [catalogue[key]], path, Options(clock=lambda: when), named=True):
        assert outcome.status in ("refreshed", "unchanged"), outcome.sentence
