"""OFAC's legacy CSV set: SDN.CSV or CONS_PRIM.CSV with its ALT, ADD and COMMENTS files.

One row an entry; names, addresses and the ends of long remarks are rows of the other files, joined by the
entry number. As published: no header, ``-0- `` for nothing, a last row of 0x1A, Windows-1252; copies made by
others may have a header, UTF-8 or no last row. Columns as in OFAC's data specification (dat_spec.txt).
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from typing import Any

from sanctions.catalogue import Layout, ListDefinition
from sanctions.errors import SourceError
from sanctions.model import CountryRole, Entity, Listing
from sanctions.patterns import regex
from sanctions.readers.base import Format, ReadReport, Source
from sanctions.readers.ofac_common import OfacDraft
from sanctions.readers.ofac_names import latin_name
from sanctions.readers.ofac_remarks import mine
from sanctions.readers.ofac_shelf import Shelf
from sanctions.readers.xml import decode_head

MAIN = (
    "ent_num",
    "SDN_Name",
    "SDN_Type",
    "Program",
    "Title",
    "Call_Sign",
    "Vess_type",
    "Tonnage",
    "GRT",
    "Vess_flag",
    "Vess_owner",
    "Remarks",
)
SIDES = {
    "alt": ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"),
    "add": ("ent_num", "add_num", "address", "city_state_postal", "country", "add_remarks"),
    "comments": ("ent_num", "remarks_extended"),
}
LONGEST_REMARKS = 1000
"""OFAC cuts the Remarks of the main file here, in mid-word, and goes on in the comments file."""
LONGEST_CELL = 100_000
"""No cell of OFAC's is a tenth as long; a longer one is a quotation mark left open, or an attack."""

_END = "\x1a"
_PROGRAMMES = regex(r"\]\s*\[")
_HEADER = regex(r"ent_?num(?:ber)?", re.I)

Row = dict[str, str]


def recognises(name: str, head: bytes) -> bool:
    """Whether a file's first row has the twelve columns of the main file, by their names or by ``-0-`` in them."""
    if not name.lower().endswith((".csv", ".txt")):
        return False
    first = next(csv.reader(decode_head(head).splitlines()[:1]), [""])
    number = first[0].strip()
    known = _HEADER.fullmatch(number) or (number.isdigit() and any(cell.strip() == "-0-" for cell in first))
    return len(first) == len(MAIN) and bool(known)


def read(source: Source, definition: ListDefinition, layout: Layout, report: ReadReport) -> Iterator[Entity]:
    main, *sides = (file.name for file in layout.files)
    with Shelf() as shelf:
        for name in sides:
            if source.has(name):
                _shelve(source, name, shelf, report)
            else:
                report.missing.append(name)
        for row in _rows(source, main, MAIN, report):
            if not shelf.own(row["ent_num"]):
                report.problem(f"{main}: entry {row['ent_num']} stands there more than once; only the first was read.")
            elif entity := _entity(row, shelf, definition, report):
                yield entity
        for name in sides:
            if orphans := shelf.orphans(_side(name)):
                report.orphans[name] = orphans


FORMAT = Format(key="ofac-csv", title="OFAC legacy CSV set", version=1, recognises=recognises, read=read)


def _side(name: str) -> str:
    """Which side file a name is: alt, add or comments. Raises SourceError if none."""
    for side in SIDES:
        if side in name.lower():
            return side
    raise SourceError(f"{name} is none of the files of OFAC's CSV set (…alt.csv, …add.csv, …comments.csv); correct the list's definition.")


def _shelve(source: Source, name: str, shelf: Shelf, report: ReadReport) -> None:
    side = _side(name)
    for row in _rows(source, name, SIDES[side], report):
        shelf.put(side, row["ent_num"], row)


def encoding_of(source: Source, name: str) -> str:
    """UTF-16 by its mark; UTF-8 if the whole file decodes as such; else Windows-1252, OFAC's own."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with source.open(name) as file:
        while chunk := file.read(1 << 20):
            if file.tell() == len(chunk) and chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return "utf-16"
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return "cp1252"
    return "utf-8-sig"


def _rows(source: Source, name: str, columns: Sequence[str], report: ReadReport) -> Iterator[Row]:
    """The rows of a file under their columns' names. Raises SourceError if it is another file, or ends within a row."""
    encoding = encoding_of(source, name)
    found, short, ended = 0, 0, False
    with source.path(name).open(encoding=encoding, errors="replace", newline="") as file:
        rows = csv.reader(file)
        try:
            for cells in rows:
                if any(len(cell) > LONGEST_CELL for cell in cells):
                    raise csv.Error("field larger than any of OFAC's")
                ended = ended or cells[:1] == [_END]
                if ended or not any(cell.strip() for cell in cells):
                    continue
                if short:
                    report.problem(f"{name}, line {short}: the row has not the {len(columns)} columns it should have; it was left out.")
                    short = 0
                if _is_entry(cells, f"{name}, line {rows.line_num}", len(columns), found, report):
                    found += 1
                    yield dict(zip(columns, cells, strict=True))
                elif found and len(cells) != len(columns):
                    short = rows.line_num
        except csv.Error as problem:
            sentence = f"{name}, line {rows.line_num}: the row cannot be read ({problem})"
            raise SourceError(f"{sentence}; the copy is damaged, get it from its publisher again.") from None
    if short:
        raise SourceError(f"{name} ends in the middle of a row (line {short}); the copy is cut short, get it from its publisher again.")
    if not found and (columns is MAIN or not ended):  # a side file may be empty, if it says so with its last row
        raise SourceError(f"{name} holds no entries; get the file from its publisher again.")


