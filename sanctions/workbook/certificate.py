"""The certificate of no hit for one party: one page that says what was searched, what was found, and no more.

It is refused where it could mislead: the party was not screened, a hit is open or decided to be the listed one, a list
that is needed is missing, stale or shrunken, or the screening tried another policy than the one in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from sanctions.errors import CoverageError, OutputError
from sanctions.model import Coverage, Result
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.contents import searched
from sanctions.workbook.layout import Book, Furniture, Sheet
from sanctions.workbook.papers import Decided, Paper, decided, describe, facts, general_limits, head, party_facts, record_facts, to_fill_in
from sanctions.workbook.saving import save, written_beside

_WIDTHS = (26, 12, 13, 17, 10, 26)
_ON_ONE_PAGE = 5
"""With no more hits the certificate is made to fit one page."""


def write_certificate(paper: Paper, result: Result, path: Path, *, lists: Sequence[str] = ()) -> None:
    """Write the certificate of one party. ``lists`` are those that it must rest on, in place of the policy's mandatory ones.

    Raises CoverageError or OutputError, with what to do, where there can be none; OutputError if it cannot be written.
    """
    needed = needed_lists(paper, lists)
    hits = decided(paper, [result])
    refuse(paper, result, needed, hits)
    title = "Certificate of no open hit" if _settled(hits) else "Certificate of no hit"
    with written_beside(path) as part, Book(Furniture(report=paper.screening.id, notice=words.notice(paper.screening))) as book:
        sheet = book.sheet("Certificate", _WIDTHS, upright=True, tab="12805C")
        head(sheet, paper, title)
        sheet.section("Party")
        facts(sheet, party_facts(result.party, paper.named))
        sheet.section("Statement")
        for number, line in enumerate(statement(paper, needed, hits)):
            sheet.across(line, "prose" if number else "strong")
        _write_lists(sheet, paper, needed)
        _write_settled(sheet, _settled(hits))
        sheet.section("What this certificate does not say")
        for number, limit in enumerate(limits(paper), start=1):
            sheet.across(f"{number}. {limit}", "prose")
        sheet.section("Record")
        facts(sheet, record_facts(paper))
        sheet.section("Issued")
        to_fill_in(sheet, ("Issued by (name)", "Function", "Date", "Signature"))
        if len(hits) <= _ON_ONE_PAGE:
            sheet.raw.page_setup.fitToHeight = 1
        describe(book, paper, f"{title}: {result.party.name or result.party.id}")
        save(book.workbook, part)


def needed_lists(paper: Paper, lists: Sequence[str] = ()) -> tuple[Coverage, ...]:
    """The lists that the certificate rests on: those asked for, else the policy's mandatory ones, else all that were searched.

    Raises CoverageError for one that the screening did not search.
    """
    policy = paper.screening.policy
    wanted = tuple(lists) or (policy.mandatory if policy else ())
    found = {one.list: one for one in searched(paper.screening)}
    if missing := [key for key in wanted if key not in found]:
        raise CoverageError(
            f"There is no certificate without {', '.join(missing)}: the screening {paper.screening.id} did not search "
            f"{'it' if len(missing) == 1 else 'them'}. Run 'sanctions refresh {' '.join(missing)}', and screen the party again."
        )
    return tuple(found[key] for key in wanted) or tuple(found.values())


def refuse(paper: Paper, result: Result, needed: Sequence[Coverage], hits: Sequence[Decided]) -> None:
    """Raises CoverageError or OutputError where a certificate could mislead."""
    screening, who = paper.screening, result.party.id
    if unfit := [
        f"{one.list} was {one.status} ({one.note})" if one.note else f"{one.list} was {one.status}" for one in needed if not _fit(one)
    ]:
        raise CoverageError(
            f"There is no certificate on lists that cannot be relied on: {'; '.join(unfit)}. Refresh them and screen the party again, "
            "or name with --list the lists that the certificate is to rest on."
        )
    if not needed:
        raise CoverageError("There is no certificate: nothing was searched. Run 'sanctions refresh' and screen the party again.")
    if result.rejected:
        raise OutputError(f"There is no certificate for {who}: it was not screened. {result.rejected}")
    if screening.demo:
        raise OutputError("There is no certificate from a demonstration: its lists are small extracts.")
    if screening.policy and screening.policy.what_if:
        raise OutputError(
            f"There is no certificate from a trial of another policy ({screening.policy.name}). Screen the party without --policy."
        )
    if open_hits := [one for one in hits if not one.finding.recorded and not one.clears]:
        first = open_hits[0]
        rest = f" and {words.plural(len(open_hits) - 1, 'other hit')}" if len(open_hits) > 1 else ""
        raise OutputError(
            f"There is no certificate for {who}: hit {first.finding.number} on {first.finding.hit.entity.name} "
            f"({first.finding.hit.entity.id}){rest}: {first.standing().value}. Decide what is open and import the review; "
            "a true match is never certified."
        )


def _fit(one: Coverage) -> bool:
    return one.status == "current" and one.sha256 is not None


def _settled(hits: Sequence[Decided]) -> list[Decided]:
    return [one for one in hits if not one.finding.recorded]


def statement(paper: Paper, needed: Sequence[Coverage], hits: Sequence[Decided]) -> Iterator[str]:
    """What is certified, in the words agreed for it: what scored how much, on which lists, as of when."""
    screening = paper.screening
    named = "list" if len(needed) == 1 else f"{len(needed)} lists"
    on = f"on the {named} named below, in the copies of the dates given there"
    settled = _settled(hits)
    if settled:
        found = words.plural(len(settled), "hit")
        yield f"No open hit at a score of {words.threshold(screening)} or more {on}."
        yield f"{found} {'was' if len(settled) == 1 else 'were'} found and decided to be a false positive, as told below."
    else:
        yield f"No hit at a score of {words.threshold(screening)} or more {on}."
    if recorded := [one for one in hits if one.finding.recorded]:
        yield (
            f"{words.plural(len(recorded), 'comparison')} on a weak alias alone {'is' if len(recorded) == 1 else 'are'} recorded; "
            "under the policy in force such a one raises no alert (OFAC, FAQ 122 to 125)."
        )
    yield "The party was compared by the names and particulars given above, and so was every related person named there."


def limits(paper: Paper) -> Iterator[str]:
    """What the certificate does not say."""
    yield (
        "It says nothing of lists that are not named, of other names than those given, or of any later day: "
        "lists change daily, and the party must be screened again when they do."
    )
    yield from (limit for limit in general_limits(paper.screening) if not limit.startswith("A hit is"))
    yield "It never means that a party is free of sanctions, and it is not legal advice."


def _write_lists(sheet: Sheet, paper: Paper, needed: Sequence[Coverage]) -> None:
    sheet.section("Lists that it rests on")
    heads = ["List", "State", "Published", "Retrieved (UTC)", "Entries", "SHA-256 of the copy"]
    sheet.row(heads, ["header"] * 6)
    for one in needed:
        values: list[Value] = [one.title, Styled(*words.state(one)), words.day(one.published), one.retrieved or "–"]
        values += [one.entries or "–", one.sha256 or "–"]
        sheet.row(values, ["label", "text", "date", "datetime", "integer", "mono"])
    keys = {one.list for one in needed}
    if others := [one for one in paper.screening.coverage if one.list not in keys]:
        sheet.section("Not part of this certificate")
        for one in others:
            sheet.row([one.title, Styled(*words.state(one)), one.note or "–"], ["label", "text", "text"], spans=(1, 2, 3))


def _write_settled(sheet: Sheet, hits: Sequence[Decided]) -> None:
    if not hits:
        return
    sheet.section("Hits that were decided to be somebody else")
    sheet.row(["Hit", "Score", "Listed name and entry", "Decision"], ["header"] * 4, spans=(1, 1, 2, 2))
    for one in hits:
        hit = one.finding.hit
        listed = (hit.entity.name, hit.entity.id)
        sheet.row([one.finding.number, hit.score, listed, one.sentence()], ["label", "score", "text", "text"], spans=(1, 1, 2, 2))
