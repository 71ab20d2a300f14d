"""Listed names in a document: every window that could be a name is screened, overlapping mentions are merged.

A window of two words or more is screened as a name that somebody asks about. One word alone is a mention only if a
listed name is that word exactly, is rare, and is not a weak alias; so is a stretch of Chinese without spaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sanctions.model import Hit, Kind, Name, Party, Quality
from sanctions.names.text import words
from sanctions.names.vocabulary import commonness, is_small, weight
from sanctions.scanning.nearness import Nearness
from sanctions.scanning.text import Document, Passage
from sanctions.scanning.windows import Window, runs, windows
from sanctions.screening import Screener

LEAST = 0.86
"""Least score of a mention: a text has many more names than a book, and nobody meant them as questions."""

LEAST_KOREAN = 0.92
"""Least score of a mention that is one word in Hangul: three syllables are a person's whole name, or any noun."""

LEAST_TELLING = 1.5
"""What the words of a window must tell together (names.vocabulary.weight) where a longer name may stand around it."""

MOST_COMMON = 2
"""How common the words of a listed name of one word may be (names.vocabulary.commonness)."""

_BESIDE = 0.04
"""Another entry on the same words is told, too, if it scores no less than this below the best."""

_HANGUL_NAME = re.compile("[가-힣]{3,4}")

