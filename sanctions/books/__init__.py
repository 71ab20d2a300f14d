"""The officer's book: a CSV, spreadsheet or JSON Lines file in, a party or a reason for every row.

book = open_book(Path("clients.xlsx"))
for row in book.rows():
    row.party or row.rejected
book.rows_read == book.parties + book.rejected + book.blank
"""

from __future__ import annotations

from sanctions.books.book import Book, BookRow, headings_of, open_book
from sanctions.books.columns import Column
from sanctions.books.mapping import read_mapping
from sanctions.books.values import identifier_of
from sanctions.books.vocabulary import FIELDS, ROLES

__all__ = ["FIELDS", "ROLES", "Book", "BookRow", "Column", "headings_of", "identifier_of", "open_book", "read_mapping"]
