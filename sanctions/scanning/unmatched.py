"""What looks like a person's or an organisation's name and is on no list searched, for a reader to judge."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sanctions.scanning.text import Document, Passage
from sanctions.scanning.windows import runs

_ORGANISATION = re.compile(
    r"\b(?:ministry|department|bureau|agency|bank|company|corporation|corp|co|ltd|llc|inc|gmbh|ag|group|university|institute|committee|"
    r"commission|council|party|army|police|trading|industries|international|association|union|press|news|office|authority|service|"
    r"foundation|laborator(?:y|ies)|holdings?|enterprises?|centre|center|court|society|organi[sz]ation)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|und|et|y|и|&)\s+(?:the\s+)?")
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december "
    "north south east west northern southern eastern western new the korea korean korean russia russian china chinese germany german "
    "united states america american europe european union republic democratic people english executive order section act article".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """What looks like a name and is on no list: how often it stands there, and where first. ``looks`` is organisation, person or name."""

    text: str
    looks: str
    times: int
    sentence: str
    passage: Passage
    start: int


def unmatched(document: Document, covered: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[Unmatched]:
    """Runs of two to seven words that look like a name and on which no mention lies, by how often they stand there.

    ``covered``: a passage's number → where mentions begin and end in the document.
    """
    first: dict[str, tuple[str, Passage, int]] = {}
    times: Counter[str] = Counter()
    for passage in document.passages:
        for offset, sentence in passage.sentences():
            for begin, end in (stretch for run in runs(sentence) for stretch in _named(sentence, run[0].start, run[-1].end)):
                text = sentence[begin:end]
                start = passage.start + offset + begin
                if not _looks(text) or any(a < start + len(text) and start < b for a, b in covered.get(passage.number, ())):
                    continue
                times[text] += 1
                first.setdefault(text, (sentence.strip(), passage, start))
    for text, number in sorted(times.items(), key=lambda pair: (-pair[1], first[pair[0]][2])):
        sentence, passage, start = first[text]
        yield Unmatched(text=text, looks=_looks(text), times=number, sentence=sentence, passage=passage, start=start)


def _named(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run as one name; as two where each side of an "and" is an organisation's."""
    for joint in _AND.finditer(sentence, start, end):
        if _ORGANISATION.search(sentence[start : joint.start()].rpartition(" ")[2]) and _ORGANISATION.search(sentence[joint.end() : end]):
            yield start, joint.start()
            start = joint.end()
    yield start, end


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
