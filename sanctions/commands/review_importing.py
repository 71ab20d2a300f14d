"""A workbook of answers against the ledger's own record: refused as a whole where it is not as it was written, else taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from sanctions.commands.ruling import note_policy
from sanctions.errors import ReviewError, UsageError

if TYPE_CHECKING:
    from sanctions.commands.ruling import Ruling
    from sanctions.ledger import Ledger
    from sanctions.ledger.keys import Keyed
    from sanctions.ledger.screenings import Recorded
    from sanctions.review import Register
    from sanctions.review.decisions import Verdict
    from sanctions.review.people import Actor
    from sanctions.review.taking import Taken
    from sanctions.workbook.cells import Value
    from sanctions.workbook.reading_back import ReadBook, ReadRow

_MOST_TOLD = 40
_MOST_CHANGED = 8


class Outcome(msgspec.Struct, frozen=True):
    """What came of an import: lines for a person, the JSON document, the sentences about what was not taken."""

    lines: tuple[str, ...]
    problems: tuple[str, ...]
    rejected: int
    document: dict[str, Any] = {}


def import_decisions(ruling: Ruling, actor: Actor, book: ReadBook, *, dry: bool) -> Outcome:
    """Take in a report's dispositions. Raises ReviewError where the workbook is refused."""
    from sanctions.ledger import Ledger
    from sanctions.review.taking import Rejected, Source, Taking

    screening = _screening_of(book)
    with Ledger.open(ruling.home, write=not dry) as ledger:
        recorded = _recorded(ledger, screening, book)
        loose = [row for row in book.rows if not row.key]
        rows = [row for row in book.rows if row.key]
        _refuse_changes(book, rows, dict(_expected(ledger, ruling, recorded)), _keyed(ruling, recorded))
        taking = Taking(
            recorded=recorded,
            places=ledger.hit_places(screening),
            policy=ruling.policy,
            source=Source(file=book.path.name, sha256=book.sha256, actor=actor),
            today=datetime.now(UTC).date(),
        )
        if not dry:
            note_policy(ledger, ruling.policy, actor.name)
        taken = taking.run(ledger, [_given(row) for row in rows], dry=dry)
    taken.rows += len(loose)
    taken.rejected += [
        Rejected(where=f"{row.sheet} row {row.number}", column="Key", sentence="the row was added by hand and is of no hit; delete it")
        for row in loose
    ]
    return _outcome(taken, screening, book.path.name, actor, dry=dry)


def decide_hit(ruling: Ruling, actor: Actor, hit: str, given: Mapping[str, str]) -> Outcome:
    """Record one decision. ``hit`` is the screening's id and the hit's key; ``given`` the answers by the options' names.

    Raises UsageError where there is no such hit, ReviewError for a trial of another policy.
    """
    from sanctions.ledger import Ledger
    from sanctions.review import answers
    from sanctions.review.parties import placed_hits
    from sanctions.review.taking import GivenRow, Source, Taking

    headings = {
        "disposition": answers.DISPOSITION, "code": answers.CODE, "rationale": answers.RATIONALE, "review_on": answers.REVIEW_ON,
    }  # fmt: skip
    screening, _, key = hit.partition("/")
    with Ledger.open(ruling.home) as ledger:
        recorded = ledger.recorded(screening)
        _refuse_trial(recorded, screening)
        if recorded.keyed and given["rationale"]:
            raise UsageError("--rationale: the ledger keeps no names, and cannot see here whether one is in it. Give a --code instead.")
        placed = next((one for one in placed_hits(recorded.screening.results) if one.key == key), None)
        if placed is None:
            raise UsageError(f"{hit} is no hit of that screening. 'sanctions review open' names the hits.")
        note_policy(ledger, ruling.policy, actor.name)
        source = Source(file="the command line", sha256="", actor=actor)
        cells = {headings[name]: value for name, value in given.items()} | {"Party": placed.result.party.name}
        taking = Taking(
            recorded=recorded, places=ledger.hit_places(screening), policy=ruling.policy, source=source, today=datetime.now(UTC).date()
        )
        taken = taking.run(ledger, [GivenRow(sheet="the decision on", number=0, key=key, cells=cells)])
    return _outcome(taken, screening, source.file, actor, dry=False)


