"""Listed names in a document: every window that could be a name is screened, overlapping mentions are merged.

A window of two words or more is compared as a name that somebody asks about. One word alone is a mention only if a
listed name is that word exactly, is rare, and is not a weak alias; or if it is a whole name in a script that writes names
without spaces: a person's in Hangul or Chinese characters, or an organisation's whose words are known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sanctions.matching.compare import NAME_POINTS
from sanctions.model import Hit, Kind, Name, Party, Quality
from sanctions.names.forms import LATIN, forms_of
from sanctions.names.text import words
from sanctions.names.vocabulary import LEGAL, commonness, is_small, weight
from sanctions.patterns import regex
from sanctions.scanning.candidates import Candidates
from sanctions.scanning.han import HanNames
from sanctions.scanning.text import Document, Passage
from sanctions.scanning.unmatched import Unmatched, unmatched
from sanctions.scanning.windows import Window, windows
from sanctions.screening import Screener, asked_forms

LEAST = 0.86
"""Least score of a mention: a text has many more names than a book, and nobody meant them as questions."""

LEAST_SYLLABLES, LEAST_SYLLABIC = 3, 0.92
"""Fewest syllables and least score of a person in Hangul or Chinese characters: three are a whole name, or any noun."""

LEAST_TELLING = 1.5
"""What the words of a window must tell together (names.vocabulary.weight) where a longer name may stand around it."""

LEAST_LETTERS = 4
"""Fewest letters of a mention that is one word."""

MOST_COMMON = 2
"""How common the words of a listed name of one word may be (names.vocabulary.commonness)."""

_BESIDE = 0.04
"""Another entry on the same words is told, too, if it scores no less than this below the best."""

_A_SHIP = regex(r"\b(?:m/?v|m/?t|vessels?|ships?|tankers?|freighters?|carriers?|ferry|trawlers?|boats?)[ “\"'«]+$", re.IGNORECASE)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A listed name in the text. ``start`` is the offset of its first character in the document's text."""

    text: str
    sentence: str
    passage: Passage
    start: int
    hit: Hit


