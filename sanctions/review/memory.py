"""The memory of cleared hits: what is already decided of a hit that was found again, and whether that still holds.

A false positive clears a hit for the same party (``parties``) and the same listed target, on every list where publishers'
own numbers or strong identifiers prove it to be the same target (``sanctions.targets``). It stays shown, with who decided
when and why. The hit opens again by itself, and says so, when

* the listed record changed in a name, alias, birth date, gender, kind, identifier or country;
* the same target came onto another list with a name, birth date, identifier or country that was not known;
* the party's data changed;
* another version of the engine compares the two differently;
* the review date of the decision passed;
* what was compared has been pruned from the ledger;
* the same target was decided otherwise on another list.

Remarks, addresses, programmes, positions and the like are minor: they are shown and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from sanctions.acquisition.changes_fields import field_changes
from sanctions.ledger import Ledger
from sanctions.ledger.keys import Keyed
from sanctions.matching.bands import band
from sanctions.model import Comparison, Entity, Hit, PolicyInForce, Result
from sanctions.review.decisions import Decision, Register
from sanctions.review.parties import PlacedHit, basis_of, memory_key, party_changes, placed_hits, plain
from sanctions.review.words import FALSE_POSITIVE

Same = Callable[[Hit], Iterable[tuple[str, str]]]
"""Of a hit: the other listings of the same target, each with the reason for which it is the same."""

Held = Callable[[str], bool]
"""Whether an entity of that id is on the lists searched."""

_FEW = 200
"""So many parties are looked up one by one; for more, all decisions are read."""

_PRUNED = "what was compared has been pruned from the ledger"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a hit at the moment of a screening.

    ``state``: "open" (never decided), "cleared", "re-opened" (was cleared; ``reasons`` say why not any more), "decided"
    (true match, undetermined, escalated), "awaiting" (decided, a second person has not agreed yet) or "returned" (the
    second person did not). Only "cleared" hits are not open. ``decision`` is the number of the ledger's entry and ``words``
    say who, when and why. ``through`` is the listing that was decided where it is not the hit's own, ``same`` why the two
    are one target. ``minor`` are changes that are shown only. ``memory`` is the party's key.
    """

    key: str
    memory: str
    party: str
    name: str
    role: str | None = None
    entity: str
    listed: str
    score: float
    band: str
    status: str
    state: str = "open"
    decision: int | None = None
    disposition: str | None = None
    words: str = ""
    by: str | None = None
    on: date | None = None
    why: str | None = None
    reasons: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    through: str | None = None
    same: str | None = None

    @property
    def open(self) -> bool:
        """Whether somebody must still act on it."""
        return self.state != "cleared"

    def sentence(self) -> str:
        """The decision, what it was made of, and why it holds no more; empty for a hit that was never decided."""
        if not self.words:
            return ""
        through = f", decided as {self.through} ({self.same})" if self.through else ""
        reasons = f"; open again: {'; '.join(self.reasons)}" if self.reasons else ""
        minor = f"; changed since, without consequence: {'; '.join(self.minor)}" if self.minor else ""
        return f"{self.words}{through}{reasons}{minor}"


_OF_THE_HIT = ("key", "memory", "party", "name", "role", "entity", "listed", "score", "band", "status")


