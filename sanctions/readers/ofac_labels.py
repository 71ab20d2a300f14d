"""OFAC's own words for the facts of a record, and what each means here.

The same words stand in the Remarks of the CSV set, in ``idType`` of the legacy XML, and in the feature and
document types of the advanced and enhanced XML. Collected from copies of 2018 to 2025. A word that is not
here is reported as unread and its fact is kept in the remarks.
"""

from __future__ import annotations

import re
from enum import Enum

import msgspec

from sanctions.model import CountryRole, IdentifierType
from sanctions.patterns import regex


class Role(Enum):
    """What a fact becomes, where it is neither an identifier nor a country."""

    BIRTH_DATE = "birth date"
    BIRTH_PLACE = "birth place"
    GENDER = "gender"
    POSITION = "position"
    LINKED_TO = "linked to"
    MEASURE = "measure"  # restricts or warns: kept with the listing, in OFAC's words
    NOTE = "note"  # describes: kept in the remarks, in OFAC's words


class Label(msgspec.Struct, frozen=True):
    """A word of OFAC's and what it introduces."""

    text: str
    meaning: IdentifierType | CountryRole | Role


_I = IdentifierType
# Pairs and no mapping: as text, IdentifierType.REGISTRATION equals CountryRole.REGISTRATION.
_WORDS: tuple[tuple[IdentifierType | CountryRole | Role, str], ...] = (
    (_I.PASSPORT, "Passport|Diplomatic Passport|Stateless Person Passport|British National Overseas Passport|Travel Document Number"),
    (_I.NATIONAL_ID, "National ID No.|Cedula No.|Cedula de Residencia|Cedula de Ciudadania|Cedula de Extranjeria|D.N.I.|SSN|N.I.E."
    "|Bosnian Personal ID No.|Kenyan ID No.|C.I.N.|Moroccan Personal ID No.|C.U.R.P.|C.U.I.|C.U.I.P.|Credencial electoral|I.F.E."
    "|Electoral Registry No.|Identification Number|National Foreign ID Number|Personal ID Card|CNP (Personal Numerical Code)"
    "|Turkish Identification Number|Tazkira National ID Card|Citizen's Card Number|UAE Identification|Numero de Identidad"
    "|Stateless Person ID Card|Refugee ID Card|Residency Number|Romanian Permanent Resident|Birth Certificate Number|LE Number"
    "|Public Security and Immigration No.|Immigration No.|Seafarer's Identification Document|Cartilla de Servicio Militar Nacional"
    "|Military Registration Number|Identity Card|Afghan National ID"),
    (_I.TAX, "Tax ID No.|NIT #|R.F.C.|RFC|RUC #|RIF #|US FEIN|V.A.T. Number|C.U.I.T.|Fiscal Code|Italian Fiscal Code|N.I.F.|C.I.F.|RTN"
    "|RSIN|Numero Unico de Identificacao Tributaria (NUIT)|Paraguayan tax identification number|Romanian Tax Registration"),
    (_I.REGISTRATION, "Registration Number|Registration ID|Company Number|UK Company Number|Business Registration Number"
    "|Business Registration Document #|Business Number|Commercial Registry Number|C.R. No.|C.R.|Romanian C.R.|Folio Mercantil No."
    "|Matricula Mercantil No|Government Gazette Number|Trade License No.|Chamber of Commerce Number|Istanbul Chamber of Comm. No."
    "|Dubai Chamber of Commerce Membership No.|Unified Social Credit Code (USCC)|United Social Credit Code Certificate (USCCC)"
    "|Enterprise Number|Organization Code|Certificate of Incorporation Number|Public Registration Number"
    "|Central Registration System Number|Economic Register Number (CBLS)|Registered Charity No.|MSB Registration Number"
    "|Registration Certificate Number (Dubai)|Afghan Money Service Provider License Number"
    "|Russian State Individual Business Registration Number Pattern (OGRNIP)"),
    (_I.IMO, "Vessel Registration Identification|Vessel Registration Number"),
    (_I.MMSI, "MMSI"),
    (_I.CALL_SIGN, "Vessel Call Sign|Other Vessel Call Sign|Call Sign"),
    (_I.AIRCRAFT_TAIL, "Aircraft Tail Number|Previous Aircraft Tail Number"),
    (_I.AIRCRAFT_SERIAL, "Aircraft Manufacturer's Serial Number (MSN)|Aircraft Serial Identification"
    "|Aircraft Construction Number (also called L/N or S/N or F/N)"),
    (_I.BIC, "SWIFT/BIC"),
    (_I.LEI, "Legal Entity Number"),
    (_I.DUNS, "D-U-N-S Number|DUNS Number"),
    (_I.WALLET, "Digital Currency Address"),
    (_I.EMAIL, "Email Address|Email"),
    (_I.PHONE, "Phone Number|Telephone|Fax|Telephone Number|Fax Number"),
    (_I.WEBSITE, "Website"),
    # Not strong: a licence, ticker or local code names a permit, a paper or a branch rather than one target.
    (_I.OTHER, "License|Driver's License No.|Pilot License Number|Tourism License No.|Permit Number|SRE Permit No.|File Number"
    "|Serial No.|Branch Unit Number|Trademark number|VisaNumberID|BIK (RU)|Chinese Commercial Code|Equity Ticker|ISIN|MICEX Code"
    "|Aircraft Mode S Transponder Code|Global Intermediary Identification Number|UN/LOCODE|Interpol: Red Notice. File No."),
    (CountryRole.NATIONALITY, "Nationality Country|nationality"),
    (CountryRole.CITIZENSHIP, "Citizenship Country|citizen"),
    (CountryRole.REGISTRATION, "Nationality of Registration|Registration Country"),
    (CountryRole.FLAG, "Vessel Flag|Flag"),
    (CountryRole.FORMER_FLAG, "Former Vessel Flag|Other Vessel Flag|Last Vessel Flag"),
    (Role.BIRTH_DATE, "Birthdate|DOB"),
    (Role.BIRTH_PLACE, "Place of Birth|POB"),
    (Role.GENDER, "Gender"),
    (Role.POSITION, "Title|Position|Occupation|Alternate Title"),
    (Role.LINKED_TO, "Linked To"),
    (Role.MEASURE, "Secondary sanctions risk|Additional Sanctions Information|Transactions Prohibited For Persons Owned or Controlled By"
    " U.S. Financial Institutions|CAATSA Section 235 Information|IFCA Determination|PEESA Information|PAIPA Section 2 Information"),
    (Role.NOTE, "Organization Type|Organization Established Date|Target Type|Vessel Type|Other Vessel Type|Vessel Owner|Vessel Tonnage"
    "|Tonnage|Vessel Deadweight|Vessel Gross Registered Tonnage|Gross Registered Tonnage|Gross Tonnage|Vessel Year of Build"
    "|Aircraft Manufacture Date|Aircraft Model|Aircraft Operator|Issuer Name|Issuer|Vessel Operator|Other Vessel Owner"),
)  # fmt: skip

