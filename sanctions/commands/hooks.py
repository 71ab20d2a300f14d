"""A command of the user's own that is told of a run: its JSON document on standard input. For mail, chat or a ticket."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import Any

TIMEOUT = 60.0
"""Seconds after which a hook is ended: the next list's refresh must not wait for a mail server."""

_SAID = 300


def run_hook(command: str, document: dict[str, Any], timeout: float = TIMEOUT) -> str | None:
    """Run ``command`` without a shell. Returns why it failed, in one sentence, or None."""
    import msgspec

    try:
        words = shlex.split(command, posix=os.name == "posix")
    except ValueError as problem:
        return f"The hook {command!r} is not a command: {problem}."
    if not words:
        return "The hook is empty: give a command, or leave --hook and SANCTIONS_HOOK out."
    try:
        ended = subprocess.run(  # noqa: S603 (the user's own command, run without a shell, is what a hook is)
            words, input=msgspec.json.encode(document) + b"\n", capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        return f"The hook {words[0]} was ended after {timeout:g} seconds."
    except OSError as problem:
        return f"The hook {words[0]} cannot be run: {problem.strerror or problem}."
    if ended.returncode == 0:
        return None
    said = " ".join(ended.stderr.decode(errors="replace").split())[-_SAID:]
    return f"The hook {words[0]} failed with exit code {ended.returncode}" + (f": {said}" if said else ".")
