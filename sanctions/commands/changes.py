"""``sanctions changes``: what was added, removed and changed on the lists between two copies of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from sanctions.commands.shared import catalogue_of, emit_json, home_of, json_option, note

if TYPE_CHECKING:
    from sanctions.acquisition.changes import ListChanges
    from sanctions.acquisition.deltas import CrossCheck
    from sanctions.acquisition.snapshots import SnapshotStore

SUFFIXES = (".xlsx", ".md", ".json")


@click.command(name="changes")
@click.argument("keys", metavar="[LIST]...", nargs=-1)
@click.option("--since", metavar="TIME", help="From the copy held then (ISO 8601; a date means its end, UTC).  [default: the last but one]")
@click.option("--until", metavar="TIME", help="To the copy held then.  [default: the newest]")
@click.option("--from", "from_sha", metavar="SHA256", help="From the copy whose SHA-256 begins so.")
@click.option("--to", "to_sha", metavar="SHA256", help="To the copy whose SHA-256 begins so.")
@click.option("--programme", multiple=True, metavar="PATTERN", help="Only targets of this programme, say 'DPRK*'. May be repeated.")
@click.option(
    "--against",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    metavar="PATH",
    help="Hold the changes against OFAC's delta files (XML) and histories of publications (JSON), or a folder of them. May be repeated.",
)
@click.option("--fetch-deltas", is_flag=True, help="The same with the delta files of all publications in between, fetched from OFAC.")
@click.option("--minor", is_flag=True, help="Show minor changes, too: remarks, address text, order of values, links to pages.")
@click.option("--all", "everything", is_flag=True, help="Show every change, major and minor, however many.")
@click.option("--markdown", is_flag=True, help="Print Markdown.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE (.xlsx, .md or .json)."
)
@json_option
@click.pass_context
def command(
    context: click.Context,
    keys: tuple[str, ...],
    *,
    since: str | None,
    until: str | None,
    from_sha: str | None,
    to_sha: str | None,
    programme: tuple[str, ...],
    against: tuple[Path, ...],
    fetch_deltas: bool,
    minor: bool,
    everything: bool,
    markdown: bool,
    output: Path | None,
    json: bool,
) -> None:
    """Show what was added, removed and changed on the lists.

    Two copies of each LIST (default: all held) are compared, the last but one with the newest unless told
    otherwise. Changes of names, birth dates, identifiers, countries, programmes and kinds are major; files hold
    minor ones, too.

    \b
    Exit codes: 0 done, whether or not anything changed; 1 the file cannot be written, or the
    delta files and the copies disagree, or one was skipped; 2 usage; 3 no copy is held of a list that was named, or of any.
    """
    from sanctions.acquisition.snapshots import SnapshotStore

    if output is not None and output.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"-o: {output.name} must end in one of {', '.join(SUFFIXES)}.")
    if (from_sha or to_sha) and (since or until):
        raise click.UsageError("Name copies either by time (--since, --until) or by SHA-256 (--from, --to).")
    home = home_of(context)
    store = SnapshotStore(home, catalogue_of(home))
    found = _by_sha(store, keys, from_sha, to_sha, programme) if from_sha or to_sha else _by_time(store, keys, since, until, programme)
    check = _check(store, found, against, programme, fetch=fetch_deltas) if against or fetch_deltas else None
    if check:
        found = [replace(found[0], notes=(*found[0].notes, *check.sentences))]
    if output is not None:
        _write(found, output, check)
        note(f"Written to {output}.")
    _show(found, check, json=json, markdown=markdown, minor=minor or everything, limit=None if everything else 20, brief=output is not None)
    if check and not check.holds:
        context.exit(1)


def _check(
    store: SnapshotStore, found: list[ListChanges], paths: Sequence[Path], programmes: tuple[str, ...], *, fetch: bool
) -> CrossCheck:
    from sanctions.acquisition.deltas import cross_check, held_in, read_publications

    if programmes or len(found) != 1:
        raise click.UsageError("Delta files are held against all changes of one LIST: name the list, and no --programme.")
    if fetch:
        from sanctions.acquisition.delta_fetching import fetch_deltas

        paths = [*paths, *fetch_deltas(found[0], store.home.root / "deltas" / "ofac")]
    return cross_check(found[0], read_publications(paths), held_in(store, found[0]))


def _by_time(
    store: SnapshotStore, keys: tuple[str, ...], since: str | None, until: str | None, programmes: tuple[str, ...]
) -> list[ListChanges]:
    from sanctions.acquisition.changes_choice import changes_of
    from sanctions.acquisition.moments import parse_moment
    from sanctions.errors import CoverageError

    start, end = (parse_moment(text, end_of_day=True) if text else None for text in (since, until))
    if start and end and end < start:
        raise click.UsageError(f"--until {until} lies before --since {since}.")
    named = [store.catalogue[key].key for key in dict.fromkeys(keys)]
    held = [key for key in store.held() if key in store.catalogue and (end is None or store.as_of(key, end))]
    if not named and not held:
        raise CoverageError(f"No list is held{f' as of {until}' if until else ''} in {store.home.root}. Run: sanctions refresh")
    return [changes_of(store, key, since=start, until=end, programmes=programmes) for key in named or held]


def _by_sha(
    store: SnapshotStore, keys: tuple[str, ...], from_sha: str | None, to_sha: str | None, programmes: tuple[str, ...]
) -> list[ListChanges]:
    from sanctions.acquisition.changes_choice import compare_copies, copy_by_sha

    if from_sha is None:
        raise click.UsageError("--to needs --from: the copy to compare with.")
    if len(keys) > 1:
        raise click.UsageError("A SHA-256 names a copy of one list; name no more than one LIST.")
    lists = [store.catalogue[key].key for key in keys] or [key for key in store.held() if key in store.catalogue]
    before = copy_by_sha(store, lists, from_sha)
    after = copy_by_sha(store, lists, to_sha) if to_sha else store.current(before.list)
    assert after is not None  # there is a copy of that list: the one before
    return [compare_copies(store, before, after, programmes=programmes)]


def _write(found: list[ListChanges], path: Path, check: CrossCheck | None) -> None:
    from sanctions.commands.changes_text import markdown_lines
    from sanctions.commands.exports import write_text

    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        from sanctions.workbook.changes import write_changes

        write_changes(found, path)
    elif suffix == ".md":
        write_text(path, "\n".join(markdown_lines(found, minor=True, limit=None)) + "\n")
    else:
        import msgspec

        write_text(path, msgspec.json.format(msgspec.json.encode(_document(found, check)), indent=1).decode() + "\n")


def _document(found: list[ListChanges], check: CrossCheck | None) -> dict[str, Any]:
    from sanctions.documents import changes_document, cross_check_document

    document = changes_document(found)
    if check:
        document["lists"][0]["against"] = cross_check_document(check)
    return document


def _show(
    found: list[ListChanges], check: CrossCheck | None, *, json: bool, markdown: bool, minor: bool, limit: int | None, brief: bool
) -> None:
    from sanctions.commands.changes_text import headline, markdown_lines, text_lines

    if json:
        emit_json(_document(found, check))
        return
    if brief:
        lines = [headline(one) for one in found]
    else:
        lines = list((markdown_lines if markdown else text_lines)(found, minor=minor, limit=limit))
    for line in lines:
        click.echo(line)
