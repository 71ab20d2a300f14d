"""The README's Python runs as it stands, and its shell commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from sanctions.commands import COMMANDS
from tests.home import small_home

TEXT = (Path(__file__).resolve().parent.parent / "README.md").read_text("utf-8")


def test_the_python_example_runs(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    environment = {"SANCTIONS_HOME": str(home.root), "PATH": "", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stderr
    assert "test_list:1" in done.stdout


def test_the_commands_exist() -> None:
    named = set(re.findall(r"^    sanctions (\w+)", TEXT, re.M))
    assert named
    assert named <= set(COMMANDS)
