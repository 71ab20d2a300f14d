"""The likeness of many words at once is never less than that of two: nothing alike is left aside by it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions.matching.alignment import word_similarity
from sanctions.matching.costs import BODIES, PERSONS, SHIPS, Costs
from sanctions.matching.index.likeness import Likeness, Pairs, as_facts, facts_of, kin_of

COSTS = {"persons": PERSONS, "bodies": BODIES, "ships": SHIPS}

NAMES = """
    muhammad mohammed mohamed mahmoud yusuf youssef qadhafi gaddafi ivanov ivanova petrov petrova ivanovich ivanovna andriyovych
    andreevich bob robert william bill alexander aleksandr sasha oleksandr charif sharif gamal jamal karim karima hasan hasani
    sirajuddin nasiruddin abdallah abdullah trading tradings shipping shiping technology tecnology corporation corporaton
    sokolov okulov mueller muller goncharov honcharov thanh thang kim gim park pak choe choi energies energous bank banka
""".split()

letters = st.text("aeioukhmsdbrnlj", min_size=2, max_size=10)
words = st.one_of(st.sampled_from(NAMES), letters)


def at_most(a: str, b: str, costs: Costs) -> float:
    kin = bool(set(kin_of(a)) & set(kin_of(b)))
    pair = Pairs(np.array([0]), np.array([0]), np.array([kin]))
    return float(Likeness([a], as_facts(*facts_of([a])), [b], as_facts(*facts_of([b])), pair).of(costs)[0])


@pytest.mark.parametrize("costs", COSTS.values(), ids=COSTS)
@settings(max_examples=300, deadline=None)
@given(a=words, b=words)
def test_it_is_an_upper_bound(costs: Costs, a: str, b: str) -> None:
    exact = word_similarity(a, b, costs)
    assert a == b or exact < costs.least_alike or at_most(a, b, costs) >= exact - 1e-9, (a, b)


@pytest.mark.parametrize("costs", COSTS.values(), ids=COSTS)
def test_every_pair_of_known_spellings_is_bounded(costs: Costs) -> None:
    short = [
        (a, b, exact, bound)
        for a in NAMES
        for b in NAMES
        if a != b and (exact := word_similarity(a, b, costs)) >= costs.least_alike and (bound := at_most(a, b, costs)) < exact - 1e-9
    ]
    assert not short


@pytest.mark.parametrize(
    ("a", "b", "costs"),
    [("hussein", "trading", PERSONS), ("bank", "corporation", BODIES), ("viking", "sparta", SHIPS), ("ivanov", "karim", PERSONS)],
)
def test_it_tells_words_apart_that_have_nothing_in_common(a: str, b: str, costs: Costs) -> None:
    assert at_most(a, b, costs) == 0.0