def _given(row: ReadRow) -> Any:
    from sanctions.review.taking import GivenRow

    return GivenRow(sheet=row.sheet, number=row.number, key=row.key.partition("/")[2], cells=row.cells)


def _screening_of(book: ReadBook) -> str:
    """The one report that the rows are of."""
    named = sorted({row.key.partition("/")[0] for row in book.rows if row.key})
    if not named:
        raise ReviewError(f"{book.path.name} is refused: its hidden column Key is empty. Write the report again with 'sanctions report'.")
    if len(named) > 1:
        raise ReviewError(f"{book.path.name} is refused: it holds rows of several reports ({', '.join(named[:4])}). Import each by itself.")
    return named[0]


def _recorded(ledger: Ledger, screening: str, book: ReadBook) -> Recorded:
    try:
        recorded = ledger.recorded(screening)
    except UsageError:
        raise ReviewError(
            f"{book.path.name} is refused: it is of the report {screening}, which the ledger of this home ({ledger.home.root}) does not "
            f"hold. Import it where it was written (--home), or screen again here."
        ) from None
    _refuse_trial(recorded, screening)
    return recorded


def _refuse_trial(recorded: Recorded, screening: str) -> None:
    if recorded.screening.policy and recorded.screening.policy.what_if:
        raise ReviewError(
            f"Refused: the report {screening} is a trial of another policy, of which nothing is decided. "
            f"Screen under the policy in force and decide there."
        )


def _expected(ledger: Ledger, ruling: Ruling, recorded: Recorded) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """What each row must hold under its protected headings, made anew from the ledger's record."""
    from sanctions.commands.report import references_of
    from sanctions.review import standings_of
    from sanctions.workbook.contents import findings
    from sanctions.workbook.hits import KEY, PROTECTED, hit_row, legal_basis

    frameworks, _, definitions = references_of(recorded.reference, ruling.home)
    screening = recorded.screening
    standings = {one.key: one for one in standings_of(ledger, screening.id)}
    headings = [column.heading for column in PROTECTED]
    for finding in findings(screening, standings):
        row = hit_row(finding, legal_basis(finding.hit.entity, frameworks, screening, definitions), definitions)
        yield finding.key, {**dict(zip(headings, row, strict=False)), KEY.heading: finding.key}


def _keyed(ruling: Ruling, recorded: Recorded) -> Keyed | None:
    from sanctions.ledger.keys import Keyed, key_of

    return Keyed(key_of(ruling.home)) if recorded.keyed else None


def _refuse_changes(book: ReadBook, rows: list[ReadRow], expected: Mapping[str, Mapping[str, Value]], keyed: Keyed | None) -> None:
    """Raises ReviewError where a protected cell is not as the ledger has it, or a row is of a hit that there is not."""
    from sanctions.workbook.reading_back import changed_cells, normal

    wrong: list[str] = []
    for row in rows:
        if row.key not in expected:
            wrong.append(f"{row.sheet} row {row.number}, Key: {row.key} is no hit of that report")
            continue
        numbered = normal(row.cells.get("Hit")).startswith("H")  # a list of new and changed hits numbers them by itself
        own = {name: value for name, value in expected[row.key].items() if name != "Hit" or numbered}
        for heading in changed_cells(row, own, keyed):
            held, found = normal(own[heading]), normal(row.cells.get(heading))
            wrong.append(f"{row.sheet} row {row.number}, {heading}: “{_short(found)}”, and the ledger has “{_short(held)}”")
    if wrong:
        more = f"\n  … and {len(wrong) - _MOST_CHANGED:,} more" if len(wrong) > _MOST_CHANGED else ""
        raise ReviewError(
            f"{book.path.name} is refused, and nothing of it is recorded: {len(wrong):,} protected cells are not as they were written.\n  "
            + "\n  ".join(wrong[:_MOST_CHANGED])
            + f"{more}\nUndo the changes, or write the report again with 'sanctions report' and enter the answers there."
        )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _outcome(taken: Taken, screening: str, source: str, actor: Actor, *, dry: bool) -> Outcome:
    counts = (
        f"{len(taken.new):,} {'would be ' if dry else ''}recorded + {taken.unchanged:,} recorded before + {taken.blank:,} not answered + "
        f"{len(taken.rejected):,} rejected"
    )
    lines = [f"{source}, report {screening}: {taken.rows:,} rows = {counts}"]
    told = taken.new if dry else taken.new[:_MOST_TOLD]
    for one in told:
        why = ": ".join(filter(None, (one.code, one.rationale)))
        waits = "; a second person must check it" if one.check else ""
        until = f", cleared until {one.review_on}" if one.review_on else ""
        lines.append(f"  {one.name} [{one.party}]  →  {one.listed} ({one.entity}): {one.disposition} by {one.maker}{until} ({why}){waits}")
    if len(told) < len(taken.new):
        lines.append(f"  … and {len(taken.new) - len(told):,} more")
    if taken.awaiting:
        lines.append(f"{taken.awaiting:,} of them {'would await' if dry else 'await'} a second person's check: sanctions review pending")
    if taken.entry:
        lines.append(f"recorded by {actor.told} as entries from {taken.entry:,}")
    if not taken.new and not taken.rejected:
        lines.append("Nothing in it is new; nothing was recorded.")
    document = {
        "screening": screening, "rows": taken.rows, "recorded": taken.new, "unchanged": taken.unchanged, "blank": taken.blank,
        "rejected": taken.rejected, "notes": taken.notes, "entry": taken.entry, "by": actor.name,
    }  # fmt: skip
    problems = (*taken.notes, *(f"rejected: {one}" for one in taken.rejected))
    return Outcome(tuple(lines), problems, len(taken.rejected), document)


