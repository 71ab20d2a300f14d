"""What the columns of a book mean: recognised by their headings, or told by the officer with ``--columns``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from sanctions.books.vocabulary import (
    COMPANY_HEADINGS,
    FIELDS,
    MAIN_PREFIXES,
    MAIN_ROLES,
    REPEATABLE,
    ROLE_KINDS,
    ROLES,
    field_of,
    fold,
    role_of,
)
from sanctions.errors import BookError, UsageError
from sanctions.model import Kind
from sanctions.patterns import regex

_HINT = regex(r"[(\[{][^)\]}]*[)\]}]")
_MONTH_FIRST = regex(r"\bmm?\s*[/.\- ]\s*dd?\b", re.I)
_NUMBERED = regex(r"(\D*?)(\d{1,4})(\D*)")
_OF = regex(r"of(?:the)?")
_PERSONAL = ("given_name", "family_name", "middle_name", "patronymic", "title", "gender", "birth_date", "birth_place")
_MOST_SHOWN = 30
_LONGEST_HEADING = 120


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column's meaning. ``number`` tells "director 1" from "director 2"; ``role`` is None for the party itself."""

    source: str
    field: str
    role: str | None = None
    number: int = 0

    @property
    def meaning(self) -> str:
        """What a note calls it: "name", "director 2 birth_date"."""
        who = f"{self.role} {self.number or ''}".strip() if self.role else ""
        number = f" {self.number}" if self.number and not self.role else ""
        return f"{who} {self.field}{number}".strip()


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """All columns of a book: ``columns[i]`` is what heading i means, None for one carried along unread."""

    headings: tuple[str, ...]
    columns: tuple[Column | None, ...]
    kind: Kind = Kind.UNKNOWN

    @property
    def recognised(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column)

    @property
    def unused(self) -> tuple[str, ...]:
        return tuple(heading for heading, column in zip(self.headings, self.columns, strict=True) if heading and column is None)


def recognise(heading: str) -> Column | None:
    """What a heading means by itself, or None. "Owner's date of birth", "owner_dob" and "dob of owner" are one meaning."""
    if len(heading) > _LONGEST_HEADING:
        return None
    hints = " ".join(_HINT.findall(heading))
    compact = fold(_HINT.sub(" ", heading)) or fold(heading)
    numbered = None if compact in field_of() else _NUMBERED.fullmatch(compact)
    word, number = (numbered[1] + numbered[3], int(numbered[2])) if numbered else (compact, 0)
    meaning = _meaning(word)
    if meaning is None:
        return None
    field, role = meaning
    if field == "birth_date" and _MONTH_FIRST.search(hints):
        field = "birth_date_month_first"
    return Column(source=heading, field=field, role=role, number=number)


def _meaning(word: str) -> tuple[str, str | None] | None:
    """Field and role of a folded heading without its number."""
    fields, roles = field_of(), role_of()
    if word in fields:
        return fields[word], None
    if word in roles:
        return "name", roles[word]
    for cut in range(len(word) - 1, 0, -1):
        head, tail = word[:cut], word[cut:]
        if head in roles and tail in fields:
            return fields[tail], roles[head]
        if head in MAIN_PREFIXES and tail in fields:
            return fields[tail], None
        of = _OF.match(tail)
        if of and head in fields and tail[of.end() :] in roles:
            return fields[head], roles[tail[of.end() :]]
    return None


def plan_columns(headings: Sequence[str], mapping: Mapping[str, str], where: str) -> Plan:
    """The meaning of every heading of the book ``where``; what ``mapping`` says goes before what is recognised.

    Raises BookError for a duplicated heading, two columns that mean the same, or no name column;
    UsageError for a mapping that names an unknown field or a column that the book lacks.
    """
    _refuse_duplicates(headings, where)
    told = _told(headings, mapping, where)
    taken = {_key(column) for column in told.values()}
    columns: list[Column | None] = []
    for heading in headings:
        column = told.get(heading) or recognise(heading)
        if column and heading not in told and _key(column) in taken and column.field != "extra":
            column = None
        columns.append(column)
    columns, kind = _settle(columns)
    _refuse_rivals(columns, where)
    if not any(column and column.field in ("name", "native_name", "family_name", "given_name") and not column.role for column in columns):
        raise BookError(_no_name(headings, where))
    kept = tuple(None if column and column.field == "extra" else column for column in columns)
    return Plan(headings=tuple(headings), columns=kept, kind=kind)


def has_name(headings: Iterable[str], mapping: Mapping[str, str]) -> bool:
    """Whether a row of cells can be the heading row: it names a name column, or a column that the mapping names."""
    told = {fold(source) for source in mapping}
    for heading in (heading[:500] for heading in headings):
        if fold(heading) in told and fold(heading):
            return True
        column = recognise(heading)
        if (
            column
            and column.field in ("name", "native_name", "family_name", "given_name")
            and (not column.role or column.role in MAIN_ROLES)
        ):
            return True
    return False


