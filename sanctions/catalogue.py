"""The public lists the toolkit knows: one TOML file a list, read strictly.

``lists/<key>.toml`` ship with the package; a user's overlay folder (``$SANCTIONS_HOME/lists``) adds
definitions, or replaces a shipped one where the file says ``replaces = true``. A definition in an overlay
carries ``overlay = True`` so that reports can name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from sanctions.data import data_folder
from sanctions.errors import DefinitionError, UnknownListError
from sanctions.model import CountryRole, IdentifierType, Kind, PartKind, Quality


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a definition file: an unknown key or a missing field is an error."""


class FileDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of a layout. ``name`` is the publisher's own file name, matched without regard to case."""

    name: str
    url: str | None = None
    optional: bool = False
    max_mb: int = 64


Field = Literal[
    "id", "name", "alias", "name_part", "name_type", "name_quality", "kind", "birth_date", "birth_place", "gender", "country", "identifier",
    "address", "address_part", "position", "programme", "legal_basis", "listed_on", "ended_on", "measure", "remark", "url",
    "un_reference", "delisted", "ignore",
]  # fmt: skip
"""What a column of a table can be; ``lists/README.md`` explains each."""

NAME_TYPES = ("primary", *Quality)
"""What the values of a ``name_type`` column map to."""

ADDRESS_PARTS = ("street", "city", "region", "postal_code", "country")


class ColumnDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one column of a table means.

    A cell is first cut by ``pattern`` (a regular expression; its first group is the value), then into several
    values by ``split`` (a text) or ``split_pattern`` (a regular expression), then looked up in ``values``
    (without regard to case; unknown ones are reported, and one that maps to "" says nothing). ``type`` is the
    identifier's type; ``role`` the country's; ``quality`` the alias's; ``part`` which part of a name or an address;
    ``label`` stands before a remark; ``why`` says why a column is ignored. ``optional``: the file may lack the
    column. ``january_is_year``: a date on 1 January is read as its year, for workbooks whose cells hold a bare
    year as that day.
    """

    field: Field
    pattern: str | None = None
    split: str | None = None
    split_pattern: str | None = None
    values: Mapping[str, str] | None = None
    type: IdentifierType | None = None
    role: CountryRole | None = None
    quality: Quality | None = None
    part: str | None = None
    month_first: bool = False
    january_is_year: bool = False
    optional: bool = False
    label: str | None = None
    why: str | None = None


class TableDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a CSV or XLSX is laid out, for the ``table`` format.

    ``kind`` and ``programme`` hold for rows that give none. ``group`` makes one entity of rows with the same
    id: "adjacent" ones (in constant memory), or "anywhere" in the file (which is then held in memory). "name" does
    so with rows of the same name, for files without ids; such an entity is delisted only if all its rows say so.
    ``empty`` names texts that stand for an empty cell ("NA"). ``published`` is a regular expression whose
    first group is the publisher's date, looked for in the rows above the header.

    A column may be read in several ways, given as an array: the first takes the cell, and each further one what its
    pattern finds in it, if anything.
    """

    columns: Mapping[str, ColumnDefinition | tuple[ColumnDefinition, ...]]
    kind: Kind | None = None
    programme: str | None = None
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    sheet: str | None = None
    header_row: int = 1
    group: Literal["adjacent", "anywhere", "name"] | None = None
    empty: tuple[str, ...] = ()
    published: str | None = None

    @property
    def readings(self) -> tuple[tuple[str, ColumnDefinition], ...]:
        """Each column's header with each way in which it is read."""
        return tuple(
            (header, reading) for header, column in self.columns.items() for reading in (column if isinstance(column, tuple) else (column,))
        )


