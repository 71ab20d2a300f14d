"""Whether a copy can be believed: against its definition's bounds, and against the copy before it.

Each thing that speaks against a copy is a finding. A final one shows that it is no copy of the list, or not a whole
one; any other may be the publisher's doing, and a person may approve it. Pure: figures in, findings out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import msgspec

from sanctions.acquisition.moments import count
from sanctions.acquisition.profile import FEATURES, Fill, Profile
from sanctions.acquisition.snapshots import Snapshot
from sanctions.catalogue import ListDefinition
from sanctions.patterns import regex
from sanctions.readers.base import ReadReport

SHRUNKEN = 0.70
"""A copy with fewer than this share of the entries or names of the one before it is refused: a cut or filtered list looks just like this.

Our choice: the largest true fall seen on a list of this size (OFAC, the end of a programme) is some 5 %.
"""

STEEP = 0.5
"""A field filled in less than this share of what it was filled in before has fallen steeply."""

FEW = 20
"""A field that fewer entries than this had filled may fall or go empty by chance."""

AHEAD = timedelta(days=2)
"""How far the publisher's date may lie ahead of ours: time zones, and lists dated for the day on which they take effect."""

_FREE = regex(r"^remarks|countr|national|flag|birth date|without a", re.I)
"""What publishers write freely, so that each copy has a new word: countries, what is found in remarks, dates in words."""

_NAMED = 5


_ALTHOUGH = {
    "shrunken": "it is shrunken",
    "older": "it is older",
    "removals": "many entries are gone",
    "fill": "it is thinly filled",
    "drift": "fields fell empty",
    "unread": "a part of it is not read",
    "unended": "its last line is open",
    "undated": "it bears no date",
    "future": "its date lies ahead",
}


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that speaks against a copy. ``kind`` is a word for machines; ``sentence`` is whole; ``final`` ones cannot be approved."""

    kind: str
    sentence: str
    final: bool = False


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a copy to be judged. ``day`` is when the publisher offered it; ``ids`` those of entries not delisted."""

    definition: ListDefinition
    origin: str
    format: str
    day: date
    report: ReadReport
    names: int
    profile: Profile
    ids: frozenset[str]
    missing: tuple[str, ...] = ()


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """The copy before it, as today's reader reads that; ``profile`` is None where it can no longer be read."""

    snapshot: Snapshot
    profile: Profile | None = None
    unread: Mapping[str, int] | None = None
    ids: frozenset[str] | None = None


def findings(copy: Copy, before: Before | None) -> list[Finding]:
    """All that speaks against the copy, the gravest first; of a first copy nothing is told that needs another."""
    found = [*_whole(copy), *_filled(copy), *_dated(copy)]
    if before:
        found += [*_shrunken(copy, before), *_older(copy, before.snapshot), *_drifted(copy, before)]
    return sorted(found, key=lambda finding: not finding.final)


def although(snapshot: Snapshot) -> str | None:
    """Why a copy had been refused that a person approved, and who that was; None for any other copy."""
    if not snapshot.allowed:
        return None
    why = " and ".join(_ALTHOUGH.get(kind, kind) for kind in snapshot.allowed)
    who = f" (approved by {snapshot.approval.by}: {snapshot.approval.reason})" if snapshot.approval else ""
    return f"taken although {why}{who}"


def removed(copy: Copy, before: Before | None) -> int | None:
    """How many entries of the copy before are not, or no longer as listed, in this one; None without one before it."""
    return len(before.ids - copy.ids) if before and before.ids is not None else None


def added(copy: Copy, before: Before | None) -> int | None:
    return len(copy.ids - before.ids) if before and before.ids is not None else None


def _whole(copy: Copy) -> Iterator[Finding]:
    found, (low, high) = copy.report.entries, copy.definition.bounds.entries
    for sentence in copy.report.fatal:
        yield Finding(kind="cut", sentence=sentence, final=True)
    if not low <= found <= high:
        yield Finding(
            kind="count",
            final=True,
            sentence=f"{copy.origin} has {count(found, 'entry', 'entries')}; a copy of {copy.definition.key} has {low:,} to {high:,}. "
            f"It is another list, or cut short.",
        )
    # a record that gives no entity (say, without a name) is reported as a problem by its reader
    declared = copy.report.declared
    if declared is not None and not found <= declared <= found + copy.report.problem_count:
        yield Finding(
            kind="declared",
            final=True,
            sentence=f"{copy.origin} says that it holds {declared:,} records, but {found:,} were found in it: "
            f"it is cut short or altered. Fetch it again.",
        )


