"""Names of the SECO list: parts in an order, each with spellings in other languages and scripts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import msgspec

from sanctions.model import Name, NamePart, PartKind, Quality
from sanctions.readers.draft import Draft
from sanctions.readers.tabular import clean
from sanctions.readers.xml import Record
from sanctions.scripts import script_of

TYPES = {"primary-name": Quality.STRONG, "alias": Quality.STRONG, "formerly-known-as": Quality.FORMER}
QUALITIES = {"good": Quality.STRONG, "low": Quality.LOW}
PARTS = {
    # None: a part of the whole name that is of no kind we know
    "family-name": PartKind.FAMILY,
    "given-name": PartKind.GIVEN,
    "further-given-name": PartKind.MIDDLE,
    "father-name": PartKind.PATRONYMIC,
    "grand-father-name": PartKind.PATRONYMIC,
    "maiden-name": PartKind.MAIDEN,
    "title": PartKind.TITLE,
    "suffix": PartKind.SUFFIX,
    "tribal-name": None,
    "whole-name": None,
    "other": None,
}
LANGUAGES = {
    # ISO 639-2 codes as the publisher writes them → ISO 639-1
    "ara": "ar", "bel": "be", "chi": "zh", "deu": "de", "eng": "en", "fas": "fa", "fra": "fr", "fre": "fr", "ger": "de", "heb": "he",
    "ita": "it", "jpn": "ja", "kor": "ko", "kur": "ku", "mya": "my", "per": "fa", "por": "pt", "pus": "ps", "rus": "ru", "spa": "es",
    "srp": "sr", "tur": "tr", "ukr": "uk", "urd": "ur", "zho": "zh",
}  # fmt: skip
MOST_SPELLINGS = 64
"""Of one name in one language and script: three parts with four spellings each."""


class _Part(msgspec.Struct, frozen=True):
    kind: PartKind | None
    text: str
    spellings: dict[tuple[str, str], list[str]]


def add_name(draft: Draft, record: Record) -> None:
    """A name, and for each language and script the name in that spelling. A title is noted and no part of the name."""
    record.skip("@ssid")
    word, worth, language = record.text("@name-type") or "", record.text("@quality") or "", record.text("@lang")
    if word not in TYPES:
        draft.report.unread[f"{record.path}/@name-type={word}"] += 1
    if worth and worth not in QUALITIES:
        draft.report.unread[f"{record.path}/@quality={worth}"] += 1
    quality = TYPES.get(word, Quality.STRONG)
    quality = QUALITIES.get(worth, quality) if quality is Quality.STRONG else quality
    parts = [part for part in _parts(draft, record) if part.text]
    draft.notes.extend(f"Title: {part.text}" for part in parts if part.kind is PartKind.TITLE)
    named = [part for part in parts if part.kind is not PartKind.TITLE]
    if not named:
        return
    primary = word == "primary-name" and not any(name.primary for name in draft.names)
    _append(draft, named, [part.text for part in named], quality, language, primary=primary)
    for key in dict.fromkeys(key for part in named for key in part.spellings):
        _spelled(draft, named, key, quality)


def _parts(draft: Draft, record: Record) -> Iterator[_Part]:
    """The parts in their order."""
    for part in sorted(record.each("name-part"), key=lambda part: int(part.text("@order") or 0)):
        word = part.text("@name-part-type") or ""
        if word not in PARTS:
            draft.report.unread[f"{part.path}/@name-part-type={word}"] += 1
        spellings: dict[tuple[str, str], list[str]] = {}
        for variant in part.each("spelling-variant"):
            variant.skip("@ssid", "@spelling-variant-type")
            key = (variant.text("@lang") or "", variant.text("@script") or "")
            if text := clean(variant.value() or ""):
                spellings.setdefault(key, []).append(text)
        yield _Part(PARTS.get(word), clean(part.text("value") or ""), spellings)


def _spelled(draft: Draft, parts: list[_Part], key: tuple[str, str], quality: Quality) -> None:
    """The name in one language and script; a part without a spelling of its own there keeps its usual one."""
    choices = [part.spellings.get(key, [part.text]) for part in parts]
    found = list(islice(product(*choices), MOST_SPELLINGS + 1))
    if len(found) > MOST_SPELLINGS:
        draft.report.problem(
            f"Entry {draft.uid}: a name has more than {MOST_SPELLINGS} spellings in one language; the first ones were read."
        )
    for texts in found[:MOST_SPELLINGS]:
        _append(draft, parts, list(texts), quality, key[0])


def _append(draft: Draft, parts: list[_Part], texts: list[str], quality: Quality, language: str | None, *, primary: bool = False) -> None:
    full = " ".join(texts)
    typed = tuple(NamePart(kind=part.kind, text=text) for part, text in zip(parts, texts, strict=True) if part.kind)
    code = LANGUAGES.get((language or "").casefold())
    draft.names.append(
        Name(
            full=full,
            quality=quality,
            primary=primary,
            script=script_of(full),
            language=code,
            parts=typed if len(typed) == len(parts) > 1 else (),
        )
    )
