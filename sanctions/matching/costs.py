"""What differences between two names cost, by the kind of what bears them: a record of constants for each.

People are called by a part of their names and write it many ways; bodies are told apart by their generic words and
numbers; ships by a number or one letter. Each kind is tuned by itself, and the rules of ``alignment`` read nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from sanctions.matching.person_words import LEAST
from sanctions.model import Kind
from sanctions.names.patronymics import patronymic_of
from sanctions.names.places import COUNTRIES, TOWNS
from sanctions.names.vocabulary import LEGAL, SMALL_WEIGHT, weight
from sanctions.names.weights import body_weight, craft_weight

COMMON_WEIGHT = 0.63
"""Words that weigh no more than this are in many names."""


class Costs(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Costs are shares of a word's weight, unless said otherwise; likenesses are of two words, in [0, 1]."""

    personal: bool = False
    """Whether words are compared as persons' names (matching.person_words), whose likenesses stand there."""

    weigh: Callable[[str], float] = weight
    """How much a word tells, from 0 to 1."""

    least_alike: float = 0.6
    """Words less alike than this are two words, not two spellings of one."""

    absent: float = 0.375
    """A word that only one name has: names are given short."""

    absent_common: float = 0.375
    """The same for a common word where the names agree in a proper name."""

    absent_more: float = 0.5
    """The same for common words beyond one (body_words.ONE_MORE) where the names agree in a proper name."""

    absent_named: float = 0.375
    """The same for another proper name where the names agree in one."""

    absent_country: float = 0.375
    """The same for a country or a legal form, and at most for a town."""

    other_form: float = 0.5
    """The same for a legal form where another word is spelt differently: two differences of two names."""

    replaced: float = 1.0
    """Where both names have a word the other lacks: another word in its place is another name."""

    replaced_common: float = 1.0
    """The same for a common word in another's place where the names agree in a proper name."""

    replaced_named: float = 1.0
    """The same for a proper name in another's place where the names agree in one."""

    common_share: float = 1.0
    """How much of the weight of agreeing common words counts where other words are spelt differently or replaced."""

    absent_end: float | None = None
    """The same for a word that does not stand between others of its name that agree, or beside which another differs. A rate of its
    own, if any; ``absent`` is then what a middle name costs."""

    absent_alone: float | None = None
    """The same where the listed name has one telling word alone, and the asked name more: a rate of its own, if any."""

    absent_first: float | None = None
    """The same for a person's first given name, where nothing else differs: "Uday Saddam Hussein" is the son of the other.
    A rate of its own, if any."""

    most_missing: float = 1.0
    """The most that one absent word can weigh: absence does not contradict, however rare the word."""

    most_patronymic: float = 1.0
    """The same for a Slavic patronymic, which is left out more often than not."""

    number_absent: float = 0.9
    """A number that only one name has (SHIP 2, SHIP): numbers tell sisters apart."""

    first_edit: float = 0.8
    later_edit: float = 1.0
    later_edit_short: float = 1.2
    """Edits of a word, over its length (short: below eight letters): one is likelier a slip than a stranger, two in a
    short word a stranger."""

    first_letter: float = 0.87
    """The same for the first edit of a body's word whose first letters differ, which slips seldom do and other brands often."""

    least_cut: int = 14
    """Letters from which a name that is the beginning of another was cut to fit a field."""

    initial: float = 0.25
    least_initial: float = 0.15
    """The least that a word weighs for which an initial can stand: no common word of bodies is cut to one."""

    joined: float = 0.03

    same_spelling: float = 0.9
    same_sound: float = 0.97
    same_skeleton: float = 0.88
    """Likeness of words with one narrow sound class (`names.text.spelling`), one sound class, one consonant skeleton."""

    least_sound: int = 8
    least_skeleton: int = 9
    """Letters from which sound class and skeleton say anything: brands are spelt on purpose, and short ones are near many."""

    both_common: float = 0.9
    """What is left of the likeness of two words that are both common in names: they are two words."""

    def absent_weight(self, word: str) -> float:
        """What a word weighs that only one of the names has."""
        most = self.most_patronymic if self.most_patronymic < self.most_missing and patronymic_of(word) else self.most_missing
        return min(weight(word), most)

    def least_absence(self, word: str) -> float:
        """The least that a word can cost that only one of the names has."""
        if self.personal:
            return self.absent * self.absent_weight(word)
        return self.weigh(word) * self.absence(word, named=True)

    def absence(self, word: str, *, named: bool) -> float:
        """What the absence of a body's word costs, per unit of its weight. ``named``: a proper name agrees elsewhere in the names."""
        if word in COUNTRIES or word.startswith(LEGAL):
            return self.absent_country
        rate = self.absent
        if named:
            rate = self.absent_common if self.weigh(word) <= COMMON_WEIGHT else self.absent_named
        return min(rate, self.absent_country) if word in TOWNS else rate

    @property
    def least_extra(self) -> float:
        """The least that each of two words costs beyond its absence where one stands in the other's place, by its weight."""
        named = self.replaced if self.personal else self.replaced_named - 2 * self.absent_named + 2 * self.absent
        return min(self.replaced, named) / 2 - self.absent

    @property
    def least_replaced(self) -> float:
        """Words that weigh no more may cost nothing more where they are replaced than where they are absent."""
        return SMALL_WEIGHT if self.personal else COMMON_WEIGHT


PERSONS = Costs(
    personal=True,
    least_alike=LEAST,
    least_cut=20,
    absent=0.2,
    absent_end=0.28,
    absent_first=0.36,
    absent_alone=0.4,
    most_missing=0.7,
    most_patronymic=0.45,
    initial=0.2,
    least_initial=0.0,
)
KOREANS = Costs(personal=True, least_alike=LEAST, least_cut=20, absent=0.5)
"""A Korean name without a syllable fits many people, so that what is missing counts in full."""
VIETNAMESE = replace(PERSONS, least_alike=1.0)
"""One letter makes another syllable of Vietnamese and another name. Nothing costs less here than by ``PERSONS``, so that a bound on
those is one on these."""
BODIES = Costs(
    weigh=body_weight,
    absent_common=0.25,
    absent_named=0.15,
    absent_country=0.2,
    replaced_common=0.7,
    replaced_named=0.5,
    common_share=0.6,
    least_initial=0.85,
)
SHIPS = Costs(weigh=craft_weight, common_share=0.6, later_edit_short=1.8, least_initial=1.1)
AIRCRAFT = Costs(weigh=craft_weight, least_alike=1.01)
"""One other letter or digit of a tail number is another aircraft."""

_BY_KIND = {Kind.PERSON: PERSONS, Kind.VESSEL: SHIPS, Kind.AIRCRAFT: AIRCRAFT}


def costs_of(kind: Kind) -> Costs:
    """The costs for a kind of target; what is not known to be a person, ship or aircraft is taken for a body."""
    return _BY_KIND.get(kind, BODIES)
