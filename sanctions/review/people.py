"""Who may decide and who may check: people of the policy, or whoever the system knows where it names none."""

from __future__ import annotations

import msgspec

from sanctions.errors import UsageError
from sanctions.policy import Policy, Role


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts: the name that stands in the ledger, and the system's user under whose account it happens."""

    name: str
    user: str

    @property
    def told(self) -> str:
        """ "Jane Roe", or "Jane Roe (under the account root)" where the account is not plainly theirs."""
        return self.name if self.name == self.user else f"{self.name} (account {self.user})"


def actor_of(policy: Policy, user: str, given: str | None) -> Actor:
    """Whoever runs the command: ``given`` with ``--as``, else the policy's person of that user, else the user.

    Raises UsageError where the policy names people and this is none of them.
    """
    who = (given or user).strip()
    person = policy.person(who)
    if person is None and policy.rules.people:
        known = "; ".join(one.name for one in policy.rules.people)
        how = f"--as {given!r}: " if given else f"The user {user!r} is not among the policy's people. "
        raise UsageError(f"{how}The policy names {known}. Add [[people]] to policy.toml, or say who you are with --as NAME.")
    if not who:
        raise UsageError("--as: give a name.")
    return Actor(name=person.name if person else who, user=user)


def refused(policy: Policy, name: str, role: Role) -> str | None:
    """Why somebody may not act in a role, in words; None if they may. Without people in the policy everybody may."""
    if not policy.rules.people:
        return None
    person = policy.person(name)
    if person is None:
        return f"{name} is not among the policy's people ({'; '.join(one.name for one in policy.rules.people)})"
    return None if role in person.roles else f"{person.name} has not the role “{role}” in the policy"