def _key(column: Column) -> tuple[str, str | None, int]:
    field = "birth_date" if column.field == "birth_date_month_first" else column.field
    return (field, column.role, column.number)


def _settle(columns: list[Column | None]) -> tuple[list[Column | None], Kind]:
    """Roles that turn out to be the party itself, and persons who turn out to be a company's contact."""
    columns = _nameless_roles(columns)
    main = [column for column in columns if column and column.role is None]
    names = [column for column in main if column.field == "name"]
    parts = any(column.field in ("given_name", "family_name") for column in main)
    if names and parts and fold(names[0].source) in COMPANY_HEADINGS:
        settled = [
            replace(column, role="contact") if column and column.role is None and column.field in _PERSONAL else column
            for column in columns
        ]
        return settled, Kind.UNKNOWN
    if names or parts:
        return columns, Kind.UNKNOWN
    present = {column.role for column in columns if column and column.field == "name" and column.number == 0}
    role = next((role for role in MAIN_ROLES if role in present), None)
    promoted = [replace(column, role=None) if column and role and column.role == role else column for column in columns]
    return promoted, ROLE_KINDS.get(role or "", Kind.UNKNOWN)


def _nameless_roles(columns: list[Column | None]) -> list[Column | None]:
    """Without a column for the vessel's name, "vessel flag" describes the party; without one for the owner's, "owner dob" nobody."""
    naming = ("name", "given_name", "family_name", "native_name")
    named = {(column.role, column.number) for column in columns if column and column.field in naming}
    settled: list[Column | None] = []
    for column in columns:
        if column is None or column.role is None or (column.role, column.number) in named or column.field == "extra":
            settled.append(column)
        else:
            settled.append(replace(column, role=None) if column.role in MAIN_ROLES else None)
    return settled


def _refuse_duplicates(headings: Sequence[str], where: str) -> None:
    seen: dict[str, int] = {}
    for place, heading in enumerate(headings, 1):
        bare = heading.strip().casefold()
        if bare and bare in seen:
            raise BookError(
                f"{where}: the heading {heading.strip()!r} stands twice, in columns {seen[bare]} and {place}. "
                f"Give one of them another name."
            )
        seen[bare] = place


def _refuse_rivals(columns: Iterable[Column | None], where: str) -> None:
    seen: dict[tuple[str, str | None, int], Column] = {}
    for column in columns:
        if column is None or column.field == "extra":
            continue
        rival = seen.setdefault(_key(column), column)
        if rival is not column and (column.field not in REPEATABLE or column.role):
            raise BookError(
                f"{where}: the columns {rival.source!r} and {column.source!r} both mean {column.meaning!r}. Say which one does with "
                f'--columns "{column.source}={_target(column)}"; the other is then carried along unread.'
            )


def _target(column: Column) -> str:
    if not column.role:
        return column.field
    return f"{column.role}{f' {column.number}' if column.number else ''}.{column.field}"


def _no_name(headings: Sequence[str], where: str) -> str:
    shown = ", ".join(repr(heading[:40]) for heading in headings[:_MOST_SHOWN] if heading.strip()) or "nothing"
    return (
        f"{where}: no column holds a name that is known as one. The first row holds {shown}. A book needs a row of headings with at "
        f'least one of name, given name or family name; say which column is the name with --columns "COLUMN=name".'
    )


def _told(headings: Sequence[str], mapping: Mapping[str, str], where: str) -> dict[str, Column]:
    by_fold = {fold(heading): heading for heading in headings if fold(heading)}
    told = {}
    for source, target in mapping.items():
        heading = source if source in headings else by_fold.get(fold(source))
        if heading is None:
            known = ", ".join(heading for heading in headings[:_MOST_SHOWN] if heading.strip())
            raise UsageError(f"{where}: --columns names the column {source!r}, which the book lacks. Its columns are: {known}.")
        told[heading] = _parse_target(heading, target)
    return told


def _parse_target(heading: str, target: str) -> Column:
    """ "field", "role", "role.field" or "role 2.field"."""
    who, dot, what = target.strip().rpartition(".")
    numbered = re.fullmatch(r"(.*?)\s*(\d{1,4})?", who.strip())
    assert numbered is not None  # the pattern takes any text
    role, number = numbered[1], int(numbered[2] or 0)
    if not dot and what in FIELDS:
        return Column(source=heading, field=what)
    if not dot and what in ROLES:
        return Column(source=heading, field="name", role=what)
    if role in ROLES and what in FIELDS:
        return Column(source=heading, field=what, role=role, number=number)
    raise UsageError(
        f"--columns maps {heading!r} to {target!r}, which is no field. The fields are: {', '.join(FIELDS)}. "
        f'A related person is written as role.field ("owner.name", "director 2.birth_date"); the roles are: {", ".join(ROLES)}.'
    )
