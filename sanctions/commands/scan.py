"""``sanctions scan``: listed names in documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.asking import open_screener
from sanctions.commands.shared import emit_json, json_option, note

if TYPE_CHECKING:
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
    fail_on_hit: bool,
    json: bool,
) -> None:
    """Find every listed name in documents: text, HTML, PDF, DOCX.

    Each mention has its place, sentence, score and reasons. Names that look like a person's or an organisation's
    and are on no list searched are shown, too, for a reader to judge. Nothing in a document is run or fetched.

    \b
    Exit codes: 0 done; 1 a document cannot be read; 2 usage; 3 no list to search, or one that was named
    is not held; 4 a listed name is mentioned, with --fail-on-hit.
    """
    from sanctions.commands.answers import coverage_lines
    from sanctions.scanning import Finder, read_document
    from sanctions.scanning.finding import LEAST

    screener = open_screener(context, list, as_of, require_current=False)
    finder = Finder(screener, least=threshold or LEAST)
    scans = [finder.scan(document) for document in [read_document(path) for path in files]]
    if json:
        emit_json(_document(scans, screener, finder.least))
    else:
        for scan in scans:
            for line in _lines(scan):
                click.echo(line)
    for line in coverage_lines(screener.coverage, datetime.now(UTC)):
        note(line)
    if fail_on_hit and any(scan.mentions for scan in scans):
        context.exit(4)


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
        for reason in one.hit.comparison.reasons:
            yield f"          {reason.points:+.4f}  {reason.feature}: {reason.detail}"
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
