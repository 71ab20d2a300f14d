"""The European Union's consolidated list of financial sanctions, XML 1.1 (xmlFullSanctionsList_1_1)."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import Entity
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import iso_day
from sanctions.readers.eu_facts import PATH, build
from sanctions.readers.xml import raw, root_name, stream

ROOT = "export"
NAMESPACE = b"fpi/fsd/export"


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The entries. Raises SourceError, with line and column, for a damaged document."""
    name = layout.files[0].name
    for path, element in stream(
        source, name, ROOT, [PATH], report=report, ignore=definition.ignore, root_attributes=("generationDate", "globalFileId")
    ):
        if path == ROOT:
            text = element.get("generationDate")
            try:
                report.published = iso_day(text)
            except ValueError:
                report.problem(f"generationDate: {text!r} is not a date; it is left empty.")
        elif entity := build(raw(element), definition, report):
            yield entity


def _recognises(name: str, head: bytes) -> bool:
    """By the root, which is a common word, and the namespace."""
    return root_name(head) == ROOT and NAMESPACE in head.replace(b"\0", b"")


FORMAT = Format(key="eu-xml", title="EU financial sanctions, XML 1.1", version=2, recognises=_recognises, read=read)
