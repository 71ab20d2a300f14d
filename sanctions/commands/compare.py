"""``sanctions compare``: two names, and why they are alike or not."""

from __future__ import annotations

import click

from sanctions.commands.screen import KINDS
from sanctions.commands.shared import emit_json, json_option

SCHEMA = "sanctions.compare/1"


@click.command(name="compare")
@click.argument("asked", metavar="NAME")
@click.argument("listed", metavar="OTHER")
@click.option("--kind", type=click.Choice(KINDS, case_sensitive=False), default="unknown", show_default=True, help="What both names name.")
@click.option("--other-kind", type=click.Choice(KINDS, case_sensitive=False), help="What OTHER names, if not the same.")
@click.option("--ofac-score", is_flag=True, help="Also the score (0-100) as OFAC's own search tool is documented to give it.")
@json_option
def command(asked: str, listed: str, *, kind: str, other_kind: str | None, ofac_score: bool, json: bool) -> None:
    """Compare two names and say why they are alike or not.

    NAME is compared as a party's, OTHER as a listed one; no list is needed.
    """
    if not asked.strip() or not listed.strip():
        raise click.UsageError("Give two names; one of them is empty.")
    from sanctions.commands.answers import comparison_lines, verdict
    from sanctions.matching.bands import DEFAULT_THRESHOLD
    from sanctions.matching.compare import compare
    from sanctions.matching.ofac_tool import ofac_score as as_ofac
    from sanctions.model import Entity, Kind, Name, Party

    party = Party(id="asked", names=(Name(full=asked, primary=True),), kind=Kind(kind))
    entity = Entity(id="listed", list="none", kind=Kind(other_kind or kind), names=(Name(full=listed, primary=True),))
    comparison = compare(party, entity)
    theirs = as_ofac(asked, [listed]) if ofac_score else None
    if json:
        from sanctions.documents import comparison_document

        head = {
            "schema": SCHEMA,
            "asked": asked,
            "listed": listed,
            "kind": kind,
            "other_kind": other_kind or kind,
            "threshold": DEFAULT_THRESHOLD,
        }
        emit_json({**head, **comparison_document(comparison), "ofac_score": theirs})
        return
    click.echo(f"{asked}  against  {listed}: {comparison.score:.4f}, {verdict(comparison, DEFAULT_THRESHOLD)}")
    for line in comparison_lines(comparison):
        click.echo(line)
    if theirs is not None:
        click.echo(f"  {theirs} of 100 as OFAC's own search tool is documented to score names (FAQ 246-249)")
