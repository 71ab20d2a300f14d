"""Small parts of OFAC's advanced XML: reference values, dates and places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sanctions.dates import PartialDate
from sanctions.readers.base import ReadReport
from sanctions.readers.ofac_names import SCRIPTS, script_of
from sanctions.readers.xml import Record

_PART_FIELDS = {
    "address1": "street",
    "address2": "street",
    "address3": "street",
    "city": "city",
    "state/province": "region",
    "region": "region",
    "postal code": "postal_code",
}


class References:
    """The reference values of a file: sets of numbered words. A number that is in no set is reported."""

    def __init__(self, fields: Mapping[str, Any], report: ReadReport) -> None:
        self._report = report
        self._sets: dict[str, dict[str, Record]] = {}
        record = Record(fields, "ReferenceValueSets")
        for container in fields:  # AliasTypeValues holds elements called AliasType
            name = container.removesuffix("Values")
            self._sets[name] = {member.text("@ID") or "": member for member in record.each(container, name)}

    def text(self, name: str, number: str | None) -> str | None:
        """The word with that number in a set ("AliasType", "1400" → "A.K.A."); None for no number."""
        member = self._member(name, number)
        return member.value() if member else None

    def _member(self, name: str, number: str | None) -> Record | None:
        if number is None:
            return None
        member = self._sets.get(name, {}).get(number)
        if member is None:
            self._report.unread[f"{name}={number}"] += 1
        return member

    def attribute(self, name: str, number: str | None, attribute: str) -> str | None:
        member = self._member(name, number)
        value = member.field(f"@{attribute}") if member else None
        return str(value) if value else None

    def party_type(self, number: str | None) -> str | None:
        """OFAC's word for what a party is: the subtype's (Vessel, Aircraft), else its type's (Individual, Entity)."""
        subtype = self.text("PartySubType", number)
        if subtype and subtype != "Unknown":
            return subtype
        return self.text("PartyType", self.attribute("PartySubType", number, "PartyTypeID"))

    def script(self, number: str | None) -> str:
        """The ISO 15924 code of a script, "" if OFAC's word for it is unknown."""
        code = self.attribute("Script", number, "ScriptCode") or ""
        known = code in SCRIPTS.values()
        return code if known else script_of(self.text("Script", number), self._report)

    def area(self, number: str | None) -> str | None:
        """The name of an area, usually a country."""
        return self.attribute("AreaCode", number, "Description")


def day_of(record: Record | None) -> date | None:
    """The day of a Year/Month/Day triple; None if a part is missing or no such day exists."""
    if record is None:
        return None
    record.skip("@CalendarTypeID")
    parts = [record.text(name) for name in ("Year", "Month", "Day")]
    try:
        return date(*(int(part or "") for part in parts))
    except ValueError:
        return None


def period_of(record: Record | None) -> PartialDate | None:
    """A DatePeriod from the first day that its start can be to the last that its end can be; None if it has neither."""
    if record is None:
        return None
    record.skip("@CalendarTypeID", "@YearFixed", "@MonthFixed", "@DayFixed")
    days: list[date] = []
    circa = False
    for boundary in [*record.each("Start"), *record.each("End")]:
        boundary.skip("@YearFixed", "@MonthFixed", "@DayFixed")
        circa = boundary.text("@Approximate") == "true" or circa
        found = [day_of(boundary.one("From")), day_of(boundary.one("To"))]
        days += [day for day in found if day]
    if not days:
        return None
    period = PartialDate(first=min(days), last=max(days), circa=circa)
    return PartialDate(first=period.first, last=period.last, circa=circa, text=period_text(period))


def period_text(period: PartialDate) -> str:
    """A date in the words of OFAC's other formats: 23 Mar 1960, Mar 1960, 1960, circa 1960, 1960 to 1965."""
    circa = "circa " if period.circa else ""
    if period.precision == "day":
        return f"{circa}{period.first:%d %b %Y}"
    if period.precision == "month":
        return f"{circa}{period.first:%b %Y}"
    if period.precision == "year":
        return f"{circa}{period.first.year:04}"
    whole_years = (period.first.month, period.first.day, period.last.month, period.last.day) == (1, 1, 12, 31)
    shape = "%Y" if whole_years else "%d %b %Y"
    return f"{circa}{period.first.strftime(shape)} to {period.last.strftime(shape)}"


def place_of(location: Record, values: References) -> tuple[dict[str, str], str | None]:
    """A Location as the parts of an address and its country's name.

    The country of a nationality or flag stands by itself, as a part of type "Unknown".
    """
    location.skip("@ID", "FeatureVersionReference", "IDRegDocumentReference")
    parts: dict[str, str] = {}
    alone: list[str] = []
    for part in location.each("LocationPart"):
        kind = values.text("LocPartType", part.text("@LocPartTypeID")) or ""
        for value in part.each("LocationPartValue"):
            value.skip("@Primary", "@LocPartValueTypeID", "@LocPartValueStatusID")
            text = value.text("Value")
            if kind == "Unknown" and text:
                alone.append(text)
            else:
                add_part(parts, kind, text)
    areas = [values.area(area.text("@AreaCodeID")) for area in location.each("LocationAreaCode")]
    countries = []
    for country in location.each("LocationCountry"):
        country.skip("@CountryRelevanceID")
        countries.append(values.text("Country", country.text("@CountryID")))
    found = next(filter(None, [*countries, *areas, *alone]), None)
    for text in alone:
        add_part(parts, "address1", text if text != found else None)
    return parts, found


def add_part(parts: dict[str, str], kind: str, text: str | None) -> None:
    """Put a part of an address ("ADDRESS1", "CITY", "REGION") under its field of ``Address``; several join with a comma."""
    field = _PART_FIELDS.get(kind.casefold(), "street")
    if text:
        parts[field] = f"{parts[field]}, {text}" if field in parts else text
