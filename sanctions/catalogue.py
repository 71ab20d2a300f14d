"""The public lists the toolkit knows: one TOML file a list, read strictly.

``lists/<key>.toml`` ship with the package; a user's overlay folder (``$SANCTIONS_HOME/lists``) adds
definitions, or replaces a shipped one where the file says ``replaces = true``. A definition in an overlay
carries ``overlay = True`` so that reports can name it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from sanctions.data import data_folder
from sanctions.errors import DefinitionError, UnknownListError


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a definition file: an unknown key or a missing field is an error."""


class FileDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of a layout. ``name`` is the publisher's own file name, matched without regard to case."""

    name: str
    url: str | None = None
    optional: bool = False
    max_mb: int = 64


class ColumnDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one column of a table means.

    ``field``: id, name, alias, kind, birth_date, birth_place, gender, country, identifier, address, position,
    programme, legal_basis, listed_on, ended_on, measure, remark, url, un_reference, delisted, ignore.
    ``split`` cuts a cell into several values; ``values`` maps category values (unknown ones are reported);
    ``type`` is the identifier's type; ``role`` the country's; ``quality`` the alias's; ``why`` says why a
    column is ignored.
    """

    field: str
    split: str | None = None
    values: Mapping[str, str] | None = None
    type: str | None = None
    role: str | None = None
    quality: str | None = None
    month_first: bool = False
    why: str | None = None


class TableDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a CSV or XLSX is laid out, for the ``table`` format."""

    columns: Mapping[str, ColumnDefinition]
    kind: str | None = None
    programme: str | None = None
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    sheet: str | None = None
    header_row: int = 1


class Layout(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One form in which the publisher offers the list. The first layout of a definition is the one downloaded."""

    format: str
    files: tuple[FileDefinition, ...]
    table: TableDefinition | None = None


class Bounds(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many entries a plausible copy has; a copy outside is refused."""

    entries: tuple[int, int]


class ListDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One public list.

    ``cadence_hours``: how often to look for a new copy. ``stale_after_hours``: a copy last confirmed
    longer ago than this is stale. ``published_within_days``: a publisher's own date older than this makes
    the copy stale however lately it was fetched (None: the publisher may be silent for long).
    ``entity_url`` has a ``{id}`` for the publisher's own id. ``copies`` names, for a list that carries copies
    of other lists, the source label of each copied list's key. ``ignore`` names source fields that are
    deliberately not read into the entity (they stay in its raw record), each with the reason.
    """

    key: str
    title: str
    publisher: str
    jurisdiction: str
    homepage: str
    licence: str
    description: str
    layouts: tuple[Layout, ...]
    bounds: Bounds
    cadence_hours: int = 24
    stale_after_hours: int = 48
    published_within_days: int | None = None
    proof: Literal["complete", "sample"] = "complete"
    entity_url: str | None = None
    copies: Mapping[str, str] = {}
    ignore: Mapping[str, str] = {}
    replaces: bool = False
    overlay: bool = False

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(layout.format for layout in self.layouts)


class Catalogue(Mapping[str, ListDefinition]):
    """All definitions by key, in the order of their keys."""

    def __init__(self, definitions: Mapping[str, ListDefinition]) -> None:
        self._definitions = dict(sorted(definitions.items()))

    def __getitem__(self, key: str) -> ListDefinition:
        try:
            return self._definitions[key]
        except KeyError:
            known = ", ".join(self._definitions)
            raise UnknownListError(f"There is no list {key!r}. The lists defined are: {known}.") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._definitions)

    def __len__(self) -> int:
        return len(self._definitions)

    def __contains__(self, key: object) -> bool:
        return key in self._definitions

    @property
    def overlays(self) -> tuple[str, ...]:
        """The keys that a user's own folder defines."""
        return tuple(key for key, definition in self._definitions.items() if definition.overlay)


def load_catalogue(overlay: Path | None = None) -> Catalogue:
    """The shipped definitions with those of ``overlay`` (if that folder exists) added.

    Raises DefinitionError, naming the file, for a definition that is not exactly as it should be.
    """
    definitions = {path.stem: read_definition(path) for path in sorted(data_folder("lists").glob("*.toml"))}
    if overlay is not None and overlay.is_dir():
        for path in sorted(overlay.glob("*.toml")):
            own = read_definition(path)
            if own.key in definitions and not own.replaces:
                raise DefinitionError(
                    f"{path}: the list {own.key!r} is already defined. Give the file another key, or write "
                    f"'replaces = true' in it if it is meant to replace the shipped definition."
                )
            definitions[own.key] = msgspec.structs.replace(own, overlay=True)
    return Catalogue(definitions)


def read_definition(path: Path) -> ListDefinition:
    """One definition file. Raises DefinitionError naming the file and what is wrong in it."""
    try:
        definition = msgspec.toml.decode(path.read_bytes(), type=ListDefinition)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as problem:
        raise DefinitionError(f"{path}: this is not a list definition: {problem}.") from None
    if definition.key != path.stem:
        raise DefinitionError(f"{path}: the key is {definition.key!r} but the file is called {path.name!r}; make the two the same.")
    if not definition.layouts or any(not layout.files for layout in definition.layouts):
        raise DefinitionError(f"{path}: a list needs at least one [[layouts]] with at least one [[layouts.files]].")
    low, high = definition.bounds.entries
    if not 0 < low <= high:
        raise DefinitionError(f"{path}: bounds.entries must be [least, most] with 0 < least <= most, not [{low}, {high}].")
    for layout in definition.layouts:
        if (layout.format == "table") != (layout.table is not None):
            raise DefinitionError(f'{path}: a [layouts.table] belongs to format "table" and to no other.')
    return definition
