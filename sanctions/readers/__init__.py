"""Readers: a publisher's bytes in, entities out. One module a format, found by its key."""

from __future__ import annotations

from importlib import import_module

from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import DefinitionError
from sanctions.readers.base import Format, ReadReport, Source

_MODULES = {
    "ofac-csv": "ofac_csv",
    "ofac-xml": "ofac_xml",
    "ofac-advanced-xml": "ofac_advanced",
    "ofac-enhanced-xml": "ofac_enhanced",
    "un-xml": "un_xml",
    "uk-xml": "uk_xml",
    "uk-csv": "uk_csv",
    "uk-ods": "uk_ods",
    "csl-csv": "csl_csv",
    "csl-json": "csl_json",
    "eu-xml": "eu_xml",
    "eu-csv": "eu_csv",
    "seco-xml": "seco_xml",
    "sema-xml": "sema_xml",
    "fr-gels-json": "fr_gels",
    "jp-mof-xlsx": "jp_mof",
    "worldbank-json": "worldbank_json",
    "os-simple-csv": "os_simple",
    "ftm-json": "ftm_json",
    "senzing-json": "senzing_json",
    "table": "table",
}
"""Format key → module; imported on first use, since some parsers are slow to import."""

FORMATS = tuple(_MODULES)

__all__ = ["FORMATS", "Format", "ReadReport", "Source", "format_of", "recognise"]


def format_of(key: str) -> Format:
    """The format of that key. Raises DefinitionError for an unknown one."""
    if key not in _MODULES:
        raise DefinitionError(f"There is no format {key!r}; the formats are: {', '.join(_MODULES)}.")
    found: Format = import_module(f"sanctions.readers.{_MODULES[key]}").FORMAT
    return found


def recognise(definition: ListDefinition, name: str, head: bytes) -> Layout | None:
    """The layout of ``definition`` whose format recognises a file by its name and first 64 KiB, or None."""
    for layout in definition.layouts:
        if format_of(layout.format).recognises(name, head) and layout.expected(head):
            return layout
    return None
