"""How the installed command ends: with its own exit code, everything said, and what others registered for the end done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REGISTERED = "import atexit, sys\nfrom sanctions.cli import start\nfrom unittest import mock\n"
LATER = REGISTERED + (
    "def main():\n    atexit.register(print, 'done at the end')\n    print('said')\n    sys.exit(3)\n"
    "with mock.patch('sanctions.cli.main', main):\n    start()"
)
FAILING = REGISTERED + "with mock.patch('sanctions.cli.main', side_effect=ZeroDivisionError):\n    start()"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["-m", "sanctions", "--version"], 0, "sanctions, version"),
        (["-m", "sanctions", "screen"], 2, "Give a name"),
        (["-m", "sanctions", "screen", "Anybody"], 3, "nothing can be searched"),
        (["-c", LATER], 3, "said\ndone at the end\n"),
        (["-c", FAILING], 1, "ZeroDivisionError"),
    ],
)
def test_the_command_ends_with_its_own_code_and_all_that_it_said(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    environment = os.environ | {"SANCTIONS_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == code
    assert said in done.stdout + done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a full device is a file here")
def test_what_cannot_be_written_is_no_success(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "sanctions", "--version"], stdout=full, stderr=subprocess.DEVNULL, check=False)
    assert done.returncode != 0
