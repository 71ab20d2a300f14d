"""The sentences of a hit's reasons for names: what is compared, how each name is read, and what differs, for a lawyer to read."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from sanctions.matching.alignment import Alignment, Step
from sanctions.matching.name_agreement import as_wholes
from sanctions.model import Kind, Name, PartKind
from sanctions.names.forms import CHINESE, KOREAN, LATIN, forms_of
from sanctions.names.korean import syllables_as_written
from sanctions.names.text import words
from sanctions.names.vocabulary import LEGAL, commonness
from sanctions.patterns import regex
from sanctions.scripts import script_of

LEGAL_FORM = " (legal form)"
_QUOTED_FORM = regex(r"(?:the )?'([^']*) \(legal form\)'")


def name_sentence(alignment: Alignment, asked: str, listed: str, kind: Kind) -> str:
    """How many words of two names are equal, and how each is read where that is not as it is written."""
    if as_wholes(alignment):
        return "the names are compared as wholes, not word by word"
    equal, whole = sum(1 for step in alignment.steps if step.how == "equal"), len(alignment.steps)
    read = _as_read(alignment, asked, listed, kind)
    if equal == whole:
        if alignment.scheme != LATIN:
            syllables = f": {' '.join(step.listed for step in alignment.steps)!r}" if alignment.scheme == CHINESE else ""
            return f"the names have the same {alignment.scheme.title()} reading, syllable by syllable{syllables}"
        return (
            f"the names are equal as they are compared; {read}"
            if read
            else "the names are equal but for letter case, order and punctuation"
        )
    unit = "word" if alignment.scheme == LATIN else "syllable"
    number = f"{equal} of {whole} {unit}s {'are' if equal > 1 else 'is'} equal" if equal else f"no {unit} is equal"
    number = number if whole > 1 else f"the one {unit} is not equal"
    return f"{number}{f'; {read}' if read else ''}; what differs is told below"


def _as_read(alignment: Alignment, asked: str, listed: str, kind: Kind) -> str:
    """How names are compared that are not compared as they are written, since they stand in other letters or a word of them is
    translated, abbreviated, spelt in one way or left out: "安倍晋三 is read 'shinzo abe'"; "" where none is, or by syllable."""
    if alignment.scheme != LATIN:
        return ""
    sides = (asked, [step.asked for step in alignment.steps]), (listed, [step.listed for step in alignment.steps])
    read = dict.fromkeys(told for name, tokens in sides if (told := _side_as_read(name, " ".join(tokens).split(), kind)))
    return " and ".join(read)


def _side_as_read(name: str, tokens: list[str], kind: Kind) -> str:
    """How one name is compared, in its own order; "" where that is as it is written."""
    if script_of(name) in ("Latn", "") and sorted(tokens) == sorted(words(name)):
        return ""
    own_order = (form.tokens for form in forms_of(name, kind) if sorted(form.tokens) == sorted(tokens))
    read = (_plain(token).removesuffix(LEGAL_FORM) for token in next(own_order, tokens))
    return f"{name} is read {' '.join(read)!r}"


def reading_sentence(alignment: Alignment, asked: str, listed: str) -> str:
    """Which words of two names are read alike: "'chong' read as 'jong' (Korean romanisation)"."""
    one, two, tongue = words(asked), words(listed), alignment.scheme.title()
    alike = len(one) == len(two) and all(step.how in ("equal", "sound") for step in alignment.steps)
    differing = [f"{a!r} read as {b!r}" for a, b in zip(one, two, strict=True) if a != b] if alike else []
    if not differing:
        return f"compared by their {tongue} reading, not letter by letter"
    return f"{', '.join(differing)} ({tongue} romanisation)"


def common_sentence(alignment: Alignment) -> str:
    """Why a name that many bear counts less."""
    agree = any(step.asked and step.listed for step in alignment.steps)
    return "the words that agree are common in names" if agree else "no word agrees that tells one name from another"


def compared_values(alignment: Alignment, asked: str, listed: str) -> list[tuple[str, str]]:
    """What each step compares, as a reason shows it: words in the form that is compared, Korean syllables as they are written."""
    if alignment.scheme != KOREAN:
        return [(_plain(step.asked), _plain(step.listed)) for step in alignment.steps]
    sides = [tuple(step.asked for step in alignment.steps), tuple(step.listed for step in alignment.steps)]
    return list(zip(*(_written(side, name) for side, name in zip(sides, (asked, listed), strict=True)), strict=True))


def _written(side: tuple[str, ...], name: str) -> list[str]:
    """The syllables of one side as its name writes them; "" where a step has none."""
    written = iter(syllables_as_written(tuple(filter(None, side)), words(name), name))
    return [next(written) if token else "" for token in side]


def step_sentence(step: Step, told: tuple[str, str], role: str, scheme: str) -> str:
    """What one step of an alignment is: ``told`` are its two values, ``role`` the part of the name."""
    a, b = f"{role} {told[0]!r}", repr(told[1])
    tongue = "" if scheme == LATIN else f"{scheme.title()} "
    sentences = {
        "sound": f"{a} read as {b}: " + (f"{tongue}romanisations exchange the sounds" if tongue else "spellings of one sound"),
        "patronymic": f"{a} and {b}: patronymics of one father",
        "given_name": f"{a} and {b}: forms of one given name",
        "ending": f"{a} and {b}: one surname with and without its feminine ending",
        "spelling": f"{a} against {b}: {_letters(step)}",
        "joined": f"{a} and {b} are the same words, joined or apart",
        "initial": f"{a} against {b}: an initial",
        "asked_only": f"{a} is not in the listed name",
        "listed_only": f"the listed name also has {role} {b}",
        "replaced": f"{a} against {b}: another {tongue}syllable",
        "cut": f"{a} and {b} begin alike and one goes on: a name cut to fit a field",
        "acronym": f"{a} and {b}: one can be made of the other's first letters or syllables",
    }
    return _with_legal_form(sentences[step.how].removeprefix("word ").replace(" has word ", " has "))


def _with_legal_form(sentence: str) -> str:
    """ "'ltd (legal form)'" as "the legal form 'ltd'"."""
    return _QUOTED_FORM.sub(r"the legal form '\1'", sentence)


def _letters(step: Step) -> str:
    number = int(OSA.distance(step.asked, step.listed))
    both = ", and both are names of many people" if commonness(step.asked) and commonness(step.listed) else ""
    return f"{number} letter{'s' if number > 1 else ''} differ{'' if number > 1 else 's'}{both}"


_ROLE_WORDS = {
    PartKind.GIVEN: "given name",
    PartKind.FAMILY: "family name",
    PartKind.PATRONYMIC: "patronymic",
    PartKind.MIDDLE: "middle name",
    PartKind.MATRONYMIC: "mother's name",
    PartKind.MAIDEN: "maiden name",
}


def role_of(step: Step, place: int, scheme: str, listed: Name) -> str:
    """What part of the name a step is about, where the syllables' order, the list's parts or its comma say so; else "word"."""
    if scheme != LATIN:
        return "syllable" if place else "family name"
    if step.how == "patronymic":
        return "patronymic"
    for role, text in roles_of(listed):
        if step.listed and set(step.listed.split()) <= set(words(text)):
            return role
    return "word"


def roles_of(name: Name) -> list[tuple[str, str]]:
    """The parts of a name with their roles: as the publisher gives them, else family name before and given names behind a comma."""
    stated = [(_ROLE_WORDS[part.kind], part.text) for part in name.parts if part.kind in _ROLE_WORDS]
    if stated or name.full.count(",") != 1:
        return stated
    family, given = name.full.split(",")
    return [("family name", family), ("given name", given)]


def _plain(token: str) -> str:
    if token.startswith(LEGAL):
        return token.removeprefix(LEGAL) + LEGAL_FORM
    return token.replace("-", "") if token.count("-") == 2 else token
