"""Approving a refused copy: a person looked at it, and says why it is right. Who, when and why are kept with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sanctions.acquisition import quarantine
from sanctions.acquisition.intake import Consent, Staged, copy_in
from sanctions.acquisition.quarantine import Quarantined
from sanctions.acquisition.refresh import Options, Outcome, attempt
from sanctions.acquisition.snapshots import Approval, SnapshotStore
from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import StoreError, UsageError


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """``copy`` is written ``LIST@SHA256``, of which the first eight digits will do."""

    copy: str
    by: str
    reason: str


def approve(store: SnapshotStore, decision: Decision, options: Options) -> Outcome:
    """Take a copy out of quarantine, for the reasons that it was put there for and no others.

    It becomes current now and not at the time when it came: what was answered in between rested on the copy before.
    Raises UsageError if there is no such copy or it cannot be approved.
    """
    key, _, prefix = decision.copy.partition("@")
    definition = store.catalogue[key]
    if not prefix:
        raise UsageError(f"{decision.copy!r} does not name a copy. Write --approve {key}@ and the first digits of its SHA-256.")
    if not decision.reason.strip():
        raise UsageError("An approval needs a reason: say with --reason why the copy is right.")
    copy = quarantine.find(store.home, key, prefix)
    approval = Approval(by=decision.by, at=options.clock(), reason=decision.reason.strip(), fetched=copy.fetched)
    consent = Consent(kinds=frozenset(reason.kind for reason in copy.reasons), approval=approval)
    outcome = attempt(store, definition, replace(options, stated=copy.stated, consent=consent), partial(_stage, definition, copy))
    if outcome.status != "failed":
        quarantine.drop(copy)
    return outcome


def _stage(definition: ListDefinition, copy: Quarantined, half: Path) -> Staged:
    quarantine.check_files(copy)
    for file in copy.files:
        copy_in(copy.folder / file.name, half / file.name)
    return Staged(definition=definition, layout=_layout(definition, copy), folder=half, files=copy.files, origin=copy.origin)


def _layout(definition: ListDefinition, copy: Quarantined) -> Layout:
    names = {file.name.lower() for file in copy.files}
    for layout in definition.layouts:
        if layout.format == copy.format and names <= {file.name.lower() for file in layout.files}:
            return layout
    raise StoreError(f"The definition of {copy.list} no longer has the format {copy.format!r} of this copy; refresh the list again.")
