"""The calibration workbook: what an examiner asks for each year, with its samples, its intervals and a place to approve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from pathlib import Path

from sanctions.calibration import Answer, Calibration, ClassRecall, Sampled, Share
from sanctions.matching.meaning import LEAST_DECIDED, LISTED_SHARE, Evidence, Meaning, Numbers, family_words, right_share
from sanctions.version import __version__
from sanctions.workbook import words
from sanctions.workbook.cells import Styled, Value, safe
from sanctions.workbook.layout import Book, Choice, Column, Furniture, Sheet
from sanctions.workbook.listing import Listing, write_listing
from sanctions.workbook.saving import save, written_beside

MOST_MISSED = 20
"""How many missed names of a class are shown."""

_WIDTHS = (30, 16, 16, 16, 16, 22)
_CLASSES = (
    Column("Class", 20, "label"),
    Column("What was changed", 62),
    Column("Asked", 9, "integer"),
    Column("Found", 9, "integer"),
    Column("Recall", 10, "share"),
    Column("95 % from", 10, "share"),
    Column("95 % to", 10, "share"),
    Column("Goal", 9, "share"),
    Column("Goal met", 20),
    Column("Found first", 11, "share"),
)
_ORDINARY = (
    Column("Ordinary names", 48, "label"),
    Column("Evidence", 30),
    Column("Asked", 10, "integer"),
    Column("Alerted", 10, "integer"),
    Column("Per 10,000", 12, "integer"),
    Column("95 % from", 12, "integer"),
    Column("95 % to", 12, "integer"),
)
_WORTH = (
    Column("Listed target", 14, "label"),
    Column("What the score rests on", 34),
    Column("Score from", 11, "score"),
    Column("Own entry", 10, "integer"),
    Column("Other entry", 11, "integer"),
    Column("Ordinary party", 14, "integer"),
    Column("Right, as measured", 14, "share"),
    Column("Decided right", 13, "integer"),
    Column("Decided wrong", 13, "integer"),
    Column("Right, as decided", 14, "share"),
)
_LABELS = (
    Column("Threshold", 12, "score"),
    Column("At or above it", 14, "integer"),
    Column("of them true", 13, "integer"),
    Column("Precision", 11, "share"),
    Column("Precision from", 14, "share"),
    Column("Precision to", 13, "share"),
    Column("Recall", 10, "share"),
    Column("Recall from", 12, "share"),
    Column("Recall to", 11, "share"),
)
_NUMBERS = (
    Column("Equal numbers of", 38, "label"),
    Column("Different numbers", 16, "integer"),
    Column("On several entries", 16, "integer"),
    Column("of these under one name", 18, "integer"),
    Column("under names that differ", 18, "integer"),
    Column("Share that differ", 14, "share"),
    Column("95 % from", 12, "share"),
    Column("95 % to", 12, "share"),
)
_SAMPLES = (
    Column("Side", 8, "label"),
    Column("Score", 9, "score"),
    Column("Asked", 28),
    Column("Listed", 28),
    Column("Entity", 20),
    Column("Known to the study", 20),
    Column("Reasons", 56),
    Column("Examiner: same target?", 12, "input"),
    Column("Examiner's remark", 28, "input"),
)
_MISSED = (
    Column("Class", 17, "label"),
    Column("Score", 9, "score"),
    Column("Asked", 36),
    Column("Listed", 36),
    Column("Entity", 20),
    Column("Reasons", 70),
)
_THRESHOLDS = tuple(round(0.7 + 0.02 * step, 2) for step in range(16))


def write_calibration(study: Calibration, path: Path) -> None:
    """Write the study to ``path``. The same study gives the same bytes. Raises OutputError; an earlier file is then unchanged."""
    with written_beside(path) as part, Book(Furniture(report=study.id)) as book:
        _write_summary(book, study)
        write_listing(book, _classes(), (_class_row(one) for one in study.classes))
        write_listing(book, _ordinary(), _ordinary_rows(study))
        write_listing(book, _worth(study), _worth_rows(study.meaning))
        write_listing(book, _numbers(), map(_number_row, study.meaning.identifiers))
        if study.labelled:
            write_listing(book, _labels(study), _label_rows(study))
        write_listing(book, _samples(study), _sample_rows(study))
        write_listing(book, _missed(), _missed_rows(study))
        _describe(book, study)
        save(book.workbook, part)


def _write_summary(book: Book, study: Calibration) -> None:
    sheet = book.sheet("Calibration", _WIDTHS, upright=True, tab="1F3864")
    sheet.across("Calibration of sanctions screening", "title", least=28)
    sheet.across(f"Study {study.id} · made {words.utc(study.made_at)} · {study.engine}", "subtitle")
    sheet.section("Answer")
    for line in findings(study):
        sheet.across(line, "prose")
    sheet.section("How it was made")
    for label, value in _facts(study):
        sheet.row([label, value], ["label", "text"], spans=[1, 5])
    sheet.section("Lists")
    sheet.row(["List", "Published", "Retrieved (UTC)", "Entries", "SHA-256"], ["header"] * 5, spans=[1, 1, 1, 1, 2])
    for one in study.coverage:
        values = [
            one.list,
            words.day(one.published),
            one.retrieved or "–",
            one.entries if one.entries is not None else "–",
            one.sha256 or one.status,
        ]
        sheet.row(values, ["label", "date", "datetime", "integer", "mono"], spans=[1, 1, 1, 1, 2])
    sheet.section("Approval")
    sheet.across("Whoever approves the threshold fills this in, having looked at the samples on both sides of it.", "prose")
    _write_approval(sheet)


def _write_approval(sheet: Sheet) -> None:
    for label in ("Threshold approved", "Reasons", "Approved by (name)", "Function", "Date", "Signature", "Next review due"):
        sheet.row([label, None], ["label", "input"], spans=[1, 3], least=30 if label in ("Reasons", "Signature") else 18)


def findings(study: Calibration) -> Iterator[str]:
    """The study's answer in sentences that cannot be taken for more than they are."""
    asked = sum(one.found.whole for one in study.classes)
    found = sum(one.found.part for one in study.classes)
    ways = f"as published or changed in {sum(one.manipulation.name != 'as_published' for one in study.classes)} ways"
    yield f"{found:,} of {asked:,} names of the lists, {ways}, alerted at {study.threshold:.2f}."
    short = study.short
    if short:
        named = ", ".join(f"{_class(one)} ({one.found.value or 0:.1%}, goal {one.manipulation.goal:.0%})" for one in short)
        yield f"Below their goals: {named}."
    else:
        yield "Every class that has a goal reached it."
    for one in study.ordinary:
        low, high = one.alerted.interval
        yield (
            f"{one.alerted.part:,} of {one.alerted.whole:,} ordinary parties ({one.label}) alerted: "
            f"{10_000 * (one.alerted.value or 0):.0f} in 10,000 (95 %: {10_000 * low:.0f} to {10_000 * high:.0f})."
        )
    if study.labelled:
        precision, recall = study.labelled.figures(study.threshold)
        pairs = f"Of {len(study.labelled.pairs):,} labelled pairs of the book {study.labelled.name}"
        yield f"{pairs}: precision {_told(precision)}, recall {_told(recall)}."