def _is_entry(cells: list[str], where: str, width: int, found: int, report: ReadReport) -> bool:
    """Whether a row is an entry; a header is not. Raises SourceError if the file shows at once that it is another."""
    number = cells[0].strip()
    if number.isdigit() and len(cells) == width:
        cells[0] = number
        return True
    if _HEADER.fullmatch(number.lstrip("\ufeff")):
        if found:
            report.problem(f"{where}: the header stands there again; it was passed over.")
        return False
    if not found:
        raise SourceError(f"{where}: OFAC's file has {width} columns that begin with an entry number, not {', '.join(cells)[:80]!r}.")
    if len(cells) == width:
        report.problem(f"{where}: {number[:40]!r} is no entry number; the row was left out.")
    return False


def _text(cell: str) -> str | None:
    text = cell.strip()
    return None if text in {"", "-0-"} else text


def _entity(row: Row, shelf: Shelf, definition: ListDefinition, report: ReadReport) -> Entity | None:
    uid = row["ent_num"]
    draft = OfacDraft(uid=uid, definition=definition, report=report)
    draft.set_kind(_text(row["SDN_Type"]) or "entity")  # OFAC leaves the type of an organisation empty
    if name := _text(row["SDN_Name"]):
        draft.names.append(latin_name(name, draft.kind, primary=True))
    aliases, addresses, comments = (shelf.get(side, uid) for side in SIDES)
    for alias in aliases:
        _alias(alias, draft)
    for address in addresses:
        _address(address, draft)
    draft.listings = [
        Listing(programme=programme.strip()) for programme in _PROGRAMMES.split((_text(row["Program"]) or "").strip("[] ")) if programme
    ]
    if title := _text(row["Title"]):
        draft.positions.append(title)
    remarks, minable = _remarks(row, comments, draft)
    mine(minable, draft)
    draft.notes = []  # the notes mined from the remarks are in them already
    _vessel(row, draft)
    whole = "; ".join(filter(None, [remarks.removesuffix(".") if draft.notes else remarks, *draft.notes]))
    return draft.build(_raw(row, aliases, addresses, comments), whole or None)


def _alias(row: Row, draft: OfacDraft) -> None:
    if name := _text(row["alt_name"]):
        draft.names.append(latin_name(name, draft.kind, draft.quality(_text(row["alt_type"]))))
    if _text(row["alt_remarks"]):
        draft.report.unread["alt_remarks"] += 1  # never filled in any copy seen; it stays in the raw record


def _address(row: Row, draft: OfacDraft) -> None:
    parts = {"street": _text(row["address"]), "city": _text(row["city_state_postal"])}
    draft.address({part: text for part, text in parts.items() if text}, _text(row["country"]), _text(row["add_remarks"]))


def _remarks(row: Row, comments: list[Row], draft: OfacDraft) -> tuple[str, str]:
    """The remarks with their continuation, and as much of them as can be mined.

    A continuation of remarks that were not cut is of another day. Of remarks that were cut and are continued
    nowhere, the last piece may be half a number, so it is not mined. Both are reported.
    """
    remarks = _text(row["Remarks"]) or ""
    more = "".join(comment["remarks_extended"] for comment in comments if _text(comment["remarks_extended"]))
    is_cut = len(row["Remarks"]) >= LONGEST_REMARKS
    if more and is_cut:
        whole = row["Remarks"].lstrip() + more.rstrip()
        return whole, whole
    if more:
        draft.report.problem(f"Entry {draft.uid}: the comments file continues remarks that are complete; the files are of different days.")
    if is_cut and not remarks.endswith("."):
        draft.report.problem(
            f"Entry {draft.uid}: the remarks are cut at {LONGEST_REMARKS:,} characters and no comments file continues them."
        )
        return remarks, remarks.rpartition(";")[0]
    return remarks, remarks


def _vessel(row: Row, draft: OfacDraft) -> None:
    if call_sign := _text(row["Call_Sign"]):
        draft.fact("Vessel Call Sign", call_sign)
    if flag := _text(row["Vess_flag"]):
        draft.country(flag, CountryRole.FLAG)
    for column, label in (
        ("Vess_type", "Vessel Type"),
        ("Tonnage", "Tonnage"),
        ("GRT", "Gross Registered Tonnage"),
        ("Vess_owner", "Vessel Owner"),
    ):
        if value := _text(row[column]):
            draft.fact(label, value)


def _raw(row: Row, aliases: list[Row], addresses: list[Row], comments: list[Row]) -> dict[str, Any]:
    sides = {"alt": aliases, "add": addresses, "comments": comments}
    return {**row, **{side: rows for side, rows in sides.items() if rows}}
