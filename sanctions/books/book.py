"""A book of parties: opened, its columns understood, every row a party or a reason, and counts that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from sanctions.books.columns import Column, Plan, plan_columns
from sanctions.books.delimited import read_delimited
from sanctions.books.jsonlines import read_jsonlines
from sanctions.books.mapping import read_mapping
from sanctions.books.names import BadName
from sanctions.books.notes import Cells, Notes
from sanctions.books.origin import Origin, find_origin
from sanctions.books.parties import build_party
from sanctions.books.spreadsheet import read_spreadsheet
from sanctions.books.table import RawRow, Table
from sanctions.books.values import clean, shown
from sanctions.books.vocabulary import NAME_QUALITIES
from sanctions.errors import UsageError
from sanctions.model import Party

LONGEST_VALUE = 10_000
"""Characters of a cell that is read as anything but a name, a list of names included; a longer one is only carried along."""

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRow:
    """One row: a party, or the sentence that says why it is none. ``id`` and ``name`` are what could be read either way.

    ``number`` is the row as a spreadsheet shows it (a line of JSON Lines), 1 = first of the file.
    ``warnings`` are full sentences on what was left out or changed; the report shows them.
    """

    number: int
    id: str
    name: str
    party: Party | None = None
    rejected: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Book:
    """An officer's book. ``rows()`` reads it from the start each time and then has counted it:
    ``rows_read`` = ``parties`` + ``rejected`` + ``blank``, of which the last ``trailing_blank`` close the file.

    ``columns`` are those recognised, ``unused`` the headings whose cells are only carried in ``Party.extra``.
    ``notes`` are sentences on the book as a whole.
    """

    path: Path
    name: str
    format: str
    sha256: str
    columns: tuple[Column, ...]
    unused: tuple[str, ...]
    notes: list[str]
    sheet: str | None = None
    month_first: bool = False
    rows_read: int = 0
    parties: int = 0
    rejected: int = 0
    blank: int = 0
    trailing_blank: int = 0
    _table: Table = field(repr=False)
    _plan: Plan = field(repr=False)

    def rows(self) -> Iterator[BookRow]:
        """Every row that is not blank, in the book's order. Counts start anew."""
        self.rows_read = self.parties = self.rejected = self.blank = self.trailing_blank = 0
        seen: dict[str, int] = {}
        for raw in self._table.rows():
            self.rows_read += 1
            if raw.blank:
                self.blank += 1
                self.trailing_blank += 1
                continue
            self.trailing_blank = 0
            row = self._read(raw, seen)
            if row is None:
                self.blank += 1
                continue
            self.parties += row.party is not None
            self.rejected += row.rejected is not None
            yield row

    def _read(self, raw: RawRow, seen: dict[str, int]) -> BookRow | None:
        notes = Notes(row=raw.number, month_first=self.month_first, warnings=list(raw.warnings))
        cells = _sort_cells(self._plan, raw, notes)
        if not cells and not notes.extra and not raw.problem:
            return None
        id = next((clean(text) for column, text in cells if column.field == "id" and column.role is None), "")[:200]
        if id and seen.setdefault(id, raw.number) != raw.number:
            notes.warnings.append(f"The id {shown(id)} stands in row {seen[id]} already; both rows were screened.")
        id = id or f"row {raw.number}"
        name = next((clean(text[:500]) for column, text in cells if column.field in ("name", "native_name") and column.role is None), "")[
            :200
        ]
        if raw.problem:
            return BookRow(number=raw.number, id=id, name=name, rejected=f"The row was not screened: {raw.problem}.")
        try:
            party = build_party(cells, id, self._plan.kind, notes)
        except BadName as problem:
            reason = f"The row was not screened: {problem}."
            return BookRow(number=raw.number, id=id, name=name, rejected=reason, warnings=tuple(notes.warnings))
        party = replace(party, extra=dict(notes.extra)) if notes.extra else party
        return BookRow(number=raw.number, id=id, name=party.name, party=party, warnings=tuple(notes.warnings))


def _sort_cells(plan: Plan, raw: RawRow, notes: Notes) -> Cells:
    """The cells that mean something, in the columns' order; what is in others goes to ``notes.extra``."""
    cells: Cells = []
    for place, text in enumerate(raw.cells):
        if not text or text.isspace():
            continue
        column = plan.columns[place] if place < len(plan.columns) else None
        if column is not None and (len(text) <= LONGEST_VALUE or column.field in NAME_QUALITIES):
            cells.append((column, text))
        elif column is not None:
            notes.left_out(column, text, f"is {len(text):,} characters long, and no value is longer than {LONGEST_VALUE:,}")
        elif place < len(plan.headings):
            notes.extra[plan.headings[place] or f"column {place + 1}"] = text.strip()
        else:
            notes.extra[f"column {place + 1}"] = text.strip()
            if f"column {place}" not in notes.extra:
                notes.warnings.append(
                    f"The row has more cells than there are headings ({len(plan.headings)}): a separator inside a value without "
                    f"quotation marks moves the values behind it into wrong columns. Check this row."
                )
    return cells


def open_book(
    path: Path, *, columns: Mapping[str, str] | Path | str | None = None, sheet: str | None = None, month_first: bool = False
) -> Book:
    """Open a book (CSV, XLSX, XLS, ODS or JSON Lines; "-" is CSV or JSON Lines from standard input).

    ``columns`` is what ``--columns`` takes: a mapping, a TOML or JSON file, or "Column=field,…".
    ``month_first`` reads 07/03/1962 as 3 July. Raises BookError for a book that cannot be read or has no
    name column, UsageError for a mapping or sheet that names what does not exist.
    """
    mapping = read_mapping(columns)
    origin = find_origin(Path(path))
    table = _table(origin, mapping, sheet)
    headings = [clean(heading[:500]) for heading in table.headings]
    plan = plan_columns(headings, mapping, f"The book {origin.name}")
    return Book(
        path=Path(path), name=origin.name, format=origin.format, sha256=origin.sha256, columns=plan.recognised, unused=plan.unused,
        notes=[*origin.notes, *table.notes, *_plan_notes(plan)], sheet=table.sheet, month_first=month_first, _table=table, _plan=plan,
    )  # fmt: skip


def headings_of(path: Path) -> tuple[str, ...]:
    """The headings of a book as they stand, before anything is said of their meaning. Raises BookError."""
    return tuple(clean(heading[:500]) for heading in _table(find_origin(Path(path)), {}, None).headings)


def _table(origin: Origin, mapping: Mapping[str, str], sheet: str | None) -> Table:
    if origin.format in ("xlsx", "xls"):
        return read_spreadsheet(origin, mapping, sheet)
    if sheet is not None:
        raise UsageError(f"The book {origin.name} is a {origin.format.upper()} file and has no sheets; leave --sheet out.")
    return read_delimited(origin, mapping) if origin.format == "csv" else read_jsonlines(origin)


def _plan_notes(plan: Plan) -> list[str]:
    notes = []
    if plan.unused:
        named = ", ".join(repr(heading) for heading in plan.unused[:_MOST_NAMED])
        more = f" and {len(plan.unused) - _MOST_NAMED} more" if len(plan.unused) > _MOST_NAMED else ""
        notes.append(f"These columns were carried along but not screened: {named}{more}.")
    lines = [repr(column.source) for column in plan.recognised if column.field == "name" and not column.role]
    if len(lines) > 1:
        notes.append(f"The columns {', '.join(lines)} were joined into one name, in the order of their numbers.")
    if not any(column.field == "id" and column.role is None for column in plan.recognised):
        notes.append("The book has no id column that is known; its parties are called by their row.")
    return notes
