"""Two names' words laid side by side: equal, alike, joined, initial, missing, extra, each with its cost.

A name similarity is 1 minus the sum of the costs, each weighed by how much its words tell (names.vocabulary)
relative to all words of both names. The rules are pairwise and static: no other name on any list moves them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace
from rapidfuzz.distance import OSA

from sanctions.matching.body_words import PROPER_LETTERS, PROPER_WEIGHT, Rest, body_word_similarity, replaced, same_sound
from sanctions.matching.costs import COMMON_WEIGHT, Costs
from sanctions.matching.person_words import how_alike, is_other_name, person_word_similarity
from sanctions.names.chinese import chinese_similarity
from sanctions.names.forms import CHINESE, LATIN, SYLLABIC
from sanctions.names.korean import syllable_similarity
from sanctions.names.text import skeleton, sound
from sanctions.names.vocabulary import LEGAL, is_small, weight

LEAST_JOINED = 6
"""Words of fewer letters are joined only letter by letter."""

MOST_MORE_JOINED = 2
"""Letters by which a word and others that are it together may differ in number."""

LEAST_WHOLE = 4
"""Letters from which a word can be several written as one."""

SEVERAL_INITIALS = 0.7
"""What is left of the cost of the initials of a person's name for each more that fits, too: three say more than two."""

MOST_INITIALS = 3
"""More than so many initials say no more: the family name alone is then too small a part of the name."""

LEAST_SMALL = 0.75
"""The least likeness of a title or particle and a word that is none, in persons' names: Syed is no slip for Zahed."""

LEAST_CUT_PERSON = 25
"""Letters from which a person's name may have been cut to fit a field, so that its last word is the beginning of another."""

MOST_INITIAL = 0.7
"""The most that a word behind an initial weighs: an initial fits many words, however rare this one."""

LETTERS_MORE = 2

SEVERAL = 2
"""Words between a given and a family name that are left out together."""

SYLLABIC_READING = 0.02
FAMILY_WEIGHT = 0.5
SYLLABLE_WEIGHT = 0.8


CUT = 0.08
"""A long name that is the beginning of another was cut to fit a field (35 characters in payment messages)."""


class Step(msgspec.Struct, frozen=True):
    """One pairing. ``how``: equal, sound, spelling, given_name, patronymic, ending, joined, initial, asked_only, listed_only,
    replaced, cut.

    ``cost`` is this step's part of 1; the steps' costs sum to 1 minus the similarity.
    """

    how: str
    asked: str
    listed: str
    cost: float


class Alignment(msgspec.Struct, frozen=True):
    similarity: float
    steps: tuple[Step, ...]
    scheme: str = LATIN


@lru_cache(maxsize=4096)
def align(asked: tuple[str, ...], listed: tuple[str, ...], scheme: str, costs: Costs) -> Alignment:
    """Lay two forms of one scheme side by side. Symmetric but for the names of the steps, a listed name of one word (`_absent`), and
    the choice among several words that fit one equally."""
    return _align_syllables(asked, listed, scheme, costs) if scheme in SYLLABIC else _align_words(asked, listed, costs)


def cut_short(asked: str, listed: str, costs: Costs) -> bool:
    """Whether one signature text is the beginning of the other and long enough to tell it."""
    return min(len(asked), len(listed)) >= costs.least_cut and (listed.startswith(asked) or asked.startswith(listed))


def align_cut(asked: str, listed: str) -> Alignment:
    """The alignment of two names of which one was cut."""
    return Alignment(1.0 - CUT, (Step("cut", asked, listed, CUT),))


def _align_words(asked: tuple[str, ...], listed: tuple[str, ...], costs: Costs) -> Alignment:
    total = (sum(map(costs.weigh, asked)) + sum(map(costs.weigh, listed))) / 2
    if asked == listed:
        return Alignment(1.0, tuple(Step("equal", a, a, 0.0) for a in asked))
    left, right = list(asked), list(listed)
    steps: list[Step] = []
    _take_equal(left, right, steps)
    if left and right:
        _take_joined(left, right, steps, total, costs)
        _take_joined(right, left, steps, total, costs, swapped=True)
        _take_alike(left, right, steps, _undiluted(steps, total, costs), costs)
        cut = costs.personal and min(sum(map(len, asked)), sum(map(len, listed))) >= LEAST_CUT_PERSON
        _take_initials(left, right, steps, total, costs, cut=cut)
    if costs.personal:
        inner = not (left and right) and _is_inner(left or right, asked if left else listed)
        small = costs.least_replaced if any(step.cost or not is_small(step.asked) for step in steps) else 0.0
        rest = _rest(left, right, total, costs.absent if inner else _absent(asked, listed, costs), costs, small=small)
        steps += rest if left and right else (_of_child(step, asked, listed, costs) for step in rest)
    else:
        steps += _bodies_rest(left, right, steps, total, costs)
    return Alignment(max(0.0, 1.0 - sum(step.cost for step in steps)), tuple(steps))


