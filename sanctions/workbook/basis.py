"""The Legal basis sheet: what the programmes in the hits mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sanctions.catalogue import ListDefinition
from sanctions.frameworks import Frameworks, LegalBasis, legal_basis
from sanctions.model import Screening
from sanctions.workbook.cells import Styled, Value
from sanctions.workbook.contents import Finding, programmes_list
from sanctions.workbook.layout import Book, Column
from sanctions.workbook.listing import Listing, write_listing

UNMAPPED = "not mapped to an instrument in this toolkit"

_COLUMNS = (
    Column("Programme", 15),
    Column("Lists", 17),
    Column("Hits", 7, "integer"),
    Column("Instrument", 30),
    Column("In brief", 50),
    Column("Citation", 26),
    Column("Provisions", 18),
    Column("What follows", 64),
    Column("State of the law", 24),
    Column("How far this was checked", 36),
    Column("Publisher's own words", 30),
)
_NO_PROGRAMME = "(none stated)"


def write_basis(
    book: Book, screening: Screening, found: Sequence[Finding], frameworks: Frameworks, definitions: Mapping[str, ListDefinition]
) -> None:
    """A row for each instrument behind each programme; a programme without one has a row that says so."""
    listing = Listing(
        title="Legal basis",
        table="LegalBasis",
        columns=_COLUMNS,
        intro=(
            "What the programmes in the hits rest on, in our own words. A guide, not legal advice: the text of the instrument decides.",
        ),
        empty="There is no hit, so there is no programme to explain.",
        pages=2,
        frozen=1,
    )
    groups = _by_programme(found)
    write_listing(book, listing, (row for tag in groups for row in _rows(tag, groups[tag], frameworks, screening, definitions)))


def _by_programme(found: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Findings by programme tag, the recorded ones too; a hit stands under each of its tags."""
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        for tag in finding.hit.entity.programmes or (_NO_PROGRAMME,):
            groups.setdefault(tag, []).append(finding)
    return dict(sorted(groups.items()))


def _rows(
    tag: str, found: list[Finding], frameworks: Frameworks, screening: Screening, definitions: Mapping[str, ListDefinition]
) -> Iterator[list[Value]]:
    by_basis: dict[str, tuple[LegalBasis, list[str]]] = {}
    for key in sorted({finding.hit.entity.list for finding in found}):
        for basis in legal_basis(frameworks, [(tag, programmes_list(key, definitions))], screening.asked_at.date()):
            by_basis.setdefault(basis.framework or "", (basis, []))[1].append(key)
    for basis, keys in by_basis.values():
        behind = [finding for finding in found if finding.hit.entity.list in keys]
        yield [tag, tuple(keys), len(behind), *law_words(basis, frameworks), _publishers_words(tag, behind)]


def _publishers_words(tag: str, found: list[Finding]) -> Value:
    said = [one.legal_basis for finding in found for one in finding.hit.entity.listings if one.programme == tag and one.legal_basis]
    return tuple(dict.fromkeys(said)) or "–"


def law_words(basis: LegalBasis, frameworks: Frameworks) -> list[Value]:
    """Instrument, brief, citation, provisions, what follows, state of the law, how far it was checked."""
    if basis.framework is None:
        unread = "Read the publisher's own description of the programme."
        return [Styled(UNMAPPED, "caution"), "–", "–", "–", "not stated here", "–", unread]
    return [
        basis.instrument,
        frameworks[basis.framework].summary,
        basis.citation,
        basis.sections or "–",
        basis.consequences or "–",
        basis.status,
        basis.verification,
    ]