class Layout(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One form in which the publisher offers the list. The first layout of a definition is the one downloaded.

    ``expects`` is a text that stands at the beginning (64 KiB) of this list's file and of no other's, for formats in which
    many lists are offered.
    """

    format: str
    files: tuple[FileDefinition, ...]
    table: TableDefinition | None = None
    expects: str | None = None

    def expected(self, head: bytes) -> bool:
        """Whether a file's beginning holds what this layout expects there."""
        return self.expects is None or self.expects.encode() in head


FillFeature = Literal[
    "aliases", "birth_dates", "birth_places", "countries", "identifiers", "addresses", "listings", "listed_on", "imo"
]  # fmt: skip
"""What an entry can have: birth dates and places are counted of persons, IMO numbers of vessels, all else of every entry."""


class Bounds(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a plausible copy is like; a copy outside is refused.

    ``entries`` is how many it has. ``fill`` is the least share (0 to 1) of the entries that have a feature.
    ``removals``: a copy that lacks more entries of the one before it than the first number, and more than the
    second share of them, waits until somebody approves it. ``usual`` is narrower than ``entries``: a copy below its
    least is taken, but never counts as current. It serves lists whose layout is known from a sample, so that a
    sample can be read and cannot pass for the list.
    """

    entries: tuple[int, int]
    usual: tuple[int, int] | None = None
    fill: Mapping[FillFeature, float] = {}
    removals: tuple[int, float] = (25, 0.05)


class ListDefinition(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One public list.

    ``cadence_hours``: how often to look for a new copy. ``stale_after_hours``: a copy last confirmed
    longer ago than this is stale. ``published_within_days``: a publisher's own date older than this makes
    the copy stale however lately it was fetched (None: the publisher may be silent for long).
    ``entity_url`` has a ``{id}`` for the publisher's own id. ``copies`` names, for a list that carries copies
    of other lists, the source label of each copied list's key. ``ignore`` names source fields that are
    deliberately not read into the entity (they stay in its raw record), each with the reason. ``extract_of`` is
    the key of the list that this one is a part of: its programmes are that list's. ``frozen_on`` is the day on
    which the publisher gave the list up: copies serve to look back, and none is current from that day on.
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
    extract_of: str | None = None
    frozen_on: date | None = None
    replaces: bool = False
    overlay: bool = False

    @property
    def downloadable(self) -> bool:
        """Whether the publisher's address is known; otherwise the list is only taken with ``--from``."""
        return any(file.url for file in self.layouts[0].files)

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(layout.format for layout in self.layouts)

    def frozen(self, day: date) -> bool:
        """Whether the publisher had given the list up by that day."""
        return self.frozen_on is not None and day >= self.frozen_on


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
    return with_overlay(shipped_definitions(), overlay)


def shipped_files() -> list[Path]:
    """The files of the shipped definitions, in the order of their keys."""
    return sorted(data_folder("lists").glob("*.toml"))


def shipped_definitions() -> dict[str, ListDefinition]:
    """The shipped definitions by key, each read and checked."""
    return {path.stem: read_definition(path) for path in shipped_files()}


def with_overlay(shipped: Mapping[str, ListDefinition], overlay: Path | None) -> Catalogue:
    """The shipped definitions with those of ``overlay`` added, each read and checked. Raises DefinitionError."""
    definitions = dict(shipped)
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
        return _definition(path, path.read_bytes())
    except OSError as problem:
        raise DefinitionError(f"{path}: this is not a list definition: {problem}.") from None


@lru_cache(maxsize=256)
def _definition(path: Path, content: bytes) -> ListDefinition:
    # one command asks for the catalogue more than once, and TOML is slow to read
    try:
        definition = msgspec.toml.decode(content, type=ListDefinition)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise DefinitionError(f"{path}: this is not a list definition: {problem}.") from None
    if definition.key != path.stem:
        raise DefinitionError(f"{path}: the key is {definition.key!r} but the file is called {path.name!r}; make the two the same.")
    if not definition.layouts or any(not layout.files for layout in definition.layouts):
        raise DefinitionError(f"{path}: a list needs at least one [[layouts]] with at least one [[layouts.files]].")
    low, high = definition.bounds.entries
    if not 0 < low <= high:
        raise DefinitionError(f"{path}: bounds.entries must be [least, most] with 0 < least <= most, not [{low}, {high}].")
    least, most_usual = definition.bounds.usual or (low, high)
    if not low <= least <= most_usual <= high:
        raise DefinitionError(f"{path}: bounds.usual must be [least, most] within bounds.entries, not [{least}, {most_usual}].")
    strange = next((name for name, share in definition.bounds.fill.items() if not 0 < share <= 1), None)
    if strange:
        raise DefinitionError(f"{path}: bounds.fill.{strange} is a share of the entries: more than 0, and 1 at most.")
    most, share = definition.bounds.removals
    if most < 0 or not 0 <= share <= 1:
        raise DefinitionError(f"{path}: bounds.removals must be [number, share] with a share from 0 to 1, not [{most}, {share:g}].")
    for layout in definition.layouts:
        if (layout.format == "table") != (layout.table is not None):
            raise DefinitionError(f'{path}: a [layouts.table] belongs to format "table" and to no other.')
        if layout.table is not None and (wrong := _fault(layout.table)):
            raise DefinitionError(f"{path}: {wrong}.")
    return definition


def _fault(table: TableDefinition) -> str | None:
    """What is wrong with a table's definition that its types do not say, or None."""
    fields = {column.field for _, column in table.readings}
    if not fields & {"name", "name_part"}:
        return 'a table needs a column whose field is "name" or "name_part"'
    if table.group in ("adjacent", "anywhere") and "id" not in fields:
        return 'rows can only be grouped by an id: give a column the field "id"'
    if len(table.delimiter) != 1 or table.header_row < 1:
        return "the delimiter is one character, and header_row is 1 or more"
    for name, column in table.readings:
        if wrong := _column_fault(column):
            return f"the column {name!r} {wrong}"
    for name, several in table.columns.items():
        if isinstance(several, tuple) and (not several or any(reading.pattern is None for reading in several[1:])):
            return f"the column {name!r} is read in several ways, and each after the first needs 'pattern'"
    return _pattern_fault(table.published, groups=True)


def _column_fault(column: ColumnDefinition) -> str | None:
    needs = {
        "ignore": ("why", column.why),
        "identifier": ("type", column.type),
        "name_type": ("values", column.values),
        "name_quality": ("values", column.values),
    }
    option, given = needs.get(column.field, ("", True))
    if not given:
        return f'has the field "{column.field}" and needs {option!r}'
    parts: Mapping[str, tuple[str, ...]] = {"name_part": tuple(PartKind), "address_part": ADDRESS_PARTS}
    if column.field in parts and column.part not in parts[column.field]:
        return f'has the field "{column.field}" and needs "part", one of: {", ".join(parts[column.field])}'
    allowed: Mapping[str, tuple[str, ...]] = {
        "kind": tuple(Kind),
        "name_type": NAME_TYPES,
        "name_quality": tuple(Quality),
        "delisted": ("yes", "no"),
    }
    strange = [value for value in (column.values or {}).values() if value and value not in allowed.get(column.field, (value,))]
    if strange:
        return f"maps to {strange[0]!r}, which is none of: {', '.join(allowed[column.field])}"
    if column.split and column.split_pattern:
        return 'has both "split" and "split_pattern"; keep one'
    return _pattern_fault(column.pattern, groups=True) or _pattern_fault(column.split_pattern)


def _pattern_fault(pattern: str | None, *, groups: bool = False) -> str | None:
    try:
        compiled = re.compile(pattern or "()")
    except re.error as problem:
        return f"has a regular expression that is none: {pattern!r} ({problem})"
    return f"has a regular expression without a group in round brackets: {pattern!r}" if groups and not compiled.groups else None
