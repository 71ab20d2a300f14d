"""Labelled pairs written by hand, in the tab-separated files beside this module: the files say how each was made.

A file's first lines begin with ``#`` and tell its making; then come its headings. Files of names have ``label, kind, name a,
name b, note``; files of records have ``details a`` and ``details b`` after each name: "born=1968-04-12; country=RU; passport=…",
where a key is ``born``, ``country``, ``gender``, ``address`` or a type of identifier, and may stand twice. ``label`` is same or
different, ``kind`` one of the model's kinds, and ``note`` the group that a pair is counted in. A pair's half, to tune on or to
report on, follows from its names.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sanctions.dates import parse_date
from sanctions.model import Address, CountryLink, CountryRole, Entity, Identifier, IdentifierType, Kind, Name, Party
from tests.benchmarks.pairs import Pair
from tests.benchmarks.setting import in_part

FOLDER = Path(__file__).parent
LABELS = {"same": True, "different": False}


def sets() -> dict[str, Path]:
    """The files of labelled pairs by their names: "persons", "persons_entities" …"""
    return {path.stem: path for path in sorted(FOLDER.glob("*.tsv"))}


def written_pairs(path: Path, part: str) -> Iterator[Pair]:
    """The pairs of a file that belong to a half ("tune", "report" or "all"), each in the group of its label and note.

    Raises ValueError naming the file and line of a row that cannot be read.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    for number, row in enumerate(csv.DictReader(lines[start:], delimiter="\t", quoting=csv.QUOTE_NONE), start + 2):
        try:
            pair = _pair(row)
        except (KeyError, ValueError) as reason:
            raise ValueError(f"{path.name}, line {number}: {reason}") from None
        if in_part("|".join(sorted((pair.asked.name, pair.listed.name))), part):
            yield pair


def _pair(row: dict[str, str]) -> Pair:
    same, kind = LABELS[row["label"]], Kind(row["kind"])
    asked, listed = _details(row.get("details a", "")), _details(row.get("details b", ""))
    group = f"{row['label']}: {row['note']}" if "details a" not in row else f"{row['label']}: records"
    return Pair(group, _party(row["name a"], kind, asked), _entity(row["name b"], kind, listed), same)


_Details = Mapping[str, Sequence[str]]


def _details(text: str) -> _Details:
    found: dict[str, list[str]] = defaultdict(list)
    for part in filter(None, text.split("; ")):
        key, value = part.split("=", 1)
        found[key].append(value)
    return found


def _party(name: str, kind: Kind, details: _Details) -> Party:
    return Party(
        id="asked",
        names=(Name(full=name),),
        kind=kind,
        birth_dates=tuple(map(parse_date, details.get("born", ()))),
        genders=tuple(details.get("gender", ())),
        countries=tuple(details.get("country", ())),
        addresses=tuple(Address(full=address) for address in details.get("address", ())),
        identifiers=tuple(_identifiers(details)),
    )


def _entity(name: str, kind: Kind, details: _Details) -> Entity:
    party = _party(name, kind, details)
    role = CountryRole.NATIONALITY if kind is Kind.PERSON else CountryRole.REGISTRATION
    return Entity(
        id="written:listed",
        list="written",
        kind=kind,
        names=party.names,
        birth_dates=party.birth_dates,
        genders=party.genders,
        countries=tuple(CountryLink(code=code, role=role) for code in party.countries),
        addresses=party.addresses,
        identifiers=party.identifiers,
    )


def _identifiers(details: _Details) -> Iterator[Identifier]:
    for key, values in details.items():
        if key not in ("born", "gender", "country", "address"):
            yield from (Identifier(type=IdentifierType(key), value=value) for value in values)
