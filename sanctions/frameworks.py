"""Law as data: one TOML file an instrument (statute, order, regulation, resolution, bill), read strictly.

``reports/frameworks/<id>.toml`` ship with the package; a user's own folder adds instruments, or replaces a
shipped one where the file says ``replaces = true``. A framework holds provisions, a provision holds elements:
the questions that must be answered "yes" before its consequences follow. What nobody has read against the
text is marked so, and every report made from it says so. ``reports/README.md`` explains each key.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from sanctions.countries import country_code, country_name
from sanctions.data import data_folder
from sanctions.dates import PartialDate
from sanctions.errors import DefinitionError, UsageError

NOT_REVIEWED = "not yet reviewed by a lawyer"
"""What ``reviewed_by`` says until a lawyer has put a name to the file."""

_UNIONS = {"EU": "European Union", "UN": "United Nations"}


class Word(StrEnum):
    """A word of a closed vocabulary, with what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Word:
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word


class Event(Word):
    """What happened to an instrument as a whole."""

    INTRODUCED = "introduced", "laid before a chamber as a bill"
    PASSED_HOUSE = "passed_house", "passed by the House of Representatives"
    PASSED_SENATE = "passed_senate", "passed by the Senate"
    ENACTED = "enacted", "signed into law, or an order signed, a regulation made, a resolution adopted"
    IN_FORCE = "in_force", "took effect"
    AMENDED = "amended", "its text was changed; it stayed in force"
    SUPERSEDED = "superseded", "another text took its place"
    EXPIRED = "expired", "ended without a successor: a bill died with its Congress, a term ran out, an order was revoked"


class Standing(Word):
    """How an instrument stands on a given day."""

    NOT_YET = "not_yet", "nothing had happened yet"
    BILL = "bill", "a bill, not law"
    ENACTED = "enacted", "enacted, not yet in force"
    IN_FORCE = "in_force", "in force"
    SUPERSEDED = "superseded", "replaced by another text"
    EXPIRED = "expired", "ended"


_STANDS_AS = {
    Event.INTRODUCED: Standing.BILL,
    Event.PASSED_HOUSE: Standing.BILL,
    Event.PASSED_SENATE: Standing.BILL,
    Event.ENACTED: Standing.ENACTED,
    Event.IN_FORCE: Standing.IN_FORCE,
    Event.SUPERSEDED: Standing.SUPERSEDED,
    Event.EXPIRED: Standing.EXPIRED,
}


class Designation(Word):
    """What a provision does."""

    MANDATORY = "mandatory", "the authority must act once it finds the elements met"
    DISCRETIONARY = "discretionary", "the authority may act once it finds the elements met"
    PROHIBITION = "prohibition", "conduct is forbidden to those it reaches, without any listing"
    CRIMINAL = "criminal", "conduct is an offence, tried by a court"
    PROCESS = "process", "a step, duty or rule of procedure: investigation, report, exemption, waiver, suspension, end, saving clause"
    DEFINITION = "definition", "says what a term means"


class MentalState(Word):
    """What must be shown of the actor's mind."""

    NONE_STATED = "none_stated", "the text asks for none"
    KNOWINGLY = "knowingly", 'the text says "knowingly" and does not define it'
    KNEW_OR_SHOULD_HAVE = "knew_or_should_have", "actual knowledge or should have known, by definition"
    SUSPICION = "suspicion", "knowledge, suspicion, or reasonable cause to suspect"
    COMPLICITY = "complicity", 'a word that implies awareness, such as "complicit"'
    INTENT = "intent", "intention, as criminal law defines it"
    NOT_APPLICABLE = "not_applicable", "the provision is a rule about measures, not about what a person did or is"


class ElementKind(Word):
    """What part of the case an element is."""

    ACTOR = "actor", "who acted"
    KNOWLEDGE = "knowledge", "what the actor knew or had to know"
    ACT = "act", "what was done"
    OBJECT = "object", "to what: the goods, service, funds or wrong concerned"
    RECIPIENT = "recipient", "for whom: the person served, supplied or supported"
    NEXUS = "nexus", "the link to a country, government, purpose or jurisdiction"
    THRESHOLD = "threshold", "how much or how grave"
    TIME = "time", "when"


