"""Which listed names a stretch of text could be, found by its words, so that few stretches need a whole comparison.

Words are looked up by their sound class and by its consonants, written apart or as one. A listed name is a candidate if
it has the telling words of the stretch: both of two, all but one of three or four, all but two of more. Korean and
Chinese names are looked up by their syllables. What is left is bounded and aligned as in any screening.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from sanctions.matching.alignment import align
from sanctions.matching.costs import costs_of
from sanctions.matching.index import NameIndex
from sanctions.model import Kind
from sanctions.names.chinese import han_reading
from sanctions.names.chinese_tables import FAMILY_OF as CHINESE_FAMILY_OF
from sanctions.names.forms import CHINESE, KOREAN, LATIN, SYLLABIC, Form, forms_of, signature_text
from sanctions.names.hanja import hanja_forms
from sanctions.names.korean import FAMILY_OF, korean_forms
from sanctions.names.organisations import canonical
from sanctions.names.text import fold, words
from sanctions.names.translation import translate_words
from sanctions.names.vocabulary import is_small
from sanctions.scanning.bound import Bound

LEAST_BESIDE_A_FORM = 7
"""Fewest letters of a word that is looked for without the legal form that stands beside it on the list: SVYAZTRANSNEFT, AO."""

MOST_IN_PARTS = 7
"""Most words of which every choice of all but two is looked up by itself."""

_VOWELS = str.maketrans("", "", "aiuh")
_COSTS = frozenset(map(costs_of, Kind))
_FAMILIES = frozenset((*FAMILY_OF, *CHINESE_FAMILY_OF))
_NONE: frozenset[int] = frozenset()


class Candidates:
    """The words and syllables of every name that an index holds, each with its rows."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._held: dict[str, list[int]] = defaultdict(list)
        self._alone: dict[str, list[int]] = defaultdict(list)
        self._syllables: dict[Form, list[int]] = defaultdict(list)
        self._rows: dict[str, frozenset[int]] = {}
        for row, tokens in enumerate(index.rows(LATIN)):
            self._add(row, signature_text(Form(LATIN, tokens)).split(" "))
        for scheme in SYLLABIC:
            for row, tokens in enumerate(index.rows(scheme)):
                self._syllables[Form(scheme, tokens)].append(row)
        self._by_bones: dict[str, list[str]] = defaultdict(list)
        for word in self._held:
            self._by_bones[_bones(word)].append(word)

    def _add(self, row: int, folded: list[str]) -> None:
        if len(folded) == 1:
            self._alone[folded[0]].append(row)
        for word in dict.fromkeys(folded):
            self._held[word].append(row)
        for first, second in pairwise(folded):
            self._held[_joined(first, second)].append(row)

    def of(self, forms: Sequence[Form], least: float) -> set[int]:
        """Positions, in the index, of the entities of which some name aligns with one of the forms at ``least`` or more."""
        found: set[int] = set()
        for form in forms:
            bounds = {costs: Bound(form.tokens, costs) for costs in _COSTS} if form.scheme == LATIN else {}
            for row in self._rows_of(form):
                listed, costs = self._index.tokens(form.scheme, row), costs_of(self._index.kind(form.scheme, row))
                if bounds and bounds[costs].of(listed) < least:
                    continue
                if align(form.tokens, listed, form.scheme, costs).similarity >= least:
                    found.add(self._index.entity(form.scheme, row))
        return found

    def could_be(self, text: str) -> bool:
        """A quick look at a name in Latin letters, before its forms are made: whether some listed name has enough of its words.

        Legal forms, words of other tongues, and family names that Korean and Chinese spellings share, are for the forms to tell.
        """
        plain = words(text)
        if not text.isascii() or {plain[0], plain[-1]} & _FAMILIES or canonical(translate_words(plain)) != plain:
            return True
        telling = [fold(word) for word in plain if len(word) > 1 and not is_small(word)]
        return len(telling) < 2 or bool(self._rows_with(telling))

    def is_person(self, text: str) -> bool:
        """Whether a text in Hangul or Chinese characters has the syllables of a listed name."""
        found = [*korean_forms((), text), *hanja_forms(text)]
        return Form(CHINESE, han_reading(text)) in self._syllables or any(Form(KOREAN, tokens) in self._syllables for tokens in found)

    def could_stand_in_a_name(self, word: str) -> bool:
        """Whether a word of a script without capitals, or its English, sounds like a word of a listed name."""
        return any(self._knows(form, exactly=word[0] >= "가") for kind in (Kind.UNKNOWN, Kind.PERSON) for form in forms_of(word, kind))

    def of_one_word(self) -> Iterator[tuple[str, int]]:
        """Each listed word that is the one telling word of a name, with the position of its entity."""
        for rows in self._alone.values():
            for row in rows:
                tokens = self._index.tokens(LATIN, row)
                telling = [token for token in tokens if not is_small(token)] or tokens
                if len(telling) == 1 and (len(tokens) == 1 or len(telling[0]) >= LEAST_BESIDE_A_FORM):
                    yield telling[0], self._index.entity(LATIN, row)

    def _knows(self, form: Form, *, exactly: bool) -> bool:
        if form.scheme in SYLLABIC:
            return form in self._syllables
        # vowels are not written in Arabic, and Hangul makes too many words of the same consonants
        return any(part in self._held if exactly else bool(self._holders(part)) for part in signature_text(form).split(" "))

    def _rows_of(self, form: Form) -> frozenset[int]:
        if form.scheme in SYLLABIC:
            return frozenset(self._syllables.get(form, ()))
        folded = signature_text(form).split(" ")
        return frozenset(self._alone.get(folded[0], ())) if len(folded) == 1 else self._rows_with(folded)

    def _rows_with(self, folded: Sequence[str]) -> frozenset[int]:
        """Rows that have enough of two or more sound classes."""
        held = [self._holders(word) for word in folded]
        for place, (first, second) in enumerate(pairwise(folded)):
            if together := self._held.get(_joined(first, second)):
                held[place], held[place + 1] = held[place].union(together), held[place + 1].union(together)
        return _in_most(held)

    def _holders(self, word: str) -> frozenset[int]:
        """Rows with a word of this sound class, or of its consonants where there are two or more."""
        found = self._rows.get(word)
        if found is None:
            bones = _bones(word)
            like = self._by_bones.get(bones, ()) if len(bones) > 1 else (word,)
            found = self._rows[word] = _NONE.union(*(self._held.get(one, ()) for one in like))
        return found


def _in_most(held: list[frozenset[int]]) -> frozenset[int]:
    """What is in both of two sets, in all but one of three or four, in all but two of more."""
    spare = 0 if len(held) < 3 else 1 if len(held) < 5 else 2
    ordered = sorted(held, key=len)
    if len(held) > MOST_IN_PARTS:
        counted = Counter(row for rows in held for row in rows)
        return frozenset(row for row, times in counted.items() if times >= len(held) - spare)
    return _NONE.union(*(parts[0].intersection(*parts[1:]) for parts in combinations(ordered, len(held) - spare)))


def _joined(first: str, second: str) -> str:
    """Two neighbours' sound classes as that of one word."""
    return first + second[1:] if first[-1:] == second[:1] else first + second


@lru_cache(maxsize=8192)
def _bones(word: str) -> str:
    """A sound class without its vowels, the first letter kept."""
    return word[:1] + word[1:].translate(_VOWELS)
