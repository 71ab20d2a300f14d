"""Helpers for tests of readers: a text or a file in, entities and report out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from sanctions.catalogue import Catalogue, ListDefinition, load_catalogue
from sanctions.model import Entity
from sanctions.readers import ReadReport, Source, format_of

SAMPLES = Path(__file__).parent / "samples"


def read(definition: ListDefinition, format_key: str, *files: Path) -> tuple[list[Entity], ReadReport]:
    """The entities and the report of ``files``, given in the order of the layout's files and under their names."""
    layout = next(layout for layout in definition.layouts if layout.format == format_key)
    source = Source(files={file.name.lower(): path for file, path in zip(layout.files, files, strict=False)})
    report = ReadReport()
    return list(format_of(format_key).read(source, definition, layout, report)), report


@cache
def shipped() -> Catalogue:
    """The definitions that ship, parsed once: a property test reads hundreds of files by them."""
    return load_catalogue()


def read_shipped(key: str, format_key: str, file: Path) -> tuple[list[Entity], ReadReport]:
    return read(shipped()[key], format_key, file)


def read_table(file: Path, columns: str, options: str = "", *, name: str | None = None) -> tuple[list[Entity], ReadReport]:
    """A file read as a table whose definition is made of ``options`` and ``columns`` (both TOML)."""
    return read(table_definition(columns, options, name=name or file.name), "table", file)


def table_definition(columns: str, options: str = "", *, name: str = "list.csv") -> ListDefinition:
    text = f"""
key = "xx_test"
title = "Test list"
publisher = "Nobody"
jurisdiction = "XX"
homepage = "https://example.org/"
licence = "none"
description = "made for a test"
bounds = {{ entries = [1, 10] }}
[[layouts]]
format = "table"
[[layouts.files]]
name = "{name}"
[layouts.table]
{options}
[layouts.table.columns]
{columns}
"""
    return msgspec.toml.decode(text.encode(), type=ListDefinition)