def _take_equal(left: list[str], right: list[str], steps: list[Step]) -> None:
    for token in list(left):
        if token in right:
            left.remove(token)
            right.remove(token)
            steps.append(Step("equal", token, token, 0.0))


def _take_joined(one: list[str], two: list[str], steps: list[Step], total: float, costs: Costs, *, swapped: bool = False) -> None:
    """Words written as one on one side ("Wonhong") and as two or three neighbours on the other ("Won Hong")."""
    for token in list(one) if len(two) > 1 else ():
        if len(token) < LEAST_WHOLE or token.startswith(LEGAL):
            continue
        for size in (2, 3):
            starts = (i for i in range(len(two) - size + 1) if two[i][0] == token[0])
            start = next((i for i in starts if joins(token, two[i : i + size])), None)
            if start is None:
                continue
            parts = two[start : start + size]
            worth = (costs.weigh(token) + sum(map(costs.weigh, parts))) / 2
            pair = (" ".join(parts), token) if swapped else (token, " ".join(parts))
            joined = "".join(parts)
            cost = costs.joined if joined == token else costs.joined + 1.0 - word_similarity(token, joined, costs)
            steps.append(Step("joined", *pair, cost * worth / total))
            one.remove(token)
            del two[start : start + size]
            break


def joins(token: str, parts: Sequence[str]) -> bool:
    """Whether neighbours are the word: letter by letter, or in a longer word with one slip or, of two, sound by sound.

    Each of them then begins, ends or stands in the word, so that `scanning.bound` sees that they may be partners.
    """
    joined = "".join(parts)
    if joined == token:
        return True
    if len(token) < LEAST_JOINED or len(parts[0]) < 2 or len(parts[-1]) < 2 or abs(len(joined) - len(token)) > MOST_MORE_JOINED:
        return False
    if token[:2] != parts[0][:2] or token[-2:] != parts[-1][-2:] or not all(part in token for part in parts[1:-1]):
        return False
    return OSA.distance(token, joined, score_cutoff=1) <= 1 or (len(parts) == 2 and sound(token) == "".join(map(sound, parts)))


def _take_alike(left: list[str], right: list[str], steps: list[Step], total: float, costs: Costs) -> None:
    pairs = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            similarity = word_similarity(a, b, costs)
            if similarity >= (LEAST_SMALL if costs.personal and is_small(a) != is_small(b) else costs.least_alike):
                pairs.append((similarity, -abs(i - j), i, j))
    used_left: set[int] = set()
    used_right: set[int] = set()
    for similarity, _, i, j in sorted(pairs, reverse=True):
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        a, b = left[i], right[j]
        how = how_alike(a, b) if costs.personal else "sound" if similarity >= costs.same_skeleton and same_sound(a, b) else "spelling"
        steps.append(Step(how, a, b, (1.0 - similarity) * _shared_weight(a, b, how, costs) / total))
    left[:] = [token for i, token in enumerate(left) if i not in used_left]
    right[:] = [token for j, token in enumerate(right) if j not in used_right]


def _shared_weight(a: str, b: str, how: str, costs: Costs) -> float:
    """What a pair of words weighs: the lighter of the two, since a slip makes a common word rare; their mean where a title or
    particle stands against another word, where two names of persons are no slip (Hasan, Hakan), or a body's word has two letters
    more (Finance, CNFinance)."""
    one, two = costs.weigh(a), costs.weigh(b)
    other = how == "spelling" and is_other_name(a, b) if costs.personal else abs(len(a) - len(b)) >= LETTERS_MORE
    return (one + two) / 2 if other or is_small(a) != is_small(b) else min(one, two)


def _take_initials(left: list[str], right: list[str], steps: list[Step], total: float, costs: Costs, *, cut: bool) -> None:
    """Initials, and where a long name was ``cut`` to fit a field, any beginning of a word. Several initials that all fit, of a
    person's name, say more than each by itself."""
    found: list[tuple[str, str, float]] = []
    for one, two, swapped in ((left, right, False), (right, left, True)):
        for token in [t for t in one if (len(t) == 1 or cut) and t.isalpha()]:
            fits = (t for t in two if len(t) > len(token) and t.startswith(token) and costs.weigh(t) >= costs.least_initial)
            match = next(fits, None)
            if match:
                one.remove(token)
                two.remove(match)
                pair = (match, token) if swapped else (token, match)
                found.append((*pair, min(costs.weigh(match), MOST_INITIAL)))
    rate = initial_rate(costs, len(found))
    steps.extend(Step("initial", a, b, rate * worth / total) for a, b, worth in found)


def initial_rate(costs: Costs, number: int) -> float:
    """What an initial costs, over the weight of the word that it stands for, where so many fit."""
    return costs.initial * (SEVERAL_INITIALS ** (min(max(number, 1), MOST_INITIALS) - 1) if costs.personal else 1.0)


