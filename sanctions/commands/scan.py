"""``sanctions scan``: listed names in documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.asking import open_screener
from sanctions.commands.case_shared import moment, read
from sanctions.commands.shared import emit_json, json_option, note
from sanctions.errors import CaseError

if TYPE_CHECKING:
    from sanctions.casework.records import CaseFile
    from sanctions.scanning import Document, Mention, Passage, Scan
    from sanctions.screening import Screener

SCHEMA = "sanctions.scan/1"
_MOST_TOLD = 40


@click.command(name="scan")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--threshold", type=click.FloatRange(0.5, 1), default=None, metavar="SCORE", help="Least score of a mention, 0.5 to 1.  [default: 0.86]"
)
@click.option("--list", "list", multiple=True, metavar="LIST", help="Look for names of this list. May be repeated.  [default: all held]")
@click.option("--as-of", metavar="TIME", help="Answer from the copies held then (ISO 8601; a date means its end, UTC).")
@click.option(
    "--into",
    "case",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="CASE",
    help="Take each document into this case as an exhibit, and what it names as candidate facts that a person must confirm.",
)
@click.option(
    "--collector", default="", metavar="NAME", help="With --into: who collected the documents.  [default: the case's first person]"
)
@click.option("--fail-on-hit", is_flag=True, help="Exit with 4 if a listed name is mentioned.")
@json_option
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    *,
    threshold: float | None,
    list: tuple[str, ...],
    as_of: str | None,
    case: Path | None,
    collector: str,
    fail_on_hit: bool,
    json: bool,
) -> None:
    """Find every listed name in documents: text, HTML, PDF, DOCX.

    Each mention has its place, sentence, score and reasons. Names that look like a person's or an organisation's
    and are on no list searched are shown, too, for a reader to judge. Nothing in a document is run or fetched.

    With --into, a document becomes an exhibit of the case, and each listed target that it names a candidate fact
    in candidates.toml. A candidate counts for nothing until it is confirmed: sanctions case confirm.

    \b
    Exit codes: 0 done; 1 a document cannot be read; 2 usage; 3 no list to search, or one that was named
    is not held; 4 a listed name is mentioned, with --fail-on-hit.
    """
    from sanctions.commands.answers import coverage_lines
    from sanctions.scanning import Finder, read_document
    from sanctions.scanning.finding import LEAST

    target = read(context, case) if case else None
    screener = open_screener(context, list, as_of, require_current=False)
    finder = Finder(screener, least=threshold or LEAST)
    scans = [finder.scan(document) for document in [read_document(path) for path in files]]
    taken = [_take_in(target, path, scan, screener.engine, collector) for path, scan in zip(files, scans, strict=True)] if target else []
    if json:
        emit_json(_document(scans, screener, finder.least) | ({"into": str(case), "taken": taken} if case else {}))
    else:
        for scan in scans:
            for line in _lines(scan):
                click.echo(line)
    if case:
        for line in _taken_lines(case, taken):
            note(line)
    for line in coverage_lines(screener.coverage, datetime.now(UTC)):
        note(line)
    if fail_on_hit and any(scan.mentions for scan in scans):
        context.exit(4)


def _take_in(target: CaseFile, path: Path, scan: Scan, engine: str, collector: str) -> dict[str, Any]:
    """The document as an exhibit, and what it names as candidates; gives their ids."""
    from sanctions.casework.candidates import propose
    from sanctions.casework.exhibits import Description, add_exhibit

    by, now = collector or target.case.people[0].name, moment()
    with path.open("rb") as stream:
        exhibit, new = add_exhibit(target.folder, stream, path.name, Description(title="", collector=by), now)
    if exhibit.sha256 != scan.document.sha256:
        raise CaseError(f"{path}: it changed while it was read. It is in the case as {exhibit.id}; scan {target.folder / exhibit.file}.")
    found = propose(target, exhibit.id, scan, engine=engine, by=by, now=now)
    return {"exhibit": exhibit.id, "file": exhibit.file, "new": new, "candidates": [one.id for one in found]}


def _taken_lines(case: Path, taken: list[dict[str, Any]]) -> Iterator[str]:
    from sanctions.acquisition.moments import count

    for one in taken:
        how = "a new exhibit" if one["new"] else "in the case already"
        ids = f" ({one['candidates'][0]} to {one['candidates'][-1]})" if one["candidates"] else ""
        yield f"{one['exhibit']}: {one['file']}, {how}; {count(len(one['candidates']), 'new candidate fact')}{ids}"
    if any(one["candidates"] for one in taken):
        yield f"A candidate counts for nothing until a person has confirmed it: sanctions case candidates {case}"


def _document(scans: list[Scan], screener: Screener, least: float) -> dict[str, Any]:
    from sanctions.documents import coverage_document

    return {
        "schema": SCHEMA,
        "engine": screener.engine,
        "threshold": least,
        "coverage": [coverage_document(part) for part in screener.coverage],
        "documents": [
            {
                "file": scan.document.name,
                "format": scan.document.format,
                "sha256": scan.document.sha256,
                "pages": scan.document.pages,
                "paragraphs": len(scan.document.passages),
                "compared": scan.windows,
                "notes": scan.document.notes,
            }
            for scan in scans
        ],
        "hits": [_mention(one, scan.document) for scan in scans for one in scan.mentions],
        "unmatched": [
            {
                "mention": one.text,
                "looks_like": one.looks,
                "times": one.times,
                "where": _where(scan.document, one.passage, one.start),
                "sentence": one.sentence,
            }
            for scan in scans
            for one in scan.unmatched
        ],
    }


def _mention(one: Mention, document: Document) -> dict[str, Any]:
    from sanctions.documents import hit_document

    hit = hit_document(one.hit)
    place = {"mention": one.text, "where": _where(document, one.passage, one.start), "sentence": one.sentence}
    kept = ("entity", "list", "kind", "name", "matched_name", "score", "reasons", "programmes", "listed_on", "copies")
    return {**place, **{key: hit[key] for key in kept}}


def _where(document: Document, passage: Passage, start: int) -> dict[str, Any]:
    """``offset`` counts characters from the document's beginning, paragraphs joined by one character each."""
    return {"file": document.name, "page": passage.page, "paragraph": passage.number, "offset": start}


