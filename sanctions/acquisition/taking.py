"""Taking lists from a file, folder or ZIP, for machines without internet and for copies of the past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sanctions.acquisition import disk
from sanctions.acquisition.archives import is_archive, unpack
from sanctions.acquisition.intake import Staged, copy_in, unpacking
from sanctions.acquisition.refresh import Options, Outcome, absent, attempt
from sanctions.acquisition.snapshots import SnapshotFile, SnapshotStore
from sanctions.acquisition.sources import Offer, check_head, check_size, find_offer, is_office_document
from sanctions.catalogue import ListDefinition
from sanctions.errors import SourceError


class _Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What the path has for one list: an offer, a sentence why it cannot be taken, or nothing.

    ``rivals`` are other lists that the same file, recognised by its content alone, may be a copy of;
    ``guess``: any file of its kind (a workbook) would have been offered.
    """

    definition: ListDefinition
    offer: Offer | None = None
    sentence: str | None = None
    rivals: tuple[str, ...] = ()
    guess: bool = False


def take(store: SnapshotStore, definitions: Iterable[ListDefinition], path: Path, options: Options, *, named: bool) -> Iterator[Outcome]:
    """Take each list from ``path``; one outcome a list, in order.

    ``named``: the user asked for these lists, so having nothing for one is a failure, and a path that cannot
    be used is a failure of each. Otherwise each list is taken that the path has something for; a file that may
    be a copy of several lists (OFAC's two share their formats) is that of which it is a plausible copy, and
    SourceError is raised if the path cannot be used at all.
    """
    definitions = list(definitions)
    try:
        with opened(path, store, options.lock_wait) as (root, origin):
            if named:
                yield from (_take(store, _claim(definition, root, origin), options, origin, named=True) for definition in definitions)
            else:
                yield from _take_all(store, definitions, root, origin, options)
    except SourceError as problem:
        if not named:
            raise
        yield from (attempt(store, definition, options, partial(_refuse, str(problem))) for definition in definitions)


def _take_all(store: SnapshotStore, definitions: Iterable[ListDefinition], root: Path, origin: str, options: Options) -> Iterator[Outcome]:
    if root.is_file():
        check_head(root)  # said once, and not for each list
    claims = _with_rivals([_claim(definition, root, origin) for definition in definitions])
    yield from _settle_rivals([_take(store, claim, options, origin, named=False) for claim in claims], claims)


@contextmanager
def opened(path: Path, store: SnapshotStore, wait: float) -> Iterator[tuple[Path, str]]:
    """The file or folder to take lists from, a ZIP unpacked, and the name to call it by."""
    if not path.exists():
        raise SourceError(f"There is no file or folder {path}.")
    try:
        archive = path.is_file() and is_archive(path)
    except OSError as problem:
        raise SourceError(f"{path.name} cannot be read: {problem.strerror}.") from None
    if not archive:
        yield path, path.name or path.absolute().name
        return
    with unpacking(store, wait) as half:
        with disk.writing(store.home.snapshots):
            root = unpack(path, half)
        yield root, path.name


def _claim(definition: ListDefinition, root: Path, origin: str) -> _Claim:
    try:
        return _Claim(definition=definition, offer=find_offer(definition, root, origin=origin))
    except SourceError as problem:
        return _Claim(definition=definition, sentence=str(problem))
    except OSError as problem:
        return _Claim(definition=definition, sentence=f"{origin} cannot be read: {problem.strerror}.")


def _with_rivals(claims: Sequence[_Claim]) -> list[_Claim]:
    """Give each file that bears a list's own name to that list; note who else may claim the others."""
    offers = [(claim.definition.key, claim.offer) for claim in claims if claim.offer]
    settled = {offer.main for _, offer in offers if offer.by_name}
    result = []
    for claim in claims:
        offer = claim.offer
        if offer and not offer.by_name and offer.main in settled:
            result.append(replace(claim, offer=None))
        elif offer and not offer.by_name:
            rivals = tuple(key for key, other in offers if other.main == offer.main and key != claim.definition.key)
            result.append(replace(claim, rivals=rivals, guess=is_office_document(offer.main)))
        else:
            result.append(claim)
    return result


def _take(store: SnapshotStore, claim: _Claim, options: Options, origin: str, *, named: bool) -> Outcome:
    definition, offer = claim.definition, claim.offer
    if offer is None and claim.sentence is None and not named:
        return absent(store, definition, f"{origin} has nothing for it.")
    sentence = claim.sentence or f"{origin} is not recognised as {definition.key} (its forms: {', '.join(definition.formats)})."
    stage = partial(_refuse, sentence) if offer is None else partial(_copy_into, definition, offer)
    outcome = attempt(store, definition, options, stage, tentative=bool(claim.rivals) or claim.guess)
    if offer and offer.unused and outcome.status != "failed":
        return replace(outcome, notes=(f"taken from {offer.main.name}; {', '.join(offer.unused)} lies beside it and was left",))
    return outcome


def _refuse(sentence: str, half: Path) -> Staged | None:
    raise SourceError(sentence)


def _copy_into(definition: ListDefinition, offer: Offer, half: Path) -> Staged:
    files = []
    for wanted in offer.layout.files:
        if wanted.name in offer.files:
            path = offer.files[wanted.name]
            check_size(path, wanted)
            sha256, size = copy_in(path, half / wanted.name)
            files.append(SnapshotFile(name=wanted.name, sha256=sha256, bytes=size))
    return Staged(definition=definition, layout=offer.layout, folder=half, files=tuple(files), origin=offer.origin)


def _settle_rivals(outcomes: Sequence[Outcome], claims: Sequence[_Claim]) -> Iterator[Outcome]:
    """A list that refused a file which one of its rivals took, or a mere guess, was not offered anything."""
    taken = {outcome.list for outcome in outcomes if outcome.status in {"refreshed", "unchanged"}}
    for outcome, claim in zip(outcomes, claims, strict=True):
        if outcome.status == "failed" and taken.intersection(claim.rivals):
            yield replace(outcome, status="absent", sentence="what there is belongs to another list.")
        elif outcome.status == "failed" and claim.guess:
            yield replace(outcome, status="absent", sentence=f"what there is was tried and is no copy of it: {outcome.sentence}")
        else:
            yield outcome
