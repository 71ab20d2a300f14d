"""Files of frameworks, read strictly: every fault is a sentence that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanctions.errors import DefinitionError
from sanctions.frameworks import (
    NOT_REVIEWED,
    Designation,
    read_framework,
)
from tests.frameworks.example import GOOD, written


def test_a_good_file_is_read_and_its_line_breaks_are_spaces(tmp_path: Path) -> None:
    framework = read_framework(written(tmp_path, GOOD))
    (provision,) = framework.provisions
    assert provision.criterion == 'Has "knowingly" supplied.'
    assert provision.designation is Designation.DISCRETIONARY
    assert framework.reviewed_by == NOT_REVIEWED


@pytest.mark.parametrize(
    ("find", "put", "complaint"),
    [
        ('id = "xx_example"', 'id = "other"', "the id is 'other' but the file is called 'xx_example.toml'"),
        ('title = "Example Act"\n', "", "the key 'title' is missing"),
        (
            'title = "Example Act"',
            'title = "Example Act"\ncolour = "red"',
            "there is no key 'colour'. The keys are: id, title, short_title",
        ),
        ('citations = ["Pub. L. 0"]', 'citation = ["Pub. L. 0"]', "there is no key 'citation'; 'citations' is meant, perhaps"),
        ('citations = ["Pub. L. 0"]', 'citations = "Pub. L. 0"', "and must be a list in square brackets, of texts in quotation marks"),
        ('title = "Example Act"', "title = ", "cannot be read as TOML"),
        ('title = "Example Act"', "title = 7", "'title' is 7, and must be a text in quotation marks"),
        ('title = "Supply"\n', "", "provision 1(a): the key 'title' is missing"),
        (
            'designation = "discretionary"',
            'designation = "optional"',
            "provision 1(a): 'designation' is 'optional', which is none of the words: mandatory, discretionary",
        ),
        ('mental_state = "knowingly"', 'mental_state = "maybe"', "'mental_state' is 'maybe', which is none of the words: none_stated"),
        ('kind = "knowledge"', 'kind = "mind"', "provision 1(a): element knowledge: 'kind' is 'mind', which is none of the words: actor"),
        ('kind = "blocking"', 'kind = "freezing"', "[consequences.blocking]: 'kind' is 'freezing', which is none of the words: blocking"),
        ('event = "in_force"', 'event = "began"', "status began: 'event' is 'began', which is none of the words: introduced"),
        ("on = 2020-01-01", "on = 20200101", "is dated 20200101, which is no year"),
        (
            "on = 2020-01-01",
            'on = "2020-01-01"',
            "'on' is '2020-01-01', and must be a day such as 2016-02-18, or a year, without quotation marks",
        ),
        (
            'source = "act"\n\n[[programmes]]',
            'source = "bill"\n\n[[programmes]]',
            "rests on the source 'bill', which [sources] does not hold",
        ),
        (
            'designation = "discretionary"',
            'designation = "amendment"',
            "an amendment must name under 'related' the provisions that it made or changed",
        ),
        ('source = "act"\nverified', 'source = "bill"\nverified', "provision 1(a): the source 'bill' is not in [sources]"),
        ('jurisdiction = "US"', 'jurisdiction = "USA"', "the jurisdiction 'USA' is neither"),
        ('jurisdiction = "US"', 'jurisdiction = "ZZ"', "the jurisdiction 'ZZ' is neither"),
        ('citations = ["Pub. L. 0"]', "citations = []", "needs at least one of each"),
        ("verified = true", "verified = false", "it is not verified, so 'verification' must say what was not read"),
        ('consequences = ["blocking"]', 'consequences = ["blocking", "exile"]', "it names 'exile' among its consequences"),
        ('terms = ["knowingly"]', "", "[terms.knowingly] is named by no provision"),
        ('"knowingly"?\'', '"knowingly".\'', "the element 'knowledge' must be put as a question"),
        ("elements = [{", "# elements = [{", "a discretionary provision needs at least one [[provisions.elements]]"),
        ("verified = true", 'verified = "yes"', "'verified' is 'yes', and must be true or false, without quotation marks"),
        ("in_force = { from = 2020-01-01 }", "", "'in_force' is missing, though the instrument is or was in force"),
        (
            "in_force = { from = 2020-01-01 }",
            "in_force = { since = 2020-01-01 }",
            "in_force: there is no key 'since'. The keys are: from, to",
        ),
        ('event = "in_force"', 'event = "enacted"', "no [[status]] says that the instrument took effect"),
        ("from = 2020-01-01", "from = 2020-01-01, to = 2019-01-01", "in_force ends before it begins"),
        ('verification = "A guess."', 'verification = ""', "the programme 'EXAMPLE' needs the keys of the lists"),
        ('tag = "EXAMPLE"', 'tag = "EXAMPLE"\ngrounds = ["2"]', "names the ground '2', with which no provision id begins"),
        ('scope = "Held: section 1."', 'scope = "Held: section 1."\noverlay = true', "'overlay' is not for files to say"),
        (
            '[consequences.blocking]\nkind = "blocking"',
            '[consequences.blocking]\nname = "x"\nkind = "blocking"',
            "[consequences.blocking]: there is no key 'name'. The keys are: kind, text, citation, verified",
        ),
    ],
)
def test_a_fault_is_a_sentence_that_names_the_file(tmp_path: Path, find: str, put: str, complaint: str) -> None:
    assert find in GOOD
    path = written(tmp_path, GOOD.replace(find, put, 1))
    with pytest.raises(DefinitionError) as caught:
        read_framework(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    bad = GOOD.replace('consequences = ["blocking"]', 'consequences = ["exile"]').replace('"knowingly"?\'', '"knowingly".\'')
    with pytest.raises(DefinitionError) as caught:
        read_framework(written(tmp_path, bad))
    assert len(str(caught.value).splitlines()) == 3  # "exile" is not there, "blocking" is unused, the question is none


def test_a_provision_id_and_a_citation_must_be_unique(tmp_path: Path) -> None:
    again = GOOD[GOOD.index("[[provisions]]") :]
    with pytest.raises(DefinitionError, match=r"the citation 'Example Act s\.1\(a\)' stands 2 times"):
        read_framework(written(tmp_path, GOOD + again))


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx_example.toml"
    path.write_bytes(GOOD.replace("A summary.", "Übersicht.").encode("utf-16"))
    with pytest.raises(DefinitionError, match="cannot be read as TOML"):
        read_framework(path)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    start=st.integers(0, len(GOOD)),
    length=st.integers(0, 60),
    put=st.one_of(st.text(max_size=20), st.sampled_from(["[", "]]", '"', "=", "7", "{}"])),
)
def test_a_damaged_file_is_a_framework_or_a_sentence_and_nothing_else(tmp_path: Path, start: int, length: int, put: str) -> None:
    path = tmp_path / "xx_example.toml"
    path.write_bytes((GOOD[:start] + put + GOOD[start + length :]).encode("utf-8", "surrogatepass"))
    complaint = ""
    try:
        assert read_framework(path).id == "xx_example"
    except DefinitionError as problem:
        complaint = str(problem)
    assert not complaint or complaint.startswith(f"{path}: ")