def _absent(asked: tuple[str, ...], listed: tuple[str, ...], costs: Costs) -> float:
    """What an absent word costs: more where the listed name is one word alone, which fits everybody who bears it."""
    usual = costs.absent if costs.absent_end is None else costs.absent_end
    if costs.absent_alone is None:
        return usual
    alone = sum(not is_small(word) for word in listed) == 1 < sum(not is_small(word) for word in asked)
    return costs.absent_alone if alone else usual


def _is_inner(absent: list[str], name: tuple[str, ...]) -> bool:
    """Whether several words that one name lacks all stand within the other: between a given and a family name stand fathers' names and
    second given names, and a writing that leaves one out leaves them all out."""
    telling = sum(not is_small(word) for word in absent)
    return telling >= SEVERAL and name[0] not in absent and name[-1] not in absent


def _of_child(step: Step, asked: tuple[str, ...], listed: tuple[str, ...], costs: Costs) -> Step:
    """A word that one name has before all of the other, at what that costs: what follows it may be the father's name. Muhammad
    stands before many a name and is left out again; initials and titles say nothing."""
    word = step.asked or step.listed
    before = word == (asked if step.how == "asked_only" else listed)[0] and step.how in ("asked_only", "listed_only")
    if costs.absent_first is None or not before or len(word) == 1 or is_small(word) or skeleton(word).startswith("mmt"):
        return step
    return replace(step, cost=step.cost * costs.absent_first / (costs.absent_end or costs.absent))


def _rest(left: list[str], right: list[str], total: float, absent: float, costs: Costs, *, small: float) -> Iterator[Step]:
    """What only one name has. Where both have something over, the lighter side counts as replaced: words of no more than
    ``small`` weight, titles and particles, stand in nobody's place (Maulvi, Mawlawi)."""
    rest_left, rest_right = (sum(worth for token in side if (worth := weight(token)) > small) for side in (left, right))
    replaced = min(rest_left, rest_right)
    for tokens, how, share in ((left, "asked_only", rest_left), (right, "listed_only", rest_right)):
        for token in tokens:
            rate = costs.number_absent if token.isdigit() else absent
            extra = (costs.replaced - 2 * absent) * replaced / (2 * share) if share and weight(token) > small else 0.0
            cost = (rate + extra) * (weight(token) if replaced else costs.absent_weight(token)) / total
            yield Step(how, token, "", cost) if how == "asked_only" else Step(how, "", token, cost)


def _undiluted(steps: list[Step], total: float, costs: Costs) -> float:
    """The names' weight with less of that of the common words and numbers that agree: they do not make two brands one."""
    equal = (step.asked for step in steps if step.how == "equal")
    agreed = sum(worth for word in equal if (worth := costs.weigh(word)) <= COMMON_WEIGHT or word.isdigit())
    return total - (1.0 - costs.common_share) * agreed


def _bodies_rest(left: list[str], right: list[str], steps: list[Step], total: float, costs: Costs) -> Iterator[Step]:
    """What only one name has; where both have something over, the lighter side counts as replaced, by the undiluted weight."""
    named = sum(map(len, _proper(steps, costs))) >= PROPER_LETTERS
    exact = all(step.how in ("equal", "joined") for step in steps)
    rests = Rest(left, costs, named=named, exact=exact), Rest(right, costs, named=named, exact=exact)
    extra = replaced(*rests, costs, named=named) / _undiluted(steps, total, costs)
    for rest, how in zip(rests, ("asked_only", "listed_only"), strict=True):
        for word, absence in rest.costs():
            more = 0.0 if not extra or word.startswith(LEGAL) else extra * costs.weigh(word) / rest.weight
            cost = absence / total + more
            yield Step(how, word, "", cost) if how == "asked_only" else Step(how, "", word, cost)


def _proper(steps: list[Step], costs: Costs) -> Iterator[str]:
    """The proper names that agree: equal, of one sound, or the same letters joined or apart (Al Haramain, Alharamain).

    Of two words of one sound the less telling one (Petrov, not Petroff), so that both names see the same.
    """
    for step in steps:
        words = [side for side in (step.asked, step.listed) if " " not in side]
        if step.how in ("equal", "sound", "joined") and min(map(costs.weigh, words)) >= PROPER_WEIGHT:
            yield min(words, key=len)


def word_similarity(a: str, b: str, costs: Costs) -> float:
    """How alike two words are, in [0, 1]: as words of persons' names, or of any others."""
    return person_word_similarity(a, b) if costs.personal else body_word_similarity(a, b, costs)


def _align_syllables(asked: tuple[str, ...], listed: tuple[str, ...], scheme: str, costs: Costs) -> Alignment:
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
            cost, how = 2 * costs.absent * worth / total, "asked_only" if a else "listed_only"
        steps.append(Step(how, a, b, cost))
    return Alignment(max(0.0, 1.0 - SYLLABIC_READING - sum(step.cost for step in steps)), tuple(steps), scheme)
