"""Two names' words laid side by side: equal, alike, joined, initial, missing, extra, each with its cost.

A name similarity is 1 minus the sum of the costs, each weighed by how much its words tell (names.vocabulary)
relative to all words of both names. The rules are pairwise and static: no other name on any list moves them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from sanctions.names.chinese import chinese_similarity
from sanctions.names.cyrillic import looks_slavic, slavic_key
from sanctions.names.forms import CHINESE, LATIN, SYLLABIC
from sanctions.names.korean import syllable_similarity
from sanctions.names.text import first_vowel, skeleton, sound
from sanctions.names.vocabulary import LEGAL, commonness, weight
from sanctions.names.western import same_given_name

LEAST_ALIKE = 0.6
"""Words less alike than this are two words, not two spellings of one."""

UNMATCHED = 0.375
UNMATCHED_PERSON = 0.3
"""Cost of a word that only one name has, per unit of its weight: names, and persons' more than others, are given short."""

REPLACED = 1.0
"""Cost, per unit of weight, where both names have a word the other lacks: another word in its place is another name."""

MOST_MISSING = 0.7
"""The most that one absent word of a person's name can weigh: absence does not contradict, however rare the word."""

NUMBER_UNMATCHED = 0.9
"""Cost of a number that only one name has (SHIP 2, SHIP): numbers tell sisters apart."""

FIRST_EDIT, LATER_EDIT, LATER_EDIT_SHORT = 0.8, 1.0, 1.2
"""What edits of a word cost, over its length: one is likelier a slip than a stranger, two in a short word a stranger."""

INITIAL = 0.25
JOINED = 0.03
SAME_SOUND = 0.97
SAME_SOUND_SHORT = 0.9
SAME_SKELETON = 0.88
SAME_NAME = 0.85
SYLLABIC_READING = 0.02
FAMILY_WEIGHT = 0.5
SYLLABLE_WEIGHT = 0.8


LEAST_CUT = 14
CUT = 0.08
"""A long name that is the beginning of another was cut to fit a field (35 characters in payment messages)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One pairing. ``how``: equal, sound, spelling, joined, initial, asked_only, listed_only, replaced, cut.

    ``cost`` is this step's part of 1; the steps' costs sum to 1 minus the similarity.
    """

    how: str
    asked: str
    listed: str
    cost: float


@dataclass(frozen=True, slots=True)
class Alignment:
    similarity: float
    steps: tuple[Step, ...]
    scheme: str = LATIN


def align(asked: tuple[str, ...], listed: tuple[str, ...], scheme: str, *, person: bool = False) -> Alignment:
    """Lay two forms of one scheme side by side. Symmetric but for the names of the steps."""
    return _align_syllables(asked, listed, scheme) if scheme in SYLLABIC else _align_words(asked, listed, person)


def cut_short(asked: str, listed: str) -> bool:
    """Whether one signature text is the beginning of the other and long enough to tell it."""
    return min(len(asked), len(listed)) >= LEAST_CUT and (listed.startswith(asked) or asked.startswith(listed))


class Bound:
    """An upper bound on how well a form can align with others, at a tenth of an alignment's cost.

    A word without any possible partner in the other name costs at least its absence; what is possible is taken
    generously (alike, one an initial or a part of the other, or beginning or ending alike, as joined words do).
    """

    def __init__(self, form: tuple[str, ...]) -> None:
        self._words = form
        self._weights = tuple(map(weight, form))
        self._total = sum(self._weights)
        self._partners: dict[str, int] = {}
        self._loose: dict[int, tuple[float, float]] = {}

    def of(self, other: Sequence[str], *, person: bool) -> float:
        """No alignment of the form with ``other`` is better than this."""
        known, seen, total, loose, small = self._partners, 0, self._total, 0.0, 0.0
        for word in other:
            mask = known.get(word)
            if mask is None:
                mask = known[word] = self._mask(word)
            worth = weight(word)
            total += worth
            if mask:
                seen |= mask
            else:
                loose += worth
                small += min(worth, MOST_MISSING)
        own, own_small = self._loose.get(seen) or self._missing(seen)
        absent, least = (UNMATCHED_PERSON, small + own_small) if person else (UNMATCHED, loose + own)
        return 1.0 - 2 * (absent * least + (REPLACED / 2 - absent) * min(loose, own)) / total if total else 0.0

    def _mask(self, word: str) -> int:
        return sum(1 << place for place, own in enumerate(self._words) if _possible(own, word))

    def _missing(self, seen: int) -> tuple[float, float]:
        left = [worth for place, worth in enumerate(self._weights) if not seen >> place & 1]
        found = self._loose[seen] = (sum(left), sum(min(worth, MOST_MISSING) for worth in left))
        return found