_ORGANISATION = re.compile(
    r"\b(?:ministry|department|bureau|agency|bank|company|corporation|corp|co|ltd|llc|inc|gmbh|ag|group|university|institute|committee|"
    r"commission|council|party|army|police|trading|industries|international|association|union|press|news|office|authority|service|"
    r"foundation|laborator(?:y|ies)|holdings?|enterprises?|centre|center|court|society|organi[sz]ation)\b",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december "
    "north south east west northern southern eastern western new the korea korean korean russia russian china chinese germany german "
    "united states america american europe european union republic democratic people english executive order section act article".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A listed name in the text. ``start`` is the offset of its first character in the document's text."""

    text: str
    sentence: str
    passage: Passage
    start: int
    hit: Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """What looks like a name and is on no list: how often it stands there, and where first. ``looks`` is organisation, person or name."""

    text: str
    looks: str
    times: int
    sentence: str
    passage: Passage
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What was found in one document; ``windows`` counts the stretches of text that were compared."""

    document: Document
    mentions: tuple[Mention, ...]
    unmatched: tuple[Unmatched, ...]
    windows: int


@dataclass(frozen=True, slots=True)
class _Place:
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


@dataclass(slots=True)
class Finder:
    """Finds listed names in documents; what it learnt of a name it keeps for the next document."""

    screener: Screener
    least: float = LEAST
    processes: int | None = None
    _known: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    _exact: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _near: Nearness | None = None

    def scan(self, document: Document) -> Scan:
        """Every mention in the document, in its order."""
        places = list(_places(document))
        self._learn(places)
        lower = Counter(word for passage in document.passages for word in passage.text.split() if word.islower())
        found = [(place, hits) for place in places if (hits := self._hits(place.window, lower))]
        mentions = tuple(_merged(found))
        return Scan(document=document, mentions=mentions, unmatched=tuple(_unmatched(document, mentions)), windows=len(places))

    def _learn(self, places: Iterable[_Place]) -> None:
        """Screen every name that is new."""
        if self._near is None:
            self._near = Nearness(part.index for part in self.screener.held)
        seen = {place.window.text: place.window.words for place in places}
        new = [text for text, number in seen.items() if text not in self._known and self._worth(text, number)]
        parties = [Party(id=text, names=(Name(full=text),)) for text in new]
        for text, result in zip(
            new, self.screener.screen_many(parties, threshold=self.least, weak_aliases=False, processes=self.processes), strict=True
        ):
            self._known[text] = tuple(hit for hit in result.hits if _complete(text, hit))

    def _worth(self, text: str, number: int) -> bool:
        assert self._near is not None
        return self._near.could_be_listed(text) if number > 1 else self._single(text)

    def _single(self, text: str) -> bool:
        """Whether one word, or a stretch without spaces, is a listed name exactly."""
        if not self._exact:
            self._exact = _single_names(self.screener)
        return bool(_HANGUL_NAME.fullmatch(text)) or " ".join(words(text)) in self._exact

    def _hits(self, window: Window, lower: Counter[str]) -> tuple[Hit, ...]:
        hits = self._known.get(window.text, ())
        if window.inside and sum(weight(word) for word in words(window.text)) < LEAST_TELLING:
            return ()
        if window.words > 1 or not hits:
            return hits
        if _HANGUL_NAME.fullmatch(window.text):
            return tuple(hit for hit in hits if hit.score >= LEAST_KOREAN and hit.entity.kind is Kind.PERSON)
        if not window.text.isascii():
            return tuple(hit for hit in hits if _same(window.text, hit))
        if lower[window.text.lower()] or not _rare(window.text):
            return ()
        return tuple(hit for hit in hits if _same(window.text, hit) and hit.entity.kind not in (Kind.VESSEL, Kind.AIRCRAFT))


def _single_names(screener: Screener) -> dict[str, tuple[str, ...]]:
    """Listed names of one word, or in a script without spaces, by their words."""
    found: dict[str, tuple[str, ...]] = {}
    for part in screener.held:
        for entity in part.store:
            for name in entity.names if not entity.delisted else ():
                if name.quality is not Quality.WEAK and (" " not in name.full.strip()):
                    key = " ".join(words(name.full))
                    found[key] = (*found.get(key, ()), entity.id)
    return found


def _rare(text: str) -> bool:
    return len(text) >= 4 and all(commonness(word) <= MOST_COMMON for word in words(text))


def _same(text: str, hit: Hit) -> bool:
    matched = hit.comparison.matched
    return matched is not None and words(matched.full) == words(text)


def _complete(text: str, hit: Hit) -> bool:
    """Whether the window has the listed name's words and no telling word beside: a window that takes a neighbour in is no mention."""
    if any(reason.feature == "cut_short" for reason in hit.comparison.reasons):
        return False
    extra = [reason.asked for reason in hit.comparison.reasons if reason.feature == "extra_word"]
    return not any(not is_small(word) for each in extra for word in words(each))


def _places(document: Document) -> Iterator[_Place]:
    for passage in document.passages:
        for offset, sentence in passage.sentences():
            for window in windows(sentence):
                yield _Place(passage, offset, sentence, window)


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


def _unmatched(document: Document, mentions: Sequence[Mention]) -> Iterator[Unmatched]:
    """Runs of two to seven words that look like a name and on which no mention lies, by how often they stand there."""
    covered: dict[int, list[tuple[int, int]]] = {}
    for one in mentions:
        covered.setdefault(one.passage.number, []).append((one.start, one.start + len(one.text)))
    first: dict[str, tuple[str, Passage, int]] = {}
    times: Counter[str] = Counter()
    for passage in document.passages:
        for offset, sentence in passage.sentences():
            for run in runs(sentence):
                text = sentence[run[0].start : run[-1].end]
                start = passage.start + offset + run[0].start
                if not _looks(text) or any(a < start + len(text) and start < b for a, b in covered.get(passage.number, ())):
                    continue
                times[text] += 1
                first.setdefault(text, (sentence.strip(), passage, start))
    for text, number in sorted(times.items(), key=lambda pair: (-pair[1], first[pair[0]][2])):
        sentence, passage, start = first[text]
        yield Unmatched(text=text, looks=_looks(text), times=number, sentence=sentence, passage=passage, start=start)


def _looks(text: str) -> str:
    """ "organisation", "person" or "name"; empty for what is none."""
    parts = text.split()
    telling = [part for part in parts if part.lower().strip(".") not in _NO_NAMES and part[0].isupper()]
    if _ORGANISATION.search(text) and telling and len(parts) > 1:
        return "organisation"
    if not text.isascii() and not any(part[0].isupper() for part in parts):
        return ""
    if 2 <= len(parts) <= 4 and len(telling) == len(parts) and not any(character.isdigit() for character in text):
        return "person"
    return "name" if len(telling) >= 2 else ""
