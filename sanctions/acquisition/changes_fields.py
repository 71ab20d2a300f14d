"""What changed within one entity, field by field, in words.

A change is major where it can change a screening's answer or what follows from it: name, alias, birth date,
gender, identifier, country, programme, measures, kind, de-listing. Remarks, the text of addresses, places,
positions, the order of values and the like are minor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Literal, TypeVar

import msgspec

from sanctions.countries import country_name
from sanctions.model import Entity, Identifier, Listing

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

LONGEST = 160
"""Longer values are cut in sentences, in characters; ``before`` and ``after`` stay whole."""

_CORRECTED = 0.7
"""An alias removed and one added whose letters agree at least so far are one alias, corrected."""


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """One value that was added, removed or changed. ``before`` and ``after`` are None where there is none."""

    field: str
    change: Literal["added", "removed", "changed"]
    before: str | None = None
    after: str | None = None
    major: bool

    def __str__(self) -> str:
        """ "alias added: KIM Jong Un", "birth date 1962 → 3 Jul 1962"."""
        if self.change == "changed" and self.before is not None and self.after is not None:
            before, after = " ".join(self.before.split()), " ".join(self.after.split())
            if before == after:
                return f"{self.field} changed in spaces or line ends alone"
            return f"{self.field} {' → '.join(_differing(before, after))}"
        value = self.after if self.before is None else self.before
        return f"{self.field} {self.change}" + (f": {_cut(' '.join(value.split()))}" if value else "")


def field_changes(before: Entity, after: Entity) -> tuple[FieldChange, ...]:
    """Every difference between two descriptions of one target, major ones first. Empty only if they are equal."""
    found = [change for compare in _COMPARISONS for change in compare(before, after)]
    if not found:
        found = list(_form_only(before, after))
    return tuple(sorted(found, key=lambda change: not change.major))


def record_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Differences in the publisher's record where the entity read from it is the same: a version number, an ignored column.

    Spaces and line ends, which a publisher's export lays out anew, are no difference.
    """
    old, new = _leaves(before), _leaves(after)
    found: list[FieldChange] = []
    for path in dict.fromkeys([*old, *new]):
        gone, come = (Counter(side.get(path, ())) for side in (old, new))
        found += _values(
            f"publisher's {path}", dict.fromkeys((gone - come).elements()), dict.fromkeys((come - gone).elements()), major=False
        )
    return tuple(found)


def _leaves(record: Mapping[str, Any]) -> dict[str, list[str]]:
    """The texts of a record by the names of their fields, "rows/Nationality"; the empty ones are left out."""
    found: dict[str, list[str]] = {}

    def walk(value: Any, path: str) -> None:
        if isinstance(value, Mapping):
            for key, one in value.items():
                walk(one, f"{path}/{key}" if path else str(key))
        elif isinstance(value, list):
            for one in value:
                walk(one, path)
        elif text := " ".join(str(value if value is not None else "").split()):
            found.setdefault(path, []).append(text)

    walk(record, "")
    return found


def _change(field: str, before: str | None, after: str | None, *, major: bool) -> FieldChange:
    act: Literal["added", "removed", "changed"] = "added" if before is None else "removed" if after is None else "changed"
    return FieldChange(field=field, change=act, before=before, after=after, major=major)


def _plain(value: Any) -> str | None:
    return None if value in (None, "", [], {}) else str(value)


def _parted(before: Iterable[T], after: Iterable[T], key: Callable[[T], K]) -> tuple[list[T], list[T], list[tuple[T, T]]]:
    """What is gone, what is new, and the pairs that stayed, by ``key``; of values with the same key the first stands."""
    old: dict[K, T] = {}
    new: dict[K, T] = {}
    for values, into in ((before, old), (after, new)):
        for value in values:
            into.setdefault(key(value), value)
    gone = [value for place, value in old.items() if place not in new]
    come = [value for place, value in new.items() if place not in old]
    return gone, come, [(value, new[place]) for place, value in old.items() if place in new]


def _values(field: str, gone: Iterable[str], come: Iterable[str], *, major: bool) -> Iterator[FieldChange]:
    """Values that went and came; where there is one of each, the one became the other."""
    old, new = list(gone), list(come)
    if len(old) == len(new) == 1:
        yield _change(field, old[0], new[0], major=major)
        return
    yield from (_change(field, None, value, major=major) for value in new)
    yield from (_change(field, value, None, major=major) for value in old)


def _kind(before: Entity, after: Entity) -> Iterator[FieldChange]:
    if before.kind is not after.kind:
        yield _change("kind", before.kind.value, after.kind.value, major=True)
    if before.delisted != after.delisted:
        words = ("listed", "de-listed")
        yield _change("state", words[before.delisted], words[after.delisted], major=True)


def _names(before: Entity, after: Entity) -> Iterator[FieldChange]:
    old, new = before.name, after.name
    if old != new:
        yield _change("primary name", old, new, major=True)
    gone, come, stayed = _parted(before.names, after.names, lambda name: name.full)
    lost = [name.full for name in gone if name.full != old or old == new]
    won = [name.full for name in come if name.full != new or old == new]
    for former in list(lost):
        now = max(won, key=lambda name: _alikeness(former, name), default="")
        if now and _alikeness(former, now) >= _CORRECTED:
            lost.remove(former)
            won.remove(now)
            yield _change("alias", former, now, major=True)
    yield from (_change("alias", None, name, major=True) for name in won)
    yield from (_change("alias", name, None, major=True) for name in lost)
    for a, b in stayed:
        if a.quality is not b.quality:
            yield _change(f"quality of {a.full}", a.quality.value, b.quality.value, major=True)


