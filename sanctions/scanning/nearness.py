"""A quick look at whether a stretch of text could be a listed name at all, so that few stretches need a whole comparison.

Two words go together if some listed name has both, in any spelling that one sound class or one skeleton of consonants
covers, written apart or as one. A name passes if its telling words go together, all but one where it has three or more.
Names in scripts without capitals pass unseen: they are few, and their spellings are another matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise

from sanctions.matching.index import NameIndex
from sanctions.names.forms import LATIN
from sanctions.names.organisations import canonical
from sanctions.names.text import fold, skeleton, words
from sanctions.names.vocabulary import LEGAL, is_small

_LEAST_LATIN = 0.5


class Nearness:
    """The listed names' words, each with the names that have it."""

    def __init__(self, indexes: Iterable[NameIndex]) -> None:
        self._holders: dict[str, set[int]] = defaultdict(set)
        self._known: dict[str, frozenset[int]] = {}
        self._together: dict[tuple[str, str], bool] = {}
        row = 0
        for index in indexes:
            for line in index.tokens[index.part(LATIN)]:
                row += 1
                plain = [token.removeprefix(LEGAL) for token in line.split(" ")]
                for word in (*plain, *(first + second for first, second in pairwise(plain))):
                    for key in _keys(word):
                        self._holders[key].add(row)

    def could_be_listed(self, text: str) -> bool:
        """Whether it is worth while to compare the text with the lists."""
        if sum(character.isascii() for character in text) < _LEAST_LATIN * len(text):
            return True
        plain = words(text)
        return any(self._pass(dict.fromkeys(form)) for form in dict.fromkeys((plain, canonical(plain))))

    def _pass(self, form: Iterable[str]) -> bool:
        telling = [word for word in form if not is_small(word)]
        if len(telling) < 2:
            return all(self._rows(word) for word in telling)
        together = sum(self._go_together(*sorted(pair)) for pair in combinations(telling, 2))
        return together >= max(1, len(telling) - 2)

    def _go_together(self, first: str, second: str) -> bool:
        found = self._together.get((first, second))
        if found is None:
            one, two = self._rows(first), self._rows(second)
            joined = self._rows(first + second) or self._rows(second + first)
            found = self._together[(first, second)] = bool(joined) or not one.isdisjoint(two)
        return found

    def _rows(self, word: str) -> frozenset[int]:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = frozenset().union(*(self._holders.get(key, ()) for key in _keys(word)))
        return found


def _keys(word: str) -> tuple[str, str]:
    return f"f{fold(word)}", f"s{skeleton(word)}"
