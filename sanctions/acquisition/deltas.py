"""OFAC's own delta files held against what we found changed between two copies: an independent count of the same publications."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sanctions.acquisition.changes import EntityChange, ListChanges
from sanctions.acquisition.moments import count
from sanctions.acquisition.snapshots import Snapshot, SnapshotStore
from sanctions.errors import UsageError
from sanctions.readers.ofac_delta import Action, Delta, is_delta, read_delta, read_history

LISTS = ("us_ofac_sdn", "us_ofac_cons")
"""The lists whose publisher keeps deltas."""

_NAMED = 5


class Publications(msgspec.Struct, frozen=True, kw_only=True):
    """What was given to compare with: delta files, and the days of all publications that histories name (None: no history)."""

    deltas: tuple[Delta, ...]
    days: tuple[date, ...] | None = None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """An entity of which the publisher and our copies say different things; None: nothing at all."""

    uid: str
    name: str
    theirs: Action | None
    ours: str | None
    fields: tuple[str, ...] = ()


class CrossCheck(msgspec.Struct, frozen=True, kw_only=True):
    """The deltas of a span against the changes between two copies.

    ``agreed`` counts entities by what both say of them. ``differing`` are those of which they say different things.
    ``silent`` are changed by the deltas and equal in what the copies hold, which may be of fields that this form of the
    list lacks. ``used`` and ``outside`` name the files within and without the span; ``skipped`` are days on which the histories
    name more publications than files were given. ``sentences`` say all of it.
    """

    agreed: Mapping[str, int]
    differing: tuple[Difference, ...]
    silent: tuple[Difference, ...]
    used: tuple[str, ...]
    outside: tuple[str, ...]
    skipped: tuple[date, ...]
    sentences: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the publisher's own account and ours are one, and no publication between them was left out."""
        return not self.differing and not self.skipped


def read_publications(paths: Iterable[Path]) -> Publications:
    """Delta files (.xml) and histories (.json), given one by one or in folders.

    Raises UsageError for a path that is not there or has neither, SourceError for a damaged file.
    """
    deltas: list[Delta] = []
    days: list[date] = []
    histories = 0
    for path in paths:
        files = sorted(each for each in path.iterdir() if each.is_file()) if path.is_dir() else [path]
        found = [file for file in files if file.suffix.lower() in {".xml", ".json"}]
        if not found or not all(file.exists() for file in found):
            raise UsageError(f"There is no delta file (.xml) and no history of publications (.json) at {path}.")
        for file in found:
            if file.suffix.lower() == ".json":
                days += read_history(file)
                histories += 1
            elif not path.is_dir() or is_delta(_head(file)):
                deltas.append(read_delta(file))
    if not deltas:
        raise UsageError("Give at least one delta file of OFAC's (DeltaArchive/YYYY-MM-DD_delta.xml, or changes/NUMBER).")
    return Publications(deltas=tuple(sorted(deltas, key=lambda delta: delta.published)), days=tuple(sorted(days)) if histories else None)


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(4096)


def held_in(store: SnapshotStore, changes: ListChanges) -> frozenset[str]:
    """The publisher's numbers of all entities of the two copies."""
    copies = filter(None, (changes.before, changes.after))
    return frozenset(_number(entity_id) for copy in copies for entity_id, _ in store.entities(copy).ordered())


def cross_check(changes: ListChanges, given: Publications, held: Collection[str]) -> CrossCheck:
    """Whether the deltas of the span between the two copies say what the copies say.

    ``held`` are the publisher's numbers of the entities of both copies (``held_in``): a change that does not say of which list
    it is told, of an entity that neither copy has, is one of OFAC's other list.
    Raises UsageError for a list without deltas, and for a first copy.
    """
    first, last = span_of(changes)
    used = [delta for delta in given.deltas if first < delta.published <= last]
    theirs = _folded(used, held, sdn=changes.list == LISTS[0])
    ours = dict(_ours(changes))
    agreed: Counter[str] = Counter()
    differing, silent = [], []
    for uid in sorted(theirs.keys() | ours.keys(), key=lambda uid: (len(uid), uid)):
        told, found = theirs.get(uid), ours.get(uid)
        name = found.name if found else told[1] if told else ""
        kind = _kind(found, uid) if found else None
        one = Difference(uid=uid, name=name, theirs=told[0] if told else None, ours=kind, fields=told[2] if told else ())
        if one.theirs == one.ours:
            agreed[str(one.ours)] += 1
        elif one.theirs == "changed" and one.ours is None:
            silent.append(one)
        else:
            differing.append(one)
    skipped = _skipped(used, given.days, first, last)
    outside = tuple(delta.file for delta in given.deltas if delta not in used)
    check = CrossCheck(
        agreed=dict(sorted(agreed.items())),
        differing=tuple(differing),
        silent=tuple(silent),
        used=tuple(delta.file for delta in used),
        outside=outside,
        skipped=skipped,
    )
    return replace(check, sentences=tuple(_sentences(check, used, given, changes)))


