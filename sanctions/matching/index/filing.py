"""What the distinct words of an index are filed under, so that those that are alike are found without looking at every word."""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from zlib import adler32, crc32

import numpy as np
from numpy.typing import NDArray

from sanctions.matching.alignment import LEAST_WHOLE
from sanctions.matching.index import edits
from sanctions.matching.index.likeness import kin_of
from sanctions.names.cyrillic import masculine, slavic_key
from sanctions.names.exchanged import frames_of
from sanctions.names.text import sound, spelling

NEARLY_LONG = edits.LONGEST - 3
"""Words longer than this can be three edits away from one that is too long to be filed."""

WORD_ARRAYS = ("letters", "word_groups", "keys", "keyed", "key_starts", "word_keys", "hashes", "owners", "starts", "long", "ends")
"""The arrays of ``Words``, in their order."""


def arrays_of(listed: list[str]) -> dict[str, NDArray[np.generic]]:
    """What ``Words`` keeps of distinct words, their facts aside."""
    hashes, owners = edits.filed(listed)
    by_key: dict[int, list[int]] = defaultdict(list)
    own = [keys_of(word) if word.isalpha() else [] for word in listed]
    for number, some in enumerate(own):
        for key in some:
            by_key[key].append(number)
    keys = sorted(by_key)
    return {
        "key_starts": np.concatenate([[0], np.cumsum([len(some) for some in own])]).astype(np.int32),
        "word_keys": np.array([key for some in own for key in some], np.uint64),
        "letters": np.array([letters_of(word) for word in listed], np.uint64),
        "keys": np.repeat(np.array(keys, np.uint64), [len(by_key[key]) for key in keys]),
        "keyed": np.array([number for key in keys for number in by_key[key]], np.int32),
        "hashes": hashes,
        "owners": owners,
        "starts": edits.shelves(hashes),
        "long": np.array([n for n, word in enumerate(listed) if len(word) > NEARLY_LONG and word.isalpha()], np.int32),
        "ends": np.array(sorted({end_of(word) for word in listed if len(word) >= LEAST_WHOLE}), np.uint64),
    }


def keys_of(word: str) -> list[int]:
    """What a word shares with those that it can be a spelling of however many letters differ, as numbers."""
    told = [f"s{sound(word)}", f"w{spelling(word)}", f"m{slavic_key(masculine(word))}", f"m{slavic_key(word)}"]
    told += [f"b{frame}" for frame in frames_of(word)]
    return sorted({number_of(key) & ~1 for key in told} | {number_of(key) | 1 for key in kin_of(word)})


def number_of(key: str) -> int:
    """A number for a key: two checksums, since two keys of one number cost no more than a look at a pair that is none."""
    coded = key.encode()
    return crc32(coded) << 32 | adler32(coded)


def key_number(key: str) -> int:
    """The number that a key is looked up by."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


def end_of(word: str) -> int:
    """The first two and the last two letters of a word and their number as one number."""
    return int.from_bytes(f"{word[:2]}{word[-2:]}".encode("ascii"), "big") << 8 | min(len(word), _LONGEST_TOLD)


_LONGEST_TOLD = 200
_FIRST = ord("a")


def letters_of(word: str) -> int:
    """One bit for each letter, and one more for each that stands twice; digits share the rest."""
    once = twice = 0
    for code in word.encode("ascii"):
        bit = 1 << (code - _FIRST if code >= _FIRST else 26 + code % 6)
        twice |= once & bit
        once |= bit
    return once | twice << 32
