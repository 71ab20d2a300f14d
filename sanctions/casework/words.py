"""The closed vocabularies of a case, and the sentences that a report makes of them."""

from __future__ import annotations

from enum import StrEnum

from sanctions.frameworks import ElementKind, Word


class Reliability(Word):
    """How far the source can be relied on: the Admiralty code's letter (STANAG 2511, annex)."""

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "reliability cannot be judged"


class Credibility(Word):
    """How far the statement itself can be believed: the Admiralty code's number (STANAG 2511, annex)."""

    CONFIRMED = "1", "confirmed by other sources"
    PROBABLE = "2", "probably true"
    POSSIBLE = "3", "possibly true"
    DOUBTFUL = "4", "doubtful"
    IMPROBABLE = "5", "improbable"
    UNJUDGED = "6", "truth cannot be judged"


class Stance(Word):
    """Which way a statement cuts, taken as a whole."""

    FOR = "for", "it tells for the proposition of the case"
    AGAINST = "against", "it tells against the proposition of the case"


class Bearing(Word):
    """What a statement does to one element."""

    SUPPORTS = "supports", "if it is true, the element's question is answered yes, in whole or in part"
    CONTRADICTS = "contradicts", "if it is true, the element's question is answered no, or the answer is put in doubt"


class Identity(Word):
    """How far it is known who somebody is."""

    KNOWN = "known", "identity established by the record"
    NOT_PROVED = "not_proved", "a candidate is named; that it is the same is not proved"
    UNKNOWN = "unknown", "nobody is named"


class State(Word):
    """How one element stands on the facts that count."""

    SUPPORTED = "supported", "facts support it and none contradicts it"
    CONTESTED = "contested", "facts support it and facts contradict it"
    NO_EVIDENCE = "without_evidence", "no fact that counts bears on it"
    CONTRADICTED = "contradicted", "facts contradict it and none supports it"
    SET_ASIDE = "set_aside", "not needed for the way in which the case is put"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ")


class Standing(StrEnum):
    """How a provision stands on a day, law and facts together. The values are the words of the reports."""

    REACHES = "reaches, if proved"
    WOULD_REACH = "would reach, if enacted"
    NOT_REACHED = "does not reach on the facts held"
    WOULD_NOT_REACH = "would not reach on the facts held, even if enacted"
    NO_EVIDENCE = "no fact that counts shows the act"
    NOT_YET = "not in force at that date"
    ENDED = "no longer law at that date"
    ACT_BEFORE_LAW = "not yet forbidden when the act was done"
    NOT_YET_A_BILL = "not yet introduced"
    REPLACED = "replaced before it became law"
    NEVER = "lapsed without becoming law"
    SUBJECT = "not a ground: a rule about measures or procedure"


CLOSES = {
    ElementKind.ACTOR: (
        "A shipping or customs record naming the exporter and consignee; an invoice or contract; a serial number or type plate that "
        "the maker's records tie to a buyer."
    ),
    ElementKind.KNOWLEDGE: (
        "Correspondence, tender or end-use papers, or warnings received before the sale, that show what the seller was told or had to ask."
    ),
    ElementKind.ACT: "A contract, invoice, delivery note or payment record that shows the supply, its date and its parties.",
    ElementKind.OBJECT: (
        "For goods: a device, or photographs with type plate and data sheet, and an export classification. For conduct: dated accounts "
        "of single incidents, from witnesses who can be heard, that show what was done and under what rule."
    ),
    ElementKind.RECIPIENT: (
        "A delivery or procurement record naming the unit or its agent, with registration papers that tie the agent to it; for a listed "
        "recipient, the listing with its date."
    ),
    ElementKind.NEXUS: "A record or witness that ties the act to that state, body or place: orders, unit names, ownership papers.",
    ElementKind.THRESHOLD: "Quantities, values and effects: price, number of devices, number of people harmed and how gravely.",
    ElementKind.TIME: "A dated delivery record, set beside the date of the listing or of the law.",
}
"""Kind of element → what evidence would close a gap in it."""
