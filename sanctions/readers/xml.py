"""XML records, one after another in constant memory, and read strictly.

``stream`` yields the elements of a publisher's file that are records and forgets each before the next.
``Record`` is such an element as a plain nested dict that a reader empties field by field; ``audit`` puts
whatever it left into ``ReadReport.unread``. A document type declaration is refused before anything is
parsed: that leaves no entity to expand and nothing to fetch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, cast

from lxml import etree

from sanctions.errors import SourceError
from sanctions.readers.base import ReadReport, Source
from sanctions.readers.xml_head import HEAD_BYTES, check_head, decode_head, disguise, root_name

Element = etree._Element  # lxml has no public name for the type of its elements

_SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"

__all__ = ["HEAD_BYTES", "Element", "Record", "audit", "check_head", "decode_head", "disguise", "local", "raw", "root_name", "stream"]


def stream(
    source: Source,
    name: str,
    root: str,
    records: Iterable[str],
    *,
    report: ReadReport | None = None,
    ignore: Mapping[str, str] | None = None,
    root_attributes: Iterable[str] = (),
) -> Iterator[tuple[str, Element]]:
    """Yield the root (at its start, for its attributes) and then each record (at its end), with its path.

    ``records`` are paths below the root ("INDIVIDUALS/INDIVIDUAL"); none may lie inside another. An element
    is valid until the next step. With a ``report``, all that lies outside the records is counted as unread,
    but for ``root_attributes`` (those that the reader uses) and what ``ignore`` names.

    Raises SourceError, naming file, line and column, if the document is not well formed or should not be read.
    """
    outside = _Outside(report, ignore or {}, root_attributes)
    with source.open(name) as file:
        check_head(file.read(HEAD_BYTES), name, root)
        file.seek(0)
        try:
            yield from _walk(file, name, root, frozenset(records), outside)
        except etree.XMLSyntaxError as problem:
            line, column = problem.position
            reason = (problem.msg or "it is damaged").partition(", line ")[0]
            raise SourceError(
                f"{name} is not well-formed XML at line {line}, column {column}: {reason}. "
                "The copy is damaged or cut short; get the file from its publisher again."
            ) from None


class _Outside:
    """What is done with that which stands outside the records: reported where there is a report, else dropped."""

    def __init__(self, report: ReadReport | None, ignore: Mapping[str, str], used: Iterable[str]) -> None:
        self._report = report
        self._ignore = ignore
        self._used = tuple(used)

    def see(self, element: Element, path: str) -> None:
        if self._report is not None and isinstance(element.tag, str) and (len(element) or element.text or element.attrib):
            audit(Record(raw(element), path), self._report, self._ignore)

    def see_root(self, element: Element, name: str) -> None:
        if self._report is not None:
            record = Record(raw(element), name)
            record.skip(*(f"@{attribute}" for attribute in self._used))
            audit(record, self._report, self._ignore)


def _walk(file: BinaryIO, name: str, root: str, paths: frozenset[str], outside: _Outside) -> Iterator[tuple[str, Element]]:
    names = {path.rpartition("/")[2] for path in paths} | {root}
    # huge_tree stays off: libxml2 then bounds depth, text nodes (10 MB) and expansion by itself.
    parser = etree.iterparse(
        file, events=("start", "end"), tag=[f"{{*}}{n}" for n in names], resolve_entities=False, no_network=True, load_dtd=False
    )
    top: Element | None = None
    for event, element in parser:
        if top is None:
            top = element
            if element.getroottree().docinfo.internalDTD is not None:
                raise SourceError(f"{name} carries a document type declaration, which no list needs; it was not read.")
            yield root, element
        elif event == "end" and element is not top:
            path = _path(element, top)
            if path in paths:
                yield path, element
                _forget(element, f"{root}/{path}", outside)
    if top is not None:
        outside.see_root(top, root)


def _path(element: Element, top: Element) -> str:
    steps = [local(element)]
    for ancestor in element.iterancestors():
        if ancestor is top:
            break
        steps.append(local(ancestor))
    return "/".join(reversed(steps))


def _forget(element: Element, path: str, outside: _Outside) -> None:
    """Empty a finished record and drop what stands before it; what is no record among that is seen first."""
    element.clear()
    parent = element.getparent()
    if parent is None:
        return
    while parent[0] is not element:
        before = parent[0]
        if isinstance(before.tag, str):
            outside.see(before, f"{path.rpartition('/')[0]}/{local(before)}")
        del parent[0]


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def raw(element: Element) -> dict[str, Any]:
    """An element as a nested dict: attributes as "@name", text as "#text", repeated children as lists.

    A child with nothing but text is a plain string. Namespaces are dropped; the schema instance's own
    attributes (xsi:nil and the like) say nothing about a target and are left out.
    """
    found: dict[str, Any] = {}
    for key, value in cast("list[tuple[str, str]]", element.items()):
        if not key.startswith(_SCHEMA_INSTANCE):
            found["@" + key.rpartition("}")[2]] = value
    text = element.text or ""
    for child in element:
        text += child.tail or ""
        if isinstance(child.tag, str):
            _add(found, child.tag.rpartition("}")[2], _plain(child))
    if text and not text.isspace():
        found["#text"] = text
    return found


def _plain(element: Element) -> Any:
    if not len(element) and not element.attrib:
        text = element.text or ""
        return "" if text.isspace() else text
    found = raw(element)
    return found.get("#text", "") if not found or found.keys() == {"#text"} else found


def _add(found: dict[str, Any], name: str, value: Any) -> None:
    if name not in found:
        found[name] = value
    elif isinstance(found[name], list):
        found[name].append(value)
    else:
        found[name] = [found[name], value]


class Record:
    """A nested dict that is emptied field by field, so that what nobody asked for can be told.

    ``path`` names it in reports ("sdnEntry/akaList/aka"). Works on ``raw`` of an element and on JSON objects alike.
    """

    __slots__ = ("_children", "_fields", "_left", "path")

    def __init__(self, fields: Mapping[str, Any], path: str) -> None:
        self.path = path
        self._fields = fields
        self._left = dict.fromkeys(fields)
        self._children: list[Record] = []

    def each(self, *names: str) -> list[Record]:
        """The children of that name, or down that path of names, as records; none if there are none."""
        name, *rest = names
        found = self._take(name)
        return [leaf for child in found for leaf in child.each(*rest)] if rest else found

    def one(self, name: str) -> Record | None:
        """The only child of that name, or None. Further ones stay unread."""
        found = self._take(name, only=1)
        return found[0] if found else None

    def text(self, name: str) -> str | None:
        """The text of the only child (or "@attribute") of that name without outer space; None if absent or empty."""
        field = self._fields.get(name)
        if isinstance(field, str):
            self._left.pop(name, None)
            return field.strip() or None
        child = self.one(name)
        return child.value() if child else None

    def texts(self, *names: str) -> list[str]:
        """The texts of all children of that name, or down that path of names; empty ones are left out."""
        return [text for child in self.each(*names) if (text := child.value())]

    def value(self) -> str | None:
        """The record's own text without outer space; None if it has none."""
        self._left.pop("#text", None)
        text = self._fields.get("#text")
        return (str(text).strip() or None) if text is not None else None

    def field(self, name: str) -> Any:
        """A field as it is, without taking it; None if absent."""
        return self._fields.get(name)

    def skip(self, *names: str) -> None:
        """Take children with all that is in them, without reading them: they say nothing about the target."""
        for name in names:
            self._left.pop(name, None)

    def leftovers(self) -> Iterator[str]:
        """The path of each field, here and below, that nobody asked for and that holds something."""
        for name in self._left:
            for item in _items(self._fields[name]):
                yield from _leaves(item, f"{self.path}/{name}")
        for child in self._children:
            yield from child.leftovers()

    def _take(self, name: str, only: int | None = None) -> list[Record]:
        if name not in self._left:
            return []
        del self._left[name]
        path = f"{self.path}/{name}"
        children = [Record(item if isinstance(item, Mapping) else {"#text": item}, path) for item in _items(self._fields[name])]
        self._children.extend(children)
        return children[:only]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _leaves(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, path if name == "#text" else f"{path}/{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, path)
    elif value is not None and str(value).strip():
        yield path.removesuffix("/#text")


def audit(record: Record, report: ReadReport, ignore: Mapping[str, str]) -> None:
    """Count what is left of a record: as ignored where ``ignore`` names its path or an ancestor's, else as unread."""
    for path in record.leftovers():
        count = report.ignored if _ignored(path, ignore) else report.unread
        count[path] += 1


def _ignored(path: str, ignore: Mapping[str, str]) -> bool:
    return any(path == name or path.startswith(name + "/") for name in ignore)
