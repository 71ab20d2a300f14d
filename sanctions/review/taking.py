"""Taking decisions in: each row of a report checked, what is new recorded together, what was recorded before left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from sanctions.ledger import Draft, Ledger
from sanctions.ledger.screenings import Recorded
from sanctions.matching.bands import band
from sanctions.policy import Policy
from sanctions.review.answers import ANALYST, RATIONALE, Answers, BadAnswer, answers_of, is_blank
from sanctions.review.decisions import Decision, DispositionBody, Register
from sanctions.review.parties import PlacedHit, basis_of, memory_key, placed_hits, plain
from sanctions.review.people import Actor, refused
from sanctions.review.words import FALSE_POSITIVE

IMPORT_SCHEMA = "sanctions.ledger.import/1"


class GivenRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a workbook: where it stands, the key of its hit within the screening, its cells by heading."""

    sheet: str
    number: int
    key: str
    cells: Mapping[str, Any]

    @property
    def where(self) -> str:
        return f"{self.sheet} row {self.number}" if self.number else f"{self.sheet} {self.key}"


class Rejected(msgspec.Struct, frozen=True, kw_only=True):
    """A row that was not taken: where, in which column, and a sentence that says how to mend it."""

    where: str
    column: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.where}, {self.column}: {self.sentence}."


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The workbook that is taken in: its file's name, its SHA-256, and who brings it."""

    file: str
    sha256: str
    actor: Actor


class Taken(msgspec.Struct, kw_only=True):
    """What became of the rows: ``rows`` = new + unchanged + blank + rejected. ``notes`` say what to look at.

    ``new`` are the dispositions that were recorded, or would be; ``entry`` the number of the first one.
    """

    rows: int = 0
    new: list[DispositionBody] = []
    unchanged: int = 0
    blank: int = 0
    rejected: list[Rejected] = []
    notes: list[str] = []
    entry: int | None = None

    @property
    def awaiting(self) -> int:
        return sum(one.check for one in self.new)


