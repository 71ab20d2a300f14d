"""The subject and the related parties on the lists held: who is listed where today, and where a list lacks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

import msgspec

from sanctions.casework.records import CaseFile, Designation, Party
from sanctions.casework.words import Identity
from sanctions.errors import UnknownEntityError
from sanctions.matching.bands import DEFAULT_THRESHOLD
from sanctions.model import Comparison, Coverage, Entity, Kind, Name
from sanctions.model import Party as Asked
from sanctions.screening import Screener


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One entity found, or compared by hand (``compared``: then it may score below the threshold)."""

    entity: str
    list: str
    name: str
    score: float
    programmes: tuple[str, ...]
    listed_on: date | None
    url: str | None
    delisted: bool
    reasons: tuple[str, ...]
    compared: bool = False


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A designation that the case relies on, held against the list: ``words`` say what the list says of it."""

    designation: Designation
    held: bool
    listed_on: date | None
    words: str


class PartyListing(msgspec.Struct, frozen=True, kw_only=True):
    """What the lists say of one party. ``searched`` is false for somebody whom nobody has named."""

    name: str
    role: str
    identity: Identity
    note: str
    searched: bool
    found: tuple[Listed, ...] = ()
    claims: tuple[Claim, ...] = ()

    def on_list(self, key: str) -> tuple[Listed, ...]:
        return tuple(one for one in self.found if one.list == key and not one.compared)


class Listings(msgspec.Struct, frozen=True, kw_only=True):
    """All parties of a case against the lists held. ``jurisdictions``: list → whose list it is."""

    asked_at: datetime
    engine: str
    threshold: float
    coverage: tuple[Coverage, ...]
    jurisdictions: Mapping[str, str]
    parties: tuple[PartyListing, ...]

    @property
    def listed_on(self) -> dict[str, date]:
        """Designations that the case relies on → the list's own date, where it gives one."""
        return {claim.designation.entity: claim.listed_on for party in self.parties for claim in party.claims if claim.listed_on}


def find_listings(case: CaseFile, screener: Screener, jurisdictions: Mapping[str, str], now: datetime) -> Listings:
    """The subject, if known, and every related party, against the lists that the screener holds."""
    subject = case.case.subject
    itself = Party(
        id="subject",
        name=subject.name,
        role="subject",
        identity=subject.identity,
        note="" if subject.identity is Identity.KNOWN else "Its identity is open, so there is no name to search for.",
        aliases=subject.aliases,
        kind=subject.kind,
        countries=subject.countries,
    )
    parties = (_listing(itself, screener), *(_listing(party, screener) for party in case.case.parties))
    return Listings(
        asked_at=now,
        engine=screener.engine,
        threshold=DEFAULT_THRESHOLD,
        coverage=screener.coverage,
        jurisdictions=dict(jurisdictions),
        parties=parties,
    )


def _listing(party: Party, screener: Screener) -> PartyListing:
    found: list[Listed] = []
    if searched := not (party.id == "subject" and party.identity is Identity.UNKNOWN):
        asked = _asked(party)
        hits = screener.screen(asked, threshold=DEFAULT_THRESHOLD).hits
        found = [_listed(hit.entity, hit.comparison) for hit in hits]
        found += _by_hand(party, asked, screener, {one.entity for one in found})
    return PartyListing(
        name=party.name,
        role=party.role,
        identity=party.identity,
        note=party.note,
        searched=searched,
        found=tuple(found),
        claims=tuple(_claim(one, screener) for one in party.designations),
    )


def _asked(party: Party) -> Asked:
    names = tuple(Name(full=name, primary=not number) for number, name in enumerate((party.name, *party.aliases)))
    return Asked(id=party.id, names=names, kind=party.kind if party.kind else Kind.UNKNOWN, countries=party.countries)


def _by_hand(party: Party, asked: Asked, screener: Screener, found: set[str]) -> Iterator[Listed]:
    for key in party.compare_with:
        if key not in found and (entity := _entity(screener, key)):
            yield _listed(entity, screener.compare(asked, key), compared=True)


def _listed(entity: Entity, comparison: Comparison, *, compared: bool = False) -> Listed:
    return Listed(
        entity=entity.id,
        list=entity.list,
        name=entity.name,
        score=comparison.score,
        programmes=entity.programmes,
        listed_on=entity.listed_on,
        url=entity.url,
        delisted=entity.delisted,
        reasons=tuple(f"{reason.points:+.4f} {reason.feature.replace('_', ' ')}: {reason.detail}" for reason in comparison.reasons),
        compared=compared,
    )


def _claim(designation: Designation, screener: Screener) -> Claim:
    key = designation.entity.partition(":")[0]
    if key not in {part.key for part in screener.held}:
        return Claim(
            designation=designation, held=False, listed_on=None, words=f"no copy of {key} is held, so this rests on the case alone"
        )
    entity = _entity(screener, designation.entity)
    if entity is None:
        return Claim(designation=designation, held=False, listed_on=None, words=f"NOT on the copy of {key} held: check it")
    if entity.delisted:
        words = "kept by the publisher, but no longer listed"
    elif entity.listed_on is None:
        words = f"on the copy held; the list gives no date, so {designation.on} rests on: {designation.source}"
    elif entity.listed_on == designation.on:
        words = "on the copy held, with this date"
    else:
        words = f"on the copy held with the date {entity.listed_on}, which goes before the case's {designation.on}"
    if designation.programme not in entity.programmes:
        words += f"; the list writes the programme {', '.join(entity.programmes)}"
    return Claim(designation=designation, held=True, listed_on=entity.listed_on, words=words)


def _entity(screener: Screener, key: str) -> Entity | None:
    try:
        return screener.entity(key)
    except UnknownEntityError:
        return None
