"""The documents beside the README say what is: commands and options that exist, every field, every state."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from sanctions.acquisition import health
from sanctions.acquisition.refresh import Outcome
from sanctions.acquisition.runs import line_of
from sanctions.commands import COMMANDS
from sanctions.model import Coverage
from tests.acquisition.conftest import Clock

DOCS = Path(__file__).resolve().parent.parent / "docs"
UNATTENDED = (DOCS / "unattended.md").read_text("utf-8")


@pytest.mark.parametrize("document", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_commands_and_options_exist(document: Path) -> None:
    for line in re.findall(r"sanctions ([a-z]+[^`\n#]*)", document.read_text("utf-8")):
        name, *words = line.split()
        assert name in COMMANDS, line
        command = import_module(f"sanctions.commands.{name}").command
        if isinstance(command, click.Group) and words and words[0] in command.commands:
            command = command.commands[words[0]]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, line


def test_each_field_of_a_runs_line_and_each_state_is_told() -> None:
    cover = Coverage(list="x", publisher="", title="", status="missing")
    line = line_of("r", Outcome(list="x", status="absent", held=None, sentence=""), cover, at=Clock()(), seconds=0.0)
    for name in (*line, health.CURRENT, health.STALE, health.SHRUNKEN, health.FROZEN, health.MISSING):
        assert f"`{name}`" in UNATTENDED, name
