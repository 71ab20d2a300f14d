"""Results as CSV, JSON or JSON Lines, written beside and renamed, so that an earlier file is never half lost."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec

from sanctions.documents import batch_document, result_document
from sanctions.errors import OutputError
from sanctions.matching.bands import band

if TYPE_CHECKING:
    from sanctions.model import Screening
    from sanctions.review import Standing

COLUMNS = (
    "party_id", "party", "row", "status", "reason", "role", "score", "band", "hit_status", "entity", "list", "kind",
    "name", "matched_name", "programmes", "listed_on", "url", "reasons", "decision", "decided", "ofac_score",
)  # fmt: skip


def write_export(screening: Screening, path: Path, standings: Mapping[str, Standing] | None = None) -> None:
    """Write the results to ``path`` in the format of its suffix; ``standings`` are what earlier decisions say of the hits.

    Raises OutputError.
    """
    writers = {".json": _write_json, ".jsonl": _write_lines, ".csv": _write_csv}
    with _written_beside(path) as stream:
        writers[path.suffix.lower()](screening, standings or {}, stream)


def write_text(path: Path, text: str) -> None:
    """Write a text to ``path``, whole or not at all. Raises OutputError."""
    with _written_beside(path) as stream:
        stream.write(text)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write the lines to ``path``, whole or not at all. Raises OutputError."""
    with _written_beside(path) as stream:
        for line in lines:
            stream.write(line + "\n")


@contextmanager
def _written_beside(path: Path) -> Iterator[IO[str]]:
    """A stream to a draft beside ``path`` that takes its place once it is whole."""
    try:
        handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent or Path())
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                yield stream
            os.replace(draft, path)  # noqa: PTH105 - the draft's name is a string
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise OutputError(f"{path} cannot be written: {problem.strerror}. Name another place with -o.") from None


def _write_json(screening: Screening, standings: Mapping[str, Standing], stream: IO[str]) -> None:
    stream.write(msgspec.json.format(msgspec.json.encode(batch_document(screening, standings)), indent=1).decode() + "\n")


def _write_lines(screening: Screening, standings: Mapping[str, Standing], stream: IO[str]) -> None:
    for place, result in enumerate(screening.results):
        stream.write(msgspec.json.encode(result_document(result, place, standings)).decode() + "\n")


def _write_csv(screening: Screening, standings: Mapping[str, Standing], stream: IO[str]) -> None:
    """One line a hit, and one line for each party without any, so that no party is silent."""
    stream.write("\ufeff")  # so that Excel reads UTF-8
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    for row in _rows(screening, standings):
        writer.writerow({key: _inert(value) for key, value in row.items()})


def _rows(screening: Screening, standings: Mapping[str, Standing]) -> Iterator[dict[str, Any]]:
    for place, result in enumerate(screening.results):
        document = result_document(result, place, standings)
        party = {"party_id": result.party.id, "party": result.party.name, "row": result.party.row, "status": result.status}
        party["reason"] = result.rejected or ""
        hits = [*document["hits"], *document["recorded"]]
        if not hits:
            yield party
        for hit in hits:
            fields = {
                key: hit[key]
                for key in ("role", "score", "entity", "list", "kind", "name", "matched_name", "listed_on", "url", "ofac_score")
            }
            reasons = "; ".join(f"{r['points']:+.4f} {r['feature']}: {r['detail']}" for r in hit["reasons"])
            programmes = "; ".join(hit["programmes"])
            yield {
                **party,
                **fields,
                "band": band(hit["score"], screening.policy),
                "hit_status": hit["status"],
                "programmes": programmes,
                "reasons": reasons,
                "decision": hit["disposition"]["state"],
                "decided": hit["disposition"]["words"],
            }


def _inert(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before = + - @ and control characters."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