def _possible(a: str, b: str) -> bool:
    if a == b or len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a[:2] == b[:2] or a[-2:] == b[-2:] or a in b or b in a or word_similarity(a, b) >= LEAST_ALIKE


def align_cut(asked: str, listed: str) -> Alignment:
    """The alignment of two names of which one was cut."""
    return Alignment(1.0 - CUT, (Step("cut", asked, listed, CUT),))


def _align_words(asked: tuple[str, ...], listed: tuple[str, ...], person: bool) -> Alignment:
    total = (sum(map(weight, asked)) + sum(map(weight, listed))) / 2
    if asked == listed:
        return Alignment(1.0, tuple(Step("equal", a, a, 0.0) for a in asked))
    left, right = list(asked), list(listed)
    steps: list[Step] = []
    _take_equal(left, right, steps)
    if left and right:
        _take_joined(left, right, steps, total)
        _take_joined(right, left, steps, total, swapped=True)
        _take_alike(left, right, steps, total)
        _take_initials(left, right, steps, total)
    _take_rest(left, right, steps, total, person)
    return Alignment(max(0.0, 1.0 - sum(step.cost for step in steps)), tuple(steps))


def _take_equal(left: list[str], right: list[str], steps: list[Step]) -> None:
    for token in list(left):
        if token in right:
            left.remove(token)
            right.remove(token)
            steps.append(Step("equal", token, token, 0.0))


def _take_joined(one: list[str], two: list[str], steps: list[Step], total: float, *, swapped: bool = False) -> None:
    """Words written as one on one side ("Wonhong") and as two or three neighbours on the other ("Won Hong")."""
    for token in list(one) if len(two) > 1 else ():
        if len(token) < 4 or token.startswith(LEGAL):
            continue
        for size in (2, 3):
            start = next((i for i in range(len(two) - size + 1) if _joins(token, two[i : i + size])), None)
            if start is None:
                continue
            parts = two[start : start + size]
            worth = (weight(token) + sum(map(weight, parts))) / 2
            pair = (" ".join(parts), token) if swapped else (token, " ".join(parts))
            joined = "".join(parts)
            cost = JOINED if joined == token else JOINED + 1.0 - word_similarity(token, joined)
            steps.append(Step("joined", *pair, cost * worth / total))
            one.remove(token)
            del two[start : start + size]
            break


def _joins(token: str, parts: list[str]) -> bool:
    if not parts[0].startswith(token[0]):
        return False
    joined = "".join(parts)
    return joined == token or (abs(len(joined) - len(token)) <= 1 and len(token) >= 6 and OSA.distance(token, joined, score_cutoff=1) <= 1)


def _take_alike(left: list[str], right: list[str], steps: list[Step], total: float) -> None:
    pairs = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            similarity = word_similarity(a, b)
            if similarity >= LEAST_ALIKE:
                pairs.append((similarity, -abs(i - j), i, j))
    used_left: set[int] = set()
    used_right: set[int] = set()
    for similarity, _, i, j in sorted(pairs, reverse=True):
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        a, b = left[i], right[j]
        how = "sound" if similarity >= SAME_SKELETON and sound(a)[:1] == sound(b)[:1] else "spelling"
        steps.append(Step(how, a, b, (1.0 - similarity) * min(weight(a), weight(b)) / total))
    left[:] = [token for i, token in enumerate(left) if i not in used_left]
    right[:] = [token for j, token in enumerate(right) if j not in used_right]


