"""What a score is worth: Bayes' rule on counts, decided hits first, and nothing where nothing was measured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sanctions.errors import DefinitionError
from sanctions.matching.meaning import (
    LEAST_DECIDED,
    LIMITS,
    Asked,
    Band,
    Decided,
    Evidence,
    Meaning,
    Numbers,
    decode,
    encode,
    evidence_of,
    in_hundred,
    limit_of,
    measured,
    right_share,
    worth,
)
from sanctions.model import Comparison, Kind, Reason

ASKED = (
    Asked(who="person", beside=False, listed=1000, ordinary=10_000),
    Asked(who="person", beside=True, listed=1000, ordinary=10_000),
)


def comparison(score: float, **points: float) -> Comparison:
    reasons = (Reason(feature="name", points=score - sum(points.values()), detail=""),)
    return Comparison(score=score, asked="", reasons=(*reasons, *(Reason(feature=f, points=p, detail="") for f, p in points.items())))


def meaning(*bands: Band, decided: tuple[Decided, ...] = ()) -> Meaning:
    return Meaning(engine="0", made_on="2026-01-01", lists=("test_list",), asked=ASKED, bands=bands, decided=decided)


def band(own: int, others: int, ordinary: int, least: float = 0.92, evidence: Evidence = Evidence.NAME) -> Band:
    return Band(who="person", evidence=evidence, least=least, own=own, others=others, ordinary=ordinary)


@pytest.mark.parametrize(
    ("points", "evidence"),
    [
        ({}, Evidence.NAME),
        ({"common_name": -0.02}, Evidence.NAME),
        ({"birth_date": 0.03}, Evidence.AGREEING),
        ({"birth_date": 0.05, "country": -0.02}, Evidence.AGAINST),
        ({"identifier": 0.05, "country": -0.02}, Evidence.IDENTIFIER),
        ({"identifier": -0.25}, Evidence.AGAINST),
    ],
)
def test_what_a_score_rests_on(points: dict[str, float], evidence: Evidence) -> None:
    assert evidence_of(comparison(0.9, **points)) is evidence


@pytest.mark.parametrize(("score", "limit"), [(0.79, None), (0.8, 0.8), (0.8399, 0.8), (0.96, 0.96), (1.0, 0.96)])
def test_bands_begin_at_their_limits(score: float, limit: float | None) -> None:
    assert limit_of(score) == limit


@pytest.mark.parametrize(
    ("listed_per_million", "counts", "right"),
    [
        # 900 of 1,000 listed meet their own entry, 99 (and a half) of 10,000 ordinary ones a stranger's: at one in a thousand,
        # .9 right and about 9.94 wrong of a thousand parties
        (1000, (900, 0, 99), 0.083),
        (10_000, (900, 0, 99), 0.477),
        (500_000, (900, 0, 99), 0.989),
        # another entry of the list counts against as well
        (500_000, (900, 300, 99), 0.743),
    ],
)
def test_a_share_follows_from_counts_and_the_share_of_listed(listed_per_million: int, counts: tuple[int, int, int], right: float) -> None:
    found = worth(meaning(band(*counts)), comparison(0.93), Kind.PERSON, listed_per_million / 1e6)
    assert found
    assert found.share == pytest.approx(right, abs=0.001)


@pytest.mark.parametrize(
    "found",
    [
        worth(meaning(band(900, 0, 99)), comparison(0.93), Kind.COMPANY),
        worth(meaning(band(900, 0, 99)), comparison(0.85), Kind.PERSON),
        worth(meaning(band(900, 0, 99)), comparison(0.5), Kind.PERSON),
        worth(meaning(band(9, 0, 0)), comparison(0.93), Kind.PERSON),
        worth(meaning(band(900, 0, 99)), comparison(0.93, country=-0.02), Kind.PERSON),
    ],
    ids=["another kind", "another band", "below all bands", "too few were met", "differing particulars"],
)
def test_what_was_not_measured_is_not_told(found: object) -> None:
    assert found is None


def test_the_sentence_names_the_sort_of_hits_and_what_it_was_measured_on() -> None:
    told = worth(meaning(band(900, 0, 99)), comparison(0.93), Kind.PERSON)
    assert told
    assert told.basis.startswith("persons by name alone, scores from 0.92 to below 0.96; if one party in 1,000 is listed; measured on ")


def test_decided_hits_go_first_where_they_are_enough() -> None:
    enough = Decided(who="person", evidence=Evidence.NAME, least=0.92, right=3, wrong=LEAST_DECIDED - 3)
    few = Decided(who="person", evidence=Evidence.NAME, least=0.92, right=3, wrong=LEAST_DECIDED - 4)
    told = worth(meaning(band(900, 0, 99), decided=(enough,)), comparison(0.93), Kind.PERSON)
    assert told
    sort = "persons by name alone, scores from 0.92 to below 0.96"
    assert told.share == 0.15
    assert str(told) == f"hits like it are right in about 15 of 100 cases (3 of 20 hits that were decided here: {sort})"
    assert worth(meaning(band(900, 0, 99), decided=(few,)), comparison(0.93), Kind.PERSON) == worth(
        meaning(band(900, 0, 99)), comparison(0.93), Kind.PERSON
    )


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "fewer than 1 of 100"), (0.004, "fewer than 1 of 100"), (0.5, "50 of 100"), (0.999, "more than 99 of 100")]
)
def test_a_share_is_told_no_finer_than_it_was_measured(share: float, words: str) -> None:
    assert in_hundred(share) == words


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 10_000), st.floats(0.000001, 0.999999))
def test_a_share_is_a_share_and_never_certain(own: int, others: int, ordinary: int, listed: float) -> None:
    share = right_share(band(own, others, ordinary), ASKED[0], listed)
    assert 0 <= share < 1
    assert share <= right_share(band(own, others, ordinary), ASKED[0], min(0.999999, listed * 2)) + 1e-12


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)), max_size=len(LIMITS)))
def test_a_measurement_is_read_as_it_was_written(counts: list[tuple[int, int, int]]) -> None:
    made = meaning(*(band(*one, least=limit) for one, limit in zip(counts, LIMITS, strict=False)))
    assert decode(encode(made).encode(), "meaning.toml") == made


def test_a_damaged_measurement_is_an_error_that_names_the_file() -> None:
    with pytest.raises(DefinitionError, match=r"home/meaning\.toml"):
        decode(b"engine = 1", "home/meaning.toml")


def test_the_measurement_that_comes_along_never_says_less_of_a_higher_score() -> None:
    found = measured()
    for asked in found.asked:
        evidence = Evidence.AGREEING if asked.beside else Evidence.NAME
        shares = [right_share(one, asked, 0.001) for one in found.bands if (one.who, one.evidence) == (asked.who, evidence)]
        assert len(shares) == len(LIMITS)
        assert shares == sorted(shares)


@pytest.mark.parametrize(
    ("counts", "family", "said"),
    [
        (
            (4562, 235, 2),
            "document",
            "235 of 4,562 passport and national identity numbers on the lists measured stand on several",
        ),
        ((178, 0, 0), "bic", "none of 178 BICs on the lists measured stands on two entries"),
        ((LEAST_DECIDED - 1, 0, 0), "duns", None),
    ],
)
def test_an_equal_identifier_has_no_share_but_what_the_lists_say_of_it(counts: tuple[int, int, int], family: str, said: str | None) -> None:
    numbers, several, differing = counts
    known = replace(meaning(), identifiers=(Numbers(family=family, numbers=numbers, several=several, differing=differing),))
    told = worth(known, comparison(0.95, identifier=0.95), Kind.COMPANY, family=family)
    assert decode(encode(known).encode(), "meaning.toml") == known
    assert (told is None) if said is None else (told is not None and told.share is None and str(told).startswith(said))
    assert worth(known, comparison(0.95, identifier=0.95), Kind.COMPANY, family="another") is None
