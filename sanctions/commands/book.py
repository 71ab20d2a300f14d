"""``sanctions book``: the parties that are kept and screened again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.screen import KINDS, party_of
from sanctions.commands.shared import emit_json, home_of, json_option, note

if TYPE_CHECKING:
    from sanctions.books import Book
    from sanctions.portfolio import Imported, KeptParty

SCHEMA = "sanctions.book/1"
_MOST_TOLD = 20


@click.group(name="book")
def command() -> None:
    """Keep parties under your own ids: add, import, list, remove.

    They stand in book.sqlite in the home, which only its owner can read. 'sanctions rescreen' screens them.
    """


@command.command(name="add")
@click.argument("id")
@click.argument("name")
@click.option("--alias", multiple=True, metavar="NAME", help="Another name of the party. May be repeated.")
@click.option("--kind", type=click.Choice(KINDS, case_sensitive=False), default="unknown", show_default=True, help="What the name names.")
@click.option("--country", multiple=True, metavar="COUNTRY", help="A country of the party, as name or code. May be repeated.")
@click.option("--birth-date", multiple=True, metavar="DATE", help="A birth date, as precisely as known: 1962, 1962-07, 3 Jul 1962.")
@click.option("--gender", type=click.Choice(["male", "female"]), help="The person's gender.")
@click.option("--id", "identifier", multiple=True, metavar="TYPE:VALUE", help="An identifier, say passport:381310014. May be repeated.")
@click.pass_context
def add_command(
    context: click.Context,
    id: str,
    name: str,
    *,
    alias: tuple[str, ...],
    kind: str,
    country: tuple[str, ...],
    birth_date: tuple[str, ...],
    gender: str | None,
    identifier: tuple[str, ...],
) -> None:
    """Put one party into the book, or change the one of that ID.

    \b
    Exit codes: 0 done; 1 the book cannot be written; 2 usage.
    """
    from msgspec.structs import replace

    from sanctions.model import Name
    from sanctions.portfolio import Portfolio
    from sanctions.portfolio.keeping import add_party

    party = party_of(name, kind=kind, countries=country, birth_dates=birth_date, gender=gender, identifiers=identifier)
    party = replace(party, id=id.strip(), names=(*party.names, *(Name(full=other) for other in alias)))
    with Portfolio.open(home_of(context)) as portfolio:
        became = add_party(portfolio, party, datetime.now(UTC))
    click.echo(f"{became}: {party.id}, {party.name}")


@command.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--columns", metavar="MAP", help='What the columns are, where their names do not say: "Column=field,…" or a TOML or JSON file.'
)
@click.option("--sheet", metavar="SHEET", help="The sheet of a workbook.  [default: the first with a name column]")
@click.option("--month-first", is_flag=True, help="Read 07/03/1962 as 3 July.")
@click.option("--replace", "replace_all", is_flag=True, help="Remove the parties that FILE lacks; otherwise they are kept.")
@json_option
@click.pass_context
def import_command(
    context: click.Context, file: Path, *, columns: str | None, sheet: str | None, month_first: bool, replace_all: bool, json: bool
) -> None:
    """Put a file's parties (CSV, XLSX, JSON Lines) into the book, all or none.

    Every row ends new, changed, unchanged, rejected with its reason, or blank. FILE must have an id column.

    \b
    Exit codes: 0 done; 1 FILE cannot be read or the book cannot be written; 2 usage.
    """
    from sanctions.books import open_book
    from sanctions.commands.batch import _mapping
    from sanctions.errors import BookError
    from sanctions.portfolio import Portfolio
    from sanctions.portfolio.keeping import import_rows

    opened = open_book(file, columns=_mapping(columns), sheet=sheet, month_first=month_first)
    if not any(column.field == "id" and column.role is None for column in opened.columns):
        raise BookError(f'{opened.name} has no id column, and the book is kept by ids. Name it with --columns "Your column=id".')
    with Portfolio.open(home_of(context)) as portfolio:
        outcome = import_rows(portfolio, opened.rows(), datetime.now(UTC), replace_all=replace_all)
    if json:
        emit_json(_import_document(opened, outcome))
    for line in _import_lines(opened, outcome):
        (note if json else click.echo)(line)


def _import_document(book: Book, outcome: Imported) -> dict[str, Any]:
    counts = {name: getattr(outcome, name) for name in ("new", "changed", "unchanged", "removed", "absent")}
    rejected = [{"row": row, "name": name, "reason": why} for row, name, why in outcome.rejected]
    return {
        "schema": SCHEMA,
        "file": book.name,
        "sha256": book.sha256,
        "rows_read": book.rows_read,
        "blank": book.blank,
        **counts,
        "rejected": rejected,
        "warnings": outcome.warnings,
        "notes": list(book.notes),
    }


def _import_lines(book: Book, outcome: Imported) -> Iterator[str]:
    from sanctions.acquisition.moments import count

    yield (
        f"{book.name}: {count(book.rows_read, 'row')} read = {outcome.new:,} new + {outcome.changed:,} changed + "
        f"{outcome.unchanged:,} unchanged + {len(outcome.rejected):,} rejected + {book.blank:,} blank"
    )
    if outcome.removed:
        yield f"  {count(outcome.removed, 'party', 'parties')} of the book that the file lacks: removed"
    if outcome.absent:
        yield f"  {count(outcome.absent, 'party', 'parties')} of the book that the file lacks: kept (--replace removes them)"
    told = [f"rejected: row {row}, {name or 'no name'}: {why}" for row, name, why in outcome.rejected]
    for part in (told, [f"warning: {text}" for text in outcome.warnings], [f"note: {text}" for text in book.notes]):
        yield from (f"  {line}" for line in part[:_MOST_TOLD])
        if len(part) > _MOST_TOLD:
            yield f"  … and {len(part) - _MOST_TOLD:,} more; --json has them all"


@command.command(name="list")
@click.option("--removed", is_flag=True, help="Also those that were removed.")
@json_option
@click.pass_context
def list_command(context: click.Context, *, removed: bool, json: bool) -> None:
    """Show the parties of the book, with the hits that the last re-screening found.

    \b
    Exit codes: 0 done; 1 the book cannot be read.
    """
    from sanctions.portfolio import Portfolio
    from sanctions.portfolio.keeping import list_parties

    home = home_of(context)
    if not Portfolio.held(home):
        if json:
            emit_json({"schema": SCHEMA, "parties": []})
        note(f"There is no book in {home.root} yet. Begin one with: sanctions book add ID NAME")
        return
    with Portfolio.open(home) as portfolio:
        parties = list(list_parties(portfolio, removed=removed))
    if json:
        emit_json({"schema": SCHEMA, "parties": [_party_document(one) for one in parties]})
        return
    width = max((len(one.party.id) for one in parties), default=0)
    for one in parties:
        click.echo(f"{one.party.id:{min(width, 24)}}  {one.party.name}  ({_state(one)})")
    note(f"{sum(one.removed is None for one in parties):,} in the book")


def _state(one: KeptParty) -> str:
    from sanctions.acquisition.moments import count

    kind = one.party.kind.value
    if one.removed:
        return f"{kind}, removed {one.removed[:10]}"
    if one.rejected:
        return f"{kind}, cannot be screened: {one.rejected}"
    return f"{kind}, {count(one.hits, 'hit')}" if one.screened else f"{kind}, not yet screened"


def _party_document(one: KeptParty) -> dict[str, Any]:
    from sanctions.documents import party_document

    state = {"added": one.added, "changed": one.changed, "removed": one.removed, "screened": one.screened}
    return {**party_document(one.party), **state, "rejected": one.rejected, "hits": one.hits}


@command.command(name="remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.pass_context
def remove_command(context: click.Context, ids: tuple[str, ...]) -> None:
    """Take parties out of the book. Their rows stay as history; the next re-screening closes their hits.

    \b
    Exit codes: 0 done; 1 the book cannot be written; 2 an ID is not in the book, and none was removed.
    """
    from sanctions.acquisition.moments import count
    from sanctions.portfolio import Portfolio
    from sanctions.portfolio.keeping import remove_parties

    with Portfolio.open(home_of(context)) as portfolio:
        number = remove_parties(portfolio, ids, datetime.now(UTC))
    click.echo(f"removed: {count(number, 'party', 'parties')}")
