"""A user's own folder of frameworks beside those shipped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions.errors import DefinitionError
from sanctions.frameworks import (
    for_programme,
    load_frameworks,
)
from tests.frameworks.example import GOOD, written

FRAMEWORKS = load_frameworks()
SDN = "us_ofac_sdn"


def test_an_own_framework_is_added_and_marked(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    loaded = load_frameworks(tmp_path)
    assert set(loaded) == set(FRAMEWORKS) | {"xx_example"}
    assert [key for key, framework in loaded.items() if framework.overlay] == ["xx_example"]
    assert [f.id for f in for_programme(loaded, "EXAMPLE", SDN, date(2021, 1, 1))] == ["xx_example"]


def test_an_own_framework_replaces_a_shipped_one_only_where_it_says_so(tmp_path: Path) -> None:
    own = GOOD.replace('id = "xx_example"', 'id = "us_eo_13570"')
    path = written(tmp_path, own, "us_eo_13570")
    with pytest.raises(DefinitionError, match=r"already defined.*'replaces = true'"):
        load_frameworks(tmp_path)
    path.write_text(own.replace("citations", "replaces = true\ncitations", 1), encoding="utf-8")
    assert load_frameworks(tmp_path)["us_eo_13570"].title == "Example Act"


@pytest.mark.parametrize(
    ("find", "put", "complaint"),
    [
        ('citation = "Example Act s.1(a)"', 'citation = "E.O. 13687 s.1(a)(iv)"', "already stands in us_eo_13687.toml"),
        ('scope = "Held', 'related = ["us_nothing"]\nscope = "Held', "points to the framework 'us_nothing', which does not exist"),
        ('scope = "Held', 'supersedes = "us_nothing"\nscope = "Held', "points to the framework 'us_nothing', which does not exist"),
        (
            'terms = ["knowingly"]',
            'terms = ["knowingly"]\nrelated = ["E.O. 1 s.1"]',
            "is related to 'E.O. 1 s.1', which no framework holds",
        ),
    ],
)
def test_what_is_wrong_between_files_names_the_file(tmp_path: Path, find: str, put: str, complaint: str) -> None:
    path = written(tmp_path, GOOD.replace(find, put, 1))
    with pytest.raises(DefinitionError) as caught:
        load_frameworks(tmp_path)
    assert str(caught.value).startswith(f"{path}: ")
    assert complaint in str(caught.value)


def test_a_folder_that_does_not_exist_adds_nothing(tmp_path: Path) -> None:
    assert load_frameworks(tmp_path / "none") == FRAMEWORKS
