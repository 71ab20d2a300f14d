"""Whole names of bodies and ships laid side by side where words say little: written together, cut to fit a field, an acronym.

`alignment` compares word by word. These three relations are seen on the whole name only, each with its own cost;
``names.keys`` has the keys by which such names are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sanctions.matching.alignment import Alignment, Step
from sanctions.model import Kind
from sanctions.names.acronyms import acronym_of, as_acronym, explains, holding_initials, initials_alone, long_initials, with_initials
from sanctions.names.inside import body_readings, names_within
from sanctions.names.keys import LEAST_CUT, LEAST_WHOLE, beginning, words_of_form
from sanctions.names.organisations import canonical, unglued
from sanctions.names.text import words
from sanctions.names.vocabulary import is_small
from sanctions.patterns import regex

TOGETHER = 0.03
"""The cost of spaces alone."""

CUT, CUT_EARLY = 0.08, 0.14
"""The cost of a cut name: with eight telling letters left of it or more, and with fewer."""

FIELD = range(30, 37)
"""Characters of a name that may have been cut between words: fields of payment messages hold 35, and some books 30 or 32."""

_PLAIN = 4
_TELLING, _LEAST_TELLING = 8, 5
_LEAST_INSIDE = 22

ACRONYM = {3: 0.32, 4: 0.24}
"""The cost of an acronym against its name by its letters: three fit many names and never alert alone, nor four that are made with
joining words or the legal form. Measured on the SEC's 7,919 registrants and 2,500 of the Korea Exchange: three letters fit some name on
the SDN or the UN's list in 247 cases, four in 8, of which none is the initials of all telling words and of nothing else."""
ACRONYM_PLAIN, ACRONYM_LONG, BLEND = 0.15, 0.13, 0.16

WITHIN = 0.12
"""The cost of initials within a name whose other words all agree (Real IRA). Of the SEC's 7,919 registrants and 2,500 of the Korea
Exchange none alerts by it."""

_OWNERS = regex("['’]s?\\b")
"""An apostrophe makes a word, not an acronym (Macy's)."""


@lru_cache(maxsize=8192)
def whole_names(asked: str, listed: str, kind: Kind) -> Alignment | None:
    """The best of the three relations between two names, or None. Symmetric."""
    if kind is Kind.PERSON:
        return None
    found = [step for a in _readings(asked) for b in _readings(listed) for step in _relations(a, b, kind)]
    if not found:
        return None
    best = min(found, key=lambda step: step.cost)
    return Alignment(1.0 - best.cost, (best,))


def _readings(text: str) -> tuple[str, ...]:
    return tuple(reading for name in names_within(text) for reading in body_readings(name))


def _relations(asked: str, listed: str, kind: Kind) -> Iterator[Step]:
    one, two = words(unglued(asked)), words(unglued(listed))
    left, right = "".join(one), "".join(two)
    if left == right and one != two and len(left) >= LEAST_WHOLE:
        yield Step("joined", asked, listed, TOGETHER)
    elif min(len(left), len(right)) >= LEAST_CUT and left != right:
        if left.startswith(right):
            yield from _cut(listed, two, one, asked, listed)
        elif right.startswith(left):
            yield from _cut(asked, one, two, asked, listed)
    if kind not in (Kind.VESSEL, Kind.AIRCRAFT):
        yield from _acronym(one, two, asked, listed)


def _cut(short: str, one: tuple[str, ...], two: tuple[str, ...], asked: str, listed: str) -> Iterator[Step]:
    """``one`` is the beginning of ``two``: a cut inside a word, or between words where a field ends. Of a legal form that ``two``
    begins with no word tells, though ``one`` may end inside it."""
    between = one == two[: len(one)]
    long_enough = len(short.strip()) in FIELD if between else len(short.strip()) >= _LEAST_INSIDE
    tokens = canonical(two)
    if not long_enough or beginning(one, canonical(one)) != beginning(two, tokens):  # which no key would find
        return
    telling = sum(len(token) for token in canonical(one[words_of_form(two, tokens) :]) if not is_small(token))
    if telling >= _LEAST_TELLING:
        yield Step("cut", asked, listed, CUT if telling >= _TELLING else CUT_EARLY)


def _acronym(one: tuple[str, ...], two: tuple[str, ...], asked: str, listed: str) -> Iterator[Step]:
    for short, long, text in ((one, two, asked), (two, one, listed)):
        brief, full = canonical(short), canonical(long)
        if holding_initials(brief, text) in with_initials(full):
            yield Step("acronym", asked, listed, WITHIN)
        acronym = as_acronym(brief)
        if not acronym or acronym in long or _OWNERS.search(text):
            continue
        if acronym in acronym_of(full) | acronym_of(long):
            plain = len(acronym) == _PLAIN and initials_alone(acronym, full)
            yield Step("acronym", asked, listed, ACRONYM_PLAIN if plain else ACRONYM.get(len(acronym), ACRONYM_LONG))
        elif explains(acronym, full) or acronym in long_initials(long):
            yield Step("acronym", asked, listed, BLEND)
