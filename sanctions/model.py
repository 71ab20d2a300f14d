"""The records that flow through the toolkit: what a list says, what an officer asks, what a comparison finds.

All are frozen, keyword-only msgspec structs; every collection is a tuple or a mapping that is never written to
again. ``msgspec.structs.replace`` gives a record with some fields changed; ``to_json`` and ``from_json`` turn any of them into JSON
and back without loss. (A dataclass is put together from source text when its module is imported, which takes thirty
times as long as a struct: the records of this package alone would be a fifth of the time of screening a name.)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from sanctions.dates import PartialDate

T = TypeVar("T")


class Kind(StrEnum):
    """What a target or party is. ``schema`` is its FollowTheMoney schema name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COMPANY = "company"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"

    @property
    def schema(self) -> str:
        return _SCHEMAS[self]


_SCHEMAS = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.COMPANY: "Company",
    Kind.VESSEL: "Vessel",
    Kind.AIRCRAFT: "Airplane",
    Kind.UNKNOWN: "LegalEntity",
}


class Quality(StrEnum):
    """How far a publisher vouches for a name.

    ``weak`` is OFAC's weak a.k.a. (FAQ 122-125: broad or generic, not expected in primary
    screening); ``low`` is the UN's and UK's "low quality"; ``former`` is f.k.a. of any publisher.
    """

    STRONG = "strong"
    WEAK = "weak"
    FORMER = "former"
    LOW = "low"


class PartKind(StrEnum):
    """What a part of a name is, where the publisher says so."""

    GIVEN = "given"
    FAMILY = "family"
    PATRONYMIC = "patronymic"
    MATRONYMIC = "matronymic"
    MAIDEN = "maiden"
    MIDDLE = "middle"
    TITLE = "title"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    WHOLE = "whole"


class NamePart(msgspec.Struct, frozen=True, kw_only=True):
    kind: PartKind
    text: str


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """One name as published. ``script`` is an ISO 15924 code ("Latn", "Hang", "Arab") or "" if mixed.

    ``full`` is in the publisher's own order of words, comma kept ("KIM, Won Hong").
    ``language`` is an ISO 639-1 code where the publisher states it.
    """

    full: str
    quality: Quality = Quality.STRONG
    primary: bool = False
    script: str = "Latn"
    language: str | None = None
    parts: tuple[NamePart, ...] = ()


class IdentifierType(StrEnum):
    """What a number or code identifies. ``strong`` ones identify one target by themselves."""

    PASSPORT = "passport"
    NATIONAL_ID = "national_id"
    TAX = "tax"
    REGISTRATION = "registration"
    IMO = "imo"
    MMSI = "mmsi"
    CALL_SIGN = "call_sign"
    AIRCRAFT_TAIL = "aircraft_tail"
    AIRCRAFT_SERIAL = "aircraft_serial"
    BIC = "bic"
    LEI = "lei"
    DUNS = "duns"
    WALLET = "wallet"
    BANK_ACCOUNT = "bank_account"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    OTHER = "other"

    @property
    def strong(self) -> bool:
        return self in _STRONG_IDENTIFIERS


_STRONG_IDENTIFIERS = frozenset({
    IdentifierType.PASSPORT, IdentifierType.NATIONAL_ID, IdentifierType.TAX, IdentifierType.REGISTRATION,
    IdentifierType.IMO, IdentifierType.MMSI, IdentifierType.AIRCRAFT_TAIL, IdentifierType.AIRCRAFT_SERIAL,
    IdentifierType.BIC, IdentifierType.LEI, IdentifierType.DUNS, IdentifierType.WALLET,
})  # fmt: skip


class Identifier(msgspec.Struct, frozen=True, kw_only=True):
    """A typed number. ``value`` as published; ``country`` is the issuer's ISO 3166-1 alpha-2 code.

    ``label`` is the publisher's own word for the type ("Cedula No.", "Digital Currency Address - XBT").
    """

    type: IdentifierType
    value: str
    country: str | None = None
    label: str | None = None
    note: str | None = None


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """``full`` is the whole address on one line; the parts are kept where the publisher gives them."""

    full: str
    street: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None
    note: str | None = None


class CountryRole(StrEnum):
    """Why a country stands on a record."""

    NATIONALITY = "nationality"
    CITIZENSHIP = "citizenship"
    RESIDENCE = "residence"
    ADDRESS = "address"
    REGISTRATION = "registration"
    FLAG = "flag"
    FORMER_FLAG = "former_flag"
    BIRTH = "birth"
    OTHER = "other"


