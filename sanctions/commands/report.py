"""``sanctions report``: reports made from the ledger alone, of any day."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from sanctions.commands.shared import catalogue_of, home_of, note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sanctions.catalogue import ListDefinition
    from sanctions.frameworks import Frameworks
    from sanctions.home import Home
    from sanctions.ledger import Ledger
    from sanctions.ledger.screenings import Recorded
    from sanctions.model import Result
    from sanctions.review import Standing
    from sanctions.workbook.contents import FeatureNote
    from sanctions.workbook.papers import Paper

SUFFIXES = (".xlsx", ".csv", ".json", ".jsonl")
KINDS = ("full", "certificate", "alert", "follow-up", "portfolio")
_GOES_WITH = {"--party": ("certificate", "alert"), "--hit": ("alert",), "--list": ("certificate",)}


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for. ``until`` is the moment up to which decisions count."""

    kind: str
    screenings: tuple[str, ...]
    output: Path
    party: str | None
    hits: tuple[str, ...]
    lists: tuple[str, ...]
    until: datetime

    @property
    def again(self) -> str:
        """The command that writes the same again, whatever is decided later."""
        words = ["sanctions", "report", *self.screenings, "--kind", self.kind]
        words += ["--party", self.party] if self.party else []
        words += [word for option, values in (("--hit", self.hits), ("--list", self.lists)) for value in values for word in (option, value)]
        return shlex.join([*words, "--as-of", self.until.isoformat(), "-o", self.output.name])


@click.command(name="report")
@click.argument("screening", metavar="[SCREENING]...", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="REPORT",
    help="Where to write: .xlsx; the full report also .csv, .json or .jsonl.",
)
@click.option("--kind", type=click.Choice(KINDS), default="full", show_default=True, help="Which report to write; see above.")
@click.option("--party", metavar="PARTY", help="The party of a certificate or an alert report: its id, its name, or 'row 12'.")
@click.option(
    "--hit", "hit", multiple=True, metavar="HIT", help="A hit of an alert report, by its number in the full report: H0003. May be repeated."
)
@click.option(
    "--list",
    "list",
    multiple=True,
    metavar="LIST",
    help="A list that a certificate rests on. May be repeated.  [default: the policy's mandatory lists, else all searched]",
)
@click.option("--as-of", metavar="TIME", help="Count what was recorded until then (ISO 8601; a date means its end, UTC).  [default: now]")
@click.pass_context
def command(
    context: click.Context,
    screening: tuple[str, ...],
    *,
    output: Path,
    kind: str,
    party: str | None,
    hit: tuple[str, ...],
    list: tuple[str, ...],
    as_of: str | None,
) -> None:
    """Write a report of a past screening, from the ledger alone.

    Parties, hits, lists, law and policy are those that were recorded; nothing is searched again, and the lists'
    copies are not needed. SCREENING is the report's id; 'sanctions audit log --kind screening' lists them.

    \b
    --kind full         the report as it was written on the day
    --kind certificate  of one party: that it has no open hit, on which lists as of when; refused where
                        that could mislead
    --kind alert        of one party, or of one hit: both records side by side, every reason, the law,
                        the steps of OFAC's FAQ 5, the decisions so far; to decide on paper
    --kind follow-up    the true matches with the dates on which OFAC's reports are due
    --kind portfolio    figures and charts of all screenings, or of those named: by band, list, score,
                        age of what is undecided, and decision

    \b
    Exit codes: 0 done; 1 the report cannot be written, or a certificate is refused; 2 usage, or no such
    screening, party or hit; 3 a certificate is refused since a list is missing, stale or shrunken.
    """
    from sanctions.acquisition.moments import parse_moment

    if as_of and kind == "full":
        raise click.UsageError("--as-of goes with the other kinds: the full report is always that of the day.")
    until = parse_moment(as_of, end_of_day=True) if as_of else datetime.now(UTC)
    wanted = Wanted(kind=kind, screenings=screening, output=output, party=party, hits=hit, lists=list, until=until)
    _check(wanted)
    home = home_of(context)
    if kind == "full":
        _write_full(wanted, home)
    elif kind == "portfolio":
        _write_portfolio(wanted, home)
    else:
        _write_paper(wanted, home)


