"""Whatever bytes a book is made of: the counts add up, and nothing is raised but the toolkit's own errors."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sanctions.books import open_book
from sanctions.errors import SanctionsError
from sanctions.model import to_json

HEADINGS = [
    "id",
    "name",
    "type",
    "dob",
    "country",
    "alias",
    "owner",
    "owner dob",
    "related parties",
    "identifiers",
    "imo",
    "address",
    "note",
]
CELLS = st.text(max_size=30) | st.sampled_from(
    ["Kim Won Hong", "1962", "KP", "A; B", "=1+1", '"', "\u202e", "d/b/a", "IMO 1234567", "A (owner)"]
)


def check(content: bytes, suffix: str) -> int | None:
    """Rows read, None if the book was refused in a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"book{suffix}"
        path.write_bytes(content)
        try:
            book = open_book(path)
            rows = list(book.rows())
        except SanctionsError:
            return None
        assert book.rows_read == book.parties + book.rejected + book.blank
        assert len(rows) == book.parties + book.rejected
        numbers = [row.number for row in rows]
        assert numbers == sorted(set(numbers))
        for row in rows:
            assert (row.party is None) != (row.rejected is None)
            if row.party:
                assert any(c.isalnum() for c in row.party.name)
                to_json(row.party)
        return book.rows_read


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
@example(b'name\n"')
@example(b"name\n\x00")
@example(b"sep=,")
@example(b"\xff\xfen\x00a")
def test_any_bytes_as_csv(content: bytes) -> None:
    check(content, ".csv")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
@example(b'name,owner\n"a\nb')
def test_any_bytes_below_a_heading(content: bytes) -> None:
    check(b"id,name,owner,dob\n" + content, ".csv")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=len(HEADINGS), max_size=len(HEADINGS)), max_size=8))
def test_any_cells(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADINGS, *rows])
    assert check(text.getvalue().encode("utf-8", "surrogatepass"), ".csv") == len(rows)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
@example(b'{"name": "\\ud800"}')
@example(b'{"name": NaN}')
@example(b'{"name": ' + b"9" * 5000 + b"}")
def test_any_bytes_as_json_lines(content: bytes) -> None:
    check(content, ".jsonl")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CELLS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(HEADINGS) | st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(HEADINGS) | st.text(max_size=8), JSON, max_size=6), min_size=1, max_size=5))
def test_any_objects_as_json_lines(objects: list[dict[str, object]]) -> None:
    read = check("\n".join(json.dumps(one) for one in objects).encode(), ".jsonl")
    assert read is None or read == len(objects)
