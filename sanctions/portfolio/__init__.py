"""The book of parties that is kept, and its re-screening when the lists or the parties change."""

from __future__ import annotations

from sanctions.portfolio.database import Portfolio
from sanctions.portfolio.delta import Delta, HitChange
from sanctions.portfolio.keeping import Imported, KeptParty
from sanctions.portfolio.rescreening import Rescreening, rescreen

__all__ = ["Delta", "HitChange", "Imported", "KeptParty", "Portfolio", "Rescreening", "rescreen"]
