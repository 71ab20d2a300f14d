"""Names as they reach an officer: misspelt, reordered, abbreviated, joined, titled. One class a way of going wrong.

A class changes what its sentence says and nothing else, and the same name, seed and class always give the same
change. They are the manipulated names that regulators' test houses and the Wolfsberg guidance of 2019 ask for
(exact names, then names changed by a known rule, with the recall of each rule published). None looks at how names
are compared: a measure must not know what it measures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from hashlib import blake2b

import msgspec

from sanctions.matching import respellings
from sanctions.model import Entity, Kind

LEAST_LETTERS = 8
"""One slip in a name of fewer letters leaves too little to tell it by: such names make a class of their own."""

LONG = 14
"""Letters from which a name can bear two slips."""

FIELD = 35
"""Letters of a payment message's name line (SWIFT MT field 50 and 59: lines of 35 characters)."""

Change = Callable[[str, Entity, random.Random], str | None]

_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"[^\s,]+")
_VOWELS = "aeiou"
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_BODIES = frozenset({Kind.ORGANISATION, Kind.COMPANY, Kind.UNKNOWN})
_FAMILY_FIRST = frozenset("KP KR CN TW HK MO VN MM KH SG".split())
"""Where the words after the family name are syllables of one given name: none of them is a middle name."""


class Manipulation(msgspec.Struct, frozen=True):
    """``goal``: the share of such names that should alert, None where no more than a figure is wanted.

    ``birth_year``: the asked party also has the year of birth that the list gives.
    """

    name: str
    doc: str
    goal: float | None
    change: Change
    birth_year: bool = False


MANIPULATIONS: dict[str, Manipulation] = {}


def _class(name: str, goal: float | None = None, *, birth_year: bool = False) -> Callable[[Change], Change]:
    def register(change: Change) -> Change:
        assert change.__doc__, f"the class {name} needs its sentence"
        MANIPULATIONS[name] = Manipulation(name, " ".join(change.__doc__.split()), goal, change, birth_year)
        return change

    return register


def manipulate(name: str, entity: Entity, manipulation: str, seed: int = 0) -> str | None:
    """The name changed by a class; None where the class has nothing to change in it (no middle word to drop).

    Deterministic: the same arguments give the same change, whatever was asked before. Raises KeyError for an
    unknown class.
    """
    key = f"{seed}:{manipulation}:{entity.id}:{name}".encode()
    chance = random.Random(int.from_bytes(blake2b(key, digest_size=8).digest(), "big"))  # noqa: S311 - for samples, not secrets
    changed = MANIPULATIONS[manipulation].change(name, entity, chance)
    if changed is None or not any(map(str.isalnum, changed)):
        return None
    return changed if changed != name or manipulation == "as_published" else None


def letters(text: str) -> int:
    """How many Latin letters the text has."""
    return sum(map(len, _WORD.findall(text)))


@_class("as_published", 1.0)
def _as_published(name: str, entity: Entity, chance: random.Random) -> str | None:
    """The name exactly as the list has it: the control."""
    return name


def _edit(name: str, chance: random.Random, change: Callable[[str, int], str | None], *, least: int = LEAST_LETTERS) -> str | None:
    """One letter's change inside a word of four letters or more, at a place where ``change`` gives one."""
    if letters(name) < least:
        return None
    places = [place for found in _WORD.finditer(name) if len(found[0]) >= 4 for place in range(found.start(), found.end())]
    chance.shuffle(places)
    return next((changed for place in places if (changed := change(name, place)) and changed.casefold() != name.casefold()), None)


def _like(letter: str, model: str) -> str:
    return letter.upper() if model.isupper() else letter.lower()


def _other(letter: str, among: str, chance: random.Random) -> str:
    return _like(chance.choice([one for one in among if one != letter.lower()]), letter)


@_class("transposed", 0.99)
def _transposed(name: str, entity: Entity, chance: random.Random) -> str | None:
    """Two neighbouring letters of one word exchanged."""

    def swap(text: str, at: int) -> str | None:
        pair = text[at : at + 2]
        return text[:at] + _like(pair[1], pair[0]) + _like(pair[0], pair[1]) + text[at + 2 :] if len(pair) == 2 and pair.isalpha() else None

    return _edit(name, chance, swap)


