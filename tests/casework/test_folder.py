"""The case folder: strict reading, exhibits that stay as they were, a log that shows every change, additions that lose nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanctions.casework.beginning import copy_example, examples
from sanctions.casework.custody import LOG, append, chain_faults, next_line, read_log
from sanctions.casework.editing import add_fact, add_link
from sanctions.casework.exhibits import check, media_type
from sanctions.casework.reading import read_case
from sanctions.casework.records import Fact, Link
from sanctions.casework.words import Bearing, Credibility, Reliability, Stance
from sanctions.errors import CaseError, UsageError
from tests.casework.making import FRAMEWORKS, NOW, collect, fact, link, new_case, with_facts


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (fact("F1", "", credibility=7), "facts.toml: Invalid enum value '7' - at `$.facts[0] (F1).credibility`"),
        (fact("F1", "", when="soon"), "fact F1: 'when': 'soon' is not a date"),
        (fact("F1", "", derived=["F9"]), "fact F1: 'derived_from' names 'F9'"),
        (fact("F1", "", derived=["F2"]) + fact("F2", "", derived=["F1"]), "leads back to the fact itself"),
        (fact("F1", "").replace("E1", "E7"), "fact F1: 'exhibits' names 'E7'"),
        (fact("F1", "") + fact("F1", ""), "the fact 'F1' stands 2 times"),
        (fact("F1", link("nobody")), "there is no element 'nobody'; its elements are actor, support, recipient, material"),
        (fact("F1", link("actor", provision="9(z)")), "us_eo_13687 has no provision '9(z)'"),
        (fact("F1", link("actor", framework="us_none")), "there is no framework 'us_none'"),
        (fact("F1", link("actor", bearing="hints")), "Invalid enum value 'hints'"),
        (fact("F1", link("actor", more=', listed = "who"')), "'listed' names 'who'"),
        (fact("F1", "") + "\ncolour = 3", "unknown field `colour`"),
        ("[[facts]\n", "this cannot be read as TOML"),
    ],
)
def test_a_faulty_file_is_told_by_file_and_key(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(CaseError) as problem:
        with_facts(new_case(tmp_path / "case"), text)
    assert sentence in str(problem.value)
    assert "facts.toml" in str(problem.value)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as problem:
        with_facts(new_case(tmp_path / "case"), fact("F1", link("nobody"), when="soon"), fact("F2", "", derived=["F9"]))
    assert len(str(problem.value).splitlines()) == 3


def test_an_exhibit_is_recorded_whole(tmp_path: Path) -> None:
    folder = new_case(tmp_path / "case")
    exhibit, new = collect(folder, b"%PDF-1.7 ...", "../../Bill of lading: 3.pdf")
    assert new
    assert (exhibit.id, exhibit.bytes, exhibit.media_type, exhibit.collector) == ("E2", 12, "application/pdf", "C. Collector")
    assert exhibit.file == "exhibits/originals/E2-Bill-of-lading-3.pdf"
    assert (len(exhibit.sha256), len(exhibit.sha512), exhibit.collected_at) == (64, 128, "2026-11-01T12:00:00Z")
    assert (folder / exhibit.file).read_bytes() == (folder / exhibit.file.replace("originals", "working")).read_bytes()
    assert not os.access(folder / exhibit.file, os.W_OK) or os.geteuid() == 0
    assert read_case(folder, FRAMEWORKS).exhibits[1] == exhibit


def test_the_same_bytes_twice_are_noticed(tmp_path: Path) -> None:
    folder = new_case(tmp_path / "case")
    exhibit, new = collect(folder, b"A note.", "another name.txt")
    assert (exhibit.id, new) == ("E1", False)
    assert len(read_log(folder)) == 2


def test_nothing_is_no_exhibit(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="it is empty"):
        collect(new_case(tmp_path / "case"), b"", "empty.txt")


def spoil(folder: Path, what: str) -> None:
    original = next((folder / "exhibits/originals").iterdir())
    original.chmod(0o644)
    match what:
        case "changed":
            original.write_bytes(b"A nota.")
        case "missing":
            original.unlink()
        case "foreign":
            (original.parent / "slipped in.txt").write_text("x")


@pytest.mark.parametrize(
    ("what", "sentence"), [("changed", "is not the one collected"), ("missing", "is missing"), ("foreign", "no line of")]
)
def test_a_changed_original_is_an_error(tmp_path: Path, what: str, sentence: str) -> None:
    folder = new_case(tmp_path / "case")
    check(folder)
    spoil(folder, what)
    with pytest.raises(CaseError, match=sentence):
        check(folder)


def test_nothing_is_added_to_a_broken_log(tmp_path: Path) -> None:
    folder = new_case(tmp_path / "case")
    log = folder / LOG
    log.write_text(log.read_text("utf-8").replace("C. Collector", "D. Collector"), "utf-8")
    with pytest.raises(CaseError, match="its content is not what its digest says"):
        append(folder, "packed", "A", NOW, {})


@settings(max_examples=60, deadline=None)
@given(events=st.lists(st.dictionaries(st.sampled_from(["file", "note"]), st.text(max_size=20)), min_size=1, max_size=6), data=st.data())
def test_any_change_of_a_chain_shows(events: list[dict[str, str]], data: st.DataObject) -> None:
    lines: list[dict[str, object]] = []
    for details in events:
        lines.append(next_line(lines, "event", "somebody", NOW, details))
    assert not list(chain_faults(lines))
    place = data.draw(st.integers(0, len(lines) - 1))
    key = data.draw(st.sampled_from(sorted(lines[place])))
    changed = json.loads(json.dumps(lines))
    changed[place][key] = data.draw(st.text(max_size=5).filter(lambda text: text != lines[place][key]))
    assert list(chain_faults(changed))
    assert len(lines) == 1 or list(chain_faults(lines[1:]))


def test_added_facts_and_links_lose_no_comment(tmp_path: Path) -> None:
    folder = new_case(tmp_path / "case")
    text = "# A person's own words.\n" + fact("F1", link("support") + ",  # why\n") + "# The end.\n"
    found = with_facts(folder, text)
    added = Fact(
        id="F2", statement='Says "it" \\ twice.', source="s", reliability=Reliability.B, credibility=Credibility.PROBABLE,
        stance=Stance.AGAINST, exhibits=("E1",), when="2014-11",
    )  # fmt: skip
    add_fact(found, added, FRAMEWORKS)
    for key in ("F1", "F2"):
        bond = Link(framework="us_eo_13687", provision="1(a)(iv)", element="recipient", bearing=Bearing.CONTRADICTS)
        add_link(read_case(folder, FRAMEWORKS), key, bond, FRAMEWORKS)
    after = (folder / "facts.toml").read_text("utf-8")
    assert all(comment in after for comment in ("# A person's own words.", "# why", "# The end."))
    facts = read_case(folder, FRAMEWORKS).facts
    assert [len(one.links) for one in facts] == [2, 1]
    assert facts[1].grade == "B2"
    with pytest.raises(CaseError, match="is linked to us_eo_13687"):
        add_link(read_case(folder, FRAMEWORKS), "F1", bond, FRAMEWORKS)
    with pytest.raises(CaseError, match="there is no fact 'F9'"):
        add_link(read_case(folder, FRAMEWORKS), "F9", bond, FRAMEWORKS)


def test_an_example_is_copied_and_the_shipped_one_left_alone(tmp_path: Path) -> None:
    copy_example(tmp_path / "mine", "german-device-vendor", NOW)
    assert read_log(tmp_path / "mine")[-1]["event"] == "copied"
    check(tmp_path / "mine")
    with pytest.raises(CaseError, match="something is there already"):
        copy_example(tmp_path / "mine", "german-device-vendor", NOW)
    with pytest.raises(UsageError, match="german-device-vendor"):
        copy_example(tmp_path / "other", "nothing", NOW)
    with pytest.raises(CaseError, match="ships with the toolkit"):
        append(examples()["german-device-vendor"], "packed", "A", NOW, {})


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.pdf", b"%PDF-1.4", "application/pdf"),
        ("a.html", b"<html>", "text/html"),
        ("a.docx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.docx", b"plain words", "text/plain"),
        ("a.txt", "한국어".encode(), "text/plain"),
        ("a.txt", b"\xff\xfe\x00", "application/octet-stream"),
        ("a.pdf", b"not a PDF", "text/plain"),
    ],
)
def test_a_type_is_told_by_the_bytes(name: str, head: bytes, kind: str) -> None:
    assert media_type(name, head) == kind
