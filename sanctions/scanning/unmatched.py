"""What looks like a person's or an organisation's name and is on no list searched, for a reader to judge."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sanctions.patterns import regex
from sanctions.scanning.han import likely_names
from sanctions.scanning.text import Document, Passage
from sanctions.scanning.windows import runs

_ORGANISATION = regex(
    r"\b(?:ministry|department|bureau|agency|bank|company|corporation|corp|co|ltd|llc|inc|gmbh|ag|group|university|institute|committee|"
    r"commission|council|party|army|police|trading|industries|international|association|union|press|news|office|authority|service|"
    r"foundation|laborator(?:y|ies)|holdings?|enterprises?|centre|center|court|society|organi[sz]ation)\b",
    re.IGNORECASE,
)
_AND = regex(r"\s+(?:and|und|et|y|и|&)\s+(?:the\s+)?")
_KOREAN_PERSON = regex(
    "(?<![가-힣])(?P<name>[김리이박조최정강윤장림임한오서신권황안송류유전홍고문손량양배백허남심로노하곽주우구민나진지엄원방현함염도석선설마길연위표][가-힣]{2})"
    "(?= ?(?:씨|기자|위원장|부위원장|대변인|국장|부장|장관|대표|사장|교수|박사|소장|대통령|총리|의원)(?:[은는이가을를의와과도에께 .,]|$))"
)
_KOREAN_BODY = regex(
    "(?<![가-힣])[가-힣]{2,12}(?:회사|은행|위원회|총국|연구소|연구원|대학교|그룹|공사|협회)(?=[은는이가을를의와과도에께 .,]|$)"
)
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december "
    "north south east west northern southern eastern western new the korea korean korean russia russian china chinese germany german "
    "united states america american europe european union republic democratic people english executive order section act article".split()
)


class Unmatched(msgspec.Struct, frozen=True, kw_only=True):
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
    first: dict[str, tuple[str, str, Passage, int]] = {}
    times: Counter[str] = Counter()
    for passage in document.passages:
        for offset, sentence in passage.sentences():
            for begin, end, looks in _likely(sentence):
                text, start = sentence[begin:end], passage.start + offset + begin
                if any(a < start + len(text) and start < b for a, b in covered.get(passage.number, ())):
                    continue
                times[text] += 1
                first.setdefault(text, (looks, sentence.strip(), passage, start))
    for text, number in sorted(times.items(), key=lambda pair: (-pair[1], first[pair[0]][3])):
        looks, sentence, passage, start = first[text]
        yield Unmatched(text=text, looks=looks, times=number, sentence=sentence, passage=passage, start=start)


def _likely(sentence: str) -> Iterator[tuple[int, int, str]]:
    """What looks like a name: beginning, end, and what it looks like."""
    for begin, end in (stretch for run in runs(sentence) for stretch in _named(sentence, run[0].start, run[-1].end)):
        if looks := _looks(sentence[begin:end]):
            yield begin, end, looks
    if not sentence.isascii():
        yield from likely_names(sentence)
        yield from ((*found.span("name"), "person") for found in _KOREAN_PERSON.finditer(sentence))
        yield from ((*found.span(), "organisation") for found in _KOREAN_BODY.finditer(sentence))


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