@_class("deleted", 0.99)
def _deleted(name: str, entity: Entity, chance: random.Random) -> str | None:
    """One letter left out."""
    return _edit(name, chance, lambda text, at: text[:at] + text[at + 1 :])


@_class("inserted", 0.99)
def _inserted(name: str, entity: Entity, chance: random.Random) -> str | None:
    """One letter too many, after any letter of a word."""
    return _edit(name, chance, lambda text, at: text[: at + 1] + _other(text[at], _VOWELS + _CONSONANTS, chance) + text[at + 1 :])


@_class("doubled", 0.99)
def _doubled(name: str, entity: Entity, chance: random.Random) -> str | None:
    """One letter written twice."""
    return _edit(name, chance, lambda text, at: text[: at + 1] + text[at:])


@_class("substituted", 0.99)
def _substituted(name: str, entity: Entity, chance: random.Random) -> str | None:
    """One letter replaced by another, anywhere but at a word's beginning."""

    def replace(text: str, at: int) -> str | None:
        inside = at > 0 and text[at - 1].isalpha()
        return text[:at] + _other(text[at], _VOWELS + _CONSONANTS, chance) + text[at + 1 :] if inside else None

    return _edit(name, chance, replace)


@_class("first_letter", 0.99)
def _first_letter(name: str, entity: Entity, chance: random.Random) -> str | None:
    """The first letter of a word replaced by another consonant: what searches by first letter never find."""

    def replace(text: str, at: int) -> str | None:
        first = at == 0 or not text[at - 1].isalpha()
        return text[:at] + _other(text[at], _CONSONANTS, chance) + text[at + 1 :] if first else None

    return _edit(name, chance, replace)


@_class("vowel", 0.99)
def _vowel(name: str, entity: Entity, chance: random.Random) -> str | None:
    """One vowel replaced by another."""

    def replace(text: str, at: int) -> str | None:
        return text[:at] + _other(text[at], _VOWELS, chance) + text[at + 1 :] if text[at].lower() in _VOWELS else None

    return _edit(name, chance, replace)


_SLIPS = ("transposed", "deleted", "inserted", "doubled", "substituted", "vowel")


@_class("two_edits", 0.97)
def _two_edits(name: str, entity: Entity, chance: random.Random) -> str | None:
    """Two slips of any of these kinds in a name of fourteen letters or more."""
    if letters(name) < LONG:
        return None
    once = MANIPULATIONS[chance.choice(_SLIPS)].change(name, entity, chance)
    twice = once and MANIPULATIONS[chance.choice(_SLIPS)].change(once, entity, chance)
    return twice if twice and twice.casefold() != name.casefold() else None


@_class("short_name")
def _short_name(name: str, entity: Entity, chance: random.Random) -> str | None:
    """One slip in a name of four to seven letters, where a slip and a stranger look alike."""
    if not 4 <= letters(name) < LEAST_LETTERS:
        return None
    return _edit(name, chance, lambda text, at: text[:at] + _other(text[at], _VOWELS + _CONSONANTS, chance) + text[at + 1 :], least=4)


def _tokens(name: str) -> list[str]:
    return _TOKEN.findall(name)


@_class("swapped_words", 0.99)
def _swapped_words(name: str, entity: Entity, chance: random.Random) -> str | None:
    """The words in another order; the comma after a family name left out."""
    tokens = _tokens(name)
    if len(tokens) < 2 or not _natural(name):
        return None
    if len(tokens) == 2:
        return " ".join(reversed(tokens))
    mixed = tokens[:]
    while mixed == tokens:
        at, to = chance.sample(range(len(tokens)), 2)
        mixed[at], mixed[to] = mixed[to], mixed[at]
    return " ".join(mixed)


def _natural(name: str) -> bool:
    """Whether every word can stand anywhere: no brackets, no quotation marks, no patronymic chain (X bin Y is not Y bin X)."""
    return not re.search(r"[()\[\]\"“”]|\b(?:bin|bint|ibn|ben|ould|oglu|kizi|abu|al|de|von|van)\b", name, re.IGNORECASE)


