"""The command line as it was typed, for the record."""

from __future__ import annotations

import shlex
import sys


def command_line() -> str:
    """``sanctions`` and its arguments, quoted as a shell needs them; bytes that are no text are replaced."""
    return shlex.join(["sanctions", *sys.argv[1:]]).encode("utf-8", "replace").decode("utf-8")
