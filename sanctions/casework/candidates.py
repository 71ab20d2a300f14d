"""Candidate facts: what a scan found in an exhibit, which counts for nothing until a person confirms it.

They stand in ``candidates.toml`` beside the facts. Confirming one writes a fact with the grades that a person gives;
dismissing one keeps it, with the reason. Either is a line of the custody log.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from sanctions.acquisition.disk import put_file, writing
from sanctions.casework.custody import append
from sanctions.casework.editing import toml_fields
from sanctions.casework.reading import read_toml
from sanctions.casework.records import CaseFile
from sanctions.errors import CaseError
from sanctions.scanning import Mention, Scan

FILE = "candidates.toml"
_HEAD = """\
# What scans found in the exhibits. Nothing here counts until a person has read the place and confirmed it:
#   sanctions case confirm CASE C1 --statement … --source … --reliability … --credibility … --stance …
#   sanctions case dismiss CASE C1 --why …
"""


class Settled(StrEnum):
    """What became of a candidate."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class Candidate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One listed target that an exhibit seems to name. ``place`` and ``sentence`` are those of the first of ``times`` mentions.

    ``fact`` is the fact that it became, ``by`` and ``why`` say who settled it and for what reason.
    """

    id: str
    exhibit: str
    mention: str
    entity: str
    name: str
    score: float
    place: str
    sentence: str
    times: int
    engine: str
    state: Settled = Settled.OPEN
    fact: str = ""
    by: str = ""
    why: str = ""

    @property
    def statement(self) -> str:
        """What a person may put in words of their own."""
        return f"The text says: “{self.sentence}” ({self.place})."


class _Candidates(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    candidates: tuple[Candidate, ...] = ()


def read_candidates(folder: Path) -> tuple[Candidate, ...]:
    """The candidates of a case, settled ones included. Raises CaseError for a file that cannot be read."""
    return read_toml(folder / FILE, _Candidates).candidates if (folder / FILE).is_file() else ()


def propose(case: CaseFile, exhibit: str, scan: Scan, *, engine: str, by: str, now: datetime) -> tuple[Candidate, ...]:
    """Add a candidate for each listed target that the exhibit names and that was not found in it before; gives the new ones."""
    held = read_candidates(case.folder)
    known = {(one.exhibit, one.entity) for one in held}
    found: dict[str, list[Mention]] = {}
    for mention in scan.mentions:
        found.setdefault(mention.hit.entity.id, []).append(mention)
    fresh = [mentions for entity, mentions in found.items() if (exhibit, entity) not in known]
    new = tuple(_candidate(f"C{len(held) + number}", exhibit, mentions, engine) for number, mentions in enumerate(fresh, start=1))
    if new:
        _write(case.folder, (*held, *new))
    append(case.folder, "scanned", by, now, {"exhibit": exhibit, "engine": engine, "candidates": [one.id for one in new]})
    return new


def _candidate(key: str, exhibit: str, mentions: Sequence[Mention], engine: str) -> Candidate:
    first = mentions[0]
    page = f"page {first.passage.page}, " if first.passage.page else ""
    return Candidate(
        id=key,
        exhibit=exhibit,
        mention=first.text,
        entity=first.hit.entity.id,
        name=first.hit.entity.name,
        score=first.hit.score,
        place=f"{page}paragraph {first.passage.number}",
        sentence=first.sentence,
        times=len(mentions),
        engine=engine,
    )


def find_candidate(folder: Path, key: str) -> Candidate:
    """The open candidate of that id. Raises CaseError naming those there are."""
    held = read_candidates(folder)
    for one in held:
        if one.id == key and one.state is Settled.OPEN:
            return one
        if one.id == key:
            raise CaseError(f"{folder / FILE}: {key} is {one.state} already, by {one.by}" + (f", as {one.fact}." if one.fact else "."))
    waiting = ", ".join(one.id for one in held if one.state is Settled.OPEN)
    raise CaseError(f"{folder / FILE}: there is no candidate {key!r}. Those that wait are: {waiting or 'none'}.")


def settle(folder: Path, key: str, state: Settled, by: str, now: datetime, *, fact: str = "", why: str = "") -> None:
    """Record what became of a candidate, in its file and in the custody log."""
    settled = msgspec.structs.replace(find_candidate(folder, key), state=state, by=by, fact=fact, why=why)
    append(folder, f"candidate {state}", by, now, {"candidate": key, **({"fact": fact} if fact else {}), **({"why": why} if why else {})})
    _write(folder, tuple(settled if one.id == key else one for one in read_candidates(folder)))


def _write(folder: Path, candidates: Sequence[Candidate]) -> None:
    with writing(folder / FILE):
        put_file(folder / FILE, (_HEAD + "".join(line for one in candidates for line in _lines(one))).encode())


def _lines(candidate: Candidate) -> Iterator[str]:
    yield "\n[[candidates]]\n"
    for key, value in toml_fields(candidate).items():
        yield f"{key} = {value}\n"