def _class(one: ClassRecall) -> str:
    return one.manipulation.name.replace("_", " ")


def _told(share: Share) -> str:
    low, high = share.interval
    return "of nothing" if share.value is None else f"{share.value:.1%} ({share.part} of {share.whole}; 95 %: {low:.1%} to {high:.1%})"


def _facts(study: Calibration) -> list[tuple[str, Value]]:
    return [
        ("Threshold", f"{study.threshold:.2f}: a comparison at or above it is an alert"),
        ("Seed", f"{study.seed}: with the same lists, engine, seed and numbers the study gives the same figures"),
        ("Names asked of a class", f"{study.number} at most; entities are drawn by a hash of their ids"),
        ("Intervals", "Wilson's score interval, 95 %"),
        ("Asked as", "names alone, of no stated kind; of ordinary names the kind is stated"),
        ("Samples", f"{len(study.above)} just above and {len(study.below)} just below the threshold, drawn with the seed"),
        *([("Labelled book", f"{study.labelled.name}, SHA-256 {study.labelled.sha256}")] if study.labelled else []),
        ("Toolkit", f"sanctions toolkit {__version__}"),
    ]


def _share(share: Share) -> list[Value]:
    return ["–"] * 3 if share.value is None else [share.value, *share.interval]


def _classes() -> Listing:
    return Listing(
        title="Recall by class",
        table="RecallByClass",
        columns=_CLASSES,
        intro=(
            "Names of the lists, changed by a known rule; how many still alert. Goal: the share that should; a class without one is "
            "only measured. Below, within chance: so few names cannot tell the share from the goal; ask more with --number. Found first: "
            "no other target of the same list scores higher.",
        ),
        empty="No class was asked.",
        frozen=1,
    )


