"""What the tests of OFAC's readers share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sanctions.catalogue import ListDefinition, read_definition
from sanctions.data import data_folder
from sanctions.model import Entity
from sanctions.readers import ReadReport, Source, format_of
from sanctions.readers.ofac_common import OfacDraft

SDN, CONS = "us_ofac_sdn", "us_ofac_cons"


def definition(key: str = SDN) -> ListDefinition:
    return read_definition(data_folder("lists") / f"{key}.toml")


def draft(uid: str = "1") -> OfacDraft:
    return OfacDraft(uid=uid, definition=definition(), report=ReadReport())


def read_files(format_key: str, files: Mapping[str, Path], key: str = SDN) -> tuple[list[Entity], ReadReport]:
    """The entities and the report of a reading of files by their publisher's names."""
    listed = definition(key)
    layout = next(layout for layout in listed.layouts if layout.format == format_key)
    report = ReadReport()
    source = Source(files={name.lower(): path for name, path in files.items()})
    return list(format_of(format_key).read(source, listed, layout, report)), report


def read_one(format_key: str, path: Path, key: str = SDN) -> tuple[list[Entity], ReadReport]:
    """The same for a format of one file, whatever its name."""
    layout = next(layout for layout in definition(key).layouts if layout.format == format_key)
    return read_files(format_key, {layout.files[0].name: path}, key)
