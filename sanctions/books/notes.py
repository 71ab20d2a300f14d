"""One row on its way to a party: how it is read, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sanctions.books.columns import Column
from sanctions.books.values import shown

Cells = list[tuple[Column, str]]


@dataclass(slots=True, kw_only=True)
class Notes:
    """The row's number and reading; warnings in full sentences, and cells carried along as they were written."""

    row: int
    month_first: bool = False
    warnings: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    def left_out(self, column: Column, value: str, why: str) -> None:
        """A value that cannot be used is kept in ``extra`` under its heading and told of."""
        self.extra.setdefault(column.source, value.strip())
        who = f"{column.role}'s " if column.role else ""
        self.warnings.append(
            f"The {who}{column.field.replace('_', ' ')} {shown(value)} in the column {column.source!r} {why}; it was left out."
        )
