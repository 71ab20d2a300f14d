"""The Hits sheet: one row a hit, and the columns in which it is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from openpyxl.utils import get_column_letter

from sanctions.catalogue import ListDefinition
from sanctions.frameworks import Frameworks, for_programme
from sanctions.model import Entity, Screening
from sanctions.patterns import regex
from sanctions.review.words import DISPOSITIONS, REASONS, STEPS
from sanctions.workbook import words
from sanctions.workbook.cells import Link, Styled, Value
from sanctions.workbook.contents import Finding, programmes_list
from sanctions.workbook.layout import Book, Choice, Column
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.styles import GREYED

PROTECTED = (
    Column("Hit", 8),
    Column("Party ID", 11),
    Column("Party", 24),
    Column("Who was hit", 17),
    Column("Name asked", 22),
    Column("Listed name", 24),
    Column("Matched name", 22),
    Column("Score", 8, "score"),
    Column("Band", 10),
    Column("Right of 100", 10, "integer"),
    Column("OFAC tool", 8, "integer", hidden=True),
    Column("Status", 12),
    Column("Decided before", 34),
    Column("Why", 50),
    Column("List", 18),
    Column("Entry", 12),
    Column("Kind", 12),
    Column("Programme", 14),
    Column("Legal basis", 25),
    Column("Listed on", 11, "date"),
    Column("Particulars compared", 42),
    Column("Publisher's page", 28),
)
"""What the report says of a hit; it is read back only to see that nobody changed it."""

ANSWERS = (
    *(Column(step.heading, 13, "input") for step in STEPS),
    Column("Disposition", 14, "input"),
    Column("Reason code", 16, "input"),
    Column("Rationale", 34, "input"),
    Column("Review again on", 12, "input_date"),
    Column("Analyst", 14, "input"),
    Column("Decided on", 12, "input_date"),
)
"""What an analyst answers, and ``sanctions review import`` takes."""

KEY = Column("Key", 12, "mono", hidden=True)
"""The screening's id and the hit's key within it, by which a row is known wherever it stands."""

COLUMNS = (*PROTECTED, *ANSWERS, KEY)
CHOICES = (
    *(Choice(heading=step.heading, prompt=step.prompt, words=step.answers) for step in STEPS),
    Choice(heading="Disposition", prompt="Is the party the listed one?", words=DISPOSITIONS),
    Choice(heading="Reason code", prompt="Why? Say more under Rationale where the code does not say it all.", words=tuple(REASONS)),
    Choice(heading="Review again on", prompt="When a cleared hit opens again by itself. Empty: what the policy says."),
    Choice(heading="Decided on", prompt="The date of the decision, such as 2026-01-31. Empty: the day of the import."),
)
_DECIDED = {"true match": "F7B4AE", "false positive": "CDEBD0", "undetermined": "E4E7EC", "escalate": "FFD591"}
_PLAIN_ID = regex(r"[A-Za-z0-9._-]+")


def write_hits(
    book: Book, screening: Screening, found: Sequence[Finding], frameworks: Frameworks, definitions: Mapping[str, ListDefinition]
) -> None:
    """Writes the sheet; alerts first, then what is only recorded, in grey."""
    recorded = sum(finding.recorded for finding in found)
    cleared = sum(finding.cleared and not finding.recorded for finding in found)
    asked_ofac = any(finding.hit.ofac_score is not None for finding in found)
    listing = Listing(
        title="Hits",
        table="Hits",
        columns=tuple(replace(column, hidden=False) if column.heading == "OFAC tool" and asked_ofac else column for column in COLUMNS),
        intro=(
            "One row a hit; the party with the strongest hit first. A hit is a similarity: decide each in the yellow columns. "
            f"Bands: {words.bands(screening)}.",
            "“sanctions review import” takes the answers in. All other cells are protected, without a password; a changed one is refused.",
            *(
                [f"{words.plural(cleared, 'hit')} cleared by an earlier decision that still holds: in grey after the open ones."]
                if cleared
                else []
            ),
            *([f"{words.plural(recorded, 'hit')} on weak aliases alone: recorded, not alerted, in grey at the end."] if recorded else []),
        ),
        empty=words.nothing_found(screening) + " See the sheet No hits.",
        choices=CHOICES,
        frozen=3,
        pages=3,
        tab="B42318",
        locked=True,
    )
    rows = (hit_row(finding, legal_basis(finding.hit.entity, frameworks, screening, definitions), definitions) for finding in found)
    letter = get_column_letter([column.heading for column in COLUMNS].index("Disposition") + 1)
    for sheet, top in write_listing(book, listing, rows):
        if found:
            sheet.colour_words(letter, top + 1, _DECIDED)


def hit_row(finding: Finding, basis: tuple[str, ...], definitions: Mapping[str, ListDefinition]) -> list[Value]:
    """A hit's values under ``COLUMNS``; ``basis`` is what ``legal_basis`` says."""
    hit, party = finding.hit, finding.result.party
    matched = hit.comparison.matched
    name_band = finding.band
    values: list[Value] = [
        finding.number,
        party.id,
        party.name,
        words.who(finding),
        hit.comparison.asked,
        hit.entity.name,
        (matched.full, *([f"({note})"] if (note := words.quality(matched)) else [])) if matched else "–",
        hit.score,
        name_band if finding.recorded or finding.cleared else Styled(name_band, f"band_{name_band}"),
        _right(hit.right_share),
        hit.ofac_score if hit.ofac_score is not None else "–",
        words.status(finding) if not _reopened(finding) else Styled(words.status(finding), "caution"),
        (finding.standing.sentence() if finding.standing else "") or "–",
        tuple(f"{reason.points:+.4f}  {reason.detail}" for reason in hit.comparison.reasons),
        hit.entity.list,
        hit.entity.id.partition(":")[2],
        words.kind(hit.entity.kind),
        hit.entity.programmes or "not stated",
        basis,
        hit.entity.listed_on or "not stated",
        words.particulars(finding) or "none on either side",
        page_of(hit.entity, definitions),
        *(None for _ in ANSWERS),
        finding.key,
    ]
    if finding.recorded or finding.cleared:
        return [_greyed(value, column) for value, column in zip(values, COLUMNS, strict=True)]
    return _linked(values)