def _lines(scan: Scan) -> Iterator[str]:
    from sanctions.acquisition.moments import count
    from sanctions.commands.answers import comparison_lines

    document = scan.document
    pages = f"{count(document.pages, 'page')}, " if document.pages is not None else ""
    yield (
        f"{document.name} ({document.format}, {pages}{count(len(document.passages), 'paragraph')}): "
        f"{count(len(scan.mentions), 'mention')} of listed names"
    )
    for line in document.notes:
        yield f"  note: {line}"
    for one in scan.mentions:
        place = f"page {one.passage.page}, " if one.passage.page else ""
        programmes = f" [{', '.join(one.hit.entity.programmes)}]" if one.hit.entity.programmes else ""
        yield ""
        yield f"  {one.hit.score:.4f}  “{one.text}”  →  {_listed(one)} ({one.hit.entity.id}, {one.hit.entity.kind}){programmes}"
        yield f"          {place}paragraph {one.passage.number}, character {one.start}: {_short(one.sentence)}"
        yield from (f"        {line}" for line in comparison_lines(one.hit.comparison))
    if scan.unmatched:
        yield ""
        yield "  looks like a name and is on no list searched:"
        for name in scan.unmatched[:_MOST_TOLD]:
            times = f", {name.times} times" if name.times > 1 else ""
            yield f"    {name.text}  ({name.looks}{times})"
        if len(scan.unmatched) > _MOST_TOLD:
            yield f"    … and {len(scan.unmatched) - _MOST_TOLD:,} more; --json has them all"


def _listed(mention: Mention) -> str:
    """The entity's name, and the listed name that was found where it is another."""
    matched, name = mention.hit.comparison.matched, mention.hit.entity.name
    return name if matched is None or matched.full == name else f"{name}, listed as {matched.full}"


def _short(sentence: str, most: int = 240) -> str:
    return sentence if len(sentence) <= most else f"{sentence[:most]}…"
