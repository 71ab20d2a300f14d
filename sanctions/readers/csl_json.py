"""The US Consolidated Screening List as JSON (consolidated.json): ``{"results": [{…}, …]}``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import Entity
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.csl_common import CslReader
from sanctions.readers.json_document import records


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The entries of "results". Other members of the document are reported, but for "total", which is its own count.

    Raises SourceError, with line and column, for a document that is damaged, truncated, or has no "results".
    """
    reader = CslReader(definition, report)

    def own_count(member: str, value: Any) -> bool:
        if member != "total" or not isinstance(value, int):
            return False
        report.declared = value
        return True

    for fields, place in records(source, layout.files[0].name, ["results"], definition, report=report, other=own_count):
        if entity := reader.entity(fields, place):
            yield entity


def _recognises(name: str, head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and b'"results"' in head and (b'"source"' in head or b'"entity_number"' in head)


FORMAT = Format(key="csl-json", title="US Consolidated Screening List, JSON", version=1, recognises=_recognises, read=read)