class Memory(msgspec.Struct):
    """Looks hits up among the decisions of a ledger. ``today`` is the day on which review dates are judged.

    ``same`` tells the other listings of a hit's target, ``held`` whether an entity is still listed; ``keyed`` finds decisions
    about parties that the ledger keeps as hashes, and ``private`` says nothing that such a ledger must not keep.
    """

    ledger: Ledger
    today: date
    engine: str
    same: Same = lambda hit: ()
    keyed: Keyed | None = None
    held: Held = lambda entity: True
    private: bool = False
    _register: Register = msgspec.field(default_factory=lambda: Register([]))
    _listings: dict[str, dict[str, tuple[Entity, ...]]] = {}

    def standings(self, results: Sequence[Result], policy: PolicyInForce | None = None, *, as_keyed: bool = False) -> tuple[Standing, ...]:
        """What is known of every hit, in the order of ``placed_hits``. ``as_keyed`` names parties as a keyed ledger does."""
        forms = list(self._forms(results))
        self._register = self._read(key for pair in forms for _, _, key in pair)
        shown = 1 if as_keyed and self.keyed else 0
        return tuple(self._standing(pair, pair[shown], policy) for pair in forms)

    def judged(self, plainly: Standing, placed: PlacedHit, decision: Decision, same: str | None) -> Standing:
        """What one decision says of a hit that is named as the decision names it; ``same`` says why it is of the same target."""
        bare = Standing(**{name: getattr(plainly, name) for name in _OF_THE_HIT})
        return self._told(bare, placed.hit, decision, placed, same)

    def _forms(self, results: Sequence[Result]) -> Iterator[list[tuple[bool, PlacedHit, str]]]:
        """Each hit as the ledger may know it: with names, and where the home has a key, with keyed hashes."""
        hashed = placed_hits(self._hashed(result) for result in results) if self.keyed else None
        for placed in placed_hits(results):
            forms = [(False, placed, memory_key(placed))]
            if hashed is not None:
                other = next(hashed)
                forms.append((True, other, memory_key(other)))
            yield forms

    def _hashed(self, result: Result) -> Result:
        assert self.keyed is not None
        return self.keyed.result(result) if result.hits or result.recorded else result

    def _read(self, keys: Iterable[str]) -> Register:
        wanted = list(dict.fromkeys(keys))
        if len(wanted) > _FEW:
            return Register.of(self.ledger)
        return Register.about(self.ledger, wanted)

    def _standing(
        self, forms: Sequence[tuple[bool, PlacedHit, str]], shown: tuple[bool, PlacedHit, str], policy: PolicyInForce | None
    ) -> Standing:
        _, placed, memory = shown
        hit = placed.hit
        plainly = Standing(
            key=placed.key, memory=memory, party=placed.result.party.id, name=placed.result.party.name, role=hit.role,
            entity=hit.entity.id, listed=hit.entity.name, score=hit.score, band=band(hit.score, policy), status=hit.status,
        )  # fmt: skip
        known = [(one, form) for keyed, form, key in forms for one in self._register.of_party(key) if one.body.keyed == keyed]
        known.sort(key=lambda pair: pair[0].seq)
        latest = {one.body.entity: (one, form) for one, form in known}
        for one, form in known:  # two rows of one book under one id: each has its own decision
            if latest[one.body.entity][0].body.screening == one.body.screening and list(one.body.basis) == list(basis_of(form)):
                latest[one.body.entity] = one, form
        return self._judged(plainly, hit, latest) if latest else plainly

    def _judged(self, plainly: Standing, hit: Hit, latest: dict[str, tuple[Decision, PlacedHit]]) -> Standing:
        """The standing of a hit of a party about whom something is decided; ``latest`` by entity."""
        others = [(latest[other], why) for other, why in self._others(hit) if other in latest and other != hit.entity.id]
        if own := latest.get(hit.entity.id):
            return _against(self._told(plainly, hit, *own, None), [one for (one, _), _ in others])
        others = others or list(self._renumbered(hit, latest))
        if not others:
            return plainly
        # what speaks against clearing governs, then what was decided last
        (decision, form), why = max(others, key=lambda one: (not one[0][0].clears, one[0][0].seq))
        return self._told(plainly, hit, decision, form, why)

    def _renumbered(self, hit: Hit, latest: dict[str, tuple[Decision, PlacedHit]]) -> Iterator[tuple[tuple[Decision, PlacedHit], str]]:
        """Decisions on an entry that its list no longer has, if the hit's has all its particulars and no others."""
        for id, found in latest.items():
            if id.partition(":")[0] != hit.entity.list or self.held(id):
                continue
            before = self.ledger.hit(found[0].body.hit)
            if before and not _entity_changes(before.entity, hit.entity)[0]:
                yield found, "the list gave its entry another number; its particulars are the same"

    def _others(self, hit: Hit) -> Iterator[tuple[str, str]]:
        yield from ((copy, "its copy on another list") for copy in hit.copies)
        yield from self.same(hit)

    def _told(self, plainly: Standing, hit: Hit, decision: Decision, form: PlacedHit, same: str | None) -> Standing:
        words = msgspec.structs.replace(
            plainly,
            decision=decision.seq,
            disposition=decision.body.disposition,
            words=decision.sentence(),
            by=decision.body.maker,
            on=decision.body.decided_on,
            why=decision.why,
            through=decision.body.entity if same else None,
            same=same,
        )
        if decision.state != "in force":
            return msgspec.structs.replace(words, state=decision.state)
        if decision.body.disposition != FALSE_POSITIVE:
            return msgspec.structs.replace(words, state="decided")
        reasons, minor = self._changes(hit, decision, form, through=same is not None)
        return msgspec.structs.replace(words, state="re-opened" if reasons else "cleared", reasons=tuple(reasons), minor=tuple(minor))

    def _changes(self, hit: Hit, decision: Decision, form: PlacedHit, *, through: bool) -> tuple[list[str], list[str]]:
        """Why a cleared hit is open again, and what changed without consequence."""
        body = decision.body
        reasons: list[str] = []
        minor: list[str] = []
        if body.review_on and body.review_on < self.today:
            reasons.append(f"its review date {body.review_on} has passed")
        reasons += party_changes(body.basis, basis_of(form), quote=not (body.keyed or self.private))
        before = self.ledger.hit(body.hit)
        if before is None:
            return [*reasons, _PRUNED], minor
        listed = self._listed_changes(before, hit, body.screening) if through else _entity_changes(before.entity, hit.entity)
        reasons += listed[0]
        minor += listed[1]
        if not reasons:
            other = _comparison_change(before.comparison, form.hit.comparison) if not through else "the comparison may be another"
            if other and body.engine != self.engine:
                reasons.append(f"the engine changed ({body.engine} → {self.engine}): {other}")
            elif other and not through:
                minor.append(other)
        return reasons, minor

    def _listed_changes(self, before: Hit, hit: Hit, screening: str) -> tuple[list[str], list[str]]:
        """What changed of a target that was decided on another of its listings."""
        known = self._listings_of(screening).get(before.entity.id, ())
        then = next((one for one in known if one.id == hit.entity.id), None)
        if then is not None:
            return _entity_changes(then, hit.entity)
        new = list(_unknown(hit.entity, (before.entity, *known)))
        return [
            f"the target also stands on {hit.entity.list} as {hit.entity.id}, with what was not known: {'; '.join(new)}"
        ] if new else [], []

    def _listings_of(self, screening: str) -> dict[str, tuple[Entity, ...]]:
        """The other listings of each hit's target as they were at that screening."""
        if screening not in self._listings:
            self._listings[screening] = self.ledger.listings(screening)
        return self._listings[screening]