def _filled(copy: Copy) -> Iterator[Finding]:
    for name, least in copy.definition.bounds.fill.items():
        fill = copy.profile.features.get(name)
        if fill and fill.share < least:
            kind = FEATURES[name].kind
            who = f"{kind}s" if kind else "entries"
            yield Finding(
                kind="fill",
                sentence=f"{copy.origin}: only {fill.share:.1%} of {fill.of:,} {who} have {FEATURES[name].words}, "
                f"where {least:.0%} at least are expected: a part of the list is missing.",
            )


def _dated(copy: Copy) -> Iterator[Finding]:
    published = copy.report.published
    if published and published > copy.day + AHEAD:
        yield Finding(
            kind="future",
            sentence=f"{copy.origin} says that it was published on {published}, which lies ahead of {copy.day}: its date, "
            f"or this machine's clock, is wrong.",
        )


def _shrunken(copy: Copy, before: Before) -> Iterator[Finding]:
    """Entries and names are both counted: a copy without its file of aliases has every entry and loses half the names."""
    held = before.snapshot
    for noun, found, was in (("entries", copy.report.entries, held.entries), ("names", copy.names, held.names)):
        if found < SHRUNKEN * was:
            lacking = [name for name in copy.missing if name not in held.missing] if held.format == copy.format else []
            lack = f" It lacks {', '.join(lacking)}, which the copy before had: give them too." if lacking else ""
            yield Finding(
                kind="shrunken",
                sentence=f"{copy.origin} has {found:,} {noun} where the copy before it has {was:,}: "
                f"the list is shrunken, and refused.{lack}",
            )
            break
    else:
        yield from _removals(copy, before)


def _removals(copy: Copy, before: Before) -> Iterator[Finding]:
    gone = removed(copy, before)
    if gone is None or before.ids is None:
        return
    most, share = copy.definition.bounds.removals
    bound = max(most, int(share * len(before.ids)))
    if gone > bound:
        yield Finding(
            kind="removals",
            sentence=f"{copy.origin} lacks {gone:,} of the {len(before.ids):,} entries of the copy before it "
            f"({before.snapshot.retrieved:%Y-%m-%d}); more than {bound:,} at once wait until somebody approves them.",
        )


def _older(copy: Copy, held: Snapshot) -> Iterator[Finding]:
    published = copy.report.published
    if held.published and published and published < held.published:
        yield Finding(
            kind="older",
            sentence=f"{copy.origin} was published on {published}, the copy held on {held.published}: it is older, and refused. "
            f"As history it can be taken with --retrieved-at.",
        )
    elif held.published and not published and held.format == copy.format:
        yield Finding(kind="undated", sentence=f"{copy.origin} does not say when it was published, where the copy before it did.")


def _drifted(copy: Copy, before: Before) -> Iterator[Finding]:
    """Only copies in the same form can be held against each other field by field."""
    if before.profile is None or before.unread is None or before.snapshot.format != copy.format:
        return
    if fallen := [*_fallen_features(copy.profile, before.profile), *_fallen_fields(copy.profile, before.profile)]:
        yield Finding(
            kind="drift",
            sentence=f"{copy.origin}: filled in far fewer entries than in the copy before it: {_listed(fallen)}. "
            f"A part of the list is missing, or its publisher changed its form.",
        )
    if set(before.snapshot.missing) - set(copy.missing):
        return  # a file that the copy before lacked brings what it has
    if new := [name for name in sorted(copy.report.unread) if name not in before.unread and _tells(copy, name)]:
        named = [f"{name} ({copy.report.unread[name]:,})" for name in new]
        yield Finding(
            kind="unread",
            sentence=f"{copy.origin} has fields or values that the copy before it did not have and that no rule reads: {_listed(named)}. "
            f"What they say of the entries is unknown.",
        )


def _tells(copy: Copy, name: str) -> bool:
    """Whether something newly unread speaks against the copy: a field or category always, free text only where there is much of it."""
    free = _FREE.search(name.partition("=")[0])
    return not free or copy.report.unread[name] >= max(FEW, copy.report.entries // 100)


def _fallen_features(new: Profile, old: Profile) -> Iterator[str]:
    for name, was in old.features.items():
        now = new.features.get(name, Fill(filled=0, of=0))
        if was.filled >= FEW and now.of and now.share < STEEP * was.share:
            yield f"{FEATURES[name].words} ({was.share:.1%} → {now.share:.1%})" if name in FEATURES else name


def _fallen_fields(new: Profile, old: Profile) -> Iterator[str]:
    fallen: set[str] = set()
    for name, was in old.fields.items():  # in the order of their names: a record before what is in it
        now = new.fields.get(name, 0)
        if name.rpartition("/")[0] not in fallen and was >= FEW and now * old.entities < STEEP * was * new.entities:
            fallen.add(name)
            yield f"the field {name} ({was:,} → {now:,} entries)"


def _listed(names: list[str]) -> str:
    more = f", and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
