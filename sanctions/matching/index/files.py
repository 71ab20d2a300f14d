"""The files of an index: arrays that are mapped and not read, and lines of text.

All arrays of a folder lie one behind the other in one file, with a table of contents beside it: opening a file for each
is what a first answer would wait for.
"""

from __future__ import annotations

from collections.abc import Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

DRAFT = ".index-"
"""What the name of a folder begins with that is still being written."""

_COMPLETE = "complete"
_ARRAYS, _CONTENTS = "arrays", "contents.json"
_ALIGNED = 64

_Contents = dict[str, tuple[str, tuple[int, ...], int]]
"""For each array its type, its shape and the byte that it starts at."""


def is_complete(folder: Path) -> bool:
    """Whether a folder of ``write_whole`` is there, with every file as long as it was written: a file that was cut short or is
    missing (a full disk, a failing one, a bad restore) makes none."""
    try:
        lengths = msgspec.json.decode((folder / _COMPLETE).read_bytes(), type=dict[str, int])
        return all((folder / name).stat().st_size == length for name, length in lengths.items())
    except (OSError, msgspec.DecodeError):
        return False


def write_whole(folder: Path, arrays: Mapping[str, NDArray[Any]], lines: Mapping[str, list[str]]) -> None:
    """Arrays and lines of text into a new folder, written beside it and renamed, so that it is whole or not there. A damaged one
    gives way. Raises OSError."""
    import shutil
    from tempfile import mkdtemp

    draft = Path(mkdtemp(prefix=DRAFT, dir=folder.parent))
    try:
        _write_arrays(draft, arrays)
        for name, told in lines.items():
            (draft / f"{name}.txt").write_text("\n".join(told), "ascii", newline="\n")
        (draft / _COMPLETE).write_bytes(msgspec.json.encode({file.name: file.stat().st_size for file in draft.iterdir()}))
        draft.chmod(0o755)
        if folder.exists() and not is_complete(folder):
            shutil.rmtree(folder)
        draft.rename(folder)
    except OSError:
        shutil.rmtree(draft, ignore_errors=True)
        if not is_complete(folder):  # another process was quicker: its files are the same
            raise


def _write_arrays(draft: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    contents: _Contents = {}
    with (draft / _ARRAYS).open("wb") as file:
        file.write(bytes(_ALIGNED))
        for name, array in arrays.items():
            contents[name] = (array.dtype.str, array.shape, file.tell())
            file.write(np.ascontiguousarray(array).tobytes())
            file.write(bytes(-file.tell() % _ALIGNED))
    (draft / _CONTENTS).write_bytes(msgspec.json.encode(contents))


def load(folder: Path) -> dict[str, NDArray[Any]]:
    """The arrays of ``write_whole``, mapped and read-only."""
    contents = msgspec.json.decode((folder / _CONTENTS).read_bytes(), type=_Contents)
    with (folder / _ARRAYS).open("rb") as file:
        mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
    return {name: np.ndarray(shape, np.dtype(kind), mapped, start) for name, (kind, shape, start) in contents.items()}


def read_lines(folder: Path, name: str) -> list[str]:
    """The lines of ``write_whole``; none where there were none."""
    text = (folder / f"{name}.txt").read_text("ascii")
    return text.split("\n") if text else []
