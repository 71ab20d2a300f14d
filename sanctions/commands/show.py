"""``sanctions show``: a listed entity as its publisher describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from sanctions.commands.asking import open_screener
from sanctions.commands.same_target import open_targets, target_document, target_lines
from sanctions.commands.shared import emit_json, home_of, json_option

if TYPE_CHECKING:
    from sanctions.model import Coverage, Entity


@click.command(name="show")
@click.argument("entity_id", metavar="ENTITY")
@click.option("--as-of", metavar="TIME", help="As the copy held then describes it (ISO 8601, UTC).")
@click.option("--raw", is_flag=True, help="Show the publisher's own record, too, under the publisher's field names.")
@json_option
@click.pass_context
def command(context: click.Context, entity_id: str, *, as_of: str | None, raw: bool, json: bool) -> None:
    """Show a listed entity as its publisher describes it.

    ENTITY is an id as hits show it: us_ofac_sdn:20129, un_sc:KPe.006. Below it stand the entries of other lists
    that are the same target, with the reason, and the lists on which it is not known to be.
    """
    from sanctions.documents import entity_document

    screener = open_screener(context, (), as_of, require_current=False)
    entity = screener.entity(entity_id)
    targets = open_targets(home_of(context), screener)
    if json:
        emit_json({**entity_document(entity, raw=raw), "target": target_document(screener, targets, entity)})
        return
    source = next(part for part in screener.coverage if part.list == entity.list)
    for line in describe(entity, source):
        click.echo(line)
    for line in target_lines(screener, targets, entity):
        click.echo(line)
    if raw:
        import msgspec

        click.echo("\nThe publisher's record:")
        click.echo(msgspec.json.format(msgspec.json.encode(entity.raw), indent=2).decode())


def describe(entity: Entity, source: Coverage) -> Iterator[str]:
    """The entity as lines of text: what the list says, and nothing that it does not say."""
    from sanctions.countries import country_name

    yield f"{entity.name}  ({entity.kind}, {entity.id})"
    if entity.delisted:
        yield "DE-LISTED: the publisher keeps this record, but the target is no longer listed."
    published = f" published {source.published}" if source.published else ""
    yield f"{source.title}, {source.publisher}{published}; copy {source.sha256 or ''}, {source.status}"
    yield from _block("also called", (f"{n.full}{_quality(n.quality, n.script)}" for n in entity.names[1:]))
    yield from _block("born", map(str, entity.birth_dates))
    yield from _block("born in", entity.birth_places)
    yield from _block("gender", entity.genders)
    yield from _block("countries", (f"{country_name(c.code)} ({c.role.replace('_', ' ')})" for c in entity.countries))
    yield from _block("position", entity.positions)
    yield from _block("identifiers", (_identifier(i.type, i.value, i.country, i.label, i.note) for i in entity.identifiers))
    yield from _block("addresses", (a.full for a in entity.addresses))
    yield from _block(
        "listed",
        (
            " · ".join(filter(None, (item.programme, item.legal_basis, str(item.listed_on or ""), ", ".join(item.measures))))
            for item in entity.listings
        ),
    )
    yield from _block("links", (f"{link.relation}: {link.scheme} {link.value}" for link in entity.links))
    yield from _block("remarks", [entity.remarks] if entity.remarks else [])
    yield from _block("page", [entity.url] if entity.url else [])


def _block(label: str, values: Iterable[str]) -> Iterator[str]:
    for number, value in enumerate(dict.fromkeys(values)):
        yield f"{label if number == 0 else '':>12}  {value}"


def _quality(quality: str, script: str) -> str:
    words = [] if quality == "strong" else [quality]
    if script not in ("Latn", ""):
        words.append(script)
    return f"  ({', '.join(words)})" if words else ""


def _identifier(type: str, value: str, country: str | None, label: str | None, remark: str | None) -> str:
    from sanctions.countries import country_name

    where = f" ({country_name(country)})" if country else ""
    return f"{label or type.replace('_', ' ')}: {value}{where}" + (f", {remark}" if remark else "")
