"""The World Bank's firms and individuals that may not be awarded its contracts, as its page loads them (``response.ZPROCSUPP``).

No whole copy was at hand: the fields are known from public descriptions of the answer. An end of 2999-12-31 stands
for a debarment without one. Footnote marks ("*75") and former or other names in brackets are written into the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import parse_date
from sanctions.model import CountryRole, Entity, Kind, Listing, Name, Quality
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft
from sanctions.readers.json_document import records
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit
from sanctions.scripts import script_of

PATH = ("response", "ZPROCSUPP")
KINDS = {"F": Kind.ORGANISATION, "I": Kind.PERSON}
NO_END = date(2999, 12, 31)
_NOTHING = frozenset({"", "none", "n/a", "null"})
_FOOTNOTE = regex(r"\s*\*+\s*\d*\s*$")
_BRACKETS = regex(r"\s*\((?P<word>a\.?/?k\.?/?a\.?|f\.?/?k\.?/?a\.?|also known as|formerly(?: known as)?)[:\s]+(?P<names>[^()]+)\)", re.I)
_HONORIFIC = regex(r"^(?:mr|mrs|ms|dr|prof|engr?)\.\s+", re.I)
_BETWEEN = regex(r"\s*;\s*|\s+(?:a/k/a|and also)\s+", re.I)


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The firms and individuals. Raises SourceError, with line and column, for a damaged document."""
    for fields, place in records(source, layout.files[0].name, PATH, definition, report=report):
        record = Record(fields, PATH[-1])
        draft = _draft(record, definition, report, place)
        audit(record, report, definition.ignore)
        if draft and (entity := draft.build(fields)):
            yield entity


def _draft(record: Record, definition: ListDefinition, report: ReadReport, place: str) -> Draft | None:
    key = _said(record, "SUPP_ID")
    if key is None:
        report.problem(f"{place}: an entry without a SUPP_ID was left out.")
        return None
    draft = Draft(uid=key, definition=definition, report=report)
    draft.take_kind("SUPP_TYPE_CODE", _said(record, "SUPP_TYPE_CODE"), KINDS)
    _names(draft, record)
    _address(draft, record)
    _listing(draft, record, place)
    if more := _said(record, "ADD_SUPP_INFO"):
        draft.notes.append(f"Additional information: {more}")
    return draft


def _said(record: Record, name: str) -> str | None:
    text = clean(record.text(name) or "")
    return None if text.casefold() in _NOTHING else text


def _names(draft: Draft, record: Record) -> None:
    """The name without its footnote mark and title; what stands in brackets as another name is one."""
    written = _said(record, "SUPP_NAME") or ""
    before, after = (_said(record, name) for name in ("SUPP_PRE_ACRN", "SUPP_POST_ACRN"))
    full = _BRACKETS.sub("", _FOOTNOTE.sub("", written)).strip() or written
    if draft.kind is Kind.PERSON and (title := _HONORIFIC.match(full)):
        draft.notes.append(f"Title: {title[0].strip()}")
        full = full[title.end() :]
    if full:
        draft.names.append(Name(full=full, primary=True, script=script_of(full)))
    for found in _BRACKETS.finditer(written):
        quality = Quality.FORMER if found["word"][0].lower() == "f" else Quality.STRONG
        draft.names += [Name(full=name, quality=quality, script=script_of(name)) for name in _BETWEEN.split(found["names"].strip()) if name]
    draft.notes += [f"{label}: {text}" for label, text in (("Before the name", before), ("After the name", after)) if text]


def _address(draft: Draft, record: Record) -> None:
    parts = {
        "street": _said(record, "SUPP_ADDR"),
        "city": _said(record, "SUPP_CITY"),
        "region": ", ".join(filter(None, (_said(record, "SUPP_STATE_CODE"), _said(record, "SUPP_PROV_NAME")))) or None,
        "postal_code": _said(record, "SUPP_ZIP_CODE") or _said(record, "SUPP_POST_CODE"),
    }
    record.skip("SUPP_POST_CODE")
    country, code = _said(record, "COUNTRY_NAME"), _said(record, "LAND1")
    held = {name: text for name, text in parts.items() if text}
    if held:
        draft.address(held, country or code)
    else:
        draft.country(country or code, CountryRole.OTHER)


def _listing(draft: Draft, record: Record, place: str) -> None:
    begins, ends = (_day(draft, record, name, place) for name in ("DEBAR_FROM_DATE", "DEBAR_TO_DATE"))
    status = _said(record, "INELIGIBLY_STATUS")
    kind, reason = _said(record, "DEBAR_TYPE"), _said(record, "DEBAR_REASON")
    draft.listings.append(
        Listing(
            programme="World Bank debarment",
            legal_basis=reason,
            listed_on=begins,
            ended_on=None if ends == NO_END else ends,
            measures=("Ineligible for contracts financed by the World Bank Group",),
            reference="; ".join(filter(None, (kind, status))) or None,
        )
    )


def _day(draft: Draft, record: Record, name: str, place: str) -> date | None:
    text = _said(record, name)
    try:
        return parse_date(text).first if text else None
    except ValueError as problem:
        draft.report.problem(f"{place}: {name}: {problem}; it is left empty.")
        return None


def _recognises(name: str, head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and b'"ZPROCSUPP"' in head


FORMAT = Format(key="worldbank-json", title="World Bank debarred firms, JSON", version=1, recognises=_recognises, read=read)