def _check(wanted: Wanted) -> None:
    """Raises click.UsageError where the request's parts do not go together."""
    kind = wanted.kind
    suffixes = SUFFIXES if kind == "full" else (".xlsx",)
    if wanted.output.suffix.lower() not in suffixes:
        raise click.UsageError(f"-o {wanted.output}: the name of a report of the kind {kind!r} must end in {', '.join(suffixes)}.")
    if kind != "portfolio" and len(wanted.screenings) != 1:
        raise click.UsageError(f"--kind {kind} is of one SCREENING. 'sanctions audit log --kind screening' lists them.")
    given = {"--party": wanted.party, "--hit": wanted.hits, "--list": wanted.lists}
    for option, kinds in _GOES_WITH.items():
        if given[option] and kind not in kinds:
            raise click.UsageError(f"{option} goes with --kind {' or '.join(kinds)}.")
    if kind == "certificate" and not wanted.party:
        raise click.UsageError("--kind certificate is of one party: name it with --party.")
    if kind == "alert" and not (wanted.party or wanted.hits):
        raise click.UsageError("--kind alert is of one party or some of its hits: name them with --party or --hit.")


def _write_full(wanted: Wanted, home: Home) -> None:
    from sanctions.ledger import Ledger
    from sanctions.review import standings_of

    with Ledger.open(home, write=False) as ledger:
        recorded = ledger.recorded(wanted.screenings[0])
        standings = {one.key: one for one in standings_of(ledger, wanted.screenings[0])}
    if wanted.output.suffix.lower() == ".xlsx":
        _write_workbook(recorded, wanted.output, home, standings)
    else:
        from sanctions.commands.exports import write_export

        write_export(recorded.screening, wanted.output, standings)
    _tell(wanted, f"(report {wanted.screenings[0]}, {_recorded(recorded)})")
    if recorded.keyed:
        note("  note: the ledger keeps the parties of this screening as keyed hashes only")


def _write_portfolio(wanted: Wanted, home: Home) -> None:
    from sanctions.ledger import Ledger
    from sanctions.workbook.overview import overview_of, write_overview

    with Ledger.open(home, write=False, until=wanted.until) as ledger:
        overview = overview_of(ledger, wanted.until, wanted.screenings)
    write_overview(overview, wanted.again, wanted.output)
    _tell(wanted, f"(portfolio: {len(overview.hits):,} alerts, {len(overview.undecided):,} undecided)")


def _write_paper(wanted: Wanted, home: Home) -> None:
    """A certificate, an alert report or a follow-up."""
    from sanctions.ledger import Ledger

    with Ledger.open(home, write=False, until=wanted.until) as ledger:
        paper = _paper(ledger, wanted, home)
    if wanted.kind == "follow-up":
        from sanctions.workbook.followup import write_follow_up

        write_follow_up(paper, wanted.output)
    elif wanted.kind == "certificate":
        from sanctions.workbook.certificate import write_certificate

        write_certificate(paper, _party(paper, wanted, home), wanted.output, lists=wanted.lists)
    else:
        from sanctions.workbook.alert import write_alert

        write_alert(paper, _of_hits(paper, wanted) or _party(paper, wanted, home), wanted.output, hits=wanted.hits)
    _tell(wanted, f"({wanted.kind} of {paper.screening.id}, recorded {paper.recorded:%Y-%m-%d %H:%M} UTC by {paper.recorder})")


