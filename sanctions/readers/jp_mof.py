"""Japan's targets of asset freezes, the workbook that the Ministry of Finance keeps (one sheet a measure).

The first row of a sheet names the measure, a later one the columns, whose titles differ from sheet to sheet and are
spaced out. No whole copy was at hand: the titles are known from public descriptions, and one that is not known is
reported. The publisher numbers no target: an id is made from the name and the measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SourceError
from sanctions.model import Address, CountryRole, Entity, Identifier, IdentifierType, Kind, Link, Listing, Name, Quality
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.draft import Draft, made_id, numbered
from sanctions.readers.jp_text import japanese_date, plain, values
from sanctions.readers.tabular import clean, read_cells, sheet_names
from sanctions.scripts import script_of

FIRST_COLUMN = "告示日付"
_REMARK = regex(r"\s*（[^（）]*）$")
"""What stands in full-width brackets behind a name is said of it ("on his seaman's book")."""

PERSONS = regex(r"\(個人\)|の個人$")
BODIES = regex(r"\(団体(?:\)|\(|と|及び)|の団体$|特定銀行")
"""Words of a measure's name that say what its targets are, where it parts them; in one width."""


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    """The targets of every sheet. Raises SourceError for a workbook without a sheet that has the list's columns."""
    name = layout.files[0].name
    path = source.path(name)
    ids: set[str] = set()
    read_any = False
    for sheet in sheet_names(path):
        table = _Sheet(sheet, definition, report)
        for number, cells in read_cells(path, sheet=sheet):
            if draft := table.row(number, cells):
                key = next(each for each in numbered(draft.uid) if each not in ids)
                ids.add(key)
                if entity := replace(draft, uid=key).build(table.raw(cells)):
                    yield entity
        read_any = read_any or bool(table.headers)
    if not read_any:
        raise SourceError(f'{name} has no sheet with the column "{FIRST_COLUMN}"; it is not the list of the Ministry of Finance.')


class _Sheet(msgspec.Struct):
    """One sheet, row by row: its measure, its columns, then its targets."""

    name: str
    definition: ListDefinition
    report: ReadReport
    measure: str = ""
    headers: Sequence[str] = ()

    def row(self, number: int, cells: Sequence[str]) -> Draft | None:
        """The target of a row; None for the rows above them and for blank ones."""
        if not self.headers:
            if cells and plain(cells[0]).startswith(FIRST_COLUMN):
                self.headers = [plain(cell) for cell in cells]
            elif not self.measure:
                self.measure = " / ".join(filter(None, map(clean, cells)))
            return None
        return self._draft(number, cells) if any(map(clean, cells)) else None

    def raw(self, cells: Sequence[str]) -> dict[str, str]:
        return {header: cell for header, cell in zip(self.headers, cells, strict=False) if cell.strip()}

    def _draft(self, number: int, cells: Sequence[str]) -> Draft:
        draft = Draft(uid="", definition=self.definition, report=self.report)
        listing = Listing(programme=self.measure or self.name, measures=("Asset freeze",))
        measure = plain(self.measure)
        draft.kind = Kind.PERSON if PERSONS.search(measure) else Kind.ORGANISATION if BODIES.search(measure) else Kind.UNKNOWN
        target = _Target(draft, listing, f"sheet {self.name!r}, row {number}")
        for place, cell in enumerate(cells):
            if not clean(cell):
                continue
            header = self.headers[place] if place < len(self.headers) else ""
            if header in _COLUMNS:
                _COLUMNS[header](target, cell)
            else:
                self.report.unread[header or "cells beyond the last column"] += 1
        if draft.birth_dates and draft.kind is Kind.UNKNOWN:
            draft.kind = Kind.PERSON
        draft.listings = [target.listing]
        draft.names.sort(key=lambda name: not name.primary)
        draft.uid = made_id(draft.names[0].full if draft.names else target.place, [target.listing.programme])
        return draft


class _Target(msgspec.Struct):
    draft: Draft
    listing: Listing
    place: str


_Take = Callable[[_Target, str], None]


def _names(quality: Quality = Quality.STRONG, *, primary: bool = False, language: str | None = None) -> _Take:
    def take(target: _Target, cell: str) -> None:
        for written in values(cell):
            full = _REMARK.sub("", written) or written
            if full != written:
                target.draft.notes.append(f"Name {written}")
            first = primary and not any(name.primary for name in target.draft.names)
            target.draft.names.append(Name(full=full, quality=quality, primary=first, script=script_of(full), language=language))

    return take


