"""The score that OFAC's own search tool would give, for officers who compare ours with it. It decides nothing here.

Sources. OFAC, Sanctions List Search, FAQ 246: the name field alone is searched by likeness. FAQ 247: the slider
stands at 100, equal names only, unless it is moved. FAQ 249: Jaro-Winkler and Soundex; once over the whole string,
once over its parts, each part's score making up one; the higher of the two is shown. What the FAQs leave open was
worked out in public by asking the tool and comparing (opensanctions.org/articles, "OFAC matcher", 1 July 2026):

- Jaro-Winkler adds its bonus for an equal beginning always, as the SimMetrics library does, and not from a Jaro
  similarity of .7 upward as Winkler's paper of 1990 says.
- The whole strings are compared only if they begin with the same letter: BUSH GEORGE does not find GEORGE BUSH so.
- Parts of one or two letters of the asked name are left out, unless nothing else is there: KIM JONG UN is asked as
  KIM JONG, and five different people score 100.
- A part counts with its best partner among the listed name's parts; a likeness below .5 counts nothing, and the mean
  is taken over the asked parts alone, so that whatever else the listed name has costs nothing.

How Soundex enters is not known: here parts of equal Soundex keep their likeness even below .5. It is an
approximation of a tool that cannot be examined: scores may differ by a few points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from msgspec.structs import replace
from rapidfuzz.distance import Jaro

from sanctions.model import Hit, Result, Screening
from sanctions.patterns import regex

LEAST_LIKENESS = 0.5
"""A part whose best partner is less alike than this counts nothing."""

SHORT = 2
"""Asked parts of so few letters are left out."""

PREFIX_LETTERS = 4
PREFIX_WEIGHT = 0.1
"""Winkler's bonus: a tenth of what is missing to 1, for each equal letter at the beginning, up to four."""

NOTE = (
    "the score, 0 to 100, that OFAC's own search tool is documented to show for the name asked (FAQ 246 to 249): Jaro-Winkler and Soundex, "
    "of the whole name and of its parts, the higher of the two, best over all of the entry's names. It looks at names alone, leaves out "
    "words of one or two letters and costs nothing for what else the listed name has, so that different people can have 100. It is worked "
    "out from what is published of a tool that cannot be examined, and may differ by a few points. It decides nothing here"
)
"""What the score is and what it is not, for a report."""

_NOT_IN_WORDS = regex(r"[^\w\s-]|_")
_CODES = {letter: digit for digit, letters in enumerate(("BFPV", "CGJKQSXZ", "DT", "L", "MN", "R"), start=1) for letter in letters}


def ofac_score(asked: str, listed: Sequence[str]) -> int:
    """The likeness of a name to the best of a listed target's names, 0 to 100, as OFAC's search tool would show it.

    Not symmetric: the asked name's parts are looked for in the listed name, not the reverse. 0 where either side has
    no letter or digit.
    """
    return round(100 * max((max(_whole(asked, name), _by_parts(asked, name)) for name in listed), default=0.0))


def with_ofac_scores(screening: Screening) -> Screening:
    """The screening with that score on every hit, of the asked name that agreed best."""

    def scored(hit: Hit) -> Hit:
        return replace(hit, ofac_score=ofac_score(hit.comparison.asked, [name.full for name in hit.entity.names]))

    def of(result: Result) -> Result:
        return replace(result, hits=tuple(map(scored, result.hits)), recorded=tuple(map(scored, result.recorded)))

    return replace(screening, results=tuple(of(result) if result.hits or result.recorded else result for result in screening.results))


def _whole(asked: str, listed: str) -> float:
    one, two = " ".join(_parts(asked)), " ".join(_parts(listed))
    return _jaro_winkler(one, two) if one[:1] == two[:1] else 0.0


def _by_parts(asked: str, listed: str) -> float:
    parts, others = _parts(asked), _parts(listed)
    parts = [part for part in parts if len(part) > SHORT] or parts
    if not parts or not others:
        return 0.0
    return sum(max(_part_likeness(part, other) for other in others) for part in parts) / len(parts)


def _part_likeness(one: str, two: str) -> float:
    alike = _jaro_winkler(one, two)
    return alike if alike >= LEAST_LIKENESS or (soundex(one) and soundex(one) == soundex(two)) else 0.0


def _parts(name: str) -> list[str]:
    """The words in capitals without marks; apostrophes, commas and dots fall away, hyphens part words."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.upper()) if not unicodedata.combining(letter))
    return _NOT_IN_WORDS.sub("", plain).replace("-", " ").split()


def _jaro_winkler(one: str, two: str) -> float:
    if not one or not two:
        return 0.0
    alike = Jaro.similarity(one, two)
    equal = next((at for at in range(PREFIX_LETTERS) if one[at : at + 1] != two[at : at + 1] or at >= len(one)), PREFIX_LETTERS)
    return alike + equal * PREFIX_WEIGHT * (1 - alike) if alike else 0.0


def soundex(word: str) -> str:
    """The American Soundex code of a word (R. C. Russell, US patent 1,261,167; the National Archives' rules): a letter and
    three digits, "" for a word with no Latin letter. H and W do not part equal codes, vowels do."""
    letters = [letter for letter in word.upper() if "A" <= letter <= "Z"]
    if not letters:
        return ""
    code, last = letters[0], _CODES.get(letters[0])
    for letter in letters[1:]:
        digit = _CODES.get(letter)
        if digit and digit != last:
            code += str(digit)
        if letter not in "HW":
            last = digit
    return f"{code:0<4}"[:4]