@_class("dropped_middle", 0.97)
def _dropped_middle(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A person's middle name left out."""
    tokens = _tokens(name)
    if entity.kind is not Kind.PERSON or len(tokens) < 3 or {link.code for link in entity.countries} & _FAMILY_FIRST or not _natural(name):
        return None
    family, comma, _ = name.partition(",")  # "FAMILY FAMILY, Given Middle": the family names and the given name stay
    middle = range(len(_tokens(family)) + 1, len(tokens)) if comma else range(1, len(tokens) - 1)
    return _drop_one(name, tokens, middle, chance)


@_class("dropped_word")
def _dropped_word(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A word between the first and the last left out of an organisation's name of four words or more: it may be another's, then."""
    tokens = _tokens(name)
    if entity.kind not in _BODIES or len(tokens) < 4 or not _natural(name):
        return None
    return _drop_one(name, tokens, range(1, len(tokens) - 1), chance)


def _drop_one(name: str, tokens: list[str], places: range, chance: random.Random) -> str | None:
    """The name without one of these words, if it has four letters or more and is not the second half of "Abdul …"."""
    droppable = [at for at in places if len(tokens[at]) >= 4 and tokens[at].isalpha() and not tokens[at - 1].lower().startswith("abd")]
    return _without(name, tokens[chance.choice(droppable)]) if droppable else None


def _without(name: str, token: str) -> str:
    at = name.index(token)
    return " ".join((name[:at] + name[at + len(token) :]).split())


@_class("extra_word", 0.95)
def _extra_word(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A word too many: a second given name before the last word, or of others an ordinary word of business at the end."""
    tokens = _tokens(name)
    if len(tokens) < 2 or letters(name) < LEAST_LETTERS:
        return None
    if entity.kind is Kind.PERSON:
        extra = _cased(chance.choice(respellings.GIVEN_NAMES), tokens[-1])
        return f"{name} {extra}" if "," in name else " ".join([*tokens[:-1], extra, tokens[-1]])
    return f"{name} {_cased(chance.choice(respellings.BUSINESS_WORDS), tokens[-1])}" if entity.kind in _BODIES else None


def _cased(word: str, model: str) -> str:
    return word.upper() if model.isupper() else word.title()


@_class("initials")
def _initials(name: str, entity: Entity, chance: random.Random) -> str | None:
    """Given names cut to initials, the family name whole ("KIM, W. H."): alone it says little."""
    family, comma, given = name.partition(",")
    if entity.kind is not Kind.PERSON or not comma or letters(family) < 3:
        return None
    tokens = [token for token in _tokens(given) if token[0].isalpha()]
    return f"{family}, {' '.join(f'{token[0]}.' for token in tokens)}" if tokens and all(map(str.isascii, tokens)) else None


_class("initials_birth", 0.95, birth_year=True)(_initials)


@_class("joined", 0.97)
def _joined(name: str, entity: Entity, chance: random.Random) -> str | None:
    """Two neighbouring words written as one."""
    joints = [found.start() for found in re.finditer(r"(?<=[A-Za-z]) (?=[A-Za-z])", name)]
    if not joints or letters(name) < LEAST_LETTERS:
        return None
    at = chance.choice(joints)
    return name[:at] + name[at + 1 :]


@_class("split", 0.97)
def _split(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A word of six letters or more written as two."""
    long_words = [found for found in _WORD.finditer(name) if len(found[0]) >= 6]
    if not long_words or letters(name) < LEAST_LETTERS:
        return None
    found = chance.choice(long_words)
    at = chance.randrange(found.start() + 2, found.end() - 1)
    return f"{name[:at]} {name[at:]}"


@_class("punctuation", 0.99)
def _punctuation(name: str, entity: Entity, chance: random.Random) -> str | None:
    """Commas, hyphens, dots and apostrophes left out, or hyphens and dots between the words where there were none."""
    if re.search(r"[-,.'’]", name):
        return " ".join(re.sub(r"[.'’]", "", re.sub(r"[-,]", " ", name)).split())
    return name.replace(" ", chance.choice(["-", " - ", ". ", "  "])) if " " in name else None


@_class("diacritics", 0.99)
def _diacritics(name: str, entity: Entity, chance: random.Random) -> str | None:
    """Marks on up to three letters."""
    places = [at for at, letter in enumerate(name) if letter.lower() in respellings.MARKED]
    if not places:
        return None
    marked = list(name)
    for at in chance.sample(places, min(3, len(places))):
        marked[at] = _like(chance.choice(respellings.MARKED[name[at].lower()]), name[at])
    return "".join(marked)


@_class("look_alikes", 0.99)
def _look_alikes(name: str, entity: Entity, chance: random.Random) -> str | None:
    """Up to three Latin letters replaced by Cyrillic ones that look the same: a way round filters, not a slip."""
    places = [at for at, letter in enumerate(name) if letter in respellings.LOOK_ALIKES]
    if not places:
        return None
    changed = list(name)
    for at in chance.sample(places, min(3, len(places))):
        changed[at] = respellings.LOOK_ALIKES[name[at]]
    return "".join(changed)


@_class("title", 0.99)
def _title(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A title before a person's name, a prefix before a ship's."""
    titles = {Kind.PERSON: respellings.TITLES, Kind.VESSEL: respellings.SHIP_PREFIXES}.get(entity.kind)
    return f"{chance.choice(titles)} {name}" if titles else None


def _by_table(table: dict[str, tuple[str, ...]], name: str, chance: random.Random) -> str | None:
    """The first phrase of the table that the name holds as whole words, replaced by one of its others; "" leaves it out."""
    found = _phrases(tuple(table)).search(name)
    if not found:
        return None
    instead = chance.choice(table[found[0].lower()])
    return " ".join(
        (name[: found.start()] + _as_written(instead, found[0] if found[0][0].isalpha() else name) + name[found.end() :]).split()
    ).rstrip(" ,")


@cache
def _phrases(known: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _as_written(phrase: str, model: str) -> str:
    return phrase.upper() if model.isupper() else phrase.title() if model.istitle() else phrase


@_class("legal_form", 0.99)
def _legal_form(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A legal form abbreviated, written out, dotted, replaced by another country's form of its kind, or left out."""
    return _by_table(respellings.LEGAL_FORMS, name, chance) if entity.kind in _BODIES else None


@_class("abbreviation", 0.97)
def _abbreviation(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A common word of organisations' names abbreviated, or its abbreviation written out; "and" as "&"."""
    return _by_table(respellings.ABBREVIATIONS, name, chance) if entity.kind in _BODIES else None


@_class("number_word", 0.97)
def _number_word(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A number in words for digits, in digits or Roman numerals for words."""
    return _by_table(respellings.NUMBERS, name, chance)


@_class("british_american", 0.99)
def _british_american(name: str, entity: Entity, chance: random.Random) -> str | None:
    """British spelling for American, or the reverse."""
    return _by_table(respellings.BRITISH_AMERICAN, name, chance)


@_class("place_spelling", 0.95)
def _place_spelling(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A country or town as another language spells it."""
    return _by_table(respellings.PLACES, name, chance)


@_class("phonetic", 0.97)
def _phonetic(name: str, entity: Entity, chance: random.Random) -> str | None:
    """One group of letters written as another that sounds the same."""
    if letters(name) < LEAST_LETTERS:
        return None
    long_words = [(word.start(), word.end()) for word in _WORD.finditer(name) if len(word[0]) >= 4]
    found = [
        (match, instead)
        for pattern, instead in respellings.SOUNDS_ALIKE
        for match in re.finditer(pattern, name, re.IGNORECASE)
        if any(start <= match.start() and match.end() <= end for start, end in long_words)
    ]
    if not found:
        return None
    match, instead = chance.choice(found)
    return name[: match.start()] + _like(instead, match[0]) + name[match.end() :]


@_class("cut", 0.9)
def _cut(name: str, entity: Entity, chance: random.Random) -> str | None:
    """A name of 38 to 52 characters cut off at 35, as a payment message's line cuts it."""
    return name[:FIELD].rstrip() if FIELD + 2 < len(name) <= FIELD * 3 // 2 else None
