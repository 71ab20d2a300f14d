"""Helpers of the book tests: a book from text or bytes, read to its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sanctions.books import Book, BookRow, open_book

Read = Callable[..., tuple[Book, list[BookRow]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a book and read it: ``read("id,name\\n1,Acme", name="book.csv", columns=…)``."""

    def read_book(content: str | bytes, name: str = "book.csv", **options: Any) -> tuple[Book, list[BookRow]]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        book = open_book(path, **options)
        rows = list(book.rows())
        assert book.rows_read == book.parties + book.rejected + book.blank
        assert len(rows) == book.parties + book.rejected
        assert all((row.party is None) != (row.rejected is None) for row in rows)
        return book, rows

    return read_book
