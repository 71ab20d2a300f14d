"""What a re-screening brought: hits that are new, changed or closed, each with its causes in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from sanctions.model import Coverage, Entity, Hit, Party

Change = Literal["new", "changed", "closed"]
Key = tuple[str, str, str, int]

REMOVED = "party removed from the book"


class HitChange(msgspec.Struct, frozen=True, kw_only=True):
    """One hit that is not as it was. ``hit`` is as it is now, of a closed one as it was; ``before`` is set for a changed one.

    ``causes`` say why ("delisted", "party changed"), ``differences`` what of a changed hit differs.
    """

    change: Change
    party: Party
    hit: Hit
    before: Hit | None = None
    causes: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


class Delta(msgspec.Struct, frozen=True, kw_only=True):
    """One re-screening. ``mode`` is "full" or "delta"; ``because`` says why it is full.

    The parties add up: ``parties`` = ``screened`` + ``untouched`` + ``rejected``. The hits add up: those that stood
    before + new - closed = those that stand. ``coverage`` is what was searched, ``since`` what the last one searched.
    """

    at: datetime
    mode: str
    because: tuple[str, ...]
    last: str | None
    engine: str
    coverage: tuple[Coverage, ...]
    since: Mapping[str, str | None]
    entries_added: int
    entries_changed: int
    entries_removed: int
    parties: int
    parties_changed: int
    screened: int
    untouched: int
    rejected: tuple[tuple[str, str, str], ...]
    stood: int
    stand: int
    changes: tuple[HitChange, ...]

    def of(self, change: Change) -> tuple[HitChange, ...]:
        return tuple(one for one in self.changes if one.change == change)

    @property
    def mismatch(self) -> str | None:
        """Where the counts do not add up, in words: a fault of the toolkit."""
        if self.parties != self.screened + self.untouched + len(self.rejected):
            return f"{self.parties} parties, but {self.screened} screened + {self.untouched} untouched + {len(self.rejected)} not screened"
        if self.stood + len(self.of("new")) - len(self.of("closed")) != self.stand:
            return f"{self.stood} hits before + {len(self.of('new'))} new - {len(self.of('closed'))} closed are not {self.stand}"
        return None


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What changed around the hits: ids of entries, lists, and settings in words."""

    added: Container[str]
    changed: Container[str]
    removed: Container[str]
    delisted: Container[str]
    new_lists: Container[str]
    gone_lists: Container[str]
    settings: tuple[str, ...]


def differences(
    party: Party, before: Sequence[Hit], after: Sequence[Hit], party_causes: tuple[str, ...], around: Circumstances
) -> Iterator[HitChange]:
    """One party's hits then and now, set side by side by role, subject and entry."""
    old, new = _keyed(before), _keyed(after)
    old_copies, new_copies = _copies(before), _copies(after)
    for key, hit in new.items():
        was = old.get(key)
        causes = (*party_causes, *_causes(hit.entity, around))
        if was is None:
            if hit.entity.id in old_copies:
                causes = (*causes, f"stood before as the copy of {old_copies[hit.entity.id]}")
            yield HitChange(change="new", party=party, hit=hit, causes=_told(causes, around))
        elif was != hit:
            found = tuple(_differences(was, hit))
            yield HitChange(change="changed", party=party, hit=hit, before=was, causes=_told(causes, around), differences=found)
    for key, hit in old.items():
        if key not in new:
            # with the party gone nothing else matters
            causes = party_causes if REMOVED in party_causes else (*party_causes, *_causes(hit.entity, around))
            if hit.entity.id in new_copies:
                causes = (*causes, f"stands now as the copy of {new_copies[hit.entity.id]}")
            yield HitChange(change="closed", party=party, hit=hit, causes=_told(causes, around))


def _keyed(hits: Sequence[Hit]) -> dict[Key, Hit]:
    """The hits by role, subject and entry; two directors of one name are told apart by their order."""
    seen: Counter[tuple[str, str, str]] = Counter()
    keyed = {}
    for hit in hits:
        key = (hit.role or "", hit.subject if hit.role else "", hit.entity.id)
        keyed[(*key, seen[key])] = hit
        seen[key] += 1
    return keyed


def _copies(hits: Iterable[Hit]) -> dict[str, str]:
    return {copy: hit.entity.id for hit in hits for copy in hit.copies}


def _causes(entity: Entity, around: Circumstances) -> Iterator[str]:
    if entity.list in around.new_lists:
        yield f"the list {entity.list} was not searched before"
    elif entity.list in around.gone_lists:
        yield f"the list {entity.list} is no longer searched"
    elif entity.id in around.added:
        yield "entry added"
    elif entity.id in around.removed:
        yield "delisted: the entry is no longer on the list"
    elif entity.id in around.delisted:
        yield "delisted: the publisher keeps the entry and marks it as ended"
    elif entity.id in around.changed:
        yield "entry changed"


def _told(causes: tuple[str, ...], around: Circumstances) -> tuple[str, ...]:
    """The causes; changed settings where there is no nearer one. A copy that came or went can also be a cause."""
    return causes or around.settings or ("another list's copy of the entry changed",)


def _differences(before: Hit, after: Hit) -> Iterator[str]:
    if before.score != after.score:
        yield f"score {before.score:.4f} → {after.score:.4f}"
    if before.status != after.status:
        yield f"status {before.status} → {after.status}"
    if before.comparison.matched != after.comparison.matched:
        names = (one.comparison.matched.full if one.comparison.matched else "–" for one in (before, after))
        yield "matched name " + " → ".join(names)
    if before.score == after.score and before.comparison.reasons != after.comparison.reasons:
        yield "reasons"
    if before.copies != after.copies:
        yield f"copies on other lists: {', '.join(before.copies) or 'none'} → {', '.join(after.copies) or 'none'}"
    if before.subject != after.subject:
        yield f"name asked {before.subject} → {after.subject}"
    changed = [name for name in Entity.__struct_fields__ if getattr(before.entity, name) != getattr(after.entity, name)]
    if changed:
        yield f"the entry's {', '.join(name.replace('_', ' ') for name in changed)}"