def span_of(changes: ListChanges) -> tuple[date, date]:
    """The days of the two copies: a publication between them is after the first, and up to the second.

    Raises UsageError for a list without deltas, and for a first copy.
    """
    if changes.list not in LISTS:
        raise UsageError(f"{changes.list} has no delta files; of these lists there are: {', '.join(LISTS)}.")
    if changes.before is None:
        raise UsageError(f"Only one copy of {changes.list} is held, so there are no changes to hold against a delta file.")
    return _day(changes.before), _day(changes.after)


def _day(copy: Snapshot) -> date:
    """The publisher's day of a copy; of one that does not say it (the CSV), the day on which it was offered."""
    return copy.published or copy.offered.date()


def _folded(deltas: Sequence[Delta], held: Collection[str], *, sdn: bool) -> dict[str, tuple[Action, str, tuple[str, ...]]]:
    """What the publications in their order come to for each entity; one added and removed again comes to nothing."""
    found: dict[str, tuple[Action, str, tuple[str, ...]]] = {}
    for delta in deltas:
        for entity in delta.entities:
            action = entity.on(sdn=sdn)
            elsewhere = action == "changed" and not entity.lists and entity.uid not in held
            if action is None or elsewhere:
                continue
            before = found.pop(entity.uid, None)
            net = _net(before[0] if before else None, action)
            if net:
                fields = tuple(dict.fromkeys([*(before[2] if before else ()), *entity.fields]))
                found[entity.uid] = (net, entity.name or (before[1] if before else ""), fields)
    return found


def _net(before: Action | None, then: Action) -> Action | None:
    if before == "added":
        return None if then == "removed" else "added"
    if before == "removed" and then == "added":
        return "changed"
    return then


def _ours(changes: ListChanges) -> Iterator[tuple[str, EntityChange]]:
    for one in changes.entities:
        yield _number(one.id), one
        if one.formerly:
            yield _number(one.formerly), one


def _kind(one: EntityChange, uid: str) -> str:
    """What we found, in the publisher's terms: an entity under a new number is one removed and one added."""
    if one.change != "renumbered":
        return one.change
    return "added" if _number(one.id) == uid else "removed"


def _number(entity_id: str) -> str:
    return entity_id.partition(":")[2]


def _skipped(used: Sequence[Delta], days: tuple[date, ...] | None, first: date, last: date) -> tuple[date, ...]:
    """Days with more publications than files given. A file of the archive may hold a day, so one file is enough for a day."""
    if days is None:
        return ()
    given = {delta.published for delta in used}
    return tuple(sorted({day for day in days if first < day <= last} - given))


def _sentences(check: CrossCheck, used: Sequence[Delta], given: Publications, changes: ListChanges) -> Iterator[str]:
    first, last = span_of(changes)
    between = f"after {first} and up to {last}"
    if changes.before and not (changes.before.published and changes.after.published):
        yield "The copies do not say when they were published; the days on which they were offered are taken for it."
    if not used:
        yield f"None of the delta files given is of a publication {between}."
    else:
        yield from _compared(check, count(len(used), "publication"), between)
    if check.outside:
        yield f"Not used, since not {between}: {', '.join(check.outside)}."
    if check.skipped:
        yield f"Publications without a delta file given: {', '.join(map(str, check.skipped))}; what they did is not checked."
    elif given.days is None:
        yield "No history of publications was given (changes/history/YEAR): a skipped one shows only in what it leaves unexplained."
        if any(one.theirs is None for one in check.differing):
            yield "Some changes stand in no delta given: a publication is perhaps missing."


def _compared(check: CrossCheck, publications: str, between: str) -> Iterator[str]:
    said = ", ".join(f"{number:,} {kind}" for kind, number in check.agreed.items()) or "no entity"
    yield f"OFAC's own deltas ({publications} {between}) agree on {said}."
    for words, ones in (
        ("told differently or by one side alone", check.differing),
        ("changed by the deltas and equal in what the copies hold", check.silent),
    ):
        if ones:
            yield f"{count(len(ones), 'entry', 'entries')} {words}: {_named(ones)}."


def _named(ones: Sequence[Difference]) -> str:
    words = [f"{one.uid} {one.name} (OFAC: {one.theirs or 'nothing'}; the copies: {one.ours or 'nothing'})" for one in ones[:_NAMED]]
    return "; ".join(words) + (f"; and {len(ones) - _NAMED:,} more" if len(ones) > _NAMED else "")
