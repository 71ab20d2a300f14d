"""Stores of entities made by hand, for tests of what compares them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sanctions.acquisition.entities import EntityStore, EntityWriter
from sanctions.model import Entity


def written(folder: Path, entities: Iterable[Entity]) -> EntityStore:
    """A reading of these entities in ``folder``, which must not exist yet."""
    folder.mkdir(parents=True)
    with EntityWriter(folder) as writer:
        for entity in entities:
            writer.add(entity)
        writer.finish({})
    return EntityStore(folder)
