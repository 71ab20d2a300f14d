"""Provable copies of the public sanctions lists, explained matching, and Excel due-diligence reports.

    from sanctions import Kind, Name, Party, Screener

    screener = Screener.open()                      # the copies held in $SANCTIONS_HOME
    party = Party(id="7", names=(Name(full="Kim Won-hong"),), kind=Kind.PERSON)
    for hit in screener.screen(party).hits:
        print(hit.score, hit.entity.id, [reason.detail for reason in hit.comparison.reasons])

Everything named here is imported on first use, so importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sanctions.books import open_book
    from sanctions.catalogue import load_catalogue
    from sanctions.countries import country_code
    from sanctions.dates import PartialDate, parse_date
    from sanctions.errors import SanctionsError
    from sanctions.frameworks import load_frameworks
    from sanctions.matching.compare import compare
    from sanctions.model import Comparison, Entity, Hit, Identifier, IdentifierType, Kind, Name, Party, Quality, Reason, Result
    from sanctions.screening import Screener

from sanctions.version import __version__

_HOMES = {
    "Comparison": "model",
    "Entity": "model",
    "Hit": "model",
    "Identifier": "model",
    "IdentifierType": "model",
    "Kind": "model",
    "Name": "model",
    "PartialDate": "dates",
    "Party": "model",
    "Quality": "model",
    "Reason": "model",
    "Result": "model",
    "SanctionsError": "errors",
    "Screener": "screening",
    "compare": "matching.compare",
    "country_code": "countries",
    "load_catalogue": "catalogue",
    "load_frameworks": "frameworks",
    "open_book": "books",
    "parse_date": "dates",
}

__all__ = [
    "Comparison",
    "Entity",
    "Hit",
    "Identifier",
    "IdentifierType",
    "Kind",
    "Name",
    "PartialDate",
    "Party",
    "Quality",
    "Reason",
    "Result",
    "SanctionsError",
    "Screener",
    "__version__",
    "compare",
    "country_code",
    "load_catalogue",
    "load_frameworks",
    "open_book",
    "parse_date",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sanctions' has no attribute {name!r}")
    return getattr(import_module(f"sanctions.{_HOMES[name]}"), name)
