"""Words that are a few slips of the pen apart, found without looking at every word.

Two words within ``k`` edits (optimal string alignment) become equal when no more than ``k`` letters are struck out of
each. So every word is filed under the hashes of all that is left of it when up to ``most_edits`` letters are struck out,
and a word is looked up by its own. What shares a hash is a candidate: more than ``k`` edits apart at times, never left
out if it is within them. The hashes of words of one length are one product of two small matrices.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.index.distinct import distinct
from sanctions.matching.person_words import most_edits

LONGEST = 24
"""Longer words are few and are compared one by one: what is left of them would be thousands."""

_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xD6E8FEB86659FD93)
_INVERSE = pow(_BASE, -1, 1 << 64)
_ALPHABET = np.frombuffer(b"abcdefghijklmnopqrstuvwxyz0123456789", np.uint8).astype(np.uint64)


def codes(words: list[str]) -> NDArray[np.uint64]:
    """The letters of words of one length as numbers: shape (number of words, length)."""
    return np.frombuffer("".join(words).encode("ascii"), np.uint8).reshape(len(words), -1).astype(np.uint64)


@cache
def _powers(length: int) -> tuple[int, ...]:
    return tuple(pow(_BASE, place, 1 << 64) for place in range(length))


def _places(first: int, last: int, struck: int) -> list[tuple[int, ...]]:
    """The places that are left of ``first`` to ``last`` when up to ``struck`` of them are struck out."""
    whole = range(first, last)
    return [left for out in range(min(struck, len(whole) - 1) + 1) for left in combinations(whole, len(whole) - out)]


def _matrix(length: int, kept: list[tuple[int, ...]]) -> NDArray[np.uint64]:
    made = np.zeros((length, len(kept)), np.uint64)
    powers = np.array(_powers(length), np.uint64)
    for column, places in enumerate(kept):
        made[list(places), column] = powers[: len(places)]
    return made


@cache
def whole_words(length: int, struck: int) -> NDArray[np.uint64]:
    """What words of a length are multiplied with for the hashes of all that is left of them, up to ``struck`` letters out."""
    return _matrix(length, _places(0, length, struck))


def one_away(own: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """The hashes of words of one length, given by their ``codes``, and of all texts one edit away from each: a letter more,
    less, another, two exchanged. Shape (number of words, texts)."""
    number, length = own.shape
    power = np.array(_powers(length + 1), np.uint64)
    upto = np.concatenate([np.zeros((number, 1), np.uint64), np.cumsum(own * power[:-1], axis=1, dtype=np.uint64)], axis=1)
    whole = upto[:, -1:]
    after = whole - upto
    put_in = (upto + after * np.uint64(_BASE))[:, :, None] + _ALPHABET * power[:, None]
    other = (whole - own * power[:-1])[:, :, None] + _ALPHABET * power[:-1, None]
    out = upto[:, :-1] + after[:, 1:] * np.uint64(_INVERSE)
    swapped = whole + (own[:, 1:] - own[:, :-1]) * (power[:-2] - power[1:-1])
    return hashed(np.concatenate([whole, put_in.reshape(number, -1), other.reshape(number, -1), out, swapped], axis=1))


def hashed(products: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Products as hashes of 32 bits."""
    mixed = products ^ (products >> np.uint64(29))
    return ((mixed * _MIX) >> np.uint64(32)).astype(np.uint32)


def filed(words: list[str]) -> tuple[NDArray[np.uint32], NDArray[np.int32]]:
    """All hashes of words, sorted, each with the number of its word; words of digits and long ones are left out."""
    lengths = np.array([len(word) if word.isalpha() else 0 for word in words], np.int64)
    hashes, numbers = [np.zeros(0, np.uint32)], [np.zeros(0, np.int32)]
    for length in range(1, LONGEST + 1):
        places = np.flatnonzero(lengths == length).astype(np.int32)
        if not len(places):
            continue
        matrix = whole_words(length, most_edits(length))
        step = max(1, 4_000_000 // matrix.shape[1])
        for start in range(0, len(places), step):
            some = places[start : start + step]
            found = hashed(codes([words[place] for place in some.tolist()]) @ matrix)
            hashes.append(found.ravel())
            numbers.append(np.repeat(some, found.shape[1]))
    every, owners = np.concatenate(hashes), np.concatenate(numbers)
    order = np.argsort(every, kind="stable")
    return every[order], owners[order]


def shelves(hashes: NDArray[np.uint32]) -> NDArray[np.int32]:
    """Where the hashes that share their first bits begin, and the end of the last; about two hashes share them."""
    bits = max(1, min(22, len(hashes).bit_length() - 1))
    bounds = np.arange((1 << bits) + 1, dtype=np.uint64) << np.uint64(32 - bits)
    return np.searchsorted(hashes, bounds.clip(max=_TOP).astype(np.uint32), side="left").astype(np.int32) + _last(bounds, hashes)


_TOP = np.uint64((1 << 32) - 1)


def _last(bounds: NDArray[np.uint64], hashes: NDArray[np.uint32]) -> NDArray[np.int32]:
    # the bound behind the last shelf is no 32-bit number: all that is left stands before it
    more = np.zeros(len(bounds), np.int32)
    more[-1] = np.count_nonzero(hashes == _TOP)
    return more


def products(words: list[str]) -> NDArray[np.uint64]:
    """The number that each word's hash is made of: a word written behind another adds its own times the other's power."""
    found = np.zeros(len(words), np.uint64)
    for places, some in _by_length(words):
        length = len(some[0])
        found[places] = codes(some) @ np.array(_powers(length), np.uint64) if length else 0
    return found


def powers_of(words: list[str]) -> NDArray[np.uint64]:
    """What the product of a word behind each of these is multiplied with."""
    found = np.zeros(len(words), np.uint64)
    for places, some in _by_length(words):
        found[places] = pow(_BASE, len(some[0]), 1 << 64)
    return found


def _by_length(words: list[str]) -> Iterator[tuple[NDArray[np.int64], list[str]]]:
    lengths = np.array([len(word) for word in words], np.int64)
    for length in distinct(lengths).tolist():
        places = np.flatnonzero(lengths == length)
        yield places, [words[place] for place in places.tolist()]


def lookup(asked: NDArray[np.uint32], hashes: NDArray[np.uint32], starts: NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For every filed hash equal to an asked one: the place of the asked one and that of the filed one."""
    shift = np.uint32(33 - len(starts).bit_length())
    shelf = (asked >> shift).astype(np.int64)
    first = starts[shelf].astype(np.int64)
    place, at = ranges(first, starts[shelf + 1] - first)
    same = hashes[at] == asked[place]
    return place[same], at[same]


def ranges(firsts: NDArray[np.int64], lengths: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every number of several ranges, beside the place of its range."""
    place = np.repeat(np.arange(len(firsts)), lengths)
    return place, np.arange(len(place)) + np.repeat(firsts - (np.cumsum(lengths) - lengths), lengths)
