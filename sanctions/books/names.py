"""The names of a row: whole or in parts, in other scripts, former, trading and other names."""

from __future__ import annotations

import re

from sanctions.books.columns import Column
from sanctions.books.notes import Cells, Notes
from sanctions.books.values import clean, has_word, invisible, shown, split
from sanctions.books.vocabulary import NAME_QUALITIES, NO_NAMES
from sanctions.model import Name, NamePart, PartKind, Quality
from sanctions.patterns import regex
from sanctions.scripts import script_of

LONGEST_NAME = 2000
"""Characters. The longest name on the public lists has some 350."""

_NO_PART = NO_NAMES | {""}
_ALSO = regex(
    r"[\s,(\[]+(?:(?P<former>f/k/a|f\.k\.a\.?|fka|formerly known as|previously known as|née)"
    r"|(?P<other>d/b/a|d\.b\.a\.?|dba|doing business as|t/a|trading as|a/k/a|a\.k\.a\.?|also known as))(?::|\b|(?<=\.))[\s:]*",
    re.I,
)


class BadName(Exception):  # noqa: N818 - a reason for rejecting a row, which never leaves this package
    """Why a row has no name to screen, as a clause: "it has no name"."""


def read_names(cells: Cells, notes: Notes) -> tuple[Name, ...]:
    """The names of a party, its primary one first. Raises BadName if there is none that can be screened.

    The primary name is the whole name, else the one composed of its parts, else the one in another script.
    """
    parts = parts_of(cells)
    cells = _joined(cells)
    found: list[Name] = []
    for wanted, quality in NAME_QUALITIES.items():
        for column, text in cells:
            if column.field == wanted and text.strip():
                _keep_original(column, text, notes)
                found += _main_names(text, parts) if wanted == "name" else _other_names(column, text, quality, notes)
        if wanted == "name" and not found and parts:
            found.append(_composed(parts))
        if wanted == "native_name" and not found:
            raise BadName(_why_none(cells))
    primary, *others = found
    named = {primary.full: Name(full=primary.full, primary=True, script=primary.script, parts=primary.parts)}
    for name in others:
        named.setdefault(name.full, name)
    return tuple(named.values())


def _joined(cells: Cells) -> Cells:
    """The cells with "Name 1", "Name 2" … joined in their order: lines or parts of one name, as many systems export it."""
    lines = sorted(((column, text) for column, text in cells if column.field == "name" and text.strip()), key=lambda line: line[0].number)
    if len(lines) < 2:
        return cells
    return [(lines[0][0], " ".join(text for _, text in lines)), *((column, text) for column, text in cells if column.field != "name")]


def _main_names(text: str, parts: tuple[NamePart, ...]) -> list[Name]:
    """The whole name; "Acme Ltd d/b/a Beta" and "Acme Ltd (formerly known as Gamma)" are two names each."""
    whole = clean(text)
    problem = _problem(text, whole)
    if problem:
        raise BadName(problem)
    first, *rest = _pieces(whole)
    names = [_name(first[1], Quality.STRONG, parts)]
    return names + [_name(piece, quality) for quality, piece in rest]


def _pieces(whole: str) -> list[tuple[Quality, str]]:
    """Quality and text of each name in one cell, cut at "d/b/a", "formerly known as" and the like."""
    marks = [mark for mark in _ALSO.finditer(whole) if has_word(whole[: mark.start()])]
    edges = [(0, 0, Quality.STRONG)] + [(m.start(), m.end(), Quality.FORMER if m["former"] else Quality.STRONG) for m in marks]
    ends = [start for start, _, _ in edges[1:]] + [len(whole)]
    pieces = [(quality, whole[begin:end].strip(" ,;")) for (_, begin, quality), end in zip(edges, ends, strict=True)]
    bare = [(quality, _unbracketed(piece)) for quality, piece in pieces]
    return [(quality, piece) for quality, piece in bare if has_word(piece)]


def _unbracketed(piece: str) -> str:
    """The piece without the bracket that the cut left open or closed."""
    if piece.count("(") != piece.count(")"):
        piece = piece.removesuffix(")") if piece.count(")") > piece.count("(") else piece.removesuffix("(")
    return piece.strip(" ,;")


def _other_names(column: Column, text: str, quality: Quality, notes: Notes) -> list[Name]:
    names = []
    for value in split(text):
        problem = _problem(value, value)
        if problem:
            notes.left_out(column, value, f"cannot be screened, for {problem}")
        else:
            names.append(_name(value, quality))
    return names


def _name(text: str, quality: Quality, parts: tuple[NamePart, ...] = ()) -> Name:
    return Name(full=text, quality=quality, script=script_of(text), parts=parts)


def _composed(parts: tuple[NamePart, ...]) -> Name:
    """A name from its parts, the family name before a comma as the lists write it: "KIM, Won Hong"."""
    family = " ".join(part.text for part in parts if part.kind is PartKind.FAMILY)
    rest = " ".join(part.text for part in parts if part.kind not in (PartKind.FAMILY, PartKind.TITLE))
    whole = f"{family}, {rest}" if family and rest else family or rest
    problem = _problem(whole, whole)
    if problem:
        raise BadName(problem)
    return _name(whole, Quality.STRONG, parts)


def _problem(text: str, cleaned: str) -> str | None:
    """Why a name cannot be screened, or None."""
    if not cleaned:
        unseen = ", ".join(invisible(text))
        return f"its name holds only characters that cannot be seen ({unseen})" if unseen else "it has no name"
    if len(cleaned) > LONGEST_NAME:
        return f"its name is {len(cleaned):,} characters long, and no name is longer than {LONGEST_NAME:,}"
    if cleaned.casefold() in NO_NAMES:
        return f"its name {shown(cleaned)} stands for no name"
    return None if has_word(cleaned) else f"its name {shown(cleaned)} holds no letter or digit"


def _why_none(cells: Cells) -> str:
    """What a row without a name holds instead, so that it can be found again."""
    held = next(
        (
            f"the {column.field.replace('_', ' ')} {shown(text)}"
            for column, text in cells
            if text.strip() and column.field not in ("id", "kind")
        ),
        None,
    )
    return f"it has no name (it holds {held})" if held else "it has no name"


def _keep_original(column: Column, text: str, notes: Notes) -> None:
    unseen = invisible(text)
    if unseen:
        notes.extra[f"{column.source} (as written)"] = text
        notes.warnings.append(
            f"The {column.field.replace('_', ' ')} holds characters that cannot be seen ({', '.join(unseen[:5])}); they were taken out."
        )
    if column.field == "name" and "\n" in text.strip():
        notes.warnings.append("The name runs over several lines; they were joined. Check that no quotation mark is missing.")


def parts_of(cells: Cells) -> tuple[NamePart, ...]:
    """The parts of a name that have columns of their own, in the order given, patronymic, middle, family."""
    kinds = {
        "given_name": PartKind.GIVEN,
        "patronymic": PartKind.PATRONYMIC,
        "middle_name": PartKind.MIDDLE,
        "family_name": PartKind.FAMILY,
        "title": PartKind.TITLE,
    }
    texts = {column.field: clean(text) for column, text in cells if column.field in kinds and clean(text).casefold() not in _NO_PART}
    return tuple(NamePart(kind=kind, text=texts[name]) for name, kind in kinds.items() if name in texts)
