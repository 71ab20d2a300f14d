"""The closed vocabularies of framework files. Each word says what it means where it is declared."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed vocabulary, with what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Word:
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word


class Event(Word):
    """What happened to an instrument as a whole."""

    INTRODUCED = "introduced", "laid before a chamber as a bill"
    PASSED_HOUSE = "passed_house", "passed by the House of Representatives"
    PASSED_SENATE = "passed_senate", "passed by the Senate"
    ENACTED = "enacted", "signed into law, or an order signed, a regulation made, a resolution adopted"
    IN_FORCE = "in_force", "took effect"
    AMENDED = "amended", "its text was changed; it stayed in force"
    SUPERSEDED = "superseded", "another text took its place"
    EXPIRED = "expired", "ended without a successor: a bill died with its Congress, a term ran out, an order was revoked"


class Standing(Word):
    """How an instrument stands on a given day."""

    NOT_YET = "not_yet", "nothing had happened yet"
    BILL = "bill", "only a bill"
    ENACTED = "enacted", "enacted, not yet in force"
    IN_FORCE = "in_force", "in force"
    SUPERSEDED = "superseded", "replaced by another text"
    EXPIRED = "expired", "ended"


STANDS_AS = {
    Event.INTRODUCED: Standing.BILL,
    Event.PASSED_HOUSE: Standing.BILL,
    Event.PASSED_SENATE: Standing.BILL,
    Event.ENACTED: Standing.ENACTED,
    Event.IN_FORCE: Standing.IN_FORCE,
    Event.SUPERSEDED: Standing.SUPERSEDED,
    Event.EXPIRED: Standing.EXPIRED,
}
"""Event → how the instrument stands from that day on. An amendment changes nothing in that."""


class Designation(Word):
    """What a provision does."""

    MANDATORY = "mandatory", "the authority must act once it finds the elements met"
    DISCRETIONARY = "discretionary", "the authority may act once it finds the elements met"
    PROHIBITION = "prohibition", "conduct is forbidden to those it reaches, without any listing"
    CRIMINAL = "criminal", "conduct is an offence, tried by a court"
    PROCESS = "process", "a step, duty or rule of procedure: investigation, report, exemption, waiver, suspension, end, saving clause"
    DEFINITION = "definition", "says what a term means"
    AMENDMENT = "amendment", "changes another text; the grounds that it adds stand in that text and are assessed there, once"


WITHOUT_ELEMENTS = (Designation.PROCESS, Designation.DEFINITION, Designation.AMENDMENT)
"""What a provision does when nobody's conduct is measured by it: it may go without elements."""


class MentalState(Word):
    """What must be shown of the actor's mind."""

    NONE_STATED = "none_stated", "the text asks for none"
    KNOWINGLY = "knowingly", 'the text says "knowingly" and does not define it'
    KNEW_OR_SHOULD_HAVE = "knew_or_should_have", "actual knowledge or should have known, by definition"
    TOLD_OR_AWARE = "told_or_aware", "told by the authority, or aware by oneself"
    SUSPICION = "suspicion", "knowledge, suspicion, or reasonable cause to suspect"
    COMPLICITY = "complicity", 'a word that implies awareness, such as "complicit"'
    INTENT = "intent", "intention, as criminal law defines it"
    NOT_APPLICABLE = "not_applicable", "the provision is a rule about measures, not about what a person did or is"


class ElementKind(Word):
    """What part of the case an element is."""

    ACTOR = "actor", "who acted"
    KNOWLEDGE = "knowledge", "what the actor knew or had to know"
    ACT = "act", "what was done"
    OBJECT = "object", "to what: the goods, service, funds or wrong concerned"
    RECIPIENT = "recipient", "for whom: the person served, supplied or supported"
    NEXUS = "nexus", "the link to a country, government, purpose or jurisdiction"
    THRESHOLD = "threshold", "how much or how grave"
    TIME = "time", "when"


class ConsequenceKind(Word):
    """What follows."""

    BLOCKING = "blocking", "property is frozen"
    VISA_DENIAL = "visa_denial", "entry is refused or suspended"
    PROCUREMENT_BAN = "procurement_ban", "public bodies may not buy from the person"
    CORRESPONDENT_ACCOUNT = "correspondent_account", "a bank's accounts at home banks are closed or restricted"
    TRANSACTION_BAN = "transaction_ban", "payments, credit, exchange or other dealings are forbidden"
    EXPORT_DENIAL = "export_denial", "goods or technology may not be exported, or a licence is refused"
    IMPORT_BAN = "import_ban", "goods, services or technology may not be imported"
    CRIMINAL_PENALTY = "criminal_penalty", "imprisonment or a fine, by a court"
    CIVIL_PENALTY = "civil_penalty", "a money penalty, by an authority"
    SEIZURE = "seizure", "ships, aircraft, cargo or other things are inspected, seized or forfeited"
    AFFILIATES = "affiliates", "the measure reaches those owned by, or acting for, the person"
    SECONDARY = "secondary", "others who deal with the person risk measures of their own"
    PORT_BAN = "port_ban", "ships or aircraft are kept out"
    PUBLICITY = "publicity", "the person is named in a public report"


VOCABULARIES: dict[str, type[Word]] = {
    "status.event": Event,
    "provisions.designation": Designation,
    "provisions.mental_state": MentalState,
    "elements.kind": ElementKind,
    "consequences.kind": ConsequenceKind,
}
"""The key of a framework file → the words that may stand there."""