class ConsequenceKind(Word):
    """What follows."""

    BLOCKING = "blocking", "property is frozen"
    VISA_DENIAL = "visa_denial", "entry is refused or suspended"
    PROCUREMENT_BAN = "procurement_ban", "public bodies may not buy from the person"
    CORRESPONDENT_ACCOUNT = "correspondent_account", "a bank's accounts at home banks are closed or restricted"
    TRANSACTION_BAN = "transaction_ban", "payments, credit, exchange or other dealings are forbidden"
    EXPORT_DENIAL = "export_denial", "goods or technology may not be exported, or a licence is refused"
    IMPORT_BAN = "import_ban", "goods, services or technology may not be imported"
    CRIMINAL_PENALTY = "criminal_penalty", "imprisonment or a fine, by a court"
    CIVIL_PENALTY = "civil_penalty", "a money penalty, by an authority"
    SEIZURE = "seizure", "ships, aircraft, cargo or other things are inspected, seized or forfeited"
    AFFILIATES = "affiliates", "the measure reaches those owned by, or acting for, the person"
    SECONDARY = "secondary", "others who deal with the person risk measures of their own"
    PORT_BAN = "port_ban", "ships or aircraft are kept out"
    PUBLICITY = "publicity", "the person is named in a public report"


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
    """A tag, exactly as the lists named write it, that this instrument stands behind."""

    tag: str
    lists: tuple[str, ...]
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
    """One thing that must be shown, put as a question that a fact can answer with yes or no."""

    id: str
    kind: ElementKind
    question: str


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
        return _UNIONS.get(self.jurisdiction) or country_name(self.jurisdiction)

    @property
    def verified_count(self) -> int:
        return sum(provision.verified for provision in self.provisions)


Frameworks = Mapping[str, Framework]


# --- reading ---------------------------------------------------------------------------------------------------------


def load_frameworks(overlay: Path | None = None) -> Frameworks:
    """The shipped frameworks by id, with those of ``overlay`` (if that folder exists) added.

    Raises DefinitionError, naming the file, for a file that is not exactly as it should be.
    """
    paths = {path.stem: path for path in sorted((data_folder("reports") / "frameworks").glob("*.toml"))}
    found = {key: read_framework(path) for key, path in paths.items()}
    if overlay is not None and overlay.is_dir():
        for path in sorted(overlay.glob("*.toml")):
            own = read_framework(path)
            if own.id in found and not own.replaces:
                raise DefinitionError(
                    f"{path}: the framework {own.id!r} is already defined. Give the file another id, or write "
                    f"'replaces = true' in it if it is meant to replace the shipped one."
                )
            found[own.id], paths[own.id] = msgspec.structs.replace(own, overlay=True), path
    if problems := list(cross_problems(found)):
        raise DefinitionError("\n".join(f"{paths[key]}: {problem}" for key, problem in problems))
    return dict(sorted(found.items()))


