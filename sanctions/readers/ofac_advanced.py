"""OFAC's advanced XML: SDN_ADVANCED.XML and CONS_ADVANCED.XML (root ``Sanctions``).

The file is a set of tables: reference values, locations, identity documents, parties, relationships, entries;
everything points to everything by number. Reading is in two passes: the first shelves what belongs to parties
(``ofac_shelf``), the second turns each party into an entity. The profile's number is the uid of OFAC's other formats.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.dates import PartialDate
from sanctions.errors import SourceError
from sanctions.model import CountryRole, Entity, Link, Listing, Name, NamePart, PartKind
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.ofac_advanced_parts import References, day_of, period_of, place_of
from sanctions.readers.ofac_common import OfacDraft, merge_listings
from sanctions.readers.ofac_labels import Role, find_label
from sanctions.readers.ofac_names import PART_KINDS, whole_name
from sanctions.readers.ofac_shelf import Shelf
from sanctions.readers.xml import Record, audit, raw, root_name, stream

_ISSUED, _VALUES, _PARTY = "DateOfIssue", "ReferenceValueSets", "DistinctParties/DistinctParty"
_OWNED = {
    # path of a section's records → the attribute that says whose they are, and the prefix of that number on the shelf
    "Locations/Location": ("@ID", "location"),
    "IDRegDocuments/IDRegDocument": ("@IdentityID", "identity"),
    "ProfileRelationships/ProfileRelationship": ("@From-ProfileID", "profile"),
    "SanctionsEntries/SanctionsEntry": ("@ProfileID", "profile"),
}
_LOCATIONS, _DOCUMENTS, _RELATIONSHIPS, _ENTRIES = _OWNED
_RECORDS = (_ISSUED, _VALUES, _PARTY, *_OWNED)


def recognises(name: str, head: bytes) -> bool:
    """Whether the root is ``Sanctions``."""
    return root_name(head) == "Sanctions"


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    name = layout.files[0].name
    with Shelf() as shelf:
        reader = _Reader(_first_pass(source, name, shelf, definition, report), shelf, definition, report)
        for path, element in stream(source, name, "Sanctions", _RECORDS):
            if path == _PARTY and (entity := reader.party(raw(element))):
                yield entity
        for section in _OWNED:
            if orphans := shelf.orphans(section):
                report.orphans[section] = orphans


FORMAT = Format(key="ofac-advanced-xml", title="OFAC advanced XML", version=1, recognises=recognises, read=read)


def _first_pass(source: Source, name: str, shelf: Shelf, definition: ListDefinition, report: ReadReport) -> References:
    references: References | None = None
    attributes = ("Version",)
    for path, element in stream(source, name, "Sanctions", _RECORDS, report=report, ignore=definition.ignore, root_attributes=attributes):
        if path == _ISSUED:
            report.published = day_of(Record(raw(element), path))
        elif path == _VALUES:
            references = References(raw(element), report)
        elif path in _OWNED:
            attribute, kind = _OWNED[path]
            fields = raw(element)
            shelf.put(path, f"{kind} {fields.get(attribute)}", fields)
    if references is None:
        raise SourceError(
            f"{name} has no ReferenceValueSets, without which its numbers mean nothing; get the file from its publisher again."
        )
    return references


class _Reader:
    """The second pass: parties to entities, with what the first pass shelved."""

    def __init__(self, references: References, shelf: Shelf, definition: ListDefinition, report: ReadReport) -> None:
        self._values = references
        self._shelf = shelf
        self._definition = definition
        self._report = report

    def party(self, fields: dict[str, Any]) -> Entity | None:
        """One DistinctParty; None if it stands in the file a second time or has no name."""
        record = Record(fields, _PARTY.rpartition("/")[2])
        uid = record.text("@FixedRef") or ""
        if not self._shelf.own(f"party {uid}"):
            self._report.problem(f"Entry {uid} stands in the file more than once; only the first was read.")
            return None
        draft = OfacDraft(uid=uid, definition=self._definition, report=self._report)
        if comment := record.text("Comment"):
            draft.notes.append(comment)
        whole: dict[str, Any] = dict(fields)
        for profile in record.each("Profile"):
            self._profile(profile, draft, whole)
        audit(record, self._report, self._definition.ignore)
        return draft.build(whole)

    def _profile(self, profile: Record, draft: OfacDraft, whole: dict[str, Any]) -> None:
        number = profile.text("@ID") or ""
        self._shelf.own(f"profile {number}")
        draft.set_kind(self._values.party_type(profile.text("@PartySubTypeID")))
        for identity in profile.each("Identity"):
            self._identity(identity, draft, whole)
        for feature in profile.each("Feature"):
            self._feature(feature, draft, whole)
        for relationship in self._owned(_RELATIONSHIPS, f"profile {number}", whole):
            self._relationship(relationship, draft)
        entries = self._owned(_ENTRIES, f"profile {number}", whole)
        draft.listings = merge_listings(listing for entry in entries for listing in self._entry(entry))

    def _owned(self, section: str, key: str, whole: dict[str, Any]) -> Iterator[Record]:
        """The shelved records of a key, each put into the raw record and audited when the reader is done with it."""
        for fields in self._shelf.get(section, key):
            container, _, name = section.partition("/")
            whole.setdefault(container, []).append(fields)
            record = Record(fields, name)
            yield record
            audit(record, self._report, self._definition.ignore)

    def _identity(self, identity: Record, draft: OfacDraft, whole: dict[str, Any]) -> None:
        number = identity.text("@ID") or ""
        self._shelf.own(f"identity {number}")
        identity.skip("@FixedRef", "@Primary")
        if identity.text("@False") == "true":
            self._report.problem(f"Entry {draft.uid}: OFAC marks its identity {number} as false; its names were read all the same.")
        groups = identity.each("NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
        kinds = {group.text("@ID"): self._part_kind(group.text("@NamePartTypeID")) for group in groups}
        for alias in identity.each("Alias"):
            self._alias(alias, kinds, draft)
        for document in self._owned(_DOCUMENTS, f"identity {number}", whole):
            self._document(document, draft, whole)

    def _alias(self, alias: Record, kinds: dict[str | None, PartKind], draft: OfacDraft) -> None:
        """An alias is one documented name, or several: the same in other scripts."""
        alias.skip("@FixedRef")
        weak = alias.text("@LowQuality") == "true"
        quality = draft.quality(self._values.text("AliasType", alias.text("@AliasTypeID")), weak=weak)
        primary = alias.text("@Primary") == "true"
        for documented in alias.each("DocumentedName"):
            documented.skip("@ID", "@FixedRef", "@DocNameStatusID")
            pairs = list(self._name_parts(documented, kinds))
            if pairs:
                parts = tuple(part for part, _ in pairs)
                kept = parts if len(parts) > 1 else ()
                draft.names.append(Name(full=whole_name(parts), quality=quality, primary=primary, script=pairs[0][1], parts=kept))

    def _part_kind(self, number: str | None) -> PartKind:
        text = self._values.text("NamePartType", number) or ""
        kind = PART_KINDS.get(text.casefold())
        if kind is None:
            self._report.unread[f"NamePartType={text}"] += 1
        return kind or PartKind.WHOLE

    def _name_parts(self, name: Record, kinds: dict[str | None, PartKind]) -> Iterator[tuple[NamePart, str]]:
        for value in name.each("DocumentedNamePart", "NamePartValue"):
            value.skip("@ScriptStatusID", "@Acronym")
            text = value.value()
            script = self._values.script(value.text("@ScriptID"))
            kind = kinds.get(value.text("@NamePartGroupID"), PartKind.WHOLE)
            if text:
                yield NamePart(kind=kind, text=text), script

    def _document(self, document: Record, draft: OfacDraft, whole: dict[str, Any]) -> None:
        document.skip("@ID", "@IdentityID", "DocumentedNameReference")
        label = self._values.text("IDRegDocType", document.text("@IDRegDocTypeID")) or ""
        country = self._values.text("Country", document.text("@IssuedBy-CountryID"))
        place = self._place(document.text("@IssuedIn-LocationID"), whole)
        validity = self._values.text("Validity", document.text("@ValidityID"))
        notes = [document.text("IssuingAuthority"), document.text("Comment"), None if validity == "Valid" else validity]
        for dated in document.each("DocumentDate"):
            kind = {"Issue Date": "issued", "Expiration Date": "expires"}
            what = self._values.text("IDRegDocDateType", dated.text("@IDRegDocDateTypeID")) or ""
            period = period_of(dated.one("DatePeriod"))
            notes.append(f"{kind.get(what, what)} {period.text if period else ''}".strip())
        if place and place[1] and country is None:
            country = place[1]
        draft.fact(label, document.text("IDRegistrationNo") or "", country=country, note="; ".join(filter(None, notes)) or None)

    def _place(self, number: str | None, whole: dict[str, Any]) -> tuple[dict[str, str], str | None] | None:
        """A location's parts and its country."""
        if number is None:
            return None
        self._shelf.own(f"location {number}")
        for location in self._owned(_LOCATIONS, f"location {number}", whole):
            return place_of(location, self._values)
        self._report.problem(f"Location {number} is pointed to but not in the file.")
        return None

    def _feature(self, feature: Record, draft: OfacDraft, whole: dict[str, Any]) -> None:
        feature.skip("@ID", "IdentityReference")
        label = self._values.text("FeatureType", feature.text("@FeatureTypeID")) or ""
        for version in feature.each("FeatureVersion"):
            self._version(version, label, draft, whole)

    def _version(self, version: Record, label: str, draft: OfacDraft, whole: dict[str, Any]) -> None:
        """A feature's value is a period, a detail or a place; the empty detail that goes with the others is passed over."""
        version.skip("@ID")
        reliability = self._values.text("Reliability", version.text("@ReliabilityID"))
        note = "; ".join(filter(None, [version.text("Comment"), reliability if reliability in {"False", "Reported"} else None])) or None
        known = find_label(label)
        period = period_of(version.one("DatePeriod"))
        details = [text for detail in version.each("VersionDetail") if (text := self._detail(detail))]
        places = [place.text("@LocationID") for place in version.each("VersionLocation")]
        if period and known and known.meaning is Role.BIRTH_DATE:
            draft.birth_dates.append(period)
        elif period:
            draft.fact(label, period.text, note=note)
        for detail in details:
            draft.fact(label, detail, note=note)
        for place in places:
            self._feature_place(label, self._place(place, whole), note, draft)
        if not (period or details or places):
            self._report.unread[f"{label} without a value"] += 1

    def _detail(self, detail: Record) -> str | None:
        detail.skip("@DetailTypeID")
        return self._values.text("DetailReference", detail.text("@DetailReferenceID")) or detail.value()

    def _feature_place(self, label: str, place: tuple[dict[str, str], str | None] | None, note: str | None, draft: OfacDraft) -> None:
        if place is None:
            return
        parts, country = place
        known = find_label(label)
        if label == "Location":
            draft.address(parts, country, note)
        elif known and isinstance(known.meaning, CountryRole) and country:
            draft.country(country, known.meaning)
        else:
            draft.fact(label, ", ".join([*parts.values(), *([country] if country else [])]), note=note)

    def _relationship(self, relationship: Record, draft: OfacDraft) -> None:
        relationship.skip("@ID", "@From-ProfileID", "@RelationQualityID", "@SanctionsEntryID")
        relation = self._values.text("RelationType", relationship.text("@RelationTypeID")) or "related"
        former = " (former)" if relationship.text("@Former") == "true" else ""
        if other := relationship.text("@To-ProfileID"):
            draft.links.append(Link(scheme="ofac", value=other, relation=relation + former))

    def _entry(self, entry: Record) -> list[Listing]:
        entry.skip("@ID", "@ProfileID")
        reference = self._values.text("List", entry.text("@ListID"))
        days: list[date] = []
        bases: list[str] = []
        for event in entry.each("EntryEvent"):
            event.skip("@ID")
            kind = self._values.text("EntryEventType", event.text("@EntryEventTypeID"))
            if kind != "Created":
                self._report.unread[f"EntryEventType={kind}"] += 1
            day = day_of(event.one("Date"))
            basis = self._values.text("LegalBasis", event.text("@LegalBasisID"))
            days += [day] if day and kind == "Created" else []
            bases += [basis] if basis and basis not in bases else []
        programmes, measures = self._measures(entry)
        return [
            Listing(
                programme=programme,
                legal_basis="; ".join(bases) or None,
                listed_on=min(days, default=None),
                measures=tuple(measures),
                reference=reference,
            )
            for programme in programmes
        ]

    def _measures(self, entry: Record) -> tuple[list[str], list[str]]:
        programmes: list[str] = []
        measures: list[str] = []
        for measure in entry.each("SanctionsMeasure"):
            measure.skip("@ID")
            kind = self._values.text("SanctionsType", measure.text("@SanctionsTypeID")) or ""
            comment = measure.text("Comment")
            period: PartialDate | None = period_of(measure.one("DatePeriod"))
            if kind == "Program":
                programmes += [comment] if comment else []
            else:
                measures.append(" ".join(filter(None, [kind, comment, period.text if period else None])))
        return programmes, measures
