"""Where in a sentence a name could stand: runs of capitalised words, and runs of scripts that have no capitals.

Chinese, written without spaces, has a module of its own (``scanning.han``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import msgspec

from sanctions.patterns import regex
from sanctions.scripts import script_of

MOST_WORDS = 7
"""Words of the longest window that is a part of a run."""

LONGEST_WORD = 60
"""Characters of the longest word that a name could have."""

MOST_WHOLE = 16
"""Words of the longest run that is a window as a whole: a longer listed name is found by its beginning, or not at all."""

_WORD = regex(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|[.'’ʼ`&/\-‐‑](?=[^\W_]))*\.?")
_JOINING = frozenset(
    "of the for and & in on de del della di da do dos das la le les el al ul bin bint ibn ben abu van von der den des dem für und y e zu "
    "и по на имени им".split()
)
_NOT_FIRST = frozenset(
    "the a an in on at of and or but for to from by with as if when while after before since this that these those it".split()
)
_LEGAL_FORM = regex(
    r"(?:Ltd|LTD|Limited|LIMITED|Inc|INC|Incorporated|LLC|L\.L\.C|Corp|CORP|Co|CO|PLC|JSC|CJSC|OJSC|PJSC|OOO|AO|PAO|ZAO|GmbH|GMBH|AG|S\.?A|S\.?L|"
    r"S\.?R\.?L|SAS|B\.?V|N\.?V|SARL|FZE|FZCO|DMCC|Pte|PTE|Pvt|PVT|Lda|LDA|Ltda|LTDA|C\.?A|KG|SE)\b"
)
_ARTICLED = regex("(?:al|el|ad|an|ar|as|ash|at|az|ul|bin|d|l)[-'’][A-ZÀ-Þ]")
_POSSESSIVE = regex(r"['’]s?$")
_YEAR = regex("(?:19|20)[0-9]{2}")
_QUOTED = regex('[«“„"](?P<inside>[^\n]{4,200}?)(?:[»“”"]+|$)')
_HEADED = regex(
    r"\b(?:(?:Министерств|Управлени|Комитет|Служб|Институт|Завод|Центр|Агентств|Федеральн|Российск|Государственн|Национальн|Научно|Главн|Банк|"
    r"Парти|Фонд|Корпораци|Концерн|Объединени|Предприяти|Міністерств|Завод)\w*|Minist[eè]re|Ministerio|Ministero|Agence|Agencia|Banque|Banco|"
    r"Institut|Instituto|Direction|Direcci[oó]n|Service|Servicio|Comit[eé]|Soci[eé]t[eé]|Sociedad|Universit[eé]|Universidad)"
    r"(?:[ -][^\W\d_][\w'’-]*){1,7}"
)
_CASELESS = frozenset({"Hang", "Kore", "Hani", "Jpan", "Hira", "Kana", "Arab", "Hebr", "Thai", "Geor", "Deva"})
_ARABIC_AND = regex("[وفبلک](?=[\u0621-\u064a]{3})")
_HANGUL_PARTICLES = regex(
    r"(?<=[가-힣]{2})(?:에서는|으로부터|에게서|께서는|이라고|에서|에게|으로|부터|까지|께서|처럼|보다|이나|라고|이며|은|는|이|가|을|를|의|에|와|과|도|로|만|님)$"
)


class Window(msgspec.Struct, frozen=True):
    """A part of a sentence that could be a name; ``start`` and ``end`` are offsets in the sentence.

    ``inside``: another capitalised word stands right beside it, so that it may be a piece of a longer name.
    """

    text: str
    start: int
    end: int
    words: int
    inside: bool = False


class _Token(msgspec.Struct, frozen=True):
    """``end`` is without a possessive, ``over`` with it; ``stems`` are other ends, where a particle may be cut off.

    ``later`` is another beginning, behind an Arabic "and" or preposition; else ``start``.
    """

    text: str
    start: int
    end: int
    over: int
    later: int
    stems: tuple[int, ...] = ()


Worth = Callable[[str], bool]
"""Whether a word of a script without capitals could stand in a name."""


def windows(sentence: str, worth: Worth = bool) -> Iterator[Window]:
    """Every window of one to MOST_WORDS words of every run, the whole runs first.

    Where there are no capitals a run is a whole clause: it is cut at each word that is not ``worth`` it.
    """
    for run in runs(sentence):
        for part in _worthy(sentence, run, worth) if _caseless(run[0].text) else (run,):
            yield from _of_run(sentence, part)
    yield from _quoted(sentence)
    yield from _headed(sentence)


def _headed(sentence: str) -> Iterator[Window]:
    """A word for an organisation and the words in small letters after it, as Russian, French and Spanish write their names."""
    for found in _HEADED.finditer(sentence):
        ends = [word.end() for word in _WORD.finditer(sentence, found.start(), found.end())]
        for number, end in enumerate(ends[1:MOST_WORDS], start=2):
            yield Window(sentence[found.start() : end], found.start(), end, number)


def _quoted(sentence: str) -> Iterator[Window]:
    """What stands in quotation marks, in whatever case, if it begins as a name does: the usual way to write a Russian firm's name."""
    for found in _QUOTED.finditer(sentence):
        inside = found["inside"].rstrip(" .,;")
        number = len(inside.split())
        if inside and inside[0].isupper() and 1 < number <= MOST_WORDS:
            yield Window(inside, found.start("inside"), found.start("inside") + len(inside), number)


