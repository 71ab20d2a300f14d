"""List definitions are read strictly: whatever is wrong is a sentence that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions.catalogue import ListDefinition, load_catalogue, read_definition
from sanctions.countries import country_code
from sanctions.data import data_folder
from sanctions.errors import DefinitionError, UnknownListError
from sanctions.readers import FORMATS, format_of

GOOD = """
key = "xx_good"
title = "Good list"
publisher = "Nobody"
jurisdiction = "XX"
homepage = "https://example.org/"
licence = "none"
description = "A list that is defined as it should be."

[bounds]
entries = [1, 10]

[[layouts]]
format = "table"
[[layouts.files]]
name = "list.csv"

[layouts.table.columns]
"Name" = { field = "name" }
"Clerk" = { field = "ignore", why = "Not about the target." }
"""


def _write(folder: Path, text: str, name: str = "xx_good.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_definition_is_read(tmp_path: Path) -> None:
    definition = read_definition(_write(tmp_path, GOOD))
    assert definition.key == "xx_good"
    assert definition.formats == ("table",)
    assert not definition.overlay


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ('licence = "none"', "", "missing required field `licence`"),
        ('licence = "none"', 'licence = "none"\ncolour = "red"', "unknown field `colour`"),
        ('key = "xx_good"', 'key = "xx_other"', "the key is 'xx_other' but the file is called 'xx_good.toml'"),
        ('title = "Good list"', "title = 3", "Expected `str`, got `int`"),
        ("entries = [1, 10]", "entries = [10, 1]", r"must be \[least, most\]"),
        ("entries = [1, 10]", "entries = [0, 10]", r"must be \[least, most\]"),
        ('format = "table"', 'format = "un-xml"', 'belongs to format "table" and to no other'),
        ('field = "name"', 'field = "nom"', "Invalid enum value 'nom'"),
        ('field = "name"', 'field = "alias"', 'needs a column whose field is "name"'),
        ('field = "name"', 'field = "name", color = "red"', "unknown field `color`"),
        ('field = "name"', "field = \"name\", pattern = '('", "regular expression that is none"),
        ('field = "name"', "field = \"name\", pattern = 'a+'", "without a group in round brackets"),
        ('field = "name"', "field = \"name\", split = ';', split_pattern = ';'", 'both "split" and "split_pattern"'),
        ('why = "Not about the target."', "role = 'flag'", "the column 'Clerk' has the field \"ignore\" and needs 'why'"),
        ('field = "ignore", why', 'field = "identifier", why', "needs 'type'"),
        ('field = "ignore", why', 'field = "identifier", type = "shoe", why', "Invalid enum value 'shoe'"),
        ('field = "ignore", why', 'field = "name_type", why', "needs 'values'"),
        ('field = "ignore", why', 'field = "name_type", values = { A = "best" }, why', "maps to 'best', which is none of: primary, strong"),
        ('field = "ignore", why', 'field = "name_part", part = "nose", why', 'needs "part", one of: given, family'),
        ('field = "ignore", why', 'field = "address_part", why', 'needs "part", one of: street, city'),
        ('field = "ignore", why', 'field = "name_quality", why', "needs 'values'"),
        (
            '{ field = "name" }',
            "[{ field = 'name' }, { field = 'alias' }]",
            "read in several ways, and each after the first needs 'pattern'",
        ),
        ("[layouts.table.columns]", "[layouts.table]\ngroup = 'adjacent'\n[layouts.table.columns]", "can only be grouped by an id"),
        ("[layouts.table.columns]", "[layouts.table]\ndelimiter = ';;'\n[layouts.table.columns]", "the delimiter is one character"),
        ("[bounds]", "[bounds", "this is not a list definition"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path: Path, was: str, becomes: str, says: str) -> None:
    assert was in GOOD
    file = _write(tmp_path, GOOD.replace(was, becomes))
    with pytest.raises(DefinitionError, match=says) as refused:
        read_definition(file)
    assert str(refused.value).startswith(str(file))


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "xx_good.toml"
    file.write_bytes(content)
    with pytest.raises(DefinitionError, match=r"xx_good\.toml: this is not a list definition"):
        read_definition(file)


def test_a_list_without_files_is_refused(tmp_path: Path) -> None:
    text = GOOD.replace('[[layouts.files]]\nname = "list.csv"', "files = []")
    with pytest.raises(DefinitionError, match=r"at least one \[\[layouts\]\] with at least one \[\[layouts.files\]\]"):
        read_definition(_write(tmp_path, text))


def test_an_overlay_adds_a_list_and_is_named(tmp_path: Path) -> None:
    _write(tmp_path, GOOD)
    catalogue = load_catalogue(tmp_path)
    assert catalogue["xx_good"].overlay
    assert catalogue.overlays == ("xx_good",)
    assert set(load_catalogue()) < set(catalogue)


def test_an_overlay_replaces_a_list_only_if_it_says_so(tmp_path: Path) -> None:
    text = GOOD.replace("xx_good", "un_sc")
    file = _write(tmp_path, text, "un_sc.toml")
    with pytest.raises(DefinitionError, match="'un_sc' is already defined") as refused:
        load_catalogue(tmp_path)
    assert str(file) in str(refused.value)
    _write(tmp_path, "replaces = true\n" + text, "un_sc.toml")
    replaced = load_catalogue(tmp_path)["un_sc"]
    assert (replaced.title, replaced.overlay) == ("Good list", True)


def test_an_overlay_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    assert set(load_catalogue(tmp_path / "none")) == set(load_catalogue())


def test_an_unknown_list_is_named_with_those_that_are_known() -> None:
    with pytest.raises(UnknownListError, match=r"There is no list 'atlantis'\. The lists defined are: .*un_sc"):
        load_catalogue()["atlantis"]


@pytest.mark.parametrize("definition", load_catalogue().values(), ids=lambda definition: definition.key)
def test_shipped_definitions_are_complete(definition: ListDefinition) -> None:
    assert set(definition.formats) <= set(FORMATS)
    for layout in definition.layouts:
        assert format_of(layout.format).key == layout.format
        for file in layout.files:
            assert file.url is None or file.url.startswith("https://")
    assert definition.homepage.startswith("https://")
    assert definition.entity_url is None or "{id}" in definition.entity_url
    assert definition.jurisdiction in ("UN", "EU", "INT") or country_code(definition.jurisdiction)
    assert definition.description.strip()
    assert "  " not in definition.description
    assert all(reason.strip() for reason in definition.ignore.values())
    assert set(definition.copies) <= set(load_catalogue())


def test_the_readme_of_the_lists_names_every_field() -> None:
    readme = (data_folder("lists") / "README.md").read_text(encoding="utf-8")
    from typing import get_args

    from sanctions.catalogue import ColumnDefinition, Field, TableDefinition

    words = [*get_args(Field), *ColumnDefinition.__struct_fields__, *TableDefinition.__struct_fields__]
    assert [word for word in words if f"`{word}`" not in readme] == []


def test_the_worked_example_of_the_readme_is_a_definition(tmp_path: Path) -> None:
    readme = (data_folder("lists") / "README.md").read_text(encoding="utf-8")
    example = readme.split("```toml\n", 1)[1].split("```", 1)[0]
    key = next(line.split('"')[1] for line in example.splitlines() if line.startswith("key = "))
    definition = read_definition(_write(tmp_path, example, f"{key}.toml"))
    table = definition.layouts[0].table
    assert table is not None
    csv = readme.split("```csv\n", 1)[1].split("```", 1)[0]
    (tmp_path / "watch.csv").write_text(csv, encoding="utf-8")
    from tests.readers.reading import read

    entities, report = read(definition, "table", tmp_path / "watch.csv")
    assert [entity.id for entity in entities] == ["xx_watch:17", "xx_watch:18"]
    assert not report.unread
    assert not report.problems