def import_checks(ruling: Ruling, actor: Actor, book: ReadBook, *, dry: bool) -> Outcome:
    """Take in a second person's checks. Raises ReviewError where the workbook is refused."""
    from sanctions.ledger import Ledger
    from sanctions.review import Register
    from sanctions.review.checking import record_checks

    with Ledger.open(ruling.home, write=not dry) as ledger:
        _refuse_changes(book, list(book.rows), _decisions(Register.of(ledger), book), None)
        given, wrong = _checks(book)
        if not dry:
            note_policy(ledger, ruling.policy, actor.name)
        done = record_checks(ledger, given, ruling.policy, actor, source=book.sha256, dry=dry)
    agreed = sum(one.verdict == "agreed" for one in done.new)
    verb = "would be recorded" if dry else "recorded"
    refused = [*wrong, *done.refused]
    counts = f"{agreed:,} agreed and {len(done.new) - agreed:,} returned {verb} by {actor.told}"
    rest = f"{done.unchanged:,} recorded before, {len(refused):,} rejected"
    lines = (f"{book.path.name}: {len(book.rows):,} decisions: {counts}, {rest}",)
    document = {"recorded": done.new, "unchanged": done.unchanged, "rejected": refused, "notes": done.notes, "by": actor.name}
    return Outcome(lines, (*done.notes, *(f"rejected: {one}" for one in refused)), len(refused), document)


def _decisions(register: Register, book: ReadBook) -> dict[str, Mapping[str, Value]]:
    """What each row of a list of decisions must hold, but for its state, which goes on."""
    from sanctions.workbook.checks import KEY, PROTECTED, check_row

    named = {row.key for row in book.rows}
    found: dict[str, Mapping[str, Value]] = {}
    for decision in register.decisions:
        key = f"decision:{decision.seq}"
        if key in named:
            held = dict(zip((column.heading for column in PROTECTED), check_row(decision), strict=False))
            held.pop("State")
            found[key] = {**held, KEY.heading: key}
    return found


def _checks(book: ReadBook) -> tuple[list[Any], list[str]]:
    from sanctions.review.checking import GivenCheck
    from sanctions.workbook.checks import CHECK, NOTE, VERDICTS

    given, wrong = [], []
    for row in book.rows:
        verdict = str(row.cells.get(CHECK.heading) or "").strip().casefold()
        remark = str(row.cells.get(NOTE.heading) or "").strip()
        where = f"{row.sheet} row {row.number}"
        if verdict in VERDICTS:
            agreed: Verdict = "agreed" if verdict == "agreed" else "returned"
            given.append(GivenCheck(decision=int(row.key.partition(":")[2]), verdict=agreed, note=remark, where=where))
        elif verdict or remark:
            wrong.append(f"{where}, {CHECK.heading}: {verdict!r} is none of its answers; choose one of: {', '.join(VERDICTS)}.")
    return given, wrong
