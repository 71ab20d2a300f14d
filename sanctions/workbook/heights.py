"""How high a row must be for its text to be seen whole.

A file cannot say "as high as needed" where cells are merged, and not every program works it out on opening;
so the heights are estimated here, on the generous side, from the widths of Arial's letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LINE = 13.0
"""Height of a line of 10 points."""
TALL_LINE = 15.5
"""Height of a line in which another script's font stands in."""
MOST = 409.0
"""The highest row there is, in points (Excel's specifications and limits)."""

_UNIT = 522.0
"""Thousandths of Arial's size in a unit of column width. Excel draws 10 points as 13 pixels, a digit as 7: 538; the rest is in hand."""

WIDEST = 2.0
"""No printable ASCII character is wider, in the unit of column widths."""
MARGIN = 0.8
"""What of a column's width no text reaches."""

_ARIAL = (  # advance widths of the printable ASCII characters, space to tilde, in thousandths of the size
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_SINGLE = {chr(32 + place): int(width) / _UNIT for place, width in enumerate(_ARIAL.split())}
_COMMON = {"–": 1.1, "—": 2.0, "…": 2.0, "“": 0.66, "”": 0.66, "’": 0.45, "≥": 1.1, "·": 0.66}


@lru_cache(maxsize=4096)
def _letter(character: str) -> float:
    known = _SINGLE.get(character) or _COMMON.get(character)
    if known:
        return known
    if unicodedata.east_asian_width(character) in "WF":
        return 2.05
    return 0.0 if unicodedata.combining(character) else 1.45


def width_of(text: str) -> float:
    """The width of one line of text, in the unit of column widths (a digit of the default font)."""
    return sum(map(_letter, text))


@lru_cache(maxsize=4096)
def lines_of(text: str, width: float, scale: float = 1.0) -> int:
    """How many lines a wrapped text takes in a column ``width`` wide; ``scale`` is its size against 10 points."""
    room = max(width - MARGIN, 1.0) / scale
    if len(text) * WIDEST <= room and text.isascii() and "\n" not in text:
        return 1
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    lines, used, space = 1, 0.0, _letter(" ")
    for word in line.split(" "):
        size = width_of(word)
        if used and used + space + size > room:
            lines, used = lines + 1, 0.0
        elif used:
            used += space
        while size > room:  # a word longer than the line is broken
            lines, size = lines + 1, size - room
        used += size
    return lines


def folded(text: str, width: float) -> list[str]:
    """The text in lines that are no wider than ``width``, broken between words."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width_of(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def is_tall(text: str) -> bool:
    """Whether another script's font is needed: anything but Latin, Greek, Cyrillic and common signs."""
    return not text.isascii() and any(character > "\u058f" and not "\u1e00" <= character <= "\u22ff" for character in text)


def height_of(lines: int, *, scale: float = 1.0, tall: bool = False) -> float:
    """The height in points of a row with so many lines."""
    return min(lines * (TALL_LINE if tall else LINE) * scale + 3.0, MOST)
