"""The lists' definitions as a home opens them: the shipped ones as they were read and checked before, the user's own anew.

Reading and checking twenty TOML files takes a tenth of the time in which one name is screened. So what came of the shipped
ones is kept with the home's readings, under a digest of all that it came from: the files, and the code that reads them.
"""

from __future__ import annotations

import contextlib
import hashlib
from functools import lru_cache
from pathlib import Path

import msgspec

from sanctions import catalogue, model
from sanctions.acquisition import disk
from sanctions.catalogue import Catalogue, ListDefinition
from sanctions.home import Home
from sanctions.version import __version__

KEPT = "definitions.json"


class _Kept(msgspec.Struct, frozen=True):
    digest: str
    definitions: dict[str, ListDefinition]


def open_catalogue(home: Home) -> Catalogue:
    """The shipped definitions with those of the home's overlay. Raises DefinitionError as ``load_catalogue`` does."""
    place, digest = home.readings / KEPT, _digest()
    kept = _kept(place)
    if kept is None or kept.digest != digest:
        kept = _Kept(digest, catalogue.shipped_definitions())
        if home.readings.is_dir():  # a home that holds nothing yet is not begun by a look at the lists
            with contextlib.suppress(OSError):
                disk.put_file(place, msgspec.json.encode(kept))
    return catalogue.with_overlay(kept.definitions, home.overlay)


def _kept(place: Path) -> _Kept | None:
    try:
        return _decoded(place.read_bytes())
    except (OSError, msgspec.DecodeError):
        return None


@lru_cache(maxsize=2)
def _decoded(data: bytes) -> _Kept:
    return msgspec.json.decode(data, type=_Kept)


def _digest() -> str:
    """What tells these definitions from others, the code that reads and checks them included."""
    digest = hashlib.sha256(__version__.encode())
    code = (Path(module.__file__) for module in (catalogue, model) if module.__file__)
    for path in (*(path for path in code if path.is_file()), *catalogue.shipped_files()):
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()
