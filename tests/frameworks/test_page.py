"""The page that explains the keys says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from sanctions.data import data_folder
from sanctions.frameworks import (
    VOCABULARIES,
    read_framework,
)
from tests.frameworks.example import written

README = (data_folder("reports") / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "words"), VOCABULARIES.items(), ids=VOCABULARIES)
def test_the_readme_explains_each_word_as_the_code_does(key: str, words: type) -> None:
    for word in words:
        assert f"| {word} | {word.meaning} |" in README, f"{key}: {word}"


@pytest.mark.parametrize(
    "record", ["Framework", "StatusEvent", "Source", "Programme", "Term", "Consequence", "Rule", "Provision", "Element"]
)
def test_the_readme_explains_each_key(record: str) -> None:
    from sanctions import frameworks

    fields = {field.encode_name for field in msgspec.structs.fields(getattr(frameworks, record))}
    missing = {field for field in fields if not re.search(rf"`(\[+)?{field}(\]+)?(\.<name>\])?`", README)}
    assert missing == set()


def test_the_readmes_example_is_a_framework(tmp_path: Path) -> None:
    example = README.split("```toml\n", 1)[1].split("```", 1)[0]
    assert read_framework(written(tmp_path, example)).verified_count == 1
