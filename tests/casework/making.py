"""A small case for tests, made with the toolkit's own functions."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from sanctions.casework.beginning import begin
from sanctions.casework.exhibits import Description, add_exhibit
from sanctions.casework.reading import read_case
from sanctions.casework.records import CaseFile, Exhibit
from sanctions.frameworks import Frameworks, load_frameworks

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
FRAMEWORKS: Frameworks = load_frameworks()

SCOPE = """
[[parties]]
id = "ministry"
name = "Ministry of State Security"
role = "end user"
identity = "{identity}"
designations = [{{ entity = "us_ofac_sdn:20129", programme = "DPRK3", on = 2016-07-06, source = "press" }}]

[[scope]]
framework = "us_eo_13687"
provision = "1(a)(iv)"

[[scope]]
framework = "us_nkspea"
provision = "104(b)(1)(A)"
"""
FACT = """
[[facts]]
id = "{id}"
statement = "A statement."
source = "{source}"
reliability = "{reliability}"
credibility = {credibility}
stance = "for"
exhibits = ["E1"]
when = "{when}"
published = "{published}"
derived_from = {derived}
links = [{links}]
"""


def new_case(folder: Path, *, known: bool = True, identity: str = "known") -> Path:
    """A case with one exhibit, a party that is listed, and two provisions in scope."""
    begin(folder, subject="Example GmbH" if known else "unnamed vendor", known=known, question="Could it?", author="A. Author", now=NOW)
    collect(folder, b"A note.", "note.txt")
    path = folder / "case.toml"
    path.write_text(path.read_text("utf-8") + SCOPE.format(identity=identity), "utf-8")
    return folder


def collect(folder: Path, data: bytes, name: str) -> tuple[Exhibit, bool]:
    return add_exhibit(folder, io.BytesIO(data), name, Description(title="", collector="C. Collector"), NOW)


def fact(key: str, links: str, **fields: object) -> str:
    """A fact as TOML, dated 2018 and published that year unless told otherwise."""
    usual: dict[str, object] = {
        "source": key, "reliability": "B", "credibility": 2, "when": "2018-01-01", "published": "2018-06-01", "derived": [],
    }  # fmt: skip
    return FACT.format(id=key, links=links, **(usual | fields))


def link(element: str, *, bearing: str = "supports", framework: str = "us_eo_13687", provision: str = "1(a)(iv)", more: str = "") -> str:
    return f'{{ framework = "{framework}", provision = "{provision}", element = "{element}", bearing = "{bearing}"{more} }}'


def with_facts(folder: Path, *facts: str) -> CaseFile:
    (folder / "facts.toml").write_text("\n".join(facts), "utf-8")
    return read_case(folder, FRAMEWORKS)