class Scan(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one document; ``windows`` counts the stretches of text that were compared."""

    document: Document
    mentions: tuple[Mention, ...]
    unmatched: tuple[Unmatched, ...]
    windows: int


class _Place(msgspec.Struct, frozen=True):
    passage: Passage
    offset: int
    sentence: str
    window: Window

    @property
    def start(self) -> int:
        return self.passage.start + self.offset + self.window.start

    @property
    def end(self) -> int:
        return self.start + len(self.window.text)


class Finder:
    """Finds listed names in documents; what it learnt of a name it keeps for the next document."""

    def __init__(self, screener: Screener, *, least: float = LEAST) -> None:
        self.screener = screener
        self.least = least
        self._known: dict[str, tuple[Hit, ...]] = {}
        self._worthy: dict[str, bool] = {}
        self._candidates = Candidates(screener.index)
        written_as_one = list(_names_without_space(screener))
        self._han = HanNames((name for name, _ in written_as_one if not name.isascii()), self._candidates.is_person)
        self._alone: dict[str, set[int]] = {}
        for word, number in (*self._candidates.of_one_word(), *((" ".join(words(name)), number) for name, number in written_as_one)):
            self._alone.setdefault(word, set()).add(number)

    def scan(self, document: Document) -> Scan:
        """Every mention in the document, in its order."""
        lower = Counter(word for passage in document.passages for word in passage.text.split() if word.islower())
        compared = 0
        found: list[tuple[_Place, tuple[Hit, ...]]] = []
        for place in self._places(document):
            compared += 1
            if hits := self._hits(place, lower):
                found.append((place, hits))
        mentions = tuple(_merged(found))
        return Scan(document=document, mentions=mentions, unmatched=tuple(unmatched(document, _covered(mentions))), windows=compared)

    def _places(self, document: Document) -> Iterator[_Place]:
        for passage in document.passages:
            for offset, sentence in passage.sentences():
                for window in windows(sentence, self._worth):
                    yield _Place(passage, offset, sentence, window)
                for window in self._han.windows(sentence):
                    yield _Place(passage, offset, sentence, window)

    def _worth(self, word: str) -> bool:
        found = self._worthy.get(word)
        if found is None:
            found = self._worthy[word] = self._candidates.could_stand_in_a_name(word)
        return found

    def _hits(self, place: _Place, lower: Counter[str]) -> tuple[Hit, ...]:
        """What is listed under the name in that place."""
        window = place.window
        if window.words > 1:
            if window.inside and sum(map(weight, words(window.text))) < LEAST_TELLING:
                return ()
            return self._compared(window.text)
        if not window.text.isascii() and not window.text[0].isupper():
            return self._of_whole_name(window.text)
        if lower[window.text.lower()]:
            return ()
        return tuple(hit for hit in self._of_one_word(window.text) if _tells_alone(place, hit))

    def _of_whole_name(self, text: str) -> tuple[Hit, ...]:
        """A stretch of a script without capitals: a person's whole name, or the words of an organisation's."""
        if self._han.is_listed(text):
            return self._of_one_word(text) or self._compared(text)
        if len(text) >= LEAST_SYLLABLES and self._candidates.is_person(text):
            return tuple(hit for hit in self._compared(text) if hit.score >= LEAST_SYLLABIC and hit.entity.kind is Kind.PERSON)
        english = max((form.tokens for form in asked_forms(_party(text)) if form.scheme == LATIN), key=len, default=())
        firm = any(word.startswith(LEGAL) for word in english)
        if len(english) > 1 and (firm or sum(map(weight, english)) >= LEAST_TELLING):
            return tuple(hit for hit in self._compared(text) if hit.entity.kind is not Kind.PERSON)
        return self._of_one_word(text)

    def _of_one_word(self, text: str) -> tuple[Hit, ...]:
        numbers = self._alone.get(" ".join(words(text)), ())
        return tuple(hit for hit in self._judged(text, numbers) if _same(text, hit)) if numbers else ()

    def _compared(self, text: str) -> tuple[Hit, ...]:
        found = self._known.get(text)
        if found is None:
            forms = asked_forms(_party(text)) if self._candidates.could_be(text) else ()
            numbers = self._candidates.of(forms, self.least / NAME_POINTS)
            found = self._known[text] = tuple(hit for hit in self._judged(text, numbers) if _complete(text, hit)) if numbers else ()
        return found

    def _judged(self, text: str, numbers: Iterable[int]) -> tuple[Hit, ...]:
        return self.screener.among(_party(text), numbers, threshold=self.least)


def _party(text: str) -> Party:
    return Party(id=text, names=(Name(full=text),))


def _names_without_space(screener: Screener) -> Iterator[tuple[str, int]]:
    """Listed names written as one, weak aliases aside, with their entities' numbers."""
    for number, entity in enumerate(entity for part in screener.held for entity in part.store):
        for name in entity.names if not entity.delisted else ():
            if " " not in name.full.strip() and name.quality is not Quality.WEAK:
                yield name.full, number


def _bare(name: str) -> tuple[str, ...]:
    """The words of a name in English but for its legal form."""
    forms = [form for form in forms_of(name, Kind.COMPANY) if form.scheme == LATIN]
    return tuple(word for word in forms[-1].tokens if not is_small(word)) if forms else ()


def _tells_alone(place: _Place, hit: Hit) -> bool:
    """Whether one word can be a mention: a ship's only after a word for a ship, an aircraft's only if it is a registration mark,
    a person's only if it is the name that the list puts first ("Serbian" is somebody's alias). A body's is rare or an abbreviation.
    """
    text, kind, matched = place.window.text, hit.entity.kind, hit.comparison.matched
    if kind is Kind.AIRCRAFT:
        return not text.isalpha()
    rare = len(text) >= LEAST_LETTERS and all(commonness(word) <= MOST_COMMON for word in words(text))
    if kind is Kind.VESSEL:
        return bool(_A_SHIP.search(place.sentence[: place.window.start]))
    if kind is Kind.PERSON and not (matched and matched.primary):
        return False
    abbreviated = kind is not Kind.PERSON and len(text) >= LEAST_LETTERS and text.isupper() and not place.sentence.isupper()
    return not place.window.inside and (rare or abbreviated)


def _same(text: str, hit: Hit) -> bool:
    """Whether the listed name is that very word, in the same script (抵达 is not DIDA), its legal form aside."""
    matched = hit.comparison.matched
    if matched is None or matched.full.isascii() is not text.isascii():
        return False
    return words(matched.full) == words(text) or _bare(matched.full) == words(text)


def _complete(text: str, hit: Hit) -> bool:
    """Whether the window has the listed name's words and no telling word beside: a window that takes a neighbour in is no mention.

    Nor is a mere legal form, nor are words of a script without capitals that only together sound like one listed word.
    """
    matched = hit.comparison.matched
    if matched is None or not _bare(text) or not _bare(matched.full):
        return False
    if not text.isascii() and not text[0].isupper() and " " in text and len(words(matched.full)) < 2:
        return False
    if any(reason.feature == "cut_short" for reason in hit.comparison.reasons):
        return False
    extra = [reason.asked for reason in hit.comparison.reasons if reason.feature == "extra_word"]
    return not any(not is_small(word) for each in extra for word in words(each))


def _merged(found: Sequence[tuple[_Place, tuple[Hit, ...]]]) -> Iterator[Mention]:
    """One mention for each entry on each stretch of text: the best score first, then the longest window.

    An entry that overlaps a better one on more of the text, and scores less, is that one's shadow.
    """
    ranked = sorted(((place, hit) for place, hits in found for hit in hits), key=lambda pair: (-pair[1].score, pair[0].start - pair[0].end))
    taken: list[tuple[_Place, Hit]] = []
    by_passage: dict[int, list[tuple[_Place, Hit]]] = {}
    for place, hit in ranked:
        beside = [one for one in by_passage.get(place.passage.number, []) if one[0].start < place.end and place.start < one[0].end]
        if any(other.entity.id == hit.entity.id or not _stands_beside(place, hit, at, other) for at, other in beside):
            continue
        taken.append((place, hit))
        by_passage.setdefault(place.passage.number, []).append((place, hit))
    for place, hit in sorted(taken, key=lambda pair: (pair[0].start, -pair[1].score, pair[1].entity.id)):
        yield Mention(text=place.window.text, sentence=place.sentence.strip(), passage=place.passage, start=place.start, hit=hit)


def _stands_beside(place: _Place, hit: Hit, at: _Place, other: Hit) -> bool:
    if (place.start, place.end) == (at.start, at.end):
        return hit.score >= other.score - _BESIDE
    return place.end - place.start > at.end - at.start and hit.score >= other.score - _BESIDE


def _covered(mentions: Iterable[Mention]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for one in mentions:
        found.setdefault(one.passage.number, []).append((one.start, one.start + len(one.text)))
    return found
