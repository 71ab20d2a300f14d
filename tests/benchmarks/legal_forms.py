"""How many legal forms of ISO 20275 (GLEIF's list) are read as legal forms, by country.

    python -m tests.benchmarks.legal_forms --show 20

A form counts as read where a name followed by it comes out as the name and nothing but forms. The list also holds authorities,
churches and funds of each country, whose names are no forms of trade: it is a measure of gaps, and not a goal of 100 %.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator

from sanctions.model import Kind
from sanctions.names.forms import LATIN, forms_of
from sanctions.names.vocabulary import LEGAL
from tests.benchmarks.setting import Table, arguments, real, run

NAME = "Qzvorn"
COLUMNS = {"names": "Entity Legal Form name Local name", "abbreviations": "Abbreviations Local language"}


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N forms that are not read of each country")
    parser.add_argument("--countries", nargs="*", default=None, metavar="CODE", help="these countries only")


def main() -> None:
    options = arguments(__doc__, _add)
    whole, found, missed = Counter[tuple[str, str]](), Counter[tuple[str, str]](), dict[str, list[str]]()
    for country, column, form in _forms():
        for key in (country, "all"):
            whole[key, column] += 1
            found[key, column] += is_read(form)
        if not is_read(form):
            missed.setdefault(country, []).append(form)
    known = sorted({country for country, _ in whole} - {"all"})
    shown = ["all", *(options.countries or [c for c in known if sum(whole[c, column] for column in COLUMNS) >= 20])]
    cells = [(c, *(f"{found[c, column]} of {whole[c, column]}" for column in COLUMNS)) for c in shown]
    Table(("country", *(f"{column} read" for column in COLUMNS)), cells).show()
    for country in shown[1:] if options.show else ():
        print(f"{country}: {'; '.join(missed.get(country, [])[: options.show])}")


def _forms() -> Iterator[tuple[str, str, str]]:
    with real("names/gleif_elf_codes_1.4.1.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["ELF Status ACTV/INAC"] == "ACTV" and row["Country Code (ISO 3166-1)"]:
                for column, heading in COLUMNS.items():
                    yield from (
                        (row["Country Code (ISO 3166-1)"], column, form.strip()) for form in row[heading].split(";") if form.strip()
                    )


def is_read(form: str) -> bool:
    """Whether a name with this form comes out as the name and legal forms alone."""
    read = (f.tokens for f in forms_of(f"{NAME} {form}", Kind.COMPANY) if f.scheme == LATIN)
    return any(all(token == NAME.lower() or token.startswith(LEGAL) for token in tokens) for tokens in read)


if __name__ == "__main__":
    run(main)
