"""The policy that a command works under, and the record that it leaves in the ledger: a line each for every command."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec
from msgspec.structs import replace

from sanctions.catalogue import Catalogue
from sanctions.commands.shared import catalogue_of, home_of, note
from sanctions.errors import DefinitionError
from sanctions.matching.meaning import own_or_measured, valued
from sanctions.matching.ofac_tool import with_ofac_scores
from sanctions.policy import Policy, Thresholds, load_policy

if TYPE_CHECKING:
    from sanctions.commands.remembering import Remembered
    from sanctions.home import Home
    from sanctions.ledger import Ledger, Reference
    from sanctions.model import PolicyInForce, Screening

F = TypeVar("F", bound=Callable[..., Any])

NO_REASON = "changed, no reason given"
UNMET = 3
"""The exit code where a mandatory list is missing or stale."""


def policy_option(function: F) -> F:
    """--policy: another policy, as a trial."""
    option = click.option(
        "--policy",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Try another policy; what it gives is marked as a trial.  [default: the home's policy.toml]",
    )
    return option(function)


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """A policy with what the command asked for instead. ``catalogue`` has the policy's own limits of staleness."""

    home: Home
    policy: Policy
    catalogue: Catalogue
    threshold: float | None = None
    weak: bool = False
    ofac: bool = False

    @property
    def thresholds(self) -> Thresholds:
        return self.policy.rules.thresholds if self.threshold is None else Thresholds(default=self.threshold)

    @property
    def weak_aliases(self) -> bool:
        return self.weak or self.policy.rules.aliases.weak == "alert"

    @property
    def actor(self) -> str:
        return self.policy.name_of(system_user())

    def in_force(self, coverage: Any) -> PolicyInForce:
        return self.policy.in_force(coverage, threshold=self.threshold, weak_aliases=self.weak)

    def applied(self, screening: Screening) -> Screening:
        """The screening with the policy that it was made under, and with what its scores are worth."""
        found = replace(screening, policy=self.in_force(screening.coverage))
        if any(result.hits or result.recorded for result in screening.results):
            found = valued(found, own_or_measured(self.home.meaning), self.policy.rules.book.listed_per_million / 1e6)
        return with_ofac_scores(found) if self.ofac or self.policy.rules.reports.ofac_score else found


def ruling_of(
    context: click.Context,
    *,
    policy: Path | None = None,
    threshold: float | None = None,
    weak_aliases: bool = False,
    ofac_score: bool = False,
) -> Ruling:
    """The policy of the home, or the trial's, with the command's own options. Raises DefinitionError."""
    home = home_of(context)
    catalogue = catalogue_of(home)
    found = load_policy(home, policy, lists=catalogue)
    hours = found.rules.lists.stale_after_hours
    strict = {
        key: msgspec.structs.replace(one, stale_after_hours=min(hours.get(key, one.stale_after_hours), one.stale_after_hours))
        for key, one in catalogue.items()
    }
    return Ruling(home=home, policy=found, catalogue=Catalogue(strict), threshold=threshold, weak=weak_aliases, ofac=ofac_score)


def system_user() -> str:
    """The user that the system knows, or "unknown"."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def record(ruling: Ruling, screening: Screening, notes: Any = None, *, remembered: Remembered | None = None) -> datetime:
    """Record a screening, and the policy if it changed, in the home's ledger; gives the moment of recording.

    ``remembered`` is what earlier decisions say of its hits. A home that cannot be written to gives a warning and
    nothing else. Raises StoreError for a ledger that is bent.
    """
    now = datetime.now(UTC)

    def write(ledger: Ledger) -> None:
        if note_policy(ledger, ruling.policy, ruling.actor):
            note("  the policy is another one than before, recorded without a reason; say why: sanctions policy record --reason '…'")
        ledger.record_screening(
            screening,
            ruling.actor,
            notes=msgspec.to_builtins(notes) if notes is not None else None,
            reference=reference_of(ruling.home),
            keyed=ruling.policy.rules.records.privacy == "keyed",
            listings=remembered.listings if remembered else None,
            standings=remembered.recorded if remembered else (),
            now=now,
        )

    _with_ledger(ruling.home, write)
    return now


def record_refresh(home: Home, lists: Iterable[Mapping[str, Any]]) -> None:
    """Record what came of a refresh: ``lists`` is what ``refresh --json`` prints of each list. Nothing tried, nothing recorded."""
    body = [
        {
            "key": one["key"],
            "status": one["status"],
            "error": one["error"],
            "snapshot": {name: one["snapshot"][name] for name in _OF_A_COPY} if one["snapshot"] else None,
        }
        for one in lists
        if one["status"] != "absent"
    ]
    if body:
        _with_ledger(home, lambda ledger: ledger.append("refresh", {"lists": body}, _plain_actor(home)))


def record_calibration(ruling: Ruling, body: Mapping[str, Any]) -> None:
    """Record that a study's measurement was adopted."""
    _with_ledger(ruling.home, lambda ledger: ledger.append("calibration", dict(body), ruling.actor))


_OF_A_COPY = ("sha256", "entries", "published", "retrieved", "origin", "allowed", "approval")


def _plain_actor(home: Home) -> str:
    """Who acts, also where the policy cannot be read: a refresh does not depend on it."""
    try:
        return load_policy(home).name_of(system_user())
    except DefinitionError:
        return system_user()


def note_policy(ledger: Ledger, policy: Policy, actor: str, reason: str | None = None) -> bool:
    """Record the policy in force if it is not the one that was recorded last; a trial never is. Says whether it did."""
    last = ledger.last("policy")
    before = last.content["sha256"] if last else None
    if policy.what_if or (policy.sha256 == before and reason is None):
        return False
    body = {"name": policy.name, "sha256": policy.sha256, "before": before, "reason": reason or NO_REASON, "text": policy.text}
    ledger.append("policy", body, actor, subject=policy.sha256 or "")
    return True


def reference_of(home: Home) -> Reference:
    """What reports quote beside a screening: the law, the lists' definitions, what the features look at."""
    from sanctions.ledger import Reference

    return Reference(key=_reference_key(home), make=lambda: _reference(home))


def _reference(home: Home) -> Mapping[str, Any]:
    from sanctions.commands.reports import feature_notes
    from sanctions.frameworks import load_frameworks

    return {"frameworks": load_frameworks(home.frameworks), "definitions": dict(catalogue_of(home)), "features": feature_notes()}


def _reference_key(home: Home) -> str:
    """The digest of every file that the reference is made from: cheaper than reading them."""
    import hashlib

    from sanctions.version import __version__

    digest = hashlib.sha256(f"sanctions.reference/1 {__version__}\n".encode())
    for path in _reference_files(home):
        data = path.read_bytes()
        digest.update(f"{path.name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _reference_files(home: Home) -> Iterator[Path]:
    from sanctions.data import data_folder
    from sanctions.matching import compare, features

    for folder in (data_folder("reports") / "frameworks", home.frameworks, data_folder("lists"), home.overlay):
        yield from sorted(folder.glob("*.toml")) if folder.is_dir() else ()
    yield from (Path(module.__file__) for module in (compare, features) if module.__file__)


def _with_ledger(home: Home, write: Callable[[Ledger], object]) -> None:
    from sanctions.ledger import Ledger, UnwritableLedgerError

    try:
        with Ledger.open(home) as ledger:
            write(ledger)
    except UnwritableLedgerError as problem:
        note(f"NOT RECORDED: {problem} What follows stands in no ledger.")
