"""What the fields of a target of the French register say of it (``TypeChamp`` and the values under it)."""

from __future__ import annotations

import re
from collections.abc import Callable

from sanctions.dates import PartialDate
from sanctions.model import Address, CountryRole, Identifier, IdentifierType, Kind, Link, Listing
from sanctions.patterns import regex
from sanctions.readers.draft import Draft
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record

GENDERS = {"masculin": "male", "féminin": "female"}
_I = IdentifierType
_NUMBERS = (
    # words of an "identification" → what its number is; the first that fits
    (regex(r"\bn(?:um[ée]ro)?\W*(?:omi|imo)\b|^\W*(?:omi|imo)\b", re.I), _I.IMO),
    (regex(r"\bswift\b|\bbic\b", re.I), _I.BIC),
    (regex(r"fiscal|\binn\b|\btaxe\b|\btva\b", re.I), _I.TAX),
    (regex(r"enregist|immatricul|\bogrn\b|\bpsrn\b|registre", re.I), _I.REGISTRATION),
    (regex(r"carte d.identit|identit[ée] nationale|identification nationale", re.I), _I.NATIONAL_ID),
)
_CODE = regex(r"[\w./-]*\d[\w./-]*|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
"""A number, or a BIC without a digit; anything else is prose."""
_ABOUT = regex(r"\S\s*\(([^()]+)\)$")
_UN = regex(r"\b[A-Z]{2,3}[ie]\.\d{3}\b", re.I)
_EU = regex(r"\bEU\.\d+\.\d+\b", re.I)
_NOTHING = frozenset({"", "/", "-", "nc", "inconnu", "inconnue"})

COMMENTED = frozenset({"PASSEPORT", "AUTRE_IDENTITE", "IDENTIFICATION"})
"""Fields whose comment belongs to the number in them."""


def said(value: Record, name: str) -> str | None:
    """A field of a value as one line; None if it is empty or says that nothing is known."""
    text = clean(value.text(name) or "")
    return None if text.casefold() in _NOTHING else text


def _birth_date(draft: Draft, value: Record) -> None:
    written = [said(value, name) for name in ("Annee", "Mois", "Jour")]
    if not written[0]:
        return
    try:
        year, month, day = (int(text) if text else 0 for text in written)
        draft.birth_dates.append(PartialDate.of(year, month, day, text="-".join(filter(None, written))))
    except ValueError as problem:
        draft.report.unread["birth date"] += 1
        draft.report.problem(f"Entry {draft.uid}: {'-'.join(filter(None, written))!r} is not a date: {problem}.")


def _birth_place(draft: Draft, value: Record) -> None:
    place, country = said(value, "Lieu"), said(value, "Pays")
    if written := ", ".join(filter(None, (place, country))):
        draft.birth_places.append(written)
    draft.country(country, CountryRole.BIRTH)


def _gender(draft: Draft, value: Record) -> None:
    word = said(value, "Sexe")
    if word and word.casefold() in GENDERS:
        draft.genders.append(GENDERS[word.casefold()])
    elif word:
        draft.report.unread[f"Sexe={word}"] += 1


def _address(draft: Draft, value: Record) -> None:
    street, country = said(value, "Adresse"), said(value, "Pays")
    code = draft.country(country, CountryRole.ADDRESS)
    if street:
        draft.addresses.append(Address(full=", ".join(filter(None, (street, country))), street=street, country=code))


def _passport(draft: Draft, value: Record) -> None:
    if number := said(value, "NumeroPasseport"):
        draft.identifiers.append(Identifier(type=_I.PASSPORT, value=number, note=said(value, "Commentaire")))


def _card(draft: Draft, value: Record) -> None:
    if number := said(value, "NumeroCarte"):
        draft.identifiers.append(Identifier(type=_I.NATIONAL_ID, value=number, note=said(value, "Commentaire")))


def _identification(draft: Draft, value: Record) -> None:
    """A number whose words say what it is; prose is kept as a note."""
    words, content = said(value, "Commentaire") or "", said(value, "Identification") or ""
    kind = next((kind for pattern, kind in _NUMBERS if pattern.search(words)), None)
    if kind and _CODE.fullmatch(content):
        draft.identifiers.append(Identifier(type=kind, value=content, label=words))
    elif content or words:
        draft.notes.append(": ".join(filter(None, ("Identification", words, content))))


def _legal_basis(draft: Draft, value: Record) -> None:
    """The act; what it is about stands in brackets behind it ("(UE) 2017/1509 du 30 août 2017 (Corée du Nord - RPDC)")."""
    label, code = said(value, "FondementJuridiqueLabel"), said(value, "FondementJuridique")
    about = _ABOUT.search(label) if label else None
    programme = about[1] if about else label or code
    if programme:
        basis = label if label != programme else None
        draft.listings.append(Listing(programme=programme, legal_basis=basis, measures=("Gel des avoirs",), reference=code))


def _reference(scheme: str, field: str, pattern: re.Pattern[str]) -> Callable[[Draft, Record], None]:
    def take(draft: Draft, value: Record) -> None:
        text = said(value, field)
        found = pattern.findall(text) if text else []
        draft.links.extend(Link(scheme=scheme, value=number) for number in found)
        if text and not found:
            draft.notes.append(f"{field}: {text}")

    return take


def _text(field: str, label: str) -> Callable[[Draft, Record], None]:
    def take(draft: Draft, value: Record) -> None:
        if text := said(value, field):
            draft.notes.append(f"{label}: {text}")

    return take


def _number(field: str, kind: IdentifierType) -> Callable[[Draft, Record], None]:
    def take(draft: Draft, value: Record) -> None:
        if text := said(value, field):
            draft.identifiers.append(Identifier(type=kind, value=text))

    return take


def _position(draft: Draft, value: Record) -> None:
    if text := said(value, "Titre"):
        (draft.positions if draft.kind is Kind.PERSON else draft.notes).append(text)


def _nationality(draft: Draft, value: Record) -> None:
    draft.country(said(value, "Pays"), CountryRole.NATIONALITY)


FIELDS: dict[str, Callable[[Draft, Record], None]] = {
    "SEXE": _gender,
    "NATIONALITE": _nationality,
    "TITRE": _position,
    "DATE_DE_NAISSANCE": _birth_date,
    "LIEU_DE_NAISSANCE": _birth_place,
    "ADRESSE_PP": _address,
    "ADRESSE_PM": _address,
    "PASSEPORT": _passport,
    "AUTRE_IDENTITE": _card,
    "IDENTIFICATION": _identification,
    "NUMERO_OMI": _number("NumeroOMI", _I.IMO),
    "SITE_INTERNET": _number("SiteInternet", _I.WEBSITE),
    "TELEPHONE": _number("Telephone", _I.PHONE),
    "COURRIEL": _number("Courriel", _I.EMAIL),
    "REFERENCE_UE": _reference("eu", "ReferenceUe", _EU),
    "REFERENCE_ONU": _reference("un", "ReferenceOnu", _UN),
    "FONDEMENT_JURIDIQUE": _legal_basis,
    "MOTIFS": _text("Motifs", "Motifs"),
}
"""What each field of the register says."""