def _against(standing: Standing, others: Iterable[Decision]) -> Standing:
    """A cleared hit is open again where its target was decided otherwise on another list since."""
    reasons = [
        f"the same target was decided otherwise as {one.body.entity}: {one.sentence()}"
        for one in others
        if one.seq > (standing.decision or 0) and one.body.disposition != FALSE_POSITIVE and one.state != "returned"
    ]
    if standing.state not in ("cleared", "re-opened") or not reasons:
        return standing
    return msgspec.structs.replace(standing, state="re-opened", reasons=(*standing.reasons, *reasons))


def _entity_changes(before: Entity, after: Entity) -> tuple[list[str], list[str]]:
    """What changed in a listed record: what can tell one person from another, and the rest."""
    whose = f"the record of {after.id}: "
    bare = [replace(one, listings=(), delisted=False) for one in (before, after)]
    major = [f"{whose}{change}" for change in field_changes(*bare) if change.major]
    told = {str(change) for change in field_changes(*bare) if change.major}
    minor = [f"{whose}{change}" for change in field_changes(before, after) if str(change) not in told]
    return major, minor


def _comparison_change(before: Comparison, after: Comparison) -> str | None:
    """How two comparisons of one pair differ, in words, or None. Sentences are left out: a keyed ledger lacks some."""
    if round(before.score, 4) != round(after.score, 4):
        return f"score {before.score:.4f} → {after.score:.4f}"
    points = [sorted((one.feature, round(one.points, 4)) for one in side.reasons) for side in (before, after)]
    if points[0] != points[1]:
        return "the same score from other features"
    names = [side.matched.full if side.matched else "none" for side in (before, after)]
    return f"matched name {names[0]} → {names[1]}" if names[0] != names[1] else None


def _unknown(entity: Entity, known: Sequence[Entity]) -> Iterator[str]:
    """What a listing says of its target that none of the others said: names, birth dates, identifiers, countries, kind, gender."""
    told = {value for one in known for _, value in _facts(one)}
    yield from dict.fromkeys(words for words, value in _facts(entity) if value not in told)


def _facts(entity: Entity) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each fact that can tell one person from another: in words, and as it is compared."""
    for name in entity.names:
        yield f"name {name.full}", ("name", " ".join(sorted(_letters(name.full).split())))
    for born in entity.birth_dates:
        yield f"birth date {born}", ("birth date", str(born))
    for one in entity.identifiers:
        yield f"{one.type.replace('_', ' ')} {one.value}", ("identifier", _letters(one.value).replace(" ", ""))
    for link in entity.countries:
        yield f"country {link.code}", ("country", link.code)
    for gender in entity.genders:
        yield f"gender {gender}", ("gender", gender.casefold())
    yield f"kind {entity.kind}", ("kind", entity.kind)


def _letters(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain(text)).split())