def _worthy(sentence: str, run: Sequence[_Token], worth: Worth) -> Iterator[tuple[_Token, ...]]:
    held: list[_Token] = []
    for token in run:
        if any(worth(sentence[start:end]) for start in {token.start, token.later} for end in (token.end, *token.stems)):
            held.append(token)
        elif held:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def runs(sentence: str) -> Iterator[tuple[_Token, ...]]:
    """Words that stand together and could be of one name: capitalised, with joining words between, or of one caseless script."""
    held: list[_Token] = []
    for token in _tokens(sentence):
        if len(token.text) > LONGEST_WORD:
            yield from _ended(held)
            held = []
            continue
        caseless = _caseless(token.text)
        apart = bool(held) and (_parted(sentence, held[-1], token) or _caseless(held[-1].text) is not caseless)
        if apart:
            yield from _ended(held)
            held = []
        number = token.text[0].isdigit() and bool(held) and held[-1].text not in _JOINING
        if caseless or token.text[0].isupper() or _ARTICLED.match(token.text) or number or (held and token.text in _JOINING):
            held.append(token)
        elif held:
            yield from _ended(held)
            held = []
    yield from _ended(held)


def _ended(held: list[_Token]) -> Iterator[tuple[_Token, ...]]:
    """The run without the joining words and years at its ends, and without a number at its beginning."""
    while held and (held[-1].text in _JOINING or _YEAR.fullmatch(held[-1].text)):
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
        later = start + 1 if _ARABIC_AND.match(bare) else start
        yield _Token(bare, start, start + len(bare), found.end(), later, (start + len(stem),) if stem != bare else ())


def _parted(sentence: str, before: _Token, after: _Token) -> bool:
    """Whether what stands between two words ends a name: anything but spaces and quotation marks, and two sorts of comma.

    One stands before a legal form, the other behind a family name in capitals: KIM, Jong Un.
    """
    between = sentence[before.over : after.start].strip(" \u00a0'\"“”‘’«»")
    if between not in (",", ".,"):
        return bool(between)
    inverted = len(before.text) > 1 and before.text.isupper() and after.text[0].isupper() and not after.text.isupper()
    return not inverted and not _LEGAL_FORM.match(sentence, after.start)


@lru_cache(maxsize=8192)
def _caseless(word: str) -> bool:
    return not word.isascii() and script_of(word) in _CASELESS


def _of_run(sentence: str, run: Sequence[_Token]) -> Iterator[Window]:
    if MOST_WORDS < len(run) <= MOST_WHOLE:
        yield Window(sentence[run[0].start : run[-1].end], run[0].start, run[-1].end, len(run))
    for size in range(min(len(run), MOST_WORDS), 0, -1):
        for first in range(len(run) - size + 1):
            part = run[first : first + size]
            if part[0].text in _JOINING or part[-1].text in _JOINING:
                continue
            beside = (*run[max(first - 1, 0) : first], *run[first + size : first + size + 1])
            cased = not _caseless(part[0].text)
            inside = cased and any(token.text not in _JOINING and token.text.lower() not in _NOT_FIRST for token in beside)
            for start in dict.fromkeys((part[0].start, part[0].later)):
                for end in (part[-1].end, *part[-1].stems):
                    yield Window(sentence[start:end], start, end, size, inside)
