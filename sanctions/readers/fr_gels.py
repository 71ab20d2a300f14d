"""France's national register of asset freezes (registre national des gels) as JSON, which the Direction générale du Trésor keeps.

``Publications.PublicationDetail`` holds the targets; all but the name of each stands in ``RegistreDetail``, a list of fields
(``TypeChamp``), each with its values (``Valeur``). No whole copy was at hand: fields are known from public descriptions, and
what is not as expected is reported. The register repeats the European Union's and the United Nations' freezes beside
France's own, in French; dates of listing are only in the acts that it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.model import Entity, Kind, Listing, Name
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft, person_parts
from sanctions.readers.fr_gels_facts import COMMENTED, FIELDS, said
from sanctions.readers.json_document import records
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record, audit
from sanctions.scripts import script_of

PATH = ("Publications", "PublicationDetail")
KINDS = {"Personne physique": Kind.PERSON, "Personne morale": Kind.ORGANISATION, "Navire": Kind.VESSEL}


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The targets of the register. Raises SourceError, with line and column, for a damaged document."""

    def dated(member: str, value: Any) -> bool:
        if member != "Publications/DatePublication" or not isinstance(value, str):
            return False
        report.published = _published(value, report)
        return True

    for fields, place in records(source, layout.files[0].name, PATH, definition, report=report, other=dated):
        record = Record(fields, PATH[-1])
        draft = _draft(record, definition, report, place)
        audit(record, report, definition.ignore)
        if draft and (entity := draft.build(fields)):
            yield entity


def _published(text: str, report: ReadReport) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        report.problem(f"DatePublication: {text!r} is not a date; it is left empty.")
        return None


def _draft(record: Record, definition: ListDefinition, report: ReadReport, place: str) -> Draft | None:
    key = record.text("IdRegistre")
    if key is None:
        report.problem(f"{place}: an entry without an IdRegistre was left out.")
        return None
    draft = Draft(uid=key, definition=definition, report=report)
    draft.take_kind("Nature", record.text("Nature"), KINDS)
    surname = clean(record.text("Nom") or "")
    given: list[str] = []
    aliases: list[Name] = []
    for field in record.each("RegistreDetail"):
        word = field.text("TypeChamp") or ""
        for value in field.each("Valeur"):
            if word == "PRENOM":
                given += filter(None, [said(value, "Prenom")])
            elif word == "ALIAS":
                aliases += [Name(full=text, script=script_of(text)) for text in filter(None, [said(value, "Alias")])]
            elif word in FIELDS:
                FIELDS[word](draft, value)
            else:
                report.unread[f"TypeChamp={word}"] += 1
                value.skip(*_keys(value))
            if word not in COMMENTED and (comment := said(value, "Commentaire")):
                draft.notes.append(f"{word.replace('_', ' ').capitalize()}: {comment}")
    draft.names = [*_names(surname, given, draft.kind), *aliases]
    _listings(draft)
    return draft


def _keys(value: Record) -> tuple[str, ...]:
    """The fields of a value whose type is unknown: it is reported as a whole."""
    return tuple(path.rpartition("/")[2] for path in value.leftovers())


def _names(surname: str, given: list[str], kind: Kind) -> Iterator[Name]:
    """The name that the register files a target under; a person's with each given name that it has."""
    if kind is not Kind.PERSON or not given:
        given = [""]
    for place, first in enumerate(given):
        if full := f"{first} {surname}".strip():
            parts = person_parts(surname, first) if first and surname else ()
            yield Name(full=full, primary=place == 0, script=script_of(full), parts=parts)


def _listings(draft: Draft) -> None:
    if not draft.listings:
        draft.listings.append(Listing(programme="Registre national des gels", measures=("Gel des avoirs",)))


def _recognises(name: str, head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and b'"PublicationDetail"' in head and b'"RegistreDetail"' in head


FORMAT = Format(key="fr-gels-json", title="France, national register of asset freezes, JSON", version=1, recognises=_recognises, read=read)
