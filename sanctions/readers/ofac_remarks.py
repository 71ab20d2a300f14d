"""The Remarks of OFAC's CSV set: one line of prose that carries what the XML formats give in fields.

    "DOB 23 Mar 1960; alt. DOB 1961; POB Pyongyang, Korea, North; Passport 836410105 (Korea, North) issued
    01 Jan 2010 expires 01 Jan 2015; a.k.a. 'KIM, Bong'; Linked To: KOREA MINING DEVELOPMENT TRADING CORPORATION."

``segments`` cuts it up without losing a character; ``mine`` gives each segment's facts to a draft. Quotation
marks around an a.k.a. are OFAC's mark for a weak alias (FAQ 122).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions.model import IdentifierType, Link
from sanctions.patterns import regex
from sanctions.readers.ofac_common import OfacDraft
from sanctions.readers.ofac_labels import Label, split_label
from sanctions.readers.ofac_names import latin_name

LONGEST_SEGMENT = 2_000
"""No fact of OFAC's is a quarter as long. Longer text is not taken apart, so that no crafted one can hold up the reader."""

_ALIAS = regex(r"(?:alt\. )?(?P<type>[afn]\.k\.a\.)[,:]?\s+(?P<name>.+)", re.I | re.S)
_QUOTED = regex(r"(?P<quote>['\"])(?P<name>.*)(?P=quote)", re.S)
_ALTERNATIVE = regex(r"alt\.?\s+", re.I)
_VALUE = regex(
    r"(?P<value>.+?)"
    r"(?:\s+\((?P<country>[^()]*(?:\([^()]*\))?[^()]*)\))?"
    r"(?:,?\s+issued\s+(?P<issued>\d{1,2} \w{3} \d{4}|\w{3} \d{4}|\d{4}))?"
    r"(?:,?\s+(?:expires|expired)\s+(?P<expires>\d{1,2} \w{3} \d{4}|\w{3} \d{4}|\d{4}))?",
    re.S,
)
_BRACKETS = regex(r"\s*\(([^()]*)\)\s*$")
_FIELD_LIKE = regex(r"[#:]|\bNo\b\.?|\bNumber\b|\bID\b|\bCode\b|\w\d{4,}|\d{5,}", re.I)
_LINK = regex(r"https?://|\blink\b|\bwww\.", re.I)
_NUMBER_WORD = regex(r"No\.?[:\s]\s*", re.I)
_LINKED = regex(r"\(Linked To: *(?P<bracketed>.+)\)|Linked To: *(?P<bare>.+)", re.I | re.S)
_NUMBERED = frozenset({IdentifierType.PASSPORT, IdentifierType.NATIONAL_ID, IdentifierType.TAX, IdentifierType.REGISTRATION})
_NO_COUNTRY_INSIDE = frozenset({IdentifierType.EMAIL, IdentifierType.WEBSITE, IdentifierType.WALLET, IdentifierType.PHONE})


def segments(remarks: str) -> Iterator[str]:
    """The parts between semicolons, a semicolon inside brackets not counting; joined with ";" they are the remarks again."""
    start = depth = 0
    last = remarks.rfind(")")
    for place, character in enumerate(remarks):
        if character == "(":
            depth += 1
        elif character == ")":
            depth = max(0, depth - 1)
        elif character == ";" and (depth == 0 or place > last):
            yield remarks[start:place]
            start, depth = place + 1, 0
    yield remarks[start:]


def mine(remarks: str, draft: OfacDraft) -> None:
    """Give every fact of the remarks to the draft. Prose is left in the remarks; what looks like a fact but is none is reported."""
    parts = list(segments(remarks))
    for place, part in enumerate(parts):
        text = part.strip()
        if place == len(parts) - 1:
            text = text.removesuffix(".")
        if text:
            _segment(text, draft)


def _segment(text: str, draft: OfacDraft) -> None:
    if len(text) > LONGEST_SEGMENT:
        draft.report.unread["remarks: a part too long to be a fact"] += 1
        return
    alias = _ALIAS.fullmatch(text)
    if alias:
        _take_alias(alias["type"], alias["name"], draft)
        return
    bare = _ALTERNATIVE.sub("", text, count=1) if _ALTERNATIVE.match(text) else text
    if link := link_of(bare):
        draft.links.append(link)
        return
    found = split_label(bare)
    if found and found[1]:
        _take(*found, draft)
    elif shape := unknown_shape(text):
        draft.report.unread[f"remarks: {shape}"] += 1


def link_of(text: str) -> Link | None:
    """The link in a segment "Linked To: NAME" or "(Linked To: NAME)". OFAC names the other target there and gives no number."""
    linked = _LINKED.fullmatch(text.strip())
    return Link(scheme="ofac_name", value=linked["bare"] or linked["bracketed"], relation="Linked To") if linked else None


def _take_alias(alias_type: str, name: str, draft: OfacDraft) -> None:
    quoted = _QUOTED.fullmatch(name)
    bare = (quoted["name"] if quoted else name).strip()
    if bare:
        draft.names.append(latin_name(bare, draft.kind, draft.quality(alias_type, weak=quoted is not None)))


def _take(label: Label, text: str, draft: OfacDraft) -> None:
    if not isinstance(label.meaning, IdentifierType):
        draft.take(label, text)
        return
    if label.meaning is IdentifierType.WALLET:
        currency, _, address = text.rpartition(" ")
        draft.take(label if not currency else Label(f"{label.text} - {currency}", label.meaning), address)
        return
    if label.meaning in _NO_COUNTRY_INSIDE:
        draft.take(label, text)
        return
    value, country, note = split_value(_NUMBER_WORD.sub("", text, count=1) if _NUMBER_WORD.match(text) else text)
    if label.meaning in _NUMBERED and not any(character.isdigit() for character in value):
        draft.report.unread[f"remarks: {label.text} without a number"] += 1
        return
    draft.take(label, value, country=country, note=note)


def split_value(text: str) -> tuple[str, str | None, str | None]:
    """An identifier's text as number, country and note: "X123 (Korea, North) issued 2010 expires 2015". Loses no text."""
    match = _VALUE.fullmatch(text)
    if not match:
        return text, None, None
    notes = [f"{word} {match[word]}" for word in ("issued", "expires") if match[word]]
    value, country = match["value"], match["country"]
    inner = _BRACKETS.search(value)  # "HRA 738077 (Stuttgart) (Germany)": the place of the register comes first
    if inner and country:
        value = value[: inner.start()].rstrip() or value
        notes.insert(0, inner[1])
    return value, country, "; ".join(notes) or None


def unknown_shape(text: str) -> str | None:
    """The shape of a segment that looks like a fact under an unknown label; None for prose, which stays in the remarks.

    Prose has no number, colon or word like "No." in it, or points to a page. Digits become 9 and quoted text 'X'.
    """
    if not _FIELD_LIKE.search(text) or _LINK.search(text):
        return None
    shape = re.sub(r"\d+", "9", re.sub(r"'[^']*'", "'X'", text))
    return " ".join(shape.split()[:4])
