"""The towns: a list of our own invention, as a definition and as CSV."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sanctions.catalogue import ListDefinition

TOML = """
key = "towns"
title = "Towns of the Example"
publisher = "Example Office"
jurisdiction = "GB"
homepage = "https://example.org/"
licence = "none"
description = "Invented, for tests."
stale_after_hours = 48
published_within_days = 30

[bounds]
entries = [2, 100000]

[[layouts]]
format = "table"
[[layouts.files]]
name = "towns.csv"
max_mb = 1
{url}
[layouts.table]
kind = "organisation"
published = "Report Date: (.+)"
header_row = 2
[layouts.table.columns]
id = {{ field = "id" }}
name = {{ field = "name" }}
"""


PEOPLE = """
key = "people"
title = "People of the Example"
publisher = "Example Office"
jurisdiction = "GB"
homepage = "https://example.org/"
licence = "none"
description = "Invented, for tests."
cadence_hours = 24

[bounds]
entries = [2, 100000]
[bounds.fill]
birth_dates = 0.5

[[layouts]]
format = "table"
[[layouts.files]]
name = "people.csv"
max_mb = 1
{url}
[layouts.table]
published = "Report Date: (.+)"
header_row = 2
[layouts.table.columns]
id = {{ field = "id" }}
name = {{ field = "name" }}
type = {{ field = "kind", values = {{ P = "person", V = "vessel" }} }}
born = {{ field = "birth_date" }}
country = {{ field = "country", role = "nationality" }}
"""


def people_definition(url: str | None = None) -> ListDefinition:
    return msgspec.toml.decode(PEOPLE.format(url=f'url = "{url}"' if url else ""), type=ListDefinition)


def people_csv(
    numbers: range = range(1, 101), *, published: str = "2026-02-27", born: int = 1, country: int = 1, kinds: str = "P", header: str = ""
) -> bytes:
    """People of these numbers; every ``born``-th has a date of birth, every ``country``-th a country; ``kinds`` in turn."""
    rows = [
        f"P{n},Person {n},{kinds[n % len(kinds)]},{'1970-01-02' if born and n % born == 0 else ''},"
        f"{'France' if country and n % country == 0 else ''}"
        for n in numbers
    ]
    return "\n".join([f"Report Date: {published}", header or "id,name,type,born,country", *rows, ""]).encode()


def towns_toml(url: str | None = None) -> str:
    return TOML.format(url=f'url = "{url}"' if url else "")


def towns_definition(url: str | None = None) -> ListDefinition:
    return msgspec.toml.decode(towns_toml(url), type=ListDefinition)


def towns_csv(count: int = 10, *, published: str = "2026-02-27", mark: str = "") -> bytes:
    """A copy of the towns with so many entries; ``mark`` makes the bytes differ."""
    rows = [f"T{number},Town {number} {mark}".rstrip() for number in range(1, count + 1)]
    return "\n".join([f"Report Date: {published}", "id,name", *rows, ""]).encode()


TOWNS = towns_csv()


def write(path: Path, data: bytes = TOWNS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
