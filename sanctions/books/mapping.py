"""``--columns``: what the officer says of a book's columns, before any heading is looked at."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from sanctions.errors import UsageError


def read_mapping(given: str | Path | Mapping[str, str] | None) -> dict[str, str]:
    """What ``--columns`` says: a TOML or JSON file, or "Source Column=field,Other Column=role.field".

    Raises UsageError for anything else.
    """
    if given is None:
        return {}
    if isinstance(given, Mapping):
        return dict(given)
    if isinstance(given, str) and "=" in given:
        pairs = [part.rpartition("=") for part in given.split(",") if part.strip()]
        if not all(equals and source.strip() and target.strip() for source, equals, target in pairs):
            raise UsageError(f'--columns must be a TOML or JSON file or "Column=field,Column=field", not {given!r}.')
        return {source.strip(): target.strip() for source, _, target in pairs}
    return _read_mapping_file(Path(given))


def _read_mapping_file(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        found = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as problem:
        raise UsageError(f'--columns: {path} cannot be read ({problem.strerror}); give a file or "Column=field,Column=field".') from None
    except ValueError as problem:
        raise UsageError(f"--columns: {path} is neither TOML nor JSON: {problem}.") from None
    if isinstance(found, dict) and isinstance(found.get("columns"), dict):
        found = found["columns"]
    if not isinstance(found, dict) or not all(isinstance(target, str) for target in found.values()):
        raise UsageError(f'--columns: {path} must hold a table of "column" = "field".')
    return found
