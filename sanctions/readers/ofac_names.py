"""OFAC's names: what it calls their parts and scripts, and how it puts them together."""

from __future__ import annotations

from collections.abc import Iterable

from sanctions.model import Kind, Name, NamePart, PartKind, Quality
from sanctions.readers.base import ReadReport
from sanctions.readers.draft import person_parts

PART_KINDS = {
    "last name": PartKind.FAMILY,
    "first name": PartKind.GIVEN,
    "middle name": PartKind.MIDDLE,
    "maiden name": PartKind.MAIDEN,
    "patronymic": PartKind.PATRONYMIC,
    "matronymic": PartKind.MATRONYMIC,
    "nickname": PartKind.NICKNAME,
    "suffix": PartKind.SUFFIX,
    "entity name": PartKind.WHOLE,
    "vessel name": PartKind.WHOLE,
    "aircraft name": PartKind.WHOLE,
}

SCRIPTS = {
    # OFAC's word for a script → ISO 15924
    "latin": "Latn", "arabic": "Arab", "armenian": "Armn", "chinese simplified": "Hans", "chinese traditional": "Hant", "cyrillic": "Cyrl",
    "georgian": "Geor", "greek": "Grek", "hangul": "Hang", "hebrew": "Hebr", "japanese": "Jpan", "korean": "Kore", "thai": "Thai",
    "burmese": "Mymr", "devanagari": "Deva", "bengali": "Beng", "chinese": "Hani",
}  # fmt: skip


def latin_name(full: str, kind: Kind, quality: Quality = Quality.STRONG, *, primary: bool = False) -> Name:
    """A name of the CSV set, where a person's is "FAMILY, Given"."""
    last, comma, first = full.partition(", ")
    parts = person_parts(last, first) if kind is Kind.PERSON and comma else ()
    return Name(full=full, quality=quality, primary=primary, parts=parts)


def whole_name(parts: Iterable[NamePart]) -> str:
    """A name from its parts as OFAC writes it: the family name, a comma, the others in their order."""
    parts = list(parts)
    family = " ".join(part.text for part in parts if part.kind is PartKind.FAMILY)
    others = " ".join(part.text for part in parts if part.kind is not PartKind.FAMILY)
    return ", ".join(text for text in (family, others) if text)


def script_of(word: str | None, report: ReadReport) -> str:
    """The ISO 15924 code for OFAC's word for a script; "" and reported if it is unknown."""
    code = SCRIPTS.get((word or "").casefold())
    if code is None:
        report.unread[f"script={word or ''}"] += 1
    return code or ""
