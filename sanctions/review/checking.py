"""A second person's check of decisions: who may, what becomes of it, and a sample for the second line to test."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from sanctions.ledger import Draft, Ledger
from sanctions.policy import Policy
from sanctions.review.decisions import ApprovalBody, Decision, Register, Verdict
from sanctions.review.people import Actor, refused


class GivenCheck(msgspec.Struct, frozen=True, kw_only=True):
    """A check as it was entered: of the decision with that entry's number. ``where`` names the row that it stands in."""

    decision: int
    verdict: Verdict
    note: str = ""
    where: str = ""


class Checked(msgspec.Struct, kw_only=True):
    """What became of the checks: recorded, recorded before, or refused with a sentence each."""

    new: list[ApprovalBody] = []
    unchanged: int = 0
    refused: list[str] = []
    notes: list[str] = []


def record_checks(
    ledger: Ledger, given: Sequence[GivenCheck], policy: Policy, actor: Actor, *, source: str | None = None, dry: bool = False,
    now: datetime | None = None,
) -> Checked:  # fmt: skip
    """Record the checks, all that can be together. Nobody checks what they decided or brought in themselves. Raises StoreError."""
    done = Checked()

    def drafts() -> Iterable[Draft]:
        nonlocal done
        done, pairs = _judged(Register.of(ledger), given, policy, actor, source)
        return [Draft(kind="approval", body=body, subject=memory) for memory, body in pairs]

    if dry:
        return _judged(Register.of(ledger), given, policy, actor, source)[0]
    ledger.append_made(drafts, actor.name, now=now)
    return done


def _judged(
    register: Register, given: Sequence[GivenCheck], policy: Policy, actor: Actor, source: str | None
) -> tuple[Checked, list[tuple[str, ApprovalBody]]]:
    done, pairs = Checked(), []
    by_seq = {one.seq: one for one in register.decisions}
    latest = {one.seq for one in register.current()}
    for check in given:
        decision = by_seq.get(check.decision)
        where = f"{check.where}: " if check.where else ""
        if decision and decision.check and (decision.check.verdict, decision.check.checker) == (check.verdict, actor.name):
            done.unchanged += 1
        elif why := _why_not(decision, latest, check, policy, actor):
            done.refused.append(f"{where}{why}.")
        else:
            assert decision is not None
            body = ApprovalBody(
                decision=decision.seq, verdict=check.verdict, note=check.note, checker=actor.name, user=actor.user, source=source
            )
            done.new.append(body)
            pairs.append((decision.memory, body))
            if decision.body.user == actor.user:
                shared = f"decision {decision.seq:,} and its check were recorded under one account ({actor.user})"
                done.notes.append(f"{where}{shared}; their names alone tell maker and checker apart.")
    return done, pairs


def _why_not(decision: Decision | None, latest: set[int], check: GivenCheck, policy: Policy, actor: Actor) -> str | None:
    """Why the check cannot be recorded, in words; None if it can."""
    if decision is None:
        return f"there is no decision {check.decision:,}; 'sanctions review pending' lists those that await a check"
    if decision.seq not in latest:
        return f"decision {decision.seq:,} was replaced by a later one, which is the one to check"
    if actor.name.casefold() in decision.makers:
        return f"{actor.name} made or brought in decision {decision.seq:,} and so cannot check it; another person must"
    if policy.rules.four_eyes.one_account == "refuse" and actor.user == decision.body.user:
        return f"decision {decision.seq:,} was recorded under the account {actor.user}; the policy asks for another account to check it"
    if why := refused(policy, actor.name, "checker"):
        return f"decision {decision.seq:,}: {why}"
    if check.verdict == "returned" and not check.note.strip():
        return f"decision {decision.seq:,}: say in a note why it is returned"
    return None


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions drawn at random. ``population`` is how many they were drawn from, ``digest`` the SHA-256 of their entries' numbers.

    The same ledger, seed and number give the same sample.
    """

    decisions: tuple[Decision, ...]
    population: int
    digest: str
    seed: int


def sample_of(register: Register, number: int, seed: int, *, disposition: str | None = None) -> Sample:
    """``number`` of the decisions in force, drawn without replacement, each as likely as any other; in the order of recording."""
    population = [one for one in register.current() if one.state == "in force" and disposition in (None, one.body.disposition)]
    drawn = random.Random(seed).sample(population, min(number, len(population)))  # noqa: S311 - to be drawn again, not to be secret
    digest = hashlib.sha256("".join(f"{one.seq}\n" for one in population).encode()).hexdigest()
    return Sample(decisions=tuple(sorted(drawn, key=lambda one: one.seq)), population=len(population), digest=digest, seed=seed)
