"""Decisions as entries of the ledger: dispositions and checks, and the register that answers who decided what, when and why.

A ``disposition`` entry holds one decision of one hit with everything that it rests on; its subject is the party's key
(``parties.memory_key``). An ``approval`` entry is a second person's check of one, with the same subject. Neither is ever changed: a later
disposition of the same hit takes the place of the earlier one, which stays in the ledger.

    with Ledger.open(home, write=False) as ledger:
        register = Register.of(ledger)
        register.of_hit(screening_id, "12h0")        # the decision in force or awaiting a check, or None
        register.awaiting()                          # decisions that a second person must check
        register.cleared(now)                        # false positives in force: the memory
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

import msgspec

from sanctions.errors import StoreError
from sanctions.ledger import Entry, Ledger
from sanctions.ledger.chain import entry_hash
from sanctions.review.parties import Basis
from sanctions.review.words import FALSE_POSITIVE

DISPOSITION_SCHEMA = "sanctions.ledger.disposition/1"
APPROVAL_SCHEMA = "sanctions.ledger.approval/1"

Verdict = Literal["agreed", "returned"]
State = Literal["in force", "awaiting", "returned"]


class DispositionBody(msgspec.Struct, frozen=True, kw_only=True):
    """The body of a ``disposition`` entry.

    ``key`` is the hit's within the screening, ``hit`` the number of its entry, which holds both sides as they were
    compared. ``basis`` is the party's data, as keyed hashes where ``keyed``. ``user`` is the system's user that recorded
    it for ``maker``; ``check`` says that a second person must agree; ``policy`` is the hash of the policy that says so;
    ``source`` is the SHA-256 of the workbook that it was read from, ``given`` the digest of the answers that stood there.
    """

    schema: str = DISPOSITION_SCHEMA
    screening: str
    key: str
    hit: int
    party: str
    name: str
    role: str | None = None
    subject: str = ""
    entity: str
    listed: str
    copies: tuple[str, ...] = ()
    score: float
    band: str
    engine: str
    disposition: str
    code: str | None = None
    rationale: str = ""
    steps: Mapping[str, str] = {}
    decided_on: date
    review_on: date | None = None
    maker: str
    user: str
    check: bool = False
    policy: str | None = None
    basis: Basis = ()
    keyed: bool = False
    source: str | None = None
    given: str = ""


class ApprovalBody(msgspec.Struct, frozen=True, kw_only=True):
    """The body of an ``approval`` entry: a second person's check of the disposition with the number ``decision``."""

    schema: str = APPROVAL_SCHEMA
    decision: int
    verdict: Verdict
    note: str = ""
    checker: str
    user: str
    source: str | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A second person's check. ``at`` is when it was recorded."""

    seq: int
    at: datetime
    verdict: Verdict
    note: str
    checker: str
    user: str


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. ``seq`` is its entry's number, ``at`` when it was recorded, ``memory`` the party's key, ``body`` the rest."""

    seq: int
    at: datetime
    memory: str
    recorder: str
    body: DispositionBody
    check: Check | None = None

    @property
    def state(self) -> State:
        """ "awaiting" until the second person that is needed has agreed, "returned" if that person did not."""
        if self.check and self.check.verdict == "returned":
            return "returned"
        return "awaiting" if self.body.check and self.check is None else "in force"

    @property
    def clears(self) -> bool:
        """Whether the hit is settled as a false positive, checks included."""
        return self.state == "in force" and self.body.disposition == FALSE_POSITIVE

    @property
    def why(self) -> str:
        """Reason code and rationale in one line."""
        return ": ".join(filter(None, (self.body.code, self.body.rationale)))

    @property
    def makers(self) -> frozenset[str]:
        """Who took part in making it, by name and user, in lower case: none of them can check it."""
        return frozenset(name.casefold() for name in (self.body.maker, self.recorder))

    def sentence(self) -> str:
        """ "false positive by Jane Roe on 2026-05-01 (other birth date: born 1962), checked by Ann Lee on 2026-05-02"."""
        body, check = self.body, self.check
        why = f" ({self.why})" if self.why else ""
        checked = f", {_CHECKED[check.verdict]} by {check.checker} on {check.at:%Y-%m-%d}" if check else ""
        waits = ", awaiting a second person's check" if self.state == "awaiting" else ""
        return f"{body.disposition} by {body.maker} on {body.decided_on}{why}{checked}{waits}"


_CHECKED: Mapping[Verdict, str] = {"agreed": "checked", "returned": "returned"}


class OpenHit(msgspec.Struct, frozen=True, kw_only=True):
    """A hit without a decision, as the newest screening that found it has it.

    ``found`` is when this party and target were first found together without a decision since, ``age`` the days from then.
    ``state`` is "open", "re-opened", "awaiting" (decided, not yet checked) or "returned" (the checker did not agree).
    """

    screening: str
    key: str
    memory: str
    party: str
    name: str
    role: str | None
    entity: str
    listed: str
    score: float
    band: str
    status: str
    found: datetime
    age: int
    state: str = "open"
    decision: Decision | None = None


class Register(msgspec.Struct):
    """All decisions of a ledger. Reading five thousand takes a tenth of a second."""

    decisions: Sequence[Decision]
    _of_hit: dict[tuple[str, str], Decision] = {}
    _of_party: dict[str, list[Decision]] = {}

    def __post_init__(self) -> None:
        for one in self.decisions:
            self._of_hit[one.body.screening, one.body.key] = one
            self._of_party.setdefault(one.memory, []).append(one)

    @classmethod
    def of(cls, ledger: Ledger) -> Register:
        """The register of everything decided so far."""
        return cls(list(decisions_of(ledger.entries(kind="disposition"), ledger.entries(kind="approval"))))

    @classmethod
    def about(cls, ledger: Ledger, memories: Iterable[str]) -> Register:
        """The decisions about these parties alone, by their keys."""
        found: list[Decision] = []
        for memory in dict.fromkeys(memories):
            about = (list(ledger.entries(kind=kind, subject=memory)) for kind in ("disposition", "approval"))
            found += decisions_of(*about)
        return cls(sorted(found, key=lambda one: one.seq))

    def of_hit(self, screening: str, key: str) -> Decision | None:
        """The last decision of a hit of that screening, whatever its state."""
        return self._of_hit.get((screening, key))

    def of_party(self, memory: str) -> Sequence[Decision]:
        """Every decision about a party under its key, oldest first."""
        return self._of_party.get(memory, ())

    def history(self, screening: str, key: str) -> list[Decision]:
        """Every decision of a hit, oldest first: the last one holds."""
        return [one for one in self.decisions if (one.body.screening, one.body.key) == (screening, key)]

    def current(self) -> Iterator[Decision]:
        """The last decision of each party and target, oldest first; of two rows under one id in one screening both."""
        last: dict[tuple[str, str], dict[str, Decision]] = {}
        for one in self.decisions:
            held = last.setdefault((one.memory, one.body.entity), {})
            if any(other.body.screening != one.body.screening for other in held.values()):
                held.clear()
            held[one.body.key] = one
        yield from sorted((one for held in last.values() for one in held.values()), key=lambda one: one.seq)

    def awaiting(self) -> list[Decision]:
        """Those that a second person must still check, oldest first. A decision that a later one replaced needs no check."""
        return [one for one in self.current() if one.state == "awaiting"]

    def cleared(self, today: date) -> list[Decision]:
        """False positives in force whose review date has not passed: what the memory holds, unless data changed since."""
        return [one for one in self.current() if one.clears and not (one.body.review_on and one.body.review_on < today)]


def decisions_of(dispositions: Iterable[Entry], approvals: Iterable[Entry]) -> Iterator[Decision]:
    """Decisions with their checks, in the order of recording. Of several checks of one decision the last holds.

    Raises StoreError for an entry that is bent: nothing is cleared by a decision that was not recorded so.
    """
    checks: dict[int, Check] = {}
    for entry in approvals:
        body = msgspec.json.decode(_sound(entry).body, type=ApprovalBody)
        at = datetime.fromisoformat(entry.time)
        checks[body.decision] = Check(seq=entry.seq, at=at, verdict=body.verdict, note=body.note, checker=body.checker, user=body.user)
    for entry in dispositions:
        made = msgspec.json.decode(_sound(entry).body, type=DispositionBody)
        at = datetime.fromisoformat(entry.time)
        yield Decision(seq=entry.seq, at=at, memory=entry.subject, recorder=entry.actor, body=made, check=checks.get(entry.seq))


def _sound(entry: Entry) -> Entry:
    """The entry, if its content gives its hash."""
    told = {name: getattr(entry, name) for name in ("seq", "kind", "time", "actor", "subject", "body", "previous")}
    if entry_hash(**told) != entry.hash:
        raise StoreError(f"Entry {entry.seq:,} of the ledger, a {entry.kind}, is bent. Run 'sanctions audit verify', and restore a backup.")
    return entry


def decision_document(decision: Decision) -> dict[str, Any]:
    """A decision as JSON."""
    body, check = decision.body, decision.check
    kept = ("disposition", "code", "rationale", "steps", "decided_on", "review_on", "screening", "key", "party", "entity")
    return {
        "entry": decision.seq,
        "state": decision.state,
        **{name: getattr(body, name) for name in kept},
        "by": body.maker,
        "user": body.user,
        "recorded_at": decision.at,
        "checked": {"by": check.checker, "at": check.at, "verdict": check.verdict, "note": check.note} if check else None,
    }
