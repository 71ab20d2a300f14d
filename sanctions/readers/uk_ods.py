"""The UK Sanctions List as an OpenDocument spreadsheet (UK-Sanctions-List.ods): the CSV's columns and rows, read by its rules."""

from __future__ import annotations

from sanctions.readers.base import Format
from sanctions.readers.ods import is_ods
from sanctions.readers.uk_csv import read


def _recognises(name: str, head: bytes) -> bool:
    """By its kind alone: what its columns are is packed, and shows only when it is read."""
    return is_ods(head)


FORMAT = Format(key="uk-ods", title="UK Sanctions List, ODS", version=1, recognises=_recognises, read=read)
