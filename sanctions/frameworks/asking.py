"""Asking frameworks: how an instrument stood on a day, what stands behind a programme, what a report says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from sanctions.dates import PartialDate
from sanctions.errors import UsageError
from sanctions.frameworks.records import NOT_REVIEWED, Consequence, Framework, Frameworks, Provision, StatusEvent
from sanctions.frameworks.words import STANDS_AS, Designation, Event, Standing


def find_framework(frameworks: Frameworks, key: str) -> Framework:
    """The framework of that id. Raises UsageError, with those there are, for an unknown one."""
    if key not in frameworks:
        raise UsageError(f"There is no framework {key!r}. The frameworks are: {', '.join(frameworks)}.")
    return frameworks[key]


def find_law(frameworks: Frameworks, key: str, provision: str | None = None) -> tuple[Framework, Provision | None]:
    """What a person means by a framework's id, a programme tag or a provision's citation; with ``provision`` one of its ids.

    Raises UsageError, with what there is, for what is not held, and for a tag behind which several instruments stand.
    """
    if provision is None:
        for framework in frameworks.values():
            for one in framework.provisions:
                if one.citation == key:
                    return framework, one
    framework = find_framework(frameworks, key) if key in frameworks else _behind_tag(frameworks, key)
    if provision is None:
        return framework, None
    for one in framework.provisions:
        if provision in (one.id, one.citation):
            return framework, one
    ids = ", ".join(one.id for one in framework.provisions)
    raise UsageError(f"{framework.id} has no provision {provision!r}. Its provisions are: {ids}.")


def _behind_tag(frameworks: Frameworks, key: str) -> Framework:
    behind = for_programme(frameworks, key)
    if len(behind) > 1:
        raise UsageError(
            f"Behind the programme {key!r} stand several instruments: {', '.join(one.id for one in behind)}. Name one of them."
        )
    return behind[0] if behind else find_framework(frameworks, key)


def status_at(framework: Framework, on: date) -> Standing:
    """How the instrument stood on that day. An event known only to the year counts from 1 January."""
    standing = Standing.NOT_YET
    for event in framework.status:
        if event.date.first <= on:
            standing = STANDS_AS.get(event.event, standing)
    return standing


def status_words(framework: Framework, on: date) -> str:
    """``status_at`` in words, with the dates: "in force since 2016-02-18, last amended 2019-12-20"."""
    standing = status_at(framework, on)
    past = [event for event in framework.status if event.date.first <= on]
    turned = _turned(past, standing)
    amended = next((event.date for event in reversed(past) if event.event is Event.AMENDED), None)
    if turned is None:
        return standing.meaning
    if standing in (Standing.SUPERSEDED, Standing.EXPIRED):
        was_law = any(event.event is Event.IN_FORCE for event in past)
        return f"{standing.meaning} on {turned}" + ("" if was_law else ", never in force")
    if standing is Standing.ENACTED:
        return f"enacted on {turned}, not yet in force"
    return f"{standing.meaning} since {turned}" + (f", last amended {amended}" if amended else "")


def _turned(past: list[StatusEvent], standing: Standing) -> PartialDate | None:
    """Since when the instrument has stood as it stands: the first of the events at the end that leave it so."""
    since = None
    for event in reversed([event for event in past if event.event in STANDS_AS]):
        if STANDS_AS[event.event] is not standing:
            break
        since = event.date
    return since


def still_counting(frameworks: Frameworks, framework: Framework, on: date) -> Framework | None:
    """The earlier text that was still the law on that day, where this one takes its place only later."""
    earlier = frameworks.get(framework.supersedes or "")
    return earlier if earlier and status_at(earlier, on) is Standing.IN_FORCE else None


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


class LegalBasis(msgspec.Struct, frozen=True, kw_only=True):
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
    grounds = tuple(grounds_of(framework, tag, on))
    return LegalBasis(
        programme=tag,
        list=list_key,
        framework=framework.id,
        instrument=framework.title,
        citation="; ".join(framework.citations),
        sections=section_ranges(provision.id for provision in grounds),
        consequences=consequence_words(framework, grounds),
        status=status_words(framework, on),
        verification=verification_words(framework, tag),
    )


def grounds_of(framework: Framework, tag: str, on: date) -> Iterator[Provision]:
    """The provisions, law on that day, on which somebody can have been given the tag."""
    stems = next((programme.grounds for programme in framework.programmes if programme.tag == tag), ())
    for provision in provisions_at(framework, on):
        if provision.designates and (not stems or provision.id.startswith(stems)):
            yield provision


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


def consequence_words(framework: Framework, grounds: Iterable[Provision]) -> str:
    """What follows from the grounds, each consequence once; mandatory and discretionary grounds apart where there are both."""
    named: dict[Designation, dict[str, None]] = {}
    for provision in grounds:
        named.setdefault(provision.designation, {}).update(dict.fromkeys(provision.consequences))
    parts = []
    for designation, keys in named.items():
        lead = f"On a {designation} ground: " if len(named) > 1 else ""
        parts.append(lead + " ".join(one_consequence(framework.consequences[key]) for key in keys))
    return "\n".join(parts)


def one_consequence(consequence: Consequence) -> str:
    """A consequence as a sentence with its citation, and whether it is unverified."""
    where = f" ({consequence.citation})" if consequence.citation else ""
    return consequence.text.removesuffix(".") + where + (" [unverified]." if not consequence.verified else ".")


def verification_words(framework: Framework, tag: str | None = None) -> str:
    """How far the file was checked, in sentences: provisions read, the tag's mapping, a lawyer's review."""
    words = [f"{framework.verified_count} of {len(framework.provisions)} provisions read against a copy of the text."]
    for programme in framework.programmes:
        if programme.tag == tag:
            words.append(f"Tag {'verified' if programme.verified else 'unverified'}: {programme.verification}")
    words.append("Not yet reviewed by a lawyer." if framework.reviewed_by == NOT_REVIEWED else f"Reviewed by {framework.reviewed_by}.")
    return " ".join(words)


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
