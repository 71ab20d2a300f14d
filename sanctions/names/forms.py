"""A name's comparable forms: its words, and its Korean reading where it looks Korean.

Two names are as alike as their most alike forms of one scheme. Listed names and asked names go through the
same function, so a spelling that one romanisation loses is lost on both sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sanctions.model import Kind
from sanctions.names.arabic import arabic_words
from sanctions.names.arabic_script import vowelled
from sanctions.names.chinese import chinese_forms
from sanctions.names.eastern import chinese_from_cyrillic, korean_from_cyrillic
from sanctions.names.hanja import KOREAN_SYLLABLES, hanja_forms
from sanctions.names.inside import body_readings, names_within
from sanctions.names.korean import korean_forms
from sanctions.names.organisations import canonical, unglued
from sanctions.names.text import fold, readings, words
from sanctions.names.translation import translate_segments, translate_words
from sanctions.names.vocabulary import LEGAL, is_small
from sanctions.names.western import nickname_class, without_generation

LATIN = "latin"
KOREAN = "korean"
CHINESE = "chinese"
SCHEMES = (LATIN, KOREAN, CHINESE)
SYLLABIC = frozenset({KOREAN, CHINESE})
"""Schemes whose tokens are a family name and syllables, compared in their order."""

_EAST_ASIAN_KINDS = frozenset({Kind.PERSON, Kind.VESSEL, Kind.UNKNOWN})
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
_OWN_SCRIPT = re.compile("[\uac00-\ud7a3\u3400-\u9fff\uf900-\ufaff]")
_WHOLE_NAME = 3
_ARABIC_RUN = re.compile(rf"[{_ARABIC}][{_ARABIC}\u200c\s]*")


@dataclass(frozen=True, slots=True)
class Form:
    """``tokens`` in the name's order. Scheme "latin": words, of organisations with legal form classes ("=ltd"); "korean" and
    "chinese": family name and syllables."""

    scheme: str
    tokens: tuple[str, ...]


@lru_cache(maxsize=65536)
def forms_of(text: str, kind: Kind = Kind.UNKNOWN) -> tuple[Form, ...]:
    """All forms of one name as written; empty if it holds no letter or digit that can be compared."""
    found: list[Form] = []
    for reading in _readings(text, kind):
        plain = words(_ARABIC_RUN.sub(lambda run: f" {vowelled(run.group())} ", reading))
        if not plain:
            continue
        if kind is Kind.PERSON:
            plain = without_generation(plain).words
            joined = arabic_words(plain)
            found.append(Form(LATIN, joined))
            if not set(plain).issuperset(joined):  # a slip in a compound is found by the words as they are written
                found.append(Form(LATIN, plain))
        else:
            found.extend(Form(LATIN, tokens) for tokens in _body_tokens(plain, reading))
        if kind in _EAST_ASIAN_KINDS:
            korean = (*korean_forms(plain, reading), *korean_from_cyrillic(reading), *hanja_forms(reading))
            found.extend(Form(KOREAN, tokens) for tokens in korean)
            chinese = (*chinese_forms(plain, reading), *chinese_from_cyrillic(reading))
            found.extend(Form(CHINESE, tokens) for tokens in chinese)
    return tuple(dict.fromkeys(found))


def _readings(text: str, kind: Kind) -> tuple[str, ...]:
    """Each name that the field holds, with and without its brackets as suits the kind; what is not told is read both ways."""
    names = names_within(text)
    persons = [reading for name in names if kind in (Kind.PERSON, Kind.UNKNOWN) for reading in readings(name)]
    bodies = [reading for name in names if kind is not Kind.PERSON for reading in body_readings(name)]
    return tuple(dict.fromkeys((*persons, *bodies)))


def _body_tokens(plain: tuple[str, ...], reading: str) -> tuple[tuple[str, ...], ...]:
    """As written and with the words of other tongues in English: a translation must not hide a misspelt name."""
    as_written = words(unglued(reading)) if reading.isascii() else plain
    return canonical(as_written), canonical(translate_words(words(translate_segments(unglued(reading))) or plain))


def signature_text(form: Form) -> str:
    """What a form is found by: its telling words, folded to sound classes and joined by spaces.

    Words that say little (legal forms, titles, particles, initials) are left out unless nothing else is there.
    """
    if form.scheme in SYLLABIC:
        return " ".join(token.replace("-", "") for token in form.tokens)
    telling = [t for t in form.tokens if not is_small(t)] or [t.removeprefix(LEGAL) for t in form.tokens]
    telling = [t for t in telling if len(t) > 1] or telling
    return " ".join(fold(t) for t in telling)


@lru_cache(maxsize=65536)
def surely_syllabic(text: str) -> frozenset[str]:
    """The syllabic schemes that a person's name can hardly be read but by: its own script's; Korean for a family name and two
    syllables that stand in Korean given names, where no word is a given name of another tongue. Names of such a scheme are
    told apart by the syllable, and letters that two syllables share say nothing."""
    schemes = {form.scheme for form in forms_of(text, Kind.PERSON) if form.scheme in SYLLABIC and _whole(form)}
    plain = words(text)
    if not in_own_script(text) and (len(plain) < _WHOLE_NAME or any(map(nickname_class, plain))):
        schemes.discard(CHINESE)  # two syllables written as one word leave room for slips
        if any(map(nickname_class, plain)):
            schemes.discard(KOREAN)
    return frozenset(schemes)


def in_own_script(text: str) -> bool:
    """Whether a text holds Hangul or Chinese characters."""
    return bool(_OWN_SCRIPT.search(text))


def _whole(form: Form) -> bool:
    return form.scheme == CHINESE or (len(form.tokens) == _WHOLE_NAME and KOREAN_SYLLABLES.issuperset(form.tokens[1:]))
