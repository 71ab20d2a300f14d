"""The command line, called in the tests' own process: a start of Python for each call would be most of the time."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any
from unittest import mock

import pytest

from sanctions.cli import main
from sanctions.home import Home


@dataclass(frozen=True)
class Done:
    """What a call gave."""

    returncode: int
    stdout: str
    stderr: str

    @property
    def document(self) -> Any:
        """The JSON that it printed."""
        return json.loads(self.stdout)


def run(home: Home, *arguments: str) -> Done:
    """``sanctions --home HOME ARGUMENTS``."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    called = ["sanctions", "--home", str(home.root), *arguments]
    with mock.patch.object(sys, "argv", called), redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
        main()
    texts = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return Done(int(ended.value.code or 0), *texts)
