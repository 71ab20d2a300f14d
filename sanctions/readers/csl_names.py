"""Names as the Consolidated Screening List gives them: riders, aliases in brackets, former names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from sanctions.model import Kind, Name, Quality
from sanctions.patterns import regex
from sanctions.readers.draft import person_parts
from sanctions.scripts import script_of

_SUCCESSORS = regex(r",?\s+and (?:any|its) (?:successor|sub-?unit)[\w ,-]*$", re.I)
_ALSO = regex(r"\s*[(\[,]\s*(a\.?k\.?a\.?|f\.?k\.?a\.?),?\s+(.+?)[)\]]?$", re.I)
_FORMERLY = regex(r"^(?:and\s+)?f\.k\.a\.,?\s+", re.I)


def names_of(published: str, others: list[str]) -> Iterator[Name]:
    """The name as published, what it is without its rider, the names that it gives in brackets, and the aliases.

    "X and any successor, sub-unit, or subsidiary thereof" is also X; "X (a.k.a. Y; Z)" is also X, Y and Z.
    """
    yield Name(full=published, primary=True, script=script_of(published))
    known = {published}
    for full, quality in [*_within(published), *(_alias(other) for other in others)]:
        if full and full not in known:
            known.add(full)
            yield Name(full=full, quality=quality, script=script_of(full))


def with_parts(name: Name, kind: Kind) -> Name:
    """OFAC writes a person's name as "FAMILY, Given"."""
    family, comma, given = name.full.partition(", ")
    return replace(name, parts=person_parts(family, given)) if kind is Kind.PERSON and comma else name


def _within(published: str) -> Iterator[tuple[str, Quality]]:
    bare = _SUCCESSORS.sub("", published)
    if bare != published:
        yield bare, Quality.STRONG
    if found := _ALSO.search(bare):
        quality = Quality.FORMER if found[1].lower().startswith("f") else Quality.STRONG
        yield bare[: found.start()], Quality.STRONG
        for other in found[2].split("; "):
            yield other.strip(), quality


def _alias(text: str) -> tuple[str, Quality]:
    bare = _FORMERLY.sub("", text)
    return bare, Quality.FORMER if bare != text else Quality.STRONG
