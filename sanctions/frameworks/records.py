"""The records of a framework file: framework, provision, element, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from sanctions.countries import country_name
from sanctions.dates import PartialDate
from sanctions.frameworks.words import ConsequenceKind, Designation, ElementKind, Event, MentalState

NOT_REVIEWED = "not yet reviewed by a lawyer"
"""What ``reviewed_by`` says until a lawyer has put a name to the file."""

UNIONS = {"EU": "European Union", "UN": "United Nations"}
"""Jurisdictions that are no country of ISO 3166-1."""


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a framework file: an unknown key or a missing field is an error."""


class Source(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a text was read. ``locator`` is an address or citation; ``read`` says what was read there, and in what state."""

    title: str
    locator: str
    read: str


class StatusEvent(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event in the life of an instrument. ``on`` is a day, or a year where no more is known; ``source`` a key of ``sources``."""

    event: Event
    on: date | int
    source: str
    by: str = ""
    verified: bool = True
    note: str = ""

    @property
    def date(self) -> PartialDate:
        return PartialDate.of(self.on) if isinstance(self.on, int) else PartialDate.of(self.on.year, self.on.month, self.on.day)


class Programme(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A tag, exactly as the lists named write it, that this instrument stands behind.

    ``grounds`` are the beginnings of the provision ids that lead to the tag; none given: every ground does.
    """

    tag: str
    lists: tuple[str, ...]
    grounds: tuple[str, ...] = ()
    verified: bool
    verification: str


class Term(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A term of art: its meaning in our own words, or that nobody defines it."""

    meaning: str
    citation: str = ""


class Consequence(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What follows, in our own words, and where that is said."""

    kind: ConsequenceKind
    text: str
    citation: str = ""
    verified: bool = True


class Rule(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exception or a waiver, in our own words."""

    text: str
    citation: str = ""


class Period(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """From when to when (both days included) a provision has this wording; ``from`` and ``to`` in the file."""

    start: date
    end: date | None = None
    note: str = ""

    def covers(self, on: date) -> bool:
        return self.start <= on and (self.end is None or on <= self.end)


class Element(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that must be shown, put as a question that a fact can answer with yes or no.

    ``undefined`` names the word on which the answer turns where no text defines it ("censorship"): facts alone
    cannot settle it. ``closes`` says what evidence would close a gap here, where that of the kind does not fit.
    """

    id: str
    kind: ElementKind
    question: str
    undefined: str = ""
    closes: str = ""


class Provision(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One criterion, prohibition or rule, with its pinpoint citation (unique among all frameworks).

    ``criterion`` is in our own words, terms of art in quotation marks. ``consequences``, ``exceptions``,
    ``waivers`` and ``terms`` name entries of the framework; ``related`` names citations of other provisions.
    """

    id: str
    citation: str
    title: str
    designation: Designation
    reaches: str
    mental_state: MentalState
    criterion: str
    source: str
    verified: bool
    verification: str = ""
    in_force: Period | None = None
    elements: tuple[Element, ...] = ()
    consequences: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def designates(self) -> bool:
        """Whether it is a ground, of conduct or of status, on which a person can be listed or must be."""
        return (
            self.designation in (Designation.MANDATORY, Designation.DISCRETIONARY)
            and self.mental_state is not MentalState.NOT_APPLICABLE
            and bool(self.elements)
        )


class Framework(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One instrument. ``scope`` says which of its parts the file holds and which it does not."""

    id: str
    title: str
    short_title: str
    jurisdiction: str
    citations: tuple[str, ...]
    summary: str
    scope: str
    status: tuple[StatusEvent, ...]
    sources: Mapping[str, Source]
    provisions: tuple[Provision, ...]
    programmes: tuple[Programme, ...] = ()
    terms: Mapping[str, Term] = {}
    consequences: Mapping[str, Consequence] = {}
    exceptions: Mapping[str, Rule] = {}
    waivers: Mapping[str, Rule] = {}
    related: tuple[str, ...] = ()
    supersedes: str | None = None
    reviewed_by: str = NOT_REVIEWED
    replaces: bool = False
    overlay: bool = False

    @property
    def jurisdiction_name(self) -> str:
        return UNIONS.get(self.jurisdiction) or country_name(self.jurisdiction)

    @property
    def verified_count(self) -> int:
        return sum(provision.verified for provision in self.provisions)


Frameworks = Mapping[str, Framework]
