"""The XML helper: what it refuses, that it forgets what it has read, and that it reports what nobody asked for."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from lxml import etree

from sanctions.errors import SourceError
from sanctions.readers.base import ReadReport, Source
from sanctions.readers.xml import Record, audit, disguise, raw, root_name, stream

PLAIN = "<list date='2026-01-01'><items><item><name>A</name></item><item><name>B</name></item></items></list>"


def source(tmp_path: Path, content: bytes) -> Source:
    path = tmp_path / "list.xml"
    path.write_bytes(content)
    return Source(files={"list.xml": path})


def names(tmp_path: Path, content: bytes, report: ReadReport | None = None) -> list[str]:
    found = []
    for path, element in stream(source(tmp_path, content), "list.xml", "list", ["items/item"], report=report, root_attributes=["date"]):
        if path == "items/item":
            found.append(Record(raw(element), "item").text("name") or "")
    return found


REFUSED = [
    # what the file is, its bytes, words of the sentence
    ("an empty file", b"", "is an empty file"),
    ("only blanks", b" \r\n ", "is an empty file"),
    ("a web page", b"<!DOCTYPE html><html><body>Access denied</body></html>", "is a web page"),
    ("a web page without a type", b"<html><head><title>Error</title></head></html>", "is a web page"),
    ("a web page behind a comment", b"<?xml version='1.0'?><!-- x --><html/>", "is a web page"),
    ("JSON", b'{"error": "no"}', "is JSON"),
    ("a ZIP archive", b"PK\x03\x04rest", "is a ZIP archive"),
    ("plain text", b"Service unavailable", "is plain text"),
    ("another root", b"<rss><channel/></rss>", "root <rss>"),
    ("billion laughs", b"<!DOCTYPE list [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><list>&b;</list>", "document type declaration"),
    (
        "an external entity",
        b'<?xml version="1.0"?><!DOCTYPE list [<!ENTITY x SYSTEM "file:///etc/passwd">]><list>&x;</list>',
        "document type",
    ),
    ("the same in UTF-16", "<!DOCTYPE list [<!ENTITY a 'ha'>]><list>&a;</list>".encode("utf-16"), "document type declaration"),
    ("the same in UTF-16 without a mark", "<!DOCTYPE list [<!ENTITY a 'h'>]><list>&a;</list>".encode("utf-16-be"), "document type"),
    ("a declaration behind a comment", b"<!-- <list> --><!DOCTYPE list SYSTEM 'x.dtd'><list/>", "document type declaration"),
    ("an encoding that hides things", b"<?xml version='1.0' encoding='UTF-7'?>+ADw-list/>", "encoding 'UTF-7'"),
    ("cut short", PLAIN[:60].encode(), "not well-formed XML at line 1, column"),
    ("a stray control character", PLAIN.replace(">B<", ">\x19<").encode(), "not well-formed XML at line 1, column"),
    ("an entity that nobody declared", PLAIN.replace(">B<", ">&b;<").encode(), "not well-formed XML"),
]


@pytest.mark.parametrize(("content", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(SourceError) as refusal:
        names(tmp_path, content)
    assert str(refusal.value).startswith("list.xml ")
    assert words in str(refusal.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_publishers(tmp_path: Path, encoding: str) -> None:
    text = PLAIN.replace(">B<", ">김정은<")
    assert names(tmp_path, text.encode(encoding)) == ["A", "김정은"]


def test_position_is_the_line_of_the_damage(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"line 3, column"):
        names(tmp_path, b"<list>\n<items>\n<item><name>A</nome></item></items></list>")


def test_namespaces_do_not_matter(tmp_path: Path) -> None:
    assert names(tmp_path, PLAIN.replace("<list ", "<x:list xmlns:x='urn:x' xmlns='urn:y' ").replace("</list>", "</x:list>").encode()) == [
        "A",
        "B",
    ]


def test_what_stands_outside_the_records_is_reported(tmp_path: Path) -> None:
    report = ReadReport()
    text = PLAIN.replace("<items>", "<warning level='2'>mind</warning><items note='n'><other><deep>x</deep></other>")
    assert names(tmp_path, text.encode(), report) == ["A", "B"]
    assert report.unread == {"list/warning": 1, "list/warning/@level": 1, "list/items/@note": 1, "list/items/other/deep": 1}


def test_a_record_of_the_same_name_deeper_down_is_no_record(tmp_path: Path) -> None:
    text = "<list><items><item><name>A</name><item><name>inner</name></item></item></items></list>"
    assert names(tmp_path, text.encode()) == ["A"]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(records: int) -> int:
        content = (
            "<list><items>" + "<item><name>" + "</name></item><item><name>".join(["x" * 500] * records) + "</name></item></items></list>"
        )
        files = source(tmp_path, content.encode())
        tracemalloc.start()
        for _, element in stream(files, "list.xml", "list", ["items/item"]):
            raw(element)
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        left = len(element.getroottree().getroot().findall(".//item"))
        assert left <= 2
        return size

    assert peak(20_000) < 2 * peak(2_000)


def test_raw_keeps_everything() -> None:
    element = etree.fromstring(
        "<a id='1'>text<b/><c k='v'>deep</c><d>one</d><d>two</d> tail<!-- no --></a>",
    )
    assert raw(element) == {"@id": "1", "#text": "text tail", "b": "", "c": {"@k": "v", "#text": "deep"}, "d": ["one", "two"]}


def test_record_tells_what_was_not_asked_for() -> None:
    fields = {"@id": "1", "name": " A ", "alias": ["x", {"@q": "low", "#text": "y"}], "empty": "", "deep": {"er": {"est": "z"}}}
    record = Record(fields, "item")
    assert record.text("name") == "A"
    assert record.texts("alias") == ["x", "y"]
    assert record.text("absent") is None
    assert record.text("empty") is None
    assert sorted(record.leftovers()) == ["item/@id", "item/alias/@q", "item/deep/er/est"]


def test_record_reports_a_second_value_where_one_was_expected() -> None:
    record = Record({"name": ["A", "B"]}, "item")
    assert record.text("name") == "A"
    assert list(record.leftovers()) == ["item/name"]


def test_what_a_definition_ignores_is_counted_apart() -> None:
    report = ReadReport()
    audit(Record({"a": {"b": "1", "c": "2"}, "d": "3"}, "item"), report, {"item/a": "says nothing about the target"})
    assert report.ignored == {"item/a/b": 1, "item/a/c": 1}
    assert report.unread == {"item/d": 1}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<?xml version='1.0'?>\n<!-- c --><x:sdnList xmlns:x='u'>", "sdnList"),
        (b"\xef\xbb\xbf<Sanctions/>", "Sanctions"),
        (b"a,b,c", None),
    ],
)
def test_root_name(head: bytes, name: str | None) -> None:
    assert root_name(head) == name


def test_disguise_of_a_list_is_none() -> None:
    assert disguise(PLAIN.encode()) is None
