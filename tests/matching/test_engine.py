"""The digest of the rules: the same for the same files, another for any change that could change what is found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import sanctions
from sanctions.matching.engine import FILES, FOLDERS, digest_of, rule_files, rules_digest
from sanctions.matching.index import open_index
from sanctions.screening import ENGINE_NAME, Screener
from tests.home import small_home

PACKAGE = Path(sanctions.__file__).parent


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the files that decide, under another path and with other times."""
    for path in rule_files(PACKAGE):
        place = tmp_path / "package" / path.relative_to(PACKAGE)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    return tmp_path / "package"


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda package: append(package / "names" / "korean.py"), id="a rule of names"),
        pytest.param(lambda package: append(package / "names" / "frequency.tsv"), id="a table of words"),
        pytest.param(lambda package: append(package / "matching" / "costs.py"), id="a cost"),
        pytest.param(lambda package: append(package / "matching" / "index" / "words.py"), id="how candidates are found"),
        pytest.param(lambda package: append(package / "dates.py"), id="how dates agree"),
        pytest.param(lambda package: (package / "names" / "more.py").touch(), id="a module more"),
        pytest.param(lambda package: (package / "names" / "gender.py").rename(package / "names" / "sex.py"), id="another name"),
    ],
)
def test_whatever_could_change_what_is_found_changes_it(package: Path, change: Callable[[Path], object]) -> None:
    assert digest_of(package) == digest_of(PACKAGE) == rules_digest()
    change(package)
    assert digest_of(package) != rules_digest()


def test_what_decides_nothing_leaves_it_as_it_is(package: Path) -> None:
    append(package / "matching" / "index" / "__init__.py")
    changed = digest_of(package)
    (package / "names" / "__pycache__").mkdir()
    (package / "names" / "__pycache__" / "korean.cpython-311.pyc").touch()
    (package / "matching" / "meaning.toml").write_text("", "utf-8")
    os.utime(package / "names" / "korean.py", (0, 0))
    assert digest_of(package) == changed


def test_all_that_compares_names_is_told() -> None:
    """If a module that names or matching rest on is missing here, the digest does not see its changes."""
    told = {path.relative_to(PACKAGE).as_posix() for path in rule_files(PACKAGE)}
    assert told >= {"matching/compare.py", "matching/index/latin.py", "names/forms.py", "names/frequency.tsv", *FILES}
    imported = {
        line.split()[1]
        for folder in FOLDERS
        for path in (PACKAGE / folder).glob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("from sanctions.")
    }
    below = {name.removeprefix("sanctions.") for name in imported if not name.startswith(("sanctions.names", "sanctions.matching"))}
    # the store gives back what a reader wrote, whose version stands in the reading's own name; the rest is words for errors
    assert {f"{name}.py" for name in below} - {"acquisition.entities.py", "errors.py", "data.py"} <= set(FILES)


def test_an_index_by_other_rules_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Screener.open(small_home(tmp_path / "home")).held[0].store
    first = open_index(store)
    rows = len(first)
    for path in first.folder.iterdir():
        path.write_bytes(b"of other rules")
    for digest in ("1", "2", "3"):
        monkeypatch.setattr("sanctions.matching.index.readings.rules_digest", lambda digest=digest: digest)
        again = open_index(store)
        assert (len(again), again.key != first.key, again.folder != first.folder) == (rows, True, True)
        os.utime(again.folder, (float(digest), float(digest)))
    kept = {path.name.rpartition("-")[2] for path in store.folder.glob("index-*")}
    assert kept == {"3", rules_digest()}, "the newest other one stays for whoever still reads it"


def test_the_engines_name_tells_the_rules() -> None:
    assert rules_digest() in ENGINE_NAME