def _take_initials(left: list[str], right: list[str], steps: list[Step], total: float) -> None:
    for one, two, swapped in ((left, right, False), (right, left, True)):
        for token in [t for t in one if len(t) == 1 and t.isalpha()]:
            match = next((t for t in two if len(t) > 1 and t[0] == token and not t.startswith(LEGAL)), None)
            if match:
                one.remove(token)
                two.remove(match)
                pair = (match, token) if swapped else (token, match)
                steps.append(Step("initial", *pair, INITIAL * min(weight(match), MOST_MISSING) / total))


def _take_rest(left: list[str], right: list[str], steps: list[Step], total: float, person: bool) -> None:
    """What only one name has. Where both have something over, the lighter side counts as replaced."""
    rest_left, rest_right = sum(map(weight, left)), sum(map(weight, right))
    replaced = min(rest_left, rest_right)
    absent = UNMATCHED_PERSON if person else UNMATCHED
    most = MOST_MISSING if person and not replaced else 1.0
    for tokens, how, share in ((left, "asked_only", rest_left), (right, "listed_only", rest_right)):
        for token in tokens:
            rate = NUMBER_UNMATCHED if token.isdigit() else absent
            extra = (REPLACED - 2 * absent) * replaced / (2 * share) if share else 0.0
            cost = (rate + extra) * min(weight(token), most) / total
            steps.append(Step(how, token, "", cost) if how == "asked_only" else Step(how, "", token, cost))


@lru_cache(maxsize=524288)
def word_similarity(a: str, b: str) -> float:
    """How alike two words are, in [0, 1]; 0 for numbers and legal forms that are not equal.

    Edit distance (insertion, deletion, substitution, transposition of neighbours; at most 3, and at most two in
    five letters) over the longer length, the first edit at .8, since a slip is likelier than a stranger; at least
    SAME_SOUND or SAME_SKELETON where romanisations of one name would give both. Two words that are both common
    names are two names, however near (Maria, Mario), and count less.
    """
    if a == b:
        return 1.0
    if not (a.isalpha() and b.isalpha()) or len(a) == 1 or len(b) == 1:
        return 0.0
    longest = max(len(a), len(b))
    distance = OSA.distance(a, b, score_cutoff=3)
    if same_given_name(a, b):
        return max(SAME_NAME, 1.0 - distance / longest if distance <= 3 else 0.0)
    similarity = 1.0 - (FIRST_EDIT + (distance - 1) * (LATER_EDIT if longest >= 8 else LATER_EDIT_SHORT)) / longest
    if longest > 3 and distance <= longest / 2 and sound(a) == sound(b):
        return max(similarity, SAME_SOUND_SHORT if longest <= 5 else SAME_SOUND)
    if distance > min(3, 0.4 * longest + 0.01):
        return 0.0
    if similarity >= LEAST_ALIKE and longest > 4 and looks_slavic(a) and slavic_key(a) == slavic_key(b):
        return SAME_SOUND
    alike = min(len(a), len(b)) >= 5 and len(skeleton(a)) >= 3 and skeleton(a) == skeleton(b) and first_vowel(a) == first_vowel(b)
    if alike and similarity >= LEAST_ALIKE:
        return max(similarity, SAME_SKELETON)
    return similarity * 0.8 if commonness(a) >= 2 and commonness(b) >= 2 else similarity


def _align_syllables(asked: tuple[str, ...], listed: tuple[str, ...], scheme: str) -> Alignment:
    """Family against family and syllable against syllable, in order; one other syllable is another name."""
    total = FAMILY_WEIGHT + SYLLABLE_WEIGHT * (len(asked) + len(listed) - 2) / 2
    steps: list[Step] = []
    similarity = chinese_similarity if scheme == CHINESE else syllable_similarity
    for position in range(max(len(asked), len(listed))):
        a = asked[position] if position < len(asked) else ""
        b = listed[position] if position < len(listed) else ""
        worth = SYLLABLE_WEIGHT if position else FAMILY_WEIGHT
        if a and b:
            alike = float(a == b) if position == 0 else similarity(a, b)
            cost, how = (1.0 - alike) * worth / total, "equal" if alike == 1 else "sound" if alike else "replaced"
        else:
            cost, how = 2 * UNMATCHED * worth / total, "asked_only" if a else "listed_only"
        steps.append(Step(how, a, b, cost))
    return Alignment(max(0.0, 1.0 - SYLLABIC_READING - sum(step.cost for step in steps)), tuple(steps), scheme)
