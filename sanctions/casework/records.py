"""What stands in the files of a case: subject, people, related parties, scope, facts, exhibits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec

from sanctions.casework.words import Bearing, Credibility, Identity, Reliability, Stance
from sanctions.dates import PartialDate, parse_date
from sanctions.model import Kind


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a case file: an unknown key or a missing one is an error."""


class Subject(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom the case is about. An unknown subject has a name that says so ("unnamed German vendor") and an open identity."""

    name: str
    identity: Identity
    description: str = ""
    aliases: tuple[str, ...] = ()
    kind: Kind = Kind.UNKNOWN
    countries: tuple[str, ...] = ()


class Person(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who works on the case. ``role``: author, reviewer, collector …"""

    name: str
    role: str
    contact: str = ""


class Designation(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act of listing that the case relies on.

    ``entity`` is a list's id (``us_ofac_sdn:20129``); ``source`` says where the date was read. ``until`` is the last
    day of a listing that has ended.
    """

    entity: str
    programme: str
    on: date
    until: date | None = None
    source: str
    verified: bool = False


class Party(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody else in the case: an end user, an intermediary, a lead. ``compare_with``: entities to compare by hand, hit or not."""

    id: str
    name: str
    role: str
    identity: Identity
    note: str = ""
    aliases: tuple[str, ...] = ()
    kind: Kind = Kind.UNKNOWN
    countries: tuple[str, ...] = ()
    designations: tuple[Designation, ...] = ()
    compare_with: tuple[str, ...] = ()


class SetAside(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An element that the case does not need, and why."""

    element: str
    why: str


class Scope(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A provision to be assessed; the order in the file is the order of the report."""

    framework: str
    provision: str
    note: str = ""
    set_aside: tuple[SetAside, ...] = ()


class Case(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``case.toml``. Without ``as_of`` the case is assessed as of the day on which it is asked."""

    id: str
    title: str
    question: str
    subject: Subject
    people: tuple[Person, ...]
    scope: tuple[Scope, ...] = ()
    parties: tuple[Party, ...] = ()
    as_of: date | None = None
    limits: tuple[str, ...] = ()
    confidential: bool = False


class Link(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a fact does to one element of a provision.

    ``listed`` names a party of the case: the bearing then counts only if that party, its identity known, stood
    designated at the date of the act; ``programmes`` narrows this to designations under those programmes.
    """

    framework: str
    provision: str
    element: str
    bearing: Bearing
    listed: str | None = None
    programmes: tuple[str, ...] = ()
    note: str = ""


class Fact(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement. ``when`` is the day, month, year or range of what it tells; ``published`` the day from which it was known.

    ``source`` is who originally says it: two facts of one source, or of which one is ``derived_from`` the other,
    count as one.
    """

    id: str
    statement: str
    source: str
    reliability: Reliability
    credibility: Credibility
    stance: Stance
    exhibits: tuple[str, ...]
    when: str = ""
    published: str = ""
    derived_from: tuple[str, ...] = ()
    note: str = ""
    links: tuple[Link, ...] = ()

    @property
    def independent(self) -> bool:
        return not self.derived_from

    @property
    def grade(self) -> str:
        """ "C3": the Admiralty code of the fact."""
        return f"{self.reliability.value}{self.credibility.value}"

    @property
    def grade_words(self) -> str:
        return f"{self.grade}: source {self.reliability.meaning}; {self.credibility.meaning}"

    @property
    def act(self) -> PartialDate | None:
        """When what it tells happened, if it says so."""
        return parse_date(self.when) if self.when else None

    @property
    def known(self) -> PartialDate | None:
        """When it was published, if that is known."""
        return parse_date(self.published) if self.published else None


class Facts(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``facts.toml``."""

    facts: tuple[Fact, ...] = ()


class Exhibit(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was recorded of an exhibit when it was collected. Times are UTC, ISO 8601; ``file`` is relative to the case folder."""

    id: str
    file: str
    title: str
    sha256: str
    sha512: str
    bytes: int
    media_type: str
    collected_at: str
    collector: str
    tool: str
    source: str = ""
    archived_at: str = ""
    language: str = ""
    translation_of: str = ""
    note: str = ""
    url: str = ""
    headers: Mapping[str, str] = {}


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it was read, whole. ``folder`` is where it lies."""

    folder: Path
    case: Case
    facts: tuple[Fact, ...]
    exhibits: tuple[Exhibit, ...]
    redacted: bool = False

    def party(self, key: str) -> Party | None:
        return next((party for party in self.case.parties if party.id == key), None)