def _class_row(one: ClassRecall) -> list[Value]:
    goal = one.manipulation.goal
    first = one.first.value if one.first.value is not None else "–"
    shown = goal if goal is not None else "–"
    return [
        _class(one),
        one.manipulation.doc,
        one.found.whole,
        one.found.part,
        *_share(one.found),
        shown,
        _met(one),
        first,
    ]


def _met(one: ClassRecall) -> Value:
    """Whether the class reached its goal; below it, whether so small a sample can say so."""
    goal = one.manipulation.goal
    if not one.answers:
        return "none to ask"
    if goal is None:
        return "–"
    if (one.found.value or 0) >= goal:
        return Styled("yes", "good")
    return Styled("below, within chance" if one.found.interval[1] >= goal else "NOT MET", "caution")


def _ordinary() -> Listing:
    return Listing(
        title="Ordinary names",
        table="OrdinaryNames",
        columns=_ORDINARY,
        intro=(
            "Parties that are on no list but by chance, and how many alerted. Of a book of the user's own some may be listed in truth.",
            "The embedded people bear given and family names that are the commonest of sixteen countries, as many of each country, and so "
            "alert far more often than the people of most books: they compare one policy or version with another. What your own "
            "customers cost is measured with --ordinary BOOK.",
        ),
        empty="No ordinary names were asked.",
    )


def _ordinary_rows(study: Calibration) -> Iterator[list[Value]]:
    for one in study.ordinary:
        yield _rate_row(one.label, "as the book gives it" if one.with_evidence is None else "names alone", one.alerted)
        if one.with_evidence:
            yield _rate_row(one.label, "with country, year of birth", one.with_evidence)


def _rate_row(label: str, evidence: str, share: Share) -> list[Value]:
    low, high = share.interval
    return [label, evidence, share.whole, share.part, *(round(10_000 * value) for value in (share.value or 0.0, low, high))]


def _worth(study: Calibration) -> Listing:
    asked = "; ".join(
        f"{one.who}, {'name and particulars' if one.beside else 'name alone'}: {one.listed:,} listed and {one.ordinary:,} ordinary"
        for one in study.meaning.asked
    )
    return Listing(
        title="What scores are worth",
        table="WhatScoresAreWorth",
        columns=_WORTH,
        intro=(
            "Into which band of scores fell the own entry of a listed party, another entry of the same list, and the entries that ordinary "
            f"parties met. Right, as measured: the share of right hits in a book of which one party in {1 / LISTED_SHARE:,.0f} is listed; "
            "as decided: among your own labelled hits, which go first where there are "
            f"{LEAST_DECIDED} or more. 'sanctions calibrate --adopt' lets screenings state what was decided, and with --ordinary BOOK all "
            "of this; against the embedded people, who bear the commonest names there are, a hit is right less often than in most books.",
            f"Asked: {asked}.",
        ),
        empty="No hit was met.",
    )


def _worth_rows(meaning: Meaning) -> Iterator[list[Value]]:
    bands = {(one.who, one.evidence, one.least): one for one in meaning.bands}
    labels = {(one.who, one.evidence, one.least): one for one in meaning.decided}
    asked = {(one.who, one.beside): one for one in meaning.asked}
    for key in sorted(bands.keys() | labels.keys()):
        person, evidence, least = key
        band, label = bands.get(key), labels.get(key)
        counts: list[Value] = [band.own, band.others, band.ordinary] if band else ["–"] * 3
        among = asked.get((person, evidence is not Evidence.NAME))
        measured = right_share(band, among, LISTED_SHARE) if band and among else "–"
        named: list[Value] = [label.right, label.wrong, label.right / (label.right + label.wrong)] if label else ["–"] * 3
        yield [person, str(evidence), least, *counts, measured, *named]


