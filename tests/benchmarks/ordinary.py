"""Ordinary names by the thousand, of people and firms that are on no list: what a screening should be quiet about."""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from sanctions.dates import PartialDate
from sanctions.model import Kind, Name, Party
from tests.benchmarks.setting import real

COMMON_NAMES = 5_000


def companies(seed: int) -> list[Party]:
    """Registrants of the US Securities and Exchange Commission, shuffled."""
    records = json.loads(real("names/sec_company_tickers.json").read_text("utf-8")).values()
    titles = sorted({record["title"] for record in records})
    return _shuffled([_party(title, Kind.COMPANY, "US") for title in titles], seed)


def korean_companies(seed: int) -> list[Party]:
    """Companies of the Korea Exchange in their own script, shuffled."""
    with real("names/krx_stock_master_2018.csv").open(encoding="utf-8", newline="") as stream:
        names = sorted({row["Name"] for row in csv.DictReader(stream) if row["Name"]})
    return _shuffled([_party(name, Kind.COMPANY, "KR") for name in names], seed)


def legislators(seed: int) -> list[Party]:
    """Members of the US Congress, with their birthdays where evidence is asked for."""
    with real("names/us_legislators-current.csv").open(encoding="utf-8", newline="") as stream:
        return _shuffled(
            [_party(row["full_name"] or f"{row['first_name']} {row['last_name']}", Kind.PERSON, "US") for row in csv.DictReader(stream)],
            seed,
        )


def common_names(seed: int, number: int = COMMON_NAMES) -> list[Party]:
    """Common forenames with common surnames of the same country, one country as often as another."""
    forenames, surnames = _by_country("common-forenames-by-country.csv"), _by_country("common-surnames-by-country.csv")
    countries = sorted(set(forenames) & set(surnames))
    chance = random.Random(seed)
    found: dict[str, Party] = {}
    while len(found) < number:
        country = chance.choice(countries)
        name = f"{chance.choice(forenames[country])} {chance.choice(surnames[country])}"
        found.setdefault(name, _party(name, Kind.PERSON, country))
    return list(found.values())


def _by_country(file: str) -> dict[str, list[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    with real(f"names/{file}").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if name := row["Romanized Name"].strip():
                names[row["Country"][:2]].add(name)
    return {country: sorted(found) for country, found in names.items()}


SETS: dict[str, Callable[[int], list[Party]]] = {
    "companies (SEC)": companies,
    "companies (KRX, Hangul)": korean_companies,
    "legislators (US)": legislators,
    "common names by country": common_names,
}


def with_evidence(parties: list[Party], seed: int) -> Iterator[Party]:
    """The same parties with their country and, if persons, a year of birth drawn from 1940 to 2005."""
    chance = random.Random(seed)
    for party in parties:
        born = (PartialDate.of(chance.randint(1940, 2005)),) if party.kind is Kind.PERSON else ()
        yield replace(party, birth_dates=born, countries=(str(party.extra["country"]),))


def _party(name: str, kind: Kind, country: str) -> Party:
    return Party(id=name, names=(Name(full=name),), kind=kind, extra={"country": country})


def _shuffled(parties: list[Party], seed: int) -> list[Party]:
    random.Random(seed).shuffle(parties)
    return parties
