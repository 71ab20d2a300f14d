"""Where in a sentence a name could stand: runs of capitalised words, and runs of scripts that have no capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sanctions.scripts import script_of

MOST_WORDS = 7
"""Words of the longest window: longer listed names are found by their beginning, or not at all."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|[.'’ʼ`&/\-‐‑](?=[^\W_]))*\.?")
_JOINING = frozenset(
    "of the for and & in on de del della di da do dos das la le les el al ul bin bint ibn ben abu van von der den und y e zu".split()
)
_NOT_FIRST = frozenset(
    "the a an in on at of and or but for to from by with as if when while after before since this that these those it".split()
)
_POSSESSIVE = re.compile(r"['’]s?$")
_CASELESS = frozenset({"Hang", "Kore", "Hani", "Jpan", "Hira", "Kana", "Arab", "Hebr", "Thai", "Geor", "Deva"})
_HANGUL_PARTICLES = re.compile(
    r"(?<=[가-힣]{2})(?:에서는|으로부터|에게서|께서는|이라고|에서|에게|으로|부터|까지|께서|처럼|보다|이나|라고|이며|은|는|이|가|을|를|의|에|와|과|도|로|만|님)$"
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_MOST_HAN = 12


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a sentence that could be a name; ``start`` and ``end`` are offsets in the sentence.

    ``inside``: another capitalised word stands right beside it, so that it may be a piece of a longer name.
    """

    text: str
    start: int
    end: int
    words: int
    inside: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    """``end`` is without a possessive, ``over`` with it; ``stems`` are other ends, where a particle may be cut off."""

    text: str
    start: int
    end: int
    over: int
    stems: tuple[int, ...] = ()


def windows(sentence: str) -> Iterator[Window]:
    """Every window of one to MOST_WORDS words of every run, the whole runs first."""
    for run in runs(sentence):
        yield from _of_run(sentence, run)
    yield from _of_han(sentence)


def runs(sentence: str) -> Iterator[tuple[_Token, ...]]:
    """Words that stand together and could be of one name: capitalised, with joining words between, or of one caseless script."""
    held: list[_Token] = []
    for token in _tokens(sentence):
        caseless = _caseless(token.text)
        apart = bool(held) and (_parted(sentence[held[-1].over : token.start]) or _caseless(held[-1].text) is not caseless)
        if apart:
            yield from _ended(held)
            held = []
        number = token.text[0].isdigit() and bool(held) and held[-1].text not in _JOINING
        if caseless or token.text[0].isupper() or number or (held and token.text in _JOINING):
            held.append(token)
        elif held:
            yield from _ended(held)
            held = []
    yield from _ended(held)


def _ended(held: list[_Token]) -> Iterator[tuple[_Token, ...]]:
    """The run without the joining words and numbers at its ends."""
    while held and (held[-1].text in _JOINING or held[-1].text.isdigit()):
        held.pop()
    while held and (held[0].text.lower() in _NOT_FIRST or held[0].text.isdigit()):
        del held[0]
    if held:
        yield tuple(held)


def _tokens(sentence: str) -> Iterator[_Token]:
    for found in _WORD.finditer(sentence):
        text = found.group()
        bare = _POSSESSIVE.sub("", text) or text
        bare = bare if len(bare) > 2 and "." in bare[:-1] else bare.rstrip(".")
        stem = _HANGUL_PARTICLES.sub("", bare) if _caseless(bare) else bare
        start = found.start()
        yield _Token(bare, start, start + len(bare), found.end(), (start + len(stem),) if stem != bare else ())


def _parted(between: str) -> bool:
    """Whether what stands between two words ends a name: anything but spaces, quotation marks, and a comma of a legal form."""
    return bool(between.strip(" \u00a0'\"“”‘’"))


@lru_cache(maxsize=16384)
def _caseless(word: str) -> bool:
    return not word.isascii() and script_of(word) in _CASELESS


def _of_run(sentence: str, run: tuple[_Token, ...]) -> Iterator[Window]:
    for size in range(min(len(run), MOST_WORDS), 0, -1):
        for first in range(len(run) - size + 1):
            part = run[first : first + size]
            if part[0].text in _JOINING or part[-1].text in _JOINING:
                continue
            beside = run[max(first - 1, 0) : first] + run[first + size : first + size + 1]
            cased = not _caseless(part[0].text)
            inside = cased and any(token.text not in _JOINING and token.text.lower() not in _NOT_FIRST for token in beside)
            start = part[0].start
            for end in (part[-1].end, *part[-1].stems):
                yield Window(sentence[start:end], start, end, size, inside)


def _of_han(sentence: str) -> Iterator[Window]:
    """Chinese is written without spaces: every stretch of 2 to 12 characters is looked up as it stands."""
    for run in _HAN.finditer(sentence):
        for start in range(run.start(), run.end() - 1):
            for end in range(min(run.end(), start + _MOST_HAN), start + 1, -1):
                if (start, end) != run.span():
                    yield Window(sentence[start:end], start, end, 1)