_PATTERNS = (
    # Whole families of labels, each with the number of an order, a directive or a programme in it.
    (regex(r"executive order \d+(?: directive)? (?:information|determination)", re.I), Role.MEASURE),
    (regex(r"executive order \d+ directive information", re.I), Role.MEASURE),
    (regex(r"(?:listing|effective|expiration|removal) date \([^()]+\)", re.I), Role.NOTE),
    (regex(r"purchase/sales for divestment date(?: \([^()]+\))?", re.I), Role.NOTE),
    (regex(r"digital currency address - \w+", re.I), _I.WALLET),
)


def fold(label: str) -> str:
    """A label without the differences between OFAC's formats: case, curly apostrophes, the final colon or dash."""
    return " ".join(label.replace("\u2019", "'").split()).casefold().rstrip(" :-")


LABELS = {fold(word): Label(word, meaning) for meaning, words in _WORDS for word in words.split("|")}
"""Every label by its folded text."""


def find_label(text: str) -> Label | None:
    """What a whole label means ("Tax ID No.", "Executive Order 13662 Directive Determination -"), or None."""
    folded = fold(text)
    if folded in LABELS:
        return Label(text.strip(), LABELS[folded].meaning)
    for pattern, meaning in _PATTERNS:
        if pattern.fullmatch(folded):
            return Label(text.strip(), meaning)
    return None


_ALTERNATIVES = sorted((re.escape(word) for word in LABELS), key=len, reverse=True)
_START = regex(
    rf"(?P<label>{'|'.join([pattern.pattern for pattern, _ in _PATTERNS] + _ALTERNATIVES)})"
    r"(?P<mark>\s*:\s*-?|\s+-\s+|\s+|$)(?P<value>.*)",
    re.I | re.S,
)  # fmt: skip


def split_label(text: str) -> tuple[Label, str] | None:
    """A segment of the Remarks as its label and the rest ("Tax ID No.", "7702070139 (Russia)"), or None."""
    match = _START.match(text.replace("\u2019", "'"))
    label = find_label(match["label"]) if match else None
    return (label, match["value"].strip()) if match and label else None
