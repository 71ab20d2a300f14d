"""``sanctions screen``: one or more names against the lists held."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from sanctions.commands.asking import open_screener, screening_options
from sanctions.commands.command_line import command_line
from sanctions.commands.near_misses import near_lines, near_misses
from sanctions.commands.remembering import remember
from sanctions.commands.ruling import UNMET, policy_option, record, ruling_of
from sanctions.commands.same_target import add_targets, also_of
from sanctions.commands.shared import emit_json, home_of, json_option, note

if TYPE_CHECKING:
    from pathlib import Path

    from sanctions.dates import PartialDate
    from sanctions.model import Identifier, Party

KINDS = ("person", "organisation", "company", "vessel", "aircraft", "unknown")


@click.command(name="screen")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--kind", type=click.Choice(KINDS, case_sensitive=False), default="unknown", show_default=True, help="What the name names.")
@click.option("--country", multiple=True, metavar="COUNTRY", help="A country of the party, as name or code. May be repeated.")
@click.option("--birth-date", multiple=True, metavar="DATE", help="A birth date, as precisely as known: 1962, 1962-07, 3 Jul 1962.")
@click.option("--gender", type=click.Choice(["male", "female"]), help="The person's gender.")
@click.option(
    "--id", "id", multiple=True, metavar="TYPE:VALUE", help="An identifier, say passport:381310014 or imo:8133138. May be repeated."
)
@click.option("--why", metavar="ENTITY", help="Also explain the comparison with this entity, hit or not: us_ofac_sdn:21443.")
@click.option("--explain", is_flag=True, help="Also show what came nearest without being a hit, and why not.")
@screening_options
@policy_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    names: tuple[str, ...],
    *,
    kind: str,
    country: tuple[str, ...],
    birth_date: tuple[str, ...],
    gender: str | None,
    id: tuple[str, ...],
    why: str | None,
    explain: bool,
    list: tuple[str, ...],
    threshold: float | None,
    as_of: str | None,
    weak_aliases: bool,
    ofac_score: bool,
    require_current: bool,
    fail_on_hit: bool,
    policy: Path | None,
    json: bool,
) -> None:
    """Screen one or more names against the lists held.

    Every hit is explained; what was searched, and what was not, is always said. An identifier alone can be
    searched for without a name.

    \b
    Exit codes: 0 done; 2 usage, or a name that cannot be screened; 3 no list to search, one that was named is not held,
    or one that the policy calls mandatory is missing or stale;
    4 an alert that no earlier decision has cleared, with --fail-on-hit.
    """
    if not names and not id:
        raise click.UsageError("Give a name, or an identifier with --id.")
    if not all(name.strip() for name in names):
        raise click.UsageError("A name is empty; give a name, or an identifier with --id and no name.")
    ruling = ruling_of(context, policy=policy, threshold=threshold, weak_aliases=weak_aliases, ofac_score=ofac_score)
    asked = names or ("",)
    parties = [party_of(name, kind=kind, countries=country, birth_dates=birth_date, gender=gender, identifiers=id) for name in asked]
    screener = open_screener(context, list, as_of, require_current=require_current, catalogue=ruling.catalogue)
    sought = screener.entity(why) if why else None
    results = [screener.screen(party, threshold=ruling.thresholds, weak_aliases=ruling.weak_aliases) for party in parties]
    overlay = ", ".join(ruling.catalogue.overlays) or None
    screening = screener.record(results, threshold=ruling.thresholds, now=datetime.now(UTC), command=command_line(), overlay=overlay)
    screening = ruling.applied(screening)
    results = [*screening.results]
    also = also_of(home_of(context), screener, results)
    remembered = remember(ruling, screener, screening, also)
    record(ruling, screening, remembered=remembered)
    if json:
        from sanctions.documents import comparison_document, screen_document

        document = screen_document(
            results,
            screener.coverage,
            screening.threshold,
            screener.engine,
            screening.policy,
            id=screening.id,
            standings=remembered.standings,
        )
        if sought:
            document["why"] = [{"entity": why, **comparison_document(screener.compare(party, sought.id))} for party in parties]
        if explain:
            near = [(result.party, one) for result in results for one in near_misses(screener, result, ruling.thresholds)]
            document["near_misses"] = [one.document(party) for party, one in near]
        emit_json(add_targets(document, results, also))
    else:
        from sanctions.commands.answers import coverage_lines, policy_lines, result_lines, why_lines

        standing = remembered.of(results)
        for result in results:
            lines = result_lines(result, screening.threshold, screener.coverage, screening.policy, also=also, standing=standing)
            for line in (*lines, "", *(near_lines(screener, result, ruling.thresholds) if explain else ())):
                click.echo(line)
        for party, entity in ((party, sought) for party in parties if sought):
            found, least = screener.compare(party, entity.id), ruling.thresholds.of(entity.list, entity.kind)
            for line in why_lines(party, entity, found, least, weak_aliases=ruling.weak_aliases):
                click.echo(line)
        for line in (*coverage_lines(screener.coverage, datetime.now(UTC)), *policy_lines(screening.policy)):
            note(line)
    if screening.policy and screening.policy.unmet:
        context.exit(UNMET)
    if fail_on_hit and remembered.open_alerts(screening):
        context.exit(4)
    if any(result.rejected for result in results):
        context.exit(2)


def party_of(
    name: str, *, kind: str, countries: tuple[str, ...], birth_dates: tuple[str, ...], gender: str | None, identifiers: tuple[str, ...]
) -> Party:
    """A party as the options describe it. Raises click.UsageError for a value that cannot be read."""
    from sanctions.model import Kind, Name, Party

    return Party(
        id=name or identifiers[0],
        names=(Name(full=name, primary=True),) if name else (),
        kind=Kind(kind),
        birth_dates=tuple(map(_birth_date, birth_dates)),
        genders=(gender,) if gender else (),
        countries=tuple(map(_country, countries)),
        identifiers=tuple(map(_identifier, identifiers)),
    )


def _country(text: str) -> str:
    from sanctions.countries import country_code

    code = country_code(text)
    if code is None:
        raise click.UsageError(f"--country: {text!r} is not a country that is known here; give its name or its two-letter code.")
    return code


def _birth_date(text: str) -> PartialDate:
    from sanctions.dates import parse_date

    try:
        return parse_date(text)
    except ValueError as problem:
        raise click.UsageError(f"--birth-date: {problem}; write 1962, 1962-07 or 1962-07-03.") from None


def _identifier(text: str) -> Identifier:
    from sanctions.model import Identifier, IdentifierType

    type, _, value = text.partition(":")
    try:
        known = IdentifierType(type.strip().lower().replace("-", "_"))
    except ValueError:
        types = ", ".join(IdentifierType)
        raise click.UsageError(f"--id: {text!r} has no type that is known here; write TYPE:VALUE with one of {types}.") from None
    if not value.strip():
        raise click.UsageError(f"--id: {text!r} has no value; write TYPE:VALUE.")
    return Identifier(type=known, value=value.strip())
