"""A name's comparable forms: its words, and its Korean reading where it looks Korean.

Two names are as alike as their most alike forms of one scheme. Listed names and asked names go through the
same function, so a spelling that one romanisation loses is lost on both sides.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from sanctions.model import Kind
from sanctions.names.arabic_script import is_arabic_script, vowellings
from sanctions.names.cantonese import cantonese_words
from sanctions.names.chinese import chinese_forms, only_pinyin
from sanctions.names.chinese_tables import FAMILY_OF
from sanctions.names.craft import aircraft_words, ship_words
from sanctions.names.eastern import chinese_from_cyrillic, korean_from_cyrillic
from sanctions.names.hanja import KOREAN_SYLLABLES, hanja_forms
from sanctions.names.inside import body_readings, names_within
from sanctions.names.japanese import is_japanese_family, japanese_body, japanese_forms
from sanctions.names.korean import korean_forms
from sanctions.names.organisations import canonical, literal, unglued
from sanctions.names.persons import natural_order, person_words
from sanctions.names.southeast import burmese_words, indonesian_words
from sanctions.names.text import fold, readings, words
from sanctions.names.translation import translate_segments, translate_words
from sanctions.names.transliteration import own_readings
from sanctions.names.vocabulary import LEGAL, is_small
from sanctions.names.western import nickname_class
from sanctions.patterns import regex

LATIN = "latin"
KOREAN = "korean"
CHINESE = "chinese"
SCHEMES = (LATIN, KOREAN, CHINESE)
SYLLABIC = frozenset({KOREAN, CHINESE})
"""Schemes whose tokens are a family name and syllables, compared in their order."""

_EAST_ASIAN_KINDS = frozenset({Kind.PERSON, Kind.VESSEL, Kind.UNKNOWN})
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
_OWN_SCRIPT = regex("[\uac00-\ud7a3\u3400-\u9fff\uf900-\ufaff]")
_WHOLE_NAME = 3
_MOST_VOWELLINGS = 8
_PRESENTED = regex("[\ufb50-\ufdff\ufe70-\ufefc]+")
"""Arabic letters in the shapes that old encodings have for them."""
_ARABIC_RUN = regex(rf"[{_ARABIC}][{_ARABIC}\u200c\s]*")


class Form(msgspec.Struct, frozen=True):
    """``tokens`` in the name's order. Scheme "latin": words, of organisations with legal form classes ("=ltd"); "korean" and
    "chinese": family name and syllables."""

    scheme: str
    tokens: tuple[str, ...]


@lru_cache(maxsize=8192)
def forms_of(text: str, kind: Kind = Kind.UNKNOWN) -> tuple[Form, ...]:
    """All forms of one name as written; empty if it holds no letter or digit that can be compared."""
    found: list[Form] = []
    text = text if text.isascii() else _PRESENTED.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    for reading in _readings(text, kind):
        for latin in _in_latin(reading, kind):
            if plain := words(latin):
                tokens = person_words(latin) if kind is Kind.PERSON else _body_tokens(plain, reading, kind)
                found += [Form(LATIN, one) for one in tokens]
        if plain and kind in _EAST_ASIAN_KINDS:
            found += [Form(LATIN, one) for one in _other_spellings(plain, reading)]
            found += [Form(KOREAN, one) for one in _korean(plain, reading)]
            found += [Form(CHINESE, one) for one in _chinese(plain, reading)]
    return tuple(dict.fromkeys(found))


def _in_latin(text: str, kind: Kind) -> tuple[str, ...]:
    """The text with what is in Arabic script read: a person's name in every likely way, since the script shows no short vowels.
    So is one in another script with several readings of a word."""
    if text.isascii():
        return (text,)
    if not is_arabic_script(text):
        return own_readings(text)
    most = _MOST_VOWELLINGS if kind in (Kind.PERSON, Kind.UNKNOWN) else 1
    runs = dict.fromkeys(_ARABIC_RUN.findall(text))
    found = [text]
    for run in runs:
        found = [one.replace(run, f" {latin} ", 1) for one in found for latin in vowellings(run)[:most] or ("",)][:most]
    return tuple(found)


def _other_spellings(plain: tuple[str, ...], text: str) -> Iterable[tuple[str, ...]]:
    """The words of a name as its tongue spells it otherwise, where it looks Japanese, Burmese or Indonesian; Cantonese spellings."""
    if not text.isascii():
        return (*japanese_forms(plain, text), *cantonese_words(text))
    natural = natural_order(text)
    return (*japanese_forms(plain, text), *filter(None, (burmese_words(natural), indonesian_words(natural))))


def _korean(plain: tuple[str, ...], text: str) -> Iterable[tuple[str, ...]]:
    forms = korean_forms(plain, text)
    if forms and (family := _told_family(text)):
        forms = korean_forms(plain, text, family=family) or forms
    return forms if text.isascii() else (*forms, *korean_from_cyrillic(text), *hanja_forms(text))


def _chinese(plain: tuple[str, ...], text: str) -> Iterable[tuple[str, ...]]:
    forms = chinese_forms(plain, text)
    if forms and (family := _told_family(text)):
        forms = chinese_forms(plain, text, family=family) or forms
    return forms if text.isascii() else (*forms, *chinese_from_cyrillic(text), *_of_hong_kong(text, forms))


def _of_hong_kong(text: str, forms: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """What a name in Chinese characters reads as when its Cantonese spelling is taken for Pinyin or Wade-Giles, as it is where
    that spelling is all there is."""
    families = {form[0] for form in forms}
    for spelling in cantonese_words(text):
        yield from (form for form in chinese_forms(spelling, family=spelling[0]) if form[0] in families)


@lru_cache(maxsize=8192)
def _told_family(text: str) -> str:
    """The word of two or three that a text says to be the family name: before the comma, in capitals alone, or beside a given
    name with a hyphen ("KIM, Jong Un", "Jong Un KIM", "Kim Jong-un"); "" if it does not say."""
    before, comma, _ = text.partition(",")
    if comma:
        return "".join(words(before))
    parts = text.split()
    capitals = [part for part in parts if len(part) > 1 and part.isupper()]
    if len(capitals) == 1 < len(parts):
        return "".join(words(capitals[0]))
    apart = [part for part in parts if "-" not in part]
    return "".join(words(apart[0])) if len(apart) == 1 and len(parts) == 2 else ""


def _readings(text: str, kind: Kind) -> tuple[str, ...]:
    """Each name that the field holds, with and without its brackets as suits the kind; what is not told is read both ways."""
    names = names_within(text)
    persons = [reading for name in names if kind in (Kind.PERSON, Kind.UNKNOWN) for reading in readings(name)]
    bodies = [reading for name in names if kind is not Kind.PERSON for reading in body_readings(name)]
    return tuple(dict.fromkeys((*persons, *bodies)))


def _body_tokens(plain: tuple[str, ...], reading: str, kind: Kind) -> tuple[tuple[str, ...], ...]:
    """As written and with the words of other tongues in English: a translation must not hide a misspelt name."""
    if kind is Kind.VESSEL:
        return (ship_words(plain),)
    if kind is Kind.AIRCRAFT:
        return (aircraft_words(plain),)
    text = unglued(reading)
    if reading.isascii():
        as_written = english = words(text)
    else:
        as_written = plain
        english = words(_ARABIC_RUN.sub(lambda run: f" {next(iter(vowellings(run.group())), '')} ", translate_segments(text)))
    body: tuple[tuple[str, ...], ...] = (literal(as_written), canonical(translate_words(english or plain)))
    if not reading.isascii() and (society := japanese_body(reading)):
        body = (*body, words(society))
    ship = ship_words(plain) if kind is Kind.UNKNOWN else ()
    return (*body, ship) if ship and len(ship) < len(plain) else body


def signature_text(form: Form) -> str:
    """What a form is found by: its telling words, folded to sound classes and joined by spaces.

    Words that say little (legal forms, titles, particles, initials) are left out unless nothing else is there.
    """
    if form.scheme in SYLLABIC:
        return " ".join(token.replace("-", "") for token in form.tokens)
    telling = [t for t in form.tokens if not is_small(t)] or [t.removeprefix(LEGAL) for t in form.tokens]
    telling = [t for t in telling if len(t) > 1] or telling
    return " ".join(fold(t) for t in telling)


@lru_cache(maxsize=8192)
def surely_syllabic(text: str) -> frozenset[str]:
    """The syllabic schemes that a person's name can hardly be read but by: its own script's; Korean for a family name and two
    syllables that stand in Korean given names, where no word is a given name of another tongue. Names of such a scheme are
    told apart by the syllable, and letters that two syllables share say nothing."""
    plain = words(text)
    if not in_own_script(text) and not all(_may_be_syllable(word, place, plain) for place, word in enumerate(plain)):
        return frozenset()
    return frozenset(
        form.scheme
        for form in forms_of(text, Kind.PERSON)
        if form.scheme in SYLLABIC and (in_own_script(text) or _is_whole(form, len(plain)))
    )


def _may_be_syllable(word: str, place: int, name: tuple[str, ...]) -> bool:
    """Whether nothing says that a word is of another tongue. Lou and Juan are given names elsewhere, and family names before or behind
    two syllables."""
    if is_small(word) or is_japanese_family(word):
        return False
    return not nickname_class(word) or (len(name) == _WHOLE_NAME and place != 1 and word in FAMILY_OF)


def in_own_script(text: str) -> bool:
    """Whether a text holds Hangul or Chinese characters."""
    return not text.isascii() and bool(_OWN_SCRIPT.search(text))


def _is_whole(form: Form, number: int) -> bool:
    """Whether a form of a name of that many words is surely one by syllable: in Chinese two syllables written as one word
    leave room for slips, unless letters that Pinyin alone has tell it; in Korean one syllable alone may be another tongue's."""
    if form.scheme == CHINESE:
        return len(form.tokens) == number or (len(form.tokens) == number + 1 and any(map(only_pinyin, form.tokens)))
    return form.scheme == KOREAN and len(form.tokens) == _WHOLE_NAME and KOREAN_SYLLABLES.issuperset(form.tokens[1:])
