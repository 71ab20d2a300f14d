"""How an answer reads on a terminal: what was found, why, and what it was searched against. Words first, then marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from sanctions.acquisition.moments import age, count
from sanctions.commands.same_target import Also
from sanctions.matching.bands import band, threshold_words
from sanctions.matching.meaning import Worth
from sanctions.model import Comparison, Coverage, Entity, Hit, Party, PolicyInForce, Quality, Reason, Result
from sanctions.review import Standing

_MOST_TOLD = 12


def result_lines(
    result: Result,
    threshold: float,
    coverage: Sequence[Coverage],
    policy: PolicyInForce | None = None,
    *,
    also: Also = lambda hit: (),
    standing: Callable[[Hit], Standing | None] = lambda hit: None,
) -> Iterator[str]:
    """One party's answer, hits first; ``also`` tells of each on which other lists its target stands, ``standing`` what
    earlier decisions say of it."""
    if result.rejected:
        yield f"{called(result.party)}: not screened, since {result.rejected}."
        return
    searched = [part for part in coverage if part.sha256]
    least = threshold_words(threshold, policy)
    where = f"on {count(len(searched), 'list')} ({', '.join(part.list for part in searched)})"
    if not result.hits and policy and policy.unmet:
        yield f"{called(result.party)}: NO ANSWER. Nothing was found at {least} or more {where}, but {'; '.join(policy.unmet)}."
    elif not result.hits:
        yield f"{called(result.party)}: no hit at {least} or more {where}."
    else:
        yield f"{called(result.party)}: {count(len(result.hits), 'hit')} at {least} or more {where}."
    for hit in result.hits:
        yield from hit_lines(hit, policy, standing(hit))
        yield from (f"         also listed as {other} ({reason})" for other, reason in also(hit) if other not in hit.copies)
    if result.recorded:
        found = ", ".join(f"{hit.entity.name} ({hit.entity.id}) {hit.score:.2f}" for hit in result.recorded)
        yield f"  recorded, no alert (a weak alias alone): {found}"


def hit_lines(hit: Hit, policy: PolicyInForce | None = None, standing: Standing | None = None) -> Iterator[str]:
    entity, comparison = hit.entity, hit.comparison
    programmes = f" [{', '.join(entity.programmes)}]" if entity.programmes else ""
    role = f" as {hit.role} {hit.subject}" if hit.role else ""
    yield ""
    yield f"  {hit.score:.4f} {band(hit.score, policy):8} {entity.name} ({entity.kind}){programmes}{role}"
    matched = comparison.matched
    if matched and matched.full != entity.name:
        quality = "" if matched.quality is Quality.STRONG else f", a {matched.quality} alias"
        yield f"         matched name: {matched.full}{quality}"
    listed = f", listed on {entity.listed_on}" if entity.listed_on else ""
    copies = f", also {', '.join(hit.copies)}" if hit.copies else ""
    yield f"         {entity.id}{listed}{copies}"
    if entity.url:
        yield f"         {entity.url}"
    if standing and standing.words:
        yield f"         {_SHOWN.get(standing.state, standing.state.upper())}: {standing.sentence()}"
    if hit.right_basis:
        yield f"         {Worth(hit.right_share, hit.right_basis)}"
    if hit.ofac_score is not None:
        yield f"         {hit.ofac_score} of 100 as OFAC's own search tool is documented to score names (FAQ 246-249)"
    for line in comparison_lines(comparison):
        yield f"       {line}"


_SHOWN = {"awaiting": "AWAITING A CHECK", "returned": "RETURNED BY THE CHECKER"}


def standing_lines(standings: Mapping[str, Standing]) -> Iterator[str]:
    """How many alerts earlier decisions say something of, in one line, and why any is open again."""
    alerts = [one for one in standings.values() if one.status == "alert"]
    states = Counter(one.state for one in alerts)
    if set(states) - {"open"}:
        yield "  of these: " + ", ".join(f"{number:,} {state}" for state, number in sorted(states.items()))
    reopened = [one for one in alerts if one.state == "re-opened"]
    for one in reopened[:_MOST_TOLD]:
        yield f"  open again: {one.name}  →  {one.listed} ({one.entity}): {'; '.join(one.reasons)}"
    if len(reopened) > _MOST_TOLD:
        yield f"  … and {len(reopened) - _MOST_TOLD} more that are open again, in the report"


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """The reasons of a comparison, which sum to its score."""
    for reason in comparison.reasons:
        yield f"  {reason.points:+.4f}  {reason.feature.replace('_', ' ')}: {_names_of(reason)}{reason.detail}"


def _names_of(reason: Reason) -> str:
    """Both names before the sentence that weighs them; every other sentence says its own values."""
    return f"{reason.asked} and {reason.listed}: " if reason.feature == "name" and reason.listed else ""


def why_lines(party: Party, entity: Entity, comparison: Comparison, threshold: float, *, weak_aliases: bool = True) -> Iterator[str]:
    """Why a party is a hit on one entity, or why not. ``weak_aliases``: whether a weak alias alone is a hit."""
    matched = comparison.matched
    compared = f", compared with {matched.full}" if matched and matched.full != entity.name else ""
    told = verdict(comparison, threshold, weak_aliases=weak_aliases)
    yield f"{called(party)}  against  {entity.name} ({entity.kind}, {entity.id}){compared}: {comparison.score:.4f}, {told}"
    yield from comparison_lines(comparison)


def verdict(comparison: Comparison, threshold: float, *, weak_aliases: bool = True) -> str:
    """Whether a comparison is a hit at a threshold."""
    if comparison.score < threshold:
        return f"no hit at {threshold:.2f}"
    weak = comparison.weak_only and not weak_aliases
    return f"recorded and no alert at {threshold:.2f}, since it rests on a weak alias" if weak else f"a hit at {threshold:.2f}"


def called(party: Party) -> str:
    """What a party is called in an answer: its name, else the identifier or the id that it was asked by."""
    from sanctions.matching.features import shown

    return party.name or ", ".join(map(shown, party.identifiers)) or party.id


def coverage_lines(coverage: Sequence[Coverage], now: datetime) -> Iterator[str]:
    """What was searched and what was not, for stderr."""
    for part in coverage:
        if part.sha256 is None:
            continue
        retrieved = f"retrieved {part.retrieved:%Y-%m-%d %H:%M} UTC ({age(now - part.retrieved)} ago)" if part.retrieved else ""
        published = f"published {part.published}, " if part.published else ""
        state = "" if part.status == "current" else f"  {part.status.upper()}: {part.note}"
        entries = count(part.entries or 0, "entry", "entries")
        yield f"  searched {part.list}: {entries}, {published}{retrieved}, sha256 {part.sha256[:12]}{state}"
    missing = [part.list for part in coverage if part.sha256 is None]
    if missing:
        yield f"  NOT SEARCHED, no copy held: {', '.join(missing)}"


def policy_lines(policy: PolicyInForce | None) -> Iterator[str]:
    """What of the policy must not be overlooked: a trial, and mandatory lists that cannot be relied on."""
    if policy is None:
        return
    if policy.what_if:
        yield f"  TRIAL of another policy, {policy.name}: not the policy in force"
    for sentence in policy.unmet:
        yield f"  INCOMPLETE, a mandatory list: {sentence}"
