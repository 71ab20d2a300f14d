"""How changes of lists read in words: as text for a terminal and as Markdown for a ticket."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sanctions.acquisition.changes import ChangeKind, EntityChange, ListChanges
from sanctions.acquisition.moments import count
from sanctions.acquisition.snapshots import Snapshot

_SECTIONS: tuple[ChangeKind, ...] = ("added", "removed", "renumbered", "changed")


def headline(changes: ListChanges) -> str:
    """ "us_ofac_sdn 2024-05-02 → 2024-05-03: 0 added, 8 removed, 7 changed (2 of them in minor fields alone)."."""
    if changes.before is None:
        entries = count(changes.after.entries, "entry", "entries")
        return f"{changes.list} {day(changes.after)}: first copy, nothing to compare with ({entries})."
    renumbered, minor = len(changes.of("renumbered")), changes.minor
    parts = [f"{len(changes.of('added')):,} added", f"{len(changes.of('removed')):,} removed"]
    parts += [f"{renumbered:,} renumbered"] if renumbered else []
    parts += [f"{len(changes.of('changed')):,} changed"]
    return (
        f"{changes.list} {day(changes.before)} → {day(changes.after)}: {', '.join(parts)}"
        + (f" ({minor:,} of them in minor fields alone)" if minor else "")
        + "."
    )


def day(copy: Snapshot) -> str:
    """The publisher's date of a copy, else the day it was retrieved."""
    return str(copy.published or copy.retrieved.date())


def text_lines(found: Sequence[ListChanges], *, minor: bool, limit: int | None) -> Iterator[str]:
    """Each list: the figures, the notes, and the entities; of each section no more than ``limit``."""
    for number, changes in enumerate(found):
        if number:
            yield ""
        yield headline(changes)
        yield from (f"  note: {sentence}" for sentence in changes.notes)
        for section in _SECTIONS:
            shown, more = _cut(changes, section, minor, limit)
            for one in shown:
                yield f"  {section:<10}  {title(one)}"
                yield from (f"{'':14}{'minor: ' if not each.major else ''}{each}" for each in one.fields if each.major or minor)
            if more:
                yield f"  {'':10}  … and {more:,} more {section} (--all shows them)"
        if changes.minor and not minor:
            yield f"  {'':10}  {changes.minor:,} changed in minor fields alone (--minor shows them)"


def markdown_lines(found: Sequence[ListChanges], *, minor: bool, limit: int | None) -> Iterator[str]:
    """The same as Markdown; nothing that a list says is taken for markup."""
    yield "# Changes of the lists"
    for changes in found:
        yield from ("", f"## {escaped(headline(changes))}")
        yield from (f"\n> {escaped(sentence)}" for sentence in changes.notes)
        for section in _SECTIONS:
            shown, more = _cut(changes, section, minor, limit)
            if shown:
                yield from ("", f"### {section.capitalize()}", "")
            for one in shown:
                yield f"- {escaped(title(one))}"
                yield from (f"  - {'minor: ' if not each.major else ''}{escaped(str(each))}" for each in one.fields if each.major or minor)
            if more:
                yield f"- … and {more:,} more"


def _cut(changes: ListChanges, section: ChangeKind, minor: bool, limit: int | None) -> tuple[tuple[EntityChange, ...], int]:
    wanted = tuple(one for one in changes.of(section) if minor or one.major)
    shown = wanted if limit is None else wanted[:limit]
    return shown, len(wanted) - len(shown)


def title(one: EntityChange) -> str:
    """ "KIM, Won Hong (person, us_ofac_sdn:15010) [DPRK2]", and of a renumbered one its former number and the proof."""
    programmes = f" [{', '.join(one.programmes)}]" if one.programmes else ""
    former = f", formerly {one.formerly}: {one.proof}" if one.formerly else ""
    return f"{' '.join(one.name.split())} ({one.kind}, {one.id}){programmes}{former}"


_MARKUP = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~!"} | {"&": "&amp;"})


def escaped(text: str) -> str:
    """A text in which Markdown finds no markup, on one line."""
    return " ".join(text.split()).translate(_MARKUP)
