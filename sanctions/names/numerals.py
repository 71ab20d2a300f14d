"""Numbers in names, written as digits, words, ordinals or Roman numerals, brought to digits: "Second", "2nd", "II" are 2.

Numbers tell sister companies, military units and ships apart. Words of English, and the ordinals of Spanish, French,
German and Russian that stand in names on lists.
"""

from __future__ import annotations

from functools import lru_cache

from sanctions.patterns import regex

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = (
    {word: number for number, word in enumerate(_UNITS)}
    | {word: number for number, word in enumerate(_ORDINALS)}
    | _TENS
    | {word[:-1] + "ieth": number for word, number in _TENS.items()}
)
_FOREIGN = {
    # ordinals and cardinals of other tongues, as `words` writes them
    1: "primero primera premier premiere erste erster erstes pervyi pervyy pervy pervaya jeil",
    2: "segundo segunda deuxieme zweite zweiter vtoroi vtoroy vtoraya",
    3: "tercero tercera troisieme dritte dritter tretii tretiy tretya",
    4: "cuarto cuarta quatrieme vierte chetvertyi chetvertyy chetvertaya",
    5: "quinto quinta cinquieme funfte pyatyi pyatyy pyataya",
}
_ALL_WORDS = _WORDS | {word: number for number, words in _FOREIGN.items() for word in words.split()}
_ORDINAL_DIGITS = regex(r"0*(\d{1,6})(?:st|nd|rd|th|er|eme|e|o|a|ya|yi|oi|i|go)")
_ROMAN = regex(r"(?=[xvi]{2})(x{0,3})(ix|iv|v?i{0,3})")
_NUMBER_WORDS = frozenset("no nr num number numero nummer nomer".split())
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_AMBIGUOUS = frozenset("premier premiere zero vi xi".split())
"""Words that are more often a word than a number at a name's beginning (Premier Foods, Zero Motors, Xi An)."""


@lru_cache(maxsize=8192)
def number_of(word: str) -> int | None:
    """The number a word says, or None: "second" → 2, "121st" → 121, "007" → 7, "iii" → 3.

    A single letter is never a Roman numeral, and numerals above 39 are words (mix, civil, dim). ``word`` as `words` gives it.
    """
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 6 else None
    if m := _ORDINAL_DIGITS.fullmatch(word):
        return int(m[1])
    return _ALL_WORDS[word] if word in _ALL_WORDS else _roman(word)


def _roman(word: str) -> int | None:
    if not _ROMAN.fullmatch(word):
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def numbers_to_digits(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with every number in digits, "no" and "nr" before a number left out, "twenty first" as 21.

    A name keeps its words where a number word stands alone in it ("Zero"). Leading zeros go ("007" is 7).
    """
    if len(words) < 2:
        return words
    numbers = [None if words[0] in _AMBIGUOUS else number_of(words[0]), *map(number_of, words[1:])]
    if numbers.count(None) == len(words):
        return words
    found: list[str] = []
    tens = False
    for word, number in zip(words, numbers, strict=True):
        if number is None:
            found.append(word)
            tens = False
            continue
        if found and found[-1] in _NUMBER_WORDS:
            found.pop()
        if tens and 0 < number < 10 and word.isalpha() and word in _WORDS:
            found[-1] = str(int(found[-1]) + number)
            tens = False
        else:
            found.append(str(number))
            tens = word in _TENS
    return tuple(found)