def _alikeness(a: str, b: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, a.casefold(), b.casefold(), autojunk=False).ratio()


def _persons(before: Entity, after: Entity) -> Iterator[FieldChange]:
    gone, come, _ = _parted(before.birth_dates, after.birth_dates, lambda day: (day.first, day.last, day.circa))
    yield from _values("birth date", (day.text or str(day) for day in gone), (day.text or str(day) for day in come), major=True)
    for field, old, new, major in (
        ("gender", before.genders, after.genders, True),
        ("birth place", before.birth_places, after.birth_places, False),
        ("position", before.positions, after.positions, False),
    ):
        lost, won, _same = _parted(old, new, str)
        yield from _values(field, lost, won, major=major)


def _countries(before: Entity, after: Entity) -> Iterator[FieldChange]:
    gone, come, _ = _parted(before.countries, after.countries, lambda link: (link.code, link.role))
    old, new = ([f"{country_name(link.code)} ({link.role.replace('_', ' ')})" for link in links] for links in (gone, come))
    yield from _values("country", old, new, major=True)


def _identifiers(before: Entity, after: Entity) -> Iterator[FieldChange]:
    gone, come, stayed = _parted(before.identifiers, after.identifiers, lambda one: (one.type, one.value, one.country))
    for type_ in dict.fromkeys(one.type for one in [*gone, *come]):
        old, new = ([_identifier(one) for one in part if one.type is type_] for part in (gone, come))
        yield from _values(type_.value.replace("_", " "), old, new, major=True)
    for a, b in stayed:
        if (a.label, a.note) != (b.label, b.note):
            yield _change("note on " + _identifier(a), _about(a), _about(b), major=False)


def _identifier(one: Identifier) -> str:
    return one.value + (f" ({country_name(one.country)})" if one.country else "")


def _about(one: Identifier) -> str | None:
    return ", ".join(filter(None, (one.label, one.note))) or None


def _listings(before: Entity, after: Entity) -> Iterator[FieldChange]:
    gone, come, stayed = _parted(before.listings, after.listings, lambda one: one.programme)
    yield from (_change("programme", None, one.programme, major=True) for one in come)
    yield from (_change("programme", one.programme, None, major=True) for one in gone)
    for a, b in stayed:
        yield from _listing(a, b)
    for programme in dict.fromkeys(one.programme for one in before.listings):
        old, new = (sum(one.programme == programme for one in side.listings) for side in (before, after))
        if new and old != new:
            yield _change(f"listings under {programme}", str(old), str(new), major=False)


def _listing(a: Listing, b: Listing) -> Iterator[FieldChange]:
    where = f" under {a.programme}"
    lost, won, _ = _parted(a.measures, b.measures, str)
    yield from _values("measure" + where, lost, won, major=True)
    for field, old, new, major in (
        ("end of listing", a.ended_on, b.ended_on, True),
        ("date of listing", a.listed_on, b.listed_on, False),
        ("legal basis", a.legal_basis, b.legal_basis, False),
        ("reference", a.reference, b.reference, False),
    ):
        if old != new:
            yield _change(field + where, _plain(old), _plain(new), major=major)


def _rest(before: Entity, after: Entity) -> Iterator[FieldChange]:
    gone, come, _ = _parted(before.addresses, after.addresses, lambda address: address.full)
    yield from _values("address", (address.full for address in gone), (address.full for address in come), major=False)
    lost, won, _same = _parted(before.links, after.links, lambda link: (link.scheme, link.value, link.relation))
    old, new = ([f"{link.relation}: {link.scheme} {link.value}" for link in links] for links in (lost, won))
    yield from _values("link", old, new, major=False)
    for field, a, b in (("remarks", before.remarks, after.remarks), ("url", before.url, after.url)):
        if a != b:
            yield _change(field, a or None, b or None, major=False)


_COMPARISONS = (_kind, _names, _persons, _identifiers, _countries, _listings, _rest)

_WORDS = {"birth_dates": "birth dates", "birth_places": "birth places"}


def _form_only(before: Entity, after: Entity) -> Iterator[FieldChange]:
    """The values are the same and yet something differs: their order, their repetition, or a part of one."""
    for name in Entity.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if name in ("id", "list", "raw") or old == new:
            continue
        how = "order of " if isinstance(old, tuple) and sorted(map(repr, old)) == sorted(map(repr, new)) else "form of "
        yield FieldChange(field=how + _WORDS.get(name, name), change="changed", major=False)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _differing(before: str, after: str) -> tuple[str, str]:
    """Both texts; of long ones only the part that differs, with some words around it."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    start = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    start = max(0, before.rfind(" ", 0, max(0, start - 20)) + 1)
    most = min(len(before), len(after)) - start
    end = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    return _window(before, start, end), _window(after, start, end)


def _window(text: str, start: int, end: int) -> str:
    stop = len(text) - max(0, end - 20)
    shown = _cut(text[start:stop])
    return ("…" if start else "") + shown + ("…" if stop < len(text) and not shown.endswith("…") else "")
