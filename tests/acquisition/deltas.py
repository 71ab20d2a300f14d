"""OFAC's delta files and histories of publications, as tests write them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<sanctionsData xmlns="https://www.treasury.gov/ofac/DeltaFile/1.0">'


def entity(uid: int | str, action: str | None = None, inner: str = "", *, listed: str = "SDN List") -> str:
    """One entity of a delta file; an added or removed one with a name and the list that it is on."""
    if action is None:
        return f'<entity id="{uid}">{inner}</entity>'
    lists = f'<sanctionsLists><sanctionsList id="1" refId="1550" datePublished="2026-01-15">{listed}</sanctionsList></sanctionsLists>'
    name = (
        f'<names><name id="3"><isPrimary>true</isPrimary><translations><translation id="4"><isPrimary>true</isPrimary>'
        f"<formattedFullName>ENTRY {uid}</formattedFullName></translation></translations></name></names>"
    )
    return (
        f'<entity id="{uid}" action="{action}"><generalInfo><entityType refId="600">Individual</entityType></generalInfo>'
        f"{lists}{name}{inner}</entity>"
    )


def delta_file(path: Path, day: str, entities: Iterable[str]) -> Path:
    path.write_text(
        f"{HEAD}<publicationInfo><datePublished>{day}T00:00:00-05:00</datePublished>"
        f"<publicationType>Standard Action</publicationType></publicationInfo><entities>{''.join(entities)}</entities></sanctionsData>",
        encoding="utf-8",
    )
    return path


def history_file(path: Path, *days: str) -> Path:
    entries = [{"publicationID": 500 + place, "datePublished": f"{day}T10:30:00.123"} for place, day in enumerate(days)]
    path.write_text(json.dumps(entries), encoding="utf-8")
    return path
