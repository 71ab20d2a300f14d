"""The screening policy: one TOML file, read strictly.

``$SANCTIONS_HOME/policy.toml`` is the policy in force; without one the built-in policy is, whose every value is in
``reports/policy.toml``. Another file can be tried out; what it gives is marked as a trial.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from sanctions.data import data_folder
from sanctions.errors import DefinitionError
from sanctions.home import Home
from sanctions.model import Coverage, Kind, PolicyInForce

DISPOSITIONS = ("true match", "false positive", "undetermined", "escalate")
BANDS = ("strong", "probable", "possible")
LEAST_THRESHOLD = 0.5
"""Below half, names that have nothing to do with each other are alike."""

Role = Literal["maker", "checker", "auditor"]


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the policy: an unknown key is an error, a missing one has its default."""


class Thresholds(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The least score of an alert. ``lists`` gives, by list, a ``default`` or a kind's; ``kinds`` is by the listed target's kind."""

    default: float = 0.8
    kinds: Mapping[str, float] = {}
    lists: Mapping[str, Mapping[str, float]] = {}

    def of(self, key: str, kind: str) -> float:
        """The threshold for a target of that kind on that list: the most particular one that is given."""
        own = self.lists.get(key, {})
        return own.get(kind, own.get("default", self.kinds.get(kind, self.default)))

    def least(self, key: str) -> float:
        """The lowest threshold that any target on that list has."""
        return min(self.of(key, kind) for kind in Kind)


class Bands(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    strong: float = 0.93
    probable: float = 0.88


class Aliases(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    weak: Literal["record", "alert"] = "record"


class Lists(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    mandatory: tuple[str, ...] = ()
    stale_after_hours: Mapping[str, int] = {}


class Records(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    retention_years: int = 10
    privacy: Literal["names", "keyed"] = "names"


_Band = Literal["strong", "probable", "possible"]
_Disposition = Literal["true match", "false positive", "undetermined", "escalate"]


class FourEyes(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a second person must check: all hits of ``bands``, all decisions of ``dispositions``, and ``pairs`` of both.

    ``one_account`` says whether maker and checker may work under one account of the system, where their names alone differ.
    """

    bands: tuple[_Band, ...] = ()
    dispositions: tuple[_Disposition, ...] = ()
    pairs: tuple[tuple[_Band, _Disposition], ...] = ()
    one_account: Literal["allow", "refuse"] = "allow"

    def needed(self, band: str, disposition: str) -> bool:
        """Whether a second person must check that decision on a hit of that band."""
        return band in self.bands or disposition in self.dispositions or (band, disposition) in self.pairs

    def __bool__(self) -> bool:
        return bool(self.bands or self.dispositions or self.pairs)


class Decisions(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``cleared_for_days``: how long a false positive stays cleared without a review date of its own; 0: until something changes.
    ``steps``: whether FAQ 5's steps must be answered for a decision to count."""

    cleared_for_days: int = 365
    steps: Literal["optional", "required"] = "optional"


class Expected(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is supposed of the parties asked about. ``listed_per_million``: how many of a million are listed (matching.meaning)."""

    listed_per_million: int = 1000


class Reports(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``ofac_score``: whether hits also show the score of OFAC's own search tool (matching.ofac_tool)."""

    ofac_score: bool = False


class Person(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who decides. ``user`` is the name that the system knows them by."""

    name: str
    user: str
    roles: tuple[Role, ...] = ()


class Rules(_Strict, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    thresholds: Thresholds = Thresholds()
    bands: Bands = Bands()
    aliases: Aliases = Aliases()
    lists: Lists = Lists()
    records: Records = Records()
    four_eyes: FourEyes = FourEyes()
    decisions: Decisions = Decisions()
    book: Expected = Expected()
    reports: Reports = Reports()
    people: tuple[Person, ...] = ()


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """Rules and where they come from. ``sha256`` is the file's; of the built-in policy there is none. ``what_if`` marks a trial."""

    rules: Rules
    name: str = "built-in policy"
    text: str = ""
    sha256: str | None = None
    what_if: bool = False

    def name_of(self, user: str) -> str:
        """The name that stands in the ledger for a user of the system."""
        return next((person.name for person in self.rules.people if person.user.casefold() == user.casefold()), user)

    def person(self, who: str) -> Person | None:
        """The person of that name or user, without regard to case; None if the policy names none such."""
        wanted = " ".join(who.casefold().split())
        return next((one for one in self.rules.people if wanted in (one.name.casefold(), one.user.casefold())), None)

    def unmet(self, coverage: Iterable[Coverage]) -> tuple[str, ...]:
        """A sentence for each mandatory list that was not searched or is stale."""
        held = {part.list: part for part in coverage}
        return tuple(_unmet(key, held.get(key)) for key in self.rules.lists.mandatory if _unfit(held.get(key)))

    def in_force(self, coverage: Iterable[Coverage], *, threshold: float | None = None, weak_aliases: bool = False) -> PolicyInForce:
        """What a report says of the policy. ``threshold`` and ``weak_aliases`` are what the command asked for instead."""
        return PolicyInForce(
            name=self.name,
            sha256=self.sha256,
            what_if=self.what_if,
            terms=tuple(terms(self.rules, threshold=threshold, weak_aliases=weak_aliases)),
            unmet=self.unmet(coverage),
            mandatory=self.rules.lists.mandatory,
            apart=tuple(_apart(self.rules.thresholds)) if threshold is None else (),
            strong=self.rules.bands.strong,
            probable=self.rules.bands.probable,
        )


def load_policy(home: Home, what_if: Path | None = None, *, lists: Iterable[str] = ()) -> Policy:
    """The home's policy, or the one of ``what_if`` as a trial. ``lists`` are the keys that are defined.

    Raises DefinitionError with a sentence for everything that is wrong in the file.
    """
    path = what_if or home.policy
    if what_if is None and not path.exists():
        return Policy(rules=Rules())
    return read_policy(path, what_if=what_if is not None, lists=lists)


def read_policy(path: Path, *, what_if: bool = False, lists: Iterable[str] = ()) -> Policy:
    """One policy file. Raises DefinitionError naming the file and what is wrong in it."""
    try:
        data = path.read_bytes()
        rules = msgspec.toml.decode(data, type=Rules)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as problem:
        what = problem.strerror if isinstance(problem, OSError) else problem
        raise DefinitionError(f"{path}: this is not a policy: {what}.") from None
    if wrong := list(problems(rules, lists)):
        raise DefinitionError("\n".join(f"{path}: {sentence}" for sentence in wrong))
    return Policy(rules=rules, name=path.name, text=data.decode("utf-8"), sha256=hashlib.sha256(data).hexdigest(), what_if=what_if)


def template() -> str:
    """The text of a policy file that says what holds without one."""
    return (data_folder("reports") / "policy.toml").read_text("utf-8")


def problems(rules: Rules, lists: Iterable[str] = ()) -> Iterator[str]:
    """Everything that is wrong with the rules and that their types do not say. ``lists``: the keys defined; none given, none is checked."""
    yield from _threshold_problems(rules.thresholds)
    bands = rules.bands
    if not LEAST_THRESHOLD <= bands.probable <= bands.strong <= 1:
        yield f"[bands] must have {LEAST_THRESHOLD} ≤ probable ≤ strong ≤ 1, not probable {bands.probable:g} and strong {bands.strong:g}."
    known = set(lists)
    for key in dict.fromkeys((*rules.lists.mandatory, *rules.lists.stale_after_hours, *rules.thresholds.lists)):
        if known and key not in known:
            yield f"there is no list {key!r}. The lists defined are: {', '.join(sorted(known))}."
    for key, hours in rules.lists.stale_after_hours.items():
        if hours < 1:
            yield f"[lists.stale_after_hours] {key} must be 1 or more, not {hours}."
    if rules.records.retention_years < 1:
        yield f"[records] retention_years must be 1 or more, not {rules.records.retention_years}."
    if rules.decisions.cleared_for_days < 0:
        yield f"[decisions] cleared_for_days must be 0 (no limit) or more, not {rules.decisions.cleared_for_days}."
    names = [person.name.casefold() for person in rules.people]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"[[people]] names {name!r} twice; two people need two names."
    if not 0 < rules.book.listed_per_million < 1_000_000:
        yield f"[book] listed_per_million must lie between 0 and 1,000,000, not {rules.book.listed_per_million}."
    users = [person.user.casefold() for person in rules.people]
    for user in sorted({user for user in users if users.count(user) > 1}):
        yield f"[[people]] names the user {user!r} twice; one user is one person."
    if rules.people and rules.four_eyes:
        makers, checkers = ({p.user for p in rules.people if role in p.roles} for role in ("maker", "checker"))
        if not any(maker != checker for maker in makers for checker in checkers):
            yield "[four_eyes] needs a maker and another person who is a checker among [[people]]."


def _threshold_problems(thresholds: Thresholds) -> Iterator[str]:
    named = {"[thresholds] default": thresholds.default}
    named |= {f"[thresholds.kinds] {kind}": value for kind, value in thresholds.kinds.items()}
    named |= {f"[thresholds.lists] {key} {kind}": value for key, by in thresholds.lists.items() for kind, value in by.items()}
    for where, value in named.items():
        if not LEAST_THRESHOLD <= value <= 1:
            yield f"{where} must lie between {LEAST_THRESHOLD} and 1, not {value:g}."
    kinds = set(thresholds.kinds).union(*({*by} - {"default"} for by in thresholds.lists.values()))
    for kind in sorted(kinds - set(Kind)):
        yield f"[thresholds] there is no kind {kind!r}. The kinds are: {', '.join(Kind)}."


def terms(rules: Rules, *, threshold: float | None = None, weak_aliases: bool = False) -> Iterator[str]:
    """The rules as sentences, for a report."""
    if threshold is not None:
        yield f"Threshold {threshold:g} for every list and kind: the command asked for it, not the policy ({rules.thresholds.default:g})."
    else:
        yield "; ".join((f"Threshold {rules.thresholds.default:g}", *_apart(rules.thresholds))) + "."
    yield f"Bands: strong from {rules.bands.strong:g}, probable from {rules.bands.probable:g}, possible below."
    if weak_aliases and rules.aliases.weak == "record":
        yield "Weak aliases alone raise an alert: the command asked for it; the policy records them only."
    else:
        yield (
            "Weak aliases alone raise an alert." if rules.aliases.weak == "alert" else "Weak aliases alone are recorded and raise no alert."
        )
    yield f"Mandatory lists: {', '.join(rules.lists.mandatory) or 'none'}."
    if rules.lists.stale_after_hours:
        yield "Stale after: " + ", ".join(f"{key} {hours} hours" for key, hours in rules.lists.stale_after_hours.items()) + "."
    yield f"Records are kept for {rules.records.retention_years} years, parties by {_PRIVACY[rules.records.privacy]}."
    yield from _decision_terms(rules)
    yield f"What scores are worth is told as of a book of which {rules.book.listed_per_million:,} in a million parties are listed."
    if rules.reports.ofac_score:
        yield "Hits also show the score that OFAC's own search tool is documented to give."
    if rules.people:
        yield "People: " + "; ".join(f"{one.name} ({', '.join(one.roles) or 'no role'})" for one in rules.people) + "."


def _decision_terms(rules: Rules) -> Iterator[str]:
    eyes = rules.four_eyes
    checked = [f"hits that are {band}" for band in eyes.bands] + [f"decisions “{one}”" for one in eyes.dispositions]
    checked += [f"decisions “{disposition}” of {band} hits" for band, disposition in eyes.pairs]
    account = ", under an account of their own" if eyes.one_account == "refuse" else ""
    yield f"A second person checks{account}: {', '.join(checked)}." if checked else "No second person is asked for."
    days = rules.decisions.cleared_for_days
    until = (
        f"for {days} days, or until the review date that the decision names" if days else "until the review date that the decision names"
    )
    yield f"A false positive stays cleared {until}, unless the listed record, the party's data or the engine's comparison change before."
    if rules.decisions.steps == "required":
        yield "A decision counts only with all five steps of resolving a match answered."


_PRIVACY = {"names": "their names", "keyed": "keyed hashes of their names alone"}


def _apart(thresholds: Thresholds) -> Iterator[str]:
    """What has a threshold of its own, in words."""
    yield from (f"{kind} {value:g}" for kind, value in thresholds.kinds.items())
    for key, by in thresholds.lists.items():
        yield from (f"{key}{'' if kind == 'default' else ' ' + kind} {value:g}" for kind, value in by.items())


def _unfit(part: Coverage | None) -> bool:
    return part is None or part.sha256 is None or part.status != "current"


def _unmet(key: str, part: Coverage | None) -> str:
    if part is None:
        return f"{key} was not searched, since the command named other lists"
    if part.sha256 is None:
        return f"{key} was not searched, since no copy is held"
    return f"{key} is {part.status}" + (f" ({part.note})" if part.note else "")
