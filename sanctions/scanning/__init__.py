"""Documents read for listed names: every mention with its place, sentence, score and reasons."""

from __future__ import annotations

from sanctions.scanning.finding import Finder, Mention, Scan
from sanctions.scanning.reading import read_document
from sanctions.scanning.text import Document, Passage
from sanctions.scanning.unmatched import Unmatched

__all__ = ["Document", "Finder", "Mention", "Passage", "Scan", "Unmatched", "read_document"]
