"""The arrays that rows of words are searched by, made from their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.index import runs
from sanctions.matching.index.asked import first_bit
from sanctions.matching.index.distinct import distinct
from sanctions.matching.index.filing import arrays_of
from sanctions.matching.index.worth import BY_COSTS, BY_GROUP, GROUP_OF, worths
from sanctions.names.vocabulary import is_small


def _posts(pairs: NDArray[np.int64], words: int, rows: int, starts: str, posts: str) -> dict[str, NDArray[Any]]:
    return {
        starts: np.searchsorted(pairs, np.arange(words + 1) * rows).astype(np.int32),
        posts: (pairs % max(1, rows)).astype(np.int32),
    }


def build(tokens: Sequence[Sequence[str]], kinds: NDArray[np.uint8]) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """The distinct words of rows, in order, and the arrays of ``Words`` (its facts aside) and ``LatinRows``.

    row_starts, row_words    the words of each row, in order
    post_starts, posts       the rows that have each word; abbreviated_starts, abbreviated_posts: those of them with initials
    word_groups              the groups of rows that have each word, as bits
    weight … heavy           what each word is worth (``worth.worths``)
    bits, singles            the first letter of each word as a bit, none for a digit or a legal form; of initials apart
    row_groups               which costs it is compared by
    telling                  whether a word is neither small nor an initial
    row_rest, row_heavy      what a row's telling words cost at least if nothing of them is found, and the most that they weigh
    row_rest_named           the first of these where a proper name agrees
    row_letters, row_firsts  its initials, and the first letters of its other words, as bits
    row_initials             how many initials it has
    """
    listed = sorted({word for row in tokens for word in row})
    numbers = dict(zip(listed, range(len(listed)), strict=True))
    flat = np.array([numbers[word] for row in tokens for word in row], np.int32)
    lengths = np.array([len(row) for row in tokens], np.int64)
    owner = np.repeat(np.arange(len(tokens), dtype=np.int32), lengths)
    worth = worths(listed)
    small = np.array([is_small(word) for word in listed], bool)
    groups = GROUP_OF[kinds] if len(kinds) else np.zeros(0, np.uint8)
    single = np.array([len(word) == 1 and word.isalpha() for word in listed], bool)
    bits = np.array([first_bit(word) for word in listed], np.uint32)
    letters, firsts = np.zeros(len(tokens), np.uint32), np.zeros(len(tokens), np.uint32)
    np.bitwise_or.at(letters, owner, np.where(single, bits, 0)[flat].astype(np.uint32))
    np.bitwise_or.at(firsts, owner, np.where(single, 0, bits)[flat].astype(np.uint32))

    word_groups = np.zeros(len(listed), np.uint8)
    np.bitwise_or.at(word_groups, flat, (1 << groups[owner]).astype(np.uint8))

    def added(values: NDArray[Any]) -> NDArray[np.float64]:
        return np.bincount(owner, values, len(tokens)).astype(np.float64)

    row_starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    pairs = distinct(flat.astype(np.int64) * len(tokens) + owner)
    telling = ~(small | single)[:, None]
    arrays = {
        **arrays_of(listed),
        "word_groups": word_groups,
        **runs.build(listed, row_starts, flat),
        "row_starts": row_starts,
        "row_words": flat,
        **_posts(pairs, len(listed), len(tokens), "post_starts", "posts"),
        **_posts(pairs[letters[pairs % max(1, len(tokens))] > 0], len(listed), len(tokens), "abbreviated_starts", "abbreviated_posts"),
        **{name: worth[name] for name in (*BY_COSTS, *BY_GROUP)},
        "telling": telling[:, 0],
        "bits": np.where(single, 0, bits).astype(np.uint32),
        "singles": np.where(single, bits, 0).astype(np.uint32),
        "row_groups": groups,
        "row_rest": added(np.where(telling, worth["least_unnamed"], 0.0)[flat, groups[owner]]).astype(np.float32),
        "row_rest_named": added(np.where(telling, worth["least_absence"], 0.0)[flat, groups[owner]]).astype(np.float32),
        "row_heavy": added(np.where(telling, worth["heavy"], 0.0)[flat, groups[owner]]).astype(np.float32),
        "row_letters": letters,
        "row_firsts": firsts,
        "row_initials": np.minimum(added(single[flat].astype(np.float64)), 255).astype(np.uint8),
    }
    return listed, arrays
