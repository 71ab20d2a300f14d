"""One row on its way to a party: how it is read, and what is said of it."""

from __future__ import annotations

import msgspec

from sanctions.books.columns import Column
from sanctions.books.values import shown

Cells = list[tuple[Column, str]]


class Notes(msgspec.Struct, kw_only=True):
    """The row's number and reading; warnings in full sentences, and cells carried along as they were written."""

    row: int
    month_first: bool = False
    warnings: list[str] = []
    extra: dict[str, str] = {}

    def left_out(self, column: Column, value: str, why: str) -> None:
        """A value that cannot be used is kept in ``extra`` under its heading and told of."""
        self.extra.setdefault(column.source, value.strip())
        who = f"{column.role}'s " if column.role else ""
        self.warnings.append(
            f"The {who}{column.field.replace('_', ' ')} {shown(value)} in the column {column.source!r} {why}; it was left out."
        )
