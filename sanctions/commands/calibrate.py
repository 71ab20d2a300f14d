"""``sanctions calibrate``: how well the lists held are searched, as a dated workbook."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sanctions.commands.asking import open_screener
from sanctions.commands.bars import counting
from sanctions.commands.ruling import Ruling, policy_option, ruling_of
from sanctions.commands.shared import emit_json, json_option, note

if TYPE_CHECKING:
    from sanctions.calibration import Calibration, Share
    from sanctions.model import Party

SCHEMA = "sanctions.calibration/1"


@click.command(name="calibrate")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="STUDY",
    help="Where to write the workbook (.xlsx).  [default: none; --json or the short figures alone]",
)
@click.option(
    "--book", type=click.Path(path_type=Path), metavar="LABELLED", help="Your own labelled hits: party, entity id, verdict (true or false)."
)
@click.option("--decided", is_flag=True, help="Take the hits decided in review as labelled ones.")
@click.option(
    "--ordinary",
    type=click.Path(path_type=Path),
    metavar="BOOK",
    help="A book of your own ordinary parties, in place of the embedded names.",
)
@click.option("--number", type=click.IntRange(min=1), default=200, show_default=True, metavar="N", help="Names to ask of each class.")
@click.option(
    "--samples", type=click.IntRange(min=1), default=25, show_default=True, metavar="N", help="Samples on each side of the threshold."
)
@click.option("--seed", type=int, default=0, show_default=True, metavar="S", help="Which names are drawn.")
@click.option("--threshold", type=click.FloatRange(0.5, 1), metavar="SCORE", help="The threshold to study.  [default: the policy's]")
@click.option("--list", "list", multiple=True, metavar="LIST", help="Study this list; may be repeated.  [default: all held]")
@click.option(
    "--adopt",
    is_flag=True,
    help="Let screenings of this home state what this study found of labelled hits, with --ordinary of all.",
)
@policy_option
@json_option
@click.pass_context
def command(
    context: click.Context,
    *,
    output: Path | None,
    book: Path | None,
    decided: bool,
    ordinary: Path | None,
    number: int,
    samples: int,
    seed: int,
    threshold: float | None,
    list: tuple[str, ...],
    adopt: bool,
    policy: Path | None,
    json: bool,
) -> None:
    """Measure how well the lists held are searched, and write the study.

    Names of the lists are changed in some thirty known ways (misspelt, reordered, abbreviated, joined) and asked;
    ordinary names are asked beside them. The workbook has recall by class with confidence intervals, the rate of
    false alerts, what scores are worth, samples just above and just below the threshold, and a place for the
    approver's name. The same lists, engine and seed give the same figures.

    \b
    Exit codes: 0 done; 1 a book or the study cannot be read or written; 2 usage;
    3 no list to search, or one that was named is not held.
    """
    from sanctions.calibration import calibrate, decided_hits, read_labelled
    from sanctions.ledger import Ledger
    from sanctions.matching.manipulations import MANIPULATIONS

    if output is not None and output.suffix.lower() != ".xlsx":
        raise click.UsageError(f"-o {output}: the study's name must end in .xlsx.")
    if book and decided:
        raise click.UsageError("--book and --decided both say which hits are labelled; give one of them.")
    ruling = ruling_of(context, policy=policy, threshold=threshold)
    screener = open_screener(context, list, None, require_current=False, catalogue=ruling.catalogue)
    labelled = read_labelled(book, screener) if book else None
    if decided:
        with Ledger.open(ruling.home, write=False) as ledger:
            labelled = decided_hits(ledger)
    customers = _parties(ordinary) if ordinary else None
    with counting("measuring", len(MANIPULATIONS) + (2 if customers is None else 1) + 1) as done:
        study = calibrate(
            screener,
            threshold=ruling.thresholds.default,
            now=datetime.now(UTC),
            number=number,
            samples=samples,
            seed=seed,
            customers=customers,
            customers_name=ordinary.name if ordinary else "",
            labelled=labelled,
            advance=lambda _: done(),
        )
    if output is not None:
        from sanctions.workbook.calibration import write_calibration

        write_calibration(study, output)
        note(f"Study {study.id} written to {output}.")
    if adopt:
        _adopt(study, ruling, own_names=ordinary is not None)
    _tell(study, json)


def _adopt(study: Calibration, ruling: Ruling, *, own_names: bool) -> None:
    """Keep the study's measurement in the home, and say so in the ledger. Without ordinary parties of the user's own, only what it
    found in labelled hits and of equal numbers. Raises StoreError."""
    from msgspec import to_builtins

    from sanctions.calibration import sharpened
    from sanctions.commands.ruling import record_calibration
    from sanctions.errors import StoreError
    from sanctions.matching.meaning import encode, own_or_measured

    meaning = study.meaning if own_names else sharpened(own_or_measured(ruling.home.meaning), study.meaning)
    try:
        ruling.home.root.mkdir(parents=True, exist_ok=True)
        ruling.home.meaning.write_text(encode(meaning), "utf-8")
    except OSError as problem:
        raise StoreError(f"{ruling.home.meaning} cannot be written: {problem.strerror}.") from None
    record_calibration(ruling, {"study": study.id, "meaning": to_builtins(meaning)})
    taken = "what scores were worth" if own_names else "what your labelled hits and the lists' numbers show"
    note(f"Screenings now state {taken} in study {study.id}: {ruling.home.meaning}.")
    if not own_names:
        note("All other shares stay as they were measured before: the embedded names are no sample of your book; give one with --ordinary.")


def _parties(path: Path) -> list[Party]:
    """The parties of a book; rows that are none are told."""
    from sanctions.books import open_book
    from sanctions.errors import BookError

    rows = [*open_book(path).rows()]
    parties = [row.party for row in rows if row.party is not None]
    if not parties:
        raise BookError(f"The book {path.name} has no row that can be screened.")
    if len(parties) < len(rows):
        note(f"{len(rows) - len(parties)} rows of {path.name} could not be screened and are left out.")
    return parties


def _tell(study: Calibration, json: bool) -> None:
    if json:
        emit_json(_document(study))
        return
    for one in study.classes:
        if one.answers:
            goal = f"goal {one.manipulation.goal:.0%}" if one.manipulation.goal is not None else ""
            low, high = one.found.interval
            name = one.manipulation.name.replace("_", " ")
            click.echo(f"{name:18}{one.found.value:8.2%}  ({low:.1%} to {high:.1%})  of {one.found.whole:4}  {goal}".rstrip())
    for row in study.ordinary:
        low, high = row.alerted.interval
        rate = 10_000 * (row.alerted.value or 0)
        click.echo(f"{row.label}: {rate:.0f} of 10,000 alert ({10_000 * low:.0f} to {10_000 * high:.0f}; {row.alerted.whole:,} asked)")
    if study.labelled:
        precision, recall = study.labelled.figures(study.threshold)
        click.echo(f"{study.labelled.name}: precision {_percent(precision)}, recall {_percent(recall)}")
        for sentence in study.labelled.left_out:
            note(f"Left out: {sentence}.")


def _percent(share: Share) -> str:
    return f"{share.value:.2%} of {share.whole}" if share.value is not None else "of nothing"


def _document(study: Calibration) -> dict[str, Any]:
    from msgspec import to_builtins

    document: dict[str, Any] = {
        "schema": SCHEMA,
        "id": study.id,
        "made_at": study.made_at,
        "engine": study.engine,
        "threshold": study.threshold,
        "seed": study.seed,
        "coverage": [{"list": one.list, "published": one.published, "sha256": one.sha256, "status": one.status} for one in study.coverage],
        "classes": [
            {
                "class": one.manipulation.name,
                "changed": one.manipulation.doc,
                "goal": one.manipulation.goal,
                **_figures(one.found),
                "first": one.first.part,
            }
            for one in study.classes
        ],
        "ordinary": [
            {"set": one.label, **_figures(one.alerted), "with_evidence": _figures(one.with_evidence) if one.with_evidence else None}
            for one in study.ordinary
        ],
        "meaning": to_builtins(study.meaning),
    }
    if study.labelled:
        precision, recall = study.labelled.figures(study.threshold)
        document["labelled"] = {
            "book": study.labelled.name,
            "pairs": len(study.labelled.pairs),
            "precision": _figures(precision),
            "recall": _figures(recall),
            "left_out": study.labelled.left_out,
        }
    return document


def _figures(share: Share) -> dict[str, Any]:
    low, high = share.interval
    return {"part": share.part, "of": share.whole, "share": share.value, "from": low, "to": high}