def _numbers() -> Listing:
    return Listing(
        title="Equal numbers",
        table="EqualNumbers",
        columns=_NUMBERS,
        intro=(
            "The strong identifiers of the lists, and how many of them stand on more than one entry; entries that publishers themselves "
            "number as one target count once. Under names that differ a number is a renamed target's, shared, or an error.",
            "How often a party's own number is mistyped, or another's, no list tells: so a hit on an equal identifier states no share of "
            f"right hits but these counts, until {LEAST_DECIDED} such hits were decided in your own book.",
        ),
        empty="No passport, registration, IMO or other strong identifier stands on these lists.",
    )


def _number_row(one: Numbers) -> list[Value]:
    differing = Share(one.differing, one.several)
    return [family_words(one.family), one.numbers, one.several, one.several - one.differing, one.differing, *_share(differing)]


def _labels(study: Calibration) -> Listing:
    assert study.labelled
    left = len(study.labelled.left_out)
    told = [f"{left} rows were left out; the first: {study.labelled.left_out[0]}."] if left else []
    return Listing(
        title="Own labels",
        table="OwnLabels",
        columns=_LABELS,
        intro=(f"The labelled hits of the book {study.labelled.name}, by threshold.", *told),
        empty="No labelled hit could be used.",
    )


def _label_rows(study: Calibration) -> Iterator[list[Value]]:
    assert study.labelled
    for threshold in _THRESHOLDS:
        precision, recall = study.labelled.figures(threshold)
        yield [threshold, precision.whole, precision.part, *_share(precision), *_share(recall)]


def _samples(study: Calibration) -> Listing:
    return Listing(
        title="About the threshold",
        table="AboutTheThreshold",
        columns=_SAMPLES,
        intro=(
            f"Comparisons just above and just below {study.threshold:.2f}, drawn with seed {study.seed}: {len(study.above)} and "
            f"{len(study.below)}. Are those below rightly below, and those above worth an alert?",
        ),
        empty="No comparison of the study lies near the threshold.",
        choices=(Choice(heading="Examiner: same target?", prompt="Is it the same target?", words=("same", "different", "cannot say")),),
        frozen=1,
    )


def _sample_rows(study: Calibration) -> Iterator[list[Value]]:
    for side, samples in (("above", study.above), ("below", study.below)):
        for one in samples:
            yield [side, one.comparison.score, one.asked, one.listed, one.entity_id, one.known.replace("_", " "), _reasons(one), None, None]


def _missed() -> Listing:
    return Listing(
        title="Missed",
        table="Missed",
        columns=_MISSED,
        intro=(f"Changed names whose own entity did not alert, up to {MOST_MISSED} of a class, with what it scores and why.",),
        empty="Nothing was missed.",
        frozen=1,
    )


def _missed_rows(study: Calibration) -> Iterator[list[Value]]:
    for one in study.classes:
        for answer in one.missed[:MOST_MISSED]:
            case = answer.case
            yield [_class(one), answer.comparison.score, case.party.name, case.listed, case.entity.id, _reasons(answer)]


def _reasons(one: Sampled | Answer) -> tuple[str, ...]:
    lines: Iterable[str] = (f"{reason.points:+.4f} {reason.detail}" for reason in one.comparison.reasons)
    return tuple(lines)


def _describe(book: Book, study: Calibration) -> None:
    about = book.workbook.properties
    about.creator = about.lastModifiedBy = f"sanctions toolkit {__version__}"
    about.title = safe(f"Calibration {study.id}")
    about.identifier = safe(study.id)
    about.created = about.modified = study.made_at.astimezone(UTC).replace(tzinfo=None)


__all__: Sequence[str] = ["findings", "write_calibration"]
