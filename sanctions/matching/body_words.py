"""How alike two words of organisations', ships' and aircraft's names are, and what the words without a partner cost.

Brands are spelt on purpose, so that a sound or a skeleton in common says little of short words. What a body is ("bank", "plant",
"movement") is translated, left out and replaced, so that beside an equal proper name it says little, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from sanctions.matching.costs import COMMON_WEIGHT, Costs
from sanctions.names.cyrillic import looks_slavic, slavic_key
from sanctions.names.places import COUNTRIES, TOWNS
from sanctions.names.text import first_vowel, skeleton, sound, spelling
from sanctions.names.vocabulary import LEGAL, body_commonness, commonness

PROPER_WEIGHT = 0.8
"""Words that weigh no less than this name somebody; a country weighs less."""

PROPER_LETTERS = 5
"""Letters of agreeing proper names from which they identify a body: a short one is a brand of many ("Ibex"). With English words
held to be common: 1.4 % more of 1,656 pairs of a body's own names on the tuning half are hits than at 8, at 2 more alerts in 10,000."""

ONE_MORE = 0.6
"""The weight of common words that may be missing beside a proper name at their lower rate: one, as names are translated and
given short; a second and third tell a daughter from her mother. On 1,656 pairs of a body's own names it costs .5 % of the hits."""

ESTABLISHMENT = f"{LEGAL}estab"
ESTABLISHMENT_RATE = 1.0
"""What the absence of a foundation, trust or bonyad costs over its weight where no proper name agrees: it may be the name itself
("Trust Life Insurance", "Bonyad Shipping Agencies")."""

LONG = 8
LEAST_SPELLING = 5

_WHERE = COUNTRIES | TOWNS


@lru_cache(maxsize=8192)
def body_word_similarity(a: str, b: str, costs: Costs) -> float:
    """How alike two words are, in [0, 1]; 0 for numbers, legal forms, towns and countries that are not equal.

    Edit distance (insertion, deletion, substitution, transposition of neighbours; at most 3, and at most two in
    five letters) over the longer length, the first edit at less than one, since a slip is likelier than a stranger; at
    least ``same_spelling``, ``same_sound`` or ``same_skeleton`` where two spellings of one word would give both. Two words
    that are both common are two words, however near, and count less; two names of people have one sound in fewer letters.
    """
    if a == b:
        return 1.0
    if not (a.isalpha() and b.isalpha()) or len(a) == 1 or len(b) == 1 or (a in _WHERE and b in _WHERE):
        return 0.0
    longest = max(len(a), len(b))
    distance = OSA.distance(a, b, score_cutoff=3)
    first = costs.first_edit if a[0] == b[0] else costs.first_letter
    edits = first + (distance - 1) * (costs.later_edit if longest >= LONG else costs.later_edit_short)
    similarity = 1.0 - edits / longest
    if distance <= longest / 2 and longest >= LEAST_SPELLING and sound(a) == sound(b) and (longest >= costs.least_sound or _known(a, b)):
        return max(similarity, costs.same_sound)
    if longest >= LEAST_SPELLING and spelling(a) == spelling(b):
        return max(similarity, costs.same_spelling)
    if distance > min(3, 0.4 * longest + 0.01):
        return 0.0
    if similarity >= costs.least_alike and longest > LEAST_SPELLING and looks_slavic(a) and slavic_key(a) == slavic_key(b):
        return costs.same_sound
    if similarity >= costs.least_alike and _same_skeleton(a, b, costs.least_skeleton):
        return max(similarity, costs.same_skeleton)
    return similarity * costs.both_common if body_commonness(a) >= 2 and body_commonness(b) >= 2 else similarity


def _known(a: str, b: str) -> bool:
    """Whether both words are names of people, which have many spellings; a brand has one."""
    return commonness(a) >= 1 and commonness(b) >= 1


def _same_skeleton(a: str, b: str, least: int) -> bool:
    return min(len(a), len(b)) >= least and len(skeleton(a)) >= 3 and skeleton(a) == skeleton(b) and first_vowel(a) == first_vowel(b)


def same_sound(a: str, b: str) -> bool:
    """Whether two words that are alike are so by their sound, and not only by most of their letters."""
    return sound(a) == sound(b) or spelling(a) == spelling(b) or skeleton(a) == skeleton(b) or slavic_key(a) == slavic_key(b)


class Rest:
    """The words of one name that have no partner in the other: the weights of proper names and of common words apart."""

    def __init__(self, words: Sequence[str], costs: Costs, *, named: bool, exact: bool) -> None:
        """``named``: whether a proper name agrees elsewhere in the two names; ``exact``: whether all else that agrees is equal."""
        self.words = words
        self._exact = exact
        self._costs = costs
        self._named = named
        weights = [costs.weigh(word) for word in words if not word.startswith(LEGAL)]
        self.common = sum(worth for worth in weights if worth <= COMMON_WEIGHT)
        self.proper = sum(weights) - self.common

    @property
    def weight(self) -> float:
        return self.proper + self.common

    def costs(self) -> Iterator[tuple[str, float]]:
        """Each word with what its absence costs; a legal form in another's place costs no more than two absent ones."""
        for word in self.words:
            yield word, self._rate(word) * self._costs.weigh(word)

    def _rate(self, word: str) -> float:
        if word.isdigit():
            return self._costs.number_absent
        if word.startswith(LEGAL) and not self._exact:
            return self._costs.other_form
        if word == ESTABLISHMENT and not self._named:
            return ESTABLISHMENT_RATE
        rate = self._costs.absence(word, named=self._named)
        if not self._named or self.common <= ONE_MORE or self._costs.weigh(word) > COMMON_WEIGHT:
            return rate
        return rate + (self._costs.absent_more - rate) * (1.0 - ONE_MORE / self.common)


def replaced(one: Rest, two: Rest, costs: Costs, *, named: bool) -> float:
    """What each of two rests costs beyond its words' absence: a name for another more than one common word for another.

    A country costs more where another stands in its place, as much as its absence costs less, and a town as any word beside no name.
    """
    proper, common = min(one.proper, two.proper), min(one.common, two.common)
    mixed = min(one.weight, two.weight) - proper - common
    absent, rate = (costs.absent_common, costs.replaced_common) if named else (costs.absent, costs.replaced)
    absent_name, other_name = (costs.absent_named, costs.replaced_named) if named else (costs.absent, costs.replaced)
    countries = min(_among(COUNTRIES, one.words, costs), _among(COUNTRIES, two.words, costs))
    towns = min(_among(TOWNS, one.words, costs), _among(TOWNS, two.words, costs))
    return (
        (costs.replaced - other_name + 2 * max(absent_name - costs.absent_country, 0)) * towns
        + (other_name - 2 * absent_name) * proper
        + (rate - 2 * absent) * (common + mixed)
        + 2 * (costs.absent - costs.absent_country) * countries
    ) / 2


def _among(places: frozenset[str], words: Sequence[str], costs: Costs) -> float:
    return sum(costs.weigh(word) for word in words if word in places)