def _reopened(finding: Finding) -> bool:
    return finding.standing is not None and finding.standing.state == "re-opened" and not finding.recorded


def _linked(values: list[Value]) -> list[Value]:
    return [Styled(value, "link") if isinstance(value, Link) else value for value in values]


def _greyed(value: Value, column: Column) -> Value:
    if column.style.startswith("input"):
        return value
    if isinstance(value, Styled):
        value = value.value
    return Styled(value, "link" if isinstance(value, Link) else GREYED.get(column.style, "text_grey"))


def legal_basis(entity: Entity, frameworks: Frameworks, screening: Screening, definitions: Mapping[str, ListDefinition]) -> tuple[str, ...]:
    """The instruments behind the entity's programmes, and the publisher's own words where it has any."""
    lines = [listing.legal_basis for listing in entity.listings if listing.legal_basis]
    for tag in entity.programmes:
        behind = for_programme(frameworks, tag, programmes_list(entity.list, definitions), screening.asked_at.date())
        lines += [framework.short_title for framework in behind]
        if not behind:
            lines.append(f"{tag}: not mapped to an instrument in this toolkit")
    return tuple(dict.fromkeys(lines)) or ("not stated",)


def page_of(entity: Entity, definitions: Mapping[str, ListDefinition]) -> Value:
    """The publisher's page on the entity.

    It is live only if the list's own definition makes it: an https address of the definition around an id of
    plain letters and digits. An address that a list's file gives is shown as text.
    """
    definition = definitions.get(entity.list)
    template = definition.entity_url if definition else None
    number = entity.id.partition(":")[2]
    if template and template.startswith("https://") and _PLAIN_ID.fullmatch(number):
        ours = template.replace("{id}", number)
        if entity.url in (None, ours):
            return Link(ours.split("/")[2], url=ours)
    return entity.url or "–"


def _right(share: float | None) -> Value:
    """How many of a hundred hits alike are right, as a number that neither says "never" nor "always"."""
    if share is None:
        return "–"
    hundred = round(100 * share)
    return "<1" if hundred < 1 else ">99" if hundred > 99 else hundred