class Taking(msgspec.Struct, kw_only=True):
    """One import into one screening. ``places`` are the numbers of its hits' entries, in the order of ``placed_hits``."""

    recorded: Recorded
    places: Sequence[int]
    policy: Policy
    source: Source
    today: date

    def run(self, ledger: Ledger, rows: Sequence[GivenRow], *, dry: bool = False, now: datetime | None = None) -> Taken:
        """Check every row and record what is new, all or nothing; with ``dry`` nothing is recorded. Raises StoreError."""
        moment = now or datetime.now(UTC)
        taken = Taken()

        def drafts() -> Iterable[Draft]:
            nonlocal taken
            taken, pairs = self._checked(Register.of(ledger), rows)
            if pairs:
                yield Draft(kind="import", body=self._import_body(taken), subject=self.recorded.screening.id)
            for memory, body in pairs:
                yield Draft(kind="disposition", body=body, subject=memory)

        if dry:
            taken, _ = self._checked(Register.of(ledger), rows)
            return taken
        entries = ledger.append_made(drafts, self.source.actor.name, now=moment)
        taken.entry = entries[0].seq if entries else None
        return taken

    def _import_body(self, taken: Taken) -> dict[str, Any]:
        rejected = [{"row": one.where, "column": one.column} for one in taken.rejected]
        counts = {"rows": taken.rows, "recorded": len(taken.new), "unchanged": taken.unchanged, "blank": taken.blank}
        source = {"file": self.source.file, "sha256": self.source.sha256, "user": self.source.actor.user}
        return {"schema": IMPORT_SCHEMA, "screening": self.recorded.screening.id, **source, **counts, "rejected": rejected}

    def _checked(self, register: Register, rows: Sequence[GivenRow]) -> tuple[Taken, list[tuple[str, DispositionBody]]]:
        taken = Taken(rows=len(rows))
        placed = {one.key: (one, seq) for one, seq in zip(placed_hits(self.recorded.screening.results), self.places, strict=True)}
        history: dict[str, list[Decision]] = {}
        for one in register.decisions:
            if one.body.screening == self.recorded.screening.id:
                history.setdefault(one.body.key, []).append(one)
        latest = {(one.memory, one.body.entity): one for one in register.decisions}
        pairs: list[tuple[str, DispositionBody]] = []
        for row, answers in self._answered(rows, taken):
            hit, seq = placed[row.key]
            try:
                body = self._body(row, answers, hit, seq, history.get(row.key, ()))
            except BadAnswer as problem:
                taken.rejected.append(Rejected(where=row.where, column=problem.column, sentence=str(problem)))
                continue
            if body is None:
                taken.unchanged += 1
                continue
            taken.notes += [*_contradictions(row, answers), *_replaced(row, body, latest.get((memory_key(hit), body.entity)))]
            taken.new.append(body)
            pairs.append((memory_key(hit), body))
        return taken, pairs

    def _answered(self, rows: Sequence[GivenRow], taken: Taken) -> Iterator[tuple[GivenRow, Answers]]:
        """The rows with answers that can be read; of a row that stands twice one, if both say the same."""
        seen: dict[str, tuple[GivenRow, Answers]] = {}
        twice: set[str] = set()
        for row in rows:
            if is_blank(row.cells):
                taken.blank += 1
                continue
            try:
                answers = answers_of(
                    row.cells,
                    today=self.today,
                    asked_on=self.recorded.screening.asked_at.date(),
                    steps_required=self.policy.rules.decisions.steps == "required",
                )
            except BadAnswer as problem:
                taken.rejected.append(Rejected(where=row.where, column=problem.column, sentence=str(problem)))
                continue
            if row.key not in seen:
                seen[row.key] = row, answers
            elif seen[row.key][1].digest == answers.digest:
                taken.unchanged += 1
            else:
                twice.add(row.key)
                taken.rejected.append(_copy_of(row, seen[row.key][0]))
        for key, (row, answers) in seen.items():
            if key in twice:
                taken.rejected.append(_copy_of(row, None))
            else:
                yield row, answers

    def _body(self, row: GivenRow, answers: Answers, placed: PlacedHit, seq: int, before: Sequence[Decision]) -> DispositionBody | None:
        """The decision to be recorded; None if it was recorded before. Raises BadAnswer."""
        if before and before[-1].body.given == answers.digest:
            return None
        earlier = next((one for one in before if one.body.given == answers.digest), None)
        if earlier:
            raise BadAnswer(
                RATIONALE,
                f"these answers were recorded on {earlier.at:%Y-%m-%d} and changed since, to {before[-1].sentence()}; if they are to hold "
                f"again, say in the rationale why",
            )
        maker = self._maker(answers)
        self._keep_private(row, answers)
        screening, hit, rules = self.recorded.screening, placed.hit, self.policy.rules
        found = band(hit.score, screening.policy)
        return DispositionBody(
            screening=screening.id, key=placed.key, hit=seq, party=placed.result.party.id, name=placed.result.party.name,
            role=hit.role, subject=hit.subject, entity=hit.entity.id, listed=hit.entity.name, copies=hit.copies, score=hit.score,
            band=found, engine=screening.engine, disposition=answers.disposition, code=answers.code, rationale=answers.rationale,
            steps=answers.steps, decided_on=answers.decided_on or self.today, review_on=self._review_on(answers), maker=maker,
            user=self.source.actor.user, check=rules.four_eyes.needed(found, answers.disposition), policy=self.policy.sha256,
            basis=basis_of(placed), keyed=self.recorded.keyed, source=self.source.sha256, given=answers.digest,
        )  # fmt: skip

    def _review_on(self, answers: Answers) -> date | None:
        days = self.policy.rules.decisions.cleared_for_days
        if answers.disposition != FALSE_POSITIVE:
            return None
        return answers.review_on or (self.today + timedelta(days=days) if days else None)

    def _maker(self, answers: Answers) -> str:
        name = answers.analyst or self.source.actor.name
        if why := refused(self.policy, name, "maker"):
            raise BadAnswer(ANALYST, f"{why}; name a person who may decide")
        person = self.policy.person(name)
        return person.name if person else name

    def _keep_private(self, row: GivenRow, answers: Answers) -> None:
        """Raises BadAnswer where names are kept as hashes only and the rationale gives the party's away."""
        if not self.recorded.keyed:
            return
        words = {word for heading in ("Party", "Name asked") for word in _words(str(row.cells.get(heading) or ""))}
        if named := sorted(words & set(_words(answers.rationale))):
            raise BadAnswer(RATIONALE, f"it names the party (“{named[0]}”), and the ledger keeps no names; write “the party”")


def _words(text: str) -> list[str]:
    return [word for word in "".join(c if c.isalnum() else " " for c in plain(text)).split() if len(word) > 2]


def _copy_of(row: GivenRow, first: GivenRow | None) -> Rejected:
    other = f"{first.where} is of the same hit" if first else "another row is of the same hit"
    return Rejected(where=row.where, column="Disposition", sentence=f"{other} and says otherwise; delete one of the two")


def _replaced(row: GivenRow, body: DispositionBody, before: Decision | None) -> Iterator[str]:
    if before and before.state != "returned" and before.body.disposition != body.disposition:
        yield f"{row.where}: takes the place of another decision on the same party and target: {before.sentence()}."


def _contradictions(row: GivenRow, answers: Answers) -> Iterator[str]:
    """What a second reader would ask about; none of it stops a decision."""
    if answers.disposition != FALSE_POSITIVE:
        return
    if answers.steps.get("record") == "data missing":
        yield f"{row.where}: cleared though data are missing; OFAC's FAQ 5 asks to get them and to compare again."
    if answers.steps.get("likeness") == "many":
        yield f"{row.where}: cleared though there are many similarities; OFAC's FAQ 5 asks to call OFAC."