def _numbers(kind: IdentifierType) -> _Take:
    def take(target: _Target, cell: str) -> None:
        target.draft.identifiers.extend(Identifier(type=kind, value=value) for value in values(cell))

    return take


def _note(label: str) -> _Take:
    def take(target: _Target, cell: str) -> None:
        target.draft.notes.append(f"{label}: {clean(cell)}" if label else clean(cell))

    return take


def _birth(target: _Target, cell: str) -> None:
    """Birth dates; what is none (a place, a remark) is reported and stays in the record."""
    written = cell
    for word in ("又は", "または", "及び"):
        written = written.replace(word, "\n")
    for value in values(written, "\n；;、"):
        try:
            target.draft.birth_dates.append(japanese_date(value))
        except ValueError as problem:
            target.draft.report.unread["birth date"] += 1
            target.draft.report.problem(f"{target.place}: {problem}.")


def _birth_place(target: _Target, cell: str) -> None:
    for value in values(cell):
        target.draft.birth_place(value)


def _address(target: _Target, cell: str) -> None:
    target.draft.addresses.extend(Address(full=value) for value in values(cell))


def _nationality(target: _Target, cell: str) -> None:
    for value in values(cell, "\n；;、,"):
        target.draft.country(value, CountryRole.NATIONALITY)


def _position(target: _Target, cell: str) -> None:
    target.draft.positions.extend(values(cell))


def _un_number(target: _Target, cell: str) -> None:
    target.draft.links.extend(Link(scheme="un", value=value) for value in values(cell))


def _listed_on(target: _Target, cell: str) -> None:
    """The day of the first notice; a cell may name later ones, by which the entry was amended."""
    days: list[date] = []
    for value in values(cell, "\n；;、"):
        try:
            days.append(japanese_date(value).first)
        except ValueError as problem:
            target.draft.report.problem(f"{target.place}: {problem}.")
    target.listing = replace(target.listing, listed_on=min(days, default=None))


def _reference(target: _Target, cell: str) -> None:
    target.listing = replace(target.listing, reference=f"告示番号 {clean(cell)}")


def _basis(target: _Target, cell: str) -> None:
    target.listing = replace(target.listing, legal_basis="; ".join(filter(None, (target.listing.legal_basis, clean(cell)))))


_I = IdentifierType
_TITLES: tuple[tuple[str, _Take], ...] = (
    # titles as they are without their spaces, several to a meaning
    ("告示日付", _listed_on),
    ("告示番号", _reference),
    ("英語表記", _names(primary=True, language="en")),
    ("日本語表記", _names(language="ja")),
    ("別名 別称 別称・別名 別名・別称 別称・旧称 確定可能な別名", _names()),
    ("確定に十分でない別名", _names(Quality.WEAK)),
    ("過去の別名 以前の別名 旧称 旧称・以前の呼称", _names(Quality.FORMER)),
    ("称号", _note("称号")),
    ("役職 肩書 肩書等", _position),
    ("その他の情報 詳細", _note("")),
    ("リスト掲載日", _note("リスト掲載日")),
    ("国連制裁委員会による指定日 国連制裁員会による指定日", _note("国連制裁委員会による指定日")),
    ("住所 住所等 住所・所在地 活動地域・住所 所在地 所在地・住所登録された事務所の住所", _address),
    ("活動地域", _note("活動地域")),
    ("電話番号 電話 FAX", _numbers(_I.PHONE)),
    ("生年月日 生年月日・出生地", _birth),
    ("出生地 出生地・出身地", _birth_place),
    ("国籍", _nationality),
    ("旅券番号", _numbers(_I.PASSPORT)),
    ("身分登録番号 ID番号 身分証番号", _numbers(_I.NATIONAL_ID)),
    ("国連参照番号", _un_number),
    ("指定の根拠 決議1483上の根拠", _basis),
)
_COLUMNS = {plain(title): take for titles, take in _TITLES for title in titles.split()}


def _recognises(name: str, head: bytes) -> bool:
    """By its kind alone: what its sheets hold is packed, and shows only when it is read."""
    return head.startswith(b"PK\x03\x04") and name.lower().endswith(".xlsx")


FORMAT = Format(key="jp-mof-xlsx", title="Japan, Ministry of Finance, asset freezes, XLSX", version=1, recognises=_recognises, read=read)
