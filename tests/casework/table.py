"""The cases of ``tests/cases/assessments.toml`` as case records, made without a folder."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sanctions.casework.records import Case, CaseFile, Designation, Fact, Link, Party, Person, Scope, SetAside, Subject
from sanctions.casework.words import Bearing, Credibility, Identity, Reliability, Stance
from sanctions.frameworks import Framework, Provision
from tests.casework.making import FRAMEWORKS

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent.parent / "cases" / "assessments.toml").read_text("utf-8"))
TODAY = date(2026, 11, 30)
DAYS = (date(2014, 11, 12), date(2015, 4, 20), date(2016, 7, 6), TODAY)
BY_CITATION: dict[str, tuple[Framework, Provision]] = {
    provision.citation: (framework, provision) for framework in FRAMEWORKS.values() for provision in framework.provisions
}
_GOODS = "The case rests on the supply of goods."


def made(row: dict[str, Any]) -> CaseFile:
    """A case of the table: its subject, its parties, its facts, and the provisions of its verdicts in scope."""
    subject = Subject(name="Example GmbH", identity=Identity(row["subject"]))
    case = Case(
        id="table",
        title=row["name"],
        question="Could it be sanctioned?",
        subject=subject,
        people=(Person(name="A. Author", role="author"),),
        parties=tuple(_party(key, key in row.get("not_proved", ())) for key in TABLE["parties"]),
        scope=tuple(_scope(verdict["provision"]) for verdict in row["verdicts"]),
    )
    return CaseFile(folder=Path("table"), case=case, facts=tuple(_fact(one) for one in row["facts"]), exhibits=())


def _party(key: str, not_proved: bool) -> Party:
    entry = TABLE["parties"][key]
    designations = tuple(Designation(source="the list", **one) for one in entry["designations"])
    identity = Identity.NOT_PROVED if not_proved else Identity.KNOWN
    return Party(id=key, name=entry["name"], role="buyer", identity=identity, designations=designations)


def _scope(citation: str) -> Scope:
    framework, provision = BY_CITATION[citation]
    aside = tuple(SetAside(element=one.id, why=_GOODS) for one in provision.elements if one.id == "material")
    return Scope(framework=framework.id, provision=provision.id, set_aside=aside)


def _fact(row: dict[str, Any]) -> Fact:
    reliability, credibility = row["grade"]
    return Fact(
        id=row["id"],
        statement=row["says"],
        source=row["source"],
        reliability=Reliability(reliability),
        credibility=Credibility(credibility),
        stance=Stance.AGAINST if "denies" in row and "shows" not in row else Stance.FOR,
        exhibits=("E1",),
        when=row["when"],
        published=row["published"],
        derived_from=tuple(row.get("derived_from", ())),
        links=(*_links(row.get("shows", {}), Bearing.SUPPORTS), *_links(row.get("denies", {}), Bearing.CONTRADICTS)),
    )


def _links(named: dict[str, list[str]], bearing: Bearing) -> Iterator[Link]:
    """A link for each element named; "recipient: mss" rests on that party's being listed. An unknown element is an error."""
    for citation, elements in named.items():
        framework, provision = BY_CITATION[citation]
        for words in elements:
            element, _, party = words.partition(": ")
            assert element in {one.id for one in provision.elements}, f"{citation} has no element {element!r}"
            assert not party or party in TABLE["parties"], f"there is no party {party!r}"
            yield Link(framework=framework.id, provision=provision.id, element=element, bearing=bearing, listed=party or None)
