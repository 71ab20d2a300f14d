"""The report's words: what states, bands, roles and counts are called, and what a screening cannot say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from sanctions.countries import country_name
from sanctions.matching.bands import PROBABLE, STRONG, threshold_words
from sanctions.model import Coverage, Identifier, IdentifierType, Kind, Name, Party, Quality, Screening
from sanctions.workbook.contents import Finding, not_searched, searched

BANDS = ("strong", "probable", "possible")
"""The words of ``sanctions.matching.bands``, from the strongest."""

DEMO = "DEMO EXTRACT – NOT FOR COMPLIANCE"

_QUALITIES = {
    Quality.STRONG: "",
    Quality.WEAK: "weak alias",
    Quality.FORMER: "former name",
    Quality.LOW: "low-quality alias",
}
_NUMBERS = {
    IdentifierType.IMO: "IMO",
    IdentifierType.MMSI: "MMSI",
    IdentifierType.BIC: "BIC",
    IdentifierType.LEI: "LEI",
    IdentifierType.DUNS: "D-U-N-S",
    IdentifierType.NATIONAL_ID: "national ID",
}
_STATES = {
    "current": ("current", "good"),
    "stale": ("STALE – older than it should be", "caution"),
    "shrunken": ("SHRUNKEN – fewer entries than plausible", "caution"),
    "frozen": ("FROZEN – given up by its publisher", "caution"),
    "missing": ("NOT SEARCHED – no copy held", "bad"),
    "demo": ("demo extract – not for compliance", "caution"),
}


def state(coverage: Coverage) -> tuple[str, str]:
    """A list's state in words, and the style it is shown in. An unknown state is shown as it is, as a caution."""
    return _STATES.get(coverage.status, (coverage.status.upper(), "caution"))


def plural(number: int, one: str, many: str | None = None) -> str:
    """ "1 party", "40 parties"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def utc(moment: datetime | None) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC") if moment else "unknown"


def day(text: str | None) -> date | str:
    """A publisher's ISO date as a date, or whatever else stands there as text."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return text or "not stated"


def quality(name: Name) -> str:
    """Why a name deserves less trust; empty for a strong one. The primary name says so."""
    return "primary name" if name.primary else _QUALITIES[name.quality]


def who(finding: Finding) -> str:
    """Who was hit: the party itself, or a related person by role and name."""
    role = finding.hit.role
    return "the party itself" if role is None else f"{role}: {finding.hit.subject}"


def status(finding: Finding) -> str:
    """Whether somebody must act on it, and what became of it before."""
    state = finding.standing.state if finding.standing else "open"
    if finding.recorded:
        return "recorded (weak alias alone)" + ("" if state == "open" else f", {state}")
    before = f": {finding.standing.disposition}" if finding.standing and state == "decided" else ""
    return {"open": "alert", "cleared": "cleared"}.get(state, f"alert, {_BEFORE.get(state, state)}{before}")


_BEFORE = {"awaiting": "awaiting a check", "returned": "returned by the checker"}


def feature(name: str) -> str:
    """A feature's name as people write it."""
    return name.replace("_", " ")


def kind(value: Kind) -> str:
    return "not stated" if value is Kind.UNKNOWN else value.value


def lists_and_dates(screening: Screening) -> str:
    """ "us_ofac_sdn (published 2026-08-20), …": what was searched, as of when."""
    return ", ".join(f"{one.list} ({_as_of(one)})" for one in searched(screening)) or "no list at all"


def _as_of(coverage: Coverage) -> str:
    if coverage.published:
        return f"published {coverage.published}"
    return f"retrieved {coverage.retrieved.astimezone(UTC):%Y-%m-%d}" if coverage.retrieved else "date unknown"


def no_hit(screening: Screening) -> str:
    """What can be said of a party without an alert, and no more."""
    found = f"≥ {threshold(screening)} on {plural(len(searched(screening)), 'list')} as of the dates above"
    return f"NO ANSWER: nothing found at {found}, and a mandatory list is missing or stale" if unmet(screening) else f"no hit at {found}"


def nothing_found(screening: Screening) -> str:
    """The answer where there is no hit; where a mandatory list cannot be relied on, that there is none."""
    if unmet(screening):
        return f"NO ANSWER: nothing was found at {threshold(screening)} or more, but a mandatory list is missing or stale."
    return f"No hit at {threshold(screening)} or more on the lists searched, as of their dates."


def unmet(screening: Screening) -> tuple[str, ...]:
    """Why the mandatory lists of the policy cannot be relied on; empty where they can."""
    return screening.policy.unmet if screening.policy else ()


def incomplete(screening: Screening) -> str:
    """A sentence after an answer that lacks a mandatory list; empty where it lacks none."""
    return " This is not the whole answer: a mandatory list is missing or stale." if unmet(screening) else ""


def notice(screening: Screening) -> str | None:
    """What no page of the report may be read without."""
    if screening.demo:
        return DEMO
    if unmet(screening):
        return "INCOMPLETE – a mandatory list is missing or stale"
    return "TRIAL of another policy – not the policy in force" if screening.policy and screening.policy.what_if else None


