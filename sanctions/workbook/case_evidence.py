"""The sheets of a case's report that show its evidence: statements, chronology, exhibits, listings, what tells against."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions.casework.findings import Assessment
from sanctions.casework.listed import Listed, Listings, PartyListing
from sanctions.casework.records import CaseFile, Fact
from sanctions.casework.words import Identity, Stance
from sanctions.workbook import case_words
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing


def write_register(book: Book, case: CaseFile, assessment: Assessment) -> None:
    columns = (
        Column("Fact", 7, "label"),
        Column("Statement", 58),
        Column("Tells", 9),
        Column("Grade", 34),
        Column("Source", 26),
        Column("Derived from", 11),
        Column("Exhibits", 10),
        Column("When", 11),
        Column("Published", 12),
        Column("Bears on", 84),
        Column("On the day", 30),
        Column("Note", 40),
    )
    listing = Listing(
        title="Evidence register",
        table="EvidenceRegister",
        columns=columns,
        intro=(f"Every statement of the case. On the day: whether it counts as of {assessment.on}, and if not, why.",),
        empty="No statement is held.",
        frozen=1,
        pages=2,
    )
    left_out = dict(assessment.left_out)
    write_listing(book, listing, (_register_row(fact, left_out) for fact in case.facts))


def _register_row(fact: Fact, left_out: dict[str, str]) -> list[Value]:
    why = left_out.get(fact.id)
    bears: dict[str, list[str]] = {}
    for link in fact.links:
        mark = "" if link.bearing == "supports" else " (contradicts)"
        bears.setdefault(f"{link.framework} {link.provision}", []).append(link.element + mark)
    return [
        fact.id,
        fact.statement,
        Styled(fact.stance.value, "caution" if fact.stance is Stance.AGAINST else "text"),
        fact.grade_words,
        fact.source,
        ", ".join(fact.derived_from) or "–",
        ", ".join(fact.exhibits),
        fact.when or "not known",
        fact.published or "not known",
        "; ".join(f"{place}: {', '.join(names)}" for place, names in bears.items()) or "no element",
        Styled(f"does not count: {why}", "state_open") if why else "counts",
        fact.note or "–",
    ]


def write_exhibits(book: Book, case: CaseFile) -> None:
    columns = (
        Column("Exhibit", 8, "label"),
        Column("Title", 40),
        Column("Source", 40),
        Column("Archived at", 20),
        Column("Language", 9),
        Column("Translates", 10),
        Column("Type", 14),
        Column("Bytes", 9, "integer"),
        Column("Collected (UTC)", 21),
        Column("Collector", 22),
        Column("Tool", 22),
        Column("Answered", 10),
        Column("SHA-256", 36, "mono"),
        Column("SHA-512", 60, "mono"),
        Column("Note", 40),
    )
    listing = Listing(
        title="Exhibits",
        table="Exhibits",
        columns=columns,
        intro=(
            "From the custody log. The originals are read-only; each has a working copy. A digest proves the bytes, not their truth.",
            "Answered: what the server said when a page was fetched; its headers stand in custody.jsonl.",
        ),
        empty="No exhibit is held.",
        frozen=1,
        pages=2,
    )
    rows: Iterator[list[Value]] = (
        [
            one.id,
            one.title,
            one.source or "–",
            one.archived_at or "–",
            one.language or "–",
            one.translation_of or "–",
            one.media_type,
            one.bytes,
            one.collected_at,
            one.collector,
            one.tool,
            one.headers.get("(status)", "–"),
            one.sha256,
            one.sha512,
            one.note or "–",
        ]
        for one in case.exhibits
    )
    write_listing(book, listing, rows)


def write_listings(book: Book, listings: Listings | None) -> None:
    """A row for each party and list: listed, compared by hand, or no hit. Then the designations that the case relies on."""
    columns = (
        Column("Party", 28, "label"),
        Column("Role", 26),
        Column("List", 14),
        Column("Of", 6),
        Column("Finding", 26),
        Column("Entity", 40),
        Column("Programmes", 16),
        Column("Listed on", 12, "date"),
        Column("Score", 9, "score"),
        Column("Remark", 56),
    )
    listing = Listing(
        title="Listings",
        table="Listings",
        columns=columns,
        intro=("The subject and related parties on the lists held, and the gaps between jurisdictions. A hit is no identity.",),
        empty="NOTHING WAS SEARCHED: no copy of any list is held.",
        frozen=1,
        pages=1,
    )
    write_listing(book, listing, _all_listing_rows(listings) if listings else ())


def _all_listing_rows(listings: Listings) -> Iterator[list[Value]]:
    for party in listings.parties:
        yield from _listing_rows(party, listings)
    missing = ", ".join(one.list for one in listings.coverage if one.sha256 is None)
    if missing:
        state = Styled("NOT SEARCHED – no copy held", "bad")
        yield ["Every party", "–", "–", "–", state, "–", "–", "–", "–", f"Of these lists no copy is held: {missing}."]


def _listing_rows(party: PartyListing, listings: Listings) -> Iterator[list[Value]]:
    head: list[Value] = [party.name, party.role]
    if not party.searched:
        yield [*head, "–", "–", Styled("not searched", "state_aside"), "–", "–", "–", "–", party.note]
        return
    relied_on = {claim.designation.entity for claim in party.claims}
    for one in listings.coverage:
        place: list[Value] = [one.list, listings.jurisdictions.get(one.list, "–")]
        found = [hit for hit in party.found if hit.list == one.list]
        if one.sha256 and not found:
            none = Styled(f"no hit at ≥ {listings.threshold:.2f}", "state_open")
            yield [*head, *place, none, "–", "–", "–", "–", "a gap, if another list has it"]
        for hit in found:
            entity = f"{hit.name} ({hit.entity})"
            listed: Value = hit.listed_on or "not given"
            tags = ", ".join(hit.programmes) or "–"
            yield [*head, *place, _verdict(party, hit, hit.entity in relied_on), entity, tags, listed, hit.score, "; ".join(hit.reasons)]
    for claim in party.claims:
        relied = claim.designation
        when = claim.listed_on or relied.on
        key = relied.entity.partition(":")[0]
        yield [
            *head,
            key,
            listings.jurisdictions.get(key, "–"),
            "relied on by the case",
            relied.entity,
            relied.programme,
            when,
            "–",
            claim.words,
        ]


def _verdict(party: PartyListing, hit: Listed, relied_on: bool) -> Styled:
    """What may be said of a hit: that the case takes it for the party, or that somebody has to decide."""
    if hit.delisted:
        return Styled("DE-LISTED", "caution")
    if party.identity is not Identity.KNOWN:
        below = ", below the threshold" if hit.compared else ""
        return Styled(f"candidate{below}: that it is the same is NOT PROVED", "caution")
    return Styled("listed: taken for the party", "good") if relied_on else Styled("similar name: to be decided", "band_possible")


def write_counter(book: Book, case: CaseFile) -> None:
    sheet = book.sheet("Counter-evidence", (10, 70, 16, 60), tab="B42318")
    sheet.line("Counter-evidence and limits", "title")
    sheet.line(case_words.NOT_ADVICE, "warning_line")
    sheet.section("What tells against")
    against = [fact for fact in case.facts if fact.stance is Stance.AGAINST]
    columns = (Column("Fact", 10, "label"), Column("Statement", 70), Column("Grade", 16), Column("Note", 60))
    if not sheet.table("CounterEvidence", columns, ([one.id, one.statement, one.grade_words, one.note or "–"] for one in against)):
        sheet.across("No statement held tells against the proposition. Has anybody looked for one?", "caution")
    sheet.section("Leads whose identity is not proved")
    for party in case.case.parties:
        if party.identity is not Identity.KNOWN:
            sheet.row([f"{party.name}: {party.role}. {party.note}"], ["text"], spans=[4])
    sheet.section("Limits")
    for number, limit in enumerate(case.case.limits, start=1):
        sheet.across(f"{number}. {limit}", "prose")
    if not case.case.limits:
        sheet.across("The case states no limits of its own.", "caution")