def read_framework(path: Path) -> Framework:
    """One framework file. Raises DefinitionError naming the file and everything that is wrong in it."""
    try:
        raw = _tidied(tomllib.loads(path.read_bytes().decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as problem:
        raise DefinitionError(f"{path}: this cannot be read as TOML: {problem}.") from None
    try:
        framework = msgspec.convert(raw, type=Framework, builtin_types=(date,))
    except msgspec.ValidationError as problem:
        raise DefinitionError(f"{path}: this is not a framework: {_place_named(str(problem), raw)}.") from None
    if problems := list(_problems(framework, path)):
        raise DefinitionError("\n".join(f"{path}: {problem}" for problem in problems))
    return framework


def _tidied(value: Any) -> Any:
    """The same with every run of spaces and line ends in its texts made one space, so that a file may break lines anywhere."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return [_tidied(item) for item in value]
        case dict():
            return {key: _tidied(item) for key, item in value.items()}
    return value


def _place_named(problem: str, raw: Any) -> str:
    """The problem with the provision's own id beside its number in the file."""
    place = re.search(r"\$\.provisions\[(\d+)\]", problem)
    if not place:
        return problem
    provision = raw["provisions"][int(place[1])]
    name = provision.get("id") if isinstance(provision, dict) else None
    return problem.replace(place[0], f"{place[0]} (provision {name})") if name else problem


def _problems(framework: Framework, path: Path) -> Iterator[str]:
    """What is wrong inside one file, each as a sentence."""
    if framework.id != path.stem:
        yield f"the id is {framework.id!r} but the file is called {path.name!r}; make the two the same."
    if framework.overlay:
        yield "'overlay' is not for files to say; take it out."
    code = framework.jurisdiction
    if code not in _UNIONS and country_code(code) != code:
        yield f"the jurisdiction {code!r} is neither an ISO 3166-1 alpha-2 code nor {' nor '.join(_UNIONS)}."
    if not framework.citations or not framework.status or not framework.provisions:
        yield "a framework needs at least one of each: citations, [[status]], [[provisions]]."
    yield from _status_problems(framework)
    yield from _repeated("the provision id", (p.id for p in framework.provisions))
    yield from _repeated("the citation", (p.citation for p in framework.provisions))
    yield from _repeated("the programme", (p.tag for p in framework.programmes))
    for programme in framework.programmes:
        if not programme.lists or not programme.verification:
            yield f"the programme {programme.tag!r} needs the keys of the lists that write it, and a 'verification'."
    for provision in framework.provisions:
        yield from (f"provision {provision.id}: {problem}" for problem in _provision_problems(framework, provision))
    yield from _unused(framework)


def _status_problems(framework: Framework) -> Iterator[str]:
    for event in framework.status:
        if isinstance(event.on, int) and not 1700 <= event.on <= 2200:
            yield f"the event {event.event!s} is dated {event.on}, which is no year."
            return
        if event.source not in framework.sources:
            yield f"the event {event.event!s} rests on the source {event.source!r}, which [sources] does not hold."
    for before, after in pairwise(framework.status):
        if after.date.last < before.date.first:
            yield f"the event {after.event!s} ({after.date}) stands after {before.event!s} ({before.date}); put them in order of time."


def _provision_problems(framework: Framework, provision: Provision) -> Iterator[str]:
    if provision.source not in framework.sources:
        yield f"the source {provision.source!r} is not in [sources]."
    if not provision.verified and not provision.verification:
        yield "it is not verified, so 'verification' must say what was not read."
    if provision.designation not in (Designation.PROCESS, Designation.DEFINITION) and not provision.elements:
        yield f"a {provision.designation!s} provision needs at least one [[provisions.elements]]."
    if provision.in_force and provision.in_force.end and provision.in_force.end < provision.in_force.start:
        yield "in_force ends before it begins."
    for key in ("terms", "consequences", "exceptions", "waivers"):
        for name in getattr(provision, key):
            if name not in getattr(framework, key):
                yield f"it names {name!r} among its {key}, but there is no [{key}.{name}]."
    yield from _repeated("the element id", (element.id for element in provision.elements))
    for element in provision.elements:
        if not element.question.endswith("?"):
            yield f"the element {element.id!r} must be put as a question."


def _unused(framework: Framework) -> Iterator[str]:
    for key in ("terms", "consequences", "exceptions", "waivers"):
        used = {name for provision in framework.provisions for name in getattr(provision, key)}
        for name in getattr(framework, key):
            if name not in used:
                yield f"[{key}.{name}] is named by no provision; name it or take it out."
    used_sources = {p.source for p in framework.provisions} | {event.source for event in framework.status}
    for name in framework.sources:
        if name not in used_sources:
            yield f"[sources.{name}] is rested on by nothing; use it or take it out."


def _repeated(what: str, values: Iterable[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{what} {value!r} stands {count} times; it must be unique."


def cross_problems(frameworks: Frameworks) -> Iterator[tuple[str, str]]:
    """What is wrong between files, as (framework id, sentence): a citation twice, a pointer to nothing."""
    holders: dict[str, str] = {}
    for framework in frameworks.values():
        for provision in framework.provisions:
            if provision.citation in holders:
                yield framework.id, f"the citation {provision.citation!r} already stands in {holders[provision.citation]}.toml."
            holders.setdefault(provision.citation, framework.id)
    for framework in frameworks.values():
        for other in (*framework.related, *([framework.supersedes] if framework.supersedes else [])):
            if other not in frameworks:
                yield framework.id, f"it points to the framework {other!r}, which does not exist."
        for provision in framework.provisions:
            for citation in provision.related:
                if citation not in holders:
                    yield framework.id, f"provision {provision.id} is related to {citation!r}, which no framework holds."


# --- asking ----------------------------------------------------------------------------------------------------------


def find_framework(frameworks: Frameworks, key: str) -> Framework:
    """The framework of that id. Raises UsageError, with those there are, for an unknown one."""
    if key not in frameworks:
        raise UsageError(f"There is no framework {key!r}. The frameworks are: {', '.join(frameworks)}.")
    return frameworks[key]


def status_at(framework: Framework, on: date) -> Standing:
    """How the instrument stood on that day. An event known only to the year counts from 1 January."""
    standing = Standing.NOT_YET
    for event in framework.status:
        if event.date.first <= on:
            standing = _STANDS_AS.get(event.event, standing)
    return standing


def status_words(framework: Framework, on: date) -> str:
    """``status_at`` in words, with the dates: "in force since 2016-02-18, last amended 2019-12-20"."""
    standing = status_at(framework, on)
    past = [event for event in framework.status if event.date.first <= on]
    since = next((e.date for e in reversed(past) if _STANDS_AS.get(e.event) is standing), None)
    amended = next((e.date for e in reversed(past) if e.event is Event.AMENDED), None)
    words = standing.meaning + (f" since {since}" if since else "")
    return words + (f", last amended {amended}" if amended and standing is Standing.IN_FORCE else "")


def provisions_at(framework: Framework, on: date) -> tuple[Provision, ...]:
    """The provisions that were law on that day in the wording held. None of a bill's."""
    return tuple(p for p in framework.provisions if p.in_force and p.in_force.covers(on))


def for_programme(frameworks: Frameworks, tag: str, list_key: str | None = None, on: date | None = None) -> tuple[Framework, ...]:
    """The instruments that stand behind a tag, exactly as the list writes it.

    With ``list_key`` only those that name that list. With ``on`` only those in force that day; of a text and
    the text that takes its place, the earlier one until the day it is superseded. Empty: the tag is unmapped.
    """
    found = [
        framework
        for framework in frameworks.values()
        if any(p.tag == tag and (list_key is None or list_key in p.lists) for p in framework.programmes)
    ]
    if on is None:
        replaced = {framework.supersedes for framework in found}
        return tuple(framework for framework in found if framework.id not in replaced)
    standing = {framework.id for framework in found if status_at(framework, on) is Standing.IN_FORCE}
    return tuple(framework for framework in found if framework.id in standing and framework.supersedes not in standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """What a programme on a hit means, in words for a report. ``framework`` is None where nothing is mapped to the tag."""

    programme: str
    list: str | None
    framework: str | None
    instrument: str
    citation: str
    sections: str
    consequences: str
    status: str
    verification: str


def legal_basis(frameworks: Frameworks, programmes: Iterable[tuple[str, str | None]], on: date) -> tuple[LegalBasis, ...]:
    """A row for each instrument behind each (tag, list key), in the order given; unmapped tags get a row that says so."""
    rows: list[LegalBasis] = []
    for tag, list_key in dict.fromkeys(programmes):
        behind = for_programme(frameworks, tag, list_key, on)
        rows.extend(_basis(framework, tag, list_key, on) for framework in behind)
        if not behind:
            rows.append(_unmapped(tag, list_key))
    return tuple(rows)


def _basis(framework: Framework, tag: str, list_key: str | None, on: date) -> LegalBasis:
    grounds = [provision for provision in provisions_at(framework, on) if provision.designates]
    names = dict.fromkeys(name for provision in grounds for name in provision.consequences)
    return LegalBasis(
        programme=tag,
        list=list_key,
        framework=framework.id,
        instrument=framework.title,
        citation="; ".join(framework.citations),
        sections=section_ranges(provision.id for provision in grounds),
        consequences=" ".join(_consequence_words(framework.consequences[name]) for name in names),
        status=status_words(framework, on),
        verification=verification_words(framework, tag),
    )


def _unmapped(tag: str, list_key: str | None) -> LegalBasis:
    return LegalBasis(
        programme=tag,
        list=list_key,
        framework=None,
        instrument="unmapped",
        citation="",
        sections="",
        consequences="",
        status="",
        verification=f"No framework stands behind the programme {tag!r}; read the publisher's own description of it.",
    )


def _consequence_words(consequence: Consequence) -> str:
    where = f" ({consequence.citation})" if consequence.citation else ""
    return consequence.text.removesuffix(".") + where + (" [unverified]." if not consequence.verified else ".")


def verification_words(framework: Framework, tag: str | None = None) -> str:
    """How far the file was checked: provisions read, the tag's mapping, a lawyer's review."""
    words = [f"{framework.verified_count} of {len(framework.provisions)} provisions read against a copy of the text"]
    words += [f"programme tag {'verified' if p.verified else 'unverified'}: {p.verification}" for p in framework.programmes if p.tag == tag]
    words.append(framework.reviewed_by if framework.reviewed_by == NOT_REVIEWED else f"reviewed by {framework.reviewed_by}")
    return "; ".join(word.removesuffix(".") for word in words) + "."


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def section_ranges(ids: Iterable[str]) -> str:
    """Section numbers with runs drawn together: "104(a)(1)" … "104(a)(15)" becomes "104(a)(1)–(15)"."""
    runs: list[list[str]] = []
    for section in ids:
        if runs and _follows(runs[-1][-1], section):
            runs[-1].append(section)
        else:
            runs.append([section])
    return ", ".join(f"{run[0]}–({_last(run[-1])[1]})" if len(run) > 2 else ", ".join(run) for run in runs)


def _last(section: str) -> tuple[str, str]:
    """A section's stem and its last bracket: "1(a)(iv)" is ("1(a)", "iv")."""
    stem, bracket, label = section.rpartition("(")
    return (stem, label.removesuffix(")")) if bracket else (section, "")


def _follows(before: str, after: str) -> bool:
    (stem, first), (other, second) = _last(before), _last(after)
    if stem != other or not first or not second:
        return False
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    if first in _ROMAN and second in _ROMAN:
        return _ROMAN.index(second) == _ROMAN.index(first) + 1
    return len(first) == len(second) == 1 and ord(second) == ord(first) + 1