def threshold(screening: Screening) -> str:
    """The threshold with at least two decimals and as many as it has, and what has another one ("0.80 (vessel 0.85)")."""
    return threshold_words(screening.threshold, screening.policy)


def bands(screening: Screening) -> str:
    """ "strong ≥ 0.93, probable ≥ 0.88, possible below": what a hit at or above the threshold is called."""
    strong, probable = (screening.policy.strong, screening.policy.probable) if screening.policy else (STRONG, PROBABLE)
    return f"strong ≥ {strong:.2f}, probable ≥ {probable:.2f}, possible from the threshold of {threshold(screening)}"


def identifier(one: Identifier) -> str:
    label = one.label or _NUMBERS.get(one.type, one.type.value.replace("_", " "))
    return f"{label} {one.value}" + (f" ({country_name(one.country)})" if one.country else "")


def particulars(finding: Finding) -> tuple[str, ...]:
    """Birth dates, countries, identifiers and addresses of both sides, one kind a line, where either side gives any."""
    asked, listed = finding.subject, finding.hit.entity
    lines = [
        ("born", _dates(asked), [str(one) for one in listed.birth_dates]),
        ("birth place", list(asked.birth_places), list(listed.birth_places)),
        ("country", [country_name(code) for code in asked.countries], [country_name(link.code) for link in listed.countries]),
        ("number", [identifier(one) for one in asked.identifiers], [identifier(one) for one in listed.identifiers]),
        ("address", [one.full for one in asked.addresses], [one.full for one in listed.addresses]),
    ]
    return tuple(f"{title}: asked {_some(a)} | listed {_some(b)}" for title, a, b in lines if a or b)


def _dates(party: Party) -> list[str]:
    return [str(one) for one in party.birth_dates]


def _some(values: list[str], most: int = 4) -> str:
    distinct = list(dict.fromkeys(values))
    rest = len(distinct) - most
    return ("; ".join(distinct[:most]) or "–") + (f"; and {rest:,} more" if rest > 0 else "")


def warnings(screening: Screening) -> list[tuple[str, str]]:
    """What must not be overlooked, each with the style of its banner: demo, not searched, stale, the user's own definitions."""
    found = []
    if screening.demo:
        found.append((f"{DEMO}. This report was made from a small extract of the lists. It proves nothing about any party.", "banner_red"))
    found += [(f"INCOMPLETE, NO ANSWER WITHOUT A MANDATORY LIST: {sentence}.", "banner_red") for sentence in unmet(screening)]
    if screening.policy and screening.policy.what_if:
        found.append((f"TRIAL of another policy, {screening.policy.name}. It is not the policy in force.", "banner_amber"))
    found += [(sentence, "banner_red") for sentence in _missing(not_searched(screening))]
    if not searched(screening):
        found.append(("NOTHING WAS SEARCHED: no copy of any list is held. Nothing in this report is an answer.", "banner_red"))
    for one in searched(screening):
        if one.status not in ("current", "demo"):
            found.append((f"{state(one)[0]}: {one.list} ({one.title}) – {_noted(one, _as_of(one))}.", "banner_amber"))
    if screening.overlay:
        found.append((f"OWN DEFINITIONS: lists or frameworks were added or replaced by {screening.overlay}.", "banner_amber"))
    return found


def _missing(lists: Sequence[Coverage]) -> list[str]:
    """The lists that were not searched: few with why, many in one sentence, so that it is read."""
    if len(lists) <= 2:
        return [f"NOT SEARCHED: {one.list} ({one.title}) – {_noted(one, 'no copy held')}." for one in lists]
    named = ", ".join(f"{one.list} ({one.title})" for one in lists)
    return [f"NOT SEARCHED, {len(lists)} lists of which no copy is held: {named}."]


def _noted(coverage: Coverage, plain: str) -> str:
    """The fact with the note on it, unless the note already says it."""
    note = (coverage.note or "").strip().removesuffix(".")
    return note if plain in note else f"{plain}; {note}" if note else plain


def limits(screening: Screening) -> list[str]:
    """What the report does not say, in plain words."""
    return [
        "A hit is a similarity, not an identity. Somebody must compare the whole record – kind, full name, birth date and place, "
        "nationality, address, numbers – before deciding.",
        f"“No hit” means: no hit at a score of {threshold(screening)} or more, on the lists searched, in the copies named on the sheet "
        "Lists searched. It never means that a party is free of sanctions.",
        "Names are compared approximately. A name that is spelled very differently, a nickname or an alias that no publisher knows "
        "may not be found; ordinary people share names with listed ones.",
        "A weak alias alone raises no alert unless that was asked for: such hits are recorded at the end of the sheet Hits, in grey.",
        "Ownership is not covered. Under OFAC's 50 per cent rule an entity owned 50 per cent or more by blocked persons is blocked though "
        "no list names it; other regimes have ownership and control tests of their own. Look into owners separately.",
        "The sheet Legal basis is a guide to the instruments in our own words, not legal advice. Their text decides.",
    ]
