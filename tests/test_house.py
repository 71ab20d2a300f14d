"""The house itself: the API is complete, every command has help and is documented, and the start stays light."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import sanctions
from sanctions.commands import COMMANDS
from tests.home import small_home

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("openpyxl", "requests", "lxml", "rich", "python_calamine", "pycountry")


def test_everything_public_exists() -> None:
    assert sorted(sanctions.__all__) == sanctions.__all__
    assert all(getattr(sanctions, name) for name in sanctions.__all__)
    with pytest.raises(AttributeError):
        sanctions.nothing_of_that_name  # noqa: B018 - the access is the test


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    command = import_module(f"sanctions.commands.{name}").command
    assert command.help
    assert command.help.startswith(COMMANDS[name].split(".")[0][:20])
    assert f"sanctions {name}" in (ROOT / "README.md").read_text("utf-8")


def imported(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("code", "without"),
    [
        ("import sanctions", (*HEAVY, "numpy", "click", "rapidfuzz", "msgspec")),
        ("import sanctions.cli", (*HEAVY, "numpy", "rapidfuzz")),
        ("import sanctions.screening", HEAVY),
    ],
)
def test_the_start_is_light(code: str, without: tuple[str, ...]) -> None:
    assert not imported(code) & set(without)


NOT_FOR_A_NAME = (
    *HEAVY,
    *("asyncio", "bagit", "calamine", "charset_normalizer", "concurrent", "html", "http", "logging", "multiprocessing", "pandas"),
    *("difflib", "gzip", "secrets"),
    *("platformdirs", "pypdf", "scipy", "unittest", "urllib3", "xml"),
    *("sanctions.books", "sanctions.calibration", "sanctions.casework", "sanctions.portfolio", "sanctions.scanning", "sanctions.workbook"),
    *("sanctions.acquisition.changes", "sanctions.acquisition.fetch", "sanctions.acquisition.intake", "sanctions.acquisition.refresh"),
    *("sanctions.documents", "sanctions.matching.manipulations", "sanctions.readers.xml"),
)
"""What screening one name needs nothing of, libraries and own packages: each would be some thousandths of a second at every start."""


def test_screening_a_name_imports_what_it_needs_alone(tmp_path: Path) -> None:
    home = small_home(tmp_path / "home")
    warm = "import sys\nfrom sanctions.cli import cli\ncli.main(['--home', sys.argv[1], 'screen', 'Kim Won-hong'], standalone_mode=False)"
    script = f"{warm}\nprint(*sys.modules, file=sys.stderr)"
    for code in (warm, script):  # the first run makes the index, the second finds it, as every later one
        done = subprocess.run([sys.executable, "-c", code, str(home.root)], capture_output=True, text=True, check=True)
    assert "KIM, Won Hong" in done.stdout
    loaded = set(done.stderr.splitlines()[-1].split())
    assert {"sanctions.screening", "sanctions.ledger"} <= loaded
    assert not loaded & set(NOT_FOR_A_NAME)


def test_no_python_among_the_data() -> None:
    assert not [*(ROOT / "lists").rglob("*.py"), *(ROOT / "reports").rglob("*.py")]
