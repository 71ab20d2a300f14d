"""``sanctions frameworks check --lists``: each programme tag on the lists held, and the law behind it, or that none is held."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from sanctions.acquisition.moments import count
from sanctions.catalogue import Catalogue
from sanctions.commands.framework_words import WIDTH
from sanctions.errors import CoverageError
from sanctions.frameworks import Frameworks, TagUse, tags_on_list, unseen_tags
from sanctions.home import Home


class ListTags(msgspec.Struct, frozen=True, kw_only=True):
    """The tags of one copy of a list. ``tagged`` counts entries with a tag, ``mapped`` those with one that has law behind it."""

    list: str
    sha256: str
    published: date | None
    retrieved: date
    entries: int
    tagged: int
    mapped: int
    uses: tuple[TagUse, ...]


def tags_held(home: Home, catalogue: Catalogue, frameworks: Frameworks) -> list[ListTags]:
    """The tags of the current copy of each list that is held. Raises CoverageError if none is."""
    from sanctions.acquisition.snapshots import SnapshotStore

    store = SnapshotStore(home, catalogue)
    found = []
    for key, definition in catalogue.items():
        if snapshot := store.current(key):
            programmes = [entity.programmes for entity in store.entities(snapshot)]
            uses = tuple(tags_on_list(frameworks, key, programmes, tags_of=definition.extract_of))
            with_law = {use.tag for use in uses if use.frameworks}
            found.append(
                ListTags(
                    list=key,
                    sha256=snapshot.sha256,
                    published=snapshot.published,
                    retrieved=snapshot.retrieved.date(),
                    entries=len(programmes),
                    tagged=sum(bool(tags) for tags in programmes),
                    mapped=sum(not with_law.isdisjoint(tags) for tags in programmes),
                    uses=uses,
                )
            )
    if not found:
        raise CoverageError("No list is held, so there are no tags to check. Run: sanctions refresh")
    return found


def tag_document(found: Sequence[ListTags], frameworks: Frameworks) -> dict[str, Any]:
    """The same as data; an unmapped tag has no frameworks."""
    import msgspec

    unseen = [{"framework": one.id, "tag": tag, "list": key} for one, tag, key in unseen_tags(frameworks, _uses(found))]
    return {"lists": msgspec.to_builtins(found), "unseen": unseen}


def tag_lines(found: Sequence[ListTags], frameworks: Frameworks) -> Iterator[str]:
    """A line a list, then the tags that have law behind them, those that have none with their counts, and those not seen."""
    uses = _uses(found)
    mapped = [use for use in uses if use.frameworks]
    head = f"{count(len(uses), 'programme tag')} on {count(len(found), 'list')} held"
    yield f"{head}: {len(mapped):,} stand for an instrument that is held here, {len(uses) - len(mapped):,} for none."
    yield from ("", *_table(found))
    if mapped:
        yield from ("", "With law behind them", "--------------------")
        for use in sorted(mapped, key=lambda one: (one.frameworks, one.tag, one.list)):
            behind = ", ".join(f"{frameworks[key].short_title} ({key})" for key in use.frameworks)
            yield from _wrapped(f"{use.list:<15}{use.entries:>7,}  [{use.tag}]  {behind}", 24)
    yield from ("", "Without: read the publisher's own description of them", "------------------------------------------------------")
    for one in found:
        if without := [f"{use.tag} {use.entries:,}" for use in one.uses if not use.frameworks]:
            yield from _wrapped(f"{one.list} ({len(without)}): " + "; ".join(without), 4)
    if unseen := list(unseen_tags(frameworks, uses)):
        yield from ("", "Named by a framework and on no entry of the copy held", "-----------------------------------------------------")
        for framework, tag, key in unseen:
            yield from _wrapped(f"{key:<15}[{tag}]  {framework.short_title} ({framework.id})", 24)


def _table(found: Sequence[ListTags]) -> Iterator[str]:
    rows = [["LIST", "COPY OF", "ENTRIES", "WITH A TAG", "WITH LAW BEHIND IT", "TAGS", "WITHOUT LAW"]]
    for one in found:
        without = sum(not use.frameworks for use in one.uses)
        numbers = (one.entries, one.tagged, one.mapped, len(one.uses), without)
        rows.append([one.list, str(one.published or one.retrieved), *(f"{number:,}" for number in numbers)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        aligned = (str.ljust if column < 2 else str.rjust for column in range(len(row)))
        yield "  ".join(align(cell, width) for align, cell, width in zip(aligned, row, widths, strict=True))


def _uses(found: Sequence[ListTags]) -> list[TagUse]:
    return [use for one in found for use in one.uses]


def _wrapped(text: str, hang: int = 0) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, subsequent_indent=" " * hang, break_on_hyphens=False)