class CountryLink(msgspec.Struct, frozen=True, kw_only=True):
    """``code`` is ISO 3166-1 alpha-2, historic codes included (SU, YU); ``text`` is as published."""

    code: str
    role: CountryRole
    text: str = ""


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """One act of listing: the programme, its legal basis in the publisher's words, when, with what measures."""

    programme: str
    legal_basis: str | None = None
    listed_on: date | None = None
    ended_on: date | None = None
    measures: tuple[str, ...] = ()
    reference: str | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """The publisher's own pointer to another record.

    ``scheme`` says whose numbering ``value`` belongs to: "un" (reference number KPe.006), "ofac" (UID),
    "uk_ofsi_group", … ``relation`` is "same" for the same target on another list, else the publisher's
    words ("Linked To", "owner").
    """

    scheme: str
    value: str
    relation: str = "same"


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A listed target, as one publisher describes it.

    ``id`` is ``list:publisher's id``, raw (``us_ofac_sdn:15010``, ``un_sc:KPe.006``). The first name is
    the primary one. ``raw`` is the publisher's record under the publisher's own field names.
    ``delisted`` marks a target that the publisher keeps in its file though it is no longer listed.
    """

    id: str
    list: str
    kind: Kind
    names: tuple[Name, ...]
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    countries: tuple[CountryLink, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    positions: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()
    links: tuple[Link, ...] = ()
    remarks: str | None = None
    url: str | None = None
    delisted: bool = False
    raw: Mapping[str, Any] = {}

    @property
    def name(self) -> str:
        return self.names[0].full

    @property
    def programmes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(listing.programme for listing in self.listings))

    @property
    def listed_on(self) -> date | None:
        """The earliest date of listing that the publisher gives."""
        return min((listing.listed_on for listing in self.listings if listing.listed_on), default=None)


class RelatedParty(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named in a party's row: its owner, director, agent, vessel … ``role`` is the column's word for it."""

    role: str
    party: Party


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Whom an officer asks about. ``id`` is the officer's own; ``row`` is the row in the book (1 = first line of the file)."""

    id: str
    names: tuple[Name, ...]
    kind: Kind = Kind.UNKNOWN
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    related: tuple[RelatedParty, ...] = ()
    row: int | None = None
    extra: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        return self.names[0].full if self.names else ""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One feature's share of a score: both values compared and a sentence a lawyer can read."""

    feature: str
    points: float
    detail: str
    asked: str = ""
    listed: str = ""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A party against an entity. The reasons' points sum exactly to ``score``, which lies in [0, 1].

    ``asked`` and ``matched`` are the two names that agree best. ``weak_only`` says that only a weak
    alias of the entity carries the match.
    """

    score: float
    reasons: tuple[Reason, ...]
    asked: str
    matched: Name | None = None
    weak_only: bool = False


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison at or above the threshold. ``status`` is "alert", or "weak" for one recorded but not alerted.

    ``role`` is None for the party itself, else the role of the related person that was hit (``subject``).
    ``copies`` are ids of the same target on lists that republish this one (the CSL's copy of OFAC's).
    ``right_share`` is how often hits of its kind were right when it was made, from 0 to 1, and ``right_basis`` what that rests
    on (matching.meaning); None where it was not measured. ``ofac_score`` is the score that OFAC's own search tool would show,
    0 to 100 (matching.ofac_tool); None where it was not asked for.
    """

    entity: Entity
    comparison: Comparison
    status: str = "alert"
    role: str | None = None
    subject: str = ""
    copies: tuple[str, ...] = ()
    right_share: float | None = None
    right_basis: str = ""
    ofac_score: int | None = None

    @property
    def score(self) -> float:
        return self.comparison.score


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """One list that an answer rests on, or that it lacks. ``status``: current, stale, missing, demo …

    ``published`` is the publisher's own date as an ISO date; ``sha256`` is the snapshot's.
    """

    list: str
    publisher: str
    title: str
    status: str
    published: str | None = None
    retrieved: datetime | None = None
    sha256: str | None = None
    entries: int | None = None
    note: str | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a screening found for one party, with what it was searched against.

    ``recorded`` holds the hits that the policy keeps without alerting (weak aliases alone).
    ``rejected`` is the reason why the row could not be screened; then there are no hits. ``warnings`` say
    what of the row could not be used (an unreadable date).
    """

    party: Party
    hits: tuple[Hit, ...] = ()
    recorded: tuple[Hit, ...] = ()
    rejected: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        return "rejected" if self.rejected else "screened"


class PolicyInForce(msgspec.Struct, frozen=True, kw_only=True):
    """The rules that a screening was made under, as its report prints them.

    ``sha256`` is the policy file's (None: built in); ``what_if`` marks a trial of another policy; ``terms`` are the
    rules as sentences; ``unmet`` says of each mandatory list why it cannot be relied on: then there is no answer.
    ``apart`` names the lists and kinds that have a threshold of their own ("vessel 0.85"); ``strong`` and ``probable``
    are the least scores of those bands. ``mandatory`` are the keys of the lists that the policy calls so.
    """

    name: str
    sha256: str | None = None
    what_if: bool = False
    terms: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    mandatory: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    strong: float = 0.93
    probable: float = 0.88


class Screening(msgspec.Struct, frozen=True, kw_only=True):
    """One run: the question, what it was answered from, and every party's result."""

    id: str
    asked_at: datetime
    engine: str
    threshold: float
    coverage: tuple[Coverage, ...]
    results: tuple[Result, ...]
    book: str | None = None
    command: str | None = None
    overlay: str | None = None
    demo: bool = False
    policy: PolicyInForce | None = None


def to_json(record: Any) -> bytes:
    """Any record as compact JSON: enums as their values, dates in ISO 8601."""
    return msgspec.json.encode(record)


def from_json(data: bytes, type: type[T]) -> T:
    """The inverse of ``to_json``. Raises msgspec.ValidationError if the JSON is not such a record."""
    return msgspec.json.decode(data, type=type)