def _paper(ledger: Ledger, wanted: Wanted, home: Home) -> Paper:
    from sanctions.review.decisions import Register
    from sanctions.review.outstanding import standings_of
    from sanctions.workbook.contents import BookNotes
    from sanctions.workbook.papers import Paper

    id = wanted.screenings[0]
    recorded = ledger.recorded(id)
    entry = next(ledger.entries(kind="screening", subject=id))
    frameworks, _, definitions = references_of(recorded.reference, home)
    return Paper(
        screening=recorded.screening,
        recorded=recorded.time,
        recorder=recorded.actor,
        entry=f"{entry.seq}:{entry.hash}",
        register=Register.of(ledger),
        until=wanted.until,
        again=wanted.again,
        frameworks=frameworks,
        definitions=definitions,
        notes=msgspec.convert(recorded.notes, type=BookNotes) if recorded.notes else None,
        remembered={one.key: one for one in standings_of(ledger, id)},
        named=wanted.party if recorded.keyed else None,
    )


def _party(paper: Paper, wanted: Wanted, home: Home) -> Result:
    """The party asked for; where the ledger keeps names as keyed hashes, also by the hash of what was asked."""
    from sanctions.ledger.keys import Keyed, key_of
    from sanctions.workbook.papers import result_of

    assert wanted.party
    token = Keyed(key_of(home)).token(wanted.party) if paper.named else None
    return result_of(paper.screening, wanted.party, token=token)


def _of_hits(paper: Paper, wanted: Wanted) -> Result | None:
    """The party whose hits are asked for. Raises UsageError for a hit that there is not, or hits of several parties."""
    from sanctions.errors import UsageError
    from sanctions.workbook.contents import findings

    found = {one.number: one.result for one in findings(paper.screening, paper.remembered)}
    if missing := [number for number in wanted.hits if number not in found]:
        raise UsageError(
            f"{paper.screening.id} has no hit {', '.join(missing)}. Its hits are H0001 to {list(found)[-1]}."
            if found
            else f"{paper.screening.id} has no hit."
        )
    results = {id(found[number]): found[number] for number in wanted.hits}
    if len(results) > 1:
        raise UsageError("The hits belong to several parties. Write an alert report for each.")
    return next(iter(results.values()), None)


def _tell(wanted: Wanted, what: str) -> None:
    import hashlib

    digest = hashlib.sha256(wanted.output.read_bytes()).hexdigest()
    note(f"written: {wanted.output}  {what}")
    note(f"  sha256 {digest}")


def _recorded(recorded: Recorded) -> str:
    return f"recorded {recorded.time:%Y-%m-%d %H:%M} UTC by {recorded.actor}"


def _write_workbook(recorded: Recorded, output: Path, home: Home, standings: Mapping[str, Standing]) -> None:
    from sanctions.workbook import BookNotes, write_report

    frameworks, features, definitions = references_of(recorded.reference, home)
    write_report(
        recorded.screening,
        output,
        frameworks=frameworks,
        features=features,
        notes=msgspec.convert(recorded.notes, type=BookNotes) if recorded.notes else None,
        now=recorded.time,
        definitions=definitions,
        standings=standings,
    )


def references_of(reference: Any, home: Home) -> tuple[Frameworks, list[FeatureNote], Mapping[str, ListDefinition]]:
    """The law, features and definitions as recorded; today's, with a note, where the record has none."""
    from sanctions.catalogue import ListDefinition
    from sanctions.commands.reports import feature_notes
    from sanctions.frameworks import Framework, load_frameworks
    from sanctions.workbook import FeatureNote

    if reference is None:
        note("  note: the ledger does not hold the law and definitions of that day; the report quotes today's")
        return load_frameworks(home.frameworks), feature_notes(), catalogue_of(home)
    return (
        msgspec.convert(reference["frameworks"], type=dict[str, Framework]),
        msgspec.convert(reference["features"], type=list[FeatureNote]),
        msgspec.convert(reference["definitions"], type=dict[str, ListDefinition]),
    )
