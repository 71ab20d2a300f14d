"""What a path given by the user has for a list: a file of any name, or a folder (or ZIP, unpacked) of the publisher's names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from sanctions.catalogue import FileDefinition, Layout, ListDefinition
from sanctions.errors import SourceError
from sanctions.readers import format_of

HEAD = 64 * 1024
MOST_FILES = 1_000


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """The files for one layout of a list, by the definition's names. ``by_name``: they bear the publisher's names.

    ``unused`` names files that another layout of the list could have been taken from.
    """

    layout: Layout
    files: Mapping[str, Path]
    origin: str
    by_name: bool
    unused: tuple[str, ...] = ()

    @property
    def main(self) -> Path:
        return self.files[self.layout.files[0].name]


def find_offer(definition: ListDefinition, path: Path, *, origin: str = "") -> Offer | None:
    """What ``path`` (a file or a folder) has for the list, or None if it has nothing.

    A sub-folder of the list's key is preferred to the folder itself. Raises SourceError for what is there and
    cannot be taken: an empty or HTML file, several candidates, or a set without a required file.
    """
    origin = origin or path.name
    if path.is_file():
        return _offer_of_file(definition, path, origin)
    own = _own_folder(definition, path)
    if own is None:
        path = _down(path)
        own = _own_folder(definition, path)
    if own is not None:
        found = _offer_of_folder(definition, own, f"{origin}/{own.name}")
        if found is None:
            raise SourceError(
                f"The folder {origin}/{own.name} holds nothing that is recognised as {definition.key} ({_expected(definition)})."
            )
        return found
    return _offer_of_folder(definition, path, origin)


def _down(folder: Path) -> Path:
    """The folder itself, or, as an archive of a folder has it, the only folder in it, as deep as that goes."""
    inside = [path for path in folder.iterdir() if path.name != "__MACOSX" and not path.name.startswith(".")]
    return _down(inside[0]) if len(inside) == 1 and inside[0].is_dir() else folder


def _own_folder(definition: ListDefinition, folder: Path) -> Path | None:
    return next((path for path in folder.iterdir() if path.is_dir() and path.name.lower() == definition.key), None)


def _offer_of_file(definition: ListDefinition, path: Path, origin: str) -> Offer | None:
    check_head(path)
    layout = recognised_layout(definition, path)
    if layout is None:
        return None
    by_name = path.name.lower() == layout.files[0].name.lower()
    return _complete(layout, {layout.files[0].name: path}, origin, by_name=by_name)


def _offer_of_folder(definition: ListDefinition, folder: Path, origin: str) -> Offer | None:
    files = {path.name.lower(): path for path in sorted(folder.iterdir()) if path.is_file()}
    if len(files) > MOST_FILES:
        raise SourceError(f"The folder {origin} holds {len(files):,} files; give the folder that holds the list's own files.")
    named = [layout for layout in definition.layouts if layout.files[0].name.lower() in files]
    if named:
        return _offer_by_name(definition, named, files, origin)
    candidates = [(path, layout) for path in files.values() if path.stat().st_size and (layout := recognised_layout(definition, path))]
    if len(candidates) > 1:
        names = ", ".join(path.name for path, _ in candidates)
        raise SourceError(
            f"The folder {origin} holds several copies that may be {definition.key}: {names}. Give the one that is meant with --from."
        )
    if not candidates:
        return None
    [(path, layout)] = candidates
    return _complete(layout, {layout.files[0].name: path}, f"{origin}/{path.name}", by_name=False)


def _offer_by_name(definition: ListDefinition, named: list[Layout], files: Mapping[str, Path], origin: str) -> Offer:
    layout = next((each for each in named if _recognised(each, files[each.files[0].name.lower()])), None)
    if layout is None:
        main = files[named[0].files[0].name.lower()]
        check_head(main)
        raise SourceError(
            f"{origin}/{main.name} is not in the format {named[0].format}, though it bears the name of {definition.key}'s file."
        )
    taken = {file.name: files[file.name.lower()] for file in layout.files if file.name.lower() in files}
    unused = tuple(
        each.files[0].name for each in named if each is not layout and each.files[0].name.lower() != layout.files[0].name.lower()
    )
    whole = _complete(layout, taken, origin, by_name=True)
    return Offer(layout=layout, files=whole.files, origin=whole.origin, by_name=True, unused=unused)


def recognised_layout(definition: ListDefinition, path: Path) -> Layout | None:
    """The layout of the list that a file of any name is in, by its content."""
    return next((layout for layout in definition.layouts if _recognised(layout, path) and _plausible_table(layout, path)), None)


def _recognised(layout: Layout, path: Path) -> bool:
    head = head_of(path)
    return format_of(layout.format).recognises(path.name, head) and layout.expected(head)


def _plausible_table(layout: Layout, path: Path) -> bool:
    """Any CSV is a table: it is the list's own if it has at least half, and two, of the columns that the list's file must have."""
    if layout.table is None:
        return True
    if path.suffix.lower() != Path(layout.files[0].name).suffix.lower():
        return False
    if is_office_document(path):
        return True  # its columns are packed; the reader will see
    head = head_of(path).decode(layout.table.encoding, errors="replace")
    needed = dict.fromkeys(column for column, reading in layout.table.readings if not reading.optional)
    return sum(column in head for column in needed) >= max(len(needed) / 2, min(len(needed), 2))


def _complete(layout: Layout, files: Mapping[str, Path], origin: str, *, by_name: bool) -> Offer:
    lacking = [file.name for file in layout.files if not file.optional and file.name not in files]
    if lacking:
        held = ", ".join(path.name for path in files.values())
        raise SourceError(f"{origin} holds {held} but not {', '.join(lacking)}; give a folder that holds all of them.")
    for path in files.values():
        check_head(path)
    return Offer(layout=layout, files=files, origin=origin, by_name=by_name)


def head_of(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(HEAD)


def check_head(path: Path, name: str = "") -> None:
    """Raises SourceError for an empty file or a web page: what a failed download leaves."""
    head = head_of(path)
    if not head:
        raise SourceError(f"{name or path.name} is empty (0 bytes); fetch it again.")
    if has_document_type(head) and not is_web_page(head):
        raise SourceError(
            f"{name or path.name} declares a document type (<!DOCTYPE …>), which no list does and which can be made to fill the memory "
            f"or read other files: it is refused unread. Fetch the list from its publisher again."
        )
    if is_web_page(head):
        raise SourceError(
            f"{name or path.name} is a web page (HTML) and not a list: an error or log-in page was saved. Fetch the file itself."
        )


def is_web_page(head: bytes) -> bool:
    """Whether the first bytes are those of an HTML page, in UTF-8 or UTF-16, with or without a byte order mark."""
    start = head[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith(b"<?xml") or start.startswith(b"<!--"):
        start = start[start.find(b">") + 1 :].lstrip()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))


def has_document_type(head: bytes) -> bool:
    """Whether an XML file begins with a document type declaration."""
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith(b"<") and b"<!doctype" in start


def check_size(path: Path, definition: FileDefinition) -> None:
    size = path.stat().st_size
    if size > definition.max_mb * 1024**2:
        raise SourceError(
            f"{path.name} has {size / 1024**2:,.0f} MB; {definition.name} may have at most {definition.max_mb} MB. "
            f"If the publisher's file has grown so much, raise max_mb in the list's definition."
        )


def is_office_document(path: Path) -> bool:
    return head_of(path).startswith(b"PK")


def _expected(definition: ListDefinition) -> str:
    return "; ".join(f"{layout.format}: {', '.join(file.name for file in layout.files)}" for layout in definition.layouts)
