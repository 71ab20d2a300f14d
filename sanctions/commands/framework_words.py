"""How the law held as data reads on a terminal: the table of frameworks, one framework in full, one provision by itself."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # reading frameworks is for the body: the group's help must not wait for it
    from sanctions.frameworks import Element, Framework, Provision

WIDTH = 100
NO_ADVICE = "A guide in our own words, not legal advice: the text of the instrument decides."
_LONGEST_TAG = 26


def table_lines(rows: list[dict[str, Any]]) -> Iterator[str]:
    """The frameworks as ``list`` shows them; tags that do not fit go on below."""
    cells = [["ID", "TITLE", "LAW OF", "STATUS", "READ"], *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    tags = ["TAGS", *(", ".join(_short(programme["tag"]) for programme in row["programmes"]) for row in rows)]
    for line, last in zip(cells, tags, strict=True):
        lead = "".join(cell.ljust(width) + "  " for cell, width in zip(line, widths, strict=True))
        wrapped = textwrap.wrap(last, max(WIDTH - len(lead), _LONGEST_TAG)) or [""]
        yield (lead + wrapped[0]).rstrip()
        yield from (" " * len(lead) + more for more in wrapped[1:])
    if any(row["overlay"] for row in rows):
        yield "* your own"


def _cells(row: dict[str, Any]) -> list[str]:
    mark, status = " *" if row["overlay"] else "", row["status"].replace("_", " ")
    return [row["id"] + mark, row["short_title"], row["jurisdiction"], status, f"{row['verified']}/{row['provisions']}"]


def _short(tag: str) -> str:
    return textwrap.shorten(tag, _LONGEST_TAG, placeholder=" …")


def framework_lines(framework: Framework, on: date, earlier: Framework | None) -> Iterator[str]:
    """One framework in full. ``earlier``: the text that was still the law on that day in place of this one's."""
    from sanctions.frameworks import status_words, verification_words

    yield from _wrapped(framework.title)
    yield "=" * min(len(framework.title), WIDTH)
    yield from _field("Id", framework.id + (" (your own)" if framework.overlay else ""))
    yield from _field("Law of", framework.jurisdiction_name)
    yield from _field("Citations", "; ".join(framework.citations))
    yield from _field("Status", f"{status_words(framework, on)} (as of {on})")
    for event in framework.status:
        words = f"{event.date!s:<10}  {event.event.replace('_', ' ')}" + (f", {event.by}" if event.by else "")
        yield from _wrapped(words + (f" ({event.note})" if event.note else "") + ("" if event.verified else " [unverified]"), 14, 26)
    yield from _earlier_lines(earlier, on)
    for programme in framework.programmes:
        state = "" if programme.verified else " [unverified]"
        yield from _field("Programme", f"[{programme.tag}] on {', '.join(programme.lists)}{state}. {programme.verification}")
    yield from _field("Checked", verification_words(framework))
    yield from ("", *_wrapped(framework.summary), "", *_wrapped(framework.scope), "", *_wrapped(NO_ADVICE))
    told: dict[tuple[str, ...], str] = {}
    for provision in framework.provisions:
        yield from ("", *_provision_lines(framework, provision, on, told))
    yield from _appendix(framework)


def _earlier_lines(earlier: Framework | None, on: date) -> Iterator[str]:
    """That an earlier text was still the law on that day."""
    if earlier:
        yield from _wrapped(f"On {on} the text that counted was an earlier one: see {earlier.id}.", 14, 14)


def provision_lines(framework: Framework, provision: Provision, on: date, earlier: Framework | None) -> Iterator[str]:
    """One provision by itself, with its exceptions, waivers and terms in full."""
    head = f"{provision.citation}  {provision.title}"
    yield from _wrapped(head)
    yield "=" * min(len(head), WIDTH)
    yield from _field("Instrument", f"{framework.title} ({framework.id})")
    yield from _earlier_lines(earlier, on)
    yield from _rule_lines(provision)
    yield from _consequence_lines(framework, provision, {})
    for label, names, held in (
        ("Exceptions", provision.exceptions, framework.exceptions),
        ("Waivers", provision.waivers, framework.waivers),
    ):
        for number, name in enumerate(names):
            yield from _field("" if number else label, "- " + _cited(held[name].text, held[name].citation), hang=2)
    for number, name in enumerate(provision.terms):
        term = framework.terms[name]
        yield from _field("" if number else "Terms", f"- {name.replace('_', ' ')}: " + _cited(term.meaning, term.citation), hang=2)
    yield from _state_lines(framework, provision, on)
    source = framework.sources[provision.source]
    yield from _field("Source", f"{source.title}: {source.locator}. Read: {source.read}.")
    yield from ("", *_wrapped(NO_ADVICE))


