"""Which programme tags on the lists stand for an instrument that is held, and which do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from sanctions.frameworks.asking import for_programme
from sanctions.frameworks.records import Framework, Frameworks


class TagUse(msgspec.Struct, frozen=True, kw_only=True):
    """One tag on one list: on how many entries it stands, and the ids of the instruments behind it; none: unmapped."""

    list: str
    tag: str
    entries: int
    frameworks: tuple[str, ...]


def tags_on_list(frameworks: Frameworks, list_key: str, entries: Iterable[tuple[str, ...]], *, tags_of: str | None = None) -> list[TagUse]:
    """The tags of a list, the commonest first. ``entries``: each entry's programmes. ``tags_of``: the list whose tags they are.

    An instrument that is no longer law counts too: what is asked is whether anything says what the tag means.
    """
    count = Counter(tag for programmes in entries for tag in dict.fromkeys(programmes))
    return [
        TagUse(
            list=list_key, tag=tag, entries=number, frameworks=tuple(one.id for one in for_programme(frameworks, tag, tags_of or list_key))
        )
        for tag, number in sorted(count.items(), key=lambda one: (-one[1], one[0]))
    ]


def unseen_tags(frameworks: Frameworks, uses: Iterable[TagUse]) -> Iterator[tuple[Framework, str, str]]:
    """Tags that a framework names for a list that was looked at, and that stand on no entry of it: (framework, tag, list)."""
    uses = tuple(uses)
    looked_at, seen = {use.list for use in uses}, {(use.list, use.tag) for use in uses}
    for framework in frameworks.values():
        for programme in framework.programmes:
            for key in programme.lists:
                if key in looked_at and (key, programme.tag) not in seen:
                    yield framework, programme.tag, key
