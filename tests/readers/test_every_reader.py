"""Each format of the registry has a sample and the reading of it that we stand by.

tests/readers/samples/<format>/ holds the publisher's files, ``expected.json``, and either ``list.txt`` (the key of
the shipped list whose definition is used) or ``definition.toml`` (a definition made for the sample). A format
without a sample fails. ``UPDATE_EXPECTED=1 pytest tests/readers/test_every_reader.py`` writes the readings anew
and fails, naming what changed, so that nobody updates by accident: look at the difference before committing it.
"""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sanctions.catalogue import Layout, ListDefinition, read_definition
from sanctions.data import data_folder
from sanctions.model import to_json
from sanctions.readers import FORMATS, ReadReport, Source, format_of, recognise

SAMPLES = Path(__file__).parent / "samples"
NOT_SOURCES = {"definition.toml", "list.txt", "expected.json"}


def definition_of(folder: Path, scratch: Path) -> ListDefinition:
    listed = folder / "list.txt"
    if listed.is_file():
        return read_definition(data_folder("lists") / f"{listed.read_text(encoding='utf-8').strip()}.toml")
    text = (folder / "definition.toml").read_text(encoding="utf-8")
    copy = scratch / f"{tomllib.loads(text)['key']}.toml"  # a definition's file must be called as its key
    copy.write_text(text, encoding="utf-8")
    return read_definition(copy)


def sample_of(key: str, scratch: Path) -> tuple[Source, ListDefinition, Layout]:
    folder = SAMPLES / key
    definition = definition_of(folder, scratch)
    files = {path.name.lower(): path for path in sorted(folder.iterdir()) if path.is_file() and path.name not in NOT_SOURCES}
    layout = next(layout for layout in definition.layouts if layout.format == key)
    return Source(files=files), definition, layout


def reading_of(key: str, scratch: Path) -> dict[str, Any]:
    source, definition, layout = sample_of(key, scratch)
    report = ReadReport()
    entities = [json.loads(to_json(entity)) for entity in format_of(key).read(source, definition, layout, report)]
    return {"report": json.loads(to_json(report)), "entities": entities}


def test_every_format_has_a_sample() -> None:
    lacking = [key for key in FORMATS if not (SAMPLES / key).is_dir()]
    assert not lacking, f"no sample in tests/readers/samples for: {', '.join(lacking)}"


def test_every_sample_has_a_format() -> None:
    assert {path.name for path in SAMPLES.iterdir() if path.is_dir()} <= set(FORMATS)


@pytest.mark.parametrize("key", FORMATS)
def test_sample_is_read_as_expected(key: str, tmp_path: Path) -> None:
    expected = SAMPLES / key / "expected.json"
    read = reading_of(key, tmp_path)
    text = json.dumps(read, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if os.environ.get("UPDATE_EXPECTED"):
        before = expected.read_text(encoding="utf-8") if expected.is_file() else ""
        expected.write_text(text, encoding="utf-8")
        if before != text:
            pytest.fail(f"{expected} was written anew; look at the difference, then run again without UPDATE_EXPECTED")
    assert expected.is_file(), f"{expected} is missing; UPDATE_EXPECTED=1 writes it"
    assert read == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", FORMATS)
def test_sample_says_what_it_is(key: str, tmp_path: Path) -> None:
    """The main file is recognised by its first bytes, and the entries keep the reader's contract."""
    source, definition, layout = sample_of(key, tmp_path)
    main = layout.files[0].name
    found = recognise(definition, main, source.path(main).read_bytes()[:65536])
    assert found is not None
    assert found.format == key
    report = ReadReport()
    entities = list(format_of(key).read(source, definition, layout, report))
    assert report.entries == len(entities) > 0
    for entity in entities:
        assert entity.id.startswith(f"{entity.list}:")
        assert entity.list == definition.key
        assert entity.names
        assert entity.raw, f"{entity.id} has no raw record"
    assert len({entity.id for entity in entities}) == len(entities)