def _provision_lines(framework: Framework, provision: Provision, on: date, told: dict[tuple[str, ...], str]) -> Iterator[str]:
    """One of many; consequences that an earlier one has in the same words (``told``: which → where) are referred to."""
    head = f"{provision.id}  {provision.title}"
    yield from _wrapped(head)
    yield "-" * min(len(head), WIDTH)
    yield from _field("Citation", provision.citation)
    yield from _rule_lines(provision)
    yield from _consequence_lines(framework, provision, told)
    for label, names in (("Exceptions", provision.exceptions), ("Waivers", provision.waivers), ("Terms", provision.terms)):
        if names:
            yield from _field(label, ", ".join(name.replace("_", " ") for name in names))
    yield from _state_lines(framework, provision, on)


def _rule_lines(provision: Provision) -> Iterator[str]:
    yield from _field("Kind", f"{provision.designation}: {provision.designation.meaning}")
    yield from _field("Reaches", provision.reaches)
    yield from _field("In short", provision.criterion)
    yield from _field("Mind", provision.mental_state.meaning)
    for number, element in enumerate(provision.elements, 1):
        yield from _field("Questions" if number == 1 else "", f"{number}. ({element.kind}) {_question(element)}", hang=3)


def _question(element: Element) -> str:
    told = not element.undefined or "not define" in element.question
    return element.question + ("" if told else f' Nothing read defines "{element.undefined}".')


def _state_lines(framework: Framework, provision: Provision, on: date) -> Iterator[str]:
    if provision.related:
        yield from _field("See also", "; ".join(provision.related))
    yield from _field("In force", _period_words(provision, on))
    read = "read against the text" if provision.verified else "NOT VERIFIED"
    yield from _field("Checked", f"{read}. {provision.verification} Source: {framework.sources[provision.source].title}.")


def _consequence_lines(framework: Framework, provision: Provision, told: dict[tuple[str, ...], str]) -> Iterator[str]:
    from sanctions.frameworks import one_consequence

    if provision.consequences in told:
        yield from _field("What follows", f"as under {told[provision.consequences]}")
        return
    for number, name in enumerate(provision.consequences):
        yield from _field("" if number else "What follows", f"- {one_consequence(framework.consequences[name])}", hang=2)
    if provision.consequences:
        told[provision.consequences] = provision.citation


def _period_words(provision: Provision, on: date) -> str:
    period = provision.in_force
    if period is None:
        return "never law"
    words = f"from {period.start}" + (f" to {period.end}" if period.end else "") + (f" ({period.note})" if period.note else "")
    return words if period.covers(on) else f"{words}: NOT LAW on {on}"


def _appendix(framework: Framework) -> Iterator[str]:
    """Terms, exceptions, waivers and sources, each once, after all provisions."""
    for heading, entries in (("Terms", framework.terms), ("Exceptions", framework.exceptions), ("Waivers", framework.waivers)):
        yield from _entries(heading, {name: (e.meaning if hasattr(e, "meaning") else e.text, e.citation) for name, e in entries.items()})
    yield from _entries("Sources", {name: (f"{s.title}. Read: {s.read}.", s.locator) for name, s in framework.sources.items()})


def _entries(heading: str, entries: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    if not entries:
        return
    yield from ("", heading, "-" * len(heading))
    for name, (text, citation) in entries.items():
        yield from _wrapped(f"{name.replace('_', ' ')}: {_cited(text, citation)}", 0, 4)


def _cited(text: str, citation: str) -> str:
    return text + (f" ({citation})" if citation else "")


def _field(label: str, text: str, hang: int = 0) -> Iterator[str]:
    return _wrapped(f"{label:<14}{text}", 0, 14 + hang)


def _wrapped(text: str, indent: int = 0, hang: int = 0) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * hang, break_on_hyphens=False)
